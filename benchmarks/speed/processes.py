"""The processes of the benchmark: pages in process, the site over HTTP, and what asks it."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from benchmarks.speed.databases import ROOT, Database

START_SECONDS = 60
# wrk prints a line that a program can read: requests, microseconds, percentiles in microseconds, errors.
REPORT = """
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("REPORT %d %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(95), e.connect + e.read + e.write + e.status + e.timeout))
end
"""


class Times(NamedTuple):
    """Milliseconds from question to answer, and those in which our processor worked on it."""

    took: list[float]
    worked: list[float]


class InProcess:
    """A record's pages, answered by Django in a process beside us."""

    def __init__(self, database: Database, *, page_memory: int = 32) -> None:
        environment = {**database.environment(), "BILATERAL_PAGE_MEMORY_MB": str(page_memory)}
        self.child = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.speed.worker"], cwd=ROOT, env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def ask(self, address: str, *, headers: dict[str, str] | None = None, times: int = 1) -> Times:
        """Return how long each answer took; a status of 400 or more raises RuntimeError."""
        answer = self._send({"address": address, "headers": headers, "times": times})
        if answer["status"] >= 400 or (headers and answer["status"] != 304 and "If-None-Match" in headers):
            raise RuntimeError(f"{address} answered {answer['status']}")
        return Times(answer["milliseconds"], answer["worked"])

    def look(self, address: str, headers: dict[str, str] | None = None) -> dict[str, Any]:
        """Return status, bytes, number of queries and ETag of one answer."""
        return self._send({"address": address, "headers": headers, "counts": True})

    def locate(self, address: str) -> str:
        """Return the address, or the one to which it leads."""
        return str(self.look(address)["location"] or address)

    def _send(self, job: dict[str, Any]) -> dict[str, Any]:
        assert self.child.stdin
        assert self.child.stdout
        self.child.stdin.write(json.dumps(job) + "\n")
        self.child.stdin.flush()
        line = self.child.stdout.readline()
        if not line:
            raise RuntimeError("The process that answers pages ended; its last words stand above.")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        """End the process."""
        assert self.child.stdin
        self.child.stdin.close()
        self.child.wait(20)


@contextmanager
def in_process(*wanted: tuple[Database, int]) -> Iterator[list[InProcess]]:
    """Run a process for each record and the megabytes of pages that it keeps."""
    workers = [InProcess(database, page_memory=megabytes) for database, megabytes in wanted]
    try:
        yield workers
    finally:
        for worker in workers:
            worker.close()


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(command: list[str], port: int, path: str, **options: Any) -> Iterator[str]:
    """Run a web server on the port until the end of the block; its address is given once the path answers."""
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, **options)
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + START_SECONDS
        while not _answers(f"{address}{path}"):
            if child.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{command[0]} did not answer {path}.")
            time.sleep(0.1)
        yield address
    finally:
        child.terminate()
        try:
            child.wait(10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=30):  # noqa: S310 - an address of this machine
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


@contextmanager
def site(database: Database, *, workers: int = 2, threads: int = 4, page_memory: int = 32) -> Iterator[str]:
    """Serve a record through granian, as ``manage.py serve`` does."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "error"]
    command += ["--workers", str(workers), "--blocking-threads", str(threads), "--host", "127.0.0.1"]
    command += ["--port", str(port), "config.wsgi:application"]
    environment = {**database.environment(), "BILATERAL_PAGE_MEMORY_MB": str(page_memory)}
    with served(command, port, "/healthz", cwd=ROOT, env=environment) as address:
        yield address


@dataclass(frozen=True)
class Load:
    """What a server did in one stretch: answers a second, milliseconds, errors."""

    per_second: float
    median: float
    p95: float
    errors: int


def load(address: str, *, connections: int, seconds: float, headers: dict[str, str] | None = None) -> Load:
    """Ask one address of this machine over and over through so many connections; wrk asks."""
    if not (wrk := shutil.which("wrk")):
        raise RuntimeError("wrk is missing: install the package wrk.")
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(REPORT)
        script.flush()
        command = [wrk, "-t1", f"-c{connections}", f"-d{max(1, round(seconds))}s", "-s", script.name]
        for name, value in (headers or {}).items():
            command += ["-H", f"{name}: {value}"]
        done = subprocess.run([*command, address], capture_output=True, text=True, check=False, timeout=seconds + 60)
    found = re.search(r"REPORT (\d+) (\d+) (\d+) (\d+) (\d+)", done.stdout)
    if not found:
        raise RuntimeError(f"wrk said nothing about {address}: {done.stderr[:200]}")
    requests, duration, half, p95, errors = map(int, found.groups())
    return Load(requests / duration * 1e6, half / 1000, p95 / 1000, errors)


def typical(loads: Sequence[Load]) -> Load:
    """Return the median of each number, and all errors."""
    return Load(
        median(one.per_second for one in loads),
        median(one.median for one in loads),
        median(one.p95 for one in loads),
        sum(one.errors for one in loads),
    )


def per_second_ratio(one: Load, other: Load) -> float | None:
    """Return how many answers one gave for each of the other's; None where the other gave none in its time."""
    return one.per_second / other.per_second if other.per_second else None


def path_of(name: str) -> Path:
    """Return a file beside this module."""
    return Path(__file__).parent / name
