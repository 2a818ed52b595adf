"""Hold an expression of time, and read the words before it that bound it: since, until, by, about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.reading.sentences import Token

CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")


@dataclass(slots=True)
class TimeExpression:
    """Hold an expression of time: its tokens and what its words fix; ``kind`` names the rule that resolves it."""

    first: int
    last: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    second_month: int | None = None
    second_day: int | None = None
    weekday: int | None = None
    amount: int = 0
    unit: str = ""
    part: str = ""
    direction: str = ""
    relation: str = ""
    is_ambiguous: bool = False
    name: str = ""
    ends: tuple[TimeExpression, TimeExpression] | None = None


FILLERS = frozenset("on the at noon midnight in el la los las p.m a.m pm am p.m. a.m. local time gmt".split())
NAMED = frozenset(("month", "day", "days", "year", "weekday"))  # kinds that may stand before a noun
OWNING = frozenset("the its their his her a an 's".split())
BEHIND_TIME = frozenset(
    "in on at to and or for with by from of after before when that as but until while since morning afternoon evening"
    " night local time near during through a an the is was were are has had will would".split()
)
HOURLY, NOONS = frozenset(("about", "before", "after")), frozenset(("midnight", "noon"))
HALVES = frozenset("p.m a.m pm am p.m. a.m.".split())
RELATIONS = {
    "since": "since",
    "desde": "since",
    "until": "until",
    "till": "until",
    "hasta": "until",
    "by": "by",
    "before": "before",
    "after": "after",
    "from": "from",
    "starting": "from",
    "beginning": "from",
    "began": "began",
    "started": "began",
    "begins": "from",
    "starts": "from",
    "around": "about",
    "about": "about",
    "between": "from",
    "entre": "from",
    "both": "both",
    "either": "either",
    "over": "over",
    "during": "over",
}


def with_relation(tokens: Sequence[Token], match: TimeExpression) -> TimeExpression:
    """Add what the words round the expression say: since, until, by, from, about, began; "of" a noun behind it."""
    if match.relation:
        return match
    if match.kind in NAMED and _is_attribute(tokens, match):
        match.relation = "of"
        return match
    place = match.first - 1
    while place >= 0 and match.first - place < 5 and _is_filler(tokens, place):
        place -= 1
    word = tokens[place].low if place >= 0 else ""
    if RELATIONS.get(word) in HOURLY and match.first - place > 1:
        is_hour = RELATIONS[word] == "about" or not NOONS.isdisjoint(token.low for token in tokens[place : match.first])
        if is_hour:
            return match  # "at around 11:30 a.m. on Tuesday", "before midnight on Tuesday": it bounds the hour
    is_latest = word == "tardar" or (word == "than" and tokens[place - 1].low == "later")
    match.relation = "by" if is_latest else RELATIONS.get(word, "")
    return match


def _is_attribute(tokens: Sequence[Token], match: TimeExpression) -> bool:
    """Tell whether a time describes the noun behind it: "the April 2002 ruling", "an October declaration"."""
    if not match.first or match.last + 1 >= len(tokens) or tokens[match.first - 1].low not in OWNING:
        return False
    after = tokens[match.last + 1]
    return after.is_word and after.low not in BEHIND_TIME


def _is_filler(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a token may stand between a relation and its time: "until 17:00 on", "until 5 p.m."."""
    low = tokens[place].low
    if low.isdigit() and place + 1 < len(tokens):
        return tokens[place + 1].low in HALVES
    return low in FILLERS or CLOCK.fullmatch(low) is not None
