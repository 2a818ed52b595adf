"""Hold several actors as one: the states of a list, those behind "of", the members of a group."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.names.titles import BODY_NOUNS
from newsroom.reading.prepositions import is_in_phrase
from newsroom.reading.sentences import fold

PAIR = 2
KIND_MATCH = {kind: {kind} for kind in ("head", "foreign_minister", "spokesperson", "ambassador", "official")}
KIND_MATCH["minister"] = {"minister", "foreign_minister"}
GROUP_KINDS = {
    noun: set(kinds.split())
    for nouns, kinds in (
        ("leaders presidents premiers mandatarios presidentes jefes heads", "head"),
        ("ministers ministros ministras", "foreign_minister minister head"),
        ("cancilleres", "foreign_minister"),
        ("viceministros vicecancilleres", "minister"),
        ("diplomats", "foreign_minister ambassador minister"),
        ("secretaries secretarios", "foreign_minister minister"),
        ("ambassadors embajadores envoys", "ambassador"),
        ("representatives representantes", "ambassador head foreign_minister minister"),
        ("counterparts homologos homologas contrapartes pares", "head foreign_minister minister"),
    )
    for noun in nouns.split()
}
MANY = frozenset("several many some three four five six seven eight nine ten eleven twelve dozens african".split())
COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ambos": 2, "ambas": 2, "dos": 2}
OWN = frozenset("its their his her".split())
COMPANY = frozenset("allies foes rivals adversaries friends partners neighbours neighbors".split())
OFFICE_HOLDERS = frozenset(("head", "foreign_minister", "minister", "ambassador", "spokesperson"))
DUTY = frozenset(
    "foreign affairs defence defense trade finance of relaciones exteriores de defensa interior hacienda economia"
    " comercio energia salud justicia energy health justice transport agriculture".split()
)
STATES = frozenset(
    "countries sides parties nations governments neighbours neighbors states paises partes gobiernos".split()
)
COLLECTIVES = frozenset("delegation team mission delegacion mision military police navy".split())
IN_BRACKETS = 8  # the longest name in brackets
GATHERING = frozenset("host receive meet hold welcome invite gather convene".split())
LISTING = frozenset(("and", ",", "y", "e", "the", "of", "la", "el"))


def circle(clause: Clause, first: Mention) -> Actor | None:
    """Return the three or more states that a sentence is about, with whom they met: "X, Y and Z met their … W"."""
    is_whole = len(first.actor.countries) > PAIR and len(first.actor.members) > PAIR
    found = list(first.actor.members) if is_whole else [first.actor] if first.actor.countries else []
    behind = [m for m in clause.mentions if m.first > first.last]
    last, opening = first.last, clause.words[first.last + 1 : first.last + 2]
    for mention in behind:
        between = set(clause.words[last + 1 : mention.first])
        if not between <= LISTING or not mention.actor.countries:
            break
        # the states beside the EU act; those of "the ministers of X, Y and Z" are told already
        found += [mention.actor] if mention.actor.country != "EU" and not (is_whole and "of" in opening) else []
        last = mention.last
    if len({code for actor in found for code in actor.countries}) <= PAIR:
        return None
    met = next((verb for verb in clause.verbs if verb.head > last and verb.lemma == "meet"), None)
    if met is not None:
        found += [
            m.actor for m in behind if 0 < m.first - met.head <= 2 and m.actor.country and not is_in_phrase(clause, m)
        ][:1]
    return join(tuple(found), first.actor.name)


def gathered(clause: Clause, first: Mention) -> tuple[Actor, ...]:
    """Return who is together where one receives several: "X hosted his counterparts from Y and Z", "talks with"."""
    verb = next((v for v in clause.verbs if v.head > first.last), None)
    if verb is None or verb.lemma not in GATHERING or len(first.actor.countries) != 1 or verb.is_passive:
        return ()
    for mention in clause.mentions:
        is_met = mention.first > verb.head and len(mention.actor.countries) > 1 and not mention.is_possessive
        if is_met and (not is_in_phrase(clause, mention) or clause.words[mention.first - 1] == "with"):
            is_other = first.actor.country not in mention.actor.countries
            return (first.actor, *mention.actor.members) if is_other and mention.actor.members else ()
    return ()


def join(members: tuple[Actor, ...], name: str = "") -> Actor:
    """Return a group of actors."""
    return Actor("group", name or " and ".join(member.name for member in members), members=members)


def countries_after(clause: Clause, mention: Mention) -> list[Actor]:
    """Return the countries of "of Armenia and Azerbaijan" behind a plural noun."""
    place = mention.last + 1
    if place >= len(clause.tokens) or clause.words[place] not in ("of", "from", "de", "between"):
        return []
    found: list[Actor] = []
    named: list[Actor] = []
    alone = 0  # how many states stand since the last person
    place += 1
    while place < len(clause.tokens):
        other = clause.named.at(place)
        if found and clause.words[place] == "(" and ")" in clause.words[place : place + IN_BRACKETS]:
            if other is None and (holder := clause.named.at(place + 1)) is not None and holder.actor.kind == "person":
                holder.actor.country = holder.actor.country or found[-1].country
            place = clause.words.index(")", place) + 1  # "of Peru (NAME) and Chile (NAME)"
        elif other is not None and other.actor.country:
            found.append(other.actor)
            alone += 1
            place = other.last + 1
        elif other is not None and other.actor.kind == "person" and found and (named or alone):
            if alone == 1:
                other.actor.country = found[-1].country  # "of Peru, NAME, and of Chile, NAME"
            named, alone = [*named, other.actor], 0
            place = other.last + 1
        elif clause.words[place] in ("and", ",", ";", "the", "y", "e") or clause.words[place] in DUTY:
            place += 1
        else:
            break
    if len(named) == len(found):
        for person, state in zip(named, found, strict=True):  # "of Peru and Chile, NAME and NAME"
            person.country = person.country or state.country
    return found


def is_of_many(clause: Clause, mention: Mention) -> bool:
    """Tell whether a group is that of states which are only counted: "the leaders of eight African countries"."""
    lows = clause.words[mention.last + 1 : mention.last + 3]
    return lows[:1] == ["of"] and lows[-1] in MANY


def is_beside(clause: Clause, mention: Mention) -> bool:
    """Tell whether a group is whoever else stands by those named: "X, Y and their allies"."""
    return clause.words[mention.first] in OWN and clause.words[mention.last] in COMPANY


def counted(clause: Clause, mention: Mention) -> int:
    """Return how many are said to be a group, or the states that it is of: "the leaders of the three countries"."""
    behind = clause.words[mention.last + 1 : mention.last + 4]
    words = [*fold(mention.actor.name).split(), *(behind if behind[:1] == ["of"] else [])]
    return next((COUNTS[word] for word in words if word in COUNTS), 0)


def listed(clause: Clause, number: int) -> list[Mention]:
    """Return a mention with the one that "and" joins to it and those in commas before: "X, Y and Z".

    Nothing is returned for the names in brackets behind a bloc: who its members are is known.
    """
    first = number - 1
    while first and _is_comma_between(clause, clause.mentions[first - 1], clause.mentions[first]):
        first -= 1
    opener = clause.mentions[first].first - 1
    named = clause.named.at(opener - 1) if opener > 0 and clause.tokens[opener].text == "(" else None
    return [] if named is not None and named.actor.members else clause.mentions[first : number + 1]


def _is_comma_between(clause: Clause, first: Mention, second: Mention) -> bool:
    """Tell whether nothing but a comma stands between two mentions of states or of those who act for them."""
    between = [token.text for token in clause.tokens[first.last + 1 : second.first]]
    return between == [","] and bool(first.actor.countries)


def is_human(actor: Actor) -> bool:
    """Tell whether an actor is a person, or the holder of an office whom the text does not name."""
    return actor.kind == "person" or (actor.kind == "office" and actor.title_kind in OFFICE_HOLDERS)


def is_collective(actor: Actor) -> bool:
    """Tell whether several who act for one state are named as one: "a Kenyan delegation", "Peruvian lawmakers"."""
    last = fold(actor.name).split()[-1:]
    is_named = actor.kind in ("body", "people") and len(actor.countries) == 1
    return is_named and bool(last) and (last[0] in COLLECTIVES or (last[0].endswith("s") and last[0] in BODY_NOUNS))
