"""The filter of a list of statements, as its address says it."""

import django_filters
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from timeline.filters.fields import CountryKeysFilter, SpanFilter, WordsFilter
from timeline.filters.sets import SPEECH, ListFilterSet, Order, said_in
from timeline.models import Statement
from timeline.queries.statements import StatementFilter


class StatementFilterSet(ListFilterSet):
    """Read which of a leader's statements shall be shown, and in which order; the oldest come first."""

    default_order = Order.OLDEST

    speech = django_filters.MultipleChoiceFilter(label=_("Form"), choices=SPEECH)
    country = CountryKeysFilter(label=_("About"))
    when = SpanFilter(label=_("When"), max_length=200)
    q = WordsFilter(label=_("Words"), max_length=20_000)
    order = django_filters.ChoiceFilter(label=_("Order"), choices=Order.choices, empty_label=None)

    class Meta:
        model = Statement
        fields: list[str] = []

    def __init__(self, data: QueryDict) -> None:
        super().__init__(said_in(data, self.base_filters))

    @cached_property
    def chosen(self) -> StatementFilter | None:
        """Return what the list shall show, or None where something in the address cannot be meant."""
        if not self.form.is_valid():
            return None
        said = self.form.cleaned_data
        first, last = said["when"] or (None, None)
        return StatementFilter(
            speech=tuple(key for key, _ in SPEECH if key in (said["speech"] or ())),
            countries=tuple(sorted(country.pk for country in (said.get("country") or {}).values())),
            text=said["q"] or "",
            earliest=first,
            latest=last,
            is_newest_first=said["order"] == Order.NEWEST,
        )

    def label_of(self, name: str, value: str) -> str:
        """Return what a value means, in words."""
        known = getattr(self.form, "cleaned_data", {}).get("country") or {} if name == "country" else {}
        if value in known:
            return str(known[value].label)
        words = {str(key): str(label) for key, label in SPEECH} if name == "speech" else {}
        return words.get(value) or super().label_of(name, value)


class StatementsOnFilterSet(StatementFilterSet):
    """Read which of a leader's statements on one country shall be shown."""

    country = None  # type: ignore[assignment]
