"""Statements that are planned anew each time: what is best to read depends on their values."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def planned_anew() -> Iterator[None]:
    """Let each statement of a block get a plan of its own.

    A statement that the server has prepared may be planned once for all values. It would not know then whether words
    are common, or how many days lie between two dates.
    """
    connection.ensure_connection()
    server = connection.connection
    before, server.prepare_threshold = server.prepare_threshold, None
    try:
        yield
    finally:
        server.prepare_threshold = before
