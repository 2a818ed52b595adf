"""The form of filters of which none is set: what is filled in for one pair equals what is drawn for it by itself."""

from dataclasses import replace

import pytest
from django.utils import translation

from tests.timeline.entries import HOSTILE
from timeline.filters import EventFilterSet
from timeline.pages.filter_form import filter_form
from timeline.pages.filters import FilterField, FilterPanel, filter_panel
from timeline.pages.plain_filters import PlainFilters
from timeline.queries import NamedLeader, PairCounts
from timeline.templatetags.repeated import filled, filled_by_name

LEADERS = [NamedLeader(7, "juan-perez", "Juan Pérez"), NamedLeader(9, "other", HOSTILE), NamedLeader(4, "x", "X")]
SHOWN = {("happened", True): 12, ("happened", False): 3, ("planned", True): 1, ("alleged", True): 2}


def counts(**by: dict[str, int]) -> PairCounts:
    found = {"total": {"": 12}, "kind": {"threat": 4, "meeting": 8}, "leader": {"7": 6, "9": 5, "4": 1}}
    return PairCounts({**found, "level": {"leader": 12}, "topic": {"economic": 2, "unknown": 1}, **by}, SHOWN)


ONE_AFTER_ANOTHER = [
    (counts(), LEADERS[:2], "/pairs/mexico/united-states/"),
    # The same options with other numbers and other leaders.
    (counts(total={"": 1}, kind={"meeting": 1, "threat": 2}, leader={"4": 1234, "9": 2}), LEADERS[1:], f"/{HOSTILE}/"),
    (counts(kind={"meeting": 1}), LEADERS, "/pairs/a/b/"),
    (PairCounts(counts().by, {("happened", True): 12}), [], "/pairs/a/b/"),
    (PairCounts(), [], "/pairs/a/b/"),
]


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_filled_in_for_a_pair_is_what_is_drawn_for_it_by_itself(language):
    with translation.override(language):
        for numbers, leaders, address in ONE_AFTER_ANOTHER:
            filters, template = EventFilterSet.from_query(""), "components/filters.html"
            plain = PlainFilters(filters, numbers, leaders, _panel(filters, numbers, {}), address)
            by_itself = filter_form(_panel(filters, numbers, plain.fields), address, "timeline")
            assert filled_by_name(template, plain.values, plain.form) == filled(template, by_itself)


def _panel(filters: EventFilterSet, numbers: PairCounts, fields: dict[str, FilterField]) -> FilterPanel:
    return replace(filter_panel(None, filters, numbers, has_fields=False), fields=fields)
