"""Show a public event with all that can be done to it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from newsroom.forms import CorrectionForm, MergeForm, WithdrawalForm, correction_form_of, merge_form_of
from timeline.models import Event
from timeline.queries import likely_same


@dataclass(frozen=True, slots=True)
class PublicEventPage:
    """Hold an event with the forms that change it; the fields of each that is sent stand as they were typed."""

    event: Event
    likely: list[Event]
    form: CorrectionForm
    merge: MergeForm
    withdrawal: WithdrawalForm

    @property
    def sent(self) -> CorrectionForm | MergeForm | WithdrawalForm:
        """Return the form that was sent, which may have errors; else the first."""
        return next((form for form in (self.form, self.merge, self.withdrawal) if form.is_bound), self.form)


def public_event_page(event: Event, sent: str = "", data: QueryDict | None = None) -> PublicEventPage:
    """Return an event for changing it; ``sent`` names the form that ``data`` belongs to. Four queries."""
    likely = likely_same(event)
    return PublicEventPage(
        event=event,
        likely=likely,
        form=correction_form_of(event, data if sent == "correction" else None),
        merge=merge_form_of(event, likely, data if sent == "merge" else None),
        withdrawal=WithdrawalForm(
            data if sent == "withdrawal" else None, initial={"version": event.version}, auto_id="withdrawal-%s"
        ),
    )
