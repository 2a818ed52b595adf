"""Make an act of speech of a verb and two sides: a threat, an offer, a demand, a refusal, criticism."""

from __future__ import annotations

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.parties import Parties
from newsroom.reading.events.reach import bounds
from newsroom.reading.names.mentions import Mention

PAIR = 2
SURE = 0.55


def act_of_speech(
    clause: Clause,
    number: int,
    kind: str,
    sides: Parties | None,
    rule: str,
    *,
    sure: float = SURE,
    span: tuple[int, int] | None = None,
) -> Candidate | None:
    """Return what a verb tells as said by one side to another; ``None`` where not both are known."""
    if sides is None or len(sides.countries) < PAIR:
        return None
    verb = clause.verbs[number]
    first, last = span or bounds(clause, number, len(clause.tokens))
    family = "request" if kind == "demand" else kind
    trigger = (verb.first, verb.head)
    return Candidate(kind, family, "happened", clause, trigger, first, last, sides, f"{family}.{rule}", sure)


def voice_of(article: Article, clause: Clause, number: int) -> list[Mention]:
    """Return who of one state speaks through a readout or a turn of a transcript, standing where the verb does."""
    verb = clause.verbs[number]
    if clause.quoted[verb.head]:
        return []
    turn = article.voices.get(clause.sentence.paragraph)
    actor = article.attributed_to if article.document == "readout" else turn[0] if turn is not None else None
    if actor is None or len(actor.countries) != 1:
        return []
    return [Mention(verb.first, verb.first, actor, "name")]
