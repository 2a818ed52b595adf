"""Read what stands behind a person's name: ", the Turkish president," or "of Russia"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsroom.reading.names.joint import second_office
from newsroom.reading.names.mentions import Mention, Named
from newsroom.reading.names.people import Actor
from newsroom.reading.names.phrases import POSTED, after_possessive, is_possessive, title_at
from newsroom.reading.names.runs import GOVERNMENTS, name_end
from newsroom.reading.names.titles import PREMODIFIERS, Title
from newsroom.reading.sentences import Token
from newsroom.reading.verbs import AUXILIARIES

if TYPE_CHECKING:
    from newsroom.reading.names.finder import Finder


HOUSES = frozenset(
    "embassy consulate mission ministry government army navy police military delegation parliament senate congress"
    " legislature presidency cabinet intelligence embajada parlamento senado congreso gobierno".split()
)
CENTRAL_BANK, COMMUNIST_PARTY = ("central", "bank"), ("communist", "party")
ONE_PARTY = frozenset("CN CU LA VN".split())  # states that their Communist Party governs
AGAINST_STATE = frozenset("rebel guerrilla opposition separatist exiled shadow".split())
REACH_OF_HOUSE = 3  # how near behind the name of its state a house stands
CUES = frozenset(
    "said told met signed announced visited arrived says accused added warned denied confirmed called claimed"
    " urged".split()
)
ANY = frozenset(("a", "an"))
OFFICES = frozenset(("head", "foreign_minister", "minister"))
POST_NOMINALS = frozenset("MP MEP QC KC SC Jr Jr. Sr PhD CBE OBE SJ".split())


def with_apposition(
    finder: Finder, tokens: Sequence[Token], place: int, end: int, person: Actor, named: Named
) -> Mention:
    """Return the mention of a person, with ", the president of Turkey," or "of Russia" behind the name taken in."""
    last = end
    if is_possessive(tokens, end + 1):
        if person.country and end + 2 < len(tokens) and tokens[end + 2].low in GOVERNMENTS:
            government = finder.registry.other("body", f"{person.name}'s {tokens[end + 2].low}", person.country)
            return Mention(place, end + 2, government, "name", is_possessive(tokens, end + 3))
        return Mention(place, end + 1, person, "name", True)
    after = tokens[end + 1].text if end + 1 < len(tokens) else ""
    if after == "," and end + 2 < len(tokens) and tokens[end + 2].text in POST_NOMINALS:
        return Mention(place, end + 2 + (end + 3 < len(tokens) and tokens[end + 3].text == ","), person, "name")
    if after == "of" and not person.country:
        found = finder.of_place(tokens, end + 1, named)
        if found is not None:
            finder.registry.describe(person, None, "", found[1])
            return Mention(place, found[0], person, "name")
    if after in (",", "("):
        last = _apposition(finder, tokens, end + 2, person, named) or end
    return Mention(place, last, person, "name")


def _apposition(finder: Finder, tokens: Sequence[Token], start: int, person: Actor, named: Named) -> int | None:
    """Read "(the) Turkish president," or "a spokesman for the ministry," behind a name; return its last token."""
    index = start + (start < len(tokens) and tokens[start].low in ("the", "a", "an", "who", "el", "la"))
    country = ""
    for _ in range(8):
        if index >= len(tokens):
            return None
        title = title_at(tokens, index)
        hit = finder.country_at(tokens, index) if tokens[index].is_capital else None
        found = finder.index.body_at(tokens, index)
        if title is not None:
            return _read_apposition(finder, tokens, start, index, title, country, person, named)
        if found is not None and not hit:
            country, index = found[1] or country, after_possessive(tokens, found[0] + 1)
        elif hit is not None:
            country, index = hit.code, after_possessive(tokens, hit.last + 1)
        elif tokens[index].low in PREMODIFIERS or tokens[index].low in ("-", "ministry", "department"):
            index += 1
        else:
            return None
    return None


def _read_apposition(
    finder: Finder,
    tokens: Sequence[Token],
    start: int,
    index: int,
    title: tuple[int, Title],
    country: str,
    person: Actor,
    named: Named,
) -> int | None:
    """Take the title of an apposition for the person; the closing comma belongs to the mention."""
    last, entry = title
    if (own := second_office(tokens, last + 1)) is not None and (second := title_at(tokens, last + 2)) is not None:
        last, entry = second[0], (own if entry.kind == "minister" else entry)
    following = finder.of_place(tokens, last + 1, named)
    end = following[0] if following else last
    if following and entry.kind == "ambassador" and (posted := finder.of_place(tokens, end + 1, named)) is not None:
        end = posted[0]  # "X, Ambassador of Nepal to India"
    if following is None and last + 1 < len(tokens) and tokens[last + 1].low in ("for", "of", "at", "to", "with"):
        end = last + 1
        is_any = tokens[start].low in ANY
        while end + 1 < len(tokens) and end - last < 10 and not _ends(tokens[end + 1], is_any=is_any):
            found = finder.index.body_at(tokens, end + 1)
            country = country or (found[1] if found else _of_house(finder, tokens, end + 1))
            end += 1
    words = " ".join(t.text for t in tokens[start : last + 1]).removeprefix("the ").removeprefix("a ")
    person_next, _ = finder.person_at(tokens, end + 1)
    is_loose = end > last and following is None and tokens[start].low in ANY
    if person_next is not None or (end + 1 < len(tokens) and not _ends(tokens[end + 1], is_any=is_loose)):
        return None
    if _describes_next(finder, tokens, end + 1):
        return None
    code = following[1] if following else ""
    if code and person.country not in ("", code) and entry.kind in OFFICES:
        return None  # "the premier of X, NAME, the premier of Y, NAME, and ...": the office of the name behind it
    is_posted = entry.kind == "ambassador" and any(
        token.low in POSTED for token in tokens[last + 1 : last + 2]
    )  # "X, Peru's ambassador to India"
    finder.registry.describe(person, entry, words, country if is_posted else code or country)
    return end + (end + 1 < len(tokens) and tokens[end + 1].text in (",", ")"))


def _ends(token: Token, *, is_any: bool) -> bool:
    """Tell whether a token ends an apposition: its comma, or a cue where that is lost: "X, an aide to Y said"."""
    return token.text in (",", ".", ")", ";") or (is_any and token.low in CUES)


def _describes_next(finder: Finder, tokens: Sequence[Token], comma: int) -> bool:
    """Tell whether an office in commas is that of the name behind it: "according to X, the head of Y, Z, was"."""
    if comma + 2 >= len(tokens) or tokens[comma].text != "," or not tokens[comma + 1].is_capital:
        return False
    end = name_end(finder, tokens, comma + 1)
    closing = end + 2 < len(tokens) and end > comma + 1 and tokens[end + 1].text == ","
    return closing and (tokens[end + 2].low in AUXILIARIES or tokens[end + 2].low in CUES)


def _of_house(finder: Finder, tokens: Sequence[Token], index: int) -> str:
    """Return whose house is named at a token: "charge d'affaires of the Ugandan embassy", "head of Peru's navy"."""
    if not tokens[index].is_capital:
        return ""
    if _is_pair(tokens[index : index + 2], COMMUNIST_PARTY) and tokens[index + 2 : index + 3]:
        is_named = tokens[index + 2].low == "of" and index + 3 < len(tokens)  # "the Communist Party of Cuba"
        state = _state_at(finder, tokens, index + 3) if is_named else None
        return state[1] if state is not None and state[1] in ONE_PARTY else ""
    state = _state_at(finder, tokens, index)
    if state is None:
        return ""
    last, code = state
    behind = tokens[after_possessive(tokens, last + 1) :][:REACH_OF_HOUSE]
    if _is_pair(behind, CENTRAL_BANK) or (_is_pair(behind, COMMUNIST_PARTY) and code in ONE_PARTY):
        return code
    lows = {token.low for token in behind}
    return "" if HOUSES.isdisjoint(lows) or AGAINST_STATE & lows else code


def _state_at(finder: Finder, tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
    """Return the last token and the code of the state that is named at a token."""
    hit = finder.index.country_at(tokens, index, finder.on, finder.certain, finder.language)
    return (hit.last, hit.code) if hit is not None else None


def _is_pair(tokens: Sequence[Token], pair: tuple[str, str]) -> bool:
    """Tell whether two tokens open with these words."""
    return [token.low for token in tokens[:2]] == list(pair)
