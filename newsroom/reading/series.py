"""Find those who stand joined: in a series by commas and "and", or beside a subject: "X, along with Y and Z"."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.analysis import Clause
from newsroom.reading.names.mentions import Mention
from newsroom.reading.prepositions import is_in_phrase
from newsroom.reading.verbs import Verb

JOINED = frozenset(("and", "y", "&", "well", "nor"))
BETWEEN = JOINED | {",", "as"}
OF = frozenset(("of", "de"))
LISTING = frozenset((",", "and", "y"))
# What joins somebody to a subject, in two words.
BESIDE = frozenset(
    tuple(pair.split())
    for pair in "along with,together with,alongside with,joined by,followed by,junto con,junto a,seguido por".split(",")
)
EXAMPLE = "including"
COMPANIONS = frozenset(first for first, _ in BESIDE)


def of_states(clause: Clause, verb: Verb) -> list[Mention]:
    """Return the people before a verb who are listed with their states: "X of Kenya, Y of Togo, and Z of Mali met"."""
    found: list[Mention] = []
    place = verb.first - 1
    while (state := clause.named.at(place)) is not None and state.actor.countries:
        person = state
        if state.actor.kind == "country" and state.first > 1 and clause.words[state.first - 1] in OF:
            person = clause.named.at(state.first - 2) or state
        is_of_state = person is not state or not OF.isdisjoint(clause.words[person.first : person.last + 1])
        if person.actor.kind != "person" or not is_of_state:
            break
        found.insert(0, person)
        place = person.first - 1
        while place > 0 and clause.words[place] in LISTING:
            place -= 1
    return found if len(found) > 1 else []


def with_joined(clause: Clause, window: Sequence[Mention], last: Mention) -> list[Mention]:
    """Return a mention with those joined to it by commas and "and" before it."""
    group = [last]
    goes_on = clause.words[last.last + 1 : last.last + 2] in (["and"], ["y"])  # "X, Y and their allies"
    for mention in reversed([one for one in window if one.last < last.first]):
        between = [
            clause.words[place] for place in range(mention.last + 1, group[0].first) if clause.named.covered[place] < 0
        ]
        if (
            not between
            or not all(word in BETWEEN for word in between)
            or (not JOINED & set(between) and len(group) == 1 and not goes_on)
            or (len(group) == 1 and "," in between and _is_object_of_earlier(clause, mention))
        ):
            break
        if is_in_phrase(clause, mention):
            if len(group) > 1 and clause.words[mention.first - 1] == "from":
                group.insert(0, mention)  # "officials from Peru, Chile and Brazil"
            break
        group.insert(0, mention)
    return group


def company(clause: Clause, mention: Mention, verb: Verb) -> list[Mention]:
    """Return who acts beside a subject: "X, along with Y and Z, expelled", "X, joined by Y, signed"."""
    if clause.lows.isdisjoint(COMPANIONS):
        return []
    for place in range(mention.last + 1, verb.first - 2):
        if (clause.words[place], clause.words[place + 1]) in BESIDE:
            found = joined_behind(clause, place + 1)
            return [m for m in found if m.actor.country != "EU" or not mention.is_plural]  # the states beside it act
    return []


def examples(clause: Clause, start: int, verb: Verb) -> list[Mention]:
    """Return who is named in commas as some of a subject: "Several countries, including X and Y, expelled"."""
    if EXAMPLE not in clause.lows:
        return []
    for place in range(start + 1, verb.first - 1):
        if clause.words[place] == EXAMPLE:
            found = joined_behind(clause, place)
            end = verb.first - (clause.tokens[verb.first - 1].text == ",")
            return found if found and found[-1].last == end - 1 else []
    return []


def _is_object_of_earlier(clause: Clause, mention: Mention) -> bool:
    """Tell whether a mention before ", and" ends an earlier clause: "X expelled two diplomats of Y, and Z closed"."""
    if mention.first and clause.tokens[mention.first - 1].text == ",":
        return False  # "X, Y, and Z"
    return any(verb.is_finite and verb.head < mention.first for verb in clause.verbs)


def joined_behind(clause: Clause, place: int) -> list[Mention]:
    """Return the mention right behind a token with those that commas and "and" join to it."""
    found: list[Mention] = []
    for mention in clause.mentions:
        between = set(clause.words[(found[-1].last if found else place) + 1 : mention.first])
        is_next = mention.first == place + 1 if not found else mention.first > found[-1].last
        if mention.first > place and is_next and (not found or (between and between <= {"and", ",", "y", "the"})):
            found.append(mention)
    return found
