"""The sources of the events on a page, by the numbers that the events give them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language, ngettext

from timeline.pages.addresses import address_of
from timeline.pages.dates import edtf_text
from timeline.pages.passages import told
from timeline.queries import CitedSource


# Not frozen: a page has many, and each would take twice as long to make.
@dataclass(slots=True)
class SourceEntry:
    """One source in the numbered list at the foot of a page."""

    page: str = told("The address of its page.")
    title: str = told("Its title.")
    language: str = told("The language of the title; empty where the page is in it.")
    outlet: str = told("Who published it.")
    about: str = told("Its origin, where that is another, and when it was published, in words.")
    address: str = told("Where it can be read; may be empty.")


@dataclass(frozen=True, slots=True)
class PageSources:
    """The numbered list of sources at the foot of a page."""

    entries: list[SourceEntry] = told("The sources in the order of their numbers.")

    @property
    def size(self) -> str:
        """Return how many they are, in words."""
        number = len(self.entries)
        said = ngettext("The source of the events above", "The %(n)s sources of the events above", number)
        return said % {"n": number}


def page_sources(sources: Iterable[CitedSource]) -> PageSources | None:
    """Return the list of sources that are in order; None of none."""
    here, base = get_language() or "en", address_of("timeline:source", 0).removesuffix("0/")
    entries = [
        SourceEntry(
            page=f"{base}{source.id}/",
            title=source.title,
            language="" if source.language == here else source.language,
            outlet=source.outlet,
            about=_about(source, here),
            address=source.address,
        )
        for source in sources
    ]
    return PageSources(entries) if entries else None


def _about(source: CitedSource, language: str) -> str:
    origin = f" ({source.origin})" if source.origin != source.outlet else ""
    return f"{origin}, {_published(source.published, language)}" if source.published else origin


@lru_cache(maxsize=4096)
def _published(edtf: str, language: str) -> str:
    """Return a date in words of the language that is on: a page has many sources, and few days."""
    return edtf_text(edtf)
