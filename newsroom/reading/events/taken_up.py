"""Give an act on a thing told of before the sides that it had there: "Peru and Chile made a pact. The pact was signed".

Only a passive that names nobody else, whose subject is "the ban", "the accord", takes its sides so: the story has
told since what others did.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.acts.words import ACCORDS, SANCTIONS, TARIFFS
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.verbs import ADVERBS

THINGS = ACCORDS | SANCTIONS | TARIFFS | frozenset("truce ceasefire armistice tregua".split())
MADE = frozenset("sanctions tariffs sanctions-eased concession border accord ceasefire pledge contact proposal".split())
KNOWN = frozenset("the these those this that such el la los las".split())
PASSED = ADVERBS | frozenset(("not", "never"))
PHRASE = 4  # tokens of "the controversial new ban"


def take_sides(candidates: Sequence[Candidate]) -> None:
    """Give each act on a known thing, whose sides no words name, those of the act told last on that thing."""
    told: dict[str, Candidate] = {}
    for one in candidates:
        thing = _known_thing(one)
        other = told.get(_stem(thing)) if thing else None
        if other is not None and one.parties.is_inferred and _may_be_theirs(one, other):
            one.parties.countries = list(other.parties.countries)
            one.parties.people = []
        if one.family in MADE and not (one.parties.is_inferred or one.rule.endswith(".deed")):
            for place in range(one.trigger[0], one.last + 1):
                if one.clause.words[place] in THINGS:
                    told[_stem(one.clause.words[place])] = one


def _known_thing(one: Candidate) -> str:
    """Return the known thing that is the subject of a passive; else an empty text."""
    words, first = one.clause.words, one.trigger[0]
    verb = next((v for v in one.clause.verbs if v.first == first), None)
    if verb is None or not (verb.is_passive and verb.is_finite):
        return ""
    place = first - 1
    while place > 0 and words[place] in PASSED:
        place -= 1
    if place < 1 or words[place] not in THINGS or KNOWN.isdisjoint(words[max(0, place - PHRASE) : place]):
        return ""
    return words[place]


def _may_be_theirs(one: Candidate, other: Candidate) -> bool:
    """Tell whether an act names no state but those of the other."""
    named = (m for m in one.clause.mentions if one.first <= m.first and m.last <= one.last)
    return {code for m in named for code in m.actor.countries} <= set(other.parties.countries)


def _stem(word: str) -> str:
    """Return a word without the ending of a plural."""
    return word.removesuffix("s")
