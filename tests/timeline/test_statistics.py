"""Where many rows come at once, the server knows of them before anybody asks for a page."""

import pytest
from django.core.management import call_command
from django.db import connection

pytestmark = pytest.mark.django_db(transaction=True)


def known_rows(table: str) -> float:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [table])
        return cursor.fetchone()[0]


def test_loading_tells_the_server_how_large_the_tables_are():
    call_command("load_gazetteer", verbosity=0)
    assert known_rows("timeline_country") >= 200
    call_command("load_sample", verbosity=0)
    assert known_rows("timeline_event") >= 70
    assert known_rows("timeline_participation") >= 70
