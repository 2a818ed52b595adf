"""Hold where the actors of an article are mentioned in a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsroom.reading.names.index import CountryHit
from newsroom.reading.names.people import Actor


@dataclass(slots=True)
class Mention:
    """Hold one mention: token range (title, apposition and possessive included), actor, and its form.

    ``form`` is name, office (a title without a name), adjective (a demonym before a noun), place, pronoun, anaphor.
    """

    first: int
    last: int
    actor: Actor
    form: str
    is_possessive: bool = False
    is_plural: bool = False


@dataclass(slots=True)
class Named:
    """Hold what was found in one sentence: mentions, countries, and which tokens belong to them."""

    mentions: list[Mention] = field(default_factory=list)
    countries: list[CountryHit] = field(default_factory=list)
    covered: list[int] = field(default_factory=list)

    def at(self, token: int) -> Mention | None:
        """Return the mention that covers a token."""
        number = self.covered[token] if 0 <= token < len(self.covered) else -1
        return self.mentions[number] if number >= 0 else None
