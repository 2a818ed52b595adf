"""How web processes hold their connections: a kept one is looked at before it is used, without asking the server."""

import select
from typing import Any

import psycopg


class KeptConnection(psycopg.Connection[Any]):
    """Answer the pool's question whether the connection still works from the state of its socket.

    The pool asks with an empty statement before it lends a connection. A server that ended, or ended this connection,
    has said so on the socket: where nothing waits there to be read, nothing has happened, and every request is spared a
    round trip. Anything that waits there is looked into by asking the server after all.
    """

    def execute(self, query: Any, *arguments: Any, **options: Any) -> psycopg.Cursor[Any]:
        """Send a statement; an empty one only where something waits on the socket."""
        if query == "" and not self.closed and not self._has_something_to_read():
            return self.cursor()
        return super().execute(query, *arguments, **options)

    def _has_something_to_read(self) -> bool:
        poll = select.poll()
        poll.register(self.pgconn.socket, select.POLLIN)
        return bool(poll.poll(0))
