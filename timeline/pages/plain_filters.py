"""The filters of a pair's list while none is set: pairs with the same options differ in numbers and leaders alone."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline.filters import MODALITIES, EventFilterSet, Shown
from timeline.models import Leader
from timeline.pages.facts import PairFacts
from timeline.pages.filter_form import FilterForm, filter_form
from timeline.pages.filters import FilterField, FilterPanel, ask_leaders_shown, filter_fields
from timeline.queries import NamedLeader, PairCounts

COUNTED = ("kind", "level", "topic", "speech")


@dataclass(frozen=True)
class PlainFilters:
    """What stands in the form, by names, and the form with anything else in its place.

    An option that no event has looks different, so it has no name: its 0 is part of the form.
    """

    filters: EventFilterSet
    counts: PairCounts
    leaders: Sequence[Leader | NamedLeader]
    panel: FilterPanel
    address: str

    @property
    def values(self) -> dict[Hashable, Any]:
        """Return the numbers of the options, the leaders, and the words of the whole, in an order of their own."""
        counts, mentions = self.counts, self.panel.mentions
        found: dict[Hashable, Any] = {"address": self.address, "size": self.panel.size}
        if mentions and mentions.count:
            found["mentions"] = mentions.count
        for name in COUNTED:
            found |= {(name, value): number for value, number in counts.of(name).items() if number}
        for value in Shown.values:
            if number := counts.number_of(MODALITIES[value], includes_mentions=False):
                found["show", value] = number
        of_leaders = counts.of("leader")
        for place, leader in enumerate(self.leaders):
            found["slug", place], found["name", place] = leader.slug, leader.name
            found["leader", place] = of_leaders.get(str(leader.pk), 0)
        return found

    @property
    def fields(self) -> dict[str, FilterField]:
        """Return the fields with their options."""
        return filter_fields(self.filters, self.counts, self.counts, self.leaders)

    def form(self, given: Mapping[Hashable, Any]) -> FilterForm:
        """Return the form with what is given in place of these values."""
        fields = self.fields
        for name, field in fields.items():
            for place, option in enumerate(option for group in field.groups for option in group.options):
                option.count = given.get((name, place if name == "leader" else option.value), option.count)
                if name == "leader":
                    option.value, option.label = given["slug", place], given["name", place]
        mentions = self.panel.mentions and replace(self.panel.mentions, count=given.get("mentions", 0))
        panel = replace(self.panel, fields=fields, mentions=mentions)
        return replace(filter_form(panel, given["address"], "timeline"), size=given["size"])


def ask_plain_filters(facts: PairFacts, filters: EventFilterSet, address: str) -> Callable[[FilterPanel], PlainFilters]:
    """Ask for the leaders that the form names (at most 1 query), and return what makes it of a panel without fields."""
    read = ask_leaders_shown(filters, facts.counts, facts.names)
    return lambda panel: PlainFilters(filters, facts.counts, read(), panel, address)
