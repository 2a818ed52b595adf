"""What a search finds as data and as feeds: the events of the page in its order, and nothing that is not whole."""

import csv
import json
import re
import xml.etree.ElementTree as ET
from io import StringIO
from urllib.parse import quote

import pytest

from tests.cast import UNITED_STATES, make_cast
from tests.factories import make_event, part
from timeline.queries import contents

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
NAMES = (
    "calendar.ics", "events.csv", "events.json", "events.jsonl", "events.metadata.json", "events.xlsx", "feed.atom",
    "feed.rss", "feed.json", "timelinejs.json",
)  # fmt: skip


def body(response) -> str:
    assert response.status_code == 200, response
    return b"".join(response).decode()


def make_list() -> None:
    for number in range(3):
        make_event(title=f"They talk about steel {number}", edtf=f"2026-01-{number + 1:02d}")
    make_event(title="A warning on steel", kind="threat", edtf="2026-01-05",
               participations=(part(UNITED_STATES), part("mexico", side="recipient")))  # fmt: skip
    make_event(title="They talk about Cuba", edtf="2026-01-09")


@pytest.mark.parametrize(
    "query", ["q=steel", "q=steel+talk&pair=mexico,united-states", "q=steel&kind=threat", "q=steel&show=happened"]
)
def test_each_form_has_the_events_of_the_page_in_its_order(client, query):
    make_list()
    page = client.get(f"/search/?{query}&only=events").content.decode()
    shown = re.findall(r'class="hit__title"[^>]*><a href="/events/([0-9]+)/|href="/events/([0-9]+)/', page)
    on_page = list(dict.fromkeys(one or other for one, other in shown))
    rows = list(csv.DictReader(StringIO(body(client.get(f"/search/events.csv?{query}")))))
    assert on_page
    assert [row["id"] for row in rows] == on_page
    assert [str(row["id"]) for row in json.loads(body(client.get(f"/search/events.json?{query}")))["events"]] == on_page
    feed = ET.fromstring(client.get(f"/search/feed.atom?{query}").content)  # noqa: S314 - what our own program wrote
    names = {entry.findtext(f"{ATOM}id").rpartition("/")[2] for entry in feed.findall(f"{ATOM}entry")}
    assert names == set(on_page)
    about = client.get(f"/search/events.metadata.json?{query}").json()
    assert about["rows"] == len(on_page)
    assert about["page"].startswith("http://testserver/search/?q=steel")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "Say what to look for"), ("q=", "Say what to look for"), ("q=-steel", "a minus only takes away"),
        ("q=steel&pair=nowhere,mexico", "No country is called"), ("q=steel&kind=no-such", "no-such"),
        ("q=steel&only=nothing", "nothing"), (f"q={quote('a ' * 300)}", "too long"), ("q=steel&when=2026-13", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_looked_for_is_refused_in_words(client, query, said):
    make_cast()
    for name in NAMES:
        answer = client.get(f"/search/{name}?{query}")
        # Dates of a search stand among its words; a parameter that means nothing here is left.
        assert answer.status_code == (422 if said else 200), name
        assert said in b"".join(answer).decode(errors="replace")


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("q=steel&kind=threat", 200, "1 event,"), ("", 422, "Say what to look for"), ("q=-x", 422, "a minus only"),
        ("q=steel&kind=x", 422, "cannot be chosen"), ("q=unicorn", 200, "0 events,"),
    ],
)  # fmt: skip
def test_the_page_of_forms_says_how_many_there_are_or_what_cannot_be_meant(client, query, status, said):
    make_list()
    answer = client.get(f"/search/export/?{query}")
    assert answer.status_code == status
    assert said in answer.content.decode()
    assert ("feed.rss" in answer.content.decode()) is (status == 200)


@pytest.fixture
def short_pages(monkeypatch):
    """Let a page rank two matches, and a file three, or as many as are asked for."""
    found = contents.ranked_events

    def ranked(query, *, most=2, **more):
        return found(query, most=most, **more)

    monkeypatch.setattr(contents, "ranked_events", ranked)
    return lambda most: monkeypatch.setattr(contents, "MOST_FOUND", most)


def test_a_file_has_what_a_page_does_not_rank(client, short_pages):
    make_list()
    short_pages(4)
    for query, count in (("", 4), ("&kind=threat", 1), ("&show=planned", 0)):
        rows = list(csv.DictReader(StringIO(body(client.get(f"/search/events.csv?q=steel{query}")))))
        assert len(rows) == count
        assert client.get(f"/search/events.metadata.json?q=steel{query}").json()["rows"] == count
    page = client.get("/search/export/?q=steel").content.decode()
    assert "4 events," in page
    names = ET.fromstring(client.get("/search/feed.atom?q=steel").content).findall(f"{ATOM}entry")  # noqa: S314
    assert len(names) == 2


def test_a_search_that_finds_too_much_says_what_to_do(client, short_pages):
    make_list()
    short_pages(3)
    answer = client.get("/search/events.csv?q=steel")
    assert answer.status_code == 422
    assert "more than 3 rows" in answer.content.decode()
    assert "Narrow it by dates, by a pair or by another filter." in answer.content.decode()
    assert client.get("/search/events.csv?q=steel+2026-01-05").status_code == 200
    assert client.get("/search/feed.atom?q=steel").status_code == 200
    page = client.get("/search/export/?q=steel").content.decode()
    assert "narrow it by dates" in page


def test_what_is_known_is_not_sent_again(client):
    make_list()
    for name in NAMES:
        known = {"if-none-match": client.get(f"/search/{name}?q=steel").headers["ETag"]}
        assert client.get(f"/search/{name}?q=steel", headers=known).status_code == 304
    make_event(title="More about steel")
    assert "More about steel" in body(client.get("/search/events.csv?q=steel", headers=known))


def test_the_page_names_its_forms(client):
    make_list()
    text = client.get("/search/?q=steel&only=events&kind=threat").content.decode()
    for name in ("events.csv", "calendar.ics", "feed.atom", "export/"):
        assert re.search(rf'href="{name}\?q=steel&amp;only=events&amp;kind=threat"', text)
    assert "feed.atom" in client.get("/search/?q=steel").content.decode().partition("</head>")[0]
    assert "feed.atom" not in client.get("/search/").content.decode()
