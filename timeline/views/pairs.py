"""A pair's page, its list as a fragment, its years, months and days, and what an address means that is not a pair's."""

from datetime import date, datetime, time

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.htmx import is_fragment, render_page_or_fragment
from timeline.filters import EventFilterSet, PlaceInList, date_asked, place_in_list, since_asked
from timeline.models import Pair
from timeline.pages import PairQuestion, Period, drawing_version, pair_page, pair_timeline, period_page
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
        return kept_page(request, _etag(request, state, today), lambda: _page(request, *_found(state), today))
    place = place_or_answer(request, first, second)
    if isinstance(place, HttpResponse):
        return place
    if not place.is_canonical:
        return moved(request, reverse("timeline:pair", args=[place.first.slug, place.second.slug]))
    return _page(request, place, None, today)


def _page(request: HttpRequest, place: PairPlace, found: Pair | None, today: date) -> HttpResponse:
    filters, where = EventFilterSet(request.GET, found), place_or_refusal(request)
    question = PairQuestion(today, where.after, where.before, date_asked(request.GET), _since_or_refusal(request))
    # Who only changes a filter has the rest of the page already.
    page = None if is_fragment(request) else pair_page(place, found, filters, question)
    timeline = page.timeline if page else pair_timeline(place, found, filters, question)
    status = 200 if timeline.is_valid else 422
    context = {"page": page, "timeline": timeline, "coverage": page and page.coverage, "is_part": page is None}
    return render_page_or_fragment(request, "timeline/pair.html", "timeline/_timeline.html", context, status=status)


@with_own_state
@require_safe
def period(request: HttpRequest, first: str, second: str, **numbers: int) -> HttpResponse:
    """Show a pair's events of a year, a month or a day; what is not in the calendar is not there."""
    try:
        asked = Period(**numbers)
    except (ValueError, OverflowError) as error:
        raise Http404("no such day in the calendar") from error
    state = pair_state(first, second)
    if state and asked.address(first, second) == request.path:
        etag = _etag(request, state, timezone.localdate())
        return kept_page(request, etag, lambda: _period_page(request, *_found(state), asked))
    place = place_or_answer(request, first, second)
    if isinstance(place, HttpResponse):
        return place
    address = asked.address(place.first.slug, place.second.slug)
    return _period_page(request, place, None, asked) if address == request.path else moved(request, address)


def _period_page(request: HttpRequest, place: PairPlace, found: Pair | None, asked: Period) -> HttpResponse:
    where = place_or_refusal(request)
    page = period_page(place, found, asked, where.after, where.before)
    return render(request, "timeline/pair_period.html", {"page": page, "coverage": page.coverage})


def _found(state: PairState) -> tuple[PairPlace, Pair]:
    """Return the pair of a state and its countries, whose slugs the address had as they are."""
    found = Pair.objects.select_related("first", "second").get(pk=state.pair_id)
    return PairPlace(found.first, found.second, is_canonical=True), found


def _etag(request: HttpRequest, state: PairState, today: date) -> str:
    """Name the state of the page: the pair's version, that of all names, what draws it, its coverage, and the day."""
    said = f"{state.coverage_id}.{state.checked_at.timestamp():.0f}" if state.checked_at else "none"
    form = "part" if is_fragment(request) else "page"
    return f'"{drawing_version()}.{state.pair_id}.{state.version}.{state.directory}.{said}.{today.isoformat()}.{form}"'


def place_or_answer(request: HttpRequest, first: str, second: str) -> PairPlace | HttpResponse:
    """Return the two countries of an address, or the page that says why it means no pair: 404."""
    try:
        return pair_place(first, second)
    except SameCountry as same:
        return render(request, "timeline/same_country.html", {"country": same.country}, status=404)
    except UnknownCountry as unknown:
        return unknown_country(request, unknown)


def place_or_refusal(request: HttpRequest) -> PlaceInList:
    """Return the place in a list that the address names; one that no page links to is refused with 400."""
    try:
        return place_in_list(request.GET)
    except ValueError as error:
        raise BadRequest("The address names no place in this list.") from error


def _since_or_refusal(request: HttpRequest) -> datetime | None:
    """Return the start of the day since which changes are marked; what is no day is refused with 400."""
    try:
        day = since_asked(request.GET)
    except ValueError as error:
        raise BadRequest("The day after “since” is written like 2026-01-09.") from error
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None


def unknown_country(request: HttpRequest, unknown: UnknownCountry) -> HttpResponse:
    """Say that no country has a name, with those that are near: 404."""
    context = {"text": unknown.text, "near": unknown.near}
    return render(request, "timeline/unknown_country.html", context, status=404)


def moved(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect:
    """Lead to the canonical address with the same query."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
