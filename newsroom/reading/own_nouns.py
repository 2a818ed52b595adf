"""Tell whether words of a sentence hold a noun of their own, which no mention covers.

A verb's subject may be such a noun: "… diplomats, officials said".
"""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.spanish_subjects import SMALL
from newsroom.reading.verbs import ADVERBS, PREPOSITIONS

RELATIVES = frozenset("who which that whom que quien".split())
OPENERS = frozenset(
    "that if whether because while although though when as after before since where whereas until what".split()
)
POST_NOMINALS = frozenset("mp mep mla mna kc qc obe cbe kbe kcmg gcmg phd md esq jr sr".split())
BEFORE_VERBS = SMALL - frozenset("que quien quienes en el a al de e y pero donde cuando aunque mientras".split())
PARTING = frozenset((",", "but"))
NO_NOUNS = PREPOSITIONS | RELATIVES | ADVERBS | OPENERS
NO_NOUNS_BEHIND = PREPOSITIONS | {"the", "a", "an", "and"}


def has_own_noun(clause: Clause, start: int, end: int) -> bool:
    """Tell whether a noun behind a comma is a verb's subject, not the name before it: "… diplomats, officials said".

    "But" parts them as a comma does, and "and" behind words of time: "expelled the envoy on Monday and trade ended".
    """
    ends = {time.last + 1 for time in clause.times}
    places = range(end - 1, start - 1, -1)
    start = next((n for n in places if clause.words[n] in PARTING or (clause.words[n] == "and" and n in ends)), end)
    start += end - start > 2 and clause.words[start + 1] in ("but", "and", "while")
    if end - start < 2 or not clause.words[start + 1].isalpha():
        return False
    words = clause.words[start + 1 : end]
    opener = words[0]
    if clause.is_spanish and BEFORE_VERBS.issuperset(words):
        return False  # "José Jerí, lo acusó"
    return (
        "," not in words
        and opener not in NO_NOUNS
        and opener not in POST_NOMINALS
        and opener not in ("and", "but", "or", "who", "himself", "herself", "however", "meanwhile", "se")
        and not opener.endswith(("ly", "ing", "ed"))
        and clause.named.covered[start + 1] < 0
    )


def has_noun(clause: Clause, start: int, end: int) -> bool:
    """Tell whether a noun of its own stands between two tokens."""
    return any(
        clause.words[place].isalpha() and clause.words[place] not in NO_NOUNS_BEHIND for place in range(start, end)
    )
