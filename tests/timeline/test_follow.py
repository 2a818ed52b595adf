"""Follow a list by mail: ask, confirm by a button, one mail a period, change, stop; who only asks learns nothing."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from tests.cast import MEXICO, SHEINBAUM, UNITED_STATES, make_cast
from tests.factories import AT, BY, event_input, make_event, make_follow, statement_input
from timeline import actions
from timeline.access import token_of_follower
from timeline.models import Delivery, Follow, Follower, FollowRequest
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


def confirmation(client, address=ANA, **fields):
    """Ask, and return the address that the one mail leads to, with the wish."""
    asked(client, address, **fields)
    request = FollowRequest.objects.latest("pk")
    [message] = sent(request.asked_at)
    return next(link for link in links(message) if "/follow/confirm/" in link), request


def test_who_follows_already_gets_the_same_answer_and_the_same_mail(client):
    make_cast()
    make_follow(address=ANA)
    mail.outbox.clear()
    known, unknown = (asked(client, address) for address in (ANA, "ben@example.org"))
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
    first, second = sent(FollowRequest.objects.latest("pk").asked_at)
    assert first.subject == second.subject
    assert [len(message.body.splitlines()) for message in (first, second)] == [len(first.body.splitlines())] * 2


def test_an_address_is_asked_three_times_a_day_however_it_is_written(client):
    make_cast()
    for address in (ANA, "Ana@example.org", "ANA@EXAMPLE.ORG", ANA, ANA):
        assert asked(client, address).status_code == 303
    assert FollowRequest.objects.count() == 3
    at = FollowRequest.objects.latest("pk").asked_at + timedelta(days=1, minutes=1)
    given = {"path": PAIR, "query": "", "frequency": "daily", "note": "", "language": "en"}
    assert actions.ask_to_follow(address=ANA, at=at, **given)


def test_a_client_that_asks_too_often_is_told_so(client):
    make_cast()
    answers = [asked(client, f"ana{number}@example.org").status_code for number in range(21)]
    assert answers == [303] * 20 + [429]
    assert "asked too often" in asked(client, "ana30@example.org").text
    assert FollowRequest.objects.count() == 20


def test_a_page_of_another_site_cannot_send_the_form(client):
    make_cast()
    answer = client.post(FORM, {"address": ANA, "frequency": "daily"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 429
    assert not FollowRequest.objects.exists()


@pytest.mark.parametrize("address", [
    "", "ana", "ana@", "@example.org", "ana@example.org,ben@example.org", "ana@example.org ben@example.org",
    "ana@example.org\r\nBcc: ben@example.org", f"{'a' * 250}@example.org", "Ana <ana@example.org>",
    "a\x00na@example.org",
])  # fmt: skip
def test_what_is_no_address_is_refused_beside_its_field(client, address):
    make_cast()
    answer = asked(client, address)
    assert answer.status_code == 422 or (answer.status_code == 400 and "\x00" in address)
    if answer.status_code == 422:
        assert 'aria-describedby="error-address"' in answer.text
    assert not FollowRequest.objects.exists()


@pytest.mark.parametrize("fields", [{"frequency": "hourly"}, {"frequency": "off"}, {"note": "x" * 201}])
def test_other_fields_are_checked_too(client, fields):
    make_cast()
    assert asked(client, **fields).status_code == 422
    assert not FollowRequest.objects.exists()


@pytest.mark.parametrize(("form", "status"), [
    ("/follow/", 302), ("/follow/about/", 404), ("/follow/nowhere/", 404), (f"/follow/leaders/{SHEINBAUM}/", 404),
    ("/follow/leaders/nobody/events/", 404), ("/follow/threads/nothing/", 404), ("/follow/dates/2026/13/", 404),
    ("/follow/pairs/nowhere/mexico/", 404), (f"/follow/pairs/{MEXICO}/{MEXICO}/", 404), ("/follow/search/", 422),
    ("/follow//example.org/", 404), (f"/follow/follow{PAIR}", 404), (f"{FORM}?kind=dance", 422),
    (f"{FORM}?when=x", 422), (f"/follow/pairs/{UNITED_STATES}/{MEXICO}/?kind=visit", 301), ("/follow/newsroom/", 404),
])  # fmt: skip
def test_what_is_no_list_cannot_be_followed(client, form, status):
    make_cast()
    assert client.get(form).status_code == status
    assert asked(client, form=form).status_code in {status, 301, 302, 405}
    assert not FollowRequest.objects.exists()


@pytest.mark.parametrize(("form", "near"), [
    ("/follow/leaders/sheinbum/events/", f"/leaders/{SHEINBAUM}/"),
    ("/follow/leaders/sheinbum/on/mexico/", f"/leaders/{SHEINBAUM}/"),
    ("/follow/countries/mexiko/", f"/countries/{MEXICO}/"),
    (f"/follow/pairs/mexiko/{UNITED_STATES}/", PAIR),
])  # fmt: skip
def test_a_form_for_a_name_of_nobody_gives_the_names_that_are_near(client, form, near):
    make_cast()
    answer = client.get(form)
    assert answer.status_code == 404
    assert f'<a href="{near}">' in answer.text


def test_without_a_server_for_mail_the_form_offers_the_feeds(client, settings):
    settings.SENDS_MAIL = False
    make_event()
    page = client.get(f"{FORM}?kind=phone_call").text
    assert "This site sends no mail" in page
    assert "<form" not in page.partition("<main")[2].partition("</main>")[0]
    assert "http://testserver/pairs/mexico/united-states/feed.atom?kind=phone_call" in page
    assert asked(client).status_code == 422
    assert not FollowRequest.objects.exists()


def test_opening_a_link_confirms_and_stops_nothing(client):
    make_cast()
    address, _request = confirmation(client)
    for ask in (client.get, client.head, client.options):
        ask(address)
    assert not Follower.objects.exists()
    client.post(address)
    follower = Follower.objects.get()
    token = token_of_follower(follower)
    for ask in (client.get, client.head, client.options):
        ask(f"/follow/stop/{token}/")
        ask(f"/follow/mine/{token}/?stop=1&follow={follower.follows.get().pk}")
    assert follower.follows.count() == 1


def test_a_link_confirms_once_and_for_48_hours(client):
    make_cast()
    address, _request = confirmation(client)
    assert client.post(address).status_code == 303
    assert [client.post(address).status_code, client.get(address).status_code] == [410, 410]
    assert Follow.objects.count() == 1
    late, request = confirmation(client, "ben@example.org")
    FollowRequest.objects.filter(pk=request.pk).update(asked_at=request.asked_at - timedelta(hours=48))
    assert [client.get(late).status_code, client.post(late).status_code] == [410, 410]
    assert not Follower.objects.filter(address="ben@example.org").exists()


def test_a_token_is_good_only_as_we_signed_it_and_for_its_own_page(client):
    make_cast()
    address, request = confirmation(client)
    token = address.split("/")[-2]
    follower = make_follow(address="ben@example.org").follower
    mine = token_of_follower(follower)
    for wrong in (token[:-1], f"{request.pk + 1}:{token.partition(':')[2]}", mine, "1", "x:y", "%00"):
        assert client.post(f"/follow/confirm/{wrong}/").status_code in {400, 404}, wrong
    for wrong in (mine[:-1], token, f"{follower.pk + 1}:{mine.partition(':')[2]}"):
        assert client.post(f"/follow/stop/{wrong}/").status_code == 404, wrong
        assert client.get(f"/follow/mine/{wrong}/").status_code == 404, wrong
    assert Follower.objects.count() == 1


def test_one_post_without_cookie_or_body_stops_everything_for_good():
    client = Client(enforce_csrf_checks=True)
    make_event()
    make_follow(at=AT - timedelta(days=1))
    make_follow(query="kind=phone_call", at=AT - timedelta(days=1), frequency="weekly")
    [message] = sent()
    stop = re.fullmatch(r"<http://testserver(/follow/stop/[^>]*)>", message.extra_headers["List-Unsubscribe"])[1]
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    answer = client.post(stop, {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, answer.headers["Cache-Control"], len(answer.cookies)) == (200, "no-store", 0)
    assert "No more mails" in answer.text
    assert not (Follower.objects.exists() or Follow.objects.exists() or Delivery.objects.exists())
    assert not FollowRequest.objects.filter(address=ANA).exists()
    assert client.post(stop).status_code == 200
    assert "You follow nothing" in client.get(stop.replace("stop", "mine")).text
    assert sent(MORNING + timedelta(days=7)) == []


def test_each_follow_is_changed_paused_and_stopped_on_one_page(client):
    make_event()
    one, other = make_follow(at=AT - timedelta(days=2)), make_follow(query="kind=visit", note="For the seminar.")
    mine = f"/follow/mine/{token_of_follower(one.follower)}/"
    page = client.get(mine).text
    assert page.count('name="frequency"') == 2
    assert "For the seminar." in page
    assert client.post(mine, {"follow": one.pk, "frequency": "weekly"}).status_code == 303
    client.post(mine, {"follow": other.pk, "stop": "1"})
    assert [(follow.pk, follow.frequency) for follow in Follow.objects.all()] == [(one.pk, "weekly")]
    assert client.post(mine, {"follow": one.pk, "frequency": "hourly"}).status_code == 404
    assert client.post(mine, {"follow": "x", "frequency": "daily"}).status_code == 404
    stranger = make_follow(address="ben@example.org")
    client.post(mine, {"follow": stranger.pk, "stop": "1"})
    client.post(mine, {"follow": stranger.pk, "frequency": "off"})
    stranger.refresh_from_db()
    assert stranger.frequency == "daily"
    client.post(mine, {"follow": one.pk, "stop": "1"})
    assert not Follower.objects.filter(address=ANA).exists()


def test_what_comes_while_a_follow_is_paused_is_not_told_and_what_comes_between_two_frequencies_is():
    follow = make_follow(at=AT - timedelta(days=1))
    follower = follow.follower
    actions.change_follow(follower=follower, follow_id=follow.pk, frequency="off", at=AT - timedelta(hours=2))
    make_event(title="While it was paused")
    actions.change_follow(follower=follower, follow_id=follow.pk, frequency="weekly", at=AT + timedelta(hours=1))
    later = AT + timedelta(hours=2)
    actions.record_event(event=event_input(title="Before it became daily"), by=BY, at=later)
    actions.change_follow(follower=follower, follow_id=follow.pk, frequency="daily", at=AT + timedelta(hours=3))
    [message] = sent()
    assert "Before it became daily" in message.body
    assert "While it was paused" not in message.body
    assert sent(MORNING + timedelta(days=6)) == []
