"""Lists of events, read from the read models by keyset: one or two queries whatever their length."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import CharField, Q, QuerySet, Value
from django.utils.translation import get_language

from timeline.models import Country, Coverage, Event, EventPair, EventPairKey, EventRow, Modality, Pair
from timeline.queries.filtering import EventFilter, Read, filtered_rows, reads_of
from timeline.queries.keyset import Cursor, from_place, page_of
from timeline.queries.owners import ListOwner
from timeline.sql.composed import composed
from timeline.sql.lists import ask_merged_list, ask_plain_list

ORDER = ("sort_date", "span_days", "day_order", "event_id")
COLUMNS = (*ORDER, "side", "last_date", "level", "is_party")
OF_KEPT_ROW = ("html", "drawing")
OF_ITS_SOURCES = ("sources", "outlets", "cited")
PAGE_SIZE = 50


class ListedEvent(NamedTuple):
    """One event in a list: where it stands, and its kept row; in the order of columns.

    Of its sources, where the list was asked for with them: ids, who published them, and their drawn entries.
    """

    sort_date: date
    span_days: int
    day_order: int
    event_id: int
    side: str
    last_date: date
    level: str
    is_party: bool
    html: str
    drawing: str = ""
    sources: Sequence[int] = ()
    outlets: Sequence[str] = ()
    cited: Sequence[str] = ()

    @property
    def cursor(self) -> Cursor:
        """Return the place after this event."""
        return Cursor(self.sort_date, self.span_days, self.day_order, self.event_id)

    def with_row(self, kept: EventRow) -> "ListedEvent":
        """Return the same place with another kept row."""
        return self._replace(
            html=kept.html, drawing=kept.drawing, sources=kept.sources, outlets=kept.outlets, cited=kept.cited
        )

    def is_definite(self, chosen: EventFilter) -> bool:
        """Return whether the event's whole span lies in the filter's dates; else it is only possible."""
        begins = chosen.earliest is None or chosen.earliest <= self.sort_date
        return begins and (chosen.latest is None or self.last_date <= chosen.latest)


@dataclass(frozen=True)
class EventList:
    """A page of a list: its events, and the places of the pages after and before it."""

    events: list[ListedEvent]
    after: Cursor | None
    before: Cursor | None


def event_list(
    owner: ListOwner,
    chosen: EventFilter,
    language: str = "",
    after: Cursor | None = None,
    before: Cursor | None = None,
    limit: int = PAGE_SIZE,
    *,
    has_sources: bool = False,
) -> EventList:
    """Return one page of a list, newest first unless asked otherwise, its events' sources if asked for (1 query)."""
    return ask_event_list(owner, chosen, language, after, before, limit, has_sources=has_sources)()


def ask_event_list(
    owner: ListOwner,
    chosen: EventFilter,
    language: str = "",
    after: Cursor | None = None,
    before: Cursor | None = None,
    limit: int = PAGE_SIZE,
    *,
    has_sources: bool = False,
) -> Callable[[], EventList]:
    """Ask for what ``event_list`` returns, and return what reads it (1 query)."""
    ascending = chosen.is_oldest_first != (before is not None)
    language = language or get_language() or "en"
    of_row = OF_KEPT_ROW + OF_ITS_SOURCES if has_sources else OF_KEPT_ROW
    if isinstance(owner, Pair | Country) and chosen.is_plain:
        # A list without filters is one read in order.
        place, modalities = before or after, chosen.modalities or Modality.values
        here = astuple(place) if place else None
        read_rows = ask_plain_list(
            owner, modalities, language, COLUMNS, of_row, ORDER, here, ascending=ascending, limit=limit + 1
        )
    else:
        cuts = [_cut(read, before or after, ascending=ascending)[: limit + 1] for read in reads_of(owner, chosen)]
        read_rows = ask_merged_list(cuts, language, COLUMNS, of_row, ORDER, ascending=ascending, limit=limit + 1)

    def read() -> EventList:
        found = [ListedEvent(*row) for row in read_rows()]
        return EventList(*page_of(found, limit, lambda event: event.cursor, after, before))

    return read


def _cut(read: Read, place: Cursor | None, *, ascending: bool) -> QuerySet[Any]:
    """Return one read in the order of the list, from a place on."""
    rows = read.rows
    if rows.model not in {EventPair, EventPairKey}:
        rows = rows.annotate(side=Value("joint", output_field=CharField()))
    columns = [name if name in ORDER else f"{read.at}{name}" for name in COLUMNS]
    here = astuple(place) if place else None
    return from_place(rows, ORDER, here, ascending=ascending).values_list(*columns)


def pair_event_count(pair: Pair, chosen: EventFilter) -> int:
    """Return how many events a filtered list has (1 query)."""
    return filtered_rows(pair, chosen).count()


def events_by_id(ids: Iterable[int]) -> dict[int, Event]:
    """Return events by id (1 query)."""
    return Event.objects.in_bulk([event_id for event_id in ids if event_id])


def newest_events(language: str = "", limit: int = 10) -> list[Event]:
    """Return the events that happened last, by their first day, with their countries (3 queries)."""
    events = Event.objects.filter(withdrawn_at__isnull=True, modality=Modality.HAPPENED)
    events = events.order_by("-sort_date", "-id").prefetch_related("participations__country")
    return list(events[:limit])


@composed
def _coverage(first: Any, second: Any) -> QuerySet[Coverage]:
    """Return what is said of two countries, then what is said of the record."""
    rows = Coverage.objects.filter(Q(first=first, second=second) | Q(first__isnull=True))
    return rows.order_by("first_id", "id")[:1]


def coverage_of(pair: Pair | None = None) -> Coverage | None:
    """Return what is said to be covered: of the pair where something is said of it, else of the record (1 query)."""
    return next(iter(_coverage(*((pair.first_id, pair.second_id) if pair else (None, None)))), None)


@dataclass(frozen=True)
class RecordSize:
    """How much the record holds."""

    events: int
    pairs: int
    sources: int
    origins: int
    statements: int
