"""Tell whether a contact is another than those told before: held on a visit, with others, before or after it."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.acts.words import MEETINGS
from newsroom.reading.events.candidates import TOPICAL, Candidate
from newsroom.reading.events.wording import TOLD, VISITS

POINTING = frozenset("this that these such este esta estos estas ese esa dicho dicha".split())
POINTED = 3  # how near before a noun that stands which points at what was told
AT = frozenset(("at", "during", "in"))
FOLLOWING = frozenset(("following", "after"))
HOLDING = frozenset("hold take have be".split())
ROUND = frozenset("before after following prior ahead besides tras antes despues luego".split())


def is_with_others(first: Candidate, second: Candidate) -> bool:
    """Tell whether a verb of another sentence tells a contact of people who took no part in the first one."""
    is_told = second.family == "contact" and first.clause is not second.clause and not second.is_anaphoric
    is_verb = is_told and not second.rule.endswith("noun") and not _holds_its_offices(first, second)
    return is_verb and not {p.name for p in second.parties.people} <= {p.name for p in first.parties.people}


def _holds_its_offices(first: Candidate, second: Candidate) -> bool:
    """Tell whether those named hold the offices that a noun named: "the meeting of X's and Y's presidents"."""
    named = [m for m in first.clause.mentions if first.first <= m.first and m.last <= first.last]
    kinds = {m.actor.title_kind for m in named if m.actor.kind in ("office", "person")} - {""}
    own = {p.title_kind for p in second.parties.people} - {""}
    is_bare = first.rule == "contact.noun" and first.is_definite
    is_bare = is_bare and {p.name for p in first.parties.people} <= {p.name for p in second.parties.people}
    return is_bare and own <= kinds


def is_another_contact(first: Candidate, second: Candidate) -> bool:
    """Tell whether a contact has states or a time of its own, or is a talk held on a visit or before or after one."""
    if first.family != "contact" or second.is_definite:
        return False
    if first.clause is second.clause:
        return is_held_on(first, second) or _is_followed(second)
    if _is_before_or_after(second):
        return True
    if set(first.parties.countries) != set(second.parties.countries):
        return not (second.is_reference or is_at_meeting(second))
    if _edtf(first) and _edtf(second) and _edtf(first) != _edtf(second):
        return True
    return (first.kind in VISITS) is not (second.kind in VISITS) and not second.is_anaphoric


def is_new(kept: Sequence[Candidate], one: Candidate) -> bool:
    """Tell whether what could name a contact told before is one of its own."""
    return one.is_other or _is_of_newcomer(kept, one) or _is_first_on_visit(kept, one)


def _is_of_newcomer(kept: Sequence[Candidate], one: Candidate) -> bool:
    """Tell whether somebody takes part of whom no contact of these states told, or it was before or after one told."""
    named, own = {p.name for p in one.parties.people}, set(one.parties.countries)
    told = (other for other in kept if other.family == "contact" and other.modality == one.modality)
    is_new = bool(named) and not any(
        named <= {p.name for p in other.parties.people} for other in told if own & set(other.parties.countries)
    )
    return is_new or _is_before_or_after(one)


def _is_first_on_visit(kept: Sequence[Candidate], one: Candidate) -> bool:
    """Tell whether talks that a sentence brings up can be held on a visit told before, and no talks are told yet."""
    own = set(one.parties.countries)
    told = [other for other in kept if other.family == "contact" and not own.isdisjoint(other.parties.countries)]
    told = [other for other in told if other.modality == one.modality]
    return bool(told) and all(is_held_on(other, one) for other in told)


def is_held_on(visit: Candidate, one: Candidate) -> bool:
    """Tell whether talks are no name of a visit: "a meeting followed", "a visit on which he held talks"."""
    if visit.kind not in VISITS or one.kind in VISITS:
        return False
    if visit.clause is one.clause:
        return _is_held(one)
    return POINTING.isdisjoint(one.clause.words[max(0, one.trigger[0] - POINTED) : one.trigger[0]])


def _is_held(one: Candidate) -> bool:
    """Tell whether a verb of its own says that talks took place: "during her visit, detailed talks were held"."""
    verb = one.governing_verb
    is_told = one.rule == "contact.noun" and one.modality == "happened" and not one.is_definite
    return is_told and verb is not None and verb.is_finite and not verb.is_infinitive and verb.lemma in HOLDING


def _is_before_or_after(one: Candidate) -> bool:
    """Tell whether a contact is told to have been before or after another: "prior to the talks, they met alone"."""
    words, place = one.clause.words, one.trigger[0]
    if one.family != "contact" or words[0] not in ROUND or one.is_definite or one.rule in TOPICAL:
        return False
    front = words[: words.index(",")] if "," in words[:place] else []
    return not MEETINGS.isdisjoint(front)


def _is_followed(one: Candidate) -> bool:
    """Tell whether a dated talk is the one that another came after: "discussed trade, following talks last week"."""
    words, place = one.clause.words, one.trigger[0]
    near = words[max(0, place - POINTED) : place]
    return one.rule == "contact.noun" and bool(_edtf(one)) and "," in near and not FOLLOWING.isdisjoint(near)


def _edtf(one: Candidate) -> str:
    """Return the date that words give an act; "" without such words."""
    return one.date.edtf if one.date is not None and one.date.words else ""


def is_at_meeting(one: Candidate) -> bool:
    """Tell whether a talk is one that is told already: "they will discuss trade at the meeting"."""
    words = one.clause.words
    for place in range(one.trigger[1] + 1, len(words) - 2):
        if words[place] in AT and words[place + 1] in ("the", "their") and words[place + 2] in MEETINGS:
            return True
    return False


def journey_of_traveller(kept: Sequence[Candidate], one: Candidate) -> Candidate | None:
    """Return the last visit told of a person, where "her visit" says neither where nor when: its states are guessed."""
    is_bare = one.rule == "contact.noun" and one.kind in VISITS and one.parties.is_inferred and one.modality in TOLD
    if not is_bare or not one.parties.people or (one.date is not None and one.date.words):
        return None
    for other in reversed(kept):
        is_told = other.kind in VISITS and other.modality in ("planned", one.modality) and not other.parties.is_inferred
        if is_told and any(person in other.parties.people for person in one.parties.people):
            return other
    return None


def is_talk_on_visit(first: Candidate, second: Candidate) -> bool:
    """Tell whether one is a visit and the other who talked with whom on it, in a sentence of its own."""
    talk, visit = (second, first) if first.kind in VISITS else (first, second)
    if visit.kind not in VISITS or talk.kind in VISITS or first.clause is second.clause:
        return False
    return len(talk.parties.people) > 1 and talk.modality == "happened"
