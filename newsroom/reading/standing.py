"""Tell which mention can stand as the subject of a verb: by its sort, as an antecedent, behind a quotation."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.names.mentions import Mention
from newsroom.reading.verbs import Verb

DASHES = frozenset(("-", "–", "—"))
SUBJECT_KINDS = frozenset("person country body office group people pronoun document bodyref plain".split())


def can_act(mention: Mention) -> bool:
    """Tell whether a mention can be a subject."""
    return (
        mention.actor.kind in SUBJECT_KINDS and mention.form not in ("adjective", "place") and not mention.is_possessive
    )


def stands_for_state(mention: Mention, clause: Clause, verb: Verb) -> bool:
    """Tell whether an adjective stands for its state: "Iran and Saudi agreed"."""
    before = clause.words[mention.first - 1] if mention.first else ""
    return mention.form == "adjective" and before == "and" and mention.last == verb.first - 1


def antecedent(clause: Clause, place: int) -> list[Mention]:
    """Return the mention that a relative pronoun refers to; behind a dash who stands before what it closes."""
    if place > 2 and clause.words[place - 1] in DASHES:
        opening = next((n for n in range(place - 2, 0, -1) if clause.words[n] in DASHES), 0)
        held = clause.named.at(opening - 1) if opening else None
        if held is not None and held.form != "adjective":
            return [held]
    for mention in reversed(clause.mentions):
        if (
            mention.last < place
            and place - mention.last <= 3
            and mention.form != "adjective"
            and not mention.is_possessive
        ):
            return [mention]
    return []


def inverted(clause: Clause, verb: Verb) -> list[Mention]:
    """Return the subject behind a verb that closes a quotation: "…," said Hoyos."""
    before = clause.tokens[verb.first - 1].text if verb.first else ""
    if before in ('"', "”", "''", "»", ",", "’", "'") or (before in ("–", "—") and any(clause.quoted[: verb.first])):
        for mention in clause.mentions:
            if verb.head < mention.first <= verb.head + 2 and can_act(mention):
                quoted_before = any(clause.quoted[: verb.first])
                plain = (
                    before == ","
                    and verb.lemma in ("say", "add")
                    and not verb.has_auxiliary
                    and mention.form in ("name", "office")
                )
                return [mention] if quoted_before or plain else []
    return []


def is_singular(clause: Clause, verb: Verb) -> bool:
    """Tell whether a verb's form allows but one subject: of "the diplomats and Russia has vowed" the last."""
    return clause.words[verb.first] in ("has", "is", "was", "does") and verb.has_auxiliary
