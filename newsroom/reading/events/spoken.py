"""Read offers and judgements that no single verb names: "is ready to host", "the duties are unacceptable"."""

from __future__ import annotations

from newsroom.reading.acts import judgements
from newsroom.reading.acts.spanish_nouns import with_spanish
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.left_open import HARMS
from newsroom.reading.events.parties import Parties
from newsroom.reading.events.partners import with_partner
from newsroom.reading.events.speech_acts import act_of_speech
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.mentions import Mention
from newsroom.reading.verbs import Verb

OFFERS = frozenset(
    "open ready happy glad willing prepared readiness willingness dispuesto dispuesta dispuestos dispuestas listo lista"
    " listos".split()
)
WILLING = frozenset(("prepared",))  # which looks like a verb
OFFERED = frozenset(
    "contribute train collaborate assist help mediate facilitate host support provide resume talk meet hold cooperate"
    " work negotiate discuss share reopen open restore allow lift release free return turn send".split()
)
# What two sides do ever more of together, and what it is: "is willing to strengthen cooperation with X".
FURTHERING = frozenset(
    "strengthen deepen expand enhance develop promote advance boost further push elevate take join broaden increase"
    " consolidate intensify build upgrade lift raise maintain step bring foster improve keep cement carry explore"
    " exchange share make".split()
)
TOGETHER = frozenset(
    "cooperation co-operation ties relations relationship partnership coordination exchanges trust communication"
    " friendship collaboration hands contacts dialogue trade efforts bonds synergy forces".split()
)
FURTHERED = 12  # how far behind its verb that stands which is furthered
WORKING, NEAR = frozenset("work cooperate collaborate".split()), 6
HELPING, BESIDE = frozenset(("assist", "help", "aid")), 3  # how near behind "will assist" the other state stands
ROLES = frozenset(("role", "part"))
CONDITIONS = frozenset(("if", "unless", "hopes", "hoped", "hope"))
ENTERING = frozenset("continue start begin enter open engage restart return sit".split())
JOINT_WORK = frozenset(
    "reconciliation peace dialogue talks negotiations discussions relations ties cooperation phase page chapter".split()
)
BAD = judgements.BAD | judgements.UNTRUE | {"wrong"}
ACTS = with_spanish(judgements.DEEDS) | frozenset(
    "interference events storming launches allegations claims imposition act embargo duty levies".split()
)
FEELING = frozenset("be feel remain become get grow".split())
ANGERING = frozenset(
    "anger infuriate outrage enrage incense dismay offend irk upset displease dissatisfy appall appal disgust annoy"
    " disappoint shock".split()
)
PLEASING = frozenset("satisfy please impress".split())  # "is not satisfied with"
DISPLEASING = FEELING | ANGERING | PLEASING
# How one feels who disapproves, and how one does not.
DISPLEASED = frozenset(
    "dissatisfied unhappy displeased furious outraged indignant disappointed angry incensed appalled dismayed"
    " infuriated irate livid offended upset disgusted aggrieved annoyed shocked bitter".split()
)
PLEASED = frozenset("satisfied happy pleased content impressed".split())
CONCERNING = frozenset("with at by over about that".split())
BEING = frozenset("be remain stay stand".split())
JUDGED_BY = frozenset(("represent", "constitute"))  # as "be": "the moves represent a violation"
JUDGED, REACH = 6, 14
OWNED = 3  # how near behind its owner a harm stands
OPENED = 9  # how far behind "is ready" that stands for which somebody is ready
TELLING = SAYING | {"tell", "inform"}


def readiness(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "X is ready to assist …": an offer."""
    verb = clause.verbs[number]
    is_willing = clause.words[verb.head] in WILLING and verb.has_auxiliary
    if not (verb.lemma in BEING or is_willing) or verb.is_negated or not subjects(clause, number):
        return None
    after = clause.words[verb.head + (0 if is_willing else 1) : verb.head + 4]
    if not OFFERS & set(after) or (verb.lemma != "be" and after[1:2] != ["to"]):
        return None
    infinitive = next((v for v in clause.verbs[number + 1 :] if v.is_infinitive and v.first - verb.head <= 4), None)
    opened = set(clause.words[verb.head + 1 : verb.head + 1 + OPENED])
    is_open = bool(JOINT_WORK & opened) and (infinitive is None or infinitive.lemma in ENTERING)
    if not is_open and (infinitive is None or not _is_offered(clause, infinitive)):
        return None
    floor = infinitive.head if infinitive is not None else verb.head
    found = Parties().add(clause, subjects(clause, number))
    found.add(clause, [m for m in clause.mentions if m.first > floor and not _is_cue_subject(clause, m)])
    found = with_partner(article, clause, found)
    return act_of_speech(clause, number, "offer", found, "ready", sure=0.65)


def joint_work(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "X will (continue to) work with Y", "will assist Y": what one side holds out to another."""
    verb = clause.verbs[number]
    before = clause.verbs[number - 1] if number else None
    is_lasting = (
        verb.is_infinitive and before is not None and before.lemma == "continue" and before.head + 1 == verb.first
    )
    opening = before if is_lasting and before is not None else verb
    if (
        verb.lemma not in WORKING | HELPING
        or opening.modal not in ("will", "would")
        or verb.is_negated
        or opening.is_negated
    ):
        return None
    place = next(
        (n for n in range(verb.head + 1, min(verb.head + NEAR, len(clause.words))) if clause.words[n] == "with"), 0
    )
    acting = subjects(clause, number - 1 if is_lasting else number)
    behind = [m for m in clause.mentions if place and place < m.first <= place + NEAR and m.actor.countries][:1]
    if verb.lemma in HELPING and not behind:
        near = [m for m in clause.mentions if 0 < m.first - verb.head <= BESIDE and m.form != "adjective"]
        behind = [m for m in near if m.actor.countries][:1]
    found = Parties().add(clause, acting).add(clause, behind)
    if (
        not behind
        or CONDITIONS & clause.lows
        or not set(found.countries) - {c for m in acting for c in m.actor.countries}
    ):
        return None
    return act_of_speech(clause, number, "offer", found, "work", sure=0.6)


def _is_offered(clause: Clause, infinitive: Verb) -> bool:
    """Tell whether an infinitive says what one side would do for or with another."""
    behind = set(clause.words[infinitive.head + 1 : infinitive.head + 1 + FURTHERED])
    is_furthered = infinitive.lemma in FURTHERING and not TOGETHER.isdisjoint(behind) and "against" not in behind
    is_role = infinitive.lemma == "play" and not ROLES.isdisjoint(behind)
    return infinitive.lemma in OFFERED or is_furthered or is_role


def _is_cue_subject(clause: Clause, mention: Mention) -> bool:
    """Tell whether a mention is who says the sentence."""
    return any(
        v.lemma in SAYING and 0 <= v.first - mention.last - 1 <= 1 and v.head >= len(clause.tokens) - 8
        for v in clause.verbs
    )


def judged(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read what one side says of the other's act: "Chile's duties are unacceptable, Peru's president said"."""
    verb = clause.verbs[number]
    if verb.lemma not in {"be"} | JUDGED_BY or verb.is_negated or verb.modal or verb.is_infinitive:
        return None
    after = set(clause.words[verb.head + 1 : verb.head + 1 + JUDGED])
    if not BAD & after or {"not", "if"} & (after | clause.lows):
        return None
    before = set(clause.words[max(0, verb.first - REACH) : verb.first])
    cues = [n for n, one in enumerate(clause.verbs) if one.lemma in TELLING and one.is_finite and n != number]
    speaker = subjects(clause, cues[0])[:1] if cues else []
    own = {code for m in speaker for code in m.actor.countries}
    if len(own) != 1 or not ACTS & before:
        return None
    found = Parties().add(clause, speaker)
    start = max(0, verb.first - REACH)
    owners = [m for m in clause.mentions if start <= m.first < verb.first and set(m.actor.countries) - own]
    if not HARMS.isdisjoint(before) and not any(_is_doer(clause, m, verb.first) for m in owners):
        return None  # "the attack in Lamu was a crime": nobody says whose it was
    for mention in owners[-1:]:
        found.add_actor(mention.actor)
    is_told = bool(owners) and (owners[-1].is_possessive or owners[-1].form == "adjective")
    if clause.words[verb.first - 1] in ("this", "that", "it") and not is_told:
        return None  # of whose act, only the sentence before tells
    found = with_partner(article, clause, found)
    return act_of_speech(clause, number, "criticism", found, "judged", sure=0.6)


def displeased(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "is dissatisfied with what X has done", "was angered by X's decision", "is not happy about the raid"."""
    verb = clause.verbs[number]
    if verb.modal or verb.is_infinitive or (verb.lemma not in FEELING and not verb.is_passive):
        return None
    felt = verb.head
    if verb.lemma in FEELING:
        names = PLEASED if verb.is_negated else DISPLEASED
        felt = next(
            (n for n in range(felt + 1, felt + OWNED) if clause.words[n : n + 1] and clause.words[n] in names), -1
        )
    elif (verb.lemma in PLEASING) is not verb.is_negated:
        felt = -1
    if felt < 0 or CONCERNING.isdisjoint(clause.words[felt + 1 : felt + 2]):
        return None
    found = Parties().add(clause, [m for m in subjects(clause, number)[:1] if m.form != "adjective"])
    if len(found.countries) != 1:
        return None
    own, end = set(found.countries), felt + REACH
    behind = [m for m in clause.mentions if felt < m.first <= end and set(m.actor.countries) - own]
    found.add(clause, behind[:1])
    if len(found.countries) == 1 and not ACTS.isdisjoint(clause.words[felt:end]):
        found = with_partner(article, clause, found)
    return act_of_speech(clause, number, "criticism", found, "displeased", sure=0.6)


def _is_doer(clause: Clause, mention: Mention, end: int) -> bool:
    """Tell whether a harm before a token is said to be somebody's: "Chile's attack", "the raid by Chilean troops"."""
    if mention.is_possessive or mention.form == "adjective":
        return not HARMS.isdisjoint(clause.words[mention.last + 1 : min(end, mention.last + 1 + OWNED)])
    return mention.first > 0 and clause.words[mention.first - 1] == "by"


def warns_of_others(clause: Clause, number: int, words: frozenset[str]) -> bool:
    """Tell whether what is warned of is the other side's doing: "warned that Chile's tariffs will harm both"."""
    told = next((v for v in clause.verbs[number + 1 :] if v.modal in ("will", "would")), None)
    if told is None or words & set(clause.words[told.first :]) or told.lemma in words:
        return False
    own = {code for m in subjects(clause, number) for code in m.actor.countries}
    between = [m for m in clause.mentions if clause.verbs[number].head < m.first < told.first and m.actor.countries]
    return bool(between) and not own & set(between[0].actor.countries)
