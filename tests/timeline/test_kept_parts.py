"""Parts of a pair's pages that a process keeps: whatever is made of them is exactly what would be made without them."""

import sys
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import CUBA, MEXICO, SHEINBAUM, TRUMP, UNITED_STATES
from tests.factories import AT, BY, event_input, make_event, part, statement_input
from tests.timeline.said_otherwise import CHANGES_OF_WORDS
from timeline import actions
from timeline.pages.facts import PairFacts, ask_pair_facts
from timeline.pages.memory import page_memory
from timeline.queries import PairCounts
from timeline.queries.known import forget
from timeline.sql.versions import pair_state

pytestmark = pytest.mark.django_db
PAIR = "/pairs/mexico/united-states/"
FRAGMENT = {"HX-Request": "true", "HX-Request-Type": "partial"}
ADDRESSES = [
    PAIR,
    f"/es{PAIR}",
    f"{PAIR}?kind=phone_call",
    f"{PAIR}?kind=threat&level=minister",
    f"{PAIR}?when=2026-01",
    f"{PAIR}?when=2025",
    f"{PAIR}?when=nonsense",
    f"{PAIR}?order=oldest",
    f"{PAIR}?date=2026-01-05",
    f"{PAIR}?date=nonsense",
    f"{PAIR}?since=2026-01-01",
    f"{PAIR}?show=planned",
    f"/es{PAIR}?leader={SHEINBAUM}",
    f"{PAIR}2026/",
    f"/es{PAIR}2026/01/",
    "/pairs/cuba/mexico/",
]


@pytest.fixture
def record():
    """Publish what two countries did in two years, and something that is planned."""
    make_event(statements=(statement_input(),))
    make_event(title="They talk about water", edtf="2025-11-02")
    threat = (part(UNITED_STATES, TRUMP), part(MEXICO, side="recipient"))
    make_event(title="Trump warns of tariffs", kind="threat", edtf="2026-01-05", participations=threat)
    make_event(title="They will meet", kind="meeting", edtf="2026-06-01", modality="planned")
    make_event(title="Cuba and Mexico talk", participations=(part(CUBA), part(MEXICO, SHEINBAUM)))


def answers(client, settings, room):
    """Return what each address answers, asked for as a page and as a fragment, with so much room to keep."""
    settings.PAGE_MEMORY_BYTES = room
    asked = [(address, headers) for headers in ({}, FRAGMENT) for address in ADDRESSES]
    found = [client.get(address, headers=headers) for address, headers in asked]
    return [(answer.status_code, answer.content, answer.headers.get("ETag")) for answer in found]


def without_memory(client, settings):
    forget()
    answered = answers(client, settings, 0)
    page_memory()
    return answered


def change_nothing():
    """Leave the record."""


def publish():
    """Publish one more event of the pair."""
    actions.record_event(
        event=event_input(title="They talk again", edtf="2026-01-11"), by=BY, at=AT + timedelta(hours=1)
    )


@pytest.mark.parametrize("change", [change_nothing, publish, *CHANGES_OF_WORDS], ids=lambda change: change.__name__)
def test_what_is_made_from_kept_parts_equals_what_is_made_anew(client, settings, record, change):
    room = 8_000_001
    before = answers(client, settings, room)
    change()
    kept = answers(client, settings, room)
    assert kept == without_memory(client, settings)
    assert (kept == before) is (change is change_nothing)


def test_a_new_day_is_shown_at_once(client, settings, record):
    room = 8_000_002
    with time_machine.travel("2026-05-31", tick=False):
        before = answers(client, settings, room)
    with time_machine.travel("2026-07-01", tick=False):
        assert "They will meet" not in client.get(PAIR).content.decode()
        kept = answers(client, settings, room)
        assert kept == without_memory(client, settings)
    assert "They will meet" in before[0][1].decode()


def test_another_page_of_a_list_reads_its_rows_only(client, settings, record):
    settings.PAGE_MEMORY_BYTES = 8_000_003
    client.get(PAIR)
    costs = {}
    for query in ("order=oldest&kind=", "since=2026-01-01", "date=2026-01-05", "kind=threat"):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{PAIR}?{query}").status_code == 200
        costs[query] = len(queries)
    settings.PAGE_MEMORY_BYTES = 0
    page_memory()
    assert costs == {"order=oldest&kind=": 2, "since=2026-01-01": 4, "date=2026-01-05": 4, "kind=threat": 4}


def test_what_is_kept_says_no_less_than_it_takes(record):
    facts = ask_pair_facts(pair_state(MEXICO, UNITED_STATES))()
    months = {f"{year:04d}-{month:02d}:joint": year * month for year in range(1900, 2000) for month in range(1, 13)}
    for counts in (facts.counts, PairCounts({"month": months})):
        takes = sum(
            sys.getsizeof(found) + sum(sys.getsizeof(key) + sys.getsizeof(count) for key, count in found.items())
            for found in counts.by.values()
        )
        assert takes < PairFacts(facts.place, facts.pair, counts).size
