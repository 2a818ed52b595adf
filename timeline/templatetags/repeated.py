"""Tags for what pages show again and again: a template is drawn once for each form, and filled with the values.

Django looks up, localises and escapes every value by itself, and walks every template anew for each page; that was most
of the time of a page. Here the markup still stands in one template, with its translations, and every value is escaped;
only the template is not walked again for each entry. ``repeated`` draws a list, ``filled`` one entry, ``recurring`` a
list of which most entries were drawn before, on this page or another.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape
from operator import attrgetter, itemgetter, truth
from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.template.loader import get_template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()
# Stands in a drawn form for a value; its number is that of the value. Nothing that is escaped stands in it.
PLACE = "\ue000{}\ue001"
FILLED = re.compile("\ue000([0-9]+)\ue001")
NAME = re.compile(r"\bentry\.([a-z_]+(?:\.[a-z_]+)*)")
# What an entry holds is drawn by a template of its own: a list, one entry, or a constant by its name.
WITHIN = re.compile(r'{% (repeated|recurring|filled|once) "([^"]+)" (?:([a-z_]+)=)?entry\.([a-z_.]+) %}')
# A value can be printed or asked for; what a filter or a comparison makes of it would be known only with the value.
ALLOWED = re.compile(rf"{{{{ entry\.[a-z_.]+ }}}}|{{% (?:el)?if entry\.[a-z_.]+ %}}|{WITHIN.pattern}")
ASKED = re.compile(r"{% (?:el)?if entry\.([a-z_.]+) %}")
# A template that asks for many values may have more forms than it is worth to keep.
MOST_FORMS = 256
# The form of a page's filters is some 25 KB for each set of options, of which those of busy pairs are few.
MOST_NAMED_FORMS = 64
# Of some 400 bytes each: those of twenty busy pairs.
MOST_RECURRING = 2048

# Only where one of these stands in a text it is escaped.
UNSAFE = "&<>\"'"
NOTHING = SafeString("")
Constants = tuple[tuple[str, Any], ...]


class Gap(SafeString):
    """Stands in a drawn form for a value, or for what a list or an entry within an entry is drawn as."""

    is_given = True

    @classmethod
    def of(cls, number: int, *, is_given: bool) -> "Gap":
        """Return the gap for the value of a number; asked for, it is as true as the value."""
        gap = cls(PLACE.format(number))
        gap.is_given = is_given
        return gap

    def __bool__(self) -> bool:
        return self.is_given


class Form(NamedTuple):
    """What a template draws of values that are given or empty: the texts around its gaps, one more than these.

    What fills the gaps is picked from all values.
    """

    texts: list[str]
    pick: Callable[[Sequence[Any]], Sequence[Any]]


class Within(NamedTuple):
    """What an entry holds that has a template of its own: a list, one entry that may be missing, or a constant."""

    tag: str
    template: str
    constant: str


class Pattern(NamedTuple):
    """Which values of an entry a template uses, the places of those that have templates, and what reads them.

    All are read of an entry; of these, those that are asked for, if any, are picked: they tell the template's forms
    apart.
    """

    names: tuple[str, ...]
    within: tuple[tuple[int, Within], ...]
    asks: bool
    read: Callable[[Any], Sequence[Any]]
    pick_asked: Callable[[Sequence[Any]], Sequence[Any]]


@register.simple_tag
def once(template_name: str, **constants: Any) -> SafeString:
    """Draw a template that depends on the language and on a few constants alone; it is drawn once for each."""
    gap = next((value for value in constants.values() if isinstance(value, Gap)), None)
    return _once(template_name, tuple(constants.items()), get_language() or "") if gap is None else gap


def _once(template_name: str, constants: Constants, language: str) -> SafeString:
    draw = _drawn_once.__wrapped__ if settings.DEBUG else _drawn_once
    return draw(template_name, constants, language)


@lru_cache(maxsize=1024)
def _drawn_once(template_name: str, constants: Constants, language: str) -> SafeString:
    return SafeString(get_template(template_name).render(dict(constants)))


@register.simple_tag
def repeated(template_name: str, entries: Iterable[Any], **constants: Any) -> SafeString:
    """Draw a template for each entry, which it calls ``entry``; constants are the same for all, and few.

    What is drawn equals an ``include`` in a loop without localised numbers. In a form that is drawn for other values a
    list within an entry is a gap like any value, and its template is drawn when it is filled.
    """
    if isinstance(entries, Gap):
        return entries
    drawn = _filled(template_name, entries, tuple(constants.items()), get_language() or "")
    return SafeString(drawn)


@register.simple_tag
def recurring(template_name: str, entries: Iterable[Hashable]) -> SafeString:
    """Draw a template for each entry, as ``repeated``; what an entry was drawn as is known when it comes again.

    Entries that are equal are drawn alike.
    """
    return entries if isinstance(entries, Gap) else _recurring(template_name, entries, get_language() or "")


@register.simple_tag
def filled(template_name: str, entry: Any, **constants: Any) -> SafeString:
    """Draw a template for one entry, as ``repeated``; for none nothing."""
    if isinstance(entry, Gap):
        return entry
    return repeated(template_name, _one(entry), **constants)


def filled_by_name(
    template_name: str, values: Mapping[Hashable, Any], entry: Callable[[Mapping[Hashable, Any]], Any]
) -> SafeString:
    """Draw a template for an entry that is told from others by the names of its values alone, which may be many.

    It is made and drawn once for the same names, with gaps in place of the values.
    """
    names, language = tuple(values), get_language() or ""
    forms = {} if settings.DEBUG else _named_forms(template_name, language)
    if (form := forms.get(names)) is None:
        if len(forms) >= MOST_NAMED_FORMS:
            forms.clear()
        gaps = {name: Gap.of(number, is_given=True) for number, name in enumerate(names)}
        form = forms[names] = _form(filled(template_name, entry(gaps)))
    return SafeString("".join(_woven(form.texts, [*form.pick(list(values.values())), ""])))


def drawn_round(template_name: str, text: str, context: Callable[[str], Mapping[str, Any]]) -> SafeString:
    """Draw a template that differs by one text alone, which it only prints or asks for; the text stands where it says.

    It is drawn once for a language with a gap in its place, and once for none. What else the context has is always the
    same for this template.
    """
    language, is_given = get_language() or "", bool(text)
    forms = {} if settings.DEBUG else _named_forms(template_name, language)
    if (form := forms.get((is_given,))) is None:
        drawn = get_template(template_name).render(dict(context(Gap.of(0, is_given=is_given))))
        form = forms[is_given,] = _form(drawn)
    return SafeString(_escaped(text).join(form.texts))


def _one(entry: Any) -> tuple[Any, ...]:
    return (entry,) if entry else ()


def filled_as_sent(template_name: str, entry: Any) -> bytes:
    """Draw a template for one entry, as ``filled``, in UTF-8 as it is sent.

    Each piece is encoded by itself: what is ASCII is then copied, where else every letter of the page is looked at.
    """
    pieces = _pieces(template_name, _one(entry), (), get_language() or "")
    return b"".join([piece.encode() for piece in pieces])


def _filled(template_name: str, entries: Iterable[Any], constants: Constants, language: str) -> str:
    # Joined at once: to put a long text in place of "%s" takes many times as long.
    return "".join(_pieces(template_name, entries, constants, language))


def _pieces(template_name: str, entries: Iterable[Any], constants: Constants, language: str) -> list[str]:
    pattern = _pattern_of(template_name)
    # While templates are worked on, nothing of them is kept.
    forms = {} if settings.DEBUG else _forms(template_name, constants, language)
    texts: list[str] = []
    filling: list[Any] = []
    for entry in entries:
        values = pattern.read(entry)
        if pattern.within:
            values = list(values)
            for place, part in pattern.within:
                values[place] = _drawn_within(part, values[place], language)
        # A template that asks for nothing has one form.
        key = tuple(map(truth, pattern.pick_asked(values))) if pattern.asks else ()
        if (form := forms.get(key)) is None:
            if len(forms) >= MOST_FORMS:
                forms.clear()
            form = forms[key] = _drawn(template_name, key, constants)
        texts += form.texts
        filling += form.pick(values)
        # Behind an entry's last text stands the first of the next.
        filling.append("")
    return _woven(texts, filling)


def _woven(texts: Sequence[str], values: Sequence[Any]) -> list[str]:
    """Return texts with an escaped value behind each."""
    woven = [""] * (2 * len(texts))
    woven[::2] = texts
    woven[1::2] = _all_escaped(values)
    return woven


def _all_escaped(values: Sequence[Any]) -> list[str]:
    # Most texts have no markup: to look through all of them together takes a fraction of one look at each. What else is
    # asked here spares most values a call.
    texts = "".join([value for value in values if type(value) is str])
    as_it_is = SafeString if any(sign in texts for sign in UNSAFE) else str
    return [
        value
        if (kind := type(value)) is as_it_is or kind is SafeString
        else str(value)
        if kind is int
        else _escaped(value)
        for value in values
    ]


def _recurring(template_name: str, entries: Iterable[Hashable], language: str) -> SafeString:
    drawn = {} if settings.DEBUG else _recurring_drawn(template_name, language)
    texts = []
    for entry in entries:
        if (text := drawn.get(entry)) is None:
            if len(drawn) >= MOST_RECURRING:
                drawn.clear()
            text = drawn[entry] = _filled(template_name, (entry,), (), language)
        texts.append(text)
    return SafeString("".join(texts))


def _drawn_within(part: Within, value: Any, language: str) -> SafeString:
    if part.tag == "once":
        return _once(part.template, ((part.constant, value),), language)
    if not value:
        return NOTHING
    if part.tag == "recurring":
        return _recurring(part.template, value, language)
    entries = value if part.tag == "repeated" else _one(value)
    return SafeString(_filled(part.template, entries, (), language))


def _escaped(value: Any) -> str:
    # What these are needs no look: Django's own function does the same by way of three others.
    kind = type(value)
    if kind is SafeString:
        return value  # type: ignore[no-any-return]
    if kind is int:
        return str(value)
    return escape(value) if kind is str else conditional_escape(value)


@lru_cache(maxsize=64)
def _pattern_of(template_name: str) -> Pattern:
    source = get_template(template_name).template.source  # type: ignore[attr-defined]
    if NAME.search(ALLOWED.sub("", source)):
        raise template.TemplateSyntaxError(f"{template_name} may only print the values of its entry or ask for them")
    names = tuple(dict.fromkeys(NAME.findall(source)))
    within = {names.index(name): Within(*part) for *part, name in WITHIN.findall(source)}
    asked = [names.index(name) for name in dict.fromkeys(ASKED.findall(source))]
    return Pattern(names, tuple(within.items()), bool(asked), _all_of(attrgetter, names), _all_of(itemgetter, asked))


def _all_of(getter: Callable[..., Callable[[Any], Any]], keys: Sequence[Any]) -> Callable[[Any], Sequence[Any]]:
    """Return what gets several values at once, also where it is but one or none."""
    if len(keys) > 1:
        return getter(*keys)
    if not keys:
        return lambda one: ()
    get = getter(*keys)
    return lambda one: (get(one),)


@lru_cache(maxsize=1024)
def _forms(template_name: str, constants: Constants, language: str) -> dict[tuple[bool, ...], Form]:
    """Return what a template was drawn as up to now: a form by which of the values that it asks for are given."""
    return {}


@lru_cache(maxsize=64)
def _named_forms(template_name: str, language: str) -> dict[tuple[Hashable, ...], Form]:
    """Return the forms that were drawn up to now, by the names of its values."""
    return {}


@lru_cache(maxsize=64)
def _recurring_drawn(template_name: str, language: str) -> dict[Hashable, str]:
    """Return what entries that recur were drawn as up to now."""
    return {}


def _drawn(template_name: str, key: tuple[bool, ...], constants: Constants) -> Form:
    entry: dict[str, Any] = {}
    pattern = _pattern_of(template_name)
    numbers = range(len(pattern.names))
    given = dict(zip(pattern.pick_asked(numbers), key, strict=True))
    for number, name in zip(numbers, pattern.names, strict=True):
        *path, last = name.split(".")
        inner = entry
        for part in path:
            inner = inner.setdefault(part, {})
        inner[last] = Gap.of(number, is_given=given.get(number, True))
    return _form(get_template(template_name).render({"entry": entry, **dict(constants)}).strip())


def _form(text: str) -> Form:
    """Return the form of a text with gaps."""
    # Split where the numbers stand, they are every second piece.
    pieces = FILLED.split(text)
    return Form(pieces[::2], _all_of(itemgetter, [int(number) for number in pieces[1::2]]))
