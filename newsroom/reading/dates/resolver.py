"""Decide which day, or which span of days, an expression of time means.

The rules are those of the field's measured practice: the dateline's day is the base; a bare weekday is that day if it
is today's, else the last one; with a future verb it is the next one; a month and day take the year that puts them
nearest in the direction of the tense. Every answer is an EDTF text with the id of its rule.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from newsroom.reading.dates.relations import TimeExpression

ONE_DAY = timedelta(days=1)
STEPS = {"past": -1, "next": 1}
SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
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


def resolve(
    expression: TimeExpression, base: date | None, *, is_future: bool = False, previous: date | None = None
) -> Resolved | None:
    """Return what ``expression`` means seen from ``base``; ``None`` where it needs a base and there is none."""
    try:
        plain = _resolve(expression, base, is_future, previous)
    except (ValueError, OverflowError):
        return None
    return None if plain is None else _bounded(plain, expression, base)


def _resolve(expression: TimeExpression, base: date | None, is_future: bool, previous: date | None) -> Resolved | None:
    """Choose the rule by the kind of expression."""
    if expression.kind in ("day", "days"):
        return _calendar_day(expression, base, is_future)
    if expression.kind == "year" and expression.year:
        return _span(date(expression.year, 1, 1), date(expression.year, 12, 31), "year", f"{expression.year}")
    if expression.kind in ("month", "part") and (base or expression.year):
        return _month(expression, base, is_future)
    if base is None:
        return None
    if expression.kind == "weekday":
        return _weekday(expression, base, is_future)
    if expression.kind == "offset":
        return _day(base + timedelta(days=expression.amount), "day-word")
    if expression.kind == "unit":
        return _unit(expression, base, previous, is_future)
    if expression.kind == "span":
        return _past_span(expression, base)
    if expression.kind == "ago":
        return _ago(expression, base)
    if expression.kind == "recent":
        return Resolved(f"[..{base}]", None, base, "recent")
    return _anchored(expression, base, previous)


def _anchored(expression: TimeExpression, base: date, previous: date | None) -> Resolved | None:
    """Resolve what counts from the day named before: "the same day", "the previous day", "two days later"."""
    if expression.kind == "previous" and (previous is not None or expression.amount < 0):
        return _day((previous or base) + timedelta(days=expression.amount), "same-day")
    if expression.kind == "shift" and expression.relation == "later" and previous is not None:
        return _day(previous + timedelta(days=expression.amount * (7 if expression.unit == "week" else 1)), "later")
    return None


def _day(day: date, rule: str, *, is_ambiguous: bool = False) -> Resolved:
    """Return one day."""
    return Resolved(day.isoformat(), day, day, rule, is_ambiguous)


def _span(first: date, last: date, rule: str, edtf: str = "") -> Resolved:
    """Return one day within a span."""
    return Resolved(edtf or f"[{first}..{last}]", first, last, rule)


def _year_for(month: int, day: int, base: date, is_future: bool) -> int:
    """Return the year that puts month and day nearest to the base, on the side that the tense asks for."""
    years = [year for year in (base.year - 1, base.year, base.year + 1) if 1 <= year <= 9999]
    candidates = [date(year, month, day) for year in years if day <= calendar.monthrange(year, month)[1]]
    if not candidates:
        return base.year  # 29 February far from a leap year: no such day
    if is_future:
        ahead = [found for found in candidates if found >= base]
        return (ahead or candidates)[0].year
    behind = [found for found in candidates if found <= base + ONE_DAY]
    ahead = [found for found in candidates if found > base]
    if behind and ahead and (ahead[0] - base).days <= 60 and (base - behind[-1]).days > 300:
        return ahead[0].year
    return (behind or candidates)[-1].year


def _calendar_day(expression: TimeExpression, base: date | None, is_future: bool) -> Resolved | None:
    """Resolve a day of the calendar, or two days of one month."""
    month, day = expression.month or 1, expression.day or 1
    if expression.year is None and base is None:
        return None
    directed = expression.direction in STEPS
    ahead = expression.direction == "next" if directed else is_future
    year = expression.year or _year_for(month, day, base or date.min, ahead)
    first = date(year, month, day)
    if expression.kind == "day":
        return _day(first, "calendar" if expression.year else "nearest-year", is_ambiguous=expression.is_ambiguous)
    last = date(year, expression.second_month or month, expression.second_day or day)
    if last < first:
        return None
    if expression.relation == "both" and last - first == ONE_DAY:
        return Resolved(f"{{{first},{last}}}", first, last, "both-days")
    return Resolved(f"{first}/{last}", first, last, "days")


def _month(expression: TimeExpression, base: date | None, is_future: bool) -> Resolved | None:
    """Resolve a month or a third of one."""
    if expression.month is None and expression.unit == "year" and base is not None:
        return _part_of_year(expression, base.year + STEPS.get(expression.direction, 0))
    if expression.month is None:
        if base is None:
            return None
        year, month = _shift_month(base, STEPS.get(expression.direction, 0))
    else:
        month = expression.month
        if expression.year:
            year = expression.year
        elif base is None:
            return None
        elif expression.direction:
            year = _directed_year(expression, base)
        elif is_future:
            year = base.year + (month < base.month)
        else:
            year = base.year - (month > base.month)
    length = calendar.monthrange(year, month)[1]
    if not expression.part:
        return Resolved(f"{year:04}-{month:02}", date(year, month, 1), date(year, month, length), "month")
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, length)}[expression.part]
    return _span(date(year, month, first), date(year, month, last), f"{expression.part}-month")


def _directed_year(expression: TimeExpression, base: date) -> int:
    """Return the year of "last March", "next June", "April of next year"; the month just gone is not called "last"."""
    month, direction = expression.month or 1, expression.direction
    if direction.endswith("-year"):
        return base.year + STEPS.get(direction.removesuffix("-year"), 0)
    if direction == "past":
        return base.year - (month >= max(1, base.month - 1))
    return base.year + (direction == "next" and month <= base.month)


def _part_of_year(expression: TimeExpression, year: int) -> Resolved:
    """Return a third of a year: "early this year", "by the end of the year"."""
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[expression.part]
    end = date(year, last, calendar.monthrange(year, last)[1])
    return _span(date(year, first, 1), end, f"{expression.part}-year")


def _shift_month(day: date, months: int) -> tuple[int, int]:
    """Return year and month so many months from ``day``."""
    number = day.year * 12 + day.month - 1 + months
    return number // 12, number % 12 + 1


def _weekday(expression: TimeExpression, base: date, is_future: bool) -> Resolved:
    """Resolve a weekday: today's or the last one; ahead with a future verb; "last" is never today."""
    back = (base.weekday() - (expression.weekday or 0)) % 7
    if expression.part == "midnight":  # it ends one day and begins the next: yesterday's is the start of today
        day = base + timedelta(days=(7 - back) % 7) if is_future and back > 1 else base - timedelta(days=back)
        return _span(day, day + ONE_DAY, "midnight")
    if expression.direction == "next":
        return _day(base + timedelta(days=7 - back), "next-weekday")
    if expression.direction == "past":
        return _day(base - timedelta(days=back or 7), "last-weekday")
    if is_future:
        return _day(base + timedelta(days=(7 - back) % 7), "weekday-ahead")
    return _day(base - timedelta(days=back), "weekday")


def _unit(expression: TimeExpression, base: date, previous: date | None, is_future: bool) -> Resolved:
    """Resolve "last week", "next month", "this year", "earlier this month", "that month", "over the weekend".

    "The weekend" is the last one unless a verb looks ahead. "Last week", said on a Sunday, may be the week that ends:
    the one before it is taken, and the doubt is flagged.
    """
    if expression.direction == "that" and previous is not None:
        base = previous
    step = STEPS.get(expression.direction, 0)
    rule = f"{expression.direction or 'this'}-{expression.unit}"
    if expression.unit in ("week", "weekend"):
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=step)
        first, last = monday, monday + timedelta(days=6)
        if expression.unit == "weekend":
            gone = timedelta(weeks=not expression.direction and not is_future and base.weekday() < SATURDAY)
            first, last = monday + timedelta(days=SATURDAY) - gone, last - gone
    elif expression.unit == "month":
        year, month = _shift_month(base, step)
        first, last = date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    else:
        first, last = date(base.year + step, 1, 1), date(base.year + step, 12, 31)
    if expression.part == "earlier":
        last = min(last, base)
    elif expression.part == "later":
        first = max(first, base)
    if expression.part or expression.unit in ("week", "weekend"):
        doubtful = rule == "past-week" and base.weekday() == SUNDAY
        return replace(_span(first, last, rule), is_ambiguous=doubtful)
    return _span(first, last, rule, f"{first:%Y-%m}" if expression.unit == "month" else f"{first:%Y}")


def _past_span(expression: TimeExpression, base: date) -> Resolved:
    """Resolve "over the past year", "in the next ten days": a lasting period up to or from the base."""
    there = _back(base, expression.amount, expression.unit, forward=expression.direction == "next")
    first, last = min(there, base), max(there, base)
    if expression.unit == "year":
        return Resolved(f"{first:%Y-%m}/{last:%Y-%m}", first, last, "past-span")
    return Resolved(f"{first}/{last}", first, last, "past-span")


def _back(base: date, amount: int, unit: str, *, forward: bool = False) -> date:
    """Return the day so many units before (or after) the base."""
    sign = 1 if forward else -1
    if unit in ("day", "week", "fortnight"):
        return base + timedelta(days=sign * amount * {"day": 1, "week": 7, "fortnight": 14}[unit])
    if unit == "month":
        year, month = _shift_month(base, sign * amount)
        return date(year, month, min(base.day, calendar.monthrange(year, month)[1]))
    if unit in ("year", "decade"):
        year = base.year + sign * amount * (10 if unit == "decade" else 1)
        return date(year, base.month, min(base.day, calendar.monthrange(year, base.month)[1]))
    return base


def _ago(expression: TimeExpression, base: date) -> Resolved:
    """Resolve "three days ago" to a day, longer units to their own precision, marked as approximate."""
    there = _back(base, expression.amount, expression.unit)
    if expression.unit in ("day", "hour"):
        return _day(there, "days-ago")
    if expression.unit == "week":
        return Resolved(f"{there}~", there, there, "weeks-ago")
    if expression.unit == "month":
        last = date(there.year, there.month, calendar.monthrange(there.year, there.month)[1])
        return Resolved(f"{there:%Y-%m}~", there.replace(day=1), last, "months-ago")
    return Resolved(f"{there:%Y}~", date(there.year, 1, 1), date(there.year, 12, 31), "years-ago")


def _bounded(resolved: Resolved, expression: TimeExpression, base: date | None) -> Resolved:
    """Apply since, until, by, about, began to an answer."""
    relation, first, last = expression.relation, resolved.earliest, resolved.latest
    if relation in ("since", "began") and first is not None:
        return Resolved(f"{_edge(resolved, first)}/..", first, None, f"{resolved.rule}.since", resolved.is_ambiguous)
    if relation == "until" and last is not None:
        return Resolved(f"../{_edge(resolved, last)}", None, last, f"{resolved.rule}.until", resolved.is_ambiguous)
    if relation == "by" and last is not None and expression.kind in ("day", "month", "year", "part", "weekday"):
        return Resolved(f"[..{last}]", None, last, f"{resolved.rule}.by", resolved.is_ambiguous)
    if relation == "about" and resolved.is_day:
        return Resolved(f"{resolved.edtf}~", first, last, f"{resolved.rule}.about", resolved.is_ambiguous)
    return resolved


def _edge(resolved: Resolved, day: date) -> str:
    """Return the end of an interval in the precision of the answer."""
    return resolved.edtf if resolved.rule in ("year", "month") else day.isoformat()
