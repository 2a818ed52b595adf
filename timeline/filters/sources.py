"""What the address of the list of sources says: whose are shown, and from which place on."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from timeline.filters.leaders import ListForm
from timeline.models import Source


class SourcesForm(ListForm):
    """Read whose sources are listed."""

    outlet = forms.CharField(label=_("Published by"), required=False, max_length=120)

    def clean_outlet(self) -> str:
        """Return an outlet that the record has, by its name (1 query where one is named)."""
        outlet: str = self.cleaned_data["outlet"]
        if outlet and not Source.objects.filter(outlet=outlet).exists():
            raise ValidationError(_("The record has no source of an outlet called so. Choose one from the list."))
        return outlet
