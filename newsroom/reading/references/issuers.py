"""Decide whose a text is: "the statement said", "dice el comunicado", "it said" go on from who spoke before by a cue.

Whoever put out a text ("issued a statement", "said in a statement") comes before an institution that spoke, and that
before a person. Who is only named, last or not, has not spoken.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.analysis import Clause
from newsroom.reading.names.people import Actor
from newsroom.reading.names.titles import DOCUMENTS as TEXTS
from newsroom.reading.quotes.attribution import find_attributions
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.people import SPOKESPEOPLE
from newsroom.reading.quotes.speakers import speaker_of
from newsroom.reading.references.memory import Memory, is_in_text
from newsroom.reading.sentences import fold, places_of

ISSUING = frozenset("issue release publish circulate send emitir".split())
PUBLISHED = frozenset("publico publicaron difundio difundieron divulgo divulgaron".split())
REACH, OBJECT = 8, 4  # sentences; words behind a verb among which its object stands
BOTH = frozenset(("both", "all", "each"))  # "both have said in a joint statement"
SIDES = frozenset(("both", "two"))
INSTITUTIONS = frozenset(("body", "country", "office"))


def issuer(memory: Memory, clause: Clause) -> Actor | None:
    """Return who made the text that a sentence tells on."""
    person: Actor | None = None
    for earlier in _earlier(memory, clause):
        if (put_out := _putting_out(earlier)) is not None:
            return put_out
        told = _told(memory, earlier)[::-1]
        told.sort(key=lambda one: one.rule != "according-to")  # "According to a statement by X, Y had said that"
        for one in told:
            if one.speaker is None or one.speaker.kind in ("pronoun", "document") or one.speaker.name in BOTH:
                continue
            if is_in_text(earlier) or is_institution(one.speaker):
                return one.speaker
            person = person or one.speaker
    return person


def is_of_both(clauses: Sequence[Clause], number: int, noun: str) -> bool:
    """Tell whether a text was told not long before to be that of two: "a note issued by envoys of both countries"."""
    for earlier in clauses[max(0, number - REACH) : number]:
        for place in places_of(earlier.words, (noun,)):
            by = next((n for n in range(place + 1, place + OBJECT) if earlier.words[n : n + 1] == ["by"]), 0)
            if by and not SIDES.isdisjoint(earlier.words[by : by + REACH]):
                return True
    return False


def institution(memory: Memory, clause: Clause) -> Actor | None:
    """Return the institution that spoke last, where no person has since: whom "it said" means."""
    for earlier in _earlier(memory, clause):
        spoken = [one.speaker for one in _told(memory, earlier) if one.speaker is not None]
        if spoken:
            return next((who for who in reversed(spoken) if is_institution(who)), None)
    return None


def person(memory: Memory, clause: Clause) -> Actor | None:
    """Return the person who alone spoke in the sentence before: whom "he said" behind a quotation means."""
    for earlier in _earlier(memory, clause)[:1]:
        spoken = [one.speaker for one in _told(memory, earlier) if one.speaker is not None]
        if spoken and all(who is spoken[0] for who in spoken) and spoken[0].kind == "person":
            return spoken[0]
    return None


def is_institution(actor: Actor) -> bool:
    """Tell whether a speaker is no person: a state, a body, an office, an agency without a mention of its own."""
    words = fold(actor.name).split()
    return actor.kind in INSTITUTIONS or (actor.kind == "plain" and SPOKESPEOPLE.isdisjoint(words))


def _earlier(memory: Memory, clause: Clause) -> list[Clause]:
    """Return the sentences before, the latest first."""
    return memory.article.clauses[max(0, clause.number - REACH) : clause.number][::-1]


def _told(memory: Memory, clause: Clause) -> list[Attribution]:
    """Return the attributions of a sentence whose references are resolved."""
    if clause.number not in memory.told:
        clause.subjects = {}
        memory.told[clause.number] = find_attributions(clause)
    return memory.told[clause.number]


def _putting_out(clause: Clause) -> Actor | None:
    """Return who puts out a text in a sentence: "the president's office issued a statement"."""
    for place in places_of(clause.words[:-2], PUBLISHED) if clause.is_spanish else ():
        mention = clause.named.at(place - 1) if place and clause.words[place + 2] in TEXTS else None
        if mention is not None and clause.words[place + 1] in ("un", "una"):
            return mention.actor  # no verb of its own, since "público" is written alike
    if TEXTS.isdisjoint(clause.lows) or ISSUING.isdisjoint(clause.lemmas):
        return None
    for number, verb in enumerate(clause.verbs):
        behind = clause.words[verb.head + 1 : verb.head + 1 + OBJECT]
        if verb.lemma in ISSUING and not verb.is_passive and not TEXTS.isdisjoint(behind):
            return speaker_of(clause, number)[0]
    return None
