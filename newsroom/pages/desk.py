"""Show an article beside its proposals, and how far the work is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from newsroom.actions import ENGINE
from newsroom.models import PUBLIC_ACTS, Article, Decision, Draft, ParagraphMark, TextVersion, User
from newsroom.pages.cards import Card, card_of
from newsroom.pages.marks import Mark, Shown, cut_pieces, is_settled
from newsroom.queries import Copy, Desk, copies_of, desk_of
from newsroom.values import Span

MAIN_FIELDS = ("summary", "words")


@dataclass(frozen=True, slots=True)
class Bar:
    """Hold what the bar at the foot says."""

    article: Article
    settled: int
    total: int
    accepted: int
    undecided: int
    published: int
    rejected: int
    last: Decision | None

    @property
    def can_undo(self) -> bool:
        """Say whether the last step can be taken back."""
        return self.last is not None and self.last.act not in PUBLIC_ACTS

    @property
    def can_finish(self) -> bool:
        """Say whether nothing is left to do."""
        return self.settled == self.total and not self.undecided and not self.accepted


@dataclass(frozen=True, slots=True)
class DeskPage:
    """Hold the whole desk."""

    article: Article
    text: TextVersion
    paragraphs: tuple[Shown, ...]
    cards: tuple[Card, ...]
    bar: Bar
    problems: tuple[dict[str, str], ...]
    reasons: tuple[tuple[str, str], ...]
    may_review: bool
    may_publish: bool
    copies: tuple[Copy, ...] = ()
    is_read_by_older_engine: bool = False

    @property
    def kept(self) -> tuple[Shown, ...]:
        """Return the paragraphs that were not left out."""
        return tuple(one for one in self.paragraphs if one.number)

    def span_of(self, number: int) -> dict[str, Any]:
        """Return where a paragraph begins and ends in the stored text; an empty stretch where there is none."""
        found = next((one for one in self.kept if one.number == number), None)
        return {"start": found.start, "end": found.start + len(found.text)} if found else {"start": 0, "end": 0}


def _marks(desk: Desk) -> list[Mark]:
    """Return the principal words of each draft of the text that is shown."""
    found = []
    for row in desk.drafts:
        if row.draft.reading.text_version_id != desk.text.pk:
            continue
        main = next((one for one in row.draft.passages.all() if one.field in MAIN_FIELDS), None)
        if main:
            found.append(Mark(row.draft.number, row.draft.pk, row.draft.state, Span(main.start, main.end)))
    return found


def _paragraphs(desk: Desk) -> tuple[Shown, ...]:
    """Return the paragraphs in the order of the text, those that were left out among them."""
    marks, text = _marks(desk), desk.text.text
    restored = {mark.start: mark for mark in desk.marks if mark.kind == ParagraphMark.Kind.RESTORED}
    waved = {
        mark.start: str(mark.get_reason_display()) for mark in desk.marks if mark.kind == ParagraphMark.Kind.WAVED_OFF
    }
    dropped = {part["start"]: part["reason"] for part in desk.reading.dropped}
    spans = {part["start"]: part["end"] for part in [*desk.reading.dropped, *desk.reading.paragraphs]}
    shown, number = [], 0
    for start, end in sorted(spans.items()):
        span = Span(start, end)
        if start in dropped and start not in restored:
            shown.append(Shown(0, start, cut_pieces(text, span, ()), reason=dropped[start]))
            continue
        number += 1
        settled = is_settled(span, marks, waved.get(start, ""))
        has_open = any(mark.state == Draft.State.PROPOSED and mark.span.overlaps(span) for mark in marks)
        shown.append(
            Shown(
                number,
                start,
                cut_pieces(text, span, marks),
                is_restored=start in restored,
                is_settled=settled,
                waved_off=waved.get(start, ""),
                is_open=not settled and not has_open,
            )
        )
    return tuple(shown)


def desk_page(article: Article, user: User, *, with_copies: bool = False) -> DeskPage:
    """Return the desk of an article. Eleven queries, whatever its size, and four for the copies of its report."""
    desk = desk_of(article)
    paragraphs = _paragraphs(desk)
    kept = [one for one in paragraphs if one.number]
    states = Counter(row.draft.state for row in desk.drafts)
    bar = Bar(
        article=article,
        settled=sum(one.is_settled for one in kept),
        total=len(kept),
        accepted=states[Draft.State.ACCEPTED],
        undecided=states[Draft.State.PROPOSED],
        published=states[Draft.State.PUBLISHED],
        rejected=states[Draft.State.REJECTED],
        last=desk.last,
    )
    return DeskPage(
        article=article,
        text=desk.text,
        paragraphs=paragraphs,
        cards=tuple(card_of(desk, row) for row in desk.drafts),
        bar=bar,
        problems=tuple(desk.reading.problems),
        reasons=tuple((value, str(label)) for value, label in ParagraphMark.Reason.choices),
        may_review=user.ranks_at_least("editor"),
        may_publish=user.ranks_at_least("publisher"),
        copies=tuple(copies_of(desk)) if with_copies else (),
        is_read_by_older_engine=desk.reading.engine != ENGINE,
    )


def card_page(draft: Draft, user: User) -> tuple[DeskPage, Card]:
    """Return the desk of a draft's article and the draft's own card. Eleven queries."""
    page = desk_page(draft.reading.text_version.article, user)
    return page, next(card for card in page.cards if card.draft.pk == draft.pk)
