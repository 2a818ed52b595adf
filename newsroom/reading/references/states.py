"""Decide which state is meant by "the kingdom", "its neighbour", "the country"."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.names.codes import is_state
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.names.roles import HALVES, fitting
from newsroom.reading.references.memory import Memory

KOREAS = frozenset(HALVES.values())
AGAINST = frozenset(("against", "with", "towards", "toward"))


def state(memory: Memory, clause: Clause, number: int, mention: Mention) -> Actor | None:
    """Return the state that a noun stands for: the latest that it fits; for "its neighbour" the other one."""
    own = next((one.country for one in (*memory.here[:1], memory.subject) if one is not None and one.country), "")
    latest = [code for code in reversed(memory.states) if is_state(code)]
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
        if mention.actor.name in HALVES and KOREAS & set(memory.article.weights):
            options += allowed or ()  # "the South" in a story of the North
    code = next(filter(None, options), "")
    return memory.article.registry.other("country", code, code) if code else None
