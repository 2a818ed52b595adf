"""The pages for what went wrong. Their templates read no database, so that they work when it does not."""

import json
import logging
import sys
from http import HTTPStatus

import psycopg.errors
from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError, InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token

from config.private import is_desk

RETRY_SECONDS = 10
LIMIT_SECONDS = 60
# Below it programs read, who are told of what went wrong in a form of theirs.
API_PREFIX = "/api/v1/"

PROBLEMS = {
    400: "The address or its parameters cannot be read: too long, or no text.",
    405: "This is for reading alone: GET and HEAD.",
    413: "What was sent is too large.",
    503: "The record cannot be read at the moment. Try again in some seconds.",
}

logger = logging.getLogger(__name__)


class DatabaseTrouble(HttpResponse):
    """Say that the database is in trouble: another server may have the answer."""


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400, or 413 where the body was larger than is read."""
    is_too_big = isinstance(exception, RequestDataTooBig)
    return _page(request, 413 if is_too_big else 400, {"is_too_big": is_too_big}, template="400.html")


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 403."""
    return _page(request, 403)


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 for a form whose token is missing or old, and say that nothing was saved.

    Outside the desk and the accounts no form needs a token: what is sent there lacks none, it is the wrong method. And
    no form sends by another method than POST.
    """
    if not is_desk(request):
        return method_not_allowed(request, "GET, HEAD")
    if request.method != "POST":
        return method_not_allowed(request, "GET, HEAD, POST")
    return _page(request, 403, {"is_stale_form": True})


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404, the same for what is hidden and for what never was."""
    return _page(request, 404)


def method_not_allowed(request: HttpRequest, allowed: str) -> HttpResponse:
    """Answer 405 with the methods that the address takes."""
    response = _page(request, 405, {"allowed": allowed})
    response.headers["Allow"] = allowed
    return response


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """Answer 429 with the seconds after which the limits of a minute are open again."""
    response = _page(request, 429)
    response.headers["Retry-After"] = str(LIMIT_SECONDS)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 503 where the database is in trouble and 500 otherwise; Django calls this while it handles the error."""
    status = 503 if is_database_trouble(sys.exc_info()[1]) else 500
    try:
        response = _page(request, status)
    except Exception:  # Whatever broke the page may have broken this one: the headers must leave all the same.
        logger.exception("The page for errors cannot be shown.")
        response = HttpResponse(f"{status}", content_type="text/plain; charset=utf-8", status=status)
    if status == 503:
        return DatabaseTrouble(response.content, status=503, headers={"Retry-After": str(RETRY_SECONDS)})
    return response


def is_database_trouble(error: BaseException | None) -> bool:
    """Return whether trying again later may help: no connection, a time limit, a lock, a record that is read-only."""
    if isinstance(error, OperationalError | InterfaceError):
        return True
    read_only = isinstance(error, InternalError | DatabaseError) and error.__cause__
    return isinstance(read_only, psycopg.errors.ReadOnlySqlTransaction)


def problem(request: HttpRequest, status: int, detail: str, **more: object) -> HttpResponse:
    """Answer a program with what was wrong, in a sentence (RFC 9457); ``more`` are members of the problem."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    text = json.dumps(told, ensure_ascii=False)
    return HttpResponse(text, content_type="application/problem+json; charset=utf-8", status=status)


def _page(
    request: HttpRequest, status: int, context: dict[str, object] | None = None, template: str = ""
) -> HttpResponse:
    """Render the template that is named after the status; programs get it as a problem."""
    if request.path_info.startswith(API_PREFIX):
        return problem(request, status, PROBLEMS.get(status, HTTPStatus(status).description or "That did not work."))
    return render(request, template or f"{status}.html", context, status=status)
