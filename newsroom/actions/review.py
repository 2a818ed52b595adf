"""Decide about drafts and paragraphs, one step at a time; each step can be taken back."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.db import transaction

from newsroom.actions.articles import locked_article
from newsroom.actions.copies import undo_origin
from newsroom.actions.log import write_decision, write_log
from newsroom.actions.refusals import Conflict, NotVerbatim, Refused
from newsroom.models import PUBLIC_ACTS, Article, Decision, Draft, ParagraphMark, Passage, Reading, TextVersion, User
from newsroom.models.content import EventContent, StatementContent, content_from_json

# What the words that a draft is made from support at once.
MAIN_FIELDS = {"event": ("summary", "kind", "modality"), "statement": ("words",)}
UNDECIDED = (Draft.State.PROPOSED, Draft.State.ACCEPTED, Draft.State.REJECTED)


def article_of(draft: Draft) -> Article:
    """Return the article that a draft was made from."""
    return draft.reading.text_version.article


def _locked_draft(draft: Draft, expected_version: int) -> Draft:
    """Return the draft, locked; raise ``Conflict`` where it changed since, ``Refused`` where it is published."""
    row = (
        Draft.objects.select_for_update(of=("self",)).select_related("reading__text_version__article").get(pk=draft.pk)
    )
    if row.version != expected_version:
        raise Conflict(row)
    if row.state not in UNDECIDED:
        raise Refused("decided", "This is published, or was replaced by a later reading.")
    return row


def snapshot(draft: Draft) -> dict[str, Any]:
    """Return all of a draft that a step can change."""
    passages = draft.passages.order_by("pk").values("field", "subject", "start", "end", "exact")
    return {"state": draft.state, "content": draft.content, "passages": list(passages)}


def _save_step(act: str, draft: Draft, before: dict[str, Any], *, by: User, at: datetime) -> Draft:
    """Save a changed draft under its next version, with the step."""
    draft.version, draft.changed_at = draft.version + 1, at
    draft.save()
    write_decision(act, article=article_of(draft), draft=draft, by=by, at=at, before=before, after=snapshot(draft))
    return draft


@transaction.atomic
def accept_draft(*, draft: Draft, expected_version: int, by: User, at: datetime) -> Draft:
    """Accept a draft for publishing, an event as one of its own; it is not public yet."""
    if draft.kind == Draft.Kind.EVENT:
        return decide_event(draft=draft, known_event=0, expected_version=expected_version, by=by, at=at)
    row = _locked_draft(draft, expected_version)
    before, row.state = snapshot(row), Draft.State.ACCEPTED
    return _save_step(Decision.Act.ACCEPT, row, before, by=by, at=at)


@transaction.atomic
def decide_event(*, draft: Draft, known_event: int, expected_version: int, by: User, at: datetime) -> Draft:
    """Accept a draft as telling of an event of the record, or with 0 as an event of its own."""
    row = _locked_draft(draft, expected_version)
    before, row.state = snapshot(row), Draft.State.ACCEPTED
    row.content = {**row.content, "known_event": known_event}
    return _save_step(Decision.Act.ACCEPT, row, before, by=by, at=at)


@transaction.atomic
def reject_draft(*, draft: Draft, expected_version: int, by: User, at: datetime) -> Draft:
    """Reject a draft; the same proposal does not return when the engine reads again."""
    row = _locked_draft(draft, expected_version)
    before, row.state = snapshot(row), Draft.State.REJECTED
    return _save_step(Decision.Act.REJECT, row, before, by=by, at=at)


@transaction.atomic
def edit_draft(
    *, draft: Draft, content: dict[str, Any], expected_version: int, by: User, at: datetime, is_accepted: bool = False
) -> Draft:
    """Change the fields of a draft, and accept it where asked; raise ``BadContent`` for fields that it cannot have."""
    row = _locked_draft(draft, expected_version)
    before = snapshot(row)
    row.content = content_from_json(row.kind, content).to_json()
    if is_accepted:
        row.state = Draft.State.ACCEPTED
    _move_participations(row, before["content"])
    return _save_step(Decision.Act.EDIT, row, before, by=by, at=at)


def _move_participations(draft: Draft, before: dict[str, Any]) -> None:
    """Let a country's passages follow it where only its person was changed; drop those of who is gone."""
    if draft.kind != Draft.Kind.EVENT:
        return
    subjects = {part.subject: part.country for part in EventContent.from_json(draft.content).participants}
    for passage in draft.passages.filter(field="participation").exclude(subject__in=subjects):
        country = passage.subject.split(":", 1)[0]
        heirs = [one for one, slug in subjects.items() if slug == country]
        taken = draft.passages.filter(field="participation", subject__in=heirs, start=passage.start, end=passage.end)
        if heirs and not taken.exists():
            passage.subject = heirs[0]
            passage.save()
        else:
            passage.delete()


def find_words(text: TextVersion, words: str, start: int, end: int, field: str = "words") -> tuple[int, int]:
    """Return where words stand in a stretch of the stored text, verbatim and once; raise ``NotVerbatim``."""
    words = words.strip()
    found = text.text.find(words, start, end) if words else -1
    if found < 0:
        raise NotVerbatim("These words do not stand so in the paragraph. Copy them exactly, marks included.", field)
    if text.text.find(words, found + 1, end) >= 0:
        raise NotVerbatim("These words stand more than once in the paragraph. Take a few more of them.", field)
    return found, found + len(words)


@transaction.atomic
def add_draft(*, reading: Reading, kind: str, words: str, start: int, end: int, by: User, at: datetime) -> Draft:
    """Make a draft from words of a paragraph that the program missed; or raise ``NotVerbatim``."""
    article = locked_article(reading.text_version.article_id)
    span = find_words(reading.text_version, words, start, end)
    exact = reading.text_version.text[slice(*span)]
    numbers = Draft.objects.filter(reading__text_version__article=article).values_list("number", flat=True)
    content: EventContent | StatementContent
    day = article.dateline_on.isoformat() if article.dateline_on else article.published
    if kind == Draft.Kind.EVENT:
        content = EventContent(edtf=day)
    else:
        content = StatementContent(words=exact, edtf=day, language=article.language)
    draft = Draft.objects.create(
        reading=reading,
        number=max(numbers, default=0) + 1,
        kind=kind,
        content=content.to_json(),
        is_by_hand=True,
        fingerprint=hashlib.sha256(f"{kind}\nby hand\n{' '.join(exact.split())}".encode()).hexdigest(),
        changed_at=at,
    )
    Passage.objects.bulk_create(
        Passage(draft=draft, field=field, start=span[0], end=span[1], exact=exact) for field in MAIN_FIELDS[kind]
    )
    write_decision(Decision.Act.ADD, article=article, draft=draft, by=by, at=at, after=snapshot(draft))
    return draft


@transaction.atomic
def add_passage(
    *, draft: Draft, field: str, words: str, start: int, end: int, expected_version: int, by: User, at: datetime,
    subject: str = "",
) -> Draft:  # fmt: skip
    """Give a field of a draft another passage; raise ``NotVerbatim`` where the words are not in the stored text."""
    row = _locked_draft(draft, expected_version)
    before, text = snapshot(row), row.reading.text_version
    first, last = find_words(text, words, start, end)
    Passage.objects.get_or_create(
        draft=row, field=field, subject=subject, start=first, end=last, defaults={"exact": text.text[first:last]}
    )
    return _save_step(Decision.Act.CITE, row, before, by=by, at=at)


def _mark_values(mark: ParagraphMark) -> dict[str, Any]:
    return {
        "text": mark.text_version_id,
        "kind": mark.kind,
        "start": mark.start,
        "end": mark.end,
        "reason": mark.reason,
    }


def _mark(kind: str, act: str, text: TextVersion, start: int, end: int, reason: str, by: User, at: datetime) -> None:
    """Mark a stretch of a text once; a second mark of the same kind changes nothing."""
    article = locked_article(text.article_id)
    mark, is_new = ParagraphMark.objects.get_or_create(
        text_version=text,
        kind=kind,
        start=start,
        defaults={"end": end, "reason": reason, "marked_by": by, "marked_at": at},
    )
    if is_new:
        write_decision(act, article=article, by=by, at=at, after=_mark_values(mark))


@transaction.atomic
def restore_dropped(*, reading: Reading, start: int, by: User, at: datetime) -> None:
    """Take a dropped paragraph back in; raise ``Refused`` where none was dropped there."""
    found = next((part for part in reading.dropped if part["start"] == start), None)
    if found is None:
        raise Refused("not_dropped", "No paragraph was left out there.")
    act = Decision.Act.RESTORE
    _mark(ParagraphMark.Kind.RESTORED, act, reading.text_version, start, found["end"], "", by, at)


@transaction.atomic
def wave_off_paragraph(*, reading: Reading, start: int, reason: str, by: User, at: datetime) -> None:
    """Say that a paragraph holds nothing for the record, and why; raise ``Refused`` for what is no paragraph."""
    restored = reading.text_version.marks.filter(kind=ParagraphMark.Kind.RESTORED).values("start", "end")
    found = next((part for part in [*reading.paragraphs, *restored] if part["start"] == start), None)
    if found is None or reason not in ParagraphMark.Reason.values:
        raise Refused("no_paragraph", "There is no such paragraph, or no such reason.")
    act = Decision.Act.WAVE_OFF
    _mark(ParagraphMark.Kind.WAVED_OFF, act, reading.text_version, start, found["end"], reason, by, at)


@transaction.atomic
def undo_decision(*, article: Article, by: User, at: datetime, expected: int | None = None) -> Decision | None:
    """Take back the last step on an article and return it; nothing where there is none that can be taken back.

    ``expected`` is the step that was shown as the last; raise ``Conflict`` where another was taken since.
    """
    article = locked_article(article.pk)
    decision = article.decisions.select_for_update().filter(undone_at__isnull=True).order_by("-pk").first()
    if decision is None or decision.act in PUBLIC_ACTS:
        return None
    if expected is not None and decision.pk != expected:
        raise Conflict(article)
    if decision.act in (Decision.Act.ONE_ORIGIN, Decision.Act.APART):
        undo_origin(decision, by=by, at=at)
    elif decision.draft_id is None:
        _undo_mark(decision)
    else:
        _undo_step(decision, at=at)
    decision.undone_at = at
    decision.save()
    write_log("undo_decision", of=article, by=by, at=at, before=decision.after, after=decision.before)
    return decision


def _undo_mark(decision: Decision) -> None:
    """Remove the mark that a step made."""
    made = decision.after
    ParagraphMark.objects.filter(text_version=made["text"], kind=made["kind"], start=made["start"]).delete()


def _undo_step(decision: Decision, *, at: datetime) -> None:
    """Put a draft back as it stood before a step; one that the step added is taken out of sight, never deleted."""
    draft = Draft.objects.select_for_update().get(pk=decision.draft_id or 0)
    draft.version, draft.changed_at = draft.version + 1, at
    if decision.act == Decision.Act.ADD:
        draft.state = Draft.State.REPLACED
        draft.save()
        return
    draft.state, draft.content = decision.before["state"], decision.before["content"]
    draft.save()
    draft.passages.all().delete()
    Passage.objects.bulk_create(Passage(draft=draft, **values) for values in decision.before["passages"])
