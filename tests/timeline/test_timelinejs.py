"""Lists for TimelineJS: the rows of the list, dates as their sources give them, and nothing in them that could run."""

import json
import re

import pytest

from tests.cast import MEXICO, SHEINBAUM, UNITED_STATES
from tests.factories import cite, make_event, make_statement, source_input
from timeline.models import Citation, Event, Source

pytestmark = pytest.mark.django_db
PAIR = f"/pairs/{MEXICO}/{UNITED_STATES}/"


def file_of(client, page=PAIR, query="") -> dict:
    response = client.get(f"{page}timelinejs.json{query}")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/json; charset=utf-8"
    assert response.headers["Content-Disposition"].endswith('-timelinejs.json"')
    return json.loads(b"".join(response))


def test_a_slide_says_what_its_event_says(client):
    event = make_event(summary="They talk about steel.")
    found = file_of(client)
    assert (found["scale"], found["title"]["text"]["headline"]) == ("human", "Mexico and the United States")
    assert f'href="http://testserver{PAIR}"' in found["title"]["text"]["text"]
    assert "has not said how it may be used" in found["title"]["text"]["text"]
    [slide] = found["events"]
    assert slide["unique_id"] == f"event-{event.pk}"
    assert slide["text"]["headline"] == "Sheinbaum and Trump talk about trade"
    assert "They talk about steel." in slide["text"]["text"]
    assert f'href="http://testserver/events/{event.pk}/{event.slug}/"' in slide["text"]["text"]
    assert slide["media"]["caption"] == (
        "<p>“talked by telephone on Monday” "
        '<a href="https://example.org/2026/01/12/talk">The Example</a>, 12 January 2026</p>'
    )
    assert slide["autolink"] is False


@pytest.mark.parametrize(
    ("edtf", "start", "end", "words"),
    [
        ("2026-01-12", [2026, 1, 12], None, "12 January 2026"),
        ("2026-01-12T09:30:00-06:00", [2026, 1, 12], None, "12 January 2026"),
        ("2026-01-12~", [2026, 1, 12], None, "About 12 January 2026"),
        ("2026-01", [2026, 1], None, "January 2026"),
        ("2026-01-XX", [2026, 1], None, "A day in January 2026"),
        ("2026", [2026], None, "2026"),
        ("2026-21", [2026, 3], [2026, 5], "Spring 2026"),
        ("202X", [2020], [2029], "The 2020s"),
        ("2026-01-12/2026-01-14", [2026, 1, 12], [2026, 1, 14], "12–14 January 2026"),
        ("2025/2026-02", [2025], [2026, 2], "2025 – February 2026"),
        ("2026-01-12/..", [2026, 1, 12], None, "Since 12 January 2026"),
        ("../2026-01-12", [2026, 1, 12], None, "Until 12 January 2026"),
        ("[2026-01-05..2026-01-11]", [2026, 1, 5], [2026, 1, 11], "Day not known: 5–11 January 2026"),
        ("[2026-01-01..2026-01-10]", [2026, 1, 1], [2026, 1, 10], "Early January 2026"),
        ("[..2026-01-12]", [2026, 1, 12], None, "By 12 January 2026"),
        ("[2026-01-12..]", [2026, 1, 12], None, "On or after 12 January 2026"),
        ("[2026-01-12,2026-01-15]", [2026, 1, 12], [2026, 1, 15], "12 or 15 January 2026"),
        ("{2026-01-12,2026-01-15}", [2026, 1, 12], None, "12 and 15 January 2026"),
    ],
)
def test_a_date_is_as_exact_as_its_source_and_no_more(client, edtf, start, end, words):
    make_event(edtf=edtf)
    [slide] = file_of(client)["events"]
    names = ("year", "month", "day")
    assert slide["start_date"] == dict(zip(names, start, strict=False))
    assert slide.get("end_date") == (dict(zip(names, end, strict=False)) if end else None)
    assert slide["display_date"] == words


def test_the_slides_are_the_rows_of_the_list_in_its_order_and_language(client):
    events = [make_event(title=f"Call {number}", edtf=f"2026-01-{number + 10}") for number in range(3)]
    make_event(title="They are to meet", kind="meeting", modality="planned", edtf="2026-06")
    ids = [slide["unique_id"] for slide in file_of(client)["events"]]
    assert ids == [f"event-{event.pk}" for event in reversed(events)]
    [planned] = file_of(client, f"/es{PAIR}", "?show=planned")["events"]
    assert (planned["text"]["headline"], planned["display_date"]) == ("[Previsto] They are to meet", "Junio de 2026")


def test_what_a_leader_said_has_slides_too(client):
    statement = make_statement()
    [slide] = file_of(client, f"/leaders/{SHEINBAUM}/statements/")["events"]
    assert slide["unique_id"] == f"statement-{statement.pk}"
    assert slide["text"]["headline"] == "Claudia Sheinbaum: “We will keep working side by side”"


def test_each_source_is_named_once(client):
    copy = source_input(outlet="Another", address="https://another.example/talk", text="other")
    make_event(citations=(cite("when"), cite("kind"), cite("modality"), cite("when", source=copy)))
    caption = file_of(client)["events"][0]["media"]["caption"]
    assert sorted(re.findall(r">([^<]+)</a>", caption)) == ["Another", "The Example"]


def test_nothing_that_is_written_can_run(client):
    make_event()
    evil = '<script>alert("spotify youtu.be")</script>\x01'
    Event.objects.update(title=evil, summary=evil)
    Source.objects.update(outlet=evil)
    Citation.objects.update(exact=evil, start=0, end=len(evil))
    response = client.get(f"{PAIR}timelinejs.json")
    text = b"".join(response).decode()
    [slide] = json.loads(text)["events"]
    assert "<script" not in text
    for mark in ("\x01", "\\u0001"):
        assert mark not in text
    assert slide["text"]["headline"] == "&lt;script&gt;alert(&quot;spotify youtu.be&quot;)&lt;/script&gt;"
    # By its address a medium is chosen; a word in it must not choose one.
    assert slide["media"]["url"] == "<blockquote></blockquote>"
