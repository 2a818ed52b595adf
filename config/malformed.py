"""Methods and addresses that no page can be about are refused here, before anything reads them."""

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase

from config.errors import method_not_allowed

LONGEST_PATH = 2048
LONGEST_QUERY = 8192
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


class MalformedInputMiddleware:
    """Answer 400 for what is no text or too long, and 405 for methods that no view here knows (TRACE among them)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Look at the method and at the raw bytes of the address."""
        if request.method not in METHODS:
            return method_not_allowed(request, ", ".join(METHODS))
        query = request.META.get("QUERY_STRING", "").encode("latin-1", "replace")
        if len(request.path_info) > LONGEST_PATH or len(query) > LONGEST_QUERY:
            raise BadRequest("The address is too long.")
        if query.count(b"&") >= settings.DATA_UPLOAD_MAX_NUMBER_FIELDS:
            raise BadRequest("The address has too many parameters.")
        # Django has put bytes of the path that are no text back into their percent signs.
        for part in (unquote_to_bytes(request.path_info), unquote_to_bytes(query)):
            if b"\0" in part or not _is_text(part):
                raise BadRequest("The address holds bytes that are not text.")
        response = self.get_response(request)
        # Django's decorators refuse a method without a word to the person who tried.
        is_bare = isinstance(response, HttpResponseNotAllowed) and not response.content
        return method_not_allowed(request, response.headers["Allow"]) if is_bare else response


def _is_text(part: bytes) -> bool:
    """Return whether the bytes are UTF-8; lone surrogates are not."""
    try:
        part.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
