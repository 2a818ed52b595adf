"""Find the ministry that speaks in Spanish by another of its names: "la cartera", "el Ministerio de Exteriores"."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.analysis import Article
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.said import Said
from newsroom.reading.sentences import fold

PORTFOLIOS = frozenset(("cartera", "dependencia"))  # "señaló la cartera": the ministry of which the story tells
MINISTRIES = frozenset("ministerio cancilleria secretaria ministry".split())
LONGEST, FOREIGN = 2, "exteriores"  # words


def foreign_ministry(article: Article, speaker: Actor) -> Actor:
    """Return a foreign ministry as the story first names it: of "Exteriores" and "Relaciones Exteriores" the same."""
    if speaker.kind != "body" or not speaker.country or FOREIGN not in fold(speaker.name).split():
        return speaker
    houses = (one for one in article.registry.bodies if one.country == speaker.country)
    return next((one for one in houses if FOREIGN in fold(one.name).split()), speaker)


def portfolio(article: Article, said: Sequence[Said], speaker: Actor) -> Actor | None:
    """Return the ministry that "la cartera", "la cartera diplomática" means: that spoke last, else of the story."""
    words = fold(speaker.name).split()
    if not words or len(words) > LONGEST or words[0] not in PORTFOLIOS:
        return None
    named = [each.speaker for each in reversed(said) if each.speaker is not None]
    houses = (*named, *article.registry.bodies)
    return next((one for one in houses if not MINISTRIES.isdisjoint(fold(one.name).split())), None)
