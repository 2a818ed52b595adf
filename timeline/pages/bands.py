"""Offices over time as a thin band: places in per cent, so that a picture without a scale of its own can show them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.models import Country, Tenure
from timeline.pages.addresses import addresses_of
from timeline.pages.dates import edtf_text, spell_text
from timeline.pages.passages import told

MOST_TICKS = 8
STEPS = (1, 2, 5, 10, 20, 50, 100)
# In pixels: a row, how far its bar is from its top, and what stands below all rows: lines, labels, room for these.
LANE_HEIGHT, ABOVE_BAR = 14, 2
BELOW_LANES, LABEL_BELOW, LABELS_HEIGHT = 6, 20, 24
NAMED_AT_ONCE = 3


def why_nobody_governs(country: Country) -> str:
    """Return what is said where nobody is recorded who governs a country today: of a former state nobody does."""
    if country.existed_until:
        return _("A former state: it existed until %(day)s.") % {"day": edtf_text(country.existed_until)}
    return _("Who governs today is not in the record.")


# Not frozen, as spells: a country has hundreds, and each would take twice as long to make.
@dataclass(slots=True)
class BandSpan:
    """One spell in an office as the band shows it."""

    level: str = told("The level of the office.")
    x: str = told("Where it begins, in per cent.")
    width: str = told("How long it lasts, in per cent.")
    y: int = told("Where its bar begins, in pixels.")


@dataclass(frozen=True, slots=True)
class BandTick:
    """A year on the axis."""

    year: int = told("The year.")
    x: str = told("Where it begins, in per cent.")
    ends: int = told("How long its line is, in pixels.")
    label_at: int = told("Where its label stands, in pixels.")


@dataclass(slots=True)
class Spell:
    """One spell in an office in words."""

    name: str = told("Who held it.")
    address: str = told("The address of that leader's page.")
    is_acting: bool = told("Whether the office was held for the time being.")
    when: str = told("From when until when.")
    follows: bool = told("Whether another stands before it in its line.")


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """Who held one office, in words: what the band says of it to those who cannot see it."""

    label: str = told("The office.")
    latest: list[Spell] = told("The latest spells, the latest first, which are named at once.")
    earlier: list[Spell] = told("The spells before them, the latest first.")
    more: str = told("How many those are, in words; empty for none.")


@dataclass(frozen=True, slots=True)
class Band:
    """Offices over time."""

    spans: list[BandSpan] = told("The spells, row by row.")
    ticks: list[BandTick] = told("The years of the axis.")
    height: int = told("The height of all, in pixels.")
    offices: list[OfficeLine] = told("The offices in words, where each has a row of its own.")


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

    def ticks(self, height: int) -> list[BandTick]:
        first, last = date.fromordinal(self.first).year, date.fromordinal(self.last).year
        step = next((step for step in STEPS if (last - first) / step <= MOST_TICKS), STEPS[-1])
        # The last tenth holds no label: on a phone it would reach out of the page's column.
        until = self.first + (self.last - self.first) * 9 // 10
        years = [year for year in range(first + 1, last + 1) if year % step == 0]
        days = [(year, date(year, 1, 1)) for year in years]
        return [
            BandTick(year, self.x(day), height + BELOW_LANES, height + LABEL_BELOW)
            for year, day in days
            if day.toordinal() <= until
        ]


def _span(tenure: Tenure, axis: _Axis, today: date, row: int) -> BandSpan:
    begins, ends = _days(tenure, today)
    # Nobody sees a spell of a week among years: half a per cent is the least.
    least = (axis.last - axis.first) // 200
    first = min(begins.toordinal(), axis.last - least)
    width = axis.share(max(ends.toordinal() - first, least))
    return BandSpan(tenure.office.level, axis.share(first - axis.first), width, row * LANE_HEIGHT + ABOVE_BAR)


def life_in_offices(tenures: Sequence[Tenure], today: date) -> Band | None:
    """Return a person's spells, in as few rows as keep those of one time apart; nothing without one."""
    lanes: list[list[Tenure]] = []
    for tenure in _in_order(tenures):
        free = (lane for lane in lanes if _days(lane[-1], today)[1] <= tenure.started_latest)
        lane = next(free, None)
        if lane is None:
            lanes.append([tenure])
        else:
            lane.append(tenure)
    return _band(lanes, [], today)


def holders_of_offices(tenures: Sequence[Tenure], today: date) -> Band | None:
    """Return a country's offices, a row each, with who held them; nothing without one."""
    by_office: dict[int, list[Tenure]] = {}
    for tenure in _in_order(tenures):
        by_office.setdefault(tenure.office_id, []).append(tenure)
    lanes = list(by_office.values())
    return _band(lanes, [_office_line(lane) for lane in lanes], today)


def _in_order(tenures: Sequence[Tenure]) -> list[Tenure]:
    return sorted(tenures, key=lambda held: (held.started_latest, held.pk))


def _band(lanes: Sequence[Sequence[Tenure]], offices: list[OfficeLine], today: date) -> Band | None:
    if not lanes:
        return None
    axis, height = _Axis(_days(held, today) for lane in lanes for held in lane), len(lanes) * LANE_HEIGHT
    spans = [_span(held, axis, today, row) for row, lane in enumerate(lanes) for held in lane]
    return Band(spans, axis.ticks(height), height + LABELS_HEIGHT, offices)


def _office_line(spells: Sequence[Tenure]) -> OfficeLine:
    latest_first, to_leader = spells[::-1], addresses_of("timeline:leader")
    latest, earlier = latest_first[:NAMED_AT_ONCE], latest_first[NAMED_AT_ONCE:]
    more = ngettext("%(n)s earlier", "%(n)s earlier", len(earlier)) % {"n": len(earlier)} if earlier else ""
    return OfficeLine(spells[0].office.label, _spells(latest, to_leader), _spells(earlier, to_leader), more)


def _spells(tenures: Sequence[Tenure], to_leader: Callable[[str], str]) -> list[Spell]:
    return [
        Spell(
            held.leader.name,
            to_leader(held.leader.slug),
            held.is_acting,
            spell_text(held.started, held.ended),
            place > 0,
        )
        for place, held in enumerate(tenures)
    ]
