"""The periods of mails: which days, weeks and quarters of an hour have ended, and when each is due.

A day begins and ends at midnight of the site's own clock, so that it has 23 to 25 hours where the clock is changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

# The hour of the site's own clock at which the mails of a day or a week are due.
HOUR = 6
QUARTER = timedelta(minutes=15)
# What was published at the end of a quarter of an hour is written by then.
GRACE = timedelta(minutes=5)
# So long ago a period may lie that was missed and is made up. What lies before is told with the oldest of them.
DAYS_BACK, WEEKS_BACK = 7, 4
LATE = timedelta(hours=6)


@dataclass(frozen=True)
class Period:
    """A time of which one mail tells: its name, its end, and the moment at which the mail is due."""

    name: str
    until: datetime
    due_at: datetime


def periods_due(frequency: str, at: datetime, zone: tzinfo) -> list[Period]:
    """Return the periods of a frequency whose mails are due at a moment, the oldest first."""
    found = {"soon": _quarters, "daily": _days, "weekly": _weeks}[frequency](at, zone)
    return sorted((period for period in found if period.due_at <= at), key=lambda period: period.until)


def is_late(due_at: datetime, at: datetime) -> bool:
    """Return whether a mail that goes now should have gone long ago."""
    return at - due_at > LATE


def _quarters(at: datetime, zone: tzinfo) -> Iterator[Period]:
    """Yield the last quarter of an hour alone: its mail tells of all that was not told before."""
    ended = at.astimezone(UTC) - GRACE
    until = ended.replace(minute=ended.minute - ended.minute % 15, second=0, microsecond=0)
    yield Period(f"{until:%Y-%m-%dT%H:%M}", until, until + GRACE)


def _days(at: datetime, zone: tzinfo) -> Iterator[Period]:
    today = at.astimezone(zone).date()
    for back in range(DAYS_BACK + 1):
        day = today - timedelta(days=back + 1)
        yield _ending(day.isoformat(), day + timedelta(days=1), zone)


def _weeks(at: datetime, zone: tzinfo) -> Iterator[Period]:
    today = at.astimezone(zone).date()
    monday = today - timedelta(days=today.weekday())
    for back in range(WEEKS_BACK + 1):
        ended = monday - timedelta(weeks=back)
        year, week, _ = (ended - timedelta(days=1)).isocalendar()
        yield _ending(f"{year}-W{week:02d}", ended, zone)


def _ending(name: str, day: date, zone: tzinfo) -> Period:
    """Return a period that ends as a day begins. A midnight that there is not, or is twice, is the first moment."""
    begins = datetime.combine(day, time.min, zone).astimezone(UTC)
    return Period(name, begins, datetime.combine(day, time(HOUR), zone).astimezone(UTC))
