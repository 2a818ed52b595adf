"""How to cite an event, a statement or a source: a page of styles, and files for programs."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from timeline.models import Source
from timeline.outputs.reference import Reference, bibtex, cite_page, csl_json, ris, to_event, to_source, to_statement
from timeline.queries import coverage_of, source_record
from timeline.views.records import event_or_answer, statement_or_answer

FILES = {
    "bib": (bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": (ris, "application/x-research-info-systems; charset=utf-8"),
    "json": (csl_json, "application/vnd.citationstyles.csl+json"),
}


@require_safe
def event(request: HttpRequest, event_id: int, ending: str = "") -> HttpResponse:
    """Show how an event and its sources are cited, or give the references as a file."""
    record = event_or_answer(request, event_id, lambda other: reverse("timeline:event_cite", args=[other.pk]))
    if isinstance(record, HttpResponse):
        return record
    found = record.event
    version = reverse("timeline:event_version", args=[found.pk, found.version])
    own = to_event(found, request.build_absolute_uri(version), timezone.localdate())
    at = reverse("timeline:event", args=[found.pk, found.slug])
    return _answer(request, at, own, record.sources, ending)


@require_safe
def statement(request: HttpRequest, statement_id: int, ending: str = "") -> HttpResponse:
    """Show how a statement and its sources are cited, or give the references as a file."""
    record = statement_or_answer(request, statement_id)
    if isinstance(record, HttpResponse):
        return record
    found = record.statement
    version = reverse("timeline:statement_version", args=[found.pk, found.version])
    own = to_statement(found, request.build_absolute_uri(version), timezone.localdate())
    at = reverse("timeline:statement", args=[found.pk])
    return _answer(request, at, own, record.sources, ending)


@require_safe
def source(request: HttpRequest, source_id: int, ending: str = "") -> HttpResponse:
    """Show how a source is cited, or give the reference as a file."""
    record = source_record(source_id)
    if record is None:
        raise Http404("no such source")
    at = reverse("timeline:source", args=[source_id])
    return _answer(request, at, None, [record.source], ending)


def _answer(
    request: HttpRequest, at: str, own: Reference | None, sources: Sequence[Source], ending: str
) -> HttpResponse:
    cited = [to_source(one) for one in sources]
    if not ending:
        page = cite_page(at, own, cited)
        return render(request, "timeline/cite.html", {"page": page, "coverage": coverage_of()})
    if ending not in FILES:
        raise Http404("no such form of a reference")
    write, content_type = FILES[ending]
    references = [own, *cited] if own else cited
    name = f"{references[0].key}.{ending}"
    written = write(references)
    return HttpResponse(
        written, content_type=content_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
