"""Find the act told before that other words only take up: the fact in a charge, a visit told before."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.wording import CALLS, TOLD, VISITS

GUESS, SAID = "guess.", "guess.said"
# Families of which a guess may take up any other of the same group.
TAKEN_UP_AS = (
    frozenset("force clash invasion".split()),
    frozenset("sanctions tariffs border ties seizure".split()),
    frozenset("criticism protest accusation summons".split()),
)
KNOWN, KNOWN_NEAR = frozenset("the this these those such".split()), 3
ANNOUNCED = frozenset("announce confirm disclose reveal unveil report".split())
FIGHTING = frozenset("force clash invasion".split())
BETWEEN = frozenset("between with in over against on entre con en".split())
NAMED = frozenset("force threat offer request invitation proposal expulsion recall border posture capture".split())
OWNED_BY = frozenset("his her their its su sus".split())


def told_before(kept: Sequence[Candidate], one: Candidate) -> Candidate | None:
    """Return the act told before that a candidate only takes up."""
    for find in (fact_of_charge, guessed_again, _announced_before, _visit_owned, _war_taken_up, _deed_named):
        if (told := find(kept, one)) is not None:
            return told
    return None


def fact_of_charge(kept: Sequence[Candidate], one: Candidate) -> Candidate | None:
    """Return the fact of which a noun in a charge speaks again: "blamed each other for the exchange of fire"."""
    if one.modality != "alleged" or not one.rule.endswith((".deed", ".noun")) or (one.date and one.date.words):
        return None
    sides = set(one.parties.countries)
    return next(
        (
            other
            for other in reversed(kept)
            if other.family == one.family and other.modality == "happened" and set(other.parties.countries) == sides
        ),
        None,
    )


def guessed_again(kept: Sequence[Candidate], one: Candidate) -> Candidate | None:
    """Return the act told by a rule that a guess only takes up again: "The closure has hurt trade"."""
    if not one.rule.startswith(GUESS) or one.rule == SAID or (one.date is not None and one.date.words):
        return None
    akin = next((group for group in TAKEN_UP_AS if one.family in group), frozenset[str]())
    mine = set(one.parties.countries)
    for other in reversed(kept):
        if (
            other.family in akin
            and other.modality in TOLD
            and mine <= set(other.parties.countries)
            and _is_taken_up(one)
        ):
            return other
    return None


def _is_taken_up(one: Candidate) -> bool:
    """Tell whether a sentence opens with what was told before, or is quoted: "The attack killed ten, they said"."""
    words, subject = one.clause.words, one.trigger[0]
    if one.clause.quoted[min(1, len(words) - 1)]:
        return True
    opener = next((n for n in range(subject) if words[n] in KNOWN), -1)
    return opener >= 0 and opener <= KNOWN_NEAR and one.clause.named.covered[opener + 1] < 0


def _announced_before(kept: Sequence[Candidate], one: Candidate) -> Candidate | None:
    """Return the act told before that a noun only names as announced: "The expulsion was announced by the minister"."""
    verb = one.governing_verb
    if not one.is_definite or one.family == "contact" or (one.date is not None and one.date.words):
        return None
    if one.modality != "planned" or verb is None or verb.lemma not in ANNOUNCED:
        return None
    sides = set(one.parties.countries)
    told = (other for other in reversed(kept) if other.family == one.family and other.modality in TOLD)
    return next((other for other in told if set(other.parties.countries) == sides), None)


def _visit_owned(kept: Sequence[Candidate], one: Candidate) -> Candidate | None:
    """Return the visit told before of which a noun without a time speaks: "Her visit to Lima came after a row"."""
    if one.kind not in VISITS or one.rule != "contact.noun" or (one.date is not None and one.date.words):
        return None
    if OWNED_BY.isdisjoint(one.clause.words[max(0, one.trigger[0] - 2) : one.trigger[0]]):
        return None
    sides = set(one.parties.countries)
    told = [other for other in reversed(kept) if other.family == "contact" and other.modality in TOLD]
    told = [other for other in told if set(other.parties.countries) == sides and other.kind not in CALLS]
    return next((other for other in told if other.kind in VISITS), None) or next(iter(told), None)


def _war_taken_up(kept: Sequence[Candidate], one: Candidate) -> Candidate | None:
    """Return the fighting told before that "the war" only names: "has given it aid during the war"."""
    words, place = one.clause.words, one.trigger[0]
    if one.family != "clash" or not place or words[place - 1] not in KNOWN or not one.rule.endswith((".deed", ".noun")):
        return None
    if not BETWEEN.isdisjoint(words[one.trigger[1] + 1 : one.trigger[1] + 2]) or (one.date and one.date.words):
        return None
    sides = set(one.parties.countries)
    told = (other for other in reversed(kept) if other.family in FIGHTING and other.modality == "happened")
    return next((other for other in told if set(other.parties.countries) == sides), None)


def _deed_named(kept: Sequence[Candidate], one: Candidate) -> Candidate | None:
    """Return the act told before that a noun names: "condemned the incursion by its troops", "the threat was made"."""
    words, place = one.clause.words, one.trigger[0]
    if not one.rule.endswith((".deed", ".noun")) or one.family not in NAMED or (one.date and one.date.words):
        return None
    if one.modality not in ("happened", "alleged") or KNOWN.isdisjoint(words[max(0, place - KNOWN_NEAR + 1) : place]):
        return None
    sides = set(one.parties.countries)
    for other in reversed(kept):
        is_akin = other.family == one.family and other.modality == "happened" and other.clause is not one.clause
        theirs = set(other.parties.countries)
        if is_akin and (sides == theirs or (one.parties.is_inferred and sides < theirs)):
            return other
    return None
