"""Read the small parts of an expression of time: numbers, months, days, years."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.dates.words import MONTHS, NUMBERS, SHORT_MONTHS
from newsroom.reading.sentences import Token

WRITTEN_LARGE = SHORT_MONTHS | {"march"}


def low_at(tokens: Sequence[Token], index: int) -> str:
    """Return the folded token at ``index``, or an empty string behind the end."""
    if index < 0:
        return ""
    try:
        return tokens[index].low
    except IndexError:
        return ""


def number_of(word: str) -> int | None:
    """Return the number that a word or figure means."""
    if word in NUMBERS:
        return NUMBERS[word]
    bare = word.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th").removesuffix("o")
    return int(bare) if bare.isdecimal() and len(bare) < 5 else None


def month_at(tokens: Sequence[Token], index: int) -> int | None:
    """Return the month named at ``index``; the short names and "may", "march" count only with a capital."""
    low = low_at(tokens, index)
    month = MONTHS.get(low)
    if low == "mar" and (
        low_at(tokens, index + 1) in ("del", "de") or low_at(tokens, index - 1) in ("el", "al", "del")
    ):
        return None  # Mar del Plata, "en el Mar Caribe"
    if month is None or (low in WRITTEN_LARGE and not tokens[index].is_capital):
        return None
    return month


def day_at(tokens: Sequence[Token], index: int) -> int | None:
    """Return the day of a month at ``index``."""
    word = low_at(tokens, index)
    number = number_of(word) if word[:1].isdigit() else None
    return number if number is not None and 1 <= number <= 31 and len(word) < 5 else None


def year_at(tokens: Sequence[Token], index: int) -> int | None:
    """Return the year of four digits at ``index``."""
    low = low_at(tokens, index)
    return int(low) if low.isdecimal() and len(low) == 4 and 1500 <= int(low) <= 2199 else None


def year_after(tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
    """Return the year behind ``index`` (after a comma, "of", "de") and the last token used."""
    if low_at(tokens, index + 1) in (",", "de", "del", "of", "."):
        year = year_at(tokens, index + 2)
        return (year, index + 2) if year else (None, index)
    year = year_at(tokens, index + 1)
    return (year, index + 1) if year else (None, index)
