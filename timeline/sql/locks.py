"""Locks of the database that no row has: who holds one, and ends however it may, lets it go."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

# One process at a time sends mails, so that none goes twice and each reader's go in their order.
SENDING_MAILS = 8_214_001
# The second number of a lock on what is asked for one address of mail.
ASKING_TO_FOLLOW = 8_214_002


@contextmanager
def held_alone(lock: int) -> Iterator[bool]:
    """Hold a lock until the end of the block and give True, or give False where another process holds it.

    It hangs on the connection and not on a transaction, so that nothing stands open while a mail is sent.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [lock])
        is_held = bool(cursor.fetchone()[0])
    try:
        yield is_held
    finally:
        # A connection that was lost has let it go by itself.
        if is_held and connection.connection and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [lock])


def wait_for_text(text: str) -> None:
    """Let what is done for one text until the end of the transaction be done in turn."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [ASKING_TO_FOLLOW, text])
