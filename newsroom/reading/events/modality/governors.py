"""Find the verb that governs an infinitive or participle."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.events.modality.words import PARTING, REFUSING, WISHING
from newsroom.reading.lexicon import SAYING

# What only says what the act told before is: "will visit X, an official said, making his first trip".
BEING = frozenset("make mark become pay begin start resume".split())
REACH, FAR = 14, 24  # tokens; the second over who tells it
MOVING = frozenset("arrive travel fly come return gather land cross visit meet".split())


def governing(clause: Clause, number: int) -> int | None:
    """Return the verb that governs an infinitive or participle: the nearest one before it within reach."""
    verb = clause.verbs[number]
    is_apart = verb.form == "ing" and clause.words[verb.first - 1] in PARTING - {","}
    is_result = verb.form == "ing" and clause.words[verb.first - 1] == ","
    reach = REACH
    for before in range(number - 1, -1, -1):
        other = clause.verbs[before]
        if is_result and before and verb.lemma in BEING and other.lemma in SAYING and other.is_finite:
            reach = FAR
            continue
        if verb.is_sharing and other.form == "ing" and not other.has_auxiliary:
            continue  # "agreed to stop shelling villages and free the prisoners"
        if is_apart and other.is_infinitive and clause.verbs[before - 1].lemma in REFUSING | WISHING:
            continue  # "refused to join the talks after expelling the envoy"
        if is_result and other.is_infinitive and before and clause.verbs[before - 1].lemma in MOVING:
            continue  # "arrived to take up his post, restoring full ties"
        if clause.quoted[other.head] == clause.quoted[verb.head] and verb.first - other.head <= reach:
            if other.is_infinitive and verb.is_infinitive and (verb.first - other.head > 3 or verb.is_sharing):
                continue
            return before
    return None
