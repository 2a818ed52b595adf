"""Home, countries, leaders, and the page about the record."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.htmx import is_fragment, render_page_or_fragment, vary_on_htmx
from timeline import pages
from timeline.filters import EventFilterSet, SearchFilterSet
from timeline.filters.leaders import LeadersForm
from timeline.queries import UnknownCountry, country_by_any_name, coverage_of
from timeline.views.pairs import moved, place_or_refusal, unknown_country


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the home page, or what its search found; two countries lead to their timeline."""
    text = request.GET.get("q", "")
    context: dict[str, object]
    if is_fragment(request):
        found = pages.found(text)
        template, context = "timeline/_found.html", {"found": found}
    elif text and (address := pages.address_asked(SearchFilterSet(request.GET))):
        # Else the place of the box on this page would stand in the address of the other.
        return vary_on_htmx(HttpResponseRedirect(f"{address}#"))
    else:
        page = pages.home_page(text)
        found, template = page.found, "timeline/home.html"
        context = {"page": page, "coverage": page.coverage}
    return vary_on_htmx(render(request, template, context, status=422 if found.is_too_long else 200))


@require_safe
def countries(request: HttpRequest) -> HttpResponse:
    """Show all countries by name."""
    return render(request, "timeline/countries.html", {"letters": pages.countries_page(), "coverage": coverage_of()})


@require_safe
def country(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a country; its codes and other names lead here."""
    try:
        found = country_by_any_name(slug)
    except UnknownCountry as unknown:
        return unknown_country(request, unknown)
    if found.slug != slug:
        return moved(request, reverse("timeline:country", args=[found.slug]))
    page = pages.country_page(
        found, EventFilterSet(request.GET, found), place_or_refusal(request), timezone.localdate()
    )
    context = {"page": page, "timeline": page, "coverage": page.coverage, "is_part": is_fragment(request)}
    status = 200 if page.is_valid else 422
    return render_page_or_fragment(request, "timeline/country.html", "timeline/_country_timeline.html", context, status)


@require_safe
def leaders(request: HttpRequest) -> HttpResponse:
    """Show the leaders of the record by name."""
    page = pages.leaders_page(LeadersForm(request.GET))
    context = {"page": page, "coverage": coverage_of()}
    return render(request, "timeline/leaders.html", context, status=200 if page.form.is_valid() else 422)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Show what the record is, how it is made, and what it covers."""
    page = pages.about_page()
    return render(request, "timeline/about.html", {"page": page, "coverage": page.coverage})
