"""The API for programs: read only, no key, JSON with an ETag, and problems in words (RFC 9457)."""

from collections.abc import Callable, Collection
from functools import wraps
from urllib.parse import urlencode

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.errors import problem
from timeline.filters.errors import short
from timeline.outputs import api
from timeline.queries import SameCountry, UnknownCountry, coverage_of, pair_place
from timeline.queries.covered import covered_pair, covered_pairs, source_count
from timeline.sql.versions import pair_state, record_state
from timeline.views.exports import unless_known
from timeline.views.pairs import moved

# An id has at most as many digits; of what is longer none can be.
DIGITS = 18


class _Refused(ValueError):
    """A parameter cannot be meant."""

    def __init__(self, field: str, detail: str) -> None:
        super().__init__(detail)
        self.field, self.detail = field, detail


def _in_words(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Say of a parameter that cannot be meant which it is: 400."""

    @wraps(view)
    def answer(request: HttpRequest, **arguments: str) -> HttpResponseBase:
        try:
            return view(request, **arguments)
        except _Refused as refused:
            return problem(request, 400, refused.detail, field=short(refused.field))

    return require_safe(answer)


@_in_words
def entrance(request: HttpRequest) -> HttpResponseBase:
    """Say what there is."""
    return _answer(request, record_state(), lambda site: api.entrance(coverage_of(), site))


@_in_words
def description(request: HttpRequest) -> HttpResponseBase:
    """Describe the API."""
    root = _site(request).address_of("api:entrance")
    return _answer(request, f"api-{api.VERSION}", lambda _: api.description(root.removesuffix("/")))


@_in_words
def pairs(request: HttpRequest) -> HttpResponseBase:
    """List pairs with what is covered of them, a page at a time."""
    after = _number(request, "after", 0, lowest=0, highest=10**DIGITS)
    limit = _number(request, "limit", api.USUAL_PAIRS, lowest=1, highest=api.MOST_PAIRS)

    def listed(site: api.Site) -> api.Record:
        found = covered_pairs(after, limit + 1)
        last = found[limit - 1].pair if len(found) > limit else None
        more = f"{site.address_of('api:pairs')}?{urlencode({'after': last.pk, 'limit': limit})}" if last else None
        return {"pairs": [api.pair_record(one, site) for one in found[:limit]], "next": more}

    return _answer(request, record_state(), listed, ("after", "limit"))


@_in_words
def pair(request: HttpRequest, first: str, second: str) -> HttpResponseBase:
    """Say of a pair what is covered of it; other forms of its address lead to the one."""
    try:
        place = pair_place(first, second)
    except UnknownCountry as unknown:
        near = [country.slug for country in unknown.near]
        return problem(request, 404, f"Nothing in the record is called “{short(unknown.text)}”.", near=near)
    except SameCountry as same:
        return problem(request, 404, f"Both names mean {same.country}: a pair is of two countries.")
    slugs = (place.first.slug, place.second.slug)
    if not place.is_canonical:
        return moved(request, reverse("api:pair", args=slugs))

    def whole(site: api.Site) -> api.Record:
        found = covered_pair(place)
        return {**api.pair_record(found, site), "sources": source_count(found.pair, found.events)}

    state = pair_state(*slugs)
    return _answer(request, state.name if state else record_state(), whole)


@_in_words
def nothing(request: HttpRequest, rest: str) -> HttpResponseBase:
    """Say that there is nothing at an address."""
    return problem(request, 404, f"There is nothing here. What there is stands at {reverse('api:entrance')}.")


def _answer(
    request: HttpRequest, state: str, make: Callable[[api.Site], api.Record], parameters: Collection[str] = ()
) -> HttpResponseBase:
    """Answer with what is made, or 304 to who has it in this state on this day; refuse what is not asked for so."""
    site = _site(request)
    for name, values in request.GET.lists():
        if name not in parameters:
            raise _Refused(name, f"“{short(name)}” is no parameter here. Those that are: {_listed(parameters)}.")
        if len(values) > 1:
            raise _Refused(name, f"“{name}” may stand in an address once.")
    return unless_known(request, f"{state}.{site.today}", lambda: _json(make(site)))


def _listed(parameters: Collection[str]) -> str:
    return ", ".join(parameters) or "none"


def _json(record: api.Record) -> JsonResponse:
    return JsonResponse(record, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _site(request: HttpRequest) -> api.Site:
    return api.Site(
        lambda route, *arguments: request.build_absolute_uri(reverse(route, args=arguments)), timezone.localdate()
    )


def _number(request: HttpRequest, name: str, usual: int, *, lowest: int, highest: int) -> int:
    """Return a parameter as a whole number within bounds, the usual one where it is not there."""
    text = request.GET.get(name)
    if text is None:
        return usual
    is_number = text.isascii() and text.isdecimal() and len(text) <= DIGITS
    if not is_number or not lowest <= int(text) <= highest:
        raise _Refused(name, f"“{short(text)}” is no whole number from {lowest} to {highest}.")
    return int(text)
