"""Lists of events as pages show them: grouped by year and month, with the strip above and the filters in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import TextChoices
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext as _

from timeline.models import Country
from timeline.pages.passages import told
from timeline.queries import EventFilter, ListedEvent, PairCounts

MOST_MONTHS = 24
MOST_YEARS = 36


class Side(TextChoices):
    """Where an event stands on a pair's page."""

    FIRST = "first"
    JOINT = "joint"
    SECOND = "second"


@dataclass(frozen=True)
class TimelineRow:
    """One event on a page: its kept row, and what only this page knows of it."""

    event: ListedEvent = told("The event with its kept row.")
    side_name: str = told("Who acts, as a word beside the row; empty on lists without sides.")
    is_possible: bool = told("Whether it only may lie within the dates that were asked for.")


@dataclass(frozen=True)
class TimelineMonth:
    """The events of one month."""

    anchor: str = told("The month as an address's fragment: 2026-01.")
    name: str = told("The month's name.")
    rows: list[TimelineRow] = told("Its events, in the order of the list.")


@dataclass(frozen=True)
class TimelineYear:
    """The months of one year."""

    year: int = told("The year.")
    months: list[TimelineMonth] = told("Its months that have events, in the order of the list.")


def _name_of_side(side: str, first: Country | None, second: Country | None) -> str:
    if first is None or second is None:
        return ""
    return {Side.FIRST: first.label, Side.SECOND: second.label}.get(Side(side), _("Both"))


def grouped(
    events: Iterable[ListedEvent],
    chosen: EventFilter | None = None,
    first: Country | None = None,
    second: Country | None = None,
) -> list[TimelineYear]:
    """Group events that are in order by year and month of their first day; countries given, rows say who acts."""
    rows = [
        TimelineRow(
            event,
            _name_of_side(event.side, first, second),
            chosen is not None and not event.is_definite(chosen),
        )
        for event in events
    ]
    years = []
    for year, of_year in groupby(rows, key=lambda row: row.event.sort_date.year):
        months = [
            TimelineMonth(f"{year:04d}-{month:02d}", str(MONTHS[month]), list(of_month))
            for month, of_month in groupby(of_year, key=lambda row: row.event.sort_date.month)
        ]
        years.append(TimelineYear(year, months))
    return years


@dataclass(frozen=True)
class StripBar:
    """One column of the density strip: how often each side acted in a month, a year or a decade."""

    when: str = told("The column's time as the filter takes it.")
    label: str = told("The short label under the column.")
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
        return 50 - self.band / 2 - self.up

    @property
    def band_at(self) -> float:
        """Return where the band begins."""
        return 50 - self.band / 2

    @property
    def down_at(self) -> float:
        """Return where the second side's bar begins."""
        return 50 + self.band / 2


def strip(counts: PairCounts) -> list[StripBar]:
    """Return the columns of a pair's strip, oldest first and without gaps: months, or years or decades if many."""
    acts: dict[tuple[int, int], dict[str, int]] = {}
    for key, count in counts.of("month").items():
        written, side = key.split(":")
        acts.setdefault((int(written[:4]), int(written[5:7])), {})[side] = count
    if not acts:
        return []
    first, last = min(acts), max(acts)
    months = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
    step = 0 if months <= MOST_MONTHS else 1 if last[0] - first[0] < MOST_YEARS else 10
    columns: dict[tuple[int, int], dict[str, int]] = {key: {} for key in _columns(first, last, step)}
    for (year, month), sides in acts.items():
        column = columns[(year, month) if step == 0 else (year - year % step, 0)]
        for side, count in sides.items():
            column[side] = column.get(side, 0) + count
    return _bars(columns, step)


def _columns(first: tuple[int, int], last: tuple[int, int], step: int) -> list[tuple[int, int]]:
    if step:
        return [(year, 0) for year in range(first[0] - first[0] % step, last[0] + 1, step)]
    return [(number // 12, number % 12 + 1) for number in range(first[0] * 12 + first[1] - 1, last[0] * 12 + last[1])]


def _bars(columns: dict[tuple[int, int], dict[str, int]], step: int) -> list[StripBar]:
    reach = max(max(n.get("first", 0), n.get("second", 0)) + n.get("joint", 0) / 2 for n in columns.values())
    unit = 48 / reach
    bars = []
    for place, ((year, month), sides) in enumerate(columns.items()):
        first, joint, second = (sides.get(side, 0) for side in Side.values)
        begins_year = not step and (place == 0 or month == 1)
        bars.append(
            StripBar(
                when=f"{year:04d}-{month:02d}"
                if not step
                else f"{year:04d}"
                if step == 1
                else f"{year:04d}/{year + 9:04d}",
                label=str(MONTHS_3[month]).title() if not step else str(year),
                over_label=str(year) if begins_year else "",
                name=f"{MONTHS[month]} {year}" if not step else str(year) if step == 1 else f"{year}–{year + 9}",
                first=first,
                joint=joint,
                second=second,
                up=round(first * unit, 2),
                band=round(joint * unit, 2),
                down=round(second * unit, 2),
            )
        )
    return bars


def span_of(counts: PairCounts) -> tuple[date, date] | None:
    """Return the first day of the first month and of the last month that have events."""
    months = sorted(key[:7] for key in counts.of("month"))
    if not months:
        return None
    return date.fromisoformat(f"{months[0]}-01"), date.fromisoformat(f"{months[-1]}-01")
