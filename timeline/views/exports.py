"""Give a list in a form beside its page: data, a feed, a calendar, and the page that tells of them all."""

from collections.abc import Callable, Iterator

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.text import slugify
from django.utils.translation import gettext as _

from timeline.filters.errors import short
from timeline.outputs.calendar import CALENDAR, CONTENT_TYPE, SPANS, calendar_parts
from timeline.outputs.dataset import (
    CELLS,
    TREES,
    Piece,
    csv_parts,
    in_language,
    json_lines,
    json_parts,
    metadata,
    sheets_of,
)
from timeline.outputs.event_data import EVENTS
from timeline.outputs.export_page import ExportPage
from timeline.outputs.feed import Feed, atom, feed_of, json_feed, rss
from timeline.outputs.lists import GivenList
from timeline.outputs.offered import OfferedList
from timeline.outputs.statement_data import STATEMENTS
from timeline.outputs.timelinejs import TIMELINEJS, timelinejs_parts
from timeline.outputs.workbook import WORKBOOK, workbook_parts
from timeline.pages import drawing_version
from timeline.pages.licence import licence
from timeline.queries import coverage_of
from timeline.queries.contents import Contents, coverage_of_list

JSON, JSON_LINES, CSV, TEXT, ATOM, RSS, JSON_FEED = (
    f"{name}; charset=utf-8"
    for name in (
        "application/json", "application/jsonl", "text/csv", "text/plain", "application/atom+xml",
        "application/rss+xml", "application/feed+json",
    )
)  # fmt: skip
FEEDS = {"feed.atom": (atom, ATOM), "feed.rss": (rss, RSS), "feed.json": (json_feed, JSON_FEED)}
DATASETS = {dataset.name: dataset for dataset in (EVENTS, STATEMENTS)}
DATA = {"csv": (csv_parts, CSV), "jsonl": (json_lines, JSON_LINES)}
XLSX, PAGE, FOLLOW = "xlsx", "export/", "follow/"


def _exports_of(rows: str) -> tuple[str, ...]:
    return (*(f"{rows}.{ending}" for ending in (*CELLS, *TREES, "metadata.json")), TIMELINEJS, *FEEDS, PAGE, FOLLOW)


EXPORTS_OF_EVENTS, EXPORTS_OF_STATEMENTS = (*_exports_of(EVENTS.name), CALENDAR), _exports_of(STATEMENTS.name)


def given(request: HttpRequest, name: str, listed: GivenList, state: str) -> HttpResponseBase:
    """Give a form, or nothing to who has it in this state; without contents say in words what cannot be meant."""
    offered, contents = listed.offered, listed.contents
    if name == PAGE:
        return _page(request, listed)
    if name == FOLLOW:
        return _follow(request, offered)
    if contents is None:
        return refused(name, listed.errors)
    form = _feed if name in FEEDS else _data
    return unless_known(request, f"{state}.{name}", lambda: form(request, name, offered, contents))


def _follow(request: HttpRequest, offered: OfferedList) -> HttpResponse:
    """Lead to where a list is followed by mail: the address beside the page is the same in every list's links."""
    address, query = reverse("timeline:follow", args=[offered.path]), request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(f"{address}?{query}" if query else address)


def unless_known(request: HttpRequest, state: str, make: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """Make a file, or answer 304 to who has it in this state."""
    etag = f'"{drawing_version()}.{state}"'
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None:
        response = make()
        if response.status_code == 200:
            response.headers["ETag"] = etag
    return response


def _page(request: HttpRequest, listed: GivenList) -> HttpResponse:
    contents, sentences = listed.contents, [sentence for found in listed.errors.values() for sentence in found]
    size = contents.size() if contents else None
    dates = contents.dates() if contents and size and not size.is_too_large else {}
    columns, today = DATASETS[listed.offered.rows].columns, timezone.localdate()
    page = ExportPage(listed.offered, sentences, size, dates, columns, today, coverage_of())
    context = {"page": page, "coverage": page.coverage}
    return render(request, "timeline/export.html", context, status=422 if contents is None else 200)


def _feed(request: HttpRequest, name: str, offered: OfferedList, contents: Contents) -> HttpResponseBase:
    return sent_feed(name, feed_of(offered, contents.published_last()))


def sent_feed(name: str, feed: Feed) -> HttpResponse:
    """Answer with a feed in the form that a name asks for."""
    write, content_type = FEEDS[name]
    response = HttpResponse(write(feed), content_type=content_type)
    response.headers["Last-Modified"] = http_date(feed.updated.timestamp())
    return response


def _data(request: HttpRequest, name: str, offered: OfferedList, contents: Contents) -> HttpResponseBase:
    size, dataset = contents.size(), DATASETS[offered.rows]
    if size.is_too_large:
        said = _(
            "This list has more than %(most)s rows, which is the most that a file holds. Narrow it by dates, by a pair"
            " or by another filter."
        )
        return refused(name, {"list": [said % {"most": size.most}]})
    if name == CALENDAR:
        return _calendar(request, offered, contents)
    if name == TIMELINEJS:
        pieces = timelinejs_parts(contents.parts(), offered, licence(coverage_of()))
        return sent_in_pieces(request, pieces, JSON, name, offered)
    ending = name.partition(".")[2]
    if ending in DATA:
        write, content_type = DATA[ending]
        return sent_in_pieces(request, write(dataset, contents.parts(), offered), content_type, name, offered)
    about = metadata(dataset, offered, size, coverage_of_list(contents))
    if ending == "json":
        return sent_in_pieces(request, json_parts(dataset, contents.parts(), offered, about), JSON, name, offered)
    if ending == XLSX:
        workbook = workbook_parts(sheets_of(dataset, contents.parts(), offered, about))
        return sent_in_pieces(request, workbook, WORKBOOK, name, offered)
    return JsonResponse(about, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _calendar(request: HttpRequest, offered: OfferedList, contents: Contents) -> HttpResponseBase:
    dates = request.GET.get("dates", "")
    if dates not in {"", SPANS}:
        said = _("“%(value)s” cannot be chosen here. What can: %(choices)s.")
        return refused(CALENDAR, {"dates": [said % {"value": short(dates), "choices": SPANS}]})
    pieces = calendar_parts(contents.parts(), offered, contents.dates(), spans=dates == SPANS)
    return sent_in_pieces(request, pieces, CONTENT_TYPE, CALENDAR, offered)


def sent_in_pieces(
    request: HttpRequest, pieces: Iterator[Piece], content_type: str, name: str, offered: OfferedList
) -> HttpResponseBase:
    """Answer with a file that is made while it is sent; to who asks for the headers alone nothing is made."""
    form: Callable[..., HttpResponseBase] = HttpResponse if request.method == "HEAD" else StreamingHttpResponse
    sent = "" if request.method == "HEAD" else in_language(pieces, offered.language)
    response = form(sent, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{slugify(offered.title)}-{name}"'
    return response


def refused(name: str, errors: dict[str, list[str]]) -> HttpResponse:
    """Say in words why there is no such file: 422, as JSON where that was asked for, else as plain text."""
    if name.endswith(".json"):
        return JsonResponse({"errors": errors}, status=422, json_dumps_params={"ensure_ascii": False})
    lines = [f"{field}: {sentence}\n" for field, sentences in errors.items() for sentence in sentences]
    return HttpResponse("".join(lines), content_type=TEXT, status=422)
