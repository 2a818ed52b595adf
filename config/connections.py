"""How web processes hold their connections: a kept one is looked at before it is used, without asking the server."""

import re
import select
from collections.abc import Sequence
from functools import lru_cache
from itertools import count
from typing import Any

import psycopg
from django.db import connections
from psycopg import errors, pq

PLACEHOLDER = re.compile("%s")


class KeptConnection(psycopg.Connection[Any]):
    """Answer the pool's question whether the connection still works from the state of its socket.

    The pool asks with an empty statement before it lends a connection. A server that ended, or ended this connection,
    has said so on the socket: where nothing waits there to be read, nothing has happened, and every request is spared a
    round trip. Anything that waits there is looked into by asking the server after all.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._names_of_prepared: dict[str, bytes] = {}

    def execute(self, query: Any, *arguments: Any, **options: Any) -> psycopg.Cursor[Any]:
        """Send a statement; an empty one only where something waits on the socket."""
        if query != "":
            return super().execute(query, *arguments, **options)
        if not self.closed and not self._has_something_to_read():
            return self.cursor()
        try:
            return super().execute(query, *arguments, **options)
        except psycopg.OperationalError:
            # Who ended this one has mostly ended them all, and the pool pauses a second after the second that it finds:
            # a server that is back would stay away for as many requests. In the pool they belong to none.
            if pool := getattr(self, "_pool", None):
                pool.check()
            raise

    def _has_something_to_read(self) -> bool:
        poll = select.poll()
        poll.register(self.pgconn.socket, select.POLLIN)
        return bool(poll.poll(0))

    def one_text(self, statement: str, values: Sequence[str] = ()) -> str | None:
        """Return the text that a statement finds; None where there is no row.

        The library below psycopg does it at once: a cursor with all that it may be asked takes longer than the server.
        """
        with self.lock:
            if (name := self._names_of_prepared.get(statement)) is None:
                name = f"one_text_{len(self._names_of_prepared)}".encode()
                self._checked(self.pgconn.prepare(name, _numbered(statement)), pq.ExecStatus.COMMAND_OK)
                self._names_of_prepared[statement] = name
            found = self.pgconn.exec_prepared(name, [value.encode() for value in values])
            self._checked(found, pq.ExecStatus.TUPLES_OK)
        value = found.get_value(0, 0) if found.ntuples else None
        return None if value is None else value.decode()

    def _checked(self, answer: pq.abc.PGresult, wanted: pq.ExecStatus) -> None:
        if answer.status == wanted:
            return
        # What the server itself did not say, the library says of a connection that is lost.
        if not answer.error_field(pq.DiagnosticField.SQLSTATE):
            raise psycopg.OperationalError(answer.error_message.decode(errors="replace").strip())
        raise errors.error_from_result(answer, encoding="utf-8")


@lru_cache(maxsize=64)
def _numbered(statement: str) -> bytes:
    """Return a statement with the server's own places for values instead of psycopg's."""
    numbers = count(1)
    return PLACEHOLDER.sub(lambda _: f"${next(numbers)}", statement).encode()


def one_text(alias: str, statement: str, values: Sequence[str] = ()) -> str | None:
    """Return the text that a small statement finds in a database of the settings; None where there is no row.

    It is asked on a connection that the pool lends for it alone. Where there is no pool, or this thread holds a
    connection already, it is asked there like everything else.
    """
    mine = connections[alias]
    if mine.connection is not None or (pool := mine.pool) is None:  # type: ignore[attr-defined]
        with mine.cursor() as cursor:
            cursor.execute(statement, values)
            row = cursor.fetchone()
        return row[0] if row else None
    with mine.wrap_database_errors:
        pool.open()
        lent = pool.getconn()
        try:
            found: str | None = lent.one_text(statement, values)
        finally:
            pool.putconn(lent)
        return found
