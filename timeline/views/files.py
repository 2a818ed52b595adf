"""The lists of pages in other forms beside them, with the same filters: whose list it is."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from timeline.models import Leader
from timeline.outputs.lists import (
    Asked,
    GivenList,
    list_of_country,
    list_of_day,
    list_of_leader,
    list_of_month,
    list_of_pair,
    list_of_search,
    list_of_statements,
    list_of_this_day,
    list_of_thread,
)
from timeline.sql.versions import pair_state, record_state
from timeline.views.dates import day_of_any_year_or_404, day_or_404
from timeline.views.exports import given
from timeline.views.kept import with_own_state
from timeline.views.leaders import with_leader
from timeline.views.pairs import country_or_answer, moved, place_or_answer
from timeline.views.threads import thread_or_404


@with_own_state
@require_safe
def pair(request: HttpRequest, first: str, second: str, name: str) -> HttpResponseBase:
    """Give a pair's list in another form; other names of its countries lead to it."""
    place = place_or_answer(request, first, second)
    if isinstance(place, HttpResponse):
        return place
    state = pair_state(place.first.slug, place.second.slug)
    return _given(
        request, name, list_of_pair(asked_by(request), place.first, place.second), state.name if state else ""
    )


@with_own_state
@require_safe
def country(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """Give a country's list in another form; its other names lead to it."""
    owner = country_or_answer(request, slug)
    if isinstance(owner, HttpResponse):
        return owner
    return _given(request, name, list_of_country(asked_by(request), owner))


@with_own_state
@require_safe
@with_leader
def leader(request: HttpRequest, owner: Leader, name: str) -> HttpResponseBase:
    """Give a leader's events in another form."""
    return _given(request, name, list_of_leader(asked_by(request), owner))


@with_own_state
@require_safe
def thread(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """Give a thread in another form."""
    return _given(request, name, list_of_thread(asked_by(request), *thread_or_404(slug)))


@with_own_state
@require_safe
@with_leader
def statements(request: HttpRequest, speaker: Leader, name: str) -> HttpResponseBase:
    """Give what a leader said in another form."""
    return _given(request, name, list_of_statements(asked_by(request), speaker, None))


@with_own_state
@require_safe
@with_leader
def statements_on(request: HttpRequest, speaker: Leader, country: str, name: str) -> HttpResponseBase:
    """Give what a leader said about a country in another form; the country's other names lead to it."""
    about = country_or_answer(request, country)
    if isinstance(about, HttpResponse):
        return about
    return _given(request, name, list_of_statements(asked_by(request), speaker, about))


@with_own_state
@require_safe
def found(request: HttpRequest, name: str) -> HttpResponseBase:
    """Give the events that a search finds in another form."""
    asked = asked_by(request)
    return _given(request, name, list_of_search(asked), f"{record_state()}.{asked.today}")


@with_own_state
@require_safe
def month(request: HttpRequest, year: int, month: int, name: str) -> HttpResponseBase:
    """Give the events of a month in another form."""
    return _given(request, name, list_of_month(asked_by(request), day_or_404(year, month)))


@with_own_state
@require_safe
def day(request: HttpRequest, year: int, month: int, day: int, name: str) -> HttpResponseBase:
    """Give the events of a day in another form."""
    return _given(request, name, list_of_day(asked_by(request), day_or_404(year, month, day)))


@with_own_state
@require_safe
def this_day(request: HttpRequest, day: str, name: str) -> HttpResponseBase:
    """Give what happened on a day of any year in another form."""
    return _given(request, name, list_of_this_day(asked_by(request), day_of_any_year_or_404(day)))


def asked_by(request: HttpRequest) -> Asked:
    """Return what an address asks of a list."""
    return Asked(request.GET, request.build_absolute_uri("/").removesuffix("/"), timezone.localdate())


def _given(request: HttpRequest, name: str, listed: GivenList, state: str = "") -> HttpResponseBase:
    """Give a list's form; an address that is not its own, as by another name of a country, leads to its own."""
    if request.path != listed.offered.page + name:
        return moved(request, listed.offered.page + name)
    return given(request, name, listed, state or record_state())
