"""Date an act by counting back from another day: "a day after X did", "more than a year after expelling", a jubilee."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from newsroom.reading.acts import SPEECH_KINDS
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.dates import Resolved, TimeExpression, resolve
from newsroom.reading.dates.answers import moved
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.newness import deciding
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import SAYING
from newsroom.reading.timing import LENGTHS, Dated
from newsroom.reading.verbs import Verb

COUNTED = frozenset(("after", "despues"))
SOON = frozenset("shortly soon immediately right just moments".split())
HOURS, DAYS = frozenset(("hours", "minutes", "horas", "minutos")), frozenset(("days", "dias"))
RELATED = frozenset("which whom that charge claim accusation allegation".split())
MINUTES = frozenset(("minutes", "minutos", "moments"))
ABOUT = frozenset("more than over nearly almost about some the".split())
DEADLINES = frozenset(("until", "by", "before"))
REMEMBERED = 8  # tokens from "anniversary" to what is remembered
ANNIVERSARIES = frozenset(("anniversary", "aniversario"))
TENTHS = {
    "tenth": 10,
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "hundredth": 100,
}
ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th|o|er)?")
Times = dict[tuple[int, int], Resolved]


def counted(article: Article, times: Times, one: Candidate) -> Dated | None:
    """Return the date of what the words of a sentence count back to: what another act followed, what is remembered."""
    return _followed(article, times, one) or _remembered(article, one)


def _followed(article: Article, times: Times, one: Candidate) -> Dated | None:
    """Return the day of what "a day after" or "hours after" counts from, where the sentence dates what followed."""
    clause, trigger = one.clause, one.trigger[0]
    if clause.lows.isdisjoint(COUNTED):
        return None
    place = next((n for n in range(trigger - 1, 0, -1) if _counts(clause, n)), 0)
    if not place or one.modality not in ("happened", "alleged"):
        return None
    told = next((verb for verb in clause.verbs if verb.first == trigger), None)
    is_noun = told is None or (told.form == "ing" and not told.has_auxiliary)  # "signed an order placing duties"
    is_within = is_noun and "," not in clause.words[place:trigger]  # "two days after 20 men were killed in a clash"
    if not is_within and any(_parts(one, verb) and place < verb.first < trigger for verb in clause.verbs):
        return None
    if RELATED & set(clause.words[place:trigger]) or _is_behind(clause, place, trigger):
        return None  # "two days after blasts, which it blames on", "hours after the vote, Peru expelled"
    shift = next((time for time in clause.times if time.kind == "shift" and time.last == place), None)
    is_exact = shift is not None and shift.unit in ("day", "week")
    before = clause.words[place - 1]
    if shift is None and before not in HOURS | DAYS | SOON:
        return None
    if shift is not None and _is_first_in(clause, shift.first):
        return None
    main: date | None = None
    is_vague = False  # what the sentence dates is dated too coarsely to count from
    last = next((n for n in range(trigger, one.last) if is_within and clause.words[n] == ","), one.last)
    for time in clause.times:
        resolved = times.get((clause.number, time.first))
        if resolved is None or time is shift or (time.relation in DEADLINES and not resolved.is_day):
            continue
        if place < time.first <= last:
            return None  # it has a time of its own
        if not (resolved.is_day or _is_fine_enough(resolved, shift)):
            is_vague = is_vague or time.first < place
            continue
        main = resolved.earliest if main is None or time.first < place else main
    opens = shift is not None and not shift.first  # "Two decades after X invaded Y, ties are good"
    if main is None and not is_vague and (opens or any(verb.is_finite and verb.head < place for verb in clause.verbs)):
        main = article.story_day  # "The visit comes a day after"
    if main is None:
        return None
    first = place - 1 if shift is None else shift.first
    start, end = clause.span(first, place)
    day = moved(main, shift.amount, shift.unit) if shift is not None else main
    if clause.words[max(0, first - 1) : first] == ["than"]:  # "more than a year after", "less than a week after"
        edtf = {"more": f"[..{day}]", "less": f"[{day}..{main}]"}.get(clause.words[first - 2], f"{day}")
        return Dated(edtf, article.text[start:end], start, end, "counted-back")
    if shift is not None and not is_exact:
        there = resolve(replace(shift, kind="ago", relation=""), main)
        return Dated(there.edtf, article.text[start:end], start, end, "counted-back") if there else None
    edtf = day.isoformat() if is_exact else _just_before(main, before)
    return Dated(edtf, article.text[start:end], start, end, "counted-back")


def _is_fine_enough(resolved: Resolved, shift: TimeExpression | None) -> bool:
    """Tell whether months or years can be counted from a time: "banned it in March, a month after Peru raised"."""
    if shift is None or shift.unit not in LENGTHS or resolved.earliest is None or resolved.latest is None:
        return False
    return resolved.latest - resolved.earliest < LENGTHS[shift.unit]


def _just_before(main: date, word: str) -> str:
    """Return the time that lies hours, days or no more than a moment before a day, in EDTF."""
    eve = main - timedelta(days=1)
    if word in MINUTES:
        return f"{main}"
    if word in SOON:
        return f"[..{main}]"
    return f"[..{eve}]" if word in DAYS else f"[{eve}..{main}]"


def _counts(clause: Clause, place: int) -> bool:
    """Tell whether a word counts from what follows it: "a day after X did"; "un día después" alone counts on."""
    word = clause.words[place]
    return word in COUNTED and (word != "despues" or clause.words[place + 1] in ("de", "del", "que"))


def _is_first_in(clause: Clause, place: int) -> bool:
    """Tell whether a length says for how long there had been none: "its first aid in more than four decades after"."""
    while place and clause.words[place - 1] in ABOUT:
        place -= 1
    return clause.words[place - 1 : place] in (["in"], ["for"])


def _is_behind(clause: Clause, after: int, trigger: int) -> bool:
    """Tell whether a comma and the subject of a verb part it from "after": it tells what followed."""
    number = next((n for n, verb in enumerate(clause.verbs) if verb.first == trigger and verb.is_finite), None)
    if number is None or not (acting := subjects(clause, number)):
        return False
    comma = next((n for n in range(trigger - 1, after, -1) if clause.tokens[n].text == ","), 0)
    return 0 < comma < min(mention.first for mention in acting)


def _remembered(article: Article, one: Candidate) -> Dated | None:
    """Return the year of what is remembered: "the 30th anniversary of the establishment of ties".

    It has happened, though a plan may tell of it: "next month will mark the 50th anniversary of".
    """
    clause, base = one.clause, article.base
    if base is None or ANNIVERSARIES.isdisjoint(clause.lows) or one.modality not in ("happened", "planned"):
        return None
    for place in range(one.trigger[0], max(0, one.trigger[0] - REMEMBERED), -1):
        if clause.words[place] == ",":
            return None  # "On the 2nd anniversary of the war, X met Y"
        count = _count_of(clause.words[place - 1]) if clause.words[place] in ANNIVERSARIES else 0
        if 0 < count < base.year:
            start, end = clause.span(place - 1, place)
            one.modality = "happened"
            return Dated(f"{base.year - count:04}", article.text[start:end], start, end, "anniversary")
    return None


def _count_of(word: str) -> int:
    """Return the number of an anniversary: "30th", "fiftieth"; 0 for another word."""
    found = ORDINAL.fullmatch(word)
    return int(found[1]) if found is not None else TENTHS.get(word, 0)


def _parts(one: Candidate, verb: Verb) -> bool:
    """Tell whether a verb parts an act from "after" before it: it neither tells the act nor says it."""
    is_said = verb.lemma in SAYING and one.kind in SPEECH_KINDS
    return verb.is_finite and verb.head != one.governor and not is_said and verb is not deciding(one)
