"""Say whose an office or a person is: "whose minister", "its foreign minister", "his spokesperson X"."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.analysis import Clause
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor, Registry
from newsroom.reading.sentences import fold

OFFICES = {"head", "foreign_minister", "minister"}
EQUALS = frozenset("counterpart homologo homologa par colega".split())
PLACING = frozenset(("where", "donde"))
GOALS = frozenset("in at to for en a hacia".split())
BESIDE = 3  # tokens behind a name within which "in" and a place stand
OWN = frozenset("its his her their su sus".split())


def lend_country(clause: Clause, mention: Mention, owners: Sequence[Actor | None]) -> None:
    """Give a person, "his spokesperson X", the country of him who has the spokesperson, the likeliest owner first."""
    actor = mention.actor
    if not actor.country and actor.title_kind == "head":
        actor.country = _place_of(clause, mention)
    if actor.country:
        return
    own = next((one for one in owners if one is not None and one.country), None)
    if _is_equal(actor):
        actor.country = _visited(clause, mention, own.country if own is not None else "")
    owner = clause.named.at(mention.first - 1) if mention.first else None
    if not actor.country and owner is not None and owner.is_possessive:
        actor.country = owner.actor.country if actor.title_kind else ""  # "President X's special envoy Y"
    if not actor.country and own is not None and actor.title_kind and clause.words[mention.first] in OWN:
        actor.country = own.country


def lend_office(actor: Actor, others: Sequence[Actor | None]) -> None:
    """Give a person, "his Chilean counterpart X", the sort of office of him whose counterpart he is: the likeliest."""
    if actor.title_kind != "official" or not actor.country:
        return
    if _is_equal(actor):
        equal = next((one for one in others if one is not None and one.title_kind in OFFICES), None)
        if equal is not None and equal is not actor and equal.country != actor.country:
            actor.title_kind, actor.level = equal.title_kind, equal.level


def _is_equal(actor: Actor) -> bool:
    """Tell whether somebody is named as another's counterpart."""
    return fold(actor.office).split()[-1:] != [] and fold(actor.office).split()[-1] in EQUALS


def _visited(clause: Clause, mention: Mention, own: str) -> str:
    """Return the foreign state in which a clause puts a counterpart: "In Libya, he will meet his counterpart X"."""
    behind = [m for m in clause.mentions if 0 < m.first - mention.last <= BESIDE]
    for place in (*reversed([m for m in clause.mentions if m.last < mention.first]), *behind):
        is_goal = place.first > 0 and clause.words[place.first - 1] in GOALS
        if is_goal and place.actor.kind == "country" and place.actor.country not in ("", own):
            return place.actor.country
    return ""


def _place_of(clause: Clause, mention: Mention) -> str:
    """Return the state of the place in which a clause puts a head of state: "to Lima, where he met President X"."""
    place = next((n for n in range(mention.first - 1, 0, -1) if clause.words[n] in PLACING), 0)
    named = clause.named.at(place - 2) if place and clause.tokens[place - 1].text == "," else None
    has_other = any(place < m.first < mention.first and m.form != "pronoun" for m in clause.mentions)
    return named.actor.country if named is not None and named.actor.kind == "country" and not has_other else ""


def owned(registry: Registry, clause: Clause, mention: Mention, owners: Sequence[Actor | None]) -> Mention:
    """Give an office the country of whose it is: "Argentina said that its foreign minister would visit"."""
    office = mention.actor
    if office.country or office.title_kind not in OFFICES or clause.words[mention.first] not in OWN:
        return mention
    owner = next((one for one in owners if one is not None and one.country), None)
    if owner is not None:
        _give(registry, mention, f"{owner.country} {office.name}", owner.country)
    return mention


def housed(registry: Registry, clause: Clause, mention: Mention, speakers: Sequence[Actor | None]) -> Actor | None:
    """Return the office of the house that speaks: "A Downing Street spokesperson said: The Prime Minister called"."""
    office = mention.actor
    is_title = clause.tokens[mention.last].is_capital and clause.words[mention.first] == "the"
    if office.country or office.title_kind not in OFFICES or not is_title:
        return None
    house = next((one for one in speakers if one is not None and one.country and one.kind != "person"), None)
    if house is None:
        return None
    _give(registry, mention, f"{house.country} {office.name}", house.country)
    return mention.actor


def _give(registry: Registry, mention: Mention, name: str, country: str) -> None:
    """Put the office of a state in the place of one without."""
    office = mention.actor
    found = registry.other("office", name, country)
    found.office, found.level, found.title_kind, found.gender = (
        office.office, office.level, office.title_kind, office.gender,
    )  # fmt: skip
    mention.actor, mention.form = found, "office"


def own_by_whose(registry: Registry, clause: Clause, mention: Mention) -> None:
    """Give the office behind "whose" the state before it: "Hungary, whose foreign minister visited Serbia"."""
    office = mention.actor
    if office.kind != "office" or office.country or clause.words[mention.first] != "whose":
        return
    owner = clause.named.at(mention.first - 1) or clause.named.at(mention.first - 2)
    if owner is None or len(owner.actor.countries) != 1:
        return
    _give(registry, mention, f"{owner.actor.name}'s {office.name}", owner.actor.countries[0])
