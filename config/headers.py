"""The headers that every answer carries, and the two content security policies."""

import secrets
from collections.abc import Callable
from typing import Any

from csp.constants import HEADER, NONCE, NONE, SELF
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from config.private import PRIVATE_CACHE, has_account, is_desk
from config.private import is_private as is_private  # for the apps too

# Reading pages are kept by caches, and a 304 brings a new policy to an old body: so this one is the same on each
# answer and has no nonce.
READING_POLICY: dict[str, Any] = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}

# Desk and account pages are never kept: a fresh nonce for each, and nothing but htmx may turn text into markup.
DESK_POLICY: dict[str, Any] = {
    **READING_POLICY,
    "script-src": [SELF, NONCE],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["htmx"],
}


def _in_words(policy: dict[str, Any]) -> str:
    return "; ".join(sorted(" ".join([name, *map(str, sources)]) for name, sources in policy.items()))


# The same on every answer, so it is put into words once and not each time.
READING_WORDS = _in_words(READING_POLICY)
# Pages of others may show an answer of these in a frame; it runs no script and sends no form.
FRAMED_WORDS = _in_words(
    {**READING_POLICY, "script-src": [NONE], "connect-src": [NONE], "form-action": [NONE], "frame-ancestors": ["*"]}
)

REFUSED_FEATURES = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
PERMISSIONS_POLICY = ", ".join([*(f"{feature}=()" for feature in REFUSED_FEATURES), "publickey-credentials-get=(self)"])

# What SecurityMiddleware sets too is here again: it does not see the answers of what stands outside it.
ALWAYS = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# What is never shown by itself, only used by a page: the page's own policy says what that may do. It has no language.
USED_BY_PAGES = ("text/css", "text/javascript", "font/")
# Browsers ask each time; a cache in front of the site may answer for as long as its owner says.
_SHARED = f"s-maxage={settings.CDN_SECONDS}, " if settings.CDN_SECONDS else ""
READING_CACHE = f"public, max-age=0, {_SHARED}must-revalidate"
LOGOUT_PATH = "/accounts/logout/"

Handler = Callable[[HttpRequest], HttpResponseBase]


class HeadersMiddleware:
    """Complete every answer, whoever made it; stands outermost."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Add what each answer needs and what its kind of address needs."""
        response = self.get_response(request)
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        if getattr(response, "xframe_options_exempt", False):
            del response.headers["X-Frame-Options"]
        if response.headers.get("Content-Type", "").startswith(USED_BY_PAGES):
            response.headers.pop("Content-Language", None)
        else:
            response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if is_private(request) or response.status_code >= 500:
            response.headers["Cache-Control"] = PRIVATE_CACHE
        else:
            response.headers.setdefault("Cache-Control", READING_CACHE)
        if has_account(request):
            patch_vary_headers(response, ["Cookie"])
        if request.path_info == LOGOUT_PATH and request.method == "POST" and response.status_code < 400:
            response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
        return response


class PolicyMiddleware(CSPMiddleware):
    """Choose the content security policy by the address, on every status and with DEBUG too."""

    def process_request(self, request: HttpRequest) -> None:
        """Make the nonce at once on desk pages; reading pages have none, and a template that asks gets no words."""
        nonce = secrets.token_urlsafe(18) if is_desk(request) else ""
        request._csp_nonce = nonce  # type: ignore[attr-defined]
        request.csp_nonce = nonce  # type: ignore[attr-defined]

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Bring the directives into one order, so that all processes send the same words."""
        if not is_desk(request):
            response.headers.setdefault(HEADER, READING_WORDS)
            return response
        response = super().process_response(request, response)
        if HEADER in response:
            response[HEADER] = "; ".join(sorted(response[HEADER].split("; ")))
        return response

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """Return the desk's policy with the nonce of this answer."""
        if report_only:
            return PolicyParts()
        return PolicyParts(config=DESK_POLICY, nonce=request._csp_nonce)  # type: ignore[attr-defined]


def framed(response: HttpResponseBase) -> HttpResponseBase:
    """Let pages of others show an answer in a frame."""
    response.headers[HEADER] = FRAMED_WORDS
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.xframe_options_exempt = True  # type: ignore[attr-defined]
    return response


def policy(request: HttpRequest) -> dict[str, Any]:
    """Return `csp_nonce` (empty on reading pages) and `is_desk` for every template."""
    return {"csp_nonce": getattr(request, "csp_nonce", ""), "is_desk": is_desk(request)}
