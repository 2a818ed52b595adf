"""Tell by its victims whether fighting is another than that told before: "Nine were hurt …", "On Monday, two were"."""

from __future__ import annotations

from newsroom.reading.dates.numbers import number_of
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.fighting import SUFFERED

VIOLENT = frozenset(("clash", "force"))
NEAR = 7  # how far before or behind its verb the number of victims stands


def are_of_other_victims(first: Candidate, second: Candidate) -> bool:
    """Tell whether the later of two acts of force has a day and victims of its own, and the first, the news, others."""
    if first.family not in VIOLENT or first.modality != second.modality:
        return False
    is_dated = second.date is not None and bool(second.date.words)
    if not is_dated or (first.date is not None and first.date.words):
        return False
    mine, yours = _victims(first), _victims(second)
    return bool(mine and yours) and mine.isdisjoint(yours)


def _victims(one: Candidate) -> set[int]:
    """Return the numbers of those of whom a sentence says that they were killed or hurt."""
    clause, found = one.clause, set()
    timed = {place for time in clause.times for place in range(time.first, time.last + 1)}
    for verb in clause.verbs:
        if verb.lemma in SUFFERED:
            start, end = (
                (max(0, verb.first - NEAR), verb.first) if _is_borne(one, verb.head) else (verb.head, verb.head + NEAR)
            )
            places = (n for n in range(start, min(end, len(clause.words))) if n not in timed)
            found |= {count for n in places if (count := number_of(clause.words[n])) is not None}
    return found


def _is_borne(one: Candidate, head: int) -> bool:
    """Tell whether the subject of a verb is who suffered: "were killed", "died"."""
    verb = next(v for v in one.clause.verbs if v.head == head)
    return verb.is_passive or verb.lemma in ("die", "morir", "fallecer")
