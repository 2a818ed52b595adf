"""The addresses of the reader's pages. They are permanent."""

from django.urls import path

from timeline.views import cards, compare, components, contacts, leaders, pairs, places, records, search

app_name = "timeline"
urlpatterns = [
    path("", places.home, name="home"),
    path("countries/", places.countries, name="countries"),
    path("countries/<str:slug>/", places.country, name="country"),
    path("pairs/<str:first>/<str:second>/", pairs.pair, name="pair"),
    path("card.png", cards.site_card, name="site_card"),
    path("pairs/<str:first>/<str:second>/card.png", cards.pair_card, name="pair_card"),
    path("events/<int:event_id>/card.png", cards.event_card, name="event_card"),
    path("pairs/<str:first>/<str:second>/<int:year>/", pairs.period, name="pair_year"),
    path("pairs/<str:first>/<str:second>/<int:year>/<int:month>/", pairs.period, name="pair_month"),
    path("pairs/<str:first>/<str:second>/<int:year>/<int:month>/<int:day>/", pairs.period, name="pair_day"),
    path("pairs/<str:first>/<str:second>/contacts/", contacts.pair_contacts, name="pair_contacts"),
    path("compare/", compare.compare, name="compare"),
    path("contacts/", contacts.contacts, name="contacts"),
    path("events/<int:event_id>/", records.event, name="event_by_id"),
    path("events/<int:event_id>/<str:slug>/", records.event, name="event"),
    path("statements/<int:statement_id>/", records.statement, name="statement"),
    path("leaders/", places.leaders, name="leaders"),
    path("leaders/<slug:slug>/", leaders.leader, name="leader"),
    path("leaders/<slug:slug>/events/", leaders.events, name="leader_events"),
    path("leaders/<slug:slug>/contacts/", leaders.contacts, name="leader_contacts"),
    path("leaders/<slug:slug>/statements/", leaders.statements, name="leader_statements"),
    path("leaders/<slug:slug>/on/<str:country>/", leaders.on_country, name="leader_on_country"),
    path("sources/<int:source_id>/", records.source, name="source"),
    path("search/", search.search, name="search"),
    path("search/help/", search.search_help, name="search_help"),
    path("about/", places.about, name="about"),
    path("-/components/", components.components, name="components"),
]
