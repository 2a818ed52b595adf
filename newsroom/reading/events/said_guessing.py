"""Guess what an official's quoted words are that no rule reads: criticism of another state, or a warning to it.

The speaker is whoever the statement is given to. One word that blames or warns is enough: what a government says in
quotation marks of another state with such a word is mostly news, and an editor had better see it.
"""

from __future__ import annotations

from newsroom.reading.acts import judgements
from newsroom.reading.acts.hints import BLAMING, HINTS, WARNING
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.guessing import GUESS, WEIGHT
from newsroom.reading.events.hearsay import is_fiction
from newsroom.reading.events.own_account import speaking
from newsroom.reading.events.parties import Parties
from newsroom.reading.timing import Dated

CRITICISM = next(hint.words for hint in HINTS if hint.family == "criticism")
BAD = judgements.BAD | judgements.BAD_NAMES | judgements.UNTRUE | CRITICISM | BLAMING
DENIED = frozenset("no not never nor without nothing neither none hardly nada nunca jamas sin ningun ninguna".split())
THANKING = frozenset(
    "thank thanks thanked thankful grateful gratitude appreciate appreciates agradezco agradecemos".split()
)
NEAR = 4  # how far behind what denies it a word still counts as denied
FEWEST = 5  # quoted words that say something
RULE = GUESS + "said"
PAIR = 2


def guess_said(article: Article, clause: Clause) -> list[Candidate]:
    """Return the act of speech at which an official's quoted words hint, at most one, with the day of the saying."""
    places = [n for n, is_quoted in enumerate(clause.quoted) if is_quoted and clause.tokens[n].is_word]
    is_invented = is_fiction(clause, is_hostile=True)
    if clause.role != "body" or len(places) < FEWEST or is_invented or not THANKING.isdisjoint(clause.lows):
        return []
    speaker, day = speaking(clause)
    kind, place = _kind(clause, places)
    if not kind or speaker is None:
        return []
    sides = _sides(article, clause, speaker.country)
    if len(sides.countries) != PAIR:
        return []
    last, date = len(clause.tokens) - 1, Dated(day, "", 0, 0, "said") if day else None
    return [Candidate(kind, kind, "happened", clause, (place, place), 0, last, sides, RULE, WEIGHT, date=date)]


def _sides(article: Article, clause: Clause, own: str) -> Parties:
    """Return the speaker's state and one that his words name, the other one of the story first."""
    others = [m for m in clause.mentions if m.actor.countries and own not in m.actor.countries]
    others = [m for m in others if clause.quoted[m.first]] or others
    others = [m for m in others if article.partner(own) in m.actor.countries] or others
    return Parties([own]).add(clause, others[:1])


def _kind(clause: Clause, places: list[int]) -> tuple[str, int]:
    """Return what the words are, and where the first of them stands."""
    for kind, words in (("threat", WARNING), ("criticism", BAD)):
        for place in places:
            if clause.words[place] in words and DENIED.isdisjoint(clause.words[max(0, place - NEAR) : place]):
                return kind, place
    return "", -1
