"""Offices over time as a thin band: places in per cent, so that a picture without a scale of its own can show them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.models import Office, Tenure
from timeline.pages.passages import told

MOST_TICKS = 8
STEPS = (1, 2, 5, 10, 20, 50, 100)
LANE_HEIGHT = 14
NAMED_AT_ONCE = 3


@dataclass(frozen=True)
class BandSpan:
    """One spell in an office."""

    tenure: Tenure = told("The spell.")
    x: str = told("Where it begins, in per cent.")
    width: str = told("How long it lasts, in per cent.")


@dataclass(frozen=True)
class BandTick:
    """A year on the axis."""

    year: int = told("The year.")
    x: str = told("Where it begins, in per cent.")


@dataclass(frozen=True)
class BandLane:
    """A row of the band."""

    y: int = told("Where it begins, in pixels.")
    spans: list[BandSpan] = told("Its spells, oldest first.")
    office: Office | None = told("The office of the row, where all are of one.", default=None)

    @property
    def latest(self) -> list[BandSpan]:
        """Return the latest spells, the latest first, as a list names them at once."""
        return self.spans[::-1][:NAMED_AT_ONCE]

    @property
    def earlier(self) -> list[BandSpan]:
        """Return the spells before them, the latest first."""
        return self.spans[::-1][NAMED_AT_ONCE:]


@dataclass(frozen=True)
class Band:
    """Offices over time."""

    lanes: list[BandLane] = told("The rows.")
    ticks: list[BandTick] = told("The years of the axis.")

    @property
    def height(self) -> int:
        """Return the height of all rows, in pixels."""
        return len(self.lanes) * LANE_HEIGHT


def _days(tenure: Tenure, today: date) -> tuple[date, date]:
    begins = min(tenure.started_latest, today)
    ends = (tenure.ended_latest or tenure.ended_earliest or begins) if tenure.ended else today
    return begins, max(begins, min(ends, today))


class _Axis:
    """Say where days stand between the first and the last, in per cent."""

    def __init__(self, spans: Iterable[tuple[date, date]]) -> None:
        spans = list(spans)
        self.first = min(begins for begins, _ in spans).toordinal()
        self.last = max(max(ends for _, ends in spans).toordinal(), self.first + 365)

    def x(self, day: date) -> str:
        return self.share(day.toordinal() - self.first)

    def share(self, days: int) -> str:
        return f"{100 * days / (self.last - self.first):.2f}%"

    def ticks(self) -> list[BandTick]:
        first, last = date.fromordinal(self.first).year, date.fromordinal(self.last).year
        step = next((step for step in STEPS if (last - first) / step <= MOST_TICKS), STEPS[-1])
        # The last twentieth holds no label: it would be cut off.
        until = self.first + (self.last - self.first) * 19 // 20
        years = [year for year in range(first + 1, last + 1) if year % step == 0]
        days = [(year, date(year, 1, 1)) for year in years]
        return [BandTick(year, self.x(day)) for year, day in days if day.toordinal() <= until]


def _span(tenure: Tenure, axis: _Axis, today: date) -> BandSpan:
    begins, ends = _days(tenure, today)
    # Nobody sees a spell of a week among years: half a per cent is the least.
    least = (axis.last - axis.first) // 200
    first = min(begins.toordinal(), axis.last - least)
    return BandSpan(tenure, axis.share(first - axis.first), axis.share(max(ends.toordinal() - first, least)))


def life_in_offices(tenures: Sequence[Tenure], today: date) -> Band | None:
    """Return a person's spells, in as few rows as keep those of one time apart; nothing without one."""
    if not tenures:
        return None
    axis = _Axis(_days(tenure, today) for tenure in tenures)
    lanes: list[list[Tenure]] = []
    for tenure in sorted(tenures, key=lambda held: (held.started_latest, held.pk)):
        free = (lane for lane in lanes if _days(lane[-1], today)[1] <= tenure.started_latest)
        lane = next(free, None)
        if lane is None:
            lanes.append([tenure])
        else:
            lane.append(tenure)
    return Band(
        [BandLane(row * LANE_HEIGHT, [_span(held, axis, today) for held in lane]) for row, lane in enumerate(lanes)],
        axis.ticks(),
    )


def holders_of_offices(tenures: Sequence[Tenure], today: date) -> Band | None:
    """Return a country's offices, a row each, with who held them; nothing without one."""
    if not tenures:
        return None
    axis = _Axis(_days(tenure, today) for tenure in tenures)
    by_office: dict[int, list[Tenure]] = {}
    for tenure in sorted(tenures, key=lambda held: (held.started_latest, held.pk)):
        by_office.setdefault(tenure.office_id, []).append(tenure)
    lanes = [
        BandLane(row * LANE_HEIGHT, [_span(held, axis, today) for held in group], group[0].office)
        for row, group in enumerate(by_office.values())
    ]
    return Band(lanes, axis.ticks())
