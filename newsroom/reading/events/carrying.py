"""Date acts without words of time by what the story tells elsewhere: the sentence before, the talk, the visit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.dates import Resolved
from newsroom.reading.events.candidates import Candidate, is_old
from newsroom.reading.events.history import history, is_gone, is_linked
from newsroom.reading.events.likening import Told, likened
from newsroom.reading.events.newness import goes_back, is_earlier, is_reciprocal, telling
from newsroom.reading.events.reasons import ANSWERS, REASONS
from newsroom.reading.events.soon_after import soon_after
from newsroom.reading.timing import Dated, dated, when_of
from newsroom.reading.verbs import Verb

DEFAULTS = frozenset(("story-day", "before-story-day"))
OUTCOMES = frozenset(("accord", "offer"))
AGREED = frozenset(("agreement_in_principle", "treaty_signed"))
ADDING = frozenset("asimismo ademas tambien igualmente moreover furthermore additionally also".split())
ALSO = 6  # the tokens among which "also" stands near the subject
VISITS = frozenset(("visit", "state_visit"))
CALLS = frozenset(("phone_call", "video_call"))
FIRST = 2  # the token before which words of time open a sentence
BOUNDS = frozenset(("since", "until", "before", "by", "after", "began", "of"))
UNSURE = frozenset(("recent", "before-main", "counted-back"))
DAYS_AGO = 3  # how far back that lies which is told as background
FEW = 7  # days that one meeting or fight may last
WHICH = frozenset((("in", "which"), ("during", "which")))
IN_WHICH = 6  # how far before its verb "in which", or a claim, stands
CLAIMS = frozenset("claim charge allegation accusation".split())
HE, LAST_DAYS = frozenset("he she it they".split()), 14
ANSWERING = frozenset(("accusation", "criticism"))  # what answers at once
THEN, BACK = frozenset(("then", "subsequently")), 3  # with what is told up to so many sentences back it goes on
ADJACENT = 2
AT_THAT_TIME = (["at", "the", "time"], ["at", "that", "time"])  # also of what "had" been done
ISO_DAY = 10  # how long a day is in EDTF


def carry_days(article: Article, times: dict[tuple[int, int], Resolved], candidates: list[Candidate]) -> None:
    """Give an act told in the simple past without words of time the past time that the sentence before it tells."""
    told: dict[int, Told] = {}
    old = history(article, times)
    _date_added(candidates)
    behind = -1
    for number, one in enumerate(candidates):
        told |= _openings(article, times, range(behind + 1, one.clause.number + 1))
        behind = max(behind, one.clause.number)
        if one.date is None or one.modality != "happened":
            continue
        if one.date.words:
            if not _is_pluperfect(one) and one.date.rule not in UNSURE and _is_told(one):
                told[one.clause.number] = _told(one, one.date)
            continue
        before = told.get(one.clause.number - 1)
        if one.date.rule in DEFAULTS and (same := _same_day(told, one) or soon_after(article, times, one)):
            one.date = same
            told[one.clause.number] = _told(one, one.date)
            continue
        if number and one.kind in AGREED and _adds_to_background(candidates[number - 1], one):
            one.date = candidates[number - 1].date or one.date
        if one.date.rule not in DEFAULTS or not _is_past(one) or is_earlier(one) or goes_back(one.clause):
            continue
        if is_reciprocal(one) and one.clause.number:
            one.date = Dated(f"[..{article.base}]", "", 0, 0, "before-story-day")  # "both accused each other"
            continue
        if before is None and (found := _from_before(article, times, one)) is not None:
            one.date = found
            continue
        if before is not None and is_gone(article, times, one.clause):
            continue  # "the two fought a war that ended in May 1994"
        if before is None:
            if one.clause.number in old:
                is_own = _is_short(old[one.clause.number]) or one.family in ANSWERING or is_linked(one.clause)
                edtf = (old[one.clause.number] if is_own else "") or f"[..{article.base}]"
                one.date = Dated(edtf, "", 0, 0, "within-history")
            continue
        if not _goes_on(article, before, one):
            is_dated = _is_near(article, times, one.clause)
            is_said = one.rule.endswith(".professed")  # at the talks, whatever was told of days before them
            if one.date.rule == "story-day" and _is_of_days_ago(article, before.date) and not (is_dated or is_said):
                one.date = Dated(f"[..{article.base}]", "", 0, 0, "after-older")  # the day that it follows is no news
                told[one.clause.number] = before
            continue
        one.date = Dated(before.date.edtf, "", 0, 0, "day-of-sentence-before")
        told[one.clause.number] = _told(one, one.date)


def _same_day(told: dict[int, Told], one: Candidate) -> Dated | None:
    """Return the time of an act that is said to have been at that of another, or to be like it."""
    if (like := likened(told, one)) is not None:
        return Dated(like.edtf, "", 0, 0, "day-of-like")
    before = told.get(one.clause.number - 1) if one.clause.words[:3] in AT_THAT_TIME else None
    return Dated(before.date.edtf, "", 0, 0, "day-of-sentence-before") if before is not None else None


def _date_added(candidates: list[Candidate]) -> None:
    """Give what is added to an act within its sentence the time of it: "has often refused, accusing Peru of"."""
    main: Candidate | None = None
    for one in candidates:
        verb = one.verb
        if verb is None or one.modality != "happened" or one.date is None:
            continue
        told = main.date if main is not None and main.clause is one.clause else None
        if main is None or told is None or one.date.rule not in DEFAULTS:
            main = one if verb.is_finite and verb.form != "ing" else main
        elif _is_done_by(one, main, verb) or (verb.is_finite and (_in_which(one) or _is_denied_claim(one))):
            one.date = replace(told, words="", start=0, end=0)
        elif verb.is_finite and verb.form != "ing":
            main = one
        elif told.rule == "before-story-day" and verb.form == "ing" and not verb.has_auxiliary:
            one.date = told if one.clause.words[verb.first - 1] == "," else one.date


def _is_done_by(one: Candidate, main: Candidate, verb: Verb) -> bool:
    """Tell whether an act is what its doer did another, told right before it, for: "used force to seize the ship"."""
    if not verb.is_infinitive or main.parties.countries != one.parties.countries:
        return False
    return not any(main.trigger[1] < other.first < verb.first for other in one.clause.verbs)


def _in_which(one: Candidate) -> bool:
    """Tell whether "in which" opens what was done then: "closed it in 2019, in a row in which it accused Peru"."""
    words = one.clause.words[max(0, one.trigger[0] - IN_WHICH) : one.trigger[0]]
    return any(pair in WHICH for pair in pairwise(words))


def _is_denied_claim(one: Candidate) -> bool:
    """Tell whether an apposition tells how a claim was answered: "accused Peru of a raid, a claim Peru denied"."""
    words = one.clause.words[max(0, one.trigger[0] - IN_WHICH) : one.trigger[0]]
    opened = next((n for n in range(len(words) - 2) if words[n] == "," and words[n + 2] in CLAIMS), None)
    return opened is not None and words[opened + 1] in ("a", "an") and "," not in words[opened + 1 :]


def _day_before_then(article: Article, times: dict[tuple[int, int], Resolved], one: Candidate) -> date | None:
    """Return the day, some days ago, of what "then" goes on with: the last day of the sentences before it."""
    verb = telling(one)
    if verb is None or THEN.isdisjoint(one.clause.words[max(0, verb.first - ADJACENT) : verb.head + 1]):
        return None
    for clause in reversed(article.clauses[max(0, one.clause.number - BACK) : one.clause.number]):
        if (days := [times.get((clause.number, time.first)) for time in clause.times]) and days[-1] is not None:
            day, news = days[-1].latest, article.story_day
            is_old_news = day is not None and news is not None and day < news - timedelta(days=DAYS_AGO)
            return day if days[-1].is_day and is_old_news else None
    return None


def _is_short(edtf: str) -> bool:
    """Tell whether a time lasts for a few days at most."""
    when = when_of(edtf)
    if when is None or when.earliest is None or when.latest is None:
        return False
    return (when.latest - when.earliest).days <= FEW


def _told(one: Candidate, date: Dated) -> Told:
    """Return what a dated act tells."""
    people = {id(mention.actor) for mention in one.clause.mentions if mention.actor.kind == "person"}
    return Told(one.clause, date, set(one.parties.countries), people, frozenset((one.family,)))


def _openings(article: Article, times: dict[tuple[int, int], Resolved], places: range) -> dict[int, Told]:
    """Return the past times that open sentences, by their numbers."""
    found = {place: _opening(article, times, article.clauses[place]) for place in places}
    return {place: told for place, told in found.items() if told is not None}


def _opening(article: Article, times: dict[tuple[int, int], Resolved], clause: Clause) -> Told | None:
    """Return the past time that opens a sentence in the simple past: "In 2011, protesters stormed the embassy"."""
    time = next((time for time in clause.times if time.first <= FIRST), None)
    if time is None:
        return None
    resolved = times.get((clause.number, time.first))
    verb = next((v for v in clause.verbs if v.is_finite), None)
    if resolved is None or resolved.latest is None or verb is None or article.base is None:
        return None
    if verb.tense != "past" or verb.is_perfect or resolved.latest > article.base or time.relation in BOUNDS:
        return None
    people = {id(mention.actor) for mention in clause.mentions if mention.actor.kind == "person"}
    states = {hit.code for hit in clause.named.countries}
    return Told(clause, dated(article, clause, time, resolved), states, people)


def _goes_on(article: Article, before: Told, one: Candidate) -> bool:
    """Tell whether an act goes on with what the sentence before tells: the same states or people, or old history."""
    is_one_paragraph = before.clause.sentence.paragraph == one.clause.sentence.paragraph or _is_answer(one.clause)
    mine, is_day = set(one.parties.countries), len(before.date.edtf) == ISO_DAY
    if is_day and is_one_paragraph and mine == before.states:
        return True
    if is_day and (people_of(one) | _speaker(one.clause)) & before.people and mine & before.states:
        return True
    is_same = one.family in before.families and not is_old(before.date, article.base)
    is_same = is_same or (one.clause.words[0] in HE and not is_old(before.date, article.base))
    if (is_one_paragraph or is_same) and mine == before.states and _is_added(one):
        return True  # "Last week, Chad threatened to … Its president also threatened to …"
    return is_one_paragraph and is_old(before.date, article.base)


def _speaker(clause: Clause) -> set[int]:
    """Return whom the pronoun means that opens a sentence, by identity: "He said the two had agreed"."""
    return {id(m.actor) for m in clause.mentions if not m.first and m.actor.kind == "person" and clause.words[0] in HE}


def _is_added(one: Candidate) -> bool:
    """Tell whether a sentence adds to the one before it: "Both also agreed", "Asimismo, ambos acordaron"."""
    words = one.clause.words
    is_early = words[0] in ADDING or "also" in words[:ALSO] or words[:2] == ["in", "addition"]
    return is_early or words[one.trigger[0] - 1] == "also"


def _from_before(article: Article, times: dict[tuple[int, int], Resolved], one: Candidate) -> Dated | None:
    """Return the time of an act that goes on from a time told before it, though from no act: "He also …", "then"."""
    if (beside := _time_before(article, times, one)) is not None:
        return beside
    day = _day_before_then(article, times, one)
    return Dated(f"[{day}..{article.base}]", "", 0, 0, "after-older") if day is not None else None


def _time_before(article: Article, times: dict[tuple[int, int], Resolved], one: Candidate) -> Dated | None:
    """Return the only time, of the last days, of the sentence to which "He also …" adds what he did besides."""
    clause = one.clause
    if not clause.number or clause.times or clause.words[0] not in HE or "also" not in clause.words[:ALSO]:
        return None
    before, base = article.clauses[clause.number - 1], article.base
    time = before.times[0] if len(before.times) == 1 else None
    resolved = times.get((before.number, time.first)) if time is not None else None
    if time is None or resolved is None or base is None or time.relation in BOUNDS or resolved.latest is None:
        return None
    is_near = timedelta(0) < base - resolved.latest <= timedelta(days=LAST_DAYS)
    return Dated(resolved.edtf, "", 0, 0, "day-of-sentence-before") if is_near else None


def _adds_to_background(before: Candidate, one: Candidate) -> bool:
    """Tell whether "also" adds an accord to what was done some day: "Both have met. They have also agreed"."""
    is_next = before.clause.number == one.clause.number - 1
    is_next = is_next and before.clause.sentence.paragraph == one.clause.sentence.paragraph
    is_open = before.date is not None and before.date.rule == "before-story-day"
    return is_next and is_open and _is_perfect(before) and _is_perfect(one) and _is_added(one)


def _is_answer(clause: Clause) -> bool:
    """Tell whether a sentence opens with what it answers: "In response, …", "En respuesta a esa medida, …"."""
    return clause.words[0] in ("in", "en", "como") and not ANSWERS.isdisjoint(clause.words[1:2])


def _is_of_days_ago(article: Article, told: Dated) -> bool:
    """Tell whether what a sentence tells lies some days before the story's day."""
    when, day = told.when, article.story_day
    return bool(when and when.latest and day and when.latest < day - timedelta(days=DAYS_AGO))


def _is_near(article: Article, times: dict[tuple[int, int], Resolved], clause: Clause) -> bool:
    """Tell whether a sentence names a day of the last days: "accused X after its soldiers crossed on Monday"."""
    news = article.story_day
    found = (times.get((clause.number, time.first)) for time in clause.times)
    days = [one.earliest for one in found if one is not None and one.is_day and one.earliest is not None]
    return news is not None and any(timedelta(0) <= news - day <= timedelta(days=DAYS_AGO) for day in days)


def _is_pluperfect(one: Candidate) -> bool:
    """Tell whether the sentence of an act goes back: "had declared"."""
    return any(verb.is_perfect and verb.tense == "past" for verb in one.clause.verbs)


def _is_told(one: Candidate) -> bool:
    """Tell whether a sentence tells an act itself, and does not only name it: "an accord reached in May"."""
    verb = one.verb
    if verb is None and not REASONS.isdisjoint(
        one.clause.words[max(0, one.trigger[0] - ADJACENT - 1) : one.trigger[0]]
    ):
        return False  # "protested over the raid on Monday": what goes on goes on with the protest
    return one.governor >= 0 if verb is None else verb.form != "part" or verb.has_auxiliary


def _is_perfect(one: Candidate) -> bool:
    """Tell whether a verb in the present perfect tells an act."""
    verb = one.verb
    return verb is not None and verb.is_perfect and verb.tense == "present"


def _is_past(one: Candidate) -> bool:
    """Tell whether a verb in the simple past tells an act."""
    verb = telling(one)
    return verb is not None and verb.tense == "past" and not verb.is_perfect and not verb.is_infinitive


def agree(one: Candidate, other: Candidate) -> bool:
    """Tell whether the people of two acts do not exclude each other."""
    return not people_of(one) or not people_of(other) or bool(people_of(one) & people_of(other))


def date_meetings(merged: list[Candidate]) -> None:
    """Give "the meeting", undated itself, the day of what the same states did before it: a visit, a talk, an accord."""
    told: dict[frozenset[str], list[Candidate]] = {}
    agreed: dict[frozenset[str], str] = {}  # the day of what came out of it, told before it
    open_ones: list[tuple[Candidate, list[Candidate]]] = []
    for one in merged:
        if one.modality != "happened" or one.date is None:
            continue
        if one.kind in AGREED and one.date.words and len(one.date.edtf) == ISO_DAY:
            agreed.setdefault(frozenset(one.parties.countries), one.date.edtf)
        if one.family != "contact":
            continue
        known = told.setdefault(frozenset(one.parties.countries), [])
        if one.date.words and len(one.date.edtf) == ISO_DAY:
            known.append(one)
        elif not one.date.words and is_the_meeting(one) and one.date.rule in DEFAULTS:
            open_ones.append((one, known[:] or known))  # where none is told before, the one told after it
    for one, others in open_ones:
        known = [other for other in others if one.kind not in VISITS or other.kind not in CALLS]
        days = {other.date.edtf for other in known if other.date is not None and agree(one, other)}
        day = agreed.get(frozenset(one.parties.countries), "") if not known and one.kind not in VISITS else ""
        if len(days) == 1 or (day and not days):
            one.date = Dated(days.pop() if days else day, "", 0, 0, "day-of-meeting")


def is_the_meeting(one: Candidate) -> bool:
    """Tell whether a contact is one that the story has told: "the meeting", "they also spoke of", "la reunión"."""
    before = one.clause.words[one.trigger[0] - 1] if one.rule == "contact.noun" and one.trigger[0] else ""
    if one.kind in VISITS and before == "'s":
        return True  # "Mr Torres's trip to Peru", where the two met on Monday
    return one.is_definite or one.is_anaphoric or (one.clause.is_spanish and before in ("la", "el"))


def date_outcomes(merged: list[Candidate]) -> None:
    """Give what came out of a meeting, undated itself, the day of the meeting that is told before it."""
    talks: dict[str, list[Candidate]] = {}  # by state
    for one in merged:
        if one.modality != "happened" or one.is_background:
            continue
        if one.family == "contact":
            for code in one.parties.countries:
                talks.setdefault(code, []).append(one)
        if one.family not in OUTCOMES or one.date is None or one.date.words or one.date.rule not in DEFAULTS:
            continue
        held = [other for other in talks.get(next(iter(one.parties.countries), ""), ()) if _is_talk_of(other, one)]
        together = [other for other in held if people_of(other) & people_of(one)]
        spoken = [other for other in together if other.kind not in VISITS]
        others = [] if _is_perfect(one) else held[:1]  # "has also offered": not at the talk of others
        talk = (spoken[-1:] or together[-1:] or others or [one])[0]
        if talk.date is not None and talk.date.words and _is_short(edtf := talk.date.edtf):
            one.date = Dated(f"[{edtf.replace('/', '..')}]" if "/" in edtf else edtf, "", 0, 0, "day-of-meeting")


def people_of(one: Candidate) -> set[int]:
    """Return who takes part, by identity."""
    return set(map(id, one.parties.people))


def _is_talk_of(talk: Candidate, one: Candidate) -> bool:
    """Tell whether an outcome can come from a contact that took place: its states, and no other people, took part."""
    if not set(one.parties.countries) <= set(talk.parties.countries):
        return False
    return agree(one, talk)
