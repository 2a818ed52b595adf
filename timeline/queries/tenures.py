"""Where what is known of offices does not fit: days on which nobody held one, or two did, and people without one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from timeline.models import Office, Participation, Tenure

# Offices that one person holds at a time, so that a day without a holder, or with two, asks for an explanation.
HELD_BY_ONE = (
    Office.Kind.HEAD_OF_STATE,
    Office.Kind.HEAD_OF_GOVERNMENT,
    Office.Kind.HEAD_OF_STATE_AND_GOVERNMENT,
    Office.Kind.FOREIGN_MINISTER,
    Office.Kind.AMBASSADOR,
)
# Between an election's winner and the last one's farewell a few days pass.
SHORTEST = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Misfit:
    """Days on which an office certainly had no holder that is known (a gap), or certainly two."""

    office: Office
    is_gap: bool
    earlier: Tenure
    later: Tenure | None
    first: date
    last: date | None

    @property
    def days(self) -> int | None:
        """Return how many days it is; None where it lasts."""
        return (self.last - self.first).days + 1 if self.last else None


def misfits() -> list[Misfit]:
    """Return the gaps and overlaps of more than a week in offices that one person holds, by country (1 query).

    Only what is certain counts: a date that may lie anywhere in a year leaves a year in which nothing is missed. Who
    acts for another fills a gap and makes no overlap.
    """
    rows = Tenure.objects.filter(office__kind__in=HELD_BY_ONE)
    rows = rows.select_related("leader", "office__country").order_by(
        "office__country__name", "office__slug", "started_latest", "id"
    )
    found: list[Misfit] = []
    for _, tenures in groupby(rows, key=lambda tenure: tenure.office_id):
        found += _misfits_of(list(tenures))
    return found


def _misfits_of(tenures: list[Tenure]) -> Iterable[Misfit]:
    # Against the one who held it longest so far: who came between may have left before.
    last = tenures[0]
    for later in tenures[1:]:
        if found := _gap(last, later) or _overlap(last, later):
            yield found
        last = max(later, last, key=_left_at_latest)
    if last.ended and last.ended_latest:
        yield Misfit(last.office, True, last, None, last.ended_latest + timedelta(days=1), None)


def _left_at_latest(tenure: Tenure) -> date:
    return tenure.ended_latest if tenure.ended and tenure.ended_latest else date.max


def _gap(earlier: Tenure, later: Tenure) -> Misfit | None:
    if earlier.ended_latest is None or later.started_earliest is None:
        return None
    first, last = earlier.ended_latest + timedelta(days=1), later.started_earliest - timedelta(days=1)
    return Misfit(earlier.office, True, earlier, later, first, last) if last - first >= SHORTEST else None


def _overlap(earlier: Tenure, later: Tenure) -> Misfit | None:
    if earlier.is_acting or later.is_acting:
        return None
    ends = [each.ended_earliest or later.started_latest if each.ended else date.max for each in (earlier, later)]
    first, last = later.started_latest, min(ends)
    if last - first < SHORTEST:
        return None
    return Misfit(earlier.office, False, earlier, later, first, None if last == date.max else last)


def without_office(most: int) -> tuple[list[Participation], int]:
    """Return those who acted on a day for which no office of theirs is known, and how many they are (2 queries).

    The events that happened last come first.
    """
    rows = Participation.objects.filter(is_office_unknown=True, leader__isnull=False)
    rows = rows.filter(event__withdrawn_at__isnull=True).select_related("event", "leader", "country")
    return list(rows.order_by("-event__sort_date", "-event_id", "position")[:most]), rows.count()
