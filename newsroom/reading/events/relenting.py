"""Check what a row of measures, of easing, of ties and of envoys asks: a ban is laid on, envoys are told to leave."""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.acts.spanish_nouns import with_spanish
from newsroom.reading.acts.words import ACCORDS, DIPLOMATS, MEETINGS, TARIFFS, TIES
from newsroom.reading.analysis import Clause
from newsroom.reading.events.modality import INTENTS
from newsroom.reading.events.parties import NEAR
from newsroom.reading.events.trials import Trial
from newsroom.reading.verbs import DETERMINERS, PREPOSITIONS

LEAVING = with_spanish(frozenset(("leave",)))
LIMITS = frozenset("deadline ultimatum until plazo".split())
TERMS = frozenset("days hours week dias horas semana".split())
NUMBERS = frozenset("a un una dos tres cinco diez one two three four five six seven eight nine ten another".split())
TOLD = 8  # how near behind "were given" it is said that they are to leave
MOVING = frozenset(("move", "begin", "act", "start", "take"))
NEAR_OBJECT = 8  # how near behind its verb that stands which is dropped
STEPS = frozenset(("measures", "medidas"))
HARMLESS = frozenset("confidence confianza trust building goodwill humanitarian joint cooperation".split())
AIMED = frozenset("against on contra retaliatory restrictive punitive".split())
UNDOING = frozenset(
    "lifting easing removal waiver abolition relaxation scrapping suspension end ending exemption exemptions"
    " exempt exempting freeze cut cuts halt postponement delay"
    " relief reduction demand demands call calls appeal request requests"
    " plan plans proposal levantamiento fin eliminacion suspended".split()
)
EASING = frozenset("lift ease remove waive relax scrap abolish end drop cut lower reduce suspend repeal".split())
HALTING = frozenset("suspend halt freeze stop".split())  # "suspended tariffs on Chilean goods" lays nothing on
THINGS = frozenset("detail details statement report funds million billion information video footage results".split())
FREEING = frozenset("pardon release free amnesty".split())
SUMMONED = 9  # how far behind its verb the ministry stands to which an envoy is called
MINISTRIES = frozenset("ministry office cancilleria ministerio".split())
SENT_TO = frozenset("to in en".split())
HOMEWARD = frozenset(("home", "back"))
CALLED_HOME = frozenset("home back consultations consultation consultas consulta".split())
HOME_NEAR = 4  # how near behind its verb "for consultations" stands
BLOWS = frozenset("strike hit bomb shell attack pound raid destroy damage".split())

OPENED = frozenset("fire door doors way path".split())
ENDED = frozenset("with without in up".split())

# What one side may keep from another, and the verbs that would give it.
WITHHELD = frozenset(
    "concession concessions talks negotiations negotiation dialogue deal compromise meeting extradition return apology"
    " compensation ceasefire truce withdrawal handover recognition discussion discussions bargaining summit".split()
)
HOLDING = frozenset("hold resume restart enter start open begin continue pursue conduct join engage".split())
REACH = 4  # how near behind "will not hold" the talks stand


def is_of_goods(trial: Trial) -> bool:
    """Tell the trade that is resumed from talks on trade."""
    is_of_ties = not TIES.isdisjoint(trial.words[:NEAR_OBJECT]) and trial.row.words.isdisjoint(
        trial.words[:NEAR_OBJECT]
    )
    return not (is_of_ties or MEETINGS & {*trial.words[:NEAR], *trial.clause_before})


def is_undertaken(trial: Trial) -> bool:
    """Tell whether a state has set out to better its ties: "moved to improve ties", no mere purpose."""
    verb, earlier = trial.verb, trial.clause.verbs[: trial.number]
    if verb.is_infinitive:
        return bool(earlier) and earlier[-1].lemma in MOVING and not earlier[-1].is_infinitive
    return verb.form != "ing" and bool(trial.subjects)


ENDING = "drop scrap abolish cancel suspend halt pause freeze end"
ENDED_SANCTIONS = [(verb, "sanctions-eased") for verb in ENDING.split()]
RELIEF = frozenset("lifting easing relaxation removal waiver relief suspension levantamiento alivio retirada".split())


def is_no_plan(trial: Trial) -> bool:
    """Tell sanctions that are dropped from a plan for them, or from relief: "dropped a threat to impose sanctions"."""
    near = trial.words[:NEAR_OBJECT]
    return INTENTS.isdisjoint(near) and RELIEF.isdisjoint(near)


def is_freed(trial: Trial) -> bool:
    """Tell whether those sent home were pardoned or freed by the verb before: a release, no deportation."""
    before = trial.clause.verbs[trial.number - 1 : trial.number]
    return bool(before) and before[0].lemma in FREEING


def are_let_go(trial: Trial) -> bool:
    """Tell whether somebody is released, and no thing: "released details on the men", "released funds for workers"."""
    if trial.verb.lemma in ("hand", "deliver"):
        return not trial.verb.is_passive or trial.opener not in DETERMINERS  # "the envoy was handed a note"
    return trial.verb.is_passive or THINGS.isdisjoint(trial.words[:NEAR])


def is_laid_on(trial: Trial) -> bool:
    """Tell a measure from its end: "announced the lifting of its ban"; from what a blow brings: "hit X, halting"."""
    words, verb = trial.words, trial.verb
    is_result = verb.form == "ing" and not verb.has_auxiliary and trial.number > 0
    if is_result and trial.clause.verbs[trial.number - 1].lemma in BLOWS:
        return False
    if not HARMLESS.isdisjoint(words) and trial.row.words & set(words) <= STEPS:
        return False  # "agreed on confidence-building measures"
    aimed = AIMED - {"on"} if verb.lemma == "agree" else AIMED  # "agreed on measures to raise trade"
    if trial.row.words & set(words) <= STEPS and not aimed & set(words):
        return trial.verb.is_passive or not trial.row.words  # "agreed to take the necessary measures"
    place = next((n for n, word in enumerate(words) if word in trial.row.words), 0)
    if trial.verb.lemma == "agree" and ("not" in words[:2] or not EASING.isdisjoint(words[:place])):
        return False  # "agreed not to impose", "agreed to lift"
    return not (UNDOING | (TARIFFS if trial.verb.lemma in HALTING else frozenset())) & set(words[:place])


def is_of_talks(clause: Clause, number: int) -> bool:
    """Tell whether a verb would hold what may be withheld: "will not hold any talks", "will not resume dialogue"."""
    verb = clause.verbs[number]
    return verb.lemma in HOLDING and not WITHHELD.isdisjoint(clause.words[verb.head + 1 : verb.head + 1 + REACH])


def is_near_object(trial: Trial) -> bool:
    """Tell whether the thing stands at its verb: not "reopened its embassy in the capital near the border"."""
    if not OPENED.isdisjoint(trial.words[:3]):
        return False  # "opened fire across the border", "opens the door to"
    near, later = set(trial.words[:NEAR_OBJECT]), set(trial.words[NEAR_OBJECT:])
    has_object = not (trial.verb.is_passive or not trial.opener.isalpha() or trial.opener in PREPOSITIONS)
    return bool(trial.row.words & near) or not (has_object or trial.row.words & later)


def is_ended(trial: Trial) -> bool:
    """Tell ties or an accord that somebody ends from what ends with them: "ended with promises", "ended the war"."""
    if trial.opener in ENDED and "immediate" not in trial.words[:2]:
        return False
    if trial.row.words.isdisjoint(ACCORDS) or trial.verb.is_passive:
        return True
    edge = next((n for n, word in enumerate(trial.words) if word in PREPOSITIONS), NEAR_OBJECT)
    return not trial.row.words.isdisjoint(trial.words[: min(edge, NEAR_OBJECT)])


def is_own(trial: Trial) -> bool:
    """Tell whether what a verb has as its object is the subject's own: "summoned its ambassador"."""
    return not trial.verb.is_passive and trial.opener in ("its", "their", "his", "her", "su", "sus")


def _is_called_home(trial: Trial) -> bool:
    """Tell whether an envoy is called in by his own side: "its ambassador to Peru was summoned for consultations"."""
    is_of_own = any(first in DIPLOMATS and after in SENT_TO for first, after in pairwise(trial.before))
    return trial.verb.is_passive and is_of_own and not CALLED_HOME.isdisjoint(trial.words[:HOME_NEAR])


def is_recalled(trial: Trial) -> bool:
    """Tell whether who is summoned is called home."""
    behind = trial.clause.words[trial.verb.head + 1 :][:1]
    return is_own(trial) or not HOMEWARD.isdisjoint((*behind, *trial.words)) or _is_called_home(trial)


def is_no_leave(trial: Trial) -> bool:
    """Tell that somebody is withdrawn from one who leaves: "se retiró el embajador"."""
    verb = trial.verb
    return not (trial.clause.is_spanish and "se" in trial.clause.words[max(0, verb.first - 1) : verb.head])


def is_called_in(trial: Trial) -> bool:
    """Tell an envoy called in from one who is told, or called home by his own side."""
    if is_own(trial) or _is_called_home(trial):
        return False
    opener = trial.clause.words[trial.verb.head + 1 : trial.verb.head + 2]
    if (trial.verb.lemma == "send" and opener != ["for"]) or (trial.verb.lemma == "call" and opener == ["on"]):
        return False  # "sent an envoy for talks", "called on the envoy"
    near = set(trial.words[:SUMMONED])
    if ("to" in near or "al" in near) and MINISTRIES & near:
        return True
    if trial.verb.lemma == "invite":
        return False  # "invited the ambassador to dinner"
    if "call+in" in trial.row.verbs or trial.verb.lemma != "call":
        return True
    near = set(trial.words[:6])
    if any("ministry" in m.actor.name.lower() for m in trial.subjects if m.actor.kind == "body"):
        return any(
            m.actor.title_kind == "ambassador" and not m.is_possessive for m in trial.near
        )  # "the ministry called the ambassador"
    return bool(trial.row.words & near) and "in" in near


def is_told_to_leave(trial: Trial) -> bool:
    """Tell who is told to leave: an envoy, or those whom the sentence before named: "They were given two days to"."""
    if "hours" not in trial.row.also:
        return True
    lead = trial.clause.words[trial.verb.first - 1 : trial.verb.first]
    if trial.clause.is_spanish:
        return _is_envoy_told(trial)
    return lead in (["they"], ["he"], ["she"]) if trial.verb.is_passive else trial.opener in ("them", "him", "her")


def _is_envoy_told(trial: Trial) -> bool:
    """Tell whether an envoy, or whoever "le" means, is told something in Spanish."""
    return trial.clause.words[trial.verb.first - 1] in ("le", "les") or not DIPLOMATS.isdisjoint(trial.words)


def is_time_limit(trial: Trial) -> bool:
    """Tell whether a limit is set: "gave Chile 48 hours to", "until Friday", not "delivered grain last week"."""
    words, verb = trial.words, trial.verb
    is_passive = verb.lemma == "give" and verb.is_passive and "leave" in words[:TOLD]
    if is_passive or (trial.clause.is_spanish and not LEAVING.isdisjoint(words) and _is_envoy_told(trial)):
        return False  # who is told to leave is expelled
    if LIMITS & set(words):
        return True
    place = next((n for n, word in enumerate(words) if word in TERMS), 0)
    return place > 0 and (words[place - 1].isdigit() or words[place - 1] in NUMBERS)
