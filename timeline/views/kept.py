"""Answer with a page, or from parts, that this process has kept, where the state shown is still that of the record."""

from collections.abc import Callable, Hashable
from typing import Any, TypeGuard, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from config.headers import is_private
from config.htmx import is_fragment, vary_on_htmx
from timeline.pages import drawing_version
from timeline.pages.memory import ENCODINGS, Kept, KeptPage, KeptText, page_memory
from timeline.sql.versions import record_state

Part = TypeVar("Part", bound=Kept)
View = TypeVar("View", bound=Callable[..., HttpResponse])


def kept_page(request: HttpRequest, etag: str, build: Callable[[], HttpResponse]) -> HttpResponse:
    """Return 304 where the visitor has this state, else the page: kept, or built and then kept.

    ``build`` is asked only for what is not there. What it answers that is no page of this state, such as a refusal or a
    picture, is handed on as it is.
    """
    if unchanged := get_conditional_response(request, etag=etag):
        return vary_on_htmx(unchanged)
    others: list[HttpResponse] = []

    def make() -> KeptPage | None:
        response = build()
        if not _is_page(response):
            others.append(response)
            return None
        patch_vary_headers(response, ["Accept-Encoding"])
        return KeptPage.of(response.content, vary_on_htmx(response).headers.items())

    page = page_memory().found_or_made(_key(request, etag), make)
    return others[0] if page is None else _answer(request, page, etag)


def kept_part(state: str, name: str, build: Callable[[], Part]) -> Part:
    """Return what pages are made from that depends on a state and the language alone: kept, or built and then kept.

    Without a state it is built.
    """
    if not state:
        return build()
    part: Part = page_memory().found_or_made((name, get_language(), state), build)
    return part


def kept_drawing(state: str, name: str, template: str, context: Callable[[], dict[str, Any]]) -> SafeString:
    """Return what a template draws of a context that depends on a state and the language alone, as ``kept_part``."""
    return kept_part(state, name, lambda: KeptText(render_to_string(template, context()))).text


def _is_page(response: HttpResponseBase) -> TypeGuard[HttpResponse]:
    """Return whether anybody may be given the same answer again."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not response.has_header("Cache-Control")
        and not response.has_header("Content-Encoding")
        and response.headers.get("Content-Type", "").startswith("text/html")
    )


def _key(request: HttpRequest, etag: str) -> Hashable:
    """Name everything that the page is made from: it names its own address, with scheme and host, to others."""
    return request.scheme, request.get_host(), request.get_full_path(), get_language(), is_fragment(request), etag


def _answer(request: HttpRequest, page: KeptPage, etag: str) -> HttpResponse:
    # The compressed form is kept too: to make it each time costs as much as everything else.
    accepted = {name.partition(";")[0].strip() for name in request.headers.get("Accept-Encoding", "").split(",")}
    encoding = next((name for name in ENCODINGS if name in accepted), "")
    response = HttpResponse(page.sent_as(encoding), headers=dict(page.headers))
    response.headers["ETag"] = f"W/{etag}" if encoding else etag
    if encoding:
        response.headers["Content-Encoding"] = encoding
    return response


def with_own_state(view: View) -> View:
    """Mark a view that names the state of its page itself, more narrowly than by the whole record."""
    view.has_own_state = True  # type: ignore[attr-defined]
    return view


class KeptPagesMiddleware:
    """Keep every reading page while nothing in the record changes: one small statement tells.

    A page that depends on less than the whole record says so by ``with_own_state``.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Hand on; what there is to do is done before a view is called."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Answer for a view of the reading pages; leave everything else to itself."""
        match = request.resolver_match
        is_reading = match is not None and match.app_name == "timeline" and not is_private(request)
        if not (settings.PAGE_MEMORY_BYTES and is_reading and request.method in {"GET", "HEAD"}):
            return None
        if getattr(view, "has_own_state", False):
            return None
        form = "part" if is_fragment(request) else "page"
        etag = f'"{drawing_version()}.{record_state()}.{timezone.localdate().isoformat()}.{form}"'
        return kept_page(request, etag, lambda: view(request, *args, **kwargs))
