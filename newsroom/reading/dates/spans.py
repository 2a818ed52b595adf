"""Resolve what is longer than a day: weeks, months and their parts, seasons, quarters, years, decades, and amounts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from newsroom.reading.dates.answers import STEPS, Resolved, end_of_month, moved, one_day, shift_month, within
from newsroom.reading.dates.relations import TimeExpression
from timeline.values import SEASON_MONTHS, THIRDS_OF_DECADE, THIRDS_OF_YEAR

SATURDAY, SUNDAY = 5, 6
WEEK = timedelta(days=6)
# Kinds that may stand without a base, because they may name their year.
DATED = frozenset(("year", "decade", "month", "part", "season", "quarter"))
MID_TO_LATE = (THIRDS_OF_YEAR["mid"][0], THIRDS_OF_YEAR["late"][1])
THIRDS_OF_WEEK = {"early": (0, 1), "mid": (1, 3), "late": (3, 6)}


def resolve_span(
    expression: TimeExpression, base: date | None, is_future: bool, previous: date | None
) -> Resolved | None:
    """Return what a span means; ``None`` where it needs a base, or a day named before it, and there is none."""
    if expression.kind == "year" and expression.year:
        return within(date(expression.year, 1, 1), date(expression.year, 12, 31), "year", f"{expression.year}")
    if expression.kind == "decade" and expression.year:
        return _decade(expression)
    if base is None and expression.year is None:
        return None
    rule = _RULES.get(expression.kind)
    return rule(expression, base or date(expression.year or 1, 1, 1), is_future, previous) if rule else None


def week_of(expression: TimeExpression, day: date) -> Resolved:
    """Resolve "the week of 19 January": from Monday, or from Sunday where that is the day named; "ending": up to it."""
    monday = day - timedelta(days=day.weekday())
    if expression.unit == "weekend":
        return within(monday + timedelta(days=SATURDAY), monday + WEEK, "weekend-of")
    if expression.part == "ending":
        return within(monday, day, "week-ending")
    first = day if day.weekday() == SUNDAY else monday
    return within(first, first + WEEK, "week-of")


def _decade(expression: TimeExpression) -> Resolved:
    """Resolve a decade or the early, middle or late years of one."""
    year = expression.year or 1
    first, last = THIRDS_OF_DECADE.get(expression.part, (0, 9))
    bounds = date(year + first, 1, 1), date(year + last, 12, 31)
    return within(*bounds, "decade", "" if expression.part else f"{year // 10}X")


def _month(expression: TimeExpression, base: date, is_future: bool, previous: date | None) -> Resolved | None:
    """Resolve a month or a part of a month, week or year."""
    if expression.month is None and expression.unit == "year":
        return _part_of_year(expression, expression.year or base.year + STEPS.get(expression.direction, 0))
    if expression.unit == "week":
        monday = base + timedelta(weeks=STEPS.get(expression.direction, 0), days=-base.weekday())
        first, last = THIRDS_OF_WEEK[expression.part]
        return within(monday + timedelta(days=first), monday + timedelta(days=last), f"{expression.part}-week")
    if expression.month is None:
        year, month = shift_month(base, STEPS.get(expression.direction, 0))
    else:
        month = expression.month
        year = expression.year or _year_of_month(expression, base, is_future, previous)
    end = end_of_month(year, month)
    if not expression.part:
        return Resolved(f"{year:04}-{month:02}", end.replace(day=1), end, "month")
    first_day, last_day = _days_of(expression.part, end)
    return within(end.replace(day=first_day), end.replace(day=last_day), f"{expression.part}-month")


def _days_of(part: str, end: date) -> tuple[int, int]:
    """Return the first and last day of a part of the month that ends so."""
    thirds = {"early": (1, 10), "mid": (11, 20), "late": (21, end.day), "mid-to-late": (11, end.day)}
    if part in thirds:
        return thirds[part]
    name, _, number = part.partition("-")
    if name == "half":
        return (1, 14) if number == "1" else (15, end.day)
    if name == "weekend":
        saturday = 1 + (SATURDAY - end.replace(day=1).weekday()) % 7
        last = saturday + 7 * ((end.day - saturday) // 7)
        first = last if number == "-1" else saturday + 7 * (int(number) - 1)
        return first, min(first + 1, end.day)
    if number == "-1":
        return end.day - 6, end.day
    return 7 * int(number) - 6, min(7 * int(number), end.day)


def _year_of_month(expression: TimeExpression, base: date, is_future: bool, previous: date | None) -> int:
    """Return the year of a bare month, of "last March", "next June", "April of next year".

    The month just gone is not called "last".
    """
    month, direction = expression.month or 1, expression.direction
    if direction == "that-year":
        return previous.year if previous is not None else base.year - (month > base.month)
    if direction.endswith("-year"):
        return base.year + STEPS.get(direction.removesuffix("-year"), 0)
    if direction == "following":  # "expelled the envoy in 1979 and broke off ties the following April"
        start = previous or base
        return start.year + (month <= start.month)
    if direction == "recent":
        return base.year - (month > base.month)
    if direction == "past":
        return base.year - (month >= max(1, base.month - 1))
    if direction:
        return base.year + (direction == "next" and month <= base.month)
    return base.year + (month < base.month) if is_future else base.year - (month > base.month)


def _part_of_year(expression: TimeExpression, year: int) -> Resolved:
    """Return a third of a year: "early this year", "by the end of the year"."""
    first, last = THIRDS_OF_YEAR.get(expression.part, MID_TO_LATE)
    return within(date(year, first, 1), end_of_month(year, last), f"{expression.part}-year")


def _season(expression: TimeExpression, base: date, is_future: bool, previous: date | None) -> Resolved:
    """Resolve a season: of its year, else the one that runs or is gone; ahead with "next" or a future verb."""
    start = SEASON_MONTHS[expression.amount]
    if expression.year is not None:
        year = expression.year
    elif expression.direction in ("of-last-year", "of-this-year"):
        year = base.year - (expression.direction == "of-last-year")
    elif expression.direction == "this":
        year = base.year - (start == 12 and base.month <= 2)
    else:
        gone = (base.year - (base.month < start), base.month)
        year = gone[0] + (expression.direction == "next" or (is_future and not expression.direction))
        running = date(gone[0], start, 1) <= base < moved(date(gone[0], start, 1), 3, "month", forward=True)
        year -= expression.direction == "past" and running
    first = date(year, start, 1)
    last_year, last_month = shift_month(first, 2)
    edtf = f"{year:04}-{expression.amount}"
    return Resolved(edtf, first, end_of_month(last_year, last_month), "season")


def _quarter(expression: TimeExpression, base: date, is_future: bool, previous: date | None) -> Resolved:
    """Resolve a quarter or a half of a year, by the calendar: fiscal years differ from firm to firm."""
    length = 3 if expression.unit == "quarter" else 6
    number = expression.amount or (base.month - 1) // length + 1
    year = expression.year or base.year
    if expression.direction.endswith("-year"):
        year += STEPS.get(expression.direction.removesuffix("-year"), 0)
    elif not expression.amount:
        start = date(year, (number - 1) * length + 1, 1)
        year, month = shift_month(start, length * STEPS.get(expression.direction, 0))
        number = (month - 1) // length + 1
    elif expression.year is None:
        running = (base.month - 1) // length + 1
        year += (number < running) if is_future else -(number > running)
    first = date(year, (number - 1) * length + 1, 1)
    return replace(within(first, end_of_month(year, number * length), expression.unit), is_ambiguous=False)


def _unit(expression: TimeExpression, base: date, is_future: bool, previous: date | None) -> Resolved:
    """Resolve "last week", "next month", "this year", "earlier this month", "that month", "over the weekend".

    "The weekend" is the last one unless a verb looks ahead. "Last week", said on a Sunday, may be the week that ends:
    the one before it is taken. "This week" with a future verb is then the one that begins. Both doubts are flagged.
    """
    if expression.direction in ("that", "following", "preceding") and previous is not None:
        base = previous
    step = STEPS.get(expression.direction, 0)
    rule = f"{expression.direction or 'this'}-{expression.unit}"
    if expression.unit in ("week", "weekend"):
        first, last, doubtful = _week(expression, base, step, is_future)
    elif expression.unit == "month":
        year, month = shift_month(base, step)
        first, last, doubtful = date(year, month, 1), end_of_month(year, month), False
    else:
        first, last, doubtful = date(base.year + step, 1, 1), date(base.year + step, 12, 31), False
    if expression.part == "earlier":
        last = max(first, min(last, base))
    elif expression.part == "later":
        first = min(last, max(first, base))
    if expression.part or expression.unit in ("week", "weekend"):
        return replace(within(first, last, rule), is_ambiguous=doubtful)
    return within(first, last, rule, f"{first:%Y-%m}" if expression.unit == "month" else f"{first:%Y}")


def _week(expression: TimeExpression, base: date, step: int, is_future: bool) -> tuple[date, date, bool]:
    """Return first and last day of a week or weekend, and whether a Sunday leaves a doubt."""
    monday = base - timedelta(days=base.weekday()) + timedelta(weeks=step)
    if expression.unit == "weekend":
        gone = timedelta(weeks=not expression.direction and not is_future and base.weekday() < SATURDAY)
        return monday + timedelta(days=SATURDAY) - gone, monday + WEEK - gone, False
    saturday = timedelta(days=SATURDAY)
    if base.weekday() == SUNDAY and not expression.direction and is_future:
        return base + timedelta(days=1), base + timedelta(days=1) + saturday, True
    return monday, monday + WEEK, base.weekday() == SUNDAY and expression.direction == "past"


def _past_span(expression: TimeExpression, base: date, is_future: bool, previous: date | None) -> Resolved:
    """Resolve "over the past year", "in the next ten days": a lasting period up to or from the base."""
    there = moved(base, expression.amount, expression.unit, forward=expression.direction == "next")
    first, last = min(there, base), max(there, base)
    if expression.unit == "year":
        return Resolved(f"{first.year:04}-{first.month:02}/{last.year:04}-{last.month:02}", first, last, "past-span")
    return Resolved(f"{first}/{last}", first, last, "past-span")


def _ago(expression: TimeExpression, base: date, is_future: bool, previous: date | None) -> Resolved:
    """Resolve "three days ago" to a day, longer units to their own precision, marked as approximate."""
    there = moved(base, expression.amount, expression.unit)
    if expression.part == "week":
        first, last = there - timedelta(days=there.weekday()), there + timedelta(days=6 - there.weekday())
        return Resolved(f"[{first}..{last}]", first, last, "week-ago")
    if expression.part == "month":
        edtf, last = f"{there.year:04}-{there.month:02}", end_of_month(there.year, there.month)
        return Resolved(edtf, there.replace(day=1), last, "month-ago")
    return _approximate(there, expression.unit, "ago")


def _approximate(there: date, unit: str, rule: str) -> Resolved:
    """Return a day that was counted: exact in days, else in the precision of its unit."""
    if unit in ("day", "hour"):
        return one_day(there, f"days-{rule}")
    if unit in ("week", "fortnight"):
        return Resolved(f"{there}~", there, there, f"weeks-{rule}")
    if unit == "month":
        last = end_of_month(there.year, there.month)
        return Resolved(f"{there.year:04}-{there.month:02}~", there.replace(day=1), last, f"months-{rule}")
    return Resolved(f"{there.year:04}~", date(there.year, 1, 1), date(there.year, 12, 31), f"years-{rule}")


def _ahead(expression: TimeExpression, base: date, is_future: bool, previous: date | None) -> Resolved | None:
    """Resolve "three days from now"; "in three days" and "within a week" where the verb looks ahead."""
    if expression.kind == "duration" and not (is_future and expression.relation in ("in", "within")):
        return None
    there = moved(base, expression.amount, expression.unit, forward=True)
    if expression.relation == "within":
        return within(base, there, "within")
    return _approximate(there, expression.unit, "ahead")


def _anchored(expression: TimeExpression, base: date, is_future: bool, previous: date | None) -> Resolved | None:
    """Resolve what counts from the day named before: "the same day", "the previous day", "two days later"."""
    if expression.kind == "previous":
        is_open = previous is None and expression.amount >= 0 and expression.part != "day"
        return None if is_open else one_day((previous or base) + timedelta(days=expression.amount), "same-day")
    if expression.relation == "later" and previous is not None:
        if expression.unit in ("day", "week"):
            return one_day(moved(previous, expression.amount, expression.unit, forward=True), "later")
        return _approximate(moved(previous, expression.amount, expression.unit, forward=True), expression.unit, "later")
    if expression.relation == "earlier":
        start = previous if previous is not None and expression.unit in ("day", "week") else base
        return _approximate(moved(start, -expression.amount, expression.unit), expression.unit, "earlier")
    return None


_Rule = Callable[[TimeExpression, date, bool, date | None], Resolved | None]
_RULES: dict[str, _Rule] = {
    "month": _month,
    "part": _month,
    "season": _season,
    "quarter": _quarter,
    "unit": _unit,
    "span": _past_span,
    "ago": _ago,
    "ahead": _ahead,
    "duration": _ahead,
    "previous": _anchored,
    "shift": _anchored,
}
