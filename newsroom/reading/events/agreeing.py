"""Check what a row of agreeing, fighting or truce asks of its verb: something agreed, no mere purpose, a truce."""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.acts.words import MEETINGS, MISSIONS, TRUCES
from newsroom.reading.dates import find_times
from newsroom.reading.events.bringing import is_of_first
from newsroom.reading.events.contacting import is_of_contact
from newsroom.reading.events.modality import PLANNING, REFUSING, WISHING
from newsroom.reading.events.parties import NEAR
from newsroom.reading.events.trials import Trial

STAYS = frozenset("visit visits trip tour stay visita gira estancia viaje".split())
CONTENT = frozenset("need importance necessity urgency ways efforts how possibility calls desirability".split())
BREACHES = frozenset("violation violations breach breaches talks line monitors monitoring observers".split())
SIGNING = frozenset(("sign", "initial", "ink"))
CLAUSE_OPENERS = frozenset("the it they no any this these".split())
CLAUSE_NEAR = 8  # how far behind "agreed" the verb of a clause without "that" stands
PLANNED = frozenset(("plan", "plans"))
PAIR = 2
ANNOUNCING = frozenset(("announce", "declare", "proclaim"))
BETWEEN_NEAR = 8  # how far behind its verb "between" stands
THAT, THAT_NEAR = frozenset(("that", "que")), 4
CONDITIONS, VIEWED = frozenset(("if", "unless")), 5  # how near behind "coincidieron en" a view stands
VIEWS = frozenset("que necesidad importancia urgencia conveniencia relevancia voluntad interes".split())
NOTHING_AGREED = frozenset(("", "con", "y", "para"))


def is_governed(trial: Trial) -> bool:
    """Tell whether a verb of planning, wishing or refusing stands right before an infinitive."""
    verbs, number = trial.clause.verbs, trial.number
    if is_of_first(trial.clause, number):
        return True  # "the first state to sign a treaty with it"
    while number and verbs[number].is_sharing:
        number -= 1  # "agreed to open a crossing and sign a pact"
    if not number:
        return MEETINGS.isdisjoint(trial.clause_before)  # "the talks to settle the row failed"
    before = verbs[number - 1]
    is_near = verbs[number].first - before.head <= 3
    return is_near and before.lemma in PLANNING | WISHING | REFUSING | {"be", "have", "manage", "vote"}


def _is_sought(trial: Trial) -> bool:
    """Tell whether a gerund only says what for something is: "aimed at settling", "an option for settling"."""
    return not trial.verb.has_auxiliary and trial.clause.words[trial.verb.first - 1] in ("at", "for", "towards")


def _is_told_by_other_verb(trial: Trial) -> bool:
    """Tell whether another verb tells what is announced: "announced that a truce had been reached between X and Y"."""
    if trial.verb.lemma not in ANNOUNCING or trial.verb.is_passive or not THAT & set(trial.words[:THAT_NEAR]):
        return False
    return any(v.is_finite and not v.is_infinitive for v in trial.clause.verbs[trial.number + 1 :])


ENDINGS = frozenset(
    "withdrawal exit termination annulment cancellation suspension abrogation denunciation repeal end expiry retiro"
    " denuncia suspension".split()
)


def is_agreed(trial: Trial) -> bool:
    """Tell whether it is said what is agreed, and that it is no truce."""
    if _is_told_by_other_verb(trial):
        return False
    if trial.verb.is_infinitive and not is_governed(trial):
        return False  # "shuttled to settle the dispute"
    if (
        trial.clause.is_spanish
        and trial.verb.lemma == "form"
        and not trial.verb.has_auxiliary
        and (trial.opener == "por" and trial.verb.form == "part")
    ):
        return False  # "el bloque formado por": what it is made of
    hoped = set(trial.clause.words[max(0, trial.verb.first - 3) : trial.verb.first])
    if trial.verb.form == "ing" and (hoped & {"hope", "hopes", "aim", "goal", "view"} or _is_sought(trial)):
        return False  # "in the hope of clinching an accord", "talks aimed at settling the dispute"
    if (trial.row.kind == "ratified" or trial.verb.lemma == "announce") and not ENDINGS.isdisjoint(
        (*trial.before, *trial.words[:NEAR])
    ):
        return False  # "the withdrawal from the treaty took effect"
    if trial.verb.lemma == "reach" and _reaches_no_accord(trial):
        return False
    if trial.verb.lemma == "conclude" and not STAYS.isdisjoint(trial.words[:NEAR]):
        return False  # "concluding her visit to Chile and attendance at the union's assembly"
    if trial.verb.is_passive and trial.verb.lemma in ("back", "endorse"):
        return False  # "the plan is backed by"
    later = trial.clause.verbs[trial.number + 1 : trial.number + 2]
    if trial.verb.lemma == "announce" and later and later[0].is_infinitive:
        alone = len({code for mention in trial.subjects for code in mention.actor.countries}) < PAIR
        if is_of_contact(later[0]) or (alone and not PLANNED.isdisjoint(trial.words[:NEAR])):
            return False  # "announced plans to visit", "to expel": what is planned is the event
    if trial.verb.lemma != "agree" or trial.row.words:
        return True
    if (
        later
        and later[0].is_infinitive
        and later[0].lemma in SIGNING
        and find_times(trial.clause.tokens[later[0].head :])
    ):
        return False  # "agreed to sign the accord on Wednesday": the signing is the event, still to come
    words, verb = trial.words, trial.verb
    low = trial.clause.words[verb.head]
    if trial.clause.is_spanish and trial.clause.words[verb.head + 1 : verb.head + 2] in (["de"], ["del"]):
        return False  # "se acordó de sus vecinos"
    if verb.is_infinitive or (TRUCES & set(words) and not CONTENT & set(words[:4])):
        return False
    opener = next((word for word in words[:6] if word in ("to", "on", "that", "in", "not", "en", "que")), "")
    is_spanish = any(v.is_infinitive and v.first <= verb.head + NEAR for v in trial.clause.verbs[trial.number + 1 :])
    is_spanish = is_spanish or (
        trial.clause.is_spanish and trial.opener not in NOTHING_AGREED and not low.startswith(("agree", "concur"))
    )
    later = trial.clause.verbs[trial.number + 1 : trial.number + 2]
    is_clause = bool(later) and later[0].is_finite and later[0].first - verb.head <= CLAUSE_NEAR
    is_clause = is_clause and (later[0].modal in ("should", "must", "would") or trial.opener in CLAUSE_OPENERS)
    is_thing = trial.opener in ("the", "a", "an", "its", "their", "terms") and not AGREED_ON.isdisjoint(words[:THING])
    return is_clause or is_thing or opener in ("to", "not", "on", "that", "in", "en", "que") or is_spanish


def _reaches_no_accord(trial: Trial) -> bool:
    """Tell whether a comma parts an accord from what is reached: "ties reached a new level, a pact was signed"."""
    words = trial.words[: trial.words.index(",")] if "," in trial.words else trial.words
    return not trial.verb.is_passive and trial.row.words.isdisjoint(words)


FIGURES = frozenset("trade tariff price verbal diplomatic customs".split())
NEAR_FIGURE = 6
THING = 4  # how far behind its verb a thing stands that is agreed: "have agreed the text of a treaty"
AGREED_ON = frozenset("text terms draft framework roadmap plan timetable date dates package deal price details".split())
BROKERING = frozenset("broker mediate sign host visit travel work".split())  # "brokered a deal to stop the war"
AIMS = frozenset(
    "supposed aimed intended meant designed aiming hoping effort efforts bid attempt attempts talks negotiations plan"
    " proposal deal accord agreement".split()
)


def is_truce(trial: Trial) -> bool:
    """Tell a ceasefire from the need for one, and from its breach: "called it a ceasefire violation"."""
    words = trial.words
    if _is_told_by_other_verb(trial):
        return False
    is_other = any(word in TRUCES and after in BREACHES for word, after in pairwise(words))
    is_far = trial.verb.lemma == "call" and not TRUCES & set(words[:2]) and not trial.row.also
    if not FIGURES.isdisjoint(words[:NEAR_FIGURE]):
        return False  # "ended their trade hostilities"
    is_office = bool(trial.row.also) and not MISSIONS.isdisjoint(trial.clause.words)  # "a halt to embassy operations"
    return not (CONTENT & set(words[:6]) or is_other or is_far or is_office or _is_aim(trial))


def _is_aim(trial: Trial) -> bool:
    """Tell whether to stop fighting is only what something is for: "a plan aimed at ending the war"."""
    verb, words = trial.verb, trial.clause.words
    if verb.is_passive or not (verb.is_infinitive or verb.form == "ing"):
        return False
    first = verb.first - (words[verb.first - 1] in ("to", "at"))
    before = trial.clause.verbs[trial.number - 1] if trial.number else None
    is_purpose = verb.is_infinitive and before is not None and before.lemma in BROKERING and before.head < verb.first
    return words[first - 1] in AIMS or is_purpose


def is_between(trial: Trial) -> bool:
    """Tell whether those are named between whom somebody mediates, or between whom something came about."""
    near = trial.words[:BETWEEN_NEAR]
    if trial.row.family != "contact" and (trial.verb.modal or trial.verb.is_infinitive or "of" in near):
        return False  # "could lead to an accord", "led to a breach of the accord between"
    return bool({"between", "among"} & set(near)) or trial.opener in ("in", "over", "en")


def is_no_purpose(trial: Trial) -> bool:
    """Tell what is done from what something is for: "in order to fight"."""
    return not trial.verb.is_infinitive or is_governed(trial)


def is_mutual(trial: Trial) -> bool:
    """Tell whether several states together took it upon themselves."""
    verb = trial.verb
    is_passive = verb.is_passive and verb.lemma != "commit"  # "are committed to"
    is_told = not (verb.is_negated or verb.modal or verb.is_infinitive or is_passive)
    is_told = is_told and not CONDITIONS & set(trial.words)
    if not trial.row.words:  # "decidieron crear una comisión", "coincidieron en la necesidad de"
        is_told = is_told and trial.clause.is_spanish and _says_what(trial)
    return is_told and len({code for m in trial.subjects for code in m.actor.countries}) > 1


def _says_what(trial: Trial) -> bool:
    """Tell whether a Spanish verb of deciding has an infinitive behind it, or "coincidir" a view, no meeting."""
    if trial.verb.lemma != "coincide":
        return trial.opener.endswith(("ar", "er", "ir", "rse"))
    behind = trial.words[1:VIEWED]
    return trial.opener == "en" and (
        not VIEWS.isdisjoint(behind) or any(word.endswith(("ar", "er", "ir")) for word in behind[:1])
    )


def is_convened(trial: Trial) -> bool:
    """Tell whether a meeting is called, and not called for: "called a meeting of the cabinet"."""
    return trial.opener in ("a", "an", "the") and not MEETINGS.isdisjoint(trial.words[:NEAR])
