"""Read what official prose professes: "expressed concern over", "reiterated the need for", "voiced opposition to".

The verb says little; the noun behind it says what the act is. Concern at another's doing is criticism, a need that one
side alone sees is a request, what both see is an understanding, opposition is a refusal.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.reading.acts.words import TRUCES
from newsroom.reading.analysis import PLACE_WORDS, Article, Clause
from newsroom.reading.events import modality
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.left_open import HARMS, struck_by
from newsroom.reading.events.parties import PERSONAL, Parties
from newsroom.reading.events.partners import with_partner
from newsroom.reading.events.reach import bounds, end_of
from newsroom.reading.events.speech_acts import act_of_speech
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.mentions import Mention

PROFESSING = frozenset(
    "express voice reiterate reaffirm underline underscore stress emphasize emphasise highlight affirm confirm renew"
    " convey note repeat raise register state outline signal recognize recognise acknowledge share pledge show"
    " ratify relay register communicate reassert restate profess".split()
)
NEAR = 6  # how many words may stand between a verb and the noun that says what it professes
REACH = 16
PAIR = 2
OF = (["of"], ["de"])
BREAKS = frozenset(
    "during that over about at of to for with on regarding as by and in how what when while hence thus".split()
)
PAPERS = frozenset(
    "communique communiqué document declaration meeting talks visit documento comunicado declaracion encuentro reunion"
    " visita llamada conversacion dialogo call conversation talks".split()
)
BACKING = frozenset("commitment commitments support backing solidarity respect recognition".split())
THANKING = frozenset("acknowledge recognize recognise note".split())
BESIDE = 3  # how near behind "commitment" the state stands to whose good somebody is committed
FAMILIES = {"agreement_in_principle": "accord", "praise_support": "support"}
SHARED = frozenset("shared mutual common joint their".split())
TALKS = frozenset("dialogue talks meeting call conversation negotiations summit visit resumption consultations".split())
# What is professed at talks by both, whoever says it: "the commitment to peace was reaffirmed".
WILLED = frozenset(
    "commitment commitments willingness readiness desire wish interest intention intentions determination resolve will"
    " compromiso voluntad disposicion intencion".split()
)
# What a state is set on where only its own will is told: "its commitment to stronger ties with Chile".
TIES = frozenset(
    "ties relations relationship cooperation partnership friendship links collaboration bilateral relaciones lazos"
    " vinculos cooperacion amistad bilaterales".split()
)
GOODS = frozenset(
    "sovereignty unity integrity independence security stability people government borders peace efforts soberania"
    " unidad integridad independencia seguridad estabilidad pueblo gobierno".split()
)
FAR = 12  # how far before its passive verb a noun stands
HOPED = frozenset(("desire", "wish", "interest", "hope"))
NEEDED = frozenset(("need", "necessity", "urgency", "importance"))
CLOSED = frozenset("settled closed resolved final irreversible inalienable integral unchanged non-negotiable".split())


@dataclass(frozen=True, slots=True)
class Profession:
    """Hold what a noun makes of the act: kind and family for one side alone, and for both together ("": nothing)."""

    alone: str
    together: str
    openers: frozenset[str]  # which words must follow the noun, or none


def _row(nouns: str, alone: str, together: str, openers: str) -> dict[str, Profession]:
    """Return the rows of nouns that make the same act."""
    return {noun: Profession(alone, together, frozenset(openers.split())) for noun in nouns.split()}


# fmt: off
PROFESSIONS: dict[str, Profession] = {
    **_row("displeasure dissatisfaction indignation disapproval frustration exasperation annoyance", "criticism", "",
           "over about at with on regarding for of to"),
    **_row("concern concerns alarm dismay outrage anger disappointment unease"
           " grievance grievances condemnation censure criticism",
           "criticism", "", "over about at with on regarding for of"),
    **_row("opposition objection objections rejection refusal", "refusal", "", "to of with"),
    **_row("stance position", "refusal", "", "that"),
    **_row("need necessity urgency", "request", "agreement_in_principle", "for to of that"),
    **_row("call calls appeal demand request", "request", "", "for on to that"),
    **_row("importance value desirability", "", "agreement_in_principle", "of that to"),
    **_row("desire wish interest hope", "request", "agreement_in_principle", "for in to of"),
    **_row("willingness readiness keenness eagerness", "offer", "agreement_in_principle", "to for"),
    **_row("intention intentions efforts determination resolve agreement consensus will",
           "", "agreement_in_principle", "to for on in that of"),
    **_row("objective objectives goal goals aim", "", "agreement_in_principle", "of to"),
    **_row("view views understanding perception", "", "agreement_in_principle", "that on of"),
    **_row("support backing solidarity", "praise_support", "agreement_in_principle", "to for on in of with"),
    **_row("respect", "praise_support", "agreement_in_principle", "for to of"),
    **_row("commitment commitments", "", "agreement_in_principle", "to for on in that of with"),
    **_row("voluntad compromiso disposicion disposición intencion intención acuerdo", "", "agreement_in_principle",
           "de por a en para con"),
    **_row("rechazo repudio", "refusal", "", "a al por de del ante"),
    **_row("oposicion objecion objeciones", "refusal", "", "a al por de del ante con sobre"),
    **_row("malestar protesta condena indignacion descontento desagrado disgusto molestia enojo queja quejas desacuerdo"
           " consternacion reparo reparos reservas", "criticism", "", "a al por de del ante con sobre"),
    **_row("preocupacion preocupación inquietud", "criticism", "", "por ante"),
}
# fmt: on


def professed(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Return the act that a verb of professing and its noun tell; ``None`` where no other side is named."""
    verb = clause.verbs[number]
    if verb.lemma not in PROFESSING or verb.is_negated or verb.is_infinitive or verb.modal:
        return None
    if verb.is_passive or (clause.is_spanish and clause.words[verb.first - 1] == "se"):
        return _at_talks(article, clause, number)
    place = _noun(clause, verb.head)
    if place < 0 or (verb.lemma == "ratify" and clause.words[place] not in WILLED):
        return None  # "ratificaron la voluntad de", but "ratificaron el acuerdo"
    if verb.lemma in THANKING and clause.words[place] in BACKING:
        return None  # "acknowledged the support of Chile": it is the other's
    row = PROFESSIONS[clause.words[place]]
    owner = clause.named.at(place - 1)
    is_owned = owner is not None and owner.is_possessive and bool(owner.actor.countries)  # "conveyed Peru's alarm"
    sides = Parties().add(clause, [owner] if owner is not None and is_owned else subjects(clause, number))
    if not sides.countries and row.together:
        sides = _of_document(article, clause, number, place)
    if not sides.countries:
        return None
    is_joint = len(sides.countries) > 1 or bool(SHARED & set(clause.words[verb.head + 1 : place]))
    kind = (row.together or row.alone) if is_joint else row.alone
    if not is_joint and clause.words[place] in WILLED and not TIES.isdisjoint(clause.words[place : place + REACH]):
        kind = "offer"
    backed = _backed(clause, place, sides) if clause.words[place] in BACKING else None
    if backed is not None:
        kind = "praise_support"
    found = backed or _other_side(article, clause, place, end_of(clause, number), kind, sides)
    if found is None or modality.of_verb(clause, number) != "happened":
        return None
    first, last = bounds(clause, number, len(clause.tokens))
    family = FAMILIES.get(kind, kind)
    one = Candidate(
        kind, family, "happened", clause, (verb.first, verb.head), first, last, found, f"{family}.professed", 0.6
    )
    one.is_background = verb.is_perfect and verb.tense == "past"
    one.content = place + 1 if clause.words[place + 1] == "that" else -1
    return one


def _at_talks(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Return what was professed at talks, by nobody named: "in the call the commitment to peace was reaffirmed"."""
    verb, words = clause.verbs[number], clause.words
    before = range(verb.first - 1, max(0, verb.first - FAR), -1)
    place = next((n for n in before if words[n] in WILLED), -1) if verb.is_passive else _noun(clause, verb.head)
    if place < 0 or words[place] not in WILLED or words[place + 1] not in PROFESSIONS[words[place]].openers:
        return None
    held = next((n for n in range(min(place, verb.first)) if words[n] in PAPERS), -1)
    if held < 0 or modality.of_verb(clause, number) != "happened":
        return None
    sides = Parties().add(clause, [m for m in clause.mentions if held < m.first < min(place, verb.first)])
    if not sides.countries and len(article.met) == PAIR:
        for code in article.met:
            sides.add_code(code)
    return (
        act_of_speech(clause, number, "agreement_in_principle", sides, "professed")
        if len(sides.countries) > 1
        else None
    )


def _of_document(article: Article, clause: Clause, number: int, place: int) -> Parties:
    """Return whose joint paper or meeting is the subject: "the communiqué conveys the agreement of both states"."""
    verb, sides = clause.verbs[number], Parties()
    before = set(clause.words[max(0, verb.first - NEAR) : verb.first])
    if not PAPERS & before:
        return sides
    behind = [m for m in clause.mentions if place < m.first <= place + NEAR and m.is_plural]
    sides.add(clause, behind[:1])
    if len(sides.countries) < 2:
        sides.add(clause, [m for m in clause.mentions if m.last < verb.first and m.is_plural][-1:])
    if len(sides.countries) < 2 and not clause.named.countries and len(article.pair) == 2:
        for code in article.pair:
            sides.add_code(code)
    if not sides.countries and len(article.met) == PAIR and not SHARED.isdisjoint(clause.words[verb.head : place]):
        for code in article.met:
            sides.add_code(code)
    return sides


def _backed(clause: Clause, place: int, sides: Parties) -> Parties | None:
    """Return the parties where support is for another state's own good: "commitment to Chile's security"."""
    end = min(len(clause.tokens), place + 1 + REACH)
    for mention in clause.mentions:
        if place + 1 < mention.first < end and set(mention.actor.countries) - set(sides.countries):
            between = clause.words[place + 1 : mention.first]
            is_near = mention.first - place <= BESIDE or (between[-1:] in OF and not GOODS.isdisjoint(between))
            is_near = is_near and mention.form != "place"
            return sides.add(clause, [mention]) if is_near and mention.actor.kind in PERSONAL else None
    return None


def _noun(clause: Clause, head: int) -> int:
    """Return the place of the noun that says what is professed: the first one right behind the verb, or -1."""
    start = head + 1
    if clause.words[start : start + 1] in (["to"], ["with"]):
        told = next((m for m in clause.mentions if start < m.first <= start + PAIR), None)
        start = told.last + 1 if told is not None else start  # "conveyed to her counterpart Chile's concern"
    for place in range(start, min(start + NEAR, len(clause.tokens) - 1)):
        low = clause.words[place]
        if clause.quoted[place] and not clause.quoted[head] and all(clause.quoted[place : place + NEAR]):
            return -1  # a quotation, not two or three quoted words
        if low in PROFESSIONS and _is_opened(clause, place, PROFESSIONS[low].openers):
            return place
        if low in BREAKS and low != "and":
            return -1
    return -1


def _is_opened(clause: Clause, place: int, openers: frozenset[str]) -> bool:
    """Tell whether a noun goes on as it must; in Spanish behind an adjective too: "su preocupación profunda por"."""
    behind = clause.words[place + 1 : place + 3]
    if behind[0] in openers:
        return True
    return clause.is_spanish and behind[0].isalpha() and behind[0] not in BREAKS and behind[-1] in openers


def _other_side(article: Article, clause: Clause, place: int, end: int, kind: str, sides: Parties) -> Parties | None:
    """Return the parties: of what both profess the subject alone, of the rest also who is named behind the noun."""
    if not kind:
        return None
    words = set(clause.words[place + 1 : place + 1 + REACH])
    if TRUCES & words and clause.words[place] not in NEEDED:
        return None  # the truce is the event
    if kind == "agreement_in_principle":
        if len(sides.countries) == 1 and not SHARED.isdisjoint(clause.words[max(0, place - NEAR) : place]):
            for code in article.latest.get(sides.countries[0], ()):
                sides.add_code(code)  # "the mutual wish for peace in X" is that of those who act in the story
        if len(sides.countries) == 1:
            sides = with_partner(article, clause, sides)
        return sides if len(sides.countries) > 1 else None
    if clause.words[place] in ("stance", "position") and not CLOSED & words:
        return None
    if kind == "request" and clause.words[place] in HOPED and not TALKS & words:
        return None
    own = set(sides.countries)
    behind = [m for m in clause.mentions if _is_target(clause, m) and (place < m.first or _is_told(clause, m, place))]
    if clause.words[place] in NEEDED:
        behind = [m for m in behind if _is_needed_of(clause, place, m)]
    if kind == "criticism":
        harm = next((n for n in range(place, min(end, place + REACH)) if clause.words[n] in HARMS), -1)
        harmed = struck_by(clause, harm) if harm > 0 else []
        behind = [m for m in behind if m.first < max(end, place + REACH) and m not in harmed]
        behind = [m for m in behind if not _is_talked_to(clause, place, m)]
    target = next((m for m in behind if set(m.actor.countries) - own), None)
    if target is not None:
        sides.add_actor(target.actor)
        sides.spans.append(clause.span(target.first, target.last))
    elif len(own) > 1 or clause.words[place] in NEEDED:
        return None  # what several states only feel together; a need that nobody is told
    if len(sides.countries) == 1 and kind != "criticism":
        sides = with_partner(article, clause, sides)
    return sides if len(sides.countries) > 1 else None


def _is_talked_to(clause: Clause, place: int, mention: Mention) -> bool:
    """Tell whether it is only who was talked to, of something else: "concern about prices in a call with Chile's"."""
    words = clause.words[place + 1 : mention.first]
    link = next((n for n in range(len(words) - 1, 0, -1) if words[n] in ("with", "con")), 0)
    return link > 1 and len(words) - link <= PAIR and words[link - 1] in PAPERS and words[0] not in ("in", "during")


def _is_told(clause: Clause, mention: Mention, place: int) -> bool:
    """Tell whether somebody before the noun is told what it names: "conveyed to her counterpart Chile's concern"."""
    is_before = mention.last < place and clause.words[mention.first - 1 : mention.first] in (["to"], ["with"])
    return is_before and any(v.head + PAIR == mention.first and v.lemma in PROFESSING for v in clause.verbs)


def _is_needed_of(clause: Clause, place: int, mention: Mention) -> bool:
    """Tell whether somebody is who must do what is needed: "the need for Chile to withdraw", "that Chile withdraw"."""
    behind = clause.words[mention.last + 1 : mention.last + 2]
    return mention.first - place <= BESIDE or (
        mention.first - place <= REACH and behind in (["to"], ["must"], ["should"])
    )


def _is_target(clause: Clause, mention: Mention) -> bool:
    """Tell whether a mention behind the noun can be who is spoken to: no place, and not who says the sentence."""
    before = clause.words[mention.first - 1] if mention.first else ""
    if mention.form == "place" or (before in PLACE_WORDS and not mention.is_possessive):
        return False
    return not any(v.lemma in SAYING and 0 <= v.first - mention.last - 1 <= 1 for v in clause.verbs)
