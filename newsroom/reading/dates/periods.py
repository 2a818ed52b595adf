"""Match periods of the calendar: seasons, quarters, halves, decades, "the week of 19 January", "the first week of"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsroom.reading.dates.calendar_days import DASHES, date_at, weekday
from newsroom.reading.dates.numbers import low_at, month_at, year_after, year_at
from newsroom.reading.dates.relations import OWNING, TimeExpression
from newsroom.reading.dates.words import DIRECTED_OR_THIS, EARLY, LATE, MID, NEXT_WORDS, ORDINALS, PAST_WORDS, SEASONS
from newsroom.reading.sentences import Token

DECADE = re.compile(r"(1[5-9]\d|20\d)0s")
BARE_QUARTER = re.compile(r"q([1-4])")
PARTS = {"quarter": 4, "half": 2}
SPANISH_PARTS = {"trimestre": "quarter", "semestre": "half"}
SPANISH_ORDINALS = {"primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4}
LATE_EDGES = frozenset(("end", "close"))
EDGES = LATE_EDGES | {"start", "beginning", "outbreak", "onset"}  # "at the start of the 1998-2000 war"
RELATIVE_YEARS = {
    ("last", "year"): "of-last-year",
    ("ano", "pasado"): "of-last-year",
    ("this", "year"): "of-this-year",
    ("este", "ano"): "of-this-year",
}
FALLING = "fall"  # also a verb and a noun: a season only behind "the", "last", "next", "this", or before a year


def season(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "last summer", "the fall of 2024", "summer 2025", "this spring", "en verano de 2027"."""
    word, place = low_at(tokens, index), index
    directed = word in DIRECTED_OR_THIS
    place += directed
    number = SEASONS.get(low_at(tokens, place))
    if number is None:
        return None
    year, last = year_after(tokens, place)
    if year is None and (relative := _relative_year(tokens, place + 1)) is not None:
        return TimeExpression(index, relative[0], "season", amount=number, direction=relative[1])
    is_named = directed or year is not None
    if not is_named and not _follows_preposition(tokens, index):
        return None
    if not is_named and low_at(tokens, place) == FALLING and low_at(tokens, place + 1) == "of":
        return None
    direction = "past" if word in PAST_WORDS else "next" if word in NEXT_WORDS else "this" if directed else ""
    return TimeExpression(index, last, "season", year, amount=number, direction=direction)


def _relative_year(tokens: Sequence[Token], place: int) -> tuple[int, str] | None:
    """Return the end of a year told by this one, and which it is: "in the spring (of) last year"."""
    place += low_at(tokens, place) in ("of", "del", "de")
    which = RELATIVE_YEARS.get((low_at(tokens, place), low_at(tokens, place + 1)))
    return None if which is None else (place + 1, which)


def _follows_preposition(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a season follows a preposition of time, or the article does: "in the spring", "in winter"."""
    if low_at(tokens, index - 1) not in ("the", "el", "la"):
        return low_at(tokens, index - 1) in ("in", "en") and low_at(tokens, index) != FALLING
    return low_at(tokens, index - 2) in ("in", "by", "since", "until", "during", "en", "desde", "hasta")


def decade(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "the 1990s", "the early 1990s", "the 1990's"."""
    place, part = index, _part(low_at(tokens, index))
    if part:
        place += 1 + (low_at(tokens, place + 1) == "-")
    low = low_at(tokens, place)
    if DECADE.fullmatch(low):
        return TimeExpression(index, place, "decade", int(low[:4]), part=part)
    is_owner = low_at(tokens, place + 1) == "'s" and low_at(tokens, index - 1) == "the"
    if is_owner and year_at(tokens, place) and low.endswith("0"):
        return TimeExpression(index, place + 1, "decade", int(low), part=part)
    if low == "decada" and low_at(tokens, place + 1) == "de" and (year := year_at(tokens, place + 2)):
        return TimeExpression(index, place + 2, "decade", year - year % 10, part=part)
    return None


def _part(word: str) -> str:
    """Return "early", "mid" or "late" for a word that says so."""
    return "early" if word in EARLY else "mid" if word in MID else "late" if word in LATE else ""


def part_of_year(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "the third quarter (of 2025)", "last quarter", "Q3 2025", "the first half of last year"."""
    low = low_at(tokens, index)
    if (bare := BARE_QUARTER.fullmatch(low)) is not None:
        year, last = year_after(tokens, index)
        return TimeExpression(index, last, "quarter", year, amount=int(bare[1]), unit="quarter")
    unit = low_at(tokens, index + 1)
    unit = SPANISH_PARTS.get(unit, unit)
    if unit not in PARTS:
        return None
    if unit == "quarter" and low in DIRECTED_OR_THIS and low_at(tokens, index + 2) != "of":
        direction = "past" if low in PAST_WORDS else "next" if low in NEXT_WORDS else "this"
        return TimeExpression(index, index + 1, "quarter", unit=unit, direction=direction)
    number = ORDINALS.get(low, 0) or SPANISH_ORDINALS.get(low, 0)
    if not 1 <= number <= PARTS[unit]:
        return None
    of_month = _half_of_month(tokens, index, number) if unit == "half" else None
    if of_month is not None:
        return of_month
    year, last = year_after(tokens, index + 1)
    word = low_at(tokens, index + 3)
    place = index + 3 + (word == "the")
    if year is None and low_at(tokens, index + 2) == "of" and low_at(tokens, place + (word != "the")) == "year":
        direction = "past" if word in PAST_WORDS else "next" if word in NEXT_WORDS else "this"
        last = place + (word != "the")
        return TimeExpression(index, last, "quarter", amount=number, unit=unit, direction=f"{direction}-year")
    if year is None and (low_at(tokens, index + 2), low_at(tokens, index + 3)) == ("del", "ano"):
        return TimeExpression(index, index + 3, "quarter", amount=number, unit=unit, direction="this-year")
    if unit == "half" and year is None:
        return None  # "the first half" of anything
    return TimeExpression(index, last, "quarter", year, amount=number, unit=unit)


def year_span(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match years that describe a noun, or stand in brackets: "the 1998-2000 war", "its 1950-53 war"."""
    first, before = year_at(tokens, index), low_at(tokens, index - 1)
    if first is None or low_at(tokens, index + 1) not in DASHES or not (before in OWNING or before == "("):
        return None
    low = low_at(tokens, index + 2)
    is_short = len(low) == len("98") and low.isdecimal()
    last = first - first % 100 + int(low) if is_short else year_at(tokens, index + 2)
    if last is None or last <= first:
        return None
    if before in OWNING and low_at(tokens, index - 2) == "of" and (edge := low_at(tokens, index - 3)) in EDGES:
        return TimeExpression(index, index + 2, "year", last if edge in LATE_EDGES else first, relation="in")
    ends = TimeExpression(index, index, "year", first), TimeExpression(index + 2, index + 2, "year", last)
    is_attribute = before in OWNING and low_at(tokens, index + 3).isalpha()
    return TimeExpression(index, index + 2, "range", relation="of" if is_attribute else "", part="to", ends=ends)


def _half_of_month(tokens: Sequence[Token], index: int, number: int) -> TimeExpression | None:
    """Match "the second half of February"."""
    month = month_at(tokens, index + 3)
    if month is None or low_at(tokens, index + 2) not in ("of", "de"):
        return None
    year, last = year_after(tokens, index + 3)
    return TimeExpression(index, last, "part", year, month, part=f"half-{number}")


def week_of(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "week of Jan. 19", "week ending Friday", "the first week of December", "the week before last"."""
    low, after = low_at(tokens, index), low_at(tokens, index + 1)
    if low in ("week", "weekend", "semana"):
        place = index + 2 + (low_at(tokens, index + 2) in ("the", "el"))
        if after in ("of", "beginning", "starting", "ending", "ended", "del"):
            dated = date_at(tokens, place) or (weekday(tokens, place) if after in ("ending", "ended") else None)
            if dated is not None and dated.kind in ("day", "weekday"):
                ending = "ending" if after in ("ending", "ended") else "of"
                return TimeExpression(index, dated.last, "week", unit=low, part=ending, ends=(dated, dated))
        return None
    number = ORDINALS.get(low)
    if number is None or after not in ("week", "weekend") or low_at(tokens, index + 2) not in ("of", "in"):
        return None
    month = month_at(tokens, index + 3)
    if month is None:
        return None
    year, last = year_after(tokens, index + 3)
    return TimeExpression(index, last, "part", year, month, part=f"{after}-{number}")
