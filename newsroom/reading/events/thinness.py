"""Hold back an act whose other side only the story gives, where the words speak of somebody else or of nobody.

"Peru urged its own public", "the minister accused the opposition", "the flat was hit": no state is acted upon there.
"""

from __future__ import annotations

from newsroom.reading.acts.rows import Act
from newsroom.reading.analysis import Clause
from newsroom.reading.events.ahead import own_time
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.modality import FAVOURING, PLANNING, WISHING, governing, is_weighed
from newsroom.reading.events.parties import Parties
from newsroom.reading.events.reach import words_before, words_behind
from newsroom.reading.grammar import subjects
from newsroom.reading.names.mentions import Mention

NAMED = frozenset("force cyber economic invitation".split())
SPOKEN = frozenset("accusation criticism request refusal threat".split())
HELD = frozenset("sanctions tariffs arrest border deportation".split())
STATES = frozenset("country body people group office person pronoun".split())
HOSTAGES = frozenset("hostage hostages captives schoolgirls kidnapped".split())
CROWDS = frozenset("crowd crowds protesters demonstrators demonstrations protests rioters marchers looters".split())
REACH, FAR = 5, 14
OPEN = frozenset("further future any more such all".split())
AFFECTING = frozenset(
    "jeopardize jeopardise undermine derail endanger imperil threaten hamper hinder complicate ease facilitate affect"
    " spur encourage boost revive".split()
)
AGAIN = frozenset("another second new next follow-up separate".split())
WAYS = frozenset("how way ways means options methods".split())
NEAR_BE = 6  # how near "would have been" a contact stands
TO_ADJECTIVE = 2  # tokens from "is" to "to visit" where an adjective stands between: "is likely to visit"
PLANS = frozenset(
    "plan plans planned planning due set scheduled expected ready willing readiness intention invitation invited pledge"
    " willingness date dates day first highest latest only opportunity"
    " promise offer decision".split()
)
# Those against whom somebody acts in his own country: "accused of a crackdown on his opponents".
AT_HOME = frozenset("opposition opponents opponent rivals rival critics dissidents dissent protesters voters".split())
DOMESTIC = frozenset(
    "democrats republicans opposition media press party rival rivals critics lawmakers protesters public court"
    " courts judge judges military army police voters people citizens residents company companies firm firms bank"
    " reporters journalists newspaper parliament congress senate committee senators mps students workers unions"
    " political powers west outsiders foreigners extremists hardliners spoilers elements circles".split()
)


def _is_agent(clause: Clause, mention: Mention) -> bool:
    """Tell whether "by" stands before somebody."""
    return mention.first > 0 and clause.words[mention.first - 1] in ("by", "por")


def _is_named_near(clause: Clause, head: int) -> bool:
    """Tell whether somebody is mentioned right behind a verb."""
    return any(0 < mention.first - head <= REACH for mention in clause.mentions)


def _codes(clause: Clause) -> set[str]:
    """Return the states that a sentence names or means."""
    meant = {code for mention in clause.mentions for code in mention.actor.countries}
    return {hit.code for hit in clause.named.countries} | meant


def _are_named(clause: Clause, sides: Parties) -> bool:
    """Tell whether a sentence names all sides."""
    return set(sides.countries) <= _codes(clause)


def is_thin(clause: Clause, number: int, row: Act, sides: Parties) -> bool:
    """Tell whether a verb is too little for an act with a side that its sentence does not name."""
    if _are_named(clause, sides):
        return False
    named = _codes(clause)
    verb = clause.verbs[number]
    near = words_behind(clause, number, len(clause.tokens))[:REACH]
    if row.family == "release" and not verb.is_passive and not HOSTAGES.isdisjoint(near):
        return True  # "troops freed eighty hostages"
    if row.kind == "warning":
        return True  # "warned that famine would spread"
    near = words_behind(clause, number, len(clause.tokens))[:REACH]
    is_to = near[:1] in (["to"], ["with"]) and near[1:2] not in (["each"], ["one"])
    if row.family == "contact" and is_to and not _is_named_near(clause, verb.head):
        return True  # "spoke to young traders"
    if row.kind == "mediation" and verb.form == "ing":
        return True
    if (
        row.family == "force"
        and not verb.is_passive
        and not CROWDS.isdisjoint(words_behind(clause, number, len(clause.tokens)))
    ):
        return True  # "used water cannon on crowds"
    if row.family in NAMED:
        is_done_by = any(m.actor.countries and _is_agent(clause, m) and m.first > verb.head for m in clause.mentions)
        acts = any(m.actor.kind in STATES for m in subjects(clause, number))
        return not is_done_by and (verb.is_passive or not acts)
    if row.family == "accusation" and verb.is_passive and "by" not in near:
        return not AT_HOME.isdisjoint(words_behind(clause, number, len(clause.tokens))[:FAR])
    if row.family in SPOKEN:
        return bool(DOMESTIC & set(near)) and not verb.is_passive
    is_at_home = verb.is_passive and not AT_HOME.isdisjoint(words_before(clause, number))
    return row.family in HELD and verb.is_passive and (is_at_home or not set(sides.countries) & named)


def _is_only_affected(one: Candidate) -> bool:
    """Tell whether it is only said what may help or harm talks that nobody set: "could jeopardise further talks"."""
    governor = one.governing_verb
    if governor is None or one.rule != "contact.noun" or one.modality not in ("planned", "hypothetical"):
        return False
    before = one.clause.words[max(0, one.trigger[0] - 2) : one.trigger[0]]
    is_open = governor.head + 1 == one.trigger[0] or not OPEN.isdisjoint(before)
    may_be = governor.modal in ("could", "may", "might", "would") or governor.is_infinitive
    return governor.lemma in AFFECTING and governor.head < one.trigger[0] and is_open and may_be


def is_weak(one: Candidate) -> bool:
    """Tell whether too little speaks for an act: only wished for, or no more than a purpose of the story's states."""
    clause = one.clause
    number = next((n for n, verb in enumerate(clause.verbs) if verb.first == one.trigger[0]), None)
    verb = clause.verbs[number] if number is not None else None
    is_inferred = one.parties.is_inferred
    if _is_only_affected(one) or (number is not None and _is_of_ways(clause, number)):
        return True
    if (
        one.modality == "hypothetical"
        and one.family == "contact"
        and not is_inferred
        and own_time(clause, one.trigger[1])
    ):
        return False  # "hopes to meet her next month"
    if verb is None or number is None:
        if one.modality == "hypothetical" and (_is_favoured(one) or _would_have_been(one)):
            return True
        again = AGAIN & set(clause.words[max(0, one.trigger[0] - 2) : one.trigger[0]])
        return is_inferred and one.modality == "hypothetical" and not again
    if one.modality == "hypothetical" and is_inferred and "whether" in clause.lows:
        return True  # "did not say whether a deal was reached"
    if one.modality == "hypothetical" and is_weighed(clause, number):
        return not _are_named(clause, one.parties)  # "is considering closing its embassy in Chile"
    if one.modality == "hypothetical" and verb.form == "ing" and not verb.has_auxiliary:
        return True  # "issues related to normalizing ties"
    if verb.is_infinitive and one.modality == "hypothetical":
        governor = governing(clause, number)
        return is_inferred or (governor is not None and clause.verbs[governor].lemma in WISHING)
    if verb.form == "ing" and one.modality == "negated" and (ruled := governing(clause, number)) is not None:
        return clause.verbs[ruled].lemma == "rule"  # "ruled out recognising": so is the refusal
    if verb.is_infinitive and one.modality == "negated" and (refused := governing(clause, number)) is not None:
        return clause.verbs[refused].lemma in ("refuse", "decline")  # the refusal is the event
    if verb.is_infinitive and one.modality == "planned" and one.family == "contact" and _is_purpose(clause, number):
        return True
    if not is_inferred:
        return False
    if verb.form == "base" and not verb.has_auxiliary and not verb.is_infinitive:
        return True  # "and flights resume"
    if verb.is_infinitive and clause.words[verb.first - 1] in PLANS and one.family == "contact":
        return False  # "ended with plans to reconvene"
    is_far = verb.is_infinitive and verb.first - max((v.head for v in clause.verbs[:number]), default=-2) > 1
    return one.modality == "planned" and (is_far or (verb.form == "ing" and not verb.has_auxiliary))


def _is_of_ways(clause: Clause, number: int) -> bool:
    """Tell whether it is only talked of how to do a thing: "discussed how to end the row and reopen the bridge"."""
    while number >= 0 and clause.verbs[number].is_infinitive:
        place = clause.verbs[number].first - 1
        if clause.words[place] in WAYS:
            return True
        if not (clause.verbs[number].is_sharing or clause.words[place] in ("and", "or")):
            return False
        number -= 1
    return False


def _would_have_been(one: Candidate) -> bool:
    """Tell whether it is only said what a contact would have been: "the meeting would have been the first"."""
    clause, (first, last) = one.clause, one.trigger
    near = [v for v in clause.verbs if v.lemma == "be" and v.modal == "would" and v.is_perfect]
    return one.family == "contact" and any(-NEAR_BE <= v.head - first <= NEAR_BE + last - first for v in near)


def _is_favoured(one: Candidate) -> bool:
    """Tell whether somebody is only for a contact of others: "looks forward to talks between"."""
    governor = one.governing_verb
    return governor is not None and governor.head < one.trigger[0] and governor.lemma in FAVOURING | {"look"}


def _is_purpose(clause: Clause, number: int) -> bool:
    """Tell whether an infinitive only says what for something is done: "held a meeting to discuss", "came to greet"."""
    verb, governor = clause.verbs[number], governing(clause, number)
    if governor is None and clause.words[verb.first - 1] == ",":
        return any(v.is_finite and not v.is_infinitive for v in clause.verbs[:number])  # "met in Lima, to discuss"
    if governor is None or verb.first - clause.verbs[governor].head <= 1:
        return False
    head = clause.verbs[governor]
    if head.lemma == "be" and verb.first - head.head == TO_ADJECTIVE:
        return False
    words = set(clause.words[head.first : verb.first])
    return head.lemma not in PLANNING and not words & PLANS and not (head.modal or head.is_infinitive)
