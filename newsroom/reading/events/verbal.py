"""Find events told by verbs."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events import modality, parties
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.claimants import claimants, is_claim
from newsroom.reading.events.frames import (
    ACCORDS,
    ACCUSED,
    MEETINGS,
    PARTICLES,
    PEOPLE,
    PRISONERS,
    REFUSED,
    TROOPS,
    TRUCES,
    VERB_INDEX,
    VerbFrame,
)
from newsroom.reading.events.parties import NEAR, Parties, with_partner
from newsroom.reading.events.professed import disparaged, professed
from newsroom.reading.events.quoted import counts_in_quotation
from newsroom.reading.events.reach import bounds, end_of, is_first_person, words_before, words_behind
from newsroom.reading.events.spoken import judged, readiness, veiled_threat, warns_of_others
from newsroom.reading.grammar import objects, subjects
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.mentions import Mention

COMPLETED = frozenset("speech posture asked object whom called mutual".split())
ACTING = frozenset("person office group body people country".split())
URGING = frozenset("ask urge press encourage".split())
PHONE = frozenset("phone telephone telephonically telefono".split())
VIDEO = frozenset("video videoconference virtually".split())
SPEAKING = frozenset("threaten offer refuse decline reject urge ask demand propose request give".split())
MEDIATING = frozenset("mediate mediation mediator host broker facilitate intercede".split())
JOINT = frozenset(("contact", "ceasefire", "accord", "release"))
DENIABLE = JOINT | frozenset(
    "expulsion summons recall sanctions sanctions-eased tariffs ties border withdrawal aid extradition arrest force"
    " apology".split()
)
SPOKEN = frozenset("threat threats refusal offer offers demand call calls request requests proposal warning".split())
ENCOUNTERS = frozenset("meet visit travel arrive fly convene gather host receive talk".split())
LETTERS = frozenset(("letter", "message"))
TITLED = frozenset("head foreign_minister minister ambassador".split())
REACH_OF_HOST = 8
SOUGHT = 5  # how near behind "seek" that stands which is sought
BLAMED = 10  # how near behind "blame" that stands on which it is put
CAPTIVES = 6  # how far before a passive verb those stand who are held
RIGHTS = frozenset("freedom right rights ability permission ban opportunity chance need ways visa visas".split())
COUNTED = frozenset("two three four several earlier previous".split())
ENVOYS = frozenset("delegation delegations envoys officials diplomats negotiators team mission experts".split())
CONTENT = frozenset("need importance necessity urgency ways efforts how possibility calls desirability".split())


SPECIAL = (veiled_threat, readiness, professed, disparaged, judged)


def find_verbal(article: Article, clause: Clause) -> Iterator[Candidate]:
    """Yield the events that the verbs of a sentence tell."""
    for number, verb in enumerate(clause.verbs):
        if clause.quoted[verb.head] and not counts_in_quotation(article, clause, number):
            continue
        for frame in _frames(clause, number):
            found = _try_frame(article, clause, number, frame)
            if found is not None:
                yield found
                break
        else:
            special = next(filter(None, (find(article, clause, number) for find in SPECIAL)), None)
            if special is not None:
                yield special


def _frames(clause: Clause, number: int) -> Iterator[VerbFrame]:
    """Yield the frames of a verb, first those that need its particle: "called off", "brought … together"."""
    verb = clause.verbs[number]
    particles = PARTICLES.get(verb.lemma)
    if particles:
        for place, token in enumerate(clause.tokens[verb.head + 1 : verb.head + 12]):
            if token.low in particles and (place <= 3 or token.low == "together"):
                yield from VERB_INDEX[f"{verb.lemma}+{token.low}"]
    yield from VERB_INDEX.get(verb.lemma, ())


def _try_frame(article: Article, clause: Clause, number: int, frame: VerbFrame) -> Candidate | None:
    """Return the candidate of one frame, or ``None`` where words or parties do not fit."""
    verb = clause.verbs[number]
    end = end_of(clause, number)
    words = words_behind(clause, number, len(clause.tokens) if frame.family == "threat" else end)
    if frame.family == "threat":
        words += [other.lemma for other in clause.verbs[number + 1 :]]
    if frame.words and not frame.words & set(words) and not _is_named_before(clause, number, frame):
        return None
    if frame.also and not frame.also & {*words, *(words_before(clause, number) if verb.is_passive else ())}:
        return None
    if not _fits(article, clause, number, frame, words, end):
        return None
    found = parties.of_verb(article, clause, number, frame.parties, frame.prepositions, end)
    kind, mode = _refine(clause, number, frame, words)
    full = _complete(article, clause, number, frame, found)
    if full is None:
        return None
    if frame.family == "expulsion" and full.is_inferred and not (verb.is_passive or subjects(clause, number)):
        full.countries.reverse()  # who is expelled is not who expels
    is_long = kind == "announced_meeting" or verb.lemma == "agree"
    first, last = bounds(clause, number, len(clause.tokens) if is_long else end)
    status = modality.of_verb(clause, number)
    if frame.family in ("force", "arrest") and status == "happened" and is_claim(clause, number, full):
        status = "alleged"
    counted = frame.family in ("contact", "ceasefire", "accord") and bool(COUNTED & set(words[:4]))
    if verb.is_infinitive and _is_content(clause, number, frame):
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
    candidate.is_reference = verb.form == "part" and not verb.has_auxiliary
    if kind == "announced_meeting":
        candidate.family = "contact"
    return _weigh_speech(candidate, clause, number, status)


def _is_named_before(clause: Clause, number: int, frame: VerbFrame) -> bool:
    """Tell whether the thing done stands before the verb: of a passive, or of "the deal, which both signed"."""
    before = words_before(clause, number)
    is_relative = frame.parties == "joint" and bool({"which", "that"} & set(before[-8:]))
    return (clause.verbs[number].is_passive or is_relative) and bool(frame.words & set(before))


def _is_content(clause: Clause, number: int, frame: VerbFrame) -> bool:
    """Tell whether an infinitive only says what was threatened, offered or refused, or what for two sides met."""
    verb = clause.verbs[number]
    governor = modality.governing(clause, number)
    before = clause.tokens[verb.first - 1].low if verb.first else ""
    if (before in SPOKEN and frame.family not in JOINT) or before in RIGHTS:
        return True
    if governor is None:
        return False
    lemma = clause.verbs[governor].lemma
    is_met = lemma in ENCOUNTERS and verb.lemma in ("discuss", "talk", "speak", "negotiate")
    return is_met or (lemma in SPEAKING and frame.family not in JOINT)


def _fits(article: Article, clause: Clause, number: int, frame: VerbFrame, words: list[str], end: int) -> bool:
    """Check what goes beyond words: a person behind "called", a leader captured, a refusal of something."""
    verb = clause.verbs[number]
    behind = [m for m in objects(clause, number) if m.first < end]
    near = [m for m in behind if m.first - verb.head <= 2 or (frame.parties == "near" and m.first - verb.head <= NEAR)]
    first_word = words[0] if words else ""
    if frame.parties == "between":
        return bool({"between", "among"} & set(words[:4]))
    if frame.parties == "called":
        quoted = any(clause.quoted[verb.head + 1 : verb.head + 8])
        return bool(near) and not quoted and _is_reached(clause, near[0], verb.lemma)
    if frame.parties == "leader":
        named = [*behind, *(subjects(clause, number) if verb.is_passive else [])]
        return any(m.actor.title_kind in ("head", "foreign_minister") or m.actor.level == "leader" for m in named)
    if frame.parties == "person":
        if verb.is_passive and ENVOYS & set(words_before(clause, number)):
            return True
        met = subjects(clause, number) if verb.is_passive else _met(clause, number, behind)
        return any(m.actor.kind in ("person", "office", "people", "body") and m.actor.countries for m in met)
    if frame.parties == "near":
        return _is_captive(clause, number, frame, near)
    if frame.parties == "troops":
        return bool(TROOPS & set(words_before(clause, number)[-4:])) and (verb.lemma != "leave" or bool(behind))
    if frame.parties == "place":
        first_word = words[1] if words[:2] == ["on", "to"] else first_word
        return bool(behind) and (not frame.prepositions or first_word in frame.prepositions) and _acts(clause, number)
    if frame.parties == "asked":
        if first_word in ("a", "al") and near:
            return True  # Spanish: "pidió a Chile"
        if verb.lemma == "appeal" and first_word == "to" and near:
            return True
        if first_word == "that" and verb.is_passive:  # "it was requested that the Chilean side explain"
            return any(0 < m.first - verb.head <= 2 and m.actor.countries for m in clause.mentions)
        is_urged = verb.lemma in URGING
        is_urged = is_urged and first_word != "for"  # "asked for an answer from X"
        return (not is_urged and first_word in ("on", "for")) or (
            (is_urged or verb.lemma == "request") and bool(near) and bool({"to", "that"} & set(words[:12]))
        )
    if frame.family == "refusal":
        return _is_refused(clause, number, words)
    if frame.family == "contact" and frame.prepositions and verb.lemma != "discuss":
        return (
            bool(frame.prepositions & set(words[: len(words) if verb.is_passive else 8]))
            or (verb.is_passive and first_word == "by")
            or parties.has_joint_window(clause, number)
            or (verb.lemma == "meet" and any(m.actor.countries for m in near))
            or len({c for m in subjects(clause, number) for c in m.actor.countries}) > 1
        )
    return _fits_family(clause, number, frame, words, behind)


def _fits_family(clause: Clause, number: int, frame: VerbFrame, words: list[str], behind: list[Mention]) -> bool:
    """Check what frames of one family ask for beyond their words."""
    verb = clause.verbs[number]
    first_word = words[0] if words else ""
    if verb.lemma == "warn":
        return not warns_of_others(clause, number, frame.words)
    if frame.family in ("force", "border") and verb.is_passive and ACCORDS & set(words_before(clause, number)):
        return False  # "a deal was struck"
    if frame.family == "force" and verb.is_passive and first_word == "by":
        return any(m.actor.countries and m.first - verb.head <= 4 for m in behind)
    if verb.lemma == "blame" and "on" in words[:BLAMED] and not verb.is_passive:
        return any(m.actor.countries for m in behind)  # "blamed the killings on a militia" accuses no state
    if verb.lemma == "seek":
        near = words[: next((n for n, word in enumerate(words) if word in ("during", "in", "at", "on")), SOUGHT)]
        return bool(frame.words & set(near[:SOUGHT]))
    if frame.family in ("summons", "ceasefire"):
        return _is_done(frame, verb.lemma, words[:6])
    if frame.family == "posture":
        return not verb.is_passive and bool(subjects(clause, number))
    if verb.lemma == "agree" and not frame.words:
        if verb.is_infinitive:
            return False
        if TRUCES & set(words) and not CONTENT & set(words[:4]):
            return False
        opener = next((word for word in words[:6] if word in ("to", "on", "that", "in", "not", "en", "que")), "")
        is_spanish = any(v.is_infinitive and v.first <= verb.head + NEAR for v in clause.verbs[number + 1 :])
        return opener in ("to", "on", "that", "in", "en", "que") or is_spanish
    if frame.family == "offer":
        is_to = "to" in words[:3] or any(v.is_infinitive and 0 < v.first - verb.head <= 2 for v in clause.verbs)
        return is_to or bool({"help", "assistance", "mediation", "talks", "aid"} & set(words[:8]))
    return True


def _is_refused(clause: Clause, number: int, words: list[str]) -> bool:
    """Tell whether something is refused: an offer, a demand, or to do a thing; before the verb of a relative clause."""
    verb = clause.verbs[number]
    if verb.is_passive:
        words = [*words, *words_before(clause, number)]
    elif not (REFUSED | ACCUSED) & set(words):
        words = [*words, *words_before(clause, number)[-5:]]  # "an offer that she rejected"
    if verb.lemma == "deny":
        return bool(ACCUSED & set(words)) and "that" not in words
    return bool(REFUSED & set(words)) or any(
        v.is_infinitive
        and 0 < v.first - verb.head <= 2
        and v.lemma not in ("comment", "say", "elaborate", "give", "disclose", "identify", "speak", "be", "name")
        for v in clause.verbs
    )


def _is_reached(clause: Clause, mention: Mention, lemma: str) -> bool:
    """Tell whether a mention behind "called" is who was rung up, not what somebody is called."""
    if lemma == "call" and {"a", "an"} & {token.low for token in clause.tokens[mention.last + 1 : mention.last + 2]}:
        return False  # "called X a friend"
    if lemma != "call" or mention.actor.kind == "person":
        return mention.actor.kind in ("person", "office", "group")
    after = clause.tokens[mention.last + 1] if mention.last + 1 < len(clause.tokens) else None
    ends = after is None or not after.is_word or after.low in ("on", "to", "in", "after", "for", "from", "last", "late")
    return mention.actor.kind == "office" and "counterpart" in mention.actor.name and ends


def _met(clause: Clause, number: int, behind: list[Mention]) -> list[Mention]:
    """Return who is received: the object at the verb, a place or a time between them aside."""
    verb = clause.verbs[number]
    for mention in behind[:2]:
        between = clause.tokens[verb.head + 1 : mention.first]
        nouns = {token.low for token in between} & (MEETINGS | {"letter", "message", "report", "dinner", "lunch"})
        if mention.form != "place" and not (nouns and "for" not in {token.low for token in between}):
            return [mention] if mention.first - verb.head <= REACH_OF_HOST else []
    return []


def _is_captive(clause: Clause, number: int, frame: VerbFrame, near: list[Mention]) -> bool:
    """Tell whether a state not the subject's is named right at the verb: the object, or the subject of a passive."""
    if clause.verbs[number].is_passive:
        if frame.family == "force":
            return "by" in [t.low for t in clause.tokens[clause.verbs[number].head + 1 :]][:2]
        return frame.family != "arrest" or bool(PEOPLE & set(words_before(clause, number)[-CAPTIVES:]))
    own = {code for m in subjects(clause, number) for code in m.actor.countries}
    return any(set(m.actor.countries) - own for m in near[:1])


def _is_done(frame: VerbFrame, lemma: str, near: list[str]) -> bool:
    """Tell an envoy called in from one who is told, and a ceasefire from the need for one."""
    if frame.family == "ceasefire":
        return not CONTENT & set(near)
    if lemma != "call" or {"to", "ministry"} <= set(near):
        return True
    return bool(frame.words & set(near)) and "in" in near


def _acts(clause: Clause, number: int) -> bool:
    """Tell whether somebody is the subject, or a delegation that is named by its state."""
    if any(m.actor.kind in ACTING for m in subjects(clause, number)):
        return True
    return bool(ENVOYS & set(words_before(clause, number)[-8:]))


def _refine(clause: Clause, number: int, frame: VerbFrame, words: list[str]) -> tuple[str, str]:
    """Return the kind in the light of other words, and a modality where the frame fixes it."""
    verb = clause.verbs[number]
    around = {token.low for token in clause.tokens[max(0, verb.first - 6) : verb.head + 8]}
    if frame.kind == "conversation":
        if around & PHONE:
            return "phone_call", ""
        return ("video_call" if around & VIDEO else "conversation"), ""
    if verb.lemma == "agree" and frame.kind == "agreement_in_principle":
        words = words_behind(clause, number, len(clause.tokens))
        words = words[min((words.index(word) for word in ("to", "that", "on") if word in words), default=0) :]
        if set(words[:7]) & (MEETINGS | {"meet", "negotiating", "hold"}):
            return "announced_meeting", "planned"
    if frame.kind == "prisoner_release" and not set(words) & PRISONERS:
        return frame.kind, ""
    if frame.family == "sanctions" and "tariffs" in words:
        return "tariffs_imposed", ""
    return frame.kind, ""


def _complete(article: Article, clause: Clause, number: int, frame: VerbFrame, found: Parties) -> Parties | None:
    """Fill the other side where the frame allows it; ``None`` where fewer than two countries act."""
    if len(found.countries) == 1 and frame.parties in COMPLETED:
        verb = clause.verbs[number]
        floor = (-1 if verb.is_passive else verb.head) if frame.family in ("force", "request") else None
        floor = None if frame.family == "request" and verb.is_passive else floor
        found = with_partner(article, clause, found, behind=floor)
        if frame.family == "force" and len(found.countries) == 1:
            found.add(clause, claimants(clause, number))  # "Peru says that Chile bombed a village"
    elif frame.parties == "joint" and len(found.countries) == 1 and is_first_person(clause, number):
        found = with_partner(article, clause, found)  # "We agreed …"
    elif frame.parties in ("joint", "mediated") and not _is_joint_done(clause, number, found):
        return None
    elif len(found.countries) == 1 and frame.parties == "with" and frame.family not in ("contact",):
        found = with_partner(article, clause, found)
    if len(found.countries) == 1 and frame.parties == "with" and frame.family == "contact":
        own = subjects(clause, number)
        if any(not m.actor.countries and m.actor.title_kind in TITLED for m in own):
            found = with_partner(article, clause, found)  # "the Amir sent a letter to X": the story's other side
    third = found.countries and found.countries[0] not in article.pair
    if third and frame.kind == "offer" and MEDIATING & {t.low for t in clause.tokens[clause.verbs[number].head :]}:
        for code in article.pair:
            found.add_code(code)
    if not found.countries and clause.verbs[number].is_passive and len(article.pair) == 2:
        for code in article.pair:
            found.add_code(code)
    if not found.countries and frame.family == "release" and len(article.pair) == 2:
        for code in article.pair:
            found.add_code(code)
    if frame.parties == "place" and len(found.countries) == 1:
        return None
    return found if len(found.countries) > 1 else None


def _is_joint_done(clause: Clause, number: int, found: Parties) -> bool:
    """Tell whether two sides do a thing together; a passive without any side is done by the story's two."""
    verb = clause.verbs[number]
    if found.countries:
        return len(found.countries) > 1
    return (
        verb.is_passive
        and verb.lemma in ("sign", "initial", "ink", "seal")
        and len({hit.code for hit in clause.named.countries}) < 2
    )


def _weigh_speech(one: Candidate, clause: Clause, number: int, status: str) -> Candidate | None:
    """Settle the modality of acts of speech: the threat happened, what was threatened did not."""
    verb = clause.verbs[number]
    is_told = any(v.lemma in SAYING and v.head < verb.first for v in clause.verbs)  # "noted that they had agreed"
    one.is_background = verb.is_perfect and verb.tense == "past" and not is_told
    if (
        status == "negated"
        and one.family == "contact"
        and verb.modal in ("will", "would", "wo")
        and len({code for m in subjects(clause, number) for code in m.actor.countries}) == 1
    ):  # who says that he will not meet another refuses
        one.kind = one.family = "refusal"
        one.modality, one.rule = "happened", f"refusal.{verb.lemma}"
        return one
    if one.family == "cancelled" and status == "happened":
        one.modality = "cancelled"  # the meeting, which its calling off keeps from taking place
    if one.kind == "announced_meeting":
        one.modality = "planned" if status in ("happened", "planned") else status
        one.rule = "agreed-to-meet"
    if one.kind in ("refusal", "threat", "accusation", "request", "demand", "offer", "praise_support", "criticism"):
        if status in ("negated", "hypothetical", "cancelled"):
            return None
        if status == "planned" and one.kind != "praise_support":
            return None
        one.modality = "happened"
    if (status == "negated" and one.family not in DENIABLE) or (status == "hypothetical" and one.family == "cancelled"):
        return None
    return one
