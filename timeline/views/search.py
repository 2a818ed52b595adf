"""The search, what it suggests while somebody types, and its help."""

from collections.abc import Iterable
from functools import partial

from django.db import router
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from config.htmx import is_fragment, vary_on_htmx
from timeline import actions, pages
from timeline.filters import SearchFilterSet, page_number
from timeline.filters.search import List
from timeline.models import Event
from timeline.pages.addresses import address_of
from timeline.queries import coverage_of
from timeline.sql.directory import ask_directory
from timeline.sql.sending import sent_together
from timeline.templatetags.record import alternates, card_tags, masthead, page_title, print_foot
from timeline.templatetags.repeated import drawn_round, filled, repeated


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
    page, drawn = _page(request, filters, number)
    if request.method == "GET" and page.is_failed:
        actions.note_failed_search(text=str(page.query), at=timezone.now())
    response = HttpResponse(drawn, status=422 if not page.is_valid else 404 if page.is_past_end else 200)
    if page.is_failed:
        # Each search in vain is counted, so its page is not kept anywhere.
        response.headers["Cache-Control"] = "no-store"
    return vary_on_htmx(response)


def _page(request: HttpRequest, filters: SearchFilterSet, number: int) -> tuple[pages.SearchPage, SafeString]:
    """Return the page and what is drawn of it; what stands round it is drawn while the server looks."""
    with sent_together(router.db_for_read(Event)):
        directory = ask_directory()
        ask_found = pages.ask_search_page(filters, number, timezone.localdate(), directory, _hits)
        head = _head(request, filters)
        read = ask_found()
        frame, files = _frame(request, head), _files(filters)
        page = read()
    lists = [pages.FoundList.of(group, page, *_of_events(request, page, group, files)) for group in page.groups]
    draw = partial(render_to_string, context={"page": page}, request=request)
    if page.is_asked and not page.is_past_end:
        found = filled("timeline/_search_found.html", pages.FoundPage.of(page, lists, draw))
    else:
        found = draw("timeline/_search_instead.html")
    parts = pages.SearchParts(
        frame=frame,
        title=page_title(escape(_title(page))),
        is_asked=bool(request.GET),
        feed=filters.of_events if page.is_asked and page.is_valid else None,
        is_sample=directory.is_sample,
        found=found,
    )
    return page, filled("timeline/search.html", parts)


def _head(request: HttpRequest, filters: SearchFilterSet) -> SafeString:
    template = "timeline/_search_head.html"
    if filters.text is not None and not filters.within:
        return drawn_round(template, filters.typed, lambda typed: {"filters": {"typed": typed}, "within": None})
    within = filters.within if filters.text is not None else None
    return SafeString(render_to_string(template, {"filters": filters, "within": within}, request))


HITS: dict[str, str] = {
    List.EVENTS: "components/hit-events.html",
    List.STATEMENTS: "components/hit-statements.html",
    List.SOURCES: "components/hit-sources.html",
}


def _hits(name: str, hits: Iterable[object]) -> SafeString:
    return repeated(HITS[name], hits)


def _frame(request: HttpRequest, head: SafeString) -> pages.SearchFrame:
    here = {"request": request}
    return pages.SearchFrame(
        card=card_tags(here, address_of("timeline:site_card"), "Bilateral"),
        alternates=alternates(here),
        masthead=masthead(here, has_own_search=True),
        foot=print_foot(here, None),
        head=head,
    )


def _title(page: pages.SearchPage) -> str:
    words = page.filters.of_events.words
    typed = f"{page.filters.typed}: {words}" if words else page.filters.typed
    title = " · ".join(filter(None, (typed, _("Search"), "Bilateral")))
    return title if page.is_valid else " ".join((_("Error:"), title))


def _files(filters: SearchFilterSet) -> SafeString:
    if filters.text is None:
        return SafeString("")
    question = filters.of_events.question
    return drawn_round("components/list-files.html", question, lambda given: {"question": given})


def _of_events(
    request: HttpRequest, page: pages.SearchPage, group: pages.Group, files: SafeString
) -> tuple[SafeString, SafeString]:
    """Draw the filters of events that are shown alone, and give where events are in other forms; of no other list."""
    if group.name != List.EVENTS:
        return SafeString(""), SafeString("")
    filters = ""
    if group.panel:
        shown = {"panel": group.panel, "hits": group.hits, "is_cut": group.is_cut, "most": page.most}
        filters = render_to_string("timeline/_search_alone.html", shown, request)
    return SafeString(filters), files if group.hits else SafeString("")


def _suggestions(request: HttpRequest, filters: SearchFilterSet) -> HttpResponse:
    return render(request, "timeline/_suggestions.html", {"suggestions": pages.suggestions(filters)})


@require_safe
def search_help(request: HttpRequest) -> HttpResponse:
    """Show how to search, with examples that can be tried."""
    return render(request, "timeline/search_help.html", {"examples": pages.EXAMPLES, "coverage": coverage_of()})
