"""The sources of the events on one page, numbered as the page needs them."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.sql.sources import CitedSource, sources_of_events


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
