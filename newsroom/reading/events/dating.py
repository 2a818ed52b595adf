"""Date a candidate by the words of its own sentence, else by the story's day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from newsroom.reading.acts import SPEECH_KINDS
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.chronologies import entry_of
from newsroom.reading.dates import Resolved, TimeExpression
from newsroom.reading.dates.words import ADVERBIAL
from newsroom.reading.events.belonging import (
    JOINTS,
    came_before,
    had_been_set,
    is_ahead_of_past,
    is_apart,
    is_inserted,
    is_of_both,
    is_of_circumstance,
    is_of_content,
    is_of_governor,
    is_of_joined,
    is_of_next,
    is_of_occurring,
    is_of_reference,
    leads,
    lies_behind_since,
    opens_after_talk,
    opens_for,
    reaches_past,
)
from newsroom.reading.events.borrowing import borrowed, going_on, on_after, on_from
from newsroom.reading.events.candidates import Candidate, lies_ahead
from newsroom.reading.events.counting import RELATED, counted
from newsroom.reading.events.fighting import has_lasted
from newsroom.reading.events.lasting import (
    begins_now,
    days_from,
    goes_on,
    is_over_time,
    lasted,
    since,
    since_then,
    some_day_of,
    spans,
    up_to,
)
from newsroom.reading.events.modality import denial_of
from newsroom.reading.events.newness import is_cause, is_earlier, is_going_on, is_news, is_reciprocal
from newsroom.reading.events.noun_times import is_of_first, is_of_noun, is_of_participle, opens
from newsroom.reading.events.old_accords import year_of
from newsroom.reading.events.reasons import is_of_cause, is_of_deed, is_of_done, is_of_harm, is_of_reason
from newsroom.reading.events.sayings import (
    before_saying,
    is_of_own_saying,
    is_of_saying,
    is_of_saying_behind,
    is_of_saying_beside,
)
from newsroom.reading.lexicon import SAYING
from newsroom.reading.tense import was_planned
from newsroom.reading.timing import Dated, dated, lies_behind

OUTCOMES = frozenset(("accord", "readiness", "support"))
AGREED = frozenset(("agreement_in_principle",))
CALLING = frozenset(("summons", "invitation"))
PROTESTING = frozenset("protest complain condemn lodge convey express deliver demand".split())
CALLED_MEETINGS = frozenset("meeting meetings talks summit visit call trip".split())
NOT_SET_FOR = {"cancelled": ("until", "since"), "planned": ("since", "began")}
THEN = (["at", "the", "time"], ["at", "that", "time"])  # what opens with it is no news
DEADLINES = frozenset(("by", "until", "before"))
UNSHARED = frozenset(("by", "until", "before", "after", "since"))
PARTING = frozenset("after before since when who which that following while because as if until although wake".split())
NAMED_BY_YEAR = frozenset(("accord", "ceasefire", "clash"))
HELD = frozenset(("accusation", "refusal", "criticism"))  # what a side may hold all along
BUT = frozenset(("but", "pero"))
NEAR = 4  # how far before its verb that stands which a side says in passing
FAR = 12  # tokens for which it counts that a time stands outside the clause of an act
ADJACENT = 2  # how near behind a noun its own day stands
MONTH, DAYS_AGO = 31, 2  # days
PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")


class Dates:
    """Date candidates: by words in their stretch, by words that open the sentence, else by the story's day."""

    def __init__(self, article: Article, times: dict[tuple[int, int], Resolved]) -> None:
        """Take the article and its resolved times."""
        self.article, self.times = article, times

    def of(self, one: Candidate, *, is_simple: bool) -> Dated | None:
        """Return the date of a candidate; ``is_simple`` says that the text tells it as today's news."""
        clause, base, nearest = one.clause, self.article.base, None
        if (back := counted(self.article, self.times, one) or self._of_year(one)) is not None:
            return back
        is_agenda = all(v.tense == "present" for v in clause.verbs if v.is_finite)
        denial = denial_of(clause, one.trigger[0]) if one.modality == "negated" else -1
        for time in clause.times:
            resolved = self.times.get((clause.number, time.first))
            if resolved is not None and self._puts_ahead(one, time, resolved):
                one.kind, one.modality = "announced_meeting", "planned"
                return dated(self.article, clause, time, resolved)
            if resolved is None or time.first < denial or self._dates_other(one, time, resolved):
                continue
            is_before = came_before(one, time) and not (base and lies_behind(resolved, base))
            inside = one.first <= time.first <= one.last or time.last == one.first - 1 or is_of_both(one, time)
            inside = inside or leads(clause, time, one.first) or is_of_own_saying(one, time)
            inside = inside or is_of_occurring(one, time) or opens_after_talk(one, time)
            is_open = one.modality != "planned" or (base is not None and (lies_behind(resolved, base) or is_agenda))
            opening = is_open and opens(clause, time) and opens_for(clause, one.trigger[0])
            is_own = inside and not is_before and not is_of_joined(one, time)
            distance = abs(time.first - one.trigger[0]) + (0 if is_own else FAR) + (FAR if is_apart(one, time) else 0)
            is_nearer = nearest is None or distance < nearest[0] or _says_when(time, resolved, nearest[3], nearest[2])
            if (inside or opening or is_before) and is_nearer:
                found = on_from(one, time, dated(self.article, clause, time, resolved))
                found = on_after(self.article, one, time, resolved, found)
                if is_before:
                    last = begun if PLAIN.fullmatch(begun := resolved.edtf.removesuffix("/..")) else resolved.latest
                    last = base if base and resolved.latest and resolved.latest > base else last
                    found = replace(found, edtf=f"[..{last}]", rule="before-main")
                nearest = (distance, found, resolved, time)
        if nearest is None and (found_beside := borrowed(self.article, self.times, one)) is not None:
            return found_beside
        if nearest is None and (entry := self._of_entry(clause)) is not None:
            return self._fit(one, *entry)
        named = [time for time in clause.times if time.relation != "of" and time.kind != "recent"]
        known = [time for time in named if (clause.number, time.first) in self.times]
        if one.modality == "cancelled":
            later = [time for time in known if had_been_set(clause, time.first)]
        else:
            behind = [time for time in known if time.first > one.last and not is_of_saying_behind(one, time)]
            behind = [time for time in behind if not is_of_deed(one, time)]
            later = [time for time in behind if not is_of_done(one, time, self.times[clause.number, time.first], base)]
        if nearest is None and one.modality in ("planned", "cancelled") and len(later) == 1:
            resolved = self.times[clause.number, later[0].first]
            is_gone = base is not None and resolved.latest is not None and resolved.latest < base
            if is_gone and one.modality == "planned":
                return self.default(one, is_simple=is_simple)
            found = on_from(one, later[0], dated(self.article, clause, later[0], resolved))
            return self._fit(one, found, resolved)
        if nearest is not None:
            return self._fit(one, nearest[1], nearest[2])
        if one.modality == "happened" and is_simple and (shared := self._shared(one)) is not None:
            return shared
        return self.default(one, is_simple=is_simple)

    def _of_year(self, one: Candidate) -> Dated | None:
        """Return the year that is a noun's own: "the 1998-2000 war", "a 2003 truce"."""
        if one.family not in NAMED_BY_YEAR or not one.rule.endswith(".deed"):
            return None
        time = year_of(one.clause, *one.trigger)
        resolved = self.times.get((one.clause.number, time.first)) if time is not None else None
        return dated(self.article, one.clause, time, resolved) if time is not None and resolved is not None else None

    def _of_entry(self, clause: Clause) -> tuple[Dated, Resolved] | None:
        """Return the time that heads the entry of a chronology in which a sentence stands."""
        head, time = entry_of(self.article, clause) or (clause, None)
        resolved = self.times.get((head.number, time.first)) if time is not None else None
        if time is None or resolved is None:
            return None
        found = dated(self.article, head, time, resolved)
        if head.role == "heading" and time.kind == "range":  # some day of the years of which its section tells
            found = replace(found, edtf=f"[{resolved.earliest}..{resolved.latest}]")
        return found, resolved

    def _puts_ahead(self, one: Candidate, time: TimeExpression, resolved: Resolved) -> bool:
        """Tell whether a later day makes a plan of a meeting: "their meeting in August", "1 May: X receives Y"."""
        base = self.article.base
        if one.modality != "happened" or one.family != "contact" or not base or resolved.earliest is None:
            return False
        if resolved.earliest <= base:
            return False
        if time.last == one.trigger[0] - 1 and one.trigger[0] == one.trigger[1]:
            return one.clause.words[one.trigger[1]] in CALLED_MEETINGS  # "his July 29 meeting with"
        if one.rule == "contact.noun" and 0 < time.first - one.trigger[1] <= ADJACENT:
            return one.clause.words[one.trigger[1] + 1] in ("in", "on", "this", "next")
        verbs = [verb for verb in one.clause.verbs if verb.is_finite]
        return time.first <= 1 and bool(verbs) and all(verb.tense == "present" for verb in verbs)

    def _is_of_earlier(self, clause: Clause, place: int, trigger: int, resolved: Resolved) -> bool:
        """Tell whether a time dates what came before: "following a call on 12 May, they agreed", told on the 15th."""
        before = set(clause.words[:place])
        is_apart = any(token.text == "," for token in clause.tokens[place:trigger])
        return is_apart and bool(before & {"following", "after"}) and resolved.earliest != self.article.story_day

    def _is_of_decision(self, one: Candidate, time: TimeExpression, resolved: Resolved) -> bool:
        """Tell whether a day beside what was decided on is that of the decision: "agreed to reopen X on Monday"."""
        verb = one.verb
        base, is_kind = self.article.base, time.kind in ("weekday", "offset")
        if one.rule == "agreed-to-meet" and is_kind and base is not None and time.last < one.trigger[0]:
            return resolved.latest is not None and resolved.latest <= base  # "on Monday agreed to hold talks in May"
        if one.modality != "planned" or verb is None or not verb.is_infinitive or not is_kind or base is None:
            return False
        if time.first > verb.head:
            return resolved.latest is not None and resolved.latest < base
        decided = next(
            (v for v in one.clause.verbs if v.head == verb.first - 1), None
        )  # "on Monday agreed to reopen X"
        is_past = decided is not None and decided.tense == "past" and 0 < decided.first - time.last <= ADJACENT
        return is_past and resolved.latest is not None and resolved.latest <= base

    def _dates_other(self, one: Candidate, time: TimeExpression, resolved: Resolved) -> bool:
        """Tell whether words of time date something else of the sentence: the saying, a deadline, what came before."""
        clause, trigger, base = one.clause, one.trigger[0], self.article.base
        if 0 <= one.content < time.first or is_of_saying(one, time.first):
            return True
        is_called = one.family in CALLING or "invitation" in clause.words[trigger : time.first]
        told = (v for v in clause.verbs if v.is_infinitive and trigger < v.first < time.first)
        if is_called and any(v.lemma not in PROTESTING for v in told):
            return True  # "summoned the envoy to appear on Friday", but "to protest on Friday"
        if one.family == "accord" and base and reaches_past(one, time, resolved.latest, base):
            return True
        if (
            is_of_reference(one, time)
            or (is_of_reason(one, time) and not came_before(one, time))
            or is_of_saying_behind(one, time)
            or is_of_saying_beside(one, time)
            or (is_of_noun(one, time) and not is_of_occurring(one, time))
            or is_of_participle(one, time)
            or is_of_content(one, time)
            or is_of_first(one, time)
            or is_of_governor(one, time)
            or is_of_deed(one, time)
            or is_of_next(one, time)
            or self._is_of_decision(one, time, resolved)
            or (time.relation == "since" and is_of_joined(one, time))  # "held X since Friday and asked for"
            or (one.is_reference and time.last < trigger - ADJACENT)  # "imposed sanctions in May for an accord broken"
        ):
            return True
        is_gone = base is not None and resolved.latest is not None and resolved.latest < base
        news = self.article.story_day
        is_gone_by = resolved.latest is not None and news is not None and resolved.latest < news  # it is judged since
        if is_of_cause(one, time, _is_of_days_ago(resolved, base)) or (is_gone_by and is_of_harm(one, time)):
            return True
        is_aside = is_of_circumstance(clause, trigger, time.first) and not is_of_occurring(one, time)
        if (one.modality == "happened" or is_gone) and is_aside:
            return True  # also of a plan: "will visit X, where Y signed an accord yesterday"
        if one.family in OUTCOMES and self._is_of_earlier(clause, time.first, trigger, resolved):
            return True
        if time.relation in NOT_SET_FOR.get(one.modality, ()):
            return True  # "has been postponed until May": not the day for which it had been set
        if time.kind == "recent" and time.relation not in ADVERBIAL and not 0 <= trigger - time.first <= 3:
            return True
        if one.modality == "happened":
            if lies_behind_since(clause, trigger, time.first):
                return True
            is_deadline = time.relation in DEADLINES and time.first > trigger  # "agreed to deliver it by October"
            if is_deadline or (time.relation in ("until", "within") and one.family in ("expulsion", "threat")):
                return True
            if base and (lies_behind(resolved, base) or begins_now(time, resolved, base, trigger)):
                return True
            if base and one.kind in SPEECH_KINDS and _is_no_day_of_saying(one, time, resolved, base):
                return True
        return one.modality != "cancelled" and is_inserted(clause, time.first, trigger)

    def _shared(self, one: Candidate) -> Dated | None:
        """Return the only day of a sentence that "and" or "-ing" joins to this act: "X met Y on Monday, and signed"."""
        clause, found, base = one.clause, None, self.article.base
        if one.is_reference:
            return None
        verb = one.verb
        is_ing = verb is not None and verb.form == "ing" and not verb.has_auxiliary
        for time in clause.times:
            resolved = self.times.get((clause.number, time.first))
            is_old = bool(base and resolved and resolved.latest and resolved.latest < base - timedelta(days=MONTH))
            if resolved is None or not (resolved.is_day or is_ing or is_old):
                continue
            is_behind = time.first > one.trigger[0]
            if self._dates_other(one, time, resolved) if is_behind else _is_beside(one, time, resolved, base):
                continue  # "said on Monday that it caught two and told them to leave within a day"
            if found is not None or time.last >= one.trigger[0] or time.relation in UNSHARED:
                return None
            found = dated(self.article, clause, time, resolved)
            comma = next((n for n in range(time.first, -1, -1) if clause.tokens[n].text == ","), 0)
            between = set(clause.words[time.last + 1 : one.trigger[0]])
            if BUT & between and clause.words[one.trigger[0] - 1] not in BUT | {"also"}:
                return Dated(f"{base}", "", 0, 0, "but-now") if one.kind in SPEECH_KINDS and base else None
            going = going_on(clause, one.trigger[0])
            if not (is_ing or "where" in going):  # "after it expelled an envoy last week, expressing": then, too
                between |= PARTING & set(clause.words[comma : time.first])
            if (
                not (is_ing or between & JOINTS or going)
                or between & (PARTING - {"as"} if is_ing else PARTING - going)
                or is_inserted(clause, time.first, one.trigger[0])
            ):
                return None
            if base and lies_behind(resolved, base):
                return None
        return found

    def _fit(self, one: Candidate, found: Dated, resolved: Resolved) -> Dated:
        """Refuse a date that the modality rules out: a plan in the past."""
        base, latest = self.article.base, resolved.latest
        if one.modality in ("planned", "hypothetical") and base and latest and latest < base - timedelta(days=1):
            is_before = found.start < one.clause.tokens[one.trigger[0]].start
            telling = (v for v in one.clause.verbs if v.first == one.trigger[0] or v.head == one.governor)
            if is_ahead_of_past(one, latest < base - timedelta(days=MONTH)):
                one.modality = "happened"  # "held talks ahead of the signing of the pact in 2015"
                return found
            if any(v.modal == "would" or (v.is_infinitive and was_planned(one.clause, v)) for v in telling):
                return found  # what was still to come when it was said: "had said that it would reopen on 6 June"
            if is_before and latest < base - timedelta(days=MONTH) and one.rule != "agreed-to-meet":
                return found  # a plan of that time: "In November, they agreed to withdraw"
            if one.rule == "agreed-to-meet":  # long ago: the agreement is what is known
                one.kind, one.family, one.modality = "agreement_in_principle", "accord", "happened"
                return found
            return replace(found, edtf=f"[{base}..]", rule="after-base")
        return found

    def default(self, one: Candidate, *, is_simple: bool) -> Dated | None:
        """Return the story's day, or what lies before or after it."""
        day = self.article.story_day
        if day is None:
            return Dated(self.article.month, "", 0, 0, "publication-month") if self.article.month else None
        if one.family in HELD and _is_standing(one):
            return Dated(f"../{self.article.base or day}", "", 0, 0, "standing")
        ahead = ("planned", "hypothetical", "cancelled")
        if one.modality in ahead or (one.modality == "negated" and lies_ahead(one)):
            return Dated(f"[{self.article.base or day}..]", "", 0, 0, "after-story-day")
        if one.modality == "negated" and (is_simple or denial_of(one.clause, one.trigger[0]) >= 0):
            return Dated(f"[..{self.article.base or day}]", "", 0, 0, "before-story-day")  # "no letter was handed over"
        if one.modality == "negated":
            return Dated(f"../{self.article.base or day}", "", 0, 0, "until-story-day")
        if one.kind in AGREED and not (one.is_background or is_earlier(one) or is_cause(one)):
            return Dated(day.isoformat(), "", 0, 0, "story-day")
        if one.clause.words[:3] not in THEN and is_news(one, is_simple=is_simple):
            if (one.family in HELD and one.clause.number and _is_now(one)) or is_going_on(one):
                day = self.article.base or day  # "Peru denies it", told on Monday of Saturday's news
            return Dated(day.isoformat(), "", 0, 0, "story-day")
        return Dated(f"[..{self.article.base or day}]", "", 0, 0, "before-story-day")


def _is_standing(one: Candidate) -> bool:
    """Tell whether a present tense tells in passing what a side holds all along: "an attack which it blames on"."""
    verb = one.verb
    if verb is not None and verb.first and "long" in one.clause.words[verb.first - 1 : verb.head]:
        return True
    if verb is None or verb.tense != "present" or verb.is_perfect or verb.is_progressive or verb.modal:
        return False
    if is_reciprocal(one) and one.clause.number:
        return True  # "both sides blame each other"
    before = set(one.clause.words[max(0, verb.first - NEAR) : verb.first])
    is_said = any(v.lemma in SAYING and v.is_finite and v.head < verb.first for v in one.clause.verbs)
    return bool(before & (RELATED - {"that"} if is_said else RELATED))


def _is_no_day_of_saying(one: Candidate, time: TimeExpression, resolved: Resolved, base: date) -> bool:
    """Tell whether nothing is said at a time: it holds the story's day, or is gone for who says it now.

    "Noting that this year marks …, X called on Y"; "we urge X to keep the accord reached last year".
    """
    if spans(resolved, base):
        return not is_over_time(one, time)
    return _is_now(one) and time.first > one.trigger[0] and _is_of_days_ago(resolved, base)


def _is_now(one: Candidate) -> bool:
    """Tell whether a verb in the simple present tells an act: "we urge", "Peru denies it"."""
    verb = one.verb
    return verb is not None and verb.tense == "present" and not verb.is_perfect and not verb.modal


def _is_beside(one: Candidate, time: TimeExpression, resolved: Resolved, base: date | None) -> bool:
    """Tell whether a time before an act is that of a noun or of a cause, and so of no verb that it could share."""
    return is_of_deed(one, time) or is_of_noun(one, time) or is_of_cause(one, time, _is_of_days_ago(resolved, base))


def _says_when(time: TimeExpression, resolved: Resolved, before: TimeExpression, longer: Resolved) -> bool:
    """Tell whether a time right behind a longer one says when in it: "in 2007, from 2 to 4 October"."""
    if not 0 < time.first - before.last <= NEAR:
        return False
    if longer.earliest is None or longer.latest is None or resolved.earliest is None or resolved.latest is None:
        return False
    return longer.edtf != resolved.edtf and longer.earliest <= resolved.earliest <= resolved.latest <= longer.latest


def _is_of_days_ago(resolved: Resolved, base: date | None) -> bool:
    """Tell whether a time ended some days before the story's day, as news of the day does not."""
    return base is not None and resolved.latest is not None and resolved.latest < base - timedelta(days=DAYS_AGO)


def date_of(article: Article, dates: Dates, one: Candidate) -> Dated | None:
    """Date a candidate; what lasts gets an interval."""
    verb = one.verb
    before = set(one.clause.words[max(0, one.trigger[0] - 8) : one.trigger[0]])
    if one.family == "threat" and "series" in before and article.story_day:
        return Dated(f"../{article.story_day}", "", 0, 0, "series")
    if one.family == "clash" and (long := lasted(article, one)) is not None:
        return long
    found = dates.of(one, is_simple=verb is not None and not verb.is_perfect)
    if one.rule == "clash.deed" and has_lasted(one.clause, one.trigger[0]):
        return up_to(article, dates.times, one)
    if found is not None and one.modality in ("happened", "alleged"):
        found = before_saying(article, dates.times, one, found.rule) or found
    if found is None or not found.words:
        return (goes_on(article, one) or since_then(article, dates.times, one) if found is not None else None) or found
    return since(article, one, found, verb) or days_from(one, found) or some_day_of(one, found)
