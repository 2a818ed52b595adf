"""How web processes hold their connections: a kept one is looked at before it is used, without asking the server."""

import select
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

import psycopg
from django.db import connections
from psycopg import pq
from psycopg.adapt import Transformer

from config.answers import Answer, Prepared, as_sent, checked, sent_form

# As the server holds them: as text it would write lists with marks that are taken out here again.
BINARY = pq.Format.BINARY


class EndedPipeline(psycopg.Pipeline):
    """A pipeline of which the end may be sent with the last statement: who leaves it waits for no answer of its own."""

    has_end = False

    def end(self) -> None:
        """Send the end; what is asked after it is answered as ever, and ended once more."""
        with self._lock:
            if not self.command_queue:
                self.pgconn.pipeline_sync()
                self.result_queue.append(None)
                self.has_end = True

    def _exit_gen(self) -> Any:
        # Where nothing else is left to be read, it is the answer to the end.
        if self.has_end and not self.command_queue and list(self.result_queue) == [None]:
            return self._fetch_gen(flush=False)
        return super()._exit_gen()


class KeptConnection(psycopg.Connection[Any]):
    """Answer the pool's question whether the connection still works from the state of its socket.

    The pool asks with an empty statement before it lends a connection. A server that ended, or ended this connection,
    has said so on the socket: where nothing waits there to be read, nothing has happened, and every request is spared a
    round trip. Anything that waits there is looked into by asking the server after all.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.prepared: dict[str, Prepared] = {}
        self._names = count()

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

    def pipeline(self) -> Any:
        """Return a pipeline that can be ended before it is left."""
        if self._pipeline is None:
            self._pipeline = EndedPipeline(self)
        return super().pipeline()

    def end_pipeline(self) -> None:
        """Say that nothing more is asked in the pipeline that is on, if any."""
        if isinstance(self._pipeline, EndedPipeline):
            self._pipeline.end()

    def _deallocate(self, name: bytes | None) -> Any:
        """Let go of one statement that psycopg prepared; of all after a rollback, and of those below it with them."""
        if name is None:
            self.prepared.clear()
        return super()._deallocate(name)

    def _has_something_to_read(self) -> bool:
        poll = select.poll()
        poll.register(self.pgconn.socket, select.POLLIN)
        return bool(poll.poll(0))

    def one_text(self, statement: str, values: Sequence[str] = ()) -> str | None:
        """Return the text that a statement finds; None where there is no row.

        The library below psycopg does it at once: a cursor with all that it may be asked takes longer than the server.
        """
        found = self.send(statement, values).pgresult
        value = found.get_value(0, 0) if found and found.ntuples else None
        return None if value is None else value.decode()

    def send(self, statement: str, values: Sequence[Any] | Mapping[str, Any]) -> Answer:
        """Send a statement of which there are few by the library below psycopg; the connection prepares it once.

        In a pipeline its answer comes as that of a cursor would; else it is waited for. Values are numbers, texts,
        days, and lists of numbers or texts; of anything else a ``TypeError`` says so.
        """
        form = sent_form(statement)
        given = [as_sent(values[key]) for key in form.keys]
        with self.lock:
            known = self.prepared.get(statement)
            name = known.name if known else f"known_{next(self._names)}".encode()
            answer = Answer(self, statement, known or Prepared(name, Transformer(self)))
            if self._pipeline is None:
                if known is None:
                    checked(self.pgconn.prepare(name, form.text), pq.ExecStatus.COMMAND_OK)
                answer.take(self.pgconn.exec_prepared(name, given, result_format=BINARY))  # type: ignore[arg-type]
                return answer
            if known is None:
                self.pgconn.send_prepare(name, form.text)
                self._pipeline.result_queue.append(None)
            self.pgconn.send_query_prepared(name, given, result_format=BINARY)
            self._pipeline.result_queue.append((answer, None))  # type: ignore[arg-type]
            # Each answer is to come when it is ready, and not with those of all that was sent behind it.
            self.pgconn.send_flush_request()
            self.pgconn.flush()
        return answer


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
