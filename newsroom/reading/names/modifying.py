"""Tell whether a name or noun acts ("the military began") or only describes a noun ("military exercises")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsroom.reading.names.phrases import FUNCTION_WORDS
from newsroom.reading.sentences import Token
from newsroom.reading.verb_forms import irregular_forms

# Nouns for a body that may rather modify the next one: "military intervention", "drone strike".
MODIFYING = frozenset(
    "military army police party media drone jet ship boat plane helicopter vessel submarine crew customs missile"
    " rocket force".split()
)
# Irregular forms of the past that are nouns or adjectives too: "army ground troops", "military cuts".
PAST_NOUNS = frozenset("ground wound bound left cut set cost bid cast split spread bit felt rose lit fit led".split())
# Behind a state's name and a hyphen: whose backing, make or home somebody has is not who acts ("Rwanda-backed rebels").
BACKED = frozenset(
    "backed aligned allied supported funded financed armed trained supplied based"
    " born made built designed educated speaking style inspired affiliated linked friendly leaning dominated".split()
)
TIMELY = frozenset("late early later earlier yesterday today again soon then now meanwhile".split())
# What an outlet is called, and what may stand between its name and whose it is.
OUTLETS = frozenset("agency television tv radio newspaper daily broadcaster tabloid newswire newspapers media".split())
OF_OUTLETS = frozenset("'s ’s ' ’ state official semi-official - run owned news national public business local".split())
LONGEST_OUTLET = 8
FRIENDS = frozenset("ally allies partner partners neighbour neighbor rival foe client friend".split())
FRIENDLY = 4  # how far before the state "a" stands in "a key regional Turkish ally"


@cache
def _no_nouns() -> frozenset[str]:
    """Return irregular forms of the past that are no nouns, "struck", "began", and words of time."""
    forms = {word: form for table in irregular_forms().values() for word, form in table.items()}
    return frozenset(word for word, form in forms.items() if form.startswith("past")) - PAST_NOUNS | TIMELY


def is_modifier(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a noun stands before another noun: "military intervention", and not "the military began"."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return (
        after is not None
        and after.low.isalpha()
        and not after.is_capital
        and after.low not in FUNCTION_WORDS
        and after.low not in _no_nouns()
        and not after.low.endswith(("ed", "ly"))
    )


def is_backer(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether a name that ends at a token only says whose somebody is: "Rwanda-backed rebels"."""
    behind = tokens[last + 1 : last + 3]
    return len(behind) > 1 and behind[0].text == "-" and behind[1].low in BACKED


def is_of_outlet(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether a state only says whose outlet reports: "Japan's Kyodo news agency", "Iranian state television"."""
    for place in range(last + 1, min(len(tokens), last + 1 + LONGEST_OUTLET)):
        token = tokens[place]
        if token.low in OUTLETS:
            return True
        if not (token.is_capital or token.low in OF_OUTLETS):
            return False
    return False


def is_friend(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a state only says whose ally another one is: "Qatar, a close Turkish ally,"."""
    if last + 1 >= len(tokens) or tokens[last + 1].low not in FRIENDS:
        return False
    opener = next((n for n in range(first, max(0, first - FRIENDLY), -1) if tokens[n].low in ("a", "an")), 0)
    return opener > 1 and tokens[opener - 1].text == "," and tokens[opener - 2].is_capital
