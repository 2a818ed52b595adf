"""Tell which rows of the lexicon of acts a verb may have in its sentence."""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.acts import PARTICLES, VERB_INDEX
from newsroom.reading.acts.rows import Act
from newsroom.reading.analysis import Clause
from newsroom.reading.events.bringing import is_done_again
from newsroom.reading.events.modality.words import INTENTS
from newsroom.reading.events.reach import PLANS_IN_SPANISH, content_start
from newsroom.reading.events.sport import is_of_match
from newsroom.reading.verbs import Verb

SHORT_PARTICLES = frozenset("off out in up down back over into on free aside forward against with".split())
IDIOMS = frozenset((("stand", "accused"), ("stop", "short"), ("come", "close"), ("come", "near")))  # which tell no act
FORCEFUL = frozenset(("force", "clash"))
OPTIONS = frozenset(("option", "options", "right", "possibility"))
ON_HOLD, HELD_REACH = frozenset((("on", "hold"), ("on", "ice"))), 14
SHORT_REACH, IDIOM_REACH = 3, 6  # how far behind its verb a particle, and the noun of an idiom, may stand
PARTICLE_REACH = 12


def frames(clause: Clause, verb: Verb) -> list[Act]:
    """Return the rows of a verb whose words occur in its sentence, first those that need a word of its own."""
    rows = () if _is_part_of_word(clause, verb) or is_done_again(clause, verb) else VERB_INDEX.get(verb.lemma, ())
    if verb.lemma == "withdraw" and not INTENTS.isdisjoint(clause.words[verb.head + 1 : verb.head + 1 + SHORT_REACH]):
        rows = tuple(row for row in rows if row.family == "concession")  # "withdrew its threat to expel the envoy"
    if (verb.lemma, *clause.words[verb.head + 1 : verb.head + 2]) in IDIOMS:
        rows = ()
    if clause.is_spanish and verb.lemma == "discuss" and _is_of_act(clause, verb):
        rows = ()  # "analiza reunirse", "trató de reunirse"
    if verb.lemma == "hold" and not PLANS_IN_SPANISH.isdisjoint(clause.words[verb.head + 1 : verb.head + 2]):
        rows = ()  # "tiene planes de romper relaciones"
    if verb.lemma == "put" and not ON_HOLD.isdisjoint(
        pairwise(clause.words[verb.head + 1 : verb.head + 1 + HELD_REACH])
    ):
        rows = ()  # "put the withdrawal of its troops on hold"
    if verb.lemma in ("retain", "keep") and not OPTIONS.isdisjoint(clause.words[verb.head + 1 : verb.head + 4]):
        rows = ()  # "retains the option to deploy warships"
    if is_of_match(clause):
        rows = tuple(row for row in rows if row.family not in FORCEFUL)  # "hammered Chile in the final"
    if verb.lemma in PARTICLES and not clause.lows.isdisjoint(PARTICLES[verb.lemma]):
        rows = _with_particles(clause, verb, rows)
    return [row for row in rows if not row.lacks_words(clause.lows)]


def _is_of_act(clause: Clause, verb: Verb) -> bool:
    """Tell whether a Spanish verb has an infinitive for its object."""
    behind = {verb.head + 1, verb.head + 1 + (clause.words[verb.head + 1 : verb.head + 2] == ["de"])}
    return any(other.is_infinitive and other.first in behind for other in clause.verbs)


def _is_part_of_word(clause: Clause, verb: Verb) -> bool:
    """Tell whether a participle only ends a word that describes a noun: "long-delayed talks", but "US-led talks"."""
    dash = verb.first - 1
    if dash < 1 or verb.has_auxiliary or clause.tokens[dash].text != "-":
        return False
    if f"{clause.words[dash - 1]}-{verb.lemma}" in VERB_INDEX:
        return False  # "test-fired"
    return clause.tokens[dash].end == clause.tokens[verb.first].start and clause.named.covered[dash - 1] < 0


def _with_particles(clause: Clause, verb: Verb, rows: tuple[Act, ...]) -> tuple[Act, ...]:
    """Return the rows of "called off", "brought … together", then the others that the verb has without such a word."""
    if verb.is_passive and clause.words[verb.head : verb.head + 2] == ["given", "in"]:
        return rows  # "a lecture was given in"
    found: tuple[Act, ...] = ()
    end = content_start(clause, clause.verbs.index(verb), verb.head + PARTICLE_REACH)
    for place, low in enumerate(clause.words[verb.head + 1 : end]):
        reach = SHORT_REACH if low in SHORT_PARTICLES else IDIOM_REACH
        if low in PARTICLES[verb.lemma] and (place <= reach or low == "together"):
            found += VERB_INDEX[f"{verb.lemma}+{low}"]
            if place == 0 and low in SHORT_PARTICLES:
                return found  # "hit out at" hits nobody
    return found + rows
