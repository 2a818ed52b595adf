"""Who can read a source, and when it was changed: read from the page, said at the desk, shown to readers."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.models import Article
from newsroom.reading import read
from tests.factories import make_source
from tests.newsroom.forms import forms_of
from tests.newsroom.story import NOON, publish_all, submit
from timeline import actions
from timeline.actions import InvalidField
from timeline.inputs import SourceInput
from timeline.models import Citation, Source
from timeline.values import When

pytestmark = pytest.mark.django_db
BODY = "<h1>Ministers reopen the line</h1>" + "<p>The ministers of Chile and Peru met in Arica on Monday.</p>" * 4


def read_page(head: str, **data: object):
    about = {"@type": "NewsArticle", "headline": "Ministers reopen the line", "datePublished": "2026-01-12", **data}
    linked = f'<script type="application/ld+json">{json.dumps(about)}</script>'
    return read(f"<html><head>{head}{linked}</head><body><article>{BODY}</article></body></html>".encode()).article


@pytest.mark.parametrize(
    ("head", "data", "access"),
    [
        ("", {}, ""),
        ("", {"isAccessibleForFree": False}, "paid"),
        ("", {"isAccessibleForFree": "False"}, "paid"),
        ("", {"isAccessibleForFree": "http://schema.org/True"}, "open"),
        ("", {"isAccessibleForFree": ["some", {"thing": 1}]}, ""),
        ('<meta property="article:content_tier" content="locked">', {}, "paid"),
        ('<meta property="article:content_tier" content="metered">', {}, ""),
        ('<meta property="article:content_tier" content="locked">', {"isAccessibleForFree": True}, "open"),
    ],
)
def test_the_page_says_who_can_read_it(head, data, access):
    assert read_page(head, **data).access == access


@pytest.mark.parametrize(
    ("day", "updated"), [("2026-01-14T09:00:00Z", "2026-01-14"), ("2026-01-12T21:00:00Z", "None"), ("soon", "None")]
)
def test_the_page_says_when_it_was_changed_after_its_day(day, updated):
    assert str(read_page(f'<meta property="article:modified_time" content="{day}">').updated) == updated


def card(client, source: Source) -> str:
    return client.get(reverse("timeline:source", args=[source.pk])).content.decode()


def test_what_an_editor_says_of_a_source_is_shown_before_and_after_it_is_published(desk, client, ana, ben):
    article = submit(ana)
    details = reverse("newsroom:details", args=[article.pk])
    form = forms_of(desk.get(details), details)[0]
    assert (form["access"], form["updated"]) == ("", "")
    assert desk.post(details, form | {"access": "paid", "updated": "13 January 2026"}).status_code == 302
    publish_all(article, ben)
    source = Source.objects.get()
    assert (source.access, source.updated) == ("paid", "2026-01-13")
    assert "For subscribers only" in card(client, source)
    assert "<dt>Updated</dt><dd>13 January 2026</dd>" in card(client, source)
    form = forms_of(desk.get(details), details)[0]
    assert (form["access"], form["updated"]) == ("paid", "2026-01-13")
    assert desk.post(details, form | {"access": "", "updated": ""}).status_code == 302
    assert "<dt>Who can read it</dt><dd>not stated</dd>" in card(client, source)
    assert "<dt>Updated</dt><dd>not stated</dd>" in card(client, source)


def test_a_change_before_the_publication_is_an_error_beside_its_field(desk, ana):
    details = reverse("newsroom:details", args=[submit(ana).pk])
    form = forms_of(desk.get(details), details)[0]
    answer = desk.post(details, form | {"updated": "11 January 2026"})
    assert answer.status_code == 422
    assert "It was changed before it was published" in answer.content.decode()


def test_all_that_is_known_of_a_source_can_be_corrected_after_it_is_published(desk, client, ana, ben):
    article = submit(ana)
    publish_all(article, ben)
    event = reverse("timeline:event", args=[Citation.objects.filter(event__isnull=False).first().event_id, "x"])
    details = reverse("newsroom:details", args=[article.pk])
    form = forms_of(desk.get(details), details)[0]
    changed = {
        "headline": "Ministers open the line again", "outlet": "The Coast Daily", "dateline_place": "Arica",
        "archive_address": "archive.example/1", "dateline_on": "11 January 2026", "language": "es", "kind": "readout",
    }  # fmt: skip
    assert desk.post(details, form | changed).status_code == 302
    source = Source.objects.get()
    page, told = card(client, source), client.get(event, follow=True).content.decode()
    for words in (
        "Ministers open the line again",
        "The Coast Daily",
        'Arica, <time datetime="2026-01-11">',
        "<dd>Spanish</dd>",
    ):
        assert words in page
    assert 'href="https://archive.example/1"' in page
    assert 'href="https://archive.example/1"' in told
    assert "The Coast Daily" in told
    assert forms_of(desk.get(details), details)[0]["language"] == "es"


def test_who_cites_a_source_does_not_wait_for_who_corrects_it():
    source = make_source()
    other = SourceInput(title="Another", outlet="B", origin="B", text_hash=source.text_hash)
    with CaptureQueriesContext(connection) as asked:
        actions.correct_source(source_id=source.pk, source=other, by="Ana", at=NOON)
    [lock] = [one["sql"] for one in asked if "timeline_source" in one["sql"] and "FOR " in one["sql"]]
    assert lock.endswith("FOR NO KEY UPDATE")
    assert Source.objects.get().title == "Another"


def test_a_day_of_the_dateline_is_one_day(desk, ana):
    details = reverse("newsroom:details", args=[submit(ana).pk])
    form = forms_of(desk.get(details), details)[0]
    answer = desk.post(details, form | {"dateline_on": "January 2026"})
    assert answer.status_code == 422
    assert "Give the day, as in 12 January 2026." in answer.content.decode()


def test_a_language_that_no_list_has_stays(desk, ana):
    article = submit(ana)
    Article.objects.update(language="qu-PE")
    details = reverse("newsroom:details", args=[article.pk])
    form = forms_of(desk.get(details), details)[0]
    assert form["language"] == "qu-PE"
    assert desk.post(details, form | {"headline": "Another"}).status_code == 302
    assert desk.post(details, form | {"language": "klingon"}).status_code == 422


def test_the_record_takes_no_other_word_for_who_can_read():
    source = make_source(access="registration", updated=When.parse("2026-01-13"))
    other = SourceInput(title="A", outlet="B", origin="B", text_hash=source.text_hash, access="nobody")
    with pytest.raises(InvalidField):
        actions.correct_source(source_id=source.pk, source=other, by="Ana", at=NOON)
    with pytest.raises(InvalidField):
        make_source(access="nobody", text_hash="0" * 64)
