"""Measure the site over HTTP, through granian, with wrk on the same machine."""

from __future__ import annotations

from benchmarks.speed import measuring
from benchmarks.speed.databases import Database
from benchmarks.speed.goals import Result, Series
from benchmarks.speed.processes import Load, in_process, load, per_second_ratio, site, typical

CONNECTIONS = (1, 8, 32, 64)
ROUNDS = 3


def measure_http(small: Database, large: Database, seconds: float) -> tuple[list[Result], dict[str, Series]]:
    """Measure answers a second, the tail and errors of a pair's page, beside hello world and the plain page."""
    pair = measuring.addresses(large)["pair"]
    with in_process((large, 32)) as (worker,):
        etag = worker.look(pair)["etag"]
    jobs: dict[str, tuple[str, dict[str, str]]] = {
        "hello": ("/-compared/hello/", {}),
        "pair": (pair, {"Accept-Encoding": "gzip"}),
        "304": (pair, {"If-None-Match": etag}),
        "plain": (f"/-compared/plain{pair.removeprefix('/pairs')}", {"Accept-Encoding": "gzip"}),
    }
    each = max(2, seconds / len(jobs) / ROUNDS / len(CONNECTIONS))
    found: dict[tuple[str, int], list[Load]] = {}
    with site(large) as address:
        # Both processes have met a visitor before anything is measured.
        load(address + pair, connections=8, seconds=1)
        for _ in range(ROUNDS):
            for connections in CONNECTIONS:
                for name, (path, headers) in jobs.items():
                    if name == "plain" and connections > 8:
                        continue
                    one = load(address + path, connections=connections, seconds=each, headers=headers)
                    found.setdefault((name, connections), []).append(one)
    loads = {key: typical(rounds) for key, rounds in found.items()}
    errors = sum(one.errors for (name, _), one in loads.items() if name in {"pair", "304"})
    eight = loads["pair", 8]
    return [
        Result("15", "pair page at 8 connections, p95 to the median", eight.p95 / eight.median, 2.5,
               note=f"{eight.per_second:.0f} answers/s, median {eight.median:.1f} ms; hello world itself "
               f"{loads['hello', 8].p95 / loads['hello', 8].median:.1f}×"),
        Result("15", "errors of the pair page at 1, 8, 32 and 64 connections", errors, 0, unit=""),
        Result("8", "our answers a second to the plain page's, 8 connections",
               per_second_ratio(eight, loads["plain", 8]), 4, is_at_least=True),
        Result("7", "hello world's answers a second to those of a 304, 8 connections",
               per_second_ratio(loads["hello", 8], loads["304", 8]), 3.5),
    ], {f"{name} at {n}": Series([one.median for one in rounds]) for (name, n), rounds in found.items()}  # fmt: skip
