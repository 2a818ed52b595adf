"""Rows as COPY reads them: lines of text, handed on some dozens at a time.

The driver takes a row a call, and asks of every value how it is to be written; for a row that is invented quickly that
was half of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

# Few enough that a connection takes them at once: else we wait for the server, and then the server for us.
ROWS_AT_ONCE = 50
NOTHING = "\\N"


class Sink(Protocol):
    """What takes the text: a running COPY."""

    def write(self, buffer: bytes) -> None:
        """Take a piece of the text."""


def _array(values: Sequence[str]) -> str:
    return f"{{{','.join(values)}}}"


FORMS: Mapping[type, Callable[[Any], str]] = {
    str: str,
    int: str,
    bool: lambda value: "t" if value else "f",
    date: date.isoformat,
    datetime: datetime.isoformat,
    list: _array,
    type(None): lambda _: NOTHING,
}


class Lines:
    """The rows of one table on their way into it."""

    def __init__(self, sink: Sink, columns: int) -> None:
        """Take the COPY and the number of its columns."""
        self.sink, self.columns = sink, columns
        self.rows: list[str] = []

    def add(self, values: Sequence[object]) -> None:
        """Take a row; arrays hold slugs and keys, which need no quotes."""
        self.rows.append("\t".join([FORMS[type(value)](value) for value in values]))
        if len(self.rows) >= ROWS_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Hand on what has gathered; raise ValueError where a text has a sign in it that parts rows or columns."""
        if not self.rows:
            return
        text = "\n".join(self.rows) + "\n"
        count = len(self.rows)
        is_plain = text.count("\n") == count and text.count("\\") == text.count(NOTHING)
        if not is_plain or text.count("\t") != count * (self.columns - 1):
            raise ValueError("a text of the record has a tab, a line break or a backslash in it")
        self.sink.write(text.encode())
        self.rows.clear()
