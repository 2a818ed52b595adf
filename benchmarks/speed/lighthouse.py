"""Lighthouse on our pages, as a phone and as a desk computer: four scores each, and the audits that fail."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.speed import browser, measuring, npm
from benchmarks.speed.databases import Database
from benchmarks.speed.goals import Result, Series
from benchmarks.speed.processes import site

PACKAGES = {"lighthouse": "12.8.2"}
PAGES = ("home", "pair", "event", "search form", "search")
DEVICES: dict[str, list[str]] = {"mobile": [], "desktop": ["--preset=desktop"]}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-dev-shm-usage"
LONGEST_RUN, ATTEMPTS = 180, 3
BAR = 100


@dataclass(frozen=True)
class Score:
    """The points of one category of one page, of 100, and the audits that cost some."""

    category: str
    points: float
    failing: tuple[str, ...]


def measure_lighthouse(small: Database, large: Database, seconds: float) -> tuple[list[Result], dict[str, Series]]:
    """Ask Lighthouse about each page of the largest record, on both devices; what many seconds are is not asked."""
    chromium = browser.program()
    node = shutil.which("node")
    if node is None:
        raise RuntimeError("Node is missing: install the package nodejs.")
    program = npm.install(large.home / "lighthouse", PACKAGES) / "lighthouse" / "cli" / "index.js"
    addresses = {**measuring.addresses(large), "search form": "/search/"}
    results = []
    with site(large) as address:
        for device, options in DEVICES.items():
            for name in PAGES:
                report = _sound_report([node, str(program), address + addresses[name], *options], chromium)
                results += [_result(name, device, score) for score in scores_of(report)]
    return results, {}


def _sound_report(command: list[str], chromium: str) -> dict[str, Any]:
    """Return a report whose trace was recorded whole; one that was not counts every point of it as lost."""
    for _ in range(ATTEMPTS):
        report = _report(command, chromium)
        error = (report.get("runtimeError") or {}).get("code", "NO_ERROR")
        if error == "NO_ERROR":
            return report
    raise RuntimeError(f"Lighthouse could not record a page: {error}")


def _report(command: list[str], chromium: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        command = [*command, "--quiet", "--output=json", f"--output-path={file}", f"--chrome-flags={FLAGS}"]
        command += [f"--only-categories={','.join(CATEGORIES)}", "--no-enable-error-reporting"]
        environment = {**os.environ, "CHROME_PATH": chromium, "TMPDIR": folder}
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=LONGEST_RUN, env=environment
        )
        if not file.exists():
            raise RuntimeError(f"Lighthouse gave no report: {done.stderr.strip()[-300:]}")
        report: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return report


def scores_of(report: dict[str, Any]) -> list[Score]:
    """Return the points of each category; an audit fails where it weighs something and has less than all its points."""
    found = []
    for key in CATEGORIES:
        category = report["categories"][key]
        audits = [(part["id"], report["audits"][part["id"]]) for part in category["auditRefs"] if part["weight"]]
        failing = tuple(_told(name, audit) for name, audit in audits if (audit["score"] or 0) < 1 and _counts(audit))
        found.append(Score(key, round((category["score"] or 0) * 100), failing))
    return found


def _counts(audit: dict[str, Any]) -> bool:
    """Tell whether an audit has points; one that fits nothing on the page has none and costs none."""
    return audit["scoreDisplayMode"] not in {"notApplicable", "manual", "informative"}


def _told(name: str, audit: dict[str, Any]) -> str:
    """Return an audit's name with its value, or the first thing on the page that it is about."""
    value = audit.get("displayValue")
    items = (audit.get("details") or {}).get("items") or [{}]
    where = (items[0].get("node") or {}).get("selector") if isinstance(items[0], dict) else None
    said = value or where or (audit.get("errorMessage") if audit["scoreDisplayMode"] == "error" else None)
    return f"{name} ({said})".replace("|", "/").replace("\xa0", " ") if said else name


def _result(page: str, device: str, score: Score) -> Result:
    return Result("13", f"Lighthouse, {page}, {device}: {score.category}", score.points, BAR, is_at_least=True,
                  unit="", note="; ".join(score.failing))  # fmt: skip
