"""The sources of the events on one page, numbered as the page needs them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline.models import Source
from timeline.queries.lists import ListedEvent
from timeline.sql.lists import rows_by_id


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
    ids = list(dict.fromkeys(source_id for event in events for source_id in event.sources))
    found = {row[0]: CitedSource._make(row) for row in rows_by_id(Source, ids, COLUMNS)}
    numbers = {source_id: number for number, source_id in enumerate(ids, start=1)}
    return CitedSources(
        [found[source_id] for source_id in ids],
        {event.event_id: sorted(numbers[source_id] for source_id in event.sources) for event in events},
    )
