"""What the page of a source shows, every passage cited from it and what rests on it; and the list of all sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.filters.sources import SourcesForm
from timeline.models import Citation, Event, Source, Statement
from timeline.pages.hits import SourceHit, source_hit
from timeline.pages.passages import Note, numbered, told
from timeline.queries import RecordSize, SourceRecord
from timeline.queries.found import FoundSource
from timeline.queries.records import record_size
from timeline.queries.sources import SourcePlace, sources_of
from timeline.sql.outlets import outlets

LONGEST_OPEN_LIST = 4
# Of more outlets a menu is no help: the page of each source leads to the others of its own.
MOST_OUTLETS = 400


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


@dataclass(frozen=True)
class SourcesPage:
    """A page of the list of sources."""

    form: SourcesForm = told("Whose sources are shown.")
    size: RecordSize = told("How much the record holds.")
    outlets: list[str] = told("The outlets that can be chosen, by name.")
    lines: list[SourceHit] = told(
        "The sources, the newest first; those without a stated day last.", default_factory=list
    )
    following: str = told("The query of the page after this one; empty on the last.", default="")
    is_first: bool = told("Whether the list begins here.", default=True)

    @property
    def outlet(self) -> str:
        """Return the outlet whose sources are shown; empty for all."""
        return str(self.form.data["outlet"])


def sources_page(form: SourcesForm, after: SourcePlace | None) -> SourcesPage:
    """Read a page of the list (at most 5 queries)."""
    size, names = record_size(), outlets(MOST_OUTLETS)
    if not form.is_valid():
        return SourcesPage(form, size, names)
    outlet = form.cleaned_data["outlet"]
    names += [outlet] if outlet and outlet not in names else []
    found, place = sources_of(outlet, after)
    lines = [source_hit(FoundSource(source, source.title)) for source in found]
    following = form.query_with(following=str(place)) if place else ""
    return SourcesPage(form, size, names, lines, following, after is None)
