"""Correct what is public, merge what was told twice, take back what should not be there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from newsroom import access, actions, forms, pages, queries
from newsroom.models import Role
from newsroom.views.changes import answer, done

TEMPLATE = "newsroom/event.html"


@access.staff_only
@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """Show the events that were recorded last; lead to the one whose number or address is given."""
    access.require_role(access.user_of(request), Role.PUBLISHER)
    named = request.GET.get("event", "").strip()[:400]
    number = forms.event_number(named)
    if number is not None and queries.is_event(number):
        return redirect("newsroom:event", event_id=number)
    error = _("Give the number or the address of an event.") if named else ""
    context = {"events": queries.newest_events(), "named": named, "error": error}
    return render(request, "newsroom/events.html", context, status=422 if error else 200)


@access.staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def event(request: HttpRequest, event_id: int) -> HttpResponse:
    """Show a public event; publish a new version of it by POST."""
    user = access.user_of(request)
    found = access.event_for_publishing(user, event_id)
    if request.method != "POST":
        return answer(request, TEMPLATE, pages.public_event_page(found))
    page = pages.public_event_page(found, "correction", request.POST)
    form = page.form

    def correct() -> None:
        actions.correct_public_event(
            event=found, changed=form.changed_fields, expected_version=form.cleaned_data["version"],
            kind=form.cleaned_data["change"], reason=form.cleaned_data["reason"], by=user, at=timezone.now(),
        )  # fmt: skip

    return done(request, TEMPLATE, page, correct, reverse("timeline:event_history", args=[event_id]))


@access.staff_only
@require_POST
def merge(request: HttpRequest, event_id: int) -> HttpResponse:
    """Merge an event into the one that tells the same."""
    user = access.user_of(request)
    found = access.event_for_publishing(user, event_id)
    page = pages.public_event_page(found, "merge", request.POST)
    form = page.merge

    def merge_them() -> None:
        data = form.cleaned_data
        actions.merge_public_events(
            event=found, into_id=data["into_id"], expected_version=data["version"], reason=data["merge_reason"],
            by=user, at=timezone.now(),
        )  # fmt: skip

    return done(request, TEMPLATE, page, merge_them, reverse("newsroom:event", args=[event_id]))


@access.staff_only
@require_POST
def separation(request: HttpRequest, event_id: int) -> HttpResponse:
    """Take a merge back."""
    user = access.user_of(request)
    found = access.event_for_publishing(user, event_id)
    try:
        actions.separate_event(event=found, by=user, at=timezone.now())
    except actions.Refused as refusal:
        return answer(request, TEMPLATE, pages.public_event_page(found), 422, refusal=refusal)
    return redirect("newsroom:event", event_id=event_id)


@access.staff_only
@require_POST
def event_withdrawal(request: HttpRequest, event_id: int) -> HttpResponse:
    """Take an event back from readers, with the reason that they will see."""
    user = access.user_of(request)
    found = access.event_for_publishing(user, event_id)
    page = pages.public_event_page(found, "withdrawal", request.POST)
    form = page.withdrawal

    def withdraw() -> None:
        version, reason = form.cleaned_data["version"], form.cleaned_data["reason"]
        actions.withdraw_public_event(event=found, expected_version=version, reason=reason, by=user, at=timezone.now())

    return done(request, TEMPLATE, page, withdraw, reverse("newsroom:events"))
