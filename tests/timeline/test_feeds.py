"""Lists as feeds: the events of the list, names that never change, and word of what was corrected or withdrawn."""

import json
import xml.etree.ElementTree as ET
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import MEXICO, SHEINBAUM, UNITED_STATES, make_cast
from tests.factories import AT, BY, cite, event_input, make_event, part, statement_input
from timeline import actions
from timeline.models import Event
from timeline.queries import published

pytestmark = pytest.mark.django_db
PAIR = f"/pairs/{MEXICO}/{UNITED_STATES}/"
THREAD = "/threads/calls/"
LISTS = (PAIR, f"/countries/{MEXICO}/", f"/leaders/{SHEINBAUM}/events/", THREAD)
ATOM, GONE = "{http://www.w3.org/2005/Atom}", "{http://purl.org/atompub/tombstones/1.0}"
XML_LANG, DUBLIN_CORE = "{http://www.w3.org/XML/1998/namespace}lang", "{http://purl.org/dc/elements/1.1/}"
LATER = datetime(2026, 1, 20, 8, tzinfo=UTC)


def feed(client, page=PAIR, query=""):
    response = client.get(f"{page}feed.atom{query}")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)  # noqa: S314 - what our own program wrote


def entries(client, page=PAIR, query="") -> list[dict[str, str]]:
    return [
        {name: entry.findtext(ATOM + name) for name in ("id", "title", "published", "updated", "summary")}
        for entry in feed(client, page, query).findall(f"{ATOM}entry")
    ]


def rss(client, page=PAIR, query="") -> list[ET.Element]:
    response = client.get(f"{page}feed.rss{query}")
    assert response.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    return ET.fromstring(response.content).findall("channel/item")  # noqa: S314 - what our own program wrote


def items(client, page=PAIR, query="") -> list[dict]:
    response = client.get(f"{page}feed.json{query}")
    assert response.headers["Content-Type"] == "application/feed+json; charset=utf-8"
    return response.json()["items"]


def make_list() -> list[Event]:
    events = [make_event(title=f"Call {number}", edtf=f"2026-01-{number + 1:02d}") for number in range(3)]
    events.append(make_event(title="They are to meet", kind="meeting", modality="planned", edtf="2026-06"))
    actions.record_thread(title="Calls", event_ids=[event.pk for event in events], by=BY, at=AT)
    return events


@pytest.mark.parametrize("page", LISTS)
@pytest.mark.parametrize("query", ["", "?kind=phone_call&order=oldest", "?show=planned", "?q=call"])
def test_a_feed_has_the_events_of_its_list(client, page, query):
    make_list()
    titles = {entry["title"] for entry in entries(client, page, query)}
    assert titles == {item["title"] for item in items(client, page, query)}
    assert titles == {item.findtext("title") for item in rss(client, page, query)}
    told = {title.rpartition(": ")[2].removeprefix("[Planned] ") for title in titles}
    shown = client.get(page + query).content.decode().partition('id="filters-of-list"')[2]
    assert told == {title for title in ("Call 0", "Call 1", "Call 2", "They are to meet") if f">{title}<" in shown}
    assert told


def test_what_an_entry_says(client):
    make_event(summary="They talk.\x0b")
    [event] = Event.objects.all()
    root = feed(client)
    [entry] = entries(client)
    assert entry == {
        "id": f"tag:testserver,2026:event/{event.pk}", "summary": "They talk.",
        "title": "12 January 2026: Sheinbaum and Trump talk about trade",
        "published": "2026-01-13T09:00:00+00:00", "updated": "2026-01-13T09:00:00+00:00",
    }  # fmt: skip
    assert root.findtext(f"{ATOM}updated") == entry["updated"]
    links = [(link.get("rel"), link.get("href")) for link in root.iter(f"{ATOM}link")]
    assert ("self", f"http://testserver{PAIR}feed.atom") in links
    assert ("alternate", f"http://testserver{PAIR}") in links
    assert ("alternate", f"http://testserver/events/{event.pk}/{event.slug}/") in links
    assert ("via", "https://example.org/2026/01/12/talk") in links
    [item] = items(client)
    assert (item["id"], item["content_text"], item["_edtf"]) == (entry["id"], "They talk.", {"date": "2026-01-12"})
    assert item["external_url"] == "https://example.org/2026/01/12/talk"


def test_a_correction_is_marked_and_keeps_its_name(client):
    event = make_event()
    [before] = entries(client)
    actions.correct_event(
        event_id=event.pk, event=event_input(title="They talk about steel"), expected_version=1, kind="correction",
        reason="It was steel.", by=BY, at=LATER,
    )  # fmt: skip
    [after] = entries(client)
    assert (after["id"], after["published"]) == (before["id"], before["published"])
    assert after["updated"] == "2026-01-20T08:00:00+00:00"
    assert after["title"] == "12 January 2026: [Corrected] They talk about steel"
    assert "It was steel." in after["summary"]


@pytest.mark.parametrize("page", LISTS)
def test_what_is_withdrawn_is_said_to_be_gone(client, page):
    events = make_list()
    actions.withdraw_event(event_id=events[0].pk, expected_version=1, reason="Told twice.", by=BY, at=LATER)
    root = feed(client, page)
    [gone] = root.findall(f"{GONE}deleted-entry")
    assert gone.get("ref") == f"tag:testserver,2026:event/{events[0].pk}"
    assert gone.get("when") == root.findtext(f"{ATOM}updated") == "2026-01-20T08:00:00+00:00"
    assert gone.findtext(f"{GONE}comment") == "Told twice."
    assert "Call 0" not in json.dumps(items(client, page))
    assert feed(client, "/countries/cuba/").findall(f"{GONE}deleted-entry") == []


@pytest.mark.parametrize("page", LISTS)
def test_what_is_withdrawn_is_told_where_the_filters_would_show_it(client, page):
    make_cast()
    citations = (cite("when"), cite("kind"), cite("modality"))
    event = make_event(kind="threat", edtf="[2026-01-05..2026-01-11]", topics=("military",), citations=citations)
    actions.record_thread(title="Calls", event_ids=[event.pk], by=BY, at=AT)
    actions.withdraw_event(event_id=event.pk, expected_version=1, reason="Told twice.", by=BY, at=LATER)
    for query in (
        "?kind=threat",
        "?topic=military",
        f"?leader={SHEINBAUM}",
        "?when=2026-01-11",
        "?q=talk",
        "?level=leader",
    ):
        assert len(feed(client, page, query).findall(f"{GONE}deleted-entry")) == 1, query
    others = "?kind=visit", "?topic=cyber", "?leader=marco-rubio", "?when=2025", "?q=steel", "?level=official"
    for query in (*others, "?show=planned", "?speech=direct"):
        assert feed(client, page, query).findall(f"{GONE}deleted-entry") == [], query


def test_an_archive_tells_what_is_withdrawn_from_its_days(client):
    event = make_event(edtf="[2026-01-05..2026-01-11]")
    actions.withdraw_event(event_id=event.pk, expected_version=1, reason="Told twice.", by=BY, at=LATER)
    for page, count in (("/dates/2026/01/", 1), ("/dates/2026/01/05/", 1), ("/dates/2026/01/06/", 0)):
        assert len(feed(client, page).findall(f"{GONE}deleted-entry")) == count
    assert feed(client, "/dates/2026/01/", "?kind=threat").findall(f"{GONE}deleted-entry") == []


def test_a_day_of_any_year_tells_what_is_withdrawn_from_it(client):
    for edtf in ("1962-01-12", "2026-01"):
        event = make_event(edtf=edtf, participations=(part(MEXICO), part(UNITED_STATES)))
        actions.withdraw_event(event_id=event.pk, expected_version=1, reason="Told twice.", by=BY, at=LATER)
    for page, count in (("/on-this-day/01-12/", 1), ("/on-this-day/01-01/", 0)):
        assert len(feed(client, page).findall(f"{GONE}deleted-entry")) == count


def test_what_is_corrected_long_after_comes_up(client, monkeypatch):
    monkeypatch.setattr(published, "MOST_ENTRIES", 2)
    event = make_list()[0]
    assert "Call 0" not in str(entries(client))
    actions.correct_event(
        event_id=event.pk, event=event_input(title="Call of old"), expected_version=1, kind="correction",
        reason="It was steel.", by=BY, at=LATER,
    )  # fmt: skip
    assert [entry["title"] for entry in entries(client)] == [
        "12 January 2026: [Corrected] Call of old", "3 January 2026: Call 2",
    ]  # fmt: skip
    assert "Call of old" not in str(entries(client, query="?kind=threat"))


def test_an_entry_of_rss_is_plain_text_with_a_name(client):
    event = make_event(summary="They talk of <b>steel</b> & more.")
    [item] = rss(client)
    assert item.findtext("description") == "They talk of &lt;b&gt;steel&lt;/b&gt; &amp; more."
    assert (item.find("guid").text, item.find("guid").get("isPermaLink")) == (
        f"tag:testserver,2026:event/{event.pk}", "false",
    )  # fmt: skip


def test_the_address_that_feeds_had_leads_to_them(client):
    make_event()
    for page in (*LISTS[:3], f"/es{PAIR}"):
        answer = client.get(f"{page}events.atom?kind=visit", follow=True)
        assert answer.redirect_chain == [("feed.atom?kind=visit", 301)]
        assert answer.request["PATH_INFO"] == f"{page}feed.atom"


def test_those_published_last_are_told(client, monkeypatch):
    monkeypatch.setattr(published, "MOST_ENTRIES", 2)
    make_list()
    assert [entry["title"] for entry in entries(client)] == ["3 January 2026: Call 2", "2 January 2026: Call 1"]


@pytest.mark.parametrize("page", LISTS)
def test_an_unchanged_feed_is_not_sent_again(client, page):
    make_list()
    for name in ("feed.atom", "feed.json"):
        known = {"if-none-match": client.get(page + name).headers["ETag"]}
        assert client.get(page + name).headers["Last-Modified"] == "Tue, 13 Jan 2026 09:00:00 GMT"
        assert client.get(page + name, headers=known).status_code == 304
        assert client.get(f"{page}{name}?kind=no-such").status_code == 422


def test_a_list_without_events_is_an_empty_feed(client):
    make_cast()
    assert entries(client) == []
    assert items(client) == []
    assert client.get("/threads/no-such/feed.atom").status_code == 404


@pytest.mark.parametrize("page", [*LISTS, "/dates/2026/01/"])
def test_each_page_names_its_feeds(client, page):
    make_list()
    text = client.get(f"{page}?kind=phone_call").content.decode()
    assert 'type="application/atom+xml"' in text.partition("</head>")[0]
    assert text.count('href="feed.atom?kind=phone_call"') == 2
    exports = client.get(f"{page}export/?kind=phone_call").content.decode()
    for name in ("feed.atom", "feed.rss", "feed.json"):
        assert f"http://testserver{page}{name}?kind=phone_call" in exports


def test_the_queries_do_not_grow_with_the_feed(client):
    costs = []
    for _ in range(2):
        for number in range(3):
            make_event(title=f"Call {number}")
        with CaptureQueriesContext(connection) as queries:
            entries(client)
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 12


def test_the_log_of_corrections_is_a_feed(client):
    assert entries(client, "/corrections/") == []
    first, second, gone = (make_event(title=title) for title in ("A call", "A meeting", "A rumour"))
    for event, version, reason in ((first, 1, "It was the 12th."), (second, 1, "They met.")):
        actions.correct_event(
            event_id=event.pk, event=event_input(title=f"{event.title}, corrected"), expected_version=version,
            kind="correction", by=BY, at=LATER, reason=reason,
        )  # fmt: skip
    actions.withdraw_event(event_id=gone.pk, expected_version=1, reason="Nobody said so.", by=BY, at=LATER)
    found = entries(client, "/corrections/")
    assert [entry["title"] for entry in found] == [
        f"20 January 2026: Retraction: Event {gone.pk}",
        "20 January 2026: Correction: A meeting, corrected",
        "20 January 2026: Correction: A call, corrected",
    ]
    assert found[0]["summary"] == "Nobody said so."
    assert found[1]["summary"].startswith("They met. Title. It said: A meeting. It says: A meeting, corrected.")
    assert found[1]["id"].endswith(f":event/{second.pk}/v2")
    assert [item["id"] for item in items(client, "/corrections/")] == [entry["id"] for entry in found]
    assert len(rss(client, "/corrections/")) == 3


def test_the_feed_of_corrections_is_not_sent_again_before_there_is_another(client):
    event = make_event()
    known = {"if-none-match": client.get("/corrections/feed.atom").headers["ETag"]}
    assert client.get("/corrections/feed.atom", headers=known).status_code == 304
    actions.withdraw_event(event_id=event.pk, expected_version=1, reason="Nobody said so.", by=BY, at=LATER)
    assert client.get("/corrections/feed.atom", headers=known).status_code == 200
    page = client.get("/corrections/").content.decode()
    assert 'type="application/atom+xml"' in page.partition("</head>")[0]
    for name in ("feed.atom", "feed.rss", "feed.json"):
        assert f'href="{name}"' in page.partition("<h1")[2]


def test_a_translated_quotation_is_called_so(client):
    make_event(statements=(statement_input(), statement_input(is_translation=True)))
    entries = client.get(f"/leaders/{SHEINBAUM}/statements/feed.json").json()["items"]
    words = "“We will keep working side by side”"
    assert sorted(entry["content_text"] for entry in entries) == [words, f"{words} (in the source’s translation)"]


def test_each_entry_names_its_language_whatever_that_of_the_page(client):
    make_event(statements=(statement_input(language="es"),))
    for page, list_language in ((f"/leaders/{SHEINBAUM}/statements/", "en"), (f"/es{PAIR}", "es")):
        language = {"es": "en", "en": "es"}[list_language]
        root = feed(client, page)
        assert root.get(XML_LANG) == list_language
        assert [entry.get(XML_LANG) for entry in root.findall(f"{ATOM}entry")] == [language]
        assert [item.findtext(f"{DUBLIN_CORE}language") for item in rss(client, page)] == [language]
        assert [item["language"] for item in items(client, page)] == [language]
