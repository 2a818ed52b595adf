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
from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

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
        self._has_primary = True
        self._turn = itertools.count()

    def see(self, at: float, primary: Place | None, replicas: Mapping[str, Place]) -> None:
        """Take in one look: the moment before it, the primary's place (None: no answer), the places of who answered."""
        self._has_primary = primary is not None
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
        newest = at if self._has_primary else max((moment for moment, _ in self._notes), default=-math.inf)
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

    def run(self) -> None:
        """Look for as long as the process lives."""
        pause = threading.Event()
        while True:
            self.look(time.monotonic())
            pause.wait(LOOK_SECONDS)

    def look(self, at: float) -> None:
        """Ask each server once for its place in the log."""
        # The primary first: a replica asked afterwards can only have come further.
        places = {alias: self._ask(alias) for alias in self._places}
        primary = places.pop(self._primary)
        self.lags.see(at, primary, {alias: place for alias, place in places.items() if place is not None})

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

    A replica that fails in the middle of a request is left out, and the request is answered from the primary.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.lags = Lags(settings.REPLICA_LAG_SECONDS)
        self._starting = threading.Lock()
        self._watch: Watch | None = None

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Choose where to read from, and look again where that failed."""
        alias = self._alias_for(request)
        if alias is None:
            return self.get_response(request)
        token = reading_from.set(alias)
        try:
            response = self.get_response(request)
        finally:
            reading_from.reset(token)
        return self.get_response(request) if isinstance(response, _ReplicaFailed) else response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Note that the replica failed, so that the request is answered from the primary."""
        alias = reading_from.get()
        if alias == DEFAULT_DB_ALIAS or not isinstance(exception, (OperationalError, InterfaceError)):
            return None
        logger.warning("replica_failed", database=alias, reason=type(exception).__name__)
        self.lags.drop(alias)
        return _ReplicaFailed()

    def _alias_for(self, request: HttpRequest) -> str | None:
        """Return the replica for a request, None for the primary."""
        if not settings.REPLICAS or request.method not in ("GET", "HEAD"):
            return None
        if is_private(request) or settings.SESSION_COOKIE_NAME in request.COOKIES:
            return None
        self._keep_watching()
        return self.lags.choose(time.monotonic())

    def _keep_watching(self) -> None:
        """Start the watch with the first request, in the process that answers it; its first look is waited for."""
        if self._watch is None:
            with self._starting:
                if self._watch is None:
                    watch = Watch(self.lags, DEFAULT_DB_ALIAS, settings.REPLICAS)
                    watch.look(time.monotonic())
                    watch.start()
                    self._watch = watch


class _ReplicaFailed(HttpResponse):
    """Stand for a page that could not be read from its replica; never sent."""
