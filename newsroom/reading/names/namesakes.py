"""Tell where the name of a state means something else: an ocean, an airline, a currency, a language, a convention."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.sentences import Token

WATERS = frozenset("ocean sea gulf peninsula channel bay strait straits rift ridge trench".split())
BODIES_OF_WATER = frozenset("ocean sea gulf bay strait straits".split())
COMPANIES = frozenset(
    "airlines airways motors times herald tribune gazette post today mail broadcasting telecom petroleum airbus"
    " limited ltd corporation corp inc holdings plc gmbh".split()
)
ACCORDS = frozenset(
    "convention conventions treaty agreement agreements accord accords process processes protocol protocols declaration"
    " summit conference club consensus communique charter pact principles format".split()
)
OF = frozenset(("of", "de"))
NAMED_BY_CITY = frozenset(
    "convention conventions treaty protocol accords accord declaration pact convencion convenciones convenio convenios"
    " tratado protocolo acuerdo acuerdos declaracion pacto conferencia consenso".split()
)
NEWER = frozenset("mexico england britain ireland scotland".split())  # "New Mexico" lies in another state
MET = frozenset("de del con entre sobre para que".split())
SPOKEN_IN = frozenset("in en into speak speaks spoke speaking fluent".split())
NEW = frozenset(("new", "nuevo", "nueva"))
MOVEMENTS = frozenset(("taliban", "talibanes"))  # a government there, and bands elsewhere
RULING = MOVEMENTS | {"hamas"}  # who speaks in their own name, not in that of the state
LANDS = frozenset(
    "country countries nation nations state states region neighbour neighbours neighbor neighbors bloc".split()
)
MONEY = frozenset(
    "dollar dollars peso pesos rupee rupees shilling shillings franc francs rouble roubles ruble rubles dirham dirhams"
    " riyal riyals rial rials dinar dinars dolares rupias francos rublos".split()
)
# A people of one state that lives in another.
MINORITIES = frozenset("serb serbs croat croats".split())
ELSEWHERE = frozenset("bosnian bosnia kosovo croatian montenegrin".split())
CURRENCIES = "$€£¥₹₩"
LONGEST = 5


def is_namesake(tokens: Sequence[Token], first: int, last: int, form: str) -> bool:
    """Tell whether the name between two tokens stands in the name of another thing."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if first > 1 and tokens[first - 1].low == "of" and _is_capital(tokens[first - 2], BODIES_OF_WATER):
        return form == "name"  # "the Gulf of Oman"
    if first and first == last and tokens[first].low in NEWER and _is_capital(tokens[first - 1], NEW):
        return True
    if first and tokens[first].low in MOVEMENTS and _is_tied(tokens[first - 1]):
        return True  # "the Pakistani Taliban", "Tehrik-i-Taliban"
    if first and first == last and tokens[first].low in MINORITIES and _is_from(tokens, first, ELSEWHERE):
        return True  # "a Bosnian Serb leader", "Kosovo Serbs"
    if after is None:
        return form == "demonym" and _is_language(tokens, first, None)
    if first and tokens[first - 1].text == "," and after.low == "y":  # "Ministerio de X, Unión Europea y Cooperación"
        return [token.text for token in tokens[last + 2 : last + 3]] == ["Cooperación"]
    if tokens[first].text == "Reunión" and after.low in MET:
        return True  # "la 21ª Reunión de Cancilleres", not the island
    if tokens[first].low == "central" and last > first and after.low in LANDS:
        return form == "demonym"  # "the Central African country" lies there
    if after.low in MONEY or (form == "demonym" and first and tokens[first - 1].low in MONEY):
        return True  # "20 million US dollars", "dólares estadounidenses"
    if after.text[:1] in CURRENCIES and after.start == tokens[last].end:
        return True
    if _is_capital(after, WATERS) or _is_company(tokens, first, last):
        return form in ("name", "demonym")
    if after.text == "-" and last + 2 < len(tokens) and tokens[last + 2].low in ("language", "speaking"):
        return form == "demonym"
    return form == "demonym" and _is_language(tokens, first, after)


def _is_from(tokens: Sequence[Token], first: int, lands: frozenset[str]) -> bool:
    """Tell whether one of the words stands right before a token, a hyphen between them or not."""
    place = first - 2 if tokens[first - 1].text in ("-", "–") else first - 1
    return place >= 0 and tokens[place].is_capital and tokens[place].low in lands


def _is_tied(before: Token) -> bool:
    """Tell whether a hyphen or another name ties a word to what stands before it."""
    return before.text == "-" or (before.is_capital and before.low not in ("the", "los"))


def is_of_accord(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a city only names what was signed there: "the Vienna Convention", "la Convención de Viena"."""
    if first > 1 and tokens[first - 1].low in OF and _is_capital(tokens[first - 2], NAMED_BY_CITY):
        return True
    if last + 3 < len(tokens) and tokens[last + 1].low == "and" and tokens[last + 2].is_capital:
        return tokens[last + 3].low in ACCORDS and tokens[last + 3].low.endswith("s")
    return last + 1 < len(tokens) and tokens[last + 1].low in ACCORDS


def _is_capital(token: Token, words: frozenset[str]) -> bool:
    """Tell whether a token is one of the words, written with a capital."""
    return token.is_capital and token.low in words


def _is_company(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether capitalised words up to "Limited", "Airlines" or "Times" follow a name at once."""
    for place in range(last + 1, min(len(tokens), last + 1 + LONGEST)):
        if not tokens[place].is_capital or tokens[place].low in ("'s", "’s"):
            return False
        if tokens[place].low in COMPANIES:
            return True
    return False


def _is_language(tokens: Sequence[Token], first: int, after: Token | None) -> bool:
    """Tell whether an adjective stands alone behind "in": "a statement in Spanish"."""
    before = tokens[first - 1].low if first else ""
    return before in SPOKEN_IN and (after is None or not after.is_word or after.low in ("and", "on", "that", "to", "y"))
