"""Change the fields of a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from newsroom.forms.fields import CountriesField, CountryField, WhenField, find_leader
from newsroom.models import Draft
from newsroom.models.content import EventContent, Figured, Participant, StatementContent
from newsroom.queries import PASSAGE_FIELDS, Desk, DraftRow
from timeline.kinds import GROUPS, KINDS
from timeline.models import Citation, Modality, Participation, Statement
from timeline.topics import TOPICS

MOST_PARTICIPANTS = 40
KIND_CHOICES = [
    ("", _("Choose")),
    *(
        (group.label, [(key, kind.label) for key, kind in KINDS.items() if kind.group == group.key])
        for group in GROUPS.values()
    ),
]


# Lists of suggestions that the templates hold; any other words may be typed.
COUNTRIES = forms.TextInput({"list": "countries", "autocomplete": "off"})
PEOPLE = forms.TextInput({"list": "people", "autocomplete": "off"})


class DraftForm(forms.Form):
    """Hold what the forms of events and statements share."""

    version = forms.IntegerField(min_value=1, max_value=2_000_000_000, widget=forms.HiddenInput)
    edtf = WhenField(label=_("When"), required=False, max_length=80)
    source_words = forms.CharField(label=_("The source’s words for it"), required=False, max_length=160)

    def dated(self, before: EventContent | StatementContent) -> dict[str, Any]:
        """Return the fields of the date; a date that a person changed says so."""
        data = self.cleaned_data
        is_same = data["edtf"] == before.edtf
        return {
            "edtf": data["edtf"],
            "source_words": data["source_words"],
            "resolved_from": before.resolved_from if is_same else "given by an editor",
        }


class EventForm(DraftForm):
    """Change the fields of a drafted event."""

    title = forms.CharField(label=_("Title, in our own words"), max_length=160)
    kind = forms.ChoiceField(label=_("Kind"), choices=KIND_CHOICES)
    modality = forms.ChoiceField(label=_("Did it take place"), choices=Modality.choices)
    place = forms.CharField(label=_("Place"), required=False, max_length=120)
    summary = forms.CharField(label=_("Summary"), required=False, max_length=1200, widget=forms.Textarea({"rows": 3}))
    topics = forms.MultipleChoiceField(
        label=_("What it was about"),
        required=False,
        choices=[(key, topic.label) for key, topic in TOPICS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    is_counterpart_unstated = forms.BooleanField(label=_("No other country took part"), required=False)

    def content(self, before: EventContent, participants: tuple[Participant, ...]) -> dict[str, Any]:
        """Return the whole content of the draft."""
        data = self.cleaned_data
        names = ("title", "kind", "modality", "place", "summary", "topics", "is_counterpart_unstated")
        changed = {name: data[name] for name in names}
        return replace(before, **changed, **self.dated(before), participants=participants).to_json()


class ParticipantForm(forms.Form):
    """Change one country's part in an event; an empty country takes the row out."""

    country = CountryField(label=_("Country"), required=False, max_length=120, widget=COUNTRIES)
    leader = forms.CharField(label=_("Person"), required=False, max_length=120, widget=PEOPLE)
    role = forms.ChoiceField(label=_("Role"), choices=Participation.Role.choices, required=False)
    side = forms.ChoiceField(label=_("Side"), choices=Participation.Side.choices, required=False)
    is_office_unknown = forms.BooleanField(label=_("Office not known"), required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for the country of a person."""
        cleaned = super().clean() or {}
        if cleaned.get("leader") and not cleaned.get("country") and "country" not in self.errors:
            self.add_error("country", _("Say for which country the person acted."))
        return cleaned

    @property
    def participant(self) -> Participant | None:
        """Return the part; nothing for an empty row."""
        data = self.cleaned_data
        if not data.get("country"):
            return None
        leader = find_leader(data["leader"]) if data["leader"] else None
        return Participant(
            country=data["country"],
            leader=leader.slug if leader else "",
            person="" if leader else data["leader"],
            role=data["role"] or "party",
            side=data["side"] or "actor",
            is_office_unknown=data["is_office_unknown"],
        )


class ParticipantForms(forms.BaseFormSet):  # type: ignore[type-arg]
    """Hold the parts in an event; two empty rows are for more."""

    def clean(self) -> None:
        """Refuse the same part twice."""
        if any(self.errors):
            return
        found = [(one.country, one.leader or one.person, one.role) for one in self.participants]
        if len(found) != len(set(found)):
            raise ValidationError(_("The same part stands here twice."))

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Return the parts that are filled in."""
        return tuple(part for form in self.forms if (part := form.participant) is not None)


_ParticipantFormSet = forms.formset_factory(
    ParticipantForm, formset=ParticipantForms, extra=2, max_num=MOST_PARTICIPANTS, absolute_max=MOST_PARTICIPANTS + 10
)


class StatementForm(DraftForm):
    """Change the fields of a drafted statement."""

    words = forms.CharField(label=_("Words"), max_length=2000, widget=forms.Textarea({"rows": 4}))
    speech = forms.ChoiceField(label=_("Given"), choices=Statement.Speech.choices)
    speaker = forms.CharField(label=_("Speaker"), max_length=160, widget=PEOPLE)
    country = CountryField(label=_("Speaks for"), required=False, max_length=120, widget=COUNTRIES)
    is_office_unknown = forms.BooleanField(label=_("Office not known"), required=False)
    channel = forms.CharField(label=_("Where it was said"), required=False, max_length=120)
    about = CountriesField(label=_("About (countries, with commas)"), required=False, max_length=400)
    event = forms.TypedChoiceField(label=_("Part of"), coerce=int, empty_value="", required=False)
    claim_subject = forms.CharField(label=_("Figure: what is counted"), required=False, max_length=200)
    claim_value = forms.DecimalField(label=_("Value"), required=False, max_digits=18, decimal_places=4)
    claim_unit = forms.CharField(label=_("Unit"), required=False, max_length=40)
    claim_direction = forms.ChoiceField(
        label=_("Direction"), required=False, choices=[("level", _("a level")), ("up", _("up")), ("down", _("down"))]
    )
    claim_is_approximate = forms.BooleanField(label=_("approximately"), required=False)
    claim_fact_check = forms.URLField(
        label=_("Figure: fact check by others (address)"), required=False, max_length=2000, assume_scheme="https"
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the whole of a figure."""
        cleaned = super().clean() or {}
        figure = [cleaned.get("claim_subject"), cleaned.get("claim_value") is not None, cleaned.get("claim_unit")]
        if any(figure) and not all(figure):
            self.add_error("claim_subject", _("A figure needs what is counted, a value and a unit."))
        if cleaned.get("claim_fact_check") and not any(figure) and "claim_subject" in self.fields:
            self.add_error("claim_fact_check", _("Say first which figure was checked."))
        return cleaned

    def content(self, before: StatementContent) -> dict[str, Any]:
        """Return the whole content of the draft."""
        data = self.cleaned_data
        leader = find_leader(data["speaker"])
        names = ("words", "speech", "country", "is_office_unknown", "channel", "about")
        return replace(
            before,
            **{name: data[name] for name in names},
            **self.dated(before),
            speaker=leader.slug if leader else "",
            speaker_name="" if leader else data["speaker"],
            event=data["event"] or 0,
            claims=self._claims(before),
        ).to_json()

    def _claims(self, before: StatementContent) -> tuple[Figured, ...]:
        """Return the figures: the first as the form has it, the others as they were."""
        data, first = self.cleaned_data, before.claims[0] if before.claims else Figured()
        if not data["claim_subject"]:
            return before.claims[1:]
        changed = replace(
            first,
            subject=data["claim_subject"],
            value=f"{data['claim_value']:f}",
            unit=data["claim_unit"],
            direction=data["claim_direction"] or "level",
            is_approximate=data["claim_is_approximate"],
            fact_check=data["claim_fact_check"],
        )
        return (changed, *before.claims[1:])


def participant_forms_of(content: EventContent, desk: Desk, data: QueryDict | None = None) -> ParticipantForms:
    """Return the rows of an event's participants."""
    initial = [
        {
            "country": str(desk.countries.get(part.country) or part.country),
            "leader": str(desk.leaders.get(part.leader) or part.person),
            "role": part.role,
            "side": part.side,
            "is_office_unknown": part.is_office_unknown,
        }
        for part in content.participants
    ]
    return _ParticipantFormSet(data, initial=initial, prefix="participants")  # type: ignore[return-value]


def form_of(
    draft: Draft, content: EventContent | StatementContent, desk: Desk, data: QueryDict | None = None
) -> DraftForm:
    """Return the form of a draft, filled with what it holds."""
    if isinstance(content, EventContent):
        names = ("title", "kind", "modality", "place", "summary", "is_counterpart_unstated", "edtf", "source_words")
        values = {name: getattr(content, name) for name in (*names, "topics")}
        return EventForm(data, initial={**values, "version": draft.version})
    form = StatementForm(data, initial={**_statement_values(content, desk), "version": draft.version})
    events = [(row.draft.number, row.content.title) for row in desk.drafts if isinstance(row.content, EventContent)]
    form.fields["event"].choices = [("", _("Stands alone")), *events]  # type: ignore[attr-defined]
    return form


def _statement_values(content: StatementContent, desk: Desk) -> dict[str, Any]:
    """Return what a statement's form shows at first."""
    names = ("words", "speech", "is_office_unknown", "channel", "edtf", "source_words")
    claim = content.claims[0] if content.claims else Figured()
    return {
        **{name: getattr(content, name) for name in names},
        "speaker": str(desk.leaders.get(content.speaker) or content.speaker_name),
        "country": str(desk.countries.get(content.country) or content.country),
        "about": ", ".join(str(desk.countries.get(slug) or slug) for slug in content.about),
        "event": content.event or "",
        **{
            f"claim_{name}": getattr(claim, name)
            for name in ("subject", "value", "unit", "direction", "is_approximate", "fact_check")
        },
    }


def content_of(
    form: DraftForm, parts: ParticipantForms | None, before: EventContent | StatementContent
) -> dict[str, Any]:
    """Return the content of a draft from its valid forms."""
    if isinstance(form, EventForm) and isinstance(before, EventContent):
        return form.content(before, parts.participants if parts else before.participants)
    if isinstance(form, StatementForm) and isinstance(before, StatementContent):
        return form.content(before)
    raise TypeError("The form is not that of the draft.")


class PassageForm(forms.Form):
    """Take words of a paragraph that support a field of a draft."""

    version = forms.IntegerField(min_value=1, max_value=2_000_000_000, widget=forms.HiddenInput)
    field = forms.ChoiceField(label=_("Supports"))
    paragraph = forms.IntegerField(label=_("Paragraph"), min_value=1, max_value=100_000)
    words = forms.CharField(label=_("Words, exactly as they stand"), max_length=1000)

    @property
    def paragraph_number(self) -> int:
        """Return the paragraph's number."""
        return int(self.cleaned_data["paragraph"])

    @property
    def passage(self) -> dict[str, Any]:
        """Return field, subject, words and expected version."""
        field, _separator, subject = self.cleaned_data["field"].partition("|")
        data = self.cleaned_data
        return {"field": field, "subject": subject, "words": data["words"], "expected_version": data["version"]}


def passage_form_of(row: DraftRow, data: QueryDict | None = None) -> PassageForm:
    """Return the form for another passage of a draft, with its fields and participations to choose from."""
    form = PassageForm(data, initial={"version": row.draft.version}, prefix="passage")
    labels = {str(value): label for value, label in Citation.Field.choices}
    choices = [(name, labels[name]) for name in PASSAGE_FIELDS[row.draft.kind]]
    choices += [
        (f"participation|{part.subject}", f"{labels['participation']}: {part.subject.replace(':', ' ')}")
        for part in row.participants
    ]
    form.fields["field"].choices = choices  # type: ignore[attr-defined]
    return form
