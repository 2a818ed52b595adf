"""The rows by which an event is found in lists: all that one event, or some, have are written by one statement."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from django.db import connection

from timeline.models import EventCountry, EventEntry, EventPair

# What the rows of an event have in common, and what only that of the whole record has.
SHARED = {
    "sort_date": "date", "span_days": "integer", "last_date": "date", "day_order": "smallint", "kind": "text",
    "modality": "text", "level": "text", "published_at": "timestamptz", "leaders": "bigint[]", "topics": "text[]",
    "speech": "text[]",
}  # fmt: skip
OF_EVENT = {"event_id": "bigint", **SHARED, "took_part": "bigint[]", "countries": "bigint[]"}
WRITE = """
WITH event ({of_event}) AS (VALUES {events}),
of_pairs AS (
  INSERT INTO timeline_eventpair (event_id, pair_id, side, is_party, {shared})
  SELECT event_id, pair_id, side, is_party, {shared}
  FROM unnest(%s::bigint[], %s::bigint[], %s::text[], %s::boolean[]) AS placed (event_id, pair_id, side, is_party)
  JOIN event USING (event_id) ORDER BY event_id, pair_id
  RETURNING *
), of_keys AS (
  INSERT INTO timeline_eventpairkey (pair_id, key, is_party, sort_date, span_days, day_order, event_id, row_id)
  SELECT pair_id, key, is_party, sort_date, span_days, day_order, event_id, id
  FROM of_pairs CROSS JOIN LATERAL (
    SELECT 'leader:' || unnest(leaders) UNION ALL SELECT 'topic:' || unnest(topics)
  ) AS named (key)
), of_countries AS (
  INSERT INTO timeline_eventcountry (event_id, country_id, is_party, {shared})
  SELECT event_id, country_id, is_party, {shared}
  FROM unnest(%s::bigint[], %s::bigint[], %s::boolean[]) AS placed (event_id, country_id, is_party)
  JOIN event USING (event_id) ORDER BY event_id, country_id
)
INSERT INTO timeline_evententry ({of_event}, is_party) SELECT {of_event}, true FROM event
"""


def write_rows(
    of_record: Sequence[EventEntry], of_pairs: Sequence[EventPair], of_countries: Sequence[EventCountry]
) -> None:
    """Write the rows of events in the record, under pairs, by key and under countries. One statement."""
    if not of_record:
        return
    events = [[getattr(row, name) for name in OF_EVENT] for row in of_record]
    pairs = [(row.event_id, row.pair_id, row.side, row.is_party) for row in of_pairs]
    countries = [(row.event_id, row.country_id, row.is_party) for row in of_countries]
    columns = [[row[place] for row in rows] for rows, width in ((pairs, 4), (countries, 3)) for place in range(width)]
    with connection.cursor() as cursor:
        cursor.execute(_write(len(events)), [*chain(*events), *columns])


@lru_cache(maxsize=8)
def _write(events: int) -> str:
    one = ", ".join(f"%s::{kind}" for kind in OF_EVENT.values())
    return WRITE.format(of_event=", ".join(OF_EVENT), shared=", ".join(SHARED), events=", ".join([f"({one})"] * events))
