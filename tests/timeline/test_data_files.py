"""The lists of pages as data: the same rows in the same order as the page, whatever the filters, and nothing to run."""

import csv
import json
import re
from datetime import UTC, date, datetime
from html import unescape
from io import StringIO
from itertools import pairwise

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import CUBA, MEXICO, SHEINBAUM, UNITED_STATES, make_cast
from tests.factories import AT, BY, cite, make_event, part, source_input
from timeline import actions
from timeline.models import Citation, Coverage, Event, Source
from timeline.queries import exports
from timeline.values import CountryPair

pytestmark = pytest.mark.django_db
PAIR = f"/pairs/{MEXICO}/{UNITED_STATES}/"
THREAD = "/threads/calls/"
LISTS = (PAIR, f"/countries/{MEXICO}/", f"/leaders/{SHEINBAUM}/events/")
MONTH = "/dates/2026/01/"
STATES = (part(MEXICO), part(UNITED_STATES))


def body(response) -> str:
    assert response.status_code == 200, response
    return b"".join(response).decode()


def rows_of(client, page, query="") -> list[dict[str, str]]:
    response = client.get(f"{page}events.csv{query}")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"].endswith('-events.csv"')
    return list(csv.DictReader(StringIO(body(response))))


def events_of(client, page, query="") -> list[dict]:
    return json.loads(body(client.get(f"{page}events.json{query}")))["events"]


def lines_of(client, page, query="") -> list[dict]:
    response = client.get(f"{page}events.jsonl{query}")
    assert response.headers["Content-Type"] == "application/jsonl; charset=utf-8"
    return [json.loads(line) for line in body(response).splitlines()]


def on_pages(client, page, query="") -> list[str]:
    """Return the ids of the events of a list, gone through page by page."""
    found, address = [], page + query
    while address:
        text = client.get(address).content.decode()
        listed = text.partition('id="filters-of-list"')[2].partition('id="names"')[0]
        found += re.findall(r'href="/events/([0-9]+)/[a-z0-9-]+/"', listed)
        following = re.search(r'rel="next" href="(\?[^"#]+)', text)
        address = page + following[1].replace("&amp;", "&") if following else ""
    return list(dict.fromkeys(found))


def make_list(count: int = 3) -> None:
    events = [make_event(title=f"Call {number}", edtf=f"2026-01-{number % 28 + 1:02d}") for number in range(count)]
    events[1:1] = [make_event(
        title="Trump warns of tariffs", kind="threat", edtf="[2026-01-05..2026-01-11]",
        participations=(part(UNITED_STATES, "donald-trump"), part(MEXICO, side="recipient"), part(CUBA, role="topic")),
    )]  # fmt: skip
    events.append(make_event(title="They are to meet", kind="meeting", modality="planned", edtf="2026-06"))
    actions.record_thread(title="Calls", event_ids=[event.pk for event in events], by=BY, at=AT)


@pytest.mark.parametrize("page", LISTS)
@pytest.mark.parametrize(
    "query", ["", "?kind=phone_call&order=oldest", "?show=planned", "?when=January+2026", "?q=tariffs"]
)
def test_a_file_has_the_rows_of_its_list_in_order(client, page, query):
    make_list()
    ids = [row["id"] for row in rows_of(client, page, query)]
    assert ids == [str(event["id"]) for event in events_of(client, page, query)]
    assert ids == on_pages(client, page, query)
    assert lines_of(client, page, query) == events_of(client, page, query)
    about = client.get(f"{page}events.metadata.json{query}").json()
    assert about["rows"] == len(ids)
    assert about["page"] == f"http://testserver{page}{query}"


@pytest.mark.parametrize("query", ["", "?kind=phone_call", "?show=planned", "?q=tariffs"])
def test_a_thread_has_its_events_in_the_editors_order(client, query):
    make_list()
    ids = [row["id"] for row in rows_of(client, THREAD, query)]
    assert ids == [str(event["id"]) for event in events_of(client, THREAD, query)]
    assert ids == on_pages(client, THREAD, query)
    assert ids != sorted(ids) or query


@pytest.mark.parametrize("page", [MONTH, f"{MONTH}02/"])
@pytest.mark.parametrize("query", ["", "?kind=phone_call&order=newest", "?show=all", "?country=cuba"])
def test_an_archive_has_its_events_from_the_first(client, page, query):
    make_list()
    ids = [row["id"] for row in rows_of(client, page, query)]
    assert ids == on_pages(client, page, query)
    assert ids or "cuba" in query
    assert client.get("/dates/2026/1/events.csv").headers["Location"] == f"{MONTH}events.csv"
    assert client.get("/dates/2026/13/events.csv").status_code == 404
    assert client.get("/dates/2026/02/30/calendar.ics").status_code == 404
    assert client.get(f"{page}calendar.ics?when=2026").status_code == 200


def test_a_day_of_any_year_has_its_files(client):
    page = "/on-this-day/01-12/"
    for title, edtf in (
        ("Now", "2026-01-12"),
        ("Long ago", "1962-01-12"),
        ("Some time", "2026-01"),
        ("Else", "2026-01-13"),
    ):
        make_event(title=title, edtf=edtf, participations=STATES)
    assert [row["title"] for row in rows_of(client, page)] == ["Now", "Long ago"]
    for query in ("", "?order=oldest", "?kind=visit", "?q=ago"):
        assert [row["id"] for row in rows_of(client, page, query)] == on_pages(client, page, query)
    about = client.get(f"{page}events.metadata.json").json()
    assert (about["title"], about["rows"]) == ("On 12 January", 2)
    assert client.get(f"{page}events.csv?kind=no-such").status_code == 422
    for day in ("02-30", "1-12", "x", "13-01"):
        assert client.get(f"/on-this-day/{day}/events.csv").status_code == 404
    assert client.get("/on-this-day/02-29/events.csv").status_code == 200


def test_today_leads_to_the_files_of_its_day(client):
    make_event(edtf="1962-01-12", participations=STATES)
    with time_machine.travel(datetime(2027, 1, 12, 12, tzinfo=UTC), tick=False):
        for headers in ({}, {"hx-request": "true"}):
            text = client.get("/on-this-day/?kind=phone_call", headers=headers).content.decode()
            for name in ("events.csv", "calendar.ics", "feed.atom", "export/"):
                assert f'href="/on-this-day/01-12/{name}?kind=phone_call"' in text


def test_a_list_of_several_pages_is_whole_in_one_file(client, monkeypatch):
    make_list(60)
    monkeypatch.setattr(exports, "PART_SIZE", 7)
    ids = [row["id"] for row in rows_of(client, PAIR)]
    assert len(ids) == len(set(ids)) == 61
    assert ids == list(dict.fromkeys(on_pages(client, PAIR)))


def test_what_a_row_says(client):
    make_list(1)
    call = Event.objects.get(title="Call 0")
    threat, row = events_of(client, PAIR)
    assert row == {
        "id": call.pk, "version": 1, "permalink": f"http://testserver/events/{call.pk}/v1/", "title": "Call 0",
        "edtf": "2026-01-01", "earliest": "2026-01-01", "latest": "2026-01-01", "date_in_words": "1 January 2026",
        "kind": "phone_call", "plover": "CONSULT:phone", "cameo": "041", "modality": "happened", "level": "leader",
        "place": "", "parties": [{"country": "MEX", "side": "actor"}, {"country": "USA", "side": "actor"}],
        "others": [],
        "leaders": [
            {"name": "Claudia Sheinbaum", "office": "President", "country": "MEX"},
            {"name": "Donald Trump", "office": "President", "country": "USA"},
        ],
        "topics": [], "summary": "", "origins": 1,
        "sources": [{
            "title": "Presidents talk about trade", "outlet": "The Example", "origin": "Example Wire",
            "published": "2026-01-12", "address": "https://example.org/2026/01/12/talk",
            "page": f"http://testserver/sources/{Source.objects.get().pk}/",
            "passages": ["The two presidents", "talked by telephone on Monday"],
        }],
    }  # fmt: skip
    assert threat["parties"] == [{"country": "USA", "side": "actor"}, {"country": "MEX", "side": "recipient"}]
    assert threat["others"] == [{"country": "CUB", "role": "topic"}]
    assert (threat["earliest"], threat["latest"], threat["date_in_words"]) == (
        "2026-01-05", "2026-01-11", "5–11 January 2026",
    )  # fmt: skip
    in_file = rows_of(client, PAIR)[1]
    assert in_file["parties"] == "MEX actor | USA actor"
    assert in_file["leaders"] == "Claudia Sheinbaum, President, MEX | Donald Trump, President, USA"
    assert in_file["source_passages"] == "The two presidents […] talked by telephone on Monday"
    assert events_of(client, f"/es{PAIR}")[1]["date_in_words"] == "1 de enero de 2026"


def test_copies_of_one_report_are_one_origin(client):
    copy = source_input(outlet="Another", address="https://another.example/talk", text="other")
    make_event(citations=(cite("when"), cite("kind"), cite("modality"), cite("when", source=copy)))
    [event] = events_of(client, PAIR)
    assert {source["outlet"] for source in event["sources"]} == {"The Example", "Another"}
    assert event["origins"] == 1


def test_the_columns_are_those_that_are_described(client):
    make_list(1)
    columns = client.get(f"{PAIR}events.metadata.json").json()["columns"]
    assert all(column["description"] for column in columns)
    for form, found in (
        ("csv", rows_of(client, PAIR)[0]), ("json", events_of(client, PAIR)[0]), ("jsonl", lines_of(client, PAIR)[0]),
    ):  # fmt: skip
        assert list(found) == [column["name"] for column in columns if form in column["files"]]


def test_what_the_files_are_is_said_in_words(client):
    make_list()
    about = client.get(f"{PAIR}events.metadata.json?kind=threat&show=all").json()
    assert about["title"] == "Mexico and the United States"
    assert about["filters"] == ["Threat", "All of these"]
    assert about["files"]["csv"] == f"http://testserver{PAIR}events.csv?kind=threat&show=all"
    assert about["last_updated"].startswith("2026-01-13T09:00")


def test_the_files_say_what_is_covered_as_the_page_does(client):
    make_event()
    names = ("coverage_of", "covers", "sources_checked", "known_gaps")

    def told() -> list[str]:
        about = client.get(f"{PAIR}events.metadata.json").json()
        rows = json.loads(body(client.get(f"{PAIR}events.json")))
        assert [rows[name] for name in names] == [about[name] for name in names]
        return [about[name] for name in names]

    assert told() == ["", "", "", ""]
    ends = {"covers_from": date(2005, 3, 16), "covers_until": date(2026, 1, 13)}
    actions.record_coverage(**ends, checked_at=AT, known_gaps="All but one report.", by=BY, at=AT)
    assert told() == ["record", "2005-03-16/2026-01-13", "2026-01-13", "All but one report."]
    pair = CountryPair(MEXICO, UNITED_STATES)
    actions.record_coverage(pair=pair, covers_from=date(2026, 1, 1), checked_at=AT, by=BY, at=AT)
    assert told() == ["pair", "2026-01-01/..", "2026-01-13", ""]


def test_what_may_be_done_with_the_data_is_what_is_true_of_the_record(client, settings):
    make_event()

    def said() -> str:
        said = client.get(f"{PAIR}events.metadata.json").json()["licence"]
        for page in ("/about/", f"{PAIR}export/"):
            assert said in unescape(client.get(page).content.decode())
        assert json.loads(body(client.get(f"{PAIR}events.json")))["licence"] == said
        return said

    assert "has not said how it may be used" in said()
    settings.DATA_LICENCE = "CC BY 4.0"
    assert said().startswith("This record may be used under these terms: CC BY 4.0.")
    Coverage.objects.create(checked_at=AT, is_sample=True)
    assert "Apache License 2.0" in said()


def test_a_cell_is_no_formula(client):
    make_event()
    for text in ("=1+1", "+1", "-1", "@x", "\tx"):
        Event.objects.update(title=text)
        Source.objects.update(outlet=text)
        [row] = rows_of(client, PAIR)
        assert (row["title"], row["source_outlets"]) == (f"'{text}", f"'{text}")


def test_a_line_of_json_lines_ends_where_its_row_ends(client):
    title = "One\u2028two\u2029three\x85four\nfive\rsix\x0bseven"
    make_event(title="Any")
    Event.objects.update(title=title)
    assert [event["title"] for event in lines_of(client, PAIR)] == [title]
    assert "\u2028" not in body(client.get(f"{PAIR}events.jsonl"))
    Event.objects.all().update(kind="threat")
    assert lines_of(client, PAIR, "?kind=visit") == []


def test_no_passage_is_longer_than_an_excerpt(client):
    make_event()
    exact = "word " * 100
    Citation.objects.update(exact=exact, start=0, end=len(exact))
    [event] = events_of(client, PAIR)
    assert [len(words) <= 300 for source in event["sources"] for words in source["passages"]] == [True]


@pytest.mark.parametrize("page", LISTS)
@pytest.mark.parametrize("query", ["?kind=no-such", "?when=2026-02-30", "?leader=Nobody+Atall"])
def test_a_filter_that_cannot_be_meant_is_refused_in_words(client, page, query):
    make_list()
    for name in ("events.csv", "events.json", "events.jsonl", "events.xlsx", "events.metadata.json", "timelinejs.json"):
        answer = client.get(page + name + query)
        assert answer.status_code == 422
        assert "Call" not in answer.content.decode()
        assert query[1:].partition("=")[0] in answer.content.decode()
        is_json = name.endswith(".json")
        assert answer.headers["Content-Type"].startswith("application/json" if is_json else "text/plain")


def test_a_list_that_is_too_large_says_so(client, monkeypatch):
    make_list()
    monkeypatch.setattr(exports, "MOST_ROWS", 3)

    answer = client.get(f"{PAIR}events.csv")
    assert answer.status_code == 422
    assert "more than 3 rows" in answer.content.decode()
    assert len(rows_of(client, PAIR, "?kind=phone_call")) == 3


def test_a_file_that_is_known_is_not_sent_again(client):
    make_list()
    for page in LISTS:
        first = client.get(f"{page}events.csv")
        known = {"if-none-match": first.headers["ETag"]}
        body(first)
        again = client.get(f"{page}events.csv", headers=known)
        assert (again.status_code, again.content) == (304, b"")
        make_event(title="Another call", edtf="2026-01-20")
        assert "Another call" in body(client.get(f"{page}events.csv", headers=known))


def test_other_names_lead_to_the_file_and_nobody_has_none(client):
    make_cast()
    answer = client.get("/pairs/us/mx/events.csv?kind=visit")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{PAIR}events.csv?kind=visit")
    assert client.get("/countries/mx/events.csv").headers["Location"] == f"/countries/{MEXICO}/events.csv"
    assert rows_of(client, PAIR) == []
    assert events_of(client, PAIR) == []
    for address in (f"/pairs/{MEXICO}/atlantis/", "/countries/atlantis/", "/leaders/nobody/events/"):
        assert client.get(f"{address}events.csv").status_code == 404
    assert client.head(f"{PAIR}events.csv").content == b""


@pytest.mark.parametrize("page", LISTS)
def test_each_list_leads_to_its_files_with_its_filters(client, page):
    make_list()
    for headers in ({}, {"hx-request": "true"}):
        text = client.get(f"{page}?kind=phone_call&order=oldest", headers=headers).content.decode()
        for name in ("events.csv", "calendar.ics", "feed.atom", "export/"):
            assert f'href="{name}?kind=phone_call&amp;order=oldest"' in text
    exports = client.get(f"{page}export/?kind=phone_call&order=oldest").content.decode()
    for name in ("events.csv", "events.json", "events.jsonl", "events.xlsx", "events.metadata.json", "timelinejs.json"):
        assert f'href="{page}{name}?kind=phone_call&amp;order=oldest"' in exports
    assert "3 events" in exports
    assert "events.csv" not in client.get(f"{page}?kind=no-such").content.decode()


def test_the_queries_grow_by_the_part_alone(client, monkeypatch):
    monkeypatch.setattr(exports, "PART_SIZE", 10)
    costs = []
    for count in (8, 10, 10):  # one part, two parts, three parts
        for number in range(count):
            make_event(title=f"Call {number}")
        with CaptureQueriesContext(connection) as queries:
            body(client.get(f"{PAIR}events.json"))
        costs.append(len(queries))
    assert [later - earlier for earlier, later in pairwise(costs)] == [5, 5]
