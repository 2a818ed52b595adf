"""Tell whether words of time belong to an act, or to that which it answers or judges: "over last week's raid"."""

from __future__ import annotations

from datetime import date

from newsroom.reading.acts.words import MEETINGS
from newsroom.reading.analysis import Clause
from newsroom.reading.dates import Resolved, TimeExpression
from newsroom.reading.dates.words import UNITS
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.left_open import HARMS
from newsroom.reading.events.modality.words import DECISIONS
from newsroom.reading.verbs import Verb

REASONS = frozenset("over after following since amid despite because against por tras".split())
ANSWERS = frozenset(
    "response retaliation reaction reply answer retribution revenge reprisal punishment addition protest respuesta"
    " represalia reaccion".split()
)
WAKES = frozenset("wake aftermath light because view".split())  # "in the wake of", "because of"
CAUSES = frozenset("over after following amid despite tras".split())
SOON = frozenset("days hours minutes shortly soon immediately day hour right poco dias horas".split())
TALKING = frozenset("meet hold talk speak visit confer discuss host receive".split())
HANDED = frozenset("hand hands handed handing turn turned turning take took taken taking".split())
BREACHES = frozenset("violation violations breach incursion shelling firing seizure strike strikes launch test".split())
PROTESTS = frozenset("protest summons recall expulsion ties".split())  # what answers a harm
CAUSED = 3  # how near before a time no word of cause stands: "after Monday", "over the past week"
REASON_REACH = 8  # tokens from a word of reason to the noun of an act
AHEAD = 5  # how far behind "following" the noun of a meeting stands
CAUSE_REACH = 14  # tokens from a word of cause to its day: "over X's seizure of a ship in the port on Monday"
WAITED = frozenset("minutes hours days day weeks week months month years year".split())
THANKING = frozenset("thank applaud commend rebuke fault chide censure scold attack".split())
LINKING = frozenset(("link", "connect", "implicate"))
# Whoever judges a deed does so after it: its day is not that of the deed.
JUDGED_BY = frozenset(
    "condemn criticize criticise denounce protest deplore slam blast decry regret lament welcome praise hail reject"
    " oppose dismiss".split()
)


def is_of_cause(one: Candidate, time: TimeExpression, is_old: bool) -> bool:
    """Tell whether a time behind an act is that of its cause: "recalled its envoy over a raid last week"."""
    clause, trigger = one.clause, one.trigger[1]
    if _is_in_wake(clause, trigger, time.first):
        return True
    if one.family == "contact":
        return is_old and _is_of_talks_before(clause, trigger, time.first)
    if one.family == "clash":
        return False  # "fought a war over the valley in 1992"
    if time.first <= trigger:
        if (before := _joined(one, time)) is None:
            return False
        trigger = before  # "voiced concern over a raid on Sunday and urged X to": of that Sunday neither
    if time.kind == "previous":
        return False  # "summoned the envoy to protest against the remarks the previous day"
    if any(trigger < v.first < time.first and _is_of_judged(clause, one, v) for v in clause.verbs):
        return True
    if any(trigger < verb.head < time.first for verb in clause.verbs):
        return False
    cause = next((n for n in range(time.first - CAUSED, trigger, -1) if _opens_cause(clause.words, n)), None)
    if cause is None or time.first - cause > CAUSE_REACH or clause.words[cause - 1] in SOON:
        return False
    between = clause.words[cause + 1 : time.first]
    if not MEETINGS.isdisjoint(between) or not UNITS.keys().isdisjoint(between) or "," in between:
        return False  # what comes of a meeting comes on its day; "after years of tension"
    return is_old or clause.words[time.last + 1 : time.last + 2] in (["that"], ["which"], ["in"], ["que"])


def _is_in_wake(clause: Clause, trigger: int, place: int) -> bool:
    """Tell whether a time stands in what an act came of: "discussed trade in the wake of a vote this week"."""
    near = range(max(trigger + 1, place - CAUSE_REACH), place - 1)
    start = next((n for n in near if clause.words[n + 1] == "of" and clause.words[n] in WAKES), None)
    return start is not None and "," not in clause.words[start:place]


def _is_of_talks_before(clause: Clause, trigger: int, place: int) -> bool:
    """Tell whether a time stands in what a talk came after: "discussed trade, following a summit in Lima last week"."""
    near = range(max(trigger + 1, place - CAUSE_REACH), place - 1)
    start = next((n for n in near if clause.words[n] in ("following", "after") and clause.words[n - 1] == ","), None)
    if start is None or MEETINGS.isdisjoint(clause.words[start + 1 : min(start + AHEAD, place)]):
        return False
    return not any(start < verb.head < place for verb in clause.verbs)


def is_of_harm(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time stands right behind a harm that an act judges: "condemned the raid on its ships today".

    Also behind one over which a state protests: "summoned the envoy over a raid on Monday".
    """
    clause, trigger = one.clause, one.trigger[1]
    verb = one.verb
    between = clause.words[trigger + 1 : time.first]
    if "," in between or any(trigger < v.head < time.first for v in clause.verbs):
        return False
    if one.family in PROTESTS:
        over = next((n for n, word in enumerate(between) if word in ("over", "por")), len(between))
        return not (HARMS | BREACHES).isdisjoint(between[over:])
    if verb is None or verb.lemma not in JUDGED_BY | LINKING:
        return False
    return not (HARMS | BREACHES).isdisjoint(between)


def _joined(one: Candidate, time: TimeExpression) -> int | None:
    """Return the token of the verb before a time to which "and" behind that time joins an act."""
    clause = one.clause
    if clause.words[one.trigger[0] - 1] not in ("and", "y") or time.last >= one.trigger[0] - 1:
        return None
    verb = next((v for v in reversed(clause.verbs) if v.head < time.first), None)
    return None if verb is None or verb.lemma in TALKING else verb.head


def _is_of_judged(clause: Clause, one: Candidate, verb: Verb) -> bool:
    """Tell whether a verb opens what an act judges: "recalled its envoy to protest", "condemned X for expelling"."""
    if verb.is_infinitive:
        return verb.lemma in JUDGED_BY
    is_charge = one.family in ("criticism", "accusation") and verb.form == "ing" and not verb.has_auxiliary
    return is_charge and clause.words[verb.first - 1] in ("for", "of")


def _opens_cause(words: list[str], place: int) -> bool:
    """Tell whether a word opens what an act is a response to."""
    if words[place] == "over" and (words[place + 1] == "to" or words[place - 1] in HANDED):
        return False  # "handed two men over to", "handed over two men to"
    return words[place] in CAUSES or (words[place] in ("to", "for", "at", "a") and words[place - 1] in ANSWERS)


def is_of_reason(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether an act is only the reason of the dated one: "on Monday summoned its envoy over last week's raid"."""
    clause, trigger = one.clause, one.trigger[0]
    verb = next((v for v in clause.verbs if v.first == trigger), None)
    if one.family == "contact" or (verb is not None and not _is_owned_decision(clause, verb)):
        return False  # who speaks on Monday after a meeting met on Monday
    for place in range(trigger - 1, max(time.last, trigger - REASON_REACH), -1):
        low = clause.words[place]
        if low in REASONS or (low in ("for", "to", "at") and clause.words[place - 1] in ANSWERS):
            return True
        if (head := next((v for v in clause.verbs if v.head == place), None)) is not None:
            return head.lemma in JUDGED_BY
    return False


def is_of_deed(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time is that of the answer to a deed, or of what a plan waits for."""
    return _is_of_answer(one, time) or _is_waited_for(one, time)


def _is_of_answer(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time is that of what a deed is answered with: "rebuked X on Tuesday for raising duties"."""
    clause, trigger = one.clause, one.trigger[0]
    verb = next((v for v in clause.verbs if v.first == trigger), None)
    if is_judged_deed(one):
        return time.last < trigger  # "on Tuesday condemned X for shelling"
    if verb is None or verb.form != "ing" or verb.has_auxiliary or time.last != trigger - 2:
        return False
    if clause.words[trigger - 1] not in ("for", "of", "over"):
        return False
    return any(v.is_finite and not v.is_infinitive and v.head < time.first for v in clause.verbs)


def is_judged_deed(one: Candidate) -> bool:
    """Tell whether an act is what somebody is blamed, praised or thanked for: "criticised X for deploying troops"."""
    clause, trigger = one.clause, one.trigger[0]
    verb = next((v for v in clause.verbs if v.first == trigger), None)
    if verb is None or verb.form != "ing" or verb.has_auxiliary or clause.words[trigger - 1] not in ("for", "over"):
        return False
    before = [v for v in clause.verbs if v.head < trigger]
    return (
        bool(before) and before[-1].lemma in JUDGED_BY | THANKING and "," not in clause.words[before[-1].head : trigger]
    )


def _is_waited_for(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time is that of what a plan waits for: "will start hours after she returns on Wednesday"."""
    clause, trigger = one.clause, one.trigger[0]
    after = next((n for n in range(trigger + 1, time.first) if clause.words[n] == "after"), 0)
    if not after or one.modality != "planned" or clause.words[after - 1] not in WAITED:
        return False
    return any(v.is_finite and after < v.first and v.head < time.first for v in clause.verbs)


def is_of_done(one: Candidate, time: TimeExpression, resolved: Resolved, base: date | None) -> bool:
    """Tell whether a day that is gone is not that of a plan: "will sign it, as the cabinet had approved it Friday"."""
    if base is None or resolved.latest is None or resolved.latest > base:
        return False
    told = (v for v in one.clause.verbs if one.trigger[1] < v.first and v.head < time.first and v.is_finite)
    return any(v.tense == "past" and not (v.is_infinitive or v.modal) for v in told)


def is_judged_decision(one: Candidate) -> bool:
    """Tell whether an act is a decision of another state on which somebody passes judgement: it came before."""
    verb = one.verb
    if verb is None or not _is_owned_decision(one.clause, verb):
        return False
    head = next((v for v in reversed(one.clause.verbs) if v.head < verb.first), None)
    return head is not None and head.lemma in JUDGED_BY and verb.first - head.head <= REASON_REACH


def _is_owned_decision(clause: Clause, verb: Verb) -> bool:
    """Tell whether an infinitive is what a state had decided on: "condemned Chile's decision to expel its envoy"."""
    if not verb.is_infinitive or clause.words[verb.first - 1] not in DECISIONS:
        return False
    owner = clause.named.at(verb.first - 2)
    return owner is not None and (owner.is_possessive or owner.form == "adjective")
