"""The fields of a list's filters: each takes what people type or choose, and says what cannot be meant."""

from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from timeline.filters.words import Span, span_from_words
from timeline.models import Country

LONGEST_TEXT = 256
MOST_WORDS = 32
MOST_LEADERS = MOST_COUNTRIES = 20


class ReadLater(django_filters.Filter):
    """Check a value; the list is cut by EventFilter, so nothing is done to a queryset here."""

    def filter(self, qs: QuerySet[Any], value: Any) -> QuerySet[Any]:
        """Leave the rows: EventFilter reads the value."""
        return qs


class SpanField(forms.CharField):
    """Take a date or a span as people type it, and give its first and last day."""

    def clean(self, value: Any) -> Span | None:
        """Return the two days, or None for nothing typed."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return span_from_words(text)
        except ValueError as error:
            raise ValidationError(str(error)) from error


class SpanFilter(ReadLater):
    """Filter by a date or a span."""

    field_class = SpanField


class WordsField(forms.CharField):
    """Take words to look for, as a search box does: phrases in quotation marks, OR, minus."""

    def clean(self, value: Any) -> str:
        """Return the words with single spaces; refuse what is too long, and what holds no letter and no figure."""
        text = " ".join(str(super().clean(value) or "").split())
        if len(text) > LONGEST_TEXT or len(text.split()) > MOST_WORDS:
            said = _("That is too long to look for. Use at most %(words)s words and %(letters)s characters.")
            raise ValidationError(said % {"words": MOST_WORDS, "letters": LONGEST_TEXT})
        if text and not any(mark.isalnum() for mark in text):
            raise ValidationError(_("There is no word in that to look for."))
        return text


class WordsFilter(ReadLater):
    """Filter by words of title and summary."""

    field_class = WordsField


class NamesField(forms.MultipleChoiceField):
    """Take the slugs or names of leaders; whom they mean, the form finds out."""

    def valid_value(self, value: Any) -> bool:
        """Take any text: only the record knows whether it is somebody's name."""
        return len(str(value)) <= LONGEST_TEXT

    def validate(self, value: list[Any]) -> None:
        """Refuse more names than a filter takes."""
        super().validate(value)
        if len(value) > MOST_LEADERS:
            raise ValidationError(_("Choose at most %(number)d leaders.") % {"number": MOST_LEADERS})


class NamesFilter(ReadLater):
    """Filter by leaders."""

    field_class = NamesField


class CountryKeysField(forms.MultipleChoiceField):
    """Take the slugs of countries, and give the countries by their slugs (1 query where one is named)."""

    def valid_value(self, value: Any) -> bool:
        """Take any text: only the record knows whether it is a country's key."""
        return len(str(value)) <= LONGEST_TEXT

    def clean(self, value: Any) -> dict[str, Country]:
        """Return the countries; refuse keys that no country has, and more than a filter takes."""
        slugs = super().clean(value)
        if len(slugs) > MOST_COUNTRIES:
            raise ValidationError(_("Choose at most %(number)d countries.") % {"number": MOST_COUNTRIES})
        found = {country.slug: country for country in Country.objects.filter(slug__in=slugs)} if slugs else {}
        if len(found) < len(set(slugs)):
            raise ValidationError(_("No country has this key. Choose one from the list."))
        return found


class CountryKeysFilter(ReadLater):
    """Filter by countries."""

    field_class = CountryKeysField
