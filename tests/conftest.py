"""What every test stands on: a database that may be thrown away, and no network."""

import os
import socket
from typing import Any

import pytest

LOCAL = ("127.", "::1", "localhost")


def pytest_configure(config: pytest.Config) -> None:
    """Stop with one sentence where no database is named, before hundreds of tests fail for the same reason."""
    if not os.environ.get("DATABASE_URL"):
        pytest.exit("Run `python3 manage.py test`, or name a PostgreSQL in DATABASE_URL.", returncode=2)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections from the tests to anything but this machine."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(LOCAL):
            raise AssertionError(f"A test wanted to reach {address[0]}.")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_here)
