"""Addresses as pages name them: each route is looked up once for a language, and an address told in another."""

import re
from collections.abc import Callable
from functools import lru_cache, partial

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, get_language_from_path

from timeline.models import Country

# What an address says as it stands: nothing of it would have to be encoded.
PLAIN = re.compile(r"[a-z0-9-]+")


def address_of(route: str, *arguments: str | int) -> str:
    """Return the address of a page in the language that is on."""
    return _address(get_language() or "", route, *arguments)


def addresses_of(route: str) -> Callable[..., str]:
    """Return what gives a route's addresses in the language that is on: a long list need not ask for it each time."""
    return partial(_address, get_language() or "", route)


def _address(language: str, route: str, *arguments: str | int) -> str:
    for argument in arguments:
        if type(argument) is not int and not PLAIN.fullmatch(str(argument)):
            return reverse(route, args=arguments)
    return _form_of(route, tuple(map(type, arguments)), language) % arguments


@lru_cache(maxsize=1024)
def _form_of(route: str, kinds: tuple[type, ...], language: str) -> str:
    """Return a route's address with a place for each argument: to look a route up takes longer than most else."""
    stand_ins = [str(place) * 9 for place in range(1, len(kinds) + 1)]
    given = [int(text) if kind is int else text for kind, text in zip(kinds, stand_ins, strict=True)]
    form = reverse(route, args=given).replace("%", "%%")
    for text in stand_ins:
        form = form.replace(text, "%s")
    return form


def pair_address(one: Country, other: Country) -> str:
    """Return the canonical address of two countries' timeline."""
    return pair_addresses(one)(other)


def pair_addresses(one: Country) -> Callable[[Country], str]:
    """Return what gives the same of one country with others."""
    to_pair = addresses_of("timeline:pair")
    return lambda other: to_pair(*sorted((one.slug, other.slug)))


def address_in(language: str, here: str) -> str:
    """Return a reading page's address in another language: the same but for what it begins with."""
    if named := _language_named(here.split("/", 2)[1]):
        here = here.removeprefix(f"/{named}")
    return here if language == settings.LANGUAGE_CODE else f"/{language}{here}"


@lru_cache(maxsize=256)
def _language_named(beginning: str) -> str | None:
    """Return the language that an address's first part names: Django asks anew each time where it names none."""
    return get_language_from_path(f"/{beginning}/")
