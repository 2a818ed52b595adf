"""Accounts of one event side by side: what each report says of a fact, and where reports contradict each other.

No report is preferred. Only what the record itself holds is called a difference: figures of one thing that are not the
same, and a denial that a party gave as an answer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.models import Citation, Claim, Event, EventLink
from timeline.pages.passages import Note, Notes, told

# The facts of an event of which reports can give accounts, in reading order.
FACTS = ("when", "place", "kind", "modality", "summary")
FEWEST_ORIGINS = 2


@dataclass(frozen=True)
class FactAccount:
    """What one origin says of a fact."""

    origin: str = told("Whose report it is.")
    kind: str = told("What sort of text it is: press report, official readout ...")
    passages: list[Note] = told("The passages of it that support the fact.")


@dataclass(frozen=True)
class Comparison:
    """A fact, or several that rest on the same passages, of which several origins give their account."""

    facts: list[str] = told("What the passages support, in words.")
    accounts: list[FactAccount] = told("One account for each origin, in the order of their first passages.")


def comparisons(notes: Notes) -> list[Comparison]:
    """Return the facts of which several origins give an account (no query)."""
    by_number = {note.number: note for note in notes.notes}
    facts_of: dict[tuple[int, ...], list[str]] = {}
    for fact in FACTS:
        facts_of.setdefault(tuple(notes.of(fact)), []).append(fact)
    found = []
    for numbers, facts in facts_of.items():
        accounts = _by_origin([by_number[number] for number in numbers])
        if len(accounts) >= FEWEST_ORIGINS:
            found.append(Comparison([str(Citation.Field(fact).label) for fact in facts], accounts))
    return found


def _by_origin(notes: Iterable[Note]) -> list[FactAccount]:
    of_origin: dict[str, list[Note]] = {}
    for note in notes:
        of_origin.setdefault(note.citation.source.origin, []).append(note)
    return [
        FactAccount(origin, str(passages[0].citation.source.get_kind_display()), passages)
        for origin, passages in of_origin.items()
    ]


def differing(claims: Sequence[Claim]) -> frozenset[int]:
    """Return the ids of the figures that others contradict: the same thing, unit and period, and another number."""
    values: dict[tuple[str, str, str], set[tuple[object, str]]] = {}
    for claim in claims:
        values.setdefault(_thing(claim), set()).add((claim.value, claim.direction))
    return frozenset(claim.pk for claim in claims if len(values[_thing(claim)]) > 1)


def _thing(claim: Claim) -> tuple[str, str, str]:
    return " ".join(claim.subject.casefold().split()), claim.unit.casefold(), claim.edtf


def denials(links_in: Iterable[EventLink]) -> list[Event]:
    """Return the denials that were given as an answer to an event."""
    answers = (link.event for link in links_in if link.kind == EventLink.Kind.ANSWERS)
    return [event for event in answers if event.kind == "denial" and event.withdrawn_at is None]
