"""Tell whether two texts are copies of one report, and show where their words differ.

Two reporters who were in the same room write different sentences; two copies of one report share long runs of words.
So the measure is the share of the shorter text's runs of five words that the longer one has too. What stands in
quotation marks is left out: two reports of one speech quote the same words. Precision comes before recall, because a
false copy hides a second source: the texts must name the same countries and may not credit two agencies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from newsroom.reading.clean.furniture import AGENCIES
from newsroom.reading.names.index import index_of
from newsroom.reading.sentences import fold, tokenize
from timeline.gazetteer import load

RUN = 5
DAYS_APART = 3
FEWEST_SHARED = 20  # runs; below, it may be a formula or one sentence
SHARE, SHARE_OF_ONE_AGENCY = 0.6, 0.4
LONGEST = 3000  # words that are compared
LONGEST_DIFFERENCE = 30  # words that are shown of each side
WORD = re.compile(r"\w+(?:[.'’]\w+)*\.?")
QUOTED = re.compile(r"“[^“”]{1,3000}(?:”|$)|«[^«»]{1,3000}(?:»|$)|\"[^\"]{1,3000}(?:\"|$)")
HONORIFICS = frozenset("mr mrs ms dr".split())  # some outlets add them, others take them out
AGENCY_NAMES = frozenset(fold(name) for name in (*AGENCIES, *AGENCIES.values()))

Shingles = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sketch:
    """Hold what is compared of a text: its runs of words, its origin, its day, the countries that it names."""

    shingles: Shingles
    origin: str = ""
    day: date | None = None
    countries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Difference:
    """Hold a place where two copies differ: the words of each, and the words before, which both have."""

    before: str
    mine: str
    yours: str


def words_of(paragraphs: Iterable[str]) -> list[str]:
    """Return the words as they stand, at most so many as are compared."""
    return [word for text in paragraphs for word in WORD.findall(text)][:LONGEST]


def _plain(word: str) -> str:
    """Return a word without case, accents, points and apostrophes: U.S. and US are one."""
    return fold(word).replace(".", "").replace("'", "")


def shingles(paragraphs: Iterable[str]) -> Shingles:
    """Return the runs of five words outside quotation marks; none goes over the end of a paragraph or quotation."""
    found: set[tuple[str, ...]] = set()
    left = LONGEST
    for text in paragraphs:
        for part in QUOTED.split(text):
            words = [plain for word in WORD.findall(part) if (plain := _plain(word)) not in HONORIFICS][:left]
            left -= len(words)
            found |= {tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)}
    return frozenset(found)


def sketch(paragraphs: Sequence[str], origin: str, day: date | None) -> Sketch:
    """Return what is compared of a text."""
    return Sketch(shingles(paragraphs), origin, day, countries_named(paragraphs, day))


def countries_named(paragraphs: Iterable[str], day: date | None) -> frozenset[str]:
    """Return the codes of the states that a text names without doubt on a day; a bare city names none."""
    index, found = index_of(load()), set()
    for text in paragraphs:
        tokens = tokenize(text)
        for place, token in enumerate(tokens):
            hit = index.country_at(tokens, place, day, frozenset()) if token.is_capital else None
            if hit is not None and hit.form not in ("city", "organisation"):
                found.add(hit.code)
    return frozenset(found)


def is_agency(name: str) -> bool:
    """Tell whether a name is that of a news agency."""
    return fold(name) in AGENCY_NAMES


def likeness(first: Shingles, second: Shingles) -> float:
    """Return the share of the shorter text's runs that the longer one has too, 0 to 1."""
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0


def is_same_story(first: Sketch, second: Sketch) -> bool:
    """Tell whether two texts are copies of one report, as far as their words, origins, days and countries say."""
    if first.day is not None and second.day is not None and abs((first.day - second.day).days) > DAYS_APART:
        return False
    if len(first.shingles & second.shingles) < FEWEST_SHARED:
        return False
    shorter, longer = sorted((first, second), key=lambda one: len(one.shingles))
    if not shorter.countries <= longer.countries:
        return False
    mine, yours = (fold(one.origin) if is_agency(one.origin) else "" for one in (first, second))
    if mine and yours and mine != yours:
        return False
    return likeness(first.shingles, second.shingles) >= (SHARE_OF_ONE_AGENCY if mine and mine == yours else SHARE)


def differences(mine: Sequence[str], yours: Sequence[str]) -> list[Difference]:
    """Return where two copies differ, given their paragraphs, in the order of the first; long words are cut short."""
    left, right = words_of(mine), words_of(yours)
    matcher = SequenceMatcher(None, [_plain(word) for word in left], [_plain(word) for word in right], autojunk=False)
    return [
        Difference(
            " ".join(left[max(0, first - 4) : first]),
            _cut(left[first:last]),
            _cut(right[start:end]),
        )
        for tag, first, last, start, end in matcher.get_opcodes()
        if tag != "equal"
    ]


def _cut(words: Sequence[str]) -> str:
    """Return words as one text, at most so many as are shown."""
    return " ".join(words[:LONGEST_DIFFERENCE]) + (" …" if len(words) > LONGEST_DIFFERENCE else "")
