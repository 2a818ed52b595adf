"""Statements that are sent together: each answer is there when it is ready, and what fails fails as elsewhere."""

from contextlib import closing
from datetime import date

import psycopg
import pytest
from django.db import DEFAULT_DB_ALIAS, IntegrityError, connection, connections, transaction
from psycopg.pq import TransactionStatus

from config.connections import KeptConnection
from tests.factories import make_event, statement_input
from timeline.models import SearchWord
from timeline.queries.known import forget
from timeline.sql.sending import Part, _answers_up_to, ask, plain, send_as_one, sent_together

LOCKS = (20261127, 20261128)
PAIR = "/pairs/mexico/united-states/"

pytestmark = pytest.mark.django_db


def test_an_answer_is_read_while_the_server_works_on_what_was_sent_behind_it():
    one = connection.connection.info
    with closing(psycopg.connect(one.dsn, password=one.password, autocommit=True)) as other:
        for number in LOCKS:
            other.execute("SELECT pg_advisory_lock(%s)", [number])
        with transaction.atomic(), sent_together():
            reads = [ask(SearchWord, "SELECT 1 FROM pg_advisory_xact_lock(%s)", [number]) for number in LOCKS]
            # Who waited for all answers at the first would wait until the server gives the second up.
            for number, read in zip(LOCKS, reads, strict=True):
                other.execute("SELECT pg_advisory_unlock(%s)", [number])
                assert read() == [(1,)]


def test_what_fails_among_statements_sent_together_fails_as_elsewhere():
    def add_twice():
        with transaction.atomic(), sent_together(), connection.cursor() as cursor:
            for word in ("envoy", "envoy", "another"):
                cursor.execute("INSERT INTO timeline_searchword (word) VALUES (%s)", [word])

    with pytest.raises(IntegrityError, match="envoy"):
        add_twice()
    assert not SearchWord.objects.exists()


@pytest.fixture
def kept():
    """Connect as a web process does."""
    with closing(KeptConnection.connect(**connection.get_connection_params(), autocommit=True)) as opened:
        yield opened


def test_the_end_of_a_pipeline_travels_with_its_last_statement(kept, monkeypatch):
    def one_more_round_trip(pipeline):
        raise AssertionError("the end was sent already")

    monkeypatch.setattr(psycopg.Pipeline, "_enqueue_sync", one_more_round_trip)
    with kept.pipeline() as pipeline:
        answer = kept.send("SELECT %s::integer", [1])
        kept.end_pipeline()
        kept.wait(_answers_up_to(answer, pipeline))
        assert answer.fetchall() == [(1,)]
    assert kept.pgconn.transaction_status == TransactionStatus.IDLE


@pytest.mark.parametrize("reads", [True, False])
def test_what_is_asked_behind_the_end_of_a_pipeline_is_answered_too(kept, reads):
    with kept.pipeline() as pipeline:
        first = kept.send("SELECT %s::integer", [1])
        kept.end_pipeline()
        second = kept.send("SELECT %s::text", ["two"])
        if reads:
            kept.wait(_answers_up_to(second, pipeline))
    assert (first.fetchall(), second.fetchall()) == ([(1,)], [("two",)])
    assert kept.execute("SELECT 3").fetchall() == [(3,)]


def test_what_fails_before_the_end_of_a_pipeline_fails_when_it_is_left(kept):
    def divide():
        with kept.pipeline():
            kept.send("SELECT 1 / %s::integer", [0])
            kept.end_pipeline()

    with pytest.raises(psycopg.errors.DivisionByZero):
        divide()
    assert kept.execute("SELECT 3").fetchall() == [(3,)]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "address",
    [
        *(PAIR + query for query in ("", "?order=oldest", "?kind=phone_call", "?following=2027-01-01.0.0.1")),
        *("/search/?q=" + text for text in ("talk", "talk+unicorn", "mexico+talk", "mexi", "sheinbaum", "tlak")),
    ],
)
def test_a_page_whose_statements_are_sent_below_psycopg_is_the_same(client, monkeypatch, address):
    for number in range(3):
        make_event(title=f"Talk {number}", statements=(statement_input(),))
    # The first search of a process reads the words of all names.
    client.get(address)
    wanted = client.get(address)
    with closing(KeptConnection.connect(**connection.get_connection_params(), autocommit=True)) as kept:
        with monkeypatch.context() as patch:
            patch.setattr(connections[DEFAULT_DB_ALIAS], "connection", kept)
            for _ in range(2):
                # So that names are asked for too.
                forget()
                assert client.get(address).content == wanted.content
        assert len(kept.prepared) > 3
    assert wanted.status_code == 200


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("bigint", []),
        ("bigint", [1, -2, 9_000_000_000]),
        ("bigint", [None, 3]),
        ("text", ["", "plain", "NULL", "{a,b}", "ñ"]),
        ("text", ['say "so"', "back\\slash", None]),
        ("boolean", [True, False]),
        ("date", [date(2026, 1, 12), date(1, 1, 1)]),
    ],
)
def test_a_list_is_read_as_it_was_given(kind, values):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT %s::{kind}[]", plain([values]))
        assert cursor.fetchone()[0] == values


def test_statements_that_are_sent_as_one_take_their_own_values_and_read_each_other():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE one (n integer); CREATE TEMPORARY TABLE two (n integer, word text)")
    first = Part("first", "INSERT INTO one SELECT unnest(%s::integer[]) RETURNING n", [[1, 2]])
    send_as_one([first, Part("second", "INSERT INTO two SELECT n, %s FROM first", ["100 %"])])
    send_as_one([])
    with connection.cursor() as cursor:
        cursor.execute("SELECT n, word FROM two JOIN one USING (n) ORDER BY n")
        assert cursor.fetchall() == [(1, "100 %"), (2, "100 %")]
