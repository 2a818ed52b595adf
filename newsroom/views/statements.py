"""Correct a statement that is public, and take back what should not be there."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from newsroom import access, actions, pages
from newsroom.views.changes import answer, done

TEMPLATE = "newsroom/statement.html"


@access.staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: HttpRequest, statement_id: int) -> HttpResponse:
    """Show a public statement; publish a new version of it by POST."""
    user = access.user_of(request)
    found = access.statement_for_publishing(user, statement_id)
    if request.method != "POST":
        return answer(request, TEMPLATE, pages.public_statement_page(found))
    page = pages.public_statement_page(found, "correction", request.POST)
    form = page.form

    def correct() -> None:
        actions.correct_public_statement(
            statement=found, changed=form.changed_fields, expected_version=form.cleaned_data["version"],
            kind=form.cleaned_data["change"], reason=form.cleaned_data["reason"], by=user, at=timezone.now(),
        )  # fmt: skip

    return done(request, TEMPLATE, page, correct, reverse("timeline:statement_history", args=[statement_id]))


@access.staff_only
@require_POST
def statement_withdrawal(request: HttpRequest, statement_id: int) -> HttpResponse:
    """Take a statement back from readers, with the reason that they will see."""
    user = access.user_of(request)
    found = access.statement_for_publishing(user, statement_id)
    page = pages.public_statement_page(found, "withdrawal", request.POST)
    form = page.withdrawal

    def withdraw() -> None:
        data = form.cleaned_data
        actions.withdraw_public_statement(
            statement=found, expected_version=data["version"], reason=data["reason"], by=user, at=timezone.now()
        )

    return done(request, TEMPLATE, page, withdraw, reverse("newsroom:events"))
