"""Read the names of news agencies as bodies of their own: "Japan's Kyodo news agency", "la agencia rusa TASS", "KCNA".

An agency is not the state that it stands beside; only one that is called official or state-run speaks for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsroom.reading.names.mentions import Mention, Named
from newsroom.reading.names.people import Actor
from newsroom.reading.names.phrases import after_possessive, plain
from newsroom.reading.sentences import Token

if TYPE_CHECKING:
    from newsroom.reading.names.finder import Finder

# Agencies that are known by a name which means nothing else; those that speak for a state, with its code.
AGENCIES = dict.fromkeys("tass xinhua yonhap kyodo interfax bernama anadolu ukrinform armenpress efe".split(), "")
AGENCIES |= {"kcna": "KP", "sana": "SY", "irna": "IR", "belta": "BY"}
FULL = {"korean central news agency": "kcna"}
KIND = "news agency"  # the office by which "the agency" finds them
WORDS = AGENCIES.keys() | {"agency", "agencia"}  # one of these has each sentence with such a name
OF_NEWS = frozenset(("news", "press", "telegraph", "information"))
OFFICIAL = frozenset("official state state-run state-owned estatal oficial".split())
WITHIN = OFFICIAL | frozenset("the la semi-official private independent local - run owned de noticias".split())
REACH = 9


def agency_at(finder: Finder, tokens: Sequence[Token], place: int, start: int, named: Named) -> Mention | None:
    """Return the news agency whose name, or whose state's, starts at a token."""
    if tokens[start].low == "agencia":
        return _spanish(finder, tokens, place, start, named)
    noun = _noun(finder, tokens, start)
    if noun < 0:
        return _known(finder, tokens, place, start)
    name, code = start, ""
    for index in range(start, noun - 1):
        hit = finder.country_at(tokens, index) if tokens[index].is_capital else None
        if hit is not None:
            named.countries.append(hit)
            code = code or hit.code
        is_before = hit is not None and not tokens[hit.last + 1].is_capital
        name = index + 1 if is_before or not tokens[index].is_capital else name
    whose = code  # "Peru's news agency"
    code = "" if OFFICIAL.isdisjoint(token.low for token in tokens[start:noun]) else code
    own, end = _behind(tokens, noun)
    if own > noun:
        return _made(finder, tokens, (place, end), tokens[own].text, AGENCIES.get(tokens[own].low, code))
    is_named = name < noun - 1 and tokens[name].is_capital
    words, code = plain(tokens, name if is_named else start, noun), code if is_named else whose
    if (known := FULL.get(words.lower())) is not None:
        words, code = known.upper(), AGENCIES[known]
    return _made(finder, tokens, (place, noun), words, code)


def _behind(tokens: Sequence[Token], noun: int) -> tuple[int, int]:
    """Return the name behind "agency", and where it ends: "the state news agency KPL", "the news agency, KPL, said"."""
    is_apart = noun + 1 < len(tokens) and tokens[noun + 1].text == ","
    own = noun + 1 + is_apart
    if own >= len(tokens) or not (tokens[own].text.isupper() and tokens[own].text.isalpha()):
        return -1, noun
    closes = is_apart and own + 1 < len(tokens) and tokens[own + 1].text == ","
    return (own, own + closes) if closes or not is_apart else (-1, noun)


def _noun(finder: Finder, tokens: Sequence[Token], start: int) -> int:
    """Return where "agency" stands in a name that starts with a capital or "state", "official", else -1."""
    for index in range(start, min(len(tokens), start + REACH)):
        token = tokens[index]
        if token.low == "media" and index > start and tokens[index + 1 : index + 2]:
            return index if tokens[index + 1].low in AGENCIES else -1  # "state media KCNA"
        if token.low == "agency":
            return index if index > start and tokens[index - 1].low in OF_NEWS else -1
        if not (token.is_capital or token.low in WITHIN | OF_NEWS or token.low in ("'s", "’s")):
            return -1
    return -1


def _known(finder: Finder, tokens: Sequence[Token], place: int, start: int) -> Mention | None:
    """Return an agency that is known by its name alone: "TASS", "state media KCNA"."""
    if tokens[start].low not in AGENCIES or not tokens[start].is_capital:
        return None
    return _made(finder, tokens, (place, start), tokens[start].text, AGENCIES[tokens[start].low])


def _spanish(finder: Finder, tokens: Sequence[Token], place: int, start: int, named: Named) -> Mention | None:
    """Return the agency behind "agencia", its state between them: "la agencia estatal norcoreana KCNA"."""
    code, is_official = "", False
    for index in range(start + 1, min(len(tokens), start + REACH)):
        token = tokens[index]
        hit = finder.country_at(tokens, index)
        if token.is_capital and hit is None:
            end = index
            while end + 1 < len(tokens) and tokens[end + 1].is_capital and tokens[end + 1].start == tokens[end].end + 1:
                end += 1
            return _made(finder, tokens, (place, end), plain(tokens, index, end), code if is_official else "")
        if hit is not None:
            named.countries.append(hit)
            code = hit.code
        elif token.low not in WITHIN:
            return None
        is_official = is_official or token.low in OFFICIAL
    return None


def _made(finder: Finder, tokens: Sequence[Token], places: tuple[int, int], name: str, code: str) -> Mention:
    """Return an agency as a mention between two tokens."""
    actor: Actor = finder.registry.other("body", name, code)
    actor.office = KIND
    end = after_possessive(tokens, places[1] + 1) - 1
    return Mention(places[0], end, actor, "name", end > places[1])
