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
    while (
        place >= 0 and match.first - place < 5 and (tokens[place].low in FILLERS or CLOCK.fullmatch(tokens[place].low))
    ):
        place -= 1
    word = tokens[place].low if place >= 0 else ""
    return replace(match, relation=RELATIONS[word]) if word in RELATIONS else match
