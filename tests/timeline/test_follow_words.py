"""What the mails of following say: each event once with its reasons, corrections, withdrawals, dates, its language."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.cast import MEXICO, UNITED_STATES, make_cast
from tests.factories import AT, BY, event_input, make_event, make_follow
from tests.timeline.test_follow import ANA, FORM, MORNING, links, sent
from timeline import actions
from timeline.models import Delivery, FollowRequest
from timeline.values import CountryPair

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
    make_follow(query="kind=visit", frequency="soon")
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


MONDAY = datetime(2026, 1, 19, 6, tzinfo=UTC)


def test_a_week_in_which_nothing_is_new_is_told_and_a_day_is_not():
    make_event()
    actions.record_coverage(covers_from=None, checked_at=AT, by=BY, at=AT)
    after = AT + timedelta(hours=1)
    make_follow(at=after, frequency="weekly", note="For the seminar.")
    make_follow(address="ben@example.org", at=after)
    [message] = sent(MONDAY)
    assert message.to == [ANA]
    assert message.subject == "Mexico and the United States: nothing new"
    for words in (message.body, message.alternatives[0].content):
        assert "Nothing new in: Mexico and the United States." in words
        assert "Sources were last looked through on 13 January 2026." in words
        assert "For the seminar." in words
        assert "http://testserver/about/#coverage" in words
    assert sent(MONDAY + timedelta(hours=1)) == []


def test_each_mail_says_once_what_is_covered_of_all_that_it_tells_of():
    make_cast()
    gaps, first, last = "No “readouts” & <b>.", date(2026, 1, 1), date(2026, 1, 12)
    actions.record_coverage(covers_from=first, checked_at=AT, known_gaps=gaps, by=BY, at=AT)
    for query in ("", "kind=phone_call"):
        make_follow(at=AT - timedelta(hours=1), query=query)
    make_event()
    [message] = sent(MORNING)
    once = "Covered: 1 January 2026 to today. Sources were last looked through on 13 January 2026."
    assert message.body.count(f"\n{once} {gaps}\n") == 1
    assert message.alternatives[0].content.count(f'{once} <span lang="en">No “readouts” &amp; &lt;b&gt;.</span>') == 1
    pair, later = CountryPair(MEXICO, UNITED_STATES), AT + timedelta(days=1)
    actions.record_coverage(pair=pair, covers_from=first, covers_until=last, checked_at=AT, by=BY, at=AT)
    actions.record_event(event=event_input(title="They talk again"), by=BY, at=later)
    [message] = sent(MORNING + timedelta(days=1))
    assert (
        "\nMexico and the United States; Mexico and the United States, Phone call: Covered: 1 January 2026 to"
        " 12 January 2026. Sources were last looked through on 13 January 2026.\n"
    ) in message.body


def test_that_weeks_long_gone_were_quiet_is_not_told():
    make_event()
    make_follow(at=AT + timedelta(hours=1), frequency="weekly")
    [message] = sent(MONDAY + timedelta(weeks=3))
    assert "This mail is late" not in message.body


def test_daily_and_weekly_lists_of_one_address_are_one_mail_on_monday():
    make_event()
    make_follow(at=AT - timedelta(days=1))
    make_follow(path=f"/countries/{MEXICO}/", frequency="weekly", at=AT - timedelta(days=1))
    make_follow(query="kind=visit", frequency="weekly", at=AT - timedelta(days=1))
    [first] = sent()
    assert "You follow: Mexico and the United States" in first.body.splitlines()
    at = datetime(2026, 1, 18, 12, tzinfo=UTC)
    actions.record_event(event=event_input(title="They talk on Sunday"), by=BY, at=at)
    [monday] = sent(MONDAY)
    assert monday.body.count("They talk on Sunday") == monday.body.count("Sheinbaum and Trump talk about trade") == 1
    assert "You follow: Mexico and the United States; Mexico" in monday.body.splitlines()
    assert "You follow: Mexico" in monday.body.splitlines()
    assert "Nothing new in: Mexico and the United States, Visit." in monday.body
    assert sent(MONDAY + timedelta(hours=1)) == []
    assert sent(MONDAY + timedelta(days=1)) == []


def test_a_correction_of_what_a_mail_told_stands_under_its_own_head():
    told, older = make_event(), AT - timedelta(hours=2)
    never = actions.record_event(event=event_input(title="They visit", kind="visit"), by=BY, at=older)
    make_follow(at=AT - timedelta(hours=1))
    assert len(sent()) == 1
    at = AT + timedelta(days=1)
    for event, title in ((told, "Sheinbaum and Trump talk about steel"), (never, "They visit")):
        actions.correct_event(
            event_id=event.pk, expected_version=1, kind="correction", reason="It was misread.", by=BY, at=at,
            event=event_input(title=title, kind=event.kind),
        )  # fmt: skip
    actions.record_event(event=event_input(title="They meet"), by=BY, at=at)
    [message] = sent(MORNING + timedelta(days=1))
    before, after = message.body.split("Corrected since we told you:")
    assert "They meet" in before
    assert "[Corrected] They visit" in before
    assert "[Corrected] Sheinbaum and Trump talk about steel" in after
    html = message.alternatives[0].content
    assert html.index("They meet") < html.index("Corrected since we told you:") < html.index("talk about steel")


def test_a_mail_of_corrections_alone_says_so_in_its_subject():
    event = make_event()
    make_follow(at=AT - timedelta(hours=1))
    sent()
    actions.correct_event(
        event_id=event.pk, expected_version=1, kind="correction", reason="It was misread.", by=BY,
        at=AT + timedelta(days=1), event=event_input(title="They talk about steel"),
    )  # fmt: skip
    [message] = sent(MORNING + timedelta(days=1))
    assert message.subject == "Mexico and the United States: corrections"


@pytest.mark.parametrize(
    ("days", "each", "said"),
    [
        (0, 0, ["Once a day, in the morning: less than one mail a month.", "mails will be rare"]),
        (12, 1, ["Once a day, in the morning: about 1 mail a month.", "within half an hour: about 1 mail a month.",
                 "12 entries on 12 days"]),
        (36, 2, ["Once a day, in the morning: about 3 mails a month.", "within half an hour: about 6 mails a month.",
                 "even where nothing is new: about 4 mails a month.", "72 entries on 36 days"]),
        (24, 16, [": about 2 mails a month.", ": about 32 mails a month.", "more than one mail a day here"]),
    ],
)  # fmt: skip
def test_how_many_mails_to_expect_is_counted_from_the_last_year_of_the_list(client, days, each, said):
    make_cast()
    today = timezone.localdate()
    for day in range(days):
        for number in range(each):
            edtf = (today - timedelta(days=3 * day)).isoformat()
            actions.record_event(event=event_input(title=f"They talk {day} {number}", edtf=edtf), by=BY, at=AT)
    # These count for nothing: too old, still to come, or not in the list.
    for edtf, kind in (((today - timedelta(days=400)).isoformat(), "phone_call"), (today.isoformat(), "visit")):
        actions.record_event(event=event_input(title="Another", edtf=edtf, kind=kind), by=BY, at=AT)
    page = client.get(f"{FORM}?kind=phone_call").text
    assert not [words for words in said if words not in page]
