"""The databases of the benchmark: one of each size, in a cluster of their own, kept between runs."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from benchmarks.speed import filling, record
from config.postgres import DATABASE_ROLE, EXTENSIONS, SUPERUSER, Cluster, running
from timeline.rows import row_drawing

ROOT = Path(__file__).resolve().parents[2]
Say = Callable[[str], None]
# The pages are measured in English, so only rows in English are kept.
LANGUAGE = "en"
# What a database is made from: where one of these has changed, it is made anew.
MADE_FROM = (
    "benchmarks/speed/record.py", "benchmarks/speed/copying.py", "benchmarks/speed/words.py",
    "benchmarks/speed/filling.py", "timeline/migrations",
    "timeline/readmodels*", "timeline/rows*", "timeline/sql", "templates/timeline/_event_row.html",
)  # fmt: skip


@dataclass(frozen=True)
class Database:
    """One database of the benchmark."""

    home: Path
    socket: Path
    events: int

    @property
    def name(self) -> str:
        """Return its name in the cluster."""
        return f"record_{self.events}"

    @property
    def address(self) -> str:
        """Return what DATABASE_URL says."""
        return f"postgresql://{DATABASE_ROLE}@/{self.name}?host={self.socket}"

    @property
    def superuser_address(self) -> str:
        """Return the address of whoever owns the cluster."""
        return f"host={self.socket} port=5432 user={SUPERUSER} dbname={self.name}"

    def connect(self) -> psycopg.Connection[Any]:
        """Connect as the site does, statements prepared from the second time on."""
        return psycopg.connect(self.address, autocommit=True, prepare_threshold=1)

    def environment(self) -> dict[str, str]:
        """Return the environment of a process that serves this record."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("BILATERAL_", "PG"))}
        return {
            **kept,
            "DATABASE_URL": self.address,
            "BILATERAL_HOME": str(self.home),
            "BILATERAL_PROCESS": "web",
            "BILATERAL_LOG_LEVEL": "ERROR",
            "DJANGO_SETTINGS_MODULE": "benchmarks.speed.settings",
        }


@contextmanager
def cluster(home: Path) -> Iterator[Cluster]:
    """Run the benchmark's own PostgreSQL; it gives up safety for speed, for nothing in it is of worth."""
    home.mkdir(parents=True, exist_ok=True)
    # Passable, so that a server that may not run as root reaches its own folder, which stays closed.
    home.chmod(0o711)
    with running(Cluster(home / "postgres", is_throwaway=True)) as started:
        yield started


def ready(
    home: Path, server: Cluster, events: int, say: Say, *, is_fresh: bool = False, as_is: bool = False
) -> Database:
    """Return a database with so many events; make it where it is missing, or where other code made it."""
    database = Database(home, server.socket_folder, events)
    wanted = fingerprint()
    made_by = _made_by(database)
    if not is_fresh and made_by and (as_is or made_by == wanted):
        if made_by != wanted:
            say(f"The record of {events:,} events was made by other code; it is brought up to date and used as it is.")
            _manage(database, "manage.py", "migrate", "--verbosity", "0")
        _take_rows_as_they_are(database)
        return database
    say(f"Making a record of {events:,} events.")
    began = time.perf_counter()
    _make_empty(database)
    took = _make(database, say)
    with psycopg.connect(database.superuser_address, autocommit=True) as connection:
        comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
        connection.execute(comment.format(sql.Identifier(database.name), sql.Literal(f"{wanted} {took:.1f}")))
    say(f"The record of {events:,} events took {time.perf_counter() - began:.0f} s.")
    return database


def fingerprint() -> str:
    """Return a hash of the files that a database is made from."""
    digest = hashlib.sha256()
    for pattern in MADE_FROM:
        for path in sorted(ROOT.glob(pattern)):
            for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def comment_of(database: Database) -> str:
    """Return what is written on a database: the hash of what made it and the seconds that COPY took."""
    with psycopg.connect(host=str(database.socket), user=SUPERUSER, dbname="postgres", autocommit=True) as connection:
        row = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [database.name]
        ).fetchone()
    return (row and row[0]) or ""


def _made_by(database: Database) -> str:
    return comment_of(database).partition(" ")[0]


def _make_empty(database: Database) -> None:
    name, role = sql.Identifier(database.name), sql.Identifier(DATABASE_ROLE)
    with psycopg.connect(host=str(database.socket), user=SUPERUSER, dbname="postgres", autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, role))
    with psycopg.connect(database.superuser_address, autocommit=True) as connection:
        for extension in EXTENSIONS:
            connection.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension)))


def _manage(database: Database, *arguments: str) -> None:
    environment = {**database.environment(), "BILATERAL_PROCESS": "jobs"}
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


def _make(database: Database, say: Say) -> float:
    """Write everything and return the seconds that writing the record itself took."""
    _manage(database, "manage.py", "migrate", "--verbosity", "0")
    _manage(database, "manage.py", "load_gazetteer", "--verbosity", "0")
    with psycopg.connect(database.superuser_address, autocommit=True) as connection:
        connection.execute("SET maintenance_work_mem = '1GB'")
        connection.execute("SET work_mem = '256MB'")
        countries = list(record.states(connection))
        indexes = _drop_indexes(connection)
        began = time.perf_counter()
        record.Writer(database.superuser_address, database.events, countries).write()
        took = time.perf_counter() - began
        say(f"  the record itself, by COPY: {took:.0f} s ({database.events / took:,.0f} events/s)")
        connection.execute("ANALYZE")
        with connection.transaction():
            connection.execute("SET LOCAL session_replication_role = replica")
            filling.fill(connection, at=record.READ_AT)
        connection.execute(
            "INSERT INTO timeline_coverage (covers_from, checked_at, known_gaps, is_sample)"
            " VALUES ('1945-01-01', %s, 'This record is invented.', false)",
            [record.READ_AT],
        )
        for definition in indexes:
            connection.execute(definition.encode())
        say(f"  read models and indexes: {time.perf_counter() - began - took:.0f} s")
        _keep_rows(database)
        connection.execute("VACUUM ANALYZE")
    return took


def _drop_indexes(connection: psycopg.Connection[Any]) -> list[str]:
    """Drop the indexes that hold up no constraint and return how to make them again."""
    rows = connection.execute(
        """
        SELECT index.indexrelid::regclass::text, pg_get_indexdef(index.indexrelid)
        FROM pg_index index JOIN pg_class heap ON heap.oid = index.indrelid
        WHERE heap.relname LIKE 'timeline\\_%' AND NOT index.indisunique
          AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = index.indexrelid)
        """
    ).fetchall()
    for name, _ in rows:
        connection.execute(f"DROP INDEX {name}".encode())
    return [definition for _, definition in rows]


def _take_rows_as_they_are(database: Database) -> None:
    """Mark kept rows as drawn by the code of today: else each page would draw its own anew, as on no site for long.

    What was written and taken back since the last run is cleared away: indexes would be read past it. By itself a
    VACUUM leaves it in the indexes where it is little, though all of it has the same few words.
    """
    with psycopg.connect(database.superuser_address, autocommit=True) as connection:
        connection.execute(
            "UPDATE timeline_eventrow SET drawing = %(now)s WHERE drawing <> %(now)s", {"now": row_drawing()}
        )
        connection.execute("VACUUM (INDEX_CLEANUP ON)")


def _keep_rows(database: Database) -> None:
    """Render the rows of all events in as many processes as there are cores."""
    processes = min(4, os.cpu_count() or 1) if database.events > 2000 else 1
    environment = {**database.environment(), "BILATERAL_PROCESS": "jobs"}
    step = -(-database.events // processes)
    children = [
        subprocess.Popen(
            [sys.executable, "-m", "benchmarks.speed.keep_rows", str(first), str(first + step - 1), LANGUAGE],
            cwd=ROOT, env=environment,
        )
        for first in range(1, database.events + 1, step)
    ]  # fmt: skip
    # Each is waited for, also after one that failed.
    codes = [child.wait() for child in children]
    if any(codes):
        raise RuntimeError("The rows could not be rendered; the reason stands above.")
