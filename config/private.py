"""Which addresses know who is asking. Everywhere else there is no session, no account and no message to leak."""

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

# The desk and the accounts, whose pages carry a nonce; and the list of components, which staff may see.
DESK_PREFIXES = ("/newsroom/", "/accounts/")
ACCOUNT_PREFIXES = (*DESK_PREFIXES, "/-/")
# What readers follow by mail is told by a signed address alone: nothing may keep it, and there is no session either.
FOLLOW_PREFIXES = ("/follow/", *(f"/{code}/follow/" for code, _ in settings.LANGUAGES))
PRIVATE_PREFIXES = (*ACCOUNT_PREFIXES, *FOLLOW_PREFIXES)
PRIVATE_CACHE = "no-store"


def is_desk(request: HttpRequest) -> bool:
    """Return whether the address belongs to the desk or to the accounts."""
    return request.path_info.startswith(DESK_PREFIXES)


def is_private(request: HttpRequest) -> bool:
    """Return whether the answer may depend on who asks, so that nothing may keep it."""
    return request.path_info.startswith(PRIVATE_PREFIXES)


def has_account(request: HttpRequest) -> bool:
    """Return whether a session, and with it an account, may stand behind a request."""
    return request.path_info.startswith(ACCOUNT_PREFIXES)


class _OnlyWithAccount:
    """Skip a middleware of Django on other pages: what is not there can neither set a cookie nor vary an answer."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not has_account(request):
            return self.get_response(request)  # type: ignore[attr-defined,no-any-return]
        return super().__call__(request)  # type: ignore[misc,no-any-return]


class PrivateSessionMiddleware(_OnlyWithAccount, SessionMiddleware):
    """Load the session where there are accounts, whose answers nothing may keep, so that none gets an ETag either."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Say so before the middlewares further out look at it."""
        response.headers["Cache-Control"] = PRIVATE_CACHE
        return super().process_response(request, response)


class PrivateAuthenticationMiddleware(_OnlyWithAccount, AuthenticationMiddleware):
    """Set request.user where there are accounts."""


class PrivateMessageMiddleware(_OnlyWithAccount, MessageMiddleware):
    """Keep messages where there are accounts."""
