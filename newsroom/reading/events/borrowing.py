"""Give an act the time of a word beside it: "on 25 June, when he met X", "a speech last month by X, who accused"."""

from __future__ import annotations

from dataclasses import replace

from newsroom.reading.acts import SPEECH_KINDS
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.dates import Resolved, TimeExpression
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.sayings import DECREED, is_of_own_saying
from newsroom.reading.timing import Dated, dated, lies_behind
from newsroom.reading.verbs import Verb

WHEN = frozenset(("when", "cuando"))
REACH = 18  # how far before an act "when" stands
FAR = 24  # how far before it "on a day when" stands
ANTECEDENT = 8  # how far before "who" the time of what it belongs to stands: "a speech last month by Peru's minister"
LEADING = 2  # tokens from the verb of a relative clause to the infinitive that it brings about: "that led X to expel"
NEAR = 4  # tokens between a verb of motion and its day
DEPARTING = frozenset("leave depart fly embark set head".split())
JOURNEYS = frozenset(("visit", "state_visit"))
ARRIVING = frozenset("arrive land fly come llegar".split())
THEN = frozenset("then later afterwards subsequently luego despues".split())
RELATIVE = frozenset(("who", "which", "that", "que", "quien"))
# What is done, and not by announcing it.
CARRIED_OUT = frozenset(("troops_withdrawn", "border_closed", "ambassador_summoned"))
BOUNDS = frozenset(("since", "until", "before", "by", "after", "of"))
Times = dict[tuple[int, int], Resolved]
THEY = frozenset("they he she both".split())


def borrowed(article: Article, times: Times, one: Candidate) -> Dated | None:
    """Return the time that an act without one has of a clause or noun beside it."""
    if one.modality == "planned":
        return _of_arrival(article, times, one) or _of_announcing(article, times, one)
    if one.modality != "happened":
        return None
    return _before_when(article, times, one) or _of_antecedent(article, times, one)


def _before_when(article: Article, times: Times, one: Candidate) -> Dated | None:
    """Return the date right before "when": "was last seen on 25 June, when he met X", "on a day when X left Y"."""
    clause = one.clause
    for place in range(one.trigger[0] - 1, max(1, one.trigger[0] - FAR), -1):
        if clause.words[place] not in WHEN:
            continue
        if clause.words[place - 3 : place] == ["on", "a", "day"] and article.base is not None:
            start, end = clause.span(place - 3, place)
            return Dated(article.base.isoformat(), article.text[start:end], start, end, "day-when")
        for time in clause.times if one.trigger[0] - place < REACH else ():
            resolved = times.get((clause.number, time.first))
            if resolved is None or (article.base is not None and lies_behind(resolved, article.base)):
                continue
            if place - 3 < time.last < place:
                return dated(article, clause, time, resolved)
    return None


def _of_antecedent(article: Article, times: Times, one: Candidate) -> Dated | None:
    """Return the time of the noun that a relative clause describes: "in a dispute in 2012 that led X to expel Y"."""
    clause, verb = one.clause, _relative(one)
    if verb is None:
        return None
    place = verb.first - 1
    is_said = clause.words[place] in ("who", "quien") and one.kind in SPEECH_KINDS
    for time in reversed(clause.times):
        resolved = times.get((clause.number, time.first))
        if resolved is None or time.last >= place or time.relation in BOUNDS or time.kind in ("recent", "duration"):
            continue
        if any(time.last < v.head < place for v in clause.verbs) or (
            article.base is not None and lies_behind(resolved, article.base)
        ):
            return None
        if place - time.last <= (ANTECEDENT if is_said else 1) and not _is_behind_verb(clause, time):
            return dated(article, clause, time, resolved)
    return None


def _relative(one: Candidate) -> Verb | None:
    """Return the verb in the simple past that opens a relative clause, if it tells an act or brings it about."""
    clause, trigger = one.clause, one.trigger[0]
    verb = next((v for v in clause.verbs if v.first == trigger), None)
    if verb is not None and verb.is_infinitive:
        before = [v for v in clause.verbs if v.head < verb.first]
        is_led = bool(before) and before[-1].lemma in ("lead", "cause", "force", "push", "prompt")
        verb = before[-1] if is_led and verb.first - before[-1].head <= LEADING + 1 else None
    elif verb is None:
        verb = next((v for v in clause.verbs if v.head == one.governor and v.head < trigger), None)
    if verb is not None and verb.first and clause.words[verb.first - 1].endswith("ly"):
        verb = replace(verb, first=verb.first - 1)  # "that eventually resolved"
    is_past = verb is not None and verb.tense == "past" and not verb.is_perfect
    return verb if verb is not None and is_past and clause.words[verb.first - 1] in RELATIVE else None


def _is_behind_verb(clause: Clause, time: TimeExpression) -> bool:
    """Tell whether a time stands right behind a verb, and so tells when that was done."""
    first = time.first - (clause.words[time.first - 1] in ("on", "in"))
    return first - 1 in clause.heads


def _of_arrival(article: Article, times: Times, one: Candidate) -> Dated | None:
    """Return the time of a talk for which somebody came: "arrived in Quito on Friday for a summit, where they will"."""
    clause, base = one.clause, article.base
    if one.family != "contact" or one.kind in JOURNEYS or base is None:
        return None  # "arrived on Friday, and will go on to Peru"
    verbs = (v for v in clause.verbs if v.lemma in ARRIVING and v.tense == "past" and v.head < one.trigger[0])
    came = next((v for v in verbs if not v.is_perfect), None)
    for time in clause.times if came is not None else ():
        resolved = times.get((clause.number, time.first))
        if resolved is None or not resolved.is_day or resolved.latest is None or resolved.latest > base:
            continue
        if came is not None and came.first - NEAR < time.first < one.trigger[0]:
            found = dated(article, clause, time, resolved)
            return found if resolved.latest == base else replace(found, edtf=f"[{resolved.edtf}..]")
    return None


def _of_announcing(article: Article, times: Times, one: Candidate) -> Dated | None:
    """Return the day, gone by, on which a state announced its measure: "said on Monday it would sever ties with X"."""
    verb = one.verb
    if article.base is None or one.kind not in DECREED - CARRIED_OUT or verb is None or verb.modal != "would":
        return None
    known = [(time, times.get((one.clause.number, time.first))) for time in one.clause.times]
    if any(time.first > verb.head for time, _ in known):
        return None
    for time, resolved in known:
        is_gone = resolved is not None and resolved.latest is not None and resolved.latest < article.base
        if resolved is not None and is_gone and is_of_own_saying(one, time):
            return dated(article, one.clause, time, resolved)
    return None


def on_from(one: Candidate, time: TimeExpression, found: Dated) -> Dated:
    """Return the time of a plan, open where it is that of leaving for it: "will leave on Sunday for a visit to X"."""
    is_day = len(found.edtf) == len("2026-01-14")
    if one.modality != "planned" or one.family != "contact" or not is_day:
        return found
    verbs = (v for v in one.clause.verbs if v.lemma in DEPARTING and v.first != one.trigger[0])
    left = next((v for v in verbs if 0 < time.first - v.head <= NEAR or 0 < v.first - time.last <= 1), None)
    if left is None or one.trigger[0] < left.first:
        return found
    return replace(found, edtf=f"[{found.edtf}..]", rule="from-leaving")


def on_after(article: Article, one: Candidate, time: TimeExpression, resolved: Resolved, found: Dated) -> Dated:
    """Return the time of what "then" goes on with behind days that end: "visited X from 2 to 4 May and then Y"."""
    before = one.clause.words[max(0, one.trigger[0] - 2) : one.trigger[0]]
    if time.last >= one.trigger[0] or resolved.latest is None or "/" not in found.edtf or THEN.isdisjoint(before):
        return found
    is_past = article.base is not None and resolved.latest <= article.base and one.modality != "planned"
    return replace(found, edtf=f"[{resolved.latest}..{article.base if is_past else ''}]", rule="then")


def going_on(clause: Clause, place: int) -> frozenset[str]:
    """Return the word by which a verb in the past goes on with its sentence: ", while X clashed", "where they"."""
    verb = next((v for v in clause.verbs if v.first == place), None)
    if verb is None or verb.tense != "past" or verb.is_perfect or verb.is_infinitive:
        return frozenset()
    if place > 1 and clause.words[place - 2] == "where" and clause.words[place - 1] in THEY:
        return frozenset(("where",))  # "held a meeting in Lima, where they signed"
    before = max((v.head for v in clause.verbs if v.is_finite and v.head < place), default=0)
    opened = next((n for n in range(before + 1, place) if clause.words[n] == "while"), 0)
    return frozenset(("while",)) if opened and clause.words[opened - 1] == "," else frozenset()
