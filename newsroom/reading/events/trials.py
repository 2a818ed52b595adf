"""Hold a verb on trial for a row of the lexicon of acts: its words, and the mentions behind it."""

from __future__ import annotations

from typing import NamedTuple

from newsroom.reading.acts.rows import Act
from newsroom.reading.analysis import Clause
from newsroom.reading.events.reach import words_before
from newsroom.reading.grammar import subjects
from newsroom.reading.names.mentions import Mention
from newsroom.reading.verbs import Verb

CAPTIVES = 6  # how far before a passive verb those stand who are held


class Trial(NamedTuple):
    """Hold a verb on trial for a row: its words and mentions behind it, those near it."""

    clause: Clause
    number: int
    row: Act
    words: list[str]
    behind: list[Mention]
    near: list[Mention]

    @property
    def verb(self) -> Verb:
        """Return the verb."""
        return self.clause.verbs[self.number]

    @property
    def opener(self) -> str:
        """Return the word right behind the verb."""
        return self.words[0] if self.words else ""

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
