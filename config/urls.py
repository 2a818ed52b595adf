"""Every address: the reader's pages at the root, the desk and the accounts below their own names."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from django.views.decorators.http import require_safe

from config import health
from config.errors import API_PREFIX
from timeline.urls import api_urlpatterns


@require_safe
def icon(request: HttpRequest) -> HttpResponse:
    """Lead those who ask for the icon without having read a page to its file."""
    return redirect(staticfiles_storage.url("img/icon.svg"))


urlpatterns = [
    path("favicon.ico", icon, name="icon"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("accounts/", include("allauth.urls")),
    path("newsroom/", include("newsroom.urls")),
    path(API_PREFIX.removeprefix("/"), include((api_urlpatterns, "api"))),
    # The reader's pages in English at the root, in other languages below their two letters (/es/).
    *i18n_patterns(path("", include("timeline.urls")), prefix_default_language=False),
]

handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.page_not_found"
# Asked for by allauth where somebody guesses too fast.
handler429 = "config.errors.too_many_requests"
handler500 = "config.errors.server_error"
