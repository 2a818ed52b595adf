"""Hold an answer of the resolver, and count days, months and years."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
STEPS = {"past": -1, "next": 1, "preceding": -1, "following": 1, "past-but-one": -2, "next-but-one": 2}


@dataclass(slots=True)
class Resolved:
    """Hold an answer: the EDTF text, its strict bounds, the rule, and whether the words leave a doubt."""

    edtf: str
    earliest: date | None
    latest: date | None
    rule: str
    is_ambiguous: bool = False

    @property
    def is_day(self) -> bool:
        """Tell whether it is one known day."""
        return self.earliest is not None and self.earliest == self.latest


def one_day(day: date, rule: str, *, is_ambiguous: bool = False) -> Resolved:
    """Return one day."""
    return Resolved(day.isoformat(), day, day, rule, is_ambiguous)


def within(first: date, last: date, rule: str, edtf: str = "") -> Resolved:
    """Return one day within a span."""
    return Resolved(edtf or f"[{first}..{last}]", first, last, rule)


def shift_month(day: date, months: int) -> tuple[int, int]:
    """Return year and month so many months from ``day``."""
    number = day.year * 12 + day.month - 1 + months
    return number // 12, number % 12 + 1


def end_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def moved(base: date, amount: int, unit: str, *, forward: bool = False) -> date:
    """Return the day so many units before (or after) the base."""
    sign = 1 if forward else -1
    if unit in ("day", "week", "fortnight"):
        return base + timedelta(days=sign * amount * {"day": 1, "week": 7, "fortnight": 14}[unit])
    if unit == "month":
        year, month = shift_month(base, sign * amount)
        return date(year, month, min(base.day, calendar.monthrange(year, month)[1]))
    if unit in ("year", "decade"):
        year = base.year + sign * amount * (10 if unit == "decade" else 1)
        return date(year, base.month, min(base.day, calendar.monthrange(year, base.month)[1]))
    return base
