"""The search as its address says it: what is typed, within which pair, which list, which page."""

from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline.filters.errors import errors_of
from timeline.filters.record import FoundFilterSet
from timeline.filters.sets import ListFilterSet, said_in
from timeline.filters.words import span_from_words
from timeline.models import Country, Event
from timeline.queries import SameCountry, UnknownCountry, pair_place
from timeline.search import LONGEST_SEARCH, MOST_WORDS, NotSearchable, SearchTooLong, Text, read


class List(TextChoices):
    """Which of the lists is shown alone."""

    EVENTS = "events", _("Events")
    STATEMENTS = "statements", _("Statements")
    SOURCES = "sources", _("Sources")


class TextField(forms.CharField):
    """Take what is typed into the search box, and give it as it was read."""

    def clean(self, value: Any) -> Text:
        """Return the text with its words, phrases and date."""
        try:
            return read(value or "", span_from_words)
        except SearchTooLong as error:
            message = gettext("That is too long to look for. Use at most %(words)s words and %(letters)s characters.")
            raise ValidationError(message % {"words": MOST_WORDS, "letters": LONGEST_SEARCH}) from error
        except NotSearchable as error:
            raise ValidationError(gettext("Say also what to look for: a minus only takes away.")) from error


class PairField(forms.CharField):
    """Take two countries with a comma between them, by slug, code or name."""

    def clean(self, value: Any) -> tuple[Country, Country] | None:
        """Return the two countries in the order of their slugs, or None for nothing typed."""
        names = [name.strip() for name in (value or "").split(",")]
        if names == [""]:
            return None
        if len(names) != 2:
            raise ValidationError(gettext("A pair is two countries with a comma between them."))
        try:
            place = pair_place(*names)
        except UnknownCountry as unknown:
            raise ValidationError(
                gettext("No country is called “%(name)s”.") % {"name": unknown.text[:80]}
            ) from unknown
        except SameCountry as same:
            raise ValidationError(gettext("A pair is two countries, and these are one.")) from same
        return place.first, place.second


class _TextFilter(django_filters.Filter):
    field_class = TextField


class _PairFilter(django_filters.Filter):
    field_class = PairField


class SearchFilterSet(ListFilterSet):
    """Read the search from an address; other parameters mean nothing here."""

    q = _TextFilter(label=_("Search"))
    pair = _PairFilter(label=_("Between"))
    only = django_filters.ChoiceFilter(label=_("Show"), choices=List.choices)

    class Meta:
        model = Event
        fields: list[str] = []

    def __init__(self, data: QueryDict) -> None:
        super().__init__(said_in(data, self.base_filters))
        base = QueryDict(mutable=True)
        base.update({name: self.data[name] for name in ("q", "pair") if name in self.data})
        base["only"] = List.EVENTS.value
        self.of_events = FoundFilterSet(data, base)

    @property
    def typed(self) -> str:
        """Return the text as it was typed, cut where it is too long."""
        return str(self.data.get("q", ""))[: LONGEST_SEARCH + 1].strip()

    @property
    def text(self) -> Text | None:
        """Return what was read, or None where something in the address cannot be meant."""
        return self.form.cleaned_data["q"] if self.form.is_valid() else None

    @property
    def within(self) -> tuple[Country, Country] | None:
        """Return the two countries within whose events is searched."""
        found: tuple[Country, Country] | None = self.form.cleaned_data.get("pair")
        return found

    @property
    def shown_alone(self) -> str:
        """Return the list that is shown alone, or nothing."""
        only = str(self.form.cleaned_data.get("only") or "")
        return only or (List.EVENTS.value if self.of_events.data else "")

    @property
    def errors_by_field(self) -> dict[str, list[str]]:
        """Return what is wrong, by field, in sentences."""
        return errors_of(self.form)

    def query_with(self, **changes: str) -> str:
        """Return the query of this search with some parameters changed; an empty one is left out."""
        values = {name: str(self.data.get(name, "")) for name in ("q", "pair", "only")} | changes
        return urlencode({name: value for name, value in values.items() if value})

    @property
    def query_everywhere(self) -> str:
        """Return the query of this search in all pairs."""
        return self.query_with(pair="")

    @property
    def query_all_lists(self) -> str:
        """Return the query of this search in all lists."""
        return self.query_with(only="")


def page_number(data: QueryDict, most: int) -> int:
    """Return the number of a page; raise ``ValueError`` for what is no number from 1 to the most there can be."""
    text = data.get("page") or "1"
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most)) and 1 <= int(text) <= most):
        raise ValueError("no such page")
    return int(text)
