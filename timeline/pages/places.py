"""What the pages of the record as a whole show: home, countries, leaders, about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date
from itertools import groupby
from string import ascii_uppercase
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.filters.leaders import LeadersForm, query_of
from timeline.gazetteer import search_key
from timeline.models import Country, Coverage, Leader
from timeline.models.country import label_of
from timeline.pages.addresses import addresses_of
from timeline.pages.licence import licence
from timeline.pages.lines import EventLine, event_line
from timeline.pages.passages import told
from timeline.queries import (
    RecordSize,
    busiest_pairs,
    countries_near,
    countries_with_events,
    coverage_of,
    leaders_in_record,
    newest_events,
    pairs_like,
    record_size,
)
from timeline.queries.chain import chain_head
from timeline.queries.people import leaders_like
from timeline.queries.revisions import correction_count
from timeline.queries.spelling import names_spelled

LONGEST_SEARCH = 256
MOST_WORDS = 32
OTHER_LETTERS = "#"
SHORT_HASH = 12


@dataclass(frozen=True)
class Found:
    """What a search found."""

    text: str = told("What was typed.")
    is_too_long: bool = told("Whether it was too long to look for.", default=False)
    pairs: list[tuple[Country, Country, int]] = told("Pairs with their numbers of events.", default_factory=list)
    countries: list[Country] = told("Countries.", default_factory=list)
    near: list[Country] = told("Countries that only begin alike, where none is called so.", default_factory=list)
    leaders: list[Leader] = told("Leaders.", default_factory=list)
    respelled: list[str] = told("Spellings that are near, where nothing is called so.", default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is called so."""
        return not (self.pairs or self.countries or self.leaders)


def found(text: str) -> Found:
    """Look for pairs, countries and leaders (at most 20 queries, none for a text that is empty or too long)."""
    text = " ".join(text.split())
    if len(text) > LONGEST_SEARCH or len(text.split()) > MOST_WORDS:
        return Found(text[:LONGEST_SEARCH], is_too_long=True)
    if not text:
        return Found(text)
    called, near = countries_near(text)
    everything = Found(text, pairs=pairs_like(text), countries=called, near=near, leaders=leaders_like(text))
    return replace(everything, respelled=names_spelled(text)) if everything.is_empty else everything


@dataclass(frozen=True)
class HomePage:
    """All of the home page."""

    found: Found = told("What the search found; without a text, nothing.")
    newest: list[EventLine] = told("The latest events that happened.")
    busiest: list[tuple[Country, Country, int]] = told("The pairs with most events.")
    size: RecordSize = told("How much the record holds.")
    coverage: Coverage | None = told("What is said to be covered.")


def home_page(text: str) -> HomePage:
    """Read all that the page shows (at most 28 queries)."""
    return HomePage(
        found=found(text),
        newest=[event_line(event) for event in newest_events(limit=8)],
        busiest=busiest_pairs(),
        size=record_size(),
        coverage=coverage_of(),
    )


@dataclass(frozen=True, slots=True)
class CountryEntry:
    """A country in the list of all."""

    label: str = told("Its name.")
    address: str = told("The address of its page.")
    kind: str = told("What it is, in words, where it is no state.")
    size: str = told("How many events its timelines have, in words; empty where they have none.")


@dataclass(frozen=True)
class Letter:
    """The names that begin with one letter."""

    letter: str = told("The letter.")
    anchor: str = told("Its place in the page's address.")
    entries: list[CountryEntry] | list[Leader] = told("The names, in order.")

    @property
    def href(self) -> str:
        """Return where its names begin."""
        return f"#{self.anchor}"


class LetterLink(NamedTuple):
    """A letter whose names begin on another page of a list."""

    letter: str
    href: str


@dataclass(frozen=True)
class LeadersPage:
    """One page of the leaders of the record."""

    form: LeadersForm = told("From which name on.")
    groups: list[Letter] = told("The leaders by first letter.", default_factory=list)
    letters: Sequence[Letter | LetterLink] = told("Where each letter begins.", default=())
    following: str = told("The query of the page after this one; empty on the last.", default="")


def _letter(sort_key: str) -> str:
    return sort_key[:1].upper() if sort_key[:1].isalpha() else OTHER_LETTERS


def countries_page() -> list[Letter]:
    """Return all countries by first letter (2 queries)."""
    found, to_country = countries_with_events(), addresses_of("timeline:country")
    # Of all countries many have the same number, or are of the same kind.
    sizes = {
        events: ngettext("%(n)s event", "%(n)s events", events) % {"n": events} if events else ""
        for events in {country.events for country in found}
    }
    kinds = {kind.value: _(kind.label) if kind != Country.Kind.STATE else "" for kind in Country.Kind}
    rows = groupby(found, key=lambda country: _letter(country.sort_key))
    return [
        Letter(
            letter,
            f"letter-{letter.lower()}",
            [
                CountryEntry(
                    label_of(country.name, country.name_es),
                    to_country(country.slug),
                    kinds[country.kind],
                    sizes[country.events],
                )
                for country in group
            ],
        )
        for letter, group in rows
    ]


def leaders_page(form: LeadersForm) -> LeadersPage:
    """Return the leaders of the record by family name, from the name on that is asked for (2 queries).

    Where all have place on one page its letters are places on it; else each is the way to the page it begins.
    """
    if not form.is_valid():
        return LeadersPage(form)
    first = search_key(form.cleaned_data["name"])
    leaders, following = leaders_in_record(first)
    rows = groupby(leaders, key=lambda leader: _letter(leader.sort_key))
    groups = [Letter(letter, f"letter-{letter.lower()}", list(group)) for letter, group in rows]
    is_whole = not first and not following
    letters = (
        groups if is_whole else [LetterLink(one, "?" + query_of({"name": one.lower()})) for one in ascii_uppercase]
    )
    return LeadersPage(form, groups, letters, query_of({"name": following}))


@dataclass(frozen=True, slots=True)
class ChangesHead:
    """The end of the chain over all changes."""

    number: int = told("How many changes there were.")
    hash: str = told("The hash over the last of them and all before it.")
    day: date = told("The day on which the last was published, in UTC.")
    clock: str = told("Its hour and minute.")

    @property
    def short(self) -> str:
        """Return as much of the hash as people compare."""
        return self.hash[:SHORT_HASH]


@dataclass(frozen=True)
class AboutPage:
    """All of the page about the record."""

    size: RecordSize = told("How much the record holds.")
    coverage: Coverage | None = told("What is said to be covered.")
    corrections: int = told("How many corrections and retractions there were.")
    licence: str = told("How the record may be used.")
    contact: str = told("Where errors are reported, as a link; empty where the site does not say.")
    head: ChangesHead | None = told("The end of the chain over all changes; None before the first.")


def about_page() -> AboutPage:
    """Read all that the page shows (4 queries)."""
    coverage = coverage_of()
    return AboutPage(record_size(), coverage, correction_count(), licence(coverage), settings.CONTACT, _changes_head())


def _changes_head() -> ChangesHead | None:
    if (seal := chain_head()) is None:
        return None
    at = seal.revision.published_at.astimezone(UTC)
    return ChangesHead(seal.number, seal.hash, at.date(), f"{at:%H:%M}")
