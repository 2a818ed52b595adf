"""Find to whom a verb goes back behind what somebody said: "denied that its troops had crossed, accused Y of lying"."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.lexicon import ACCUSING, ASKING, JUDGING, SAYING
from newsroom.reading.verbs import DETERMINERS, Verb

JOINING = frozenset(("and", "but", ","))
PASSED = frozenset("also later further then".split())
# What one does by words: it hardly goes on from what another is said to have done.
BY_WORDS = SAYING.union(
    ACCUSING, JUDGING, ASKING, "criticise criticize reject demand urge appeal protest thank invite apologise".split()
)
PARTED = frozenset(", ; : while when as after before because since although though whereas where who which".split())
OPENING = frozenset(("that", "if", "whether", "how"))


def teller(clause: Clause, number: int) -> int | None:
    """Return the verb of saying from whose subject a bare past goes on, whose content stands between the two.

    The verbs of the content have a modal or a perfect, as the bare past has not: "said Y would wait and left". Behind a
    perfect ("said Y had left, accused Z") only a verb of what is done by words goes back to who spoke.
    """
    verb = clause.verbs[number]
    place = verb.first - 1
    while place > 0 and clause.words[place] in PASSED:
        place -= 1
    is_bare = verb.is_finite and verb.tense == "past" and not (verb.has_auxiliary or verb.is_infinitive)
    if not is_bare or place < 1 or clause.words[place] not in JOINING or clause.is_spanish:
        return None
    for earlier in reversed(clause.mains_before(number)):
        told = clause.verbs[earlier]
        if clause.quoted[told.head] != clause.quoted[verb.head]:
            return None
        if told.lemma in SAYING and not (told.is_passive or told.modal):
            inside = [v for v in clause.verbs[earlier + 1 : number] if v.is_finite and not v.is_infinitive]
            if not inside or not PARTED.isdisjoint(clause.words[inside[-1].head + 1 : place]):
                return None  # "said that A would wait, while her deputy, X, told"
            is_unlike = _opens_behind(clause, told, inside[0]) and not told.has_auxiliary
            has_object = not DETERMINERS.isdisjoint(clause.words[verb.head + 1 : verb.head + 2])
            return earlier if is_unlike and all(_is_unlike(v, verb, has_object) for v in inside) else None
        if not told.has_auxiliary:
            return None
    return None


def _opens_behind(clause: Clause, told: Verb, first: Verb) -> bool:
    """Tell whether a content stands right behind a verb of saying, with a subject of its own and no comma before."""
    between = clause.words[told.head + 1 : first.first]
    is_relative = not {"who", "which"}.isdisjoint(between)
    return bool(between) and not is_relative and ("," not in between or between[0] in OPENING)


def _is_unlike(inside: Verb, verb: Verb, has_object: bool) -> bool:
    """Tell whether a bare past cannot go on from a verb of a content."""
    if inside.modal:
        return not (inside.is_perfect or (inside.is_passive and not has_object)) or verb.lemma in BY_WORDS
    return inside.has_auxiliary and verb.lemma in BY_WORDS
