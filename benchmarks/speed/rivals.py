"""Timelines that other programs draw in the browser, beside our pair page: vis-timeline and TimelineJS.

All show titles and dates of the same events. Theirs come from a small server of files, compressed; ours is the real
page of the record. Usable is the moment when the first event stands in the document, and two frames later.
"""

from __future__ import annotations

import gzip
import json
import mimetypes
import threading
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import BrowserType, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from benchmarks.speed import browser, npm
from benchmarks.speed.databases import Database
from benchmarks.speed.goals import Result, Series
from benchmarks.speed.processes import path_of, site

PACKAGES = {"vis-timeline": "8.5.4", "@knight-lab/timelinejs": "3.9.11"}
FILES = {
    "/vis.js": "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js",
    "/vis.css": "vis-timeline/styles/vis-timeline-graph2d.min.css",
    "/timelinejs.js": "@knight-lab/timelinejs/dist/js/timeline.js",
    "/timelinejs.css": "@knight-lab/timelinejs/dist/css/timeline.css",
}
FOLDERS = {
    "/icons/": "@knight-lab/timelinejs/dist/css/icons/",
    "/fonts/": "@knight-lab/timelinejs/dist/css/fonts/",
}
COUNTS = (100, 1000, 10_000)
# What holds one event, in each of the three.
SELECTORS = {"ours": ".event__row", "vis-timeline": ".vis-item", "TimelineJS": ".tl-timemarker"}
PAGES = {"vis-timeline": "/vis.html", "TimelineJS": "/timelinejs.html"}
VISITS = 3
# A browser that has just started reads some four hundred files of its own window: that is no page's time.
REST_SECONDS = 2
LONGEST_SECONDS = 60
MOST_ROWS = 1000
# Nothing of a page is fetched from elsewhere: all names but this machine are unknown.
ARGUMENTS = [*browser.ARGUMENTS, "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"]
EVENTS = """
SELECT title, sort_date FROM timeline_event
ORDER BY search_keys @> ARRAY[%(one)s, %(other)s]::varchar[] DESC, sort_date DESC, id DESC LIMIT %(count)s"""
NEAREST = """
SELECT one.slug, other.slug, count FROM timeline_pairfacet
JOIN timeline_pair pair ON pair.id = pair_id
JOIN timeline_country one ON one.id = first_id JOIN timeline_country other ON other.id = second_id
WHERE dimension = 'total' AND is_party AND modality = 'happened'
ORDER BY abs(count - %(count)s), pair.id LIMIT 1"""
OBSERVE = """
window.longTasks = [];
new PerformanceObserver(list => { for (const entry of list.getEntries()) window.longTasks.push(entry.duration); })
  .observe({ type: 'longtask', buffered: true });
const look = () => document.querySelector(SELECTOR)
  ? requestAnimationFrame(() => requestAnimationFrame(now => { window.usable = performance.now(); }))
  : requestAnimationFrame(look);
look();
"""
REPORT = """selector => ({
  usable: window.usable,
  blocked: window.longTasks.reduce((sum, one) => sum + Math.max(0, one - 50), 0),
  elements: document.getElementsByTagName('*').length,
  rows: document.querySelectorAll(selector).length,
  bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .reduce((sum, one) => sum + one.transferSize, 0),
})"""


@dataclass(frozen=True)
class Visit:
    """What one first visit cost; usable in milliseconds, None where it was not within the time."""

    usable: float | None
    blocked: float = 0
    elements: int = 0
    rows: int = 0
    bytes: int = 0


@dataclass(frozen=True)
class Job:
    """A page to visit: whose it is, of how many events, where."""

    name: str
    events: int
    address: str

    @property
    def label(self) -> str:
        """Return its name in the table."""
        return f"{self.name}, {self.events:,} events"


def measure_rivals(small: Database, large: Database, seconds: float) -> tuple[list[Result], dict[str, Series]]:
    """Visit the three timelines in turn, a new browser each time; what many seconds are is not asked."""
    program = browser.program()
    modules = npm.install(large.home / "rivals", PACKAGES)
    pair, few, kept = _record(large)
    found: dict[Job, list[Visit]] = {}
    scrolled = 0
    with site(large) as ours, serving(modules, kept) as theirs, sync_playwright() as playwright:
        jobs = [Job("ours", few[1], ours + few[0]), Job("ours", pair[1], ours + pair[0])]
        jobs += [Job(name, count, f"{theirs}{path}?{count}") for count in COUNTS for name, path in PAGES.items()]
        for job in jobs:
            _warm(job.address)
        for _ in range(VISITS):
            for job in jobs:
                visits = found.setdefault(job, [])
                # One that is not ready in time is not waited for again.
                if not visits or visits[-1].usable is not None:
                    visits.append(_visit(playwright.chromium, program, job))
        scrolled = _rows_after_scrolling(playwright.chromium, program, ours + pair[0])
    return results(found, scrolled), {
        job.label: Series([one.usable for one in visits if one.usable is not None] or [LONGEST_SECONDS * 1000.0])
        for job, visits in found.items()
    }


def _warm(address: str) -> None:
    """Ask for a page some times, so that each process of its server has started and answered before."""
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})  # noqa: S310 - an address of this machine
    for _ in range(8):
        with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310
            answer.read()


def _record(database: Database) -> tuple[tuple[str, int], tuple[str, int], dict[int, list[dict[str, str]]]]:
    """Return address and number of events of the busiest pair and of one with some 100, and the events to be shown."""
    with database.connect() as connection:
        busiest, few = (
            connection.execute(NEAREST.encode(), {"count": count}).fetchone() for count in (database.events, COUNTS[0])
        )
        assert busiest
        assert few
        values = {"one": f"/countries/{busiest[0]}", "other": f"/countries/{busiest[1]}", "count": COUNTS[-1]}
        rows = connection.execute(EVENTS.encode(), values).fetchall()
    shown = events_of(rows)
    return (
        (f"/pairs/{busiest[0]}/{busiest[1]}/", busiest[2]),
        (f"/pairs/{few[0]}/{few[1]}/", few[2]),
        {count: shown[:count] for count in COUNTS},
    )


def events_of(rows: Iterable[tuple[str, date]]) -> list[dict[str, str]]:
    """Return what a rival is given of each event: its title and its day."""
    return [{"title": title, "day": day.isoformat()} for title, day in rows]


def _visit(chromium: BrowserType, program: str, job: Job) -> Visit:
    started = chromium.launch(executable_path=program, args=ARGUMENTS)
    try:
        # Waiting evaluates a text in the page, which our pages forbid; it costs them nothing that they may not here.
        page = started.new_page(viewport={"width": 1280, "height": 800}, bypass_csp=True)
        page.wait_for_timeout(REST_SECONDS * 1000)
        _open(page, job)
        page.wait_for_function("window.usable", timeout=LONGEST_SECONDS * 1000)
        page.wait_for_timeout(500)
        # Waited for as well, since a page may still be at work.
        told = page.wait_for_function(REPORT, arg=SELECTORS[job.name], timeout=LONGEST_SECONDS * 1000)
        said: dict[str, Any] = told.json_value()
        if said["usable"] > LONGEST_SECONDS * 1000:
            return Visit(None)
        return Visit(said["usable"], said["blocked"], said["elements"], said["rows"], said["bytes"])
    except BrowserError as error:
        if "Timeout" not in str(error):
            raise RuntimeError(f"{job.label}: {error}") from error
        return Visit(None)
    finally:
        started.close()


def _open(page: Page, job: Job) -> None:
    page.add_init_script(OBSERVE.replace("SELECTOR", json.dumps(SELECTORS[job.name])))
    page.goto(job.address, wait_until="commit", timeout=LONGEST_SECONDS * 1000)


def _rows_after_scrolling(chromium: BrowserType, program: str, address: str) -> int:
    """Return how many events stand in our page after its end was reached over and over."""
    started = chromium.launch(executable_path=program, args=ARGUMENTS)
    try:
        page = started.new_page(viewport={"width": 1280, "height": 800})
        page.goto(address, wait_until="load")
        for _ in range(30):
            page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
            page.wait_for_timeout(50)
        return page.locator(SELECTORS["ours"]).count()
    finally:
        started.close()


def results(found: Mapping[Job, list[Visit]], scrolled: int) -> list[Result]:
    """Return goal 14: how many times longer theirs take, and that ours does not grow."""
    few, pair = (job for job in found if job.name == "ours")
    ours = _usable(found[pair])
    assert ours is not None, "our own page was not usable"
    rows = []
    for job, visits in found.items():
        if job.name == "ours":
            continue
        theirs = _usable(visits)
        goal = f"{job.label}: usable, to our pair page of {pair.events:,}"
        if theirs is None:
            rows.append(Result("14", goal, LONGEST_SECONDS * 1000 / ours, _bar(job), is_at_least=True,
                               note=f"not usable in {LONGEST_SECONDS} s, counted as {LONGEST_SECONDS} s"))  # fmt: skip
            continue
        note = f"{theirs:.0f} to {ours:.0f} ms; {cost(visits)}; ours {cost(found[pair])}"
        rows.append(Result("14", goal, theirs / ours, _bar(job), is_at_least=True, note=note))
    little = _usable(found[few])
    return [
        *rows,
        Result("14", f"our pair page of {pair.events:,} events to one of {few.events:,}: usable",
               ours / little if little else None, 1.1,
               note=f"{ours:.0f} to {little or 0:.0f} ms, n {VISITS}"),
        Result("14", "events in our page after scrolling", scrolled, MOST_ROWS, unit=""),
    ]  # fmt: skip


def _bar(job: Job) -> float:
    """Return how many times longer a rival takes: with 10,000 events fifty times; before that no less than we."""
    return 50 if job.events >= COUNTS[-1] else 1


def _usable(visits: list[Visit]) -> float | None:
    times = [one.usable for one in visits]
    return None if None in times else median(one for one in times if one is not None)


def cost(visits: list[Visit]) -> str:
    """Return in words what the visits cost beside the time: blocking, elements, bytes."""
    blocked = median(one.blocked for one in visits)
    elements = median(one.elements for one in visits)
    size = median(one.bytes for one in visits) / 1024
    return f"blocked {blocked:.0f} ms, {elements:,.0f} elements, {size:,.0f} KB"


@contextmanager
def serving(modules: Path, kept: Mapping[int, list[dict[str, str]]]) -> Iterator[str]:
    """Serve their pages, their files and the events on this machine until the end of the block."""

    class Files(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            body = body_of(path, modules, kept)
            if body is None:
                self.send_error(404)
                return
            # As the site does; a page of theirs shall not lose by the size of what it sends.
            packed = gzip.compress(body, 6)
            self.send_response(200)
            self.send_header("Content-Type", mimetypes.guess_type(path)[0] or "application/octet-stream")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(packed)))
            self.end_headers()
            self.wfile.write(packed)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Files)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def body_of(path: str, modules: Path, kept: Mapping[int, list[dict[str, str]]]) -> bytes | None:
    """Return what stands at a path; None where nothing does."""
    if path in PAGES.values():
        return path_of(f"rivals_pages{path}").read_bytes()
    if path in FILES:
        return (modules / FILES[path]).read_bytes()
    for begin, folder in FOLDERS.items():
        file = modules / folder / Path(path).name
        if path.startswith(begin) and file.is_file():
            return file.read_bytes()
    number = path.removeprefix("/events-").removesuffix(".json")
    if path == f"/events-{number}.json" and number.isdecimal() and int(number) in kept:
        return json.dumps(kept[int(number)]).encode()
    return None
