"""Tell what is called off: the calling off, which happened on its day, and the meeting, which will not on its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from newsroom.reading.acts import CONTACT_KINDS
from newsroom.reading.acts.words import MEETINGS
from newsroom.reading.analysis import Article
from newsroom.reading.dates import Resolved, resolve
from newsroom.reading.events.belonging import had_been_set
from newsroom.reading.events.candidates import Candidate, are_dated_apart
from newsroom.reading.events.merging import fits_plan, is_day
from newsroom.reading.events.modality import GIVING_UP, OCCURRING
from newsroom.reading.events.newness import is_news
from newsroom.reading.tense import HAD_BEEN
from newsroom.reading.timing import Dated, dated, default_day
from newsroom.reading.verbs import Verb

CALLED_OFF = "meeting_cancelled"
FAR = 20  # how far from a meeting the verb stands that calls it off
BEHIND = 8  # how near a meeting that stands for which day it had been set
STAYING = "contact.stay"  # "had been due in Lima"
OPEN = frozenset(("any", "all", "further"))
OWN_PART = frozenset("participation attendance appearance participacion asistencia".split())
WAS = frozenset(("was", "were"))
MEANT = frozenset("that which he she they it".split())  # what opens for when a meeting had been set
SPANISH_WAS_TO = frozenset("iba iban debia debian".split())
DUE = frozenset("due planned scheduled set supposed expected billed slated pencilled penciled booked".split())
DELAYING = frozenset("postpone delay defer adjourn put push move reschedule shift".split())
# How the next sentence says that what had been planned is off: "But it was later cancelled", "This was called off".
THIS = frozenset(("it", "this", "that"))
ASIDES = frozenset("but however though yet , later then eventually subsequently also".split())
WITH_OFF = frozenset(("call", "put"))
GIVEN_UP = WITH_OFF | frozenset("cancel scrap drop postpone suspend shelve defer axe abandon abort".split())
PASSIVE, PERFECT = frozenset(("was", "been", "be")), frozenset(("has", "had", "to"))
OPENING = 9  # tokens of a sentence among which it says so
NEW_DAY = frozenset("until till to for".split())


def call_off(merged: Sequence[Candidate]) -> list[Candidate]:
    """Take what "had been due" into its calling off: the meeting is told once, as cancelled, with its day."""
    off = [one for one in merged if one.modality == "cancelled"]
    kept: list[Candidate] = []
    for one in merged:
        is_same = _was_due(one) or _will_not_be(one)
        fitting = (o for o in off if o is not one and fits_plan(o, one) and not _are_of_other_days(o, one))
        known = next((o for o in fitting if is_same or _is_undone_at_once(one, o)), None)
        if known is None:
            kept.append(one)
            continue
        known.more.append((one.clause, one.first, one.last))
        if one.date is not None and one.date.words and (is_day(one) or known.date is None or not known.date.words):
            known.date = one.date
    return kept


def cancel_by_next(article: Article, one: Candidate) -> None:
    """Take a plan of the past as cancelled where the next sentence says so: "It was, however, put off"."""
    after = next(iter(article.clauses[one.clause.number + 1 : one.clause.number + 2]), None)
    if after is None or one.modality != "planned" or not _was_due(one):
        return
    opening = [(n, word) for n, word in enumerate(after.words[:OPENING]) if word not in ASIDES]
    verb = next((v for v in after.verbs if v.lemma in GIVEN_UP), None)
    if verb is None or not opening or opening[0][1] not in THIS or verb.modal or verb.is_negated:
        return
    between = [word for n, word in opening[1:] if n < verb.head]
    is_off = verb.lemma not in WITH_OFF or after.words[verb.head + 1 : verb.head + 2] == ["off"]
    if is_off and between[-1:] and between[-1] in PASSIVE and PERFECT.issuperset(between[:-1]):
        one.modality = "cancelled"
        one.more.append((after, 0, verb.head + (verb.lemma in WITH_OFF)))


def _are_of_other_days(off: Candidate, one: Candidate) -> bool:
    """Tell whether words date two meetings that did not come about apart: "in December", "had been due in April"."""
    return one.modality == "cancelled" and are_dated_apart(off, one)  # a day planned may be told wrongly


def _is_undone_at_once(one: Candidate, off: Candidate) -> bool:
    """Tell whether a sentence names a plan only to say that it is off: "the talks set for Sunday were cancelled"."""
    if one.clause is not off.clause or one.modality != "planned" or one.rule != "contact.noun":
        return False
    first, last = sorted((one.trigger, off.trigger))
    between = [
        v
        for v in one.clause.verbs
        if first[1] < v.head < last[0]
        and v.is_finite
        and v.form != "part"
        # "the meeting scheduled for Thursday between X and Y has been cancelled"
        and (v.has_auxiliary or one.clause.words[v.head] not in DUE)
    ]
    return not between and last[0] - first[1] <= FAR


def _will_not_be(one: Candidate) -> bool:
    """Tell whether a text says of a meeting that it will not be: "the meeting is not going to happen"."""
    is_told = one.rule == "contact.noun" and one.modality == "negated"
    return is_told and any(verb.lemma in OCCURRING and verb.head > one.trigger[1] for verb in one.clause.verbs)


def with_callings_off(
    article: Article, times: dict[tuple[int, int], Resolved], merged: Sequence[Candidate]
) -> list[Candidate]:
    """Return the candidates, and before each cancelled meeting that a verb calls off the calling off itself."""
    found: list[Candidate] = []
    for one in merged:
        verb = next((v for v in one.clause.verbs if one.trigger[0] <= v.head <= one.trigger[1]), None)
        if one.modality == "cancelled" and (later := _put_off_to(article, times, one)) is not None:
            found.append(replace(one, kind="announced_meeting", modality="planned", date=later, more=[]))
        if one.modality == "cancelled" and verb is not None and _calls_off(one, verb):
            if (gone := _was_set_for(article, times, one, verb)) is not None:
                one.kind, one.date = "announced_meeting", gone
                found.append(one)  # of a calling off in the past only the meeting's day is known: it is told once
                continue
            if any(_is_agreed(other, one) for other in merged):
                found.append(one)  # what both decide, neither refuses the other
                continue
            meant = _meant_for(article, times, one, verb)
            if meant is not None and one.date is not None and one.date.start == meant.start:
                one.date = None
            found.append(replace(one, kind=CALLED_OFF, modality="happened", date=_told_on(article, one, verb), more=[]))
            if not OWN_PART.isdisjoint(one.clause.words[verb.head + 1 : verb.head + 4]):
                continue  # "cancelled his participation in the summit": it may be held without him
            if not OPEN.isdisjoint(one.clause.words[verb.head + 1 : verb.head + 3]):
                continue  # "suspended all dialogue": no meeting had been set
            one.kind = "announced_meeting"
            is_open = one.date is None or not one.date.words or found[-1].date is one.date
            if article.base is not None and is_open:  # words of the past date the calling off
                one.date = (
                    meant or _set_for(article, times, one) or Dated(f"[{article.base}..]", "", 0, 0, "after-story-day")
                )
        found.append(one)
    return found


def _is_agreed(other: Candidate, one: Candidate) -> bool:
    """Tell whether a sentence tells the calling off as what both sides decided: "both decided to defer the visit"."""
    is_accord = other.rule == "accord.decide" and other.clause is one.clause and other.trigger < one.trigger
    return is_accord and set(other.parties.countries) == set(one.parties.countries)


def _set_for(article: Article, times: dict[tuple[int, int], Resolved], one: Candidate) -> Dated | None:
    """Return the day still to come for which a meeting had been set: "on Monday cancelled the talks due on Friday"."""
    for time in one.clause.times:
        resolved = times.get((one.clause.number, time.first))
        if resolved is not None and resolved.is_day and _is_of_meeting(one, time.last):
            return dated(article, one.clause, time, resolved)
        if time.first < one.trigger[1] or time.relation == "until" or resolved is None or resolved.earliest is None:
            continue
        is_noun = not MEETINGS.isdisjoint(one.clause.words[time.last + 1 : time.last + 2])  # "the August 25 talks"
        is_set = had_been_set(one.clause, time.first)
        is_ahead = article.base is not None and resolved.earliest >= article.base + timedelta(days=not is_set)
        if (is_noun or is_set) and is_ahead:
            return dated(article, one.clause, time, resolved)
    return None


def _meant_for(article: Article, times: dict[tuple[int, int], Resolved], one: Candidate, verb: Verb) -> Dated | None:
    """Return the only day, behind, for which a meeting was meant: "called off talks that were to be held on Friday"."""
    for time in one.clause.times[-1:]:
        resolved, words = times.get((one.clause.number, time.first)), one.clause.words[verb.head + 1 : time.first]
        is_told = not MEANT.isdisjoint(words) and not HAD_BEEN.isdisjoint(words)
        if resolved is None or not is_told or not had_been_set(one.clause, time.first):
            continue
        return dated(article, one.clause, time, resolved)
    return None


def _was_set_for(article: Article, times: dict[tuple[int, int], Resolved], one: Candidate, verb: Verb) -> Dated | None:
    """Return a meeting's past day, where it alone is told: "X, who was due in Lima on May 4, cancelled the visit"."""
    for time in one.clause.times:
        resolved = times.get((one.clause.number, time.first))
        if resolved is None or article.base is None or time.first > verb.head or not resolved.is_day:
            continue
        day = dated(article, one.clause, time, resolved)
        is_only = one.date is None or not one.date.words or one.date.start == day.start
        is_gone = resolved.latest is not None and resolved.latest < article.base
        if is_only and is_gone and had_been_set(one.clause, time.first):
            return day
    return None


def _put_off_to(article: Article, times: dict[tuple[int, int], Resolved], one: Candidate) -> Dated | None:
    """Return the new day of a meeting that is put off: "postponed until February", "moved to May 3"."""
    heads = (one.governor, *range(one.trigger[0], one.trigger[1] + 1))
    verb = next((v for v in one.clause.verbs if v.head in heads and v.lemma in DELAYING), None)
    if verb is None or one.family not in ("contact", "cancelled") or article.base is None:
        return None
    for time in one.clause.times:
        if time.first < verb.head or (one.clause.number, time.first) not in times:
            continue
        resolved = resolve(replace(time, relation=""), article.base, is_future=True)
        lead = one.clause.words[max(verb.head + 1, time.first - 2) : time.first + 1]
        is_new = time.relation == "until" or not NEW_DAY.isdisjoint(lead)
        is_ahead = resolved is not None and resolved.latest is not None and resolved.latest > article.base
        if resolved is not None and is_ahead and is_new and not had_been_set(one.clause, time.first):
            return dated(article, one.clause, time, resolved)
    return None


def _is_of_meeting(one: Candidate, place: int) -> bool:
    """Tell whether a day has the meeting that is called off: "with Sunday's summit cancelled"."""
    words = one.clause.words
    is_owner = words[place + 1 : place + 2] == ["'s"] and place < one.trigger[0]
    return is_owner and not MEETINGS.isdisjoint(words[place + 2 : place + 4])


def _calls_off(one: Candidate, verb: Verb) -> bool:
    """Tell whether a verb tells the calling off itself, and not only that a meeting will not be."""
    is_told = one.kind == CALLED_OFF or (one.kind in CONTACT_KINDS and verb.lemma in GIVING_UP)
    return is_told and not verb.is_passive


def _told_on(article: Article, one: Candidate, verb: Verb) -> Dated | None:
    """Return the day of a calling off: of words of time that do not lie ahead, else some day up to the report."""
    when, base = (one.date.when if one.date is not None else None), article.base
    if one.date is not None and one.date.words and when and when.latest and base and when.latest <= base:
        return one.date
    is_now = is_news(replace(one, modality="happened"), is_simple=not verb.is_perfect)
    return default_day(article, is_before=not is_now)


def _was_due(one: Candidate) -> bool:
    """Tell whether a text tells a plan as one of the past: "had been due to meet", "was scheduled to visit"."""
    if one.family != "contact" or one.modality not in ("planned", "cancelled"):
        return False
    is_noun = all(verb.first != one.trigger[0] for verb in one.clause.verbs)
    # "the summit had been scheduled for Wednesday"
    last = one.trigger[1] + (BEHIND if is_noun and one.modality == "planned" else 1 if one.rule == STAYING else 0)
    near = set(one.clause.words[max(0, one.trigger[0] - BEHIND) : last + 1])
    lead = one.clause.words[one.trigger[0] - 1 : one.trigger[1]]
    was_to = not WAS.isdisjoint(lead) and "to" in lead  # "was to travel to"
    was_to = was_to or not SPANISH_WAS_TO.isdisjoint(near)  # "iba a viajar"
    return was_to or (bool({"had", "was", "were"} & near) and bool(DUE & near))
