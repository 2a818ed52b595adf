"""What the page of a source shows: every passage that is cited from it, and what rests on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.models import Citation, Event, Source, Statement
from timeline.pages.passages import Note, numbered, told
from timeline.queries import SourceRecord

LONGEST_OPEN_LIST = 4


@dataclass(frozen=True)
class SourcePassage:
    """A passage of a source with what it supports."""

    note: Note = told("The passage with its number.")
    events: list[Event] = told("The events that rest on it.")
    statements: list[Statement] = told("The statements that rest on it.")

    @property
    def count(self) -> int:
        """Return how many events and statements rest on it."""
        return len(self.events) + len(self.statements)

    @property
    def is_long(self) -> bool:
        """Return whether the list is better folded."""
        return self.count > LONGEST_OPEN_LIST


@dataclass(frozen=True)
class SourcePage:
    """All of a source's page."""

    source: Source = told("The source.")
    passages: list[SourcePassage] = told("What is cited from it, in the order of its text.")
    copies: list[Source] = told("Other texts of the same origin that tell of the same events; all count as one origin.")


def source_page(record: SourceRecord) -> SourcePage:
    """Show a source (no query beside those of the record)."""
    notes = numbered(record.citations, {})  # without an order of facts: by place in the text
    by_place: dict[tuple[int, int], list[Citation]] = {}
    for citation in record.citations:
        by_place.setdefault((citation.start, citation.end), []).append(citation)
    passages = []
    for note in notes.notes:
        group = by_place[note.citation.start, note.citation.end]
        passage = SourcePassage(note, _events(group), _statements(group))
        if passage.count:
            passages.append(passage)
    return SourcePage(record.source, passages, record.copies)


def _events(citations: Iterable[Citation]) -> list[Event]:
    found: dict[int, Event] = {}
    for citation in citations:
        event = citation.event or (citation.participation.event if citation.participation else None)
        if event and event.withdrawn_at is None:
            found[event.pk] = event
    return list(found.values())


def _statements(citations: Iterable[Citation]) -> list[Statement]:
    found: dict[int, Statement] = {}
    for citation in citations:
        statement = citation.statement or (citation.claim.statement if citation.claim else None)
        if statement and statement.withdrawn_at is None:
            found[statement.pk] = statement
    return list(found.values())
