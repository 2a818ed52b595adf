"""The pages of one event, one statement, one source, and the list of all sources."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from timeline import pages
from timeline.filters.sources import SourcesForm
from timeline.models import Event, Revision
from timeline.queries import (
    EventRecord,
    StatementRecord,
    coverage_of,
    event_record,
    source_record,
    statement_record,
)
from timeline.queries.sources import SourcePlace
from timeline.views.pairs import moved


@require_safe
def event(request: HttpRequest, event_id: int, slug: str = "") -> HttpResponse:
    """Show an event; an old title in the address leads to the present one, a merged event to what it became."""
    record = event_or_answer(request, event_id, lambda other: reverse("timeline:event", args=[other.pk, other.slug]))
    if isinstance(record, HttpResponse):
        return record
    found = record.event
    if slug != found.slug:
        return moved(request, reverse("timeline:event", args=[found.pk, found.slug]))
    context = {"page": pages.event_page(record), "coverage": coverage_of()}
    return render(request, "timeline/event.html", context)


@require_safe
def statement(request: HttpRequest, statement_id: int) -> HttpResponse:
    """Show a statement."""
    record = statement_or_answer(request, statement_id)
    if isinstance(record, HttpResponse):
        return record
    context = {"page": pages.statement_page(record), "permalink": request.build_absolute_uri(request.path)}
    return render(request, "timeline/statement.html", {**context, "coverage": coverage_of()})


@require_safe
def source(request: HttpRequest, source_id: int) -> HttpResponse:
    """Show a source and what is cited from it."""
    record = source_record(source_id)
    if record is None:
        raise Http404("no such source")
    return render(request, "timeline/source.html", {"page": pages.source_page(record), "coverage": coverage_of()})


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Show the sources of the record, the newest first, or those of one outlet."""
    following = request.GET.get("following", "")
    try:
        after = SourcePlace.parse(following) if following else None
    except ValueError as error:
        raise BadRequest("The address names no place in this list.") from error
    page = pages.sources_page(SourcesForm(request.GET), after)
    context = {"page": page, "coverage": coverage_of()}
    return render(request, "timeline/sources.html", context, status=200 if page.form.is_valid() else 422)


def event_or_answer(request: HttpRequest, event_id: int, way: Callable[[Event], str]) -> EventRecord | HttpResponse:
    """Return an event that stands, or the answer to what does not: ``way`` leads to what it was merged into."""
    record = event_record(event_id)
    if record is None:
        raise Http404("no such event")
    if record.event.merged_into:
        return redirect(way(record.event.merged_into), permanent=True)
    return _withdrawn(request, record.revisions) if record.event.withdrawn_at else record


def statement_or_answer(request: HttpRequest, statement_id: int) -> StatementRecord | HttpResponse:
    """Return a statement that stands, or the answer to one that was withdrawn."""
    record = statement_record(statement_id)
    if record is None:
        raise Http404("no such statement")
    return _withdrawn(request, record.revisions) if record.statement.withdrawn_at else record


def _withdrawn(request: HttpRequest, revisions: list[Revision]) -> HttpResponse:
    """Say that something was withdrawn, when and why: 410."""
    last = revisions[0] if revisions else None
    return render(request, "timeline/withdrawn.html", {"last": last}, status=410)
