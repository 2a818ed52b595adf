"""Hold the shape of a row of the lexicon of acts: its verbs, its nouns, its words, how its parties are found.

One row gives every reading of an act: the active verb, the passive, the participle, the noun with both sides ("Peru's
arrest of two Chileans"), and the noun behind a light verb ("lodged a protest with").
"""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.reading.acts.spanish_nouns import with_spanish

NONE: frozenset[str] = frozenset()
BY_NAME = frozenset("recall summon expel return".split())  # what is done to, or by, an envoy known by name alone
JOINERS = (
    ("with", "con"),
    ("against", "contra"),
    ("to", "al"),
    ("in", "en"),
    ("towards", "hacia"),
)  # a Spanish verb shares the row of an English one
# The same for nouns; "a" stands in the rows that take it, since it is an English article.
NOUN_JOINERS = (*JOINERS, ("of", "de"), ("of", "del"), ("from", "desde"), ("in", "en"), ("between", "entre"))


@dataclass(frozen=True, slots=True)
class Act:
    """Hold a row.

    ``verbs`` tell the act with one of ``words`` (none: any) and one of ``also`` among their objects; "hit+out" is a
    verb with a word of its own. ``parties`` is "with" (subject and who stands behind with/to, or a joint subject),
    "object" (subject and the state or person acted upon), "joint" (a joint subject), "mutual" (several states that take
    something upon themselves), "place" (subject and the state of the place), "speech" (subject and whoever is named in
    what is said, else the other country of the story's main pair), "near" (subject and the state named right behind the
    verb), "troops" (forces and the state of the place), "whom" (subject and the states that are the verb's object).

    ``nouns`` tell it too: who acts owns the noun, stands before it as an adjective, behind it after "by", or is the
    subject of a light verb; who is acted upon stands behind one of ``to``. ``of`` are words one of which must stand
    near the noun. ``is_joint``: the sides do it together. ``is_speech``: the other side may be the story's.
    ``is_derived``: the noun is the one of the row's verbs.
    """

    kind: str
    family: str
    verbs: frozenset[str] = NONE
    words: frozenset[str] = NONE
    parties: str = "object"
    prepositions: frozenset[str] = NONE
    confidence: float = 0.75
    also: frozenset[str] = NONE
    nouns: tuple[tuple[str, ...], ...] = ()
    to: frozenset[str] = NONE
    of: frozenset[str] = NONE
    is_joint: bool = False
    is_speech: bool = False
    is_derived: bool = False

    def lacks_words(self, lows: frozenset[str]) -> bool:
        """Tell whether a sentence of these words has none of those that a verb of the row asks for."""
        if (self.words and lows.isdisjoint(self.words)) or (self.also and lows.isdisjoint(self.also)):
            is_of_people = "citizens" in self.words or ("ambassador" in self.words and bool(self.verbs & BY_NAME))
            return self.family != "threat" and not is_of_people  # they look at verbs and at people too
        return False


Text = str | frozenset[str]


def _set(text: Text) -> frozenset[str]:
    """Return a set of words that may be written as one string."""
    return text if isinstance(text, frozenset) else frozenset(text.split())


def _things(text: Text) -> frozenset[str]:
    """Return a set of words for things, with the Spanish ones."""
    return with_spanish(_set(text))


def act(
    kind: str,
    family: str,
    verbs: str = "",
    words: Text = "",
    *,
    parties: str = "object",
    by: str = "",
    sure: float = 0.75,
    also: Text = "",
    nouns: str = "",
    to: str = "",
    of: Text = "",
    joint: bool = False,
    speech: bool = False,
) -> Act:
    """Return a row; ``nouns`` are parted by commas, because some are phrases."""
    joiners = _set(by) | {spanish for english, spanish in JOINERS if english in _set(by)}
    targets = _set(to) | {spanish for english, spanish in NOUN_JOINERS if english in _set(to)}
    phrases = tuple(tuple(one.split()) for one in nouns.split(",") if one.strip())
    return Act(
        kind,
        family,
        _set(verbs),
        _things(words),
        parties,
        joiners,
        sure,
        _things(also),
        phrases,
        targets,
        _things(of),
        joint,
        speech,
    )
