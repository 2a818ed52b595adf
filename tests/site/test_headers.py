"""What every answer carries: on each address, whatever its status, for files and for errors too."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from config import headers, private
from newsroom.models import User

PRIVATE = private.PRIVATE_PREFIXES
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
# What stands for each kind of value in an address. No such row exists: a 404 must carry its headers as well.
VALUES = {
    "int": "1", "year": "2026", "two_digits": "01", "slug": "mexico", "str": "mexico",
    "uuid": "00000000-0000-4000-8000-000000000000", "path": "x",
}  # fmt: skip


def addresses(patterns: list[Any] | None = None, before: str = "/") -> Iterator[str]:
    """Yield one address for each pattern of the site, with a value for each of its parts."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, before + fill(route))
        elif isinstance(pattern, URLPattern):
            yield before + fill(route)


def fill(route: str) -> str:
    """Return a route or a regular expression with its parts replaced by values."""
    route = re.sub(r"\(\?P<\w+>[^)]*\)", "x", route).removeprefix("^").removesuffix("$").removesuffix("\\Z")
    return re.sub(r"<(?:(\w+):)?\w+>", lambda part: VALUES.get(part[1] or "str", "mexico"), route)


ALL = sorted(set(addresses()))
READING = [address for address in ALL if not address.startswith(PRIVATE)]
DESK = [address for address in ALL if address.startswith(private.DESK_PREFIXES)]

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor() -> Client:
    """Return a client that sees error pages as a browser does, and not the exceptions behind them."""
    return Client(raise_request_exception=False)


def directives(response: Any) -> dict[str, str]:
    """Return the content security policy as a dictionary."""
    parts = (part.strip() for part in response.headers["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in (part.partition(" ") for part in parts if part)}


def check_every_answer(response: Any) -> None:
    """Assert what no answer may be without."""
    for name, value in headers.ALWAYS.items():
        assert response.headers[name] == value
    # A style sheet or a script is used by a page, whose own policy holds.
    is_page = not response.headers.get("Content-Type", "").startswith(headers.USED_BY_PAGES)
    assert response.headers.get("Permissions-Policy") == (headers.PERMISSIONS_POLICY if is_page else None)
    policy = directives(response)
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert "Server" not in response.headers
    assert "X-Powered-By" not in response.headers


def check_reading(response: Any) -> None:
    """Assert the one policy of pages that caches keep, and that no cookie makes them somebody's."""
    check_every_answer(response)
    assert directives(response) == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert b"nonce=" not in b"".join(response)


def check_private(response: Any) -> None:
    """Assert that nothing may keep the answer."""
    check_every_answer(response)
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers


def test_the_site_has_both_kinds_of_address() -> None:
    assert "/" in READING
    assert "/accounts/login/" in DESK
    assert len(ALL) > 20


@pytest.mark.parametrize("address", READING)
def test_reading_addresses(visitor: Client, address: str) -> None:
    response = visitor.get(address)
    check_reading(response)
    if address in {"/healthz", "/readyz"} or response.status_code >= 500:
        assert "no-store" in response.headers["Cache-Control"]
    else:
        assert response.headers["Cache-Control"] == headers.READING_CACHE
    if response.status_code == 200 and "no-store" not in response.headers["Cache-Control"]:
        assert response.headers["ETag"]


@pytest.mark.parametrize("address", DESK)
def test_desk_addresses(visitor: Client, address: str) -> None:
    response = visitor.get(address)
    check_private(response)
    policy = directives(response)
    assert policy["require-trusted-types-for"] == "'script'"
    assert policy["trusted-types"] == "htmx"
    assert re.fullmatch(r"'self' 'nonce-[A-Za-z0-9_-]{20,}'", policy["script-src"])


@pytest.mark.parametrize("address", ALL)
def test_no_address_breaks_or_takes_a_method_that_it_does_not_declare(visitor: Client, address: str) -> None:
    for method in METHODS:
        response = visitor.generic(method, address)
        assert response.status_code < 500 or address == "/readyz", (method, response.content[:200])
        if response.status_code == 405:
            assert response.headers["Allow"]
            assert method not in response.headers["Allow"].split(", ")
        if method == "TRACE":
            assert response.status_code == 405
        check_every_answer(response)


def test_head_is_get_without_its_body(visitor: Client) -> None:
    for address in READING:
        got, asked = visitor.get(address), visitor.head(address)
        assert got.status_code == asked.status_code
        assert asked.content == b""


def test_nonces_are_never_used_twice(visitor: Client) -> None:
    seen = {directives(visitor.get("/accounts/login/"))["script-src"] for _ in range(200)}
    assert len(seen) == 200


def test_the_nonce_of_the_page_is_the_nonce_of_its_policy(visitor: Client) -> None:
    response = visitor.get("/accounts/login/")
    nonce = re.search(r"'nonce-([^']+)'", response.headers["Content-Security-Policy"])
    assert nonce
    in_page = set(re.findall(r'<script[^>]*nonce="([^"]*)"', response.content.decode()))
    assert in_page <= {nonce[1]}


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/no-such-page/", 404),
        ("/?q=%00", 400),
        ("/?q=%ff%fe", 400),
        ("/?q=%ed%a0%80", 400),
        ("/?q=" + "a" * 9000, 400),
        ("/%00", 400),
        ("/%ff", 400),
        ("/" + "a" * 3000, 400),
        ("/?" + "&".join(f"a{number}=1" for number in range(800)), 200),
        ("/?" + "&".join("a" for number in range(2000)), 400),
    ],
)
def test_malformed_addresses(visitor: Client, address: str, status: int) -> None:
    response = visitor.get(address)
    assert response.status_code == status
    check_reading(response)
    if status >= 400:
        assert b"<html" in response.content
        assert b"Traceback" not in response.content


def test_a_wrong_host_is_refused_with_every_header(visitor: Client) -> None:
    response = visitor.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    check_reading(response)


def test_a_form_without_its_token_is_refused_and_says_so() -> None:
    response = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "a@b.example", "password": "x"})
    assert response.status_code == 403
    check_private(response)


def test_a_body_that_is_too_large(visitor: Client) -> None:
    response = visitor.post("/accounts/login/", {"login": "a" * 3_000_000})
    assert response.status_code == 413
    check_private(response)


def test_too_many_fields(visitor: Client) -> None:
    assert visitor.post("/accounts/login/", {f"f{number}": "1" for number in range(1100)}).status_code == 400


def test_static_files_carry_the_same_headers(visitor: Client) -> None:
    response = visitor.get("/static/css/site.css")
    response.close()
    assert response.status_code == 200
    check_every_answer(response)
    assert "Access-Control-Allow-Origin" not in response.headers
    assert "Content-Language" not in response.headers
    assert not response.cookies
    check_reading(visitor.get("/static/no-such-file.css"))


def test_an_unknown_page_is_the_same_for_everybody(visitor: Client) -> None:
    first, second = visitor.get("/events/999999999/x/"), visitor.get("/no-such-page/")
    assert first.status_code == second.status_code == 404


def test_https_is_asked_for_where_it_is_served(settings: Any) -> None:
    settings.SECURE_HSTS_SECONDS, settings.SECURE_SSL_REDIRECT = 31_536_000, True
    response = Client().get("/about/")
    assert response.status_code == 301
    assert response.headers["Location"].startswith("https://")
    assert Client().get("/healthz").status_code == 200
    secure = Client().get("/healthz", secure=True)
    assert secure.headers["Strict-Transport-Security"] == "max-age=31536000"
    check_every_answer(response)


def test_sign_up_is_closed(visitor: Client) -> None:
    answer = visitor.post("/accounts/signup/", {"email": "chao@example.org", "password1": "correct horse battery"})
    assert answer.status_code == 200
    assert b'type="password"' not in answer.content
    assert not User.objects.exists()
