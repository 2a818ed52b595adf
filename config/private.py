"""Which addresses know who is asking. Everywhere else there is no session, no account and no message to leak."""

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

# The desk and the accounts, whose pages carry a nonce; and the list of components, which staff may see.
DESK_PREFIXES = ("/newsroom/", "/accounts/")
PRIVATE_PREFIXES = (*DESK_PREFIXES, "/-/")
PRIVATE_CACHE = "no-store"


def is_desk(request: HttpRequest) -> bool:
    """Return whether the address belongs to the desk or to the accounts."""
    return request.path_info.startswith(DESK_PREFIXES)


def is_private(request: HttpRequest) -> bool:
    """Return whether the answer may depend on who asks, so that nothing may keep it."""
    return request.path_info.startswith(PRIVATE_PREFIXES)


class _OnlyWherePrivate:
    """Skip a middleware of Django on reading pages: what is not there can neither set a cookie nor vary an answer."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not is_private(request):
            return self.get_response(request)  # type: ignore[attr-defined,no-any-return]
        return super().__call__(request)  # type: ignore[misc,no-any-return]


class PrivateSessionMiddleware(_OnlyWherePrivate, SessionMiddleware):
    """Load the session on private addresses, whose answers nothing may keep, so that none gets an ETag either."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Say so before the middlewares further out look at it."""
        response.headers["Cache-Control"] = PRIVATE_CACHE
        return super().process_response(request, response)


class PrivateAuthenticationMiddleware(_OnlyWherePrivate, AuthenticationMiddleware):
    """Set request.user on private addresses."""


class PrivateMessageMiddleware(_OnlyWherePrivate, MessageMiddleware):
    """Keep messages on private addresses."""
