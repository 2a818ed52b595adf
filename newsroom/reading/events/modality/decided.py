"""Tell which infinitives name a measure that a government took by deciding on it, and which nouns what is to be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsroom.reading.acts.words import MEETINGS
from newsroom.reading.analysis import Clause
from newsroom.reading.events.modality.governors import governing
from newsroom.reading.events.modality.words import ALL_BUT, DECISIONS, REFUSING, WISHING
from newsroom.reading.spanish_tense import is_to_come
from newsroom.reading.verbs import PREPOSITIONS, Verb

DECIDED = frozenset(
    "expel end recall withdraw sever break cut impose suspend close ban bar sanction recognize recognise oust lift ease"
    " free reopen intensify extend expand tighten terminate annul scrap abrogate downgrade freeze halt quit"
    " exit restrict summon declare order deport telephone remove eject oust blacklist revoke boycott"
    " throw kick boot send shut stop deny strip cancel postpone defer delay adjourn shelve slap levy".split()
)
# Words before a decision that is not taken, and verbs that govern one.
OPEN_WORDS = frozenset("no any possible pending eventual".split())
PUTTING_OFF = frozenset("await ponder postpone delay defer oppose block".split())
DECISION_NEAR = 3
AWAITED = frozenset("due expected awaited".split())
# What a parliament does by voting; what else it votes to do, a government is to do.
VOTED = frozenset("ratify approve endorse accede join condemn censure denounce".split())
PASSED = DECIDED | VOTED
COUNCILS = frozenset("council assembly bloc cabinet".split())  # which decide by voting
RELENTING = frozenset("lift ease free reopen recognize recognise".split())  # what is decided lies ahead
MOVED = frozenset("move shift reschedule push bring put".split())
NEW_DAY, NEW_DAY_NEAR = frozenset(("to", "for", "until")), 3
PROPOSED = frozenset("propuesta propuestas iniciativa oferta llamado".split())
REACH_AHEAD = 12  # tokens behind a noun within which its verb stands
BEFORE_TO = frozenset("in on last this by of the from earlier de del por la el , and y".split())
LONGEST = 26  # how far before an infinitive "decision by" stands, whose list ends at it


def is_decided(clause: Clause, number: int) -> bool:
    """Tell whether an infinitive names a measure that a government has taken by deciding on it."""
    verb = clause.verbs[number]
    is_measure = verb.is_infinitive and not verb.is_negated and verb.lemma in PASSED
    is_known = verb.lemma in DECIDED and _has_decision(clause, verb.first)
    if clause.words[verb.head] == "declarar" and not verb.is_negated:
        return _has_decision(clause, verb.first) or _has_decided(clause, number)  # "decidió declarar persona non grata"
    return is_measure and (is_known or _has_decided(clause, number))


def has_measure_behind(clause: Clause, number: int) -> bool:
    """Tell whether the verb that follows names a measure in "-ing": "has not ruled out breaking off ties"."""
    later = clause.verbs[number + 1 : number + 2]
    return bool(later) and later[0].form == "ing" and later[0].lemma in DECIDED and not later[0].has_auxiliary


def _has_decision(clause: Clause, place: int) -> bool:
    """Tell whether an infinitive says what was decided: "a decision by Chile to expel", "Chile's move to close"."""
    for step in range(place - 1, max(-1, place - LONGEST), -1):
        token = clause.tokens[step]
        if token.low in DECISIONS:
            return not _is_open_decision(clause, step)
        if clause.named.covered[step] < 0 and token.low not in BEFORE_TO and not _is_timed(clause, step):
            return False
    return False


def _is_open_decision(clause: Clause, place: int) -> bool:
    """Tell whether a decision is only awaited, weighed or wished for: "mulls a decision to", "on the verge of a"."""
    before = clause.words[max(0, place - DECISION_NEAR) : place]
    if not OPEN_WORDS.isdisjoint(before) or not ALL_BUT.isdisjoint(pairwise(before)):
        return True
    verb = next((v for v in reversed(clause.verbs) if v.head < place), None)
    is_near = verb is not None and place - verb.head <= DECISION_NEAR
    return is_near and verb is not None and verb.lemma in WISHING | REFUSING | PUTTING_OFF


def _is_timed(clause: Clause, place: int) -> bool:
    """Tell whether a token is part of words of time: "Peru's move earlier this month to expel"."""
    return any(time.first <= place <= time.last for time in clause.times)


def _has_decided(clause: Clause, number: int) -> bool:
    """Tell whether a government is told to have decided on a measure: "decided on Sunday to expel the envoy"."""
    governor = governing(clause, number)
    if governor is None or clause.verbs[number].lemma in RELENTING:
        return False
    verb = clause.verbs[governor]
    is_history = verb.tense == "present" and any(time.year and time.first < verb.first for time in clause.times)
    decided = clause.verbs[number]
    is_measure = decided.lemma in DECIDED or clause.words[decided.head] == "declarar"
    is_vote = verb.lemma == "vote" and "against" not in clause.words[verb.head : decided.first]
    is_vote = is_vote and (decided.lemma in VOTED or not COUNCILS.isdisjoint(clause.words[: verb.first]))
    is_decision = is_vote or (verb.lemma == "decide" and is_measure)
    is_told = is_decision and (verb.tense == "past" or verb.is_perfect or is_history)
    is_told = is_told and not verb.is_infinitive
    return is_told and not (verb.is_negated or verb.modal or verb.is_passive)


def is_agreed_on(clause: Clause, first: int, governor: int | None) -> bool:
    """Tell whether a new meeting is what is agreed on: "agreed on a meeting in May", or for what somebody is due."""
    verb = clause.verbs[governor] if governor is not None else None
    if verb is not None and verb.lemma == "be" and verb.head < first and clause.words[verb.head + 1] in AWAITED:
        return clause.words[verb.head + 2 : verb.head + 3] != ["to"]  # "is due in Lima for talks"
    if verb is None or verb.lemma not in ("agree", "commit") or verb.modal or verb.is_negated:
        return False
    start = verb.head + 2
    if clause.words[start - 1 : start] not in (["on"], ["to"], ["upon"]):
        return False
    between = clause.words[start:first]
    is_meeting = start <= first and not MEETINGS.isdisjoint(clause.words[first : first + 2])
    return is_meeting and PREPOSITIONS.isdisjoint(between) and not {"the", "these", ","} & set(between)


def is_set_anew(clause: Clause, verb: Verb) -> bool:
    """Tell whether a meeting is set for another day: "has been moved to May 3", "was rescheduled for June"."""
    if verb.lemma not in MOVED:
        return False
    days = [t for t in clause.times if verb.head < t.first <= verb.head + 1 + NEW_DAY_NEAR]
    is_moved = any(not NEW_DAY.isdisjoint(clause.words[t.first - 1 : t.first + 1]) for t in days)
    return is_moved and verb.is_passive and not (verb.is_negated or verb.modal)


def is_told_ahead(clause: Clause, last: int) -> bool:
    """Tell whether the first Spanish verb behind a noun that the table lacks lies ahead, and none parts it from it."""
    end = next((verb.first for verb in clause.verbs if verb.first > last), len(clause.tokens))
    end = next((n for n in range(last, end) if clause.tokens[n].text in ",;"), end)
    return is_to_come(clause.tokens[last + 1 : min(end, last + REACH_AHEAD)])


def is_proposed(before: Sequence[str]) -> bool:
    """Tell whether a Spanish noun is only what was proposed: "la propuesta de Chile para un diálogo"."""
    return "para" in before and not PROPOSED.isdisjoint(before[: list(before).index("para")])
