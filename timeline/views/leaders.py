"""The pages of a leader: the person, the events, the contacts, what was said."""

from django.http import Http404, HttpRequest, HttpResponse
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
from timeline.views.contacts import contacts_csv
from timeline.views.lists import shown_list
from timeline.views.pairs import country_or_answer, moved, place_or_refusal


@require_safe
def leader(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a leader; an address with capitals leads to the one without."""
    record = leader_record(slug)
    if record is None:
        if slug != slug.lower() and leader_of(slug.lower()):
            return moved(request, reverse("timeline:leader", args=[slug.lower()]))
        raise Http404("no such leader")
    page = leader_page(record, timezone.localdate())
    return render(request, "timeline/leader.html", {"page": page, "coverage": coverage_of()})


def leader_or_404(slug: str) -> Leader:
    """Return the leader whom an address means."""
    found = leader_of(slug)
    if found is None:
        raise Http404("no such leader")
    return found


@require_safe
def events(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a leader's events, as the filters say."""
    found = leader_or_404(slug)
    page = leader_events_page(found, RecordFilterSet(request.GET, found), place_or_refusal(request))
    return shown_list(request, "timeline/leader_events.html", page, page.listed)


@require_safe
def contacts(request: HttpRequest, slug: str) -> HttpResponse:
    """Show with whom a leader was in contact, by country, level and year."""
    page = leader_contacts_page(leader_or_404(slug))
    return render(request, "timeline/leader_contacts.html", {"page": page, "coverage": coverage_of()})


@require_safe
def contacts_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Give a leader's contacts by country, level and year as CSV."""
    page = leader_contacts_page(leader_or_404(slug))
    return contacts_csv(slug, [("country", page.by_country), ("level", page.by_level)])


@require_safe
def statements(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all that a leader said, over time."""
    return _shown(
        request, statements_page(leader_or_404(slug), None, StatementFilterSet(request.GET), place_or_refusal(request))
    )


@require_safe
def on_country(request: HttpRequest, slug: str, country: str) -> HttpResponse:
    """Show what a leader said about a country, over time; the country's other names and capitals lead to its own."""
    speaker = leader_or_404(slug.lower())
    found = country_or_answer(request, country)
    if isinstance(found, HttpResponse):
        return found
    if (speaker.slug, found.slug) != (slug, country):
        return moved(request, reverse("timeline:leader_on_country", args=[speaker.slug, found.slug]))
    filters = StatementsOnFilterSet(request.GET)
    return _shown(request, statements_page(speaker, found, filters, place_or_refusal(request)))


def _shown(request: HttpRequest, page: StatementsPage) -> HttpResponse:
    return shown_list(request, "timeline/statements.html", page, page.listed, "timeline/_statements.html")
