"""Show on which words something public rests, with the form that changes them."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from newsroom.actions import can_take_passages_back
from newsroom.actions.standing import passages_of
from newsroom.forms import PassagesForm, passages_form_of
from timeline.models import Citation, Event, Statement


@dataclass(frozen=True, slots=True)
class PassagesPage:
    """Hold what is public with its passages and the form that changes them; both addresses are of the newsroom."""

    public: Event | Statement
    name: str
    title: str
    language: str
    passages: list[Citation]
    form: PassagesForm
    can_be_taken_back: bool

    @property
    def sent(self) -> PassagesForm:
        """Return the only form."""
        return self.form

    @property
    def has_stored_text(self) -> bool:
        """Return whether a text is stored here from which words can be taken."""
        return len(self.form.fields["source"].choices) > 1  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[int]:
        """Return the passages that are to go, as they were ticked."""
        given = self.form["gone"].value() or []
        return [int(one) for one in given if str(one).isdecimal()]


def passages_page(public: Event | Statement, data: QueryDict | None = None) -> PassagesPage:
    """Return what is public for changing its passages. Five queries."""
    if isinstance(public, Event):
        name, title, language, rows = "event", public.title, "en", passages_of(public)
    else:
        name, title, language = "statement", public.words, public.language
        rows = Citation.objects.filter(statement=public).order_by("pk")
    passages = list(rows.select_related("source", "participation__leader", "participation__country"))
    return PassagesPage(
        public=public,
        name=name,
        title=title,
        language=language,
        passages=passages,
        form=passages_form_of(public, passages, data),
        can_be_taken_back=can_take_passages_back(public),
    )
