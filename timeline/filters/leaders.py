"""What the address of a list with a plain form says: contacts at which level and when."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from timeline.filters.errors import errors_of
from timeline.filters.fields import SpanField
from timeline.filters.sets import LEVELS
from timeline.queries import Cursor


class ListForm(forms.Form):
    """Read a list's filters from an address: of a name that stands twice the last counts, unknown names are left."""

    def __init__(self, data: QueryDict) -> None:
        super().__init__({name: data.get(name, "").strip() for name in self.base_fields})

    @property
    def errors_by_field(self) -> dict[str, list[str]]:
        """Return what is wrong, by field, in sentences."""
        return errors_of(self)

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


class ContactsForm(ListForm):
    """Read at which level and when a pair's contacts were that are listed."""

    level = forms.ChoiceField(label=_("Level"), choices=[("", _("Everyone")), *LEVELS], required=False)
    when = SpanField(label=_("When"), required=False, max_length=200)


class LeadersForm(ListForm):
    """Read from which name on the leaders of the record are listed."""

    name = forms.CharField(label=_("Names from"), required=False, max_length=120)
