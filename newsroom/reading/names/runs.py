"""Read the run of words that make a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsroom.reading.names.phrases import TITLE_WORDS, is_glued_part, title_at
from newsroom.reading.names.titles import NOT_NAMES, PARTICLES
from newsroom.reading.sentences import GLUED_INITIALS, Token, is_long_initial

BODIES = frozenset(
    "committee commission council ministry department office centre center institute institution association agency"
    " organisation organization foundation union secretariat society board bureau fund forum network party".split()
)

GOVERNMENTS = frozenset("administration cabinet regime government".split())

if TYPE_CHECKING:
    from newsroom.reading.names.finder import Finder


def name_end(finder: Finder, tokens: Sequence[Token], place: int) -> int:
    """Return the last token of the run of capitalised words and particles that starts at ``place``."""
    end, index = place, place + 1
    while index < len(tokens) and index - place < 9:
        token = tokens[index]
        if token.low in GOVERNMENTS or (token.low == "al" and finder.language == "es"):
            break  # "the Clinton Administration", "la visita de X al Perú"
        is_name = token.low not in NOT_NAMES or _is_arabic(tokens, index)
        if token.is_capital and token.is_word and is_name and not token.text.endswith("’s"):
            title = title_at(tokens, index) if not is_hyphened(tokens, index) else None  # "Amir-Abdollahian"
            if title is not None and (title[0] > index or token.low not in ("prince", "general", "amir")):
                break
            hit = finder.country_at(tokens, index)
            if hit is not None and hit.form == "demonym":
                break
            end = index
        elif (token.text == "." and _is_initial(tokens, index - 1)) or (
            token.text in "-–"
            and token.start == tokens[index - 1].end
            and index + 1 < len(tokens)
            and tokens[index + 1].start == token.end
        ):
            pass
        elif is_glued_part(tokens, index) or (token.low in PARTICLES and is_hyphened(tokens, index)):
            end = index if token.low not in PARTICLES else end
        elif not (
            token.low in PARTICLES
            and index + 1 < len(tokens)
            and (tokens[index + 1].is_capital or tokens[index + 1].low in PARTICLES)
        ) or token.low in ("e", "y", "and"):
            break
        index += 1
    return end


def _is_initial(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a token before a full stop is an initial: "J. Smith", "Ts.Tsolmon", "Yu.Amgalan"."""
    token, stop = tokens[index], tokens[index + 1]
    if token.end != stop.start:
        return False
    is_glued = index + 2 < len(tokens) and tokens[index + 2].start == stop.end
    return len(token.text) == 1 or is_long_initial(token) or (is_glued and token.low in GLUED_INITIALS)


def is_hyphened(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a hyphen ties a particle to a name: "Al-Saud"."""
    return index + 2 < len(tokens) and tokens[index + 1].text == "-" and tokens[index + 2].is_capital


def _is_arabic(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "Said" is a part of a name: written with a capital behind a particle or before another part."""
    if tokens[index].low != "said":
        return False
    if tokens[index - 1].low in PARTICLES:
        return True  # "Qaboos bin Said Al Said"
    if index + 1 >= len(tokens):
        return False
    after = tokens[index + 1]
    return after.low in PARTICLES or (after.is_capital and after.low not in NOT_NAMES and after.is_word)


def is_of_body(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether words go on with the name of a body: "the Committee for the Peaceful Reunification"."""
    link = place - 2 if place > 1 and tokens[place - 1].low == "the" else place - 1
    return (
        link > 0
        and tokens[link].low in ("for", "on")
        and tokens[link - 1].low in BODIES
        and tokens[link - 1].is_capital
    )


def is_named_behind(finder: Finder, tokens: Sequence[Token], comma: int, codes: list[str]) -> bool:
    """Tell whether a full name in commas follows an office: "her Canadian counterpart, Luc Fortin, said"."""
    while comma + 2 < len(tokens) and tokens[comma + 1].low in TITLE_WORDS:
        comma += 1  # "his Saudi counterpart, Prince X bin Y, said"
    end = name_end(finder, tokens, comma + 1) if comma + 1 < len(tokens) and tokens[comma + 1].is_capital else comma
    closed = end + 1 < len(tokens) and tokens[end + 1].text in (",", ".", ";", '"', "”")
    if end - comma < 2 or not closed or tokens[comma + 1].low in NOT_NAMES:
        return False
    person = finder.person_at(tokens, comma + 1)[0]
    return person is not None and (not person.country or not codes or person.country == codes[-1])
