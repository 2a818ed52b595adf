"""Keep the people, states and bodies of one article: who is the same as whom, and what is known of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from newsroom.reading.names.codes import code_of
from newsroom.reading.names.titles import GENDER_BY_FIRST_NAME, PARTICLES, Title
from newsroom.reading.sentences import fold
from timeline.gazetteer import Gazetteer

FAMILY_FIRST = frozenset(("CN", "KP", "KR", "TW", "VN"))  # states whose people are named by the family first
LEADING = frozenset(("head", "foreign_minister"))  # whom a bare family name means before their kin
LOOSE = frozenset(("honorific", "official", "counterpart"))  # titles that many have


def _parts(name: str) -> list[str]:
    """Return the folded words of a name without full stops and apostrophes: "Wetang'ula" is "Wetangula"."""
    return fold(name).replace(".", "").replace("'", "").split()


@dataclass(slots=True, eq=False)
class Actor:
    """Hold one who can act or speak: a person, state, body, office, group, document or bare name."""

    kind: str
    name: str
    country: str = ""
    office: str = ""
    level: str = ""
    gender: str = ""
    slug: str = ""
    title_kind: str = ""
    members: tuple[Actor, ...] = ()
    start: int = -1
    end: int = -1
    rank: int = 0
    family: str = ""
    others: set[str] = field(default_factory=set)

    @property
    def countries(self) -> tuple[str, ...]:
        """Return the countries for which it stands."""
        if self.members:
            return tuple(dict.fromkeys(code for member in self.members for code in member.countries))
        return (self.country,) if self.country else ()

    def is_called(self, low: str) -> bool:
        """Tell whether a token is the family's, by which the person is then meant: it ends the name, or begins it."""
        words, low = _parts(self.name), low.replace("'", "")
        begins = self.country in FAMILY_FIRST and low == words[0]
        return begins or low in words[-1:] + _parts(self.family)

    @property
    def people(self) -> tuple[Actor, ...]:
        """Return the persons that it is."""
        if self.members:
            return tuple(dict.fromkeys(person for member in self.members for person in member.people))
        return (self,) if self.kind == "person" else ()


def _title_kind(kind: str) -> str:
    """Return the engine's word for a kind of office of the gazetteer."""
    return "head" if kind.startswith("head_of") else {"other_minister": "minister", "other": "official"}.get(kind, kind)


class Registry:
    """Hold the actors of one article, and find each again by name."""

    def __init__(self, gazetteer: Gazetteer, on: date | None) -> None:
        """Start with nobody."""
        self.gazetteer = gazetteer
        self.on = on
        self.people: list[Actor] = []
        self._by_slug: dict[str, Actor] = {}
        self._by_token: dict[str, list[Actor]] = {}
        self._others: dict[tuple[str, str], Actor] = {}

    def known(self, slug: str) -> Actor:
        """Return the actor for a leader of the gazetteer."""
        if slug in self._by_slug:
            return self._by_slug[slug]
        leader = self.gazetteer.leaders[slug]
        offices = self.gazetteer.offices_of(slug, self.on) if self.on else ()
        latest = self.gazetteer.tenures_of(slug)
        country = ""
        if offices:
            country = self.gazetteer.offices[offices[0].slug].country
        elif latest:
            country = self.gazetteer.offices[latest[0].office].country
        entry = self.gazetteer.countries.get(country)
        actor = Actor(
            "person",
            leader.name,
            code_of(entry) if entry else "",
            offices[0].title if offices else "",
            offices[0].level if offices else "",
            leader.pronoun,
            slug,
            _title_kind(offices[0].kind) if offices else "",
            family=leader.family_name,
        )
        if (met := self._met(actor)) is not None:
            met.slug, met.family, met.gender = slug, actor.family, actor.gender or met.gender
            self._by_slug[slug] = actor = met
        else:
            self._add(actor, leader.name)
        for token in _parts(leader.family_name):
            self._remember(token, actor)
        return actor

    def _met(self, leader: Actor) -> Actor | None:
        """Return who was met under a longer name of a leader, in an office of the same state."""
        words = _parts(leader.name)
        for actor in self._by_token.get(words[-1], ()):
            theirs = _parts(actor.name)
            is_same = theirs[0] == words[0] and theirs[-1] == words[-1] and set(words) < set(theirs)
            if is_same and not actor.slug and actor.country == leader.country and actor.title_kind == leader.title_kind:
                return actor
        return None

    def person(self, name: str) -> Actor:
        """Return the actor of this name: one already met whose name fits, else a new one."""
        words = _parts(name)
        for actor in reversed(self._by_token.get(words[-1], [])):
            theirs = _parts(actor.name)
            if (
                set(words) <= set(theirs)
                or set(theirs) <= set(words)
                or (words[0] == theirs[0] and words[-1] == theirs[-1])
            ):
                if len(words) > len(theirs) and not actor.slug:
                    actor.name = name
                    self._index(actor, name)
                return actor
        actor = Actor("person", name, gender=GENDER_BY_FIRST_NAME.get(words[0], ""))
        self._add(actor, name)
        return actor

    def by_token(self, low: str) -> Actor | None:
        """Return the person who was last named with this token of a name, before all one whose family's it is."""
        actors = self._by_token.get(low.replace("'", ""))
        if not actors:
            return None
        if len(actors) > 1:
            actors = [actor for actor in actors if actor.is_called(low)] or actors
        leading = [actor for actor in actors if actor.title_kind in LEADING]
        return leading[-1] if leading and actors[-1].title_kind not in LEADING else actors[-1]

    def in_office(self, actor: Actor, low: str, title: Title) -> Actor:
        """Return who bears a family name and holds the office named, where the one named last holds another."""
        if title.kind in LOOSE or actor.title_kind in ("", title.kind):
            return actor
        holders = [one for one in self._by_token.get(low.replace("'", ""), ()) if one.title_kind == title.kind]
        return holders[-1] if holders else actor

    def other(self, kind: str, name: str, country: str = "") -> Actor:
        """Return the state, body, group, document or bare name, the same object for the same words."""
        key = (kind, fold(name) + country)
        if key not in self._others:
            self._others[key] = Actor(kind, name, country)
        return self._others[key]

    @property
    def bodies(self) -> list[Actor]:
        """Return the bodies and offices named."""
        return [actor for actor in self._others.values() if actor.kind in ("body", "office")]

    def describe(self, actor: Actor, title: Title | None, words: str, country: str) -> None:
        """Add what a title in the text says of a person: office, country, level, gender."""
        if title is not None and title.kind != "honorific" and title.kind != "official":
            if not actor.office or actor.title_kind in ("", "official"):
                actor.office = words
                actor.title_kind = title.kind
            actor.title_kind = actor.title_kind or title.kind
        elif title is not None and title.kind == "official" and not actor.office:
            actor.office, actor.title_kind = words, title.kind
        if title is not None:
            actor.level = actor.level or title.level
            actor.gender = actor.gender or title.gender
        if country and self._is_stranger(actor, title):
            actor.country = country
        elif country and (not actor.country or not actor.slug):
            actor.country = actor.country or country

    def _is_stranger(self, actor: Actor, title: Title | None) -> bool:
        """Tell whether a title may speak of a namesake of a leader, or of a later life: out of office on the day."""
        if not actor.slug or self.on is None or title is None or title.kind in ("honorific", "counterpart"):
            return False
        return not self.gazetteer.offices_of(actor.slug, self.on)

    def _add(self, actor: Actor, name: str) -> None:
        """Enter a new person."""
        self.people.append(actor)
        if actor.slug:
            self._by_slug.setdefault(actor.slug, actor)
        self._index(actor, name)

    def _index(self, actor: Actor, name: str) -> None:
        """Make a person findable by each token of the name that is long enough, or stands where a family name does."""
        tokens = _parts(name.replace("-", " "))
        for token in tokens:
            if token not in PARTICLES and (len(token) > 2 or token in (tokens[0], tokens[-1])):
                self._remember(token, actor)

    def _remember(self, token: str, actor: Actor) -> None:
        """Point a token of a name to a person, the last one first in line."""
        actors = self._by_token.setdefault(token, [])
        if actor in actors:
            actors.remove(actor)
        actors.append(actor)
