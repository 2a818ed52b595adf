"""Measure each part in turn: within a part, everything is asked alternately, so that one busy moment meets all."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import count
from typing import Any

import psycopg

from benchmarks.speed import statements
from benchmarks.speed.databases import Database
from benchmarks.speed.goals import Result, Series
from benchmarks.speed.lengths import as_long, lengths, narrowed
from benchmarks.speed.processes import Times, in_process

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
                times = answer if isinstance(answer, Times) else Times([took], [])
                found[name].times += times.took
                found[name].worked += times.worked
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
           statements.FACETS)  # fmt: skip


def measure_sql(small: Database, large: Database, seconds: float) -> tuple[list[Result], dict[str, Series]]:
    """Measure the statements alone, on the smallest and the largest record."""
    with small.connect() as little, large.connect() as big:
        jobs: dict[str, Job] = {}
        for label, connection in (("small", little), ("large", big)):
            values = statements.place(connection).values
            one = {"first": statements.FIRST, "deep": statements.DEEP, "facets": statements.FACETS,
                   "since": statements.SINCE, "version": statements.VERSION}  # fmt: skip
            jobs |= {f"{name} {label}": read_all(connection, [text], values) for name, text in one.items()}
            jobs[f"payload {label}"] = read_all(connection, PAYLOAD, values)
        jobs["participants large"] = read_all(big, [statements.BY_PARTICIPANTS], values)
        jobs["offset large"] = read_all(big, [statements.BY_OFFSET], values)
        found = in_turn(jobs, seconds)
        rows = statements.buffers(big, statements.FIRST, values) / 51
        pages = [
            statements.buffers(connection, statements.FACETS, statements.place(connection).values)
            for connection in (little, big)
        ]
    ms = {name: series.median for name, series in found.items()}
    return [
        Result("1", "first 50 rows by SQL, largest record to smallest", ms["first large"] / ms["first small"], 1.5),
        Result("1", "pages of the database read for each of the first 50 rows", rows, 5, unit=""),
        Result("2", "page at nine tenths of the list to the first page", ms["deep large"] / ms["first large"], 1.3),
        Result("3", "joining participants twice to our first page", ms["participants large"] / ms["first large"], 50,
               is_at_least=True),
        Result("3", "OFFSET at nine tenths to our page there", ms["offset large"] / ms["deep large"], 50,
               is_at_least=True),
        Result("4", "all facets and density to the first 50 rows", ms["facets large"] / ms["first large"], 1),
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
        lists = narrowed(connection, places["hot"])
    pair = places["hot"].address
    place = ".".join(str(hot[name]) for name in ("sort_date", "span_days", "day_order", "event_id"))
    assert statement
    assert leader
    return {
        "pair": pair,
        "pair, deep": f"{pair}?following={place}",
        "pair, middle": places["middle"].address,
        "pair, cold": places["cold"].address,
        **{name: pair + one.address for name, one in lists.items()},
        "country": f"/countries/{hot['first_slug']}/",
        "leader": f"/leaders/{leader[0]}/",
        "event": f"/events/{hot['events'][0]}/",
        "statement": f"/statements/{statement[0]}/",
        "source": "/sources/100/",
        "countries": "/countries/",
        "home": "/",
        "search": "/search/?q=trade",
        "search in a pair": f"/search/?q=trade+{hot['first_slug']}+{hot['second_slug'].replace('-', '+')}",
    }


def measure_pages(small: Database, large: Database, seconds: float) -> tuple[list[Result], dict[str, Series]]:
    """Measure pages in process: on the largest record against hello world, plain Django and SQL; on both for growth.

    A fresh page is made anew each time, from kept rows; a kept one is found whole, by the version in the database.
    Between them stands a page that nobody asked for while others of the pair were: its rows are read, and what is
    around them is kept. A value that no page asks for makes each an address of its own; all show the same.
    """
    with in_process((small, 0), (large, 0), (large, 32)) as (little, big, keeping), large.connect() as connection:
        values = statements.place(connection).values
        pages = {
            label: {name: worker.locate(path) for name, path in addresses(database).items()}
            for label, worker, database in (("small", little, small), ("large", big, large))
        }
        pair = pages["large"]["pair"]
        etag, numbers = keeping.look(pair)["etag"], count(1)
        jobs: dict[str, Job] = {
            "sql": read_all(connection, PAYLOAD, values),
            "hello": lambda: keeping.ask("/-compared/hello/"),
            "plain": lambda: big.ask(f"/-compared/plain{pair.removeprefix('/pairs')}"),
            "304": lambda: keeping.ask(pair, headers={"If-None-Match": etag}),
            "pair, another page": lambda: keeping.ask(f"{pair}?number={next(numbers)}"),
        }
        workers = {"small": (little, "small"), "large": (big, "large"), "kept": (keeping, "large")}
        for label, (worker, record) in workers.items():
            for name, path in pages[record].items():
                jobs[f"{name} {label}"] = partial(worker.ask, path)
        with small.connect() as other:
            shorter = lengths(other, statements.place(other))
        longer = lengths(connection, at := statements.place(connection))
        alike = as_long(connection, at, shorter)
        jobs |= {f"{name} as long": partial(big.ask, big.locate(path)) for name, path in alike.items()}
        found = in_turn(jobs, seconds)
        queries = {name: big.look(path)["queries"] for name, path in pages["large"].items()}
    events = {name: f"; {longer[name]:,} to {shorter[name]:,} events" for name in shorter}
    return _results_of_pages(found, queries, events), found


def _results_of_pages(found: dict[str, Series], queries: dict[str, int], events: dict[str, str]) -> list[Result]:
    ms = {name: series.median for name, series in found.items()}

    def ratio(
        number: str, goal: str, one: str, other: str, bar: float, *, note: str = "", at_least: bool = False
    ) -> Result:
        said = f"{ms[one]:.1f} to {ms[other]:.1f} ms"
        if found[one].worked and found[other].worked:
            said += f"; processor {found[one].work:.1f} to {found[other].work:.1f} ms, "
            said += f"{found[one].work / found[other].work:.1f}×"
        said += note
        return Result(number, goal, ms[one] / ms[other], bar, is_at_least=at_least, note=said)

    growth = {name: ms[f"{name} large"] / ms[f"{name} small"] for name in queries}
    order = sorted(growth, key=lambda name: growth[name], reverse=True)
    slowest = max(queries, key=lambda name: ms[f"{name} kept"])
    pair = f"; {queries['pair']} queries"
    return [
        ratio("6", "pair page made anew, to the SQL of the same rows", "pair large", "sql", 2, note=pair),
        ratio("7", "pair page from kept rows, to hello world", "pair large", "hello", 8, note=pair),
        ratio(
            "7",
            "another page of the same pair, what is around its rows kept, to hello world",
            "pair, another page",
            "hello",
            8,
        ),
        ratio("7", "pair page kept whole, one query, to hello world", "pair kept", "hello", 3.5),
        ratio("7", "304, one query, to hello world", "304", "hello", 3.5),
        ratio("7", f"the slowest kept page ({slowest}) to hello world", f"{slowest} kept", "hello", 3.5),
        ratio(
            "10",
            "one leader in the busiest pair, to the page without a filter",
            "pair, one leader large",
            "pair large",
            5,
        ),
        ratio("8", "plain Django's page to ours made anew", "plain", "pair large", 4, at_least=True),
        ratio("8", "plain Django's page to another of ours", "plain", "pair, another page", 4, at_least=True),
        ratio("8", "plain Django's page to ours kept", "plain", "pair kept", 4, at_least=True),
        *(
            ratio(
                "flat",
                f"{name}, made anew: largest record to smallest",
                f"{name} large",
                f"{name} small",
                1.6,
                note=events.get(name, ""),
            )
            for name in order
        ),
        *(
            ratio(
                "flat",
                f"{name}, a list as long as in the smallest record: largest record to smallest",
                f"{name} as long",
                f"{name} small",
                1.6,
            )
            for name in events
            if f"{name} as long" in found
        ),
    ]
