"""Tell whether words of time lie ahead: the verb that governs them decides, not the nearest one.

The governing verb is the last one before the words, for news puts the day behind the verb ("met on Monday"); where the
words open the sentence or stand between a subject and its verb, it is the one that follows.
"""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.acts.words import MEETINGS
from newsroom.reading.analysis import Clause
from newsroom.reading.lexicon import SAYING
from newsroom.reading.spanish_tense import is_ahead, is_spanish
from newsroom.reading.verbs import DETERMINERS, Verb

# Words whose infinitive, or whose "for", lies ahead: "agreed to meet on Friday", "set for April".
PLANNING = frozenset(
    "agree agreed plan planned plans planning expect expected schedule scheduled slated set due want wants wanted"
    " intend intends intended decide decided vow vowed promise promised pledge pledged offer offered threaten"
    " threatened hope hopes hoped hoping ask asked urge urged invite invited supposed order ordered vote voted propose"
    " proposed need needs needed require required ready prepare prepares prepared preparing allow allowed arrange"
    " arranged likely going about upcoming poised bound tell told call called authorize authorized authorise"
    " authorised deadline".split()
)
# Of what somebody is set on "to" do, the day lies ahead: "reaffirmed their intention to sign a treaty in May".
WILLED = frozenset("intention intentions readiness willingness desire wish determination".split())
AHEAD_OF_FOR = frozenset(
    (
        "set",
        "scheduled",
        "planned",
        "slated",
        "due",
        "expected",
        "upcoming",
        "billed",
        "effective",
        "starting",
    )
)
COMING = frozenset(
    "expires begins starts opens resumes ends takes votes meets convenes departs arrives flies reconvenes".split()
)
CALLED = frozenset(("called", "calls", "calling"))
LOOKING_AHEAD = AHEAD_OF_FOR | COMING
AWAITING = frozenset(("expect", "plan", "hope", "intend", "want"))
# What is set is still to come, and so is its day: "welcomed the designation of Thursday for talks".
APPOINTING = frozenset("designation setting scheduling fixing appointment date dates".split())
PUT_OFF = frozenset("postpone extend delay adjourn defer remand suspend".split())
CALLED_OFF = frozenset("cancel postpone suspend scrap delay".split())
# What is said to have been planned once; words before its infinitive, and from "but" to the verb behind it.
PLANNED = frozenset("scheduled due planned set supposed expected slated billed meant planning".split())
HAD_BEEN, LEAD, SUBJECT = frozenset("had was were".split()), 6, 4
BE_OFF = ("be", "off")
FIRST = 2  # the token before which words of time open a sentence
ORIGINALLY = frozenset(("initially", "originally"))
RELATIVES = frozenset(("who", "which", "that", "whose", "where"))
STATES = frozenset(("be", "have", "do"))
NOW = SAYING | STATES  # verbs whose present speaks of the day itself
NEAR, PHRASE, ADJACENT = 3, 14, 3
# What opens a clause of its own behind words of time: "met in July but trade remains small", "on Monday as".
PARTING = frozenset(", ; and but while as when because since although though if after before yet".split())
PROCLAIMING = frozenset("announce confirm propose plan schedule arrange discuss accept prepare include".split())


def is_future(clause: Clause, place: int, relation: str = "") -> bool:
    """Tell whether an expression of time that starts at a token lies ahead of the day of the text."""
    if relation in ("since", "began"):
        return relation == "since" and clause.is_spanish and is_ahead(clause.tokens, place)
    if ORIGINALLY & clause.lows and ORIGINALLY & _words(clause, max(0, place - 4), place):
        return False  # "had initially been planned for Wednesday": told on Thursday
    is_open = "as" not in clause.words[max(0, place - 4) : place]  # what was "as planned" has come about
    before = _words(clause, max(0, place - 3), place)
    is_set = clause.words[max(0, place - 1) : place] == ["of"] and not APPOINTING.isdisjoint(before)
    if is_open and (is_set or before & LOOKING_AHEAD or _is_called_for(before)):
        return True
    if _is_ahead_of(clause, place):
        return True
    if is_spanish(clause.tokens, place):
        return is_ahead(clause.tokens, place)
    number = governing_verb(clause, place)
    if number is None:
        words = _words(clause, 0, place)
        return bool(words & AHEAD_OF_FOR) or _is_called_for(words)
    verb = clause.verbs[number]
    but = otherwise(clause, number)
    if but is not None and but.tense == "past" and not but.is_passive and but.lemma not in CALLED_OFF:
        return False  # "had been scheduled to visit Peru in April, but stayed at home"
    is_off = verb.lemma in CALLED_OFF if verb.is_passive else (verb.lemma, *clause.words[verb.head + 1 :][:1]) == BE_OFF
    if verb.first > place > FIRST and is_off and not ORIGINALLY & clause.lows:
        return True  # "a visit on Sunday has been cancelled", "talks in May were off"
    behind = _words(clause, verb.first, place) if verb.head < place else set()
    if is_open and (behind & AHEAD_OF_FOR or _is_called_for(behind)):
        return True
    if verb.is_infinitive and number and clause.verbs[number - 1].lemma in CALLED_OFF:
        return True  # "has cancelled a trip to attend a summit on Friday"
    is_feast = verb.first == place + 1 and _is_bare_be(verb) and verb.tense == "present" and not verb.modal
    if is_feast or (relation == "until" and verb.lemma in PUT_OFF):
        return True  # "Monday is a holiday"
    if verb.head < place and _is_set(clause, verb, place):
        return True
    plans = verb.head < place and (clause.words[verb.head] in PLANNING or _is_bare_be(verb))
    if plans and _opens_infinitive(clause, verb.head + 1, place):
        return True
    if (
        verb.first > place
        and _is_bare_be(verb)
        and any(v.is_infinitive and v.first == verb.head + 1 for v in clause.verbs)
    ):
        return True  # "On Friday X is to meet Y"
    return not _is_followed(verb, place) and _lies_ahead(clause, number)


def _is_followed(verb: Verb, place: int) -> bool:
    """Tell whether a time behind a verb is that of what came first: "the visit follows talks in April"."""
    return verb.lemma == "follow" and verb.head < place and not (verb.is_passive or verb.modal or verb.is_infinitive)


def otherwise(clause: Clause, number: int) -> Verb | None:
    """Return the verb behind "but" that tells what became of a plan of the past: "had been due to come, but stayed"."""
    first = clause.verbs[number].first
    lead = clause.words[max(0, first - LEAD) : first]
    if not clause.verbs[number].is_infinitive or PLANNED.isdisjoint(lead) or HAD_BEEN.isdisjoint(lead):
        return None
    for verb in clause.verbs[number + 1 :]:
        before = clause.words[max(0, verb.first - SUBJECT) : verb.first]
        if "but" in before and "," not in before[before.index("but") :]:
            return verb
    return None


def was_planned(clause: Clause, verb: Verb) -> bool:
    """Tell whether an infinitive tells what was planned: "were due to meet", "had hoped to issue"."""
    lead = clause.words[max(0, verb.first - LEAD) : verb.first]
    if HAD_BEEN.isdisjoint(lead) or PLANNING.isdisjoint(lead[-1:]):
        return False
    return not any(v.lemma in SAYING and v.is_finite and v.head < verb.first - 1 for v in clause.verbs)


def had_been_set_for(clause: Clause, place: int) -> bool:
    """Tell whether a time is that for which something had been set: "had been scheduled for Friday"."""
    words = clause.words[max(0, place - LEAD) : place]
    if PLANNED.isdisjoint(words) or "for" not in words:
        return False
    return ["had", "been"] in map(list, pairwise(words))


def may_lie_ahead(clause: Clause, place: int) -> bool:
    """Tell whether a verb tells of a meeting that may be still to come: "confirmed a visit in", "before talks in"."""
    verb = next((v for v in reversed(clause.verbs) if v.head < place), None)
    if verb is None:
        return False
    between = clause.words[verb.head + 1 : place]
    is_told = verb.lemma in PROCLAIMING or verb.lemma in CALLED_OFF or "before" in between[:ADJACENT]
    return is_told and "," not in between and not MEETINGS.isdisjoint(between)


def _is_ahead_of(clause: Clause, place: int) -> bool:
    """Tell whether "ahead of" opens the phrase of a time: "ahead of a visit to Chile on Friday"."""
    for step in range(place - 1, max(0, place - PHRASE), -1):
        if clause.words[step] == "of" and clause.words[step - 1] in ("ahead", "eve"):
            return True
        if clause.tokens[step].text in ",;" or step in clause.heads:
            return False
    return False


def _is_called_for(words: set[str]) -> bool:
    """Tell whether something is called for a day: "a vote called for April", not "called on Wednesday for a truce"."""
    return "for" in words and bool(words & CALLED)


def _is_bare_be(verb: Verb) -> bool:
    """Tell whether a verb is nothing but a form of "be": with "to" and a bare word behind it, it speaks of a plan."""
    return verb.lemma == "be" and verb.form == "aux" and not verb.is_perfect and not verb.is_negated


def _is_set(clause: Clause, verb: Verb, place: int) -> bool:
    """Tell whether "is" and a day are all that is said: "the deadline is Friday"."""
    between = set(clause.words[verb.head + 1 : place]) - {"on", "this"}
    return _is_bare_be(verb) and verb.tense == "present" and not verb.modal and not between


def _opens_infinitive(clause: Clause, first: int, last: int) -> bool:
    """Tell whether "to" and a bare word follow: "agreed to cease fire on Friday", but not "agreed to a truce"."""
    for place in range(first, min(first + 2, last - 1)):
        after = clause.tokens[place + 1]
        if clause.words[place] == "to":
            return after.text.islower() and after.low not in DETERMINERS and not after.low.endswith("s")
    return False


def _words(clause: Clause, first: int, last: int) -> set[str]:
    """Return the folded words of a run of tokens, the last excluded."""
    return set(clause.words[first:last])


def governing_verb(clause: Clause, place: int) -> int | None:
    """Return the number of the verb that governs the words of time at ``place``."""
    around = next((n for n, verb in enumerate(clause.verbs) if verb.first < place < verb.head), None)
    if around is not None:
        return around  # "will on Monday meet"
    before = next((n for n in range(len(clause.verbs) - 1, -1, -1) if clause.verbs[n].head < place), None)
    after = next((n for n, verb in enumerate(clause.verbs) if _can_follow(clause, verb, place)), None)
    if before is None or after is None:
        return after if before is None else before
    near = clause.verbs[after].first - place <= NEAR and place - clause.verbs[before].head > 2
    behind = next((time.last + 1 for time in clause.times if time.first <= place <= time.last), place)
    apart = any(token.low in PARTING for token in clause.tokens[behind : clause.verbs[after].first])
    return after if near and not apart else before


def _can_follow(clause: Clause, verb: Verb, place: int) -> bool:
    """Tell whether a verb can govern words of time before it: a finite one, in no clause that opens between them."""
    if verb.first <= place or not verb.is_finite or verb.is_infinitive:
        return False
    between = clause.tokens[place : verb.first]
    if any(
        token.text == ";" or (token.text == "," and after.low in ("but", "and", "while"))
        for token, after in pairwise(between)
    ):
        return False
    return not _words(clause, place + 1, verb.first) & RELATIVES


def _lies_ahead(clause: Clause, number: int) -> bool:
    """Tell whether a verb speaks of what is to come."""
    verb = clause.verbs[number]
    if verb.modal:
        return not verb.is_perfect or verb.modal in ("will", "shall")
    if verb.is_infinitive:
        governor = clause.verbs[number - 1] if number else None
        words = _words(clause, max(0, verb.first - 4), verb.first)
        if words & PLANNING or clause.words[verb.first - 1] in WILLED:
            return True
        if governor is None:
            return True
        joined = governor.head == verb.first - 1 and governor.lemma == "be"  # "is to meet", "was to have met"
        if joined:
            return not verb.is_perfect
        return bool(_words(clause, governor.first, governor.head + 1) & PLANNING) or _lies_ahead(clause, number - 1)
    if verb.form == "ing" and not verb.has_auxiliary and number and clause.verbs[number - 1].head == verb.first - 1:
        return _lies_ahead(clause, number - 1)  # "will begin withdrawing"
    if verb.is_progressive:
        return verb.tense == "present"
    is_present = verb.tense == "present" and not verb.has_auxiliary and verb.form in ("s", "base")
    if is_present and number and _goes_on_from_past(clause, clause.verbs[number - 1], verb):
        return False
    return is_present and (verb.lemma in AWAITING or verb.lemma not in NOW)


def _goes_on_from_past(clause: Clause, before: Verb, verb: Verb) -> bool:
    """Tell whether a verb of the past still governs where a noun looks like a verb: "fired from its shores on"."""
    if not before.is_finite or before.tense != "past" or before.lemma in SAYING:
        return False
    return (PARTING | RELATIVES).isdisjoint(clause.words[before.head + 1 : verb.first])
