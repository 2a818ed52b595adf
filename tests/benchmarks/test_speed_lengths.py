"""Lists of a large record that the benchmark cuts to the length of those of a small one."""

import pytest
from django.db import connection

from benchmarks.speed import filling, record, statements
from benchmarks.speed.lengths import as_long, lengths
from tests.benchmarks.written import write_record
from timeline.readmodels import keep_rows

EVENTS = 1000
# Whoever may have happened in the first days of a list stands in it too.
VAGUE = 3


@pytest.fixture
def read(transactional_db):
    """Write a record of a thousand events, fill its lists, and return its connection and its busiest pair."""
    write_record(EVENTS, countries=8)
    with connection.cursor() as cursor:
        filling.fill(cursor.connection, at=record.READ_AT)
    keep_rows(range(1, EVENTS + 1))
    return connection.connection, statements.place(connection.connection)


def test_a_list_is_cut_to_the_length_of_another(client, read):
    server, place = read
    wanted = {"pair, deep": 7, "pair, one kind": 5, "pair, a year": 3, "pair, one leader": 2}
    whole = lengths(server, place)
    assert all(whole[name] > length for name, length in wanted.items()), whole
    for name, address in as_long(server, place, wanted).items():
        shown = client.get(address, follow=True).content.decode().count('<li class="event')
        assert wanted[name] <= shown <= wanted[name] + VAGUE, (name, address)
    assert as_long(server, place, {"pair, deep": 50, "pair, a year": 0}) == {}
