"""The pages of a leader: the person, the events, the contacts, what was said."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from timeline.filters import RecordFilterSet
from timeline.filters.statements import StatementFilterSet, StatementsOnFilterSet
from timeline.models import Leader
from timeline.pages.contacts import leader_contacts_page
from timeline.pages.leader import leader_events_page, leader_page
from timeline.pages.statements import StatementsPage, statements_page
from timeline.queries import coverage_of
from timeline.queries.leaders import leader_of, leader_record
from timeline.queries.people import leaders_near
from timeline.views.contacts import contacts_csv
from timeline.views.lists import shown_list
from timeline.views.pairs import country_or_answer, moved, place_or_refusal

Answer = TypeVar("Answer", bound=HttpResponseBase)


def with_leader(view: Callable[..., Answer]) -> Callable[..., Answer | HttpResponse]:
    """Give a view the leader whom its address means; of a name of nobody the page says so: 404."""

    @wraps(view)
    def shown(request: HttpRequest, slug: str, **more: str) -> Answer | HttpResponse:
        found = leader_of(slug)
        return view(request, found, **more) if found else unknown_leader(request, slug)

    return shown


def unknown_leader(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that no leader has a name, with those whose names are near: 404."""
    text = slug.replace("-", " ")
    return render(request, "timeline/unknown_leader.html", {"text": text, "near": leaders_near(text)}, status=404)


@require_safe
def leader(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a leader; an address with capitals leads to the one without."""
    record = leader_record(slug)
    if record is None:
        if slug != slug.lower() and leader_of(slug.lower()):
            return moved(request, reverse("timeline:leader", args=[slug.lower()]))
        return unknown_leader(request, slug)
    page = leader_page(record, timezone.localdate())
    return render(request, "timeline/leader.html", {"page": page, "coverage": coverage_of()})


@require_safe
@with_leader
def events(request: HttpRequest, found: Leader) -> HttpResponse:
    """Show a leader's events, as the filters say."""
    page = leader_events_page(found, RecordFilterSet(request.GET, found), place_or_refusal(request))
    return shown_list(request, "timeline/leader_events.html", page, page.listed)


@require_safe
@with_leader
def contacts(request: HttpRequest, found: Leader) -> HttpResponse:
    """Show with whom a leader was in contact, by country, level and year."""
    context = {"page": leader_contacts_page(found), "coverage": coverage_of()}
    return render(request, "timeline/leader_contacts.html", context)


@require_safe
@with_leader
def contacts_file(request: HttpRequest, found: Leader) -> HttpResponse:
    """Give a leader's contacts by country, level and year as CSV."""
    page = leader_contacts_page(found)
    return contacts_csv(found.slug, [("country", page.by_country), ("level", page.by_level)])


@require_safe
@with_leader
def statements(request: HttpRequest, speaker: Leader) -> HttpResponse:
    """Show all that a leader said, over time."""
    return _shown(request, statements_page(speaker, None, StatementFilterSet(request.GET), place_or_refusal(request)))


@require_safe
def on_country(request: HttpRequest, slug: str, country: str) -> HttpResponse:
    """Show what a leader said about a country, over time; the country's other names and capitals lead to its own."""
    speaker = leader_of(slug.lower())
    if speaker is None:
        return unknown_leader(request, slug)
    found = country_or_answer(request, country)
    if isinstance(found, HttpResponse):
        return found
    if (speaker.slug, found.slug) != (slug, country):
        return moved(request, reverse("timeline:leader_on_country", args=[speaker.slug, found.slug]))
    filters = StatementsOnFilterSet(request.GET)
    return _shown(request, statements_page(speaker, found, filters, place_or_refusal(request)))


def _shown(request: HttpRequest, page: StatementsPage) -> HttpResponse:
    return shown_list(request, "timeline/statements.html", page, page.listed, "timeline/_statements.html")
