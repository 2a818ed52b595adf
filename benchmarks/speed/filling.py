"""Fill the read models of a whole record with a statement a table: the same rows as ``rebuild_readmodels`` writes.

A test compares both on a thousand events. Kept rows are not made by SQL: they are rendered by the function that renders
the row of every event, in several processes at once.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import psycopg

from timeline.kinds import KINDS
from timeline.readmodels import MOST_PARTIES_OF_A_PAIR
from timeline.sql.facets import counting_statements
from timeline.sql.leaders import KINDS_AND_ROLES, counting_leaders
from timeline.sql.sizes import COUNT

JOINT = [kind.key for kind in KINDS.values() if kind.is_joint]

PARTS = """
CREATE TEMPORARY TABLE part AS
SELECT part.event_id, part.country_id, country.slug COLLATE "C" AS slug,
       bool_or(part.role = 'party') AS is_party,
       bool_or(part.role = 'party' AND (event.kind = ANY(%(joint)s) OR part.side = 'actor')) AS acts,
       bool_or(part.is_pairwise) AS is_pairwise
FROM timeline_participation part
JOIN timeline_event event ON event.id = part.event_id AND event.withdrawn_at IS NULL
JOIN timeline_country country ON country.id = part.country_id
GROUP BY part.event_id, part.country_id, country.slug
"""
MARKED = """
CREATE TEMPORARY TABLE marked AS
SELECT event.id AS event_id, coalesce(who.leaders, '{}') AS leaders, coalesce(what.topics, '{}') AS topics,
       coalesce(how.speech, '{}') AS speech
FROM timeline_event event
LEFT JOIN (SELECT event_id, array_agg(DISTINCT leader_id ORDER BY leader_id) AS leaders FROM timeline_participation
           WHERE leader_id IS NOT NULL GROUP BY event_id) who ON who.event_id = event.id
LEFT JOIN (SELECT event_id, array_agg(DISTINCT topic COLLATE "C" ORDER BY topic COLLATE "C") AS topics
           FROM timeline_eventtopic GROUP BY event_id) what ON what.event_id = event.id
LEFT JOIN (SELECT event_id, array_agg(DISTINCT speech COLLATE "C" ORDER BY speech COLLATE "C") AS speech
           FROM timeline_statement WHERE withdrawn_at IS NULL GROUP BY event_id) how ON how.event_id = event.id
WHERE event.withdrawn_at IS NULL
"""
FILED = """
CREATE TEMPORARY TABLE filed AS
SELECT event_id, country_id, slug, is_party, acts FROM (
  SELECT part.*, count(*) OVER event AS parts, count(*) FILTER (WHERE is_party) OVER event AS parties
  FROM part WINDOW event AS (PARTITION BY event_id)
) counted
WHERE CASE WHEN parties > %(most)s THEN is_party AND is_pairwise WHEN parts <= %(most)s THEN true ELSE is_party END
"""
PLACES = """
CREATE TEMPORARY TABLE place AS
SELECT one.event_id, one.country_id AS first_id, other.country_id AS second_id,
       CASE WHEN one.acts = other.acts THEN 'joint' WHEN one.acts THEN 'first' ELSE 'second' END AS side,
       one.is_party AND other.is_party AND (one.acts OR other.acts) AS is_party
FROM filed one JOIN filed other ON other.event_id = one.event_id AND one.slug < other.slug
"""
NEW_PAIRS = """
INSERT INTO timeline_pair (first_id, second_id, version, changed_at)
SELECT DISTINCT first_id, second_id, 1, %(at)s::timestamptz FROM place ORDER BY first_id, second_id
"""
ORDER = """
coalesce(event.earliest, event.latest), coalesce(event.latest - event.earliest, 4000000), event.day_order,
coalesce(event.latest, event.earliest), event.kind, event.modality, event.level, event.published_at,
marked.leaders, marked.topics, marked.speech, is_party
"""
ORDERED = (
    "sort_date, span_days, day_order, last_date, kind, modality, level, published_at, leaders, topics, speech, is_party"
)
EVENT_PAIRS = f"""
INSERT INTO timeline_eventpair ({ORDERED}, pair_id, event_id, side)
SELECT {ORDER}, pair.id, place.event_id, place.side
FROM place JOIN timeline_pair pair USING (first_id, second_id) JOIN timeline_event event ON event.id = place.event_id
JOIN marked ON marked.event_id = event.id
ORDER BY pair.id, place.is_party, 1, 2, 3, place.event_id
"""
EVENT_COUNTRIES = f"""
INSERT INTO timeline_eventcountry ({ORDERED}, country_id, event_id)
SELECT {ORDER}, part.country_id, part.event_id
FROM part JOIN timeline_event event ON event.id = part.event_id JOIN marked ON marked.event_id = event.id
ORDER BY part.country_id, part.is_party, 1, 2, 3, part.event_id
"""
EVENT_ENTRIES = f"""
INSERT INTO timeline_evententry ({ORDERED}, event_id, took_part, countries)
SELECT {ORDER.replace("is_party", "TRUE")}, event.id, coalesce(who.took_part, '{{}}'), coalesce(of.countries, '{{}}')
FROM timeline_event event JOIN marked ON marked.event_id = event.id
LEFT JOIN (SELECT event_id, array_agg(DISTINCT leader_id ORDER BY leader_id) AS took_part FROM timeline_participation
           WHERE leader_id IS NOT NULL AND role IN ('party', 'mediator', 'host') GROUP BY event_id) who
  ON who.event_id = event.id
LEFT JOIN (SELECT event_id, array_agg(country_id ORDER BY country_id) AS countries FROM part WHERE is_party
           GROUP BY event_id) of ON of.event_id = event.id
ORDER BY 1, 2, 3, event.id
"""
KEYS = """
INSERT INTO timeline_eventpairkey (pair_id, key, is_party, sort_date, span_days, day_order, event_id, row_id)
SELECT row.pair_id, key.key, is_party, sort_date, span_days, day_order, event_id, row.id
FROM timeline_eventpair row CROSS JOIN LATERAL (
  SELECT 'leader:' || leader FROM unnest(row.leaders) leader
  UNION ALL SELECT 'topic:' || topic FROM unnest(row.topics) topic
) AS key (key)
ORDER BY 1, 2, 3, 4, 5, 6, 7
"""
WORDS = """
INSERT INTO timeline_searchword (word)
SELECT DISTINCT word FROM timeline_event, regexp_split_to_table(name_key(title || ' ' || summary), '[^[:alpha:]]+') word
WHERE length(word) BETWEEN 4 AND 40 AND withdrawn_at IS NULL
"""
EVENTS_PAIRS = """
UPDATE timeline_event event SET pairs = found.pairs
FROM (SELECT event_id, array_agg(pair_id ORDER BY pair_id) AS pairs FROM timeline_eventpair GROUP BY event_id) found
WHERE found.event_id = event.id
"""


def fill(connection: psycopg.Connection[Any], *, at: datetime) -> None:
    """Write pairs, rows under pairs and countries, and counts, into empty tables; leave committing to the caller."""
    values = {"joint": JOINT, "most": MOST_PARTIES_OF_A_PAIR, "at": at, **KINDS_AND_ROLES}
    statements = [
        *(PARTS, MARKED, FILED, "CREATE INDEX ON filed (event_id)", "ANALYZE filed, marked, part"),
        *(PLACES, NEW_PAIRS, EVENT_PAIRS, EVENT_COUNTRIES, EVENT_ENTRIES, KEYS, EVENTS_PAIRS, WORDS),
        *(*counting_statements(), *counting_leaders(), COUNT),
        "DROP TABLE part, filed, place, marked",
    ]
    # A statement that makes a table takes no values from outside: this cursor writes them into its text.
    with psycopg.ClientCursor(connection) as cursor:
        for statement in statements:
            cursor.execute(statement.encode(), values)
