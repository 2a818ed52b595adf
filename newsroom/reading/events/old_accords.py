"""Tell of an accord or a war of the past that a noun names with its year: "a 2003 truce", "the 1998-2000 border war".

The words name both sides ("its 1994 treaty with Chile"); of a truce, a peace accord and a war the story may say them.
"""

from __future__ import annotations

from newsroom.reading.acts.rows import Act
from newsroom.reading.analysis import Clause
from newsroom.reading.dates.relations import TimeExpression

DATED = frozenset(("accord", "ceasefire"))
PEACE = frozenset("ceasefire cease truce armistice peace alto cese tregua paz".split())
NEAR = 3  # how far before its noun a year stands
OF_NEAR = 2  # how far behind its noun the year of "of 2003" stands
OF = frozenset(("of", "de", "del"))


def is_dated_row(row: Act) -> bool:
    """Tell whether a row reads accords by their year alone."""
    return row.family in DATED and not (row.to or row.of) and row.is_joint and not row.verbs


def has_year(clause: Clause, first: int, last: int) -> bool:
    """Tell whether a year is a noun's own."""
    return year_of(clause, first, last) is not None


def year_of(clause: Clause, first: int, last: int) -> TimeExpression | None:
    """Return the year that stands before or behind a noun as its own: "the 2003 peace deal", "the truce of 2003"."""
    for time in clause.times:
        if time.kind not in ("year", "range") or time.month is not None:
            continue
        if time.relation == "of" and 0 < first - time.last <= NEAR and _describes(clause, time.last + 1, first):
            return time
        if time.first - last == OF_NEAR and clause.words[last + 1] in OF:
            return time
    return None


def is_of_peace(clause: Clause, first: int, last: int) -> bool:
    """Tell whether an accord ended fighting, as its own words say."""
    return not PEACE.isdisjoint(clause.words[max(0, first - 2) : last + 1])


def _describes(clause: Clause, start: int, first: int) -> bool:
    """Tell whether nothing but adjectives stands between a year and its noun."""
    return all(word.isalpha() or word == "-" for word in clause.words[start:first]) and not any(
        start <= verb.head < first for verb in clause.verbs
    )
