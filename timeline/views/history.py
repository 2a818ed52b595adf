"""What was published when: versions, histories, and the log of corrections."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from timeline.models import Event, Revision, Statement
from timeline.outputs.entry import entry_of_correction
from timeline.outputs.feed import Feed
from timeline.outputs.offered import OfferedLog
from timeline.pages.history import (
    corrections_page,
    event_history_page,
    statement_history_page,
    version_page,
)
from timeline.queries import coverage_of
from timeline.queries.revisions import event_with_versions, statement_with_versions
from timeline.sql.versions import record_state
from timeline.views.exports import sent_feed, unless_known
from timeline.views.kept import with_own_state


def _event(event_id: int) -> tuple[Event, list[Revision]]:
    found = event_with_versions(event_id)
    if found is None:
        raise Http404("no such event")
    return found


def _statement(statement_id: int) -> tuple[Statement, list[Revision]]:
    found = statement_with_versions(statement_id)
    if found is None:
        raise Http404("no such statement")
    return found


@require_safe
def event_history(request: HttpRequest, event_id: int) -> HttpResponse:
    """Show every published version of an event, and what each changed."""
    page = event_history_page(*_event(event_id))
    return render(request, "timeline/history.html", {"page": page, "coverage": coverage_of()})


@require_safe
def statement_history(request: HttpRequest, statement_id: int) -> HttpResponse:
    """Show every published version of a statement, and what each changed."""
    page = statement_history_page(*_statement(statement_id))
    return render(request, "timeline/history.html", {"page": page, "coverage": coverage_of()})


@require_safe
def event_version(request: HttpRequest, event_id: int, version: int) -> HttpResponse:
    """Show what one version of an event said; of a withdrawn event only that it was withdrawn: 410."""
    event, revisions = _event(event_id)
    if event.withdrawn_at and not event.merged_into_id:
        return render(request, "timeline/withdrawn.html", {"last": revisions[0]}, status=410)
    standing = event.merged_into or event
    return _version(request, revisions, version, reverse("timeline:event", args=[standing.pk, standing.slug]))


@require_safe
def statement_version(request: HttpRequest, statement_id: int, version: int) -> HttpResponse:
    """Show what one version of a statement said; of a withdrawn one only that it was withdrawn: 410."""
    statement, revisions = _statement(statement_id)
    if statement.withdrawn_at:
        return render(request, "timeline/withdrawn.html", {"last": revisions[0]}, status=410)
    return _version(request, revisions, version, reverse("timeline:statement", args=[statement_id]))


def _version(request: HttpRequest, revisions: list[Revision], version: int, address: str) -> HttpResponse:
    page = version_page(revisions, version, address)
    if page is None:
        raise Http404("no such version")
    return render(request, "timeline/version.html", {"page": page, "coverage": coverage_of()})


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """Show the log of corrections, the latest first."""
    following = request.GET.get("following", "")
    if following and not (following.isdecimal() and following.isascii() and len(following) < 19):
        raise BadRequest("The address names no place in this list.")
    page = corrections_page(int(following) if following else None)
    return render(request, "timeline/corrections.html", {"page": page, "coverage": coverage_of()})


@with_own_state
@require_safe
def corrections_feed(request: HttpRequest, name: str) -> HttpResponseBase:
    """Give the latest of the log of corrections as a feed."""
    site = request.build_absolute_uri("/").removesuffix("/")
    offered = OfferedLog(_("Corrections"), site, reverse("timeline:corrections"), get_language() or "en")

    def make() -> HttpResponse:
        entries = [entry_of_correction(line, site) for line in corrections_page(None).lines]
        return sent_feed(name, Feed(offered, entries, []))

    return unless_known(request, f"{record_state()}.corrections.{name}", make)
