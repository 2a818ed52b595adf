"""Tell whose office stands beside a name, parted from it by words that say where or what for.

"the American envoy for the Western Balkans, X, met", "X, Kosovo's chief negotiator in the dialogue, said".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Registry
from newsroom.reading.names.titles import Title
from newsroom.reading.sentences import Token
from newsroom.reading.verbs import Verb

OPENERS = frozenset("for of in to at on with".split())
CLOSERS = frozenset((",", ".", ")", ";", "“", '"'))
KNOWN = 14  # how many words may stand between an office and its name, or behind an office to the closing comma


def name_holders(
    registry: Registry, tokens: Sequence[Token], mentions: Sequence[Mention], verbs: Sequence[Verb]
) -> None:
    """Give a person without a country the office, and so the country, that stands in commas beside the name.

    An office of no state is given to whom nothing else describes: "The Minister of Water, X, said".
    """
    for before, after in pairwise(mentions):
        is_stateless = (
            before.actor.kind == "office" and not before.actor.country and (after.actor.title_kind in ("", "official"))
        )
        if (before.form == "office" or is_stateless) and after.actor.kind == "person":
            office, person, is_named = before, after, _is_named(tokens, before, after, verbs)
        elif after.form == "office" and before.actor.kind == "person":
            office, person, is_named = after, before, _is_apposed(tokens, before, after, verbs)
        else:
            continue
        actor = office.actor
        if (
            not is_named
            or not (actor.country or (is_stateless and office is before))
            or office.is_possessive
            or (person.actor.country and not person.actor.slug)
        ):
            continue
        registry.describe(person.actor, Title(actor.title_kind, actor.level, actor.gender), actor.name, actor.country)


def _is_named(tokens: Sequence[Token], office: Mention, person: Mention, verbs: Sequence[Verb]) -> bool:
    """Tell whether a comma leads from an office, with what it is for, to the name of its holder, and closes it."""
    between = [token.low for token in tokens[office.last + 1 : person.first]]
    is_led = between[-1:] == [","] and (len(between) == 1 or (between[0] in OPENERS and "," not in between[:-1]))
    if not is_led or len(between) > KNOWN or _has_verb(verbs, office.last, person.first):
        return False
    closing = tokens[person.last + 1].text if person.last + 1 < len(tokens) else "."
    return closing in CLOSERS or not office.first


def _is_apposed(tokens: Sequence[Token], person: Mention, office: Mention, verbs: Sequence[Verb]) -> bool:
    """Tell whether an office stands in commas behind a name."""
    if [token.low for token in tokens[person.last + 1 : office.first]] != [","]:
        return False
    ends = range(office.last + 1, min(len(tokens), office.last + 1 + KNOWN))
    closing = next((place for place in ends if tokens[place].text in CLOSERS), -1)
    if closing < 0 or _has_verb(verbs, office.last, closing):
        return False
    return closing == office.last + 1 or tokens[office.last + 1].low in OPENERS | {"("}


def _has_verb(verbs: Sequence[Verb], first: int, last: int) -> bool:
    """Tell whether a verb stands between two tokens."""
    return any(first < verb.head < last for verb in verbs)
