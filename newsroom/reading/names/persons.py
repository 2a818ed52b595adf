"""Find the person whose name starts at a token: a leader of the gazetteer, somebody named before, or somebody new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsroom.reading.names.people import Actor
from newsroom.reading.names.phrases import (
    BODY_HEADS,
    ORGANISATION_WORDS,
    is_given_name,
    is_of_other_family,
    is_region,
    spell,
)
from newsroom.reading.names.runs import is_hyphened, is_of_body, name_end
from newsroom.reading.names.things import is_no_person
from newsroom.reading.names.titles import GROUP_NOUNS, NOT_NAMES, PARTICLES
from newsroom.reading.sentences import Token, fold

if TYPE_CHECKING:
    from newsroom.reading.names.finder import Finder
    from newsroom.reading.names.index import LeaderHit

WHERE = frozenset("in near outside around at".split())

SUFFIXES = frozenset(("jr", "sr"))
# Behind these a single name is the first one of a ruling house, not a family's: "Sheikh Tamim", "King Felipe".
ROYAL = frozenset("sheikh shaikh sheikha king queen emir amir sultan prince princess".split())
CROWNS = frozenset("king queen emir amir sultan".split())
REGION_WORDS = frozenset("east west north south asia asian african africa european europe pacific atlantic".split())


def person_at(finder: Finder, tokens: Sequence[Token], place: int) -> tuple[Actor | None, int]:
    """Return the person whose name starts at ``place`` and the last token of the name."""
    if place < len(tokens) and tokens[place].text.islower() and _opens_name(tokens, place):
        person, end = person_at(finder, tokens, place + 2)
        if person is not None and not person.slug and person.name.startswith(tokens[place + 2].text):
            person.name = f"{tokens[place].text}-{person.name}"  # "Foreign Minister al-Sadiq Wasila"
        return person, end
    return _person_at(finder, tokens, place)


def _person_at(finder: Finder, tokens: Sequence[Token], place: int) -> tuple[Actor | None, int]:
    """Return the person whose name, opened by no small particle, starts at ``place``, and its last token."""
    if place >= len(tokens) or not tokens[place].is_capital:
        return None, place
    leader = _leader_at(finder, tokens, place)
    is_bare = leader is not None and not leader.is_full and place > 0
    if leader and is_bare and is_of_other_family(tokens, place, finder.index.gazetteer.leaders[leader.slug].name):
        known = finder.registry.by_token(tokens[leader.last].low)
        return (known, leader.last) if known is not None else (None, place)  # "Al Saud" is no "Saud"
    if (
        tokens[place].low in BODY_HEADS
        or is_of_body(tokens, place)
        or (leader is not None and is_region(tokens, place, leader.last))
    ):
        return None, place
    is_word = tokens[place].low in NOT_NAMES and not (leader is not None and leader.is_full)
    if is_word and not (is_given_name(tokens, place) or _is_initial(tokens, place)):
        return None, place
    end = name_end(finder, tokens, place)
    if end == place and place and tokens[place - 1].low in ROYAL:
        royal = _by_first_name(finder, tokens[place].low)
        if royal is not None:
            return royal, end
        leader = leader if tokens[place - 1].low not in CROWNS else None  # no minister of that family name
    follower = tokens[end + 1] if end + 1 < len(tokens) else None
    if (
        follower is not None
        and follower.is_capital
        and follower.low in ORGANISATION_WORDS
        and not (leader and leader.is_full)
    ):
        return None, place
    family = end - (end > place and tokens[end].low in SUFFIXES)  # "Ferdinand R. Marcos Jr."
    known = finder.registry.by_token(tokens[family].low)
    if leader is not None and (leader.last >= end or leader.is_full):
        is_story = known is not None and (not known.slug or known.is_called(tokens[end].low))
        if is_story and not leader.is_full:
            return known, leader.last
        follows = leader.last + 1 <= end and tokens[leader.last + 1].low in PARTICLES  # "X bin Y bin Z"
        is_longer = leader.is_full and (end - leader.last == 1 or follows)
        return finder.registry.known(leader.slug), max(leader.last, end if is_longer else leader.last)
    if end == place:
        return (known, end) if known is not None and len(tokens[place].low) > 1 else (None, place)
    if leader is None and finder.country_at(tokens, end) and end - place < 2 and known is None:
        return None, place
    if tokens[end].low in REGION_WORDS or is_no_person(tokens, place, end):
        return None, place
    inner = finder.index.leader_within(tokens, place + 1, end, finder.on, finder.certain) if leader is None else None
    if inner is not None:
        return finder.registry.known(inner), end
    name = spell(tokens, place, end)
    if (
        tokens[end].low in GROUP_NOUNS
        or tokens[end].low in ORGANISATION_WORDS
        or (tokens[place].text.isupper() and end - place < 1)
    ):
        return None, place
    spelled_otherwise = _of_like_name(finder, tokens, place, family) if known is None else None
    return spelled_otherwise or finder.registry.person(name), end


def _leader_at(finder: Finder, tokens: Sequence[Token], place: int) -> LeaderHit | None:
    """Return the leader whose name starts at a token; one whom the story has not named is no place of that name."""
    leader = finder.index.leader_at(tokens, place, finder.on, finder.certain)
    if leader is None or leader.is_full or not is_where(tokens, place, leader.last):
        return leader
    return leader if finder.registry.by_token(tokens[leader.last].low) is not None else None


def is_where(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a family name alone is that of a place: "a garrison in Masisi", no "in Masisi's view"."""
    is_owner = last + 1 < len(tokens) and tokens[last + 1].low in ("'s", "'")
    return first == last and first > 0 and tokens[first - 1].low in WHERE and not is_owner


def _opens_name(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a hyphen ties a small particle to a name that it opens: "al-Sadiq"."""
    return tokens[place].low in PARTICLES and is_hyphened(tokens, place)


def _is_initial(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether "A" is the first of several initials: "Foreign Minister A K Abdul Momen"."""
    second = tokens[place + 1] if place + 2 < len(tokens) else None
    if second is None or tokens[place].text != "A":
        return False
    return len(second.text) == 1 and second.is_capital and tokens[place + 2].is_capital


def _of_like_name(finder: Finder, tokens: Sequence[Token], place: int, family: int) -> Actor | None:
    """Return the leader of the family name at a token whose first name begins like the one at ``place``."""
    surname = finder.index.leader_at(tokens, family, finder.on, finder.certain)
    if surname is None or surname.last < family:
        return None
    first_name = finder.index.gazetteer.leaders[surname.slug].name.split()[0]
    return finder.registry.known(surname.slug) if first_name[:3].lower() == tokens[place].low[:3] else None


def _by_first_name(finder: Finder, low: str) -> Actor | None:
    """Return who of a ruling house is called by a first name: somebody of the story, else the only one in office."""
    for actor in reversed(finder.registry.people):
        if fold(actor.name).split()[0] == low:
            return actor
    slug = finder.index.by_first_name(low, finder.on, finder.certain)
    return finder.registry.known(slug) if slug else None
