"""The filter of a list of events, as its address says it: an error is shown, and never all rows instead."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import django_filters
from django import forms
from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline.filters.errors import errors_of, short
from timeline.filters.fields import MOST_COUNTRIES, MOST_LEADERS, NamesFilter, SpanFilter, WordsFilter
from timeline.filters.words import Span
from timeline.kinds import GROUPS, KINDS, kinds_by_group
from timeline.models import EventPair, Leader, Modality, Statement
from timeline.models.leader import Office
from timeline.queries import Cursor, EventFilter, ListOwner, leaders_called
from timeline.topics import TOPICS


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
SPEECH = (
    (Statement.Speech.DIRECT, _("Their own words")),
    (Statement.Speech.MIXED, _("Reported, with quoted words")),
    (Statement.Speech.INDIRECT, _("Reported")),
    (Statement.Speech.OFFICIAL_TEXT, _("Official text")),
)
LEVELS = (
    (Office.Level.LEADER, _("Leaders")),
    (Office.Level.MINISTER, _("Ministers")),
    (Office.Level.OFFICIAL, _("Officials")),
)


# The names that may stand several times in an address, and how many values each has at most.
SEVERAL = {
    "kind": len(KINDS), "level": len(LEVELS), "leader": MOST_LEADERS, "country": MOST_COUNTRIES, "topic": len(TOPICS),
    "speech": len(SPEECH),
}  # fmt: skip
# What is taken away together where a list is empty, and the names that say it.
DIMENSIONS = {
    "kind": ("kind",), "level": ("level",), "leader": ("leader",), "country": ("country",), "topic": ("topic",),
    "speech": ("speech",), "text": ("q",), "date": ("when", "after", "before"), "show": ("show",),
}  # fmt: skip
LONGEST_TITLE = 80
GROUP_KINDS = {group.key: [kind.key for kind in kinds] for group, kinds in kinds_by_group()}


def kinds_to_choose() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return every kind by its group. A function, as the others: lists are copied with each set of filters."""
    return [(group.label, [(kind.key, kind.label) for kind in kinds]) for group, kinds in kinds_by_group()]


def topics_to_choose() -> list[tuple[str, str]]:
    """Return every topic."""
    return [(key, topic.label) for key, topic in TOPICS.items()]


class EventFilterForm(forms.Form):
    """Check what only two fields together, or the record, can say."""

    owner: ListOwner | None = None

    def clean(self) -> dict[str, Any]:
        """Refuse an end before its start; find out which leaders are meant."""
        cleaned = super().clean() or {}
        after, before = cleaned.get("after"), cleaned.get("before")
        if after and before and after[0] and before[1] and before[1] < after[0]:
            self.add_error("before", gettext("The end lies before the start."))
        cleaned["leader"] = self._leaders(cleaned.get("leader") or [])
        return cleaned

    def _leaders(self, names: list[str]) -> dict[str, Leader]:
        """Return whom each name means; a name that means nobody or several is an error (at most 2 queries)."""
        found = {}
        for name, leaders in leaders_called(names, self.owner).items():
            if len(leaders) == 1:
                found[name] = leaders[0]
            elif leaders:
                who = ", ".join(leader.name for leader in leaders)
                said = gettext("“%(name)s” may be one of several: %(who)s. Write the full name.")
                self.add_error("leader", said % {"name": short(name), "who": who})
            else:
                said = gettext("No leader in the record is called “%(name)s”.") % {"name": short(name)}
                self.add_error("leader", said)
        return found


@dataclass(frozen=True)
class Chip:
    """A filter that is set, by its name and in words, and the address without it."""

    name: str
    label: str
    query: str


def said_in(data: QueryDict, names: Iterable[str]) -> QueryDict:
    """Return what an address says of a list: the known names with values; of a name that may stand once, the last.

    Of more values than there are, one more is kept: it cannot be meant, and a thousand would say so a thousand times.
    """
    said = QueryDict(mutable=True)
    for name in names:
        values = [value for value in data.getlist(name) if value.strip()]
        if values:
            several = list(dict.fromkeys(values))[: SEVERAL.get(name, 0) + 1]
            said.setlist(name, several if name in SEVERAL else values[-1:])
    return said


def with_groups_said(data: QueryDict) -> QueryDict:
    """Return what an address says, with the kinds of each group of kinds that it names: `kind=contact`."""
    said = data.copy()
    if kinds := said.getlist("kind"):
        # A group of one kind has its name.
        spread = [key for kind in kinds for key in ([kind] if kind in KINDS else GROUP_KINDS.get(kind, [kind]))]
        said.setlist("kind", list(dict.fromkeys(spread)))
    return said


class ListFilterSet(django_filters.FilterSet):
    """Read what a list shall show from an address; other parameters mean nothing here."""

    default_order: str = Order.NEWEST
    default_show: str = ""
    orders = Order.choices
    # What the address says beside the filters, and what every address of the list goes on saying.
    base: QueryDict = QueryDict()

    def __init__(self, data: QueryDict) -> None:
        # In place of what the library does: it copies all filters for each list, for theirs may cut a queryset. Ours
        # only read.
        self.data: Any = data
        self.is_bound, self.form_prefix, self.filters = True, None, self.base_filters

    def get_form_class(self) -> type[forms.Form]:
        """Return the form of these filters, which is put together once."""
        return _form_class(type(self))  # type: ignore[arg-type]

    def said(self, name: str) -> str:
        """Return the value of a filter that may stand once, as the address says it."""
        return str(self.data.get(name, ""))

    def values_of(self, name: str) -> set[str]:
        """Return the values of one filter as the address says them."""
        return set(self.data.getlist(name))

    @property
    def errors_by_field(self) -> dict[str, list[str]]:
        """Return what is wrong, by field, in sentences."""
        # Where nothing is said nothing is wrong, and no form need be made.
        if not self.data:
            return {}
        return errors_of(self.form)

    @cached_property
    def chips(self) -> list[Chip]:
        """Return each filter that is set with the query that has all others; all kinds of a group are one."""
        chips = []
        for name in self.filters:
            values = self.data.getlist(name) if name != "order" else []
            for group, kinds in GROUP_KINDS.items() if name == "kind" else ():
                if len(kinds) > 1 and set(kinds) <= set(values):
                    values = [value for value in values if value not in kinds]
                    chips.append(Chip(name, gettext(GROUPS[group].label), self._without(name, *kinds)))
            chips += [
                Chip(name, self.label_of(name, value), self._without(name, value))
                for value in values
                if not (name == "show" and value == self.default_show)
            ]
        return chips

    def span_of(self, name: str) -> Span:
        """Return the first and last day that a filter was taken for; nothing where it is not set or cannot be meant."""
        if not self.said(name):
            return None, None
        self.form.is_valid()
        said: Span | None = self.form.cleaned_data.get(name)
        return said or (None, None)

    @property
    def words(self) -> str:
        """Return what is chosen, in words, cut to what the title of a page holds."""
        words = ", ".join(chip.label for chip in self.chips)
        return words if len(words) <= LONGEST_TITLE else f"{words[: LONGEST_TITLE - 1]}…"

    def label_of(self, name: str, value: str) -> str:
        """Return what a value means, in words."""
        return f"{self.filters[name].label}: {short(value)}"

    def _without(self, name: str, *values: str) -> str:
        query = self.query
        query.setlist(name, [other for other in query.getlist(name) if other not in values])
        return query.urlencode()

    @property
    def dimensions(self) -> dict[str, list[str]]:
        """Return what narrows the list, each with the labels of its values."""
        return {
            dimension: [self.label_of(name, value) for name in names for value in self.data.getlist(name)]
            for dimension, names in DIMENSIONS.items()
            if any(self.data.getlist(name) for name in names)
            and not (dimension == "show" and self.said("show") == self.default_show)
        }

    def query_without(self, dimension: str) -> str:
        """Return the query without all that is said of one dimension; of what is shown, the query for all."""
        query = self.query
        for name in DIMENSIONS[dimension]:
            query.pop(name, None)
        if dimension == "show":
            query["show"] = Shown.ALL
        return query.urlencode()

    @property
    def base_query(self) -> str:
        """Return the query of the list without filters."""
        return self.base.urlencode()

    @property
    def query(self) -> QueryDict:
        """Return a copy of what the address says of this list."""
        query = self.base.copy()
        query.update(self.data)
        return query

    def query_to(self, name: str, cursor: Cursor | str | None) -> str:
        """Return the query of this list's page that follows or precedes a place; nothing without one."""
        if not cursor:
            return ""
        # A place is written in digits, points and hyphens: nothing of it would have to be encoded.
        return f"{self._query_text}&{name}={cursor}" if self._query_text else f"{name}={cursor}"

    @property
    def question(self) -> str:
        """Return what an address of this list ends with: a question mark and the filters; nothing without any."""
        return f"?{self._query_text}" if self._query_text else ""

    @cached_property
    def _query_text(self) -> str:
        return self.query.urlencode()


class _SharedFields(dict[str, forms.Field]):
    """Fields that no form of a list changes: Django would copy them all, with their widgets, for each form."""

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, forms.Field]:
        return dict(self)


@lru_cache(maxsize=32)
def _form_class(kind: type[ListFilterSet]) -> type[forms.Form]:
    fields = {name: one.field for name, one in kind.base_filters.items()}
    made: type[forms.Form] = type(f"{kind.__name__}Form", (kind._meta.form,), fields)
    made.base_fields = _SharedFields(made.base_fields)
    return made


class EventFilterSet(ListFilterSet):
    """Read what a list of events shall show from an address.

    ``owner`` is whose list it is: in a pair's or a country's, a name without more means one of its leaders.
    """

    default_show = Shown.HAPPENED
    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind"),
        choices=kinds_to_choose,
    )
    level = django_filters.MultipleChoiceFilter(label=_("Level"), choices=LEVELS)
    leader = NamesFilter(label=_("Leader"))
    topic = django_filters.MultipleChoiceFilter(label=_("Topic"), choices=topics_to_choose)
    speech = django_filters.MultipleChoiceFilter(label=_("What was said"), choices=SPEECH)
    q = WordsFilter(label=_("Words"), max_length=20_000)
    when = SpanFilter(label=_("When"), max_length=200)
    after = SpanFilter(label=_("From"), max_length=200)
    before = SpanFilter(label=_("Until"), max_length=200)
    show = django_filters.ChoiceFilter(label=_("Show"), choices=Shown.choices, empty_label=None)
    mentions = django_filters.ChoiceFilter(label=_("Mentions"), choices=[("yes", _("With mentions"))])
    order = django_filters.ChoiceFilter(label=_("Order"), choices=Order.choices, empty_label=None)

    class Meta:
        model = EventPair
        form = EventFilterForm
        fields: list[str] = []

    def __init__(self, data: QueryDict, owner: ListOwner | None = None) -> None:
        super().__init__(with_groups_said(said_in(data, self.base_filters)))
        self.owner = owner

    @property
    def form(self) -> EventFilterForm:
        """Return the form, which knows whose list it is."""
        form: EventFilterForm = super().form
        form.owner = self.owner
        return form

    @classmethod
    def from_query(cls, query: str) -> "EventFilterSet":
        """Read the filters from a query string."""
        return cls(QueryDict(query))

    @cached_property
    def chosen(self) -> EventFilter | None:
        """Return what the list shall show, or None where something in the address cannot be meant."""
        if not self.data:
            # Most addresses say nothing of filters: what they show needs no form to be made.
            return EventFilter(modalities=MODALITIES[self.default_show])
        if not self.form.is_valid():
            return None
        said = self.form.cleaned_data
        chosen = EventFilter(
            kinds=tuple(key for key in KINDS if key in (said["kind"] or ())),
            levels=tuple(key for key, _ in LEVELS if key in (said["level"] or ())),
            leaders=tuple(sorted({leader.pk for leader in said["leader"].values()})),
            topics=tuple(key for key in TOPICS if key in (said["topic"] or ())),
            speech=tuple(key for key, _ in SPEECH if key in (said["speech"] or ())),
            text=said.get("q") or "",
            modalities=MODALITIES[said["show"] or self.default_show],
            includes_mentions=bool(said.get("mentions")),
            is_oldest_first=said.get("order") == Order.OLDEST,
        )
        firsts = [span[0] for span in (said.get("when"), said.get("after")) if span and span[0]]
        lasts = [span[1] for span in (said.get("when"), said.get("before")) if span and span[1]]
        return replace(chosen, earliest=max(firsts, default=None), latest=min(lasts, default=None))

    @property
    def leaders(self) -> dict[str, Leader]:
        """Return the leaders that are chosen, by what the address calls them."""
        if "leader" not in self.data:
            return {}
        found: dict[str, Leader] = getattr(self.form, "cleaned_data", {}).get("leader") or {}
        return found

    def values_of(self, name: str) -> set[str]:
        """Return the values of one filter as the address says them; leaders by their slugs."""
        return {leader.slug for leader in self.leaders.values()} if name == "leader" else super().values_of(name)

    def label_of(self, name: str, value: str) -> str:
        """Return what a value means, in words."""
        if name == "leader" and value in self.leaders:
            return self.leaders[value].name
        if name == "kind" and value in KINDS:
            return gettext(KINDS[value].label)
        if name == "topic" and value in TOPICS:
            return gettext(TOPICS[value].label)
        choices = dict([*LEVELS, *SPEECH, *Shown.choices, ("yes", _("With mentions"))])
        if name in {"level", "speech", "show", "mentions"} and value in choices:
            return str(choices[value])
        # What is typed, and what cannot be chosen: it says of which filter it is the value.
        return super().label_of(name, value)


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
