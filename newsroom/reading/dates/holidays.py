"""Match and date the days that have names of their own: Christmas Day, Thanksgiving, Good Friday."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from newsroom.reading.dates.numbers import low_at, year_after
from newsroom.reading.dates.relations import TimeExpression
from newsroom.reading.sentences import Token


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (the Gregorian computus of Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, odd = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - shift + 15) % 30
    quarter, units = divmod(rest, 4)
    weekday = (32 + 2 * odd + 2 * quarter - epact - units) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    """Return the day of a holiday that keeps its date."""
    return lambda year: date(year, month, day)


def _moved(month: int, weekday: int, number: int) -> Callable[[int], date]:
    """Return the day of a holiday such as "the fourth Thursday of November"; -1 is the last one."""

    def day(year: int) -> date:
        first = date(year, month, 1)
        first += timedelta(days=(weekday - first.weekday()) % 7)
        if number > 0:
            return first + timedelta(weeks=number - 1)
        return first + timedelta(weeks=4 if (first + timedelta(weeks=4)).month == month else 3)

    return day


def _easter(days: int) -> Callable[[int], date]:
    """Return the day of a holiday that hangs on Easter."""
    return lambda year: easter(year) + timedelta(days=days)


# Names by their folded words. Holidays that several countries have on different days are left out.
HOLIDAYS: dict[tuple[str, ...], Callable[[int], date]] = {
    ("christmas", "day"): _fixed(12, 25),
    ("christmas", "eve"): _fixed(12, 24),
    ("christmas",): _fixed(12, 25),
    ("boxing", "day"): _fixed(12, 26),
    ("new", "year", "'s", "day"): _fixed(1, 1),
    ("new", "year", "speech"): _fixed(1, 1),
    ("new", "year", "'s", "speech"): _fixed(1, 1),
    ("new", "year", "address"): _fixed(1, 1),
    ("new", "year", "'s", "address"): _fixed(1, 1),
    ("new", "year", "'s", "eve"): _fixed(12, 31),
    ("valentine", "'s", "day"): _fixed(2, 14),
    ("st", ".", "patrick", "'s", "day"): _fixed(3, 17),
    ("may", "day"): _fixed(5, 1),
    ("fourth", "of", "july"): _fixed(7, 4),
    ("july", "fourth"): _fixed(7, 4),
    ("bastille", "day"): _fixed(7, 14),
    ("halloween",): _fixed(10, 31),
    ("armistice", "day"): _fixed(11, 11),
    ("veterans", "day"): _fixed(11, 11),
    ("labor", "day"): _moved(9, 0, 1),
    ("memorial", "day"): _moved(5, 0, -1),
    ("martin", "luther", "king", "day"): _moved(1, 0, 3),
    ("presidents", "day"): _moved(2, 0, 3),
    ("columbus", "day"): _moved(10, 0, 2),
    ("thanksgiving", "day"): _moved(11, 3, 4),
    ("thanksgiving",): _moved(11, 3, 4),
    ("ash", "wednesday"): _easter(-46),
    ("palm", "sunday"): _easter(-7),
    ("good", "friday"): _easter(-2),
    ("easter", "sunday"): _easter(0),
    ("easter", "monday"): _easter(1),
    ("easter",): _easter(0),
    ("dia", "de", "navidad"): _fixed(12, 25),
    ("nochebuena",): _fixed(12, 24),
    ("nochevieja",): _fixed(12, 31),
    ("navidad",): _fixed(12, 25),
    ("jueves", "santo"): _easter(-3),
    ("viernes", "santo"): _easter(-2),
    ("domingo", "de", "pascua"): _easter(0),
}
FIRST_WORDS = frozenset(name[0] for name in HOLIDAYS)
NAMES = tuple(sorted(HOLIDAYS, key=len, reverse=True))
SMALL = frozenset(("of", "de", "'s", ".", "dia", "speech", "address"))
MADE_OF_NAMES = frozenset("weekend 's holiday holidays season accord accords agreement deal parade truce peace".split())
BEFORE = frozenset(
    "the on at by before after since until till last this next from for around over during en el la his her".split()
)


def holiday(tokens: Sequence[Token], index: int) -> TimeExpression | None:
    """Match the name of a holiday behind a preposition; not the "Good Friday Agreement", not "Christmas trees"."""
    if index and low_at(tokens, index - 1) not in BEFORE:
        return None
    for name in NAMES:
        end = index + len(name)
        if tuple(token.low for token in tokens[index:end]) != name or not _is_named(tokens, index, name):
            continue
        year, last = year_after(tokens, end - 1)
        if year is None and end < len(tokens) and _goes_on(tokens[end], is_short=len(name) == 1 or name[0] == "good"):
            return None
        return TimeExpression(index, last, "holiday", year, name=" ".join(name))
    return None


def _is_named(tokens: Sequence[Token], index: int, name: Sequence[str]) -> bool:
    """Tell whether the words are written as a name, large."""
    return all(token.is_capital for token in tokens[index : index + len(name)] if token.low not in SMALL)


def _goes_on(token: Token, *, is_short: bool) -> bool:
    """Tell whether the word behind a name makes another name of it."""
    if token.low in MADE_OF_NAMES:
        return True
    return is_short and token.is_word and token.is_capital


def day_of(name: str, year: int) -> date:
    """Return the day of a holiday in a year."""
    return HOLIDAYS[tuple(name.split())](year)
