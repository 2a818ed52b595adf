"""Find who goes on telling of another as "he" or "she": a spokesman, whose sentences are full of his minister."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.analysis import Clause
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.said import Said

SINGULAR, RECENT = frozenset(("he", "she")), 3  # statements


def teller(said: Sequence[Said], clause: Clause, one: Attribution, speaker: Actor) -> Actor | None:
    """Return who spoke for another in the sentence before, where "he" goes on telling: "X “thanked Y”, Z said. He …".

    He is a spokesman, or somebody known by one name alone; of the other only his words tell.
    """
    first, end = one.speaker_words
    last = said[-1] if said else None
    if last is None or last.speaker is None or last.clause != clause.number - 1:
        return None
    if first != end or clause.words[first] not in SINGULAR or last.speaker is speaker:
        return None
    if any(each.speaker is speaker for each in said[-RECENT:]) or last.speaker.gender not in ("", clause.words[first]):
        return None
    is_name = last.speaker.kind == "plain" and last.speaker.name.istitle() and " " not in last.speaker.name
    is_spokesman = last.speaker.kind == "person" and last.speaker.title_kind == "spokesperson"
    return last.speaker if is_name or is_spokesman else None
