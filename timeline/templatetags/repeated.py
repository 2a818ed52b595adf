"""A tag for what a page shows a hundred times: its template is drawn once for each form, and filled with the values.

Django looks up, localises and escapes every value of every entry by itself; of a page with a hundred sources and a
hundred options that was most of the time. Here the markup still stands in one template, with its translations, and
every value is escaped; only the template is not walked again for each entry.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from operator import attrgetter
from typing import Any

from django import template
from django.conf import settings
from django.template.loader import get_template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

register = template.Library()
# Stands in a drawn form for a value; its number is that of the value. Nothing that is escaped stands in it.
PLACE = "\ue000{}\ue001"
FILLED = re.compile("\ue000([0-9]+)\ue001")
NAME = re.compile(r"\bentry\.([a-z_]+(?:\.[a-z_]+)*)")
# A value can be printed or asked for; what a filter or a comparison makes of it would be known only with the value.
ALLOWED = re.compile(r"{{ entry\.[a-z_.]+ }}|{% (?:el)?if entry\.[a-z_.]+ %}")
# In a form's key for any value that is no empty one: such a value is drawn as it is, and may be asked for.
GIVEN = object()

Constants = tuple[tuple[str, Any], ...]


@register.simple_tag
def repeated(template_name: str, entries: Iterable[Any], **constants: Any) -> SafeString:
    """Draw a template for each entry, which it calls ``entry``; constants are the same for all, and few.

    What is drawn equals an ``include`` in a loop without localised numbers.
    """
    names, read = _values_of(template_name)
    language, same = get_language() or "", tuple(constants.items())
    drawn = []
    for entry in entries:
        values = read(entry) if len(names) > 1 else (read(entry),)
        key = tuple([value if value is True or not value else GIVEN for value in values])
        text, places = _form(template_name, key, same, language)
        drawn.append(text % tuple([_escaped(values[place]) for place in places]))
    return mark_safe("".join(drawn))  # noqa: S308 - drawn by a template, and every value is escaped


def _escaped(value: Any) -> str:
    # Most are plain texts, for which Django's own function does the same by way of three others.
    return escape(value) if type(value) is str else conditional_escape(value)


@lru_cache(maxsize=64)
def _values_of(template_name: str) -> tuple[tuple[str, ...], Any]:
    """Return the names of the values that a template prints or asks for, and what reads them from an entry."""
    source = get_template(template_name).template.source  # type: ignore[attr-defined]
    if NAME.search(ALLOWED.sub("", source)):
        raise template.TemplateSyntaxError(f"{template_name} may only print the values of its entry or ask for them")
    names = tuple(dict.fromkeys(NAME.findall(source)))
    return names, attrgetter(*names)


def _form(template_name: str, key: tuple[Any, ...], constants: Constants, language: str) -> tuple[str, tuple[int, ...]]:
    """Return the text that a template draws of values that are given, empty or true, and which value fills each gap."""
    # While templates are worked on, nothing of them is kept.
    draw = _drawn.__wrapped__ if settings.DEBUG else _drawn
    return draw(template_name, key, constants, language)


@lru_cache(maxsize=1024)
def _drawn(
    template_name: str, key: tuple[Any, ...], constants: Constants, language: str
) -> tuple[str, tuple[int, ...]]:
    entry: dict[str, Any] = {}
    for number, (name, value) in enumerate(zip(_values_of(template_name)[0], key, strict=True)):
        *path, last = name.split(".")
        inner = entry
        for part in path:
            inner = inner.setdefault(part, {})
        inner[last] = PLACE.format(number) if value is GIVEN else value
    text = get_template(template_name).render({"entry": entry, **dict(constants)}).strip()
    return FILLED.sub("%s", text.replace("%", "%%")), tuple(int(number) for number in FILLED.findall(text))
