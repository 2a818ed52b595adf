"""The search, what it suggests while somebody types, and its help."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.htmx import is_fragment, vary_on_htmx
from timeline import actions, pages
from timeline.filters import SearchFilterSet, page_number
from timeline.queries import coverage_of


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what was found; to htmx, what the text that is being typed may become. What is not found is counted.

    From the box at the head of another page (``go``) two countries lead to their timeline.
    """
    filters = SearchFilterSet(request.GET)
    if is_fragment(request):
        return vary_on_htmx(_suggestions(request, filters))
    try:
        number = page_number(request.GET, pages.MOST_SEARCH_PAGES)
    except ValueError as error:
        raise Http404("no such page") from error
    if "go" in request.GET and (address := pages.address_asked(filters)):
        return vary_on_htmx(HttpResponseRedirect(address))
    page = pages.search_page(filters, number, timezone.localdate())
    if request.method == "GET" and page.is_failed:
        actions.note_failed_search(text=str(page.query), at=timezone.now())
    status = 422 if not page.is_valid else 404 if page.is_past_end else 200
    context = {"page": page, "coverage": coverage_of()}
    response = render(request, "timeline/search.html", context, status=status)
    if page.is_failed:
        # Each search in vain is counted, so its page is not kept anywhere.
        response.headers["Cache-Control"] = "no-store"
    return vary_on_htmx(response)


def _suggestions(request: HttpRequest, filters: SearchFilterSet) -> HttpResponse:
    return render(request, "timeline/_suggestions.html", {"suggestions": pages.suggestions(filters)})


@require_safe
def search_help(request: HttpRequest) -> HttpResponse:
    """Show how to search, with examples that can be tried."""
    return render(request, "timeline/search_help.html", {"examples": pages.EXAMPLES, "coverage": coverage_of()})
