"""Hold a verb on trial for a row of the lexicon of acts: its words, and the mentions behind it."""

from __future__ import annotations

from typing import NamedTuple

from newsroom.reading.acts.rows import Act
from newsroom.reading.analysis import Clause
from newsroom.reading.asides import behind_aside
from newsroom.reading.events.antecedents import antecedent
from newsroom.reading.events.parties import DESCRIBED, NEAR, gap
from newsroom.reading.events.reach import words_before
from newsroom.reading.grammar import objects, subjects
from newsroom.reading.names.mentions import Mention
from newsroom.reading.verbs import Verb

FROM_REACH = 2  # by how much further they may stand behind "from": "arrested nearly 50 soldiers from the Ivory Coast"
CAPTIVES = 6  # how far before a passive verb those stand who are held


class Trial(NamedTuple):
    """Hold a verb on trial for a row: the words behind it, and the token behind the reach of its objects."""

    clause: Clause
    number: int
    row: Act
    words: list[str]
    end: int

    @property
    def verb(self) -> Verb:
        """Return the verb."""
        return self.clause.verbs[self.number]

    @property
    def behind(self) -> list[Mention]:
        """Return the mentions within its reach."""
        return [m for m in objects(self.clause, self.number) if m.first < self.end]

    @property
    def near(self) -> list[Mention]:
        """Return those that stand so near that they are its object."""
        reach = NEAR if self.row.parties == "near" else 2
        lows = self.clause.words
        near = [
            m
            for m in self.behind
            if gap(self.clause, self.verb.head, m) <= reach + FROM_REACH * (lows[m.first - 1] == "from")
        ]
        return near or (antecedent(self.clause, self.number) if self.row.parties in DESCRIBED else [])

    @property
    def opener(self) -> str:
        """Return the word right behind the verb, words of time and manner left out: "arrived on Monday in"."""
        place, lows = behind_aside(self.clause, self.verb.head + 1), self.clause.words
        if not self.words or place == self.verb.head + 1:
            return self.words[0] if self.words else ""
        return lows[place] if place < len(lows) else ""

    @property
    def before(self) -> list[str]:
        """Return the words of a passive verb's subject."""
        return words_before(self.clause, self.number)

    @property
    def clause_before(self) -> list[str]:
        """Return the words right before the verb."""
        return self.clause.words[max(0, self.verb.first - CAPTIVES) : self.verb.first]

    @property
    def subjects(self) -> list[Mention]:
        """Return the subject."""
        return subjects(self.clause, self.number)
