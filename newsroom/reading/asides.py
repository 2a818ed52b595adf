"""Pass over words of time and manner between a word and what belongs to it: "vowed on Monday to", "met again with"."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.dates.relations import TimeExpression
from newsroom.reading.verb_forms import NOT_ADVERBS

# Small words that open a time, and how many of them may.
OPENERS = frozenset("on in at late early earlier this el la este esta".split())
LONGEST_OPENING = 2
ADVERBS = frozenset("again also then later now still meanwhile too yesterday today".split())
MANNERS = (["por", "telefono"], ["via", "telefonica"], ["by", "phone"], ["by", "telephone"])


def time_at(clause: Clause, place: int) -> TimeExpression | None:
    """Return the words of time that begin at a token, small words before them left out: "late on Wednesday"."""
    for ahead in range(place, min(place + LONGEST_OPENING + 1, len(clause.tokens))):
        found = next((one for one in clause.times if one.first == ahead), None)
        if found is not None:
            return found
        if clause.words[ahead] not in OPENERS:
            return None
    return None


def is_adverb(clause: Clause, place: int) -> bool:
    """Tell whether a token only says how or when: "sharply", "again", "duramente"."""
    low = clause.words[place]
    is_formed = low.endswith("mente") if clause.is_spanish else low.endswith("ly") and low not in NOT_ADVERBS
    return (is_formed or low in ADVERBS) and clause.named.covered[place] < 0


def behind_aside(clause: Clause, place: int) -> int:
    """Return the first token from a place on that says neither when nor how."""
    while place < len(clause.words):
        time = time_at(clause, place)
        if time is not None:
            place = time.last + 1
        elif is_adverb(clause, place):
            place += 1
        else:
            return place + next((len(words) for words in MANNERS if clause.words[place : place + 2] == words), 0)
    return place


def before_aside(clause: Clause, place: int) -> int:
    """Return the last token up to a place that says neither when nor how: "to Mali | on Monday again"."""
    while place > 0:
        time = next((one for one in clause.times if one.last == place), None)
        if time is not None:
            place = time.first - 1
            while place > 0 and clause.words[place] in OPENERS:
                place -= 1
        elif is_adverb(clause, place):
            place -= 1
        else:
            break
    return place
