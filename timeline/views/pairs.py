"""A pair's page, its list as a fragment, its years, months and days, and what an address means that is not a pair's."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from functools import partial
from operator import attrgetter

from django.core.exceptions import BadRequest
from django.db import router
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from config.htmx import is_fragment, vary_on_htmx
from timeline.filters import DateAsked, EventFilterSet, PlaceInList, date_asked, place_in_list
from timeline.models import Country, EventPair, Pair
from timeline.pages import (
    FilterPanel,
    PairFacts,
    PairList,
    PairPage,
    PairParts,
    PairQuestion,
    PairTimeline,
    Period,
    TimelineParts,
    ask_filter_panel,
    ask_pair_facts,
    ask_pair_head,
    ask_pair_list,
    ask_plain_filters,
    facts_without_events,
    filter_form,
    pair_strip,
    pair_timeline,
    period_page,
)
from timeline.pages.addresses import address_of
from timeline.queries import PairPlace, SameCountry, UnknownCountry, country_by_any_name, pair_place
from timeline.sql.sending import nothing_more_is_asked, sent_together
from timeline.sql.versions import PairState, pair_state
from timeline.templatetags.record import (
    alternates,
    card_tags,
    list_title,
    masthead,
    print_foot,
    whole_address,
)
from timeline.templatetags.repeated import filled, filled_as_sent, filled_by_name, once
from timeline.views.kept import (
    State,
    ask_kept_drawing,
    ask_kept_part,
    dated,
    is_part_kept,
    kept_drawing,
    kept_page,
    with_own_state,
)


@with_own_state
@require_safe
def pair(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """Show a pair's timeline; other forms of its address lead here."""
    # One small statement on every visit: what it finds, under the address as it stands, may be kept or unchanged.
    return kept_page(request, partial(_state, first, second), partial(_pair, request, first, second))


def _pair(request: HttpRequest, first: str, second: str, state: State | None) -> HttpResponse:
    today = timezone.localdate()
    if state and state.pair:
        # Of two statements alone the second needs the answer of the first.
        is_filtered = not EventFilterSet.base_filters.keys().isdisjoint(request.GET)
        asks_more = is_filtered or not is_part_kept(state.name, "facts")
        with sent_together(router.db_for_read(EventPair)) if asks_more else nullcontext():
            return _page(request, Pair(pk=state.pair.pair_id), _ask_facts(state.name, state.pair), today, state.name)
    place = place_or_answer(request, first, second)
    if isinstance(place, HttpResponse):
        return place
    if not place.is_canonical:
        return moved(request, reverse("timeline:pair", args=[place.first.slug, place.second.slug]))
    return _page(request, None, lambda: facts_without_events(place), today, "")


def _page(
    request: HttpRequest, pair: Pair | None, read_facts: Callable[[], PairFacts], today: date, state: str
) -> HttpResponse:
    """Answer with the page, or with its list as a fragment.

    All that it reads is asked for before any answer is needed: so the server works while the page is drawn. Of the pair
    only the id is known before its facts are read.
    """
    filters, where = EventFilterSet(request.GET), place_or_refusal(request)
    date, since = date_asked(request.GET), date_asked(request.GET, "since")
    question = PairQuestion(today, where.after, where.before, date, since)
    # A list without filters needs no more of the pair than its id.
    read_plain = None if filters.data else ask_pair_list(pair, filters, question)
    facts = read_facts()
    filters.owner = facts.pair
    read_list = read_plain or ask_pair_list(facts.pair, filters, question)
    timeline, drawn = _drawn(request, facts, filters, question, read_list, state)
    return vary_on_htmx(HttpResponse(drawn, status=422 if since.error or not timeline.is_understood else 200))


def _drawn(
    request: HttpRequest,
    facts: PairFacts,
    filters: EventFilterSet,
    question: PairQuestion,
    read_list: Callable[[], PairList | None],
    state: str,
) -> tuple[PairTimeline, SafeString | bytes]:
    """Return the list and what is drawn; what depends on the state alone is drawn once for all pages of the pair."""
    is_part = is_fragment(request)  # Who only changes a filter has the rest of the page already.
    draw_filters = _ask_filters(request.path, facts, filters, state)
    draw_head = SafeString if is_part else _ask_head(request, facts, question.today, state)
    # What counts a narrowed list takes longest, so it is sent behind all else.
    read_panel = ask_filter_panel(facts.pair, filters, facts.counts, facts.names, has_fields=bool(filters.data))
    nothing_more_is_asked(router.db_for_read(EventPair))
    # Drawn in the order in which the answers come: the strip needs none, the head the last but those of such a count.
    strip = SafeString() if is_part else _strip(facts, filters.said("when"), state)
    listed = read_list()
    head = draw_head() if filters.data else None
    timeline = pair_timeline(facts, filters, question, listed, read_panel)
    parts = {"filters": draw_filters(timeline.panel), "timeline": _timeline(request, timeline, question.since, state)}
    if is_part:
        return timeline, _part(request, facts, timeline, parts)
    parts |= {"strip": strip, "head": head or draw_head()}
    return timeline, _whole(request, PairPage(facts, question.today, timeline), parts)


def _part(request: HttpRequest, facts: PairFacts, timeline: PairTimeline, parts: dict[str, SafeString]) -> SafeString:
    """Draw what a filter changes in place."""
    context = {"name": facts.title, "timeline": timeline, "filters": parts["filters"]}
    return parts["timeline"] + SafeString(render_to_string("timeline/_timeline_part.html", context, request))


def _timeline(request: HttpRequest, timeline: PairTimeline, asked: DateAsked, state: str) -> SafeString:
    """Draw the list; what most lists do not have is drawn by itself. ``asked`` is since when changes are marked."""
    since = notices = SafeString("")
    if timeline.since or asked.error:
        context = {"since": timeline.since, "error": asked.error}
        since = SafeString(render_to_string("components/since.html", context, request))
    if timeline.has_notices:
        notices = SafeString(render_to_string("timeline/_timeline_notices.html", {"timeline": timeline}, request))
    parts = TimelineParts.of(timeline, _years(timeline, state), since, notices, _files(timeline))
    return filled("timeline/_timeline.html", parts)


def _years(timeline: PairTimeline, state: str) -> SafeString:
    """Draw the years and the date box; while nothing is asked for they differ by the years of the page alone."""
    if timeline.filters.data or timeline.asked.text or not timeline.of_list:
        return filled("components/years.html", timeline.bar)
    return kept_drawing(state, f"years {timeline.of_list.here}", "components/years.html", lambda: timeline.bar)


def _files(timeline: PairTimeline) -> SafeString:
    """Draw where the list is in other forms; of one without filters it is the same for every pair."""
    template, question = "components/list-files.html", timeline.filters.question
    if not timeline.years:
        return SafeString("")
    return SafeString(render_to_string(template, {"question": question})) if question else once(template, question="")


def _whole(request: HttpRequest, page: PairPage, parts: dict[str, SafeString]) -> bytes:
    """Draw what stands around the parts of the page: its frame is drawn once for a language, and filled."""
    here, facts, timeline = {"request": request}, page.facts, page.timeline
    has_events = bool(facts.counts.total)
    shared = (facts.picture, facts.name, facts.about) if has_events else (address_of("timeline:site_card"), "Bilateral")
    entry = PairParts(
        title=list_title(facts.title, timeline.filters, timeline.is_understood),
        about=facts.about,
        canonical=whole_address(here, facts.address),
        feed=timeline.filters if timeline.is_valid else None,
        card=card_tags(here, *shared),
        alternates=alternates(here),
        masthead=masthead(here),
        is_sample=bool(facts.coverage and facts.coverage.is_sample),
        covered=page.covered,
        foot=print_foot(here, page.today),
        **parts,
    )
    return filled_as_sent("timeline/pair.html", entry)


def _ask_filters(
    address: str, facts: PairFacts, filters: EventFilterSet, state: str
) -> Callable[[FilterPanel], SafeString]:
    """Return what draws the panel; where no filter is set it is drawn once for a state.

    Then it has the fields that the panel, which was made for a form that is drawn already, has not.
    """
    template = "components/filters.html"
    if filters.data:
        return lambda panel: filled(template, filter_form(panel, address, "timeline"))

    def ask() -> Callable[[FilterPanel], SafeString]:
        read = ask_plain_filters(facts, filters, address)
        return lambda panel: filled_by_name(template, (plain := read(panel)).values, plain.form)

    return ask_kept_drawing(state, "filters", ask)


def _strip(facts: PairFacts, when: str, state: str) -> SafeString:
    """Draw the strip; ``when`` is the time that is filtered by."""
    return kept_drawing(state, f"strip {when}", "components/strip.html", partial(pair_strip, facts, when))


def _ask_head(request: HttpRequest, facts: PairFacts, today: date, state: str) -> Callable[[], SafeString]:
    """Return what draws the head."""
    site = whole_address({"request": request}, "/").removesuffix("/")

    def ask() -> Callable[[], SafeString]:
        read = ask_pair_head(facts, today, site)
        return lambda: filled("timeline/_pair_head.html", read())

    return ask_kept_drawing(state, f"head {site}", ask)


@with_own_state
@require_safe
def period(request: HttpRequest, first: str, second: str, **numbers: int) -> HttpResponse:
    """Show a pair's events of a year, a month or a day; what is not in the calendar is not there.

    Where the address narrows them it leads to the pair's list, which has the filters.
    """
    try:
        asked = Period(**numbers)
    except (ValueError, OverflowError) as error:
        raise Http404("no such day in the calendar") from error
    if question := asked.narrowed(request.GET):
        return HttpResponsePermanentRedirect(f"{reverse('timeline:pair', args=[first, second])}?{question}")
    if asked.address(first, second) != request.path:
        return _period(request, first, second, asked, None)
    return kept_page(request, partial(_state, first, second), partial(_period, request, first, second, asked))


def _period(request: HttpRequest, first: str, second: str, asked: Period, state: State | None) -> HttpResponse:
    if state and state.pair:
        return _period_page(request, _ask_facts(state.name, state.pair)(), asked)
    place = place_or_answer(request, first, second)
    if isinstance(place, HttpResponse):
        return place
    address = asked.address(place.first.slug, place.second.slug)
    if address != request.path:
        return moved(request, address)
    return _period_page(request, facts_without_events(place), asked)


def _period_page(request: HttpRequest, facts: PairFacts, asked: Period) -> HttpResponse:
    where = place_or_refusal(request)
    page = period_page(facts, asked, where.after, where.before)
    return render(request, "timeline/pair_period.html", {"page": page, "coverage": page.coverage})


def _state(first: str, second: str) -> State | None:
    """Ask for what all pages of a pair depend on, by its version and those of names and coverage."""
    state = pair_state(first, second)
    return State(dated(state.name), state) if state else None


def _ask_facts(name: str, state: PairState) -> Callable[[], PairFacts]:
    return ask_kept_part(name, "facts", partial(ask_pair_facts, state))


def place_or_answer(request: HttpRequest, first: str, second: str) -> PairPlace | HttpResponse:
    """Return the two countries of an address, or the page that says why it means no pair: 404."""
    try:
        return pair_place(first, second)
    except SameCountry as same:
        return render(request, "timeline/same_country.html", {"country": same.country}, status=404)
    except UnknownCountry as unknown:
        return unknown_country(request, unknown, second if unknown.text == first else first)


def country_or_answer(request: HttpRequest, name: str) -> Country | HttpResponse:
    """Return the country that a name of an address means, or the page that says that none is called so: 404."""
    try:
        return country_by_any_name(name)
    except UnknownCountry as unknown:
        return unknown_country(request, unknown)


def place_or_refusal(request: HttpRequest) -> PlaceInList:
    """Return the place in a list that the address names; one that no page links to is refused with 400."""
    try:
        return place_in_list(request.GET)
    except ValueError as error:
        raise BadRequest("The address names no place in this list.") from error


def unknown_country(request: HttpRequest, unknown: UnknownCountry, beside: str = "") -> HttpResponse:
    """Say that no country has a name, with those that are near, in a pair's address their pairs with the other: 404."""
    try:
        other = country_by_any_name(beside) if beside else None
    except UnknownCountry:
        other = None
    near = [country for country in unknown.near if country != other]
    pairs = [sorted((country, other), key=attrgetter("slug")) for country in near] if other else []
    context = {"text": unknown.text, "near": near, "pairs": pairs, "is_number": unknown.is_number}
    return render(request, "timeline/unknown_country.html", context, status=404)


def moved(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect:
    """Lead to the canonical address with the same query."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
