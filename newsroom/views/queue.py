"""Show what waits, and bring articles in."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from newsroom import access, actions, pages, queries
from newsroom.forms import PasteForm
from newsroom.models import Role

PAGE_SIZE = 30


@access.staff_only
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Show the articles that wait, the oldest first."""
    user = access.user_of(request)
    waiting = Paginator(queries.waiting_articles(), PAGE_SIZE).get_page(request.GET.get("page"))
    oldest = queries.waiting_articles().values_list("added_at", flat=True).first()
    page = pages.queue_page(waiting, queries.recent_log(), oldest=oldest, may_review=user.ranks_at_least(Role.EDITOR))
    return render(request, "newsroom/queue.html", {"page": page})


@access.staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: HttpRequest) -> HttpResponse:
    """Take in an article; what is wrong with it stands beside the field, and what was typed stays."""
    user = access.user_of(request)
    form = PasteForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            submitted = actions.submit_text(
                source=form.source,
                given=form.given,
                is_one_article=form.cleaned_data["is_one_article"],
                by=user,
                at=timezone.now(),
            )
        except actions.Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            return redirect("newsroom:article", article_id=submitted.article.pk)
    return render(request, "newsroom/paste.html", {"form": form}, status=422 if form.errors else 200)


@access.staff_only
@require_safe
def searches(request: HttpRequest) -> HttpResponse:
    """Show what readers looked for in vain, by week."""
    access.require_role(access.user_of(request), Role.CONTRIBUTOR)
    return render(request, "newsroom/searches.html", {"weeks": pages.searches_page()})
