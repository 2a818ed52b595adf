"""A kept connection is looked at without asking the server, and one that the server ended is replaced."""

from collections.abc import Iterator
from datetime import date

import psycopg
import pytest
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import connection
from psycopg_pool import ConnectionPool

from config.connections import KeptConnection


@pytest.fixture
def pool(db) -> Iterator[ConnectionPool]:
    said = connection.get_connection_params()
    kwargs = {name: said[name] for name in ("dbname", "user", "host", "port") if said.get(name)}
    with ConnectionPool(
        kwargs={**kwargs, "autocommit": True},
        min_size=1,
        max_size=1,
        timeout=10,
        connection_class=KeptConnection,
        check=ConnectionPool.check_connection,
    ) as pool:
        yield pool


def last_statement(number: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT query FROM pg_stat_activity WHERE pid = %s", [number])
        return cursor.fetchone()[0]


def test_lending_a_connection_asks_the_server_nothing(pool):
    with pool.connection() as kept:
        kept.execute("SELECT 'said last'")
        number = kept.info.backend_pid
    with pool.connection() as again:
        assert again.info.backend_pid == number
        assert last_statement(number) == "SELECT 'said last'"


def test_a_connection_that_the_server_ended_is_replaced(pool):
    with pool.connection() as kept:
        number = kept.info.backend_pid
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [number])
        assert cursor.fetchone() == (True,)
    with pool.connection() as another:
        assert another.execute("SELECT 1").fetchone() == (1,)
        assert another.info.backend_pid != number


def test_a_request_does_not_pause_for_each_connection_that_a_server_ended(pool, monkeypatch):
    pauses = []
    monkeypatch.setattr("psycopg_pool.pool.sleep", pauses.append)
    pool.resize(4, 4)
    pool.wait()
    lent = [pool.getconn() for _ in range(4)]
    numbers = [kept.info.backend_pid for kept in lent]
    for kept in lent:
        pool.putconn(kept)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(number, 5000) FROM unnest(%s) AS number", [numbers])
        assert cursor.fetchall() == [(True,)] * 4
    with pool.connection() as another:
        assert another.info.backend_pid not in numbers
    assert sum(pauses) == 0


def test_a_closed_connection_says_so(pool):
    with pool.connection() as kept:
        pass
    kept.close()
    with pytest.raises(psycopg.OperationalError):
        kept.execute("")


def test_one_text_is_found_with_its_value_and_what_is_wrong_is_said(pool):
    with pool.connection() as kept:
        for value in ("one", "two", "señor"):
            assert kept.one_text("SELECT name FROM (VALUES (%s, 'x')) AS known (name, x)", [value]) == value
        assert kept.one_text("SELECT 'found' WHERE 'one' = %s", ["other"]) is None
        assert kept.one_text("SELECT NULL::text") is None
        with pytest.raises(psycopg.errors.UndefinedTable):
            kept.one_text("SELECT name FROM nowhere")
        assert kept.one_text("SELECT 'found' WHERE 'one' = %s", ["one"]) == "found"


def test_one_text_says_when_the_connection_is_lost(pool):
    with pool.connection() as kept:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [kept.info.backend_pid])
        with pytest.raises(psycopg.OperationalError):
            kept.one_text("SELECT 'found'")
        with pytest.raises(psycopg.OperationalError):
            kept.one_text("SELECT 'found'")


@pytest.mark.django_db
def test_a_migration_may_take_its_time():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '5s'")
        emit_pre_migrate_signal(verbosity=0, interactive=False, db="default")
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)
        emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("1min",)


def test_one_text_is_found_after_what_rolls_back(pool):
    with pool.connection() as kept:
        assert kept.one_text("SELECT 'found'") == "found"
        kept.execute("SELECT 1", prepare=True)
        # With what psycopg prepared, it lets go of everything that the connection has prepared.
        with pytest.raises(ZeroDivisionError), kept.transaction():
            _ = 1 / 0
        assert kept.one_text("SELECT 'found'") == "found"


VALUES = (
    ("SELECT %s::bigint + 1, 'a %%'", [41]),
    ("SELECT %(on)s::date, %(on)s::date - 1, %(name)s::text", {"name": 'José "el" O\'Neil', "on": date(2026, 1, 2)}),
    ("SELECT unnest(%s::text[])", [['a "quoted" one', "a\\b", "c,d", "{}", "", "NULL", "ñ"]]),
    ("SELECT unnest(%s::bigint[]), true, NULL", [[3, -1]]),
    ("SELECT json_build_object('a', %s::bigint), %s::text IS NULL", [5, None]),
    ("SELECT 1 WHERE 'x' = ANY(%s)", [[]]),
)


def test_what_is_sent_below_psycopg_gives_the_same_rows(pool):
    with pool.connection() as kept:
        wanted = [kept.execute(statement, values).fetchall() for statement, values in VALUES]
        for _ in range(2):
            assert [kept.send(statement, values).fetchall() for statement, values in VALUES] == wanted
            with kept.pipeline():
                answers = [kept.send(statement, values) for statement, values in reversed(VALUES)]
            assert [answer.fetchall() for answer in reversed(answers)] == wanted
            # What is prepared first within a pipeline, and anew.
            kept.execute("DEALLOCATE ALL")
            kept.prepared.clear()
            with kept.pipeline():
                answers = [kept.send(statement, values) for statement, values in VALUES]
            assert [answer.fetchall() for answer in answers] == wanted


def test_what_fails_below_psycopg_fails_alone(pool):
    def send_among_others(kept, statement):
        with kept.pipeline():
            kept.send("SELECT 1 / %s::int", [1])
            kept.send(statement, [0])
            kept.send("SELECT 3", [])

    with pool.connection() as kept:
        for statement in ("SELECT 1 / %s::int", "SELECT name FROM nowhere WHERE id = %s"):
            for _ in range(2):
                with pytest.raises((psycopg.ProgrammingError, psycopg.DataError)):
                    send_among_others(kept, statement)
        assert kept.send("SELECT 1 / %s::int", [1]).fetchall() == [(1,)]
        assert kept.send("SELECT 3", []).fetchall() == [(3,)]


@pytest.mark.parametrize("value", ["a\0b", ["a\0b"], 1.5, [1.5], {"a": 1}])
def test_what_the_server_could_misread_is_not_sent_below_psycopg(pool, value):
    with pool.connection() as kept, pytest.raises((psycopg.DataError, TypeError)):
        kept.send("SELECT %s::text", [value])
