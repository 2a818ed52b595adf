"""Pairs, their versions and their counts, written in an order in which two writers never wait for each other."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import connection

ENSURE_PAIRS = """
INSERT INTO timeline_pair (first_id, second_id, version, changed_at)
SELECT first_id, second_id, 0, %s FROM unnest(%s::bigint[], %s::bigint[]) AS wanted (first_id, second_id)
ORDER BY first_id, second_id
ON CONFLICT (first_id, second_id) DO NOTHING
"""
LOCK_PAIRS = """
SELECT pair.first_id, pair.second_id, pair.id
FROM timeline_pair pair
JOIN unnest(%s::bigint[], %s::bigint[]) AS wanted (first_id, second_id) USING (first_id, second_id)
ORDER BY pair.id
FOR UPDATE OF pair
"""
RAISE_VERSIONS = "UPDATE timeline_pair SET version = version + 1, changed_at = %s WHERE id = ANY(%s)"
ADD_COUNTS = """
INSERT INTO timeline_pairfacet (pair_id, dimension, key, count)
SELECT * FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::integer[])
ON CONFLICT (pair_id, dimension, key) DO UPDATE SET count = timeline_pairfacet.count + excluded.count
"""
DROP_COUNTS = """
DELETE FROM timeline_pairfacet facet
USING unnest(%s::bigint[], %s::text[], %s::text[], %s::integer[]) AS less (pair_id, dimension, key, count)
WHERE facet.pair_id = less.pair_id AND facet.dimension = less.dimension AND facet.key = less.key
  AND facet.count <= less.count
"""
LESSEN_COUNTS = """
UPDATE timeline_pairfacet facet SET count = facet.count - less.count
FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::integer[]) AS less (pair_id, dimension, key, count)
WHERE facet.pair_id = less.pair_id AND facet.dimension = less.dimension AND facet.key = less.key
  AND facet.count > less.count
"""
REBUILD_COUNTS = """
WITH listed AS (
  SELECT pair_id, event_id, kind, level, side, sort_date
  FROM timeline_eventpair WHERE is_party AND modality = 'happened'
), counted AS (
  SELECT pair_id, 'total' AS dimension, '' AS key FROM listed
  UNION ALL SELECT pair_id, 'kind', kind FROM listed
  UNION ALL SELECT pair_id, 'level', level FROM listed
  UNION ALL SELECT pair_id, 'year', to_char(sort_date, 'YYYY') FROM listed
  UNION ALL SELECT pair_id, 'month', to_char(sort_date, 'YYYY-MM') || ':' || side FROM listed
  UNION ALL SELECT DISTINCT listed.pair_id, 'leader', part.leader_id || ':' || listed.event_id
    FROM listed JOIN timeline_participation part ON part.event_id = listed.event_id WHERE part.leader_id IS NOT NULL
  UNION ALL SELECT pair_id, 'modality', modality FROM timeline_eventpair WHERE is_party
)
INSERT INTO timeline_pairfacet (pair_id, dimension, key, count)
SELECT pair_id, dimension, CASE dimension WHEN 'leader' THEN split_part(key, ':', 1) ELSE key END AS value, count(*)
FROM counted GROUP BY pair_id, dimension, value
"""

Key = tuple[int, str, str]


def lock_pairs(countries: Iterable[tuple[int, int]], *, at: datetime) -> dict[tuple[int, int], int]:
    """Return the ids of pairs of countries, locked; write the pairs that are new. Two statements."""
    wanted = sorted(set(countries))
    if not wanted:
        return {}
    first, second = [pair[0] for pair in wanted], [pair[1] for pair in wanted]
    with connection.cursor() as cursor:
        cursor.execute(ENSURE_PAIRS, [at, first, second])
        cursor.execute(LOCK_PAIRS, [first, second])
        return {(row[0], row[1]): row[2] for row in cursor.fetchall()}


def raise_versions(pair_ids: Iterable[int], *, at: datetime) -> None:
    """Give the pairs, which are locked, their next version. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(RAISE_VERSIONS, [at, sorted(pair_ids)])


def change_counts(changes: Mapping[Key, int]) -> None:
    """Add to and take from the counts of pairs that are locked. At most three statements."""
    more = sorted((key, count) for key, count in changes.items() if count > 0)
    less = sorted((key, -count) for key, count in changes.items() if count < 0)
    with connection.cursor() as cursor:
        if more:
            cursor.execute(ADD_COUNTS, _columns(more))
        if less:
            cursor.execute(DROP_COUNTS, _columns(less))
            cursor.execute(LESSEN_COUNTS, _columns(less))


def _columns(rows: list[tuple[Key, int]]) -> list[list[int] | list[str]]:
    return [[key[0] for key, _ in rows], [key[1] for key, _ in rows], [key[2] for key, _ in rows], [n for _, n in rows]]


def rebuild_counts() -> None:
    """Count everything anew from the rows of pairs. Two statements."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM timeline_pairfacet")
        cursor.execute(REBUILD_COUNTS)


def lock_read_models() -> None:
    """Let nobody write events while the read models are rebuilt; readers read on."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE timeline_event, timeline_pair, timeline_eventpair IN SHARE ROW EXCLUSIVE MODE")
