"""The sources of the events on one page, numbered as the page needs them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline.models import Source
from timeline.queries.lists import ListedEvent
from timeline.sql.lists import ask_rows_by_id


class CitedSource(NamedTuple):
    """What a list shows of a source."""

    id: int
    title: str
    language: str
    outlet: str
    origin: str
    published: str
    address: str


COLUMNS = CitedSource._fields


@dataclass(frozen=True)
class CitedSources:
    """The sources of some events, in the order in which the events need them, and the numbers of each event's."""

    sources: list[CitedSource]
    numbers: dict[int, list[int]]


def cited_sources(events: Sequence[ListedEvent]) -> CitedSources:
    """Return the sources of events, numbered from 1 in the order of the events (1 query; none without sources)."""
    return ask_cited_sources(events)()


def ask_cited_sources(events: Sequence[ListedEvent]) -> Callable[[], CitedSources]:
    """Ask for what ``cited_sources`` returns, and return what reads it."""
    ids = list(dict.fromkeys(source_id for event in events for source_id in event.sources))
    numbers = {source_id: number for number, source_id in enumerate(ids, start=1)}
    read_rows = ask_rows_by_id(Source, ids, COLUMNS)

    def read() -> CitedSources:
        found = {row[0]: CitedSource._make(row) for row in read_rows()}
        return CitedSources(
            [found[source_id] for source_id in ids],
            {event.event_id: sorted(numbers[source_id] for source_id in event.sources) for event in events},
        )

    return read
