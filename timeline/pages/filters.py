"""The filters of a list as its page shows them: every option with its number, and what to do where a list is empty."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from timeline.filters import LEVELS, MODALITIES, SPEECH, Chip, EventFilterSet, ListFilterSet, Shown
from timeline.kinds import kinds_by_group
from timeline.models import Country, Event, Leader
from timeline.pages.passages import told
from timeline.queries import (
    MOST_COUNTED,
    Days,
    EventFilter,
    ListOwner,
    NamedLeader,
    PairCounts,
    ask_filter_counts,
    ask_leaders_by_id,
    counts_of,
    event_list,
    events_by_id,
    kept_counts,
    without,
)
from timeline.queries.facets import most_leaders
from timeline.topics import TOPICS

# So many leaders have a box of their own, those with most events first; any other is found by name.
MOST_COUNTRIES_SHOWN = 24
LeadersShown = Callable[[], list[Leader | NamedLeader]]


# Not frozen: a panel has more than a hundred, and each would take twice as long to make.
@dataclass(slots=True)
class Option:
    """One value of a filter."""

    value: str = told("The value as the address has it.")
    label: str = told("The value in words.")
    count: int | None = told("How many events it would show; None where too many were to be counted.")
    is_chosen: bool = told("Whether it is chosen.")
    name: str = told("The filter that it is a value of.")

    @property
    def type(self) -> str:
        """Return which input it is: of what is shown only one can be chosen."""
        return "radio" if self.name == "show" else "checkbox"

    @property
    def is_empty(self) -> bool:
        """Return whether choosing it would show nothing; one that is chosen stays, so that it can be taken away."""
        return self.count == 0 and not self.is_chosen

    @property
    def number(self) -> str:
        """Return the number as the page writes it."""
        return "" if self.count is None else str(self.count)


@dataclass(frozen=True)
class OptionGroup:
    """Options that belong together."""

    label: str = told("The heading; empty where there is but one group.")
    options: list[Option] = told("The options in order.")
    anchor: str = told("The heading as an address's fragment.", default="")


@dataclass(frozen=True)
class FilterField:
    """One filter with its options."""

    name: str = told("The name in the address.")
    label: str = told("The name in words.")
    groups: list[OptionGroup] = told("The options.")
    errors: list[str] = told("What is wrong with what the address says.")
    default: str = told("The value that stands where none is chosen; empty for none.", default="")
    counts_statements: bool = told("Whether what its options count are statements; else events.", default=False)

    @property
    def chosen(self) -> int:
        """Return how many of its options are chosen."""
        return sum(option.is_chosen for group in self.groups for option in group.options)

    @property
    def chosen_beside_default(self) -> int:
        """Return how many of its options are chosen, but what stands where none is."""
        chosen = [option.value for group in self.groups for option in group.options if option.is_chosen]
        return len(chosen) - chosen.count(self.default)


@dataclass(frozen=True)
class Blame:
    """A filter that leaves a list empty, and what there is without it."""

    label: str = told("What is chosen, in words.")
    query: str = told("The query without it.")
    count: int = told("How many events the list has without it.")


@dataclass(frozen=True)
class FilterPanel:
    """All that a list's page shows of its filters."""

    filters: ListFilterSet = told("The filters as the address says them.")
    is_valid: bool = told("Whether they can be meant.")
    fields: dict[str, FilterField] = told("The filters that have options, by name.")
    mentions: Option | None = told("The switch that includes mentions; none where nothing is only mentioned.")
    count: int = told("How many events the list has.")
    total: int = told("How many events the default list has.")
    is_oldest_first: bool = told("Whether the list begins with the oldest.")
    is_counted: bool = told("Whether all were counted; if not, there are more than the number says.")
    blames: list[Blame] = told("Where the list is empty: the filters without which it is not.")
    earlier: Event | None = told("Where the list is empty because of its dates: the nearest event before them.")
    later: Event | None = told("The nearest event after them.")
    lists_statements: bool = told("Whether what is counted are statements; else events.", default=False)
    is_ordered: bool = told("Whether the list is in the order of time.", default=True)
    years: dict[int, int] | None = told(
        "How many of a pair's events begin in each year, where the filters had them counted.", default=None
    )

    @property
    def chips(self) -> list[Chip]:
        """Return each filter that is set with the query that has all others."""
        return self.filters.chips

    def count_of(self, name: str, value: str, default: int) -> int:
        """Return how many events an option would show, 0 if not counted; of a panel without options the default."""
        groups = self.fields[name].groups if name in self.fields else None
        options = [option for group in groups or [] for option in group.options if option.value == value]
        return default if groups is None else sum(option.count or 0 for option in options)

    @property
    def is_part_of_total(self) -> bool:
        """Return whether what is counted is a part of the default list: what is planned or mentioned is none."""
        filters = self.filters
        may_be = filters.default_show == Shown.ALL or filters.said("show") in {"", filters.default_show}
        return bool(self.chips) and may_be and not filters.said("mentions")

    @property
    def size(self) -> str:
        """Return in words how many events or statements the list has, and in which order."""
        if not self.is_valid:
            if self.lists_statements:
                return _("The filter cannot be read: see the field that is marked. No statements are shown.")
            return _("The filter cannot be read: see the field that is marked. No events are shown.")
        words = self._words_of_statements if self.lists_statements else self._words_of_events
        if not self.is_ordered:
            return words
        order = _("oldest first") if self.is_oldest_first else _("newest first")
        return f"{words}, {order}"

    @property
    def _words_of_events(self) -> str:
        numbers = {"n": self.count, "total": self.total}
        if not self.is_counted:
            return _("More than %(n)s events") % {"n": MOST_COUNTED}
        if self.is_part_of_total:
            return ngettext("%(n)s of %(total)s event", "%(n)s of %(total)s events", self.total) % numbers
        return ngettext("%(n)s event", "%(n)s events", self.count) % numbers

    @property
    def _words_of_statements(self) -> str:
        numbers = {"n": self.count, "total": self.total}
        if not self.is_counted:
            return _("More than %(n)s statements") % {"n": MOST_COUNTED}
        if self.is_part_of_total:
            return ngettext("%(n)s of %(total)s statement", "%(n)s of %(total)s statements", self.total) % numbers
        return ngettext("%(n)s statement", "%(n)s statements", self.count) % numbers


@dataclass(frozen=True, kw_only=True)
class FilteredList:
    """One page of a filtered list: the part of a page that the filters change."""

    filters: ListFilterSet = told("The filters as the address says them.")
    panel: FilterPanel = told("The filters as the page shows them.")
    following: str = told("The query of the next page of the list; empty on the last.", default="")
    preceding: str = told("The query of the page before; empty on the first.", default="")

    @property
    def is_valid(self) -> bool:
        """Return whether the filters can be meant; if not, nothing is shown."""
        return self.panel.is_valid


def filter_panel(
    owner: ListOwner | None, filters: EventFilterSet, whole: PairCounts, *, has_fields: bool = True
) -> FilterPanel:
    """Return what ``ask_filter_panel`` asks for."""
    return ask_filter_panel(owner, filters, whole, has_fields=has_fields)()


def ask_filter_panel(
    owner: ListOwner | None, filters: EventFilterSet, whole: PairCounts, names: str = "", *, has_fields: bool = True
) -> Callable[[], FilterPanel]:
    """Ask for what the filters of a list show, and return what reads it.

    At most 4 queries, of which the longest is sent at once, and 5 more where the list is empty. ``whole`` are the
    counts of the default list; a pair without events has no owner. Fields that are drawn already are left out.
    """
    chosen, kept = filters.chosen, whole
    if owner is None or chosen is None:
        read_leaders = ask_leaders_shown(filters, kept, names) if has_fields else None
        return lambda: _panel(None, filters, whole, kept, whole, read_leaders)
    kept = whole if _shows_default(chosen, filters) else kept_counts(owner, chosen)
    read_leaders = ask_leaders_shown(filters, kept, names) if has_fields else None
    read = ask_filter_counts(owner, chosen, kept)
    return lambda: _panel(owner, filters, whole, kept, read(), read_leaders)


def _panel(
    owner: ListOwner | None,
    filters: EventFilterSet,
    whole: PairCounts,
    kept: PairCounts,
    counts: PairCounts,
    read_leaders: LeadersShown | None,
) -> FilterPanel:
    chosen = filters.chosen
    blames: list[Blame] = []
    earlier = later = None
    if owner is not None and chosen is not None and not counts.total:
        blames = _blames(owner, filters, chosen)
        earlier, later = _beside(owner, chosen)
    return FilterPanel(
        filters=filters,
        is_valid=chosen is not None,
        fields=filter_fields(filters, kept, counts if chosen else None, read_leaders()) if read_leaders else {},
        mentions=_mentions(filters, chosen, counts),
        count=counts.total if chosen is not None else 0,
        total=whole.total,
        is_oldest_first=chosen is not None and chosen.is_oldest_first,
        is_counted=counts.is_counted,
        blames=blames,
        earlier=earlier,
        later=later,
        is_ordered="order" in filters.filters,
        years=None if counts is kept else counts.years,
    )


def default_counts(owner: ListOwner, filters: EventFilterSet) -> PairCounts:
    """Return the counts of a list as it is without filters (1 query)."""
    return kept_counts(owner, EventFilter(modalities=MODALITIES[filters.default_show]))


def _shows_default(chosen: EventFilter, filters: EventFilterSet) -> bool:
    return chosen.modalities == MODALITIES[filters.default_show] and not chosen.includes_mentions


class _Words(NamedTuple):
    """The values of filters with their labels, kinds by the label of their group."""

    kinds: list[tuple[str, list[tuple[str, str]]]]
    topics: list[tuple[str, str]]
    levels: list[tuple[str, str]]
    speech: list[tuple[str, str]]


@lru_cache(maxsize=8)
def _words(language: str) -> _Words:
    """Return them in the language that is on: they are a hundred, and the same for every list."""
    return _Words(
        kinds=[(_(group.label), [(kind.key, _(kind.label)) for kind in kinds]) for group, kinds in kinds_by_group()],
        topics=[(key, _(topic.label)) for key, topic in TOPICS.items()],
        levels=[(value, str(label)) for value, label in LEVELS],
        speech=[(value, str(label)) for value, label in SPEECH],
    )


def filter_fields(
    filters: EventFilterSet, kept: PairCounts, counts: PairCounts | None, leaders: Sequence[Leader | NamedLeader]
) -> dict[str, FilterField]:
    """Return the fields; without counts, where the filters cannot be meant, no option has a number."""

    def options(name: str, values: Iterable[tuple[str, str]], keys: dict[str, str] | None = None) -> list[Option]:
        said, numbers = filters.values_of(name), _numbers(counts, name)
        return [
            Option(
                value,
                label,
                None if numbers is None else numbers.get(keys[value] if keys else value, 0),
                value in said,
                name,
            )
            for value, label in values
        ]

    words = _words(get_language() or "")
    occurring = {name: kept.of(name).keys() | filters.values_of(name) for name in ("kind", "topic")}
    kinds = [(label, [kind for kind in kinds if kind[0] in occurring["kind"]]) for label, kinds in words.kinds]
    shown_kinds = enumerate(((label, values) for label, values in kinds if values), 1)
    topics = [topic for topic in words.topics if topic[0] in occurring["topic"]]
    groups = {
        "kind": [OptionGroup(label, options("kind", found), f"options-kind-{n}") for n, (label, found) in shown_kinds],
        "level": [OptionGroup("", options("level", words.levels))],
        "leader": [OptionGroup("", options("leader", [(leader.slug, leader.name) for leader in leaders],
                                           {leader.slug: str(leader.pk) for leader in leaders}))],
        "topic": [OptionGroup("", options("topic", topics))],
        "speech": [OptionGroup("", options("speech", words.speech))],
        "show": [OptionGroup("", _shown(filters, counts))],
    }  # fmt: skip
    errors = filters.errors_by_field
    fields = {
        name: FilterField(
            name, str(filters.filters[name].label), found, errors.get(name, []),
            filters.default_show if name == "show" else "",
        )
        for name, found in groups.items()
    }  # fmt: skip
    if "country" in filters.filters:
        numbers = counts.of("country") if counts is not None and counts.is_complete else None
        fields["country"] = country_field(filters, kept.of("country"), numbers)
    return fields


def country_field(filters: ListFilterSet, found: dict[str, int], counts: dict[str, int] | None) -> FilterField:
    """Return the countries with most in a list, and those that are chosen, by name (at most 1 query)."""
    chosen: dict[str, Country] = getattr(filters.form, "cleaned_data", {}).get("country") or {}
    by_count = sorted(found.items(), key=lambda one: (-one[1], int(one[0])))
    shown = list(Country.objects.in_bulk([int(key) for key, _ in by_count[:MOST_COUNTRIES_SHOWN]]).values())
    shown = list({country.pk: country for country in [*shown, *chosen.values()]}.values())
    options = [
        Option(
            country.slug, country.label, counts.get(str(country.pk), 0) if counts is not None else None,
            country.slug in filters.values_of("country"), "country",
        )
        for country in sorted(shown, key=lambda country: (country.sort_key, country.pk))
    ]  # fmt: skip
    label, errors = str(filters.filters["country"].label), filters.errors_by_field.get("country", [])
    return FilterField("country", label, [OptionGroup("", options)], errors)


def _numbers(counts: PairCounts | None, dimension: str) -> dict[str, int] | None:
    return counts.of(dimension) if counts is not None and counts.is_complete else None


def ask_leaders_shown(filters: EventFilterSet, kept: PairCounts, names: str = "") -> LeadersShown:
    """Ask for the leaders with most events, and those chosen (at most 1 query: none for whom a process knows)."""
    ids = most_leaders(kept)
    chosen = [leader for leader in filters.leaders.values() if leader.pk not in ids]
    read = ask_leaders_by_id(ids, names)

    def shown() -> list[Leader | NamedLeader]:
        found = read()
        return [*(found[pk] for pk in ids if pk in found), *{leader.pk: leader for leader in chosen}.values()]

    return shown


def _shown(filters: EventFilterSet, counts: PairCounts | None) -> list[Option]:
    said = filters.said("show") or filters.default_show
    has_mentions = bool(filters.data.get("mentions"))
    numbers = {
        value: counts.number_of(MODALITIES[value], includes_mentions=has_mentions)
        if counts is not None and counts.is_complete
        else None
        for value in Shown.values
    }
    return [Option(value, str(label), numbers[value], value == said, "show") for value, label in Shown.choices]


def _mentions(filters: EventFilterSet, chosen: EventFilter | None, counts: PairCounts) -> Option | None:
    if "mentions" not in filters.filters:
        return None
    is_known = chosen is not None and counts.is_complete
    count = counts.number_of(chosen.modalities, includes_mentions=True) if chosen is not None and is_known else None
    return Option("yes", _("Include mentions"), count, bool(filters.data.get("mentions")), "mentions")


def _blames(owner: ListOwner, filters: EventFilterSet, chosen: EventFilter) -> list[Blame]:
    """Return the filters without which there are events, the most first (1 query, none where no filter is set)."""
    dimensions = filters.dimensions
    numbers = counts_of(owner, [without(chosen, dimension) for dimension in dimensions])
    blames = [
        Blame(", ".join(labels), filters.query_without(dimension), number)
        for (dimension, labels), number in zip(dimensions.items(), numbers, strict=True)
        if number
    ]
    return sorted(blames, key=lambda blame: -blame.count)


def _beside(owner: ListOwner, chosen: EventFilter) -> tuple[Event | None, Event | None]:
    """Return the nearest events before and after the dates, if dates are asked for (at most 5 queries)."""
    if isinstance(owner, Days):
        return None, None
    wanted = (
        replace(chosen, earliest=None, latest=chosen.earliest, is_oldest_first=False) if chosen.earliest else None,
        replace(chosen, earliest=chosen.latest, latest=None, is_oldest_first=True) if chosen.latest else None,
    )
    nearest = [event_list(owner, beside, limit=1).events if beside else [] for beside in wanted]
    ids = [events[0].event_id if events else 0 for events in nearest]
    found = events_by_id(ids) if any(ids) else {}
    return found.get(ids[0]), found.get(ids[1])
