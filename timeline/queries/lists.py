"""Lists of events, read from the read models by keyset: one query whatever their length."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from django.db.models.functions import Coalesce
from django.utils.translation import get_language

from timeline.kinds import KINDS
from timeline.models import Country, Coverage, Event, EventCountry, EventPair, Modality, Pair, PairFacet

ORDER = ("sort_date", "span_days", "day_order", "event_id")
PAGE_SIZE = 50


@dataclass(frozen=True)
class EventFilter:
    """What a list shows: empty tuples and None mean no limit. A day counts where the event's span touches it."""

    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    leaders: tuple[int, ...] = ()
    modalities: tuple[str, ...] = (Modality.HAPPENED,)
    earliest: date | None = None
    latest: date | None = None
    includes_mentions: bool = False
    is_oldest_first: bool = False

    @property
    def is_default(self) -> bool:
        """Return whether it shows the default list, in either order."""
        return self in (EventFilter(), EventFilter(is_oldest_first=True))


@dataclass(frozen=True)
class Cursor:
    """The place after one event in the order of a list."""

    sort_date: date
    span_days: int
    day_order: int
    event_id: int

    def __str__(self) -> str:
        return f"{self.sort_date.isoformat()}.{self.span_days}.{self.day_order}.{self.event_id}"

    @classmethod
    def parse(cls, text: str) -> "Cursor":
        """Read what str() gives; raise ValueError."""
        day, span, order, event = text.split(".")
        numbers = [int(part) for part in (span, order, event)]
        if not all(abs(number) < 2**31 for number in numbers[:2]) or not 0 < numbers[2] < 2**63:
            raise ValueError("the place is out of range")
        return cls(date.fromisoformat(day), *numbers)


@dataclass(frozen=True)
class ListedEvent:
    """One event in a list: where it stands, and its kept row."""

    event_id: int
    side: str
    sort_date: date
    last_date: date
    span_days: int
    day_order: int
    kind: str
    modality: str
    level: str
    is_party: bool
    published_at: datetime
    html: str

    @property
    def cursor(self) -> Cursor:
        """Return the place after this event."""
        return Cursor(self.sort_date, self.span_days, self.day_order, self.event_id)

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


def _filtered(rows: QuerySet[Any], chosen: EventFilter) -> QuerySet[Any]:
    conditions = Q()
    if not chosen.includes_mentions:
        conditions &= Q(is_party=True)
    wanted = {"kind": chosen.kinds, "level": chosen.levels, "modality": chosen.modalities}
    for column, values in wanted.items():
        if values:
            conditions &= Q(**{f"{column}__in": values})
    if chosen.leaders:
        conditions &= Q(event__in=Event.objects.filter(participations__leader__in=chosen.leaders).values("id"))
    if chosen.earliest:
        conditions &= Q(last_date__gte=chosen.earliest)
    if chosen.latest:
        conditions &= Q(sort_date__lte=chosen.latest)
    return rows.filter(conditions)


def _page(
    rows: QuerySet[Any], chosen: EventFilter, language: str, after: Cursor | None, before: Cursor | None, limit: int
) -> EventList:
    """Cut one page by keyset. One row more than the page is read, which tells whether there is another page."""
    backwards = before is not None
    ascending = chosen.is_oldest_first != backwards
    place = before or after
    if place is not None:
        beyond = TupleGreaterThan if ascending else TupleLessThan
        here = (place.sort_date, place.span_days, place.day_order, place.event_id)
        rows = rows.filter(beyond(Tuple(*(F(name) for name in ORDER)), here))
    order = ORDER if ascending else tuple(f"-{name}" for name in ORDER)
    has_side = rows.model is EventPair
    columns = [*ListedEvent.__dataclass_fields__][:-1]
    columns = columns if has_side else [name for name in columns if name != "side"]
    rows = rows.filter(event__rows__language=language or get_language()).order_by(*order)
    found = [
        ListedEvent(**{"side": "joint", **dict(zip(columns, row[:-1], strict=True)), "html": row[-1]})
        for row in rows.values_list(*columns, "event__rows__html")[: limit + 1]
    ]
    has_more, events = len(found) > limit, found[:limit]
    if backwards:
        events.reverse()
    if not events:
        return EventList([], None, None)
    later = has_more if not backwards else True
    earlier = has_more if backwards else after is not None
    return EventList(events, events[-1].cursor if later else None, events[0].cursor if earlier else None)


def pair_events(
    pair: Pair,
    chosen: EventFilter,
    language: str = "",
    after: Cursor | None = None,
    before: Cursor | None = None,
    limit: int = PAGE_SIZE,
) -> EventList:
    """Return one page of a pair's events, newest first unless asked otherwise (1 query)."""
    return _page(_filtered(EventPair.objects.filter(pair=pair), chosen), chosen, language, after, before, limit)


def country_events(
    country: Country,
    chosen: EventFilter,
    language: str = "",
    after: Cursor | None = None,
    before: Cursor | None = None,
    limit: int = PAGE_SIZE,
) -> EventList:
    """Return one page of a country's events, newest first unless asked otherwise (1 query)."""
    rows = _filtered(EventCountry.objects.filter(country=country), chosen)
    return _page(rows, chosen, language, after, before, limit)


def pair_event_count(pair: Pair, chosen: EventFilter) -> int:
    """Return how many events a filtered list has (1 query)."""
    return _filtered(EventPair.objects.filter(pair=pair), chosen).count()


@dataclass
class PairCounts:
    """A pair's counts by dimension and key, over its default list (modalities: over all)."""

    by: dict[str, dict[str, int]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Return the number of events in the default list."""
        return self.by.get("total", {}).get("", 0)

    def of(self, dimension: str) -> dict[str, int]:
        """Return key and count of one dimension; kinds in their declared order."""
        found = self.by.get(dimension, {})
        return {key: found[key] for key in KINDS if key in found} if dimension == "kind" else found


def pair_counts(pair: Pair) -> PairCounts:
    """Return all counts of a pair: filters' options and the density strip (1 query)."""
    counts = PairCounts()
    rows = PairFacet.objects.filter(pair=pair).order_by("dimension", "key").values_list("dimension", "key", "count")
    for dimension, key, count in rows:
        counts.by.setdefault(dimension, {})[key] = count
    return counts


def newest_events(language: str = "", limit: int = 10) -> list[Event]:
    """Return the newest events that happened, with their rows (2 queries)."""
    events = Event.objects.filter(withdrawn_at__isnull=True, modality=Modality.HAPPENED)
    events = events.order_by(Coalesce("latest", "earliest").desc(), "-id").prefetch_related("participations__country")
    return list(events[:limit])


def coverage_of(pair: Pair | None = None) -> Coverage | None:
    """Return what is said to be covered: of the pair where something is said of it, else of the record (1 query)."""
    rows = Coverage.objects.order_by("first_id", "id")
    if pair is None:
        return rows.filter(first__isnull=True).first()
    mine = Q(first_id=pair.first_id, second_id=pair.second_id)
    return rows.filter(mine | Q(first__isnull=True)).first()


@dataclass(frozen=True)
class RecordSize:
    """How much the record holds."""

    events: int
    pairs: int
    sources: int
    origins: int
    statements: int
