"""The lists of pages in other forms beside them, with the same filters: whose list it is, and what is in it."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

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
from timeline.models import Country, Leader
from timeline.outputs.offered import OfferedList
from timeline.pages import pair_name
from timeline.pages.archive import days_of_month, this_day_name
from timeline.pages.dates import day_month_text, day_text, month_text
from timeline.pages.statements import statements_name
from timeline.queries import DayOfYear, Days, ListOwner, pair_of
from timeline.queries.contents import FoundEvents, ListedEvents, ListedStatements, StoryEvents
from timeline.queries.search import query_of, scope_of
from timeline.search import Query
from timeline.sql.versions import pair_state, record_state
from timeline.views.dates import day_of_any_year_or_404, day_or_404
from timeline.views.exports import given
from timeline.views.kept import with_own_state
from timeline.views.leaders import leader_or_404
from timeline.views.pairs import country_or_answer, moved, place_or_answer
from timeline.views.threads import thread_or_404


@with_own_state
@require_safe
def pair(request: HttpRequest, first: str, second: str, name: str) -> HttpResponseBase:
    """Give a pair's list in another form; other names of its countries lead to it."""
    place = place_or_answer(request, first, second)
    if isinstance(place, HttpResponse):
        return place
    one, other = place.first, place.second
    page = reverse("timeline:pair", args=[one.slug, other.slug])
    if not place.is_canonical:
        return moved(request, page + name)
    owner, state = pair_of(one, other), pair_state(one.slug, other.slug)
    offered = _offered(
        request, pair_name(one, other), page, EventFilterSet(request.GET, owner),
        frame=reverse("timeline:pair_embed", args=[one.slug, other.slug]),
    )  # fmt: skip
    return _events(request, name, owner, offered, state.name if state else "")


@with_own_state
@require_safe
def country(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """Give a country's list in another form; its other names lead to it."""
    owner = country_or_answer(request, slug)
    if isinstance(owner, HttpResponse):
        return owner
    page = reverse("timeline:country", args=[owner.slug])
    if owner.slug != slug:
        return moved(request, page + name)
    offered = _offered(request, owner.label, page, EventFilterSet(request.GET, owner))
    return _events(request, name, owner, offered)


@with_own_state
@require_safe
def leader(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """Give a leader's events in another form."""
    owner, page = leader_or_404(slug), reverse("timeline:leader_events", args=[slug])
    return _events(request, name, owner, _offered(request, owner.name, page, RecordFilterSet(request.GET, owner)))


@with_own_state
@require_safe
def thread(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """Give a thread in another form."""
    owner, events = thread_or_404(slug)
    page, filters = reverse("timeline:thread", args=[slug]), StoryFilterSet(request.GET, owner)
    offered, chosen = _offered(request, owner.title, page, filters), filters.chosen
    return given(request, name, offered, StoryEvents(owner, events, chosen) if chosen else None, record_state())


@with_own_state
@require_safe
def statements(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """Give what a leader said in another form."""
    page, filters = reverse("timeline:leader_statements", args=[slug]), StatementFilterSet(request.GET)
    return _statements(request, name, leader_or_404(slug), None, page, filters)


@with_own_state
@require_safe
def statements_on(request: HttpRequest, slug: str, country: str, name: str) -> HttpResponseBase:
    """Give what a leader said about a country in another form; the country's other names lead to it."""
    speaker, about = leader_or_404(slug), country_or_answer(request, country)
    if isinstance(about, HttpResponse):
        return about
    page = reverse("timeline:leader_on_country", args=[slug, about.slug])
    if about.slug != country:
        return moved(request, page + name)
    return _statements(request, name, speaker, about, page, StatementsOnFilterSet(request.GET))


@with_own_state
@require_safe
def found(request: HttpRequest, name: str) -> HttpResponseBase:
    """Give the events that a search finds in another form."""
    asked = SearchFilterSet(request.GET)
    filters, errors = asked.of_events, asked.errors_by_field
    query = query_of(asked.text)[0] if asked.text else Query()
    if query.is_empty and not errors:
        errors = {"q": [_("Say what to look for.")]}
    title = _("Search: %(words)s") % {"words": asked.typed}
    offered = _offered(request, title, reverse("timeline:search"), filters)
    today, chosen, contents = timezone.localdate(), filters.chosen, None
    if chosen and not errors:
        scope = scope_of(*asked.within, pair_of(*asked.within)) if asked.within else None
        contents = FoundEvents(query, scope, today, chosen)
    return given(request, name, offered, contents, f"{record_state()}.{today}", errors)


@with_own_state
@require_safe
def month(request: HttpRequest, year: int, month: int, name: str) -> HttpResponseBase:
    """Give the events of a month in another form."""
    first, page = day_or_404(year, month), reverse("timeline:date_month", args=[year, month])
    return _days(request, name, days_of_month(first), month_text(first), page)


@with_own_state
@require_safe
def day(request: HttpRequest, year: int, month: int, day: int, name: str) -> HttpResponseBase:
    """Give the events of a day in another form."""
    found, page = day_or_404(year, month, day), reverse("timeline:date_day", args=[year, month, day])
    return _days(request, name, Days(found, found), day_text(found), page)


@with_own_state
@require_safe
def this_day(request: HttpRequest, day: str, name: str) -> HttpResponseBase:
    """Give what happened on a day of any year in another form."""
    found, page = day_of_any_year_or_404(day), reverse("timeline:on_day", args=[day])
    offered = _offered(request, this_day_name(day_month_text(found)), page, DayOfYearFilterSet(request.GET))
    return _events(request, name, DayOfYear(found.month, found.day), offered)


def _days(request: HttpRequest, name: str, days: Days, title: str, page: str) -> HttpResponseBase:
    if request.path != page + name:
        return moved(request, page + name)
    return _events(request, name, days, _offered(request, title, page, DatesFilterSet(request.GET)))


def _offered(
    request: HttpRequest, title: str, page: str, filters: ListFilterSet, rows: str = "events", frame: str = ""
) -> OfferedList:
    site = request.build_absolute_uri("/").removesuffix("/")
    return OfferedList(title, site, page, filters, get_language() or "en", rows, frame)


def _events(
    request: HttpRequest, name: str, owner: ListOwner | None, offered: OfferedList, state: str = ""
) -> HttpResponseBase:
    chosen = offered.filters.chosen
    return given(request, name, offered, ListedEvents(owner, chosen) if chosen else None, state or record_state())


def _statements(
    request: HttpRequest, name: str, speaker: Leader, about: Country | None, page: str, filters: StatementFilterSet
) -> HttpResponseBase:
    offered = _offered(request, statements_name(speaker, about), page, filters, rows="statements")
    chosen = filters.chosen
    return given(request, name, offered, ListedStatements(speaker, about, chosen) if chosen else None, record_state())
