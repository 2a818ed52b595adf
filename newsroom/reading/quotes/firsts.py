"""Give "I" and "we" inside a quotation to whoever is quoted, and tell which quotations an institution wrote."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from newsroom.reading.analysis import Article
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.said import Said

QUOTED = frozenset(("direct", "mixed"))
INSTITUTIONS = frozenset(("body", "office", "country"))


def resolve_first_persons(article: Article, statements: Sequence[Said]) -> None:
    """Set the actor of each first person in quoted words, and where who is quoted, institutions apart."""
    starts = [clause.sentence.start for clause in article.clauses]
    official: list[tuple[int, int]] = []
    for one in statements:
        speaker = one.speaker
        if one.speech == "official_text" and speaker is not None and len(speaker.countries) == 1:
            _resolve_in_document(article, speaker)
        if one.speech not in QUOTED or speaker is None or not speaker.countries:
            continue
        day = one.date.edtf if one.date is not None else ""
        if speaker.kind in INSTITUTIONS:
            official.append((one.start, one.end))
        place = max(0, bisect_right(starts, one.start) - 1)
        while place < len(article.clauses) and starts[place] < one.end:
            clause = article.clauses[place]
            if one.start < clause.tokens[-1].end and clause.tokens[0].start < one.end:
                clause.spoken.append((speaker, day))
            for mention in clause.mentions:
                inside = one.start <= clause.tokens[mention.first].start < one.end
                if inside and mention.form == "pronoun" and mention.actor.name in ("i", "we"):
                    mention.actor = speaker
            place += 1
    official.sort()
    ends = accumulate((end for _, end in official), max)
    article.official = [(start, end) for (start, _), end in zip(official, ends, strict=True)]


def _resolve_in_document(article: Article, speaker: Actor) -> None:
    """Set the actor of each "we" outside of quotations to whoever speaks through the document."""
    for clause in article.clauses:
        for mention in clause.mentions:
            is_own = mention.form == "pronoun" and mention.actor.name in ("i", "we")
            mention.actor = speaker if is_own and not clause.quoted[mention.first] else mention.actor
