"""A newer engine reads a text again: what people decided stays, whatever the engine proposes now."""

from django.urls import reverse

from newsroom import actions
from newsroom.models import Draft, Reading
from tests.newsroom.story import NOON, drafts_of, submit


def test_what_was_rejected_does_not_return_when_a_newer_engine_cuts_its_words_otherwise(ana):
    article = submit(ana)
    rejected = next(one for one in drafts_of(article) if one.kind == "event")
    actions.reject_draft(draft=rejected, expected_version=1, by=ana, at=NOON)
    passage = rejected.passages.get(field="summary")
    Draft.objects.filter(pk=rejected.pk).update(fingerprint="0" * 64)
    passage.end, passage.exact = passage.end - 5, passage.exact[:-5]
    passage.save()
    count = len(drafts_of(article))
    actions.read_again(article=article, by=ana, at=NOON)
    assert len(drafts_of(article)) == count
    same = [one for one in drafts_of(article) if one.content.get("kind") == rejected.content["kind"]]
    assert [one.state for one in same if one.number == rejected.number] == ["rejected"]


def test_the_desk_offers_to_read_again_what_an_older_engine_read(ana, client):
    article = submit(ana)
    client.force_login(ana)
    desk = reverse("newsroom:article", args=[article.pk])
    assert "Read it again" not in client.get(desk).content.decode()
    Reading.objects.update(engine="0")
    assert "Read it again" in client.get(desk).content.decode()
    assert client.post(reverse("newsroom:readings", args=[article.pk])).status_code == 302
    assert "Read it again" not in client.get(desk).content.decode()
    assert Reading.objects.order_by("pk").values_list("engine", flat=True).last() == actions.ENGINE
