"""The sources of the events on one page, numbered as the page needs them."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.models import Citation, Pair, Source
from timeline.queries.filtering import EventFilter, filtered_rows
from timeline.queries.lists import ORDER

# Of a pair with more events, the sources of so many of the newest are counted.
MOST_COUNTED_FOR_SOURCES = 500


@dataclass(frozen=True)
class CitedSources:
    """The sources of some events, in the order in which the events need them, and the numbers of each event's."""

    sources: list[Source]
    numbers: dict[int, list[int]]


def cited_sources(event_ids: Sequence[int]) -> CitedSources:
    """Return the sources of events, numbered from 1 in the order of the events (2 queries; none without events)."""
    if not event_ids:
        return CitedSources([], {})
    own = Citation.objects.filter(event__in=event_ids).values_list("event_id", "source_id")
    parts = Citation.objects.filter(participation__event__in=event_ids)
    theirs = parts.values_list("participation__event_id", "source_id")
    by_event: dict[int, list[int]] = {}
    for event_id, source_id in own.order_by().union(theirs.order_by()).order_by("event_id", "source_id"):
        by_event.setdefault(event_id or 0, []).append(source_id)
    numbers: dict[int, int] = {}
    for event_id in event_ids:
        for source_id in by_event.get(event_id, []):
            numbers.setdefault(source_id, len(numbers) + 1)
    sources = Source.objects.in_bulk(numbers)
    return CitedSources(
        [sources[source_id] for source_id in numbers],
        {event_id: sorted(numbers[source_id] for source_id in cited) for event_id, cited in by_event.items()},
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
