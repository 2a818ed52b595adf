"""Match days, weekdays and months of the calendar: "12 January", "Jan. 22 and 23", "last Friday", "early March"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsroom.reading.dates.numbers import day_at, low_at, month_at, year_after, year_at
from newsroom.reading.dates.relations import TimeExpression
from newsroom.reading.dates.words import (
    BEHIND_UNIT,
    DIRECTED,
    DIRECTED_OR_THIS,
    EARLY,
    LATE,
    MID,
    NEXT_WORDS,
    PARTS_OF_DAY,
    PAST_WORDS,
    SHORT_WEEKDAYS,
    SPANISH_WEEKDAYS,
    UNITS,
    WEEKDAYS,
)
from newsroom.reading.sentences import Token

NUMERIC = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})")
DASHES = frozenset("-–—‑")
DIRECTED_OR_THE = DIRECTED_OR_THIS | {"the", "la"}
THAT = frozenset(("that", "ese", "aquel"))
DIRECTED_OR_THAT = DIRECTED_OR_THIS | THAT
BEFORE_WEEKDAY = DIRECTED_OR_THIS | {"early", "late"}
BEHIND_WEEKDAY = DIRECTED - {"following"}
EARLY_PARTS, LATE_PARTS = EARLY | {"beginning", "start"}, LATE | {"end"}
PART_LINKS = DASHES | {"of", "de", "del", "in"}
JOINERS = DASHES | frozenset("and to y al through or o".split())
ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
BEFORE_ORDINAL = frozenset("on by until before since from after to and through between or".split())
NO_DAY_BEFORE = frozenset("every each one most alternate cada good bloody black".split())
BEHIND_ORDINAL = frozenset(", . ; : ) ” \" and or to through at in when but as after of ' ’".split())
BEFORE_SPANISH_DAY = frozenset("el al del pasado ultimo proximo dia".split())
MONTHS_OF_DAYS = {  # the longest first
    ("mes", "en", "curso"): "this",
    ("presente", "mes"): "this",
    ("mes", "pasado"): "past",
    ("mes", "anterior"): "past",
    ("pasado", "mes"): "past",
    ("proximo", "mes"): "next",
    ("mes", "proximo"): "next",
    ("mes", "entrante"): "next",
    ("este", "mes"): "this",
    ("los", "corrientes"): "this",
    ("corriente",): "this",
    ("presente",): "this",
}
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
    part = _joiner(tokens, place) if second else ""
    year, last = year_after(tokens, last)
    return _made(index, last, year, month, day, second, part)


def _made(
    first: int, last: int, year: int | None, month: int, day: int, second: int | None, part: str
) -> TimeExpression:
    """Make the expression of one day, or of the days of one month."""
    if second is None:
        return TimeExpression(first, last, "day", year, month, day)
    return TimeExpression(first, last, "days", year, month, day, month, second, part=part)


def _joiner(tokens: Sequence[Token], index: int) -> str:
    """Return "or" where a day and the next one are alternatives, else nothing."""
    return "or" if low_at(tokens, index + 1) in ("or", "o") else ""


def _second_day(tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
    """Return the last day of "22 and 23", "22-23", "6 to 10", "29, 30 and 31", and the last token used."""
    day, place = day_at(tokens, index), index
    while day and low_at(tokens, place + 1) == "," and day_at(tokens, place + 2) == day + 1 and place < index + 8:
        day, place = day + 1, place + 2
    if low_at(tokens, place + 1) in JOINERS:
        skip = place + 2 + (low_at(tokens, place + 2) in ("the", "el"))
        day = day_at(tokens, skip)
        if day is not None and low_at(tokens, skip + 1) not in UNITS:
            return day, skip
    return None, index


def day_first(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "12 January 2026", "12th of January", "22-23 January", "12 de enero de 2026"."""
    day = 1 if low_at(tokens, index) == "primero" else day_at(tokens, index)
    if day is None:
        return None
    second, last = _second_day(tokens, index)
    part = _joiner(tokens, index) if second else ""
    place = last + 1 + (low_at(tokens, last + 1) in ("of", "de"))
    hyphened = low_at(tokens, place) == "-" and low_at(tokens, place + 2) == "-"  # 20-Dec-2025
    month = month_at(tokens, place + hyphened)
    if month is None:
        return None
    year, last = year_after(tokens, place + hyphened)
    if hyphened:
        year = year_at(tokens, place + 3)
        last = place + 3
        if year is None:
            return None
    return _directed_day(tokens, _made(index, last, year, month, day, second, part))


def _directed_day(tokens: Sequence[Token], dated: TimeExpression) -> TimeExpression:
    """Add what stands behind a Spanish day: "12 de diciembre del año pasado", "12 de diciembre pasado"."""
    word, after = low_at(tokens, dated.last + 1), low_at(tokens, dated.last + 2)
    if dated.year is not None:
        return dated
    if low_at(tokens, dated.first - 1) in ("pasado", "ultimo"):  # "el pasado 20 de marzo"
        return replace(dated, direction="past")
    if (word, after) in (("de", "este"), ("of", "this")) and low_at(tokens, dated.last + 3) in ("ano", "year"):
        return replace(dated, last=dated.last + 3, direction="this-year")
    if after == "year" and word in DIRECTED_OR_THIS:  # "5 May last year"
        return replace(dated, last=dated.last + 2, direction=f"{_direction(word) or 'this'}-year")
    if word == "del" and after == "ano" and low_at(tokens, dated.last + 3) in PAST_WORDS:
        return replace(dated, last=dated.last + 3, direction="past-year")
    if word in ("pasado", "ultimo", "proximo") and after not in UNITS:
        gone = "recent" if dated.kind == "month" else "past"  # "enero pasado" is the last one that was
        return replace(dated, last=dated.last + 1, direction="next" if word == "proximo" else gone)
    return dated


def ordinal_day(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "(on) the 12th", "the 5th of next month": a day whose month the base tells."""
    if not ORDINAL.fullmatch(low_at(tokens, index)) or low_at(tokens, index - 1) != "the":
        return None
    day, after = day_at(tokens, index), low_at(tokens, index + 1)
    if day is None or (after and after not in BEHIND_ORDINAL):
        return None
    if after == "of":
        word = low_at(tokens, index + 2)
        if word not in DIRECTED_OR_THE or low_at(tokens, index + 3) != "month":
            return None
        return TimeExpression(index, index + 3, "ordinal", day=day, direction=_direction(word) or "this")
    before = low_at(tokens, index - 2)
    if before not in BEFORE_ORDINAL and before not in WEEKDAYS:
        return None
    return TimeExpression(index, index, "ordinal", day=day)


def spanish_day(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "el día 13", "el pasado día 5", "el 5 del corriente": a day whose month the base tells."""
    if (day := day_at(tokens, index)) is not None:
        return _day_of_month(tokens, index, day)
    day = day_at(tokens, index + 1)
    if day is None or low_at(tokens, index) != "dia" or low_at(tokens, index + 2) in ("de", "del", "y", "al", ","):
        return None
    if low_at(tokens, index - 1) not in ("el", "del") and low_at(tokens, index - 2) not in ("el", "del"):
        return None
    return TimeExpression(index, index + 1, "ordinal", day=day)


def _day_of_month(tokens: Sequence[Token], index: int, day: int) -> TimeExpression | None:
    """Match "el 5 del corriente", "el 5 de este mes", "el 28 del mes pasado"."""
    link, words = low_at(tokens, index + 1), tuple(low_at(tokens, index + n) for n in range(2, 5))
    if low_at(tokens, index - 1) not in BEFORE_SPANISH_DAY or link not in ("de", "del"):
        return None
    for behind, direction in MONTHS_OF_DAYS.items():
        if words[: len(behind)] == behind:
            return TimeExpression(index, index + 1 + len(behind), "ordinal", day=day, direction=direction)
    return None


def weekday(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "Monday", "last Friday", "Monday morning", "Monday, 12 January 2026", "el pasado viernes"."""
    place, direction = index, ""
    if low_at(tokens, index - 1) in NO_DAY_BEFORE:
        return None  # a habit, some day, or a name ("Bloody Sunday")
    if low_at(tokens, place) in BEFORE_WEEKDAY:
        direction = _direction(low_at(tokens, place))
        place += 1
    low = low_at(tokens, place)
    if low not in WEEKDAYS or (low in SHORT_WEEKDAYS and not tokens[place].is_capital):
        return None
    if low in SPANISH_WEEKDAYS and place and tokens[place].is_capital and tokens[place - 1].is_capital:
        return None  # "Santo Domingo"
    if (
        low in ("sun", "mon", "sat", "wed", "mar")
        and low_at(tokens, place + 1) not in (",", ".")
        and not _is_short_day(tokens, place)
        and not date_at(tokens, place + 1)
    ):
        return None
    skip = place + 1 + (low_at(tokens, place + 1) in (",", ".", "("))
    dated = date_at(tokens, skip)
    if dated is not None and dated.kind == "day":
        closes = low_at(tokens, skip - 1) == "(" and low_at(tokens, dated.last + 1) == ")"
        return replace(dated, first=index, last=dated.last + closes, weekday=WEEKDAYS[low])
    last = place + (low_at(tokens, place + 1) in PARTS_OF_DAY)
    part = "midnight" if low_at(tokens, last) == "midnight" else ""
    week, behind = _week_behind(tokens, last)
    if week:
        return TimeExpression(index, behind, "weekday", weekday=WEEKDAYS[low], direction=week)
    if low_at(tokens, place + 1) in BEHIND_WEEKDAY:
        last = place + 1
        direction = "past" if low_at(tokens, last) in PAST_WORDS else "next"
    return TimeExpression(index, last, "weekday", weekday=WEEKDAYS[low], direction=direction, part=part)


def _is_short_day(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether "on" and the small word behind it show that a short form is a day: "on Wed summoned"."""
    is_open = place + 1 < len(tokens) and tokens[place + 1].is_word and not tokens[place + 1].is_capital
    is_day = low_at(tokens, place - 1) == "on" and low_at(tokens, place) != "mar"
    return is_day and is_open and low_at(tokens, place + 1) != "and"


def _week_behind(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """Return what names the week behind a weekday, and its last token: "Monday of last week", "Tuesday next week"."""
    place = index + 1 + (low_at(tokens, index + 1) in ("of", "de"))
    place += low_at(tokens, place) == "la"
    word, after = low_at(tokens, place), low_at(tokens, place + 1)
    if word in DIRECTED_OR_THIS and after in ("week", "semana"):
        return f"{_direction(word) or 'this'}-week", place + 1
    if word == "semana" and after in BEHIND_UNIT:
        return f"{_direction(after)}-week", place + 1
    return "", index


def _direction(word: str) -> str:
    """Return "past", "next" or nothing for the word before a date."""
    return "past" if word in PAST_WORDS else "next" if word in NEXT_WORDS else ""


def directed_month(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "last March", "next June", "this April", "last Feb. 20", "March last year", "April of next year"."""
    word = low_at(tokens, index)
    if word in DIRECTED_OR_THIS:
        dated = month_first(tokens, index + 1)
        if dated is None or dated.year is not None:
            return None
        gone = word == "pasado" and dated.kind == "month"  # "el pasado abril" is the last one that was
        on = "following" if word == "following" and dated.kind == "month" else ""
        return replace(dated, first=index, direction="recent" if gone else on or _direction(word) or "this")
    dated = month_first(tokens, index)
    if dated is None or dated.year is not None or dated.kind not in ("month", "day"):
        return None
    place = dated.last + 1 + (low_at(tokens, dated.last + 1) in ("of", "de"))
    word = low_at(tokens, place)
    if word in DIRECTED_OR_THAT and low_at(tokens, place + 1) in ("year", "ano"):
        direction = "that" if word in THAT else _direction(word) or "this"
        return replace(dated, last=place + 1, direction=f"{direction}-year")
    found = _directed_day(tokens, dated)
    return found if found is not dated else None


def date_at(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match a day of the calendar in any of its spellings."""
    return numeric(tokens, index) or month_first(tokens, index) or day_first(tokens, index)


def part_of_month(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "early January", "mid-January", "late last month", "the end of March 2026", "a principios de enero"."""
    low = low_at(tokens, index)
    part = "early" if low in EARLY_PARTS else "late" if low in LATE_PARTS else ""
    part = part or ("mid" if low in MID else "")
    if not part:
        return None
    place = index + 1
    if part == "mid" and low_at(tokens, place + (low_at(tokens, place) in DASHES)) == "to":
        late = place + 1 + (low_at(tokens, place) in DASHES)
        late += low_at(tokens, late) in DASHES
        if low_at(tokens, late) in LATE:
            part, place = "mid-to-late", late + 1
    place += low_at(tokens, place) in PART_LINKS
    place += low_at(tokens, place) == "this" and month_at(tokens, place + 1) is not None
    month = month_at(tokens, place)
    if month is not None and day_at(tokens, place + 1) is None:
        year, last = year_after(tokens, place)
        return TimeExpression(index, last, "part", year, month, part=part)
    if (year := year_at(tokens, place)) is not None:
        return TimeExpression(index, place, "part", year, part=part, unit="year")
    return _part_of_unit(tokens, index, place, part)


def _part_of_unit(tokens: Sequence[Token], index: int, place: int, part: str) -> TimeExpression | None:
    """Match what follows in "late last month", "the end of the year", "early next week", "a finales del mes pasado"."""
    word, unit = low_at(tokens, place), UNITS.get(low_at(tokens, place + 1), "")
    if unit in ("week", "month", "year") and word in DIRECTED_OR_THE:
        return TimeExpression(index, place + 1, "part", part=part, direction=_direction(word) or "this", unit=unit)
    unit = UNITS.get(word, "")
    if low_at(tokens, place - 1) in ("de", "del") and unit in ("month", "year"):
        after = low_at(tokens, place + 1)
        directed = after in BEHIND_UNIT
        direction = _direction(after) or "this"
        return TimeExpression(index, place + directed, "part", part=part, direction=direction, unit=unit)
    return None
