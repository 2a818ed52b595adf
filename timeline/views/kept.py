"""Answer with a page, or from parts, that this process has kept, where the state shown is still that of the record."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, ParamSpec, TypeGuard, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from config.headers import is_private
from config.htmx import DECIDING_HEADERS, is_fragment, vary_on_htmx
from timeline.pages import drawing_version
from timeline.pages.memory import ENCODINGS, Kept, KeptPage, KeptText, page_memory
from timeline.sql.versions import PairState, record_state
from timeline.templatetags.repeated import filled

Part = TypeVar("Part", bound=Kept)
Given = ParamSpec("Given")
View = TypeVar("View", bound=Callable[..., HttpResponseBase])
VARY = ", ".join(("Accept-Encoding", *DECIDING_HEADERS))


class State(NamedTuple):
    """What a page depends on: the name of it all, and what was read of the pair where it is a page of one."""

    name: str
    pair: PairState | None = None


# Asks for the state of a page by one small statement; None where it has none that could be named.
Ask = Callable[[], State | None]


@dataclass(frozen=True, slots=True)
class Door:
    """How to ask for the state of a page of which some state was kept; found by the address alone."""

    ask: Ask

    @property
    def size(self) -> int:
        """Return the bytes that it takes, with the address under which it stands, about."""
        return 1000


def kept_page(request: HttpRequest, ask: Ask, build: Callable[[State | None], HttpResponse]) -> HttpResponse:
    """Return 304 where the visitor has the state of now, else the page: kept, or built and then kept.

    ``build`` is asked only for what is not there. What it answers that is no page, such as a refusal, is handed on.
    """
    # On the way here it may have been asked already.
    state = request.__dict__.pop("asked_state", None) or ask()
    if state is None:
        return build(None)
    address, etag = _address(request), _etag(request, state)
    if unchanged := _unchanged(request, etag):
        return unchanged
    made: list[HttpResponse] = []

    def make() -> KeptPage | None:
        made.append(response := build(state))
        if not _is_page(response):
            return None
        patch_vary_headers(response, ["Accept-Encoding"])
        page_memory().put(address, Door(ask))
        return KeptPage.of(response.content, vary_on_htmx(response).headers.items())

    page = page_memory().found_or_made((address, etag), make)
    return made[0] if page is None else _answer(request, page, etag, is_first=bool(made))


def dated(name: str) -> str:
    """Return the name of a state with what every page depends on beside the record: what draws it, and the day."""
    return f"{drawing_version()}.{name}.{timezone.localdate().isoformat()}"


def day_of_page(request: HttpRequest) -> dict[str, date]:
    """Return the day on which a page is made, for its foot on paper; every kept page depends on it (``dated``)."""
    return {"today": timezone.localdate()}


def kept_part(state: str, name: str, build: Callable[[], Part]) -> Part:
    """Return what pages are made from that depends on a state and the language alone: kept, or built and then kept.

    Without a state it is built.
    """
    if not state:
        return build()
    part: Part = page_memory().found_or_made((name, get_language(), state), build)
    return part


def kept_drawing(state: str, name: str, template: str, entry: Callable[[], Any]) -> SafeString:
    """Return what a template draws of an entry that depends on a state and the language alone, as ``kept_part``."""
    return kept_part(state, name, lambda: KeptText(filled(template, entry()))).text


def is_part_kept(state: str, name: str) -> bool:
    """Return whether ``kept_part`` would find a part kept."""
    return bool(state) and page_memory().get((name, get_language(), state)) is not None


def ask_kept_part(state: str, name: str, ask: Callable[[], Callable[Given, Part]]) -> Callable[Given, Part]:
    """Return what gives the same as ``kept_part``; unless that is kept, what it is made of is asked for at once."""
    build = None if is_part_kept(state, name) else ask()
    # What was kept and is no longer is asked for after all.
    return lambda *given, **named: kept_part(state, name, lambda: (build or ask())(*given, **named))


def ask_kept_drawing(
    state: str, name: str, ask: Callable[[], Callable[Given, SafeString]]
) -> Callable[Given, SafeString]:
    """Return what gives a drawing, as ``ask_kept_part``."""

    def ask_text() -> Callable[Given, KeptText]:
        draw = ask()
        return lambda *given, **named: KeptText(draw(*given, **named))

    read = ask_kept_part(state, name, ask_text)
    return lambda *given, **named: read(*given, **named).text


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


def _address(request: HttpRequest) -> Hashable:
    """Name what is asked for: scheme and host too, which pages name to others; the path says the language."""
    query = request.META.get("QUERY_STRING", "")
    return request.scheme, request.get_host(), request.path, query, is_fragment(request)


def _etag(request: HttpRequest, state: State) -> str:
    return f'"{state.name}.{"part" if is_fragment(request) else "page"}"'


def _unchanged(request: HttpRequest, etag: str) -> HttpResponse | None:
    """Return what a visitor is told who has this state already."""
    if unchanged := get_conditional_response(request, etag=etag):
        unchanged.headers["Vary"] = VARY
    return unchanged


def _answer(request: HttpRequest, page: KeptPage, etag: str, *, is_first: bool = False) -> HttpResponse:
    # The compressed form is kept too: to make it each time costs more than everything else.
    accepted = {name.partition(";")[0].strip() for name in request.META.get("HTTP_ACCEPT_ENCODING", "").split(",")}
    encoding = next((name for name in ENCODINGS if name in accepted), "")
    body = page.sent_as(encoding, is_first=is_first)
    response = HttpResponse(body, headers=dict(page.headers))
    response.headers["ETag"] = f"W/{etag}" if encoding else etag
    response.headers["Content-Length"] = str(len(body))
    if encoding:
        response.headers["Content-Encoding"] = encoding
    return response


def with_own_state(view: View) -> View:
    """Mark a view that names the state of its page itself, more narrowly than by the whole record."""
    view.has_own_state = True  # type: ignore[attr-defined]
    return view


class KeptPagesMiddleware:
    """Keep every reading page while nothing in the record changes: one small statement tells.

    A page that depends on less than the whole record says so by ``with_own_state``. What is kept is given before the
    other middlewares and the addresses are gone through: they have nothing to add to it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with what is kept of this address in the state of now; hand on what is not."""
        return self._at_once(request) or self.get_response(request)

    def _at_once(self, request: HttpRequest) -> HttpResponse | None:
        if not _may_be_kept(request) or (door := page_memory().get(address := _address(request))) is None:
            return None
        if (state := door.ask()) is None:
            return None
        etag = _etag(request, state)
        if unchanged := _unchanged(request, etag):
            return unchanged
        if (page := page_memory().get((address, etag))) is None:
            request.asked_state = state  # type: ignore[attr-defined]
            return None
        return _answer(request, page, etag)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Answer for a view of the reading pages; leave everything else to itself."""
        match = request.resolver_match
        is_reading = match is not None and match.app_name == "timeline"
        if not (is_reading and _may_be_kept(request)) or getattr(view, "has_own_state", False):
            return None
        return kept_page(request, _state_of_record, lambda _: view(request, *args, **kwargs))


def _may_be_kept(request: HttpRequest) -> bool:
    return bool(settings.PAGE_MEMORY_BYTES) and request.method in {"GET", "HEAD"} and not is_private(request)


def _state_of_record() -> State:
    return State(dated(record_state()))
