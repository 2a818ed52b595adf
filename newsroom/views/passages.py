"""Change which words support what is public, and take the change back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from newsroom import access, actions, pages
from newsroom.views.changes import answer, done
from timeline.models import Event, Statement

TEMPLATE = "newsroom/passages.html"


@access.staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def event_passages(request: HttpRequest, event_id: int) -> HttpResponse:
    """Show on which words an event rests; publish a version that rests on others by POST."""
    found = access.event_for_publishing(access.user_of(request), event_id)
    return _passages(request, found, reverse("newsroom:event_passages", args=[event_id]))


@access.staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def statement_passages(request: HttpRequest, statement_id: int) -> HttpResponse:
    """Show on which words a statement rests; publish a version that rests on others by POST."""
    found = access.statement_for_publishing(access.user_of(request), statement_id)
    return _passages(request, found, reverse("newsroom:statement_passages", args=[statement_id]))


def _passages(request: HttpRequest, found: Event | Statement, here: str) -> HttpResponse:
    if request.method != "POST":
        return answer(request, TEMPLATE, pages.passages_page(found))
    page = pages.passages_page(found, request.POST)
    form = page.form

    def change() -> None:
        data = form.cleaned_data
        actions.change_passages(
            public=found, new=form.new, gone=data["gone"], expected_version=data["version"], kind=data["change"],
            reason=data["reason"], by=access.user_of(request), at=timezone.now(),
        )  # fmt: skip

    return done(request, TEMPLATE, page, change, here)


@access.staff_only
@require_POST
def event_passages_undo(request: HttpRequest, event_id: int) -> HttpResponse:
    """Let an event rest again on the words of the version before."""
    found = access.event_for_publishing(access.user_of(request), event_id)
    return _taken_back(request, found, reverse("newsroom:event_passages", args=[event_id]))


@access.staff_only
@require_POST
def statement_passages_undo(request: HttpRequest, statement_id: int) -> HttpResponse:
    """Let a statement rest again on the words of the version before."""
    found = access.statement_for_publishing(access.user_of(request), statement_id)
    return _taken_back(request, found, reverse("newsroom:statement_passages", args=[statement_id]))


def _taken_back(request: HttpRequest, found: Event | Statement, here: str) -> HttpResponse:
    sent = request.POST.get("version", "")
    version = int(sent) if sent.isdecimal() and len(sent) < 10 else 0
    try:
        actions.take_passages_back(
            public=found, expected_version=version, by=access.user_of(request), at=timezone.now()
        )
    except actions.Conflict as conflict:
        return answer(request, TEMPLATE, pages.passages_page(found), 409, current=conflict.current)
    except actions.Refused as refusal:
        return answer(request, TEMPLATE, pages.passages_page(found), 422, refusal=refusal)
    return redirect(here)
