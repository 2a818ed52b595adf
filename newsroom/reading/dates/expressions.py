"""Find expressions of time in a run of tokens, without deciding yet which day they mean.

Each matcher looks at one place only and reads at most a dozen tokens on, so the whole is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from newsroom.reading.dates.relations import TimeExpression, with_relation
from newsroom.reading.dates.words import (
    DAY_WORDS,
    EARLY,
    LATE,
    MID,
    MONTHS,
    NEXT_WORDS,
    NUMBERS,
    PARTS_OF_DAY,
    PAST_WORDS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    UNITS,
    WEEKDAYS,
)
from newsroom.reading.sentences import Token

NUMERIC = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})")
DASHES = frozenset("-–—‑")


Matcher = Callable[[Sequence[Token], int], TimeExpression | None]


def find_times(tokens: Sequence[Token]) -> list[TimeExpression]:
    """Return the expressions of time in the tokens, left to right, none overlapping."""
    found: list[TimeExpression] = []
    index = 0
    while index < len(tokens):
        low = tokens[index].low
        match = _match_at(tokens, index) if low in STARTERS or low[:1].isdigit() else None
        if match is None:
            index += 1
        else:
            found.append(with_relation(tokens, match))
            index = match.last + 1
    return found


def _match_at(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Return the first matcher's answer at ``index``."""
    for matcher in MATCHERS:
        match = matcher(tokens, index)
        if match is not None:
            return match
    return None


def _low(tokens: Sequence[Token], index: int) -> str:
    """Return the folded token at ``index``, or an empty string behind the end."""
    return tokens[index].low if 0 <= index < len(tokens) else ""


def _number(word: str) -> int | None:
    """Return the number that a word or figure means."""
    if word in NUMBERS:
        return NUMBERS[word]
    bare = word.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    return int(bare) if bare.isdecimal() and len(bare) < 5 else None


def _month(tokens: Sequence[Token], index: int) -> int | None:
    """Return the month named at ``index``; the short names and "may", "march" count only with a capital."""
    low = _low(tokens, index)
    month = MONTHS.get(low)
    if month is None or (low in SHORT_MONTHS | {"march"} and not tokens[index].is_capital):
        return None
    return month


def _day_number(tokens: Sequence[Token], index: int) -> int | None:
    """Return the day of a month at ``index``."""
    word = _low(tokens, index)
    number = _number(word) if word[:1].isdigit() else None
    return number if number is not None and 1 <= number <= 31 and len(word) < 5 else None


def _year(tokens: Sequence[Token], index: int) -> int | None:
    """Return the year of four digits at ``index``."""
    low = _low(tokens, index)
    return int(low) if low.isdecimal() and len(low) == 4 and 1500 <= int(low) <= 2199 else None


def _year_after(tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
    """Return the year behind ``index`` (after a comma, "of", "de") and the last token used."""
    if _low(tokens, index + 1) in (",", "de", "del", "of", "."):
        year = _year(tokens, index + 2)
        return (year, index + 2) if year else (None, index)
    year = _year(tokens, index + 1)
    return (year, index + 1) if year else (None, index)


def _numeric(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match 2026-01-12, 13.01.2026, 01/12/2026, which may be one token or five."""
    joined = _low(tokens, index)
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
        year = third if third > 99 else 2000 + third
        day, month, doubtful = (first, second, match[2] == "/" and second <= 12 and first <= 12 and first != second)
        if second > 12 >= first:
            day, month = second, first
    if not (1 <= month <= 12 and 1 <= day <= 31 and len(match[4]) in (2, 4)):
        return None
    return TimeExpression(index, end, "day", year, month, day, is_ambiguous=doubtful)


def _month_first(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "January 12", "Jan. 22 and 23", "March 6 to 10, 2023", "January 2026", "January"."""
    month = _month(tokens, index)
    if month is None:
        return None
    place = index + 1 + (_low(tokens, index + 1) == "." and _day_number(tokens, index + 2) is not None)
    day = _day_number(tokens, place)
    if day is None:
        year, last = _year_after(tokens, index)
        if _low(tokens, index) in ("may", "march", "mar", "sep", "dec", "sun") and year is None and not index:
            return None
        return TimeExpression(index, last, "month", year, month)
    second, last = _second_day(tokens, place)
    year, last = _year_after(tokens, last)
    return TimeExpression(index, last, "days" if second else "day", year, month, day, month if second else None, second)


def _second_day(tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
    """Return the second day of "22 and 23", "22-23", "6 to 10", and the last token used."""
    if _low(tokens, index + 1) in ("and", "to", "y", "al", "through") or _low(tokens, index + 1) in DASHES:
        day = _day_number(tokens, index + 2)
        if day is not None and _low(tokens, index + 3) not in UNITS:
            return day, index + 2
    return None, index


def _day_first(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "12 January 2026", "12th of January", "22-23 January", "12 de enero de 2026"."""
    day = _day_number(tokens, index)
    if day is None:
        return None
    second, last = _second_day(tokens, index)
    place = last + 1 + (_low(tokens, last + 1) in ("of", "de"))
    month = _month(tokens, place)
    if month is None:
        return None
    year, last = _year_after(tokens, place)
    return TimeExpression(index, last, "days" if second else "day", year, month, day, month if second else None, second)


def _weekday(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "Monday", "last Friday", "next Tuesday", "Monday, 12 January 2026", "el pasado viernes"."""
    place, direction = index, ""
    if _low(tokens, place) in PAST_WORDS | NEXT_WORDS | {"this", "este", "early", "late"}:
        direction = "past" if _low(tokens, place) in PAST_WORDS else "next" if _low(tokens, place) in NEXT_WORDS else ""
        place += 1
    low = _low(tokens, place)
    if low not in WEEKDAYS or (low in SHORT_WEEKDAYS and not tokens[place].is_capital):
        return None
    if (
        low in ("sun", "mon", "sat", "wed", "mar")
        and _low(tokens, place + 1) not in (",", ".")
        and not _date_at(tokens, place + 1)
    ):
        return None
    skip = place + 1 + (_low(tokens, place + 1) in (",", "."))
    dated = _date_at(tokens, skip)
    if dated is not None and dated.kind == "day":
        return replace(dated, first=index, weekday=WEEKDAYS[low])
    if _low(tokens, place + 1) in PAST_WORDS | NEXT_WORDS:
        place += 1
        direction = "past" if _low(tokens, place) in PAST_WORDS else "next"
    last = place + (_low(tokens, place + 1) in PARTS_OF_DAY)
    part = "midnight" if _low(tokens, last) == "midnight" else ""
    return TimeExpression(index, last, "weekday", weekday=WEEKDAYS[low], direction=direction, part=part)


def _date_at(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match a day of the calendar in any of its spellings."""
    return _numeric(tokens, index) or _month_first(tokens, index) or _day_first(tokens, index)


def _part_of_month(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "early January", "mid-January", "late last month", "the end of March 2026", "a principios de enero"."""
    low = _low(tokens, index)
    part = "early" if low in EARLY | {"beginning", "start"} else "late" if low in LATE | {"end"} else ""
    part = part or ("mid" if low in MID else "")
    if not part:
        return None
    place = index + 1 + (_low(tokens, index + 1) in DASHES | {"of", "de", "in", "this"})
    month = _month(tokens, place)
    if month is not None and _day_number(tokens, place + 1) is None:
        year, last = _year_after(tokens, place)
        return TimeExpression(index, last, "part", year, month, part=part)
    if _low(tokens, place) in PAST_WORDS | NEXT_WORDS and _low(tokens, place + 1) == "month":
        direction = "past" if _low(tokens, place) in PAST_WORDS else "next"
        return TimeExpression(index, place + 1, "part", part=part, direction=direction)
    return None


def _day_word(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "today", "yesterday", "tomorrow", "this morning", "esta tarde"."""
    low = _low(tokens, index)
    if low in DAY_WORDS:
        last = index + (_low(tokens, index + 1) in PARTS_OF_DAY)
        return TimeExpression(index, last, "offset", amount=DAY_WORDS[low])
    if low in ("this", "esta") and _low(tokens, index + 1) in PARTS_OF_DAY:
        return TimeExpression(index, index + 1, "offset")
    return None


def _unit_relative(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "last week", "this month", "next year", "earlier this month", "la semana pasada", "the past year"."""
    place, part = index, ""
    if _low(tokens, place) in ("earlier", "later") and _low(tokens, place + 1) in ("this", "that", "in"):
        part = _low(tokens, place)
        place += 1
    word, unit = _low(tokens, place), UNITS.get(_low(tokens, place + 1), "")
    if word in PAST_WORDS | NEXT_WORDS | {"this", "that", "este", "esta"} and unit in (
        "week",
        "month",
        "year",
        "weekend",
        "day",
    ):
        past, ahead = word in PAST_WORDS, word in NEXT_WORDS
        if past and _low(tokens, place - 1) == "the" and _low(tokens, place - 2) in ("over", "in", "during", "for"):
            return TimeExpression(index, place + 1, "span", amount=1, unit=unit, direction="past")
        if unit == "day":
            return TimeExpression(index, place + 1, "previous", amount=1 if ahead else 0) if not past else None
        direction = "past" if past else "next" if ahead else "that" if word == "that" else ""
        return TimeExpression(index, place + 1, "unit", unit=unit, direction=direction, part=part)
    unit = UNITS.get(_low(tokens, index), "")
    if unit in ("week", "month", "year") and _low(tokens, index + 1) in PAST_WORDS | {"proxima", "proximo"}:
        direction = "past" if _low(tokens, index + 1) in PAST_WORDS else "next"
        return TimeExpression(index, index + 1, "unit", unit=unit, direction=direction)
    return None


def _amount(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "three days ago", "the past two years", "hace dos semanas", "two weeks later", "a day after"."""
    place, direction = index, ""
    if _low(tokens, place) in (PAST_WORDS | NEXT_WORDS) - {"following"}:
        direction = "past" if _low(tokens, place) in PAST_WORDS else "next"
        place += 1
    elif _low(tokens, place) == "hace":
        direction, place = "ago", place + 1
    number, unit = _number(_low(tokens, place)), UNITS.get(_low(tokens, place + 1), "")
    if number is None or not unit or unit == "weekend":
        return None
    after = _low(tokens, place + 2)
    if direction == "ago" or (after in ("ago", "earlier", "before") and not direction):
        relative = "ago" if after != "before" and after != "earlier" else "before"
        return TimeExpression(
            index,
            place + 1 + (after in ("ago", "earlier", "before")),
            "ago",
            amount=number,
            unit=unit,
            relation=relative,
        )
    if direction:
        return TimeExpression(index, place + 1, "span", amount=number, unit=unit, direction=direction)
    if after in ("after", "later") and unit in ("day", "week"):
        return TimeExpression(index, place + 2, "shift", amount=number, unit=unit, relation=after)
    return TimeExpression(index, place + 1, "duration", amount=number, unit=unit)


def _anaphoric(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "the same day", "the following day", "that day", "mismo dia"."""
    word, after = _low(tokens, index), _low(tokens, index + 1)
    if word in ("same", "mismo", "following", "siguiente", "that") and after in ("day", "dia"):
        return TimeExpression(index, index + 1, "previous", amount=1 if word in ("following", "siguiente") else 0)
    return None


def _year_only(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match a year after a preposition: "in 1994", "since 2016", "en 2020"."""
    year = _year(tokens, index)
    before = _low(tokens, index - 1)
    if year is None or before not in (
        "in",
        "since",
        "until",
        "of",
        "en",
        "desde",
        "from",
        "by",
        "early",
        "late",
        "mid",
        "-",
    ):
        return None
    return TimeExpression(index, index, "year", year)


def _recent(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "recent", "recently", "the other day"."""
    if _low(tokens, index) in ("recent", "recently", "recientemente", "reciente"):
        return TimeExpression(index, index, "recent")
    return None


MATCHERS: tuple[Matcher, ...] = (
    _numeric,
    _part_of_month,
    _weekday,
    _month_first,
    _day_first,
    _day_word,
    _unit_relative,
    _amount,
    _anaphoric,
    _year_only,
    _recent,
)
STARTERS = frozenset(
    {*MONTHS, *WEEKDAYS, *DAY_WORDS, *EARLY, *LATE, *MID, *PAST_WORDS, *NEXT_WORDS, *NUMBERS, *UNITS}
    | {"this", "that", "este", "esta", "earlier", "later", "same", "mismo", "hace", "beginning", "start", "end"}
    | {"recent", "recently", "reciente", "recientemente", "siguiente"}
)
