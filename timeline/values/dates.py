"""Dates as their sources give them, in a subset of EDTF.

The subset (ISO 8601-2:2019, Library of Congress 2019): all of level 0; of level 1 the
qualifiers ``?``, ``~`` and ``%``, unspecified digits ``X`` from the right, seasons and open ends ``..``; of level 2
only ``[a..b]``, ``[a,b]``, ``{a,b}``, ``[..a]`` and ``[a..]``.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "week", "third", "month", "season", "year", "range"]
Third = Literal["early", "mid", "late"]
Form = Literal["date", "interval", "within", "one_of", "all_of"]

EDTF_LENGTH = 80
# Longer than any span between two days of the years 1 to 9999: what has an open end sorts after all that has none.
OPEN_SPAN_DAYS = 4_000_000
# Northern seasons by first month; the third month of a winter lies in the next year.
SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
# A decade or a century is a span like any other.
PRECISIONS: dict[str, Precision] = {"day": "day", "month": "month", "season": "season", "year": "year"}
PRECISIONS |= {"decade": "range", "century": "range"}
THIRDS: dict[Third, tuple[int, int]] = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
# "Early 2026" and "the early 1990s" have no standard bounds: the months of a year, the years after the first of ten.
THIRDS_OF_YEAR: dict[str, tuple[int, int]] = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
THIRDS_OF_DECADE: dict[str, tuple[int, int]] = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}

_DATE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<qualifier>[?~%]?)",
    re.ASCII,
)
_CLOCK = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(?:Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?",
    re.ASCII,
)


def _(words: str) -> str:
    """Mark words for the catalogue of translations; they are translated where they are shown."""
    return words


class NoSuchDate(ValueError):
    """Say what is wrong with a text that is no date kept here: a sentence, and the parts that stand in it by name."""

    def __init__(self, words: str, text: str = "", **parts: object) -> None:
        self.words, self.parts = words, {"text": text, **parts}
        super().__init__(words % self.parts)

    def about(self, text: str) -> NoSuchDate:
        """Return the same of the text as a person typed it."""
        parts = {name: part for name, part in self.parts.items() if name != "text"}
        return NoSuchDate(self.words, text, **parts)


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """Hold one date of a calendar: a day, month, season, year, decade or century, with the qualifier after it."""

    edtf: str
    unit: Literal["day", "month", "season", "year", "decade", "century"]
    earliest: date
    latest: date
    qualifier: str = ""
    is_unspecified: bool = False

    @property
    def is_plain(self) -> bool:
        """Tell whether it is a day, month or year without a qualifier, an X or a clock time."""
        return len(self.edtf) in (4, 7, 10) and not self.is_unspecified and not self.qualifier and self.unit != "season"

    @classmethod
    def parse(cls, text: str) -> CalendarDate:
        """Read one date; raise ``ValueError`` with a sentence that says what is wrong."""
        clock = _CLOCK.fullmatch(text)
        if clock:
            day = cls.parse(clock["day"])
            return cls(text, "day", day.earliest, day.latest)
        match = _DATE.fullmatch(text)
        if not match:
            raise _why_not_a_date(text)
        return cls._from_parts(text, match["year"], match["month"], match["day"], match["qualifier"])

    @classmethod
    def _from_parts(cls, text: str, year: str, month: str | None, day: str | None, qualifier: str) -> CalendarDate:
        if "X" in year:
            return cls._from_rounded_year(text, year, month, qualifier)
        number = int(year)
        if number == 0:
            raise NoSuchDate(_("“%(text)s” is outside of the years 0001 to 9999."), text)
        if month is None or (month == "XX" and day in (None, "XX")):
            return cls(text, "year", date(number, 1, 1), date(number, 12, 31), qualifier, month is not None)
        if month == "XX":
            raise NoSuchDate(_("“%(text)s” gives a day without its month: an X may stand only from the right."), text)
        if int(month) in SEASON_MONTHS:
            return cls._from_season(text, number, int(month), day, qualifier)
        if not 1 <= int(month) <= 12:
            raise NoSuchDate(
                _("“%(text)s” has no month %(month)s: months are 01 to 12, seasons 21 to 24."), text, month=month
            )
        first, last = date(number, int(month), 1), calendar.monthrange(number, int(month))[1]
        if day is None or day == "XX":
            return cls(text, "month", first, first.replace(day=last), qualifier, day == "XX")
        if not 1 <= int(day) <= last:
            raise NoSuchDate(_("“%(text)s” is no date: that month has %(last)s days."), text, last=last)
        exact = first.replace(day=int(day))
        return cls(text, "day", exact, exact, qualifier)

    @classmethod
    def _from_rounded_year(cls, text: str, year: str, month: str | None, qualifier: str) -> CalendarDate:
        if month is not None:
            raise NoSuchDate(_("“%(text)s” gives a month without its year: an X may stand only from the right."), text)
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        if first == 0:
            raise NoSuchDate(_("“%(text)s” is outside of the years 0001 to 9999."), text)
        unit: Literal["decade", "century"] = "decade" if year.count("X") == 1 else "century"
        return cls(text, unit, date(first, 1, 1), date(last, 12, 31), qualifier, True)

    @classmethod
    def _from_season(cls, text: str, year: int, season: int, day: str | None, qualifier: str) -> CalendarDate:
        if day is not None:
            raise NoSuchDate(_("“%(text)s” gives a day of a season; write the day with its month."), text)
        first_month = SEASON_MONTHS[season]
        last_year, last_month = (year + 1, 2) if season == 24 else (year, first_month + 2)
        if last_year > 9999:
            raise NoSuchDate(_("“%(text)s” is outside of the years 0001 to 9999."), text)
        last = date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
        return cls(text, "season", date(year, first_month, 1), last, qualifier)


def _why_not_a_date(text: str) -> NoSuchDate:
    """Say what is wrong with a text that has no date's shape."""
    if not text:
        return NoSuchDate(_("A date is missing. Write it like 2026-01-12; an open end is “..”."))
    if "T" in text:
        return NoSuchDate(
            _("“%(text)s” is no date with a clock time that is kept here. Write it like 2026-01-12T09:30:00-06:00."),
            text,
        )
    if re.match(r"[?~%]|.*[?~%].", text):
        return NoSuchDate(
            _("“%(text)s” has a qualifier inside; one of ? ~ %% may stand only after the whole date."), text
        )
    if text.startswith(("Y", "-", "+")) or re.match(r"[0-9]{5}", text):
        return NoSuchDate(_("“%(text)s” is outside of the years 0001 to 9999."), text)
    if "X" in text:
        return NoSuchDate(_("“%(text)s” has an X that is not from the right. Write 202X, 2026-XX or 2026-01-XX."), text)
    return NoSuchDate(_("“%(text)s” is not a date. Write it like 2026-01-12, 2026-01 or 2026."), text)


@dataclass(frozen=True, slots=True)
class When:
    """Hold a date as its source gives it: the EDTF text, how it is built, and the first and last day that it allows.

    ``earliest`` and ``latest`` are strict bounds; ``None`` is open. ``dates`` holds the dates as written, in order;
    ``None`` stands for an open end. Rule of sorting: (earliest, days between the bounds).
    """

    edtf: str
    form: Form
    dates: tuple[CalendarDate | None, ...]
    earliest: date | None
    latest: date | None
    precision: Precision
    qualifier: str = ""

    @classmethod
    def parse(cls, text: str) -> When:
        """Read an EDTF text of the subset; raise ``ValueError`` with a sentence that says what is wrong."""
        return _parse(text)

    @classmethod
    def day(cls, day: date) -> When:
        """Return the date that is one day."""
        return _parse(day.isoformat())

    @classmethod
    def month(cls, year: int, month: int) -> When:
        """Return the date that is a month whose day is not given."""
        return _parse(f"{year:04d}-{month:02d}")

    @classmethod
    def within(cls, earliest: date | None, latest: date | None) -> When:
        """Return one day, not known which, from ``earliest`` to ``latest``; ``None`` is open."""
        return _parse(f"[{earliest or ''}..{latest or ''}]")

    @classmethod
    def lasting(cls, start: date | None, end: date | None) -> When:
        """Return what lasts from ``start`` to ``end``; ``None`` is open."""
        return _parse(f"{start or '..'}/{end or '..'}")

    @classmethod
    def part_of_month(cls, year: int, month: int, third: Third) -> When:
        """Return a day in early, mid or late of a month: days 1 to 10, 11 to 20, 21 to the end."""
        first, last = THIRDS[third]
        return cls.within(date(year, month, first), date(year, month, min(last, calendar.monthrange(year, month)[1])))

    @property
    def is_lasting(self) -> bool:
        """Tell whether it went on from one bound to the other, and was not one day between them."""
        return self.form == "interval"

    @property
    def third(self) -> Third | None:
        """Return the third of a month that the span is, if it is one."""
        if self.precision != "third" or self.earliest is None:
            return None
        return next(name for name, (first, _) in THIRDS.items() if first == self.earliest.day)

    @property
    def sort_date(self) -> date:
        """Return the earliest day, or the latest where that is open."""
        return self.earliest or self.latest or date.max

    @property
    def last_date(self) -> date:
        """Return the latest day, or the earliest where that is open."""
        return self.latest or self.sort_date

    @property
    def span_days(self) -> int:
        """Return the days between the bounds; ``OPEN_SPAN_DAYS`` where one is open."""
        if self.earliest is None or self.latest is None:
            return OPEN_SPAN_DAYS
        return (self.latest - self.earliest).days

    @property
    def sort_key(self) -> tuple[date, int]:
        """Return what dates are ordered by: the first day, then the more exact first."""
        return self.sort_date, self.span_days

    def overlaps(self, earliest: date | None, latest: date | None) -> bool:
        """Tell whether a day of the span from ``earliest`` to ``latest`` (``None``: open) is allowed by this date."""
        begins_late = self.earliest is not None and latest is not None and self.earliest > latest
        ends_early = self.latest is not None and earliest is not None and self.latest < earliest
        return not begins_late and not ends_early

    def __str__(self) -> str:
        """Return the EDTF text."""
        return self.edtf


@lru_cache(maxsize=4096)
def _parse(text: str) -> When:
    text = text.strip()
    if not text:
        raise NoSuchDate(_("A date is missing. Write it like 2026-01-12."))
    if len(text) > EDTF_LENGTH:
        raise NoSuchDate(_("A date has at most %(number)s characters."), number=EDTF_LENGTH)
    if text[0] in "[{" or text[-1] in "]}":
        return _parse_set(text)
    if "/" in text:
        return _parse_interval(text)
    single = CalendarDate.parse(text)
    precision = PRECISIONS[single.unit]
    return When(text, "date", (single,), single.earliest, single.latest, precision, single.qualifier)


def _parse_interval(text: str) -> When:
    parts = text.split("/")
    if len(parts) != 2:
        raise NoSuchDate(_("“%(text)s” is no interval: write the start, one “/” and the end."), text)
    if "" in parts:
        raise NoSuchDate(_("“%(text)s” has an end that is missing. Write “..” for an open end."), text)
    if any("T" in part for part in parts):
        raise NoSuchDate(_("“%(text)s” has a clock time. Give the days of an interval without it."), text)
    start, end = (None if part == ".." else CalendarDate.parse(part) for part in parts)
    qualifiers = {mark for part in (start, end) if part for mark in part.qualifier.replace("%", "?~")}
    qualifier = "%" if len(qualifiers) == 2 else "".join(qualifiers)
    return _spanning(text, "interval", (start, end), qualifier)


def _parse_set(text: str) -> When:
    closing = {"[": "]", "{": "}"}.get(text[0])
    inside = text[1:-1]
    if closing is None or len(text) < 2 or text[-1] != closing or any(mark in inside for mark in "[]{}"):
        raise NoSuchDate(_("“%(text)s” has brackets that do not match. Write [a..b], [a,b] or {a,b}."), text)
    if "/" in inside:
        raise NoSuchDate(
            _("“%(text)s” has an interval in brackets. Write [a..b] for one day within, a/b for what lasted."), text
        )
    if ".." in inside:
        return _parse_within(text, inside)
    dates = sorted((_plain_date(part, text) for part in inside.split(",")), key=lambda day: (day.earliest, day.latest))
    if len(dates) < 2 or len({part.edtf for part in dates}) != len(dates):
        raise NoSuchDate(_("“%(text)s” must name two dates or more, each once."), text)
    canonical = text[0] + ",".join(part.edtf for part in dates) + closing
    latest = max(part.latest for part in dates)
    return When(canonical, "one_of" if closing == "]" else "all_of", tuple(dates), dates[0].earliest, latest, "range")


def _parse_within(text: str, inside: str) -> When:
    parts = inside.split("..")
    if text[0] == "{" or len(parts) != 2 or "," in inside:
        raise NoSuchDate(_("“%(text)s” is not kept here. Write [a..b] for one day from a to b, [a,b] or {a,b}."), text)
    start, end = (_plain_date(part, text) if part else None for part in parts)
    if start and end and start == end:
        return _parse(start.edtf)
    return _spanning(text, "within", (start, end), "")


def _plain_date(part: str, text: str) -> CalendarDate:
    """Read a date inside brackets, where only a day, a month or a year may stand."""
    found = CalendarDate.parse(part)
    if not found.is_plain:
        raise NoSuchDate(
            _("“%(text)s” may hold only days, months and years without X, season, clock time and qualifier."), text
        )
    return found


def _spanning(text: str, form: Form, ends: tuple[CalendarDate | None, CalendarDate | None], qualifier: str) -> When:
    start, end = ends
    if start is None and end is None:
        raise NoSuchDate(_("“%(text)s” is open at both ends: give at least one date."), text)
    earliest, latest = start.earliest if start else None, end.latest if end else None
    if start and end and start.earliest > end.latest:
        raise NoSuchDate(_("“%(text)s” is reversed: %(start)s is after %(end)s."), text, start=start.edtf, end=end.edtf)
    precision = _span_precision(earliest, latest) if form == "within" else "range"
    return When(text, form, ends, earliest, latest, precision, qualifier)


def _span_precision(earliest: date | None, latest: date | None) -> Precision:
    """Name the span of one day within: a week begins on a Monday or a Sunday; a third is a third of a month."""
    if earliest is None or latest is None:
        return "range"
    if latest - earliest == timedelta(days=6) and earliest.weekday() in (0, 6):
        return "week"
    last_of_month = calendar.monthrange(earliest.year, earliest.month)[1]
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        for first, last in THIRDS.values():
            if (earliest.day, latest.day) == (first, min(last, last_of_month)):
                return "third"
    return "range"
