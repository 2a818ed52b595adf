"""Count what was right, and keep what was not; the words and names of two texts are compared here."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

WORD = re.compile(r"\w+")
MARKS = str.maketrans(dict.fromkeys("‘’‚‛´`", "'") | dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("–—", "-"))


@dataclass(frozen=True, slots=True)
class Miss:
    """Hold what went wrong: in which file, and a short line on what was wanted and what was got."""

    file: str
    text: str


@dataclass(slots=True)
class Tally:
    """Count hits and cases for each measure; ``judged`` pairs each proposal's confidence with whether it was right."""

    hits: dict[str, float] = field(default_factory=dict)
    cases: dict[str, float] = field(default_factory=dict)
    misses: dict[str, list[Miss]] = field(default_factory=dict)
    judged: list[tuple[float, bool]] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def add(self, name: str, hit: float, cases: float = 1) -> None:
        """Count ``hit`` of so many cases; a bool is one hit or none."""
        self.hits[name] = self.hits.get(name, 0) + hit
        self.cases[name] = self.cases.get(name, 0) + cases

    def miss(self, name: str, file: str, text: str) -> None:
        """Keep a miss of a measure."""
        self.misses.setdefault(name, []).append(Miss(file, " ".join(text.split())))

    def share(self, name: str) -> float | None:
        """Return hits by cases, or ``None`` where nothing was counted."""
        return self.hits[name] / self.cases[name] if self.cases.get(name) else None

    def take(self, other: Tally) -> None:
        """Add all that another tally counted."""
        for name, cases in other.cases.items():
            self.add(name, other.hits[name], cases)
        for name, misses in other.misses.items():
            self.misses.setdefault(name, []).extend(misses)
        self.judged += other.judged
        self.skipped += other.skipped


def fold(text: str | None) -> str:
    """Return the text in lower case without accents."""
    plain = unicodedata.normalize("NFKD", text or "")
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def words(text: str | None) -> list[str]:
    """Return the folded words of a text."""
    return WORD.findall(fold(text))


def shared_words(first: Sequence[str], second: Sequence[str]) -> int:
    """Count the words that two lists share, each as often as both have it."""
    return sum((Counter(first) & Counter(second)).values())


def token_f1(first: str, second: str) -> float:
    """Return the harmonic mean of precision and recall of the words of two texts, order aside."""
    ours, theirs = words(first), words(second)
    if not ours or not theirs:
        return 0.0
    return 2 * shared_words(ours, theirs) / (len(ours) + len(theirs))


def contained(first: str, second: str) -> float:
    """Return the share of the shorter text's words that the longer has; 0 where it is over four times as long."""
    short, long = sorted((words(first), words(second)), key=len)
    if not short or len(long) > 4 * len(short) + 12:
        return 0.0
    return shared_words(short, long) / len(short)


def same_name(first: str | None, second: str | None) -> bool:
    """Tell whether two names may be one person's: equal, the same last word, or one part of the other."""
    ours, theirs = words(first), words(second)
    if not ours or not theirs:
        return False
    return ours[-1] == theirs[-1] or set(ours) <= set(theirs) or set(theirs) <= set(ours)


def same_title(first: str, second: str) -> bool:
    """Tell whether two headlines are equal: case, white space, and the shape of quotation marks and dashes aside."""

    def plain(text: str) -> str:
        return " ".join(unicodedata.normalize("NFKC", text).translate(MARKS).casefold().split())

    return bool(plain(first)) and plain(first) == plain(second)
