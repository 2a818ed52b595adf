"""Measure each part in turn: within a part, everything is asked alternately, so that one busy moment meets all."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import psycopg

from benchmarks.speed import statements
from benchmarks.speed.databases import Database
from benchmarks.speed.goals import Result, Series
from benchmarks.speed.processes import in_process

Job = Callable[[], object]
WARM = 3


def in_turn(jobs: Mapping[str, Job], seconds: float, *, least: int = 15) -> dict[str, Series]:
    """Do each job in turn until the seconds are over, at least so many times; the first rounds only warm up."""
    found = {name: Series() for name in jobs}
    began, rounds = time.perf_counter(), 0
    while rounds < least + WARM or time.perf_counter() - began < seconds:
        for name, job in jobs.items():
            start = time.perf_counter()
            answer = job()
            took = (time.perf_counter() - start) * 1000
            if rounds >= WARM:
                # A worker tells its own time, without the pipe between it and us.
                found[name].times += answer if isinstance(answer, list) else [took]
        rounds += 1
    return found


def read_all(connection: psycopg.Connection[Any], texts: Sequence[str], values: dict[str, Any]) -> Job:
    """Return a job that sends statements one after the other and fetches all rows."""
    encoded = [text.encode() for text in texts]

    def job() -> None:
        for text in encoded:
            connection.execute(text, values).fetchall()

    return job


PAYLOAD = (statements.VERSION, statements.EVENTS, statements.PARTS, statements.SAID, statements.CITED,
           statements.FACETS, statements.LEADERS)  # fmt: skip


def measure_sql(small: Database, large: Database, seconds: float) -> tuple[list[Result], dict[str, Series]]:
    """Measure the statements alone, on the smallest and the largest record."""
    with small.connect() as little, large.connect() as big:
        jobs: dict[str, Job] = {}
        for label, connection in (("small", little), ("large", big)):
            values = statements.place(connection).values
            one = {"first": statements.FIRST, "deep": statements.DEEP, "facets": statements.FACETS,
                   "leaders": statements.LEADERS, "since": statements.SINCE, "version": statements.VERSION}  # fmt: skip
            jobs |= {f"{name} {label}": read_all(connection, [text], values) for name, text in one.items()}
            jobs[f"payload {label}"] = read_all(connection, PAYLOAD, values)
        jobs["participants large"] = read_all(big, [statements.BY_PARTICIPANTS], values)
        jobs["offset large"] = read_all(big, [statements.BY_OFFSET], values)
        found = in_turn(jobs, seconds)
        rows = statements.buffers(big, statements.FIRST, values) / 51
        pages = [
            statements.buffers(connection, statements.FACETS, statements.place(connection).values)
            + statements.buffers(connection, statements.LEADERS, statements.place(connection).values)
            for connection in (little, big)
        ]
    ms = {name: series.median for name, series in found.items()}
    facets = ms["facets large"] + ms["leaders large"]
    return [
        Result("1", "first 50 rows by SQL, largest record to smallest", ms["first large"] / ms["first small"], 1.5),
        Result("1", "pages of the database read for each of the first 50 rows", rows, 5, unit=""),
        Result("2", "page at nine tenths of the list to the first page", ms["deep large"] / ms["first large"], 1.3),
        Result("3", "joining participants twice to our first page", ms["participants large"] / ms["first large"], 50,
               is_at_least=True),
        Result("3", "OFFSET at nine tenths to our page there", ms["offset large"] / ms["deep large"], 50,
               is_at_least=True),
        Result("4", "all facets and density to the first 50 rows", facets / ms["first large"], 1),
        Result("4", "pages of the database read for facets and density", max(pages), 30, unit=""),
        Result("11", "new for 20 pairs to the first 50 of one", ms["since large"] / ms["first large"], 1.5),
        Result("11", "new for 20 pairs, largest record to smallest", ms["since large"] / ms["since small"], 1.6),
    ], found  # fmt: skip


def addresses(database: Database) -> dict[str, str]:
    """Return an address of each kind of page of a record."""
    with database.connect() as connection:
        places = {name: statements.place(connection, name) for name in statements.RANKS}
        hot = places["hot"].values
        statement = connection.execute(
            "SELECT id FROM timeline_statement WHERE event_id = ANY(%(events)s) ORDER BY id LIMIT 1", hot
        ).fetchone()
        leader = connection.execute("SELECT slug FROM timeline_leader WHERE id = 1000000").fetchone()
    pair = places["hot"].address
    place = ".".join(str(hot[name]) for name in ("sort_date", "span_days", "day_order", "event_id"))
    assert statement
    assert leader
    return {
        "pair": pair,
        "pair, deep": f"{pair}?following={place}",
        "pair, middle": places["middle"].address,
        "pair, cold": places["cold"].address,
        "pair, one kind": f"{pair}?kind=visit",
        "pair, a year": f"{pair}?when=2024",
        "country": f"/countries/{hot['first_slug']}/",
        "leader": f"/leaders/{leader[0]}/",
        "event": f"/events/{hot['events'][0]}/",
        "statement": f"/statements/{statement[0]}/",
        "source": "/sources/100/",
        "countries": "/countries/",
        "home": "/",
    }


def measure_pages(small: Database, large: Database, seconds: float) -> tuple[list[Result], dict[str, Series]]:
    """Measure pages in process: on the largest record against hello world, plain Django and SQL; on both for growth."""
    with in_process([small, large]) as (little, big), large.connect() as connection:
        values = statements.place(connection).values
        pages = {
            label: {name: worker.locate(path) for name, path in addresses(database).items()}
            for label, worker, database in (("small", little, small), ("large", big, large))
        }
        pair = pages["large"]["pair"]
        etag = big.look(pair)["etag"]
        jobs: dict[str, Job] = {
            "sql": read_all(connection, PAYLOAD, values),
            "hello": lambda: big.ask("/-compared/hello/"),
            "plain": lambda: big.ask(f"/-compared/plain{pair.removeprefix('/pairs')}"),
            "304": lambda: big.ask(pair, headers={"If-None-Match": etag}),
        }
        for label, worker in (("small", little), ("large", big)):
            for name, path in pages[label].items():
                jobs[f"{name} {label}"] = lambda worker=worker, path=path: worker.ask(path)  # type: ignore[misc]
        found = in_turn(jobs, seconds)
        queries = {name: big.look(path)["queries"] for name, path in pages["large"].items()}
    ms = {name: series.median for name, series in found.items()}
    growth = {name: ms[f"{name} large"] / ms[f"{name} small"] for name in pages["large"]}
    worst = max(growth, key=lambda name: growth[name])
    return [
        Result("6", "pair page to its own SQL through psycopg", ms["pair large"] / ms["sql"], 2,
               note=f"{ms['pair large']:.1f} ms, {queries['pair']} queries"),
        Result("7", "pair page to hello world", ms["pair large"] / ms["hello"], 8, note=f"hello {ms['hello']:.2f} ms"),
        Result("7", "304 to hello world", ms["304"] / ms["hello"], 3.5, note=f"{ms['304']:.2f} ms"),
        Result("8", "plain Django page to ours", ms["plain"] / ms["pair large"], 4, is_at_least=True,
               note=f"{ms['plain']:.1f} ms"),
        Result("flat", "largest record to smallest, the page that grows most", growth[worst], 1.6,
               note=f"{worst}: {ms[f'{worst} small']:.1f} to {ms[f'{worst} large']:.1f} ms"),
    ], found  # fmt: skip
