"""Who met and spoke with whom: of the pairs with most events, and of one pair."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from timeline.filters.leaders import ContactsForm
from timeline.pages.contacts import contacts_page, pair_contacts_page
from timeline.queries import SameCountry, UnknownCountry, busiest_pairs, coverage_of, pair_of, pair_place
from timeline.views.pairs import moved, place_or_refusal, unknown_country

MOST_PAIRS = 20


@require_safe
def contacts(request: HttpRequest) -> HttpResponse:
    """Show the contacts of the pairs with most events, by level."""
    page = contacts_page([(first, second) for first, second, _ in busiest_pairs(MOST_PAIRS)])
    return render(request, "timeline/contacts.html", {"page": page, "coverage": coverage_of()})


@require_safe
def pair_contacts(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """Show a pair's contacts by level and year; other forms of its address lead here."""
    try:
        place = pair_place(first, second)
    except SameCountry as same:
        return render(request, "timeline/same_country.html", {"country": same.country}, status=404)
    except UnknownCountry as unknown:
        return unknown_country(request, unknown)
    if not place.is_canonical:
        return moved(request, reverse("timeline:pair_contacts", args=[place.first.slug, place.second.slug]))
    pair = pair_of(place.first, place.second)
    page = pair_contacts_page(place, pair, ContactsForm(request.GET), place_or_refusal(request))
    context = {"page": page, "coverage": coverage_of(pair)}
    return render(request, "timeline/pair_contacts.html", context, status=200 if page.is_valid else 422)
