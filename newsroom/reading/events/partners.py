"""Find the other side of an act whose frame names one alone: whom its sentence names besides, else the story."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.analysis import Article, Clause, is_place
from newsroom.reading.dates.numbers import number_of
from newsroom.reading.events.parties import Parties
from newsroom.reading.events.strangers import is_leant_on, is_source, own_clause
from newsroom.reading.grammar import subjects
from newsroom.reading.names.codes import is_state
from newsroom.reading.names.index import ASIDE, CountryHit
from newsroom.reading.series import chain

NATIONS = frozenset("countries nations states governments neighbours neighbors paises naciones".split())
DEFINITE = frozenset("the these those its their both all los las estos esos sus".split())
PAIR, NEAR, LISTED_NEAR, PHRASE = (
    2,
    8,
    3,
    4,
)  # tokens behind a verb; sentences in which a list follows; tokens of its phrase
AGAINST = frozenset(("against", "contra", "with", "at"))


def with_partner(
    article: Article, clause: Clause, parties: Parties, *, behind: int | None = None, at: int | None = None
) -> Parties:
    """Add the other side where only one is named: one named in the sentence, else the other one of the main pair.

    ``behind`` asks for one that the sentence names behind that token: an attack may hit one's own soil. ``at`` is the
    token of the act, whose own clause alone is looked at.
    """
    if len(parties.countries) != 1:
        return parties
    begin, end = own_clause(clause, at) if at is not None else (0, len(clause.tokens))
    own, floor = parties.countries[0], max(begin - 1, -1 if behind is None else behind)
    partners = article.counterparts(own)
    hits = [hit for hit in clause.named.countries if hit.code != own and floor < hit.first < end]
    hits = [hit for hit in hits if (m := clause.named.at(hit.first)) is None or not is_leant_on(clause, m)]
    named = [m for m in clause.mentions if m.actor.kind == "person" and floor < m.first < end]
    named = [m for m in named if not is_source(clause, m)]
    chosen = ""
    here = [hit.code for hit in hits if is_state(hit.code) and hit.form not in ASIDE]
    options = [*(m.actor.country for m in named if m.actor.country not in ("", own)), *here]
    told = [code for code in options if code not in _places(clause, hits)]
    if partners and (set(partners) & set(options) or not (told or behind is not None)):
        for code in [one for one in partners if one in options] or partners:
            parties.add_code(code)
        chosen = parties.countries[-1]
    elif options:
        chosen = (told or options)[0]
        parties.add_code(chosen)
    elif (where := [hit for hit in hits if is_place(clause, hit)]) and not partners:
        parties.add_code(where[0].code)  # "called in to the ministry in Vilnius"
    for code in _listed_with(clause, chosen, at) if at is not None else ():
        if code != own:
            parties.add_code(code)
    return parties


def _listed_with(clause: Clause, code: str, at: int) -> list[str]:
    """Return the states with which one stands in a list behind an act: "threatened to retaliate against X and Y"."""
    for mention in clause.mentions:
        if mention.first <= at or mention.form != "name" or mention.actor.kind != "country":
            continue
        listed = chain(clause, mention.first)
        if len(listed) > 1 and all(m.actor.kind == "country" and m.form == "name" for m in listed):
            codes = [one for m in listed for one in m.actor.countries]
            if code in codes:
                return codes if clause.words[mention.first - 1] in AGAINST else []
    return []


def _places(clause: Clause, hits: Sequence[CountryHit]) -> set[str]:
    """Return the states that a sentence names only as the place: "through its embassy in X"."""
    return {hit.code for hit in hits} - {hit.code for hit in hits if not is_place(clause, hit)}


def counted_states(article: Article, clause: Clause, head: int) -> list[str]:
    """Return the states that are only counted behind a verb, and named in a list later: "the envoys of nine countries".

    The list has that many, and stands in the same sentence or one of the next.
    """
    if clause.lows.isdisjoint(NATIONS):
        return []
    places = range(head + 1, min(len(clause.tokens) - 1, head + NEAR))
    place = next((n for n in places if (number_of(clause.words[n]) or 0) > PAIR and _counts_states(clause, n)), 0)
    number = number_of(clause.words[place]) if place else 0
    for other in article.clauses[clause.number : clause.number + LISTED_NEAR] if number else ():
        for mention in other.mentions:
            if other is not clause or mention.first > place:
                codes = {code for one in chain(other, mention.first) for code in one.actor.countries if is_state(code)}
                if len(codes) == number:
                    return sorted(codes)
    return []


def _counts_states(clause: Clause, place: int) -> bool:
    """Tell whether the number at a token is that of states not told of before: "of nine (European) countries"."""
    return clause.words[place - 1] not in DEFINITE and not NATIONS.isdisjoint(clause.words[place + 1 : place + PHRASE])


def add_target(article: Article, clause: Clause, governor: int | None, found: Parties) -> None:
    """Add on whom several act whose noun names nobody else: "X and Y announced the expulsion of two envoys"."""
    if governor is None or len(found.countries) < PAIR:
        return
    own = {code for m in subjects(clause, governor) for code in m.actor.countries}
    if not set(found.countries) <= own:
        return
    latest = [code for code in article.acting if code not in own]
    others = latest if len(latest) == 1 else [code for code in article.pair if code not in own]
    passing = article.in_passing()
    rest = [code for code in article.weights if is_state(code) and code not in own and code not in passing]
    found.add_code(others[0] if others else max(rest, key=lambda code: article.weights[code], default=""))
