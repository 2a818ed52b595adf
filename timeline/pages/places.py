"""What the pages of the record as a whole show: home, countries, leaders, about."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from timeline.filters import EventFilterSet, PlaceInList
from timeline.kinds import Group, Kind, kinds_by_group
from timeline.models import Country, CountryName, Coverage, Leader, Succession, Tenure
from timeline.pages.filters import FilterPanel, filter_panel
from timeline.pages.lines import EventLine, event_line
from timeline.pages.lists import TimelineYear, grouped
from timeline.pages.passages import told
from timeline.queries import (
    EventFilter,
    RecordSize,
    busiest_pairs,
    counterparts,
    countries_like,
    countries_with_events,
    country_events,
    country_names,
    coverage_of,
    governing,
    kept_counts,
    leaders_with_tenures,
    newest_events,
    pairs_like,
    record_size,
    successions_of,
)
from timeline.queries.people import leaders_like

LONGEST_SEARCH = 256
MOST_WORDS = 32
OTHER_LETTERS = "#"


@dataclass(frozen=True)
class Found:
    """What a search found."""

    text: str = told("What was typed.")
    is_too_long: bool = told("Whether it was too long to look for.", default=False)
    pairs: list[tuple[Country, Country, int]] = told("Pairs with their numbers of events.", default_factory=list)
    countries: list[Country] = told("Countries.", default_factory=list)
    leaders: list[Leader] = told("Leaders.", default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was found."""
        return not (self.pairs or self.countries or self.leaders)


def found(text: str) -> Found:
    """Look for pairs, countries and leaders (at most 10 queries, none for a text that is empty or too long)."""
    text = " ".join(text.split())
    if len(text) > LONGEST_SEARCH or len(text.split()) > MOST_WORDS:
        return Found(text[:LONGEST_SEARCH], is_too_long=True)
    if not text:
        return Found(text)
    return Found(text, pairs=pairs_like(text), countries=countries_like(text), leaders=leaders_like(text))


@dataclass(frozen=True)
class HomePage:
    """All of the home page."""

    found: Found = told("What the search found; without a text, nothing.")
    newest: list[EventLine] = told("The latest events that happened.")
    busiest: list[tuple[Country, Country, int]] = told("The pairs with most events.")
    size: RecordSize = told("How much the record holds.")
    coverage: Coverage | None = told("What is said to be covered.")


def home_page(text: str) -> HomePage:
    """Read all that the page shows (at most 22 queries)."""
    return HomePage(
        found=found(text),
        newest=[event_line(event) for event in newest_events(limit=8)],
        busiest=busiest_pairs(),
        size=record_size(),
        coverage=coverage_of(),
    )


@dataclass(frozen=True)
class Letter:
    """The names that begin with one letter."""

    letter: str = told("The letter.")
    anchor: str = told("Its place in the page's address.")
    entries: list[tuple[Country, int]] | list[Leader] = told("The names, in order.")


def _letter(sort_key: str) -> str:
    return sort_key[:1].upper() if sort_key[:1].isalpha() else OTHER_LETTERS


def countries_page() -> list[Letter]:
    """Return all countries by first letter (3 queries)."""
    rows = groupby(countries_with_events(), key=lambda row: _letter(row[0].sort_key))
    return [Letter(letter, f"letter-{letter.lower()}", list(group)) for letter, group in rows]


def leaders_page() -> list[Letter]:
    """Return all leaders by first letter of the family name (3 queries)."""
    rows = groupby(leaders_with_tenures(), key=lambda leader: _letter(leader.sort_key))
    return [Letter(letter, f"letter-{letter.lower()}", list(group)) for letter, group in rows]


@dataclass(frozen=True)
class CountryPage:
    """All of a country's page."""

    country: Country = told("The country.")
    names: list[CountryName] = told("Its other names, with their dates.")
    successions: list[Succession] = told("What it followed and what followed it.")
    counterparts: list[tuple[Country, int]] = told("The countries with which it has events, most first.")
    most: int = told("The largest of those numbers, for the bars.")
    governing: list[Tenure] = told("Who governs today, and the foreign minister.")
    filters: EventFilterSet = told("The filters as the address says them.")
    panel: FilterPanel = told("The filters as the page shows them.")
    is_valid: bool = told("Whether the filters can be meant; if not, no event is shown.")
    years: list[TimelineYear] = told("The events of this page of the list.")
    following: str = told("The query of the next page of the list; empty on the last.")
    preceding: str = told("The query of the page before; empty on the first.")
    coverage: Coverage | None = told("What is said to be covered.")


SHOWN_NAMES = (CountryName.Kind.OFFICIAL, CountryName.Kind.FORMER, CountryName.Kind.ABBREVIATION)


def country_page(country: Country, filters: EventFilterSet, where: PlaceInList, today: date) -> CountryPage:
    """Read all that the page shows (at most 17 queries)."""
    chosen = filters.chosen
    panel = filter_panel(country, filters, kept_counts(country, EventFilter()))
    page = country_events(country, chosen, after=where.after, before=where.before) if chosen else None
    others = counterparts(country)
    return CountryPage(
        country=country,
        names=[name for name in country_names(country) if name.kind in SHOWN_NAMES],
        successions=successions_of(country),
        counterparts=others,
        most=others[0][1] if others else 0,
        governing=governing([country], today),
        filters=filters,
        panel=panel,
        is_valid=page is not None,
        years=grouped(page.events, chosen) if page else [],
        following=filters.query_to("following", page.after) if page else "",
        preceding=filters.query_to("preceding", page.before) if page else "",
        coverage=coverage_of(),
    )


@dataclass(frozen=True)
class AboutPage:
    """All of the page about the record."""

    size: RecordSize = told("How much the record holds.")
    coverage: Coverage | None = told("What is said to be covered.")
    kinds: list[tuple[Group, list[Kind]]] = told("Every kind of event with its definition, by group.")


def about_page() -> AboutPage:
    """Read all that the page shows (6 queries)."""
    return AboutPage(size=record_size(), coverage=coverage_of(), kinds=kinds_by_group())
