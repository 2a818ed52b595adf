"""Who met and spoke with whom: of the pairs with most events, and of one pair."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from timeline.filters.leaders import ContactsForm
from timeline.outputs.table import matrix_csv
from timeline.pages.contacts import contacts_page, pair_contacts_page, pair_matrix
from timeline.pages.matrix import Matrix
from timeline.queries import PairPlace, busiest_pairs, coverage_of, pair_of
from timeline.views.pairs import moved, place_or_answer, place_or_refusal

MOST_PAIRS = 20


@require_safe
def contacts(request: HttpRequest) -> HttpResponse:
    """Show the contacts of the pairs with most events, by level."""
    page = contacts_page([(first, second) for first, second, _ in busiest_pairs(MOST_PAIRS)])
    return render(request, "timeline/contacts.html", {"page": page, "coverage": coverage_of()})


def contacts_csv(name: str, parts: Iterable[tuple[str, Matrix]]) -> HttpResponse:
    """Answer with tables of contacts as a file."""
    response = HttpResponse(matrix_csv(parts), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}-contacts.csv"'
    return response


def _place_at(request: HttpRequest, name: str, first: str, second: str) -> PairPlace | HttpResponse:
    """Return the pair of an address that is its canonical one, or the answer to any other."""
    place = place_or_answer(request, first, second)
    if isinstance(place, HttpResponse) or place.is_canonical:
        return place
    return moved(request, reverse(f"timeline:{name}", args=[place.first.slug, place.second.slug]))


@require_safe
def pair_contacts_file(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """Give a pair's contacts by level and year as CSV."""
    place = _place_at(request, "pair_contacts_file", first, second)
    if isinstance(place, HttpResponse):
        return place
    matrix = pair_matrix(place, pair_of(place.first, place.second))
    return contacts_csv(f"{place.first.slug}-{place.second.slug}", [("level", matrix)])


@require_safe
def pair_contacts(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """Show a pair's contacts by level and year; other forms of its address lead here."""
    place = _place_at(request, "pair_contacts", first, second)
    if isinstance(place, HttpResponse):
        return place
    pair = pair_of(place.first, place.second)
    page = pair_contacts_page(place, pair, ContactsForm(request.GET), place_or_refusal(request))
    context = {"page": page, "coverage": coverage_of(pair)}
    return render(request, "timeline/pair_contacts.html", context, status=200 if page.is_valid else 422)
