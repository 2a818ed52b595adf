"""Tell what is the story's own news among acts without words of time, and what is told as background."""

from __future__ import annotations

from newsroom.reading.acts import SPEECH_KINDS
from newsroom.reading.analysis import Clause
from newsroom.reading.dates.words import ADVERBIAL
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.reasons import is_judged_decision, is_judged_deed
from newsroom.reading.events.sayings import DECREED, SELVES
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import SAYING
from newsroom.reading.verbs import Verb

TOLD_AT_ONCE = SPEECH_KINDS | {"force_posture", "diplomats_expelled", "ambassador_summoned", "protest_note"}
HOLDING = frozenset("hold have conduct".split())
PAYING = HOLDING | frozenset("pay make undertake realizar efectuar sostener mantener".split())  # "is paying a visit to"
DOING = HOLDING | frozenset(
    "announce order impose lodge receive launch deliver hand send extend make sign issue begin start resume"
    " open".split()
)
ENDING = frozenset("end conclude finish close begin start open resume culminate concluir terminar finalizar".split())
GIVING = frozenset("hand deliver extend lodge send present convey entregar".split())
FOLLOWING = frozenset("also later then immediately promptly".split())  # what goes on with the story of the day
REPEATED = frozenset("already repeatedly previously earlier recently since long often before consistently".split())
ASIDE = frozenset("after since before when where who which whose whom because that if tras luego desde cuando".split())
LINKS = frozenset("for over after at during in by from about on against to with of since following como por".split())
JOINTS = frozenset(("and", "but", "y", "pero"))
OFTEN = frozenset("earlier repeatedly consistently long kept keeps".split())
ANSWERING = frozenset(("refusal", "criticism"))
WARS = frozenset("war wars guerra guerras".split())
MUTUAL = frozenset(("accusation", "criticism", "threat"))
TURNING = frozenset("sour worsen deteriorate cool plunge collapse freeze strain erupt begin start flare".split())
CAUSES = frozenset(("because", "porque"))
SETTLED = frozenset("decide agree resolve vote choose opt decidir acordar".split())
VISITS = frozenset(("visit", "state_visit"))
STAY = "contact.stay"
CURRENTLY = frozenset("now currently presently already still".split())
IN_REACH = 6  # tokens from "in" to the noun of what somebody is in
ADJACENT = 2
BEFORE = 14  # how far before its verb "luego de que" stands
DOWN = 4  # the sentence from which on charges are told as background
OPENING = 3  # the sentences in which a story tells its news
FRONT = 5  # tokens before a noun that stands in front
DECIDING = 2  # how near behind its verb what is decided stands
NEAR = 4  # how far before its verb that stands which a side says in passing


def is_news(one: Candidate, *, is_simple: bool) -> bool:
    """Tell whether what carries no words of time is the story's own news: told simply, or by its first sentences."""
    clause = one.clause
    if is_earlier(one) or one.is_background or goes_back(clause) or is_judged_decision(one) or is_judged_deed(one):
        return False
    if _is_charge_told_late(one):
        return False
    if is_going_on(one) or _is_threat_told(one) or _is_just_decided(one) or _is_just_done(one) or _is_just_told(one):
        return True
    verb = telling(one)
    if verb is not None and (_is_told_in_passing(one, verb) or _is_done_recently(clause, verb)):
        return False
    held = one.governing_verb
    if verb is None and held is not None and _is_lately(clause, held):
        return False
    lead = verb or _taking(one, held) if clause.number < (2 if one.kind in DECREED else 1) else None
    if lead is not None and (_is_of_today(lead) or _is_headlined(one, lead)) and not _is_relative(clause, lead):
        return not REPEATED & set(clause.words[max(0, lead.first - 1) : lead.head + 2])
    if one.is_reference and one.family == "contact":
        return False  # "a truce brokered by Malaysia"
    is_simple = is_simple or _is_claimed_now(one)
    if is_simple and ((verb is not None and one.family == "contact") or one.kind in TOLD_AT_ONCE):
        return True
    given = _taking(one, held) if one.kind in TOLD_AT_ONCE and verb is None else None
    if given is not None and given.lemma in GIVING and _is_main(clause, given):
        return True  # "handed over an invitation", "lodged a protest"
    if (one.is_venue or _is_there_for(one)) and _is_fronted_by_past(one):
        return True
    told = verb or (held if held is not None and held.lemma in HOLDING and one.family == "contact" else None)
    opened = verb or _taking(one, held) or _ending(one, held)
    if clause.number < OPENING and opened is not None and _is_main(clause, opened):
        return True
    if told is None or not _is_past(told):
        return False
    near = set(clause.words[max(0, told.first - 2) : told.head + 1])
    return told is held or bool(FOLLOWING & near)


def _is_charge_told_late(one: Candidate) -> bool:
    """Tell whether a charge without words of time is mostly an older one: far down in a story, or told in passing."""
    if one.family != "accusation" or one.rule.endswith(".claimed"):
        return False
    verb = one.verb
    is_aside = verb is not None and _is_past(verb) and _is_relative(one.clause, verb)
    return is_aside or one.clause.number >= DOWN  # "the raids, which were blamed by Peru on Chile"


def _is_told_in_passing(one: Candidate, verb: Verb) -> bool:
    """Tell whether a verb tells what somebody does again and again, did lately, or did by another's account."""
    clause, is_lead = one.clause, not one.clause.number
    if verb.first and not OFTEN.isdisjoint(clause.words[verb.first - 1 : verb.head]):
        return True
    if is_reciprocal(one) and not is_lead:
        return True
    if one.family == "clash" and not WARS.isdisjoint(clause.words[verb.head + 1 : verb.head + NEAR + 1]):
        return True  # "the two fought a war over the valley"
    if _is_lately(clause, verb) or (not is_lead and _is_turn(clause, verb)):
        return True
    if one.kind not in SPEECH_KINDS or one.rule.endswith(".claimed") or not _is_past(verb):
        return False
    return is_told_by_another(clause, verb) or _is_answer(one, verb)


def is_reciprocal(one: Candidate) -> bool:
    """Tell whether two sides do the same to each other: "both sides blame each other for the clash"."""
    behind = one.clause.words[one.trigger[1] + 1 : one.trigger[1] + 3]
    return one.family in MUTUAL and behind in (["each", "other"], ["one", "another"])


def _is_lately(clause: Clause, verb: Verb) -> bool:
    """Tell whether "recently" stands by the verb that a verb goes on from: "recently met X and later visited Y"."""
    for time in clause.times:
        if time.kind != "recent" or time.relation in ADVERBIAL or time.first >= verb.first:
            continue
        told = next((v for v in clause.verbs if v.is_finite and abs(v.first - time.first) == 1), None)
        if (
            told is None
            or told.first >= verb.first
            or not {";", "but"}.isdisjoint(clause.words[told.head : verb.first])
        ):
            continue
        before = set(clause.words[max(0, verb.first - ADJACENT) : verb.first])
        if verb.form == "ing":
            return bool(before & {"before", "after"})
        if _is_past(verb) and (not ASIDE.isdisjoint(before) or not JOINTS.isdisjoint(before)):
            return True
    return False


def _is_done_recently(clause: Clause, verb: Verb) -> bool:
    """Tell whether "recently" ends what a verb tells: "has also visited Chile recently", not "recently built"."""
    for time in clause.times:
        if time.kind != "recent" or time.relation in ADVERBIAL or time.first <= verb.head or not verb.is_finite:
            continue
        is_parted = any(verb.head < other.first <= time.last + 1 for other in clause.verbs)
        if is_parted or "," in clause.words[verb.head : time.first]:
            continue
        if clause.words[time.first] in ("recently", "recientemente"):
            return True
    return False


def _is_turn(clause: Clause, verb: Verb) -> bool:
    """Tell whether "when" opens what changed relations once: "ties soured when Peru expelled the envoy"."""
    before = next((v for v in reversed(clause.verbs) if v.is_finite and v.head < verb.first), None)
    if before is None or before.lemma not in TURNING or before.tense != "past":
        return False
    return "when" in clause.words[before.head : verb.first]


def is_told_by_another(clause: Clause, verb: Verb) -> bool:
    """Tell whether one state's speaker tells what another did: "Togo's spokesman said Ghana demanded the files"."""
    number = next((n for n, v in enumerate(clause.verbs) if v is verb), 0)
    cue = next((n for n in range(number - 1, -1, -1) if clause.verbs[n].is_finite), None)
    if cue is None or clause.verbs[cue].lemma not in SAYING or clause.verbs[cue].tense != "past":
        return False
    saying, doing = (
        {code for one in subjects(clause, place) for code in one.actor.countries} for place in (cue, number)
    )
    return bool(saying and doing) and saying.isdisjoint(doing)


def _is_answer(one: Candidate, verb: Verb) -> bool:
    """Tell whether "which" opens how a side answers what another is said to have done: "…, which Peru rejected"."""
    words = one.clause.words[max(0, verb.first - NEAR) : verb.first]
    if "which" not in words or words[-1] in ("which", "that") or one.family not in ANSWERING:
        return False
    before = [v for v in one.clause.verbs if v.is_finite and v.head < verb.first - 1]
    return any(v.lemma in SAYING for v in before)


def _is_of_today(verb: Verb) -> bool:
    """Tell whether a verb tells what has just been done, or goes on: "has recalled", "is holding"."""
    return verb.tense != "past" and (verb.is_perfect or verb.is_progressive)


def _is_headlined(one: Candidate, verb: Verb) -> bool:
    """Tell whether a story opens in the present of headlines: "Chile recalls its envoy from Peru, X said late"."""
    is_plain = verb.tense == "present" and verb.is_finite and not (verb.is_infinitive or verb.modal or verb.is_negated)
    is_told = one.kind not in SPEECH_KINDS and one.family != "contact"
    return is_told and is_plain and not verb.is_passive and any(v is verb for v in one.clause.verbs[:1])


def is_going_on(one: Candidate) -> bool:
    """Tell whether a contact goes on while it is told, and so on the report's day: "are meeting", "is in talks"."""
    if one.family != "contact":
        return False
    verb = telling(one)
    if verb is None:
        held = next((v for v in reversed(one.clause.verbs) if v.head < one.trigger[0]), None)
        return held is not None and (_is_held_now(one, held) or _is_paid_now(one, held))
    if verb.tense != "present" or verb.is_perfect or verb.is_infinitive:
        return False
    return verb.is_progressive or one.rule == STAY


def _is_held_now(one: Candidate, verb: Verb) -> bool:
    """Tell whether somebody is in the middle of a contact: "are now in a meeting with", "is on a visit to"."""
    words = one.clause.words[verb.head + 1 : one.trigger[0]]
    if verb.lemma != "be" or verb.tense != "present" or verb.is_perfect or verb.modal or verb.is_negated:
        return False
    words = [word for word in words if word not in CURRENTLY]
    return bool(words) and words[0] in ("in", "on") and len(words) <= IN_REACH


def _is_paid_now(one: Candidate, verb: Verb) -> bool:
    """Tell whether a light verb says that a contact goes on: "is paying a visit to", "are holding talks with"."""
    is_now = verb.tense == "present" and verb.is_progressive and not (verb.is_perfect or verb.is_negated or verb.modal)
    return is_now and verb.lemma in PAYING and verb.head == one.governor


def _is_just_decided(one: Candidate) -> bool:
    """Tell whether it is said what has been decided: "X said it had decided to expel", "We have decided to recall"."""
    clause, decided = one.clause, telling(one)
    if decided is None or decided.lemma not in SETTLED or not decided.is_perfect or _is_relative(clause, decided):
        return False
    is_said = any(v.lemma in SAYING and v.is_finite and v.head < decided.first for v in clause.verbs)
    is_quoted = clause.quoted[decided.head] and decided.tense != "past"
    near = clause.words[max(0, decided.first - 1) : decided.head + 1]
    return (is_quoted or (is_said and decided.tense == "past")) and REPEATED.isdisjoint(near)


def _is_just_done(one: Candidate) -> bool:
    """Tell whether a verb says that it has only just been done: "has just expelled", "X said he had just met Y"."""
    verb = telling(one)
    if verb is None or not verb.is_perfect or "just" not in one.clause.words[verb.first : verb.head]:
        return False
    before = (v for v in one.clause.verbs if v.head < verb.first)
    return verb.tense == "present" or any(v.lemma in SAYING for v in before)


def _is_just_told(one: Candidate) -> bool:
    """Tell whether a state says, as the news, what it has done: "The ministry said that it had summoned the envoy"."""
    clause, verb = one.clause, telling(one)
    if one.kind not in DECREED or clause.number >= OPENING or verb is None or not verb.is_perfect:
        return False
    if verb.tense != "past" or clause.words[verb.first - 1] not in SELVES or verb.first < DECIDING:
        return False
    said = next((v for v in reversed(clause.verbs) if v.head < verb.first - 1), None)
    is_said = said is not None and said.lemma in SAYING and _is_main(clause, said)
    return is_said and REPEATED.isdisjoint(clause.words[verb.first : verb.head + 1])


def _is_threat_told(one: Candidate) -> bool:
    """Tell whether somebody says what another will face: "Peru's minister said Chile would face sanctions if"."""
    if not one.rule.endswith(".could-strike"):
        return False
    cues = (v for v in one.clause.verbs if v.lemma in SAYING and v.is_finite and v.tense == "past" and not v.is_perfect)
    return any(_is_main(one.clause, cue) for cue in cues)


def _is_claimed_now(one: Candidate) -> bool:
    """Tell whether somebody says now what another has done: "Peru's minister said that Chile has broken the truce"."""
    verb = one.verb
    if verb is None or not one.rule.endswith(".claimed") or not verb.is_perfect or verb.tense != "present":
        return False
    return any(v.lemma in SAYING and v is not verb and _is_main(one.clause, v) for v in one.clause.verbs)


def telling(one: Candidate) -> Verb | None:
    """Return the verb that tells an act, that of the decision for an infinitive: "has decided to recall"."""
    verb = one.verb
    return deciding(one) or _answering_by(one, verb) or verb


def _answering_by(one: Candidate, verb: Verb | None) -> Verb | None:
    """Return the verb that "by" goes on from: "responded by expelling two envoys", "reacted by closing the border"."""
    if verb is None or verb.form != "ing" or verb.has_auxiliary or one.clause.words[verb.first - 1] != "by":
        return None
    return next((v for v in one.clause.verbs if v.is_finite and v.head == verb.first - ADJACENT), None)


def deciding(one: Candidate) -> Verb | None:
    """Return the verb right before the infinitive of an act, which says that it was decided: "voted to impose"."""
    verbs = one.clause.verbs
    verb = next((v for v in verbs if v.first == one.trigger[0]), None)
    if verb is None or not verb.is_infinitive:
        return None
    return next((v for v in verbs if v.is_finite and 0 < verb.first - v.head <= DECIDING), None)


def _is_fronted_by_past(one: Candidate) -> bool:
    """Tell whether a contact opens a sentence in the simple past: "In his meeting with X, Y pledged"."""
    clause, first = one.clause, one.trigger[0]
    number = next((n for n, v in enumerate(clause.verbs) if v.is_finite), None)
    if one.kind in VISITS and clause.number and clause.words[first - 1] == "a":
        return False  # "During a visit by X, talks took place": some visit, not that of the story
    if number is None or first > FRONT or clause.verbs[number].first < first or not _is_past(clause.verbs[number]):
        return False
    return any(set(m.actor.countries) & set(one.parties.countries) for m in subjects(clause, number))


def _is_there_for(one: Candidate) -> bool:
    """Tell whether a sentence opens with where somebody is for a contact: "In Lima for talks with X, Y said"."""
    words = one.clause.words[: one.trigger[0]]
    return (
        one.family == "contact" and words[:1] in (["in"], ["en"]) and not {"for", "para"}.isdisjoint(words[-ADJACENT:])
    )


def _taking(one: Candidate, held: Verb | None) -> Verb | None:
    """Return the verb of which the noun of an act is the plain object: "announced the expulsion of two diplomats"."""
    if held is None or held.head > one.trigger[0] or held.lemma not in DOING:
        return None
    particle = one.clause.words[held.head + 1] in ("over", "out")  # "handed over an invitation"
    between = set(one.clause.words[held.head + 1 + particle : one.trigger[0]])
    is_cut = any(v.is_finite and held.head < v.head < one.trigger[0] for v in one.clause.verbs)
    return None if is_cut or between & (LINKS | ASIDE) else held


def _ending(one: Candidate, held: Verb | None) -> Verb | None:
    """Return the verb that says that a contact began or came to its end: "talks between X and Y ended with"."""
    is_behind = held is not None and one.family == "contact" and one.trigger[1] < held.first
    return held if held is not None and is_behind and held.lemma in ENDING and not one.is_reference else None


def _is_main(clause: Clause, verb: Verb) -> bool:
    """Tell whether a verb in the simple past tells what the sentence tells, not a circumstance: "after X left"."""
    if not _is_past(verb) or not verb.is_finite:
        return False
    before = max((v.head for v in clause.verbs if v.is_finite and v.head < verb.first), default=-1)
    return not ASIDE & set(clause.words[before + 1 : verb.first])


def _is_past(verb: Verb) -> bool:
    """Tell whether a verb stands in the simple past."""
    return verb.tense == "past" and not verb.is_perfect and not verb.is_infinitive


def _is_relative(clause: Clause, verb: Verb) -> bool:
    """Tell whether a verb stands in a relative clause: "in the sea, where both have accused China"."""
    before = set(clause.words[max(0, verb.first - NEAR) : verb.first])
    return bool(before & {"where", "which", "who", "whom", "whose"})


def goes_back(clause: Clause) -> bool:
    """Tell whether a sentence opens with a step back in time: "Earlier, X met Y", "Before that, X expelled Y"."""
    lows = clause.words[:3]
    return lows[:2] in (["earlier", ","], ["previously", ","], ["before", "that"], ["prior", "to"], ["before", "then"])


def is_cause(one: Candidate) -> bool:
    """Tell whether an act in the simple past is why something was done: "eased the duties because both agreed to"."""
    verb = one.verb
    if verb is None or verb.tense != "past" or verb.is_perfect:
        return False
    before = max((v.head for v in one.clause.verbs if v.is_finite and v.head < verb.first), default=-1)
    return before >= 0 and not CAUSES.isdisjoint(one.clause.words[before + 1 : verb.first])


def is_earlier(one: Candidate) -> bool:
    """Tell whether "after" opens the clause of an act: it came before what the sentence tells."""
    place = one.trigger[0]
    if place and one.clause.words[place - 1] in ("after", "tras", "despues"):  # "after expelling", "tras expulsar"
        return True
    if any(v.first == place and v.is_finite for v in one.clause.verbs) and one.clause.words[place - 1] in JOINTS:
        return _shares_had(one)  # "have resumed talks after a freeze and agreed to go on"
    if any(v.first == place and v.modal in ("will", "shall") for v in one.clause.verbs):
        return False  # "After May 1 we will weigh sanctions"
    near = one.clause.words[max(0, one.first - 3) : one.first + 1]
    opened = " ".join(one.clause.words[max(0, place - BEFORE) : place])
    if "luego de que" in opened or "despues de que" in opened:
        return True  # "luego de que la Presidencia de ese país calificara"
    return _shares_had(one) or "after" in near[-2:] or near[-2:] == ["de", "que"] or near[-3:-1] == ["de", "que"]


def _shares_had(one: Candidate) -> bool:
    """Tell whether "and" joins an act to what "had" been done: "had closed the border and summoned the envoy"."""
    clause, place = one.clause, one.trigger[0]
    number = next((n for n, v in enumerate(clause.verbs) if v.first == place), 0)
    if not number or clause.verbs[number].has_auxiliary or clause.words[place - 1] not in ("and", "y"):
        return False
    before = next((v for v in reversed(clause.verbs[:number]) if v.is_finite and not v.is_infinitive), clause.verbs[0])
    if not before.is_perfect or before.tense != "past" or clause.verbs[number].form not in ("past", "past_or_part"):
        return False
    return ASIDE.isdisjoint(clause.words[before.head + 1 : place]) and "," not in clause.words[place - 2 : place]
