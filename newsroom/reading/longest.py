"""Find the longest phrase of a lexicon that stands at a place: its first word tells how long it can be."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """Hold what phrases mean, and find them among the folded words of a sentence."""

    def __init__(self, meanings: Mapping[tuple[str, ...], Meaning]) -> None:
        """Take the meaning of each phrase."""
        self._meanings, self._lengths = meanings, lengths_by_first_word(meanings.keys())
        self.first_words = frozenset(self._lengths)

    def at(self, words: Sequence[str], place: int) -> tuple[int, Meaning] | None:
        """Return the last word of the longest phrase at a place, and what it means."""
        for length in self._lengths.get(words[place], ()):
            phrase = tuple(words[place : place + length])
            if phrase in self._meanings:
                return place + len(phrase) - 1, self._meanings[phrase]
        return None


def lengths_by_first_word(phrases: Collection[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    """Return, by the first word of phrases, how many words such a phrase can have, the most first."""
    lengths: dict[str, set[int]] = {}
    for words in phrases:
        lengths.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(several, reverse=True)) for first, several in lengths.items()}
