"""The addresses of the desk."""

from django.urls import URLPattern, URLResolver, path

from newsroom.views import desk, drafts, events, guide, offices, passages, publication, queue, statements

app_name = "newsroom"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", queue.queue, name="queue"),
    path("searches/", queue.searches, name="searches"),
    path("guide/", guide.guide, name="guide"),
    path("offices/", offices.offices, name="offices"),
    path("articles/new/", queue.paste, name="paste"),
    path("articles/<int:article_id>/", desk.article, name="article"),
    path("articles/<int:article_id>/details/", desk.details, name="details"),
    path("articles/<int:article_id>/claim/", desk.claim, name="claim"),
    path("articles/<int:article_id>/drafts/", desk.additions, name="additions"),
    path("articles/<int:article_id>/restorations/", desk.restorations, name="restorations"),
    path("articles/<int:article_id>/paragraphs/", desk.paragraphs, name="paragraphs"),
    path("articles/<int:article_id>/readings/", desk.readings, name="readings"),
    path("articles/<int:article_id>/copies/", desk.copies, name="copies"),
    path("articles/<int:article_id>/undo/", desk.undo, name="undo"),
    path("articles/<int:article_id>/completion/", desk.completion, name="completion"),
    path("articles/<int:article_id>/publication/", publication.publication, name="publication"),
    path("events/", events.events, name="events"),
    path("events/<int:event_id>/", events.event, name="event"),
    path("events/<int:event_id>/merge/", events.merge, name="merge"),
    path("events/<int:event_id>/separation/", events.separation, name="separation"),
    path("events/<int:event_id>/withdrawal/", events.event_withdrawal, name="event_withdrawal"),
    path("events/<int:event_id>/passages/", passages.event_passages, name="event_passages"),
    path("events/<int:event_id>/passages/undo/", passages.event_passages_undo, name="event_passages_undo"),
    path("statements/<int:statement_id>/passages/", passages.statement_passages, name="statement_passages"),
    path(
        "statements/<int:statement_id>/passages/undo/", passages.statement_passages_undo, name="statement_passages_undo"
    ),
    path("statements/<int:statement_id>/", statements.statement, name="statement"),
    path("statements/<int:statement_id>/withdrawal/", statements.statement_withdrawal, name="statement_withdrawal"),
    path("drafts/<int:draft_id>/", drafts.draft, name="draft"),
    path("drafts/<int:draft_id>/edit/", drafts.draft_edit, name="draft_edit"),
    path("drafts/<int:draft_id>/acceptance/", drafts.acceptance, name="acceptance"),
    path("drafts/<int:draft_id>/second-source/", drafts.second_source, name="second_source"),
    path("drafts/<int:draft_id>/rejection/", drafts.rejection, name="rejection"),
    path("drafts/<int:draft_id>/withdrawal/", publication.withdrawal, name="withdrawal"),
    path("drafts/<int:draft_id>/passages/", drafts.passages, name="passages"),
]
