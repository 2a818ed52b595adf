"""What readers looked for in vain, for those who decide what to read next."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from timeline.models import FailedSearch
from timeline.queries.search import failed_searches

MOST_IN_A_WEEK = 100


@dataclass(frozen=True, slots=True)
class Week:
    """Hold the searches of one week, the most frequent first."""

    monday: date
    searches: list[FailedSearch]
    left_out: int


def searches_page() -> list[Week]:
    """Return the latest weeks that have any, the newest first (2 queries)."""
    weeks = []
    for monday, rows in groupby(failed_searches(), key=lambda row: row.week):
        searches = list(rows)
        shown = searches[:MOST_IN_A_WEEK]
        weeks.append(Week(monday, shown, len(searches) - len(shown)))
    return weeks
