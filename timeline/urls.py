"""The addresses of the reader's pages. They are permanent."""

from collections.abc import Callable, Iterable

from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, register_converter
from django.urls.converters import IntConverter
from django.views.generic import RedirectView

from timeline.views import (
    api,
    cards,
    cite,
    compare,
    components,
    contacts,
    dates,
    embed,
    exports,
    files,
    follow,
    history,
    leaders,
    pairs,
    places,
    records,
    reference,
    search,
    threads,
)


class YearConverter(IntConverter):
    """Read a year of any length and write it with four digits, as its one address has it."""

    def to_url(self, value: int | str) -> str:
        """Return the year with its zeros."""
        return f"{int(value):04d}"


class TwoDigitsConverter(IntConverter):
    """Read a month or a day of any length and write it with two digits."""

    def to_url(self, value: int | str) -> str:
        """Return the number with its zero."""
        return f"{int(value):02d}"


register_converter(YearConverter, "year")
register_converter(TwoDigitsConverter, "two_digits")


def beside(
    page: str, view: Callable[..., HttpResponseBase], names: Iterable[str] = exports.EXPORTS_OF_EVENTS
) -> list[URLPattern]:
    """Return the addresses of the other forms of a list, which stand beside its page."""
    return [path(page + name, view, {"name": name}) for name in names]


def as_short(address: str, name: str) -> URLPattern:
    """Return a shorter address, which leads to the one of that name."""
    return path(address, RedirectView.as_view(pattern_name=f"timeline:{name}", permanent=True))


# For programs, in one language: what is words there is in English.
api_urlpatterns = [
    path("", api.entrance, name="entrance"),
    path("openapi.json", api.description, name="description"),
    path("pairs/", api.pairs, name="pairs"),
    path("pairs/<str:first>/<str:second>/", api.pair, name="pair"),
    path("<path:rest>", api.nothing),
]

app_name = "timeline"
urlpatterns = [
    path("", places.home, name="home"),
    # An address is compared with all that stand before it: a pair is asked for most, and a search is seldom kept.
    path("pairs/<str:first>/<str:second>/", pairs.pair, name="pair"),
    path("search/", search.search, name="search"),
    path("countries/", places.countries, name="countries"),
    path("countries/<str:slug>/", places.country, name="country"),
    *beside("countries/<str:slug>/", files.country),
    # As feeds were called at first; the address is one beside it.
    path("<path:page>/events.atom", RedirectView.as_view(url="feed.atom", permanent=True, query_string=True)),
    # An address that was cut short leads to where one goes on from.
    path("pairs/", RedirectView.as_view(pattern_name="timeline:countries")),
    path("pairs/<str:slug>/", RedirectView.as_view(pattern_name="timeline:country")),
    *beside("pairs/<str:first>/<str:second>/", files.pair),
    path("card.png", cards.site_card, name="site_card"),
    path("pairs/<str:first>/<str:second>/card.png", cards.pair_card, name="pair_card"),
    path("events/<int:event_id>/card.png", cards.event_card, name="event_card"),
    path("pairs/<str:first>/<str:second>/<year:year>/", pairs.period, name="pair_year"),
    path("pairs/<str:first>/<str:second>/<year:year>/<two_digits:month>/", pairs.period, name="pair_month"),
    path(
        "pairs/<str:first>/<str:second>/<year:year>/<two_digits:month>/<two_digits:day>/", pairs.period, name="pair_day"
    ),
    path("pairs/<str:first>/<str:second>/contacts/", contacts.pair_contacts, name="pair_contacts"),
    path(
        "pairs/<str:first>/<str:second>/contacts/contacts.csv", contacts.pair_contacts_file, name="pair_contacts_file"
    ),
    path("embed/pairs/<str:first>/<str:second>/", embed.pair, name="pair_embed"),
    path("compare/", compare.compare, name="compare"),
    path("contacts/", contacts.contacts, name="contacts"),
    path("events/", RedirectView.as_view(pattern_name="timeline:dates")),
    path("events/<int:event_id>/", records.event, name="event_by_id"),
    path("events/<int:event_id>/history/", history.event_history, name="event_history"),
    path("events/<int:event_id>/v<int:version>/", history.event_version, name="event_version"),
    path("events/<int:event_id>/cite/", cite.event, name="event_cite"),
    path("events/<int:event_id>/cite/references.<str:ending>", cite.event, name="event_references"),
    as_short("events/<int:event_id>/cite.<str:ending>", "event_references"),
    path("events/<int:event_id>/<str:slug>/", records.event, name="event"),
    path("statements/", RedirectView.as_view(pattern_name="timeline:leaders")),
    path("statements/<int:statement_id>/", records.statement, name="statement"),
    path("statements/<int:statement_id>/cite/", cite.statement, name="statement_cite"),
    path("statements/<int:statement_id>/cite/references.<str:ending>", cite.statement, name="statement_references"),
    as_short("statements/<int:statement_id>/cite.<str:ending>", "statement_references"),
    path("statements/<int:statement_id>/history/", history.statement_history, name="statement_history"),
    path("statements/<int:statement_id>/v<int:version>/", history.statement_version, name="statement_version"),
    path("leaders/", places.leaders, name="leaders"),
    path("leaders/<str:slug>/", leaders.leader, name="leader"),
    path("leaders/<str:slug>/events/", leaders.events, name="leader_events"),
    *beside("leaders/<str:slug>/events/", files.leader),
    path("leaders/<str:slug>/contacts/", leaders.contacts, name="leader_contacts"),
    path("leaders/<str:slug>/contacts/contacts.csv", leaders.contacts_file, name="leader_contacts_file"),
    path("leaders/<str:slug>/statements/", leaders.statements, name="leader_statements"),
    path("leaders/<str:slug>/on/<str:country>/", leaders.on_country, name="leader_on_country"),
    *beside("leaders/<str:slug>/statements/", files.statements, exports.EXPORTS_OF_STATEMENTS),
    *beside("leaders/<str:slug>/on/<str:country>/", files.statements_on, exports.EXPORTS_OF_STATEMENTS),
    path("sources/", records.sources, name="sources"),
    path("sources/<int:source_id>/", records.source, name="source"),
    path("sources/<int:source_id>/cite/", cite.source, name="source_cite"),
    path("sources/<int:source_id>/cite/references.<str:ending>", cite.source, name="source_references"),
    as_short("sources/<int:source_id>/cite.<str:ending>", "source_references"),
    *beside("search/", files.found),
    path("search/help/", search.search_help, name="search_help"),
    path("about/", places.about, name="about"),
    path("method/", reference.method, name="method"),
    path("glossary/", reference.glossary, name="glossary"),
    path("accessibility/", reference.accessibility, name="accessibility"),
    path("corrections/", history.corrections, name="corrections"),
    *beside("corrections/", history.corrections_feed, exports.FEEDS),
    path("threads/", threads.threads, name="threads"),
    path("threads/<slug:slug>/", threads.thread, name="thread"),
    *beside("threads/<slug:slug>/", files.thread),
    path("dates/", dates.years, name="dates"),
    path("dates/<year:year>/", dates.year, name="date_year"),
    path("dates/<year:year>/<two_digits:month>/", dates.month, name="date_month"),
    path("dates/<year:year>/<two_digits:month>/<two_digits:day>/", dates.day, name="date_day"),
    *beside("dates/<year:year>/<two_digits:month>/", files.month),
    *beside("dates/<year:year>/<two_digits:month>/<two_digits:day>/", files.day),
    path("on-this-day/", dates.on_this_day, name="on_this_day"),
    path("on-this-day/<str:day>/", dates.on_this_day, name="on_day"),
    *beside("on-this-day/<str:day>/", files.this_day),
    path("follow/", RedirectView.as_view(pattern_name="timeline:countries"), name="following"),
    path("follow/sent/", follow.sent, name="follow_sent"),
    path("follow/confirm/<str:token>/", follow.confirm, name="follow_confirm"),
    path("follow/mine/<str:token>/", follow.mine, name="follow_mine"),
    path("follow/stop/<str:token>/", follow.stop, name="follow_stop"),
    path("follow/<path:page>", follow.follow, name="follow"),
    path("-/components/", components.components, name="components"),
]
