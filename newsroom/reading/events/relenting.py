"""Check what a row of easing and of ties asks of a verb: goods are traded again, a state has set out to better them."""

from __future__ import annotations

from newsroom.reading.acts.words import MEETINGS
from newsroom.reading.events.modality import INTENTS
from newsroom.reading.events.parties import NEAR
from newsroom.reading.events.trials import Trial

MOVING = frozenset(("move", "begin", "act", "start", "take"))
NEAR_OBJECT = 8  # how near behind its verb that stands which is dropped


def is_of_goods(trial: Trial) -> bool:
    """Tell the trade that is resumed from talks on trade."""
    return not MEETINGS & {*trial.words[:NEAR], *trial.clause_before}


def is_undertaken(trial: Trial) -> bool:
    """Tell whether a state has set out to better its ties: "moved to improve ties", no mere purpose."""
    verb, earlier = trial.verb, trial.clause.verbs[: trial.number]
    if verb.is_infinitive:
        return bool(earlier) and earlier[-1].lemma in MOVING and not earlier[-1].is_infinitive
    return verb.form != "ing" and bool(trial.subjects)


def is_no_plan(trial: Trial) -> bool:
    """Tell sanctions that are dropped from a plan for them: "dropped a threat to impose sanctions"."""
    return not INTENTS & set(trial.words[:NEAR_OBJECT])
