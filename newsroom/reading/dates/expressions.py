"""Find expressions of time in a run of tokens, without deciding yet which day they mean.

Each matcher looks at one place only and reads at most a dozen tokens on, so the whole is linear.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsroom.reading.dates import calendar_days, holidays, periods, relative_words
from newsroom.reading.dates.ranges import join_ranges
from newsroom.reading.dates.relations import TimeExpression, with_relation
from newsroom.reading.dates.words import (
    DAY_WORDS,
    DIRECTED,
    EARLY,
    LATE,
    MID,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    UNITS,
    VAGUE,
    WEEKDAYS,
)
from newsroom.reading.sentences import Token

Matcher = Callable[[Sequence[Token], int], TimeExpression | None]
DIGITS = "0"  # stands for every word that starts with a digit
# Each matcher with the words that it can start at, in the order in which they are tried.
MATCHERS: tuple[tuple[Matcher, frozenset[str]], ...] = (
    (calendar_days.numeric, frozenset((DIGITS,))),
    (holidays.holiday, holidays.FIRST_WORDS),
    (periods.week_of, frozenset(("week", "weekend", "semana", *ORDINALS))),
    (periods.part_of_year, DIRECTED | {"this", "q1", "q2", "q3", "q4", *ORDINALS, *periods.SPANISH_ORDINALS}),
    (periods.decade, EARLY | LATE | MID | {"decada", DIGITS}),
    (calendar_days.part_of_month, EARLY | LATE | MID | {"beginning", "start", "end"}),
    (calendar_days.weekday, DIRECTED | {"this", "este", "early", "late", *WEEKDAYS}),
    (calendar_days.directed_month, DIRECTED | {"this", *MONTHS}),
    (calendar_days.month_first, frozenset(MONTHS)),
    (calendar_days.day_first, frozenset((DIGITS, "primero"))),
    (calendar_days.ordinal_day, frozenset((DIGITS,))),
    (calendar_days.spanish_day, frozenset(("dia", DIGITS))),
    (
        relative_words.day_word,
        frozenset((*DAY_WORDS, *"this esta day last antes pasado vispera jornada noche".split())),
    ),
    (periods.season, DIRECTED | {"this", "este", "esta", *SEASONS}),
    (relative_words.spanish_weekend, DIRECTED | {"este", "fin"}),
    (
        relative_words.unit_relative,
        DIRECTED | {"this", "este", "esta", "earlier", "later", "throughout", "during", *relative_words.THOSE, *UNITS},
    ),
    (relative_words.vague_amount, VAGUE | {"a", "couple", "hace", *UNITS}),
    (relative_words.amount_of_units, DIRECTED | {"hace", DIGITS, *NUMBERS}),
    (
        relative_words.anaphoric,
        frozenset(
            "same mismo following siguiente that earlier later day dia previous next night evening noche"
            " morning afternoon tarde manana".split()
        ),
    ),
    (periods.year_span, frozenset((DIGITS,))),
    (relative_words.year_only, frozenset((DIGITS,))),
    (relative_words.recent, frozenset("recent recently reciente recientemente".split()) | relative_words.LONG_TIMES),
)
STARTERS = {
    word: tuple(matcher for matcher, words in MATCHERS if word in words or (word[0].isdecimal() and DIGITS in words))
    for word in frozenset().union(*(words for _, words in MATCHERS))
}


def find_times(tokens: Sequence[Token]) -> list[TimeExpression]:
    """Return the expressions of time in the tokens, left to right, none overlapping."""
    found: list[TimeExpression] = []
    behind = 0
    for index in [n for n, token in enumerate(tokens) if token.low in STARTERS or token.low[:1].isdigit()]:
        match = _match_at(tokens, index) if index >= behind else None
        if match is not None:
            found.append(with_relation(tokens, match))
            behind = match.last + 1
    return join_ranges(tokens, found) if len(found) > 1 else found


def _match_at(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Return the first answer of the matchers that can start at ``index``."""
    for matcher in STARTERS.get(tokens[index].low, STARTERS[DIGITS]):
        match = matcher(tokens, index)
        if match is not None:
            return match
    return None
