"""Reading through streaming replicas: which of them is fresh enough, and which requests may read from one.

How far a replica lags is measured without a table, a clock of another machine, or any right of a superuser: each look
notes where the primary's log stands, and a replica that has replayed up to a noted place shows everything that was
committed when the note was made. The limit (``BILATERAL_REPLICA_LAG``) is therefore also the most by which a page may
be older than one that the same reader saw before. Where no replica is within it, the primary is read.
"""

import itertools
import math
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from typing import Any

import psycopg
import structlog
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from config.errors import DatabaseTrouble
from config.private import is_private

logger = structlog.get_logger(__name__)
LOOK_SECONDS = 0.5
CONNECT_SECONDS = 2
MOST_NOTES = 4096
PRIMARY_PLACE = "SELECT pg_current_wal_lsn() - '0/0'::pg_lsn"
REPLICA_PLACE = "SELECT pg_last_wal_replay_lsn() - '0/0'::pg_lsn"

Place = int  # bytes of write-ahead log
reading_from: ContextVar[str] = ContextVar("reading_from", default=DEFAULT_DB_ALIAS)


class Lags:
    """Know how many seconds each replica lags, from the places in the log that were seen and when."""

    def __init__(self, limit: float) -> None:
        self.limit = limit
        self._notes: deque[tuple[float, Place]] = deque(maxlen=MOST_NOTES)
        self._shown_until: dict[str, float] = {}
        self.has_primary = True
        self._turn = itertools.count()

    def see(self, at: float, primary: Place | None, replicas: Mapping[str, Place]) -> None:
        """Take in one look: the moment before it, the primary's place (None: no answer), the places of who answered."""
        self.has_primary = primary is not None
        if primary is not None:
            self._notes.append((at, primary))
        self._shown_until = {name: self._moment_of(place) for name, place in replicas.items()}

    def drop(self, name: str) -> None:
        """Take a replica out until the next look."""
        self._shown_until = {each: shown for each, shown in self._shown_until.items() if each != name}

    def choose(self, at: float) -> str | None:
        """Return a replica within the limit, each in its turn; None where there is none.

        While the primary does not answer, nothing newer can be had than what was noted of it last.
        """
        newest = at if self.has_primary else max((moment for moment, _ in self._notes), default=-math.inf)
        fresh = [name for name, shown in self._shown_until.items() if newest - self.limit <= shown]
        return fresh[next(self._turn) % len(fresh)] if fresh else None

    def _moment_of(self, place: Place) -> float:
        """Return the last moment all of whose commits a place in the log has."""
        return next((moment for moment, noted in reversed(self._notes) if noted <= place), -math.inf)


class Watch(threading.Thread):
    """Look at the primary and its replicas again and again, beside the requests and on connections of its own."""

    def __init__(self, lags: Lags, primary: str, replicas: Sequence[str]) -> None:
        super().__init__(daemon=True, name="replicas")
        self.lags = lags
        self._places = {alias: PRIMARY_PLACE if alias == primary else REPLICA_PLACE for alias in (primary, *replicas)}
        self._primary = primary
        self._open: dict[str, psycopg.Connection[Any]] = {}
        self._down: set[str] = set()
        self._looking = threading.Lock()
        self._looked = -math.inf

    def run(self) -> None:
        """Look for as long as the process lives."""
        pause = threading.Event()
        while True:
            self.look()
            pause.wait(LOOK_SECONDS)

    def look(self) -> None:
        """Ask each server once for its place in the log."""
        self.look_since(time.monotonic())

    def look_since(self, moment: float) -> None:
        """Ask each server once for its place in the log, if the last look began before a moment."""
        with self._looking:
            if self._looked >= moment:
                return
            self._looked = time.monotonic()
            # The primary first: a replica asked afterwards can only have come further.
            places = {alias: self._ask(alias) for alias in self._places}
            primary = places.pop(self._primary)
            self.lags.see(self._looked, primary, {alias: each for alias, each in places.items() if each is not None})

    def _ask(self, alias: str) -> Place | None:
        """Return a server's place; None where it does not answer, or is no longer what it was."""
        try:
            connection = self._open.get(alias) or self._connect(alias)
            row = connection.execute(self._places[alias].encode()).fetchone()
        except psycopg.Error as error:
            if alias in self._open:
                self._open.pop(alias).close()
            if alias not in self._down:
                logger.warning("database_lost", database=alias, reason=str(error).strip().splitlines()[-1:])
            self._down.add(alias)
            return None
        if alias in self._down:
            logger.warning("database_back", database=alias)
            self._down.discard(alias)
        return int(row[0]) if row and row[0] is not None else None

    def _connect(self, alias: str) -> psycopg.Connection[Any]:
        parameters = connections[alias].get_connection_params()
        for name in ("pool", "cursor_factory", "context", "prepare_threshold"):
            parameters.pop(name, None)
        parameters |= {"connect_timeout": CONNECT_SECONDS, "application_name": "bilateral-watch", "autocommit": True}
        parameters |= {"tcp_user_timeout": 1000 * CONNECT_SECONDS}
        self._open[alias] = psycopg.connect(**parameters)
        return self._open[alias]


class Router:
    """Read where the request reads; write to the primary."""

    def db_for_read(self, model: type, **hints: Any) -> str:
        """Return the database that this request reads from."""
        return reading_from.get()

    def db_for_write(self, model: type, **hints: Any) -> str:
        """Return the primary."""
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        """Say that rows of a replica are the primary's."""
        return True

    def allow_migrate(self, alias: str, app_label: str, **hints: Any) -> bool:
        """Say that replicas follow by themselves."""
        return alias == DEFAULT_DB_ALIAS


class ReplicaMiddleware:
    """Let readers read from a replica; who is logged in, or sends something, reads from the primary.

    An answer that a server's end spoilt is made again from another: a replica's from the primary, and the primary's,
    where the primary is gone, from a replica that was within the limit then.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.lags = Lags(settings.REPLICA_LAG_SECONDS)
        self._starting = threading.Lock()
        self._watch: Watch | None = None

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Choose where to read from, and read elsewhere where that failed."""
        if not _may_read_replica(request):
            return self.get_response(request)
        watch = self._watching()
        replica = self.lags.choose(time.monotonic())
        response = self._read_from(replica or DEFAULT_DB_ALIAS, request)
        if replica and isinstance(response, DatabaseTrouble):
            self.lags.drop(replica)
            response = self._read_from(DEFAULT_DB_ALIAS, request)
        if isinstance(response, DatabaseTrouble):
            # Since it failed, not since it began: a look taken in between knew of neither end, nor of what was dropped.
            watch.look_since(time.monotonic())
            # A primary that only has too much to do is not helped by asking twice for everything.
            if not self.lags.has_primary and (replica := self.lags.choose(time.monotonic())):
                response = self._read_from(replica, request)
        return response

    def _read_from(self, alias: str, request: HttpRequest) -> HttpResponseBase:
        token = reading_from.set(alias)
        try:
            response = self.get_response(request)
        finally:
            reading_from.reset(token)
        if isinstance(response, DatabaseTrouble):
            logger.warning("database_failed", database=alias)
        return response

    def _watching(self) -> Watch:
        """Return the watch, started with the first request in the process that answers it, its first look taken."""
        with self._starting:
            if self._watch is None:
                self._watch = Watch(self.lags, DEFAULT_DB_ALIAS, settings.REPLICAS)
                self._watch.look()
                self._watch.start()
            return self._watch


def _may_read_replica(request: HttpRequest) -> bool:
    """Return whether there are replicas, and this asks for nothing that only the primary can say."""
    return (
        bool(settings.REPLICAS)
        and request.method in ("GET", "HEAD")
        and not is_private(request)
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )
