"""Lists of events on one line each, cut by keyset from the record itself: for what is bounded by a life or a month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, DateField, F, Q, QuerySet, Value, When
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from django.db.models.functions import Coalesce

from timeline.models import Event, Modality
from timeline.queries.lists import Cursor
from timeline.values import OPEN_SPAN_DAYS

LINES_ON_PAGE = 40
# The order of all lists (docs/data-model.md): first day, days between the bounds, order within the day, id.
PLACE = ("sort_date", "ends", "day_order", "id")
ENDS = Case(
    When(Q(earliest__isnull=True) | Q(latest__isnull=True), then=Value(date.max)),
    default=F("latest"),
    output_field=DateField(),
)
LAST_DATE = Coalesce("latest", "earliest", output_field=DateField())


@dataclass(frozen=True)
class EventPageOfList:
    """A page of a list: its events with their participations, and the places of the pages after and before it."""

    events: Sequence[Event]
    after: Cursor | None
    before: Cursor | None


def published(rows: QuerySet[Event] | None = None) -> QuerySet[Event]:
    """Return the events that happened and were not withdrawn."""
    rows = Event.objects.all() if rows is None else rows
    return rows.filter(withdrawn_at__isnull=True, modality=Modality.HAPPENED)


def within(first: date | None, last: date | None) -> Q:
    """Return what an event must be that may lie in some days: its span touches them, as in the lists of pairs."""
    begins = Q(sort_date__lte=last) if last else Q()
    return begins & (Q(latest__gte=first) | Q(latest__isnull=True, earliest__gte=first)) if first else begins


def page_of_events(
    rows: QuerySet[Event],
    after: Cursor | None = None,
    before: Cursor | None = None,
    *,
    is_oldest_first: bool = False,
    limit: int = LINES_ON_PAGE,
) -> EventPageOfList:
    """Cut one page of a list, with participations, countries and leaders (4 queries; 1 where nothing is found)."""
    backwards = before is not None
    ascending = is_oldest_first != backwards
    rows = rows.annotate(ends=ENDS)
    place = before or after
    if place is not None:
        beyond = TupleGreaterThan if ascending else TupleLessThan
        rows = rows.filter(beyond(Tuple(*(F(name) for name in PLACE)), _as_tuple(place)))
    order = PLACE if ascending else tuple(f"-{name}" for name in PLACE)
    rows = rows.order_by(*order).prefetch_related("participations__country", "participations__leader")
    found = list(rows[: limit + 1])
    has_more, events = len(found) > limit, found[:limit]
    if backwards:
        events.reverse()
    if not events:
        return EventPageOfList([], None, None)
    later = has_more if not backwards else True
    earlier = has_more if backwards else after is not None
    return EventPageOfList(events, _place(events[-1]) if later else None, _place(events[0]) if earlier else None)


def _as_tuple(place: Cursor) -> tuple[date, date, int, int]:
    is_open = place.span_days >= min(OPEN_SPAN_DAYS, (date.max - place.sort_date).days)
    ends = date.max if is_open else place.sort_date + timedelta(days=max(place.span_days, 0))
    return place.sort_date, ends, place.day_order, place.event_id


def _place(event: Event) -> Cursor:
    when = event.when
    return Cursor(when.sort_date, when.span_days, event.day_order, event.pk)
