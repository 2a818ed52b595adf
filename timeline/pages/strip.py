"""The density strip of a pair's page: how often each side acted, month by month, or by year where the span is long."""

from dataclasses import dataclass

from django.utils.dates import MONTHS, MONTHS_3

from timeline.pages.passages import told
from timeline.queries import PairCounts

# More columns than these are put together: months to years, years to decades.
MOST_MONTHS = 48
MOST_YEARS = 100
# With more columns than these not every one has its label.
MOST_LABELLED_MONTHS = 26
MOST_LABELLED_YEARS = 30
MONTHS_OF_STEP = {"month": 1, "year": 12, "decade": 120}
SIDES = ("first", "joint", "second")
HALF = 50


@dataclass(frozen=True)
class StripBar:
    """One column of the density strip: how often each side acted in a month, a year or a decade."""

    when: str = told("The column's time as the filter takes it.")
    label: str = told("The short label under the column; empty where its neighbours' labels leave no room.")
    over_label: str = told("The year, under its first month.")
    name: str = told("The time in full, for the text equivalent.")
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
    def up_at(self) -> float:
        """Return where the first side's bar begins, from the top."""
        return HALF - self.band / 2 - self.up

    @property
    def band_at(self) -> float:
        """Return where the band begins."""
        return HALF - self.band / 2

    @property
    def down_at(self) -> float:
        """Return where the second side's bar begins."""
        return HALF + self.band / 2


def strip(counts: PairCounts) -> list[StripBar]:
    """Return the columns of a pair's strip, oldest first and without gaps: months, or years or decades if many."""
    acts: dict[int, dict[str, int]] = {}
    for key, count in counts.of("month").items():
        written, side = key.split(":")
        acts.setdefault(int(written[:4]) * 12 + int(written[5:7]) - 1, {})[side] = count
    if not acts:
        return []
    first, last = min(acts), max(acts)
    step = _step(first, last)
    size = MONTHS_OF_STEP[step]
    columns: dict[int, dict[str, int]] = {start: {} for start in range(first - first % size, last + 1, size)}
    for number, sides in acts.items():
        column = columns[number - number % size]
        for side, count in sides.items():
            column[side] = column.get(side, 0) + count
    return _bars(columns, step)


def _step(first: int, last: int) -> str:
    if last - first < MOST_MONTHS:
        return "month"
    return "year" if last // 12 - first // 12 < MOST_YEARS else "decade"


def _bars(columns: dict[int, dict[str, int]], step: str) -> list[StripBar]:
    reach = max(max(n.get("first", 0), n.get("second", 0)) + n.get("joint", 0) / 2 for n in columns.values())
    unit = (HALF - 2) / reach
    bars = []
    for place, (start, sides) in enumerate(columns.items()):
        first, joint, second = (sides.get(side, 0) for side in SIDES)
        when, name = _time(start, step)
        label, over_label = _labels(start, step, place, len(columns))
        bars.append(
            StripBar(
                when=when,
                label=label,
                over_label=over_label,
                name=name,
                first=first,
                joint=joint,
                second=second,
                up=round(first * unit, 2),
                band=round(joint * unit, 2),
                down=round(second * unit, 2),
            )
        )
    return bars


def _time(start: int, step: str) -> tuple[str, str]:
    """Return a column's time as the filter takes it, and in full."""
    year, month = start // 12, start % 12 + 1
    if step == "month":
        return f"{year:04d}-{month:02d}", f"{MONTHS[month]} {year}"
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
