"""Match words that count from another day: "yesterday", "last week", "three days ago", "over the weekend"."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.dates.numbers import low_at, number_of, year_at
from newsroom.reading.dates.relations import OWNING, TimeExpression
from newsroom.reading.dates.words import (
    BEHIND_UNIT,
    DAY_WORDS,
    DIRECTED,
    DIRECTED_OR_THIS,
    LAST_BUT_ONE,
    LATELY,
    LONG,
    NEXT_BUT_ONE,
    NEXT_WORDS,
    PARTS_OF_DAY,
    PAST_WORDS,
    SHORT_WEEKDAYS,
    UNITS,
    VAGUE,
    WEEKDAYS,
)
from newsroom.reading.sentences import Token

HEADED = frozenset(("", ":", "-", "–", "—"))
WITHIN = frozenset(("in", "throughout", "during"))
ENDED_BY = frozenset("of before after when that since to until ended ending".split())
DIRECTED_OR_THAT = DIRECTED_OR_THIS | {"that"}
BARELY = frozenset("apenas solo casi ya unas unos tan exactamente".split())  # "hace apenas dos semanas"
JOINING_YEARS = frozenset(("to", "and", "through", "until", "y", "a", "-", "–", "—"))
BEFORE_YEAR = frozenset("in since until of en desde hasta from by between entre during throughout durante".split())
# What goes back to a year: "dates back to 2014", "se remonta a 2014", "data de 1983".
GOING_BACK = {
    "to": frozenset("back dates dating dated date".split()),
    "a": frozenset("remonta remontan remontaba remontaban".split()),
    "de": frozenset("data datan databa databan".split()),
}
COUNTED_FROM = frozenset((*WEEKDAYS, "on", "from", "into"))  # behind "overnight" these name another night


def day_word(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "today", "yesterday", "tomorrow", "this morning", "esta tarde", "day before yesterday"."""
    low = low_at(tokens, index)
    if (low, low_at(tokens, index + 1)) in (("day", "before"), ("day", "after")):
        step = DAY_WORDS.get(low_at(tokens, index + 2), 0)
        if step == (-1 if low_at(tokens, index + 1) == "before" else 1):
            return TimeExpression(index, index + 2, "offset", amount=2 * step)
    if (low, low_at(tokens, index + 1)) in (("antes", "de"), ("pasado", "manana")):
        step = 2 if low == "pasado" else -2
        last = index + (2 if step < 0 else 1)
        return (
            TimeExpression(index, last, "offset", amount=step) if low_at(tokens, last) in ("ayer", "manana") else None
        )
    if low in ("vispera", "jornada", "noche") and low_at(tokens, index - 1) == "la":
        is_before = low == "vispera" or low_at(tokens, index + 1) in ("anterior", "previa")
        last = index + (low != "vispera")
        is_bare = is_before and low_at(tokens, last + 1) not in ("de", "del", "al", "a")
        return TimeExpression(index, last, "offset", amount=-1) if is_bare else None
    if low == "manana" and low_at(tokens, index - 1) in ("la", "esta", "de", "por", "una", "cada"):
        return None  # the morning
    if low == "last" and low_at(tokens, index + 1) in ("night", "evening"):
        return TimeExpression(index, index + 1, "offset", amount=-1)
    if low == "overnight" and low_at(tokens, index + 1) in COUNTED_FROM:
        return None
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
    word = low_at(tokens, place)
    if word in THOSE:
        return _that_unit(tokens, index, place, part)
    unit = UNITS.get(low_at(tokens, place + 1), "")
    if word in WITHIN and low_at(tokens, place + 1) == "the":
        return _within_unit(tokens, index, place + 2, part)
    if word == "following" and low_at(tokens, place + 1).endswith("s") and low_at(tokens, place + 2) == "of":
        return None  # "following days of talks": after them
    if word in NEXT_WORDS or word in PAST_WORDS:
        counted = _behind_vague(tokens, place + 1)
        if low_at(tokens, counted) in PLURALS:
            return _vague(tokens, index, counted, is_ahead=word in NEXT_WORDS)
    if low_at(tokens, place) == "fin" and low_at(tokens, place + 1) == "de":
        word, unit = "", ""
    if word in DIRECTED_OR_THAT and unit in (
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
        direction = "past" if past else "next" if ahead else ""
        direction = {"following": "following", "previous": "preceding"}.get(word, direction)
        return TimeExpression(index, place + 1, "unit", unit=unit, direction=direction, part=part)
    return _unit_first(tokens, index)


def _that_unit(tokens: Sequence[Token], index: int, place: int, part: str) -> TimeExpression | None:
    """Match "that year", "that same month", "the same week", "ese mismo año": the one of the time named before."""
    place += low_at(tokens, place + 1) in SAME
    unit = UNITS.get(low_at(tokens, place + 1), "")
    if unit not in ("week", "month", "year", "weekend", "day") or (unit == "day" and low_at(tokens, place) != "that"):
        return None
    if unit == "day":
        return TimeExpression(index, place + 1, "previous")
    return TimeExpression(index, place + 1, "unit", unit=unit, direction="that", part=part)


def _within_unit(tokens: Sequence[Token], index: int, place: int, part: str) -> TimeExpression | None:
    """Match "earlier in the week", "throughout the month": of the one that runs; not "later in the week of 4 May"."""
    unit, opener = UNITS.get(low_at(tokens, place), ""), low_at(tokens, place - 2)
    is_plain = unit in ("week", "month", "year") and low_at(tokens, place + 1) not in ENDED_BY
    if not is_plain or (opener == "in") != bool(part):
        return None
    return TimeExpression(index, place, "unit", unit=unit, part=part or "earlier")


LONG_TIMES, FOR = (
    frozenset("weeks months years decades centuries meses anos decadas".split()),
    frozenset(("for", "durante")),
)
IN_LATELY = frozenset("in over during within for".split())
SAME = frozenset("same mismo misma".split())
THOSE = SAME | frozenset("that ese esa aquel aquella".split())
PLURALS = frozenset("hours days weeks months years horas dias semanas meses anos".split())


def _vague(tokens: Sequence[Token], index: int, last: int, *, is_ahead: bool) -> TimeExpression | None:
    """Match "in the coming weeks", "en las últimas semanas": some time from now on, or up to now."""
    return TimeExpression(index, last, "soon") if is_ahead else TimeExpression(index, last, "recent", relation=LATELY)


def _behind_vague(tokens: Sequence[Token], place: int) -> int:
    """Return the place behind "few" or "couple of", where they stand there: "the past few days"."""
    if low_at(tokens, place) == "couple" and low_at(tokens, place + 1) == "of":
        return place + 2
    return place + (low_at(tokens, place) in VAGUE)


def _unit_first(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match what opens with the unit: "the weekend", "the week before last", "la semana que viene", "el mes pasado"."""
    unit = UNITS.get(low_at(tokens, index), "")
    after, third = low_at(tokens, index + 1), low_at(tokens, index + 2)
    if unit in ("week", "month", "year", "weekend") and (after, third) in (("before", "last"), ("after", "next")):
        direction = LAST_BUT_ONE if third == "last" else NEXT_BUT_ONE
        return TimeExpression(index, index + 2, "unit", unit=unit, direction=direction)
    if unit in ("week", "month", "year") and (after, third) == ("que", "viene"):
        return TimeExpression(index, index + 2, "unit", unit=unit, direction="next")
    if unit in ("week", "month", "year") and (after == "siguiente" or (after == "after" and third in ENDS)):
        return TimeExpression(index, index + 1, "unit", unit=unit, direction="following")  # "al año siguiente"
    if unit == "weekend" and low_at(tokens, index - 1) == "the" and low_at(tokens, index + 1) not in ("of", "before"):
        return TimeExpression(index, index, "unit", unit=unit)
    if unit in ("week", "month", "year") and low_at(tokens, index + 1) in BEHIND_UNIT:
        direction = "past" if low_at(tokens, index + 1) in PAST_WORDS else "next"
        return TimeExpression(index, index + 1, "unit", unit=unit, direction=direction)
    return None


def spanish_weekend(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "fin de semana", "el pasado fin de semana", "el próximo fin de semana", "este fin de semana"."""
    word = low_at(tokens, index)
    directed = word in DIRECTED_OR_THIS
    place = index + directed
    if tuple(low_at(tokens, place + n) for n in range(3)) != ("fin", "de", "semana"):
        return None
    after = low_at(tokens, place + 3)
    is_behind = not directed and after in BEHIND_UNIT
    word = after if is_behind else word
    direction = "past" if word in PAST_WORDS else "coming" if word in NEXT_WORDS else ""
    return TimeExpression(index, place + 2 + is_behind, "unit", unit="weekend", direction=direction)


def vague_amount(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "several days ago", "a few weeks ago", "a couple of weeks ago", "hace varios días"."""
    place = index + (low_at(tokens, index) in ("a", "hace"))
    word = low_at(tokens, place)
    if word == "couple" and low_at(tokens, place + 1) == "of":
        unit = UNITS.get(low_at(tokens, place + 2), "")
        if unit and _is_back(tokens, place + 3):
            return TimeExpression(index, place + 3, "ago", amount=2, unit=unit)
    if place == index and word.endswith("s") and word in UNITS and _is_back(tokens, place + 1):
        return TimeExpression(index, place + 1, "recent", relation="ago")  # "weeks ago", "meses atrás"
    if word not in VAGUE or low_at(tokens, place + 1) not in UNITS:
        return None
    if low_at(tokens, index) == "hace":
        return TimeExpression(index, place + 1, "recent", relation="ago")
    if _is_back(tokens, place + 2):
        return TimeExpression(index, place + 2, "recent", relation="ago")
    return None


def _is_back(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word counts a length back from now: "ago", "atrás"; "back" but in "two weeks back in Lima"."""
    word = low_at(tokens, place)
    return word in BACKWARDS or (word == "back" and low_at(tokens, place + 1) not in BACK_TO)


def amount_of_units(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "three days ago", "the past two years", "hace dos semanas", "two weeks later", "a day after"."""
    place, direction = index, ""
    if low_at(tokens, place) in DIRECTED:
        direction = "past" if low_at(tokens, place) in PAST_WORDS else "next"
        place += 1
    elif low_at(tokens, place) == "hace":
        is_about = (low_at(tokens, place + 1), low_at(tokens, place + 2)) in (("mas", "de"), ("menos", "de"))
        direction, place = "ago", place + 1 + (2 if is_about else low_at(tokens, place + 1) in BARELY)
    number, unit = number_of(low_at(tokens, place)), UNITS.get(low_at(tokens, place + 1), "")
    if number is not None and (low_at(tokens, place + 1), low_at(tokens, place + 2)) == ("-", "day"):
        return TimeExpression(index, place + 2, "duration", amount=number, unit="day")  # "a three-day visit"
    if number is None or not unit or unit == "weekend":
        return None
    after = low_at(tokens, place + 2)
    follower = low_at(tokens, place + 3)
    if after == "ago" and unit == "week" and follower in WEEKDAYS and follower not in SHORT_WEEKDAYS:
        return _ahead(tokens, index, place, number, unit)
    is_back = not direction and _is_back(tokens, place + 2)
    if is_back and (around := AROUND.get((follower, low_at(tokens, place + 4)))):
        return TimeExpression(index, place + 4, "ago", amount=number, unit=unit, relation="ago", part=around)
    if direction == "ago" or is_back:
        return TimeExpression(index, place + 1 + is_back, "ago", amount=number, unit=unit, relation="ago")
    if direction:
        return TimeExpression(index, place + 1, "span", amount=number, unit=unit, direction=direction)
    if (after, follower) == ("mas", "tarde"):
        return TimeExpression(index, place + 3, "shift", amount=number, unit=unit, relation="later")
    if after in SHIFTS and (after, follower) != ("prior", "to") and unit in ("day", "week", "month", "year", "decade"):
        # "a day after the vote" hangs on the vote, "a day later" on the day named before
        spanish = after in ("despues", "antes")
        hangs = follower in ("de", "del", "que") if spanish else after in HANGING and follower not in ENDS
        sign = -1 if SHIFTS[after] == "earlier" else 1
        relation = after if hangs else SHIFTS[after]
        return TimeExpression(index, place + 2, "shift", amount=sign * number, unit=unit, relation=relation)
    return _ahead(tokens, index, place, number, unit)


AROUND = {("this", "week"): "week", ("this", "month"): "month"}  # "two years ago this week"
SHIFTS = {
    "later": "later",
    "after": "later",
    "despues": "later",
    "earlier": "earlier",
    "before": "earlier",
    "prior": "earlier",
    "antes": "earlier",
}
HANGING = frozenset(("after", "before"))
BACKWARDS = frozenset(("ago", "atras"))
BACK_TO = frozenset("in to at on from home into with under as and".split())
# How many days a part of a day is from the day named before: "that evening", "the previous night", "the next morning".
TURNS = {"that": 0, "same": 0, "previous": -1, "following": 1, "next": 1}
OPENING, SPANISH_OPENING = ("in", "the"), ("por", "la")
ENDS = frozenset(("", ",", ".", ";", ":", ")", "”", '"'))


def _ahead(tokens: Sequence[Token], index: int, place: int, number: int, unit: str) -> TimeExpression:
    """Match "(in) three days", "within a week", "three days from now", "a week from Tuesday", or a bare duration."""
    after, before = low_at(tokens, place + 2), low_at(tokens, index - 1)
    if after in ("from", "ago") and low_at(tokens, place + 3) in ("now", "today"):
        return TimeExpression(index, place + 3, "ahead", amount=number, unit=unit)
    low = low_at(tokens, place + 3)
    if after in ("from", "ago") and unit == "week" and low in WEEKDAYS and low not in SHORT_WEEKDAYS:
        weeks = number if after == "from" else -number
        return TimeExpression(index, place + 3, "weekday", weekday=WEEKDAYS[low], amount=weeks)
    is_within = before == "de" and low_at(tokens, index - 2) == "dentro"
    if (
        (before in ("in", "within") or is_within)
        and after not in ("of", "and", "-")
        and low_at(tokens, index - 2) not in ("time", "first")
    ):
        return TimeExpression(
            index, place + 1, "duration", amount=number, unit=unit, relation="in" if is_within else before
        )
    return TimeExpression(index, place + 1, "duration", amount=number, unit=unit)


def anaphoric(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "the same day", "the following day", "that day", "mismo dia", "dia anterior"."""
    word, after = low_at(tokens, index), low_at(tokens, index + 1)
    if word == "dia" and after == "siguiente":
        return TimeExpression(index, index + 1, "previous", amount=1)
    if word == "dia" and after == "anterior":
        return TimeExpression(index, index + 1, "previous", amount=-1)
    if word == "day" and low_at(tokens, index - 1) == "the" and after in ("before", "after"):
        if low_at(tokens, index + 2) not in ENDS:
            return None
        return TimeExpression(index, index + 1, "previous", amount=1 if after == "after" else -1)
    if word in TURNS and after in PARTS_OF_DAY:
        return TimeExpression(index, index + 1, "previous", amount=TURNS[word])
    if word == "noche" and after == "anterior":
        return TimeExpression(index, index + 1, "previous", amount=-1)
    if (word, after) in (("night", "before"), ("evening", "before")) and low_at(tokens, index + 2) in ENDS:
        return TimeExpression(index, index + 1, "previous", amount=-1)
    if word in ("same", "mismo", "following", "siguiente", "that") and after in ("day", "dia"):
        return TimeExpression(index, index + 1, "previous", amount=1 if word in ("following", "siguiente") else 0)
    if index == len(OPENING) and word in PARTS_OF_DAY and after == "," and _opens_day(tokens):
        return TimeExpression(index, index, "previous", part="day")
    if word in ("earlier", "later"):
        step = 1 + (after == "on")  # "later on in the day"
        if tuple(low_at(tokens, index + step + n) for n in range(3)) == ("in", "the", "day"):
            return TimeExpression(index, index + step + 2, "previous", part="day")
    return None


def _opens_day(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence opens with a part of the day told of: "In the evening, X will host"."""
    return (low_at(tokens, 0), low_at(tokens, 1)) in (OPENING, SPANISH_OPENING)


def year_only(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match a year after a preposition, before what it dates, or that heads an entry: "in 1994", "its 1990 raid"."""
    year = year_at(tokens, index)
    before = low_at(tokens, index - 1)
    if year is None:
        return None
    if before in JOINING_YEARS and year_at(tokens, index - 2):  # "de 2010 a 2013", but not "a 2013 accord"
        return TimeExpression(index, index, "year", year)
    if not index and low_at(tokens, 1) in HEADED:
        return TimeExpression(index, index, "year", year)  # an entry of a chronology
    if before in OWNING and low_at(tokens, index + 1).isalpha():
        return TimeExpression(index, index, "year", year)
    if before == "(" and low_at(tokens, index + 1) == ")":
        return TimeExpression(index, index, "year", year, relation="of")  # of the noun before it
    if before == "el" and low_at(tokens, index - 2) in ("en", "desde", "hasta"):
        return TimeExpression(index, index, "year", year)
    if low_at(tokens, index - 2) in GOING_BACK.get(before, ()) or before in ("year", "ano"):
        return TimeExpression(index, index, "year", year)
    if before == "around" and not low_at(tokens, index + 1).isalpha():  # not "around 2000 people"
        return TimeExpression(index, index, "year", year)
    if before not in BEFORE_YEAR:
        return None
    return TimeExpression(index, index, "year", year)


def year_at_end(tokens: Sequence[Token]) -> list[TimeExpression]:
    """Return the year with which a heading ends: "War in Georgia, 2008"."""
    year = year_at(tokens, len(tokens) - 1)
    return [TimeExpression(len(tokens) - 1, len(tokens) - 1, "year", year)] if year else []


def recent(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match "recent", "recently", "in recent months", "for years", "the other day"."""
    if low_at(tokens, index - 1) in IN_LATELY and low_at(tokens, index + 1) in PLURALS:
        return _vague(tokens, index, index + 1, is_ahead=False)
    if low_at(tokens, index) in ("recent", "recently", "recientemente", "reciente"):
        return TimeExpression(index, index, "recent")
    if low_at(tokens, index) in LONG_TIMES and low_at(tokens, index - 1) in FOR:
        return TimeExpression(index, index, "recent", relation=LONG)
    return None
