"""What has not happened yet: no article is of tomorrow's tomorrow, and nothing is published as past before its day."""

import pytest
from django.urls import reverse

from newsroom import actions
from newsroom.models import Article, Draft
from tests.newsroom.story import NOON, STORY, accept_all, drafts_of, submit
from timeline.models import Event

pytestmark = pytest.mark.django_db


def test_an_article_of_a_day_to_come_is_refused_beside_its_field(ana, client):
    with pytest.raises(actions.Refused) as refusal:
        submit(ana, published="2026-01-15")
    assert (refusal.value.code, refusal.value.field) == ("day_ahead", "published")
    client.force_login(ana)
    response = client.post(reverse("newsroom:paste"), {"text": STORY, "published": "1 January 2999"})
    assert response.status_code == 422
    page = response.content.decode()
    assert "This day has not come yet" in page
    assert "about sharing the water of border rivers" in page
    assert not Article.objects.exists()


def test_the_day_that_has_begun_further_east_is_taken(ana):
    assert submit(ana, published="2026-01-14").published == "2026-01-14"


def test_the_day_of_an_article_cannot_be_moved_ahead(ana):
    article = submit(ana)
    with pytest.raises(actions.Refused, match="has not come yet"):
        actions.describe_article(
            article=article, details={"published": "2027-01-01"}, expected_version=article.version, by=ana, at=NOON
        )
    article.refresh_from_db()
    assert article.published == "2026-01-12"


def test_nothing_is_published_as_past_before_its_day(ana):
    article = submit(ana)
    accept_all(article, ana)
    event = next(one for one in drafts_of(article) if one.kind == "event" and one.content["modality"] == "happened")
    Draft.objects.filter(pk=event.pk).update(content={**event.content, "edtf": "2026-02-03"})
    expected = {one.pk: one.version for one in drafts_of(article) if one.state == Draft.State.ACCEPTED}
    with pytest.raises(actions.Refused, match="Its date lies ahead"):
        actions.publish_article(article=article, expected=expected, by=ana, at=NOON)
    assert not Event.objects.exists()
