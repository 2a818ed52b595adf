"""Every component in every state, for those who work on the pages."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from timeline.pages.specimens import specimens


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Show the components; only with DEBUG or to staff."""
    user = getattr(request, "user", None)
    if not (settings.DEBUG or (user is not None and user.is_staff)):
        raise Http404("no such page")
    return render(request, "timeline/components.html", {"specimens": specimens()})
