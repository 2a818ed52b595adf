"""Find who travels and whither, where a noun tells a journey: "the visit of X to Y", "during her tour of Z"."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.events.parties import Parties, after_word
from newsroom.reading.grammar import is_fronted, main_subject, subjects
from newsroom.reading.names.codes import is_state
from newsroom.reading.names.mentions import Mention
from newsroom.reading.series import chain

GOING = frozenset("to a across around through".split())
TRAVELLER = frozenset(("of", "by", "de", "del"))
ARRIVALS = frozenset("arrival llegada arribo".split())
STOPS = ARRIVALS | {"stop", "stopover", "stay"}
JOURNEYS = STOPS | frozenset("visit visits visita visitas trip trips tour tours gira viaje".split())
ROUNDS = frozenset(("gira", "viaje"))  # "por" says where they lead
STOPPED_AT = frozenset("in at en a".split())
TRAVELLERS = frozenset(("person", "office", "group"))  # no troops, no migrants
ABOARD = 8  # how far behind "is on" the journey stands
GENDERS, OWN_NEAR = {"his": "he", "her": "she"}, 3
BY, NEXT = frozenset(("by",)), 3


def add_journey(clause: Clause, last: int, end: int, found: Parties) -> None:
    """Add who travels and whither: "the visit of PERSON to PLACE"; the capital stands for its state."""
    near = min(end, last + 16)
    travellers = [m for m in after_word(clause, last + 1, min(near, last + 3), TRAVELLER) if not m.is_possessive]
    is_round = clause.words[last] in ROUNDS
    travellers += [] if is_round else after_word(clause, last + 1, near, BY)[:1]
    if clause.words[last] in ARRIVALS:
        travellers = [m for m in travellers if m.actor.kind in TRAVELLERS]
        if not travellers and not found.people:
            return
    found.add(clause, travellers)
    joiner = GOING | STOPPED_AT if clause.words[last] in STOPS else GOING
    joiner = joiner | {"of"} if clause.words[last] == "tour" else joiner | {"por"} if is_round else joiner
    for place in range(last + 1, near):
        if clause.words[place] in JOURNEYS:
            return  # "a visit within a tour, which has taken him to Peru"
        mention = clause.named.at(place + 1) if clause.words[place] in joiner else None
        if mention is not None and mention.actor.kind in ("country", "people", "body"):
            for goal in chain(clause, mention.first) or [mention]:
                for code in goal.actor.countries:
                    if is_state(code) and code not in found.countries:
                        found.countries.append(code)
            return


def taken_along(clause: Clause, last: int) -> tuple[list[Mention], int]:
    """Return whom a journey takes along, and the token where he stands: "a tour, which has taken him to Peru"."""
    number = next((n for n, v in enumerate(clause.verbs) if v.head > last), None)
    if number is None or clause.verbs[number].lemma != "take" or clause.verbs[number].is_passive:
        return [], last
    verb = clause.verbs[number]
    taken = clause.named.at(verb.head + 1)
    is_relative = clause.words[verb.first - 1] in ("which", "that") and verb.first - last <= NEXT
    return ([taken], taken.last) if is_relative and taken is not None else ([], last)


def traveller(clause: Clause, first: int) -> list[Mention]:
    """Return who travels: "During a tour of X, Y met", "Y, on a visit to X, met", "what Y said on his visit to X"."""
    gender = next((GENDERS[word] for word in clause.words[max(0, first - OWN_NEAR) : first] if word in GENDERS), "")
    if gender:
        before = [m for m in clause.mentions if m.last < first and m.actor.kind == "person" and m.form != "pronoun"]
        own = [m for m in before if m.actor.gender in ("", gender)]
        if own and own[-1].actor.country:
            return own[-1:]
    if is_fronted(clause, first):
        return main_subject(clause, first)[:1]
    being = next((n for n, v in enumerate(clause.verbs) if v.lemma == "be" and 0 < first - v.head <= ABOARD), None)
    if being is not None and clause.words[clause.verbs[being].head + 1] == "on":
        return subjects(clause, being)[:1]
    comma = next((n for n in range(first - 1, max(0, first - 5), -1) if clause.tokens[n].text == ","), 0)
    owner = clause.named.at(comma - 1) if comma and clause.words[comma + 1] == "on" else None
    return [owner] if owner is not None else []
