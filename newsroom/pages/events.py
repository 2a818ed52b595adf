"""Show a public event with all that can be done to it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from newsroom.forms import (
    CorrectionForm,
    MergeForm,
    StatementCorrectionForm,
    WithdrawalForm,
    correction_form_of,
    merge_form_of,
    statement_correction_form_of,
)
from timeline.models import Event, Statement
from timeline.queries import likely_same


@dataclass(frozen=True, slots=True)
class PublicEventPage:
    """Hold an event with the forms that change it; the fields of each that is sent stand as they were typed."""

    event: Event
    statements: list[Statement]
    likely: list[Event]
    form: CorrectionForm
    merge: MergeForm
    withdrawal: WithdrawalForm

    @property
    def sent(self) -> CorrectionForm | MergeForm | WithdrawalForm:
        """Return the form that was sent, which may have errors; else the first."""
        return next((form for form in (self.form, self.merge, self.withdrawal) if form.is_bound), self.form)


def public_event_page(event: Event, sent: str = "", data: QueryDict | None = None) -> PublicEventPage:
    """Return an event for changing it; ``sent`` names the form that ``data`` belongs to. Eight queries."""
    likely = likely_same(event)
    return PublicEventPage(
        event=event,
        statements=list(event.statements.filter(withdrawn_at__isnull=True).select_related("leader")),
        likely=likely,
        form=correction_form_of(event, data if sent == "correction" else None),
        merge=merge_form_of(event, likely, data if sent == "merge" else None),
        withdrawal=_withdrawal_form(event, data if sent == "withdrawal" else None),
    )


def _withdrawal_form(public: Event | Statement, data: QueryDict | None) -> WithdrawalForm:
    return WithdrawalForm(data, initial={"version": public.version}, auto_id="withdrawal-%s")


@dataclass(frozen=True, slots=True)
class PublicStatementPage:
    """Hold a statement with the forms that change it."""

    statement: Statement
    form: StatementCorrectionForm
    withdrawal: WithdrawalForm

    @property
    def sent(self) -> StatementCorrectionForm | WithdrawalForm:
        """Return the form that was sent; else the first."""
        return self.withdrawal if self.withdrawal.is_bound else self.form


def public_statement_page(statement: Statement, sent: str = "", data: QueryDict | None = None) -> PublicStatementPage:
    """Return a statement for changing it; ``sent`` names the form that ``data`` belongs to. One query."""
    return PublicStatementPage(
        statement=statement,
        form=statement_correction_form_of(statement, data if sent == "correction" else None),
        withdrawal=_withdrawal_form(statement, data if sent == "withdrawal" else None),
    )
