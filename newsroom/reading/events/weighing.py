"""Settle what happened where something is said: the threat happened, what was threatened did not."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.modality import GIVING_UP, governing
from newsroom.reading.events.modality.clauses import is_provided
from newsroom.reading.events.modality.decided import has_measure_behind
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import SAYING

JOINT = frozenset(("contact", "ceasefire", "accord", "release"))
DENIABLE = JOINT | frozenset(
    "expulsion summons recall sanctions sanctions-eased tariffs ties border withdrawal aid extradition arrest force"
    " apology".split()
)
UNSAID = frozenset("request accusation invitation offer".split())
COERCIVE = frozenset("force border sanctions tariffs expulsion ties recall arrest posture".split())
GESTURES = frozenset("shake issue publish adopt release embrace dine lunch".split())
CONDITIONAL = frozenset(("until", "unless", "while"))
MEANS = frozenset(
    "military force action sanctions war strikes retaliation tariffs invasion militar militarmente fuerza sanciones"
    " aranceles represalias".split()
)
NOT_EXCLUDED = frozenset(("refusal.rule", "refusal.exclude", "refusal.discount"))  # where they are negated
DEMANDING = frozenset("demand insist order tell give warn".split())
DEMANDS = frozenset("demand demands ultimatum warning".split())
LEAVING = frozenset("withdraw pull quit walk storm back break leave".split())  # who leaves talks calls off no meeting
AWAITED = frozenset("scheduled planned due slated upcoming".split())  # but "pulled out of a summit set for May"
REPORTS = frozenset("report reports rumour rumours rumor rumors speculation".split())
TEXTS = frozenset("statement statements report reports letter note claim claims communique article remarks".split())
SETTLING, OFF = frozenset("agree decide choose opt".split()), frozenset(("off", "back"))
# What asks whether, and what follows "en caso", "a menos", "salvo" where they set a condition.
ASKING_IF, OPENING = frozenset("pregunto preguntado consultado sobre como incluso".split()), frozenset(("que", "de"))
EASING = frozenset("lift ease remove waive suspend end drop relax loosen scrap postpone delay levantar".split())
PONDERING = frozenset("consider weigh mull contemplate ponder".split())
CLOSE = 5  # how near its verb a means of force stands


def weigh_speech(one: Candidate, clause: Clause, number: int, status: str) -> Candidate | None:
    """Settle the modality of acts of speech: the threat happened, what was threatened did not."""
    verb = clause.verbs[number]
    if verb.lemma in PONDERING and _weighs_another_act(one, clause, number):
        return None
    is_told = any(v.lemma in SAYING and v.head < verb.first for v in clause.verbs)  # "noted that they had agreed"
    has_since = verb.is_perfect and "since" in clause.words[verb.first : verb.head]  # "has since signed"
    one.is_background = has_since or (verb.is_perfect and verb.tense == "past" and not is_told)
    if (
        status == "negated"
        and one.family == "contact"
        and verb.modal in ("will", "would", "wo")
        and _is_own_refusal(clause, number)
    ):  # who says that he will not meet another refuses
        one.kind = one.family = "refusal"
        one.modality, one.rule = "happened", f"refusal.{verb.lemma}"
        return one
    if _is_menace(one, clause, number, status):
        one.kind = one.family = "threat"
        one.modality, one.rule = "happened", "threat.conditional"
        return one
    is_off = status == "happened" or (status == "planned" and (_is_settled(clause, number) or _is_own(clause, number)))
    is_left = verb.lemma in LEAVING and AWAITED.isdisjoint(clause.words[verb.head :])
    if one.family == "cancelled" and is_off and not is_left:
        one.modality = "cancelled"  # the meeting, which its calling off keeps from taking place
    if one.kind == "announced_meeting" and _puts_off(clause, number):
        return None  # "agreed to put off the summit"
    if one.kind == "announced_meeting":
        one.modality = "planned" if status in ("happened", "planned") else status
        if clause.verbs[number + 1 :] and is_provided(clause, number + 1):
            one.modality = "hypothetical"  # "agreed to hold talks, if necessary"
        one.rule = "agreed-to-meet"
    if one.kind in ("refusal", "threat", "accusation", "request", "demand", "offer", "praise_support", "criticism"):
        if status == "negated" and _is_of_rejected_text(clause, number):
            status = "happened"  # "rejected a statement accusing it of": that was said
        if status == "negated" and not verb.is_infinitive and one.family in UNSAID:
            return one  # "has not asked Peru for help"
        is_held_out = status in ("planned", "hypothetical") and _is_held_out(one, clause, number)
        if status in ("negated", "hypothetical", "cancelled") and not is_held_out:
            return None
        is_added = verb.form == "ing" and not verb.has_auxiliary and clause.words[verb.first - 1] == ","
        if status == "planned" and one.kind != "praise_support" and not (is_added or is_held_out):
            return None
        one.modality = status if status == "alleged" and _is_charged(clause, number) else "happened"
    if status == "negated" and verb.lemma in GESTURES and one.family in JOINT:
        return None  # "did not shake hands", "no joint statement was issued": they met all the same
    if (status == "negated" and one.family not in DENIABLE | UNSAID) or (
        status == "hypothetical" and one.family == "cancelled"
    ):
        return None
    return one


def _weighs_another_act(one: Candidate, clause: Clause, number: int) -> bool:
    """Tell whether what is weighed is neither a bad name nor a threat: "is considering lifting sanctions"."""
    following = clause.verbs[number + 1 :]
    if not following or following[0].form != "ing" or following[0].first != clause.verbs[number].head + 1:
        return False
    return one.family == "criticism" or (one.family == "threat" and following[0].lemma in EASING)


def _is_held_out(one: Candidate, clause: Clause, number: int) -> bool:
    """Tell whether somebody says that a measure will be thought about: "said it would consider retaliation"."""
    verb = clause.verbs[number]
    is_own = one.kind == "threat" and verb.lemma in PONDERING and verb.modal in ("will", "would")
    return is_own and not verb.is_negated and any(v.lemma in SAYING and v.is_finite for v in clause.verbs)


def _is_own(clause: Clause, number: int) -> bool:
    """Tell whether somebody says what he himself will do: "said it would suspend the talks"."""
    verb = clause.verbs[number]
    is_said = any(v.lemma in SAYING and v.head < verb.first for v in clause.verbs)
    return is_said and verb.modal in ("will", "would") and clause.words[verb.first - 1] in ("it", "they", "he", "she")


def _is_settled(clause: Clause, number: int) -> bool:
    """Tell whether an infinitive names what was agreed or decided on: "agreed on Monday to put off the summit"."""
    outer = governing(clause, number) if clause.verbs[number].is_infinitive else None
    verb = clause.verbs[outer] if outer is not None else None
    if verb is None or verb.lemma not in SETTLING or verb.is_infinitive:
        return False
    return not (verb.is_negated or verb.modal) and (verb.tense == "past" or verb.is_perfect)


def _puts_off(clause: Clause, number: int) -> bool:
    """Tell whether the infinitive behind a verb gives up a meeting, or sets it for later."""
    verb = next(iter(clause.verbs[number + 1 : number + 2]), None)
    if verb is None or not verb.is_infinitive:
        return False
    is_off = verb.lemma in ("put", "call", "push") and not OFF.isdisjoint(clause.words[verb.head + 1 : verb.head + 2])
    return is_off or verb.lemma in GIVING_UP


def _is_of_rejected_text(clause: Clause, number: int) -> bool:
    """Tell whether "-ing" says what a text says that somebody rejects: no "denied accusing"."""
    verb = clause.verbs[number]
    if verb.form != "ing" or verb.has_auxiliary or not number:
        return False
    return not TEXTS.isdisjoint(clause.words[clause.verbs[number - 1].head + 1 : verb.first])


def _is_charged(clause: Clause, number: int) -> bool:
    """Tell whether a threat is only what another is accused of, or what a report says that somebody asked."""
    verb = clause.verbs[number]
    that = next((n for n in range(verb.first - 1, max(0, verb.first - 2 * CLOSE), -1) if clause.words[n] == "that"), 0)
    if that and clause.words[that - 1] in REPORTS:
        return True  # "declined to comment on a report that it had asked Chile for a loan"
    return verb.form == "ing" and clause.words[verb.first - 1] == "of"


def _is_own_refusal(clause: Clause, number: int) -> bool:
    """Tell whether who will not meet another says so himself, or on what condition: "she said she would not meet X"."""
    own = [m.actor for m in subjects(clause, number)]
    if len({code for actor in own for code in actor.countries}) != 1:
        return False
    if CONDITIONAL & clause.lows or any(word in ("as", "so") and "long" in clause.lows for word in clause.lows):
        return True
    sayers = [m.actor for n, v in enumerate(clause.verbs) if v.lemma in SAYING for m in subjects(clause, n)]
    return any(actor is sayer for actor in own for sayer in sayers)


def _is_menace(one: Candidate, clause: Clause, number: int, status: str) -> bool:
    """Tell whether a measure is set on a condition, or not ruled out: "if X does not pay, Y will close the border"."""
    verb = clause.verbs[number]
    is_open = clause.is_spanish and clause.words[verb.head].startswith("descart")
    if ((is_open or one.rule in NOT_EXCLUDED) and status == "negated") or _will_not_exclude(one, clause, number):
        near = clause.words[verb.head : verb.head + 2 * CLOSE]
        return not MEANS.isdisjoint(near) or has_measure_behind(clause, number)
    is_set = one.family in COERCIVE and status in ("planned", "hypothetical") and verb.modal in ("will", "would")
    is_set = is_set and not (verb.is_negated or verb.is_passive)
    own = subjects(clause, number) if is_set else []
    return bool(own) and (_has_terms(clause) or _is_or_else(clause, number, own[0].first))


def _is_or_else(clause: Clause, number: int, first: int) -> bool:
    """Tell whether a measure is what else comes of a demand: "demanded an apology or it would recall its envoy"."""
    is_demand = any(v.lemma in DEMANDING for v in clause.verbs[:number]) or not DEMANDS.isdisjoint(clause.words[:first])
    return is_demand and clause.words[first - 1] == "or"


def _will_not_exclude(one: Candidate, clause: Clause, number: int) -> bool:
    """Tell whether somebody refuses to rule something out."""
    later = clause.verbs[number + 1 : number + 2]
    is_refused = one.family == "refusal" and bool(later)
    return is_refused and later[0].is_infinitive and later[0].lemma in ("rule", "exclude")


def _has_terms(clause: Clause) -> bool:
    """Tell whether "if" or "unless" sets a condition; "asked if", "is not known if" set none."""
    lows = clause.words
    if clause.is_spanish:
        return any(
            (token.text.lower() == "si" and lows[n - 1] not in ASKING_IF)
            or (token.low in ("caso", "menos", "salvo") and not OPENING.isdisjoint(lows[n + 1 : n + 3]))
            or (n == 1 and lows[0] == "de" and token.low.endswith(("rse", "ar", "er", "ir")))
            or (token.low == "no" and lows[n - 1] == "de" and lows[n + 1 : n + 2] not in (["ser"], ["haber"]))
            for n, token in enumerate(clause.tokens)
        )
    return any(low == "unless" or (low == "if" and lows[n - 1 : n] != ["asked"]) for n, low in enumerate(lows))
