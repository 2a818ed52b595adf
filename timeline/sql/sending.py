"""How statements are sent: planned anew each time, or together, without waiting for the answer of each."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from typing import Any, NamedTuple

import psycopg
from django.db import DEFAULT_DB_ALIAS, connection, connections, router
from django.db.backends.utils import CursorWrapper
from django.db.models import Model
from psycopg.generators import fetch_many, send

from config.answers import as_sent
from config.connections import KeptConnection

Row = tuple[Any, ...]
Rows = list[Row]


class Part(NamedTuple):
    """One of several statements that are sent as one: its name among them, its text and its values."""

    name: str
    statement: str
    values: Sequence[Any]


@contextmanager
def planned_anew(alias: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Let each statement of a block get a plan of its own.

    A statement that the server has prepared may be planned once for all values. It would not know then whether words
    are common, or how many days lie between two dates.
    """
    mine = connections[alias]
    mine.ensure_connection()
    server = mine.connection
    before, server.prepare_threshold = server.prepare_threshold, None
    try:
        yield
    finally:
        server.prepare_threshold = before


def ask(
    read: type[Model],
    statement: str,
    values: Sequence[Any] | Mapping[str, Any],
    *,
    is_planned_anew: bool = False,
) -> Callable[[], Rows]:
    """Send a statement to where a model is read, and return what reads its rows.

    Among those that are sent together its answer is waited for by who reads it, and else at once.
    """
    alias = router.db_for_read(read)
    cursor = connections[alias].cursor()
    with planned_anew(alias) if is_planned_anew else nullcontext():
        cursor.execute(statement, values)
    server = connections[alias].connection.pgconn
    if server.pipeline_status:
        # Each answer is to come when it is ready, and not with those of all that was sent behind it.
        server.send_flush_request()
        server.flush()
    return partial(_fetched, cursor)


def ask_known(read: type[Model], statement: str, values: Sequence[Any] | Mapping[str, Any]) -> Callable[[], Rows]:
    """Send a statement of which there are few, as ``ask``: by the library below psycopg, which spares a cursor.

    Where queries are looked at, or a block is one transaction, it is sent like everything else.
    """
    mine = connections[router.db_for_read(read)]
    server = mine.connection
    is_looked_at = mine.queries_logged or mine.execute_wrappers
    if not isinstance(server, KeptConnection) or is_looked_at or not server.autocommit:
        return ask(read, statement, values)
    with mine.wrap_database_errors:
        answer = server.send(statement, values)

    def rows() -> Rows:
        if answer.pgresult is None:
            with mine.wrap_database_errors:
                _wait_for(answer, server)
        return answer.fetchall()

    return rows


def nothing_more_is_asked(alias: str = DEFAULT_DB_ALIAS) -> None:
    """Let the end of what is sent together travel with its last statement, and not cost a round trip of its own."""
    server = connections[alias].connection
    if isinstance(server, KeptConnection):
        server.end_pipeline()


def _fetched(cursor: CursorWrapper) -> Rows:
    with cursor:
        with cursor.db.wrap_database_errors:
            _wait_for(cursor.cursor, cursor.cursor.connection)
        found: Rows = cursor.fetchall()
    return found


def _wait_for(answered: Any, server: psycopg.Connection[Any]) -> None:
    """Wait until the answer to one statement is there; psycopg would wait for those of all that was sent behind it.

    What this uses of psycopg is not promised: decision 27.
    """
    if server._pipeline is not None and not answered.pgresult:
        with server.lock:
            server.wait(_answers_up_to(answered, server._pipeline))


def _answers_up_to(answered: Any, pipeline: Any) -> Generator[Any, Any, None]:
    yield from send(pipeline.pgconn)
    while pipeline.result_queue and not answered.pgresult:
        if not (answers := (yield from fetch_many(pipeline.pgconn))):
            return
        pipeline._process_results(pipeline.result_queue.popleft(), answers)


@contextmanager
def sent_together(alias: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Send the statements of a block one after the other without waiting for each: the server works while we do.

    What a statement gives may be read, which waits for it. One that fails says so there, or at the end of the block.
    """
    if not psycopg.Pipeline.is_supported():
        yield
        return
    mine = connections[alias]
    mine.ensure_connection()
    with mine.wrap_database_errors, mine.connection.pipeline():
        yield


def send_as_one(parts: Iterable[Part]) -> None:
    """Send statements as one, none where there are none: each has its own way to the server and back, and its own plan.

    All see the record as it was before; one may read by its name what another returns.
    """
    if sent := list(parts):
        within = ", ".join([f"{part.name} AS ({part.statement})" for part in sent])
        with connection.cursor() as cursor:
            cursor.execute(f"WITH {within} SELECT", plain(value for part in sent for value in part.values))


def plain(values: Iterable[Any]) -> list[Any]:
    """Return values with lists as the server reads them: psycopg would ask every item for its type.

    The statement says the types, or the columns do that they are written to.
    """
    return [(as_sent(value) or b"").decode() if isinstance(value, list) else value for value in values]
