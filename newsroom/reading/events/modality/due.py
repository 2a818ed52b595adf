"""Tell whether the words behind a noun have what it names still to come: "the talks due in May"."""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.analysis import Clause
from newsroom.reading.events.modality.verbs import of_verb
from newsroom.reading.events.modality.words import LONGEST, REACH

DUE = frozenset("due set scheduled planned slated billed booked previsto prevista programado programada iba".split())
WERE = frozenset("is are was were been".split())
SET_TO = frozenset("due supposed meant slated".split())
SET_APART = frozenset(((",", "due"), (",", "set")))
RELATIVE = frozenset("that which que".split())
PRONOUNS_BEFORE = (["he"], ["she"], ["they"], ["it"], ["we"])
# What one does with a visit, a meeting or an accord.
DOING = frozenset(
    "make pay hold have conduct undertake carry attend host lead embark sign start begin realizar hacer efectuar llevar"
    " celebrar sostener emprender mantener iniciar suscribir firmar encabezar".split()
)
BEGINNING = frozenset(("begin", "start"))


def is_still_to_come(clause: Clause, last: int) -> bool:
    """Tell whether a noun's own words, or a relative clause behind it, have what it names still to come."""
    return _is_due(clause.words[last + 1 : last + 1 + REACH]) or _is_to_be_done(clause, last)


def _is_due(behind: list[str]) -> bool:
    """Tell whether words say that it is to come: "a visit to X by Y, scheduled to start", "…, set to"."""
    if any(low in WERE and after in SET_TO for low, after in pairwise(behind)):
        return True  # "the talks were due to take place on Sunday"
    return bool(DUE & set(behind) - {"due", "set"}) or not SET_APART.isdisjoint(pairwise(behind))


def _is_to_be_done(clause: Clause, last: int) -> bool:
    """Tell whether a relative clause says so: "a tour that will take her to Peru", "the visit that he will make"."""
    number = next((n for n, verb in enumerate(clause.verbs) if verb.first > last), None)
    if number is None:
        return False
    verb = clause.verbs[number]
    between = clause.words[last + 1 : verb.first]
    if verb.lemma == "take" and between[-1:] in (["that"], ["which"]):
        return len(between) < LONGEST and verb.modal in ("will", "would")
    if "," in between or len(between) > REACH or of_verb(clause, number) != "planned":
        return False
    place = next((n for n, word in enumerate(between) if word in RELATIVE), -1)
    if place == len(between) - 1 and place >= 0:
        # What it is itself to do says little: "a visit that would have effects".
        return verb.lemma in BEGINNING or (clause.is_spanish and verb.lemma in DOING) or verb.is_passive
    return verb.lemma in DOING and (place >= 0 or between[:1] in PRONOUNS_BEFORE)
