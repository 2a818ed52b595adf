"""What the archives by date show: a year by months, a month by days, a day; and a day of every year."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from timeline.filters import DatesFilterSet, DayOfYearFilterSet, PlaceInList
from timeline.pages.dates import day_month_text, day_text, month_text
from timeline.pages.lines import ListedLines, all_in_one, by_year, listed_lines
from timeline.pages.passages import told
from timeline.queries import DayOfYear, Days
from timeline.queries.dates import counts_by, counts_by_year, counts_of_days, days_beside
from timeline.sql.days import day_of_year_beside

LEAP_YEAR = 2000
MONTH_AND_DAY = re.compile(r"(\d{2})-(\d{2})", re.ASCII)
# A day lies in all years, its year and its month.
MOST_ABOVE = 3


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
    listed: ListedLines | None = told("Its events; none for a year, which is too long.")
    earlier: Step | None = told("The nearest period before it that has events.")
    later: Step | None = told("The nearest period after it that has events.")
    is_asked_for_less: bool = told("Whether the address has filters that only lists of its parts obey.", default=False)

    @property
    def name(self) -> str:
        """Return the page's name, as its title has it."""
        return self.title or _("By date")

    @property
    def has_parts(self) -> bool:
        """Return whether its shorter periods change with the filters: the days of a month."""
        return self.listed is not None and len(self.above) < MOST_ABOVE

    @property
    def has_files(self) -> bool:
        """Return whether the list can be had in other forms, at addresses beside the page's."""
        return self.listed is not None

    @property
    def is_empty(self) -> bool:
        """Return whether nothing of this time is in the record, whatever the filters."""
        return not self.parts if self.listed is None else _is_empty(self.listed)


def _is_empty(listed: ListedLines) -> bool:
    """Return whether a list is empty though nothing was chosen: then there is nothing to filter either."""
    return listed.is_valid and not listed.groups and not listed.filters.chips


def _year(day: date) -> Step:
    return Step(str(day.year), reverse("timeline:date_year", args=[day.year]))


def _month(day: date) -> Step:
    return Step(month_text(day), reverse("timeline:date_month", args=[day.year, f"{day.month:02d}"]))


def _day(day: date) -> Step:
    return Step(day_text(day), reverse("timeline:date_day", args=[day.year, f"{day.month:02d}", f"{day.day:02d}"]))


def all_years_page(filters: DatesFilterSet) -> ArchivePage:
    """Show all years that have events (1 query)."""
    parts = [
        Step(str(year), reverse("timeline:date_year", args=[year]) + filters.question, count)
        for year, count in counts_by_year().items()
    ]
    return ArchivePage("", [], parts, _most(parts), None, None, None, bool(filters.data))


def year_page(year: int, filters: DatesFilterSet) -> ArchivePage:
    """Show a year by its months (3 queries); the filters go on to their lists."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    parts = [
        Step(str(MONTHS[month]), _month(date(year, month, 1)).address + filters.question, count)
        for month, count in counts_by("month", first, last).items()
    ]
    before, after = days_beside(first, last)
    return ArchivePage(
        str(year), [_all()], parts, _most(parts), None, _year(before) if before else None,
        _year(after) if after else None, bool(filters.data),
    )  # fmt: skip


def days_of_month(first: date) -> Days:
    """Return the days of the month that a day begins."""
    return Days(first, first.replace(day=monthrange(first.year, first.month)[1]))


def month_page(first: date, filters: DatesFilterSet, where: PlaceInList) -> ArchivePage:
    """Show a month by its days, with its events (at most 19 queries)."""
    days = days_of_month(first)
    counts = counts_of_days(days, filters.chosen) if filters.chosen else {}
    parts = [Step(str(day.day), _day(day).address + filters.question, count) for day, count in counts.items()]
    return _listed(month_text(first), [_all(), _year(first)], parts, days, filters, where)


def day_page(day: date, filters: DatesFilterSet, where: PlaceInList) -> ArchivePage:
    """Show a day with its events (at most 18 queries)."""
    return _listed(day_text(day), [_all(), _year(day), _month(day)], [], Days(day, day), filters, where)


def _listed(
    title: str, above: list[Step], parts: list[Step], days: Days, filters: DatesFilterSet, where: PlaceInList
) -> ArchivePage:
    before, after = days_beside(days.first, days.last)
    step = _day if days.first == days.last else _month
    return ArchivePage(
        title=title,
        above=above,
        parts=parts,
        most=_most(parts),
        listed=listed_lines(days, filters, where, all_in_one),
        earlier=step(before) if before else None,
        later=step(after) if after else None,
    )


def _all() -> Step:
    return Step(_("All years"), reverse("timeline:dates"))


def _most(parts: Sequence[Step]) -> int:
    return max((part.count for part in parts), default=0)


@dataclass(frozen=True)
class OnThisDayPage:
    """What happened on a day of any year."""

    title: str = told("The day without a year.")
    folder: str = told("The address of the day's page, beside which its files stand; that of today is another.")
    listed: ListedLines = told("The events by year, the latest first.")
    earlier: Step | None = told("The nearest day before it that has events in whatever year; None where no other has.")
    later: Step | None = told("The nearest day after it that has events.")
    has_files: bool = told("Whether the list can be had in other forms.", default=True)

    @property
    def name(self) -> str:
        """Return the page's name, as its title has it."""
        return this_day_name(self.title)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing of this day is in the record, whatever the filters."""
        return _is_empty(self.listed)


def this_day_name(day: str) -> str:
    """Return the name of the list of what happened on a day of any year."""
    return _("On %(day)s") % {"day": day}


def day_of_any_year(text: str) -> date | None:
    """Return the day that a month and a day mean, as 01-12, in a leap year; None for what is none."""
    found = MONTH_AND_DAY.fullmatch(text)
    try:
        return date(LEAP_YEAR, int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


def on_this_day_page(month: int, day: int, filters: DayOfYearFilterSet, where: PlaceInList) -> OnThisDayPage:
    """Read what happened on a day of any year (at most 18 queries); raise ``ValueError`` for what is no such day."""
    here = date(LEAP_YEAR, month, day)
    return OnThisDayPage(
        title=day_month_text(here),
        folder=_on(here).address,
        listed=listed_lines(DayOfYear(month, day), filters, where, by_year),
        earlier=_beside(here, is_later=False),
        later=_beside(here, is_later=True),
    )


def _beside(day: date, *, is_later: bool) -> Step | None:
    found = day_of_year_beside(day.month, day.day, is_later=is_later)
    return _on(date(LEAP_YEAR, *found)) if found else None


def _on(day: date) -> Step:
    return Step(day_month_text(day), reverse("timeline:on_day", args=[f"{day.month:02d}-{day.day:02d}"]))
