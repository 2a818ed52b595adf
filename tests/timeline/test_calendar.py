"""Lists as calendars: what has a day stands on it, nothing gets a day that its source does not give."""

from datetime import UTC, datetime

import pytest

from tests.cast import MEXICO, SHEINBAUM, UNITED_STATES, make_cast
from tests.factories import AT, BY, event_input, make_event
from timeline import actions

pytestmark = pytest.mark.django_db
PAIR = f"/pairs/{MEXICO}/{UNITED_STATES}/"
LISTS = (PAIR, f"/countries/{MEXICO}/", f"/leaders/{SHEINBAUM}/events/", "/threads/calls/")
LATER = datetime(2026, 1, 20, 8, tzinfo=UTC)


def lines_of(client, page=PAIR, query="") -> list[str]:
    response = client.get(f"{page}calendar.ics{query}")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    content = b"".join(response)
    rows = content.split(b"\r\n")
    assert rows.pop() == b""
    assert max(map(len, rows)) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    return content.decode().replace("\r\n ", "").split("\r\n")[:-1]


def events_of(client, page=PAIR, query="") -> list[dict[str, str]]:
    lines = lines_of(client, page, query)
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    parts = "\n".join(lines).split("BEGIN:VEVENT\n")[1:]
    return [dict(line.split(":", 1) for line in part.split("\nEND:VEVENT")[0].split("\n")) for part in parts]


def test_a_day_is_an_event_of_all_day(client):
    event = make_event(summary="They talk; about steel, and\nmore \\ less.", place="Mexico City")
    [found] = events_of(client)
    assert found == {
        "UID": f"event-{event.pk}@testserver", "DTSTAMP": "20260113T090000Z", "CREATED": "20260113T090000Z",
        "LAST-MODIFIED": "20260113T090000Z", "SEQUENCE": "0", "DTSTART;VALUE=DATE": "20260112",
        "DTEND;VALUE=DATE": "20260113", "SUMMARY": "Sheinbaum and Trump talk about trade",
        "DESCRIPTION": (
            "12 January 2026. They talk\\; about steel\\, and\\nmore \\\\ less.\\nhttps://example.org/2026/01/12/talk"
            f"\\nhttp://testserver/events/{event.pk}/{event.slug}/"
        ),
        "LOCATION": "Mexico City", "CATEGORIES": "Phone call", "STATUS": "CONFIRMED", "TRANSP": "TRANSPARENT",
        "URL": f"http://testserver/events/{event.pk}/{event.slug}/",
    }  # fmt: skip


def test_what_is_told_in_another_language_than_the_page_says_so(client):
    make_event(summary="They talk.", place="Mexico City")
    [found] = events_of(client, f"/es{PAIR}")
    assert found["SUMMARY;LANGUAGE=en"] == "Sheinbaum and Trump talk about trade"
    assert found["DESCRIPTION;LANGUAGE=en"].startswith("12 de enero de 2026. They talk.")
    assert found["LOCATION;LANGUAGE=en"] == "Mexico City"


@pytest.mark.parametrize(
    ("edtf", "days", "with_spans"),
    [
        ("2026-01-12", ("20260112", "20260113", None), None),
        ("2026-01-12T09:30:00-06:00", ("20260112", "20260113", None), None),
        ("2026-01-12/2026-01-14", ("20260112", "20260115", None), None),
        ("{2026-01-12,2026-01-15}", ("20260112", "20260113", "20260115"), None),
        ("2026-01", None, ("20260101", "20260201", None)),
        ("2026-01-12~", None, ("20260112", "20260113", None)),
        ("[2026-01-05..2026-01-11]", None, ("20260105", "20260112", None)),
        ("[2026-01-05,2026-01-11]", None, ("20260105", "20260112", None)),
        ("2025/2026", None, ("20250101", "20270101", None)),
        ("2026-01-12/..", None, None),
        ("[..2026-01-12]", None, None),
        ("9999-12-31", ("99991231", None, None), None),
    ],
)
def test_what_has_no_known_day_is_left_out_or_spans_all_its_days(client, edtf, days, with_spans):
    make_event(edtf=edtf)
    names = ("DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "RDATE;VALUE=DATE")
    found = [tuple(event.get(name) for name in names) for event in events_of(client)]
    assert found == ([days] if days else [])
    spanning = [tuple(event.get(name) for name in names) for event in events_of(client, query="?dates=spans")]
    assert spanning == [one for one in (days or with_spans,) if one]
    told = "".join(event["SUMMARY"] for event in events_of(client, query="?dates=spans"))
    assert ("day not known" in told) is bool(with_spans)


@pytest.mark.parametrize("page", LISTS)
def test_a_calendar_says_how_many_it_leaves_out(client, page):
    def said(query="") -> list[str]:
        names = "DESCRIPTION:", "X-WR-CALDESC:"
        # What is told of the events comes after it.
        head = lines_of(client, page, query)[:12]
        return [line.split(":", 1)[1] for line in head if line.startswith(names)]

    def on_page() -> str:
        return client.get(f"{page}export/").content.decode()

    dates = ("2026-01-12", "2026-01-12", "2026-01", "2026-01", "[2026-01-05..2026-01-11]", "2026-01-12/..")
    events = [make_event(title=f"Call {number}", edtf=edtf) for number, edtf in enumerate(dates)]
    actions.record_thread(title="Calls", event_ids=[event.pk for event in events], by=BY, at=AT)
    left, open_ended = (
        "4 events of the list are left out: their days are not known.",
        "1 event of the list is left out: it is open at one end.",
    )
    assert said() == [left] * 2
    assert said("?dates=spans") == [f"What has no known day spans all on which it can be. {open_ended}"] * 2
    assert left in on_page()
    assert open_ended in on_page()


def test_a_calendar_of_known_days_leaves_nothing_out(client):
    make_event()
    assert "X-WR-CALDESC:Nothing of the list is left out." in lines_of(client)
    assert "Nothing of the list is left out." in client.get(f"{PAIR}export/").content.decode()
    assert "left out" not in client.get(f"{PAIR}export/?kind=visit").content.decode()


def test_what_is_planned_or_called_off_says_so(client):
    make_event(title="They are to meet", kind="meeting", modality="planned", edtf="2026-06-01")
    make_event(title="They were to meet", kind="meeting", modality="cancelled", edtf="2026-06-02")
    make_event(title="They may have met", kind="meeting", modality="alleged", edtf="2026-06-03")
    assert events_of(client) == []
    found = [(event["SUMMARY"], event.get("STATUS")) for event in events_of(client, query="?show=all&order=oldest")]
    assert found == [
        ("[Planned] They are to meet", "TENTATIVE"), ("[Cancelled] They were to meet", "CANCELLED"),
        ("[Alleged] They may have met", None),
    ]  # fmt: skip


def test_a_correction_raises_the_sequence_and_keeps_the_name(client):
    event = make_event()
    [before] = events_of(client)
    actions.correct_event(
        event_id=event.pk, event=event_input(title="They talk about steel"), expected_version=1, kind="correction",
        reason="It was steel.", by=BY, at=LATER,
    )  # fmt: skip
    [after] = events_of(client)
    assert (after["UID"], after["SEQUENCE"], after["LAST-MODIFIED"]) == (before["UID"], "1", "20260120T080000Z")


@pytest.mark.parametrize("page", LISTS)
def test_each_list_is_a_calendar_with_its_filters(client, page):
    events = [make_event(title=f"Call {number}", edtf=f"2026-01-{number + 10}") for number in range(3)]
    actions.record_thread(title="Calls", event_ids=[event.pk for event in events], by=BY, at=AT)
    assert {event["SUMMARY"] for event in events_of(client, page)} == {"Call 0", "Call 1", "Call 2"}
    assert [event["SUMMARY"] for event in events_of(client, page, "?when=2026-01-11")] == ["Call 1"]
    head = lines_of(client, page, "?kind=phone_call&dates=spans")
    assert f"SOURCE;VALUE=URI:http://testserver{page}calendar.ics?kind=phone_call&dates=spans" in head
    assert f"URL:http://testserver{page}?kind=phone_call" in head
    known = {"if-none-match": client.get(f"{page}calendar.ics").headers["ETag"]}
    assert client.get(f"{page}calendar.ics", headers=known).status_code == 304
    exports = client.get(f"{page}export/?kind=phone_call").content.decode()
    assert f'href="webcal://testserver{page}calendar.ics?kind=phone_call&amp;dates=spans"' in exports


def test_what_cannot_be_meant_is_refused_in_words(client):
    make_cast()
    for query, said in (("?dates=all", "spans"), ("?kind=no-such", "no-such"), ("?when=2026-13", "13")):
        answer = client.get(f"{PAIR}calendar.ics{query}")
        assert answer.status_code == 422
        assert said in answer.content.decode()
    assert events_of(client) == []


def test_letters_of_several_bytes_are_folded_whole(client):
    make_event(title="ñ" * 150)
    assert events_of(client)[0]["SUMMARY"] == "ñ" * 150
