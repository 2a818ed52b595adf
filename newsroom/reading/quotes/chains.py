"""Read attributions that pass words on, and those in the passive: "X quoted Y as saying", "was called … by Y"."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.content import only_adjuncts, skip_to_content, trim
from newsroom.reading.quotes.speakers import HUMAN, clause_words
from newsroom.reading.verbs import Verb

TELLING = frozenset("saying telling stating".split())
REACH = 16


@dataclass(slots=True)
class Attribution:
    """Hold an attribution: tokens of the content (last included), cue, speaker, and the rule that found it."""

    first: int
    last: int
    cue_first: int
    cue_last: int
    speaker: Actor | None
    speaker_words: tuple[int, int]
    rule: str
    zone: tuple[int, int]
    reporter: Actor | None = None


def quoting(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "Bernama quoted Ibrahim as saying that CONTENT", "cited a source saying CONTENT": the chain is kept."""
    tokens = clause.tokens
    place = next(
        (n for n in range(verb.head + 2, min(verb.head + REACH, len(tokens) - 1)) if tokens[n].low in TELLING), -1
    )
    if place < 0:
        return None
    cue = place - (tokens[place - 1].low == "as")
    found = _quoted_one(clause, verb.head + 1, cue - 1)
    if found is None:
        return None
    first = place + 1 + (tokens[place + 1].low in ("that", ":"))
    reporter = subjects(clause, number)
    comma = next((n for n in range(verb.first - 1, 0, -1) if tokens[n].text == ","), 0)
    if comma and only_adjuncts(clause, place + 1):  # "CONTENT, X quoted Y as saying on Monday"
        return Attribution(
            0, comma - 1, cue, place, *found, "quoted-as-saying", (comma, len(tokens)),
            reporter[0].actor if reporter else None,
        )  # fmt: skip
    return Attribution(
        first, trim(clause, first, len(tokens) - 1), cue, place, *found, "quoted-as-saying", (verb.first, first),
        reporter[0].actor if reporter else None,
    )  # fmt: skip


def _quoted_one(clause: Clause, first: int, last: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return who is quoted: a name, else people without one ("another intelligence source")."""
    named = [m for m in clause.mentions if first <= m.first and m.last <= last and m.form != "adjective"]
    if named:
        return named[0].actor, (named[0].first, named[0].last)
    words = set(clause.words[first : last + 1])
    if not HUMAN & words:
        return None
    first += clause.words[first] in ("a", "an", "the", "another", "one")
    return Actor("plain", clause_words(clause, first, last)), (first, last)


def judged_by(clause: Clause, verb: Verb) -> Attribution | None:
    """Read "was described by X as “CONTENT”": only with quoted words."""
    tokens = clause.tokens
    for place in range(verb.head + 1, min(verb.head + REACH, len(tokens) - 1)):
        mention = clause.named.at(place + 1) if tokens[place].low in ("by", "por") else None
        if mention is None:
            continue
        first = (
            mention.last + 1 + (tokens[mention.last + 1].low in ("as", "como") if mention.last + 1 < len(tokens) else 0)
        )
        last = trim(clause, first, len(tokens) - 1)
        if first <= last and clause.quoted[first] and not clause.quoted[verb.head]:
            words = (mention.first, mention.last)
            return Attribution(first, last, verb.first, verb.head, mention.actor, words, "judging", (verb.first, first))
        return None
    return None


def impersonal(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "It was noted that CONTENT": whoever spoke in the sentence before goes on."""
    opener = clause.named.at(verb.first - 1) if verb.first else None
    if verb.lemma not in SAYING or opener is None or clause.words[opener.first] != "it":
        return None
    first, has_that = skip_to_content(clause, number)
    last = trim(clause, first, len(clause.tokens) - 1)
    if not has_that or last < first or clause.words[verb.head + 1] != "that":
        return None
    speaker = Actor("pronoun", "it") if opener.actor.kind == "country" else opener.actor
    words = (opener.first, opener.last)
    return Attribution(first, last, verb.first, verb.head, speaker, words, "cue.before", (opener.first, first))
