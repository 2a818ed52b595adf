"""Run the finders of events over an article and turn what they find into proposals."""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.acts import CONTACT_KINDS, SPEECH_KINDS
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.confidence import stated
from newsroom.reading.dates import Resolved
from newsroom.reading.events.aftermath import date_responses
from newsroom.reading.events.ahead import is_ahead, is_set
from newsroom.reading.events.calling_off import call_off, cancel_by_next, with_callings_off
from newsroom.reading.events.candidates import Candidate, goes_on, is_old, level_of, passage_of
from newsroom.reading.events.carrying import carry_days, date_meetings, date_outcomes
from newsroom.reading.events.dating import Dates, date_of
from newsroom.reading.events.deeds import find_deeds
from newsroom.reading.events.denied_days import date_negations
from newsroom.reading.events.echoes import find_echoes, find_gapped, like_before
from newsroom.reading.events.guessing import GUESS, guess
from newsroom.reading.events.hearsay import doubt, is_fiction, is_hearsay
from newsroom.reading.events.lasting import date_within
from newsroom.reading.events.merging import merge
from newsroom.reading.events.modality import governing, is_weighed
from newsroom.reading.events.modality.clauses import is_of_anybody
from newsroom.reading.events.nominal import find_nominal
from newsroom.reading.events.own_account import own_account
from newsroom.reading.events.plans import carry_plans, plan_outcomes
from newsroom.reading.events.said_guessing import guess_said
from newsroom.reading.events.settling import settle
from newsroom.reading.events.sport import is_done_in_play, is_report_of_sport
from newsroom.reading.events.taken_up import take_sides
from newsroom.reading.events.thinness import is_weak
from newsroom.reading.events.threats import find_threats
from newsroom.reading.events.unanswered import without_unanswered
from newsroom.reading.events.verbal import find_verbal
from newsroom.reading.events.weighing import COERCIVE
from newsroom.reading.grammar import subjects
from newsroom.values import EventProposal, Evidence
from timeline.kinds import KINDS

COOPERATIVE = ("CONSULT", "SUPPORT", "COOPERATE", "AID")
NEAR = 8  # how far behind its verb that stands which is wished for
OFF = 6  # how far behind its verb that stands which is called off
TOGETHER = frozenset("contact accord ceasefire clash economic exercise cancelled".split())
HOSTILE = frozenset("force clash accusation capture posture invasion".split())
FIGHTING = frozenset("force clash invasion ceasefire".split())
REACH = 12  # how many acts before a sentence one may be that it says was done again
TERM, NO_DAY = frozenset(("within",)), frozenset(("after", "within"))  # what says by when, and no day
READY = 4  # tokens from a readiness to what it is for
PAIR, MOST_PARTIES = 2, 6
CLAIMING = frozenset(("invitation", "cancelled", "refusal", "request", "offer", "threat", "summons"))
UNDONE = frozenset("planned hypothetical alleged".split())
ASKED = frozenset((word, link) for word in ("asked", "ask", "asking") for link in ("if", "whether"))
TERMS = frozenset(("if", "unless"))
WILL_NOT = "refusal.will-not"
WAYS = frozenset(("by", "with"))
THAT = frozenset(("that", "que"))
PERSONAL = frozenset("first-person we our i us my".split())


def find_events(article: Article, times: dict[tuple[int, int], Resolved]) -> list[EventProposal]:
    """Return the events of an article, in the order of the text, each once."""
    dates, is_sport = Dates(article, times), is_report_of_sport(article)
    candidates: list[Candidate] = []
    for clause in article.clauses:
        if clause.tokens[-1].text == "?" or (clause.tokens[-2:-1] and clause.tokens[-2].text == "?"):
            continue  # what is asked is not said to have happened
        if clause.role == "heading":
            continue
        threats = list(find_threats(article, clause))
        threatened = {one.trigger for one in threats}
        told = [one for one in find_verbal(article, clause) if one.trigger not in threatened]
        told = [one for one in told if not (_is_threatened(one, told) or _is_agreed_on(one, told))]
        told = [one for one in told if not any(_is_way_of(one, threat) for threat in threats)]
        told = [one for one in told if not (told[1:] or threats) or not _is_condition(one)]
        named = [one for one in find_nominal(article, clause) if not _is_claimed(one, told)]
        for one in named:
            _take_inviting(one, told)
        found = [*threats, *told, *named, *find_deeds(article, clause)]
        found += [*find_gapped(clause, told)]
        found += find_echoes(clause, [*candidates[-REACH:], *found])
        if not found:
            found += own_account(article, clause, (find_verbal, find_nominal, find_deeds))
        if not found:
            found += guess(article, clause) or guess_said(article, clause)
        found = [one for one in found if not is_fiction(clause, is_hostile=one.family in HOSTILE)]
        for one in sorted(settle(found), key=lambda each: each.trigger):
            if one.modality == "happened" and is_hearsay(clause, *one.trigger, is_said=one.kind in SPEECH_KINDS):
                one.modality = "alleged"
            if (one.modality == "hypothetical" and _is_asked(one)) or is_weak(one):
                continue
            if one.family == "pledge" and one.kind == "agreement_in_principle" and _is_of_both(one):
                one.family = "accord"
            if is_sport and is_done_in_play(one):
                continue
            if is_ahead(article, one, times):
                one.modality = "planned"
            cancel_by_next(article, one)
            like_before(one, candidates[-REACH:])
            one.date = one.date or date_of(article, dates, one)
            if is_set(article, one):
                one.modality = "planned"
            candidates.append(one)
        _remember(article, candidates, clause)
    carry_days(article, times, candidates)
    take_sides(candidates)
    merged = merge(candidates)
    doubt(article, merged)
    merged = call_off(with_callings_off(article, times, without_unanswered(merged)))
    carry_plans(merged)
    plan_outcomes(merged)
    date_meetings(merged)
    date_negations(merged)
    date_within(merged)
    date_outcomes(merged)
    date_responses(article, merged)
    return [_propose(article, one) for one in merged]


def _remember(article: Article, candidates: list[Candidate], clause: Clause) -> None:
    """Remember who acted with whom in a sentence: the next one may leave the other side out."""
    for one in reversed(candidates):
        if one.clause is not clause:
            break
        if one.modality in ("negated", "hypothetical") or one.rule.startswith(GUESS):
            continue
        if len(one.parties.countries) <= MOST_PARTIES:
            article.acting = tuple(one.parties.countries)
            article.met = article.acting if one.family == "contact" else article.met
        if one.family in FIGHTING and len(one.parties.countries) == PAIR:
            article.fighting = tuple(one.parties.countries)
        if one.family in HOSTILE and 1 < len(one.parties.countries) <= MOST_PARTIES:
            *strikers, struck = one.parties.countries
            article.struck |= {struck: tuple(strikers), **dict.fromkeys(strikers, (struck,))}
        if len(one.parties.countries) == PAIR:
            first, second = one.parties.countries
            article.latest |= {first: (second,), second: (first,)}
        elif one.family not in TOGETHER and len(one.parties.countries) <= MOST_PARTIES:
            *several, against = one.parties.countries
            article.latest |= {against: tuple(several), **dict.fromkeys(several, (against,))}


def _is_asked(one: Candidate) -> bool:
    """Tell whether a candidate is only what somebody was asked ("Asked if X would"), or what anybody may do."""
    lows = one.clause.words[: one.trigger[0]]
    if any(v.first == one.trigger[0] and is_of_anybody(one.clause, n) for n, v in enumerate(one.clause.verbs)):
        return True  # "any state that recognises Chile"
    if any(pair in ASKED for pair in pairwise(lows[-2 * NEAR :])) and "," not in lows[-NEAR:]:
        return True  # "was asked whether he had spoken to her"
    return lows[:1] == ["asked"] and lows[1:2] in (["if"], ["whether"]) and "," not in lows


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


def _is_agreed_on(one: Candidate, told: list[Candidate]) -> bool:
    """Tell whether a plan without a day is only what was agreed: "agreed to restore ties", "agreed to withdraw"."""
    is_held = one.family == "contact" and one.rule != "contact.discuss"
    if is_held and goes_on(one) and any(other.family == "accord" and other.trigger < one.trigger for other in told):
        return True  # "reaffirmed their intention to continue to consult"
    if one.modality != "planned" or is_held or one.family == "accord":
        return False
    if any(_is_measure_of(other, one) for other in told):
        return True  # "agreed to impose sanctions on": the agreement is the measure
    is_content = any(verb.first == one.trigger[0] and verb.is_infinitive for verb in one.clause.verbs)
    if is_content and any(_is_ready_for(other, one) for other in told):
        return True  # "is ready to restore ties": the readiness is the news
    return is_content and any(
        (other.kind == "agreement_in_principle" or one.family == other.family == "ceasefire")
        and other.modality == "happened"
        and other.trigger < one.trigger
        and set(one.parties.countries) == set(other.parties.countries)
        and _is_of_both(other)
        and not any(
            time.first > one.trigger[1] and one.clause.words[time.first - 1] not in NO_DAY for time in one.clause.times
        )
        and not any(
            other.trigger[1] < verb.head < one.trigger[0] and not verb.is_infinitive for verb in one.clause.verbs
        )
        for other in told
    )


def _is_ready_for(other: Candidate, one: Candidate) -> bool:
    """Tell whether an act without a day of its own is what a side says right before it that it is ready for."""
    is_next = other.kind == "offer" and other.modality == "happened" and 0 < one.trigger[0] - other.trigger[1] <= READY
    is_next = is_next and set(one.parties.countries) == set(other.parties.countries)
    return is_next and all(time.first < one.trigger[1] or time.relation in TERM for time in one.clause.times)


def _is_measure_of(other: Candidate, one: Candidate) -> bool:
    """Tell whether one verb says that a measure was agreed on, and the next only names it."""
    is_next = 0 < one.trigger[0] - other.trigger[1] <= NEAR and one.family in COERCIVE
    is_same = other.kind == one.kind and set(other.parties.countries) == set(one.parties.countries)
    return is_next and is_same and other.modality == "happened" and other.rule.endswith(".agree")


def _is_condition(one: Candidate) -> bool:
    """Tell whether an act only stands in a condition: "threatened to close the strait if Chile attacked its ships"."""
    if one.modality != "hypothetical":
        return False
    lead = one.clause.words[max(0, one.trigger[0] - NEAR) : one.trigger[0]]
    place = next((n for n in range(len(lead) - 1, -1, -1) if lead[n] in TERMS), -1)
    return place >= 0 and "," not in lead[place:]


def _is_of_both(one: Candidate) -> bool:
    """Tell whether both sides are the subject of what they agreed."""
    number = next((n for n, verb in enumerate(one.clause.verbs) if verb.first == one.trigger[0]), None)
    return (
        number is not None and len({code for m in subjects(one.clause, number) for code in m.actor.countries}) >= PAIR
    )


def _is_threatened(one: Candidate, told: list[Candidate]) -> bool:
    """Tell whether an act is only what was threatened: "threatened on Sunday that it would close the strait"."""
    if one.rule != WILL_NOT and (one.modality not in UNDONE or one.family not in COERCIVE):
        return False
    number = next((n for n, verb in enumerate(one.clause.verbs) if verb.first == one.trigger[0]), 0)
    is_at_once = is_weighed(one.clause, number)  # "is considering imposing sanctions on Chile"
    return any(
        (other.family == "threat" or (other.family == "request" and one.modality == "hypothetical"))
        and other.trigger < one.trigger
        and (is_at_once or not THAT.isdisjoint(one.clause.words[other.trigger[1] + 1 : one.trigger[0]]))
        and set(one.parties.countries) & set(other.parties.countries)
        for other in told
    )


def _take_inviting(one: Candidate, told: list[Candidate]) -> None:
    """Give talks to which several are invited all of them, and who invites: "has invited Peru and Chile to talks"."""
    mine = set(one.parties.countries)
    for other in told:
        is_to = other.rule == "invitation.invite" and other.trigger < one.trigger and one.family == "contact"
        if is_to and mine < set(other.parties.countries):
            one.parties = other.parties
            one.modality = "planned" if one.modality == "happened" else one.modality


def _is_way_of(one: Candidate, threat: Candidate) -> bool:
    """Tell whether an act only says how a threat would be carried out: "would retaliate by denying entry to"."""
    is_by = one.modality in UNDONE and one.clause.words[one.trigger[0] - 1] in WAYS
    return is_by and threat.trigger < one.trigger and set(threat.parties.countries) == set(one.parties.countries)


def _codes(one: Candidate) -> tuple[str, str, str]:
    """Return kind, PLOVER and CAMEO; a meeting still to come is an agreement to meet (PLOVER manual 3.1.1)."""
    kind = KINDS[one.kind]
    if one.modality in ("planned", "hypothetical") and kind.plover.startswith(COOPERATIVE):
        if one.kind in CONTACT_KINDS:
            kind = KINDS["announced_meeting"]
        else:
            return kind.key, "AGREE", "030"
    is_contact = one.kind in CONTACT_KINDS and one.kind != "announced_meeting"
    if one.modality == "cancelled" and (is_contact or one.kind == "meeting_cancelled"):
        return "meeting_cancelled", "AGREE", "030"  # what is called off is the meeting that was agreed
    return kind.key, kind.plover, kind.cameo


def _propose(article: Article, one: Candidate) -> EventProposal:
    """Return the proposal for a candidate."""
    text = article.text
    kind, plover, cameo = _codes(one)
    evidence = [Evidence.cut(text, "summary", *one.clause.span(*passage_of(one)))]
    evidence.append(Evidence.cut(text, "kind", *one.clause.span(*one.trigger)))
    if one.date is not None and one.date.end > one.date.start:
        evidence.append(Evidence.cut(text, "when", one.date.start, one.date.end))
    for start, end in dict.fromkeys(one.parties.spans):
        evidence.append(Evidence.cut(text, "participation", start, end))
    for clause, first, last in one.more:
        evidence.append(Evidence.cut(text, "summary", *clause.span(first, last)))
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
