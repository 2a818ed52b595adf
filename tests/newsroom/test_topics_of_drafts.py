"""An editor says at the desk what an event was about; a second source takes none of it away."""

import html

import pytest
from django.urls import reverse

from newsroom import actions
from newsroom.models import Draft
from tests.newsroom.forms import forms_of
from tests.newsroom.story import NOON, accept_all, drafts_of, submit
from tests.newsroom.test_second_sources import accept_as_source, call_of, publish, report
from timeline.models import Event


def topics_of(event: Event) -> list[str]:
    return sorted(topic.topic for topic in event.topics.all())


def with_topics(client, article, topics: list[str]) -> Draft:
    draft = call_of(article)
    edit = reverse("newsroom:draft_edit", args=[draft.pk])
    answer = client.post(edit, forms_of(client.get(edit), edit)[0] | {"topics": topics})
    assert answer.status_code == 302, html.unescape(answer.text)
    return Draft.objects.get(pk=draft.pk)


@pytest.fixture
def published(desk, ana):
    """Publish the story, whose call an editor has said to be about two topics."""
    article = submit(ana)
    with_topics(desk, article, ["economic", "migration"])
    accept_all(article, ana)
    accepted = {one.pk: one.version for one in drafts_of(article) if one.state == Draft.State.ACCEPTED}
    actions.publish_article(article=article, expected=accepted, by=ana, at=NOON)
    return Event.objects.get(kind="phone_call")


def test_topics_said_at_the_desk_are_published(published):
    assert topics_of(published) == ["economic", "migration"]


def test_a_card_names_the_topics(desk, ana):
    article = submit(ana)
    with_topics(desk, article, ["economic", "migration"])
    page = desk.get(reverse("newsroom:article", args=[article.pk])).text
    assert "Trade and economy, Migration" in page


def test_a_topic_that_is_none_is_refused_beside_the_field(desk, ana):
    draft = call_of(submit(ana))
    edit = reverse("newsroom:draft_edit", args=[draft.pk])
    answer = desk.post(edit, forms_of(desk.get(edit), edit)[0] | {"topics": ["economic", "weather"]})
    assert answer.status_code == 422
    assert "weather is not one of the available choices" in html.unescape(answer.text)
    assert Draft.objects.get(pk=draft.pk).content["topics"] == []


def test_another_source_takes_no_topic_away(published, ana):
    second = report(ana)
    draft = call_of(second)
    accept_as_source(draft, published, ana)
    publish(second, draft, ana)
    again = Event.objects.get(pk=published.pk)
    assert again.version == published.version + 1
    assert topics_of(again) == ["economic", "migration"]
