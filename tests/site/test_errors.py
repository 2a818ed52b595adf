"""What a visitor sees when something breaks: a page, the right status, every header, and nothing of the inside."""

from typing import Any

import psycopg.errors
import pytest
from django.core.cache import cache
from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig
from django.db import InternalError, OperationalError, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path

from config import errors, headers
from config import urls as site

INSIDE = "SELECT secret FROM place"


def read_only() -> InternalError:
    error = InternalError(INSIDE)
    error.__cause__ = psycopg.errors.ReadOnlySqlTransaction()
    return error


FAILURES: dict[str, tuple[Exception, int]] = {
    "operational": (OperationalError(INSIDE), 503),
    "read-only": (read_only(), 503),
    "internal": (InternalError(INSIDE), 500),
    "bug": (KeyError(INSIDE), 500),
    "missing": (Http404(INSIDE), 404),
    "refused": (PermissionDenied(INSIDE), 403),
    "bad": (BadRequest(INSIDE), 400),
}


def fail(request: HttpRequest, kind: str) -> HttpResponse:
    raise FAILURES[kind][0]


def wait(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '20ms'")
        cursor.execute("SELECT pg_sleep(60)")
    return HttpResponse("late")


urlpatterns = [*site.urlpatterns, path("fail/<str:kind>/", fail), path("wait/", wait)]
handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.page_not_found"
handler500 = "config.errors.server_error"

pytestmark = pytest.mark.urls(__name__)


def check(response: Any, status: int) -> None:
    assert response.status_code == status
    assert INSIDE not in response.content.decode()
    for name, value in headers.ALWAYS.items():
        assert response.headers[name] == value
    assert response.headers["Content-Security-Policy"]
    assert not response.cookies
    assert response.headers.get("Retry-After") == (str(errors.RETRY_SECONDS) if status == 503 else None)
    if status >= 500:
        assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("kind", FAILURES)
def test_each_failure_has_its_page(kind: str) -> None:
    """No database is asked for: this test may not use one, so a page that did would fail here."""
    response = Client(raise_request_exception=False).get(f"/fail/{kind}/")
    check(response, FAILURES[kind][1])
    assert b"<h1" in response.content


@pytest.mark.parametrize(
    ("allowed", "said"),
    [
        ("GET, HEAD", "This page can only be read"),
        ("POST", "There is nothing to read at this address"),
        ("GET, HEAD, POST", "This page cannot be used in that way"),
    ],
)
def test_a_refused_method_is_told_what_the_address_takes(rf: RequestFactory, allowed: str, said: str) -> None:
    response = errors.method_not_allowed(rf.get("/"), allowed)
    assert response.headers["Allow"] == allowed
    page = response.content.decode()
    assert f"<title>{said} · Bilateral</title>" in page
    assert f"<h1>{said}</h1>" in page


def test_what_is_too_large_is_told_so(rf: RequestFactory) -> None:
    response = errors.bad_request(rf.post("/newsroom/articles/new/"), RequestDataTooBig(INSIDE))
    assert response.status_code == 413
    assert "<h1>This is too large</h1>" in response.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/pairs/mexico/united-states/",
        "/events/1/x/",
        "/healthz",
        "/follow/sent/",
        "/es/follow/sent/",
        "/-/components/",
    ],
)
@pytest.mark.urls("config.urls")
def test_what_is_sent_to_a_page_without_forms_is_the_wrong_method(address: str) -> None:
    response = Client(enforce_csrf_checks=True).post(address, {"x": "1"})
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("address", ["/newsroom/", "/accounts/login/"])
@pytest.mark.urls("config.urls")
def test_a_method_that_no_form_sends_is_no_form_that_was_open_too_long(address: str) -> None:
    for method in ("PUT", "PATCH", "DELETE"):
        response = Client(enforce_csrf_checks=True).generic(method, address)
        assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, POST")
    assert Client(enforce_csrf_checks=True).post(address).status_code == 403


@pytest.mark.django_db
@pytest.mark.urls("config.urls")
def test_who_tries_too_often_is_told_so_and_when_to_try_again(settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    cache.clear()
    sent = {"login": "nobody@example.org", "password": "nine quiet rivers"}
    answers = [Client().post("/accounts/login/", sent) for _ in range(3)]
    cache.clear()
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[-1].headers["Retry-After"] == "60"
    page = answers[-1].content.decode()
    assert "<h1>Too many attempts in a short time</h1>" in page
    assert "nothing was saved" in page
    assert 'role="search"' in page


@pytest.mark.django_db
def test_a_query_that_takes_too_long_is_ended_and_says_try_again() -> None:
    check(Client(raise_request_exception=False).get("/wait/"), 503)


def test_an_error_page_that_breaks_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise RuntimeError(INSIDE)

    monkeypatch.setattr(errors, "render", refuse)
    response = Client(raise_request_exception=False).get("/fail/bug/")
    check(response, 500)
    assert response.content == b"500"


@pytest.mark.django_db
def test_time_limits_of_commands_and_jobs() -> None:
    with connection.cursor() as cursor:
        limits = []
        for name in ("statement_timeout", "lock_timeout"):
            cursor.execute(f"SHOW {name}")
            limits.append(cursor.fetchone()[0])
    assert limits == ["1min", "2s"]
    # The settings of the tests put a longer one behind it.
    assert " -c idle_in_transaction_session_timeout=10s " in connection.settings_dict["OPTIONS"]["options"]
