"""The filters of lists of the whole record: a leader's events, archives by date, threads, what a search found."""

from dataclasses import replace

from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from timeline.filters.fields import CountryKeysFilter
from timeline.filters.sets import EventFilterSet, Shown
from timeline.queries import EventFilter


class RecordFilterSet(EventFilterSet):
    """Read what a list of the whole record shall show: by country as well, and nothing is only mentioned there."""

    mentions = None
    country = CountryKeysFilter(label=_("Country"))

    @cached_property
    def chosen(self) -> EventFilter | None:
        """Return what the list shall show, or None where something in the address cannot be meant."""
        chosen = super().chosen
        if chosen is None or not self.data:
            return chosen
        countries = self.form.cleaned_data["country"].values()
        return replace(chosen, countries=tuple(sorted(country.pk for country in countries)))

    def label_of(self, name: str, value: str) -> str:
        """Return what a value means, in words."""
        known = getattr(self.form, "cleaned_data", {}).get("country") or {} if name == "country" else {}
        return str(known[value].label) if value in known else super().label_of(name, value)


class DatesFilterSet(RecordFilterSet):
    """Read what an archive by date shall show: its dates are those of its address."""

    when = after = before = None  # type: ignore[assignment]


class DayOfYearFilterSet(RecordFilterSet):
    """Read what a day of any year shall show."""

    when = after = before = None  # type: ignore[assignment]


class FoundFilterSet(RecordFilterSet):
    """Read which of the events that a search found shall be shown; its words and dates stay as they are."""

    q = when = after = before = order = None  # type: ignore[assignment]
    default_show = Shown.ALL

    def __init__(self, data: QueryDict, base: QueryDict) -> None:
        super().__init__(data)
        self.base = base


class StoryFilterSet(RecordFilterSet):
    """Read what a thread shall show: everything in it, in the editor's order, unless asked otherwise."""

    order = None
    default_show = Shown.ALL
