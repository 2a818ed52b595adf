"""What a country's page shows: its counterparts, who governed it, its names, its events."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from timeline.filters import EventFilterSet, PlaceInList
from timeline.kinds import KINDS
from timeline.models import Country, CountryName, Coverage, Succession
from timeline.pages.addresses import address_of, pair_address, pair_addresses
from timeline.pages.bands import Band, holders_of_offices, why_nobody_governs
from timeline.pages.dates import ShownDate, shown_date
from timeline.pages.filters import FilterPanel, filter_panel
from timeline.pages.flags import Flag, flag_of
from timeline.pages.lists import TimelineYear, grouped
from timeline.pages.passages import told
from timeline.pages.spark import Spark, Sparks, sparks
from timeline.queries import (
    EventFilter,
    Governing,
    country_names,
    coverage_of,
    event_list,
    governing,
    kept_counts,
    successions_of,
)
from timeline.queries.countries import (
    Counterpart,
    LastContact,
    counterparts,
    governing_tenures,
    last_contacts,
    years_of,
)
from timeline.rows import as_drawn_now
from timeline.values import When

# As many counterparts have a picture and their last contact; the others are a list of names and numbers.
MOST_PICTURES = 12
SHOWN_NAMES = (
    CountryName.Kind.SHORT,
    CountryName.Kind.OFFICIAL,
    CountryName.Kind.FORMER,
    CountryName.Kind.ABBREVIATION,
)


@dataclass(frozen=True, slots=True)
class CounterpartLine:
    """Another country: how much goes on with it, and when they were last in contact."""

    label: str = told("Its name.")
    flag: Flag | None = told("Its flag.")
    address: str = told("The address of their timeline.")
    count: int = told("How many events their default list has.")
    spark: Spark = told("How many events each year had.")
    last: ShownDate | None = told("When they last called, visited or met, where they did.")
    last_kind: str = told("What that was.", default="")
    last_title: str = told("Its title.", default="")
    last_address: str = told("The address of its page.", default="")


@dataclass(frozen=True, slots=True)
class OtherCounterpart:
    """A country with which less goes on: only its name and its number."""

    label: str = told("Its name.")
    address: str = told("The address of their timeline.")
    count: int = told("How many events their default list has.")


@dataclass(frozen=True)
class CountryPage:
    """All of a country's page."""

    country: Country = told("The country.")
    names: list[CountryName] = told("Its names in other forms and at other times.")
    before: list[Succession] = told("What it followed.")
    after: list[Succession] = told("What followed it.")
    counterparts: list[CounterpartLine] = told("The countries with which most goes on, most first.")
    more: list[OtherCounterpart] = told("The other countries with which it has events.")
    axis: Sparks = told("The axis of the small pictures.")
    governing: list[Governing] = told("Who governs today, and the foreign minister.")
    band: Band | None = told("Who held these offices over time; nothing where none is recorded.")
    filters: EventFilterSet = told("The filters as the address says them.")
    panel: FilterPanel = told("The filters as the page shows them.")
    is_valid: bool = told("Whether the filters can be meant; if not, no event is shown.")
    years: list[TimelineYear] = told("The events of this page of the list.")
    following: str = told("The query of the next page of the list; empty on the last.")
    preceding: str = told("The query of the page before; empty on the first.")
    coverage: Coverage | None = told("What is said to be covered.")

    @property
    def nobody(self) -> str:
        """Return why nobody is named who governs it today, where that is so."""
        return why_nobody_governs(self.country)

    @property
    def identifiers(self) -> list[tuple[str, str, str]]:
        """Return under which keys other collections have the country: whose, the key, and its address if any."""
        country = self.country
        iso = " · ".join(code for code in (country.iso2, country.iso3, country.iso_numeric) if code)
        found = [
            ("ISO 3166-1", iso, ""),
            ("ISO 3166-3", country.iso3166_3, ""),
            (_("Correlates of War"), str(country.cow or ""), ""),
            ("Wikidata", country.wikidata, f"https://www.wikidata.org/wiki/{country.wikidata}"),
        ]
        return [row for row in found if row[1]]


def country_page(country: Country, filters: EventFilterSet, where: PlaceInList, today: date) -> CountryPage:
    """Read all that the page shows (at most 21 queries)."""
    chosen = filters.chosen
    page = event_list(country, chosen, after=where.after, before=where.before) if chosen else None
    others = counterparts(country)
    lines, axis = _lines(country, others[:MOST_PICTURES])
    successions = successions_of(country)
    return CountryPage(
        country=country,
        names=[name for name in country_names(country) if name.kind in SHOWN_NAMES and name.text != country.label],
        before=[succession for succession in successions if succession.successor_id == country.pk],
        after=[succession for succession in successions if succession.predecessor_id == country.pk],
        counterparts=lines,
        more=_more(country, others[MOST_PICTURES:]),
        axis=axis,
        governing=governing([country], today),
        band=holders_of_offices(governing_tenures(country), today),
        filters=filters,
        panel=filter_panel(country, filters, kept_counts(country, EventFilter())),
        is_valid=page is not None,
        years=grouped(as_drawn_now(page.events), chosen) if page else [],
        following=filters.query_to("following", page.after) if page else "",
        preceding=filters.query_to("preceding", page.before) if page else "",
        coverage=coverage_of(),
    )


def _more(country: Country, others: Iterable[Counterpart]) -> list[OtherCounterpart]:
    to_pair = pair_addresses(country)
    return [OtherCounterpart(other.country.label, to_pair(other.country), other.count) for other in others]


def _lines(country: Country, shown: Sequence[Counterpart]) -> tuple[list[CounterpartLine], Sparks]:
    ids = [counterpart.pair_id for counterpart in shown]
    years, last = years_of(ids), last_contacts(ids)
    axis = sparks([years.get(pair_id, {}) for pair_id in ids])
    return [
        _line(country, other, spark, last.get(other.pair_id)) for other, spark in zip(shown, axis.sparks, strict=True)
    ], axis


def _line(country: Country, other: Counterpart, spark: Spark, last: LastContact | None) -> CounterpartLine:
    whom = other.country
    told_of_all = whom.label, flag_of(whom.iso2), pair_address(country, whom), other.count, spark
    if last is None:
        return CounterpartLine(*told_of_all, None)
    return CounterpartLine(
        *told_of_all,
        shown_date(When.parse(last.edtf)),
        _(KINDS[last.kind].label),
        last.title,
        address_of("timeline:event", last.id, last.slug),
    )
