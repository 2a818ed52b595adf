"""Read what an official tells in his quoted words of acts of his own state, where a sentence tells nothing else.

What is quoted is mostly comment, and the finders pass it by: "Peru cut its ties with Chile", the minister said. A
sentence of which they make nothing is read once more as if nobody were quoted, and only what has come about between the
speaker's own state and another counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import copy

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.names.people import Actor

Finder = Callable[[Article, Clause], Iterable[Candidate]]
INSTITUTIONS = frozenset(("body", "office", "country"))
SURE = 0.45  # as of verbs in quotation marks at most
BLOWS = frozenset("force clash posture invasion exercise".split())  # what is told of these in anger is a charge
BY_OWN = frozenset("support accusation ties invitation".split())  # what counts only where the speaker's side does it


def speaking(clause: Clause) -> tuple[Actor | None, str]:
    """Return the official of one state who is quoted in a sentence, and when he spoke (EDTF, or nothing).

    Nobody is returned where several people are quoted.
    """
    if not clause.spoken or any(actor is not clause.spoken[0][0] for actor, _ in clause.spoken):
        return None, ""
    actor, day = clause.spoken[0]
    is_official = actor.kind in INSTITUTIONS or bool(actor.office or actor.slug)
    return (actor, day) if is_official and len(actor.countries) == 1 else (None, "")


def own_account(article: Article, clause: Clause, finders: Iterable[Finder]) -> list[Candidate]:
    """Return the acts of the speaker's own state that a sentence's quoted words tell."""
    speaker, _ = speaking(clause)
    if speaker is None or clause.role != "body":
        return []
    plain = copy(clause)
    plain.quoted, plain.quotes = [False] * len(clause.quoted), []
    found = [one for find in finders for one in find(article, plain)]
    kept = [one for one in found if clause.quoted[one.trigger[1]] and _counts(clause, one, speaker.country)]
    for one in kept:
        one.clause, one.confidence = clause, min(one.confidence, SURE)
    return kept


def _counts(clause: Clause, one: Candidate, own: str) -> bool:
    """Tell whether an act between a state and another has come about, a contact with a day or in the past."""
    sides = one.parties.countries
    if one.modality != "happened" or own not in sides or one.family in BLOWS:
        return False
    if one.family in BY_OWN and (sides[0] != own or one.rule == "accusation.noun"):
        return False
    return one.family != "contact" or _is_past(clause, one)


def _is_past(clause: Clause, one: Candidate) -> bool:
    """Tell whether a contact has a quoted verb of the past, its own or that which governs it, or a day behind it."""
    heads = {one.trigger[1], one.governor}
    if any(verb.head in heads and verb.tense == "past" and clause.quoted[verb.head] for verb in clause.verbs):
        return True
    return any(time.first > one.trigger[1] and clause.quoted[time.first] for time in clause.times)
