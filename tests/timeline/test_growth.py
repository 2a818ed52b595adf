"""What a page reads of the database does not grow with the record: measured in the database's pages, not in time.

Two records of the benchmark, of one and of ten thousand events, are asked for the same pages. The exponent is that of
"ten times the record reads ten to the so-manieth times as much".
"""

from collections.abc import Iterator
from math import log10

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.speed import filling, record
from tests.benchmarks.written import write_record
from tests.timeline.test_kept_pages import PAIR
from timeline.models import Leader
from timeline.rows import row_drawing

SMALL, LARGE = 1000, 10_000
ROWS = """
INSERT INTO timeline_eventrow (event_id, language, version, html, drawing, sources, outlets, cited)
SELECT event.id, 'en', 1, repeat(event.title, 12), %s,
  coalesce(cited.sources, '{}'), coalesce(cited.outlets, '{}'), coalesce(cited.entries, '{}')
FROM timeline_event event LEFT JOIN (
  SELECT known.id, array_agg(source.id) AS sources, array_agg(source.outlet) AS outlets,
    array_agg('<li>' || source.title || '</li>') AS entries
  FROM (
    SELECT DISTINCT coalesce(citation.event_id, part.event_id) AS id, citation.source_id
    FROM timeline_citation citation LEFT JOIN timeline_participation part ON part.id = citation.participation_id
  ) known JOIN timeline_source source ON source.id = known.source_id GROUP BY known.id
) cited ON cited.id = event.id
"""
HOT = {
    "first page": PAIR,
    "oldest first": f"{PAIR}?order=oldest",
    "one kind": f"{PAIR}?kind=visit",
    "one year": f"{PAIR}?when=2024",
    "planned": f"{PAIR}?show=planned",
    "with mentions": f"{PAIR}?mentions=yes",
    "country": "/countries/mexico/",
    "home": "/",
    "countries": "/countries/",
    "sources": "/sources/",
    "event": "/events/500/",
    "statement": "/statements/500/",
}
# In the small record the busiest pair has fewer events in a year than a page shows, and one that is planned: in the
# large one these pages have ten times the rows.
HIGHEST_EXPONENT = dict.fromkeys(HOT, 0.35) | {"one year": 0.6, "planned": 0.45}
UNMARKED = """SELECT relname, relpages - relallvisible FROM pg_class
    WHERE relkind = 'r' AND relname LIKE 'timeline!_%' ESCAPE '!' AND relallvisible < relpages"""
VACUUMS = 20
LOOKING = """SELECT backend_type, state, backend_xmin, now() - xact_start, query
    FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"""


def addresses() -> dict[str, str]:
    """Return the pages that are asked for, with that of the leader who took part most."""
    return HOT | {"leader": f"/leaders/{Leader.objects.order_by('-total__events', 'pk')[0].slug}/"}


def pages_read(address: str) -> dict[str, int]:
    """Return how many pages of the database each query of a page reads, by the query."""
    with CaptureQueriesContext(connection) as queries:
        assert Client().get(address, follow=True).status_code == 200
    found = {}
    with connection.cursor() as cursor:
        for query in [one["sql"] for one in queries if one["sql"].lstrip().upper().startswith(("SELECT", "WITH", "("))]:
            cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {query.replace('%', '%%')}", [])
            plan = cursor.fetchone()[0][0]["Plan"]
            found[query] = plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]
    return found


def write(events: int) -> None:
    """Write a record of so many events, with rows that are as long as rendered ones."""
    write_record(events, countries=62)
    with connection.cursor() as cursor:
        filling.fill(cursor.connection, at=record.READ_AT)
        cursor.execute(ROWS, [row_drawing()])
        # Vacuumed, for what an index alone may answer must not depend on when the server last tidied up. Where
        # something looks at the tables meanwhile, not all can be marked at once.
        for _ in range(VACUUMS):
            # To freeze, it waits for a page that somebody holds instead of leaving it out.
            cursor.execute("VACUUM (FREEZE, ANALYZE)")
            cursor.execute(UNMARKED)
            if not (unmarked := cursor.fetchall()):
                return
            # A page that was added for rows to come and got none is never marked; written anew, a table has none.
            cursor.execute(f"VACUUM (FULL) {', '.join(name for name, _ in unmarked)}")
        cursor.execute(LOOKING)
        raise AssertionError(f"Not marked were {unmarked}; the tables were looked at by {cursor.fetchall()}")


@pytest.fixture
def undisturbed(transactional_db: None) -> Iterator[None]:
    """Keep the server from looking at the tables by itself, for its statistics."""
    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names(cursor) if name.startswith("timeline_")]
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} SET (autovacuum_enabled = false)")
        yield
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} RESET (autovacuum_enabled)")


@pytest.mark.usefixtures("undisturbed")
def test_pages_read_no_more_of_a_larger_record():
    write(SMALL)
    small = {name: sum(pages_read(address).values()) for name, address in addresses().items()}
    call_command("flush", interactive=False, verbosity=0)
    write(LARGE)
    large = {name: pages_read(address) for name, address in addresses().items()}
    exponents = {name: round(log10(sum(large[name].values()) / small[name]), 2) for name in small}
    high = {name: exponents[name] for name in small if exponents[name] > HIGHEST_EXPONENT.get(name, 0.35)}
    assert not high, (high, small, {name: sum(found.values()) for name, found in large.items()})
    first = large["first page"]
    rows = [read for query, read in first.items() if "timeline_eventrow" in query]
    facets = [read for query, read in first.items() if "timeline_pairfacet" in query]
    assert max(rows) <= 5 * 51
    assert sum(facets) <= 30
