"""What the templates of the record write again and again: dates, flags, signs, numbers of notes."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from html import unescape
from typing import Any

from django import template
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language, get_language_bidi, get_language_info, gettext

from timeline.filters import ListFilterSet
from timeline.kinds import KINDS
from timeline.models import Claim, Event, Leader, Office, Tenure
from timeline.pages import dates
from timeline.pages.addresses import address_in
from timeline.pages.event_rows import shown_row, shown_source
from timeline.pages.filter_form import FieldError, filter_form
from timeline.pages.filters import FilterPanel
from timeline.pages.flags import flag_of
from timeline.pages.frame import Alternate, CardTags, Masthead, OtherLanguage, OtherWords, PrintFoot
from timeline.pages.history import Words
from timeline.pages.passages import visible
from timeline.queries import HeldOffice
from timeline.rows import CitedSource, EventRowContent
from timeline.templatetags.repeated import filled, repeated
from timeline.values import Figure, When

register = template.Library()
FONT = "vendor/source-serif-4@5.3.1/bilateral-serif-latin.woff2"
# Lists of results and tabs show about as many letters of a title.
LONGEST_TITLE = 70
# An address of ours of which nothing would have to be encoded or left out.
PLAIN = re.compile(r"(?:/[A-Za-z0-9_~-]+(?:\.[a-z]+)?)*/?(?:\?[A-Za-z0-9=&._~%+-]*)?")


@register.simple_tag
def font_address() -> str:
    """Return the serif's address exactly as the style sheet has it (a bare @), or it would be fetched twice."""
    return static(FONT).replace("%40", "@")


@register.simple_tag
def in_english() -> SafeString:
    """Return the attributes of an element whose text is English, on a page in whatever language and direction."""
    return mark_safe('lang="en" dir="ltr"' if get_language_bidi() else 'lang="en"')  # noqa: S308


@register.filter
def held_by(office: Office, leader: Leader | None) -> str:
    """Return the title of an office as it is said of a person."""
    return office.held_by(leader)


@register.filter
def page_title(written: str) -> SafeString:
    """Return a page's title in at most 70 letters, escaped: the site's name gives way first, then the end."""
    title = " ".join(unescape(written).split())
    if len(title) > LONGEST_TITLE:
        title = title.removesuffix(" · Bilateral")
    if len(title) > LONGEST_TITLE:
        whole_words, _, _ = title[:LONGEST_TITLE].rpartition(" ")
        title = f"{whole_words if len(whole_words) > LONGEST_TITLE // 2 else title[: LONGEST_TITLE - 1]}…"
    # What a {% filter %} tag gives is not escaped by the template.
    return escape(title)


register.filter(visible)


@register.simple_tag
def words_in(text: str, language: str) -> SafeString:
    """Show words of others within a sentence, in their language where it is known and not the page's (WCAG 3.1.2)."""
    if not language or language == get_language():
        return escape(visible(text))
    return filled("components/_words.html", OtherWords(visible(text), language))


@register.simple_tag
def said_words(text: str) -> SafeString:
    """Show a text of a version; of words with something round them, only they are in their language."""
    if not isinstance(text, Words) or not (text.before or text.after):
        return escape(visible(text))
    return escape(text.before) + words_in(text.own, text.language) + escape(visible(text.after))


@register.simple_tag
def when(value: When) -> SafeString:
    """Show a date as its source gives it; one without a known day looks so."""
    return filled("components/_when.html", dates.shown_date(value))


@register.simple_tag
def filters_of(panel: FilterPanel, address: str, target: str, *, selects: bool = False) -> SafeString:
    """Show the filters of a list; ``target`` is its id, ``selects`` whether it is taken out of the whole page."""
    return filled("components/filters.html", filter_form(panel, address, target, selects=selects))


@register.simple_tag
def field_error(name: str, errors: Iterable[str] | None) -> SafeString:
    """Show what is wrong with a field of a form."""
    return filled("components/_field-errors.html", FieldError.of(name, errors))


@register.filter
def when_words(value: When) -> str:
    """Return a date in words, without markup."""
    return dates.when_text(value)


@register.filter
def edtf_words(value: str) -> str:
    """Return an EDTF text in words; empty stays empty."""
    return dates.edtf_text(value) if value else ""


@register.filter
def spell_words(held: Tenure | HeldOffice) -> str:
    """Return from when until when an office is held, in words."""
    return dates.spell_text(held.started, held.ended)


@register.filter
def is_vague(value: When) -> bool:
    """Return whether the day is not known."""
    return dates.is_vague(value)


@register.simple_tag
def day(value: date | None) -> SafeString:
    """Show a day in full."""
    return filled("components/_day.html", dates.shown_day(value) if value else None)


@register.simple_tag
def flag(iso2: str) -> SafeString:
    """Show a flag, in the page itself: no request, and no words, for the name stands beside it."""
    return filled("components/_flag.html", flag_of(iso2))


@register.inclusion_tag("components/_marks.html")
def marks(numbers: Iterable[int], address: str = "", inside: str = "") -> dict[str, object]:
    """Show the numbers of the notes that support a fact.

    The address is that of the page that holds them; ``inside`` is the language of the words in which they stand.
    """
    here = get_language() or ""
    return {"numbers": list(numbers or ()), "address": address, "lang": here if inside not in {"", here} else ""}


@register.simple_tag
def event_row(row: EventRowContent) -> SafeString:
    """Show an event's row in a list."""
    words = words_in(row.source_words, row.source_language) if row.source_words else SafeString("")
    return filled("timeline/_event_row.html", shown_row(row, words))


@register.simple_tag
def listed_source(source: CitedSource) -> SafeString:
    """Show a source in a list of sources."""
    return filled("components/page-source.html", shown_source(source))


@register.filter
def kept(html: str) -> SafeString:
    """Return a kept row as markup: it was made by a template of ours (timeline.rows), which escaped what it holds."""
    return mark_safe(html)  # noqa: S308 - see above


@register.filter
def kind_label(event: Event) -> str:
    """Return the plain word for what an event was, in the reader's language."""
    return gettext(KINDS[event.kind].label)


@register.filter
def figure(claim: Claim) -> str:
    """Return a claim's number with its unit."""
    return str(Figure(claim.value, claim.unit))


@register.filter
def without_stop(text: str) -> str:
    """Return a text without its final full stop, for use within a sentence."""
    return text.rstrip().removesuffix(".")


@register.filter
def language_words(code: str) -> str:
    """Return a language's name, or its code where the name is not known."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


@register.simple_tag
def month_words(value: date) -> str:
    """Return a month with its year."""
    return dates.month_text(value)


@register.simple_tag(takes_context=True)
def whole_address(context: dict[str, Any], address: str) -> str:
    """Return an address with scheme and host; as it is where the host is none of ours, as on the page that says so."""
    try:
        request = context["request"]
        # A page names half a dozen: to put each together anew takes longer than to print it.
        return f"{_origin(request)}{address}" if PLAIN.fullmatch(address) else str(request.build_absolute_uri(address))
    except (KeyError, DisallowedHost):
        return address


def _origin(request: HttpRequest) -> str:
    """Return scheme and host of a request, which is asked once."""
    if (known := request.__dict__.get("origin")) is None:
        known = request.__dict__["origin"] = request.build_absolute_uri("/").removesuffix("/")
    return str(known)


@register.simple_tag(takes_context=True)
def card_tags(context: dict[str, Any], picture: str, title: str, about: str = "", query: str = "") -> SafeString:
    """Show what the page says of itself where it is shared; the picture is an address.

    ``query`` is the part of the page's own address without which it would be another page.
    """
    here = context["request"].path if "request" in context else ""
    here = f"{here}?{query}" if here and query else here
    addresses = whole_address(context, here), whole_address(context, picture)
    return filled("components/card-tags.html", CardTags.of(title, about, *addresses, get_language() or ""))


@register.simple_tag(takes_context=True)
def print_foot(context: dict[str, Any], day: date | None) -> SafeString:
    """Show what a sheet of paper needs to be found again; nothing where the page does not know its address."""
    if "request" not in context:
        return SafeString("")
    here = whole_address(context, context["request"].get_full_path())
    return filled("components/print-foot.html", PrintFoot(here, dates.shown_day(day) if day else None))


@register.simple_tag(takes_context=True)
def alternates(context: dict[str, Any]) -> SafeString:
    """Show where the page is in each language; nothing where it has only one."""
    if not (others := _other_languages(context.get("request"))):
        return SafeString("")
    here = OtherLanguage(get_language() or "", "", context["request"].get_full_path())
    found = [Alternate(one.code, whole_address(context, one.address)) for one in (here, *others)]
    return repeated("components/alternate.html", found)


@register.simple_tag(takes_context=True)
def masthead(context: dict[str, Any], *, has_own_search: bool = False) -> SafeString:
    """Show the head of every reading page, with the ways to the same page in other languages."""
    return filled("components/masthead.html", Masthead(_other_languages(context.get("request")), has_own_search))


def _other_languages(request: HttpRequest | None) -> list[OtherLanguage]:
    """Return the addresses of a reading page in the other languages, with its query."""
    match = getattr(request, "resolver_match", None)
    if request is None or match is None or "timeline" not in match.namespaces:
        return []
    # The head of the page and its masthead name the same.
    if (known := request.__dict__.get("other_languages")) is None:
        here, now = request.get_full_path(), get_language()
        known = [OtherLanguage(code, name, address_in(code, here)) for code, name in _languages() if code != now]
        request.__dict__["other_languages"] = known
    return list(known)


@lru_cache(maxsize=1)
def _languages() -> list[tuple[str, str]]:
    """Return each language of the interface with what it calls itself."""
    return [(code, capfirst(get_language_info(code)["name_local"])) for code, _ in settings.LANGUAGES]


@register.simple_tag
def list_title(name: str, filters: ListFilterSet, is_valid: bool) -> SafeString:
    """Return the title of a page with a list, cut to what a title holds: what the filters say comes after its name."""
    title = f"{name}: {filters.words}" if filters.words else name
    named = f"{title} · Bilateral"
    return page_title(escape(named if is_valid else " ".join((gettext("Error:"), named))))
