"""The events that say where a relationship stands: one statement with a branch for each line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from timeline.models import EventPair
from timeline.models.readmodel import LONG_SPAN_OF_LISTS
from timeline.sql.sending import ask_known

PLACE = "sort_date, span_days, day_order, event_id"
LATEST_FIRST = "sort_date DESC, span_days DESC, day_order DESC, event_id DESC"
# What fills a line is the latest of those that are the latest of their kind, which an index finds. So one plan is right
# for all pairs. The server keeps one only where it guesses no better for the pair it is asked for: so that pair is
# hidden in a subquery. To plan the statement each time took twice as long as to answer it.
HAPPENED = """(SELECT {line} AS line, latest.* FROM unnest(ARRAY[{kinds}]) AS wanted (kind) CROSS JOIN LATERAL (
  SELECT {place} FROM timeline_eventpair
  WHERE pair_id = (SELECT pair FROM asked) AND is_party AND kind = wanted.kind AND modality = '{modality}'{level}
  ORDER BY {latest_first} LIMIT {most}
) latest ORDER BY {latest_first} LIMIT {most})"""
# What is ahead begins up to a month before the day, or is longer than that, which has an index of its own: else all
# that ever happened would be read first. Read in order before anything else is asked of it, it is read by its days.
AHEAD = """(SELECT {line} AS line, ahead.* FROM (
  (SELECT {place} FROM (
    SELECT * FROM timeline_eventpair
    WHERE pair_id = (SELECT pair FROM asked) AND is_party
    AND sort_date >= (SELECT day FROM asked) - {long} ORDER BY {place} OFFSET 0
  ) AS near WHERE modality = '{modality}' AND span_days <= {long}
    AND last_date >= (SELECT day FROM asked) ORDER BY {place} LIMIT {most})
  UNION ALL
  (SELECT {place} FROM timeline_eventpair
  WHERE pair_id = (SELECT pair FROM asked) AND is_party AND modality = '{modality}' AND span_days > {long}
    AND last_date >= (SELECT day FROM asked)
  ORDER BY {place} LIMIT {most})
) AS ahead ORDER BY {place} LIMIT {most})"""
EVENTS = """
WITH asked AS (SELECT %(pair)s::bigint AS pair, %(on)s::date AS day)
SELECT found.line, event.id, event.slug, event.title, event.kind, event.edtf
FROM ({found}) found JOIN timeline_event event ON event.id = found.event_id
ORDER BY found.line, found.sort_date, found.span_days, found.day_order, event.id
"""


@dataclass(frozen=True)
class Wanted:
    """Which events can fill a line: no level means all. Of what is ahead neither kind nor level is asked."""

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
    read = ask_known(EventPair, _statement(tuple(wanted)), {"pair": pair_id, "on": on})
    return lambda: [StateEvent(*row) for row in read()]


@lru_cache(maxsize=64)
def _statement(wanted: tuple[Wanted | None, ...]) -> str:
    branches = [_branch(place, line) for place, line in enumerate(wanted) if line]
    return EVENTS.format(found="\nUNION ALL ".join(branches))


def _branch(line: int, wanted: Wanted) -> str:
    # Kinds, levels and modalities are words of ours.
    return (AHEAD if wanted.is_ahead else HAPPENED).format(
        line=line,
        kinds=", ".join(f"'{kind}'" for kind in wanted.kinds),
        modality=wanted.modality,
        level=f" AND level = '{wanted.level}'" if wanted.level else "",
        place=PLACE,
        latest_first=LATEST_FIRST,
        long=LONG_SPAN_OF_LISTS,
        most=wanted.most,
    )
