"""Up to three pairs on one time axis."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from timeline.filters.pairs import pairs_asked
from timeline.pages.compare import compare_page
from timeline.queries import coverage_of
from timeline.views.pairs import place_or_refusal


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Show the pairs that the address names side by side; other names of countries lead to their own."""
    asked, where = pairs_asked(request.GET), place_or_refusal(request)
    if asked.is_valid and [pair.key for pair in asked.pairs] != request.GET.getlist("pair"):
        address = reverse("timeline:compare")
        return redirect(f"{address}?{asked.query}" if asked.query else address)
    context = {"page": compare_page(asked, where), "coverage": coverage_of()}
    return render(request, "timeline/compare.html", context, status=200 if asked.is_valid else 422)
