"""Tell whether words of time belong to an act, or to what is said, a noun, or a circumstance beside it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from newsroom.reading.acts import SPEECH_KINDS
from newsroom.reading.acts.words import MEETINGS
from newsroom.reading.analysis import Clause
from newsroom.reading.dates import TimeExpression
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.noun_times import OPENERS, opens
from newsroom.reading.events.reasons import ANSWERS, REASON_REACH
from newsroom.reading.events.sayings import is_told_last
from newsroom.reading.insertions import closed_between
from newsroom.reading.lexicon import SAYING
from newsroom.reading.tense import AHEAD_OF_FOR, RELATIVES
from newsroom.reading.verbs import Verb

CIRCUMSTANCES = frozenset("after since because while who whose which where mientras luego despues tras porque".split())
TELLING = frozenset("said say says told".split())
BACK = frozenset("after following since tras despues".split())
PLACING = frozenset("prior before after following ahead since".split())
TALKS = MEETINGS | {"call", "calls", "conversation", "conversations"}
MADE_OF = frozenset(("accord", "ceasefire"))
CLAIMS = frozenset(("accusation", "criticism", "threat", "offer"))
SET_APART, BEFORE_TIMES = 4, frozenset("on in at el la los las en a".split())
JOINED_IN_SPANISH, FRONT = frozenset(("y", "e", "o", "pero")), 6
SPANISH_RELATIVES = frozenset("que quien quienes cuyo cuya cuyos cuyas donde".split())
AMID = frozenset("amid despite with after following in en entre tras pese ante".split())
CLAIM_REACH = 8  # tokens from a claim to its "that"
WHOSE = frozenset("where who whose".split())
JOINTS = frozenset(("and", "but", ";", "y", "pero"))
ADJACENT = 2  # how near behind its act a word stands that opens no clause of another
CLAUSE_OPENERS = frozenset(
    "before while whereas although though because until where antes mientras aunque porque".split()
)
HELD = frozenset("resume hold collapse fail conclude end kick stall restart continue".split())
OCCURRING = frozenset("take happen occur begin start come go enter open last".split())
# Passives that only say when an act of a noun came about: "talks that were held in May".
BROUGHT_ABOUT = frozenset("hold convene conduct stage launch sign make impose carry organise organize".split())
CLAUSES = frozenset("that when and but because as que cuando".split())
HARMFUL = frozenset(("clash", "force"))
HURTING = frozenset("kill wound injure die leave hit damage destroy claim hurt sink matar herir dejar morir".split())
HARM_REACH = 14  # tokens from whom a blow hurt to its day
SET_IN_SPANISH = frozenset(
    "previsto prevista programado programada convocado convocada fijado fijada invitado invitada citado citada esperado"
    " esperada agendado agendada iba iban debia debian".split()
)
SET_REACH = 8  # tokens from "was to be" to its day
NEAR = 4  # how far behind a possessive its noun may stand


def is_of_content(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time stands in what "saying" opens behind an act: "expelled X, saying a raid in May had"."""
    clause, trigger = one.clause, one.trigger[1]
    if _is_behind_insertion(clause, trigger, time):
        return False  # "expelled two, saying they had spied, in June last year"
    verbs = (v for v in clause.verbs if trigger < v.head < time.first and v.form == "ing" and not v.has_auxiliary)
    if any(verb.lemma in SAYING for verb in verbs):
        return True
    if one.kind in SPEECH_KINDS and _is_of_wanted(clause, trigger, time.first):
        return True
    if one.family in CLAIMS and verb_at(clause, one.trigger[0]) is None and _is_of_claim(one, time):
        return True
    if one.family not in MADE_OF or clause.words[trigger + 1 : trigger + 2] not in (["that"], ["on"], ["to"]):
        return False
    return not WHOSE.isdisjoint(clause.words[trigger + 1 : time.first])  # "agreed to leave the town where in May both"


def _is_behind_insertion(clause: Clause, trigger: int, time: TimeExpression) -> bool:
    """Tell whether a comma closes what "claiming" or "citing" opened before a time that ends a sentence."""
    place = time.first - (clause.words[time.first - 1] in ("in", "on", "en", "el"))
    commas = [n for n in range(trigger, place) if clause.words[n] == ","]
    if (
        len(commas) < ADJACENT
        or commas[-1] != place - 1
        or clause.words[time.last + 1 : time.last + 2] not in ([], ["."])
    ):
        return False
    return any(v.form == "ing" and not v.has_auxiliary and v.first - 1 in commas for v in clause.verbs)


def _is_of_claim(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time stands in what a claim says: "rejected an accusation by Peru that it had shelled"."""
    clause = one.clause
    for place in range(one.trigger[1] + 1, min(one.trigger[1] + CLAIM_REACH, time.first)):
        if clause.words[place] in ("that", "que"):
            return any(v.is_finite and place < v.head < time.first for v in clause.verbs)
    return False


def _is_of_wanted(clause: Clause, trigger: int, place: int) -> bool:
    """Tell whether a time stands in a clause on what is asked for: "asked X to lift a ban that it imposed in 2010"."""
    verbs = [verb for verb in clause.verbs if trigger < verb.first and verb.head < place]
    wanted = next((n for n, verb in enumerate(verbs) if verb.is_infinitive), len(verbs))
    told = (v for v in verbs[wanted + 1 :] if v.is_finite and not v.is_infinitive and v.tense == "past")
    verb = next(told, None)
    if verb is None:
        return False
    return not {"that", "which", "who"}.isdisjoint(clause.words[verbs[wanted].head + 1 : verb.first])


def verb_at(clause: Clause, place: int) -> Verb | None:
    """Return the verb that begins with a token."""
    return next((verb for verb in clause.verbs if verb.first == place), None)


def is_of_occurring(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a relative clause only says when the act of a noun came about: "talks, which took place in May"."""
    clause, last = one.clause, one.trigger[1]
    if one.kind == "mediation" and one.is_reference:
        return _is_of_mediated(one, time)
    own = verb_at(clause, one.trigger[0])
    if time.first < last or (own is not None and (own.form != "ing" or own.has_auxiliary)):
        return False
    verb = next((v for v in clause.verbs if v.head > last and v.is_finite), None)
    if verb is not None and one.family in HARMFUL and _is_of_harmed(clause, last, verb, time):
        return True
    if verb is None or not verb.head < time.first <= verb.head + SET_REACH:
        return False
    if verb.lemma not in OCCURRING and not (verb.is_passive and verb.lemma in BROUGHT_ABOUT):
        return False
    return clause.words[verb.first - 1 - clause.words[verb.first - 1].endswith("ly")] in ("which", "that", "que")


def _is_of_harmed(clause: Clause, last: int, verb: Verb, time: TimeExpression) -> bool:
    """Tell whether a relative clause right behind a blow says whom it hurt, and when: "a raid that killed two on"."""
    words = clause.words[last + 1 : verb.first]
    if verb.lemma not in HURTING or verb.tense != "past" or verb.is_perfect or not verb.head < time.first:
        return False
    if "," in clause.words[last : time.first] or time.first - verb.head > HARM_REACH:
        return False
    is_cut = any(verb.head < other.head < time.first for other in clause.verbs)
    return not is_cut and len(words) <= SET_REACH and not {"which", "that", "que"}.isdisjoint(words[: ADJACENT + 1])


def _is_of_mediated(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time says when mediated talks came about: "talks brokered by Oman resumed in Cairo on Monday"."""
    verb = next((v for v in one.clause.verbs if v.head > one.trigger[1] and v.is_finite), None)
    if verb is None or verb.lemma not in OCCURRING | HELD or not verb.head < time.first <= verb.head + SET_REACH:
        return False
    phrase = one.clause.words[max(0, one.trigger[0] - REASON_REACH) : verb.first]  # no "truce brokered by Oman began"
    return RELATIVES.isdisjoint(one.clause.words[one.trigger[1] + 1 : verb.first]) and not MEETINGS.isdisjoint(phrase)


def is_of_reference(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a meeting is only what an act is placed by: "prior to the meeting, X shelled Y on Monday"."""
    clause, first = one.clause, one.trigger[0]
    if one.family != "contact" or not (one.is_definite or one.is_anaphoric) or time.first - one.trigger[1] <= ADJACENT:
        return False
    if is_of_occurring(one, time):
        return False
    return bool(PLACING & set(clause.words[max(0, first - ADJACENT - 1) : first]))


def is_of_both(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time behind the next verb dates both: "shook hands and met at the summit on Thursday"."""
    if _is_behind_insertion(one.clause, one.trigger[1], time):
        return True  # "expelled two, citing interference, in January"
    clause = one.clause
    if one.modality != "happened" or time.first <= one.last or clause.words[one.last] not in JOINTS:
        return False
    verbs = [verb for verb in clause.verbs if one.last < verb.first < time.first and verb.is_finite]
    return len(verbs) == 1 and verbs[0].first == one.last + 1 and not verbs[0].has_auxiliary


def is_of_joined(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time is first of all that of the verb to which "and" or "-ing" joins the act."""
    clause, trigger = one.clause, one.trigger[0]
    verb = next((v for v in clause.verbs if v.first == trigger), None)
    joints = JOINTS | {","} if verb is not None and verb.form == "ing" and not verb.has_auxiliary else JOINTS
    if time.last > trigger or joints.isdisjoint(clause.words[time.last + 1 : trigger]):
        return False  # "met on Monday and signed an accord", "cut ties in 2016, restoring them in 2019"
    return any(verb.is_finite and verb.head < time.first for verb in clause.verbs)


def is_of_what_precedes(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time is that of what a plan is to follow: "came on Monday ahead of a visit by Y next week"."""
    words = one.clause.words[time.last + 1 : one.trigger[0]]
    if one.modality != "planned" or time.first > one.trigger[0] or len(words) > REASON_REACH:
        return False
    is_ahead = "before" in words[-NEAR:] or ("ahead", "of") in pairwise(words) or ("antes", "de") in pairwise(words)
    return is_ahead and any(other.first > one.trigger[1] for other in one.clause.times)


def is_of_governor(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time before an infinitive is that of the verb that governs it: "agreed on Monday to reopen"."""
    clause, trigger = one.clause, one.trigger[0]
    verb = next((v for v in clause.verbs if v.first == trigger), None)
    if is_of_what_precedes(one, time):
        return True
    if one.modality != "planned" or verb is None or not verb.is_infinitive or not 0 < trigger - time.last <= ADJACENT:
        return False
    return any(v.is_finite and not v.is_infinitive and v.head < time.first for v in clause.verbs)


def is_of_circumstance(clause: Clause, trigger: int, place: int) -> bool:
    """Tell whether a time behind an act belongs to a clause of its own: "X left after Y had been killed in 2020"."""
    if is_told_last(clause, trigger, place):
        return False
    if _is_before_followed(clause, trigger, place):
        return True
    for verb in clause.verbs:
        if not trigger < verb.first <= verb.head < place or verb.is_infinitive:
            continue
        before = clause.words[verb.first - 1]
        if verb.form == "ing" and not verb.has_auxiliary and (before in BACK or before == "before"):
            return True  # "hours after signing a truce at the weekend", "before leaving the next day"
        if not verb.is_finite:
            continue
        opened = set(clause.words[trigger + ADJACENT : verb.first])
        if CIRCUMSTANCES & opened or clause.words[trigger + 1] in BACK:
            return True
        if before == "that" and verb.first > trigger + NEAR and clause.words[verb.first - 2] not in TELLING:
            return True  # "the strikes that began on Thursday"
    return False


def _is_before_followed(clause: Clause, trigger: int, place: int) -> bool:
    """Tell whether a time leads the verb of what an act followed: "the talks come after Peru on Monday shelled X"."""
    after = next((n for n in range(trigger + 1, place) if clause.words[n] == "after"), 0)
    told = any(trigger < v.first and v.head < after and v.is_finite for v in clause.verbs)
    if not told or any(after < v.head < place for v in clause.verbs):
        return False
    return any(v.is_finite and v.tense == "past" and 0 < v.first - place <= ADJACENT for v in clause.verbs)


def had_been_set(clause: Clause, place: int) -> bool:
    """Tell whether a time is one for which something had been set: "talks, which were to be held on Monday"."""
    near = set(clause.words[max(0, place - SET_REACH) : place])
    return bool(near & (AHEAD_OF_FOR | SET_IN_SPANISH)) or ("to" in near and bool(near & {"was", "were", "announced"}))


def lies_behind_since(clause: Clause, trigger: int, place: int) -> bool:
    """Tell whether a time dates that since which something was done: "the first talks since clashes on Thursday"."""
    openers = (n for n in range(trigger + 1, place - ADJACENT) if clause.words[n] in ("since", "desde"))
    return any(clause.words[n] == "since" or clause.words[n + 1] == "que" for n in openers)


def is_ahead_of_past(one: Candidate, is_old: bool) -> bool:
    """Tell whether a noun of long ago is only that before which something was: "talks ahead of the signing in 2015"."""
    before = one.clause.words[max(0, one.trigger[0] - NEAR) : one.trigger[0]]
    return is_old and ["ahead", "of"] in [before[n : n + 2] for n in range(len(before) - 1)]


def is_apart(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time is first of all that of a noun, or before an act that of who says it or another clause."""
    clause, trigger = one.clause, one.trigger[0]
    if time.relation == "of" and verb_at(clause, trigger) is not None:
        return True  # "ratified the 2018 treaty in May 2020"
    if time.last >= trigger:
        return False
    is_told = one.kind not in SPEECH_KINDS and any(time.last < verb.first <= trigger for verb in clause.verbs)
    cues = (v for v in clause.verbs if v.lemma in SAYING and is_told)
    said = any(0 < time.first - v.head <= ADJACENT or v.first == time.last + 1 for v in cues)
    return said or not CLAUSE_OPENERS.isdisjoint(clause.words[time.last + 1 : trigger])


def came_before(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether an act is what the dated one followed: "left on Monday after being declared persona non grata"."""
    clause, trigger = one.clause, one.trigger[0]
    words = BACK if one.family != "contact" and one.kind not in SPEECH_KINDS else frozenset(("since",))
    after = [n for n in range(time.last + 1, trigger) if clause.words[n] in words]
    if not after or any(token.text == "," for token in clause.tokens[time.last + 2 : trigger]):
        return False
    if clause.words[trigger - 1] in ("and", "y"):
        return True  # "collapsed in 2018 after X left it and imposed sanctions"
    return not any(verb.is_finite and after[-1] < verb.first < trigger for verb in clause.verbs)


def opens_after_talk(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time is that of the talk after which something was said: "After talks on Saturday, X warned"."""
    words = one.clause.words
    if one.kind not in SPEECH_KINDS or words[0] not in BACK or TALKS.isdisjoint(words[: time.first]):
        return False
    is_apart = words[time.last + 1 : time.last + 2] == [","] and time.last + 1 < one.trigger[0]
    return is_apart and not any(verb.is_finite and verb.first < time.first for verb in one.clause.verbs)


def reaches_past(one: Candidate, time: TimeExpression, latest: date | None, base: date) -> bool:
    """Tell whether a time behind an infinitive reaches past the report: "agreed to discuss trade this week"."""
    if time.first < one.trigger[1] or latest is None or latest <= base:
        return False
    if ("para", "que") in pairwise(one.clause.words[one.trigger[1] + 1 : time.first]):
        return True  # "acordaron instruir a sus cancilleres para que se reúnan este año"
    return any(verb.is_infinitive and one.trigger[1] < verb.first < time.first for verb in one.clause.verbs)


def is_of_next(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time is that of a verb that "and" joins, or stands in another half of the sentence."""
    clause, trigger = one.clause, one.trigger[1]
    if time.last < trigger:
        return ";" in clause.words[time.last : trigger]
    if _is_of_main(clause, time, trigger):
        return True
    if ";" in clause.words[trigger : time.first]:
        return True
    is_behind = not BACK.isdisjoint(clause.words[max(0, one.trigger[0] - REASON_REACH) : one.trigger[0]])
    if all(verb.first != one.trigger[0] for verb in clause.verbs) or (is_of_both(one, time) and not is_behind):
        return False
    joined = (v for v in clause.verbs if trigger < v.first < time.first and v.is_finite and not v.is_infinitive)
    return any(clause.words[v.first - 2 : v.first] in ([",", "and"], [",", "but"]) for v in joined)


def _is_of_main(clause: Clause, time: TimeExpression, trigger: int) -> bool:
    """Tell whether a time behind a closed relative clause is that of what follows: "X, who came home, on May 5 met"."""
    first = time.first - (clause.words[time.first - 1] in ("on", "in"))
    if clause.words[first - 1] != "," or RELATIVES.isdisjoint(clause.words[:trigger]):
        return False
    return any(verb.first == time.last + 1 and verb.is_finite for verb in clause.verbs)


def leads(clause: Clause, time: TimeExpression, first: int) -> bool:
    """Tell whether a time stands behind the word that opens the clause of an act: "that in May, Peru expelled"."""
    if first <= time.last + 1 or clause.words[first - 1] != ",":
        return False
    behind = clause.words[time.last + 1 : first - 1]  # "and later on Wednesday in Oslo, Peru asked"
    if behind and (behind[0] not in OPENERS or len(behind) > NEAR or "," in behind):
        return False
    if bool(CLAUSES & set(clause.words[max(0, time.first - 2 - bool(behind)) : time.first])):
        return True
    return _is_set_apart(clause, time.first)


def _is_set_apart(clause: Clause, place: int) -> bool:
    """Tell whether a time stands in commas right behind what opens its clause: "the note that, on 5 May, X"."""
    before = clause.words[max(0, place - SET_APART) : place]
    while before[-1:] and before[-1] in BEFORE_TIMES:
        before = before[:-1]
    return len(before) > 1 and before[-1] == "," and before[-2] in CLAUSES


def is_inserted(clause: Clause, place: int, trigger: int) -> bool:
    """Tell whether a time stands in an insertion before a trigger: "Chile, whose envoy left on Monday, called"."""
    if place > trigger or _is_set_apart(clause, place):
        return False
    if closed_between(clause, place, trigger):
        return True
    closes = any(token.text == "," for token in clause.tokens[place:trigger])
    if closes and (_is_in_opening_relative(clause, place) or _is_in_answered(clause, place)):
        return True
    openers = SPANISH_RELATIVES if clause.is_spanish else RELATIVES
    opened = [n for n in range(place) if clause.words[n] in openers and n]
    if clause.is_spanish and opened and _is_of_relative(clause, opened[-1], place, trigger):
        return True
    return closes and bool(opened) and clause.tokens[opened[-1] - 1].text == ","


def _is_of_relative(clause: Clause, opened: int, place: int, trigger: int) -> bool:
    """Tell whether a time is that of a Spanish relative clause: "el acuerdo que firmaron en mayo entrará en vigor"."""
    inner = [v for v in clause.verbs if opened < v.head < place and v.is_finite and not v.is_infinitive]
    verb = next((v for v in clause.verbs if v.first == trigger and v.is_finite), None)
    if (
        not inner
        or verb is None
        or opened - 1 in clause.heads
        or not JOINED_IN_SPANISH.isdisjoint(clause.words[place:trigger])
    ):
        return False
    return any(mention.last < opened for mention in clause.mentions) or opened <= FRONT


def _is_in_answered(clause: Clause, place: int) -> bool:
    """Tell whether a time stands in what is answered, behind the answer's own: "On 5 May, after a raid on 1 May, X"."""
    comma = next((n for n in range(place - 1, 0, -1) if clause.words[n] == ","), 0)
    words = clause.words[comma + 1 : comma + 3]
    is_cause = words[:1] and (
        words[0] in BACK | AMID - {"in", "en", "with"}
        or (words[0] in ("in", "en") and words[1:] and words[1] in ANSWERS)
    )
    return bool(is_cause) and any(time.last == comma - 1 and opens(clause, time) for time in clause.times)


def _is_in_opening_relative(clause: Clause, place: int) -> bool:
    """Tell whether a time stands in a relative clause of the phrase that opens: "Amid a row that began in May, …"."""
    first = next((n + 1 for n, word in enumerate(clause.words[:NEAR]) if word == ","), 0)  # "Meanwhile, amid"
    words = clause.words[first:place]
    if not words or words[0] not in AMID or "," in words:
        return False
    opened = next((n for n, word in enumerate(words) if word in ("that", "which", "que")), 0)
    if words[opened] == "que" and clause.is_spanish:
        return opened > 1  # "la tensión que vive la región": not all verbs are known
    return opened > 1 and any(verb.is_finite and first + opened < verb.head < place for verb in clause.verbs)


def opens_for(clause: Clause, place: int) -> bool:
    """Tell whether at most one finite verb stands between the sentence's first words and a token: it dates that one."""
    return sum(verb.is_finite and not verb.is_infinitive and verb.head < place for verb in clause.verbs) <= 1
