"""The density strip of a pair's page: how often each side acted, month by month, or by year where the span is long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.utils.dates import MONTHS_3
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from timeline.models import Country
from timeline.pages.dates import month_text
from timeline.pages.passages import told
from timeline.queries import PairCounts

# More columns than these are put together: months to years, years to decades.
MOST_MONTHS = 48
MOST_YEARS = 100
# With more columns than these not every one has its label.
MOST_LABELLED = {"month": 26, "year": 30}
MONTHS_OF_STEP = {"month": 1, "year": 12, "decade": 120}
HALF = 50


# Told apart by what it is and not by its values: a column that was made before is the same one, and known as drawn.
@dataclass(frozen=True, slots=True, eq=False)
class StripBar:
    """One column of the density strip: how often each side acted in a month, a year or a decade."""

    when: str = told("The column's time as the filter takes it.")
    name: str = told("The time in full.")
    label: str = told("The short label under the column; empty where its neighbours' labels leave no room.")
    over_label: str = told("The year, under its first month.")
    first: int = told("Acts of the first side.")
    joint: int = told("Acts of both together.")
    second: int = told("Acts of the second side.")
    total: int = told("All acts of the column.")
    has_label: bool = told("Whether anything stands under it.")
    words: str = told("What it says in words, where there is anything.", default="")
    is_current: bool = told("Whether the list is filtered by its time.", default=False)


@dataclass(frozen=True)
class Strip:
    """The whole strip: its columns, and the bars of each side drawn as one path, a column being 1 wide of 100."""

    first_name: str = told("The name of the country whose acts stand above.")
    second_name: str = told("The name of the country whose acts stand below.")
    first_acts: str = told("What is said beside the colour of the first side.")
    second_acts: str = told("What is said beside that of the second side.")
    columns: list[StripBar] = told("The columns, oldest first.")
    first: str = told("The path of the first side's bars.")
    joint: str = told("The path of the bands of joint acts.")
    second: str = told("The path of the second side's bars.")

    @property
    def is_sparse(self) -> bool:
        """Tell whether not every column has its label."""
        return not all(bar.has_label for bar in self.columns)

    @property
    def width(self) -> int:
        """Return how many columns it has."""
        return len(self.columns)

    @property
    def bars_with_acts(self) -> list[StripBar]:
        """Return the columns in which there is something."""
        return [bar for bar in self.columns if bar.total]


def strip(counts: PairCounts, first: Country, second: Country, when: str = "") -> Strip | None:
    """Return the strip of a pair, with the names of both; None of one column. ``when`` is what is filtered by."""
    bars = strip_bars(counts, _Sides(first.label, _("both together"), second.label))
    if len(bars) < 2:
        return None
    if when:
        bars = [replace(bar, is_current=True) if bar.when == when else bar for bar in bars]
    above, band, below = _paths(bars)
    return Strip(
        first_name=first.label,
        second_name=second.label,
        first_acts=_("%(name)s acts") % {"name": first.in_text},
        second_acts=_("%(name)s acts") % {"name": second.in_text},
        columns=bars,
        first=above,
        joint=band,
        second=below,
    )


def _paths(bars: Sequence[StripBar]) -> tuple[str, str, str]:
    """Return the bars of the first side, the bands and the bars of the second as the data of one path each."""
    unit, above, band, below = height_of_act(bars), "", "", ""
    for place, bar in enumerate(bars):
        half = bar.joint * unit / 2
        # In whole hundredths, which are a pixel or less; what is there at all is seen.
        begin, end = round(HALF - half), round(HALF + half)
        if bar.first:
            above += _piece(place, round(HALF - half - bar.first * unit), begin)
        if bar.joint:
            band += _piece(place, begin, end)
        if bar.second:
            below += _piece(place, end, round(HALF + half + bar.second * unit))
    return above, band, below


def _piece(column: int, begin: int, end: int) -> str:
    return f"M{column}.15 {begin}h.7v{end - begin or 1}h-.7z"


def height_of_act(bars: Sequence[StripBar]) -> float:
    """Return how high an act is drawn, of 100, so that the highest bar with its half of the band has room."""
    return (HALF - 2) / max(max(bar.first, bar.second) + bar.joint / 2 for bar in bars)


class _Sides(NamedTuple):
    """What the columns call each side, and both."""

    first: str
    joint: str
    second: str


def strip_bars(counts: PairCounts, sides: _Sides | None = None) -> list[StripBar]:
    """Return the columns of a pair's strip, oldest first and without gaps: months, or years or decades if many.

    They say in words what is in them where they are told what the sides are called.
    """
    by_month = counts.of("month")
    if not by_month:
        return []
    # A key is a month or a year, and a side: 2026-01:joint, 2026:joint. As texts months are in order.
    first, last = (_number_of(key[:7]) for key in (min(by_month), max(by_month)))
    step = _step(first, last)
    # Where years or decades are shown, only the first month and the last were read.
    found = by_month if step == "month" else counts.of("year")
    if step == "decade":
        found = _by_decade(found)
    columns, count_of = _columns(get_language() or "", first, last, step), found.get
    return [
        _bar(texts, sides, count_of(texts.of_first, 0), count_of(texts.of_both, 0), count_of(texts.of_second, 0))
        for texts in columns
    ]


def _number_of(time: str) -> int:
    """Return the number of a month, or of a year's first, since the year 0."""
    return int(time[:4]) * 12 + int(time[5:] or 1) - 1


def _by_decade(of_years: Mapping[str, int]) -> dict[str, int]:
    """Add up the counts of years and sides by decade and side, of which keys are like 1990/1999:joint."""
    found: dict[str, int] = {}
    for key, count in of_years.items():
        year, side = key.split(":")
        decade = f"{_time_of_decade(int(year) // 10 * 10)}:{side}"
        found[decade] = found.get(decade, 0) + count
    return found


def _step(first: int, last: int) -> str:
    if last - first < MOST_MONTHS:
        return "month"
    return "year" if last // 12 - first // 12 < MOST_YEARS else "decade"


@lru_cache(maxsize=4096)
def _bar(texts: "_Texts", sides: _Sides | None, first: int, joint: int, second: int) -> StripBar:
    """Return a column; after an event a pair's others are as they were, so they are the same ones."""
    total, words = first + joint + second, ""
    if total and sides:
        words = f"{texts.name}: {sides.first} {first}, {sides.joint} {joint}, {sides.second} {second}"
    has_label = bool(texts.label or texts.over_label)
    return StripBar(
        texts.when, texts.name, texts.label, texts.over_label, first, joint, second, total, has_label, words
    )  # fmt: skip


class _Texts(NamedTuple):
    """A column's time as the filter takes it and in full, its labels, and the keys of each side's counts."""

    when: str
    name: str
    label: str
    over_label: str
    of_first: str
    of_both: str
    of_second: str

    @classmethod
    def of(cls, when: str, name: str, label: str, over_label: str = "") -> "_Texts":
        """Return them with the keys."""
        return cls(when, name, label, over_label, *(f"{when}:{side}" for side in ("first", "joint", "second")))


@lru_cache(maxsize=256)
def _columns(language: str, first: int, last: int, step: str) -> tuple[_Texts, ...]:
    """Return what columns say in the language that is on; the strips of one span have the same."""
    size = MONTHS_OF_STEP[step]
    starts = range(first - first % size, last + 1, size)
    is_crowded = len(starts) > MOST_LABELLED.get(step, len(starts))
    return tuple(_texts(language, start, step, start == starts[0], is_crowded) for start in starts)


@lru_cache(maxsize=4096)
def _texts(language: str, start: int, step: str, is_first: bool, is_crowded: bool) -> _Texts:
    """Return what a column says in the language that is on; every strip has the same."""
    year, month = start // 12, start % 12 + 1
    if step == "month":
        label = str(MONTHS_3[month]).title() if month % 3 == 1 or not is_crowded else ""
        over_label = str(year) if month == 1 or is_first else ""
        return _Texts.of(f"{year:04d}-{month:02d}", month_text(date(year, month, 1)), label, over_label)
    if step == "year":
        return _Texts.of(f"{year:04d}", str(year), "" if is_crowded and year % 5 else str(year))
    return _Texts.of(_time_of_decade(year), f"{max(year, 1)}–{year + 9}", str(year))


def _time_of_decade(year: int) -> str:
    # No year is 0; the first decade of the calendar has nine.
    return f"{max(year, 1):04d}/{year + 9:04d}"
