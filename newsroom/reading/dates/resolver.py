"""Decide which day, or which span of days, an expression of time means.

The rules are those of the field's measured practice: the dateline's day is the base; a bare weekday is that day if it
is today's, else the last one; with a future verb it is the next one; a month and day take the year that puts them
nearest in the direction of the tense. Every answer is an EDTF text with the id of its rule.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta

from newsroom.reading.dates import spans
from newsroom.reading.dates.answers import ONE_DAY, STEPS, Resolved, one_day, shift_month, within
from newsroom.reading.dates.holidays import day_of
from newsroom.reading.dates.relations import TimeExpression
from newsroom.reading.dates.words import LONG

PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}~?")
MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?")
ENDED = frozenset(("day", "month", "year", "part", "weekday", "ordinal", "holiday", "quarter", "season"))


def resolve(
    expression: TimeExpression, base: date | None, *, is_future: bool = False, previous: date | None = None
) -> Resolved | None:
    """Return what ``expression`` means seen from ``base``; ``None`` where it needs a base and there is none."""
    try:
        plain = _resolve(expression, base, is_future, previous)
    except (ValueError, OverflowError):
        return None
    return None if plain is None else _bounded(plain, expression)


def resolve_ends(
    expression: TimeExpression, base: date | None, *, is_future: bool = False, previous: date | None = None
) -> tuple[Resolved, Resolved] | None:
    """Return what both ends of a range mean: "from Monday to Friday", "28 January to 3 February"."""
    if expression.ends is None:
        return None
    try:
        return _ends(*expression.ends, base, is_future, previous)
    except (ValueError, OverflowError):
        return None


def _resolve(expression: TimeExpression, base: date | None, is_future: bool, previous: date | None) -> Resolved | None:
    """Choose the rule by the kind of expression."""
    kind = expression.kind
    if kind in ("day", "days"):
        return _calendar_day(expression, base, is_future)
    if kind == "range" and expression.ends is not None:
        return _range(expression, _ends(*expression.ends, base, is_future, previous))
    if kind == "week" and expression.ends is not None:
        day = _resolve(expression.ends[0], base, is_future, previous)
        return None if day is None or day.earliest is None else spans.week_of(expression, day.earliest)
    if kind == "holiday" and (base or expression.year):
        return _holiday(expression, base, is_future)
    if base is None or kind in spans.DATED:
        return spans.resolve_span(expression, base, is_future, previous)
    if kind == "weekday":
        return _weekday(expression, base, is_future)
    if kind == "ordinal":
        return _ordinal(expression, base, is_future)
    if kind == "offset":
        return one_day(base + timedelta(days=expression.amount), "day-word")
    if kind == "recent" and is_future and expression.relation == LONG:
        return None  # "will stay for months"
    if kind == "recent":
        return Resolved(f"../{base}" if expression.relation == LONG else f"[..{base}]", None, base, "recent")
    if kind == "soon":
        return Resolved(f"[{base}..]", base, None, "soon")
    return spans.resolve_span(expression, base, is_future, previous)


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
    if expression.direction.endswith("-year") and base is not None:
        year = base.year + STEPS.get(expression.direction.removesuffix("-year"), 0)
    else:
        ahead = expression.direction == "next" if expression.direction in STEPS else is_future
        year = expression.year or _year_for(month, day, base or date.min, ahead)
    first = date(year, month, day)
    if expression.kind == "day" and expression.is_ambiguous:
        return _either_order(first)
    if expression.kind == "day":
        return one_day(first, "calendar" if expression.year else "nearest-year")
    last = date(year, expression.second_month or month, expression.second_day or day)
    if last < first:
        return None
    if expression.part == "or" or expression.relation == "either":
        return Resolved(f"[{first},{last}]", first, last, "either-day")
    if expression.relation == "both" and last - first == ONE_DAY:
        return Resolved(f"{{{first},{last}}}", first, last, "both-days")
    return Resolved(f"{first}/{last}", first, last, "days")


def _either_order(day: date) -> Resolved:
    """Return both readings of two small numbers with strokes: the day may stand first or second."""
    first, last = sorted((day, date(day.year, day.day, day.month)))
    return Resolved(f"[{first},{last}]", first, last, "either-order", is_ambiguous=True)


def _holiday(expression: TimeExpression, base: date | None, is_future: bool) -> Resolved:
    """Resolve a named day: the one of its year, else the nearest on the side that the tense asks for."""
    if expression.year is not None or base is None:
        return one_day(day_of(expression.name, expression.year or 1), "holiday")
    days = [day_of(expression.name, base.year + step) for step in (-1, 0, 1)]
    if is_future:
        return one_day(next(day for day in days if day >= base), "holiday-ahead")
    return one_day(next(day for day in reversed(days) if day <= base), "holiday")


def _ordinal(expression: TimeExpression, base: date, is_future: bool) -> Resolved:
    """Resolve "the 12th": of the month named, else the last one gone or the next one to come."""
    number = expression.day or 1
    if expression.direction:
        year, month = shift_month(base, STEPS.get(expression.direction, 0))
        return one_day(date(year, month, number), "day-of-month")
    steps = range(13) if is_future else range(0, -13, -1)
    for year, month in (shift_month(base, step) for step in steps):
        if number > calendar.monthrange(year, month)[1]:
            continue
        day = date(year, month, number)
        if day >= base if is_future else day <= base:
            return one_day(day, "day-of-month")
    raise ValueError(number)


def _weekday(expression: TimeExpression, base: date, is_future: bool) -> Resolved:
    """Resolve a weekday: today's or the last one; ahead with a future verb; "last" is never today."""
    back = (base.weekday() - (expression.weekday or 0)) % 7
    if expression.direction.endswith("-week"):
        monday = base - timedelta(days=base.weekday())
        weeks = STEPS.get(expression.direction.removesuffix("-week"), 0)
        return one_day(monday + timedelta(weeks=weeks, days=expression.weekday or 0), "weekday-of-week")
    if expression.part == "midnight":  # it ends one day and begins the next: yesterday's is the start of today
        day = base + timedelta(days=(7 - back) % 7) if is_future and back > 1 else base - timedelta(days=back)
        return within(day, day + ONE_DAY, "midnight")
    if expression.amount:
        near = timedelta(days=-back if expression.amount < 0 else 7 - back)
        return one_day(base + near + timedelta(weeks=expression.amount), "weeks-from-weekday")
    if expression.direction == "next":
        return one_day(base + timedelta(days=7 - back), "next-weekday")
    if expression.direction == "past":
        return one_day(base - timedelta(days=back or 7), "last-weekday")
    if is_future:
        return one_day(base + timedelta(days=(7 - back) % 7), "weekday-ahead")
    return one_day(base - timedelta(days=back), "weekday")


def _ends(
    before: TimeExpression, after: TimeExpression, base: date | None, is_future: bool, previous: date | None
) -> tuple[Resolved, Resolved] | None:
    """Resolve the ends of a range so that the second one follows the first; a year or week stands for both."""
    before, after = replace(before, relation=""), replace(after, relation="")
    if after.direction.endswith("-week") and not before.direction:
        before = replace(before, direction=after.direction)
    has_year = before.kind != "weekday" and (before.year or after.year)
    if has_year:
        before, after = replace(before, year=before.year or after.year), replace(after, year=after.year or before.year)
    first, last = (_resolve(one, base, is_future, previous) for one in (before, after))
    if first is None or last is None or first.earliest is None or last.earliest is None:
        return None
    if last.earliest < first.earliest:
        moves_last = is_future if not (before.year and after.year) else False
        if before.kind == "weekday" or after.kind == "weekday":
            week = timedelta(weeks=1)
            return (first, _one_week_on(last, week)) if moves_last else (_one_week_on(first, -week), last)
        if moves_last:
            last = _resolve(replace(after, year=last.earliest.year + 1), base, is_future, previous)
        else:
            first = _resolve(replace(before, year=first.earliest.year - 1), base, is_future, previous)
    return None if first is None or last is None else (first, last)


def _one_week_on(day: Resolved, step: timedelta) -> Resolved:
    """Return a weekday a week later or earlier."""
    return one_day((day.earliest or date.min) + step, day.rule)


def _range(expression: TimeExpression, ends: tuple[Resolved, Resolved] | None) -> Resolved | None:
    """Return a lasting interval; of days named by "and" that do not touch, all of them; by "or", one of them."""
    if ends is None or ends[0].earliest is None or ends[1].latest is None or ends[1].latest < ends[0].earliest:
        return None
    first, last = ends
    both = (ends[0].earliest, ends[1].latest)
    start, end = (one.edtf if PLAIN.fullmatch(one.edtf) else None for one in ends)
    start, end = start or f"{both[0]}", end or f"{both[1]}"
    doubtful = first.is_ambiguous or last.is_ambiguous
    if expression.part == "or":
        return Resolved(f"[{start},{end}]", *both, "either-day", doubtful)
    apart = first.is_day and last.is_day and both[1] - both[0] > ONE_DAY
    if expression.part == "and" and apart:
        return Resolved(f"{{{start},{end}}}", *both, "all-days", doubtful)
    return Resolved(f"{start}/{end}", *both, "range", doubtful)


def _bounded(resolved: Resolved, expression: TimeExpression) -> Resolved:
    """Apply since, until, by, about, began to an answer."""
    relation, first, last = expression.relation, resolved.earliest, resolved.latest
    if first is not None and (relation == "since" or (relation == "began" and expression.kind != "decade")):
        return Resolved(f"{_edge(resolved, first)}/..", first, None, f"{resolved.rule}.since", resolved.is_ambiguous)
    if relation == "until" and last is not None:
        return Resolved(f"../{_edge(resolved, last)}", None, last, f"{resolved.rule}.until", resolved.is_ambiguous)
    is_by = relation == "by" or (relation == "before" and expression.kind == "part" and expression.part == "late")
    if is_by and last is not None and expression.kind in ENDED:
        return Resolved(f"[..{last}]", None, last, f"{resolved.rule}.by", resolved.is_ambiguous)
    if relation == "about" and (resolved.is_day or MONTH_OR_YEAR.fullmatch(resolved.edtf)):
        return Resolved(f"{resolved.edtf}~", first, last, f"{resolved.rule}.about", resolved.is_ambiguous)
    return resolved


def _edge(resolved: Resolved, day: date) -> str:
    """Return the end of an interval in the precision of the answer."""
    return resolved.edtf if MONTH_OR_YEAR.fullmatch(resolved.edtf) else day.isoformat()
