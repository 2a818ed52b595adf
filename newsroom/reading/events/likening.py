"""Date an act that is likened to one told shortly before it: "Similar duties were imposed by Peru"."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.reading.analysis import Clause
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.timing import Dated

LIKE, NEAR = frozenset("similar same identical parallel matching equivalent".split()), 4
BACK = 4  # how many sentences back that may be told to which an act is likened
ISO_DAY = 10  # how long a day is in EDTF


@dataclass(slots=True)
class Told:
    """Hold the day that a sentence tells, who acts in it, and who is named."""

    clause: Clause
    date: Dated
    states: set[str]
    people: set[int]
    families: frozenset[str] = frozenset()


def likened(told: dict[int, Told], one: Candidate) -> Dated | None:
    """Return the day of the act of the same sort, and of one state, to which another is likened."""
    words = one.clause.words
    if LIKE.isdisjoint(words[max(0, one.trigger[0] - NEAR) : one.trigger[1] + NEAR]):
        return None
    for number in range(one.clause.number - 1, one.clause.number - 1 - BACK, -1):
        other = told.get(number)
        if other is not None and one.family in other.families and other.states & set(one.parties.countries):
            return other.date if len(other.date.edtf) == ISO_DAY else None
    return None
