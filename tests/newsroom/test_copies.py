"""Copies of one report: offered with the differing words, joined only by a person, and taken back."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from newsroom import actions
from newsroom.models import Article, Decision, Draft, LogEntry
from newsroom.queries import copies_of, desk_of
from tests.newsroom.story import NOON, STORY, drafts_of, publish_all, submit
from timeline.models import Event, Source
from timeline.queries import event_record

COPY_ADDRESS = "https://harbour-post.example.org/rivers"
# Another outlet's cut: no credit, another style of dates, one paragraph less.
COPY = (
    "MEXICO CITY - "
    + STORY.split("(Meridian) - ")[1].split("(Reporting")[0].replace("on Monday", "on Jan 12").replace("U.S. ", "US ")
).replace("The dry season begins in February in the north of the country.\n", "")


@pytest.fixture
def article(ana):
    return submit(ana)


@pytest.fixture
def copy(ana, article):
    return submit(ana, COPY, COPY_ADDRESS, outlet="The Harbour Post", published="2026-01-12", title="River talks")


def offered(article):
    return [one.article for one in copies_of(desk_of(article))]


def test_a_copy_is_offered_on_both_desks_with_the_differing_words(article, copy):
    assert offered(article) == [copy]
    found = copies_of(desk_of(copy))
    assert [one.article for one in found] == [article]
    assert ("on Jan 12", "on Monday") in [
        (one.before.split()[-1] + " " + one.mine, one.before.split()[-1] + " " + one.yours)
        for one in found[0].differences
        if one.before
    ]


def test_nothing_is_joined_by_the_program(article, copy):
    assert (article.origin, Article.objects.get(pk=copy.pk).origin) == ("Meridian", "The Harbour Post")
    assert not Decision.objects.exists()


def test_another_story_and_another_week_are_not_offered(ana, article, copy):
    other = STORY.replace("2026", "2024").replace("river", "sea")
    far = submit(ana, other, "https://far.example.org/", outlet="Far", published="2024-01-12")
    assert far not in offered(article)
    assert offered(far) == []


def test_the_search_is_bounded_whatever_the_number_of_articles(ana, article, copy, django_assert_num_queries):
    desk = desk_of(article)
    with django_assert_num_queries(4):
        copies_of(desk)
    for number in range(6):
        text = STORY.replace("about sharing the water", f"about dam number {number} and the water")
        submit(ana, text, f"https://more.example.org/{number}", outlet=f"Outlet {number}")
    with django_assert_num_queries(4):
        copies_of(desk)


def test_one_origin_is_said_by_a_person_logged_and_taken_back(ana, article, copy):
    actions.join_origins(article=copy, other=article, by=ana, at=NOON)
    assert Article.objects.get(pk=copy.pk).origin == "Meridian"
    assert offered(article) == offered(copy) == []
    assert LogEntry.objects.filter(verb="one_origin", by=ana).count() == 1
    actions.undo_decision(article=copy, by=ana, at=NOON + timedelta(minutes=1))
    assert Article.objects.get(pk=copy.pk).origin == "The Harbour Post"
    assert offered(copy) == [article]


def test_two_reports_are_not_offered_again_until_that_is_taken_back(ana, article, copy):
    actions.keep_apart(article=article, other=copy, by=ana, at=NOON)
    assert offered(article) == offered(copy) == []
    actions.undo_decision(article=article, by=ana, at=NOON)
    assert offered(article) == [copy]
    assert Article.objects.get(pk=copy.pk).origin == "The Harbour Post"


def test_the_agency_is_the_origin_whoever_is_asked(ana, article, copy):
    Article.objects.filter(pk=copy.pk).update(origin="Reuters")
    actions.join_origins(article=copy, other=article, by=ana, at=NOON)
    assert Article.objects.get(pk=article.pk).origin == "Reuters"


def test_an_article_is_no_copy_of_itself(ana, article):
    with pytest.raises(actions.Refused):
        actions.join_origins(article=article, other=article, by=ana, at=NOON)


def test_the_record_counts_the_origin_once(ana, article, copy):
    publish_all(article, ana)
    call = next(one for one in drafts_of(copy) if one.kind == "event" and one.content["kind"] == "phone_call")
    event = Event.objects.get(kind="phone_call")
    actions.accept_as_source(draft=call, event_id=event.pk, expected_version=call.version, by=ana, at=NOON)
    call = Draft.objects.get(pk=call.pk)
    actions.publish_article(article=copy, expected={call.pk: call.version}, by=ana, at=NOON)
    assert len(event_record(event.pk).origins) == 2
    actions.join_origins(article=Article.objects.get(pk=copy.pk), other=article, by=ana, at=NOON)
    assert event_record(event.pk).origins == ["Meridian"]
    assert Source.objects.filter(origin="Meridian").count() == 2
    actions.undo_decision(article=copy, by=ana, at=NOON)
    assert len(event_record(event.pk).origins) == 2


def test_the_desk_offers_it_and_takes_the_answer(ana, article, copy, client: Client):
    client.force_login(ana)
    page = client.get(reverse("newsroom:article", args=[copy.pk])).content.decode()
    assert "Looks like another copy of" in page
    assert "<del>" in page
    answer = {"other": article.pk, "choice": "one_origin"}
    assert client.post(reverse("newsroom:copies", args=[copy.pk]), answer).status_code == 302
    assert Article.objects.get(pk=copy.pk).origin == "Meridian"
    assert "Looks like another copy of" not in client.get(reverse("newsroom:article", args=[copy.pk])).content.decode()
    assert client.post(reverse("newsroom:copies", args=[copy.pk]), answer).status_code == 409
