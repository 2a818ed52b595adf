"""The sources of the events on a page, by the numbers that the events give them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import get_language

from timeline.pages.dates import edtf_text
from timeline.pages.passages import told
from timeline.queries import CitedSource


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source in the numbered list at the foot of a page."""

    page: str = told("The address of its page.")
    title: str = told("Its title.")
    language: str = told("The language of the title; empty where the page is in it.")
    outlet: str = told("Who published it.")
    about: str = told("Its origin, where that is another, and when it was published, in words.")
    address: str = told("Where it can be read; may be empty.")


def source_entries(sources: Iterable[CitedSource]) -> list[SourceEntry]:
    """Return the entries of sources that are in order."""
    here, base = get_language() or "en", reverse("timeline:source", args=[0]).removesuffix("0/")
    return [
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


def _about(source: CitedSource, language: str) -> str:
    origin = f" ({source.origin})" if source.origin != source.outlet else ""
    return f"{origin}, {_published(source.published, language)}" if source.published else origin


@lru_cache(maxsize=4096)
def _published(edtf: str, language: str) -> str:
    """Return a date in words of the language that is on: a page has many sources, and few days."""
    return edtf_text(edtf)
