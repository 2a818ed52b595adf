"""The events that say where a relationship stands: one statement with a branch for each line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from timeline.models import EventPair
from timeline.models.readmodel import LONG_SPAN_OF_LISTS
from timeline.sql.sending import ask

PLACE = "sort_date, span_days, day_order, event_id"
LATEST_FIRST = "sort_date DESC, span_days DESC, day_order DESC, event_id DESC"
# What begins up to a month before the day, and what is longer than that, which has an index of its own: else all that
# ever happened would be read first.
AHEAD = (
    f"sort_date >= %s::date - {LONG_SPAN_OF_LISTS} AND span_days <= {LONG_SPAN_OF_LISTS}",
    f"span_days > {LONG_SPAN_OF_LISTS}",
)
EVENTS = """
SELECT found.line, event.id, event.slug, event.title, event.kind, event.edtf
FROM ({found}) found JOIN timeline_event event ON event.id = found.event_id
ORDER BY found.line, found.sort_date, found.span_days, found.day_order, event.id
"""


@dataclass(frozen=True)
class Wanted:
    """Which events can fill a line: no kind and no level mean all of them."""

    kinds: tuple[str, ...]
    level: str
    modality: str
    is_ahead: bool
    most: int


class StateEvent(NamedTuple):
    """An event that fills a line: the place of the line, and what it shows of the event."""

    line: int
    event_id: int
    slug: str
    title: str
    kind: str
    edtf: str


def ask_state_events(pair_id: int, wanted: Sequence[Wanted | None], on: date) -> Callable[[], list[StateEvent]]:
    """Ask for the event that fills each line, the latest or, of what is ahead, the next; None is not asked for."""
    if not any(wanted):
        return list
    values: list[int | str | date | list[str]] = []
    for line in filter(None, wanted):
        asked: list[int | str | date | list[str]] = [pair_id, str(line.modality)]
        asked += [list(line.kinds)] if line.kinds else []
        asked += [str(line.level)] if line.level else []
        values += [*asked, on, on, *asked, on] if line.is_ahead else asked
    read = ask(EventPair, _statement(tuple(wanted)), values)
    return lambda: [StateEvent(*row) for row in read()]


@lru_cache(maxsize=64)
def _statement(wanted: tuple[Wanted | None, ...]) -> str:
    branches = [_branch(place, line) for place, line in enumerate(wanted) if line]
    return EVENTS.format(found="\nUNION ALL ".join(branches))


def _branch(place: int, line: Wanted) -> str:
    columns = f"{place} AS line, {PLACE}"
    if not line.is_ahead:
        return _read(columns, line, LATEST_FIRST)
    reads = " UNION ALL ".join(_read(columns, line, PLACE, f" AND last_date >= %s AND {near}") for near in AHEAD)
    return f"(SELECT * FROM ({reads}) ahead ORDER BY {PLACE} LIMIT {line.most})"  # noqa: S608 - as below


def _read(columns: str, line: Wanted, order: str, more: str = "") -> str:
    terms = ["pair_id = %s", "is_party", "modality = %s"]
    terms += ["kind = ANY(%s)"] if line.kinds else []
    terms += ["level = %s"] if line.level else []
    return (
        f"(SELECT {columns} FROM timeline_eventpair WHERE {' AND '.join(terms)}{more} "  # noqa: S608 - of our own words
        f"ORDER BY {order} LIMIT {line.most})"
    )
