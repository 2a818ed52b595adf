"""Run the finders of events over an article and turn what they find into proposals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from newsroom.reading.acts import CONTACT_KINDS, SPEECH_KINDS
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.confidence import stated
from newsroom.reading.dates import Resolved
from newsroom.reading.events.candidates import Candidate, Dates, is_old, level_of
from newsroom.reading.events.completing import is_weak
from newsroom.reading.events.deeds import find_deeds
from newsroom.reading.events.merging import call_off, merge
from newsroom.reading.events.modality import CONDITIONS, governing, is_hearsay
from newsroom.reading.events.nominal import find_nominal
from newsroom.reading.events.spoken import said_threat
from newsroom.reading.events.verbal import find_verbal
from newsroom.reading.timing import Dated
from newsroom.values import EventProposal, Evidence
from timeline.kinds import KINDS

COOPERATIVE = ("CONSULT", "SUPPORT", "COOPERATE", "AID")
OUTCOMES = frozenset(("accord", "offer"))
NEAR = 8  # how far behind its verb that stands which is wished for
OFF = 4  # how far behind its verb that stands which is called off
TOGETHER = frozenset("contact accord ceasefire clash economic exercise cancelled".split())
DEFAULTS = frozenset(("story-day", "before-story-day"))
VISITS = frozenset(("visit", "state_visit"))
PAIR, MOST_PARTIES = 2, 6
ISO_DAY = 10  # how long a day is in EDTF
CLAIMING = frozenset(("cancelled", "refusal", "request", "offer", "threat", "summons"))
PERSONAL = frozenset("first-person we our i us my".split())


def find_events(article: Article, times: dict[tuple[int, int], Resolved]) -> list[EventProposal]:
    """Return the events of an article, in the order of the text, each once."""
    dates = Dates(article, times)
    candidates: list[Candidate] = []
    for clause in article.clauses:
        if clause.tokens[-1].text == "?" or (clause.tokens[-2:-1] and clause.tokens[-2].text == "?"):
            continue  # what is asked is not said to have happened
        threats = [
            one for number in range(len(clause.verbs)) if (one := said_threat(article, clause, number)) is not None
        ]
        threatened = {one.trigger for one in threats}
        told = [one for one in find_verbal(article, clause) if one.trigger not in threatened]
        named = [one for one in find_nominal(article, clause) if not _is_claimed(one, told)]
        found = [*threats, *told, *named, *find_deeds(article, clause)]
        for one in sorted(_settle(found), key=lambda each: each.trigger):
            if one.modality == "happened" and one.kind not in SPEECH_KINDS and is_hearsay(clause, *one.trigger):
                one.modality = "alleged"
            if (one.modality == "hypothetical" and _is_asked(one)) or is_weak(one):
                continue
            if _lies_ahead(article, one, times):
                one.modality = "planned"
            one.date = _date(article, dates, one)
            if _is_set(article, one):
                one.modality = "planned"
            candidates.append(one)
        _remember(article, candidates, clause)
    _carry_days(candidates)
    merged = merge(candidates)
    _doubt(article, merged)
    merged = call_off(merged)
    _date_negations(merged)
    _date_outcomes(merged)
    return [_propose(article, one) for one in merged]


def _remember(article: Article, candidates: list[Candidate], clause: Clause) -> None:
    """Remember who acted with whom in a sentence: the next one may leave the other side out."""
    for one in reversed(candidates):
        if one.clause is not clause:
            break
        if len(one.parties.countries) <= MOST_PARTIES:
            article.acting = tuple(one.parties.countries)
            article.met = article.acting if one.family == "contact" else article.met
        if len(one.parties.countries) == PAIR:
            first, second = one.parties.countries
            article.latest |= {first: (second,), second: (first,)}
        elif one.family not in TOGETHER and len(one.parties.countries) <= MOST_PARTIES:
            *several, against = one.parties.countries
            article.latest |= {against: tuple(several), **dict.fromkeys(several, (against,))}


def _is_set(article: Article, one: Candidate) -> bool:
    """Tell whether "would" and a day ahead speak of a plan: "the ministers would meet on June 27"."""
    verb = next((v for v in one.clause.verbs if v.first == one.trigger[0]), None)
    if one.modality != "hypothetical" or verb is None or verb.modal != "would" or verb.is_negated:
        return False
    when = one.date.when if one.date is not None and one.date.words else None
    ahead = when is not None and when.earliest is not None and article.base and when.earliest >= article.base
    return bool(ahead) and not CONDITIONS & one.clause.lows


def _is_asked(one: Candidate) -> bool:
    """Tell whether a candidate is only what somebody was asked: "Asked if Chile would expel the envoy, she said"."""
    lows = [token.low for token in one.clause.tokens[: one.trigger[0]]]
    return lows[:1] == ["asked"] and lows[1:2] in (["if"], ["whether"]) and "," not in lows


def _lies_ahead(article: Article, one: Candidate, times: dict[tuple[int, int], Resolved]) -> bool:
    """Tell whether a present tense is dated ahead: "when the two presidents meet on 24 May", told on the 3rd."""
    verb = next((v for v in one.clause.verbs if v.first == one.trigger[0]), None)
    if one.family != "contact" or one.modality != "happened" or verb is None or verb.form not in ("base", "s"):
        return False
    if verb.has_auxiliary or verb.is_infinitive or article.base is None:
        return False
    found = [times.get((one.clause.number, time.first)) for time in one.clause.times if time.first > verb.head]
    return bool(found) and found[0] is not None and found[0].earliest is not None and found[0].earliest > article.base


def _is_claimed(one: Candidate, told: list[Candidate]) -> bool:
    """Tell whether a contact is only what a verb calls off, refuses, asks for or threatens: that is the event."""
    claiming = {other.trigger[1] for other in told if other.family in CLAIMING}
    if one.family == "contact" and any(
        other.family == "request" and other.rule.endswith("professed") and 0 < one.trigger[0] - other.trigger[1] <= NEAR
        for other in told
    ):
        return True  # "expressed her desire for talks"
    off = [other.trigger[1] for other in told if other.family == "cancelled"]
    off += [other.trigger[1] for other in told if other.family == "recall"]  # "llamó a consultas"
    if one.family == "contact" and any(0 < one.trigger[0] - head <= OFF for head in off):
        return True  # "withdrew from talks"
    if one.family != "contact" or one.governor < 0 or not claiming:
        return False
    verbs = one.clause.verbs
    number = next(n for n, verb in enumerate(verbs) if verb.head == one.governor)
    if verbs[number].head > one.trigger[0] and not verbs[number].is_passive:
        return False  # "In a call with X, Y offered"
    outer = governing(one.clause, number) if verbs[number].is_infinitive else None
    return one.governor in claiming or (outer is not None and verbs[outer].head in claiming)


def _settle(found: list[Candidate]) -> list[Candidate]:
    """Keep one candidate where several triggers of one family tell the same in one sentence."""
    kept: list[Candidate] = []
    for one in found:
        rival = next(
            (
                other
                for other in kept
                if other.family == one.family
                and (other.modality == one.modality or one.rule.endswith(".deed"))
                and abs(other.trigger[0] - one.trigger[0]) <= 6
                and set(other.parties.countries) & set(one.parties.countries)
            ),
            None,
        )
        if rival is None:
            kept.append(one)
        elif (
            one.family == "contact"
            and rival.kind in ("conversation", "negotiation", "visit")
            and one.kind in ("phone_call", "video_call", "state_visit", "meeting")
        ):
            rival.kind = one.kind
    return kept


def _date(article: Article, dates: Dates, one: Candidate) -> Dated | None:
    """Date a candidate; what lasts gets an interval."""
    clause = one.clause
    verb = next((v for v in clause.verbs if v.first == one.trigger[0]), None)
    is_simple = verb is not None and not verb.is_perfect
    before = {token.low for token in clause.tokens[max(0, one.trigger[0] - 8) : one.trigger[0]]}
    if one.family == "threat" and "series" in before and article.story_day:
        return Dated(f"../{article.story_day}", "", 0, 0, "series")
    if one.family == "clash" and article.base:
        duration = next(
            (
                t
                for t in clause.times
                if t.kind == "duration" and t.first < one.trigger[0] and one.trigger[0] - t.first < 6
            ),
            None,
        )
        if duration is not None:
            days = duration.amount * {"day": 1, "week": 7, "month": 30, "year": 365}.get(duration.unit, 0)
            start, end = clause.span(duration.first, duration.last)
            return Dated(
                f"{article.base - timedelta(days=days)}~/{article.base}",
                article.text[start:end],
                start,
                end,
                "duration-before",
            )
    found = dates.of(one, is_simple=is_simple)
    if one.modality == "negated" and found is not None and found.words and article.story_day and verb is not None:
        since = [n for n, token in enumerate(clause.tokens) if token.low == "since" and n > verb.head]
        begun = found.edtf.removesuffix("/..")
        if since and verb.is_perfect and clause.tokens[since[0]].start <= found.start and "/" not in begun:
            return replace(found, edtf=f"{begun}/{article.story_day}", rule="since-then")
    if (
        found is not None
        and found.rule.endswith(".since")
        and found.words.lower().startswith(("since", "desde"))
        and is_simple
        and verb is not None
        and verb.tense == "past"
    ):
        return replace(found, edtf=found.edtf.removesuffix("/.."), rule="since-when")  # "since April, when X expelled"
    days = next(
        (
            t.amount
            for t in clause.times
            if t.kind == "duration" and t.unit == "day" and 0 < one.trigger[0] - t.first < 8
        ),
        0,
    )
    if found is not None and found.words.startswith(("from", "since")) and len(found.edtf) == 10 and 1 < days < 60:
        first = date.fromisoformat(found.edtf)
        return replace(found, edtf=f"{first}/{first + timedelta(days=days - 1)}", rule="days-from")
    return found


def _carry_days(candidates: list[Candidate]) -> None:
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


def _date_negations(merged: list[Candidate]) -> None:
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


def _date_outcomes(merged: list[Candidate]) -> None:
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


def _doubt(article: Article, merged: list[Candidate]) -> None:
    """Take a contact that others report for alleged where the article tells that such a report is denied."""
    denied = any(
        verb.lemma in ("deny", "dismiss", "refute")
        and not verb.is_negated
        and {"report", "reports"} & {token.low for token in clause.tokens[verb.head : verb.head + 6]}
        for clause in article.clauses
        for verb in clause.verbs
    )
    for one in merged if denied else ():
        cues = [verb for verb in one.clause.verbs if verb.head < one.trigger[0] and verb.lemma in ("report", "claim")]
        if one.family == "contact" and one.modality == "happened" and cues:
            one.modality = "alleged"


def _topic(one: Candidate) -> bool:
    """Tell whether what is denied is a topic of a talk, not the talk."""
    return one.rule.endswith(("discuss", "address", "mention"))


def _codes(one: Candidate) -> tuple[str, str, str]:
    """Return kind, PLOVER and CAMEO; a meeting still to come is an agreement to meet (PLOVER manual 3.1.1)."""
    kind = KINDS[one.kind]
    if one.modality in ("planned", "hypothetical") and kind.plover.startswith(COOPERATIVE):
        if one.kind in CONTACT_KINDS:
            kind = KINDS["announced_meeting"]
        else:
            return kind.key, "AGREE", "030"
    if one.modality == "cancelled" and (one.kind in CONTACT_KINDS or one.kind == "meeting_cancelled"):
        return "meeting_cancelled", "AGREE", "030"  # what is called off is the meeting that was agreed
    return kind.key, kind.plover, kind.cameo


def _propose(article: Article, one: Candidate) -> EventProposal:
    """Return the proposal for a candidate."""
    text = article.text
    kind, plover, cameo = _codes(one)
    evidence = [Evidence.cut(text, "summary", one.start, one.end)]
    evidence.append(Evidence.cut(text, "kind", *one.clause.span(*one.trigger)))
    if one.date is not None and one.date.end > one.date.start:
        evidence.append(Evidence.cut(text, "when", one.date.start, one.date.end))
    for start, end in dict.fromkeys(one.parties.spans):
        evidence.append(Evidence.cut(text, "participation", start, end))
    for clause, first, last in one.more:
        evidence.append(Evidence.cut(text, "summary", *_span(clause, first, last)))
    date = one.date
    return EventProposal(
        kind=kind,
        plover=plover,
        cameo=cameo,
        modality=one.modality,
        level=level_of(one.parties),
        when=date.when if date else None,
        source_words=date.words if date else "",
        resolved_by=date.rule if date else "",
        countries=tuple(one.parties.countries),
        roles=tuple(sorted(one.roles.items())),
        leaders=tuple(dict.fromkeys(person.name for person in one.parties.people)),
        is_background=one.is_background or one.clause.role == "bullet" or is_old(date, article.base),
        evidence=tuple(evidence),
        rule=one.rule,
        confidence=stated(one.confidence - (0.15 if one.parties.is_inferred else 0.0)),
    )


def _span(clause: Clause, first: int, last: int) -> tuple[int, int]:
    """Return the offsets of a stretch."""
    return clause.span(first, last)
