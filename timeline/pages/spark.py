"""Small pictures of how many events each year had, on one axis for all that are compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.pages.passages import told

# Of more years than these, bars are decades.
MOST_BARS = 40
HEIGHT = 24


@dataclass(frozen=True)
class SparkBar:
    """One year or decade."""

    label: str = told("The time in words.")
    count: int = told("How many events.")
    x: int = told("The column, from 0.")
    y: str = told("Where the bar begins, from the top.")
    height: str = told("How tall it is, of 24.")


@dataclass(frozen=True)
class Spark:
    """One small picture."""

    bars: list[SparkBar] = told("The bars that have events, oldest first.")
    columns: int = told("How many columns the axis has.")

    @property
    def words(self) -> str:
        """Return the picture as text: each time with its number."""
        return ", ".join(f"{bar.label}: {bar.count}" for bar in self.bars)


@dataclass(frozen=True)
class Sparks:
    """Pictures on one axis and one scale."""

    sparks: list[Spark] = told("The pictures in order.")
    first: str = told("The first time of the axis.")
    last: str = told("The last time of the axis.")


def sparks(counts: Sequence[Mapping[int, int]]) -> Sparks:
    """Return a picture for each of several counts by year, all on one axis and one scale."""
    years = sorted({year for of_one in counts for year in of_one})
    if not years:
        return Sparks([Spark([], 0) for _ in counts], "", "")
    step = 1 if years[-1] - years[0] < MOST_BARS else 10
    first, last = years[0] - years[0] % step, years[-1] - years[-1] % step
    stepped = [_stepped(of_one, step) for of_one in counts]
    most = max(count for of_one in stepped for count in of_one.values())
    columns = (last - first) // step + 1
    return Sparks(
        [
            Spark([_bar(year, count, first, step, most) for year, count in sorted(of_one.items())], columns)
            for of_one in stepped
        ],
        _label(first, step),
        _label(last, step),
    )


def _stepped(counts: Mapping[int, int], step: int) -> dict[int, int]:
    found: dict[int, int] = {}
    for year, count in counts.items():
        found[year - year % step] = found.get(year - year % step, 0) + count
    return found


def _label(year: int, step: int) -> str:
    return str(year) if step == 1 else f"{year}–{year + step - 1}"


def _bar(year: int, count: int, first: int, step: int, most: int) -> SparkBar:
    # A single event among thousands is still seen: a sixteenth of the height is the least.
    height = max(HEIGHT * count / most, HEIGHT / 16)
    return SparkBar(_label(year, step), count, (year - first) // step, f"{HEIGHT - height:.2f}", f"{height:.2f}")
