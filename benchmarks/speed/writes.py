"""What keeping the read models adds to the recording of one event."""

from __future__ import annotations

import json
import subprocess
import sys

import psycopg

from benchmarks.speed import statements
from benchmarks.speed.databases import ROOT, Database
from benchmarks.speed.goals import Result, Series

BAR = 1.15


def measure_writes(small: Database, large: Database, seconds: float) -> tuple[list[Result], dict[str, Series]]:
    """Record an event of the busiest pair of the largest record over and over, in a process that takes it back."""
    with large.connect() as connection:
        values = statements.place(connection).values
    command = [sys.executable, "-m", "benchmarks.speed.recording", str(seconds)]
    command += [str(values["first"]), str(values["second"])]
    # As a web process, for editors publish in one.
    done = subprocess.run(
        command, cwd=ROOT, env=large.environment(), capture_output=True, text=True, check=False, timeout=seconds + 300
    )
    if done.returncode:
        raise RuntimeError(f"no event could be recorded: {done.stderr.strip()[-300:]}")
    # What was taken back lies in the tables and indexes still, and whoever measures after us would read past it.
    with psycopg.connect(large.superuser_address, autocommit=True) as connection:
        connection.execute("VACUUM")
    found = {name: Series(times) for name, times in json.loads(done.stdout).items()}
    return results(found), found


def results(found: dict[str, Series]) -> list[Result]:
    """Return goal 5: an event with all upkeep to one without the counts, and to one without any upkeep."""
    ms = {name: series.median for name, series in found.items()}

    def row(what: str, less: str) -> Result:
        note = f"{ms['all']:.1f} to {ms[less]:.1f} ms, n {len(found[less].times)}"
        return Result("5", f"recording one event with all read models, to {what}", ms["all"] / ms[less], BAR, note=note)

    return [
        row("the same without counts", "without counts"),
        row("the same without any upkeep (lists, counts, versions, words, rows)", "without upkeep"),
    ]
