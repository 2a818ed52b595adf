"""The rows by which an event is found in lists: all that one event, or some, have are written by one statement."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from django.db import connection

from timeline.models import EventCountry, EventEntry, EventPair, EventRow
from timeline.sql.sending import Part, plain

# What the rows of an event have in common, and what only that of the whole record has.
SHARED = {
    "sort_date": "date", "span_days": "integer", "last_date": "date", "day_order": "smallint", "kind": "text",
    "modality": "text", "level": "text", "published_at": "timestamptz", "leaders": "bigint[]", "topics": "text[]",
    "speech": "text[]",
}  # fmt: skip
OF_EVENT = {"event_id": "bigint", **SHARED, "took_part": "bigint[]", "countries": "bigint[]"}
OF_PAIRS = """
INSERT INTO timeline_eventpair (event_id, {shared}, pair_id, side, is_party)
SELECT event_id, {shared}, pair_id, side, is_party
FROM event JOIN unnest(%s::bigint[], %s::bigint[], %s::text[], %s::boolean[]) AS placed
  (event_id, pair_id, side, is_party) USING (event_id)
RETURNING pair_id, is_party, sort_date, span_days, day_order, event_id, id
"""
# They name the rows of the pair, which have their numbers only when they are written.
OF_KEYS = """
INSERT INTO timeline_eventpairkey (pair_id, key, is_party, sort_date, span_days, day_order, event_id, row_id)
SELECT pair_id, key, is_party, sort_date, span_days, day_order, event_id, id
FROM of_pairs JOIN unnest(%s::bigint[], %s::text[]) AS named (event_id, key) USING (event_id)
"""
OF_COUNTRIES = """
INSERT INTO timeline_eventcountry (event_id, {shared}, country_id, is_party)
SELECT event_id, {shared}, country_id, is_party
FROM event JOIN unnest(%s::bigint[], %s::bigint[], %s::boolean[]) AS placed (event_id, country_id, is_party)
  USING (event_id)
"""
OF_KEPT = ("event_id", "language", "version", "html", "sources", "outlets", "cited", "drawing")
OF_RECORD = "INSERT INTO timeline_evententry ({of_event}, is_party) SELECT {of_event}, true FROM event"


def list_parts(
    of_record: Sequence[EventEntry], of_pairs: Sequence[EventPair], of_countries: Sequence[EventCountry]
) -> list[Part]:
    """Return what writes the rows of events in the record, under pairs, by key and under countries."""
    if not of_record:
        return []
    events = [[getattr(row, name) for name in OF_EVENT] for row in of_record]
    pairs = [(row.event_id, row.pair_id, row.side, row.is_party) for row in of_pairs]
    keys = [
        (row.event_id, key)
        for row in of_record
        for key in (*(f"leader:{leader}" for leader in row.leaders), *(f"topic:{topic}" for topic in row.topics))
    ]
    countries = [(row.event_id, row.country_id, row.is_party) for row in of_countries]
    return [
        Part(f"event ({', '.join(OF_EVENT)})", _values(len(events)), list(chain(*events))),
        Part("of_pairs", _named(OF_PAIRS), columns_of(pairs, 4)),
        Part("of_keys", OF_KEYS, columns_of(keys, 2)),
        Part("of_countries", _named(OF_COUNTRIES), columns_of(countries, 3)),
        Part("of_record", _named(OF_RECORD), ()),
    ]


def columns_of(rows: Sequence[Sequence[Any]], width: int) -> list[list[Any]]:
    """Return the columns of rows, as they are given to ``unnest``."""
    return [[row[place] for row in rows] for place in range(width)]


def write_kept(rows: Sequence[EventRow]) -> None:
    """Write the rows of events that are kept as HTML. One statement, which asks for nothing back."""
    if not rows:
        return
    one = f"({', '.join(['%s'] * len(OF_KEPT))})"
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO timeline_eventrow ({', '.join(OF_KEPT)}) VALUES {', '.join([one] * len(rows))}",  # noqa: S608
            plain(getattr(row, name) for row in rows for name in OF_KEPT),
        )


@lru_cache(maxsize=8)
def _named(statement: str) -> str:
    return statement.format(shared=", ".join(SHARED), of_event=", ".join(OF_EVENT))


@lru_cache(maxsize=8)
def _values(events: int) -> str:
    one = ", ".join(f"%s::{kind}" for kind in OF_EVENT.values())
    return f"VALUES {', '.join([f'({one})'] * events)}"
