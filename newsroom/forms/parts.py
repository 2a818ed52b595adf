"""Change who took part in a public event."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from newsroom.actions.standing import passages_of
from newsroom.forms.drafts import MOST_PARTICIPANTS, ParticipantForm, ParticipantForms
from newsroom.forms.fields import find_leader
from newsroom.models.content import PublicPart
from timeline.models import Event, Participation

PREFIX = "parts"


class PartForm(ParticipantForm):
    """Change a part that is public, or add one that rests on a passage of the event; an empty country takes it out."""

    place = forms.IntegerField(required=False, min_value=0, max_value=MOST_PARTICIPANTS, widget=forms.HiddenInput)
    passage = forms.TypedChoiceField(
        label=_("Which words show it"), required=False, coerce=int, empty_value=None, choices=[]
    )

    def __init__(self, *args: Any, passages: list[tuple[int, str]], **options: Any) -> None:
        """Offer the passages of the event, and no list that its page does not hold."""
        super().__init__(*args, **options)
        self.fields["passage"].choices = [("", _("Choose")), *passages]  # type: ignore[attr-defined]
        for name in ("country", "leader"):
            self.fields[name].widget.attrs.pop("list", None)

    def clean(self) -> dict[str, Any]:
        """Ask for a person that the record has, and for the words on which a new part rests."""
        cleaned = super().clean() or {}
        if cleaned.get("leader") and self._leader() is None:
            self.add_error("leader", _("The record has nobody, or several people, of this name."))
        if cleaned.get("country") and cleaned.get("place") is None and not cleaned.get("passage"):
            self.add_error("passage", _("Say which words show that this country took part."))
        return cleaned

    def _leader(self) -> str | None:
        """Return who acted; a name that several people bear still means the one who stands there."""
        text = self.cleaned_data["leader"]
        if text and text == self.initial.get("leader"):
            return str(self.initial["slug"])
        found = find_leader(text) if text else None
        return found.slug if found else None

    @property
    def part(self) -> PublicPart | None:
        """Return the part; nothing for an empty row."""
        data = self.cleaned_data
        if not data.get("country"):
            return None
        return PublicPart(
            country=data["country"],
            leader=self._leader() or "",
            role=data["role"] or Participation.Role.PARTY,
            side=data["side"] or Participation.Side.ACTOR,
            is_office_unknown=data["is_office_unknown"],
            place=data["place"],
            passage=data["passage"],
        )


class PartForms(ParticipantForms):
    """Hold the parts in a public event; two empty rows are for more."""

    @property
    def participants(self) -> tuple[PublicPart, ...]:
        """Return the parts that are filled in."""
        return tuple(part for form in self.forms if (part := form.part) is not None)


_PartFormSet = forms.formset_factory(
    PartForm, formset=PartForms, extra=2, max_num=MOST_PARTICIPANTS, absolute_max=MOST_PARTICIPANTS + 10
)


def part_forms_of(event: Event, data: QueryDict | None = None) -> PartForms | None:
    """Return the rows of those who took part; nothing where they are more than a form holds (2 queries)."""
    rows = list(event.participations.select_related("country", "leader").order_by("position", "pk"))
    if len(rows) > MOST_PARTICIPANTS:
        return None
    sent = data if data is not None and f"{PREFIX}-TOTAL_FORMS" in data else None
    passages = [(one.pk, f"{Truncator(one.exact).chars(80)} ({one.source.outlet})") for one in passages_of(event)]
    return _PartFormSet(  # type: ignore[return-value]
        sent,
        initial=[_initial(row, place) for place, row in enumerate(rows)],
        prefix=PREFIX,
        form_kwargs={"passages": passages},
    )


def _initial(row: Participation, place: int) -> dict[str, Any]:
    return {
        "place": place,
        "country": row.country.name,
        "leader": row.leader.name if row.leader else "",
        "slug": row.leader.slug if row.leader else "",
        "role": row.role,
        "side": row.side,
        "is_office_unknown": row.is_office_unknown,
    }
