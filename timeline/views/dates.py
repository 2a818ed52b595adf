"""The archives by date, and what happened on this day of any year."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from timeline.filters import DatesFilterSet, DayOfYearFilterSet
from timeline.pages.archive import (
    ArchivePage,
    all_years_page,
    day_of_any_year,
    day_page,
    month_page,
    on_this_day_page,
    year_page,
)
from timeline.queries import coverage_of
from timeline.views.lists import shown_list
from timeline.views.pairs import moved, place_or_refusal


def _elsewhere(request: HttpRequest, name: str, **numbers: int) -> HttpResponse | None:
    """Lead to the one address of a time, whose numbers have their zeros; None where it is this one."""
    address = reverse(f"timeline:{name}", kwargs=numbers)
    return None if address == request.path else moved(request, address)


def day_or_404(year: int, month: int = 1, day: int = 1) -> date:
    """Return a day that an address means."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError) as error:
        raise Http404("no such day") from error


def day_of_any_year_or_404(day: str) -> date:
    """Return a day that an address means without its year: 01-12; its year here is a leap year."""
    found = day_of_any_year(day)
    if found is None:
        raise Http404("no such day")
    return found


def _shown(request: HttpRequest, page: ArchivePage) -> HttpResponse:
    if page.listed:
        return shown_list(request, "timeline/archive.html", page, page.listed)
    return render(request, "timeline/archive.html", {"page": page, "coverage": coverage_of()})


@require_safe
def years(request: HttpRequest) -> HttpResponse:
    """Show all years that have events."""
    return _shown(request, all_years_page(DatesFilterSet(request.GET)))


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """Show a year by its months."""
    found = day_or_404(year)
    if elsewhere := _elsewhere(request, "date_year", year=year):
        return elsewhere
    return _shown(request, year_page(found.year, DatesFilterSet(request.GET)))


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """Show a month by its days, with its events."""
    first = day_or_404(year, month)
    if elsewhere := _elsewhere(request, "date_month", year=year, month=month):
        return elsewhere
    return _shown(request, month_page(first, DatesFilterSet(request.GET), place_or_refusal(request)))


@require_safe
def day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """Show a day with its events."""
    found = day_or_404(year, month, day)
    if elsewhere := _elsewhere(request, "date_day", year=year, month=month, day=day):
        return elsewhere
    return _shown(request, day_page(found, DatesFilterSet(request.GET), place_or_refusal(request)))


@require_safe
def on_this_day(request: HttpRequest, day: str = "") -> HttpResponse:
    """Show what happened on a day of any year; without one in the address, on today's."""
    found = day_of_any_year_or_404(day or f"{timezone.localdate():%m-%d}")
    page = on_this_day_page(found.month, found.day, DayOfYearFilterSet(request.GET), place_or_refusal(request))
    return shown_list(request, "timeline/on_this_day.html", page, page.listed)
