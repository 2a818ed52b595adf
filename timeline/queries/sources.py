"""The sources of the events on one page, numbered as the page needs them."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.models import Citation, Source


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
