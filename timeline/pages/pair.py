"""What a pair's page shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from timeline.filters import EventFilterSet, PlaceInList
from timeline.models import Country, Coverage, Pair, Tenure
from timeline.pages.filters import FilterPanel, filter_panel
from timeline.pages.lists import StripBar, TimelineYear, grouped, span_of, strip
from timeline.pages.passages import told
from timeline.queries import (
    PairCounts,
    PairPlace,
    StateLine,
    coverage_of,
    governing,
    pair_counts,
    pair_events,
    state_of_relationship,
)


@dataclass(frozen=True)
class PairTimeline:
    """The part of the page that the filters change."""

    first: Country = told("The country on the left.")
    second: Country = told("The country on the right.")
    filters: EventFilterSet = told("The filters as the address says them.")
    panel: FilterPanel = told("The filters as the page shows them.")
    is_valid: bool = told("Whether the filters can be meant; if not, no event is shown.")
    years: list[TimelineYear] = told("The events of this page of the list.")
    count: int = told("How many events the filtered list has.")
    total: int = told("How many events the list has without filters.")
    planned_count: int = told("How many planned events there are, which the default list does not show.")
    following: str = told("The query of the next page of the list; empty on the last.")
    preceding: str = told("The query of the page before; empty on the first.")
    is_oldest_first: bool = told("Whether the list begins with the oldest.")


@dataclass(frozen=True)
class PairPage:
    """All of the page."""

    first: Country = told("The country on the left: the first by slug.")
    second: Country = told("The country on the right.")
    total: int = told("How many events happened between them, in the record.")
    span: tuple[date, date] | None = told("The first and the last month that have events.")
    changed_at: datetime | None = told("When the pair's record last changed.")
    coverage: Coverage | None = told("What is said to be covered.")
    first_governing: list[Tenure] = told("Who governs the first country today, and its foreign minister.")
    second_governing: list[Tenure] = told("Who governs the second country today, and its foreign minister.")
    state: list[StateLine] = told("Where the relationship stands: each line is one published event.")
    strip: list[StripBar] = told("The columns of the density strip.")
    timeline: PairTimeline = told("The part that the filters change.")


def pair_timeline(
    place: PairPlace, pair: Pair | None, filters: EventFilterSet, where: PlaceInList, counts: PairCounts
) -> PairTimeline:
    """Read one page of the list as the filters say, and the numbers of the filters (at most 10 queries)."""
    chosen = filters.chosen
    panel = filter_panel(pair, filters, counts)
    years: list[TimelineYear] = []
    following = preceding = ""
    if chosen is not None and pair is not None:
        page = pair_events(pair, chosen, after=where.after, before=where.before)
        years = grouped(page.events, chosen, place.first, place.second)
        following = filters.query_to("following", page.after)
        preceding = filters.query_to("preceding", page.before)
    return PairTimeline(
        first=place.first,
        second=place.second,
        filters=filters,
        panel=panel,
        is_valid=chosen is not None,
        years=years,
        count=panel.count,
        total=counts.total,
        planned_count=counts.of("modality").get("planned", 0),
        following=following,
        preceding=preceding,
        is_oldest_first=bool(chosen and chosen.is_oldest_first),
    )


def pair_page(
    place: PairPlace, pair: Pair | None, filters: EventFilterSet, where: PlaceInList, today: date
) -> PairPage:
    """Read all that the page shows (at most 15 queries, whatever the length of the list)."""
    counts = pair_counts(pair) if pair else PairCounts()
    tenures = governing([place.first, place.second], today)
    return PairPage(
        first=place.first,
        second=place.second,
        total=counts.total,
        span=span_of(counts),
        changed_at=pair.changed_at if pair else None,
        coverage=coverage_of(pair),
        first_governing=_of(tenures, place.first),
        second_governing=_of(tenures, place.second),
        state=state_of_relationship(pair, today) if pair else [],
        strip=strip(counts),
        timeline=pair_timeline(place, pair, filters, where, counts),
    )


def _of(tenures: Iterable[Tenure], country: Country) -> list[Tenure]:
    return [tenure for tenure in tenures if tenure.office.country_id == country.id]
