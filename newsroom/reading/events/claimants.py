"""Tell whose word alone an act is known by: "Peru said that …", "according to the Peruvian army"."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.events.parties import Parties, after_word
from newsroom.reading.events.strangers import ARMED
from newsroom.reading.grammar import subjects, window_start
from newsroom.reading.names.mentions import Mention

CLAIMING = frozenset(
    "say claim allege report state tell announce declare insist assert maintain charge complain add write".split()
)
UNPROVEN = frozenset(("claim", "allege"))
THAT_NEAR = 6  # "claimed in court that"
CLOSING = frozenset((",", "”", '"', "''"))
ACCORDING = frozenset(("according", "segun"))
OPENERS = frozenset("after following since tras luego despues".split())
OWN = 4  # how near before its verb "its forces" stands
AGENT_NEAR = 6  # how near behind a passive verb its agent stands


def is_claim(clause: Clause, number: int, parties: Parties) -> bool:
    """Tell whether an attack is known by the word of the other side alone."""
    if not clause.lows.isdisjoint(ARMED) and _is_told_by_armed(clause, number):
        return True
    sources = {code for m in claimants(clause, number) for code in m.actor.countries}
    verb = clause.verbs[number]
    if {"its", "our", "their"} & set(clause.words[max(0, verb.first - OWN) : verb.first]):
        return False  # "Peru said that its forces shot down"
    if verb.form == "part" and not verb.has_auxiliary and verb.first and verb.is_passive:
        return False  # "sought the release of citizens held by Chile"
    if verb.is_passive and not {"by", "por"} & set(clause.words[verb.head : verb.head + AGENT_NEAR]):
        return bool(sources & set(parties.countries)) and len(sources) == 1  # who did it is left open
    return bool(sources & set(parties.countries[1:])) and parties.countries[0] not in sources


def _is_told_by_armed(clause: Clause, number: int) -> bool:
    """Tell whether rebels alone tell of an attack: "According to the rebels, …", "Peru bombed a town, rebels said"."""
    words, verb = clause.words, clause.verbs[number]
    comma = next((n for n in range(verb.first - 1, 0, -1) if words[n] == ","), 0)
    if not ARMED.isdisjoint(words[max(comma, window_start(clause, number)) : verb.first]):
        return False  # "the rebels said their men had shot down"
    cited = (n for n, word in enumerate(words[:-1]) if word in ACCORDING)
    if any(not ARMED.isdisjoint(words[n + 1 : n + 1 + OWN]) for n in cited):
        return True
    cues = (v for v in clause.verbs if v.lemma in CLAIMING and v.is_finite and v is not verb and not v.is_negated)
    return any(cue.first > 0 and words[cue.first - 1] in ARMED for cue in cues)


def is_only_claimed(clause: Clause, number: int, parties: Parties) -> bool:
    """Tell whether a finite act stands behind "claimed that" or "alleged that", and who claims it did not do it."""
    verb = clause.verbs[number]
    if not verb.is_finite or verb.modal or not number:
        return False
    cue = next((n for n in range(number - 1, -1, -1) if clause.verbs[n].is_finite), -1)
    if cue < 0 or clause.verbs[cue].lemma not in UNPROVEN or clause.verbs[cue].form == "part":
        return False
    head = clause.verbs[cue].head
    if not (
        clause.verbs[cue].is_passive
        or {"that", "que"} & set(clause.words[head + 1 : min(head + THAT_NEAR, verb.first)])
    ):
        return False
    own, actors = subjects(clause, cue), {m.first for m in subjects(clause, number)}
    codes = {code for m in own for code in m.actor.countries}
    return bool(actors) and not actors & {m.first for m in own} and codes != set(parties.countries[:1])


def is_beyond(clause: Clause, claim: int, number: int) -> bool:
    """Tell whether a verb stands in what came before an announcement: "announced a break after troops stormed"."""
    start, end = clause.verbs[claim].head + 1, clause.verbs[number].first
    opener = next((n for n in range(start, end) if clause.words[n] in OPENERS), -1)
    if opener < 0 or any(v.is_finite and not v.is_infinitive and start <= v.first < opener for v in clause.verbs):
        return False
    return clause.words[start] not in ("that", "que") and not clause.quoted[opener]


def claimants(clause: Clause, number: int) -> list[Mention]:
    """Return who says in the sentence that a verb's act took place."""
    for place in range(number - 1, -1, -1):
        claim = clause.verbs[place]
        is_told = claim.lemma == "accuse" and "que" in clause.words[claim.head : clause.verbs[number].first]
        is_claim = claim.lemma in CLAIMING or is_told  # "denunció que"
        if is_claim and claim.is_finite:
            return [] if is_beyond(clause, place, number) else subjects(clause, place)
    for place in range(number + 1, len(clause.verbs)):
        cue = clause.verbs[place]
        if cue.lemma in CLAIMING and cue.is_finite and not cue.modal:
            behind = [m for m in subjects(clause, place) if m.first > clause.verbs[number].head]
            if behind and clause.tokens[behind[0].first - 1].text in CLOSING:
                return behind  # "Peru bombed a village, Chilean officials said"
            if clause.tokens[cue.first - 1].text in CLOSING and not cue.has_auxiliary:
                said = [m for m in clause.mentions if cue.head < m.first <= cue.head + 2 and m.actor.countries]
                if said:
                    return said[:1]  # "Peru bombed a village, claimed Chile's army"
    return after_word(clause, 0, len(clause.tokens), ACCORDING)[:1]
