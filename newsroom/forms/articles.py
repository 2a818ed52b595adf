"""Take in articles, and change what is known of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.conf.locale import LANG_INFO
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsroom.actions import ARTICLE_DETAILS, LARGEST_FILE, LARGEST_TEXT
from newsroom.forms.fields import WhenField
from newsroom.models import Article, Draft
from newsroom.values import Given


class TextField(forms.CharField):
    """Take a text as it is: spaces stay, and NUL is left to the reading, which removes it and says so."""

    widget = forms.Textarea

    def __init__(self, **options: Any) -> None:
        """Keep the text unstripped."""
        super().__init__(strip=False, **options)
        self.validators = []


class PasteForm(forms.Form):
    """Take an article as pasted text or as a file, with what the person knows of it."""

    text = TextField(label=_("Text"), required=False, max_length=None)
    file = forms.FileField(label=_("Or a file"), required=False, help_text=_("A text file or a saved page."))
    address = forms.CharField(label=_("Address"), required=False, max_length=2000)
    outlet = forms.CharField(label=_("Outlet"), required=False, max_length=120)
    published = WhenField(label=_("Published"), required=False, max_length=40)
    is_one_article = forms.BooleanField(label=_("It is one article"), required=False)

    def clean_published(self) -> str:
        """Return the day; an article is published on one day."""
        return _one_day(self.cleaned_data["published"])

    def clean(self) -> dict[str, Any]:
        """Ask for one text; refuse what is too large before it is read."""
        cleaned = super().clean() or {}
        file, text = cleaned.get("file"), cleaned.get("text") or ""
        if file and text.strip():
            self.add_error("file", _("Give a text or a file, not both."))
        elif not file and not text.strip() and "file" not in self.errors:
            self.add_error("text", _("There is no text. Paste the article here, or choose a file."))
        if file and file.size > LARGEST_FILE:
            self.add_error("file", _("This is too large: at most 8 MB of a file are read. Paste the story alone."))
        if len(text) > LARGEST_TEXT:
            self.add_error("text", _("This is too large: at most 2 MB are read. Paste the story alone."))
        return cleaned

    @property
    def source(self) -> str | bytes:
        """Return what was given: text, or the bytes of the file."""
        file = self.cleaned_data.get("file")
        return bytes(file.read()) if file else str(self.cleaned_data["text"])

    @property
    def given(self) -> Given:
        """Return what the person knows of it."""
        data = self.cleaned_data
        return Given(address=data["address"].strip(), outlet=data["outlet"].strip(), published=data["published"])


def _one_day(edtf: str) -> str:
    """Return an EDTF text that is one day; raise ``ValidationError`` for a longer span."""
    if edtf and len(edtf) != len("2026-01-12"):
        raise ValidationError(_("Give the day, as in 12 January 2026."))
    return edtf


class VersionForm(forms.Form):
    """Take the version that was shown, so that no change of somebody else is lost."""

    version = forms.IntegerField(min_value=1, max_value=2_000_000_000, widget=forms.HiddenInput)


class SecondSourceForm(forms.Form):
    """Take the event that a draft is another source for."""

    event = forms.IntegerField(min_value=1, max_value=2_000_000_000, widget=forms.HiddenInput)

    @property
    def event_id(self) -> int:
        """Return the event's id; 0, which none has, where the form has none."""
        return int(self.cleaned_data["event"]) if self.is_valid() else 0


class WithdrawalForm(VersionForm):
    """Take the reason for which something public is taken back; readers see it."""

    reason = forms.CharField(label=_("Why (readers will see it)"), max_length=500)


def language_choices(present: str) -> list[tuple[str, str]]:
    """Return the languages by their names, with their codes (BCP 47); the present one too where no list has it."""
    names = {present: present} | {code: gettext(about["name"]) for code, about in LANG_INFO.items() if "name" in about}
    return sorted(names.items(), key=lambda one: one[1])


class ArticleForm(forms.ModelForm):  # type: ignore[type-arg]
    """Change what is known of an article."""

    published = WhenField(label=_("Published"), required=False, max_length=40)
    updated = WhenField(label=_("Updated"), required=False, max_length=40)
    dateline_place = forms.CharField(label=_("Place of the dateline"), required=False, max_length=120)
    dateline_on = WhenField(label=_("Day of the dateline"), required=False, max_length=40)
    address = forms.URLField(label=_("Address"), required=False, max_length=2000, assume_scheme="https")
    archive_address = forms.URLField(
        label=_("Archived copy"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        help_text=_("Where an archive keeps the page as it was, so that readers find the words when it is gone."),
    )
    version = forms.IntegerField(min_value=1, max_value=2_000_000_000, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = ARTICLE_DETAILS

    field_order = (*Meta.fields, "version")

    def __init__(self, *args: Any, **options: Any) -> None:
        """Offer the languages by their names."""
        super().__init__(*args, **options)
        self.fields["language"] = forms.ChoiceField(
            label=_("Language"), choices=language_choices(self.instance.language)
        )

    def clean_published(self) -> str:
        """Return the day."""
        return _one_day(self.cleaned_data["published"])

    def clean_updated(self) -> str:
        """Return the day."""
        return _one_day(self.cleaned_data["updated"])

    def clean_dateline_on(self) -> date | None:
        """Return the day as a date."""
        day = _one_day(self.cleaned_data["dateline_on"])
        return date.fromisoformat(day) if day else None

    def clean(self) -> dict[str, Any]:
        """Refuse a change before the publication."""
        cleaned = super().clean() or {}
        if cleaned.get("updated") and cleaned["updated"] < cleaned.get("published", ""):
            self.add_error("updated", _("It was changed before it was published: one of the days is wrong."))
        return cleaned

    def _get_validation_exclusions(self) -> set[str]:
        """Leave it to the action to say that an address is taken."""
        return {*super()._get_validation_exclusions(), "address", "version"}  # type: ignore[misc]


class AddDraftForm(forms.Form):
    """Take words of a paragraph that the program missed."""

    kind = forms.ChoiceField(label=_("It is"), choices=Draft.Kind.choices)
    paragraph = forms.IntegerField(label=_("Paragraph"), min_value=1, max_value=100_000)
    words = forms.CharField(
        label=_("Words, exactly as they stand"), max_length=1000, widget=forms.Textarea({"rows": 3})
    )
