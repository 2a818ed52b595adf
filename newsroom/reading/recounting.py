"""Give the days of recounted history their year: "On 2 October 2007 they met. On 4 October they signed a pact"."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date, timedelta

from newsroom.reading.analysis import Clause
from newsroom.reading.dates import Resolved, TimeExpression
from newsroom.reading.dates.answers import shift_month
from newsroom.reading.tense import governing_verb, is_future

YEARLESS = frozenset("day days month part ordinal".split())
EXACT = timedelta(days=31)  # how long a time at most is from which the days that follow are told on
OLD = timedelta(days=366)  # how far back that lies of which the next day without a year may be told
NEWS = timedelta(days=45)  # what lies so near before the story may be its news
ON = timedelta(days=92)  # how far history is told on without a year
REACH = 6  # sentences over which it is told on
BESIDE = 3  # tokens between a year and the days of it: "in 2007, from 2 to 4 October"


class Recounting:
    """Follow the old days that a story names with their year, and date those that go on from them without one."""

    def __init__(self, base: date | None) -> None:
        """Take the story's base; nothing old is told yet."""
        self.base = base
        self.first: date | None = None  # when that begins from which history is told on
        self.is_year = False
        self.clause: Clause | None = None
        self.last = 0  # the last token of that time

    def with_year(self, clause: Clause, time: TimeExpression) -> TimeExpression:
        """Return a day or month without a year with that of the old day before it, where it goes on from there."""
        if self.first is None or self.clause is None or time.kind not in YEARLESS or time.year or time.direction:
            return time
        day = self._told_on(self.first, time)
        if day is None or not self._goes_on(clause, time, day):
            return time
        if time.kind == "ordinal":
            return replace(time, kind="day", year=day.year, month=day.month)
        return replace(time, year=day.year)

    def _told_on(self, first: date, time: TimeExpression) -> date | None:
        """Return the day that fits a time and follows the old one soon; or else one some weeks before it."""
        if time.kind == "ordinal":
            months = [shift_month(first, step) for step in (-1, 0, 1)]
        else:
            months = [(first.year + step, time.month) for step in (-1, 0, 1) if time.month]
        ends = [(year, month, calendar.monthrange(year, month)[1]) for year, month in months]
        days = [date(year, month, time.day or last) for year, month, last in ends if (time.day or 1) <= last]
        behind = [day for day in days if timedelta(0) <= day - first <= (OLD if self.is_year else ON)]
        return next(iter(behind), None) or next((day for day in days if timedelta(0) < first - day <= EXACT), None)

    def _goes_on(self, clause: Clause, time: TimeExpression, day: date) -> bool:
        """Tell whether a time goes on with old history: near behind it, told as past, and no news of the story."""
        told = self.clause
        if told is None or self.base is None:
            return False
        if clause is told:
            return time.first - self.last <= BESIDE
        if self.is_year or clause.number - told.number > REACH:
            return False
        number = governing_verb(clause, time.first)
        is_plan = number is not None and clause.verbs[number].modal in ("will", "shall")
        if is_plan or ("would" not in clause.lows and is_future(clause, time.first, time.relation)):
            return False
        is_beside = clause.sentence.paragraph == told.sentence.paragraph
        return is_beside or not any(
            timedelta(0) <= self.base - day.replace(year=year) < NEWS
            for year in (self.base.year, self.base.year - 1)
            if (day.month, day.day) != (2, 29)
        )

    def note(self, clause: Clause, time: TimeExpression, resolved: Resolved) -> None:
        """Remember an old time with a year; a time near the story ends its history."""
        if self.base is None or resolved.earliest is None or resolved.latest is None:
            return
        if time.relation == "of" or not _names_year(time):
            return
        is_old = self.base - resolved.latest > OLD
        self.first = resolved.earliest if is_old else None
        self.is_year = resolved.latest - resolved.earliest > EXACT
        self.clause, self.last = clause, time.last


def _names_year(time: TimeExpression) -> bool:
    """Tell whether a time names its year, or counts from the story's day as its news does."""
    return bool(time.year or any(end.year for end in time.ends or ())) or time.kind in ("weekday", "offset", "unit")
