"""What every test stands on: a database that may be thrown away, and no network."""

import os
import socket
from typing import Any

import pytest

from timeline.templatetags import repeated

LOCAL = ("127.", "::1", "localhost")


def pytest_configure(config: pytest.Config) -> None:
    """Stop with one sentence where no database is named, before hundreds of tests fail for the same reason."""
    if not os.environ.get("DATABASE_URL"):
        pytest.exit("Run `python3 manage.py test`, or name a PostgreSQL in DATABASE_URL.", returncode=2)


@pytest.fixture(scope="module")
def nothing_drawn() -> None:
    """Let every template be drawn anew, as in a new process: a test may ask which templates were."""
    repeated._forms.cache_clear()
    repeated._drawn_once.cache_clear()


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections from the tests to anything but this machine."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(LOCAL):
            raise AssertionError(f"A test wanted to reach {address[0]}.")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_here)
