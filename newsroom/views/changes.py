"""Do what was asked of something public and go on, or answer with what was typed and why it was not done."""

from collections.abc import Callable
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from newsroom import actions


class Changing(Protocol):
    """A page with forms, of which one was sent."""

    @property
    def sent(self) -> Any:
        """Return the form that was sent; else the first."""


def answer(request: HttpRequest, template: str, page: Changing, status: int = 200, **more: object) -> HttpResponse:
    """Answer with the page; what is wrong stands with the form that was sent."""
    return render(request, template, {"page": page, "form": page.sent, **more}, status=status)


def done(request: HttpRequest, template: str, page: Changing, do: Callable[[], object], to: str) -> HttpResponse:
    """Do what was asked and go on to an address; answer 422 where it cannot be done, 409 where it was changed since."""
    if not page.sent.is_valid():
        return answer(request, template, page, 422)
    try:
        do()
    except actions.Conflict as conflict:
        return answer(request, template, page, 409, current=conflict.current)
    except actions.Refused as refusal:
        page.sent.add_error(None, refusal.message)
        return answer(request, template, page, 422)
    return redirect(to)
