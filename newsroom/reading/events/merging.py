"""Make one proposal of what the text mentions several times, with all its passages."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from newsroom.reading.acts import CONTACT_KINDS, SPECIFIC
from newsroom.reading.events.candidates import Candidate, lies_ahead
from newsroom.reading.events.contacts_apart import (
    is_another_contact,
    is_at_meeting,
    is_held_on,
    is_new,
    is_talk_on_visit,
    is_with_others,
    journey_of_traveller,
)
from newsroom.reading.events.guessing import told_by_rule
from newsroom.reading.events.lasting import begins_years_before, is_of_years
from newsroom.reading.events.retelling import told_before
from newsroom.reading.events.wording import (
    CALLS,
    TOLD,
    VISITS,
    are_akin,
    are_of_other_offices,
    are_of_other_topics,
    are_told_apart,
    are_two_measures,
    are_word_for_word,
    have_both_cut,
    is_surely_one,
)
from newsroom.reading.grammar import subjects
from newsroom.reading.verbs import Verb

DAYS_APART = 20  # what words date further back than this is no repeat of undated news
FEW = 14  # days that a visit or a round of talks may last
AGENTS = frozenset(("by", "por"))
FAR = 12  # tokens between an act and its own time
NEAR = 8  # tokens between two mentions of one act in a sentence
SPAN_APART = 3  # as many days behind the end of a week, month or year: "last month"
REACH = 80  # how many earlier events a mention is compared with
ONE_SIDED = frozenset(
    "expulsion accusation threat refusal offer sanctions tariffs support invitation request criticism recall"
    " summons proposal".split()
)
RETOLD = frozenset(("accord.sign", "accord.reach"))
# What is done to a plan on a day that is not its own.
SPEAKING_OF = frozenset(
    "announce confirm disclose reveal unveil condemn criticize criticise denounce welcome praise oppose defend discuss"
    " question".split()
)
NAMED_APART = frozenset(("recall", "summons"))
APART = (frozenset(("phone_call", "video_call")), VISITS)


def merge(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without repeats; the first mention keeps its passage, the most exact date wins."""
    kept: list[Candidate] = []
    akin: dict[tuple[str, str], deque[tuple[int, Candidate]]] = {}  # by family and modality, with the place in kept
    for one in candidates:
        one.is_anaphoric = one.is_anaphoric and not is_new(kept[-REACH:], one)
        is_echo = one.is_anaphoric and one.modality in ("happened", "planned", "negated", "cancelled")
        if is_echo or _is_pondered(one):
            own = set(one.parties.countries)
            shared = [other for other in reversed(kept[-REACH:]) if not own.isdisjoint(other.parties.countries)]
            shared = [other for other in shared if not (_is_of_other_time(other, one) or is_held_on(other, one))]
            shared = [other for other in shared if not _is_with_another(other, one)]
            if not is_echo:
                shared = [other for other in shared if set(other.parties.countries) == own]
            alike = (other for other in shared if other.family == "contact" and other.modality == one.modality)
            known = next(alike, None) or next((other for other in shared if _is_off(other, one)), None)
            known = known or next((other for other in shared if _is_known(other, one)), None)
            if known is not None:
                known.more.append((one.clause, one.first, one.last))
                is_open = known.modality == one.modality and (known.date is None or not known.date.words)
                if is_open and is_day(one) and not _is_only_spoken_of(one):
                    known.date = one.date
                continue
        if one.rule == "cancelled.deed" and (off := _called_off(kept[-REACH:], one)) is not None:
            off.more.append((one.clause, one.first, one.last))
            continue
        if (deed := told_before(kept[-REACH:], one)) is not None:
            deed.more.append((one.clause, one.first, one.last))
            continue
        if (journey := journey_of_traveller(kept[-REACH:], one) or told_by_rule(kept[-REACH:], one)) is not None:
            journey.more.append((one.clause, one.first, one.last))
            continue
        near = akin.setdefault((one.family, one.modality), deque())
        while near and near[0][0] < len(kept) - REACH:
            near.popleft()
        same = next((other for _, other in near if _is_same(other, one)), None)
        if same is None:
            near.append((len(kept), one))
            kept.append(one)
        else:
            _absorb(same, one)
    return kept


def _called_off(kept: Sequence[Candidate], one: Candidate) -> Candidate | None:
    """Return the calling off, told before, that a noun names again: "told Chile of its cancellation"."""
    return next((other for other in reversed(kept) if other.modality == "cancelled" and fits_plan(other, one)), None)


def _is_of_other_time(other: Candidate, one: Candidate) -> bool:
    """Tell whether a contact said to have been at a time is another than one told before: "the last talks, in 2019"."""
    if other.family != "contact" or one.modality not in TOLD or not _has_own_time(one):
        return False
    if one.date is None or other.date is None:
        return False
    when, told = one.date.when, other.date.when
    if when is None or told is None:
        return False
    if other.date.words:
        return not told.overlaps(when.earliest, when.latest)
    return when.latest is not None and told.latest is not None and (told.latest - when.latest).days > DAYS_APART


def _is_with_another(other: Candidate, one: Candidate) -> bool:
    """Tell whether a contact that no article points at has a state of its own: "later had a call with Chile's"."""
    if one.is_definite or one.modality == "negated":
        return False
    mine, yours = set(other.parties.countries), set(one.parties.countries)
    return not (mine <= yours or yours <= mine)


def _has_own_time(one: Candidate) -> bool:
    """Tell whether words of time date an act itself: no verb but the one that tells it stands between both."""
    if one.date is None or not one.date.words or _is_only_spoken_of(one):
        return False
    place = one.clause.token_at(one.date.start)
    first, last = sorted((place, one.trigger[0]))
    verbs = [verb for verb in one.clause.verbs if first < verb.head < last and verb.head != one.governor]
    return last - first <= FAR and not verbs


def _is_off(off: Candidate, one: Candidate) -> bool:
    """Tell whether "the trip", told on as if it had been, is the one that was called off before."""
    return off.modality == "cancelled" and one.is_definite and one.modality != "planned" and fits_plan(off, one)


def _is_known(other: Candidate, one: Candidate) -> bool:
    """Tell whether undated words only name a contact told before in another mode: "the talks come", "on his visit"."""
    if other.family != "contact" or other.modality not in TOLD or (one.kind in CALLS and other.kind not in CALLS):
        return False
    if one.date is not None and one.date.words and not (other.modality == "planned" and _is_only_spoken_of(one)):
        return False
    is_named = one.modality == "happened" or one.is_venue or (_is_pondered(one) and other.modality == "planned")
    return is_named and set(other.parties.countries) == set(one.parties.countries) and _people_agree(other, one)


def _is_pondered(one: Candidate) -> bool:
    """Tell whether a text says what a contact told before would come to: "the visit to Oslo would cap his term"."""
    return one.modality == "hypothetical" and one.rule == "contact.noun" and one.is_definite


def _is_only_spoken_of(one: Candidate) -> bool:
    """Tell whether words of time date what is said of a contact, not the contact: "announced the visit on Monday"."""
    verb = one.governing_verb
    return verb is not None and one.is_definite and verb.lemma in SPEAKING_OF


def fits_plan(off: Candidate, one: Candidate) -> bool:
    """Tell whether a plan can be what was called off: the same states, and people who do not exclude each other."""
    return set(off.parties.countries) == set(one.parties.countries) and _people_agree(off, one)


def _is_same(first: Candidate, second: Candidate) -> bool:
    """Tell whether two candidates of one family and modality are one event: parties, people and dates agree."""
    is_one = first.clause is second.clause and first.trigger == second.trigger
    if (
        is_one
        or are_word_for_word(first, second)
        or (second.modality == "cancelled" and _is_called_off_before(first, second))
    ):
        return True
    mine, yours = first.parties.countries, second.parties.countries
    if mine != yours and not ((own := set(mine)).issubset(yours) or own.issuperset(yours)):
        return False
    is_other_denial = lies_ahead(first) != lies_ahead(second) or _lasts(first) != _lasts(second)
    if (first.modality == "negated" and is_other_denial) or is_another_contact(first, second):
        return False
    if _is_one_journey(first, second):
        return _dates_agree(first, second)
    if not _people_agree(first, second) or not _dates_agree(first, second):
        return False
    if first.clause is not second.clause and (are_told_apart(first, second) or is_with_others(first, second)):
        return False
    doers = {_doer(first), _doer(second)} - {""}
    is_answer = first.family == "force" and first.clause is second.clause  # "X shelled Y and Y hit back"
    is_turned = ((first.family in ONE_SIDED or is_answer) and len(doers) > 1) or have_both_cut(first, second)
    is_turned = is_turned or are_two_measures(first, second)
    is_retold = _is_lead_retold(first, second)
    # "signed two accords", then "the accords were signed", or what they are
    is_told = (second.family == "accord" and second.is_definite) or is_retold
    if (is_turned and not _is_one_expulsion(first, second)) or (first.is_other != second.is_other and not is_told):
        return False
    if (
        first.family == "contact"
        and first.modality in ("planned", "hypothetical")
        and first.kind != second.kind
        and not (second.is_definite or is_at_meeting(second))
    ):  # "will meet on Friday", then "will meet in Lima and discuss trade"
        return first.clause is second.clause or any(clause is second.clause for clause, _, _ in first.more)
    if first.family == "accord" and first.clause is second.clause:
        return not is_made_and_kept(first, second)
    if is_retold:
        return not are_of_other_topics(first, second)
    if first.family == "contact":
        is_apart = _kinds_apart(first.kind, second.kind)
        return not (is_apart or is_talk_on_visit(first, second) or are_of_other_offices(first, second))
    if is_surely_one(first, second):
        return True
    if first.family in ("accusation", "threat", "refusal", "force", "criticism", "accord"):
        if first.clause is second.clause and abs(first.trigger[0] - second.trigger[0]) < NEAR:
            return True
        is_echo = second.is_definite and (first.family != "force" or mine == yours)  # of one who struck
        return first.kind == second.kind and (is_echo or _is_told_again(first, second))
    return first.kind == second.kind


def _is_called_off_before(first: Candidate, second: Candidate) -> bool:
    """Tell whether a meeting told as called off without a day of its own is the one called off before."""
    is_open = second.date is None or not second.date.words
    behind = second.clause.words[second.trigger[1] + 1 : second.trigger[1] + 3]
    is_known = "the" in behind and set(first.parties.countries) == set(second.parties.countries)
    return is_open and (is_known or fits_plan(first, second))


def _doer(one: Candidate) -> str:
    """Return the state that acts: the first one, but the last where a passive leaves open by whom; "" if unknown."""
    number = next((n for n, v in enumerate(one.clause.verbs) if v.first == one.trigger[0]), None)
    if number is None:
        return "" if one.parties.is_inferred else one.parties.countries[0]
    verb = one.clause.verbs[number]
    is_passive = verb.is_passive or (verb.form == "part" and one.parties.is_inferred)
    is_open = is_passive and not _has_agent(one, verb)
    if is_open and verb.is_finite and not any(m.actor.countries for m in subjects(one.clause, number)):
        return ""  # "The ban was imposed"
    return one.parties.countries[-1 if is_open else 0]


def _has_agent(one: Candidate, verb: Verb) -> bool:
    """Tell whether one of the parties stands behind "by" as who did what a passive tells."""
    words = one.clause.words
    places = {n for n in range(verb.head + 1, one.last + 1) if words[n] in AGENTS}
    named = [m for m in one.clause.mentions if not places.isdisjoint((m.first - 1, m.first - 2))]
    return any(not set(m.actor.countries).isdisjoint(one.parties.countries) for m in named)


def _is_told_again(first: Candidate, second: Candidate) -> bool:
    """Tell whether an act without a day of its own is told in the words of one told before."""
    mine, yours = first.date, second.date
    is_of_day = yours is None or not yours.words or (mine is not None and is_day(first) and mine.edtf == yours.edtf)
    return is_of_day and first.clause is not second.clause and not second.is_other and are_akin(first, second)


def is_made_and_kept(first: Candidate, second: Candidate) -> bool:
    """Tell whether a pact is signed in one and takes effect in the other: "the entry into force of the pact signed"."""
    return {first.kind, second.kind} in ({"treaty_signed", "ratified"}, {"ceasefire_declared", "ceasefire_in_force"})


def _is_one_journey(first: Candidate, second: Candidate) -> bool:
    """Tell whether a verb and a noun of one sentence tell one visit: "arrived on a visit at the invitation of Y"."""
    are_visits = first.clause is second.clause and {first.kind, second.kind} <= VISITS
    return are_visits and (first.rule == "contact.noun") is not (second.rule == "contact.noun")


def _is_lead_retold(first: Candidate, second: Candidate) -> bool:
    """Tell whether the body tells again what the first sentence told: "the accords that they signed include"."""
    is_lead = first.rule == second.rule and first.rule in RETOLD and not first.clause.number and second.clause.number
    return bool(is_lead) and set(first.parties.countries) == set(second.parties.countries)


def _is_one_expulsion(first: Candidate, second: Candidate) -> bool:
    """Tell whether one person is expelled in both, the second time by a passive."""
    verb = second.verb
    shared = set(first.parties.people) & set(second.parties.people)
    is_of_same = first.clause is second.clause and set(first.parties.countries) == set(second.parties.countries)
    return first.family == "expulsion" and verb is not None and verb.is_passive and (bool(shared) or is_of_same)


def _lasts(one: Candidate) -> bool:
    """Tell whether what did not happen is dated as a time without it: "has not met her since 2019"."""
    return one.date is not None and one.date.rule == "since-then"


def _kinds_apart(first: str, second: str) -> bool:
    """Tell whether two kinds of contact cannot be one: a call is no visit."""
    calls, visits = APART
    if (first in calls and second in visits) or (first in visits and second in calls):
        return True
    if "announced_meeting" in (first, second) and first != second:
        return False
    if (first in visits) != (second in visits) and "meeting" in (first, second):
        return True
    return (first in calls and second == "meeting") or (second in calls and first == "meeting")


def _people_agree(first: Candidate, second: Candidate) -> bool:
    """Tell whether the people named do not exclude each other: a minister recalls the envoy who is named later."""
    if not first.parties.people or not second.parties.people or first.family in NAMED_APART:
        return True
    mine, yours = set(first.parties.people), set(second.parties.people)
    if len(mine) > 1 and len(yours) > 1 and first.family in ("contact", "invitation"):
        return len(mine & yours) > 1
    return bool(mine & yours)


def _dates_agree(first: Candidate, second: Candidate) -> bool:
    """Tell whether the dates given in words overlap; a default date excludes nothing."""
    if first.date is None or second.date is None:
        return True
    if first.modality == "cancelled" and not (first.date.words and second.date.words):
        return True  # what is called off, then for which day it had been set
    if bool(first.date.words) != bool(second.date.words):
        return not _is_old_and_new(first, second)
    if not first.date.words:
        return True
    if "from-leaving" in (first.date.rule, second.date.rule) and first.parties.countries != second.parties.countries:
        return False  # a journey to several states, and the day on which it comes to one of them
    mine, yours = first.date.when, second.date.when
    if mine is None or yours is None:
        return True
    if begins_years_before(mine, yours) or begins_years_before(yours, mine):
        return False  # "since 2020", and "on Monday"
    if {is_of_years(mine), is_of_years(yours)} == {True, False}:
        return False  # "in the past 30 years", and "in April 2016"
    return mine.overlaps(yours.earliest, yours.latest)


def _is_old_and_new(first: Candidate, second: Candidate) -> bool:
    """Tell whether words date one well before the story, of which the other is undated news."""
    told, untold = (first, second) if first.date and first.date.words else (second, first)
    old, new = told.date and told.date.when, untold.date and untold.date.when
    if not old or not new or not old.latest or not new.latest or untold.is_background or untold.is_definite:
        return False
    return (new.latest - old.latest).days > (DAYS_APART if is_day(told) else SPAN_APART)


def _is_long(one: Candidate) -> bool:
    """Tell whether a candidate lasts for more than some days."""
    when = one.date.when if one.date is not None and "/" in one.date.edtf else None
    return when is not None and (
        when.earliest is None or when.latest is None or (when.latest - when.earliest).days > FEW
    )


def is_day(one: Candidate) -> bool:
    """Tell whether words of the text date a candidate to a day."""
    return one.date is not None and bool(one.date.words) and len(one.date.edtf) == 10


def _absorb(kept: Candidate, other: Candidate) -> None:
    """Take from a repeated mention what the first one lacks."""
    is_told = kept.is_reference and not other.is_reference  # "the truce announced on Sunday", then who announced it
    if is_told or (
        is_day(other)
        and not is_day(kept)
        and not _is_long(kept)
        and (kept.clause.number or kept.rule.endswith(".noun") or kept.modality == "planned")
    ):
        kept.is_reference = False
        kept.more.append((kept.clause, kept.first, kept.last))
        kept.clause, kept.trigger, kept.first, kept.last, kept.date = (
            other.clause,
            other.trigger,
            other.first,
            other.last,
            other.date,
        )
    else:
        kept.more.append((other.clause, other.first, other.last))
    if (is_day(other) and not is_day(kept) and not _is_long(kept)) or (
        other.date is not None
        and other.date.words
        and other.date.rule != "recent"  # less than the story's day
        and (kept.date is None or not kept.date.words)
    ):
        kept.date = other.date
    if (
        kept.kind in CONTACT_KINDS
        and other.kind in SPECIFIC
        and kept.kind in SPECIFIC
        and SPECIFIC.index(other.kind) < SPECIFIC.index(kept.kind)
    ):
        kept.kind = other.kind
    if kept.parties.is_inferred and not other.parties.is_inferred:
        kept.parties.countries = list(other.parties.countries)  # named here, only guessed there
        kept.parties.is_inferred = False
    for person in other.parties.people:
        if person not in kept.parties.people:
            kept.parties.people.append(person)
    kept.confidence = min(0.95, max(kept.confidence, other.confidence) + 0.05)
    kept.is_background = kept.is_background and other.is_background
