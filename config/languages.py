"""The language of a page: its address says it, and nothing else, so that a cache keeps one page for an address."""

import threading
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.translation import trans_real

# Django keeps the language that is on where tasks of asyncio would each have their own: to ask takes 2 µs, and a page
# asks a hundred times. Here each request has a thread for itself. Without this line everything works, only later.
trans_real._active = threading.local()  # type: ignore[attr-defined]

# The interface says some two thousand things, and numbers of them.
MOST_WORDS = 8192


def remember_words() -> None:
    """Let every language know what it said before, for as long as the process lives; one that does is left as it is.

    Django asks the catalogue of each app in turn, and what stands in English in the code is in none of them: a tenth
    of a millisecond for a page.
    """
    for code, _ in settings.LANGUAGES:
        language: Any = trans_real.translation(code)
        if hasattr(language.gettext, "cache_info"):
            continue
        language.gettext = lru_cache(maxsize=MOST_WORDS)(language.gettext)
        language.ngettext = lru_cache(maxsize=MOST_WORDS)(language.ngettext)


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
