"""How much the record holds: counted as it is written, so that nobody counts a million rows to say so."""

from django.db import connection

# Origins are read one by one from their index: each step looks for the next name, however many sources have one.
SIZES = """
WITH RECURSIVE origin (name) AS (
  (SELECT origin FROM timeline_source ORDER BY origin LIMIT 1)
  UNION ALL
  SELECT (SELECT source.origin FROM timeline_source source WHERE source.origin > origin.name ORDER BY 1 LIMIT 1)
  FROM origin WHERE origin.name IS NOT NULL
)
SELECT what, sum(change)::bigint FROM timeline_recordcount GROUP BY what
UNION ALL SELECT 'origins', count(name) FROM origin
"""
COUNT = """
INSERT INTO timeline_recordcount (what, change)
SELECT 'events', count(*) FROM timeline_event WHERE withdrawn_at IS NULL
UNION ALL SELECT 'statements', count(*) FROM timeline_statement WHERE withdrawn_at IS NULL
UNION ALL SELECT 'sources', count(*) FROM timeline_source
UNION ALL SELECT 'pairs', count(*) FROM timeline_pairfacet
  WHERE dimension = 'total' AND is_party AND modality = 'happened'
"""


def record_sizes() -> dict[str, int]:
    """Return the numbers of events, pairs, sources, origins and statements. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(SIZES)
        return dict(cursor.fetchall())


def count_record() -> None:
    """Count everything anew. Two statements."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM timeline_recordcount")
        cursor.execute(COUNT)
