"""Read what people type: dates in plain words, countries and people by any of their names."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from timeline.gazetteer import search_key
from timeline.models import Leader
from timeline.queries import UnknownCountry, country_by_any_name
from timeline.values import When

DAY_SHAPES = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")
MONTH_SHAPES = ("%B %Y", "%b %Y")
THIRD = re.compile(r"(early|mid|late)[ -](.+)", re.IGNORECASE)
DAYS = re.compile(r"(\d{1,2}) ?(?:–|-|to|and) ?(\d{1,2}) (.+)", re.IGNORECASE)
NUMBERS = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}")


def _with_shape(text: str, shapes: tuple[str, ...]) -> date | None:
    """Return the day of a text in one of the shapes."""
    for shape in shapes:
        try:
            return datetime.strptime(text, shape).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def read_when(text: str) -> When:
    """Return the date of plain words (12 January 2026, early January 2026, 5 to 11 January 2026) or of EDTF.

    Raise ``ValueError`` with a sentence that says what is wrong.
    """
    plain = " ".join(text.replace(",", " ").split())
    if NUMBERS.fullmatch(plain):
        raise ValueError(_("Day or month first? Write the month as a word, as in 12 January 2026."))
    if found := _with_shape(plain, DAY_SHAPES):
        return When.day(found)
    if found := _with_shape(plain, MONTH_SHAPES):
        return When.month(found.year, found.month)
    if (third := THIRD.fullmatch(plain)) and (month := _with_shape(third[2], MONTH_SHAPES)):
        return When.part_of_month(month.year, month.month, cast(Any, third[1].lower()))
    if (days := DAYS.fullmatch(plain)) and (month := _with_shape(days[3], MONTH_SHAPES)):
        return When.within(month.replace(day=int(days[1])), month.replace(day=int(days[2])))
    return When.parse(text.strip())


class WhenField(forms.CharField):
    """Take a date in plain words or as EDTF; the clean value is EDTF text."""

    def clean(self, value: Any) -> Any:
        """Return the EDTF text; empty stays empty where nothing is required."""
        text = super().clean(value)
        if not text:
            return ""
        try:
            return read_when(text).edtf
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
