"""What the addresses of a leader's lists say: events with whom, and statements of which form."""

from django import forms
from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from timeline.filters.fields import SpanField
from timeline.filters.sets import LEVELS, Order
from timeline.models import Country, Statement
from timeline.queries import Cursor


class ListForm(forms.Form):
    """Read a list's filters from an address: of a name that stands twice the last counts, unknown names are left."""

    def __init__(self, data: QueryDict) -> None:
        super().__init__({name: data.get(name, "").strip() for name in self.base_fields})

    @property
    def errors_by_field(self) -> dict[str, list[str]]:
        """Return what is wrong, by field, in sentences."""
        return {name: [str(error) for error in errors] for name, errors in self.errors.items()}

    @property
    def said(self) -> dict[str, str]:
        """Return the filters that are set, as the address has them."""
        return {name: value for name, value in self.data.items() if value}

    def query_to(self, name: str, cursor: Cursor | None) -> str:
        """Return the query of this list's page that follows or precedes a place; nothing without one."""
        return query_of(self.said | {name: str(cursor)}) if cursor else ""

    def query_with(self, **changes: str) -> str:
        """Return the query of this list with other values; an empty one takes a filter away."""
        return query_of(self.said | changes)


def query_of(said: dict[str, str]) -> str:
    """Return filters as an address's query, without those that are empty."""
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in said.items() if value})
    return query.urlencode()


class Acts(TextChoices):
    """Which of a person's events are listed."""

    CONTACTS = "contacts", _("Calls, visits, meetings")


class LeaderEventsForm(ListForm):
    """Read with which country, at which level, when, and in which order."""

    show = forms.ChoiceField(label=_("Show"), choices=[("", _("All events")), *Acts.choices], required=False)
    country = forms.CharField(label=_("With"), required=False, max_length=80)
    level = forms.ChoiceField(label=_("Level"), choices=[("", _("Everyone")), *LEVELS], required=False)
    when = SpanField(label=_("When"), required=False, max_length=200)
    order = forms.ChoiceField(label=_("Order"), choices=[("", _("Newest first")), Order.choices[1]], required=False)

    def clean_country(self) -> Country | None:
        """Return the country that the address names (1 query where it names one)."""
        slug = self.cleaned_data["country"]
        if not slug:
            return None
        country = Country.objects.filter(slug=slug).first()
        if country is None:
            raise forms.ValidationError(_("No country has this key. Choose one from the list."))
        return country


class ContactsForm(ListForm):
    """Read at which level and when a pair's contacts were that are listed."""

    level = forms.ChoiceField(label=_("Level"), choices=[("", _("Everyone")), *LEVELS], required=False)
    when = SpanField(label=_("When"), required=False, max_length=200)


class StatementsForm(ListForm):
    """Read of which form of speech statements are, and in which order."""

    speech = forms.ChoiceField(label=_("Form"), choices=Statement.Speech.choices, required=False)
    order = forms.ChoiceField(label=_("Order"), choices=[("", _("Oldest first")), Order.choices[0]], required=False)
