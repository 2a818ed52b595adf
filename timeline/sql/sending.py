"""How statements are sent: planned anew each time, or together, without waiting for the answer of each."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
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


@contextmanager
def sent_together() -> Iterator[None]:
    """Send the statements of a block one after the other without waiting for each: the server works while we do.

    What a statement gives may be read, which waits for it. One that fails says so there, or at the end of the block.
    """
    if not psycopg.Pipeline.is_supported():
        yield
        return
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.pipeline():
        yield
