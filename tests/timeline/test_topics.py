"""Topics: a fixed vocabulary, kept with the event, shown on its page, and refused where they are none."""

import re

import pytest
from django.db import IntegrityError, transaction

from tests.factories import AT, BY, event_input, make_event
from timeline import actions
from timeline.models import EventPair, EventTopic
from timeline.topics import TOPICS

pytestmark = pytest.mark.django_db


def test_the_vocabulary_is_that_of_plover():
    assert len(TOPICS) == 37
    assert len({topic.label for topic in TOPICS.values()}) == 37
    for key, topic in TOPICS.items():
        assert re.fullmatch(r"[a-z_]{4,24}", key)
        assert topic.key == key
        assert topic.definition.endswith(".")


def test_topics_are_recorded_corrected_and_kept_in_the_history():
    event = make_event(topics=("crime", "illegal_drugs", "crime"))
    assert event.revisions.get().content["topics"] == ["crime", "illegal_drugs"]
    assert EventPair.objects.get().topics == ["crime", "illegal_drugs"]
    actions.correct_event(
        event_id=event.pk, event=event_input(topics=("economic",)), expected_version=1, kind="update", by=BY, at=AT
    )
    assert [row.topic for row in EventTopic.objects.all()] == ["economic"]
    assert event.revisions.get(version=2).content["topics"] == ["economic"]
    assert EventPair.objects.get().topics == ["economic"]


def test_what_is_no_topic_is_refused_by_the_action_and_by_the_database():
    with pytest.raises(actions.InvalidField, match="topic"):
        make_event(topics=("gossip",))
    event = make_event()
    with pytest.raises(IntegrityError), transaction.atomic():
        EventTopic.objects.create(event=event, topic="gossip")
    EventTopic.objects.create(event=event, topic="crime")
    with pytest.raises(IntegrityError), transaction.atomic():
        EventTopic.objects.create(event=event, topic="crime")


def test_the_event_page_says_what_it_was_about(client):
    event = make_event(topics=("illegal_drugs",))
    page = client.get(f"/events/{event.pk}/{event.slug}/").content.decode()
    assert 'href="/pairs/mexico/united-states/?topic=illegal_drugs#timeline">Illegal drugs</a>' in page
    bare = make_event(title="Again")
    assert "<dt>About</dt>" not in client.get(f"/events/{bare.pk}/{bare.slug}/").content.decode()
