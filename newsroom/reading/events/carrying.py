"""Date acts without words of time by what the story tells elsewhere: the sentence before, the talk, the visit."""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.events.candidates import Candidate
from newsroom.reading.timing import Dated

DEFAULTS = frozenset(("story-day", "before-story-day"))
OUTCOMES = frozenset(("accord", "offer"))
VISITS = frozenset(("visit", "state_visit"))
ISO_DAY = 10  # how long a day is in EDTF


def carry_days(candidates: list[Candidate]) -> None:
    """Give an act without words of time the past day of the sentence before, where the same states act."""
    for before, one in pairwise(candidates):
        day = before.date
        if day is None or not day.words or len(day.edtf) != ISO_DAY or one.date is None or one.date.words:
            continue
        is_earlier = any(verb.is_perfect and verb.tense == "past" for verb in before.clause.verbs)  # "had declared"
        is_near = one.clause.number - before.clause.number == 1 and not is_earlier
        is_near = is_near and one.clause.sentence.paragraph == before.clause.sentence.paragraph
        is_told = one.date.rule in DEFAULTS and one.modality == before.modality == "happened" and _is_past(one)
        if is_near and is_told and set(one.parties.countries) == set(before.parties.countries):
            one.date = Dated(day.edtf, "", 0, 0, "day-of-sentence-before")


def _is_past(one: Candidate) -> bool:
    """Tell whether a verb in the simple past tells an act."""
    verb = next((v for v in one.clause.verbs if v.first == one.trigger[0]), None)
    return verb is not None and verb.tense == "past" and not verb.is_perfect and not verb.is_infinitive


def date_negations(merged: list[Candidate]) -> None:
    """Give "did not discuss X with Y" the day of their talk, where the article has one."""
    for one in merged:
        if one.modality != "negated" or one.family != "contact" or (one.date is not None and one.date.words):
            continue
        talk = next(
            (
                other
                for other in merged
                if other.family == "contact"
                and other.modality == "happened"
                and other.kind not in VISITS
                and set(other.parties.countries) == set(one.parties.countries)
                and other.date
                and other.date.words
                and set(map(id, one.parties.people)) & set(map(id, other.parties.people))
            ),
            None,
        )
        if talk is not None and _topic(one):
            one.date = talk.date


def date_outcomes(merged: list[Candidate]) -> None:
    """Give what came out of a meeting, undated itself, the day of the meeting that is told before it."""
    for place, one in enumerate(merged):
        if one.family not in OUTCOMES or one.modality != "happened" or one.is_background:
            continue
        if one.date is None or one.date.words:
            continue
        held = [other for other in merged[:place] if _is_talk_of(other, one)]
        together = [other for other in held if _people(other) & _people(one)]
        spoken = [other for other in together if other.kind not in VISITS]
        talk = (spoken[-1:] or together[-1:] or held[:1] or [one])[0]
        if talk.date is not None and talk.date.words and len(talk.date.edtf) == ISO_DAY:
            one.date = Dated(talk.date.edtf, "", 0, 0, "day-of-meeting")


def _people(one: Candidate) -> set[int]:
    """Return who takes part, by identity."""
    return set(map(id, one.parties.people))


def _is_talk_of(talk: Candidate, one: Candidate) -> bool:
    """Tell whether an outcome can come from a contact that took place: its states, and no other people, took part."""
    if talk.family != "contact" or talk.modality != "happened" or talk.is_background:
        return False
    if not set(one.parties.countries) <= set(talk.parties.countries):
        return False
    return not _people(one) or not _people(talk) or bool(_people(one) & _people(talk))


def _topic(one: Candidate) -> bool:
    """Tell whether what is denied is a topic of a talk, not the talk."""
    return one.rule.endswith(("discuss", "address", "mention"))
