"""Find events told by verbs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsroom.reading.acts import SPEECH_KINDS
from newsroom.reading.acts.rows import Act
from newsroom.reading.acts.words import BY_ITSELF, DIPLOMATS, MEETINGS
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events import modality, parties
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.claimants import CLAIMING, claimants, is_claim, is_only_claimed
from newsroom.reading.events.completing import complete
from newsroom.reading.events.fitting import fits
from newsroom.reading.events.framing import frames
from newsroom.reading.events.left_open import judged_harm
from newsroom.reading.events.own_words import judgement_in, said_by, told_without_row
from newsroom.reading.events.parties import Parties
from newsroom.reading.events.quoted import counts_in_quotation
from newsroom.reading.events.reach import (
    bounds,
    content_start,
    end_of,
    is_meant,
    is_of_time,
    noun_of_infinitive,
    words_before,
    words_behind,
)
from newsroom.reading.events.strangers import is_private
from newsroom.reading.events.thinness import is_thin
from newsroom.reading.events.uttering import is_advice, is_told_not_to
from newsroom.reading.events.weighing import JOINT, weigh_speech
from newsroom.reading.grammar import objects, subjects, window_start
from newsroom.reading.verbs import PREPOSITIONS

PHONE = frozenset("phone telephone telephonically telefono".split())
VIDEO = frozenset("video videoconference virtually".split())
SPEAKING = frozenset(("appeal", "call")) | frozenset(
    "threaten offer refuse decline reject urge ask demand propose request give pledge promise vow warn beg implore"
    " beseech entreat exhort plead".split()
)
STAYING = frozenset("stay remain keep maintain mantener mantenerse seguir continuar".split())
LASTING = frozenset("dialogue conversation contacts consultations cooperation coordination".split())
SPOKEN = frozenset(
    "threat threats refusal offer offers demand call calls request requests proposal warning invitation".split()
)
ENCOUNTERS = frozenset("meet visit travel arrive fly convene gather host receive talk".split())
CHARGED = frozenset("force clash arrest border posture cyber invasion".split())
LETTERS = frozenset(("letter", "message"))
LETTERED = frozenset("write phone telephone ring meet".split())
# Verbs whose acts another verb fills in: "agreed to hold talks".
RELENTING = frozenset(
    ("concession", "sanctions-eased")
)  # these tell by a plan what is not done: "put off a plan to ban"
FILLED_IN, AGREEING = frozenset(("accord", "pledge", "cancelled")), frozenset("agree decide pledge promise vow".split())
TRYING = frozenset("try attempt seek".split())
CALLED_IN = frozenset(("summon", "convoke"))
OWN_ONES = (["its", "own"], ["their", "own"])
MOVED = frozenset((("recall", "recall"), ("withdraw", "recall"), ("expel", "expulsion"))) | frozenset(
    (lemma, "summons") for lemma in CALLED_IN
)  # what is done to an envoy who may be known by name alone
RIGHTS = frozenset("freedom right rights ability permission ban opportunity chance need ways visa visas".split())
OWN_WORDS = frozenset("it its he his she her they their we our".split())
AMBASSADORS = frozenset("ambassador ambassadors embajador embajadora embajadores".split())
ANY = frozenset("a an any un una ningun ninguna agreement deal accord acuerdo".split())  # not "without delay"
LACKING = frozenset(("without", "sin"))  # what stands behind them was not there: "concluded without an agreement"
CIRCUMSTANCES = frozenset("as because amid despite whereas".split())  # behind these stands no object
CALLED_AS = frozenset(("grata", "terrorist", "sponsor"))  # of rows whose "as" opens what somebody is declared to be
DONE_AT_ONCE = frozenset("quick swift first".split())
THEY = (["they"], ["he"], ["she"], ["both"])
WHO = frozenset(("diplomats", "citizens"))  # a row that has one of these asks for people
PRONOUNS = (["them"], ["him"], ["her"], ["both"])
CLOSE = 5  # how near its verb a thing or somebody stands
DEFINITE = frozenset("the these this both los las ambos".split())
NEW = frozenset("new another second third fresh nueva nuevo otra otro segunda segundo".split())
COUNTED = frozenset("two three four several earlier previous another otro otra".split())
ELSEWHERE = frozenset(
    "at during after before following in through via by mediante durante tras promote facilitate".split()
)


def find_verbal(article: Article, clause: Clause) -> Iterator[Candidate]:
    """Yield the events that the verbs of a sentence tell."""
    for number, verb in enumerate(clause.verbs):
        if clause.quoted[verb.head] and not counts_in_quotation(article, clause, number):
            if (judgement := judgement_in(article, clause, number)) is not None:
                yield judgement
            continue
        if (said := said_by(article, clause, number)) is not None:
            yield said
            continue
        for frame in frames(clause, verb):
            found = _try_frame(article, clause, number, frame)
            if found is not None:
                charge = _charge(clause, number, found)
                if charge is None or found.family != "posture":  # what one side says of the other's moves is its charge
                    yield found
                if charge is not None:
                    yield charge
                break
        else:
            if (special := told_without_row(article, clause, number)) is not None:
                yield special


def _charge(clause: Clause, number: int, one: Candidate) -> Candidate | None:
    """Return the accusation that an act known by the other side's word alone is: "Peru said that Chile bombed"."""
    if one.modality != "alleged" or one.family not in CHARGED:
        return None
    speaker = claimants(clause, number)[:1]
    own = {code for m in speaker for code in m.actor.countries}
    others = [*reversed(clause.verbs[:number]), *clause.verbs[number + 1 :]]
    cue = next((v for v in others if v.lemma in CLAIMING and v.is_finite), None)
    is_left_open = clause.verbs[number].is_passive and not {"by", "por"} & set(clause.words[one.trigger[1] : one.last])
    if is_left_open or one.parties.countries[0] in own:
        return None
    if not own or not own < set(one.parties.countries):
        return None
    trigger = (cue.first, cue.head) if cue is not None else (speaker[0].first, speaker[0].first)
    first = min([one.first, trigger[0], *(m.first for m in speaker if m.first < trigger[0])])
    last = max(one.last, trigger[1])
    return replace(
        one,
        kind="accusation",
        family="accusation",
        modality="happened",
        trigger=trigger,
        first=first,
        last=last,
        parties=replace(one.parties, countries=sorted(one.parties.countries, key=lambda code: code not in own)),
        rule="accusation.claimed",
        confidence=0.55,
        more=[],
        roles={},
    )


def _try_frame(article: Article, clause: Clause, number: int, frame: Act) -> Candidate | None:
    """Return the candidate of one frame, or ``None`` where words or parties do not fit."""
    verb = clause.verbs[number]
    end = end_of(clause, number)
    words = _words(clause, number, frame, end)
    is_worded = not frame.words or not frame.words.isdisjoint(words) or _is_named_before(clause, number, frame)
    is_worded = is_worded or _are_people(clause, number, frame) or _is_envoy(clause, number, frame)
    is_worded = is_worded or is_meant(clause, number, frame)
    if not is_worded and not (frame.words & WHO and not frame.words.isdisjoint(_met_before(clause, number))):
        return None
    if frame.also and frame.also.isdisjoint([*words, *_met_before(clause, number)]):
        return None
    if not fits(clause, number, frame, words, end) or (not verb.is_passive and is_private(clause, verb)):
        return None
    found = parties.of_verb(article, clause, number, frame.parties, frame.prepositions, end)
    kind, mode = _refine(clause, number, frame, words)
    is_harm = frame.family == "criticism" and "attack" not in frame.words
    blamed = judged_harm(article, clause, number, found) if is_harm else found
    full = complete(article, clause, number, frame, blamed) if blamed is not None else None
    if full is None or (full.is_inferred and is_thin(clause, number, frame, full)):
        return None
    if frame.family == "expulsion" and full.is_inferred and not (verb.is_passive or subjects(clause, number)):
        full.countries.reverse()  # who is expelled is not who expels
    is_long = (
        is_of_time(clause, number)
        or kind == "announced_meeting"
        or verb.lemma == "agree"
        or frame.family in ("request", "cancelled")
        or "that" in frame.words
    )
    first, last = bounds(clause, number, len(clause.tokens) if is_long else end)
    status = _status(clause, number, frame, words, full)
    is_counted = bool(COUNTED & set(words[:4])) and words[:1] != ["by"]  # no "meeting held by the two"
    is_counted = is_counted or (frame.family == "ceasefire" and not NEW.isdisjoint(words[:4]))
    counted = frame.family in ("contact", "ceasefire", "accord") and is_counted
    is_comment = status == "negated" and frame.family == "contact" and clause.quoted[verb.head]
    if is_comment or (verb.is_infinitive and _is_content(clause, number, frame)) or modality.is_barred(clause, number):
        return None
    candidate = Candidate(
        kind,
        frame.family,
        mode or status,
        clause,
        (verb.first, verb.head),
        first,
        last,
        full,
        f"{frame.family}.{verb.lemma}",
        frame.confidence,
    )
    candidate.is_other = counted or (frame.family == "contact" and bool(LETTERS & frame.words))
    if verb.lemma == "agree" and words[:1] == ["that"] and kind != "announced_meeting":
        candidate.content = verb.head + 1  # "agreed that they must do more in 2027"
    candidate.is_reference = verb.form == "part" and not verb.has_auxiliary
    opening = [*clause.words[window_start(clause, number) :][:1], *clause.words[max(0, verb.first - 2) : verb.first]]
    candidate.is_definite = frame.family == "accord" and verb.is_passive and bool(DEFINITE & set(opening))
    if kind == "announced_meeting":
        candidate.family = "contact"
    return _weighed(candidate, clause, number, status)


def _weighed(candidate: Candidate, clause: Clause, number: int, status: str) -> Candidate | None:
    """Return an act as its verb tells it, alleged where somebody else only claims it."""
    one = weigh_speech(candidate, clause, number, status)
    if one is not None and one.modality == "happened" and is_only_claimed(clause, number, one.parties):
        one.modality = "alleged"
    return one


def _status(clause: Clause, number: int, frame: Act, words: list[str], sides: Parties) -> str:
    """Return the modality of an act in the light of its row and the words behind its verb."""
    verb = clause.verbs[number]
    status = modality.of_verb(clause, number)
    if words[:1] == ["no"] and frame.family not in JOINT and status in ("happened", "negated"):
        is_said = f"{verb.lemma}+no" in frame.verbs and not verb.is_negated
        status = "happened" if is_said else "negated"  # "said no to", but "offered no apology"
    if status == "planned" and verb.is_infinitive and clause.words[verb.first - 1] in DONE_AT_ONCE:
        status = "happened"  # "was quick to condemn"
    if status == "planned" and verb.is_infinitive and frame.kind in SPEECH_KINDS and _is_written(clause, number):
        status = "happened"  # "wrote to X to demand"
    if frame.kind == "mediation" and verb.is_infinitive and _is_tried(clause, number):
        status = "happened"  # "attempted to mediate": whatever came of it
    if frame.family in ("force", "arrest", "posture") and status == "happened" and is_claim(clause, number, sides):
        status = "alleged"
    return status


def _words(clause: Clause, number: int, frame: Act, end: int) -> list[str]:
    """Return the words behind a verb up to a circumstance; of a threat all, and what would be done."""
    if frame.family == "threat":
        return [*words_behind(clause, number, len(clause.tokens)), *(v.lemma for v in clause.verbs[number + 1 :])]
    is_filled_in = frame.family in FILLED_IN and clause.verbs[number].lemma in AGREEING
    if frame.kind not in SPEECH_KINDS and not is_filled_in and frame.family not in RELENTING:
        end = content_start(clause, number, end)
    words = words_behind(clause, number, end)
    if not CALLED_AS.isdisjoint(frame.words) or (CIRCUMSTANCES.isdisjoint(words) and LACKING.isdisjoint(words)):
        return words
    after = [*words[1:], ""]
    cut = (n for n, word in enumerate(words) if (word in LACKING and after[n] in ANY) or (n and word in CIRCUMSTANCES))
    return words[: next(cut, len(words))]


def _is_tried(clause: Clause, number: int) -> bool:
    """Tell whether an infinitive says what somebody has tried to do."""
    governor = modality.governing(clause, number)
    trying = clause.verbs[governor] if governor is not None else None
    is_past = trying is not None and (trying.tense == "past" or trying.is_perfect or trying.is_progressive)
    return trying is not None and is_past and trying.lemma in TRYING and not (trying.modal or trying.is_negated)


def _is_written(clause: Clause, number: int) -> bool:
    """Tell whether an infinitive says what somebody wrote, rang or called in an envoy for."""
    governor = modality.governing(clause, number)
    return governor is not None and clause.verbs[governor].lemma in LETTERED and not clause.verbs[governor].modal


def _met_before(clause: Clause, number: int) -> list[str]:
    """Return the words before a verb among which those stand who are acted upon: "caught two envoys and told them"."""
    verb = clause.verbs[number]
    if verb.is_passive:
        before = words_before(clause, number)
        return [*before, *DIPLOMATS] if before[-1:] in THEY else before
    return clause.words[: verb.first] if clause.words[verb.head + 1 : verb.head + 2] in PRONOUNS else []


def _is_named_before(clause: Clause, number: int, frame: Act) -> bool:
    """Tell whether the thing done stands before the verb: of a passive, of "the deal, which both signed"."""
    verb, before = clause.verbs[number], words_before(clause, number)
    near = [m for m in objects(clause, number) if m.first - verb.head <= 2]
    has_object = any(clause.words[m.first - 1] not in PREPOSITIONS | {"to", "outside"} for m in near)
    is_broken_off = verb.lemma == "break" and "break+off" in frame.verbs  # "relations broke off in 1961"
    is_by_itself = (
        verb.lemma in BY_ITSELF or is_broken_off or frame.kind == "ratified" or frame.family == "envoys"
    ) and not has_object
    is_told = verb.has_auxiliary or verb.form != "base"
    if verb.is_passive or (is_by_itself and is_told and not verb.is_infinitive):  # "the borders will reopen"
        return bool(frame.words & set(before))
    own = [m for m in subjects(clause, number) if m.last < verb.first and verb.first - m.last <= CLOSE]
    start = own[0].first if own else verb.first
    lead = clause.words[max(0, start - CLOSE) : start]
    is_plain = (
        verb.modal in ("", "will") and not verb.is_infinitive
    )  # no "la cancelación del encuentro que debían tener"
    if clause.is_spanish and is_plain and clause.words[start - 1 : start] == ["que"]:  # "el ataque que lanzó Perú"
        return not frame.words.isdisjoint(clause.words[max(0, start - CLOSE) : start - 1])
    if {"which", "that", "whom"} & set(lead[-2:]) or (
        frame.parties == "joint" and {"which", "that"} & set(before[-8:])
    ):
        return bool(frame.words & set(before if frame.parties == "joint" else lead))
    after = clause.words[verb.head + 1 : verb.head + 2]
    is_open = bool(own) or not after or after[0] in PREPOSITIONS or not after[0].isalpha()  # no "troops returned fire"
    return is_open and bool(lead and lead[-1] in frame.words)  # "the sanctions it imposed"


def _are_people(clause: Clause, number: int, frame: Act) -> bool:
    """Tell whether people of a state are named by it where a row asks for people: "freed two Ugandans"."""
    verb = clause.verbs[number]
    if "citizens" not in frame.words:
        return False
    near = clause.mentions if verb.is_passive else [m for m in clause.mentions if m.first > verb.head]
    return any(
        parties.are_a_people(clause, m)
        for m in near
        if m.actor.kind == "country" and (abs(m.first - verb.head) <= CLOSE or 0 <= verb.first - m.last <= 2 * CLOSE)
    )


def _is_envoy(clause: Clause, number: int, frame: Act) -> bool:
    """Tell whether an ambassador known by name is called home or in, or goes back: "recalled Okello on Monday"."""
    verb = clause.verbs[number]
    if frame.family == "envoys" and frame.parties == "place":
        return any(m.actor.title_kind == "ambassador" for m in subjects(clause, number)[:1])
    if (verb.lemma, frame.family) not in MOVED or (verb.is_infinitive and frame.family == "expulsion"):
        return False  # "the decision to expel Okello": told before
    if clause.words[verb.head + 1 : verb.head + 3] in OWN_ONES and _closes_at(clause, verb.head + 3):
        return True  # "answered by recalling its own"
    met = subjects(clause, number) if verb.is_passive else objects(clause, number)
    return any(m.actor.title_kind == "ambassador" and abs(m.first - verb.head) <= CLOSE for m in met[:1])


def _closes_at(clause: Clause, place: int) -> bool:
    """Tell whether a clause ends before a token."""
    return place >= len(clause.tokens) or not clause.tokens[place].is_word


def _is_content(clause: Clause, number: int, frame: Act) -> bool:
    """Tell whether an infinitive only says what was threatened, offered or refused, or what for two sides met."""
    verb = clause.verbs[number]
    governor = modality.governing(clause, number)
    before = noun_of_infinitive(clause, verb)
    if (before in SPOKEN and frame.family not in JOINT) or before in RIGHTS:
        return True
    if verb.is_negated and frame.family not in JOINT and is_told_not_to(clause, number):
        return True  # "warned Chile not to retaliate"
    if governor is None or before in modality.DECISIONS:
        return False
    if frame.parties == "place" and is_advice(clause, governor, verb.first):
        return True
    lead = set(clause.words[min(clause.verbs[governor].head, max(0, verb.first - 2 * CLOSE)) : verb.first])
    if verb.lemma in ("discuss", "meet", "talk") and (MEETINGS | {"tour", "calls"}) & lead:
        return True  # "a meeting to discuss trade"
    lemma = clause.verbs[governor].lemma
    if lemma in CALLED_IN and frame.kind in SPEECH_KINDS:
        return True  # "summoned the envoy to express its protest": the summons is the event
    if lemma in ENCOUNTERS and verb.lemma in ("welcome", "greet", "receive"):
        return True  # "gathered to welcome the president"
    if lemma == "agree" and verb.lemma in STAYING:
        return True  # "agreed to stay in touch"
    is_met = lemma in ENCOUNTERS and verb.lemma in ("discuss", "talk", "speak", "negotiate")
    return is_met or (lemma in SPEAKING and frame.family not in JOINT)


def _is_posted_here(clause: Clause, number: int) -> bool:
    """Tell whether an ambassador is received, who is there already and pays no visit."""
    met = subjects(clause, number) if clause.verbs[number].is_passive else objects(clause, number)
    return any(not AMBASSADORS.isdisjoint(clause.words[m.first : m.last + 1]) for m in met[:1])


def _refine(clause: Clause, number: int, frame: Act, words: list[str]) -> tuple[str, str]:
    """Return the kind in the light of other words, and a modality where the frame fixes it."""
    verb = clause.verbs[number]
    if frame.parties == "person" and _is_posted_here(clause, number):
        return "meeting", ""
    if frame.kind == "conversation":
        around = set(clause.words[max(0, verb.first - 6) : verb.head + 8])
        if around & PHONE:
            return "phone_call", ""
        return ("video_call" if around & VIDEO else "conversation"), ""
    if verb.lemma in AGREEING and frame.kind == "agreement_in_principle":
        words = words_behind(clause, number, len(clause.tokens))
        opened = [words.index(word) for word in ("to", "that", "on", "en", "que") if word in words]
        is_bare = clause.is_spanish and any(word.endswith(("ar", "er", "ir", "rse")) for word in words[:1])
        words = words[0 if is_bare else min(opened, default=0) :]  # "acordaron reunirse en abril"
        if STAYING & set(words[:7]) or ("continue" in words[:2] and not LASTING.isdisjoint(words[2:4])):
            return frame.kind, ""  # "agreed to stay in touch", "to continue dialogue" is no meeting
        met = MEETINGS | {"meet", "negotiating", "hold", "celebrar", "reunirse", "sostener"}
        near = words[: 14 if {"date", "dates", "fecha"} & set(words[:4]) else 7]  # "agreed on a date, 3 May, for talks"
        place = next((n for n, word in enumerate(near) if word in met), 0)
        is_met = (place or is_bare) and words[place] in met
        elsewhere = ELSEWHERE | {"en"} if clause.is_spanish else ELSEWHERE
        if is_met and elsewhere.isdisjoint(words[1:place]) and ELSEWHERE.isdisjoint(words[:1]):
            # no "agreed on trade at", "to settle it through", "acordaron fortalecer sus lazos en conversaciones"
            return "announced_meeting", "planned"
    if frame.kind == "apology" and "that" in words and OWN_WORDS.isdisjoint(words[words.index("that") + 1 :][:1]):
        return "criticism", ""  # "voiced regret that X had not signed"
    if frame.family == "sanctions" and "tariffs" in words:
        return "tariffs_imposed", ""
    return frame.kind, ""
