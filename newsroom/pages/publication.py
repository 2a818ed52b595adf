"""Show what would be published, with the checklist of each draft."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.models import Article, Draft
from newsroom.pages.cards import Card, card_of
from newsroom.queries import desk_of

AXES = ("source", "date", "principals", "office", "counterpart")


@dataclass(frozen=True, slots=True)
class Checked:
    """Hold one draft with its checklist: each axis and what it lacks."""

    card: Card

    @property
    def axes(self) -> list[tuple[str, list[object]]]:
        """Return each axis with what is lacking on it; a statement has no counterpart."""
        names = AXES if self.card.draft.kind == Draft.Kind.EVENT else AXES[:-1]
        return [(axis, [lack for lack in self.card.lacks if lack.axis == axis]) for axis in names]


@dataclass(frozen=True, slots=True)
class PublicationPage:
    """Hold all that is accepted, ready or not, and what is already public."""

    article: Article
    drafts: tuple[Checked, ...]
    published: tuple[Card, ...]
    undecided: int

    @property
    def is_complete(self) -> bool:
        """Say whether everything accepted can be published."""
        return bool(self.drafts) and not any(one.card.lacks for one in self.drafts)

    @property
    def expected(self) -> str:
        """Return the drafts and versions that are shown, for the form."""
        return ",".join(f"{one.card.draft.pk}:{one.card.draft.version}" for one in self.drafts)


def publication_page(article: Article) -> PublicationPage:
    """Return what is accepted and what is public of an article. Nine queries."""
    desk = desk_of(article)
    cards = {row.draft.pk: card_of(desk, row) for row in desk.drafts}
    states = {row.draft.pk: row.draft.state for row in desk.drafts}
    return PublicationPage(
        article=article,
        drafts=tuple(Checked(card) for pk, card in cards.items() if states[pk] == Draft.State.ACCEPTED),
        published=tuple(card for pk, card in cards.items() if states[pk] == Draft.State.PUBLISHED),
        undecided=sum(state == Draft.State.PROPOSED for state in states.values()),
    )
