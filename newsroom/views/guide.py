"""Show the guide for editors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from newsroom import access, pages


@access.staff_only
@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """Show how an article becomes part of the record."""
    access.user_of(request)
    return render(request, "newsroom/guide.html", {"page": pages.guide_page()})
