"""Answer with a page that this process has kept, where the state that it shows is still the state of the record."""

from collections.abc import Callable, Hashable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language

from config.htmx import is_fragment, vary_on_htmx
from timeline.pages.memory import KeptPage, page_memory


def kept_page(request: HttpRequest, etag: str, build: Callable[[], HttpResponse]) -> HttpResponse:
    """Return 304 where the visitor has this state, else the page: kept, or built and then kept.

    ``build`` is asked only for what is not there. What it answers with another status than 200 is no page of this state
    and is handed on as it is.
    """
    if unchanged := get_conditional_response(request, etag=etag):
        return vary_on_htmx(unchanged)
    memory, key = page_memory(), _key(request, etag)
    page = memory.get(key)
    if page is None:
        response = build()
        if response.status_code != 200:
            return response
        page = KeptPage.of(response.content)
        memory.put(key, page)
    return _answer(request, page, etag)


def _key(request: HttpRequest, etag: str) -> Hashable:
    """Name everything that the page is made from: it names its own address, with scheme and host, to others."""
    return request.scheme, request.get_host(), request.get_full_path(), get_language(), is_fragment(request), etag


def _answer(request: HttpRequest, page: KeptPage, etag: str) -> HttpResponse:
    # The compressed form is kept too: to make it each time costs as much as everything else.
    is_compressed = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(page.compressed if is_compressed else page.plain)
    response.headers["ETag"] = f"W/{etag}" if is_compressed else etag
    if is_compressed:
        response.headers["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ["Accept-Encoding"])
    return vary_on_htmx(response)
