"""The sources of the events on one page, numbered as the page needs them."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.models import Citation, Pair
from timeline.queries.filtering import EventFilter, filtered_rows
from timeline.queries.lists import ORDER
from timeline.sql.sources import CitedSource, sources_of_events

# Of a pair with more events, the sources of so many of the newest are counted.
MOST_COUNTED_FOR_SOURCES = 500


@dataclass(frozen=True)
class CitedSources:
    """The sources of some events, in the order in which the events need them, and the numbers of each event's."""

    sources: list[CitedSource]
    numbers: dict[int, list[int]]


def cited_sources(event_ids: Sequence[int]) -> CitedSources:
    """Return the sources of events, numbered from 1 in the order of the events (1 query; none without events)."""
    by_event: dict[int, list[CitedSource]] = {}
    for event_id, source in sources_of_events(event_ids) if event_ids else ():
        by_event.setdefault(event_id, []).append(source)
    found = {source.id: source for event_id in event_ids for source in by_event.get(event_id, ())}
    numbers = {source_id: number for number, source_id in enumerate(found, start=1)}
    return CitedSources(
        list(found.values()),
        {event_id: sorted(numbers[source.id] for source in cited) for event_id, cited in by_event.items()},
    )


@dataclass(frozen=True)
class CitedCount:
    """On how many texts, of how many outlets, a pair's events rest; of a long list, those of its newest events."""

    sources: int = 0
    outlets: int = 0
    events: int = 0
    is_complete: bool = True


def cited_count(pair: Pair, events: int) -> CitedCount:
    """Count the sources of a pair's default list, which has so many events (1 query)."""
    newest = filtered_rows(pair, EventFilter()).order_by(*(f"-{name}" for name in ORDER))
    ids = newest.values("event_id")[:MOST_COUNTED_FOR_SOURCES]
    own = Citation.objects.filter(event__in=ids).values_list("source_id", "source__outlet")
    theirs = Citation.objects.filter(participation__event__in=ids).values_list("source_id", "source__outlet")
    found = list(own.order_by().union(theirs.order_by()))
    outlets = {outlet for _, outlet in found}
    return CitedCount(
        len(found), len(outlets), min(events, MOST_COUNTED_FOR_SOURCES), events <= MOST_COUNTED_FOR_SOURCES
    )
