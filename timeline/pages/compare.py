"""What the page that compares pairs shows: up to three pairs on one time axis, as a table of days."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from timeline.filters import PlaceInList
from timeline.filters.leaders import query_of
from timeline.filters.pairs import PairsAsked
from timeline.kinds import KINDS, Kind
from timeline.models import Country, Event
from timeline.pages.dates import month_text
from timeline.pages.passages import told
from timeline.pages.spark import Spark, Sparks, sparks
from timeline.queries import ListedEvent, PairPlace, busiest_pairs, pair_of
from timeline.queries.comparing import events_by_id, merged_events, years_of_pairs
from timeline.values import When


@dataclass(frozen=True)
class ComparedEvent:
    """An event in a cell."""

    event: Event = told("The event.")
    kind: Kind = told("What kind of act it was.")
    side_name: str = told("Who acts, as a word.")


@dataclass(frozen=True)
class ComparedDay:
    """One row: a day, or a span of days of which one is meant."""

    when: When = told("The date.")
    cells: list[list[ComparedEvent]] = told("The events of each pair, in the order of the pairs.")


@dataclass(frozen=True)
class ComparedMonth:
    """The rows of one month."""

    name: str = told("The month with its year.")
    days: list[ComparedDay] = told("Its days that have events, the latest first.")


@dataclass(frozen=True)
class ComparedPair:
    """A column."""

    place: PairPlace = told("The pair.")
    count: int = told("How many events its default list has.")
    spark: Spark = told("How many events each year had.")
    without: str = told("The query of the page without this pair.")


@dataclass(frozen=True)
class ComparePage:
    """All of the page."""

    asked: PairsAsked = told("The pairs as the address names them, with what is wrong.")
    columns: list[ComparedPair] = told("The pairs that are compared.")
    axis: Sparks | None = told("The axis of the small pictures; nothing without pairs.")
    months: list[ComparedMonth] = told("The rows of this page, the latest month first.")
    following: str = told("The query of the page after; empty on the last.")
    preceding: str = told("The query of the page before; empty on the first.")
    offers: list[str] = told("Pairs with many events, to choose from, as the field takes them.")
    examples: list[tuple[str, str]] = told("Words and query of comparisons to begin with.")

    @property
    def name(self) -> str:
        """Return the page's name, as its title has it: the pairs that are compared."""
        pairs = ", ".join(f"{column.place.first.label}–{column.place.second.label}" for column in self.columns)
        return ": ".join((pairs, _("compared"))) if pairs else _("Compare pairs")

    @property
    def width(self) -> int:
        """Return how many columns the table has."""
        return len(self.columns) + 1


def compare_page(asked: PairsAsked, where: PlaceInList) -> ComparePage:
    """Read all that the page shows (at most 13 queries for three pairs, beside those that read the address)."""
    busiest = busiest_pairs(limit=12)
    offers = [f"{first.label}, {second.label}" for first, second, _ in busiest]
    examples = [_example(busiest[:size]) for size in (2, 3) if len(busiest) >= size]
    places = [pair.place for pair in asked.pairs if pair.place]
    if not asked.is_valid or not places:
        return ComparePage(asked, [], None, [], "", "", offers, examples)
    pairs = [pair_of(place.first, place.second) for place in places]
    lists, after, before = merged_events(pairs, where.after, where.before)
    years = years_of_pairs(pairs)
    axis = sparks(years)
    keys = [pair.key for pair in asked.pairs]
    return ComparePage(
        asked=asked,
        columns=[
            ComparedPair(place, sum(of_one.values()), spark, _query([other for other in keys if other != key]))
            for place, of_one, spark, key in zip(places, years, axis.sparks, keys, strict=True)
        ],
        axis=axis,
        months=_months(places, lists, events_by_id(lists)),
        following=f"{asked.query}&{query_of({'following': str(after)})}" if after else "",
        preceding=f"{asked.query}&{query_of({'preceding': str(before)})}" if before else "",
        offers=offers,
        examples=examples,
    )


def _example(pairs: Sequence[tuple[Country, Country, int]]) -> tuple[str, str]:
    words = " · ".join(f"{first.label}–{second.label}" for first, second, _ in pairs)
    return words, _query([f"{first.slug},{second.slug}" for first, second, _ in pairs])


def _query(keys: Sequence[str]) -> str:
    return "&".join(f"pair={key}" for key in keys)


def _months(
    places: Sequence[PairPlace], lists: Sequence[Sequence[ListedEvent]], events: dict[int, Event]
) -> list[ComparedMonth]:
    """Group the events of all pairs by month and by date: those of one date stand in one row."""
    listed = [(column, event) for column, found in enumerate(lists) for event in found]
    listed.sort(
        key=lambda item: (item[1].sort_date, item[1].span_days, item[1].day_order, item[1].event_id), reverse=True
    )
    months = []
    for month, of_month in groupby(listed, lambda item: item[1].sort_date.replace(day=1)):
        days = []
        for _same, of_day in groupby(of_month, lambda item: (item[1].sort_date, item[1].span_days)):
            cells: list[list[ComparedEvent]] = [[] for _ in places]
            found = list(of_day)
            for column, event in found:
                cells[column].append(_compared(events[event.event_id], event.side, places[column]))
            days.append(ComparedDay(events[found[0][1].event_id].when, cells))
        months.append(ComparedMonth(month_text(month), days))
    return months


def _compared(event: Event, side: str, place: PairPlace) -> ComparedEvent:
    names = {"first": place.first.label, "second": place.second.label}
    return ComparedEvent(event, KINDS[event.kind], names.get(side, ""))
