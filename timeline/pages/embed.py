"""What a pair's list shows within a page of somebody else's."""

from dataclasses import dataclass

from timeline.filters import EventFilterSet
from timeline.pages.addresses import address_of
from timeline.pages.facts import PairFacts, pair_name
from timeline.pages.filters import FilterPanel, filter_panel
from timeline.pages.lists import RowMarks, TimelineRow, grouped
from timeline.pages.passages import told
from timeline.queries import event_list
from timeline.rows import as_drawn_now

# So many events fit where others make room for a timeline; the rest is one link away.
MOST_EMBEDDED = 20


@dataclass(frozen=True)
class EmbedPage:
    """The first events of a pair's list as its filters leave it, and the way to the list."""

    name: str = told("The names of both countries.")
    address: str = told("The address of the list with its filters.")
    own_address: str = told("The address of this page with its filters.")
    filters: EventFilterSet = told("The filters as the address says them.")
    panel: FilterPanel = told("The filters as pages tell of them.")
    rows: list[TimelineRow] = told("The first events, in the order of the list.")


def embed_page(facts: PairFacts, filters: EventFilterSet) -> EmbedPage:
    """Read the first events of a pair's list (at most 6 queries)."""
    first, second, chosen = facts.place.first, facts.place.second, filters.chosen
    slugs = first.slug, second.slug
    events = event_list(facts.pair, chosen, limit=MOST_EMBEDDED).events if facts.pair and chosen else []
    years = grouped(as_drawn_now(events), chosen, RowMarks(first, second)) if chosen else []
    return EmbedPage(
        name=pair_name(first, second),
        address=f"{address_of('timeline:pair', *slugs)}{filters.question}",
        own_address=f"{address_of('timeline:pair_embed', *slugs)}{filters.question}",
        filters=filters,
        panel=filter_panel(facts.pair, filters, facts.counts, has_fields=False),
        rows=[row for year in years for month in year.months for row in (*month.rows, *month.folded)],
    )
