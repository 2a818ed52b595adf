"""Read the phrase round a noun of contact: whether it is definite, whose side "between their envoy and X" names."""

from __future__ import annotations

from newsroom.reading.analysis import Clause

MEASURES = frozenset("minute hour day one two three four".split())
JOINING = frozenset(("between", "among", "amongst", "entre"))


def is_definite(clause: Clause, place: int) -> bool:
    """Tell whether "the", "this", "such" opens the phrase of a noun: "the call", "the 15-minute call"."""
    if place and clause.words[place - 1] in ("that", "such"):
        return True
    for step in range(place - 1, max(-1, place - 5), -1):
        token = clause.tokens[step]
        if token.low in ("the", "this"):
            return True
        is_measure = place - step > 1 and not (token.text == "-" or token.text.isdigit() or token.low in MEASURES)
        if is_measure or (place - step > 1 and clause.named.covered[step] >= 0):
            return False
    return False


def is_known(clause: Clause, place: int) -> bool:
    """Tell whether a noun names what was told before: "the attack", "the Kenyan assault", "this raid"."""
    is_owned = place > 1 and clause.words[place - 2] == "the" and clause.named.covered[place - 1] >= 0
    return is_owned or is_definite(clause, place)


def is_owned_by_subject(clause: Clause, last: int, end: int) -> bool:
    """Tell whether one side of "between their envoy and X" is whoever the sentence is about."""
    lows = clause.words[last + 1 : end]
    place = next((n for n, low in enumerate(lows) if low in JOINING), -1)
    return place >= 0 and lows[place + 1 : place + 2] in (["its"], ["their"], ["his"], ["her"])
