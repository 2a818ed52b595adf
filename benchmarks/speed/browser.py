"""Measure a first visit in Chromium: bytes over the wire, requests, what blocks, what moves, when it can be used."""

from __future__ import annotations

import shutil
import urllib.request
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks.speed import measuring
from benchmarks.speed.databases import Database
from benchmarks.speed.goals import Result, Series
from benchmarks.speed.processes import site

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
VISITS = 3
OBSERVE = """
window.shifted = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shifted += entry.value; })
  .observe({ type: 'layout-shift', buffered: true });
"""
REPORT = """() => ({
  shifted: window.shifted,
  usable: Math.max(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd),
  blocking: performance.getEntriesByType('resource').filter(e => e.renderBlockingStatus === 'blocking').length,
  elements: document.getElementsByTagName('*').length,
})"""
PAGES = ("home", "pair", "event", "country")


@dataclass(frozen=True)
class Visit:
    """What one first visit cost."""

    bytes_before_font: int
    bytes_of_font: int
    requests: int
    blocking: int
    shifted: float
    usable: float
    elements: int


def measure_browser(small: Database, large: Database, seconds: float) -> tuple[list[Result], dict[str, Series]]:
    """Visit pages of the largest record with an empty cache, each page in turn; what many seconds are is not asked.

    Others have asked for them before: the very first asker gets a page packed quickly, in more bytes.
    """
    found: dict[str, list[Visit]] = {name: [] for name in PAGES}
    addresses = measuring.addresses(large)
    with site(large) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=ARGUMENTS)
        for name in PAGES:
            _ask_before(address + addresses[name])
        for _ in range(VISITS):
            for name in PAGES:
                found[name].append(_visit(browser, address + addresses[name]))
        browser.close()
    results = [result for name in PAGES for result in _results(name, found[name])]
    return results, {f"{name}, usable": Series([visit.usable for visit in found[name]]) for name in PAGES}


def program() -> str:
    """Return the path of Chromium; raise RuntimeError where it is missing."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise RuntimeError("Chromium is missing: install the package chromium.")
    return found


def _ask_before(address: str) -> None:
    """Ask so often that each process of the site has been asked more than once."""
    for _ in range(12):
        # One for each time: a request counts the redirects that it was given.
        asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip, deflate, br"})  # noqa: S310 - this machine
        with urllib.request.urlopen(asked) as answer:  # noqa: S310 - this machine
            answer.read()


def _visit(browser: Browser, address: str) -> Visit:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(OBSERVE)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    kinds: dict[str, str] = {}
    sizes: dict[str, int] = {}

    def answered(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"]

    def finished(event: dict[str, Any]) -> None:
        sizes[event["requestId"]] = int(event["encodedDataLength"])

    wire.on("Network.responseReceived", answered)
    wire.on("Network.loadingFinished", finished)
    page.goto(address, wait_until="networkidle")
    said = page.evaluate(REPORT)
    context.close()
    # What is written into the page itself (data:) costs no request of its own.
    sent = {key: size for key, size in sizes.items() if size}
    font = sum(size for key, size in sent.items() if kinds.get(key) == "Font")
    return Visit(sum(sent.values()) - font, font, len(sent), said["blocking"], said["shifted"], said["usable"],
                 said["elements"])  # fmt: skip


def _results(name: str, visits: list[Visit]) -> list[Result]:
    size = median(visit.bytes_before_font for visit in visits) / 1024
    font = median(visit.bytes_of_font for visit in visits) / 1024
    shifted = max(visit.shifted for visit in visits)
    return [
        Result("13", f"{name}: first view before the font", size, 34, unit=" KB",
               note=f"font {font:.1f} KB more, {visits[0].elements} elements"),
        Result("13", f"{name}: requests of the first view", max(visit.requests for visit in visits), 5, unit=""),
        Result("13", f"{name}: files that block the first paint", max(visit.blocking for visit in visits), 1, unit=""),
        Result("13", f"{name}: layout shift", shifted, 0, unit=""),
    ]  # fmt: skip
