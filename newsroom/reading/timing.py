"""Attach expressions of time to what they date, and resolve them from the story's base."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from newsroom.reading.acts.words import MEETINGS
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.chronologies import Chronology, heading_of
from newsroom.reading.dates import Resolved, TimeExpression, resolve
from newsroom.reading.lexicon import SAYING
from newsroom.reading.recounting import Recounting
from newsroom.reading.tense import (
    CALLED_OFF,
    RELATIVES,
    governing_verb,
    had_been_set_for,
    is_future,
    may_lie_ahead,
    was_planned,
)
from timeline.values import When

MONTHLY = frozenset(("month", "year", "season", "decade"))  # what the month of publication is enough for
WEEK, NEAR_LEAD = 7, 2  # how many days back the first sentence's day, and the second one's, may lie
# How exact a time must be for months and years to be counted from it.
LENGTHS = {"month": timedelta(days=31), "year": timedelta(days=366), "decade": timedelta(days=366)}
WITHIN = frozenset("in over within during for".split())
FOLLOWED = frozenset("after following having tras".split())  # what opens that which came before
ANAPHORIC = frozenset(("that", "following", "preceding"))
CYCLIC = frozenset(("month", "day", "days", "part", "range"))  # what may be one of this year or of another
DECIDING = frozenset("agree decide pledge vow promise".split())
ORDERING, LEAVING = frozenset("order tell ask instruct give".split()), frozenset("leave depart quit".split())
# What is agreed for a day rather than on it: "agreed to meet on Friday".
MEETING = frozenset(
    "meet hold visit attend convene sign start begin resume reopen open return travel host vote".split()
)
WEEKEND = 3  # days
ANSWERING = (["in", "response"], ["in", "retaliation"], ["in", "protest"], ["in", "reaction"], ["en", "respuesta"])
GONE = frozenset("pasado pasada ultimo last past".split())
ADJACENT = 2  # how near behind a saying its day stands
JUST_GONE = timedelta(days=62)
FORWARD = frozenset(("from", "since", "until", "by", "before"))
SPANISH_KINDS = frozenset("weekday offset unit day".split())
NO_NOUNS = frozenset(  # "a partir del lunes", "a finales de mes", "la noche del lunes"
    "partir antes despues luego dentro finales fines principios mediados inicios noche tarde manana madrugada mes dia"
    " largo".split()
)
NEAR = 4  # tokens before a Spanish time among which its noun stands
CAUSE_REACH = 14  # tokens from "por" to the day of a harm
# Over what a state protests, each with its plural.
HARMS_IN_SPANISH = frozenset(
    "ataque ataques incursion incursiones bombardeo bombardeos detencion detenciones arresto arrestos captura asesinato"
    " asesinatos muerte muertes declaraciones expulsion violacion insultos agresion agresiones secuestro irrupcion"
    " asalto allanamiento amenazas dichos acusaciones disparos hundimiento derribo".split()
)
OWNED = 3  # tokens from "the" to the day of a talk: "the call on Monday"
# What a story opens with that tells of a talk.
TALKING = frozenset("meet call telephone phone speak discuss talk hold host receive visit reunir conversar".split())
TALKING |= MEETINGS
ASIDE = frozenset(
    "after since when before following over amid despite saying who which where whose while whereas mientras".split()
)


@dataclass(frozen=True, slots=True)
class Dated:
    """Hold a date for a proposal: EDTF text, the source's words with their offsets, and the rule."""

    edtf: str
    words: str
    start: int
    end: int
    rule: str
    is_ambiguous: bool = False

    @property
    def when(self) -> When | None:
        """Return the value, or ``None`` where there is none."""
        return when_of(self.edtf)


def when_of(edtf: str) -> When | None:
    """Return the value of an EDTF text; ``None`` for an empty or impossible one."""
    if not edtf:
        return None
    try:
        return When.parse(edtf)
    except ValueError:
        return None


def resolve_times(article: Article) -> dict[tuple[int, int], Resolved]:
    """Resolve every expression of time, in order; what was named before is carried for "a year later"."""
    answers: dict[tuple[int, int], Resolved] = {}
    previous: date | None = None
    named: Resolved | None = None
    month = date.fromisoformat(f"{article.month}-01") if article.month else None
    chronology, recounting = Chronology(article), Recounting(article.base)
    for clause in article.clauses:
        for written in _in_order(clause, previous):
            time = recounting.with_year(clause, chronology.with_year(clause, written))
            is_heading = heading_of(clause) is written  # its present tense tells what was
            is_ahead = not is_heading and is_future(clause, time.first, time.relation)
            is_ahead = is_ahead and not _is_told_back(clause, time)
            time = _told_onwards(clause, time) if not is_ahead and named is not None else time
            base = article.base or (month if time.kind in MONTHLY else None)
            is_ahead = is_ahead or (base is not None and _is_nearer_ahead(clause, time, base))
            is_ahead = is_ahead and not (base is not None and _is_nearer_behind(clause, time, base))
            is_ahead = is_ahead and not (base is not None and _is_of_deciding(clause, time, base))
            is_ahead = is_ahead and not (base is not None and _is_of_old_plan(clause, time, base))
            start = named.earliest if named is not None and _counts_from(time, named) else previous
            resolved = resolve(time, base, is_future=is_ahead, previous=start)
            if resolved is None:
                continue
            if not is_ahead and (day := _followed_on(clause, time, resolved, answers)) is not None:
                resolved = resolve(time, day) or resolved
            answers[clause.number, time.first] = named = resolved
            recounting.note(clause, time, resolved)
            if resolved.is_day:
                previous = resolved.earliest
            elif is_heading:
                previous = None  # what an entry counts from is no day of the one before
    article.story_day = _story_day(article, answers)
    _count_from_saying(article, answers)
    return answers


def _count_from_saying(article: Article, answers: dict[tuple[int, int], Resolved]) -> None:
    """Count "today" in a quotation from the day on which it is said: that of its sentence, else the story's."""
    if (base := article.base) is None:
        return
    for clause in article.clauses:
        said = [time for time in clause.times if time.kind == "offset" and clause.quoted[time.first]]
        if not said:
            continue
        told = [answers.get((clause.number, time.first)) for time in clause.times if not clause.quoted[time.first]]
        days = [one.earliest for one in told if one is not None and one.is_day and one.earliest is not None]
        day = days[0] if len(days) == 1 else article.story_day
        for time in said:
            counted = resolve(time, day) if day is not None and 0 < (base - day).days <= WEEK else None
            if counted is not None and counted.is_day:
                answers[clause.number, time.first] = counted


def _in_order(clause: Clause, previous: date | None) -> list[TimeExpression]:
    """Return times as they stand; "later in the day" last where no day is named before it: "…, he said on Monday"."""
    if previous is not None or len(clause.times) < 2:
        return list(clause.times)
    return sorted(clause.times, key=lambda time: time.kind == "previous")


def _followed_on(
    clause: Clause, time: TimeExpression, resolved: Resolved, answers: dict[tuple[int, int], Resolved]
) -> date | None:
    """Return the day before which a month or day lies: "restored ties last November after cutting them in March"."""
    place = next((n for n in range(time.first - 1, 0, -1) if clause.words[n] in FOLLOWED), 0)
    before = [other for other in clause.times if other.last < place]
    is_bare = _is_cyclic(time) or (time.kind == "weekday" and not time.direction)
    told = answers.get((clause.number, before[-1].first)) if before and is_bare else None
    if told is None or told.earliest is None or resolved.earliest is None or resolved.earliest <= told.earliest:
        return None
    is_joined = {",", ";"}.isdisjoint(clause.words[before[-1].last + 1 : place - 1])
    return told.earliest if is_joined else None


def _is_nearer_ahead(clause: Clause, time: TimeExpression, base: date) -> bool:
    """Tell whether a month or day that may lie ahead is nearer there: "confirmed a visit in March", in January."""
    if not _is_cyclic(time) or not may_lie_ahead(clause, time.first):
        return False
    back, ahead = (resolve(time, base, is_future=is_future) for is_future in (False, True))
    if back is None or ahead is None or back.latest is None or ahead.earliest is None:
        return False
    return timedelta(0) < ahead.earliest - base < base - back.latest


def _is_nearer_behind(clause: Clause, time: TimeExpression, base: date) -> bool:
    """Tell whether days, or what was planned or called off, are of this year: "is visiting from 10 to 16 January"."""
    if not _is_cyclic(time):
        return False
    is_off = not CALLED_OFF.isdisjoint(clause.lemmas) or any(
        v.is_infinitive and v.head < time.first and was_planned(clause, v) for v in clause.verbs
    )  # "had planned to meet on August 17", told on the 22nd
    if not is_off and time.kind not in ("days", "range"):
        return False
    back, ahead = (resolve(time, base, is_future=is_future) for is_future in (False, True))
    if back is None or ahead is None or back.latest is None or ahead.earliest is None:
        return False
    return base <= back.latest or (is_off and base - back.latest < min(ahead.earliest - base, JUST_GONE))


def _is_of_deciding(clause: Clause, time: TimeExpression, base: date) -> bool:
    """Tell whether a weekday just gone is that of the decision: "agreed to restore ties on Wednesday", on Thursday."""
    if time.kind != "weekday" or time.direction or time.relation:
        return False
    number = governing_verb(clause, time.first)
    verb = clause.verbs[number] if number else None
    if verb is None or not number or not verb.is_infinitive or verb.head > time.first or verb.lemma in MEETING:
        return False
    decided = clause.verbs[number - 1]
    is_sent_off = decided.lemma in ORDERING and verb.lemma in LEAVING  # "ordered the envoy to leave on Wednesday"
    is_decided = decided.lemma in DECIDING and decided.head + 1 == verb.first
    is_decided = (is_decided or is_sent_off) and decided.tense == "past"
    gone = resolve(time, base)
    is_only = sum(other.kind in ("weekday", "day", "offset") for other in clause.times) == 1
    return (
        is_decided and is_only and gone is not None and gone.latest is not None and (base - gone.latest).days < WEEKEND
    )


def _is_of_old_plan(clause: Clause, time: TimeExpression, base: date) -> bool:
    """Tell whether a weekday of what was planned is the nearer, last one: "were due to meet on Sunday"."""
    if time.kind != "weekday" or time.direction or time.relation:
        return False
    gone = resolve(time, base)
    if gone is None or gone.latest is None:
        return False
    if (base - gone.latest).days <= ADJACENT and had_been_set_for(clause, time.first):
        return True  # "talks that had been set for Friday", told on Saturday
    number = governing_verb(clause, time.first)
    verb = clause.verbs[number] if number is not None else None
    is_planned = verb is not None and verb.is_infinitive and was_planned(clause, verb)
    return is_planned and (base - gone.latest).days <= WEEKEND


def _is_cyclic(time: TimeExpression) -> bool:
    """Tell whether an expression names a day or month of no year."""
    has_year = any(end.year for end in time.ends or ())
    return time.kind in CYCLIC and not time.year and not has_year and not time.direction


def _told_onwards(clause: Clause, time: TimeExpression) -> TimeExpression:
    """Return "the next month" of what is past as the month after the time named before."""
    words = clause.words[max(0, time.first - 2) : time.first]
    is_within = len(words) > 1 and words[0] in WITHIN
    if time.kind != "unit" or time.direction != "next" or words[-1:] != ["the"] or is_within:
        return time
    return replace(time, direction="following")


def _is_told_back(clause: Clause, time: TimeExpression) -> bool:
    """Tell whether a day without a year may be gone, though "would" looks ahead: "had said it would open on 6 June"."""
    number = governing_verb(clause, time.first) if time.kind in ("day", "days") and "would" in clause.lows else None
    return number is not None and clause.verbs[number].modal == "would"


def _counts_from(time: TimeExpression, named: Resolved) -> bool:
    """Tell whether time can be counted from the time named before: "two years later" from a year, not a decade."""
    if time.direction == "that-year" or (time.kind == "month" and time.direction == "following"):
        return True
    is_counted = time.kind == "shift" or (time.kind == "unit" and time.direction in ANAPHORIC)
    if not is_counted or time.unit not in LENGTHS or named.earliest is None or named.latest is None:
        return False
    return named.latest - named.earliest < LENGTHS[time.unit]


def _story_day(article: Article, answers: dict[tuple[int, int], Resolved]) -> date | None:
    """Return the day of the story's own news: the first past day of the lead within a week, else the base."""
    if article.base is None:
        return None
    for clause in article.clauses[:2]:
        for time in clause.times:
            resolved = answers.get((clause.number, time.first))
            if resolved is None or not resolved.is_day or time.relation in FORWARD or resolved.earliest is None:
                continue
            if article.document in ("transcript", "readout"):
                continue
            is_past_one = clause.number > 0 and _is_past_one(clause, time)
            if is_past_one or _is_owner(clause, time) or _is_aside(clause, time.first):
                continue
            reach = timedelta(days=NEAR_LEAD if clause.number else WEEK)
            if timedelta(0) <= article.base - resolved.earliest <= reach:
                return resolved.earliest
        if clause.number == 0 and any(time.kind in ("weekday", "offset") for time in clause.times):
            break
    return _day_of_talk(article, answers) or article.base


def _is_past_one(clause: Clause, time: TimeExpression) -> bool:
    """Tell whether a day is named as one gone by, of which a story only looks back: "el pasado 22 de octubre"."""
    return not GONE.isdisjoint(clause.words[max(0, time.first - 1) : time.last + 1])


def _day_of_talk(article: Article, answers: dict[tuple[int, int], Resolved]) -> date | None:
    """Return the day by which a story later names the talk that it opens with: "la llamada del miércoles"."""
    lead = article.clauses[0] if article.clauses else None
    if lead is None or article.base is None or TALKING.isdisjoint({v.lemma for v in lead.verbs} | lead.lows):
        return None
    known = (answers.get((0, time.first)) for time in lead.times)
    if any(one is not None and one.is_day for one in known):
        return None
    for clause in article.clauses[1:]:
        for time in clause.times if not MEETINGS.isdisjoint(clause.lows) else ():
            resolved = answers.get((clause.number, time.first))
            if resolved is None or not resolved.is_day or resolved.earliest is None or not _names_talk(clause, time):
                continue
            if timedelta(0) < article.base - resolved.earliest <= timedelta(days=WEEK):
                return resolved.earliest
    return None


def _names_talk(clause: Clause, time: TimeExpression) -> bool:
    """Tell whether a day says which talk is meant: "the meeting on Monday", "Monday's call", "la cita del lunes"."""
    words, first = clause.words, time.first
    if words[time.last + 1 : time.last + 2] == ["'s"]:
        return not MEETINGS.isdisjoint(words[time.last + 2 : time.last + 3])
    if first < OWNED or words[first - 1] not in ("on", "del", "de") or words[first - 2] not in MEETINGS:
        return False
    return words[first - OWNED] in ("the", "la", "el")


def _is_owner(clause: Clause, time: TimeExpression) -> bool:
    """Tell whether a day only says which one is meant: "with Monday's talks cancelled", but not "at Monday's talks"."""
    if is_of_spanish_noun(clause, time):
        return True
    is_owner = clause.words[time.last + 1 : time.last + 2] == ["'s"]
    return is_owner and time.first > 0 and clause.words[time.first - 1] not in ("at", "in", "during")


def is_of_spanish_noun(clause: Clause, time: TimeExpression) -> bool:
    """Tell whether "de" gives a time to a noun, which is no meeting: "el ataque ruso del lunes"."""
    words, first = clause.words, time.first
    if not clause.is_spanish or time.kind not in SPANISH_KINDS or words[first - 1] not in ("del", "de"):
        return False
    near = words[max(0, first - NEAR) : first - 1]
    is_verb = first - 2 in clause.heads
    return words[first - 2].isalpha() and not is_verb and NO_NOUNS.isdisjoint(near) and MEETINGS.isdisjoint(near)


def _is_aside(clause: Clause, place: int) -> bool:
    """Tell whether a time stands in a circumstance of its own: "after an aircraft entered its airspace on Monday"."""
    if clause.is_spanish and _is_of_cause(clause, place):
        return True
    heads = clause.heads  # "taking over a company" opens nothing
    edge = next((n for n in range(place - 1, 0, -1) if clause.words[n] in ASIDE and n - 1 not in heads), 0)
    if clause.words[:2] in ANSWERING and "," not in clause.words[:place]:
        return True  # "In response to a raid on Monday, X expelled"
    if edge and _goes_on_behind(clause, edge, place):
        return False
    if clause.words[edge] in RELATIVES and clause.tokens[edge - 1].text == ",":
        return edge > 0
    return edge > 0 and any(verb.is_finite and verb.head < edge for verb in clause.verbs)


def _is_of_cause(clause: Clause, place: int) -> bool:
    """Tell whether "por" or "tras" and a harm stand before a time: "protestó por la incursión del pasado domingo"."""
    edge = next((n for n in range(place - 1, max(0, place - CAUSE_REACH), -1) if clause.words[n] in ("por", "tras")), 0)
    between = clause.words[edge + 1 : place] if edge else []
    is_told = any(verb.is_finite and verb.head < edge for verb in clause.verbs)
    return is_told and "," not in between and not HARMS_IN_SPANISH.isdisjoint(between)


def _goes_on_behind(clause: Clause, edge: int, place: int) -> bool:
    """Tell whether the main verb stands behind an aside: "after talks, it said on Monday"."""
    told = next((verb for verb in reversed(clause.verbs) if edge < verb.first and verb.head < place), None)
    if told is None or not told.is_finite or told.tense != "past":
        return False
    if clause.tokens[told.first - 1].text == ",":
        is_closing = told.lemma in SAYING and told.head + 1 < place  # "… over the smoke, said X on Monday"
        return is_closing or clause.words[edge] in RELATIVES
    is_parted = any(token.text == "," for token in clause.tokens[edge : told.first])
    return is_parted and told.lemma in SAYING and place - told.head <= ADJACENT


def lies_behind(resolved: Resolved, base: date) -> bool:
    """Tell whether a date lies behind the story's day: it begins later, or is open up to a later end (a deadline)."""
    if resolved.earliest is not None:
        return resolved.earliest > base
    return resolved.latest is not None and resolved.latest > base


def dated(article: Article, clause: Clause, time: TimeExpression, resolved: Resolved) -> Dated:
    """Return a resolved expression with its words; a preposition before it belongs to them."""
    first = time.first
    if first and clause.words[first - 1] in ("on", "in", "since", "until", "by", "over", "from", "at"):
        first -= 1
    start, end = clause.span(first, time.last)
    return Dated(resolved.edtf, article.text[start:end], start, end, resolved.rule, resolved.is_ambiguous)


def default_day(article: Article, *, is_before: bool = False) -> Dated:
    """Return the story's day for what has no words of time; "some day up to it" where the text tells it as past."""
    day = article.story_day
    if day is None:
        return Dated(article.month, "", 0, 0, "publication-month" if article.month else "no-base")
    if is_before:
        return Dated(f"[..{day}]", "", 0, 0, "before-story-day")
    return Dated(day.isoformat(), "", 0, 0, "story-day")
