"""Read offices of two states in one phrase ("the Polish and Czech ministers") and adjectives behind a title."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from newsroom.reading.names.blocs import FIRST_WORDS, bloc_at
from newsroom.reading.names.index import CountryHit
from newsroom.reading.names.mentions import Mention, Named
from newsroom.reading.names.people import Actor, Registry
from newsroom.reading.names.phrases import after_possessive, is_bare_pair, is_possessive, plain, title_at
from newsroom.reading.names.titles import BODY_PREFIXES, GROUP_NOUNS, GROUP_QUANTIFIERS, PREMODIFIERS, Title
from newsroom.reading.sentences import Token
from newsroom.reading.verbs import AUXILIARIES, PREPOSITIONS

if TYPE_CHECKING:
    from newsroom.reading.names.finder import Finder

ARTICLES = frozenset("the whose his her its their this el la los las su sus our both".split())
MOST_STATES = 6
NUMBERS = {"all": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}  # "the three Baltic states"
ALONE = frozenset(("e3", "aukus", "p5", "p4", "six", "five", "5", "group"))  # who act under the bare name
ONE_OF_TWO = frozenset("side country party government nation".split())
REGIONAL = frozenset(
    "asian african european andean south north caucasus balkan arab gulf nordic southeast central latin".split()
)  # written with a capital
PAIRED = frozenset("countries nations states neighbours neighbors rivals foes allies powers republics".split())
# Who face each other, and so are two without a number: "the nuclear-armed neighbours".
FACING = frozenset("neighbours neighbors rivals foes arch-rivals giants".split())
NO_ADJECTIVES = PREPOSITIONS | AUXILIARIES | frozenset("and or but that who which a an the their met other".split())
FURTHEST = 4  # how many words may describe two who are named as one: "the two long-time rivals"
OF = frozenset("of for to from in de del".split())
EQUALS = frozenset("counterparts homologos homologas contrapartes pares".split())
HEADED = frozenset("de y of and estado gobierno state government".split())
GROUP_HEADS = frozenset("leaders presidents ministers premiers presidentes mandatarios cancilleres".split())
FITTING = PREMODIFIERS | BODY_PREFIXES | frozenset(("ministry", "department"))
BLOC_NOUNS = frozenset(
    "states countries nations governments ministers leaders presidents premiers officials"
    " partners members chiefs".split()
)
BLOC_OPENERS = FIRST_WORDS | frozenset(NUMBERS) | frozenset(("group", "club"))
POINTING = frozenset("these those estos estas esos esas dichos dichas aquellos aquellas".split())
POINTED = frozenset("countries states nations governments paises estados naciones gobiernos".split())
# What makes of "those countries" whichever it then describes: "those countries that signed".
DESCRIBED = frozenset("that who which whose where with que cuyos cuyas donde".split())
DETERMINERS = ARTICLES | POINTING | {"a", "an", "un", "una"}
PLAIN_GROUPS = frozenset(("ministers", "leaders", "presidents"))
CAPITAL_GROUPS = frozenset("ministers presidents leaders sides parties delegations heads".split())
JOINED_NOUNS = GROUP_NOUNS | frozenset(
    "colleagues soldiers peacekeepers officers guards sailors pilots warships jets attaches consuls"
    " forces troops governments authorities militaries embassies ministries".split()
)
EACH = frozenset((("each",), ("each", "of"), ("cada", "uno"), ("cada", "una")))
OTHER = frozenset((("the", "other"), ("al", "otro"), ("a", "otra"), ("la", "otra")))
EACH_OPENERS = frozenset(", ; and but while with y mientras".split())  # "Peru and Chile each" are named already
FEW = frozenset("both two three four".split())  # of "both of us"
TO_OTHER = 8  # how far behind "each" "the other" stands
# Each phrase of several_at has one of these.
JOINED = JOINED_NOUNS | ONE_OF_TWO | FEW | {"offices", "each", "cada"}


def several_at(finder: Finder, tokens: Sequence[Token], place: int, start: int, named: Named) -> Mention | None:
    """Return several who are named as one: offices of two states, or a group of those named before."""
    return joint_offices(finder, tokens, place, start, named) or group_at(tokens, place, start)


def joint_offices(finder: Finder, tokens: Sequence[Token], place: int, start: int, named: Named) -> Mention | None:
    """Return "the Polish and Czech foreign ministers" as one office of several states."""
    hits: list[CountryHit] = []
    is_owned = is_name = False
    while start < len(tokens) - 1 and tokens[start].low in PREMODIFIERS and start - place < 2:
        start += 1  # "Senior Kenyan and Ugandan officials"
    index = start
    while index < len(tokens) and len(hits) < MOST_STATES and tokens[index].is_capital:
        hit = finder.country_at(tokens, index)
        if hit is None:
            return None
        hits.append(hit)
        index = after_possessive(tokens, hit.last + 1)
        is_owned = index > hit.last + 1
        is_name |= hit.form != "demonym" and not _is_short(tokens[hit.last])
        if index < len(tokens) and (tokens[index].text == "," or tokens[index].low in ("and", "y", "e")):
            index += 1 + (index + 1 < len(tokens) and tokens[index].text == "," and tokens[index + 1].low == "and")
        else:
            break
    if len(hits) < 2 or (is_name and not is_owned and hits[0].form != "demonym"):
        return None  # "Kenya and Norway's foreign ministers" are owned by the last
    first = index
    while index < len(tokens) and index - first < 4 and tokens[index].low in FITTING:
        index += 1
    if len({hit.code for hit in hits}) < 2 or index >= len(tokens) or tokens[index].low not in JOINED_NOUNS:
        return None
    named.countries.extend(hits)
    words = plain(tokens, start, index)
    members = tuple(finder.registry.other("country", hit.code, hit.code) for hit in hits)
    return Mention(place, index, Actor("office", words, members=members), "name", is_plural=True)


def bloc_of_few(finder: Finder, tokens: Sequence[Token], place: int, start: int) -> Mention | None:
    """Return a bloc that stands for its few members: "E3 ministers", "the Baltic states"."""
    low = tokens[start].low
    if low in ("group", "club") and start + 1 < len(tokens) and tokens[start + 1].low == "of":
        start = min(start + 2, len(tokens) - 1)  # "the group of six world powers"
    bloc = bloc_at(tokens, start, finder.on)
    if bloc is None and start + 1 < len(tokens) and tokens[start].low in NUMBERS:
        bloc, number = bloc_at(tokens, start + 1, finder.on), NUMBERS[tokens[start].low]
        start += 1
        if bloc is not None and number and number != len(bloc[1]):
            return None  # "the two Baltic states": the story says which
    if bloc is None:
        return None
    last, codes = bloc
    name_end = last
    while last + 1 < len(tokens) and last - name_end < 3 and tokens[last + 1].low in BLOC_NOUNS | FITTING:
        last += 1
    if tokens[start].low not in ALONE and (last == name_end or tokens[last].low not in BLOC_NOUNS):
        return None
    members = tuple(finder.registry.other("country", code, code) for code in codes)
    words = " ".join(token.text for token in tokens[start : last + 1])
    return Mention(place, last, Actor("office", words, members=members), "name", is_plural=True)


def _is_short(token: Token) -> bool:
    """Tell whether a name serves as its own adjective: "US", "U.K."."""
    return token.text.isupper() or "." in token.text


def behind_title(finder: Finder, tokens: Sequence[Token], place: int, named: Named) -> tuple[int, str] | None:
    """Return the end and the code of a Spanish adjective behind a title: "el presidente peruano"."""
    if finder.language != "es" or place >= len(tokens) or tokens[place].is_capital:
        return None
    hit = finder.country_at(tokens, place)
    if hit is None or hit.form != "demonym":
        return None
    named.countries.append(hit)
    return hit.last, hit.code


def group_at(tokens: Sequence[Token], place: int, start: int) -> Mention | None:
    """Return "the two leaders", "both sides", "the foreign ministers", "the warring parties", "each side"."""
    if tokens[place].low in ("each", "either") and place + 1 < len(tokens) and tokens[place + 1].low in ONE_OF_TWO:
        return Mention(place, place + 1, Actor("group", "both sides"), "anaphor", is_plural=True)
    if (last := _each_alone(tokens, place)) >= place:
        return Mention(place, last, Actor("group", "both sides"), "anaphor", is_plural=True)
    if (last := _all_of_us(tokens, place)) > place:
        name = " ".join(token.text for token in tokens[place : last + 1])
        return Mention(place, last, Actor("group", name), "anaphor", is_plural=True)
    index = start
    while (
        index < len(tokens)
        and index - start < 3
        and tokens[index].low in GROUP_QUANTIFIERS
        and (
            not tokens[index].is_capital
            or tokens[index].low in REGIONAL
            or (index == start and place == start)
            or (tokens[index].low == "foreign" and index > start)
        )
    ):
        index += 1
    if tokens[start].low in ("two", "both"):
        index = _described_pair(tokens, index, PAIRED)
    elif tokens[place].low == "the" and index < len(tokens) and tokens[index].low not in GROUP_NOUNS:
        index = _described_pair(tokens, index, FACING)
    if index < len(tokens) and is_bare_pair(tokens, place, start, index):
        return Mention(place, index - 1, Actor("group", "the two"), "anaphor", is_plural=True)
    if index >= len(tokens):
        return None
    is_house = tokens[index].low in ("offices", "ministries") and tokens[index - 1].low == "foreign"
    is_name = tokens[index].is_capital and index > start and not _is_capital_group(tokens, index)
    if not is_house and (tokens[index].low not in GROUP_NOUNS or is_name):
        return None
    definite = tokens[place].low in ("the", "both", "los", "las", "their", "our") or (
        index > start
        and (
            tokens[start].low in ("both", "ambos", "ambas")
            or (tokens[start].low in ("two", "dos") and tokens[index].low in GROUP_HEADS)
        )
    )
    definite = definite or (tokens[index].low in EQUALS and tokens[place].low in ("his", "her", "its", "sus"))
    definite = definite or is_bare_plural(tokens, place, index) or _is_pointed_at(tokens, place, index)
    if not definite and tokens[index].low not in ("parties", "sides"):
        return None
    index = _of_state(tokens, index)
    return Mention(
        place, index, Actor("group", " ".join(t.text for t in tokens[start : index + 1])), "anaphor", is_plural=True
    )


def _is_capital_group(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether those of whom official prose writes with a capital end a phrase: "Foreign Ministers signed"."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return tokens[index].low in CAPITAL_GROUPS and after is not None and after.text.islower()


def _each_alone(tokens: Sequence[Token], place: int) -> int:
    """Return the last token of "each" where it does something to "the other"; else -1."""
    if tokens[place].low not in ("each", "cada") or (place and tokens[place - 1].low not in EACH_OPENERS):
        return -1
    lows = [token.low for token in tokens[place : place + 2 + TO_OTHER]]
    size = next((n for n in (2, 1) if tuple(lows[:n]) in EACH), 0)
    if not size or OTHER.isdisjoint(pairwise(lows[size:])):
        return -1  # "each year", "each sent a minister"
    return place + size - 1 - (lows[:2] == ["each", "of"])


def _all_of_us(tokens: Sequence[Token], place: int) -> int:
    """Return the last token of "both of us", "all three of them"; else -1."""
    number = place + (tokens[place].low in ("all", "the"))
    lows = [token.low for token in tokens[number : number + 3]]
    return number + 2 if lows[:1] and lows[0] in FEW and lows[1:] in (["of", "us"], ["of", "them"]) else -1


def _is_pointed_at(tokens: Sequence[Token], place: int, index: int) -> bool:
    """Tell whether a noun for several states means those told of before: "accused these countries of meddling"."""
    if tokens[place].low not in POINTING or tokens[index].low not in POINTED:
        return False
    behind, after = ([token.low for token in tokens[index + 1 : index + 3]] + ["", ""])[:2]
    return behind not in DESCRIBED and not (behind in OF and after in ARTICLES)  # "those states of the region"


def is_bare_plural(tokens: Sequence[Token], place: int, index: int) -> bool:
    """Tell whether "Ministers" opens a clause of official prose: "Ministers voiced concern", ", Presidents signed"."""
    is_opening = place == 0 or (tokens[place - 1].text == "," and tokens[index].is_capital)
    if not is_opening or tokens[index].low not in PLAIN_GROUPS or index + 1 >= len(tokens):
        return False
    return tokens[index + 1].low.endswith("ed") or tokens[index + 1].low in ("also", "further", "met", "held")


def _described_pair(tokens: Sequence[Token], index: int, nouns: frozenset[str]) -> int:
    """Return the noun for two states that words describe from a token on: "the two | oil-rich Gulf neighbours"."""
    for place in range(index, min(len(tokens), index + FURTHEST)):
        token = tokens[place]
        if token.low in nouns and (token.low != "giants" or tokens[place - 1].low in REGIONAL):
            return place
        is_verb = token.low.endswith("ed") and tokens[place + 1 : place + 2] and tokens[place + 1].low not in nouns
        is_described = token.is_word and token.low not in NO_ADJECTIVES and not is_verb
        if not (is_described or token.text == "-") or (token.is_capital and token.low not in REGIONAL):
            break
    return index


def _of_state(tokens: Sequence[Token], index: int) -> int:
    """Return the last token of "jefes de Estado (y de Gobierno)", else the noun's own."""
    if tokens[index].low not in ("jefes", "heads"):
        return index
    place = index + 1
    while place < len(tokens) and tokens[place].low in HEADED:
        place += 1
    return place - 1 if tokens[place - 1].low in ("estado", "gobierno", "state", "government") else index


def stateless_office(
    registry: Registry, tokens: Sequence[Token], places: tuple[int, int, int], title: Title, words: str
) -> Mention | None:
    """Return an office without a state, by its first token, the last one of the title and the last one of all.

    "A senior official" is somebody for himself, "the minister" whoever the story means, "the President and the
    Prime Minister" two.
    """
    place, last, end = places
    if tokens[place].low in ("a", "an", "una", "un"):
        if title.kind != "official" or last - place < 2:
            return None
        described = registry.other("office", words)
        described.title_kind, described.office = "official", words
        return Mention(place, end, described, "office", is_possessive(tokens, end + 1))
    other = joined_office(tokens, end + 1) if tokens[place].low in ARTICLES else -1
    own = second_office(tokens, end + 1) if other > end else None
    if own is not None:
        end, title, words = other, (own if title.kind == "minister" else title), plain(tokens, place, other)
    elif other > end:
        return Mention(place, other, Actor("group", plain(tokens, place, other)), "anaphor", is_plural=True)
    actor = Actor("office", words, "", words, title.level, title.gender, title_kind=title.kind)
    return Mention(place, end, actor, "anaphor", is_possessive(tokens, end + 1))


def second_office(tokens: Sequence[Token], index: int) -> Title | None:
    """Return the second office of one person: "(the Deputy) Prime Minister and Minister of Foreign Affairs"."""
    before = [token.low for token in tokens[max(0, index - 2) : index + 1]]
    title = title_at(tokens, index + 1) if before == ["prime", "minister", "and"] else None
    return title[1] if title is not None and title[1].kind in ("foreign_minister", "minister") else None


def joined_office(tokens: Sequence[Token], index: int) -> int:
    """Return the last token of a second bare office: "the President and (the) Prime Minister"; else -1."""
    if index >= len(tokens) or tokens[index].low not in ("and", "y", "e"):
        return -1
    first = index + 1 + (index + 1 < len(tokens) and tokens[index + 1].low in ("the", "el", "la"))
    title = title_at(tokens, first) if first < len(tokens) else None
    if title is None or title[1].kind not in ("head", "foreign_minister", "minister"):
        return -1
    after = title[0] + 1
    return title[0] if after < len(tokens) and not (tokens[after].is_capital or tokens[after].low in OF) else -1
