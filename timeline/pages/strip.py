"""The density strip of a pair's page: how often each side acted, month by month, or by year where the span is long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _

from timeline.models import Country
from timeline.pages.dates import month_text
from timeline.pages.passages import told
from timeline.queries import PairCounts

# More columns than these are put together: months to years, years to decades.
MOST_MONTHS = 48
MOST_YEARS = 100
# With more columns than these not every one has its label.
MOST_LABELLED_MONTHS = 26
MOST_LABELLED_YEARS = 30
MONTHS_OF_STEP = {"month": 1, "year": 12, "decade": 120}
HALF = 50


# Not frozen, as columns: a strip has a hundred, and each would take twice as long to make.
@dataclass(slots=True)
class StripBar:
    """One column of the density strip: how often each side acted in a month, a year or a decade."""

    when: str = told("The column's time as the filter takes it.")
    label: str = told("The short label under the column; empty where its neighbours' labels leave no room.")
    over_label: str = told("The year, under its first month.")
    name: str = told("The time in full.")
    first: int = told("Acts of the first side.")
    joint: int = told("Acts of both together.")
    second: int = told("Acts of the second side.")
    up: float = told("Height of the first side's bar, of 100.")
    band: float = told("Height of the band of joint acts, of 100.")
    down: float = told("Height of the second side's bar, of 100.")

    @property
    def total(self) -> int:
        """Return all acts of the column."""
        return self.first + self.joint + self.second

    @property
    def has_label(self) -> bool:
        """Return whether anything stands under it."""
        return bool(self.label or self.over_label)


@dataclass(slots=True)
class StripColumn:
    """One column as the strip shows it."""

    bar: StripBar = told("The column.")
    words: str = told("What it says in words, where there is anything.")
    is_current: bool = told("Whether the list is filtered by its time.")


@dataclass(frozen=True)
class Strip:
    """The whole strip: its columns, and the bars of each side drawn as one path, a column being 1 wide of 100."""

    first_name: str = told("The name of the country whose acts stand above.")
    second_name: str = told("The name of the country whose acts stand below.")
    first_acts: str = told("What is said beside the colour of the first side.")
    second_acts: str = told("What is said beside that of the second side.")
    columns: list[StripColumn] = told("The columns, oldest first.")
    first: str = told("The path of the first side's bars.")
    joint: str = told("The path of the bands of joint acts.")
    second: str = told("The path of the second side's bars.")

    @property
    def is_sparse(self) -> bool:
        """Tell whether not every column has its label."""
        return not all(column.bar.has_label for column in self.columns)

    @property
    def width(self) -> int:
        """Return how many columns it has."""
        return len(self.columns)

    @property
    def bars_with_acts(self) -> list[StripBar]:
        """Return the columns in which there is something."""
        return [column.bar for column in self.columns if column.bar.total]


def strip(counts: PairCounts, first: Country, second: Country, when: str = "") -> Strip | None:
    """Return the strip of a pair, with the names of both; None of one column. ``when`` is what is filtered by."""
    bars = strip_bars(counts)
    if len(bars) < 2:
        return None
    words = _Words(first.label, second.label, _("both together"))
    above, band, below = _paths(bars)
    return Strip(
        first_name=words.first,
        second_name=words.second,
        first_acts=_("%(name)s acts") % {"name": first.in_text},
        second_acts=_("%(name)s acts") % {"name": second.in_text},
        columns=[StripColumn(bar, words.of(bar), bar.when == when) for bar in bars],
        first=above,
        joint=band,
        second=below,
    )


class _Words(NamedTuple):
    """The words of all columns, looked up once."""

    first: str
    second: str
    joint: str

    def of(self, bar: StripBar) -> str:
        return f"{bar.name}: {self.first} {bar.first}, {self.joint} {bar.joint}, {self.second} {bar.second}"


def _paths(bars: Iterable[StripBar]) -> tuple[str, str, str]:
    """Return the bars of the first side, the bands and the bars of the second as the data of one path each."""
    paths: tuple[list[str], list[str], list[str]] = ([], [], [])
    for column, bar in enumerate(bars):
        half = bar.band / 2
        places = (HALF - half - bar.up, bar.up), (HALF - half, bar.band), (HALF + half, bar.down)
        for path, (top, height) in zip(paths, places, strict=True):
            if height:
                # In whole hundredths, which are a pixel or less; what is there at all is seen.
                begin = round(top)
                path.append(f"M{column}.15 {begin}h.7v{max(1, round(top + height) - begin)}h-.7z")
    above, band, below = map("".join, paths)
    return above, band, below


def strip_bars(counts: PairCounts) -> list[StripBar]:
    """Return the columns of a pair's strip, oldest first and without gaps: months, or years or decades if many."""
    by_month = counts.of("month")
    if not by_month:
        return []
    # A key is a month or a year, and a side: 2026-01:joint, 2026:joint. As texts months are in order.
    first, last = (_number_of(key[:7]) for key in (min(by_month), max(by_month)))
    step = _step(first, last)
    size = MONTHS_OF_STEP[step]
    columns: dict[int, dict[str, int]] = {start: {} for start in range(first - first % size, last + 1, size)}
    # Where years or decades are shown, only the first month and the last were read.
    for key, count in (by_month if step == "month" else counts.of("year")).items():
        time, side = key.split(":")
        number = _number_of(time)
        column = columns[number - number % size]
        column[side] = column.get(side, 0) + count
    return _bars(columns, step)


@lru_cache(maxsize=4096)
def _number_of(time: str) -> int:
    """Return the number of a month, or of a year's first, since the year 0; every strip has the same."""
    return int(time[:4]) * 12 + int(time[5:] or 1) - 1


def _step(first: int, last: int) -> str:
    if last - first < MOST_MONTHS:
        return "month"
    return "year" if last // 12 - first // 12 < MOST_YEARS else "decade"


def _bars(columns: dict[int, dict[str, int]], step: str) -> list[StripBar]:
    reach = max(max(n.get("first", 0), n.get("second", 0)) + n.get("joint", 0) / 2 for n in columns.values())
    unit = (HALF - 2) / reach
    return [
        _bar(*_time(start, step), *_labels(start, step, place, len(columns)), sides, unit)
        for place, (start, sides) in enumerate(columns.items())
    ]


def _bar(when: str, name: str, label: str, over_label: str, sides: dict[str, int], unit: float) -> StripBar:
    first, joint, second = sides.get("first", 0), sides.get("joint", 0), sides.get("second", 0)
    heights = round(first * unit, 1), round(joint * unit, 1), round(second * unit, 1)
    return StripBar(when, label, over_label, name, first, joint, second, *heights)


def _time(start: int, step: str) -> tuple[str, str]:
    """Return a column's time as the filter takes it, and in full."""
    year, month = start // 12, start % 12 + 1
    if step == "month":
        return f"{year:04d}-{month:02d}", month_text(date(year, month, 1))
    if step == "year":
        return f"{year:04d}", str(year)
    # No year is 0; the first decade of the calendar has nine.
    return f"{max(year, 1):04d}/{year + 9:04d}", f"{max(year, 1)}–{year + 9}"


def _labels(start: int, step: str, place: int, columns: int) -> tuple[str, str]:
    """Return the label under a column and the year under that; of many columns every third or fifth has one."""
    year, month = start // 12, start % 12 + 1
    if step == "month":
        has_label = columns <= MOST_LABELLED_MONTHS or month % 3 == 1
        label = str(MONTHS_3[month]).title() if has_label else ""
        return label, str(year) if month == 1 or place == 0 else ""
    if step == "year" and columns > MOST_LABELLED_YEARS and year % 5:
        return "", ""
    return str(year), ""
