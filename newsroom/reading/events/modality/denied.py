"""Tell what is only accused or denied: an act that a verb of charging or denying governs."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.verbs import Verb

DENIALS = frozenset("deny refute dismiss reject dispute rebut".split())
CHARGING = frozenset(("accuse", "blame", "suspect", "allege"))
AUXILIARIES = frozenset(("haber", "estar"))
LINKS = frozenset(("of", "for", "that"))
ALLEGED = frozenset("alleged purported supposed supuesto supuesta presunto presunta".split())


def is_denied(clause: Clause, place: int) -> bool:
    """Tell whether a token stands in what somebody denies: "denied reports that they had met"."""
    return not clause.lemmas.isdisjoint(DENIALS) and any(
        verb.lemma in DENIALS
        and not verb.is_negated
        and verb.head < place
        and place - verb.head < 30
        and clause.quoted[verb.head] == clause.quoted[place]
        and not any(token.text == ";" for token in clause.tokens[verb.head : place])
        and {"that", "que", "haber", "having", "reports", "report", "claims", "allegations", "rumours", "rumors", "any"}
        & set(clause.words[verb.head + 1 : verb.head + 6])
        and not _goes_on(clause, verb, place)
        for verb in clause.verbs
    )


def is_alleged(clause: Clause, place: int) -> bool:
    """Tell whether a token stands in what one accuses another of, or behind "alleged"."""
    before = range(max(0, place - 3), place)
    # Who is supposed to do something has it before him.
    if any(clause.words[n] in ALLEGED and clause.words[n + 1] != "to" for n in before):
        return True
    return not clause.lemmas.isdisjoint(CHARGING) and any(
        verb.lemma in CHARGING
        and verb.head < place <= verb.head + 30
        and clause.quoted[verb.head] == clause.quoted[place]
        and (LINKS & set(clause.words[verb.head + 1 : place]) or _is_charge_in_spanish(clause, place))
        and not _goes_on(clause, verb, place)
        and not {";", "while", "after", "which", "when", "but", "before", "prompting", ";" if verb.is_finite else ","}
        & set(clause.words[verb.head + 1 : place])
        for verb in clause.verbs
    )


def _is_charge_in_spanish(clause: Clause, place: int) -> bool:
    """Tell whether a token is a verb that "de" joins to who is accused: "acusó a X de haber bombardeado"."""
    verb = next((v for v in clause.verbs if v.head == place), None) if clause.is_spanish else None
    if verb is None:
        return False
    first = verb.first - (clause.words[verb.first - 1] in AUXILIARIES)
    is_bare = verb.is_infinitive or clause.words[first] in AUXILIARIES
    return is_bare and clause.words[first - 1] in ("de", "por", "y")


def _goes_on(clause: Clause, charging: Verb, place: int) -> bool:
    """Tell whether a token is a verb that goes on with who accuses or denies: "accused X of spying and recalled"."""
    verb = next((v for v in clause.verbs if v.head == place), None)
    if verb is None or not verb.is_finite or verb.is_infinitive or charging.is_infinitive:
        return False
    is_joined = clause.words[verb.first - 1] in ("and", "but", "y")
    return (
        is_joined and verb.tense == charging.tense and charging.form.startswith("past") is verb.form.startswith("past")
    )


def denial_of(clause: Clause, place: int) -> int:
    """Return the token of the verb that denies what stands at ``place``, or -1."""
    heads = [verb.head for verb in clause.verbs if verb.lemma in DENIALS and verb.head < place]
    return heads[-1] if heads and is_denied(clause, place) else -1
