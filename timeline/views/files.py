"""The lists of pages as files beside them, with the same filters: data, and feeds of what was published last."""

from collections.abc import Callable, Iterator

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from timeline.filters import EventFilterSet, ListFilterSet, RecordFilterSet, StoryFilterSet
from timeline.outputs.dataset import csv_parts, in_language, json_parts, metadata
from timeline.outputs.feed import ATOM, JSON_FEED, atom, feed_of, json_feed
from timeline.outputs.offered import OfferedList
from timeline.pages import drawing_version, pair_name
from timeline.queries import ListOwner, UnknownCountry, country_by_any_name, pair_of
from timeline.queries.exports import MOST_ROWS, event_parts, list_size
from timeline.queries.leaders import leader_of
from timeline.queries.published import published_last
from timeline.queries.threads import thread_of
from timeline.sql.versions import pair_state, record_state
from timeline.views.kept import with_own_state
from timeline.views.pairs import moved, place_or_answer, unknown_country

DATA_FILES = ("events.csv", "events.json", "events.metadata.json")
FEEDS = {"events.atom": (atom, ATOM), "feed.json": (json_feed, JSON_FEED)}
LIST_FILES = (*DATA_FILES, *FEEDS)
JSON, CSV, TEXT = (f"{name}; charset=utf-8" for name in ("application/json", "text/csv", "text/plain"))


@with_own_state
@require_safe
def pair(request: HttpRequest, first: str, second: str, name: str) -> HttpResponseBase:
    """Give a pair's list as a file; other names of its countries lead to it."""
    place = place_or_answer(request, first, second)
    if isinstance(place, HttpResponse):
        return place
    one, other = place.first, place.second
    page = reverse("timeline:pair", args=[one.slug, other.slug])
    if not place.is_canonical:
        return moved(request, page + name)
    owner = pair_of(one, other)
    offered = _offered(request, pair_name(one, other), page, EventFilterSet(request.GET, owner))
    state = pair_state(one.slug, other.slug)
    return _answer(request, name, offered, owner, state.name if state else record_state())


@with_own_state
@require_safe
def country(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """Give a country's list as a file; its other names lead to it."""
    try:
        owner = country_by_any_name(slug)
    except UnknownCountry as unknown:
        return unknown_country(request, unknown)
    page = reverse("timeline:country", args=[owner.slug])
    if owner.slug != slug:
        return moved(request, page + name)
    offered = _offered(request, owner.label, page, EventFilterSet(request.GET, owner))
    return _answer(request, name, offered, owner, record_state())


@with_own_state
@require_safe
def leader(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """Give a leader's events as a file."""
    owner = leader_of(slug)
    if owner is None:
        raise Http404("no such leader")
    page = reverse("timeline:leader_events", args=[slug])
    offered = _offered(request, owner.name, page, RecordFilterSet(request.GET, owner))
    return _answer(request, name, offered, owner, record_state())


@with_own_state
@require_safe
def thread(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """Give what was published last in a thread as a feed."""
    found = thread_of(slug)
    if found is None:
        raise Http404("no such thread")
    page = reverse("timeline:thread", args=[slug])
    offered = _offered(request, found[0].title, page, StoryFilterSet(request.GET, found[0]))
    return _answer(request, name, offered, found[0], record_state())


def _offered(request: HttpRequest, title: str, page: str, filters: ListFilterSet) -> OfferedList:
    site = request.build_absolute_uri("/").removesuffix("/")
    return OfferedList(title, site, page, filters, get_language() or "en")


def _answer(
    request: HttpRequest, name: str, offered: OfferedList, owner: ListOwner | None, state: str
) -> HttpResponseBase:
    """Give the file, or nothing to who has it in this state; filters that cannot be meant are refused in words."""
    if errors := offered.filters.errors_by_field:
        return refused(name, errors)
    etag = f'"{drawing_version()}.{state}.{name}"'
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None:
        read = _feed if name in FEEDS else _data
        response = read(request, name, offered, owner)
        if response.status_code == 200:
            response.headers["ETag"] = etag
    return response


def _feed(request: HttpRequest, name: str, offered: OfferedList, owner: ListOwner | None) -> HttpResponseBase:
    write, content_type = FEEDS[name]
    feed = feed_of(offered, published_last(owner, offered.filters.chosen))
    response = HttpResponse(write(feed), content_type=content_type)
    response.headers["Last-Modified"] = http_date(feed.updated.timestamp())
    return response


def _data(request: HttpRequest, name: str, offered: OfferedList, owner: ListOwner | None) -> HttpResponseBase:
    chosen = offered.filters.chosen
    size = list_size(owner, chosen)
    if size.is_too_large:
        said = _("This list has more than %(most)s events, which is the most that a file holds. Narrow it by a filter.")
        return refused(name, {"list": [said % {"most": MOST_ROWS}]})
    if name == "events.metadata.json":
        return JsonResponse(metadata(offered, size), json_dumps_params={"ensure_ascii": False, "indent": 1})
    write, content_type = (csv_parts, CSV) if name == "events.csv" else (json_parts, JSON)
    pieces = in_language(write(event_parts(owner, chosen), offered), offered.language)
    return sent_in_pieces(request, pieces, content_type, f"{slugify(offered.title)}-{name}")


def sent_in_pieces(request: HttpRequest, pieces: Iterator[str], content_type: str, name: str) -> HttpResponseBase:
    """Answer with a file that is made while it is sent; to who asks for the headers alone nothing is made."""
    form: Callable[..., HttpResponseBase] = HttpResponse if request.method == "HEAD" else StreamingHttpResponse
    response = form("" if request.method == "HEAD" else pieces, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def refused(name: str, errors: dict[str, list[str]]) -> HttpResponse:
    """Say in words why there is no such file: 422, as JSON where that was asked for, else as plain text."""
    if name.endswith(".json"):
        return JsonResponse({"errors": errors}, status=422, json_dumps_params={"ensure_ascii": False})
    lines = [f"{field}: {sentence}\n" for field, sentences in errors.items() for sentence in sentences]
    return HttpResponse("".join(lines), content_type=TEXT, status=422)
