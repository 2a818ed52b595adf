"""What the search page, its suggestions and its help show."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from timeline.filters import SearchFilterSet
from timeline.filters.search import List
from timeline.models import Country, Leader
from timeline.pages.dates import day_text, taken_for
from timeline.pages.filters import FilterPanel, default_counts, filter_panel
from timeline.pages.hits import Hit, hit_of
from timeline.pages.passages import told
from timeline.queries import Found, countries_near, pair_of, pairs_like
from timeline.queries.events import event_places
from timeline.queries.found import FoundRow, found_rows, rows_of
from timeline.queries.people import leaders_like
from timeline.queries.search import (
    Begun,
    Named,
    Names,
    PairRow,
    ask_begun,
    ask_query,
    ask_search,
    ask_search_forecast,
    count_everywhere,
    loosened,
    pair_meant,
    people_and_places,
    ranked_events,
    respelled,
    scope_of,
    with_offices,
)
from timeline.queries.spelling import names_spelled
from timeline.search import Query
from timeline.sql.directory import Directory
from timeline.sql.extents import Forecast, Scope
from timeline.sql.search import MOST_RANKED, Hits

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    StrOrPromise = str | _StrPromise

PAGE_SIZE = 20
MOST_PAGES = MOST_RANKED // PAGE_SIZE
# Where all lists stand together, fewer are shown of each, and fewer looked through.
MOST_OF_SHORT_LISTS = 100
SHORT_LISTS = {List.EVENTS.value: 6, List.STATEMENTS.value: 4, List.SOURCES.value: 4}


@dataclass(frozen=True)
class Group:
    """One list of what was found."""

    name: str = told("Its name in the address.")
    label: str = told("Its name on the page.")
    hits: list[Hit] = told("What is shown of it.")
    drawn: SafeString = told("The same as it is drawn.")
    count: int = told("How many were found, at most 500; where all lists stand together, at most 100.")
    is_cut: bool = told("Whether there are more than those that were ranked.")
    panel: FilterPanel | None = told("The filters of events that are shown alone.", default=None)
    all_query: str = told("The query that shows the list alone; empty where it shows all already.", default="")


@dataclass(frozen=True)
class Step:
    """Something else to try, with how much it would find."""

    text: str = told("The words that are left out, or another spelling.")
    query: str = told("The query of the address.")
    count: int = told("How many events it finds, at most 501; 0 where that was not counted.", default=0)


@dataclass(frozen=True)
class PairLine:
    """A pair that was found."""

    first: Country = told("The first country by slug.")
    second: Country = told("The second.")
    count: int = told("How many events its default list has.")
    archive: str = told("The address of its page for the date that was typed; empty without one.", default="")


def _pair_line(row: PairRow, span: tuple[date | None, date | None] | None) -> PairLine:
    """Show a pair, with its archive where the date is one year, one month or one day."""
    first, second, count = row
    start, end = span or (None, None)
    if not (start and end and count):
        return PairLine(first, second, count)
    after = end + timedelta(days=1) if end < date.max else end
    name, parts = "", [start.year, start.month, start.day]
    if start == end:
        name = "day"
    elif start.day == after.day == 1 and (after.year * 12 + after.month) - (start.year * 12 + start.month) == 1:
        name, parts = "month", parts[:2]
    elif (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        name, parts = "year", parts[:1]
    archive = reverse(f"timeline:pair_{name}", args=[first.slug, second.slug, *parts]) if name else ""
    return PairLine(first, second, count, archive)


@dataclass(frozen=True)
class SearchPage:
    """All of the search page."""

    filters: SearchFilterSet = told("The search as the address says it.")
    query: Query | None = told("What was asked for; None where it cannot be meant.")
    pairs: list[PairLine] = told("Pairs with their numbers of events.", default_factory=list)
    named: Named = told("Countries and leaders.", default_factory=Named)
    groups: list[Group] = told("Events, statements and sources, each with its count.", default_factory=list)
    loosened: list[Step] = told("What would find events with a word less.", default_factory=list)
    respelled: list[Step] = told("Other spellings that the record knows.", default_factory=list)
    page: int = told("Which page of the list that is shown alone.", default=1)
    older: str = told("The query of the next page.", default="")
    newer: str = told("The query of the page before.", default="")
    since: date | None = told("Since when was looked, where a phrase is of too common words.", default=None)

    @property
    def days_words(self) -> str:
        """Say which days a phrase of time was taken for; nothing where it says them itself."""
        query = self.query or Query()
        days = taken_for(*query.span) if query.span else ""
        return _("“%(text)s” was taken for %(days)s.") % {"text": query.span_words, "days": days} if days else ""

    @property
    def since_words(self) -> str:
        """Say since when was looked, where not all could be."""
        words = _(
            "The words of the phrase are so common that it was looked for only since %(date)s. Add a name, a rarer word"
            " or a date to look further back."
        )
        return words % {"date": day_text(self.since)} if self.since else ""

    @property
    def is_asked(self) -> bool:
        """Return whether something was looked for."""
        return self.query is not None and not self.query.is_empty

    @property
    def is_valid(self) -> bool:
        """Return whether the search and the filters of its events can be meant."""
        is_filtered = self.query is not None and self.filters.shown_alone == List.EVENTS
        return self.query is not None and not (is_filtered and self.filters.of_events.chosen is None)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was found."""
        return not (self.groups or self.pairs or self.named.countries or self.named.leaders)

    @property
    def is_lacking(self) -> bool:
        """Return whether the words were not found: nothing at all, or no more than a name that is among them."""
        return (
            self.is_asked and not self.groups and (self.is_empty or bool(self.query and self.query.is_more_than_names))
        )

    @property
    def is_failed(self) -> bool:
        """Return whether the whole record was looked through in vain."""
        return self.is_lacking and not (self.filters.within or self.filters.shown_alone or self.since)

    @property
    def is_past_end(self) -> bool:
        """Return whether the list that is shown alone ends before this page."""
        return self.page > 1 and self.is_empty

    @property
    def first_place(self) -> int:
        """Return the place of the first hit in the list that is shown alone."""
        return (self.page - 1) * PAGE_SIZE + 1

    @property
    def most(self) -> int:
        """Return how many matches are ranked."""
        return MOST_RANKED


Draw = Callable[[str, list[Hit]], SafeString]
# And since when was looked, where not all could be.
FoundGroups = tuple[list[Group], date | None]


def ask_search_page(
    filters: SearchFilterSet, page: int, today: date, directory: Directory, draw: Draw
) -> Callable[[], Callable[[], SearchPage]]:
    """Ask what the address asks for, and return what asks for the matches, which returns what reads them.

    ``draw`` draws what is shown of a list; that is done while the next is looked for.
    At most 20 queries, nine more with a phrase, and where nothing is found at most 53 more.
    """
    text = filters.text
    if text is None:
        return lambda: lambda: SearchPage(filters, None)
    is_alone = bool(filters.within or filters.shown_alone or page > 1)
    within = filters.within
    asked = _asked(filters, page, today, scope_of(*within, pair_of(*within)) if within else None)
    read_query = ask_query(text, directory)
    # Most texts name nobody: what they ask for is known, unless the names say otherwise.
    forecast = ask_search_forecast(text.query({}), today=today, names=asked.limits, scope=asked.scope)
    is_no_name = is_alone or text.excluded or text.span

    def search() -> Callable[[], SearchPage]:
        query, names = read_query()
        # What does not decide how is searched is looked for while the search is put together, and read last.
        read_begun = Begun if is_no_name else ask_begun(filters.typed, directory)
        return partial(read, query, names, _ask_groups(filters, query, asked, forecast, draw), read_begun)

    def read(
        query: Query, names: Names, read_groups: Callable[[], FoundGroups], read_begun: Callable[[], Begun]
    ) -> SearchPage:
        groups, since = read_groups()
        has_names = not (is_alone or query.is_empty)
        pairs, named = people_and_places(filters.typed, query, names, read_begun) if has_names else ([], Named())
        if page > 1 and not groups:
            return SearchPage(filters, query, page=page, newer=_query_of_page(filters, 1))
        last = -(-groups[0].count // PAGE_SIZE) if filters.shown_alone and groups else page
        found = SearchPage(
            filters, query, [_pair_line(row, query.span) for row in pairs], named, groups, page=page,
            older=_query_of_page(filters, page + 1) if page < last else "",
            newer=_query_of_page(filters, page - 1) if page > 1 else "",
            since=since,
        )  # fmt: skip
        return _with_what_to_try(found, asked) if found.is_lacking else found

    return search


def _with_what_to_try(found: SearchPage, asked: "Asked") -> SearchPage:
    """Return a page on which nothing stands with what would find something."""
    filters, query = found.filters, found.query or Query()
    near = respelled(query, today=asked.today, is_nowhere=found.is_failed)
    return replace(
        found,
        loosened=_steps_less(filters, query, asked.today, asked.scope),
        respelled=[Step(str(other), filters.query_with(q=str(other))) for other in near],
    )


def address_asked(filters: SearchFilterSet) -> str:
    """Return the address of the pair where no more than two countries are typed, else nothing (at most 12 queries)."""
    text = filters.text
    pair = pair_meant(text, filters.typed) if text and text.parts and not filters.within else None
    return reverse("timeline:pair", args=[country.slug for country in pair]) if pair else ""


def _query_of_page(filters: SearchFilterSet, page: int) -> str:
    """Return the query of another page of the list that is shown alone."""
    query = filters.of_events.query if filters.shown_alone == List.EVENTS else QueryDict(filters.query_with()).copy()
    if page > 1:
        query["page"] = str(page)
    return query.urlencode()


@dataclass(frozen=True)
class Asked:
    """Which page of which lists is asked for, how many of each, and within which pair."""

    page: int
    today: date
    limits: dict[str, int]
    scope: Scope | None


def _asked(filters: SearchFilterSet, page: int, today: date, scope: Scope | None) -> Asked:
    limits = {filters.shown_alone: PAGE_SIZE} if filters.shown_alone else SHORT_LISTS
    if filters.within:
        limits = {name: limit for name, limit in limits.items() if name != List.SOURCES}
    return Asked(page, today, limits, scope)


def _ask_groups(
    filters: SearchFilterSet, query: Query, asked: Asked, forecast: Forecast | None, draw: Draw
) -> Callable[[], FoundGroups]:
    """Ask for what is found, and since when was looked where not all could be."""
    alone = filters.shown_alone
    if alone == List.EVENTS:
        return partial(_events_alone, filters, query, asked, forecast, draw)
    places = ask_search(
        query, today=asked.today, scope=asked.scope, limits=asked.limits, offset=(asked.page - 1) * PAGE_SIZE,
        most=MOST_RANKED if alone else MOST_OF_SHORT_LISTS, forecast=forecast,
    )  # fmt: skip

    def groups() -> FoundGroups:
        groups: list[Group] = []
        since: list[date] = []
        for name, read in places:
            # While this list is drawn, the next is looked for.
            if (hits := read()).count:
                groups.append(_group(filters, name, hits, found_rows(name, hits), draw, is_alone=bool(alone)))
            since += [hits.since] if hits.since else []
        return groups, max(since, default=None)

    return groups


def _events_alone(
    filters: SearchFilterSet, query: Query, asked: Asked, forecast: Forecast | None, draw: Draw
) -> FoundGroups:
    """Return a page of the events that were found and that the filters leave (at most 11 queries); as above."""
    page = asked.page
    found = ranked_events(query, today=asked.today, scope=asked.scope, forecast=forecast)
    if not found.hits:
        return [], found.since
    owner = Found(tuple(hit.id for hit in found.hits))
    panel = filter_panel(owner, filters.of_events, default_counts(owner, filters.of_events))
    chosen, hits = filters.of_events.chosen, found.hits
    if filters.of_events.chips:
        places = event_places(owner, chosen) if chosen else {}
        hits = [hit for hit in hits if hit.id in places]
    shown = hits[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    left = Hits(shown, len(hits), found.is_cut)
    rows = rows_of(List.EVENTS.value, query, left)
    group = _group(filters, List.EVENTS.value, left, rows, draw, is_alone=True)
    return [replace(group, panel=panel)] if shown or page == 1 else [], found.since


def _group(
    filters: SearchFilterSet, name: str, hits: Hits, rows: list[tuple[FoundRow, bool]], draw: Draw, *, is_alone: bool
) -> Group:
    shown = [hit_of(row, not is_definite) for row, is_definite in rows]
    all_query = "" if is_alone or hits.count <= len(shown) else filters.query_with(only=name)
    label, drawn = str(List(name).label), draw(name, shown)
    return Group(name, label, shown, drawn, hits.count, hits.is_cut, all_query=all_query)


def _steps_less(filters: SearchFilterSet, query: Query, today: date, scope: Scope | None) -> list[Step]:
    less = [
        Step(found.part, filters.query_with(q=str(found.query)), found.count)
        for found in loosened(query, today=today, scope=scope)
    ]
    if scope and filters.within and (count := count_everywhere(query, today=today)):
        first, second = filters.within
        text = _("%(first)s and %(second)s") % {"first": first.label, "second": second.label}
        less.append(Step(text, filters.query_with(pair=""), count))
    return less


@dataclass(frozen=True)
class Suggestions:
    """What a text that is being typed may become: pairs first, then countries and leaders."""

    typed: str = told("What was typed.")
    pairs: list[PairRow] = told("Pairs with their numbers of events.", default_factory=list)
    countries: list[Country] = told("Countries.", default_factory=list)
    leaders: list[Leader] = told("Leaders.", default_factory=list)
    respelled: list[str] = told("Spellings that are near, where nothing begins so.", default_factory=list)

    @property
    def count(self) -> int:
        """Return how many there are."""
        return len(self.pairs) + len(self.countries) + len(self.leaders) + len(self.respelled)


MOST_SUGGESTED = 4


def suggestions(filters: SearchFilterSet) -> Suggestions:
    """Suggest what begins as the text does (at most 22 queries; none for what cannot be looked for)."""
    typed = filters.typed
    if not typed or filters.text is None:
        return Suggestions(typed)
    begun, _ = countries_near(typed, limit=MOST_SUGGESTED)
    found = Suggestions(
        typed,
        pairs_like(typed, limit=MOST_SUGGESTED),
        begun,
        with_offices(leaders_like(typed, limit=MOST_SUGGESTED)),
    )
    return found if found.count else replace(found, respelled=names_spelled(typed))
