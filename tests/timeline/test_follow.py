"""Follow a list by mail: ask, confirm by a button, one mail a period, change, stop; who only asks learns nothing."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.core import mail
from django.core.cache import cache

from tests.cast import MEXICO, SHEINBAUM, UNITED_STATES, make_cast
from tests.factories import AT, BY, event_input, make_event, make_follow, statement_input
from timeline import actions
from timeline.models import Follow, FollowRequest
from timeline.tasks import send_what_waits

pytestmark = pytest.mark.django_db
PAIR = f"/pairs/{MEXICO}/{UNITED_STATES}/"
FORM = f"/follow{PAIR}"
ANA = "ana@example.org"
LINK = re.compile(r"http://testserver(/\S+)")
# The day on which the factories publish ends at midnight; its mail is due at six.
MORNING = datetime(2026, 1, 14, 6, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nobody_has_asked_before():
    cache.clear()


def links(message) -> list[str]:
    return LINK.findall(message.body)


def asked(client, address=ANA, form=FORM, **fields):
    return client.post(form, {"address": address, "frequency": "daily", "note": "", **fields})


def sent(at=MORNING) -> list:
    """Let the worker look at a moment, and return the mails that it sends."""
    before = len(mail.outbox)
    send_what_waits(at)
    return mail.outbox[before:]


def test_from_the_list_to_the_first_mail(client):
    make_event()
    assert 'href="follow/"' in client.get(PAIR).text
    beside = client.get(f"{PAIR}follow/?kind=phone_call")
    assert beside.headers["Location"] == f"{FORM}?kind=phone_call"
    page = client.get(beside.headers["Location"])
    assert re.search(r"page-head__lead.>([^<]*)", page.text)[1] == "Mexico and the United States, Phone call"
    assert "It has 1 entry now." in page.text
    assert "Sheinbaum and Trump talk about trade" in page.text
    answer = asked(client, form=f"{FORM}?kind=phone_call")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/follow/sent/")
    assert mail.outbox == []
    request = FollowRequest.objects.get()
    [confirmation] = sent(request.asked_at)
    assert confirmation.to == [ANA]
    assert "Mexico and the United States, Phone call" in confirmation.body
    assert sent(request.asked_at) == []
    address = next(link for link in links(confirmation) if "/follow/confirm/" in link)
    assert "Yes, follow it" in client.get(address).text
    assert not Follow.objects.exists()
    done = client.post(address)
    assert done.status_code == 303
    mine = client.get(done.headers["Location"])
    assert "Done: you follow it from now on." in mine.text
    tomorrow = request.asked_at + timedelta(days=1)
    actions.record_event(event=event_input(title="They talk again"), by=BY, at=request.asked_at + timedelta(minutes=1))
    actions.record_event(
        event=event_input(title="They meet", kind="meeting"), by=BY, at=request.asked_at + timedelta(minutes=1)
    )
    [digest] = sent(tomorrow.replace(hour=7))
    assert digest.subject == "Mexico and the United States, Phone call: 1 new entry"
    assert "They talk again" in digest.body
    assert "They meet" not in digest.body
    assert "The Example, https://example.org/2026/01/12/talk" in digest.body
    assert "12 January 2026" in digest.body
    assert sent(tomorrow.replace(hour=8)) == []


@pytest.mark.parametrize("page", [
    PAIR, f"/countries/{MEXICO}/", f"/leaders/{SHEINBAUM}/events/", f"/leaders/{SHEINBAUM}/statements/",
    f"/leaders/{SHEINBAUM}/on/{UNITED_STATES}/", "/threads/calls/", "/dates/2026/01/", "/dates/2026/01/12/",
    "/on-this-day/01-12/", f"/es{PAIR}",
])  # fmt: skip
def test_every_list_leads_to_its_form(client, page):
    event = make_event(statements=(statement_input(),))
    actions.record_thread(title="Calls", event_ids=[event.pk], by=BY, at=AT)
    href = re.search(r'href="([^"]*follow/)"', client.get(page).text)[1]
    beside = client.get(href if href.startswith("/") else page + href)
    prefix = "/es" if page.startswith("/es/") else ""
    assert beside.headers["Location"] == f"{prefix}/follow{page.removeprefix(prefix)}"
    shown = client.get(beside.headers["Location"])
    assert shown.status_code == 200
    assert 'type="email"' in shown.text
    assert shown.headers["Cache-Control"] == "no-store"
    assert not shown.cookies


def test_a_search_is_followed_with_its_words(client):
    make_event()
    page = client.get("/search/?q=trade").text
    address = unescape(re.search(r'href="(follow/[^"]*)"', page)[1])
    form = client.get(f"/search/{address}").headers["Location"]
    assert form == "/follow/search/?q=trade&only=events"
    assert "Search: trade" in client.get(form).text
    asked(client, form=form)
    assert FollowRequest.objects.get().path == "/search/"
    assert FollowRequest.objects.get().query == "q=trade&only=events"


QUERIES = ["", "kind=phone_call", "show=all", "q=ports", "topic=diplomatic", "leader=sheinbaum&order=oldest"]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("page", [PAIR, f"/countries/{MEXICO}/", f"/leaders/{SHEINBAUM}/events/", "/search/?q=talk"])
def test_a_mail_tells_what_the_feed_of_the_same_list_tells(client, page, query):
    before, calls = AT - timedelta(days=3), []
    for number, kind in enumerate(("phone_call", "meeting", "threat")):
        given = {"kind": kind, "title": f"They talk {number}", "summary": "Of ports.", "edtf": f"2026-01-0{number + 1}"}
        make_cast()
        calls.append(actions.record_event(event=event_input(**given), by=BY, at=before))
    actions.record_event(event=event_input(title="They talk of ports", topics=("diplomatic",)), by=BY, at=AT)
    actions.record_event(
        event=event_input(title="They will talk", kind="meeting", modality="planned", edtf="2026-06"), by=BY, at=AT
    )
    actions.correct_event(
        event_id=calls[0].pk, expected_version=1, kind="correction", reason="It was another day.", by=BY, at=AT,
        event=event_input(title="They talk 0", summary="Of ports.", edtf="2026-01-02"),
    )  # fmt: skip
    path, _, words = page.partition("?")
    asked_for = "&".join(filter(None, (words, query)))
    since = datetime(2026, 1, 13, tzinfo=UTC)
    items = client.get(f"{path}feed.json?{asked_for}").json()["items"]
    today = {item["title"] for item in items if max(item["date_published"], item["date_modified"]) >= since.isoformat()}
    make_follow(path, asked_for, at=since)
    mails = sent()
    told = {line for one in mails for line in one.body.splitlines() if re.match(r"(\d|Between|June|2026)", line)}
    assert told == today
    assert today or query
