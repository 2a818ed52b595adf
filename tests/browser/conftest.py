"""A browser for tests: Debian's Chromium, with no way out but to the server under test."""

import os
import shutil
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright
from pytest_django.live_server_helper import LiveServer

# Playwright runs an event loop in this thread, and Django would refuse the database for that reason alone.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start Chromium once; without one the browser tests are skipped here, and fail where CI is set."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        reason = "there is no Chromium here (looked for " + ", ".join(NAMES) + ")"
        if os.environ.get("CI"):
            pytest.fail(f"Browser tests are required: {reason}.")
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def live_server() -> Iterator[LiveServer]:
    """Serve static files as the site does, through its middleware, and not as Django's development server would."""
    with patch("django.contrib.staticfiles.handlers.StaticFilesHandler", new=lambda handler: handler):
        server = LiveServer("127.0.0.1")
    yield server
    server.stop()


def _open(chromium: Browser, server: LiveServer, **options: object) -> BrowserContext:
    """Return a context that reaches the server under test and nothing else; what it tried goes into `.refused`."""
    context = chromium.new_context(base_url=server.url, **options)
    refused: list[str] = []

    def decide(route: Route) -> None:
        if route.request.url.startswith((server.url, "data:")):
            route.continue_()
        else:
            refused.append(route.request.url)
            route.abort()

    context.route("**/*", decide)
    context.refused = refused
    # Each page reports what its policy blocked.
    context.violations = []
    context.expose_binding("reportViolation", lambda source, words: context.violations.append(words))
    if options.get("java_script_enabled", True):
        context.add_init_script(
            "addEventListener('securitypolicyviolation', e =>"
            " reportViolation(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber} ${e.sample}`))"
        )
    return context


@pytest.fixture
def context(chromium: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """Open a context of 1280 by 800; a request to another host or a blocked script fails the test at its end."""
    context = _open(chromium, live_server, viewport={"width": 1280, "height": 800}, locale="en-GB")
    yield context
    context.close()
    assert context.refused == [], "requests to other hosts"
    assert context.violations == [], "the content security policy blocked something"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Return a page with JavaScript."""
    return context.new_page()


@pytest.fixture
def page_without_javascript(chromium: Browser, live_server: LiveServer) -> Iterator[Page]:
    """Return a page of a browser in which no script runs."""
    context = _open(chromium, live_server, java_script_enabled=False, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()
    assert context.refused == [], "requests to other hosts"
