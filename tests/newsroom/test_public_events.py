"""What publishers do to events that are public: correct them, merge them, take them back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.models import Draft, LogEntry
from tests.factories import make_event
from tests.newsroom.story import drafts_of, publish_all, submit
from timeline.models import Event, Revision

pytestmark = pytest.mark.usefixtures("newsroom")


def at(name, event):
    return reverse(f"newsroom:{name}", args=[event.pk])


def fields_of(event, **changed):
    """Return what the form of an event sends, with some of it changed."""
    as_it_stands = {
        "version": event.version,
        "title": event.title,
        "kind": event.kind,
        "modality": event.modality,
        "edtf": event.edtf,
        "source_words": event.source_words,
        "place": event.place,
        "summary": event.summary,
        "topics": [topic.topic for topic in event.topics.all()],
        "change": "correction",
        "reason": "The report was a day off.",
    }
    return {**as_it_stands, **changed}


def test_a_corrected_date_is_told_with_its_reason_and_what_stood_before(desk):
    event = make_event()
    response = desk.post(at("event", event), fields_of(event, edtf="11 January 2026"))
    assert response["Location"] == f"/events/{event.pk}/history/"
    history = desk.get(response["Location"]).text
    assert "The report was a day off." in history
    event.refresh_from_db()
    assert (event.edtf, event.version, event.resolved_from) == ("2026-01-11", 2, "given by an editor")
    corrections = desk.get("/corrections/").text
    assert "12 January 2026" in corrections and "11 January 2026" in corrections
    assert "11 January 2026" in desk.get("/pairs/mexico/united-states/").text
    logged = LogEntry.objects.get(verb="correct_event")
    assert (logged.object_id, logged.by.email) == (event.pk, "ben@example.org")


def test_a_typing_error_needs_no_reason_and_is_no_correction(desk):
    event = make_event(title="Sheinbaum and Trump talk abuot trade")
    desk.post(at("event", event), fields_of(event, title="Sheinbaum and Trump talk about trade", change="typo",
                                            reason=""))  # fmt: skip
    assert Event.objects.get(pk=event.pk).title == "Sheinbaum and Trump talk about trade"
    assert Revision.objects.filter(event=event).latest("version").kind == "typo"
    assert "talk about trade" not in desk.get("/corrections/").text


def test_on_another_day_a_person_has_the_office_of_that_day_or_is_said_to_have_none(desk):
    event = make_event()
    desk.post(at("event", event), fields_of(event, edtf="12 January 2006", is_office_unknown="on"))
    parts = list(Event.objects.get(pk=event.pk).participations.order_by("position"))
    assert [(part.tenure, part.is_office_unknown) for part in parts] == [(None, True), (None, True)]


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"edtf": "11 January 2026", "reason": " "}, "reason", "Say why, in a sentence that readers will see."),
        ({"edtf": ""}, "edtf", "This field is required."),
        ({"edtf": "some day"}, "edtf", "is not a date that is understood here"),
        ({"edtf": "12 January 2090"}, "", "Its date lies ahead."),
        (
            {"edtf": "12 January 2006"},
            "",
            "No office of Claudia Sheinbaum for Mexico is recorded that covers 2006-01-12.",
        ),
        ({"title": ""}, "title", "This field is required."),
        ({"title": "They speak of “rivers”"}, "", "rivers"),
        ({"kind": "talks_of_talks"}, "kind", "Select a valid choice."),
        ({"change": "retraction", "place": "Cancun"}, "change", "Select a valid choice."),
        ({}, "", "Nothing was changed."),
    ],
)
def test_what_cannot_be_published_changes_nothing_and_says_why(desk, changed, field, said):
    event = make_event()
    response = desk.post(at("event", event), fields_of(event, **changed))
    assert response.status_code == 422
    assert said in response.text
    assert "<title>Error: " in response.text
    if field:
        assert f'href="#id_{field}' in response.text
    assert Event.objects.get(pk=event.pk).version == 1


def test_who_comes_second_sees_what_stands_and_keeps_the_own_words(desk):
    event = make_event()
    desk.post(at("event", event), fields_of(event, title="The presidents talk about trade"))
    response = desk.post(at("event", event), fields_of(event, title="Trade is talked about"))
    assert response.status_code == 409
    assert "The presidents talk about trade" in response.text
    assert 'value="Trade is talked about"' in response.text
    assert Event.objects.get(pk=event.pk).title == "The presidents talk about trade"


def test_an_event_told_twice_is_found_merged_and_parted_again(desk):
    kept, other = make_event(), make_event(title="The presidents speak by telephone")
    far = make_event(title="They had spoken before", edtf="2025-12-01")
    page = desk.get(at("event", other)).text
    assert kept.title in page and far.title not in page
    response = desk.post(
        at("merge", other), {"version": other.version, "other": kept.pk, "merge_reason": "Told twice."}
    )
    assert response["Location"] == at("event", other)
    assert desk.get(f"/events/{other.pk}/", follow=True).redirect_chain[-1][0].startswith(f"/events/{kept.pk}/")
    merged = desk.get(at("event", other)).text
    assert "Take the merge back" in merged and kept.title in merged
    assert desk.post(at("separation", other))["Location"] == at("event", other)
    assert Event.objects.get(pk=other.pk).withdrawn_at is None
    verbs = LogEntry.objects.filter(object_kind="event").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["merge_events", "separate_events"]


@pytest.mark.parametrize("named", ["{pk}", "/events/{pk}/", "https://example.org/es/events/{pk}/a-call/?x=1"])
def test_the_other_event_may_be_named_by_number_or_address(desk, named):
    kept, other = make_event(), make_event(title="They had spoken before", edtf="2025-12-01")
    desk.post(at("merge", other), {"version": other.version, "address": named.format(pk=kept.pk),
                                   "merge_reason": "Told twice."})  # fmt: skip
    assert Event.objects.get(pk=other.pk).merged_into_id == kept.pk


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"address": "", "merge_reason": "Told twice."}, "Say which event it is the same as."),
        ({"address": "nowhere", "merge_reason": "Told twice."}, "Give the number or the address of an event."),
        ({"address": "999999999999999999", "merge_reason": "Told twice."}, "There is no event"),
        ({"address": "9" * 40, "merge_reason": "Told twice."}, "Give the number or the address of an event."),
        ({"address": "{own}", "merge_reason": "Told twice."}, "cannot be merged into itself"),
        ({"address": "{kept}", "merge_reason": ""}, "This field is required."),
    ],
)
def test_a_merge_that_cannot_be_changes_nothing(desk, sent, said):
    kept, other = make_event(), make_event(title="The presidents speak by telephone")
    sent = {**sent, "version": 1, "address": sent["address"].format(own=other.pk, kept=kept.pk)}
    response = desk.post(at("merge", other), sent)
    assert response.status_code == 422
    assert said in response.text
    assert not Event.objects.filter(withdrawn_at__isnull=False).exists()


def test_a_merge_of_what_was_changed_meanwhile_waits(desk):
    kept, other = make_event(), make_event(title="The presidents speak by telephone")
    response = desk.post(at("merge", other), {"version": 7, "other": kept.pk, "merge_reason": "Told twice."})
    assert response.status_code == 409
    assert not Event.objects.filter(withdrawn_at__isnull=False).exists()


def test_nothing_is_parted_that_was_not_merged(desk):
    assert desk.post(at("separation", make_event())).status_code == 422


def test_an_event_of_no_article_is_taken_back(desk):
    event = make_event()
    response = desk.post(at("event_withdrawal", event), {"version": 1, "reason": "It was another call."})
    assert response["Location"] == reverse("newsroom:events")
    gone = desk.get(f"/events/{event.pk}/", follow=True)
    assert gone.status_code == 410 and "It was another call." in gone.text
    assert desk.get(at("event", event)).status_code == 404


def test_an_event_of_a_draft_is_taken_back_through_it(desk, ana):
    article = submit(ana)
    publish_all(article, ana)
    draft = next(one for one in drafts_of(article) if one.event_id)
    desk.post(at("event_withdrawal", draft.event), {"version": draft.event.version, "reason": "It was another call."})
    draft = Draft.objects.get(pk=draft.pk)
    assert (draft.state, draft.event) == ("proposed", None)


@pytest.mark.parametrize(
    ("sent", "status"), [({"version": 1, "reason": ""}, 422), ({"version": 5, "reason": "x"}, 409)]
)
def test_without_a_reason_or_in_another_version_it_stands(desk, sent, status):
    event = make_event()
    assert desk.post(at("event_withdrawal", event), sent).status_code == status
    assert Event.objects.get(pk=event.pk).withdrawn_at is None


def test_an_event_is_found_by_its_address_and_the_newest_are_listed(desk):
    event = make_event()
    assert event.title in desk.get(reverse("newsroom:events")).text
    where = desk.get(reverse("newsroom:events"), {"event": f"http://testserver/events/{event.pk}/{event.slug}/"})
    assert where["Location"] == at("event", event)
    for unknown in ("elsewhere", "999999", "9" * 30):
        response = desk.get(reverse("newsroom:events"), {"event": unknown})
        assert response.status_code == 422
        assert "Give the number or the address of an event." in response.text


def test_more_events_cost_no_more_queries(desk):
    costs = []
    event = make_event()
    for number in range(2):
        for place in range(3):
            make_event(title=f"They talk, {number} {place}")
        with CaptureQueriesContext(connection) as queries:
            desk.get(reverse("newsroom:events"))
            desk.get(at("event", event))
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_only_publishers_are_led_there(client, ana, ben):
    for who, is_led in ((ana, False), (ben, True)):
        client.force_login(who)
        assert (reverse("newsroom:events") in client.get(reverse("newsroom:queue")).text) == is_led


def test_what_an_article_became_leads_to_its_correction(desk, ana):
    article = submit(ana)
    publish_all(article, ana)
    event = Event.objects.get(kind="phone_call")
    assert at("event", event) in desk.get(reverse("newsroom:publication", args=[article.pk])).text


def parts_of(event, *more, **changed):
    """Return what the rows of those who took part send: as they stand, with ``{place: {...}}`` changed, and more."""
    rows = [
        {"place": place, "country": part.country.name, "leader": part.leader.name if part.leader else "",
         "role": part.role, "side": part.side} | changed.get(f"row_{place}", {})
        for place, part in enumerate(event.participations.order_by("position", "pk"))
    ]  # fmt: skip
    rows += more
    sent = {f"parts-{number}-{name}": value for number, row in enumerate(rows) for name, value in row.items()}
    return {"parts-TOTAL_FORMS": len(rows), "parts-INITIAL_FORMS": len(rows) - len(more), **sent}


def names_of(event):
    return [
        (part.country.slug, part.leader and part.leader.slug, part.role, part.tenure and part.tenure.office.slug)
        for part in Event.objects.get(pk=event.pk).participations.order_by("position", "pk")
    ]


def test_a_party_that_was_only_a_topic_leaves_the_pair(desk):
    event = make_event()
    sent = fields_of(event, **parts_of(event, row_1={"role": "topic", "leader": ""}))
    assert desk.post(at("event", event), sent).status_code == 302
    assert names_of(event)[1] == ("united-states", None, "topic", None)
    assert event.title not in desk.get("/pairs/mexico/united-states/").text
    assert "United States (topic)" in desk.get(f"/events/{event.pk}/history/").text


def test_another_person_has_that_persons_office(desk):
    event = make_event()
    desk.post(at("event", event), fields_of(event, **parts_of(event, row_1={"leader": "Marco Rubio"})))
    assert names_of(event)[1] == ("united-states", "marco-rubio", "party", "secretary-of-state")
    assert names_of(event)[0] == ("mexico", "claudia-sheinbaum", "party", "president-of-mexico")


def test_a_new_party_rests_on_words_that_the_event_has(desk):
    event = make_event()
    new = {"country": "Venezuela", "leader": "", "role": "party", "side": "recipient"}
    answer = desk.post(at("event", event), fields_of(event, **parts_of(event, new)))
    assert answer.status_code == 422
    assert "Say which words show that this country took part." in answer.text
    passage = event.participations.first().citations.get()
    sent = fields_of(event, **parts_of(event, {**new, "passage": passage.pk}))
    assert desk.post(at("event", event), sent).status_code == 302
    added = Event.objects.get(pk=event.pk).participations.get(country__slug="venezuela")
    assert [(one.field, one.exact) for one in added.citations.all()] == [("participation", passage.exact)]
    assert event.title in desk.get("/pairs/mexico/venezuela/").text


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"country": "Atlantis"}, "The record has no country “Atlantis”."),
        ({"leader": "Nobody Knows"}, "The record has nobody, or several people, of this name."),
        ({"country": ""}, "Say for which country the person acted."),
        ({"country": "Mexico", "leader": "Claudia Sheinbaum"}, "The same part stands here twice."),
        ({"place": "-1"}, "Look at who took part."),
        ({"role": "ghost"}, "Look at who took part."),
    ],
)
def test_what_cannot_be_a_part_is_said_at_its_row_and_nothing_is_written(desk, row, said):
    event = make_event()
    before = names_of(event)
    answer = desk.post(at("event", event), fields_of(event, **parts_of(event, row_1=row)))
    assert answer.status_code == 422
    assert said in answer.text
    assert names_of(event) == before
    assert Event.objects.get(pk=event.pk).version == 1


def test_without_a_party_nothing_is_published(desk):
    event = make_event()
    gone = {"country": "", "leader": ""}
    answer = desk.post(at("event", event), fields_of(event, **parts_of(event, row_0=gone, row_1=gone)))
    assert answer.status_code == 422
    assert "at least one country" in answer.text


def test_a_passage_of_another_event_shows_nothing_here(desk):
    event, other = make_event(), make_event(title="Another call")
    passage = other.participations.first().citations.get()
    new = {"country": "Venezuela", "role": "party", "side": "actor", "passage": passage.pk}
    assert desk.post(at("event", event), fields_of(event, **parts_of(event, new))).status_code == 422
