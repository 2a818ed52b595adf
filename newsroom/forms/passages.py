"""Change which words support what is public."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from newsroom.forms.articles import VersionForm
from newsroom.forms.events import ChangeForm
from newsroom.models import TextVersion
from newsroom.models.content import NewPassage
from timeline.models import Citation, Event, Source, Statement

EVENT_FACTS = ("when", "kind", "modality", "summary", "place")
STATEMENT_FACTS = ("words", "speaker", "when")
PART = "part "


class PassagesForm(ChangeForm, VersionForm):
    """Take the passages that go, and the words that come: for which fact, from which of the stored texts."""

    gone = forms.TypedMultipleChoiceField(
        label=_("Take out"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    words = forms.CharField(
        label=_("Words of the text, exactly"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    fact = forms.ChoiceField(label=_("What they support"), required=False)
    source = forms.TypedChoiceField(label=_("In which text"), coerce=int, empty_value=None, required=False)

    def clean_words(self) -> str:
        """Return the words with line ends as stored texts have them."""
        return str(self.cleaned_data["words"]).replace("\r\n", "\n")

    def clean(self) -> dict[str, Any]:
        """Ask for all of a new passage, or for something to do."""
        cleaned = super().clean() or {}
        if cleaned.get("words"):
            for name, error in (("fact", _("Say what they support.")), ("source", _("Say in which text they stand."))):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, error)
        elif not cleaned.get("gone") and "gone" not in self.errors:
            self.add_error("words", _("Give the words of a new passage, or say which passage goes."))
        return cleaned

    @property
    def new(self) -> NewPassage | None:
        """Return the new passage; nothing where none is given."""
        data = self.cleaned_data
        if not data["words"]:
            return None
        is_part = data["fact"].startswith(PART)
        return NewPassage(
            field=Citation.Field.PARTICIPATION if is_part else data["fact"],
            source=data["source"],
            words=data["words"],
            place=int(data["fact"].removeprefix(PART)) if is_part else None,
        )


def passages_form_of(
    public: Event | Statement, passages: list[Citation], data: QueryDict | None = None
) -> PassagesForm:
    """Return the form of the passages of what is public; of texts only those that are stored here. Two queries."""
    form = PassagesForm(data, initial={"version": public.version})
    sources = {one.source_id: one.source for one in passages}
    stored = set(
        TextVersion.objects.filter(sha256__in=[one.text_hash for one in sources.values()]).values_list(
            "sha256", flat=True
        )
    )
    texts = [(one.pk, _named(one)) for one in sources.values() if one.text_hash in stored]
    form.fields["gone"].choices = [(one.pk, one.pk) for one in passages]  # type: ignore[attr-defined]
    form.fields["source"].choices = [("", _("Choose")), *texts]  # type: ignore[attr-defined]
    form.fields["fact"].choices = [("", _("Choose")), *_facts(public)]  # type: ignore[attr-defined]
    return form


def _named(source: Source) -> str:
    return f"{source.outlet}: {Truncator(source.title).chars(70)}"


def _facts(public: Event | Statement) -> list[tuple[str, Any]]:
    """Return what words can support, with each part of an event by its place."""
    facts = EVENT_FACTS if isinstance(public, Event) else STATEMENT_FACTS
    named: list[tuple[str, Any]] = [(key, _(str(Citation.Field(key).label))) for key in facts]
    if isinstance(public, Statement):
        return named
    rows = public.participations.select_related("country", "leader").order_by("position", "pk")
    return named + [
        (f"{PART}{place}", _("who took part: %(name)s") % {"name": row.leader.name if row.leader else row.country.name})
        for place, row in enumerate(rows)
    ]
