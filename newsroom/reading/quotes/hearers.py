"""Find who is told something, between a verb of telling and what is told."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.verbs import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS

HEARERS = frozenset(
    "reporters journalists parliament lawmakers them him her us me congress deputies state television tv radio"
    " the a his".split()
)
LONGEST_HEARER = 8  # tokens
LONGEST_SUBJECT = 9  # tokens before the verb of what is told
OWNERS = frozenset(("'s", "’s"))


def hearer_end(clause: Clause, place: int) -> int | None:
    """Return the last token of the one who is told."""
    if (edge := _before_clause(clause, place)) is not None:
        return edge
    mention = clause.named.at(place)
    if mention is not None and mention.first == place and not mention.is_possessive:
        return mention.last
    end = place
    while (
        end < len(clause.tokens)
        and end - place < 4
        and clause.words[end] in HEARERS | {"news", "fox", "cnn", "agency", "broadcaster"}
    ):
        end += 1
    return _comma_before_quote(clause, place) or (end - 1 if end > place else None)


def _comma_before_quote(clause: Clause, place: int) -> int | None:
    """Return the comma or colon before a quotation behind those who are told: "told a rally in Tolna, “…”"."""
    for ahead in range(place, min(place + LONGEST_HEARER, len(clause.tokens) - 1)):
        if clause.quoted[ahead] or not (clause.tokens[ahead].is_word or clause.tokens[ahead].text in ",:"):
            return None
        if clause.tokens[ahead].text in ",:":
            return ahead if clause.quoted[ahead + 1] else None
    return None


def behind_hearer(clause: Clause, place: int) -> int:
    """Return the token behind the words that name who is told: "told the Commons", "told X's reporter Y on Monday"."""
    times = {time.first for time in clause.times}
    end = place
    while (
        end < len(clause.tokens)
        and end - place < LONGEST_HEARER
        and end not in times
        and (clause.tokens[end].is_word or clause.words[end] in ("'s", "’s") or clause.named.covered[end] >= 0)
        and clause.words[end] not in PREPOSITIONS | {"that", "to"}
        and not clause.quoted[end]
    ):
        end += 1
    return end


def _before_clause(clause: Clause, place: int) -> int | None:
    """Return the last token of who is told a clause without "that": "told the African Union summit it was"."""
    for ahead in range(place + 1, min(place + LONGEST_HEARER, len(clause.tokens) - 1)):
        before = clause.tokens[ahead - 1]
        if clause.quoted[ahead] or not before.is_word or before.low in PREPOSITIONS | {"that", "to", "and"}:
            return None
        named = clause.named.at(ahead)
        opens = clause.words[ahead] in DETERMINERS | SUBJECT_PRONOUNS or (named is not None and named.first == ahead)
        if (
            before.low in DETERMINERS
            or before.low in OWNERS
            or not opens
            or clause.named.covered[ahead - 1] == clause.named.covered[ahead] >= 0
        ):
            continue
        verb = next((v for v in clause.verbs if v.first > ahead and v.is_finite and not v.is_infinitive), None)
        is_near = verb is not None and verb.first - ahead <= LONGEST_SUBJECT
        if is_near and "," not in clause.words[ahead : verb.first if verb is not None else ahead]:
            return ahead - 1
    return None
