"""Points by the rules of Mozilla's HTTP Observatory (algorithm 6), counted over https on a reading and a desk page."""

import re
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

REFERRER_POLICIES = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
HALF_A_YEAR = 15_768_000


@pytest.fixture
def over_https(settings: Any) -> Client:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    return Client(raise_request_exception=False)


def policy_points(headers: Any) -> int:
    policy = dict(part.strip().partition(" ")[::2] for part in headers["Content-Security-Policy"].split(";"))
    if "unsafe" in headers["Content-Security-Policy"]:
        return -20
    return 10 if policy["default-src"] == "'none'" else 5


def cookie_points(cookies: SimpleCookie) -> int:
    if not cookies:
        return 0
    for name, cookie in cookies.items():
        if not cookie["secure"] or cookie["samesite"] not in {"Lax", "Strict"}:
            return -20
        if re.search("login|sess", name) and not cookie["httponly"]:
            return -30
    return 5


def isolation_points(headers: Any) -> int:
    return (
        (10 if headers.get("Cross-Origin-Opener-Policy") == "same-origin" else 0)
        + (10 if headers.get("Cross-Origin-Embedder-Policy") == "require-corp" else 0)
        + (10 if headers.get("Cross-Origin-Resource-Policy") == "same-origin" else 0)
    )


def transport_points(headers: Any) -> int:
    seconds = re.search(r"max-age=(\d+)", headers.get("Strict-Transport-Security", ""))
    if not seconds:
        return -20
    return 0 if int(seconds[1]) >= HALF_A_YEAR else -10


def script_points(html: str) -> int:
    scripts = re.findall(r"<script[^>]*\bsrc=[^>]*>", html)
    if any(re.search(r"src=[\"']?(https?:)?//", script) for script in scripts):
        return -20
    return 5 if scripts and all("integrity=" in script for script in scripts) else 0


def points(response: Any) -> int:
    headers = response.headers
    total = 100 + policy_points(headers) + cookie_points(response.cookies) + isolation_points(headers)
    total += 5 if headers["Referrer-Policy"] in REFERRER_POLICIES else 0
    total += transport_points(headers) + script_points(response.content.decode())
    total += 0 if headers["X-Content-Type-Options"] == "nosniff" else -5
    return total + (5 if "frame-ancestors" in headers["Content-Security-Policy"] else -20)


@pytest.mark.parametrize(
    ("address", "status", "least"),
    # 5 more would be for an `integrity` on each script, which guards against another host's files; there is no other
    # host here, and names that carry a hash already.
    [
        ("/", 200, 150),
        ("/about/", 200, 150),
        ("/no-such-page/", 404, 150),
        ("/healthz", 200, 150),
        ("/accounts/login/", 200, 155),
    ],
)
def test_points(over_https: Client, address: str, status: int, least: int) -> None:
    response = over_https.get(address, secure=True)
    assert response.status_code == status
    assert points(response) >= least


def test_plain_http_is_sent_to_https_on_the_same_host_first(over_https: Client) -> None:
    response = over_https.get("/about/?a=b")
    assert (response.status_code, response.headers["Location"]) == (301, "https://testserver/about/?a=b")
