"""Tell a call that nobody took from one that was: "rang his counterpart, but did not reach him"."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.analysis import Clause
from newsroom.reading.events.candidates import Candidate

CALL, REACHING = "phone_call", ("contact.reach", "contact.get")
NEAR = 4  # how many sentences behind a call that stands which came of it
FAR = 14  # how far behind "called" in its sentence
BUT = frozenset("but without though however pero sin aunque".split())
# What follows "but" where nobody answered.
UNHEARD = (
    ["no", "answer"],
    ["no", "reply"],
    ["no", "response"],
    ["get", "through"],
    ["getting", "through"],
    ["not", "answer"],
    ["not", "answered"],
    ["not", "pick", "up"],
    ["went", "unanswered"],
    ["sin", "respuesta"],
    ["no", "contesto"],
    ["no", "respondio"],
)
CALLS = frozenset("the his her phone on for at".split())  # what may stand behind that; not "did not answer questions"
DENYING = frozenset("no not failed unable without sin unanswered could fail".split())


def without_unanswered(merged: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates; a call that did not get through is one that was not held, told once."""
    kept: list[Candidate] = []
    for one in merged:
        call = next((other for other in reversed(kept) if _is_of_call(other, one)), None)
        if call is not None:
            call.modality = "negated"
            call.more.append((one.clause, one.first, one.last))
            continue
        if one.kind == CALL and one.modality == "happened" and _is_unheard(one.clause, one.trigger[1]):
            one.modality = "negated"
        kept.append(one)
    return kept


def _is_of_call(call: Candidate, one: Candidate) -> bool:
    """Tell whether a text says of a call told before that nobody was reached."""
    if not one.rule.startswith(REACHING) or one.modality != "negated":
        return False
    is_near = 0 <= one.clause.number - call.clause.number <= NEAR
    is_open = call.kind == CALL and call.modality in ("happened", "negated") and not call.rule.startswith(REACHING)
    return is_near and is_open and set(call.parties.countries) == set(one.parties.countries)


def _is_unheard(clause: Clause, place: int) -> bool:
    """Tell whether "but" opens behind a call, in its sentence, that nobody answered."""
    words = clause.words[place + 1 : place + 1 + FAR]
    joint = next((n for n, word in enumerate(words) if word in BUT), len(words))
    behind = words[joint:]
    if DENYING.isdisjoint(behind):
        return False
    ends = (n + len(end) for end in UNHEARD for n in range(len(behind)) if behind[n : n + len(end)] == end)
    return any(n >= len(behind) or not behind[n].isalpha() or behind[n] in CALLS for n in ends)
