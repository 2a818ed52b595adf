"""Addresses as pages name them: each is put together once for a language, and told in another language."""

from functools import lru_cache

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, get_language_from_path


def address_of(route: str, *arguments: str | int) -> str:
    """Return the address of a page in the language that is on."""
    return _address_of(route, arguments, get_language() or "")


@lru_cache(maxsize=4096)
def _address_of(route: str, arguments: tuple[str | int, ...], language: str) -> str:
    return reverse(route, args=arguments)


def address_in(language: str, here: str) -> str:
    """Return a reading page's address in another language: the same but for what it begins with."""
    if named := get_language_from_path(here):
        here = here.removeprefix(f"/{named}")
    return here if language == settings.LANGUAGE_CODE else f"/{language}{here}"
