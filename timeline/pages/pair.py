"""What a pair's page shows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.filters import DateAsked, EventFilterSet, Shown
from timeline.models import Country, Pair
from timeline.pages.addresses import address_of
from timeline.pages.coverage import CoverageNote, coverage_note, rests_on
from timeline.pages.dates import days_text
from timeline.pages.facts import PairFacts
from timeline.pages.filter_form import FieldError, HiddenInput, hidden_inputs
from timeline.pages.filters import FilterPanel
from timeline.pages.lists import RowMarks, TimelineYear, YearsOfList, YearStep, grouped
from timeline.pages.passages import told
from timeline.pages.since import SinceLastVisit, since_last_visit
from timeline.pages.sources import PageSources, numbered_sources
from timeline.pages.strip import Strip, strip
from timeline.queries import (
    Cursor,
    EventFilter,
    EventList,
    NearestEvent,
    PairCounts,
    PairPlace,
    ask_event_list,
    event_list,
    nearest_event,
    pair_years,
    start_of,
)
from timeline.rows import as_drawn_now


@dataclass(frozen=True)
class PairQuestion:
    """What the address asks of a pair's page beside its filters."""

    today: date = told("The day on which the page is asked for.")
    after: Cursor | None = told("The place in the list after which the page begins.", default=None)
    before: Cursor | None = told("The place before which it ends.", default=None)
    asked: DateAsked = told("The date to go to.", default=DateAsked())
    since: DateAsked = told("The day since which changes are marked.", default=DateAsked())


@dataclass(frozen=True)
class DateAnswer:
    """Where in the list a date leads."""

    asked: str = told("The date asked for, in words.")
    is_day: bool = told("Whether it is one day.")
    nearest: NearestEvent | None = told("The event at which the list begins; None where the list is empty.")


@dataclass(frozen=True, slots=True)
class YearsBar:
    """The years of a list with their numbers, and the box that goes to a date."""

    steps: list[YearStep] = told("The way to each year; none where there is but one.")
    address: str = told("The address of the list.")
    hidden: list[HiddenInput] = told("What the address says of the list beside the date.")
    text: str = told("The date to go to, as typed.")
    error: FieldError | None = told("What is wrong with it.")


@dataclass(frozen=True)
class PairTimeline:
    """The part of the page that the filters change."""

    first: Country = told("The country on the left.")
    second: Country = told("The country on the right.")
    filters: EventFilterSet = told("The filters as the address says them.")
    panel: FilterPanel = told("The filters as the page shows them.")
    is_valid: bool = told("Whether the filters can be meant; if not, no event is shown.")
    asked: DateAsked = told("The date to go to, as typed.")
    answer: DateAnswer | None = told("Where that date led.")
    since: SinceLastVisit | None = told("What is new and corrected since a day, where the address names one.")
    of_list: YearsOfList | None = told("All years of the list; None where it has none to show.")
    years: list[TimelineYear] = told("The events of this page of the list.")
    sources: PageSources | None = told("The sources of these events, by their numbers.")
    count: int = told("How many events the filtered list has.")
    total: int = told("How many events the list has without filters.")
    planned_count: int = told("How many planned events the filters leave, which the default list does not show.")
    following: str = told("The query of the next page of the list; empty on the last.")
    preceding: str = told("The query of the page before; empty on the first.")
    is_oldest_first: bool = told("Whether the list begins with the oldest.")

    @property
    def bar(self) -> YearsBar | None:
        """Return the years of the list and the date box; None where the pair has no events."""
        if not self.total:
            return None
        steps = self.of_list.steps if self.of_list and len(self.of_list.counts) > 1 else []
        address = address_of("timeline:pair", self.first.slug, self.second.slug)
        error = FieldError.of("date", self.asked.errors)
        return YearsBar(steps, address, hidden_inputs(self.filters.data), self.asked.text, error)

    @property
    def is_understood(self) -> bool:
        """Return whether filters and date can be meant; a date that cannot be leaves the list whole."""
        return self.is_valid and not self.asked.error

    @property
    def planned(self) -> str:
        """Return how many planned events stand apart, in words: at the head of a list that shows none; else nothing."""
        shows_others = self.filters.said("show") in {"", Shown.HAPPENED}
        if not (self.is_valid and self.planned_count and shows_others) or self.preceding:
            return ""
        number = self.planned_count
        said = ngettext("%(n)s planned event is kept apart", "%(n)s planned events are kept apart", number)
        return said % {"n": number}

    @property
    def planned_query(self) -> str:
        """Return the query of the list of these, with the filters that are set; nothing where none stands apart."""
        if not self.planned:
            return ""
        query = self.filters.query
        query["show"] = Shown.PLANNED
        return query.urlencode()

    @property
    def printed(self) -> str:
        """Return what paper says of the list: how long it is, what is set, whether there is more."""
        chips = "; ".join(chip.label for chip in self.filters.chips) if self.is_valid else ""
        chosen = " ".join((_("Filters:"), chips)) if chips else ""
        more = _("Only this page of the list is printed.") if self.following or self.preceding else ""
        return ". ".join(filter(None, (self.panel.size, chosen, more)))

    @property
    def has_notices(self) -> bool:
        """Return whether there is more to say of it than its events do."""
        return bool(self.answer or self.asked.error or not self.years)


@dataclass(frozen=True, slots=True)
class TimelineParts:
    """The list as its template takes it: all that it prints, and what is seldom there as drawn already."""

    bar: SafeString = told("The years of the list and the date box.")
    since: SafeString = told("What is new and corrected since a day; mostly empty.")
    printed: str = told("What paper says of the list.")
    notices: SafeString = told("Where a date led, what cannot be meant, why it is empty; mostly empty.")
    planned: str = told("How many planned events stand apart, in words.")
    planned_query: str = told("The query of the list of these.")
    preceding: str = told("The query of the page before; empty on the first.")
    following: str = told("The query of the next page of the list; empty on the last.")
    is_oldest_first: bool = told("Whether the list begins with the oldest.")
    years: list[TimelineYear] = told("The events of this page of the list.")
    sources: PageSources | None = told("The sources of these events, by their numbers.")
    files: SafeString = told("The list in other forms; empty where it is.")

    @classmethod
    def of(
        cls, timeline: PairTimeline, bar: SafeString, since: SafeString, notices: SafeString, files: SafeString
    ) -> "TimelineParts":
        """Return the parts of a list with what is drawn already."""
        return cls(
            bar, since, timeline.printed, notices, timeline.planned, timeline.planned_query,
            timeline.preceding, timeline.following, timeline.is_oldest_first, timeline.years, timeline.sources, files,
        )  # fmt: skip


@dataclass(frozen=True)
class PairPage:
    """All of the page but its head."""

    facts: PairFacts = told("The two countries, and what is said of them whatever is asked of their list.")
    today: date = told("The day on which the page was made.")
    timeline: PairTimeline = told("The part that the filters change.")

    @property
    def covered(self) -> CoverageNote | None:
        """Return what the foot of the page says of what is covered."""
        return coverage_note(self.facts.coverage, rests_on(self.timeline.sources))


@dataclass(frozen=True, slots=True)
class PairParts:
    """All of the page as its template takes it: what is drawn already, and what stands around that."""

    title: SafeString = told("The title, cut to what a title holds.")
    about: str = told("What the page is about.")
    canonical: str = told("Its whole address.")
    feed: EventFilterSet | None = told("The filters of its feed; None where they cannot be meant.")
    card: SafeString = told("What it says of itself where it is shared.")
    alternates: SafeString = told("Where it is in each language.")
    masthead: SafeString = told("The head of every reading page.")
    is_sample: bool = told("Whether the record is a sample.")
    covered: CoverageNote | None = told("What is covered.")
    foot: SafeString = told("What a sheet of paper needs to be found again.")
    head: SafeString = told("The names of both, who governs, where the relationship stands.")
    strip: SafeString = told("The density strip.")
    filters: SafeString = told("The filters.")
    timeline: SafeString = told("The list.")


@dataclass(frozen=True)
class PairList:
    """What was read of one page of the list."""

    page: EventList = told("Its events, and the places of the pages beside it.")
    has_earlier: bool = told("Whether there is a page before it.")
    answer: DateAnswer | None = told("Where the date asked for led.")
    since: SinceLastVisit | None = told("What is new and corrected since the day asked for.")


def ask_pair_list(pair: Pair | None, filters: EventFilterSet, question: PairQuestion) -> Callable[[], PairList | None]:
    """Ask for one page of the list as the address says, and return what reads it: None where it cannot be meant.

    Of the pair only its id need be known. At most 10 queries.
    """
    chosen = filters.chosen
    if chosen is None or pair is None:
        return lambda: None
    answer = _answer(pair, chosen, question.asked)
    after = _just_before(answer.nearest.cursor, chosen) if answer and answer.nearest else question.after
    read_page = ask_event_list(pair, chosen, after=after, before=question.before, has_sources=True)

    def read() -> PairList:
        page = read_page()
        has_earlier = bool(page.before) and not (answer and _begins_list(pair, chosen, page.before))
        since = since_last_visit(pair, question.since.first) if question.since.first else None
        return PairList(page, has_earlier, answer, since)

    return read


def pair_timeline(
    facts: PairFacts,
    filters: EventFilterSet,
    question: PairQuestion,
    listed: PairList | None,
    read_panel: Callable[[], FilterPanel],
) -> PairTimeline:
    """Make one page of the list of what was read of it (at most 6 queries); the panel shows the filters."""
    place, pair, counts = facts.place, facts.pair, facts.counts
    chosen = filters.chosen
    if chosen is None or pair is None or listed is None:
        return _timeline(place, filters, question, counts, read_panel(), is_valid=chosen is not None)
    page, answer, since = listed.page, listed.answer, listed.since
    events = as_drawn_now(page.events)
    sources, numbers = numbered_sources(events)
    marks = RowMarks(
        place.first,
        place.second,
        new=since.new_ids if since else frozenset(),
        corrected=since.corrected_ids if since else frozenset(),
        sources=numbers,
        answers=answer.nearest.event_id if answer and answer.nearest else 0,
    )
    years = grouped(events, chosen, marks, facts.address)
    # The server counts while the rows are made.
    panel = read_panel()
    of_year = _counts_by_year(pair, chosen, panel, counts)
    of_list = _years_of_list(of_year, filters, tuple(year.year for year in years), chosen.is_oldest_first)
    return _timeline(
        place,
        filters,
        question,
        counts,
        panel,
        answer=answer,
        since=since,
        of_list=of_list,
        years=of_list.with_steps(years) if of_year else years,
        sources=sources,
        following=filters.query_to("following", page.after),
        preceding=filters.query_to("preceding", page.before) if listed.has_earlier else "",
        is_oldest_first=chosen.is_oldest_first,
    )


def _timeline(
    place: PairPlace,
    filters: EventFilterSet,
    question: PairQuestion,
    counts: PairCounts,
    panel: FilterPanel,
    **more: object,
) -> PairTimeline:
    given: dict[str, object] = {
        "is_valid": True,
        "answer": None,
        "since": None,
        "of_list": None,
        "years": [],
        "sources": None,
        "following": "",
        "preceding": "",
        "is_oldest_first": False,
        **more,
    }
    return PairTimeline(
        first=place.first,
        second=place.second,
        filters=filters,
        panel=panel,
        asked=question.asked,
        count=panel.count,
        total=counts.total,
        planned_count=panel.count_of("show", Shown.PLANNED, default=counts.of("modality").get("planned", 0)),
        **given,  # type: ignore[arg-type]
    )


def _counts_by_year(pair: Pair, chosen: EventFilter, panel: FilterPanel, counts: PairCounts) -> dict[int, int]:
    """Return the numbers of a list by year: kept ones for the default list, else counted, unless they are too many."""
    if chosen.is_default:
        return counts.years
    if not panel.is_counted:
        return {}
    return pair_years(pair, chosen) if panel.years is None else panel.years


def _answer(pair: Pair, chosen: EventFilter, asked: DateAsked) -> DateAnswer | None:
    if asked.first is None or asked.last is None:
        return None
    nearest = nearest_event(pair, chosen, asked.first, asked.last)
    return DateAnswer(days_text(asked.first, asked.last), asked.first == asked.last, nearest)


def _just_before(place: Cursor, chosen: EventFilter) -> Cursor:
    """Return the place from which a page begins with the event whose own place is given."""
    step = -1 if chosen.is_oldest_first else 1
    return Cursor(place.sort_date, place.span_days, place.day_order, place.event_id + step)


def _begins_list(pair: Pair, chosen: EventFilter, place: Cursor | None) -> bool:
    return not event_list(pair, chosen, before=place, limit=1).events


def _years_of_list(
    of_year: dict[int, int], filters: EventFilterSet, here: tuple[int, ...], is_oldest_first: bool
) -> YearsOfList:
    in_order = sorted(of_year, reverse=not is_oldest_first)

    def elsewhere(year: int) -> str:
        begins = year if is_oldest_first else year + 1
        query = filters.query_to("following", _start_of_year(begins))
        return f"?{query}#y{year}" if year != in_order[0] else f"?{filters.query.urlencode()}#y{year}"

    return YearsOfList({year: of_year[year] for year in in_order}, here, elsewhere)


@lru_cache(maxsize=4096)
def _start_of_year(year: int) -> str:
    """Return the place in a list before all that begins in a year, as its address has it: every list has the same."""
    return str(start_of(date(year, 1, 1)))


def pair_strip(facts: PairFacts, when: str) -> Strip | None:
    """Return the density strip; the column of the time that is filtered by is marked (no query)."""
    return strip(facts.counts, facts.place.first, facts.place.second, when)
