"""What the mails of following say: each event once with its reasons, corrections, withdrawals, dates, its language."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import MEXICO, make_cast
from tests.factories import AT, BY, event_input, make_event, make_follow
from tests.timeline.test_follow import ANA, FORM, MORNING, links, sent
from timeline import actions
from timeline.models import Delivery, FollowRequest

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nobody_has_asked_before():
    cache.clear()


def test_one_mail_tells_an_event_once_with_all_its_reasons():
    make_event()
    make_event(title="They visit", kind="visit")
    before = AT - timedelta(days=1)
    make_follow(at=before)
    make_follow(query="kind=phone_call", at=before)
    make_follow(path=f"/countries/{MEXICO}/", at=before, note="For the seminar.")
    [message] = sent()
    assert message.subject == "Mexico and the United States and other lists: 2 new entries"
    assert message.body.count("Sheinbaum and Trump talk about trade") == 1
    reasons = "You follow: Mexico and the United States; Mexico and the United States, Phone call; Mexico"
    assert reasons in message.body.splitlines()
    assert "You follow: Mexico and the United States; Mexico" in message.body.splitlines()
    assert "Your note: For the seminar." in message.body
    html = message.alternatives[0].content
    assert html.count("Sheinbaum and Trump talk about trade") == 1
    assert reasons in html


def test_nothing_new_is_no_mail_and_leaves_nothing():
    make_event()
    follow = make_follow(at=AT + timedelta(hours=1))
    for frequency in ("weekly", "soon"):
        make_follow(query=f"kind=visit&show={'all' if frequency == 'soon' else 'planned'}", frequency=frequency)
    assert sent(MORNING + timedelta(days=8)) == []
    assert not Delivery.objects.exists()
    follow.refresh_from_db()
    assert follow.told_until > AT


def test_a_correction_and_a_withdrawal_are_told_as_such():
    call, visit = make_event(), make_event(title="They visit", kind="visit")
    make_follow(at=AT + timedelta(hours=1))
    at = AT + timedelta(hours=2)
    actions.correct_event(
        event_id=call.pk, expected_version=1, kind="correction", reason="It was Tuesday.", by=BY, at=at,
        event=event_input(edtf="2026-01-13"),
    )  # fmt: skip
    actions.withdraw_event(event_id=visit.pk, expected_version=1, reason="It was another visit.", by=BY, at=at)
    [message] = sent()
    assert "13 January 2026: [Corrected] Sheinbaum and Trump talk about trade" in message.body
    assert "Corrected: It was Tuesday." in message.body
    assert f"Event {visit.pk}: It was another visit." in message.body
    assert "They visit" not in message.body


def test_a_mail_is_written_in_the_language_in_which_it_was_asked_for(client):
    make_event()
    client.post(f"/es{FORM}", {"address": ANA, "frequency": "daily", "note": ""})
    request = FollowRequest.objects.get()
    [message] = sent(request.asked_at)
    assert message.subject == "Por favor, confirme: seguir México y Estados Unidos"
    address = next(link for link in links(message) if "/follow/confirm/" in link)
    assert address.startswith("/es/follow/confirm/")
    assert "Sí, seguirla" in client.get(address).text
    assert client.post(address).headers["Location"].startswith("/es/follow/mine/")
    make_follow(address="ben@example.org", language="es", at=AT - timedelta(days=1))
    [digest] = sent()
    assert digest.subject == "México y Estados Unidos: 1 entrada nueva"
    assert "12 de enero de 2026" in digest.body
    assert "http://testserver/es/events/" in digest.body


def test_dates_are_told_as_they_are_known_and_markup_stays_text():
    make_event(title="They <b>talk</b> & agree", edtf="2026-01-09~", summary="Of <script>alert(1)</script> ports.")
    make_follow(at=AT - timedelta(days=1), note="<i>mine</i>")
    [message] = sent()
    assert message.body.startswith("about 9 January 2026: They <b>talk</b> & agree")
    html = message.alternatives[0].content
    assert "They &lt;b&gt;talk&lt;/b&gt; &amp; agree" in html
    assert "&lt;i&gt;mine&lt;/i&gt;" in html
    assert "<script" not in html
    assert "<img" not in html


def test_a_full_mail_stays_below_what_programs_cut(django_assert_max_num_queries):
    make_cast()
    for number in range(60):
        title = f"They talk of matter {number} and of much else that has to be said at some length in its title"
        actions.record_event(event=event_input(title=title, summary=f"{title}. " * 3), by=BY, at=AT)
    make_follow(at=AT - timedelta(days=1))
    with django_assert_max_num_queries(60):
        [message] = sent()
    assert message.body.count("Source:") == 50
    assert (
        "There is more than a mail holds: see the list. http://testserver/pairs/mexico/united-states/" in message.body
    )
    assert len(message.message().as_bytes()) < 102_000


def test_more_events_cost_no_more_queries():
    make_cast()
    make_follow(at=AT - timedelta(hours=1))
    found = []
    for day, number in enumerate((5, 15)):
        for count in range(number):
            actions.record_event(
                event=event_input(title=f"Call {day} {count}"), by=BY, at=AT + timedelta(days=day, hours=1)
            )
        with CaptureQueriesContext(connection) as queries:
            [message] = sent(MORNING + timedelta(days=day))
        assert message.body.count("Source:") == number
        found.append(len(queries))
    assert found[0] == found[1]
