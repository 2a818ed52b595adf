"""What the page of a year, a month or a day of a pair shows."""

import calendar
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.urls import reverse

from timeline.filters import EventFilterSet
from timeline.filters.sets import said_in
from timeline.models import Country, Coverage
from timeline.pages.coverage import CoverageNote, coverage_note
from timeline.pages.dates import days_text
from timeline.pages.facts import PairFacts
from timeline.pages.lists import RowMarks, TimelineYear, grouped
from timeline.pages.passages import told
from timeline.pages.sources import PageSources, numbered_sources
from timeline.queries import (
    Cursor,
    EventFilter,
    days_beside,
    event_list,
    pair_event_count,
)
from timeline.rows import as_drawn_now


@dataclass(frozen=True)
class Period:
    """A year, a month or a day of the calendar."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Raise ``ValueError`` for what is not in the calendar."""
        self.first  # noqa: B018 - making the day is the check

    @property
    def first(self) -> date:
        """Return its first day."""
        return date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @property
    def last(self) -> date:
        """Return its last day."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def parts(self) -> tuple[str, ...]:
        """Return year, month and day as addresses have them."""
        return (f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part))

    @property
    def name(self) -> str:
        """Return it in words."""
        return days_text(self.first, self.last)

    @property
    def when(self) -> str:
        """Return it as the filter of lists takes it."""
        return "-".join(self.parts)

    def around(self, day: date) -> "Period":
        """Return the period of the same size that has a day."""
        return Period(day.year, day.month if self.month else None, day.day if self.day else None)

    def narrowed(self, data: QueryDict) -> str:
        """Return the query of the list that an address asks for by more than the period; empty where it asks for none.

        A time that it says itself is kept, within the period.
        """
        query = data.copy()
        if not said_in(query, (*EventFilterSet.base_filters, "date", "since")):
            return ""
        if query.get("when", "").strip():
            query.setdefault("after", self.first.isoformat())
            query.setdefault("before", self.last.isoformat())
        else:
            query["when"] = self.when
        return query.urlencode()

    def address(self, first: str, second: str) -> str:
        """Return the address of a pair's page for it; both countries by slug."""
        size = ("year", "month", "day")[len(self.parts) - 1]
        return reverse(f"timeline:pair_{size}", args=[first, second, *self.parts])


@dataclass(frozen=True)
class PeriodLink:
    """The way to a period's page."""

    name: str = told("The period in words.")
    address: str = told("Its address.")


@dataclass(frozen=True)
class PeriodPage:
    """The events of a pair in a year, a month or a day."""

    first: Country = told("The country on the left.")
    second: Country = told("The country on the right.")
    period: Period = told("The period.")
    address: str = told("The address of the page.")
    within: list[PeriodLink] = told("The periods that hold it, the longest first.")
    earlier: PeriodLink | None = told("The period before it that has events.")
    later: PeriodLink | None = told("The period after it that has events.")
    years: list[TimelineYear] = told("Its events, the latest first.")
    sources: PageSources | None = told("The sources of these events, by their numbers.")
    count: int = told("How many events lie or may lie in it.")
    following: str = told("The place of the next page of the list; empty on the last.")
    preceding: str = told("The place of the page before; empty on the first.")
    coverage: Coverage | None = told("What is said to be covered.")

    @property
    def covered(self) -> CoverageNote | None:
        """Return what the foot of the page says of that."""
        return coverage_note(self.coverage)


def period_page(facts: PairFacts, period: Period, after: Cursor | None, before: Cursor | None) -> PeriodPage:
    """Read a pair's events of a period (at most 6 queries)."""
    chosen = EventFilter(earliest=period.first, latest=period.last)
    pair, first, second = facts.pair, facts.place.first, facts.place.second
    page = event_list(pair, chosen, after=after, before=before, has_sources=True) if pair else None
    events = as_drawn_now(page.events) if page else []
    sources, numbers = numbered_sources(events)
    beside = days_beside(pair, period.first, period.last) if pair else (None, None)
    earlier, later = (_link(period.around(day), first, second) if day else None for day in beside)
    sizes = [Period(period.year), Period(period.year, period.month)][: len(period.parts) - 1]
    return PeriodPage(
        first=first,
        second=second,
        period=period,
        address=period.address(first.slug, second.slug),
        within=[_link(size, first, second) for size in sizes],
        earlier=earlier,
        later=later,
        years=grouped(events, chosen, RowMarks(first, second, sources=numbers)),
        sources=sources,
        count=pair_event_count(pair, chosen) if pair else 0,
        following=str(page.after) if page and page.after else "",
        preceding=str(page.before) if page and page.before else "",
        coverage=facts.coverage,
    )


def _link(period: Period, first: Country, second: Country) -> PeriodLink:
    return PeriodLink(period.name, period.address(first.slug, second.slug))
