"""What files and feeds of a list hold of its events: read by keyset in parts, each in a fixed number of queries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, Max, Q

from timeline.models import Citation, Event, Participation
from timeline.queries.filtering import EventFilter, filtered_rows
from timeline.queries.lists import event_list
from timeline.queries.owners import ListOwner

# So many events are in memory at once, however long the list is.
PART_SIZE = 250
MOST_ROWS = 50_000


@dataclass(frozen=True)
class ExportedEvent:
    """An event with who took part, and the passages on which it and their parts rest."""

    event: Event
    participations: Sequence[Participation]
    citations: list[Citation] = field(default_factory=list)


@dataclass(frozen=True)
class ListSize:
    """How many events a list has, and when the last of them was changed; of more than a file holds, one more."""

    count: int
    updated_at: datetime | None

    @property
    def is_too_large(self) -> bool:
        """Return whether a file does not hold them all."""
        return self.count > MOST_ROWS


def list_size(owner: ListOwner | None, chosen: EventFilter) -> ListSize:
    """Count what a file of a list would hold, no further than is needed to refuse it (1 query)."""
    if owner is None:
        return ListSize(0, None)
    ids = filtered_rows(owner, chosen).order_by().values("event_id")[: MOST_ROWS + 1]
    found = Event.objects.filter(pk__in=ids).aggregate(count=Count("pk"), changed=Max("updated_at"))
    return ListSize(found["count"], found["changed"])


def event_parts(owner: ListOwner | None, chosen: EventFilter) -> Iterator[list[ExportedEvent]]:
    """Yield all events of a list in its order, a part at a time (5 queries a part, whatever its length)."""
    after = None
    while owner is not None:
        page = event_list(owner, chosen, after=after, limit=PART_SIZE)
        yield exported_events([row.event_id for row in page.events])
        after = page.after
        if after is None:
            return


def exported_events(ids: Sequence[int]) -> list[ExportedEvent]:
    """Return events in the order of their ids, without withdrawn ones (4 queries, none for no id)."""
    if not ids:
        return []
    parts = Participation.objects.filter(event__in=ids).select_related("country", "leader", "tenure__office")
    of_event: dict[int, list[Participation]] = {}
    for part in parts.order_by("event_id", "position", "id"):
        of_event.setdefault(part.event_id, []).append(part)
    events = Event.objects.filter(withdrawn_at__isnull=True).prefetch_related("topics").in_bulk(list(ids))
    cited = _citations(ids, {part.pk: part.event_id for parts in of_event.values() for part in parts})
    found = (events[event_id] for event_id in ids if event_id in events)
    return [ExportedEvent(event, of_event.get(event.pk, []), cited.get(event.pk, [])) for event in found]


def _citations(ids: Sequence[int], event_of_part: dict[int, int]) -> dict[int, list[Citation]]:
    """Return the passages of events and of their parts, by event, in the order of sources and places (1 query)."""
    rows = Citation.objects.filter(Q(event__in=ids) | Q(participation__in=list(event_of_part)))
    found: dict[int, list[Citation]] = {}
    for citation in rows.select_related("source").defer("source__search").order_by("source_id", "start", "id"):
        event_id = citation.event_id or event_of_part[citation.participation_id or 0]
        found.setdefault(event_id, []).append(citation)
    return found
