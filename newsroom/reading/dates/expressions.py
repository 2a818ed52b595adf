"""Find expressions of time in a run of tokens, without deciding yet which day they mean.

Each matcher looks at one place only and reads at most a dozen tokens on, so the whole is linear.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsroom.reading.dates import calendar_days, relative_words
from newsroom.reading.dates.relations import TimeExpression, with_relation
from newsroom.reading.dates.words import (
    DAY_WORDS,
    EARLY,
    LATE,
    MID,
    MONTHS,
    NEXT_WORDS,
    NUMBERS,
    PAST_WORDS,
    UNITS,
    WEEKDAYS,
)
from newsroom.reading.sentences import Token

Matcher = Callable[[Sequence[Token], int], TimeExpression | None]
MATCHERS: tuple[Matcher, ...] = (
    calendar_days.numeric,
    calendar_days.part_of_month,
    calendar_days.weekday,
    calendar_days.directed_month,
    calendar_days.month_first,
    calendar_days.day_first,
    relative_words.day_word,
    relative_words.unit_relative,
    relative_words.amount_of_units,
    relative_words.anaphoric,
    relative_words.year_only,
    relative_words.recent,
)
STARTERS = frozenset(
    {*MONTHS, *WEEKDAYS, *DAY_WORDS, *EARLY, *LATE, *MID, *PAST_WORDS, *NEXT_WORDS, *NUMBERS, *UNITS}
    | {"this", "that", "este", "esta", "earlier", "later", "same", "mismo", "hace", "beginning", "start", "end"}
    | {"recent", "recently", "reciente", "recientemente", "siguiente"}
)


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
