"""The filter of a list of events, as its address says it: an error is shown, and never all rows instead."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet, TextChoices
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline.filters.words import Span, span_from_words
from timeline.kinds import KINDS, kinds_by_group
from timeline.models import EventPair, Modality
from timeline.models.leader import Office
from timeline.queries import Cursor, EventFilter


class Order(TextChoices):
    """Which end of the list comes first."""

    NEWEST = "newest", _("Newest first")
    OLDEST = "oldest", _("Oldest first")


class Shown(TextChoices):
    """Which acts are shown; one that happened needs no word."""

    HAPPENED = "happened", _("What happened")
    PLANNED = "planned", _("What is planned")
    CANCELLED = "cancelled", _("What was cancelled")
    NOT_HAPPENED = "other", _("Alleged, denied, conditional")
    ALL = "all", _("All of these")


MODALITIES: dict[str, tuple[str, ...]] = {
    Shown.HAPPENED: (Modality.HAPPENED,),
    Shown.PLANNED: (Modality.PLANNED,),
    Shown.CANCELLED: (Modality.CANCELLED,),
    Shown.NOT_HAPPENED: (Modality.ALLEGED, Modality.NEGATED, Modality.HYPOTHETICAL),
    Shown.ALL: (),
}
LEVELS = (
    (Office.Level.LEADER, _("Leaders")),
    (Office.Level.MINISTER, _("Ministers")),
    (Office.Level.OFFICIAL, _("Officials")),
)


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


class SpanFilter(django_filters.Filter):
    """Filter by a span; the list is cut by EventFilter, so nothing is done to a queryset here."""

    field_class = SpanField

    def filter(self, qs: QuerySet[Any], value: Any) -> QuerySet[Any]:
        """Leave the rows: EventFilter reads the value."""
        return qs


class EventFilterForm(forms.Form):
    """Check what only two fields together can say."""

    def clean(self) -> dict[str, Any]:
        """Refuse an end before its start."""
        cleaned = super().clean() or {}
        after, before = cleaned.get("after"), cleaned.get("before")
        if after and before and after[0] and before[1] and before[1] < after[0]:
            self.add_error("before", gettext("The end lies before the start."))
        return cleaned


@dataclass(frozen=True)
class Chip:
    """A filter that is set, in words, and the address without it."""

    label: str
    query: str


def said_in(data: QueryDict, names: Iterable[str]) -> QueryDict:
    """Return what an address says of a list: the known names with values; of a name that may stand once, the last.

    Of more kinds than there are, one more is kept: it cannot be meant, and a thousand would say so a thousand times.
    """
    said = QueryDict(mutable=True)
    for name in names:
        values = [value for value in data.getlist(name) if value.strip()]
        if values:
            said.setlist(name, list(dict.fromkeys(values))[: len(KINDS) + 1] if name == "kind" else values[-1:])
    return said


class EventFilterSet(django_filters.FilterSet):
    """Read kind, time, level, what is shown, mentions and order from an address; other parameters mean nothing here."""

    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind"),
        choices=[(group.label, [(kind.key, kind.label) for kind in kinds]) for group, kinds in kinds_by_group()],
    )
    when = SpanFilter(label=_("When"), max_length=200)
    after = SpanFilter(label=_("From"), max_length=200)
    before = SpanFilter(label=_("Until"), max_length=200)
    level = django_filters.ChoiceFilter(label=_("Who"), choices=LEVELS, empty_label=_("Everyone"))
    show = django_filters.ChoiceFilter(label=_("Show"), choices=Shown.choices, empty_label=None)
    mentions = django_filters.ChoiceFilter(label=_("Mentions"), choices=[("yes", _("With mentions"))])
    order = django_filters.ChoiceFilter(label=_("Order"), choices=Order.choices, empty_label=None)

    class Meta:
        model = EventPair
        form = EventFilterForm
        fields: list[str] = []

    def __init__(self, data: QueryDict) -> None:
        super().__init__(said_in(data, self.base_filters), queryset=EventPair.objects.none())

    @classmethod
    def from_query(cls, query: str) -> "EventFilterSet":
        """Read the filters from a query string."""
        return cls(QueryDict(query))

    @property
    def chosen(self) -> EventFilter | None:
        """Return what the list shall show, or None where something in the address cannot be meant."""
        if not self.form.is_valid():
            return None
        said = self.form.cleaned_data
        chosen = EventFilter(
            kinds=tuple(key for key in KINDS if key in (said["kind"] or ())),
            levels=(said["level"],) if said["level"] else (),
            modalities=MODALITIES[said["show"] or Shown.HAPPENED],
            includes_mentions=bool(said["mentions"]),
            is_oldest_first=said["order"] == Order.OLDEST,
        )
        firsts = [span[0] for span in (said["when"], said["after"]) if span and span[0]]
        lasts = [span[1] for span in (said["when"], said["before"]) if span and span[1]]
        return replace(chosen, earliest=max(firsts, default=None), latest=min(lasts, default=None))

    @property
    def errors_by_field(self) -> dict[str, list[str]]:
        """Return what is wrong, by field, in sentences."""
        return {name: [str(error) for error in errors] for name, errors in self.form.errors.items()}

    @property
    def kinds_chosen(self) -> list[str]:
        """Return the kinds as the address names them."""
        return list(self.data.getlist("kind"))

    levels = LEVELS
    shown = Shown.choices
    orders = Order.choices

    @property
    def chips(self) -> list[Chip]:
        """Return each filter that is set with the query that has all others."""
        names = ("kind", "when", "after", "before", "level", "show", "mentions")
        return [
            Chip(self._label(name, value), self._without(name, value))
            for name in names
            for value in self.data.getlist(name)
            if not (name == "show" and value == Shown.HAPPENED)
        ]

    def _label(self, name: str, value: str) -> str:
        if name in {"when", "after", "before"}:
            shown = value if len(value) <= 40 else f"{value[:39]}…"
            return f"{self.filters[name].label}: {shown}"
        if name == "kind":
            return KINDS[value].label if value in KINDS else value[:40]
        choices = [*LEVELS, *Shown.choices, ("yes", _("With mentions"))]
        return next((str(label) for key, label in choices if key == value), value[:40])

    def _without(self, name: str, value: str) -> str:
        query = self.query
        query.setlist(name, [other for other in query.getlist(name) if other != value])
        return query.urlencode()

    @property
    def query(self) -> QueryDict:
        """Return a copy of what the address says of this list."""
        query: QueryDict = self.data.copy()
        return query

    def query_to(self, name: str, cursor: Cursor | None) -> str:
        """Return the query of this list's page that follows or precedes a place; nothing without one."""
        if cursor is None:
            return ""
        query = self.query
        query[name] = str(cursor)
        return query.urlencode()


@dataclass(frozen=True)
class PlaceInList:
    """Where a page of a list begins or ends."""

    after: Cursor | None = None
    before: Cursor | None = None


def place_in_list(data: QueryDict) -> PlaceInList:
    """Read the place of a page from an address; raise ``ValueError`` for one that no page of ours links to."""
    following, preceding = data.get("following", ""), data.get("preceding", "")
    if following and preceding:
        raise ValueError("a page begins after one event or ends before one")
    return PlaceInList(
        Cursor.parse(following) if following else None,
        Cursor.parse(preceding) if preceding else None,
    )
