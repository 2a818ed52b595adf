"""The language of a page: its address says it, and nothing else, so that a cache keeps one page for an address."""

import threading
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.translation import trans_real

# Django keeps the language that is on where tasks of asyncio would each have their own: to ask takes 2 µs, and a page
# asks a hundred times. Here each request has a thread for itself. Without this line everything works, only later.
trans_real._active = threading.local()  # type: ignore[attr-defined]


class LanguageMiddleware:
    """Speak the language that the address begins with (``/es/…``), and English where it names none.

    Django's own middleware would also look at Accept-Language and a cookie, so that one address had several pages.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Activate the language for this request, and name it in the answer."""
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
            return response
