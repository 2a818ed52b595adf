"""Find whom or what a relative clause without an object of its own is about: "a Ugandan pilot whom it had arrested"."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import subjects
from newsroom.reading.names.mentions import Mention
from newsroom.reading.verbs import DETERMINERS, PREPOSITIONS

WHERE = frozenset(("where", "donde"))
RELATIVES = frozenset("which that whom".split())
MET_NEAR = 3  # how near behind its verb he stands who is met
NEAR_SUBJECT, PHRASE = 5, 5  # how near its verb a subject stands; tokens of the phrase before a relative clause


def antecedent(clause: Clause, number: int) -> list[Mention]:
    """Return the state named in the phrase that the relative clause of an active verb describes; else nobody."""
    verb = clause.verbs[number]
    if verb.is_passive or not verb.is_finite or verb.is_infinitive or _has_object(clause, verb.head):
        return []
    own = [m for m in subjects(clause, number) if m.last < verb.first and verb.first - m.last <= NEAR_SUBJECT]
    start = own[0].first if own else verb.first
    place = start - 1
    if place > 0 and clause.words[place] in RELATIVES:
        place -= 1 + (clause.words[place - 1] == ",")
    elif not own or own[0].form != "pronoun" or not _is_noun(clause, place):
        return []
    for step in range(place, max(-1, place - PHRASE), -1):
        mention = clause.named.at(step)
        if mention is not None:
            return [mention] if mention not in own else []
        if clause.words[step] in PREPOSITIONS or clause.words[step] in DETERMINERS or not clause.tokens[step].is_word:
            return []
    return []


def _has_object(clause: Clause, head: int) -> bool:
    """Tell whether something stands right behind a verb that may be its object."""
    if head + 1 >= len(clause.tokens) or not clause.tokens[head + 1].is_word:
        return False
    is_time = any(time.first - 1 <= head + 1 <= time.last for time in clause.times)
    return not (is_time or clause.words[head + 1] in PREPOSITIONS)


def _is_noun(clause: Clause, place: int) -> bool:
    """Tell whether a word may end the phrase that a clause without a relative pronoun describes."""
    if place < 1 or not clause.tokens[place].is_word or place in clause.heads:
        return False
    return clause.words[place] not in PREPOSITIONS and clause.words[place] not in DETERMINERS


def host_of(clause: Clause, number: int, subject: list[Mention]) -> list[str]:
    """Return whose officials are met who are named by no state: of the place, or where the envoy is posted.

    "A stop in Chile, where they met officials", "Peru's ambassador to Chile met the foreign minister".
    """
    head = clause.verbs[number].head
    met = next((m for m in clause.mentions if head < m.first <= head + MET_NEAR), None)
    if met is not None and met.actor.kind == "office" and not met.actor.countries and len(subject) == 1:
        return sorted(subject[0].actor.others) if subject[0].actor.title_kind == "ambassador" else []
    return [code for stop in _stop_of(clause, number) for code in stop.actor.countries]


def _stop_of(clause: Clause, number: int) -> list[Mention]:
    """Return the place before "where" in which a verb's act was done."""
    head = clause.verbs[number].first
    earlier = max((v.head for v in clause.verbs[:number] if v.is_finite and not v.is_infinitive), default=-1)
    where = next((n for n in range(head - 1, max(0, earlier, 1), -1) if clause.words[n] in WHERE), 0)
    stop = clause.named.at(where - 1 - (clause.words[where - 1] == ",")) if where else None
    return [stop] if stop is not None and stop.actor.kind == "country" else []
