"""Another report of a public event supports that event, instead of making a second one."""

import pytest
from django.test import Client
from django.urls import reverse

from newsroom import actions
from newsroom.models import Draft
from newsroom.queries import desk_of, draft_row, events_told_of
from tests.factories import make_event
from tests.newsroom.story import NOON, drafts_of, publish_all, submit
from timeline.models import Citation, Event
from timeline.queries import event_record

OTHER = """WASHINGTON, Jan 12 (Corvid) - U.S. President Donald Trump and Mexican President Claudia Sheinbaum held a \
telephone call on Monday, the White House said.

The call lasted fifteen minutes, according to an aide who listened to it.
"""
EARLIER = OTHER.replace("Jan 12", "Dec 1")


@pytest.fixture
def article(ana):
    first = submit(ana)
    publish_all(first, ana)
    return first


def report(ana, text=OTHER, published="2026-01-12"):
    given = {"outlet": "Corvid", "published": published, "title": "Presidents of two neighbours on the telephone"}
    return submit(ana, text, f"https://corvid.example.org/{published}", **given)


def call_of(article):
    return next(one for one in drafts_of(article) if one.kind == "event" and one.content["kind"] == "phone_call")


def told_of(draft):
    return events_told_of(*draft_row(draft))


def accept_as_source(draft, event, by):
    return actions.accept_as_source(draft=draft, event_id=event.pk, expected_version=draft.version, by=by, at=NOON)


def publish(article, draft, by):
    draft = Draft.objects.get(pk=draft.pk)
    return actions.publish_article(article=article, expected={draft.pk: draft.version}, by=by, at=NOON)


def test_a_call_of_the_same_parties_on_the_same_day_is_offered(ana, article):
    assert told_of(call_of(report(ana))) == [Event.objects.get(kind="phone_call")]


def test_another_day_other_parties_and_its_own_article_are_not_offered(ana, article):
    assert told_of(call_of(report(ana, EARLIER, "2025-12-01"))) == []
    other = OTHER.replace("Mexican President Claudia Sheinbaum", "Canadian Prime Minister Mark Carney")
    assert told_of(call_of(report(ana, other, "2026-01-13"))) == []
    assert told_of(call_of(article)) == []


def test_the_first_event_that_it_may_tell_of_has_a_key(ana, article, client):
    client.force_login(ana)
    page = client.get(reverse("newsroom:article", args=[report(ana).pk])).text
    assert page.count('data-key="o"') == 1
    assert "another source for a public event" in page


def test_the_check_says_that_no_second_event_is_made(ana, ben, article, client):
    other = report(ana)
    draft = call_of(other)
    accept_as_source(draft, Event.objects.get(kind="phone_call"), ana)
    client.force_login(ben)
    page = reverse("newsroom:publication", args=[other.pk])
    assert "its words go there, and no second event is made." in client.get(page).text
    publish(other, draft, ben)
    assert "another source for an event" in client.get(page).text


def test_the_passages_go_to_the_event_and_no_second_one_is_made(ana, article):
    event, count = Event.objects.get(kind="phone_call"), Event.objects.count()
    before = set(Citation.objects.filter(event=event).values_list("exact", flat=True))
    second = report(ana)
    draft = call_of(second)
    accept_as_source(draft, event, ana)
    publish(second, draft, ana)
    again = Event.objects.get(pk=event.pk)
    assert (Event.objects.count(), again.version, again.title) == (count, event.version + 1, event.title)
    assert Draft.objects.get(pk=draft.pk).event_id == event.pk
    assert event_record(event.pk).origins == ["Meridian", "Corvid"]
    exact = set(Citation.objects.filter(event=event).values_list("exact", flat=True))
    assert before < exact
    for part in again.participations.all():
        assert {one.source.origin for one in part.citations.all()} == {"Meridian", "Corvid"}
        assert part.tenure is not None
    assert again.revisions.get(version=again.version).kind == "update"


def test_taking_it_back_leaves_the_event_with_its_first_source(ana, article):
    event = Event.objects.get(kind="phone_call")
    second = report(ana)
    draft = call_of(second)
    accept_as_source(draft, event, ana)
    publish(second, draft, ana)
    draft = Draft.objects.get(pk=draft.pk)
    actions.withdraw_draft(
        draft=draft, expected_version=draft.version, reason="It tells of another call.", by=ana, at=NOON
    )
    again = Event.objects.get(pk=event.pk)
    assert again.withdrawn_at is None
    assert event_record(event.pk).origins == ["Meridian"]
    assert (Draft.objects.get(pk=draft.pk).state, Draft.objects.get(pk=draft.pk).event_id) == ("proposed", None)


def test_only_an_event_that_is_offered_is_taken(ana, article):
    draft = call_of(report(ana))
    earlier = make_event(edtf="2025-03-01")
    with pytest.raises(actions.Refused):
        accept_as_source(draft, earlier, ana)
    assert Draft.objects.get(pk=draft.pk).state == "proposed"


def test_a_stale_version_is_refused(ana, article):
    draft, event = call_of(report(ana)), Event.objects.get(kind="phone_call")
    accept_as_source(draft, event, ana)
    with pytest.raises(actions.Conflict):
        accept_as_source(draft, event, ana)


def test_the_choice_is_taken_back_with_undo_or_by_accepting_it_as_its_own(ana, article):
    second = report(ana)
    draft = call_of(second)
    accept_as_source(draft, Event.objects.get(kind="phone_call"), ana)
    actions.undo_decision(article=second, by=ana, at=NOON)
    draft = Draft.objects.get(pk=draft.pk)
    assert (draft.state, draft.content["known_event"]) == ("proposed", 0)
    actions.accept_draft(draft=draft, expected_version=draft.version, by=ana, at=NOON)
    publish(second, draft, ana)
    assert Event.objects.filter(kind="phone_call").count() == 2


def test_an_event_withdrawn_meanwhile_takes_no_source(ana, article):
    event, second = Event.objects.get(kind="phone_call"), report(ana)
    draft = call_of(second)
    accept_as_source(draft, event, ana)
    first = Draft.objects.get(event=event)
    actions.withdraw_draft(draft=first, expected_version=first.version, reason="It was wrong.", by=ana, at=NOON)
    with pytest.raises(actions.NotPublishable):
        publish(second, draft, ana)
    assert Draft.objects.get(pk=draft.pk).state == "accepted"


def test_the_card_offers_it_and_takes_the_answer(ana, article, client: Client):
    client.force_login(ana)
    second = report(ana)
    draft, event = call_of(second), Event.objects.get(kind="phone_call")
    assert "Another source for" in client.get(reverse("newsroom:article", args=[second.pk])).content.decode()
    address = reverse("newsroom:second_source", args=[draft.pk])
    assert client.post(address, {"version": draft.version}).status_code == 409
    assert client.post(address, {"version": draft.version, "event": event.pk}).status_code == 302
    assert (
        "Accepted as another source for" in client.get(reverse("newsroom:article", args=[second.pk])).content.decode()
    )
    assert desk_of(second).events == [event]
