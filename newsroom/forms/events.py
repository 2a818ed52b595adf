"""Change what is public."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from newsroom.forms.articles import VersionForm
from newsroom.forms.drafts import EventForm, StatementForm
from newsroom.forms.fields import find_leader
from newsroom.forms.parts import PartForms, part_forms_of
from timeline.models import Event, Revision, Statement
from timeline.pages.dates import when_text

NUMBER = re.compile(r"(?:.*/events/)?(\d{1,18})(?:[/?#].*)?")
CHANGES = [
    (Revision.Kind.CORRECTION, _("Correction: it said something wrong. It is told in the log of corrections.")),
    (Revision.Kind.UPDATE, _("Update: more is known.")),
    (Revision.Kind.TYPO, _("Typing error: it means the same.")),
]


class ChangeForm(forms.Form):
    """Say what sort of change it is and why."""

    change = forms.ChoiceField(label=_("What sort of change"), choices=CHANGES, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Why (readers will see it)"), required=False, max_length=500)

    def __init__(self, *args: Any, **options: Any) -> None:
        """Ask for the date where there is one, which only a draft may lack."""
        super().__init__(*args, **options)
        if "edtf" in self.fields:
            self.fields["edtf"].required = True

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of a correction."""
        cleaned = super().clean() or {}
        if cleaned.get("change") == Revision.Kind.CORRECTION and not cleaned.get("reason"):
            self.add_error("reason", _("Say why, in a sentence that readers will see."))
        return cleaned


class CorrectionForm(ChangeForm, EventForm):
    """Change the fields of a public event, and who took part where that is sent too."""

    is_counterpart_unstated = None  # type: ignore[assignment]  # takes the field of drafts out
    is_office_unknown = forms.BooleanField(
        label=_("Say “office not known” where none is recorded for a new date"), required=False
    )

    def __init__(self, *args: Any, parts: PartForms | None, **options: Any) -> None:
        """Take the rows of those who took part; None where they are more than a form holds."""
        super().__init__(*args, **options)
        self.parts = parts

    def clean(self) -> dict[str, Any]:
        """Say that something is wrong with who took part, which stands at its row."""
        cleaned = super().clean()
        if self.parts is not None and self.parts.is_bound and not self.parts.is_valid():
            self.add_error(None, [_("Look at who took part."), *self.parts.non_form_errors()])
        return cleaned

    @property
    def changed_fields(self) -> dict[str, Any]:
        """Return what the event is to say."""
        data = self.cleaned_data
        names = ("title", "kind", "modality", "place", "summary", "edtf", "source_words", "is_office_unknown")
        parts = self.parts.participants if self.parts is not None and self.parts.is_bound else None
        return {**{name: data[name] for name in names}, "topics": tuple(sorted(data["topics"])), "parts": parts}


class StatementCorrectionForm(ChangeForm, StatementForm):
    """Change the fields of a public statement; its figures stay, but for where they were checked."""

    # Takes the fields of drafts out.
    event = None  # type: ignore[assignment]
    claim_subject = claim_value = claim_unit = None  # type: ignore[assignment]
    claim_direction = claim_is_approximate = None  # type: ignore[assignment]

    def __init__(self, *args: Any, **options: Any) -> None:
        """Take the lists of suggestions off, which only the desk of an article holds."""
        super().__init__(*args, **options)
        for name in ("speaker", "country"):
            self.fields[name].widget.attrs.pop("list", None)
        if not self.initial["has_figure"]:
            del self.fields["claim_fact_check"]

    @property
    def changed_fields(self) -> dict[str, Any]:
        """Return what the statement is to say."""
        data, given = self.cleaned_data, self.initial
        # A name that several people bear still means the one who stands there.
        is_same = data["speaker"] == given["speaker"]
        found = None if is_same else find_leader(data["speaker"])
        leader = given["leader"] if is_same else found and found.slug
        names = ("words", "speech", "is_office_unknown", "channel", "about", "edtf", "source_words")
        return {
            **{name: data[name] for name in names},
            "country": data["country"] or None,
            "leader": leader,
            "speaker_name": given["speaker_name"] if is_same else "" if leader else data["speaker"],
            "fact_check": data.get("claim_fact_check", ""),
        }


def statement_correction_form_of(statement: Statement, data: QueryDict | None = None) -> StatementCorrectionForm:
    """Return the form of a public statement, filled with what it says."""
    names = ("version", "words", "speech", "speaker_name", "is_office_unknown", "channel", "edtf", "source_words")
    about, figure = statement.about.order_by("sort_key", "pk"), statement.claims.order_by("pk").first()
    return StatementCorrectionForm(
        data,
        initial={
            **{name: getattr(statement, name) for name in names},
            "leader": statement.leader.slug if statement.leader else None,
            "speaker": statement.leader.name if statement.leader else statement.speaker_name,
            "country": statement.country.name if statement.country else "",
            "about": ", ".join(country.name for country in about),
            "has_figure": figure is not None,
            "claim_fact_check": figure.fact_check if figure else "",
        },
    )


def correction_form_of(event: Event, data: QueryDict | None = None) -> CorrectionForm:
    """Return the form of a public event, filled with what it says."""
    names = ("version", "title", "kind", "modality", "place", "summary", "edtf", "source_words")
    topics = [topic.topic for topic in event.topics.all()]
    initial = {**{name: getattr(event, name) for name in names}, "topics": topics}
    return CorrectionForm(data, initial=initial, parts=part_forms_of(event, data))


def event_number(text: str) -> int | None:
    """Return the number of the event that a number or an address names; nothing where it names none."""
    found = NUMBER.fullmatch(text.strip())
    return int(found[1]) if found else None


class MergeForm(VersionForm):
    """Take the event that tells the same, chosen from the likely ones or by its number or address."""

    other = forms.TypedChoiceField(
        label=_("It tells the same as"), coerce=int, empty_value=None, required=False, widget=forms.RadioSelect
    )
    address = forms.CharField(label=_("Or another event, by number or address"), required=False, max_length=400)
    merge_reason = forms.CharField(label=_("Why (readers will see it)"), max_length=500)

    def clean(self) -> dict[str, Any]:
        """Ask for the other event."""
        cleaned = super().clean() or {}
        address, chosen = cleaned.get("address", ""), cleaned.get("other")
        cleaned["into_id"] = event_number(address) if address else chosen
        if "other" not in self.errors and cleaned["into_id"] is None:
            wrong = _("Give the number or the address of an event.") if address else ""
            self.add_error("address", wrong or _("Say which event it is the same as."))
        return cleaned


def merge_form_of(event: Event, likely: list[Event], data: QueryDict | None = None) -> MergeForm:
    """Return the form that merges an event, with the events that it may be the same as."""
    form = MergeForm(data, initial={"version": event.version}, auto_id="merge-%s")
    form.fields["other"].choices = [(one.pk, f"{one.title}, {when_text(one.when)}") for one in likely]  # type: ignore[attr-defined]
    return form
