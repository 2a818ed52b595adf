"""What every test stands on: a database that may be thrown away, and no network."""

import os
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from timeline.queries.known import forget
from timeline.templatetags import repeated

LOCAL = ("127.", "::1", "localhost")
OTHERS = """SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
    WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()"""


def pytest_configure(config: pytest.Config) -> None:
    """Stop with one sentence where no database is named, before hundreds of tests fail for the same reason."""
    if not os.environ.get("DATABASE_URL"):
        pytest.exit("Run `python3 manage.py test`, or name a PostgreSQL in DATABASE_URL.", returncode=2)


@pytest.fixture(scope="module")
def nothing_drawn() -> None:
    """Let every template be drawn anew, as in a new process: a test may ask which templates were."""
    repeated._forms.cache_clear()
    repeated._drawn_once.cache_clear()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let tests empty all tables; end what still holds the database when they are over, as a browser's request may."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE timeline_revision DISABLE TRIGGER revision_is_not_emptied")
        cursor.execute("ALTER TABLE timeline_seal DISABLE TRIGGER seal_is_not_emptied")
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(OTHERS)


@pytest.fixture(autouse=True)
def words_of_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a search read the words of all names at once, and not only when the directory has long been at rest."""
    monkeypatch.setattr("timeline.sql.directory.SECONDS_AT_REST", 0)


@pytest.fixture(autouse=True)
def no_names_known() -> None:
    """Let each test know no names of the one before: in its tables the same version has others."""
    forget()


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections from the tests to anything but this machine."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(LOCAL):
            raise AssertionError(f"A test wanted to reach {address[0]}.")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_here)
