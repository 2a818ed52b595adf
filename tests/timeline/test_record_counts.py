"""How much the record holds is counted as it is written, equals a count of the rows, and costs one short read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import CUBA, MEXICO, SHEINBAUM
from tests.factories import AT, BY, make_event, part, statement_input
from timeline import actions
from timeline.models import Event, PairFacet, RecordCount, Source, Statement
from timeline.queries import record_size
from timeline.readmodels import rebuild

pytestmark = pytest.mark.django_db


def counted():
    """Count the rows themselves."""
    return {
        "events": Event.objects.filter(withdrawn_at__isnull=True).count(),
        "pairs": PairFacet.objects.totals().count(),
        "sources": Source.objects.count(),
        "origins": Source.objects.values("origin").distinct().count(),
        "statements": Statement.objects.filter(withdrawn_at__isnull=True).count(),
    }


def said():
    return {name: getattr(record_size(), name) for name in counted()}


def test_an_empty_record_has_nothing():
    assert said() == dict.fromkeys(counted(), 0)


def test_what_is_recorded_and_withdrawn_is_counted():
    event = make_event(statements=(statement_input(),))
    assert said() == counted() != dict.fromkeys(counted(), 0)
    make_event(participations=(part(CUBA), part(MEXICO, SHEINBAUM)), title="Cuba and Mexico talk")
    assert said() == counted()
    assert said()["pairs"] == 2
    actions.withdraw_event(event_id=event.pk, expected_version=1, reason="It was another call.", by=BY, at=AT)
    assert said() == counted()
    assert said()["pairs"] == said()["events"] == 1


def test_the_changes_are_put_together_now_and_then():
    for number in range(60):
        make_event(title=f"Talk {number}")
    assert said() == counted()
    assert RecordCount.objects.count() <= 110


def test_a_rebuild_counts_anew():
    make_event(statements=(statement_input(),))
    RecordCount.objects.all().delete()
    rebuild(at=AT)
    assert said() == counted()


def test_to_say_how_much_there_is_reads_next_to_nothing():
    make_event()
    with CaptureQueriesContext(connection) as queries:
        record_size()
    assert len(queries) == 1
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, FORMAT JSON) " + queries[0]["sql"])
        plan = cursor.fetchone()[0][0]["Plan"]
    assert _rows_read(plan) <= 30


def _rows_read(plan):
    """Count the rows that a plan's scans give: pages would also hold what other tests have rolled back."""
    own = plan["Actual Rows"] * plan["Actual Loops"] if "Scan" in plan["Node Type"] else 0
    return own + sum(_rows_read(part) for part in plan.get("Plans", ()))
