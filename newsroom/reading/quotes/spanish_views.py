"""Find the Spanish words that name whose view a stretch gives: "según X", "según informó X", "a juicio de X"."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.reading.analysis import Clause
from newsroom.reading.quotes.spanish_cues import SAYING, forms
from newsroom.reading.quotes.spanish_speakers import HAVING

RETELLING = "referir:refir reseñar consignar recoger difundir registrar documentar verificar"  # behind "según"
VIEWS = frozenset(
    tuple(words.split())
    for words in (
        "de acuerdo con",
        "de acuerdo a",
        "a juicio de",
        "a ojos de",
        "a ojos del",
        "en opinion de",
        "en palabras de",
        "a criterio de",
        "a juicio del",
        "en opinion del",
        "en palabras del",
        "a criterio del",
        "de acuerdo al",
    )
)
VIEW_NOUNS = {"segun"} | {words[1] for words in VIEWS}  # one of these has each sentence with such words


def openers(clause: Clause) -> Iterator[tuple[int, int]]:
    """Yield where words that name whose view follows start and where he is named: "según X", "a juicio de X"."""
    tokens = clause.tokens
    if clause.lows.isdisjoint(VIEW_NOUNS):
        return
    for place, token in enumerate(tokens):
        if clause.quoted[place]:
            continue
        if token.low == "segun" and place + 1 < len(tokens):
            is_perfect = tokens[place + 1].low in HAVING and place + 3 < len(tokens)  # "según ha avanzado X"
            verb = tokens[place + 1].low in forms(SAYING) or tokens[place + 1].low in forms(RETELLING)
            yield place, place + 1 + verb + 2 * is_perfect
        elif tuple(clause.words[place : place + 3]) in VIEWS and place + 3 < len(tokens):
            yield place, place + 3
