"""Run the parts of the benchmark that were asked for and report on them."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPException
from importlib.metadata import version
from pathlib import Path

from benchmarks.speed import browser, http, lighthouse, measuring, peers, rivals, writes
from benchmarks.speed.databases import ROOT, Database, Say, cluster, ready
from benchmarks.speed.goals import Result, Series, as_table

Part = Callable[[Database, Database, float], tuple[list[Result], dict[str, Series]]]
PARTS: dict[str, Part] = {
    "sql": measuring.measure_sql,
    "pages": measuring.measure_pages,
    "http": http.measure_http,
    "peers": peers.measure_peers,
    "browser": browser.measure_browser,
    "rivals": rivals.measure_rivals,
    "lighthouse": lighthouse.measure_lighthouse,
    "writes": writes.measure_writes,
}
SIZE = re.compile(r"(\d+)(k|m)?", re.IGNORECASE)
BEGIN, END = "<!-- benchmark: begin -->", "<!-- benchmark: end -->"


@dataclass(frozen=True)
class Wanted:
    """What shall be measured."""

    sizes: tuple[int, ...]
    parts: tuple[str, ...]
    seconds: float

    @classmethod
    def read(cls, sizes: str, parts: str, seconds: float) -> Wanted:
        """Read what was typed; raise ValueError with a sentence."""
        found = []
        for text in sizes.split(","):
            match = SIZE.fullmatch(text.strip())
            if not match:
                raise ValueError(f"{text!r} is no size: write 10k, 100k or 1m.")
            found.append(int(match[1]) * {"": 1, "k": 1000, "m": 1_000_000}[(match[2] or "").lower()])
        names = tuple(part.strip() for part in parts.split(",") if part.strip()) or tuple(PARTS)
        if unknown := sorted(set(names) - set(PARTS)):
            raise ValueError(f"There is no part named {unknown[0]}; there are: {', '.join(PARTS)}.")
        if not all(1000 <= size <= 10_000_000 for size in found):
            raise ValueError("A record has from 1,000 to 10,000,000 events.")
        if not 1 <= seconds <= 600:
            raise ValueError("Each part is measured for 1 to 600 seconds.")
        return cls(tuple(sorted(set(found))), names, seconds)


@dataclass
class Report:
    """What was measured, where and when."""

    conditions: list[str] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    details: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """Return the conditions and the table."""
        return [*self.conditions, "", *as_table(self.results)]

    def write_into(self, path: Path) -> None:
        """Put the lines in place of those of an earlier run."""
        text = path.read_text(encoding="utf-8")
        before, _, rest = text.partition(BEGIN)
        _, _, after = rest.partition(END)
        path.write_text(f"{before}{BEGIN}\n" + "\n".join(self.lines) + f"\n{END}{after}", encoding="utf-8")


def run(home: Path, wanted: Wanted, say: Say, *, is_fresh: bool = False, as_is: bool = False) -> Report:
    """Make what is missing, measure every part and return the report."""
    report = Report()
    with cluster(home) as server:
        databases = [ready(home, server, size, say, is_fresh=is_fresh, as_is=as_is) for size in wanted.sizes]
        _collect_static_files(databases[0])
        report.conditions = _conditions(databases)
        for name in wanted.parts:
            say(f"Measuring: {name}.")
            try:
                results, series = PARTS[name](databases[0], databases[-1], wanted.seconds)
            except (RuntimeError, OSError, HTTPException, subprocess.SubprocessError) as error:
                say(f"The part {name} could not be measured: {error}")
                continue
            report.results += results
            report.details += [
                f"{name:8} {label:32} median {one.median:9.2f} ms   p95 {one.p95:9.2f} ms   n {len(one.times)}"
                for label, one in series.items()
            ]
    return report


def _collect_static_files(database: Database) -> None:
    command = [str(ROOT / ".venv" / "bin" / "python"), "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=database.environment(), check=True)


def _conditions(databases: list[Database]) -> list[str]:
    sizes = " and ".join(f"{database.events:,}" for database in (databases[0], databases[-1]))
    with databases[-1].connect() as connection:
        row = connection.execute("SHOW server_version").fetchone()
        shared = connection.execute("SHOW shared_buffers").fetchone()
    one, five, fifteen = os.getloadavg()
    packages = ", ".join(f"{name} {version(name)}" for name in ("Django", "psycopg", "granian"))
    return [
        f"{datetime.now(UTC):%-d %B %Y, %H:%M} UTC; {os.cpu_count()} cores, {platform.machine()}, load {one:.1f} "
        f"{five:.1f} {fifteen:.1f} at the start; Python {platform.python_version()}, {packages}, PostgreSQL "
        f"{row[0] if row else '?'} with shared_buffers {shared[0] if shared else '?'}; records of {sizes} "
        "events; medians.",
    ]
