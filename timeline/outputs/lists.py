"""Whose list a page shows and what is in it, for its other forms: files and feeds beside the page, and mail."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from timeline.filters import (
    DatesFilterSet,
    DayOfYearFilterSet,
    EventFilterSet,
    ListFilterSet,
    RecordFilterSet,
    SearchFilterSet,
    StoryFilterSet,
)
from timeline.filters.statements import StatementFilterSet, StatementsOnFilterSet
from timeline.models import Country, Event, Leader, Thread
from timeline.outputs.offered import OfferedList
from timeline.pages import pair_name
from timeline.pages.archive import day_of_any_year, days_of_month, this_day_name
from timeline.pages.dates import day_month_text, day_text, month_text
from timeline.pages.statements import statements_name
from timeline.queries import DayOfYear, Days, ListOwner, country_by_any_name, pair_of, pair_place
from timeline.queries.contents import Contents, FoundEvents, ListedEvents, ListedStatements, StoryEvents
from timeline.queries.leaders import leader_of
from timeline.queries.search import query_of, scope_of
from timeline.queries.threads import thread_of
from timeline.search import Query


@dataclass(frozen=True)
class Asked:
    """What is asked of a list: its filters as an address says them, the host of the site, the day."""

    data: QueryDict
    site: str
    today: date


@dataclass(frozen=True)
class GivenList:
    """A list as it is offered, with its contents: None where its address cannot be meant, and ``errors`` say why."""

    offered: OfferedList
    contents: Contents | None
    errors: dict[str, list[str]] = field(default_factory=dict)


def list_of_pair(asked: Asked, one: Country, other: Country) -> GivenList:
    """Return the list of two countries in the order of their slugs."""
    slugs, owner = [one.slug, other.slug], pair_of(one, other)
    page, frame = reverse("timeline:pair", args=slugs), reverse("timeline:pair_embed", args=slugs)
    return _events(asked, owner, pair_name(one, other), page, EventFilterSet(asked.data, owner), frame)


def list_of_country(asked: Asked, owner: Country) -> GivenList:
    """Return a country's list."""
    page = reverse("timeline:country", args=[owner.slug])
    return _events(asked, owner, owner.label, page, EventFilterSet(asked.data, owner))


def list_of_leader(asked: Asked, owner: Leader) -> GivenList:
    """Return a leader's events."""
    page = reverse("timeline:leader_events", args=[owner.slug])
    return _events(asked, owner, owner.name, page, RecordFilterSet(asked.data, owner))


def list_of_thread(asked: Asked, owner: Thread, events: list[Event]) -> GivenList:
    """Return a thread in the order that its editor gave it."""
    filters, page = StoryFilterSet(asked.data, owner), reverse("timeline:thread", args=[owner.slug])
    chosen = filters.chosen
    contents = StoryEvents(owner, events, chosen) if chosen else None
    return _given(_offered(asked, owner.title, page, filters), contents)


def list_of_statements(asked: Asked, speaker: Leader, about: Country | None) -> GivenList:
    """Return what a leader said, about a country where one is named."""
    if about is None:
        page, filters = reverse("timeline:leader_statements", args=[speaker.slug]), StatementFilterSet(asked.data)
    else:
        page = reverse("timeline:leader_on_country", args=[speaker.slug, about.slug])
        filters = StatementsOnFilterSet(asked.data)
    offered, chosen = _offered(asked, statements_name(speaker, about), page, filters, "statements"), filters.chosen
    return _given(offered, ListedStatements(speaker, about, chosen) if chosen else None)


def list_of_search(asked: Asked) -> GivenList:
    """Return the events that a search finds."""
    search = SearchFilterSet(asked.data)
    filters, errors = search.of_events, search.errors_by_field
    query = query_of(search.text)[0] if search.text else Query()
    if query.is_empty and not errors:
        errors = {"q": [_("Say what to look for.")]}
    title = _("Search: %(words)s") % {"words": search.typed}
    offered, chosen = _offered(asked, title, reverse("timeline:search"), filters), filters.chosen
    if errors or not chosen:
        return _given(offered, None, errors)
    scope = scope_of(*search.within, pair_of(*search.within)) if search.within else None
    return _given(offered, FoundEvents(query, scope, asked.today, chosen))


def list_of_month(asked: Asked, first: date) -> GivenList:
    """Return the events of a month."""
    page = reverse("timeline:date_month", args=[first.year, first.month])
    return _events(asked, days_of_month(first), month_text(first), page, DatesFilterSet(asked.data))


def list_of_day(asked: Asked, day: date) -> GivenList:
    """Return the events of a day."""
    page = reverse("timeline:date_day", args=[day.year, day.month, day.day])
    return _events(asked, Days(day, day), day_text(day), page, DatesFilterSet(asked.data))


def list_of_this_day(asked: Asked, day: date) -> GivenList:
    """Return what happened on a day of any year."""
    page = reverse("timeline:on_day", args=[f"{day:%m-%d}"])
    owner, title = DayOfYear(day.month, day.day), this_day_name(day_month_text(day))
    return _events(asked, owner, title, page, DayOfYearFilterSet(asked.data))


def list_at(path: str, asked: Asked) -> GivenList | None:
    """Return the list that can be followed at a page's path, without a language; None where there is none.

    A list that has gone, as a country's that got another name, is not looked for: its path is the canonical one.
    """
    try:
        # Addresses in English begin with no language.
        with translation.override("en"):
            found = resolve(path)
        find = FOLLOWED.get(found.url_name or "") if found.app_name == "timeline" else None
        return find(asked, **found.kwargs) if find else None
    except (Resolver404, LookupError):
        return None


def _pair_at(asked: Asked, first: str, second: str) -> GivenList:
    place = pair_place(first, second)
    return list_of_pair(asked, place.first, place.second)


def _country_at(asked: Asked, slug: str) -> GivenList:
    return list_of_country(asked, country_by_any_name(slug))


def _leader_at(asked: Asked, slug: str) -> GivenList | None:
    owner = leader_of(slug)
    return list_of_leader(asked, owner) if owner else None


def _thread_at(asked: Asked, slug: str) -> GivenList | None:
    found = thread_of(slug)
    return list_of_thread(asked, *found) if found else None


def _statements_at(asked: Asked, slug: str, country: str = "") -> GivenList | None:
    speaker = leader_of(slug)
    return list_of_statements(asked, speaker, country_by_any_name(country) if country else None) if speaker else None


def _month_at(asked: Asked, year: int, month: int) -> GivenList | None:
    first = _day(year, month)
    return list_of_month(asked, first) if first else None


def _day_at(asked: Asked, year: int, month: int, day: int) -> GivenList | None:
    found = _day(year, month, day)
    return list_of_day(asked, found) if found else None


def _this_day_at(asked: Asked, day: str) -> GivenList | None:
    found = day_of_any_year(day)
    return list_of_this_day(asked, found) if found else None


def _day(year: int, month: int, day: int = 1) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


# What can be followed by mail, by the names of the pages.
FOLLOWED: dict[str, Callable[..., GivenList | None]] = {
    "pair": _pair_at,
    "country": _country_at,
    "leader_events": _leader_at,
    "leader_statements": _statements_at,
    "leader_on_country": _statements_at,
    "thread": _thread_at,
    "search": list_of_search,
    "date_month": _month_at,
    "date_day": _day_at,
    "on_day": _this_day_at,
}


def _events(
    asked: Asked, owner: ListOwner | None, title: str, page: str, filters: EventFilterSet, frame: str = ""
) -> GivenList:
    chosen = filters.chosen
    return _given(_offered(asked, title, page, filters, frame=frame), ListedEvents(owner, chosen) if chosen else None)


def _offered(
    asked: Asked, title: str, page: str, filters: ListFilterSet, rows: str = "events", frame: str = ""
) -> OfferedList:
    return OfferedList(title, asked.site, page, filters, get_language() or "en", rows, frame)


def _given(offered: OfferedList, contents: Contents | None, errors: dict[str, list[str]] | None = None) -> GivenList:
    return GivenList(offered, contents, {} if contents else errors or offered.filters.errors_by_field)
