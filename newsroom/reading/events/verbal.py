"""Find events told by verbs."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events import modality, parties
from newsroom.reading.events.candidates import Candidate, stretch
from newsroom.reading.events.frames import MEETINGS, PRISONERS, REFUSED, TRUCES, VERB_INDEX, VerbFrame
from newsroom.reading.events.parties import Parties, with_partner
from newsroom.reading.grammar import objects, subjects, window_start
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.mentions import Mention

REACH = 14
PHONE = frozenset("phone telephone telephonically telefono".split())
VIDEO = frozenset("video videoconference virtually".split())
ATTACKS = frozenset(
    "strike attack bomb invade retaliate hit destroy punish intervene seize occupy annex impose shell".split()
)
SPEAKING = frozenset("threaten offer refuse decline reject urge ask demand propose request".split())
JOINT = frozenset(("contact", "ceasefire", "accord", "release"))
OFFERS = frozenset("ready willing prepared readiness willingness".split())
ANSWERS = frozenset("response retaliation consequences reprisals answer countermeasures retaliatory".split())


def find_verbal(article: Article, clause: Clause) -> Iterator[Candidate]:
    """Yield the events that the verbs of a sentence tell."""
    for number, verb in enumerate(clause.verbs):
        if clause.quoted[verb.head] and not _counts_in_quote(article, clause, number):
            continue
        for frame in VERB_INDEX.get(verb.lemma, ()):
            found = _try_frame(article, clause, number, frame)
            if found is not None:
                yield found
                break
        else:
            special = _veiled_threat(article, clause, number) or _readiness(article, clause, number)
            if special is not None:
                yield special


def _counts_in_quote(article: Article, clause: Clause, number: int) -> bool:
    """Tell whether a verb inside quoted words counts: scare quotes round one verb, or an institution's own words."""
    verb = clause.verbs[number]
    quote = next(
        (one for one in clause.quotes if one.outer_start <= clause.tokens[verb.head].start < one.outer_end), None
    )
    if quote is None:
        return True
    words = article.text[quote.start : quote.end].split()
    return len(words) <= 3 or (words[0][:1].islower() and clause.tokens[0].start < quote.outer_start)


def _end(clause: Clause, number: int) -> int:
    """Return the token behind the reach of a verb's objects: the next finite clause or the end."""
    verb = clause.verbs[number]
    end = len(clause.tokens)
    for later in range(number + 1, len(clause.verbs)):
        other = clause.verbs[later]
        if other.is_finite and not other.is_infinitive and other.first - verb.head > 1:
            if clause.tokens[other.first - 1].low in ("which", "who", "that"):
                end = other.first - 1
            else:
                own = [m for m in subjects(clause, later) if m.first > verb.head]
                end = own[0].first if own else other.first
            break
    return end


def _words(clause: Clause, number: int, end: int) -> list[str]:
    """Return the folded words behind a verb within reach."""
    verb = clause.verbs[number]
    return [token.low for token in clause.tokens[verb.head + 1 : min(end, verb.head + 1 + REACH)]]


def _passive_words(clause: Clause, number: int) -> list[str]:
    """Return the folded words of a passive verb's subject."""
    verb = clause.verbs[number]
    return [token.low for token in clause.tokens[max(0, verb.first - REACH) : verb.first]]


def _try_frame(article: Article, clause: Clause, number: int, frame: VerbFrame) -> Candidate | None:
    """Return the candidate of one frame, or ``None`` where words or parties do not fit."""
    verb = clause.verbs[number]
    end = _end(clause, number)
    words = _words(clause, number, len(clause.tokens) if frame.family == "threat" else end)
    if (
        frame.words
        and not frame.words & set(words)
        and not (verb.is_passive and frame.words & set(_passive_words(clause, number)))
    ):
        return None
    if not _fits(article, clause, number, frame, words, end):
        return None
    found = parties.of_verb(article, clause, number, frame.parties, frame.prepositions, end)
    kind, mode = _refine(clause, number, frame, words)
    full = _complete(article, clause, number, frame, found)
    if full is None:
        return None
    first, last = _bounds(clause, number, len(clause.tokens) if kind == "announced_meeting" else end)
    status = modality.of_verb(clause, number)
    counted = bool({"two", "three", "four", "several", "earlier", "previous"} & set(words[:4]))
    governor = modality.governing(clause, number) if verb.is_infinitive else None
    if governor is not None and clause.verbs[governor].lemma in SPEAKING and frame.family not in JOINT:
        return None  # what was threatened, offered or refused is no event of its own
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
    candidate.is_other = counted
    if kind == "announced_meeting":
        candidate.family = "contact"
    return _weigh_speech(candidate, clause, number, status)


def _fits(article: Article, clause: Clause, number: int, frame: VerbFrame, words: list[str], end: int) -> bool:
    """Check what goes beyond words: a person behind "called", a leader captured, a refusal of something."""
    verb = clause.verbs[number]
    behind = [m for m in objects(clause, number) if m.first < end]
    near = [m for m in behind if m.first - verb.head <= 2]
    first_word = words[0] if words else ""
    if frame.parties == "called":
        return bool(near) and near[0].actor.kind == "person" and not any(clause.quoted[verb.head + 1 : verb.head + 8])
    if frame.parties == "leader":
        named = [*behind, *(subjects(clause, number) if verb.is_passive else [])]
        return any(m.actor.title_kind in ("head", "foreign_minister") or m.actor.level == "leader" for m in named)
    if frame.parties == "person":
        return any(m.actor.kind in ("person", "office") and m.actor.countries for m in behind[:1])
    if frame.parties == "place":
        return bool(behind) and (not frame.prepositions or first_word in frame.prepositions) and _acts(clause, number)
    if frame.parties == "asked":
        return (verb.lemma not in ("ask", "urge", "press") and first_word in ("on", "for")) or (
            verb.lemma in ("ask", "urge", "press", "request") and bool(near) and "to" in words[:12]
        )
    if frame.family == "refusal":
        return bool(REFUSED & set(words)) or any(
            v.is_infinitive
            and 0 < v.first - verb.head <= 2
            and v.lemma not in ("comment", "say", "elaborate", "give", "disclose", "identify", "speak", "be", "name")
            for v in clause.verbs
        )
    if frame.family == "contact" and frame.prepositions and verb.lemma != "discuss":
        return (
            bool(frame.prepositions & set(words[:8]))
            or parties.has_joint_window(clause, number)
            or (verb.lemma == "meet" and any(m.actor.countries for m in near))
            or len({c for m in subjects(clause, number) for c in m.actor.countries}) > 1
        )
    if frame.family == "posture":
        return not verb.is_passive and bool(subjects(clause, number))
    if verb.lemma == "agree" and not frame.words:
        if verb.is_infinitive:
            return False
        return first_word in ("to", "on", "that", "in") and not TRUCES & set(words)
    if frame.family == "offer":
        return "to" in words[:3] or bool({"help", "assistance", "mediation", "talks", "aid"} & set(words[:8]))
    return True


def _acts(clause: Clause, number: int) -> bool:
    """Tell whether a person, office or group is the subject."""
    return any(m.actor.kind in ("person", "office", "group", "body") for m in subjects(clause, number))


def _refine(clause: Clause, number: int, frame: VerbFrame, words: list[str]) -> tuple[str, str]:
    """Return the kind in the light of other words, and a modality where the frame fixes it."""
    verb = clause.verbs[number]
    around = {token.low for token in clause.tokens[max(0, verb.first - 6) : verb.head + 8]}
    if frame.kind == "conversation":
        if around & PHONE:
            return "phone_call", ""
        return ("video_call" if around & VIDEO else "conversation"), ""
    if verb.lemma == "agree" and frame.kind == "agreement_in_principle":
        words = _words(clause, number, len(clause.tokens))
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
    if (
        len(found.countries) == 1
        and frame.parties in ("speech", "posture", "asked", "object", "place", "called")
        and frame.parties not in ("place",)
    ):
        found = with_partner(article, clause, found)
    elif (len(found.countries) == 1 and frame.parties in ("joint", "mediated")) or (
        len(found.countries) == 0 and frame.parties == "joint"
    ):
        return None
    elif len(found.countries) == 1 and frame.parties == "with" and frame.family not in ("contact",):
        found = with_partner(article, clause, found)
    if not found.countries and clause.verbs[number].is_passive and len(article.pair) == 2:
        for code in article.pair:
            found.add_code(code)
    if not found.countries and frame.family == "release" and len(article.pair) == 2:
        for code in article.pair:
            found.add_code(code)
    if frame.parties == "place" and len(found.countries) == 1:
        return None
    return found if len(found.countries) > 1 else None


def _bounds(clause: Clause, number: int, end: int) -> tuple[int, int]:
    """Return the first and last token of the clause of a verb, its subject included."""
    verb = clause.verbs[number]
    own: list[Mention] = [m for m in subjects(clause, number) if m.last < verb.first and verb.first - m.last < 12]
    first = own[0].first if own else max(0, window_start(clause, number))
    opening = clause.times[0] if clause.times and clause.times[0].first <= 2 else None
    if opening is not None and not any(v.is_finite and v.head < first for v in clause.verbs):
        first = 0
    last = max(verb.head, min(end, len(clause.tokens)) - 1)
    begin, finish = stretch(clause, first, last, verb.head)
    return (begin if begin <= verb.first else first), finish


def _weigh_speech(one: Candidate, clause: Clause, number: int, status: str) -> Candidate | None:
    """Settle the modality of acts of speech: the threat happened, what was threatened did not."""
    verb = clause.verbs[number]
    one.is_background = verb.is_perfect and verb.tense == "past"
    if one.kind == "announced_meeting":
        one.modality = "planned" if status in ("happened", "planned") else status
        one.rule = "agreed-to-meet"
    if one.kind in ("refusal", "threat", "accusation", "request", "demand", "offer", "praise_support", "criticism"):
        if status in ("negated", "hypothetical", "cancelled"):
            return None
        if status == "planned" and one.kind != "praise_support":
            return None
        one.modality = "happened"
    if status == "negated" and one.family not in ("contact", "ceasefire", "accord"):
        return None
    return one


def _veiled_threat(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read a threat in what is said: "suggested the U.S. could strike", "actions will receive a decisive response"."""
    verb = clause.verbs[number]
    if (
        verb.modal not in ("could", "will", "would", "may", "might")
        or verb.is_negated
        or number == 0
        or any(t.low in ("if",) for t in clause.tokens[: verb.first])
    ):
        return None
    cue = next(
        (
            n
            for n in range(number - 1, -1, -1)
            if clause.verbs[n].lemma in SAYING | {"tell", "inform"}
            and not clause.verbs[n].is_infinitive
            and clause.verbs[n].head < verb.first
        ),
        None,
    )
    if cue is None:
        return None
    words = set(_words(clause, number, len(clause.tokens)))
    subject = subjects(clause, number)
    if not (
        words & ANSWERS
        and words
        & {"decisive", "severe", "adequate", "harsh", "swift", "serious", "strong", "consequences", "retaliation"}
    ):
        return None
    found = Parties().add(clause, subjects(clause, cue)).add(clause, subject)
    for hit in clause.named.countries:
        if hit.first > clause.verbs[cue].head and len(found.countries) < 2:
            found.add_code(hit.code)
    found = with_partner(article, clause, found)
    if len(found.countries) < 2:
        return None
    first, last = _bounds(clause, number, len(clause.tokens))
    return Candidate(
        "threat",
        "threat",
        "happened",
        clause,
        (verb.first, verb.head),
        min(first, clause.verbs[cue].first),
        last,
        found,
        "threat.veiled",
        0.6,
    )


def said_threat(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "SPEAKER suggested that his own side could strike": the saying is a threat."""
    verb = clause.verbs[number]
    if (
        verb.lemma not in ATTACKS
        or verb.modal not in ("could", "will", "would", "may", "might")
        or verb.is_negated
        or verb.is_passive
    ):
        return None
    cue = next(
        (n for n in range(number - 1, -1, -1) if clause.verbs[n].lemma in SAYING and clause.verbs[n].is_finite), None
    )
    speaker = subjects(clause, cue) if cue is not None else []
    actors = subjects(clause, number)
    own = {code for m in speaker for code in m.actor.countries}
    if cue is None or not own or not actors or not own & {code for m in actors for code in m.actor.countries}:
        return None
    found = Parties().add(clause, actors).add(clause, speaker).add(clause, objects(clause, number))
    found = with_partner(article, clause, found)
    if len(found.countries) < 2:
        return None
    last = len(clause.tokens) - 1
    begin, end = stretch(clause, speaker[0].first, last, verb.head)
    return Candidate(
        "threat",
        "threat",
        "happened",
        clause,
        (verb.first, verb.head),
        min(begin, speaker[0].first),
        end,
        found,
        "threat.could-strike",
        0.7,
    )


def _readiness(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "X is ready to assist …": an offer."""
    verb = clause.verbs[number]
    if verb.lemma != "be" or verb.is_negated or not subjects(clause, number):
        return None
    after = [token.low for token in clause.tokens[verb.head + 1 : verb.head + 4]]
    if not OFFERS & set(after):
        return None
    infinitive = next((v for v in clause.verbs[number + 1 :] if v.is_infinitive and v.first - verb.head <= 4), None)
    if infinitive is None or infinitive.lemma not in (
        "assist",
        "help",
        "mediate",
        "facilitate",
        "host",
        "support",
        "provide",
        "resume",
        "talk",
        "meet",
        "hold",
        "cooperate",
        "work",
        "negotiate",
        "discuss",
    ):
        return None
    found = Parties().add(clause, subjects(clause, number))
    found.add(clause, [m for m in clause.mentions if m.first > infinitive.head and not _is_cue_subject(clause, m)])
    found = with_partner(article, clause, found)
    if len(found.countries) < 2:
        return None
    first, last = _bounds(clause, number, len(clause.tokens))
    return Candidate(
        "offer", "offer", "happened", clause, (verb.first, verb.head), first, last, found, "offer.ready", 0.65
    )


def _is_cue_subject(clause: Clause, mention: Mention) -> bool:
    """Tell whether a mention is who says the sentence."""
    return any(
        v.lemma in SAYING and 0 <= v.first - mention.last - 1 <= 1 and v.head >= len(clause.tokens) - 8
        for v in clause.verbs
    )
