"""A pair's list for pages of others, which may show it in a frame."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from config.headers import framed
from timeline.filters import EventFilterSet
from timeline.pages import embed_page, facts_of_list
from timeline.queries import coverage_of
from timeline.views.pairs import moved, place_or_answer


@require_safe
def pair(request: HttpRequest, first: str, second: str) -> HttpResponseBase:
    """Show the first events of a pair's list, with its filters, to be framed."""
    place = place_or_answer(request, first, second)
    if isinstance(place, HttpResponse):
        return place
    if not place.is_canonical:
        return moved(request, reverse("timeline:pair_embed", args=[place.first.slug, place.second.slug]))
    facts = facts_of_list(place)
    page = embed_page(facts, EventFilterSet(request.GET, facts.pair))
    context, status = {"page": page, "coverage": coverage_of()}, 200 if page.panel.is_valid else 422
    return framed(render(request, "timeline/embed.html", context, status=status))
