"""Read words that speak for whoever made them: "the ministry", "the statement", "a post by the embassy"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsroom.reading.names.mentions import Mention, Named
from newsroom.reading.names.people import Actor
from newsroom.reading.names.phrases import BODY_REFERENCES, RULERS, after_possessive, plain
from newsroom.reading.names.titles import DESCRIBING, DOCUMENTS
from newsroom.reading.sentences import Token

if TYPE_CHECKING:
    from newsroom.reading.names.finder import Finder


BRANCHES = frozenset("foreign defence defense interior".split())
OF_RULE = frozenset("interim transitional military caretaker provisional coalition civilian".split())
RULE = ("government", "gobierno")
MINISTRIES = frozenset(("ministry", "department"))
# What may stand before officials whom no other word describes: no "aid officials in X".
PLAIN_BEFORE = frozenset(
    "by as but and while after before since that said says say told from with to among what when where if which because"
    " although though whom for of between , ; : the \" “ ' ‘ - – — .".split()
)
SENT = frozenset("delegation team mission delegacion mision".split())
ARTICLES = frozenset("the a el un la una its his her".split())
SAME = frozenset(("same", "mismo", "misma"))  # "el mismo comunicado" is the one told before
MISSIONS = frozenset(("embassy", "consulate", "mission"))  # in whose state they stand is not whose they are


def document_at(finder: Finder, tokens: Sequence[Token], place: int, start: int, named: Named) -> Mention | None:
    """Return "the statement", "a statement by the ministry", "the post": words that speak for their maker."""
    if start > place and tokens[start].low in OF_RULE and tokens[start + 1 : start + 2]:
        start += tokens[start + 1].low in RULE  # "the interim government in X"
    is_body = tokens[start].low in BODY_REFERENCES
    if tokens[start].low in SENT and place and tokens[place - 1].low not in PLAIN_BEFORE:
        return None  # "led the delegation"
    is_abroad = (
        tokens[start].low in MISSIONS and start + 1 < len(tokens) and tokens[start + 1].low in ("in", "to", "en")
    )
    owner = finder.owner(tokens, start + 1, named) if is_body and start > place and not is_abroad else None
    if owner is not None and owner[1]:
        body = finder.registry.other("body", plain(tokens, start, owner[0]), owner[1])
        return Mention(place, owner[0], body, "name")
    if is_body and tokens[place].low in ("the", "its", "his", "her", "el", "la"):
        return _body_reference(tokens, place, start, start)
    if start > place and tokens[start].low in BRANCHES and _is_ministry(tokens, start + 1):
        return _body_reference(tokens, place, start, start + 1)
    noun = start + (tokens[start].low in DESCRIBING and start + 1 < len(tokens))
    if tokens[noun].low not in DOCUMENTS or tokens[place].low not in ARTICLES:
        return None
    name = " ".join(token.low for token in tokens[start : noun + 1] if token.low not in SAME)
    return Mention(place, noun, Actor("document", name), "anaphor")


def rulers_at(finder: Finder, tokens: Sequence[Token], place: int, start: int, named: Named) -> Mention | None:
    """Return those who act for the state in whose capital they sit: "officials in Lima", "the authorities in Oslo"."""
    name = start + 2
    if tokens[start].low not in RULERS or name >= len(tokens) or tokens[start + 1].low != "in":
        return None
    if place and tokens[place - 1].low not in PLAIN_BEFORE:
        return None
    hit = finder.country_at(tokens, name) if tokens[name].is_capital else None
    if hit is None or hit.form != "city" or after_possessive(tokens, hit.last + 1) > hit.last + 1:
        return None
    named.countries.append(hit)
    return Mention(place, hit.last, finder.registry.other("body", plain(tokens, start, hit.last), hit.code), "name")


def _is_ministry(tokens: Sequence[Token], noun: int) -> bool:
    """Tell whether a ministry in small letters stands at a token, no "of" behind it: "the foreign ministry"."""
    if noun >= len(tokens) or tokens[noun].low not in MINISTRIES or tokens[noun].is_capital:
        return False
    return noun + 1 >= len(tokens) or tokens[noun + 1].low not in (
        "of",
        "in",
        "spokesman",
        "spokeswoman",
        "spokesperson",
    )


def _body_reference(tokens: Sequence[Token], place: int, start: int, noun: int) -> Mention:
    """Return "the ministry", "the foreign ministry", with its possessive ending."""
    last = after_possessive(tokens, noun + 1) - 1
    return Mention(place, last, Actor("bodyref", plain(tokens, start, noun).lower()), "anaphor", last > noun)
