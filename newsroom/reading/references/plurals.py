"""Decide who is meant by "the two leaders", "both countries", "the ministers"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from newsroom.reading.analysis import OFTEN, Clause
from newsroom.reading.cues import is_object
from newsroom.reading.names.joint import POINTING
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.references.groups import (
    GROUP_KINDS,
    PAIR,
    STATES,
    counted,
    countries_after,
    is_beside,
    is_of_many,
    join,
)
from newsroom.reading.references.memory import MEMORY, Memory
from newsroom.reading.references.owners import OFFICES
from newsroom.reading.sentences import fold
from newsroom.reading.verbs import DETERMINERS

ACTING = frozenset(("head", "foreign_minister", "minister"))
OF_MINISTERS = {"foreign": {"foreign_minister"}, "prime": {"head"}} | {
    duty: {"minister"} for duty in "defence defense interior finance trade energy health justice transport".split()
}
LANDS = frozenset("countries nations states paises".split())
FACING = frozenset("sides parties neighbours neighbors".split())  # who face each other are those of whom a story tells


def plural(memory: Memory, clause: Clause, mention: Mention) -> Actor | None:
    """Return the two leaders, sides, ministers that a plural means."""
    following = countries_after(clause, mention)
    if len(following) > 1:
        return join(tuple(following), mention.actor.name)
    if is_of_many(clause, mention) or is_beside(clause, mention):
        return None
    if clause.words[mention.first] in POINTING:
        return _pointed_at(memory, clause, mention)
    *_, before, noun = ("", *fold(mention.actor.name).split())
    kinds = OF_MINISTERS.get(before) if noun == "ministers" else None
    kinds = kinds or GROUP_KINDS.get(noun) or (OFFICES if " and " in mention.actor.name else None)
    if " and " in mention.actor.name and (holders := _of_offices(memory, mention)) is not None:
        return holders
    number = counted(clause, mention)
    if noun in LANDS and number in (0, PAIR) and (told := _named_just_before(memory)):
        return join(told, mention.actor.name)
    if (whole := _whole(memory, kinds, number)) is not None:
        return whole
    if number in (0, PAIR) and memory.has_met() and _are_faced(memory, kinds):
        return _of_faced(memory, kinds, mention)
    if memory.gathered and not memory.here and number in (0, len(join(memory.gathered).countries)):
        return join(memory.gathered, mention.actor.name)
    if number > PAIR and number in memory.circles:
        return join(memory.circles[number], mention.actor.name)
    if not before and clause.words[mention.first] == noun:
        return None  # "Ministers agreed" means those of a joint statement, or nobody known
    if several := _of_many(memory, kinds, number):
        return join(several, mention.actor.name)
    if kinds and number in (0, PAIR) and (two := _two_of(memory, clause, mention, kinds)) is not None:
        return two
    if _are_joined(memory, clause, mention, number):
        return join(memory.joined, mention.actor.name)
    return _of_two(memory, kinds, mention) if number in (0, PAIR) else None


def _of_many(memory: Memory, kinds: set[str] | None, number: int) -> tuple[Actor, ...]:
    """Return the three or more who hold offices of a kind and were last named together."""
    for named in (memory.joined, memory.company):
        if len(named) > PAIR and number in (0, len(named)) and all(one.title_kind in (kinds or ()) for one in named):
            return named
    return ()


def _are_joined(memory: Memory, clause: Clause, mention: Mention, number: int) -> bool:
    """Tell whether those last named together are meant: no aside, no other than so many."""
    noun = fold(mention.actor.name).split()[-1]
    is_aside = noun in STATES and _is_aside(memory, often=1 if noun in FACING else OFTEN)
    if not memory.joined or is_aside or number not in (0, len(memory.joined), len(join(memory.joined).countries)):
        return False
    third = memory.here[:1] and memory.here[0].country and memory.here[0].country not in memory.article.pair
    own = set(memory.joined) <= set(memory.here) and {one.country for one in memory.joined} != set(memory.article.pair)
    return not (own and is_object(clause, mention)) and not (third and noun in STATES)


def _pointed_at(memory: Memory, clause: Clause, mention: Mention) -> Actor | None:
    """Return the states last named together, whom "these countries" means: never merely those of the story."""
    number = counted(clause, mention)
    wholes = [join(told, mention.actor.name) for told in (memory.series, memory.joined, memory.circles.get(number, ()))]
    return next((one for one in wholes if len(one.countries) >= PAIR and number in (0, len(one.countries))), None)


def _two_of(memory: Memory, clause: Clause, mention: Mention, kinds: set[str]) -> Actor | None:
    """Return the two holders of such offices whom a plural means: of the sentence before, else of the story's pair."""
    people: dict[str, Actor] = {}
    for actor in islice(reversed(memory.persons), MEMORY):
        if actor.country and actor.title_kind in kinds and actor.country not in people:
            people[actor.country] = actor
    others = {code: one for code, one in people.items() if one not in memory.here}
    if is_object(clause, mention) and len(others) > 1:
        people = others  # whom somebody receives are others than he
    if (beside := _beside(memory)) and not memory.here:
        return join(beside, mention.actor.name)
    if len(people) <= 1:
        return None
    told = [people[code] for code in memory.article.pair if code in people]
    around = set(clause.words[max(0, mention.first - 1) : mention.first + 2])
    of_pair = len(told) == 2 and bool(around & {"both", "two", "ambos", "dos"})
    chosen = told[::-1] if of_pair else list(people.values())[:2]
    return join(tuple(reversed(chosen)), mention.actor.name)


def _are_faced(memory: Memory, kinds: set[str] | None) -> bool:
    """Tell whether the two of the sentence before can be meant, who hold offices of a kind: "met her counterpart"."""
    if not memory.faced or (kinds and any(one.title_kind not in {*kinds, "official"} for one in memory.faced)):
        return False
    weights, pair = memory.article.weights, memory.article.pair
    faced = {one.country for one in memory.faced}
    is_aside = bool(pair) and any(weights[code] * OFTEN < weights[pair[0]] for code in faced)
    return bool(kinds) or not is_aside


def _of_two(memory: Memory, kinds: set[str] | None, mention: Mention) -> Actor | None:
    """Return the two of the sentence before, else those of whom the story tells."""
    if _are_faced(memory, kinds):
        return _of_faced(memory, kinds, mention)
    pair = memory.article.pair
    return _of_codes(memory, pair, mention) if len(pair) == PAIR else None


def _of_faced(memory: Memory, kinds: set[str] | None, mention: Mention) -> Actor:
    """Return the two of the sentence before: their states, where the noun means no people."""
    if kinds:
        return join(memory.faced, mention.actor.name)
    return _of_codes(memory, [one.country for one in memory.faced], mention)


def _of_codes(memory: Memory, codes: Sequence[str], mention: Mention) -> Actor:
    """Return states as those whom a plural means."""
    registry = memory.article.registry
    return join(tuple(registry.other("country", code, code) for code in codes), mention.actor.name)


def _of_offices(memory: Memory, mention: Mention) -> Actor | None:
    """Return those who hold two offices that are named as one: "the Secretary and the Foreign Minister"."""
    found: list[Actor] = []
    for name in fold(mention.actor.name).split(" and "):
        title = [word for word in name.split() if word not in DETERMINERS]
        holder = next((one for one in reversed(memory.persons) if one not in found and _is_titled(one, title)), None)
        found += [holder] if holder is not None else []
    return join(tuple(found), mention.actor.name) if len({one.country for one in found}) == PAIR else None


def _is_titled(actor: Actor, title: list[str]) -> bool:
    """Tell whether somebody who acts for a state bears a title."""
    return bool(actor.country) and set(title) <= set(fold(actor.office).split())


def _beside(memory: Memory) -> tuple[Actor, ...]:
    """Return the two of different states whom the sentence before named, where it named no third: "both leaders"."""
    people = {one.country: one for one in memory.before if one.kind == "person" and one.title_kind in ACTING}
    return tuple(people.values()) if len(people) == PAIR and "" not in people else ()


def _named_just_before(memory: Memory) -> tuple[Actor, ...]:
    """Return the two states that the sentence before named, where those last named together stand farther off."""
    states = {one.country: one for one in memory.before if one.kind == "country"}
    joined = {code for one in memory.joined for code in one.countries}
    is_theirs = len(states) == PAIR and not joined & {code for one in memory.before for code in one.countries}
    return tuple(states.values()) if is_theirs and joined and memory.helpers.isdisjoint(states) else ()


def _is_aside(memory: Memory, *, often: int) -> bool:
    """Tell whether those last named together are mere asides beside the two of whom the story tells so often more."""
    weights, pair = memory.article.weights, memory.article.pair
    joined = {code for one in memory.joined for code in one.countries}
    if len(pair) != PAIR or joined & set(pair):
        return False
    return all(weights[code] * often < weights[main] for code in joined for main in pair)


def _whole(memory: Memory, kinds: set[str] | None, number: int) -> Actor | None:
    """Return the three or more whom the sentence before is about, where a plural can mean them all."""
    group = memory.subject
    if group is None or len(group.countries) <= PAIR or number not in (0, len(group.countries)):
        return None
    return group if kinds is None or all(one.title_kind in kinds for one in group.people) else None
