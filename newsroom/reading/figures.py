"""Find figures that somebody gave: a value with its unit, direction, period; only inside statements, never checked."""

from __future__ import annotations

import re

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.dates import Resolved
from newsroom.reading.quotes.proposals import speaker_name
from newsroom.reading.quotes.said import Said
from newsroom.reading.timing import Dated, dated
from newsroom.values import ClaimProposal, Evidence

UNITS = {
    "%": "percent",
    "percent": "percent",
    "per": "percent",
    "pct": "percent",
    "dollars": "USD",
    "dollar": "USD",
    "usd": "USD",
    "euros": "EUR",
    "euro": "EUR",
    "pesos": "MXN",
    "yuan": "CNY",
    "rubles": "RUB",
    "people": "people",
    "personas": "people",
    "troops": "troops",
    "soldiers": "soldiers",
    "rebels": "rebels",
    "prisoners": "prisoners",
    "migrants": "migrants",
    "refugees": "refugees",
    "tonnes": "tonnes",
    "tons": "tons",
    "barrels": "barrels",
    "diplomats": "diplomats",
    "deaths": "deaths",
    "jobs": "jobs",
    "drones": "drones",
    "missiles": "missiles",
    "metres": "metres",
    "kilometres": "kilometres",
    "miles": "miles",
}
CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
SCALES = {
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "mil": 1e3,
    "millones": 1e6,
    "bn": 1e9,
    "m": 1e6,
}
DOWN = frozenset("fall drop decrease decline reduce cut lower shrink slash plunge".split())
UP = frozenset("rise increase grow jump climb surge double raise expand soar".split())
NOUNS = {
    "reduction": "down",
    "decrease": "down",
    "drop": "down",
    "decline": "down",
    "increase": "up",
    "rise": "up",
    "growth": "up",
}
APPROXIMATE = frozenset(
    "about around nearly almost some approximately roughly over than least up to cerca casi unos".split()
)
FIGURE = re.compile(r"[\d¼-¾]")  # "½" is folded to figures
CUBIC = frozenset("cubic square million".split())


def find_claims(article: Article, said: list[Said], times: dict[tuple[int, int], Resolved]) -> list[ClaimProposal]:
    """Return the figures in the statements of an article."""
    found = []
    for one in said:
        if one.speech == "official_text":
            continue
        for clause in article.clauses[one.clause : one.clause + 1]:
            if FIGURE.search(article.text, one.start, one.end) is None:
                continue
            for place, token in enumerate(clause.tokens):
                if token.low[:1].isdigit() and one.start <= token.start < one.end:
                    claim = _claim(article, clause, place, one, times)
                    if claim is not None:
                        found.append(claim)
    return found


def _claim(
    article: Article, clause: Clause, place: int, one: Said, times: dict[tuple[int, int], Resolved]
) -> ClaimProposal | None:
    """Return the claim of the figure at ``place``; ``None`` for a date, an age or a bare number."""
    if any(time.first <= place <= time.last for time in clause.times):
        return None
    value = _value(clause.words[place])
    if value is None:
        return None
    last, scale, unit = _unit(clause, place)
    if not unit:
        return None
    before = set(clause.words[max(0, place - 3) : place])
    start, end = clause.span(place - (clause.tokens[place - 1].text in CURRENCIES), last)
    period = _period(article, clause, times)
    evidence = [
        Evidence.cut(article.text, "claim", one.start, one.end),
        Evidence.cut(article.text, "figure", start, end),
    ]
    if period is not None:
        evidence.append(Evidence.cut(article.text, "when", period.start, period.end))
    return ClaimProposal(
        speaker=speaker_name(article, one.speaker),
        value=value * scale,
        unit=unit,
        direction=_direction(clause, place),
        is_approximate=bool(before & APPROXIMATE),
        subject=_subject(article, clause, place, one),
        period=period.when if period else None,
        source_words=period.words if period else "",
        evidence=tuple(evidence),
        rule="figure",
        confidence=0.7,
    )


def _value(word: str) -> float | None:
    """Return the number that a token of digits means."""
    bare = word.replace(",", "")
    if bare.count(".") > 1 or not bare.replace(".", "").isdecimal() or len(bare) > 18:
        return None
    return float(bare.rstrip("."))


def _unit(clause: Clause, place: int) -> tuple[int, float, str]:
    """Return the last token of a figure, its scale and its unit."""
    scale, index = 1.0, place + 1
    unit = CURRENCIES.get(clause.tokens[place - 1].text, "") if place else ""
    for _ in range(4):
        low = clause.words[index] if index < len(clause.tokens) else ""
        if low in SCALES and scale == 1.0:
            scale = SCALES[low]
        elif low in UNITS and not unit:
            last = index + (low == "per")
            return min(last, len(clause.tokens) - 1), scale, UNITS[low]
        elif low not in CUBIC and not (
            low.isalpha() and not unit and index == place + 1 and clause.tokens[index].is_capital
        ):
            break
        index += 1
    return max(place, index - 1), scale, unit


def _direction(clause: Clause, place: int) -> str:
    """Return "up" or "down" by the verb or noun near a figure."""
    near = [verb for verb in clause.verbs if abs(verb.head - place) <= 8]
    for verb in sorted(near, key=lambda one: abs(one.head - place)):
        if verb.lemma in DOWN:
            return "down"
        if verb.lemma in UP:
            return "up"
    words = clause.words[max(0, place - 5) : place + 5]
    return next((NOUNS[word] for word in words if word in NOUNS), "")


def _subject(article: Article, clause: Clause, place: int, one: Said) -> str:
    """Return what the figure is about: the words from the start of the statement to the verb before the figure."""
    verb = next(
        (v for v in reversed(clause.verbs) if v.head < place and clause.tokens[v.first].start > one.start), None
    )
    if verb is None or not verb.first:
        return ""
    return article.text[one.start : clause.tokens[verb.first - 1].end].strip()


def _period(article: Article, clause: Clause, times: dict[tuple[int, int], Resolved]) -> Dated | None:
    """Return the span of time in the sentence, if it has one that lasts."""
    for time in clause.times:
        resolved = times.get((clause.number, time.first))
        if resolved is not None and time.kind in ("span", "unit", "year", "month"):
            return dated(article, clause, time, resolved)
    return None
