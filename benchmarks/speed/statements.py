"""The statements behind a pair's page, and worse ways to ask for the same rows; every value is a parameter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import psycopg

from timeline.queries.facets import MOST_LEADERS_SHOWN
from timeline.sql.facets import PAIRS, list_statement

RANKS = {
    "hot": "ORDER BY facet.count DESC, pair.id",
    "middle": "AND facet.count BETWEEN 20 AND 45 ORDER BY facet.count DESC, pair.id",
    "cold": "ORDER BY facet.count, pair.id",
}

LISTED = "pair_id = %(pair)s AND is_party AND modality = 'happened'"
NEWEST = "ORDER BY sort_date DESC, span_days DESC, day_order DESC, event_id DESC"
PLACE = "(sort_date, span_days, day_order, event_id)"
HERE = "(%(sort_date)s, %(span_days)s, %(day_order)s, %(event_id)s)"
COLUMNS = "event_id, side, sort_date, last_date, span_days, day_order, kind, modality, level, is_party, published_at"
SHOWN = "event.id, title, slug, summary, event.kind, event.level, event.modality, edtf, source_words, side"

FIRST = f"""
SELECT {COLUMNS}, html FROM timeline_eventpair JOIN timeline_eventrow USING (event_id)
WHERE {LISTED} AND language = 'en' {NEWEST} LIMIT 51"""
DEEP = f"""
SELECT {COLUMNS}, html FROM timeline_eventpair JOIN timeline_eventrow USING (event_id)
WHERE {LISTED} AND language = 'en' AND {PLACE} < {HERE} {NEWEST} LIMIT 51"""
BY_OFFSET = f"""
SELECT {COLUMNS}, html FROM timeline_eventpair JOIN timeline_eventrow USING (event_id)
WHERE {LISTED} AND language = 'en' {NEWEST} OFFSET %(offset)s LIMIT 51"""
BY_PARTICIPANTS = """
SELECT event.id, title, event.earliest FROM timeline_event event
JOIN timeline_participation one ON one.event_id = event.id AND one.country_id = %(first)s
JOIN timeline_participation other ON other.event_id = event.id AND other.country_id = %(second)s
WHERE event.modality = 'happened' AND one.role = 'party' AND other.role = 'party'
ORDER BY event.earliest DESC, event.id DESC LIMIT 51"""
DEFAULT = "pair_id = %(pair)s AND is_party AND modality = 'happened'"
# As the site asks it: all facets, the strip, and the leaders named first.
FACETS = list_statement(PAIRS, MOST_LEADERS_SHOWN)
VERSION = """
SELECT pair.id, pair.version FROM timeline_pair pair
JOIN timeline_country one ON one.id = first_id JOIN timeline_country other ON other.id = second_id
WHERE one.slug = %(first_slug)s AND other.slug = %(second_slug)s"""
EVENTS = f"""
SELECT {SHOWN} FROM timeline_eventpair listed JOIN timeline_event event ON event.id = listed.event_id
WHERE listed.pair_id = %(pair)s AND listed.is_party AND listed.modality = 'happened'
ORDER BY listed.sort_date DESC, listed.span_days DESC, listed.day_order DESC, listed.event_id DESC LIMIT 51"""
PARTS = """
SELECT part.event_id, role, side, country.slug, country.name, leader.slug, leader.name
FROM timeline_participation part JOIN timeline_country country ON country.id = part.country_id
LEFT JOIN timeline_leader leader ON leader.id = part.leader_id
WHERE part.event_id = ANY(%(events)s) ORDER BY part.event_id, part.position"""
SAID = """
SELECT said.event_id, said.id, speech, words, leader.name FROM timeline_statement said
LEFT JOIN timeline_leader leader ON leader.id = said.leader_id
WHERE said.event_id = ANY(%(events)s) AND said.withdrawn_at IS NULL ORDER BY said.event_id, said.position"""
CITED = """
SELECT cited.event_id, cited.field, cited.exact, source.id, source.origin, source.outlet, source.title
FROM timeline_citation cited JOIN timeline_source source ON source.id = cited.source_id
WHERE cited.event_id = ANY(%(events)s)"""
# Each pair's are in the order of an index, and are merged: no more is read of them than is shown.
FOLLOWED = 20
NEW_OF_ONE = """(
  SELECT pair_id, event_id, published_at FROM timeline_eventpair
  WHERE pair_id = (%(pairs)s::bigint[])[{place}] AND published_at > %(since)s
  ORDER BY published_at, event_id LIMIT 51)"""
SINCE = f"""
SELECT * FROM ({" UNION ALL ".join(NEW_OF_ONE.format(place=place) for place in range(1, FOLLOWED + 1))}) AS new
ORDER BY published_at, event_id LIMIT 51"""


@dataclass(frozen=True)
class Place:
    """A pair of a record with the values that its statements need."""

    address: str
    values: dict[str, Any]


def place(connection: psycopg.Connection[Any], rank: str = "hot") -> Place:
    """Return the busiest pair, a middling or a quiet one, with its place at nine tenths of its list."""
    row = connection.execute(
        f"""SELECT pair.id, first_id, second_id, one.slug, other.slug, facet.count
        FROM timeline_pairfacet facet JOIN timeline_pair pair ON pair.id = facet.pair_id
        JOIN timeline_country one ON one.id = first_id JOIN timeline_country other ON other.id = second_id
        WHERE dimension = 'total' AND is_party AND modality = 'happened' {RANKS[rank]} LIMIT 1""".encode()
    ).fetchone()
    assert row, "the record has no pairs"
    first, second = row[3], row[4]
    values = {"pair": row[0], "first": row[1], "second": row[2], "first_slug": first, "second_slug": second}
    values |= {"owner": row[0], "modality": "happened", "keys": []}
    values["offset"] = offset = row[5] * 9 // 10
    deep = connection.execute(
        f"SELECT sort_date, span_days, day_order, event_id FROM timeline_eventpair WHERE {LISTED} {NEWEST}"
        " OFFSET %(offset)s LIMIT 1",
        {**values, "offset": offset},
    ).fetchone()
    if deep:
        values |= dict(zip(("sort_date", "span_days", "day_order", "event_id"), deep, strict=True))
    values["events"] = [one[0] for one in connection.execute(EVENTS.encode(), values).fetchall()[:50]]
    values["pairs"] = [one[0] for one in connection.execute(
        "SELECT pair_id FROM timeline_pairfacet WHERE dimension = 'total' AND is_party AND modality = 'happened'"
            " ORDER BY count DESC, pair_id LIMIT %(followed)s", {"followed": FOLLOWED}
    )]  # fmt: skip
    newest = connection.execute("SELECT max(published_at) - interval '30 days' FROM timeline_event").fetchone()
    values["since"] = newest and newest[0]
    return Place(f"/pairs/{first}/{second}/", values)


def buffers(connection: psycopg.Connection[Any], statement: str, values: dict[str, Any]) -> int:
    """Return how many pages of the database a statement reads, planning left out."""
    with psycopg.ClientCursor(connection) as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}".encode(), values)
        row = cursor.fetchone()
    assert row
    plan = row[0][0]["Plan"]
    return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])
