"""Check what a row of help or shared works asks of its verb: works on another's soil, things sent there, joint ones."""

from __future__ import annotations

from newsroom.reading.acts.words import CRAFT, TROOPS
from newsroom.reading.events.forcing import FRONTS
from newsroom.reading.events.trials import Trial
from newsroom.reading.names.mentions import Mention

SITED = frozenset("in for inside en para".split())
HELPING = frozenset("help assist aid support relief humanitarian rescue ayudar apoyar".split())
CONVICTING = frozenset("sentence jail convict arrest punish detain charge accuse fine try imprison".split())
BOUND = frozenset(("to", "for", "a", "para"))
FORCES = frozenset("armies navies police commandos sailors pilots ships rangers".split())
DRILLED = 8  # how far before their verb the forces stand that drill
DESCRIBING = 3  # how many words may stand between a preposition and the state that it is about


def is_built_for(trial: Trial) -> bool:
    """Tell whether works are built or paid for in another state: not on a river that flows there."""
    own = {code for m in trial.subjects for code in m.actor.countries} if not trial.verb.is_passive else set()
    others = [m for m in trial.behind if set(m.actor.countries) - own]
    return any(_follows(trial, m, SITED) or (m.is_possessive and m in trial.near) for m in others)


def is_sent(trial: Trial) -> bool:
    """Tell whether craft, crews and systems are sent to help: not flown over a state, nor deployed at its border."""
    if not HELPING.isdisjoint(trial.words) or "fly+in" in trial.row.verbs:
        return True
    if trial.verb.lemma == "deploy" and not (CRAFT.isdisjoint(trial.words) and TROOPS.isdisjoint(trial.words)):
        return False
    own = {code for m in trial.subjects for code in m.actor.countries}
    others = [m for m in trial.behind if set(m.actor.countries) - own]
    return trial.verb.is_passive or any(_follows(trial, m, BOUND) for m in others)


def is_to_help(trial: Trial) -> bool:
    """Tell what is sent to help from what is sent towards a border: "sent vehicles towards the frontier"."""
    return FRONTS.isdisjoint(trial.words) or not HELPING.isdisjoint(trial.words)


def are_forces(trial: Trial) -> bool:
    """Tell whether forces are who drills: "the armies of both trained together", no players."""
    return not (TROOPS | FORCES).isdisjoint(trial.clause.words[max(0, trial.verb.first - DRILLED) : trial.verb.first])


def is_shared(trial: Trial) -> bool:
    """Tell whether several states open or build something together, or one does it with another."""
    if trial.row.parties != "joint" or not {"with", "con", "joint"}.isdisjoint(trial.words):
        return True
    if trial.verb.is_passive and trial.opener != "by":
        return True
    doers = trial.behind if trial.verb.is_passive else trial.subjects
    return len({code for m in doers for code in m.actor.countries}) > 1


def is_given(trial: Trial) -> bool:
    """Tell what is given from what is provided for, and from relief "from" a burden."""
    words, verb = trial.words, trial.verb
    before = trial.clause.verbs[trial.number - 1] if trial.number else verb
    if verb.form == "ing" and before.lemma in CONVICTING and trial.clause.words[verb.first - 1] in ("for", "of"):
        return False  # "was jailed for giving money to"
    is_eased = "relief" in words and words[words.index("relief") + 1 :][:1] == ["from"]
    return trial.opener != "for" and not is_eased


def _follows(trial: Trial, mention: Mention, words: frozenset[str]) -> bool:
    """Tell whether one of some prepositions stands before a mention, words that describe it aside."""
    start = max(trial.verb.head + 1, mention.first - DESCRIBING)
    return not words.isdisjoint(trial.clause.words[start : mention.first])
