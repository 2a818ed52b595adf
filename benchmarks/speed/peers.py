"""Datasette on the same record: exported to SQLite with fitting indexes, served immutable, inspected, facets asked for.

Datasette filters by one column, so an event stands under the first of its pairs only, and its page shows the columns of
the event without sources, people or statements: less than ours. What it cannot do counts for nothing here.
"""

from __future__ import annotations

import http.client
import sqlite3
import subprocess
import venv
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.speed import measuring, statements
from benchmarks.speed.databases import Database, comment_of
from benchmarks.speed.goals import Result, Series
from benchmarks.speed.processes import free_port, load, path_of, per_second_ratio, served, site, typical

TABLES = """
PRAGMA journal_mode = off;
PRAGMA synchronous = off;
CREATE TABLE event (id INTEGER PRIMARY KEY, pair INTEGER, title TEXT, summary TEXT, kind TEXT, level TEXT, edtf TEXT,
  sort_date TEXT, year INTEGER, published_at TEXT);
CREATE VIRTUAL TABLE event_fts USING fts5 (title, summary, content='event', content_rowid='id',
  tokenize='porter unicode61');
"""
EXPORTED = """
SELECT DISTINCT ON (event.id) event.id, listed.pair_id, title, summary, event.kind, event.level, edtf,
  listed.sort_date::text, extract(year FROM listed.sort_date)::integer, event.published_at::text
FROM timeline_event event
LEFT JOIN timeline_eventpair listed
  ON listed.event_id = event.id AND listed.is_party AND listed.modality = 'happened'
ORDER BY event.id, (listed.pair_id <> %(pair)s), listed.pair_id
"""
INDEXES = """
CREATE INDEX event_pair ON event (pair, sort_date DESC, id DESC);
CREATE INDEX event_kind ON event (pair, kind);
CREATE INDEX event_year ON event (pair, year);
INSERT INTO event_fts (event_fts) VALUES ('rebuild');
ANALYZE;
"""
LONGEST_INSTALLATION = 900
# From very common to rare; the last stands in no event.
WORDS = ("trade", "fisheries", "whaling", "housing", "ratified protocol", "quinquennial")


def measure_peers(small: Database, large: Database, seconds: float) -> tuple[list[Result], dict[str, Series]]:
    """Measure the pair page and the search beside Datasette, in turn through one connection each, then 8 at once."""
    with large.connect() as connection:
        values = statements.place(connection).values
    ours = measuring.addresses(large)["pair"]
    listing = f"/record/event?pair={values['pair']}&_sort_desc=sort_date&_size=50&_facet=kind&_facet=year&_facet=level"
    with ExitStack() as stack:
        theirs = stack.enter_context(_datasette(large, values))
        kept = stack.enter_context(site(large))
        fresh = stack.enter_context(site(large, page_memory=0))
        jobs: dict[str, measuring.Job] = {
            "pair, ours kept": _get(kept + ours),
            "pair, ours fresh": _get(fresh + ours),
            "pair, Datasette": _get(theirs + listing),
        }
        for word in WORDS:
            text = word.replace(" ", "+")
            jobs[f"search {word}, ours"] = _get(f"{fresh}/search/?q={text}")
            jobs[f"search {word}, Datasette"] = _get(f"{theirs}/record/event?_search={text}&_size=20")
        found = measuring.in_turn(jobs, seconds)
        loads = {
            name: typical([load(address, connections=8, seconds=max(2, seconds / 6)) for _ in range(2)])
            for name, address in (("kept", kept + ours), ("fresh", fresh + ours), ("theirs", theirs + listing))
        }
    ms = {name: series.median for name, series in found.items()}
    searches = {word: ms[f"search {word}, ours"] / ms[f"search {word}, Datasette"] for word in WORDS}
    worst = max(searches, key=lambda word: searches[word])
    said = f"Datasette {ms['pair, Datasette']:.1f} ms, ours"
    return [
        Result("9", "Datasette's pair page with facets to ours, kept", ms["pair, Datasette"] / ms["pair, ours kept"], 6,
               is_at_least=True, note=f"{said} {ms['pair, ours kept']:.1f} ms"),
        Result("9", "the same to ours, made anew each time", ms["pair, Datasette"] / ms["pair, ours fresh"], 4,
               is_at_least=True, note=f"{said} {ms['pair, ours fresh']:.1f} ms"),
        Result("9", "our answers a second to Datasette's, 8 connections, kept",
               per_second_ratio(loads["kept"], loads["theirs"]), 18, is_at_least=True,
               note=f"{loads['kept'].per_second:.0f} to {loads['theirs'].per_second:.0f}"),
        Result("9", "the same, made anew each time", per_second_ratio(loads["fresh"], loads["theirs"]), 10,
               is_at_least=True, note=f"{loads['fresh'].per_second:.0f} to {loads['theirs'].per_second:.0f}"),
        Result("10", "our search to Datasette's, the worst of six words", searches[worst], 1,
               note=f"“{worst}”: {ms[f'search {worst}, ours']:.1f} to {ms[f'search {worst}, Datasette']:.1f} ms"),
    ], found  # fmt: skip


def _get(address: str) -> measuring.Job:
    """Return a job that asks an address through a connection that stays open."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path

    def job() -> None:
        try:
            connection.request("GET", path)
            response = connection.getresponse()
        except http.client.RemoteDisconnected:  # It closes what was quiet for some seconds.
            connection.close()
            connection.request("GET", path)
            response = connection.getresponse()
        response.read()
        if response.status != 200:
            raise RuntimeError(f"{address} answered {response.status}.")

    return job


@contextmanager
def _datasette(database: Database, values: dict[str, object]) -> Iterator[str]:
    """Serve the exported record; raise RuntimeError where Datasette cannot be installed."""
    program = _install(database.home / "datasette")
    file = _export(database, values)
    counts = file.with_suffix(".json")
    subprocess.run([program, "inspect", file, "--inspect-file", counts], check=True, stdout=subprocess.DEVNULL)
    port = free_port()
    command = [program, "serve", "--immutable", file, "--inspect-file", counts, "--host", "127.0.0.1"]
    command += ["--port", str(port), "--setting", "suggest_facets", "off", "--setting", "sql_time_limit_ms", "10000"]
    command += ["--setting", "facet_time_limit_ms", "10000", "--setting", "num_sql_threads", "4"]
    with served([str(part) for part in command], port, "/-/versions.json") as address:
        yield address


def _install(folder: Path) -> Path:
    """Return the program from an environment of its own, made where it is missing."""
    program = folder / "bin" / "datasette"
    if not program.exists():
        venv.create(folder, with_pip=True)
        command = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        done = subprocess.run(
            [*command, "-r", str(path_of("peers.txt"))], capture_output=True, text=True, check=False,
            timeout=LONGEST_INSTALLATION,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"Datasette could not be installed: {done.stderr.strip()[-300:]}")
    return program


def _export(database: Database, values: dict[str, object]) -> Path:
    """Return the record as a file of SQLite, made where it is missing or older than the record."""
    folder = database.home / f"sqlite-{database.events}"
    file, stamp = folder / "record.db", folder / "made-from"
    wanted = comment_of(database)
    if file.exists() and stamp.exists() and stamp.read_text() == wanted:
        return file
    folder.mkdir(exist_ok=True)
    file.unlink(missing_ok=True)
    with sqlite3.connect(file) as lite, database.connect() as connection, connection.cursor("export") as cursor:
        lite.executescript(TABLES)
        with connection.transaction():
            cursor.execute(EXPORTED.encode(), values)
            for row in cursor:
                lite.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        lite.commit()
        lite.executescript(INDEXES)
    stamp.write_text(wanted)
    return file
