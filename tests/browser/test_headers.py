"""The policies as a browser applies them: nothing is blocked, also after a 304 and after Back; injected markup is."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from newsroom.actions import enrol_user
from newsroom.models import Role

pytestmark = pytest.mark.django_db(transaction=True)

NOON = datetime(2026, 1, 13, 12, tzinfo=UTC)
READING = ["/", "/about/", "/no-such-page/"]
DESK = "/newsroom/articles/new/"

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


@pytest.fixture
def desk(chromium: Browser, live_server: LiveServer, client: Client, settings: Any) -> Iterator[Page]:
    """A page of the desk, logged in, on which policies are tried out: what they block is no failure here."""
    editor = enrol_user(email="ana@example.org", role=Role.EDITOR, password="correct horse battery", at=NOON)
    client.force_login(editor)
    context = chromium.new_context(base_url=live_server.url)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    page = context.new_page()
    page.goto(DESK)
    assert page.url.endswith(DESK)
    assert page.evaluate("typeof htmx") == "object"
    yield page
    context.close()


def test_a_page_works_after_a_304_and_after_back(keeping: BrowserContext) -> None:
    page = keeping.new_page()
    found = statuses(page, "/about/")
    page.goto("/about/")
    page.goto("/")
    page.goto("/about/")
    assert found == [200, 304]
    assert page.locator("h1").count() == 1
    assert page.locator("html.is-scripted").count() == 1
    page.goto("/")
    page.go_back()
    assert page.url.endswith("/about/")
    assert page.locator("html.is-scripted").count() == 1
    page.reload()
    assert page.locator("html.is-scripted").count() == 1


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
def test_injected_attributes_ask_for_nothing_on_the_desk(desk: Page, attributes: dict[str, str]) -> None:
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url))
    desk.evaluate(
        """attributes => {
            const element = document.createElement('a');
            element.textContent = 'injected';
            for (const [name, value] of Object.entries(attributes)) {
                // Trusted Types refuse some names at once.
                try { element.setAttribute(name, value) } catch (error) { if (name !== 'onclick') throw error }
            }
            document.body.append(element);
            htmx.process(element);
            element.click();
            element.dispatchEvent(new Event('load'));
        }""",
        attributes,
    )
    # Whatever was going to be asked is asked before this answer comes.
    desk.evaluate("fetch('/healthz').then(answer => answer.text())")
    assert [url for url in asked if not url.endswith("/healthz")] == []
    assert asked


def test_the_same_attributes_with_the_nonce_do_ask(desk: Page) -> None:
    """Or the test above could not fail."""
    with desk.expect_request("**/canary/"):
        desk.evaluate(
            """() => {
                const element = document.createElement('a');
                element.setAttribute('hx-get', '/canary/');
                element.setAttribute('hx-trigger', 'load');
                element.setAttribute('hx-nonce', document.querySelector('script[nonce]').nonce);
                document.body.append(element);
                htmx.process(element);
            }"""
        )


def test_text_becomes_markup_through_htmx_only(desk: Page) -> None:
    outcome = desk.evaluate(
        "() => { try { document.body.innerHTML = '<b>x</b>'; return 'written' } catch (error) { return error.name } }"
    )
    assert outcome == "TypeError"


def test_after_logging_out_back_shows_nothing_of_the_desk(desk: Page) -> None:
    desk.goto("/accounts/logout/")
    desk.get_by_role("button", name=re.compile("out", re.IGNORECASE)).last.click()
    desk.wait_for_url(lambda url: "/accounts/logout/" not in url)
    desk.go_back()
    desk.goto(DESK)
    assert "/accounts/login/" in desk.url
    assert desk.evaluate("sessionStorage.length + localStorage.length") == 0
