"""What the archives by date show: a year by months, a month by days, a day; and a day of every year."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from timeline.filters import PlaceInList
from timeline.filters.leaders import query_of
from timeline.models import Event
from timeline.pages.dates import day_month_text, day_text, month_text
from timeline.pages.lines import EventLine, event_line
from timeline.pages.passages import told
from timeline.queries.dates import counts_by, counts_by_year, days_beside, events_between, events_on
from timeline.queries.events import page_of_events

LEAP_YEAR = 2000


@dataclass(frozen=True)
class Step:
    """A way to another period."""

    label: str = told("The period in words.")
    address: str = told("Its page.")
    count: int = told("How many events begin in it; 0 where that was not counted.", default=0)


@dataclass(frozen=True)
class ArchivePage:
    """The events of a year, a month or a day."""

    title: str = told("The period in words; empty for all years.")
    above: list[Step] = told("The longer periods in which it lies, the longest first.")
    parts: list[Step] = told("The shorter periods in it that have events, oldest first.")
    most: int = told("The largest number of those, for the bars.")
    lines: list[EventLine] = told("The events of this page of the list, oldest first; none for a year.")
    has_list: bool = told("Whether the period is short enough to list its events.")
    earlier: Step | None = told("The nearest period before it that has events.")
    later: Step | None = told("The nearest period after it that has events.")
    following: str = told("The query of the next page of the list; empty on the last.", default="")
    preceding: str = told("The query of the page before; empty on the first.", default="")


def _year(day: date) -> Step:
    return Step(str(day.year), reverse("timeline:date_year", args=[day.year]))


def _month(day: date) -> Step:
    return Step(month_text(day), reverse("timeline:date_month", args=[day.year, f"{day.month:02d}"]))


def _day(day: date) -> Step:
    return Step(day_text(day), reverse("timeline:date_day", args=[day.year, f"{day.month:02d}", f"{day.day:02d}"]))


def all_years_page() -> ArchivePage:
    """Show all years that have events (1 query)."""
    parts = [
        Step(str(year), reverse("timeline:date_year", args=[year]), count) for year, count in counts_by_year().items()
    ]
    return ArchivePage("", [], parts, _most(parts), [], False, None, None)


def year_page(year: int) -> ArchivePage:
    """Show a year by its months (3 queries)."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    parts = [
        Step(str(MONTHS[month]), _month(date(year, month, 1)).address, count)
        for month, count in counts_by("month", first, last).items()
    ]
    before, after = days_beside(first, last)
    return ArchivePage(
        str(year), [_all()], parts, _most(parts), [], False, _year(before) if before else None,
        _year(after) if after else None,
    )  # fmt: skip


def month_page(first: date, where: PlaceInList) -> ArchivePage:
    """Show a month by its days, with its events (at most 7 queries)."""
    last = first.replace(day=monthrange(first.year, first.month)[1])
    parts = [
        Step(str(day), _day(first.replace(day=day)).address, count)
        for day, count in counts_by("day", first, last).items()
    ]
    return _listed(month_text(first), [_all(), _year(first)], parts, (first, last), where)


def day_page(day: date, where: PlaceInList) -> ArchivePage:
    """Show a day with its events (at most 6 queries)."""
    return _listed(day_text(day), [_all(), _year(day), _month(day)], [], (day, day), where)


def _listed(
    title: str, above: list[Step], parts: list[Step], days: tuple[date, date], where: PlaceInList
) -> ArchivePage:
    page = page_of_events(events_between(*days), where.after, where.before, is_oldest_first=True)
    before, after = days_beside(*days)
    step = _day if days[0] == days[1] else _month
    return ArchivePage(
        title=title,
        above=above,
        parts=parts,
        most=_most(parts),
        lines=[event_line(event) for event in page.events],
        has_list=True,
        earlier=step(before) if before else None,
        later=step(after) if after else None,
        following=query_of({"following": str(page.after)}) if page.after else "",
        preceding=query_of({"preceding": str(page.before)}) if page.before else "",
    )


def _all() -> Step:
    return Step(_("All years"), reverse("timeline:dates"))


def _most(parts: Sequence[Step]) -> int:
    return max((part.count for part in parts), default=0)


@dataclass(frozen=True)
class YearOfLines:
    """What happened on the day in one year."""

    year: int = told("The year.")
    lines: list[EventLine] = told("The events.")


@dataclass(frozen=True)
class OnThisDayPage:
    """What happened on a day of any year."""

    title: str = told("The day without a year.")
    years: list[YearOfLines] = told("The events by year, the latest first.")
    earlier: Step = told("The day before.")
    later: Step = told("The day after.")
    following: str = told("The query of the next page of the list; empty on the last.")
    preceding: str = told("The query of the page before; empty on the first.")


def on_this_day_page(month: int, day: int, where: PlaceInList) -> OnThisDayPage:
    """Read what happened on a day of any year (at most 4 queries); raise ``ValueError`` where there is no such day."""
    here = date(LEAP_YEAR, month, day)
    page = page_of_events(events_on(month, day), where.after, where.before)
    years: dict[int, list[Event]] = {}
    for event in page.events:
        years.setdefault(event.when.sort_date.year, []).append(event)
    return OnThisDayPage(
        title=day_month_text(here),
        years=[YearOfLines(year, [event_line(event) for event in events]) for year, events in years.items()],
        earlier=_on(here - timedelta(days=1)),
        later=_on(here + timedelta(days=1)),
        following=query_of({"following": str(page.after)}) if page.after else "",
        preceding=query_of({"preceding": str(page.before)}) if page.before else "",
    )


def _on(day: date) -> Step:
    return Step(day_month_text(day), reverse("timeline:on_day", args=[f"{day.month:02d}-{day.day:02d}"]))
