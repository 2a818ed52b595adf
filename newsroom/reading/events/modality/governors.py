"""Find the verb that governs an infinitive or participle."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.events.modality.words import PARTING, REFUSING, WISHING
from newsroom.reading.grammar import SPEECH_VERBS
from newsroom.reading.lexicon import SAYING

REACH = 14  # tokens between a verb and what it governs, without who tells it
MOVING = frozenset("arrive travel fly come return gather land cross visit meet".split())


def governing(clause: Clause, number: int) -> int | None:
    """Return the verb that governs an infinitive or participle: the nearest one before it within reach."""
    verb = clause.verbs[number]
    is_apart = verb.form == "ing" and clause.words[verb.first - 1] in PARTING - {","}
    is_result = verb.form == "ing" and clause.words[verb.first - 1] == ","
    place = verb.first
    for before in range(number - 1, -1, -1):
        other = clause.verbs[before]
        if verb.is_sharing and other.form == "ing" and not other.has_auxiliary:
            continue  # "agreed to stop shelling villages and free the prisoners"
        if is_apart and other.is_infinitive and clause.verbs[before - 1].lemma in REFUSING | WISHING:
            continue  # "refused to join the talks after expelling the envoy"
        if is_result and other.is_infinitive and before and clause.verbs[before - 1].lemma in MOVING | REFUSING:
            continue  # "arrived to take up his post, restoring full ties", "refused to meet X, cutting ties"
        if is_result and verb.lemma not in SPEECH_VERBS and (comma := _opening(clause, before)):
            place = comma
            continue  # "will visit X, officials said on Monday, making the first trip of its kind"
        if clause.quoted[other.head] == clause.quoted[verb.head] and place - other.head <= REACH:
            if other.is_infinitive and verb.is_infinitive and (verb.first - other.head > 3 or verb.is_sharing):
                continue
            return before
    return None


def _opening(clause: Clause, number: int) -> int:
    """Return the comma before a verb that only says who tells what stands before it, 0 where it does more."""
    verb = clause.verbs[number]
    if verb.lemma not in SAYING or not verb.is_finite or verb.is_passive or not number:
        return 0
    told = clause.verbs[number - 1].head
    return next((place for place in range(verb.first - 2, told, -1) if clause.words[place] == ","), 0)
