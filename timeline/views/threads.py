"""Threads: stories that editors put in order."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from timeline.filters import StoryFilterSet
from timeline.models import Event, Thread
from timeline.pages.thread import thread_page
from timeline.queries import coverage_of
from timeline.queries.threads import thread_of, threads_by_title
from timeline.views.lists import shown_list


@require_safe
def threads(request: HttpRequest) -> HttpResponse:
    """Show all threads by title."""
    return render(request, "timeline/threads.html", {"threads": threads_by_title(), "coverage": coverage_of()})


def thread_or_404(slug: str) -> tuple[Thread, list[Event]]:
    """Return the thread that an address means, with its events in the editor's order."""
    found = thread_of(slug)
    if found is None:
        raise Http404("no such thread")
    return found


@require_safe
def thread(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a thread with its events in the editor's order."""
    found = thread_or_404(slug)
    page = thread_page(*found, StoryFilterSet(request.GET, found[0]))
    return shown_list(request, "timeline/thread.html", page, page.listed)
