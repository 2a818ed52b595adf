"""A pair's page, its list as a fragment, and what an address means that is not a pair's."""

from datetime import date

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.htmx import is_fragment, render_page_or_fragment
from timeline.filters import EventFilterSet, PlaceInList, place_in_list
from timeline.models import Pair
from timeline.pages import drawing_version, pair_page
from timeline.queries import PairPlace, SameCountry, UnknownCountry, pair_place
from timeline.sql.versions import PairState, pair_state
from timeline.views.kept import kept_page, with_own_state


@with_own_state
@require_safe
def pair(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """Show a pair's timeline; other forms of its address lead here."""
    today = timezone.localdate()
    # One small statement on every visit: what it finds, under the address as it stands, may be kept or unchanged.
    if state := pair_state(first, second):
        found = Pair.objects.select_related("first", "second").filter(pk=state.pair_id)
        return kept_page(request, _etag(request, state, today), lambda: _pair_page(request, found.get(), today))
    try:
        place = pair_place(first, second)
    except SameCountry as same:
        return render(request, "timeline/same_country.html", {"country": same.country}, status=404)
    except UnknownCountry as unknown:
        return unknown_country(request, unknown)
    if not place.is_canonical:
        return moved(request, reverse("timeline:pair", args=[place.first.slug, place.second.slug]))
    return _page(request, place, None, today)


def _pair_page(request: HttpRequest, found: Pair, today: date) -> HttpResponse:
    return _page(request, PairPlace(found.first, found.second, is_canonical=True), found, today)


def _page(request: HttpRequest, place: PairPlace, found: Pair | None, today: date) -> HttpResponse:
    filters = EventFilterSet(request.GET, found)
    page = pair_page(place, found, filters, place_or_refusal(request), today)
    status = 200 if page.timeline.is_valid else 422
    context = {"page": page, "timeline": page.timeline, "coverage": page.coverage, "is_part": is_fragment(request)}
    return render_page_or_fragment(request, "timeline/pair.html", "timeline/_timeline.html", context, status=status)


def _etag(request: HttpRequest, state: PairState, today: date) -> str:
    """Name the state of the page: the pair's version, what draws it, what it says of coverage, and the day."""
    said = f"{state.coverage_id}.{state.checked_at.timestamp():.0f}" if state.checked_at else "none"
    form = "part" if is_fragment(request) else "page"
    return f'"{drawing_version()}.{state.pair_id}.{state.version}.{said}.{today.isoformat()}.{form}"'


def place_or_refusal(request: HttpRequest) -> PlaceInList:
    """Return the place in a list that the address names; one that no page links to is refused with 400."""
    try:
        return place_in_list(request.GET)
    except ValueError as error:
        raise BadRequest("The address names no place in this list.") from error


def unknown_country(request: HttpRequest, unknown: UnknownCountry) -> HttpResponse:
    """Say that no country has a name, with those that are near: 404."""
    context = {"text": unknown.text, "near": unknown.near}
    return render(request, "timeline/unknown_country.html", context, status=404)


def moved(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect:
    """Lead to the canonical address with the same query."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
