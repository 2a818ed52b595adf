"""Where in time a pair's list has its events: by year, near a date, beside a period, and what changed since a day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Q, QuerySet

from timeline.models import Event, EventPair, Pair
from timeline.queries.filtering import EventFilter, filtered_rows
from timeline.queries.keyset import Cursor
from timeline.queries.lists import ORDER
from timeline.values import When

# An event that may lie anywhere in more days than these is no answer to somebody who asks for a day.
LONGEST_ANSWER = timedelta(days=366)
MOST_CHANGES = 50


def start_of(day: date) -> Cursor:
    """Return the place just before all events that begin on a day, in either order of a list."""
    return Cursor(day, -1, 0, 1)


def pair_years(pair: Pair, chosen: EventFilter) -> dict[int, int]:
    """Return how many events of a list begin in each year, oldest first; together they are its length (1 query)."""
    rows = filtered_rows(pair, chosen).order_by("sort_date__year")
    return dict(rows.values_list("sort_date__year").annotate(n=Count("pk")))


@dataclass(frozen=True)
class NearestEvent:
    """The event of a list that answers to a date, and how well."""

    event_id: int
    title: str
    slug: str
    when: When
    cursor: Cursor
    is_inside: bool
    may_be_inside: bool


def nearest_event(pair: Pair, chosen: EventFilter, first: date, last: date) -> NearestEvent | None:
    """Return the event of a list that lies in some days; else one that may; else the nearest (1 to 4 queries)."""
    rows = filtered_rows(pair, chosen)
    in_order = ORDER if chosen.is_oldest_first else tuple(f"-{name}" for name in ORDER)
    inside = rows.filter(sort_date__gte=first, sort_date__lte=last, last_date__lte=last).order_by(*in_order)
    if found := _first(inside, is_inside=True):
        return found
    touching = rows.filter(sort_date__lte=last, last_date__gte=first, sort_date__gte=_earlier(first))
    touching = touching.filter(last_date__lte=F("sort_date") + LONGEST_ANSWER)
    if found := _first(touching.order_by(*in_order), may_be_inside=True):
        return found
    before = _first(rows.filter(sort_date__lt=first).order_by(*(f"-{name}" for name in ORDER)))
    after = _first(rows.filter(sort_date__gt=last).order_by(*ORDER))
    if before and after:
        return before if first - before.cursor.sort_date <= after.cursor.sort_date - last else after
    return before or after


def _earlier(day: date) -> date:
    return day - LONGEST_ANSWER if day - date.min > LONGEST_ANSWER else date.min


def _first(rows: QuerySet[EventPair], *, is_inside: bool = False, may_be_inside: bool = False) -> NearestEvent | None:
    columns = ("event_id", "event__title", "event__slug", "event__edtf", *ORDER)
    row = next(iter(rows.values_list(*columns)[:1]), None)
    if row is None:
        return None
    event_id, title, slug, edtf, *place = row
    return NearestEvent(event_id, title, slug, When.parse(edtf), Cursor(*place), is_inside, may_be_inside)


def days_beside(pair: Pair, first: date, last: date) -> tuple[date | None, date | None]:
    """Return the first days of the events before and after some days in a pair's default list (2 queries)."""
    rows = filtered_rows(pair, EventFilter())
    before = rows.filter(sort_date__lt=first).order_by("-sort_date", "-event_id").values_list("sort_date", flat=True)
    after = rows.filter(sort_date__gt=last).order_by("sort_date", "event_id").values_list("sort_date", flat=True)
    return next(iter(before[:1]), None), next(iter(after[:1]), None)


@dataclass(frozen=True)
class Changes:
    """What was published of two countries as parties, and what was corrected, since a moment; the latest first."""

    new: list[Event]
    corrected: list[Event]
    is_cut: bool


def changes_since(pair: Pair, moment: datetime) -> Changes:
    """Return what is new and what was corrected since a moment, planned or happened (2 queries).

    At most 50 of each; ``is_cut`` where there are more.
    """
    listed = Event.objects.filter(withdrawn_at__isnull=True)
    mine = EventPair.objects.filter(pair=pair, is_party=True)
    new = mine.filter(published_at__gte=moment).values("event_id")
    old = Q(pk__in=mine.values("event_id"), published_at__lt=moment, corrected_at__gte=moment)
    # One more than is shown tells whether there are more.
    published = list(listed.filter(pk__in=new).order_by("-published_at", "-pk")[: MOST_CHANGES + 1])
    corrected = list(listed.filter(old).order_by("-corrected_at", "-pk")[: MOST_CHANGES + 1])
    is_cut = max(len(published), len(corrected)) > MOST_CHANGES
    return Changes(published[:MOST_CHANGES], corrected[:MOST_CHANGES], is_cut)
