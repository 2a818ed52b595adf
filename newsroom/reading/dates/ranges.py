"""Join two expressions to a range or a pair: "from Monday to Friday", "28 January to 3 February", "May and June"."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.dates.numbers import low_at
from newsroom.reading.dates.relations import TimeExpression
from newsroom.reading.sentences import Token

TO = frozenset("to through thru until till al a hasta - – — ‑".split())
AND, OR = frozenset(("and", "y", "e")), frozenset(("or", "o"))
FILLERS = frozenset("on the el in".split())
KINDS = {"day": "day", "weekday": "day", "month": "month", "year": "year"}
OPEN = frozenset(("since", "by", "before", "after", "until", "began"))


def join_ranges(tokens: Sequence[Token], times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Return the expressions, two neighbours joined where a word of range or pair is all that stands between them."""
    joined: list[TimeExpression] = []
    for time in times:
        before = joined[-1] if joined else None
        joiner = _joiner(tokens, before, time) if before is not None else ""
        if before is None or not joiner:
            joined.append(time)
            continue
        relation = "" if before.relation in ("from", "both", "either") else before.relation
        joined[-1] = TimeExpression(
            before.first, time.last, "range", relation=relation, part=joiner, ends=(before, time)
        )
    return joined


def _joiner(tokens: Sequence[Token], before: TimeExpression, time: TimeExpression) -> str:
    """Return "to", "and" or "or" where two expressions of one precision are joined, else nothing."""
    between = [token.low for token in tokens[before.last + 1 : time.first] if token.low not in FILLERS]
    unit = KINDS.get(before.kind)
    if len(between) != 1 or unit is None or unit != KINDS.get(time.kind) or before.relation in OPEN:
        return ""
    word = between[0]
    if word in TO:
        is_said = word in ("until", "till", "hasta", "a", "to")
        return "to" if not is_said or word == "to" or before.relation == "from" else ""
    if word in OR or before.relation == "either":
        return "or" if unit == "day" else ""
    if word not in AND or before.kind != time.kind or low_at(tokens, time.last + 1) == "'s":
        return ""
    if before.relation == "from":
        return "to"
    return "and" if unit != "year" else ""
