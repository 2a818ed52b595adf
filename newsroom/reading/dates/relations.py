"""Hold an expression of time, and read the words before it that bound it: since, until, by, about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    """Add what the words before the expression say: since, until, by, from, about, began."""
    if match.relation:
        return match
    place = match.first - 1
    while place >= 0 and match.first - place < 5 and _is_filler(tokens, place):
        place -= 1
    word = tokens[place].low if place >= 0 else ""
    if RELATIONS.get(word) == "about" and match.first - place > 1:
        return match  # "at around 11:30 a.m. on Tuesday": the hour is about
    return replace(match, relation=RELATIONS[word]) if word in RELATIONS else match


def _is_filler(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a token may stand between a relation and its time: "until 17:00 on", "until 5 p.m."."""
    low = tokens[place].low
    if low.isdigit() and place + 1 < len(tokens):
        return tokens[place + 1].low in HALVES
    return low in FILLERS or CLOCK.fullmatch(low) is not None
