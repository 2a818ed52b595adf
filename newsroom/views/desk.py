"""Show an article beside its proposals, and settle its paragraphs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.htmx import render_page_or_fragment
from newsroom import access, actions, pages
from newsroom.forms import AddDraftForm, ArticleForm
from newsroom.models import Article, Role, User
from newsroom.queries import desk_of


def _desk(request: HttpRequest, article: Article, user: User, status: int = 200, **more: object) -> HttpResponse:
    """Answer with the desk, or for htmx with its inner part."""
    page = pages.desk_page(article, user, with_copies=user.ranks_at_least(Role.EDITOR))
    context = {"page": page, **more}
    return render_page_or_fragment(request, "newsroom/desk.html", "newsroom/_desk.html", context, status)


def _after(request: HttpRequest, article: Article, user: User, anchor: str = "") -> HttpResponse:
    """Answer a change: the desk anew for htmx, for everybody else a redirect to it."""
    if request.headers.get("HX-Request") == "true":
        return _desk(request, article, user)
    response = redirect("newsroom:article", article_id=article.pk)
    response["Location"] += anchor
    return response


@access.staff_only
@require_safe
def article(request: HttpRequest, article_id: int) -> HttpResponse:
    """Show the desk; looking changes nothing."""
    user = access.user_of(request)
    return _desk(request, access.article_for_reading(user, article_id), user)


@access.staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def details(request: HttpRequest, article_id: int) -> HttpResponse:
    """Change what is known of an article; another date makes the program read it again."""
    user = access.user_of(request)
    found = access.article_for_review(user, article_id)
    first = {"version": found.version}
    form = ArticleForm(request.POST or None, instance=access.article_for_review(user, article_id), initial=first)
    if request.method == "POST" and form.is_valid():
        given = {**form.cleaned_data}
        version = given.pop("version")
        try:
            actions.describe_article(article=found, details=given, expected_version=version, by=user, at=timezone.now())
            return redirect("newsroom:article", article_id=article_id)
        except actions.Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        except actions.Conflict as conflict:
            context = {"form": form, "article": found, "current": conflict.current}
            return render(request, "newsroom/details.html", context, status=409)
    return render(
        request, "newsroom/details.html", {"form": form, "article": found}, status=422 if form.errors else 200
    )


@access.staff_only
@require_POST
def claim(request: HttpRequest, article_id: int) -> HttpResponse:
    """Say that one works on an article, or no longer does."""
    user = access.user_of(request)
    found = access.article_for_review(user, article_id)
    actions.claim_article(article=found, by=user, at=timezone.now(), is_claimed=request.POST.get("claim") == "yes")
    return redirect("newsroom:article", article_id=article_id)


@access.staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def additions(request: HttpRequest, article_id: int) -> HttpResponse:
    """Make a draft from words that the program missed: selected on the desk, or copied into the form."""
    user = access.user_of(request)
    found = access.article_for_review(user, article_id)
    page = pages.desk_page(found, user)
    form = AddDraftForm(request.POST or None, initial={"paragraph": request.GET.get("paragraph", "1")})
    if request.method == "POST" and form.is_valid():
        number = form.cleaned_data["paragraph"]
        try:
            draft = actions.add_draft(
                reading=desk_of(found).reading, kind=form.cleaned_data["kind"], words=form.cleaned_data["words"],
                by=user, at=timezone.now(), **page.span_of(number),
            )  # fmt: skip
            return redirect("newsroom:draft_edit", draft_id=draft.pk)
        except actions.Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else "paragraph", refusal.message)
    context = {"form": form, "page": page}
    return render(request, "newsroom/add_draft.html", context, status=422 if form.errors else 200)


@access.staff_only
@require_POST
def restorations(request: HttpRequest, article_id: int) -> HttpResponse:
    """Take a paragraph back in that was left out."""
    user = access.user_of(request)
    found = access.article_for_review(user, article_id)
    start = _number(request.POST.get("start"))
    try:
        actions.restore_dropped(reading=desk_of(found).reading, start=start, by=user, at=timezone.now())
    except actions.Refused as refusal:
        return _desk(request, found, user, 422, refusal=refusal)
    return _after(request, found, user, f"#paragraph-{start}")


@access.staff_only
@require_POST
def paragraphs(request: HttpRequest, article_id: int) -> HttpResponse:
    """Wave a paragraph off, with the reason."""
    user = access.user_of(request)
    found = access.article_for_review(user, article_id)
    start, reason = _number(request.POST.get("start")), request.POST.get("reason", "")
    try:
        actions.wave_off_paragraph(
            reading=desk_of(found).reading, start=start, reason=reason, by=user, at=timezone.now()
        )
    except actions.Refused as refusal:
        return _desk(request, found, user, 422, refusal=refusal)
    return _after(request, found, user, f"#paragraph-{start}")


@access.staff_only
@require_POST
def readings(request: HttpRequest, article_id: int) -> HttpResponse:
    """Read the newest text again with the engine of today; what was decided stays decided."""
    user = access.user_of(request)
    found = access.article_for_review(user, article_id)
    actions.read_again(article=found, by=user, at=timezone.now())
    return _after(request, found, user)


@access.staff_only
@require_POST
def copies(request: HttpRequest, article_id: int) -> HttpResponse:
    """Count two articles as one origin, or keep them apart."""
    user = access.user_of(request)
    found = access.article_for_review(user, article_id)
    offered = {one.article.pk: one.article for one in pages.desk_page(found, user, with_copies=True).copies}
    other = offered.get(_number(request.POST.get("other")))
    if other is None:
        return _desk(request, found, user, 409, is_conflict=True)
    decide = actions.join_origins if request.POST.get("choice") == "one_origin" else actions.keep_apart
    try:
        decide(article=found, other=other, by=user, at=timezone.now())
    except actions.Refused as refusal:
        return _desk(request, found, user, 422, refusal=refusal)
    return _after(request, access.article_for_review(user, article_id), user)


@access.staff_only
@require_POST
def undo(request: HttpRequest, article_id: int) -> HttpResponse:
    """Take the last step back, if it still is the one that was shown."""
    user = access.user_of(request)
    found = access.article_for_review(user, article_id)
    try:
        actions.undo_decision(article=found, by=user, at=timezone.now(), expected=_number(request.POST.get("step")))
    except actions.Conflict:
        return _desk(request, found, user, 409, is_conflict=True)
    return _after(request, found, user)


@access.staff_only
@require_POST
def completion(request: HttpRequest, article_id: int) -> HttpResponse:
    """Take an article off the queue once nothing of it is open."""
    user = access.user_of(request)
    found = access.article_for_review(user, article_id)
    bar = pages.desk_page(found, user).bar
    try:
        actions.finish_article(article=found, unsettled=bar.total - bar.settled, by=user, at=timezone.now())
    except actions.Refused as refusal:
        return _desk(request, found, user, 422, refusal=refusal)
    return redirect("newsroom:queue")


def _number(text: str | None) -> int:
    """Return a number that a form sent; -1, which nothing has, where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 12 else -1
