"""Threads: an editor's order, and the way from each event to those before and after it."""

import re
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import AT, BY, make_event
from tests.pages import line_titles, text_of
from timeline import actions
from timeline.management.commands.load_sample import read_sample, read_threads
from timeline.models import Thread

pytestmark = pytest.mark.django_db


def make_thread(count: int = 3):
    """Publish events and a thread that begins with the last of them."""
    events = [make_event(title=f"Call {number}") for number in range(count)]
    actions.record_thread(
        title="Calls of the presidents", summary="From first to last.",
        event_ids=[event.pk for event in reversed(events)], by=BY, at=AT,
    )  # fmt: skip
    return events


def test_a_thread_is_in_the_editors_order(client):
    make_thread()
    page = client.get("/threads/calls-of-the-presidents/")
    assert line_titles(page) == ["Call 2", "Call 1", "Call 0"]
    assert "From first to last." in text_of(page)
    listed = text_of(client.get("/threads/"))
    assert 'href="/threads/calls-of-the-presidents/"' in listed
    assert "3 events, January 2026" in listed
    assert client.get("/threads/no-such/").status_code == 404


def test_a_thread_within_one_month_names_it_once(client):
    events = [make_event(edtf=edtf, title=f"Call of {edtf}") for edtf in ("2026-01-05", "2026-01-12", "2026-02-01")]
    ids = [event.pk for event in events]
    actions.record_thread(title="One month", summary="", event_ids=ids[:2], by=BY, at=AT)
    actions.record_thread(title="Two months", summary="", event_ids=ids, by=BY, at=AT)
    listed = text_of(client.get("/threads/"))
    assert "2 events, January 2026</p>" in listed
    assert "3 events, January 2026 to February 2026</p>" in listed


def test_an_event_leads_to_the_one_before_and_after(client):
    events = make_thread()
    page = text_of(client.get(f"/events/{events[1].pk}/{events[1].slug}/"))
    assert "2 of 3" in page
    assert re.search(rf'rel="prev" href="/events/{events[2].pk}/call-2/"', page)
    assert re.search(rf'rel="next" href="/events/{events[0].pk}/call-0/"', page)
    first = text_of(client.get(f"/events/{events[2].pk}/{events[2].slug}/"))
    place = re.search(r'<section aria-labelledby="threads">.*?</section>', first)[0]
    assert 'rel="prev"' not in place
    assert 'rel="next"' in place


def test_a_withdrawn_event_leaves_its_thread(client):
    events = make_thread()
    actions.withdraw_event(
        event_id=events[1].pk, expected_version=1, reason="Wrong.", by=BY, at=datetime(2026, 1, 14, tzinfo=UTC)
    )
    assert line_titles(client.get("/threads/calls-of-the-presidents/")) == ["Call 2", "Call 0"]
    assert "2 events" in text_of(client.get("/threads/"))
    assert "1 of 2" in text_of(client.get(f"/events/{events[2].pk}/{events[2].slug}/"))
    for event in (events[0], events[2]):
        actions.withdraw_event(
            event_id=event.pk, expected_version=1, reason="Wrong.", by=BY, at=datetime(2026, 1, 14, tzinfo=UTC)
        )
    assert "No event of this thread is in the record any more" in text_of(
        client.get("/threads/calls-of-the-presidents/")
    )


def test_without_threads_the_page_says_so(client):
    assert "No thread has been made yet" in text_of(client.get("/threads/"))


def test_the_threads_of_the_sample_are_loaded_once():
    call_command("load_gazetteer", verbosity=0)
    call_command("load_sample", verbosity=0)
    found = {thread.slug: list(thread.entries.values_list("event_id", flat=True)) for thread in Thread.objects.all()}
    assert len(found) == len(read_threads({sample.key for sample in read_sample()})) >= 2
    assert all(len(events) >= 2 for events in found.values())
    actions.record_thread(title="Other words", slug=next(iter(found)), event_ids=[], by="Ana", at=AT)
    call_command("load_sample", verbosity=0)
    assert Thread.objects.get(slug=next(iter(found))).title == "Other words"


def test_a_thread_of_the_sample_names_events_that_are_there(tmp_path):
    (tmp_path / "threads.toml").write_text('[[threads]]\nslug = "a"\ntitle = "A"\nevents = ["lost"]\n')
    with pytest.raises(ValueError, match="lost"):
        read_threads({"found"}, tmp_path)


@pytest.mark.parametrize(("address", "cost"), [("/threads/", 2), ("/threads/calls-of-the-presidents/", 10)])
def test_queries_do_not_grow_with_the_list(client, address, cost):
    costs = []
    for count in (3, 6):
        make_thread(count)
        actions.record_thread(title=f"Another {count}", event_ids=[], by=BY, at=AT)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        costs.append(len(queries))
    assert costs == [cost, cost]
