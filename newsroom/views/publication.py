"""Check what is accepted, and publish it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from newsroom import access, actions, pages
from newsroom.forms import WithdrawalForm


def _expected(text: str) -> dict[int, int]:
    """Return draft to version, as the form gives what was shown; nothing that fits where it is malformed."""
    pairs = [part.split(":") for part in text[:20_000].split(",")]
    is_sound = all(
        len(pair) == 2 and all(one.isascii() and one.isdigit() and len(one) < 12 for one in pair) for pair in pairs
    )
    return {int(pair[0]): int(pair[1]) for pair in pairs} if is_sound else {-1: -1}


@access.staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def publication(request: HttpRequest, article_id: int) -> HttpResponse:
    """Show the checklist and what readers will see; publish by POST, all that was shown or nothing."""
    user = access.user_of(request)
    article = access.article_for_publishing(user, article_id)
    status: int = 200
    more: dict[str, object] = {}
    if request.method == "POST":
        expected = _expected(request.POST.get("expected", ""))
        try:
            actions.publish_article(article=article, expected=expected, by=user, at=timezone.now())
            return redirect("newsroom:publication", article_id=article_id)
        except actions.Conflict:
            status, more = 409, {"is_conflict": True}
        except actions.Refused as refusal:
            status, more = 422, {"refusal": refusal}
    page = pages.publication_page(access.article_for_publishing(user, article_id))
    return render(request, "newsroom/publication.html", {"page": page, **more}, status=status)


@access.staff_only
@require_POST
def withdrawal(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Take back what is public, with the reason that readers will see."""
    user = access.user_of(request)
    draft = access.draft_for_publishing(user, draft_id)
    article = draft.reading.text_version.article
    form = WithdrawalForm(request.POST)
    status = 422
    more: dict[str, object] = {"withdrawal": form}
    if form.is_valid():
        version, reason = form.cleaned_data["version"], form.cleaned_data["reason"]
        try:
            actions.withdraw_draft(draft=draft, expected_version=version, reason=reason, by=user, at=timezone.now())
            return redirect("newsroom:article", article_id=article.pk)
        except actions.Conflict:
            status, more = 409, {"is_conflict": True}
        except actions.Refused as refusal:
            more = {"refusal": refusal}
    return render(
        request, "newsroom/publication.html", {"page": pages.publication_page(article), **more}, status=status
    )
