"""Whose list is asked for: a pair's, a country's, a leader's, a thread's, some days', or what a search found."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from django.db.models import QuerySet

from timeline.models import Country, EventCountry, EventEntry, EventPair, Leader, Pair, Thread, ThreadEvent


@dataclass(frozen=True)
class Days:
    """What begins within some days: an event stands under the first day that it can have."""

    first: date
    last: date


@dataclass(frozen=True)
class DayOfYear:
    """What happened on a day of any year, where the day is known."""

    month: int
    day: int


@dataclass(frozen=True)
class Found:
    """Events that a search found, by id."""

    ids: tuple[int, ...]


ListOwner: TypeAlias = Pair | Country | Leader | Thread | Days | DayOfYear | Found


def has_kept_counts(owner: ListOwner) -> bool:
    """Return whether the numbers of the owner's lists are kept; the others are counted when they are asked for."""
    return isinstance(owner, Pair | Country)


def rows_of(owner: ListOwner) -> QuerySet[Any]:
    """Return all rows of a list's owner, in no order."""
    if isinstance(owner, Pair):
        return EventPair.objects.filter(pair=owner)
    if isinstance(owner, Country):
        return EventCountry.objects.filter(country=owner)
    entries = EventEntry.objects.all()
    if isinstance(owner, Leader):
        return entries.filter(took_part__contains=[owner.pk])
    if isinstance(owner, Thread):
        return entries.filter(event__in=ThreadEvent.objects.filter(thread=owner).values("event"))
    if isinstance(owner, Days):
        return entries.filter(sort_date__gte=owner.first, sort_date__lte=owner.last)
    if isinstance(owner, DayOfYear):
        on = {"event__sort_date__month": owner.month, "event__sort_date__day": owner.day}
        return entries.filter(event__precision="day", **on)
    return entries.filter(event__in=owner.ids)
