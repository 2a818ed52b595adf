"""Tell what a verb behind a noun says of what it names: that it is open, on an agenda, or came to little."""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.analysis import Clause
from newsroom.reading.verbs import Verb

EFFECTS = frozenset(
    "resolve solve settle end break bridge ease help produce yield achieve bring lead result change satisfy prevent"
    " stop convince clear affect succeed improve reduce deter restore resolver lograr producir mejorar".split()
)
SUFFICIENT = frozenset(
    "enough sufficient adequate productive fruitful successful easy smooth constructive conclusive helpful useful"
    " satisfactory suficiente suficientes facil faciles".split()
)
PROGRAMMES = frozenset("agenda schedule programme itinerary cards".split())
HANGING = frozenset("hang be remain stay look seem appear depend hinge".split())
OPEN_STILL = frozenset("premature option conditional dependent contingent".split())
NEARING = frozenset("imminent overdue nearing inminente".split())
DOUBTS = frozenset("balance doubt jeopardy uncertain".split())
POSSIBLE = frozenset(
    "possible potential likely hypothetical would-be eventual proposed possibility prospect fears hopes chance"
    " chances risk hope threat desire wish posible posibles posibilidad temor temores riesgo eventual unlikely"
    " improbable impossible unthinkable remote conceivable inconceivable imaginable doubtful".split()
)
OUT = (["out", "of", "the", "question"], ["under", "consideration"], ["under", "discussion"], ["off", "the", "table"])


def fell_short(verb: Verb, behind: list[str]) -> bool:
    """Tell whether what is denied is only what came of a noun: "the talks did not resolve it", "were not enough"."""
    if verb.modal or verb.is_passive:
        return False
    return verb.lemma in EFFECTS or (verb.lemma == "be" and not SUFFICIENT.isdisjoint(behind))


def said_of(clause: Clause, verb: Verb) -> str:
    """Return the modality of a noun that a verb behind it says something of: "is on his agenda", "remains possible"."""
    if not PROGRAMMES.isdisjoint(clause.words[verb.head + 1 : verb.head + 6]):
        return "planned"  # "the signing of accords is on his agenda"
    after = set(clause.words[verb.head + 1 : verb.head + 4])
    if after & NEARING or ("matter", "of") in pairwise(clause.words[verb.head + 1 : verb.head + 6]):
        return "planned"  # "is imminent", "is only a matter of weeks"
    behind = clause.words[verb.head + 1 : verb.head + 5]
    is_open = verb.lemma in ("depend", "hinge") or any(behind[: len(words)] == words for words in OUT)
    is_open = is_open or bool(after & OPEN_STILL) or (verb.tense == "present" and bool(after & DOUBTS))
    return "hypothetical" if after & POSSIBLE or is_open else ""
