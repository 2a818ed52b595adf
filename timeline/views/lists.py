"""Answer with the page of a filtered list, or with the part of it that its filters change."""

from django.http import HttpRequest, HttpResponse

from config.htmx import is_fragment, render_page_or_fragment
from timeline.pages.filters import FilteredList
from timeline.queries import coverage_of


def shown_list(
    request: HttpRequest, template: str, page: object, listed: FilteredList, part: str = "timeline/_event_lines.html"
) -> HttpResponse:
    """Render a page, or the part of it that is its list; 422 where the filters cannot be meant."""
    context = {"page": page, "listed": listed, "coverage": coverage_of(), "is_part": is_fragment(request)}
    status = 200 if listed.is_valid else 422
    return render_page_or_fragment(request, template, part, context, status=status)
