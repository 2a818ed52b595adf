"""Find verbs that share the "to" or the modal of one before: "agreed to withdraw troops, free prisoners and reopen"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsroom.reading.sentences import Token
from newsroom.reading.verbs import DETERMINERS, Verb

JOINTS = frozenset((",", "and", "or", "but"))
# What opens another clause between the verb and the one that would share its "to".
PARTING = frozenset(
    "; : that which who whom whose when while where after before because as if since until whether".split()
)
OWN = frozenset("its their his her all both each any more no another new".split())
DESCRIBING = frozenset("regular further joint bilateral direct peace additional local common border".split())
# What may follow these at once: "and take part in", "and meet with"; and verbs behind which any word may.
ANSWERED = frozenset("to with in against accordingly firmly decisively forcefully proportionately militarily".split())
BEHIND = {
    "take": ("part",),
    **dict.fromkeys("meet confer consult speak talk dine".split(), ("with",)),
    **dict.fromkeys("respond react retaliate reply".split(), ANSWERED),
}
TOLD = frozenset("hold discuss sign inaugurate".split())
# Nouns of which a list is made at least as often as a verb is joined: "security and trade ties".
NOUNS = frozenset("trade export import aid work control transport process force fire market border water".split())


def with_joined(
    tokens: Sequence[Token], verbs: Sequence[Verb], forms: dict[str, tuple[str, str]], blocked: Sequence[int]
) -> list[Verb]:
    """Return the verbs with those that go on with an infinitive or a modal, left to right."""
    if not any(_leads(verb) for verb in verbs):
        return list(verbs)
    found: list[Verb] = []
    rest = iter(verbs)
    coming = next(rest, None)
    for index, token in enumerate(tokens):
        while coming is not None and coming.first <= index:
            found.append(coming)
            coming = next(rest, None)
        if token.low not in forms or not found or found[-1].head >= index or blocked[index]:
            continue
        lead = next((verb for verb in reversed(found) if verb.form != "ing" or verb.has_auxiliary), found[-1])
        if _leads(lead) and forms[token.low][0] == token.low and _goes_on(tokens, lead, index, blocked):
            found.append(replace(lead, first=index, head=index, lemma=token.low, form="base", is_sharing=True))
    return found if coming is None else [*found, coming, *rest]


def _leads(verb: Verb) -> bool:
    """Tell whether a verb stands behind "to" or a modal, so that others may share it."""
    has_own = verb.form == "aux" and verb.lemma == "have" and bool(verb.modal)  # "would have concerns and respond to"
    return (verb.form == "base" or has_own) and not verb.is_passive and (verb.is_infinitive or bool(verb.modal))


def _goes_on(tokens: Sequence[Token], verb: Verb, index: int, blocked: Sequence[int]) -> bool:
    """Tell whether a bare word goes on with a verb: a joint stands before it, and what is done to behind it."""
    low, before = tokens[index].low, tokens[index - 1]
    place = index - 2 if before.low.endswith("ly") else index - 1
    if tokens[place].low not in JOINTS or tokens[index].is_capital or low in NOUNS or index + 1 == len(tokens):
        return False
    if place <= verb.head or any(token.low in PARTING for token in tokens[verb.head + 1 : place]):
        return False
    after = tokens[index + 1]
    is_told = after.low in BEHIND.get(low, ()) or (low in TOLD and after.low.isalpha())
    is_object = after.low in DETERMINERS or after.low in OWN or bool(blocked[index + 1]) or after.text[:1].isdigit()
    behind = tokens[index + 2] if index + 2 < len(tokens) else None  # "to keep troops there, hold regular meetings"
    is_described = after.low in DESCRIBING and behind is not None and behind.low.endswith("s")
    is_plural = after.low.isalpha() and after.low.endswith("s") and not after.low.endswith("ss")
    return is_object or is_told or is_described or is_plural
