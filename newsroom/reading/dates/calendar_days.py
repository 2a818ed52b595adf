"""Match days, weekdays and months of the calendar: "12 January", "Jan. 22 and 23", "last Friday", "early March"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsroom.reading.dates.numbers import day_at, low_at, month_at, year_after
from newsroom.reading.dates.relations import TimeExpression
from newsroom.reading.dates.words import (
    EARLY,
    LATE,
    MID,
    NEXT_WORDS,
    PARTS_OF_DAY,
    PAST_WORDS,
    SHORT_WEEKDAYS,
    UNITS,
    WEEKDAYS,
)
from newsroom.reading.sentences import Token

NUMERIC = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})")
DASHES = frozenset("-–—‑")
CENTURY_TURN = 69  # two figures from here on mean the last century, as POSIX reads them


def numeric(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match 2026-01-12, 13.01.2026, 01/12/2026, which may be one token or five."""
    joined = low_at(tokens, index)
    last = index
    while last - index < 4 and last + 1 < len(tokens) and tokens[last + 1].start == tokens[last].end:
        last += 1
        joined += tokens[last].low
    match = NUMERIC.match(joined)
    if match is None:
        return None
    consumed, end = 0, index - 1
    while consumed < match.end():
        end += 1
        consumed += len(tokens[end].low)
    first, _, second, third = (int(part) if part.isdecimal() else 0 for part in match.groups())
    if len(match[1]) == 4:
        year, month, day, doubtful = first, second, third, False
    else:
        year = third if third > 99 else third + (1900 if third >= CENTURY_TURN else 2000)
        day, month, doubtful = (first, second, match[2] == "/" and second <= 12 and first <= 12 and first != second)
        if second > 12 >= first:
            day, month = second, first
    if not (1 <= month <= 12 and 1 <= day <= 31 and len(match[4]) in (2, 4)):
        return None
    return TimeExpression(index, end, "day", year, month, day, is_ambiguous=doubtful)


def month_first(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "January 12", "Jan. 22 and 23", "March 6 to 10, 2023", "January 2026", "January"."""
    month = month_at(tokens, index)
    if month is None:
        return None
    place = index + 1 + (low_at(tokens, index + 1) == "." and day_at(tokens, index + 2) is not None)
    day = day_at(tokens, place)
    if day is None:
        year, last = year_after(tokens, index)
        if low_at(tokens, index) in ("may", "march", "mar", "sep", "dec", "sun") and year is None and not index:
            return None
        return TimeExpression(index, last, "month", year, month)
    second, last = _second_day(tokens, place)
    year, last = year_after(tokens, last)
    return TimeExpression(index, last, "days" if second else "day", year, month, day, month if second else None, second)


def _second_day(tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
    """Return the second day of "22 and 23", "22-23", "6 to 10", and the last token used."""
    if low_at(tokens, index + 1) in ("and", "to", "y", "al", "through") or low_at(tokens, index + 1) in DASHES:
        day = day_at(tokens, index + 2)
        if day is not None and low_at(tokens, index + 3) not in UNITS:
            return day, index + 2
    return None, index


def day_first(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "12 January 2026", "12th of January", "22-23 January", "12 de enero de 2026"."""
    day = day_at(tokens, index)
    if day is None:
        return None
    second, last = _second_day(tokens, index)
    place = last + 1 + (low_at(tokens, last + 1) in ("of", "de"))
    month = month_at(tokens, place)
    if month is None:
        return None
    year, last = year_after(tokens, place)
    return TimeExpression(index, last, "days" if second else "day", year, month, day, month if second else None, second)


def weekday(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "Monday", "last Friday", "Monday morning", "Monday, 12 January 2026", "el pasado viernes"."""
    place, direction = index, ""
    if low_at(tokens, place) in PAST_WORDS | NEXT_WORDS | {"this", "este", "early", "late"}:
        direction = _direction(low_at(tokens, place))
        place += 1
    low = low_at(tokens, place)
    if low not in WEEKDAYS or (low in SHORT_WEEKDAYS and not tokens[place].is_capital):
        return None
    if (
        low in ("sun", "mon", "sat", "wed", "mar")
        and low_at(tokens, place + 1) not in (",", ".")
        and not date_at(tokens, place + 1)
    ):
        return None
    skip = place + 1 + (low_at(tokens, place + 1) in (",", "."))
    dated = date_at(tokens, skip)
    if dated is not None and dated.kind == "day":
        return replace(dated, first=index, weekday=WEEKDAYS[low])
    if low_at(tokens, place + 1) in (PAST_WORDS | NEXT_WORDS) - {"following"}:
        place += 1
        direction = "past" if low_at(tokens, place) in PAST_WORDS else "next"
    last = place + (low_at(tokens, place + 1) in PARTS_OF_DAY)
    part = "midnight" if low_at(tokens, last) == "midnight" else ""
    return TimeExpression(index, last, "weekday", weekday=WEEKDAYS[low], direction=direction, part=part)


def _direction(word: str) -> str:
    """Return "past", "next" or nothing for the word before a date."""
    return "past" if word in PAST_WORDS else "next" if word in NEXT_WORDS else ""


def directed_month(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "last March", "next June", "this April", "last Feb. 20", "March last year", "April of next year"."""
    word = low_at(tokens, index)
    if word in PAST_WORDS | NEXT_WORDS | {"this"}:
        dated = month_first(tokens, index + 1)
        if dated is None or dated.year is not None:
            return None
        return replace(dated, first=index, direction=_direction(word) or "this")
    dated = month_first(tokens, index)
    if dated is None or dated.year is not None or dated.kind != "month":
        return None
    place = dated.last + 1 + (low_at(tokens, dated.last + 1) == "of")
    word = low_at(tokens, place)
    if word in PAST_WORDS | NEXT_WORDS | {"this"} and low_at(tokens, place + 1) == "year":
        return replace(dated, last=place + 1, direction=f"{_direction(word) or 'this'}-year")
    return None


def date_at(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match a day of the calendar in any of its spellings."""
    return numeric(tokens, index) or month_first(tokens, index) or day_first(tokens, index)


def part_of_month(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "early January", "mid-January", "late last month", "the end of March 2026", "a principios de enero"."""
    low = low_at(tokens, index)
    part = "early" if low in EARLY | {"beginning", "start"} else "late" if low in LATE | {"end"} else ""
    part = part or ("mid" if low in MID else "")
    if not part:
        return None
    place = index + 1 + (low_at(tokens, index + 1) in DASHES | {"of", "de", "in"})
    place += low_at(tokens, place) == "this" and month_at(tokens, place + 1) is not None
    month = month_at(tokens, place)
    if month is not None and day_at(tokens, place + 1) is None:
        year, last = year_after(tokens, place)
        return TimeExpression(index, last, "part", year, month, part=part)
    word, unit = low_at(tokens, place), low_at(tokens, place + 1)
    if unit in ("month", "year") and word in PAST_WORDS | NEXT_WORDS | {"the", "this"}:
        return TimeExpression(index, place + 1, "part", part=part, direction=_direction(word) or "this", unit=unit)
    return None
