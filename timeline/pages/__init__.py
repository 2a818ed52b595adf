"""What each page shows, as typed values; templates run no queries."""

from timeline.pages.country import CountryPage, country_page
from timeline.pages.embed import embed_page
from timeline.pages.event import (
    EventPage,
    StatementPage,
    event_page,
    statement_page,
)
from timeline.pages.facts import PairFacts, ask_pair_facts, facts_of_list, facts_without_events, pair_name
from timeline.pages.filter_form import filter_form
from timeline.pages.filters import FilterPanel, ask_filter_panel, filter_panel
from timeline.pages.found_lists import FoundList, FoundPage, SearchFrame, SearchParts
from timeline.pages.pair import (
    PairList,
    PairPage,
    PairParts,
    PairQuestion,
    PairTimeline,
    TimelineParts,
    ask_pair_list,
    pair_strip,
    pair_timeline,
)
from timeline.pages.pair_head import ask_pair_head
from timeline.pages.period import Period, PeriodPage, period_page
from timeline.pages.places import (
    AboutPage,
    HomePage,
    about_page,
    countries_page,
    found,
    home_page,
    leaders_page,
)
from timeline.pages.plain_filters import ask_plain_filters
from timeline.pages.search import MOST_PAGES as MOST_SEARCH_PAGES
from timeline.pages.search import Group, SearchPage, Suggestions, address_asked, ask_search_page, suggestions
from timeline.pages.search_help import EXAMPLES
from timeline.pages.source import SourcePage, SourcesPage, source_page, sources_page
from timeline.pages.version import drawing_version

__all__ = [
    "EXAMPLES",
    "MOST_SEARCH_PAGES",
    "AboutPage",
    "CountryPage",
    "EventPage",
    "FilterPanel",
    "FoundList",
    "FoundPage",
    "Group",
    "HomePage",
    "PairFacts",
    "PairList",
    "PairPage",
    "PairParts",
    "PairQuestion",
    "PairTimeline",
    "Period",
    "PeriodPage",
    "SearchFrame",
    "SearchPage",
    "SearchParts",
    "SourcePage",
    "SourcesPage",
    "StatementPage",
    "Suggestions",
    "TimelineParts",
    "about_page",
    "address_asked",
    "ask_filter_panel",
    "ask_pair_facts",
    "ask_pair_head",
    "ask_pair_list",
    "ask_plain_filters",
    "ask_search_page",
    "countries_page",
    "country_page",
    "drawing_version",
    "embed_page",
    "event_page",
    "facts_of_list",
    "facts_without_events",
    "filter_form",
    "filter_panel",
    "found",
    "home_page",
    "leaders_page",
    "pair_name",
    "pair_strip",
    "pair_timeline",
    "period_page",
    "source_page",
    "sources_page",
    "statement_page",
    "suggestions",
]
