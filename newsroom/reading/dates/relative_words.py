"""Match words that count from another day: "yesterday", "last week", "three days ago", "over the weekend"."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.dates.numbers import low_at, number_of, year_at
from newsroom.reading.dates.relations import TimeExpression
from newsroom.reading.dates.words import DAY_WORDS, NEXT_WORDS, PARTS_OF_DAY, PAST_WORDS, UNITS
from newsroom.reading.sentences import Token


def day_word(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "today", "yesterday", "tomorrow", "this morning", "esta tarde", "day before yesterday"."""
    low = low_at(tokens, index)
    if (low, low_at(tokens, index + 1)) in (("day", "before"), ("day", "after")):
        step = DAY_WORDS.get(low_at(tokens, index + 2), 0)
        if step == (-1 if low_at(tokens, index + 1) == "before" else 1):
            return TimeExpression(index, index + 2, "offset", amount=2 * step)
    if low in DAY_WORDS:
        last = index + (low_at(tokens, index + 1) in PARTS_OF_DAY)
        return TimeExpression(index, last, "offset", amount=DAY_WORDS[low])
    if low in ("this", "esta") and low_at(tokens, index + 1) in PARTS_OF_DAY:
        return TimeExpression(index, index + 1, "offset")
    return None


def unit_relative(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "last week", "this month", "next year", "earlier this month", "la semana pasada", "the past year"."""
    place, part = index, ""
    if low_at(tokens, place) in ("earlier", "later") and low_at(tokens, place + 1) in ("this", "that", "in"):
        part = low_at(tokens, place)
        place += 1
    word, unit = low_at(tokens, place), UNITS.get(low_at(tokens, place + 1), "")
    if word in PAST_WORDS | NEXT_WORDS | {"this", "that", "este", "esta"} and unit in (
        "week",
        "month",
        "year",
        "weekend",
        "day",
    ):
        past, ahead = word in PAST_WORDS, word in NEXT_WORDS
        if past and low_at(tokens, place - 1) == "the" and low_at(tokens, place - 2) in ("over", "in", "during", "for"):
            return TimeExpression(index, place + 1, "span", amount=1, unit=unit, direction="past")
        if unit == "day":
            amount = 1 if ahead else -1 if word == "previous" else 0
            return TimeExpression(index, place + 1, "previous", amount=amount) if amount == -1 or not past else None
        direction = "past" if past else "next" if ahead else "that" if word == "that" else ""
        return TimeExpression(index, place + 1, "unit", unit=unit, direction=direction, part=part)
    unit = UNITS.get(low_at(tokens, index), "")
    if unit == "weekend" and low_at(tokens, index - 1) == "the" and low_at(tokens, index + 1) not in ("of", "before"):
        return TimeExpression(index, index, "unit", unit=unit)
    if unit in ("week", "month", "year") and low_at(tokens, index + 1) in PAST_WORDS | {"proxima", "proximo"}:
        direction = "past" if low_at(tokens, index + 1) in PAST_WORDS else "next"
        return TimeExpression(index, index + 1, "unit", unit=unit, direction=direction)
    return None


def amount_of_units(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "three days ago", "the past two years", "hace dos semanas", "two weeks later", "a day after"."""
    place, direction = index, ""
    if low_at(tokens, place) in PAST_WORDS | NEXT_WORDS:
        direction = "past" if low_at(tokens, place) in PAST_WORDS else "next"
        place += 1
    elif low_at(tokens, place) == "hace":
        direction, place = "ago", place + 1
    number, unit = number_of(low_at(tokens, place)), UNITS.get(low_at(tokens, place + 1), "")
    if number is None or not unit or unit == "weekend":
        return None
    after = low_at(tokens, place + 2)
    if direction == "ago" or (after in ("ago", "earlier", "before") and not direction):
        relative = "before" if after in ("before", "earlier") else "ago"
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


def anaphoric(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "the same day", "the following day", "that day", "mismo dia"."""
    word, after = low_at(tokens, index), low_at(tokens, index + 1)
    if word in ("same", "mismo", "following", "siguiente", "that") and after in ("day", "dia"):
        return TimeExpression(index, index + 1, "previous", amount=1 if word in ("following", "siguiente") else 0)
    if word in ("earlier", "later") and tuple(low_at(tokens, index + n) for n in (1, 2, 3)) == ("in", "the", "day"):
        return TimeExpression(index, index + 3, "previous")
    return None


def year_only(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match a year after a preposition: "in 1994", "since 2016", "en 2020"."""
    year = year_at(tokens, index)
    before = low_at(tokens, index - 1)
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


def recent(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "recent", "recently", "the other day"."""
    if low_at(tokens, index) in ("recent", "recently", "recientemente", "reciente"):
        return TimeExpression(index, index, "recent")
    return None
