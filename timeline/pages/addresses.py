"""Addresses that a page names many times: each is put together once for a language."""

from functools import lru_cache

from django.urls import reverse
from django.utils.translation import get_language


def address_of(route: str, *arguments: str | int) -> str:
    """Return the address of a page in the language that is on."""
    return _address_of(route, arguments, get_language() or "")


@lru_cache(maxsize=4096)
def _address_of(route: str, arguments: tuple[str | int, ...], language: str) -> str:
    return reverse(route, args=arguments)
