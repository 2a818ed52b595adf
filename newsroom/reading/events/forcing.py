"""Check what a row of force asks of a verb: a blow, a town taken, forces moved, waters entered."""

from __future__ import annotations

from newsroom.reading.acts.words import (
    ACCORDS,
    CARGO,
    CRAFT,
    EXERCISES,
    MEETINGS,
    MISSIONS,
    SANCTIONS,
    TARIFFS,
    TOWNS,
    TROOPS,
    WEAPONS,
)
from newsroom.reading.events.agreeing import is_no_purpose
from newsroom.reading.events.contacting import REACH_OF_HOST, are_several
from newsroom.reading.events.left_open import HARMS, STRUCK
from newsroom.reading.events.parties import NEAR
from newsroom.reading.events.strangers import ARMED
from newsroom.reading.events.trials import CAPTIVES, Trial
from newsroom.reading.verbs import PREPOSITIONS

AMOUNTS = frozenset(("measures", "tax", "taxes"))
IDIOMS = frozenset(
    "note tone chord balance pose bargain match record milestone compromise understanding consensus friendship alliance"
    " partnership deadlock snag impasse wall"
    " roadblock obstacle peak low".split()
)
NATURE = frozenset(
    "storm storms earthquake quake tremor flood floods drought hurricane cyclone typhoon tornado heatwave crisis"
    " virus pandemic epidemic outbreak cholera disease inflation fire wildfire wildfires landslide tsunami eruption"
    " accident blackout".split()
)
LISTS = frozenset("list lists blacklist register".split())
STOPPING = frozenset("stop cease halt withdraw return leave hold retreat".split())
MOVED = frozenset(("fly", "sail"))
INTRUDED = frozenset("waters airspace adiz line".split())
SKIES, SEA = frozenset(("airspace", "waters")), frozenset(("sea", "ocean"))
CROWDS = frozenset("mob mobs crowd crowds protesters demonstrators rioters students gunmen militants attackers".split())
GIVING = frozenset("send ship dispatch rush".split())
ARMS = WEAPONS | frozenset("tanks tank jets jet helicopters helicopter aircraft fighters artillery frigates".split())
FRONTS = frozenset("border frontier near waters coast off towards toward along frontline alert".split())
FOUGHT = frozenset("extradition deportation corruption crime terrorism charges court poverty covid drugs fires".split())
PLANNED = frozenset("trip trips tour tours schedule calendar dates date holiday elections election vote".split())
FIGHTING = frozenset("each a the an two three several bitter fierce brief side alongside together hard and".split())
ORDERS = frozenset(("order", "orders"))
BLOWS = frozenset("strike strikes airstrike airstrikes offensive operation operations shelling incursion fire".split())
BLOW = 5  # how near behind "hit by" that stands which hit
MOUNTING = frozenset("carry conduct launch send dispatch mount stage throw".split())
RESCUING = frozenset("rescue relief firefighting rescate humanitarian evacuation".split())
RELIEVED = 10  # how near behind "sent" it stands that rescue is meant
LISTED = 8  # how near behind "strike" a list stands


def are_troops(trial: Trial) -> bool:
    """Tell whether forces are the subject, and no waters or airspace what they enter."""
    if not INTRUDED.isdisjoint(trial.words[:CAPTIVES]):
        return False
    are = bool(TROOPS & set(trial.before[-4:])) or any(
        TROOPS & set(trial.clause.words[m.last + 1 : m.last + 2]) for m in trial.subjects
    )
    return are and (trial.verb.lemma != "leave" or bool(trial.behind))


def is_forced(trial: Trial) -> bool:
    """Tell force from "a deal was struck"; what is done "by" nobody's side is no act of a state."""
    if ACCORDS & set(trial.before if trial.verb.is_passive else trial.words[:CAPTIVES]):
        return False
    row = trial.row
    if trial.verb.first and trial.clause.tokens[trial.verb.first - 1].text == "-":
        return False  # "the Chilean-occupied coast"
    if trial.verb.lemma == "occupy" and trial.verb.form == "part" and trial.opener not in ("by", "por"):
        return False  # "the occupied coast"
    if trial.verb.lemma in MOUNTING and not RESCUING.isdisjoint((*trial.clause_before, *trial.words[:RELIEVED])):
        return False  # "rescue operations carried out", "forces were sent to support the rescue work"
    if IDIOMS & set(trial.words[:CAPTIVES]) or is_done_by_harm(trial):
        return False  # "striking a positive note"
    if row.family == "force" and "joint" in trial.words[:CAPTIVES]:
        return False  # "a joint operation with Chile"
    if row.kind == "invasion" and row.words & TOWNS and not _is_town_taken(trial):
        return False
    if NATURE & {*trial.clause_before, *(trial.words[:BLOW] if trial.opener == "by" else ())}:
        return False  # "a storm hit", "states hit by a storm"
    if (SANCTIONS | TARIFFS) - AMOUNTS & set(trial.words[:CAPTIVES]):
        return row.family != "force"  # "hit Chile with duties"
    if row.family == "force" and row.words and row.prepositions and not trial.verb.is_passive:
        return _is_aimed(trial)
    if trial.row.family == "force" and trial.verb.is_passive and trial.opener == "by":
        if not MISSIONS.isdisjoint(trial.before) and not CROWDS.isdisjoint(trial.words[: BLOW + 1]):
            return True  # "the Chilean embassy in Lima was stormed by a mob"
        return any(m.actor.countries and m.first - trial.verb.head <= 4 for m in trial.behind)
    return True


def is_done_by_harm(trial: Trial) -> bool:
    """Tell whether a blow named before is what killed, not those it struck: "Kenyan strikes on Uganda that killed"."""
    clause, verb = trial.clause, trial.verb
    if verb.is_passive or clause.words[verb.first - 1] not in ("that", "which"):
        return False
    struck = next((m for m in clause.mentions if m.last == verb.first - 2), None)
    if struck is None or clause.words[struck.first - 1] not in STRUCK:
        return False
    return not (HARMS | BLOWS).isdisjoint(clause.words[max(0, struck.first - 2) : struck.first - 1])


def _is_aimed(trial: Trial) -> bool:
    """Tell whether it is said at whom a weapon is fired, no time: "fired a missile on Monday" hits nobody."""
    if trial.verb.lemma in GIVING and not SKIES.isdisjoint(trial.words):
        return False
    if trial.row.words & WEAPONS and not SEA.isdisjoint(trial.words) and "at" not in trial.words:
        return False  # "fired a missile into the sea off Chile"
    head, lows = trial.verb.head, trial.clause.words
    timed = {time.first - 1 for time in trial.clause.times}
    return any(lows[n] in trial.row.prepositions and n not in timed for n in range(head + 1, trial.end))


def _is_town_taken(trial: Trial) -> bool:
    """Tell whether the place is what is taken: not "seized a boat in a dispute over the island"."""
    if trial.verb.is_passive:
        return True
    near = trial.words[:LISTED]
    edge = next((n for n, word in enumerate(near) if n and word in PREPOSITIONS and word != "of"), LISTED)
    return bool(trial.row.words & set(near[:edge])) and not (CARGO & set(near[:edge]))


NOTES = frozenset("note tone chord balance pose stance".split())


def is_struck(trial: Trial) -> bool:
    """Tell a blow from what is taken off a list: "struck Peru off its list of …"."""
    near = trial.words[:LISTED]
    if not NOTES.isdisjoint(near) or trial.opener in ("gold", "oil"):
        return False  # "struck a note of caution"
    return not ("off" in near and LISTS & set(near[near.index("off") :])) and is_forced(trial)


PERSON_NEAR = 2  # a title may stand between
ABOUT = frozenset("over about concerning regarding demanding protesting por sobre".split())
HELPERS = frozenset("doctors medics rescuers firefighters medicos rescatistas bomberos".split())


def is_posture(trial: Trial) -> bool:
    """Tell whether somebody moves forces."""
    near = set(trial.words[:REACH_OF_HOST])
    if trial.verb.lemma == "order" and ("from" in near or trial.words[3:6].count("out")):
        return False  # "ordered twelve jets from Chile", "ordered the last soldiers out of"
    if not _moves_forces(trial) or not ORDERS.isdisjoint(trial.words[:2]):
        return False  # "placed an order for tanks"
    if trial.row.words & EXERCISES and are_several(trial):
        return False  # done together: "Peru and Chile held an exercise off Lima"
    first = next(iter(trial.behind), None)
    is_person = first is not None and first.actor.kind == "person" and first.first - trial.verb.head <= PERSON_NEAR
    if is_person and not trial.verb.is_passive:
        return False  # "sent Juan Mora, a director of the army, to attend"
    if "joint" in near or _is_handed_over(trial, near) or not HELPERS.isdisjoint(near):
        return False
    later = trial.clause.verbs[trial.number + 1 : trial.number + 2]
    if trial.opener == "to" and later and later[0].is_infinitive and later[0].first - trial.verb.head <= 2:
        return False  # "moved to expel two diplomats"
    is_near = trial.verb.lemma != "order" or (bool(TROOPS & near) and not STOPPING & near)
    is_bare = trial.verb.form in ("part", "past_or_part") and not trial.verb.has_auxiliary
    return is_near and not (is_bare and trial.verb.is_passive)


def _moves_forces(trial: Trial) -> bool:
    """Tell whether forces are what is moved, and not what a note is about: "sent a letter over the deployment of"."""
    words = trial.words
    about = next((n for n, word in enumerate(words) if word in ABOUT), len(words))
    return trial.verb.is_passive or trial.row.words.isdisjoint(words) or not trial.row.words.isdisjoint(words[:about])


def _is_handed_over(trial: Trial, near: set[str]) -> bool:
    """Tell arms that are given from forces that are moved: "sent twenty tanks to Chile"."""
    head = trial.verb.head
    has_receiver = any(m.first == head + 1 and m.actor.kind == "country" and not m.is_possessive for m in trial.behind)
    is_given = trial.verb.lemma in GIVING and ("to" in near or has_receiver) and not FRONTS & set(trial.words)
    return is_given and bool(ARMS & near) and not {"troops", "soldiers", "forces", "warship", "warships"} & near


def is_intrusion(trial: Trial) -> bool:
    """Tell whether craft or forces enter waters or airspace, or are sent there: no minister, and no storm."""
    near = {*trial.before[-CAPTIVES:], *(trial.words[:CAPTIVES] if trial.verb.lemma in MOVED else ())}
    return bool((CARGO | CRAFT | TROOPS) & near) and not trial.verb.is_passive


def are_fighters(trial: Trial) -> bool:
    """Tell those who clash from plans that fall on one day: "the visit will clash with the summit"."""
    plans = MEETINGS | PLANNED
    falls_on = not plans.isdisjoint(trial.before) and not plans.isdisjoint(trial.words)
    return not falls_on and is_no_purpose(trial)


def is_fought(trial: Trial) -> bool:
    """Tell whether a state is fought, or several fight: no "took steps to fight malaria", "fought back against"."""
    if not (FOUGHT | ARMED).isdisjoint(trial.words[:CAPTIVES]):
        return False
    opener = trial.opener
    if opener == "alongside":
        return False  # an ally
    is_aimed = opener == "back" or (opener.isalpha() and opener not in PREPOSITIONS and opener not in FIGHTING)
    return not is_aimed or trial.verb.is_passive or any(m.first - trial.verb.head <= NEAR for m in trial.behind)
