"""Decide about one draft, and change it where it stands."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.htmx import render_page_or_fragment
from newsroom import access, actions, forms, pages, queries
from newsroom.models import Draft, User
from newsroom.models.content import EventContent
from newsroom.queries import DraftRow


def _card(request: HttpRequest, draft: Draft, user: User, status: int = 200, **more: object) -> HttpResponse:
    """Answer with the card and the bar for htmx, else with the desk."""
    page, card = pages.card_page(draft, user)
    context = {"page": page, "card": card, **more}
    return render_page_or_fragment(request, "newsroom/draft.html", "newsroom/_decided.html", context, status)


def _after(request: HttpRequest, draft: Draft, user: User) -> HttpResponse:
    """Answer a decision."""
    if request.headers.get("HX-Request") == "true":
        return _card(request, draft, user)
    response = redirect("newsroom:article", article_id=draft.reading.text_version.article_id)
    response["Location"] += f"#draft-{draft.pk}"
    return response


def _version(request: HttpRequest) -> int:
    """Return the version that was shown; 0, which nothing has, where the form has none."""
    form = forms.VersionForm(request.POST)
    return int(form.cleaned_data["version"]) if form.is_valid() else 0


@access.staff_only
@require_safe
def draft(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Show one draft."""
    user = access.user_of(request)
    return _card(request, access.draft_for_reading(user, draft_id), user)


@access.staff_only
@require_POST
def acceptance(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Accept a draft for publishing."""
    user = access.user_of(request)
    found = access.draft_for_review(user, draft_id)
    try:
        actions.accept_draft(draft=found, expected_version=_version(request), by=user, at=timezone.now())
    except (actions.Conflict, actions.Refused) as refusal:
        return _card(request, access.draft_for_review(user, draft_id), user, 409, refusal=refusal)
    return _after(request, found, user)


@access.staff_only
@require_POST
def second_source(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Accept a draft as another source for an event that is public already."""
    user = access.user_of(request)
    found = access.draft_for_review(user, draft_id)
    form = forms.SecondSourceForm(request.POST)
    try:
        actions.accept_as_source(
            draft=found, event_id=form.event_id, expected_version=_version(request), by=user, at=timezone.now()
        )
    except (actions.Conflict, actions.Refused) as refusal:
        return _card(request, access.draft_for_review(user, draft_id), user, 409, refusal=refusal)
    return _after(request, found, user)


@access.staff_only
@require_POST
def rejection(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Reject a draft."""
    user = access.user_of(request)
    found = access.draft_for_review(user, draft_id)
    try:
        actions.reject_draft(draft=found, expected_version=_version(request), by=user, at=timezone.now())
    except (actions.Conflict, actions.Refused) as refusal:
        return _card(request, access.draft_for_review(user, draft_id), user, 409, refusal=refusal)
    return _after(request, found, user)


def _form_page(
    request: HttpRequest, row: DraftRow, desk: queries.Desk, user: User, status: int = 200, **more: object
) -> HttpResponse:
    """Answer with the form in the place of the card."""
    page, card = pages.card_page(row.draft, user)
    people = queries.leaders_of_countries(desk.countries)
    context = {"page": page, "card": card, "leaders": people, "countries": desk.countries.values(), **more}
    context.setdefault("passage_form", forms.passage_form_of(row))
    return render_page_or_fragment(request, "newsroom/draft_edit.html", "newsroom/_draft_form.html", context, status)


@access.staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def draft_edit(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Change the fields of a draft; where somebody else did so meanwhile, show both and ask again."""
    user = access.user_of(request)
    found = access.draft_for_review(user, draft_id)
    desk, row = queries.draft_row(found)
    form = forms.form_of(found, row.content, desk, request.POST or None)
    event = row.content if isinstance(row.content, EventContent) else None
    parts = forms.participant_forms_of(event, desk, request.POST or None) if event else None
    shown: dict[str, Any] = {"form": form, "parts": parts}
    if request.method != "POST":
        return _form_page(request, row, desk, user, **shown)
    if not (form.is_valid() and (parts is None or parts.is_valid())):
        return _form_page(request, row, desk, user, 422, **shown)
    try:
        content, version = forms.content_of(form, parts, row.content), form.cleaned_data["version"]
        actions.edit_draft(
            draft=found, content=content, expected_version=version, is_accepted="accept" in request.POST,
            by=user, at=timezone.now(),
        )  # fmt: skip
    except actions.Conflict as conflict:
        form.data = {**request.POST.dict(), "version": str(conflict.current.version)}
        return _form_page(request, row, desk, user, 409, is_conflict=True, **shown)
    except actions.Refused as refusal:
        return _card(request, found, user, 409, refusal=refusal)
    return _after(request, found, user)


@access.staff_only
@require_POST
def passages(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Give a field of a draft another passage: words of a paragraph, exactly as they stand."""
    user = access.user_of(request)
    found = access.draft_for_review(user, draft_id)
    desk, row = queries.draft_row(found)
    form = forms.passage_form_of(row, request.POST)
    page = pages.desk_page(desk.article, user)
    if form.is_valid():
        try:
            actions.add_passage(
                draft=found, by=user, at=timezone.now(), **form.passage, **page.span_of(form.paragraph_number)
            )
            return redirect("newsroom:draft_edit", draft_id=draft_id)
        except actions.Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        except actions.Conflict as refusal:
            return _card(request, access.draft_for_review(user, draft_id), user, 409, refusal=refusal)
    event = row.content if isinstance(row.content, EventContent) else None
    parts = forms.participant_forms_of(event, desk) if event else None
    shown = {"form": forms.form_of(found, row.content, desk), "parts": parts, "passage_form": form}
    return _form_page(request, row, desk, user, 422, **shown)
