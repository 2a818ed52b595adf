"""Decide which state is meant by "the kingdom", "its neighbour", "the country"."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import subjects
from newsroom.reading.names.codes import is_state
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.names.roles import HALVES, PERSONAL, fitting
from newsroom.reading.references.memory import Memory

KOREAS = frozenset(HALVES.values())
HOLDERS = frozenset(("person", "office"))
AGAINST = frozenset(("against", "with", "towards", "toward"))


def state(memory: Memory, clause: Clause, number: int, mention: Mention) -> Actor | None:
    """Return the state that a noun stands for: the latest that it fits; for "its neighbour" the other one."""
    own = next((one.country for one in (*memory.here[:1], memory.subject) if one is not None and one.country), "")
    latest = [code for code in reversed(memory.states) if is_state(code)]
    if clause.words[mention.first] in PERSONAL:
        code = state_of_person(memory, clause, mention) or own
        return memory.article.registry.other("country", code, code) if code else None
    if mention.actor.name == "neighbour":
        options = [memory.article.partner(own), *(code for code in latest if code != own)]
    else:
        allowed = fitting(mention.actor.name)
        before = clause.words[mention.first - 1] if number else ""
        if before in AGAINST and allowed is None:
            latest = [memory.article.partner(own), *(code for code in latest if code != own)]
            own = ""  # "its embargo against the country"
        going = before in ("to", "into", "in", "leave", "left")
        comer = clause.mentions[number - 1].actor if going else None
        if comer is not None and comer.kind == "person" and comer.country and allowed is None:
            own, latest = "", [code for code in latest if code != comer.country]
        acting = memory.subject.countries if memory.subject is not None and allowed is not None else ()
        options = [own, *latest] if allowed is None else [code for code in (*acting, *latest) if code in allowed]
        options += [code for code in memory.article.weights if allowed and code in allowed]
        if clause.is_spanish and allowed and len(allowed) == 1:
            options += allowed  # "el país hebreo", named in no other words
        if mention.actor.name in HALVES and KOREAS & set(memory.article.weights):
            options += allowed or ()  # "the South" in a story of the North
    code = next(filter(None, options), "")
    return memory.article.registry.other("country", code, code) if code else None


def state_of_person(memory: Memory, clause: Clause, mention: Mention) -> str:
    """Return the state of who says or does what "his country" stands in, else of who spoke or acted before."""
    for number in range(len(clause.verbs) - 1, -1, -1):
        verb = clause.verbs[number]
        if verb.head < mention.first and verb.is_finite and not verb.is_infinitive:
            own = [m.actor for m in subjects(clause, number) if m.last < mention.first]
            if codes := [one.country for one in own if one.kind in HOLDERS and one.country]:
                return codes[-1]
    near = (*memory.here[:1], memory.speaker, memory.subject)
    return next((one.country for one in near if one is not None and one.kind in HOLDERS and one.country), "")
