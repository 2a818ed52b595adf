"""The one place that decides whether an address answers with its page or with its fragment."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

# What htmx 4 sends and is_fragment reads: each must stand in Vary, or a cache hands a fragment to somebody who asked
# for the page.
DECIDING_HEADERS = ("HX-Request", "HX-Request-Type", "HX-Boosted", "HX-History-Restore-Request")


def is_fragment(request: HttpRequest) -> bool:
    """Return whether htmx asked for a part of the page.

    A boosted link, a restored history entry and a request that htmx itself calls "full" (its target is the body, or it
    will select out of the answer) need the whole page, as does everything that htmx did not send.
    """
    # As the server hands them over: most requests say nothing of htmx, and all of them are asked.
    sent = request.META
    return (
        sent.get("HTTP_HX_REQUEST") == "true"
        and sent.get("HTTP_HX_REQUEST_TYPE", "partial") == "partial"
        and sent.get("HTTP_HX_BOOSTED") != "true"
        and sent.get("HTTP_HX_HISTORY_RESTORE_REQUEST") != "true"
    )


def render_page_or_fragment(
    request: HttpRequest,
    page_template: str,
    fragment_template: str,
    context: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render the fragment for htmx and the page for everybody else, with Vary on what decided."""
    template = fragment_template if is_fragment(request) else page_template
    response = render(request, template, dict(context or {}), status=status)
    vary_on_htmx(response)
    return response


def vary_on_htmx(response: HttpResponse) -> HttpResponse:
    """Add the headers that is_fragment reads to Vary and return the response."""
    patch_vary_headers(response, DECIDING_HEADERS)
    return response
