"""Read who did as another had done: "Peru followed suit", "Peru did the same" is the act told before, done by Peru."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsroom.reading.analysis import Clause
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.parties import Parties
from newsroom.reading.events.reach import bounds
from newsroom.reading.grammar import subjects
from newsroom.reading.verbs import Verb

ECHOES = {"follow": ("suit",), "do": ("so", "likewise", "the same")}
SPANISH = (("hizo", "lo", "mismo"), ("hicieron", "lo", "mismo"))
ALIKE = frozenset("contact accord ceasefire clash cancelled exercise".split())  # done together: nobody does them after
NEAR = 3  # how many sentences back the act may stand that is done again


def echoed(clause: Clause, number: int, told: Sequence[Candidate]) -> Candidate | None:
    """Return the act of the subject of "did the same": the last one told before it, against the same state."""
    verb = clause.verbs[number]
    if not _is_echo(clause, verb) or verb.is_negated or verb.modal or verb.is_infinitive:
        return None
    own = [m for m in subjects(clause, number) if m.actor.countries][:1]
    if not own:
        return None
    model = next((one for one in reversed(told) if _can_be_done_again(one, clause, verb)), None)
    codes = own[0].actor.countries
    if model is None or model.parties.countries[0] in codes:
        return None
    actor, *others = model.parties.countries
    sides = Parties().add(clause, own)
    for code in [actor] if set(codes) & set(others) else others:  # each of two against the other, or both a third
        sides.add_code(code)
    sides.is_inferred = False
    if len(sides.countries) < 2:
        return None
    first, last = bounds(clause, number, len(clause.tokens))
    return replace(
        model,
        clause=clause,
        trigger=(verb.first, verb.head),
        first=first,
        last=last,
        parties=sides,
        rule=f"{model.family}.echoed",
        confidence=0.55,
        date=None,
        is_background=False,
        more=[],
    )


def _is_echo(clause: Clause, verb: Verb) -> bool:
    """Tell whether a verb only says that the same was done."""
    behind = " ".join(token.low for token in clause.tokens[verb.head + 1 : verb.head + 3])
    if any(behind == words or behind.startswith(f"{words} ") for words in ECHOES.get(verb.lemma, ())):
        return True
    return tuple(token.low for token in clause.tokens[verb.head : verb.head + 3]) in SPANISH


def _can_be_done_again(one: Candidate, clause: Clause, verb: Verb) -> bool:
    """Tell whether a candidate is an act told shortly before that another state can do as well."""
    is_before = one.clause is not clause or one.trigger[1] < verb.first
    is_act = one.modality == "happened" and one.family not in ALIKE and len(one.parties.countries) > 1
    return is_before and is_act and clause.number - one.clause.number <= NEAR
