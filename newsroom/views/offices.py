"""Show where what is known of offices does not fit."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from newsroom import access, pages
from newsroom.models import Role


@access.staff_only
@require_safe
def offices(request: HttpRequest) -> HttpResponse:
    """Show gaps, overlaps and people without an office."""
    access.require_role(access.user_of(request), Role.CONTRIBUTOR)
    return render(request, "newsroom/offices.html", {"page": pages.offices_page(request.GET.get("page"))})
