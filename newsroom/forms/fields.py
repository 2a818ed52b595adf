"""Read what people type: dates in plain words, countries and people by any of their names."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from timeline.filters import when_from_words
from timeline.gazetteer import search_key
from timeline.models import Leader
from timeline.queries import UnknownCountry, country_by_any_name


class WhenField(forms.CharField):
    """Take a date in plain words or as EDTF; the clean value is EDTF text."""

    def clean(self, value: Any) -> Any:
        """Return the EDTF text; empty stays empty where nothing is required."""
        text = super().clean(value)
        if not text:
            return ""
        try:
            return when_from_words(text).edtf
        except ValueError as error:
            raise ValidationError(str(error)) from error


class CountryField(forms.CharField):
    """Take a country by any of its names; the clean value is its slug."""

    def clean(self, value: Any) -> Any:
        """Return the slug."""
        text = super().clean(value)
        if not text:
            return ""
        try:
            return country_by_any_name(text).slug
        except UnknownCountry as error:
            raise ValidationError(_("The record has no country “%(text)s”."), params={"text": text}) from error


def find_leader(text: str) -> Leader | None:
    """Return the leader whom a name means; nothing where nobody, or more than one."""
    key = search_key(text)
    found = Leader.objects.filter(
        Q(name__iexact=text) | Q(slug=text) | Q(family_name__iexact=text) | Q(names__search_key=key)
    )
    people = list(found.distinct().order_by("pk")[:2])
    return people[0] if len(people) == 1 else None


class CountriesField(forms.CharField):
    """Take countries by name, separated by commas; the clean value is a tuple of slugs."""

    def clean(self, value: Any) -> Any:
        """Return the slugs, each once."""
        text = super().clean(value)
        one = CountryField()
        return tuple(dict.fromkeys(one.clean(part) for part in text.split(",") if part.strip()))
