"""Statements as the library below psycopg takes them: places and values as the server reads them, and its answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from psycopg import DataError, OperationalError, errors, pq

if TYPE_CHECKING:
    from psycopg.abc import Transformer

    from config.connections import KeptConnection

PLACEHOLDER = re.compile(r"%(?:s|\((\w+)\)s|%)")
# What must be marked within an item of an array.
MARKED = re.compile(r'["\\]')


class SentForm(NamedTuple):
    """A statement with the server's own places for values, and the key of the value of each: a number or a name."""

    text: bytes
    keys: tuple[Any, ...]


class Prepared(NamedTuple):
    """The name by which a connection knows a statement, and what reads the rows of its answers."""

    name: bytes
    reader: Transformer


class Answer:
    """The answer to a statement; psycopg's pipeline hands it over as to one of its own cursors."""

    def __init__(self, connection: KeptConnection, statement: str, prepared: Prepared) -> None:
        self.connection = connection
        self.pgresult: pq.abc.PGresult | None = None
        self._statement, self._prepared = statement, prepared

    def take(self, answer: pq.abc.PGresult) -> None:
        """Take what the server said; raises what is wrong."""
        checked(answer, pq.ExecStatus.TUPLES_OK)
        self.pgresult = answer
        # A name that the server has answered by is known to it.
        self.connection.prepared[self._statement] = self._prepared

    def _check_results(self, answers: Sequence[pq.abc.PGresult]) -> None:
        self.take(answers[0])

    def _set_results(self, answers: Sequence[pq.abc.PGresult]) -> None:
        """Do nothing: it was taken when it was looked at."""

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return the rows."""
        if self.pgresult is None:
            raise OperationalError("the server has not answered")
        reader = self._prepared.reader
        reader.set_pgresult(self.pgresult)
        return reader.load_rows(0, self.pgresult.ntuples, tuple)


def checked(answer: pq.abc.PGresult, wanted: pq.ExecStatus) -> None:
    """Raise what is wrong with an answer that is not as wanted."""
    if answer.status == wanted:
        return
    if answer.status == pq.ExecStatus.PIPELINE_ABORTED:
        raise errors.PipelineAborted("pipeline aborted")
    # What the server itself did not say, the library says of a connection that is lost.
    if not answer.error_field(pq.DiagnosticField.SQLSTATE):
        raise OperationalError(answer.error_message.decode(errors="replace").strip())
    raise errors.error_from_result(answer, encoding="utf-8")


@lru_cache(maxsize=256)
def sent_form(statement: str) -> SentForm:
    """Return a statement with the server's own places for values instead of psycopg's."""
    keys: list[Any] = []

    def place(found: re.Match[str]) -> str:
        if found[0] == "%%":
            return "%"
        key = found[1] or len(keys)
        if key not in keys:
            keys.append(key)
        return f"${keys.index(key) + 1}"

    return SentForm(PLACEHOLDER.sub(place, statement).encode(), tuple(keys))


def as_sent(value: Any) -> bytes | None:
    """Return a number, a text, a day, or a list of these as the server reads it; it infers the type."""
    if value is None:
        return None
    if isinstance(value, str):
        return _text(value).encode()
    if isinstance(value, list | tuple):
        return _as_list(value)
    if isinstance(value, date):
        return value.isoformat().encode()
    if isinstance(value, int):
        return b"%d" % value
    raise TypeError(f"{type(value).__name__} cannot be sent so")


def _as_list(values: Sequence[Any]) -> bytes:
    # Most lists are of one kind, and nothing in them is marked: one look at all of them together spares one at each.
    kinds = set(map(type, values))
    if kinds == {int}:
        return b"{%s}" % ",".join(map(str, values)).encode()
    if kinds == {str} and not MARKED.search(_text("".join(values))):
        return b'{"%s"}' % '","'.join(values).encode()
    return b"{%s}" % b",".join(map(_as_item, values))


def _as_item(value: Any) -> bytes:
    if isinstance(value, str):
        return b'"%s"' % MARKED.sub(r"\\\g<0>", _text(value)).encode()
    if isinstance(value, int):
        return b"%d" % value
    if value is None:
        return b"NULL"
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat().encode()
    raise TypeError(f"{type(value).__name__} cannot be sent in a list")


def _text(value: str) -> str:
    if "\0" in value:
        raise DataError("a text cannot hold NUL")
    return value
