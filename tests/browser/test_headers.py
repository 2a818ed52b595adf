"""The policies as a browser applies them: nothing is blocked, also after a 304 and after Back; injected markup is."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.django_db(transaction=True)

READING = ["/", "/about/", "/no-such-page/"]
LOGIN = "/accounts/login/"

# What an article might carry in to make htmx ask for something; each is put on an element of its own.
INJECTED: list[dict[str, str]] = [
    {"hx-get": "/canary/", "hx-trigger": "load"},
    {"hx-post": "/canary/", "hx-trigger": "load"},
    {"hx-put": "/canary/", "hx-trigger": "load"},
    {"hx-patch": "/canary/", "hx-trigger": "load"},
    {"hx-delete": "/canary/", "hx-trigger": "load"},
    {"hx-action": "/canary/", "hx-method": "get", "hx-trigger": "load"},
    {"data-hx-get": "/canary/", "data-hx-trigger": "load"},
    {"hx-get": "/canary/", "hx-trigger": "every 1ms"},
    {"hx-get": "/canary/", "hx-trigger": "revealed"},
    {"hx-get": "/canary/", "hx-trigger": "intersect"},
    {"hx-get": "/canary/", "hx-trigger": "load", "hx-nonce": ""},
    {"hx-get": "/canary/", "hx-trigger": "load", "hx-nonce": "guess"},
    {"hx-get": "/canary/", "hx-trigger": "load", "nonce": "guess"},
    {"hx-get": "/canary/", "hx-trigger": "load", "hx-target": "body", "hx-swap": "innerHTML"},
    {"hx-get:inherited": "/canary/", "hx-trigger:inherited": "load"},
    {"hx-on:load": "fetch('/canary/')"},
    {"hx-on::after:init": "fetch('/canary/')"},
    {"hx-get": "js:'/canary/'", "hx-trigger": "load"},
    {"hx-get": "/canary/", "hx-trigger": "load", "hx-vals": "js:{a: fetch('/canary/')}"},
    {"onclick": "fetch('/canary/')"},
]


@pytest.fixture
def keeping(chromium: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """A context whose cache works, for which nothing may be routed; it reports what its policy blocked."""
    context = chromium.new_context(base_url=live_server.url)
    violations: list[str] = []
    context.expose_binding("reportViolation", lambda source, words: violations.append(words))
    context.add_init_script(
        "addEventListener('securitypolicyviolation', e => reportViolation(`${e.violatedDirective} ${e.blockedURI}`))"
    )
    yield context
    context.close()
    assert violations == []


def statuses(page: Page, address: str) -> list[int]:
    """Return a list into which the network's own status of each answer for the address is written."""
    found: list[int] = []
    wanted: set[str] = set()
    session = page.context.new_cdp_session(page)
    session.on(
        "Network.requestWillBeSent",
        lambda event: wanted.add(event["requestId"]) if event["request"]["url"].endswith(address) else None,
    )
    session.on(
        "Network.responseReceivedExtraInfo",
        lambda event: found.append(event["statusCode"]) if event["requestId"] in wanted else None,
    )
    session.send("Network.enable")
    return found


def test_a_page_works_after_a_304_and_after_back(keeping: BrowserContext) -> None:
    page = keeping.new_page()
    found = statuses(page, "/about/")
    page.goto("/about/")
    page.goto("/")
    page.goto("/about/")
    assert found == [200, 304]
    assert page.locator("h1").count() == 1
    assert page.evaluate("typeof htmx") == "object"
    page.goto("/")
    page.go_back()
    assert page.url.endswith("/about/")
    assert page.evaluate("typeof htmx") == "object"
    page.reload()
    assert page.evaluate("typeof htmx") == "object"


def test_reading_sets_no_cookie(context: BrowserContext, page: Page) -> None:
    for address in READING:
        page.goto(address)
    assert context.cookies() == []


def test_an_inline_script_does_not_run_on_a_reading_page(keeping: BrowserContext, live_server: LiveServer) -> None:
    page = keeping.browser.new_context(base_url=live_server.url).new_page()
    page.goto("/")
    page.evaluate(
        "() => { const made = document.createElement('script'); made.textContent = 'window.ran = 1';"
        " document.body.append(made) }"
    )
    assert page.evaluate("window.ran") is None
    page.context.close()


@pytest.mark.parametrize("attributes", INJECTED, ids=" ".join)
def test_injected_attributes_ask_for_nothing_on_the_desk(
    chromium: Browser, live_server: LiveServer, attributes: dict[str, str]
) -> None:
    context = chromium.new_context(base_url=live_server.url)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url) if "canary" in request.url else None)
    page = context.new_page()
    page.goto(LOGIN)
    assert page.evaluate("typeof htmx") == "object"
    page.evaluate(
        """attributes => {
            const element = document.createElement('a');
            element.textContent = 'injected';
            for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
            document.body.append(element);
            htmx.process(element);
            element.click();
            element.dispatchEvent(new Event('load'));
        }""",
        attributes,
    )
    # Whatever was going to be asked is asked before this answer comes.
    page.evaluate("fetch('/healthz').then(answer => answer.text())")
    context.close()
    assert asked == []


def test_text_becomes_markup_through_htmx_only(chromium: Browser, live_server: LiveServer) -> None:
    context = chromium.new_context(base_url=live_server.url)
    page = context.new_page()
    page.goto(LOGIN)
    outcome: Any = page.evaluate(
        "() => { try { document.body.innerHTML = '<b>x</b>'; return 'written' } catch (error) { return error.name } }"
    )
    context.close()
    assert outcome == "TypeError"
