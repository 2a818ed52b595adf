"""The shape of what readers send."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext_lazy as _

from timeline.models import Frequency

Choices: TypeAlias = Sequence[tuple[str, Any]]

FREQUENCIES: Choices = (
    (Frequency.DAILY, _("once a day, in the morning")),
    (Frequency.WEEKLY, _("once a week, on Monday, even where nothing is new")),
    (Frequency.SOON, _("soon: within half an hour")),
)
CHANGES: Choices = (*FREQUENCIES, (Frequency.OFF, _("paused")))


class FollowForm(forms.Form):
    """Where the mails go, how often, and why."""

    address = forms.EmailField(label=_("Your e-mail address"), max_length=254)
    frequency = forms.ChoiceField(label=_("How often"), choices=FREQUENCIES, initial=Frequency.DAILY)
    note = forms.CharField(label=_("A note to yourself"), max_length=200, required=False)

    @property
    def errors_in_words(self) -> dict[str, list[str]]:
        """Return what is wrong, by field."""
        found = {name: [str(error) for error in errors] for name, errors in self.errors.items()}
        return {"general": found.pop(NON_FIELD_ERRORS, []), **found}

    @property
    def typed(self) -> dict[str, str]:
        """Return what was typed, by field."""
        return {name: str(self.data.get(name, field.initial or "")) for name, field in self.fields.items()}
