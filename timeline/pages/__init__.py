"""What each page shows, as typed values; templates run no queries."""

from timeline.pages.event import (
    EventPage,
    SourcePage,
    StatementPage,
    event_page,
    source_page,
    statement_page,
)
from timeline.pages.pair import PairPage, PairTimeline, pair_page, pair_timeline
from timeline.pages.places import (
    AboutPage,
    CountryPage,
    HomePage,
    LeaderPage,
    about_page,
    countries_page,
    country_page,
    found,
    home_page,
    leader_page,
    leaders_page,
)
from timeline.pages.version import drawing_version

__all__ = [
    "AboutPage",
    "CountryPage",
    "EventPage",
    "HomePage",
    "LeaderPage",
    "PairPage",
    "PairTimeline",
    "SourcePage",
    "StatementPage",
    "about_page",
    "countries_page",
    "country_page",
    "drawing_version",
    "event_page",
    "found",
    "home_page",
    "leader_page",
    "leaders_page",
    "pair_page",
    "pair_timeline",
    "source_page",
    "statement_page",
]
