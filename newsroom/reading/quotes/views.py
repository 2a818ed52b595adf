"""Find whose view a stretch gives: "according to X", "in the words of X", "as reported by X", "según X"."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.reading.analysis import Clause
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.content import trim
from newsroom.reading.quotes.described import named_behind, titled_behind
from newsroom.reading.quotes.people import clause_words
from newsroom.reading.quotes.spanish_cues import openers

REPORTED = frozenset("reported noted stated announced confirmed mentioned explained described told quoted".split())
TEXTS, TEXT_NEAR = frozenset("statement readout release communique note post message report".split()), 4
VIEWED = frozenset(("words", "view", "opinion"))  # "in the view of X"
RETOLD = frozenset(("reports", "report"))


def _says_more(clause: Clause, place: int) -> bool:
    """Tell whether behind a token somebody else is said to say something."""
    return any(v.lemma in SAYING and v.is_finite and not v.is_passive and v.head > place for v in clause.verbs)


def according(clause: Clause) -> Iterator[Attribution]:
    """Read "CONTENT, according to SPEAKER" and "According to SPEAKER, CONTENT"."""
    tokens, words = clause.tokens, clause.words
    opened = [
        (place, place + 2)
        for place in range(len(words) - 2 if "according" in clause.lows else 0)
        if words[place] == "according" and words[place + 1] == "to" and not clause.quoted[place]
    ]
    opened += [
        (place, place + 4)
        for place in range(len(words) - 5 if not VIEWED.isdisjoint(clause.lows) else 0)
        if words[place] == "in"
        and words[place + 1] == "the"
        and words[place + 2] in VIEWED
        and words[place + 3] == "of"
        and not clause.quoted[place]
    ]
    opened += [
        (place, place + 3)
        for place in range(len(words) - 3 if "by" in clause.lows else 0)
        if words[place] == "as" and words[place + 1] in REPORTED and words[place + 2] == "by"
    ]
    for place, begin in (*opened, *openers(clause)):
        if begin >= len(tokens):
            continue
        if words[begin] in RETOLD and _says_more(clause, begin):
            continue  # "According to reports from Oslo, the ministry said": who said it speaks
        mention = clause.named.at(begin)
        edge = mention.last if mention is not None else begin
        while edge + 1 < len(tokens) and tokens[edge + 1].text not in ",.:;" and not clause.quoted[edge + 1]:
            edge += 1
        owns = mention is not None and mention.is_possessive and edge > mention.last
        named = named_behind(clause, mention) if mention is not None and not owns else None
        speaker: Actor | None
        if named is None and not tokens[begin].is_word:  # "CONTENT, según dijo": who opens the sentence, or who spoke
            opening = [m for m in clause.mentions[:1] if m.first <= 1 and m.form in ("name", "office")]
            speaker = opening[0].actor if opening else None
        else:
            speaker = named.actor if named is not None else Actor("plain", clause_words(clause, begin, edge))
        if named is None or named.actor.kind == "document":
            speaker = _issuer(clause, begin, edge) or speaker
        edge = max(edge, named.last if named is not None else edge)
        if (titled := titled_behind(clause, begin, edge)) is not None:
            speaker, edge = titled.actor, titled.last
        is_closing = place > 1 and tokens[place - 1].text == "," and edge + 2 >= len(tokens)
        if not is_closing and not any(verb.is_finite and verb.head < place for verb in clause.verbs):
            first = edge + 1 + (tokens[edge].text != ",")
            last = trim(clause, first, len(tokens) - 1)
        else:
            first, last = 0, trim(clause, 0, place - 1)
        if not TEXTS.isdisjoint(words[begin : edge + 1]) and _is_told_inside(clause, first):
            continue  # "According to the statement, X said that": the words are X's
        yield Attribution(first, last, place, begin - 1, speaker, (begin, edge), "according-to", (place, edge + 1))


def _issuer(clause: Clause, begin: int, edge: int) -> Actor | None:
    """Return who put out the text that is taken for the source: "a readout from the ministry"."""
    text = next((n for n in range(begin, min(begin + TEXT_NEAR, edge)) if clause.words[n] in TEXTS), -1)
    link = next((n for n in range(text + 1, edge) if clause.words[n] in ("from", "by")), -1) if text >= 0 else -1
    if link < 0:
        return None
    first = link + 1 + (clause.words[link + 1] in ("the", "a", "an"))
    mention = clause.named.at(link + 1) or clause.named.at(first)
    return mention.actor if mention is not None else Actor("plain", clause_words(clause, first, edge))


def _is_told_inside(clause: Clause, first: int) -> bool:
    """Tell whether what a text is the source of opens with who said it: "X said that"."""
    cue = next((v for v in clause.verbs if v.head > first and v.is_finite), None)
    return cue is not None and cue.lemma in SAYING and clause.words[cue.head + 1 : cue.head + 2] == ["that"]
