"""The events of lists that show a line each."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from timeline.models import Event, Modality, Participation
from timeline.queries.filtering import EventFilter, filtered_rows
from timeline.queries.lists import COLUMNS, ListedEvent
from timeline.queries.owners import ListOwner
from timeline.sql.composed import among, composed, share_out

LINES_ON_PAGE = 40


def published() -> QuerySet[Event]:
    """Return the events that happened and were not withdrawn."""
    return Event.objects.filter(withdrawn_at__isnull=True, modality=Modality.HAPPENED)


@composed
def _events(ids: Any) -> QuerySet[Event]:
    return Event.objects.filter(among("id", ids))


@composed
def _parts(ids: Any) -> QuerySet[Participation]:
    rows = Participation.objects.filter(among("event", ids)).select_related("country")
    return rows.order_by("event", "position", "id")


def events_with_parts(ids: Iterable[int]) -> dict[int, Event]:
    """Return events by id, with their participations and countries (2 queries, none for no id)."""
    if not (ids := list(ids)):
        return {}
    events = _events(ids)
    share_out(events, "participations", "event_id", _parts(ids))
    return {event.pk: event for event in events}


def event_places(owner: ListOwner, chosen: EventFilter) -> dict[int, ListedEvent]:
    """Return all that a filter leaves of a list that an editor keeps short, by event, without kept rows (1 query)."""
    columns = [name for name in COLUMNS if name != "side"]
    rows = filtered_rows(owner, chosen).order_by("event_id").values(*columns)
    return {row["event_id"]: ListedEvent(**row, side="joint", html="") for row in rows}
