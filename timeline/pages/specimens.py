"""The components in every state, made of nothing that is in the record."""

from dataclasses import dataclass

from timeline.filters import EventFilterSet
from timeline.kinds import GROUPS, Group
from timeline.pages.filters import FilterPanel, filter_panel
from timeline.pages.passages import told
from timeline.queries import PairCounts
from timeline.values import When

DATES = (
    "2026-01-12", "2026-01-12~", "2026-01-12?", "2026-01", "2026-01-XX", "2026", "2026-21", "202X",
    "[2026-01-01..2026-01-10]",
    "[2026-01-05..2026-01-11]", "2026-03-06/2026-03-10", "2026-01-28/2026-02-03", "2016/..", "../2026-01-12",
    "[..2026-01-12]", "[2026-01-11,2026-01-12]", "{2026-01-22,2026-01-23}",
)  # fmt: skip


@dataclass(frozen=True)
class Specimens:
    """What the page of components shows."""

    dates: list[When] = told("A date of each form.")
    groups: list[Group] = told("Every group of kinds, with its sign.")
    invalid_filters: EventFilterSet = told("Filters that cannot be meant.")
    empty_panel: FilterPanel = told("Filters that fit nothing.")


def specimens() -> Specimens:
    """Return the components' states (no query)."""
    from_address = EventFilterSet.from_query
    return Specimens(
        dates=[When.parse(text) for text in DATES],
        groups=list(GROUPS.values()),
        invalid_filters=from_address("when=2026-02-30&level=everyone"),
        empty_panel=filter_panel(None, from_address("kind=treaty_signed&when=1950"), PairCounts()),
    )
