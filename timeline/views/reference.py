"""What explains the record: method, glossary, accessibility."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from timeline.pages.glossary import glossary_page
from timeline.queries import coverage_of


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """Show the rules by which events enter the record."""
    return render(request, "timeline/method.html", {"coverage": coverage_of()})


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """Show the words of the record and the kinds of event."""
    return render(request, "timeline/glossary.html", {"page": glossary_page(), "coverage": coverage_of()})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show how accessible the pages are meant to be, and what is known to be missing."""
    return render(request, "timeline/accessibility.html", {"coverage": coverage_of(), "contact": settings.CONTACT})
