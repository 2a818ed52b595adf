"""What is said of countries and leaders that a process knows by its version: no page shows what is no longer said."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import SHEINBAUM
from tests.factories import AT, BY, event_input, make_event
from tests.timeline.said_otherwise import CHANGES_OF_WORDS
from timeline import actions
from timeline.models import Tenure
from timeline.queries import known

pytestmark = pytest.mark.django_db
PAIR = "/pairs/mexico/united-states/"
ADDRESSES = (PAIR, f"/es{PAIR}", f"{PAIR}?kind=phone_call")


def pages(client):
    return [client.get(address).content for address in ADDRESSES]


@pytest.mark.parametrize("change", CHANGES_OF_WORDS, ids=lambda change: change.__name__)
def test_what_is_said_otherwise_is_shown_at_once(client, change):
    make_event()
    before = pages(client)
    change()
    now = pages(client)
    known.forget()
    assert now == pages(client)
    assert all(page != old for page, old in zip(now, before, strict=True))


def test_who_governs_is_asked_anew_on_another_day(client):
    make_event()
    ended = date(2026, 1, 2)
    Tenure.objects.filter(leader__slug=SHEINBAUM).update(ended="2026-01-02", ended_earliest=ended, ended_latest=ended)
    with time_machine.travel("2026-01-01", tick=False):
        assert f'href="/leaders/{SHEINBAUM}/"' in client.get(PAIR).content.decode()
    with time_machine.travel("2026-01-03", tick=False):
        assert f'href="/leaders/{SHEINBAUM}/"' not in client.get(PAIR).content.decode()


def test_a_new_state_of_a_pair_asks_for_no_name_again(client):
    make_event()
    costs = []
    for hours in (1, 2):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(PAIR).status_code == 200
        costs.append(len(queries))
        actions.record_event(
            event=event_input(title=f"They talk for {hours} hours", edtf="2026-01-11"),
            by=BY,
            at=AT + timedelta(hours=hours),
        )
    assert costs == [7, 4]


def test_what_is_known_has_a_bound(monkeypatch):
    monkeypatch.setattr(known, "MOST_KNOWN", 3)
    known.note("1", "leader", {1: "one", 2: "two"})
    known.note("1", "leader", {3: "three", 4: "four"})
    assert known.known("1", "leader", [1, 2, 3, 4]) == {3: "three", 4: "four"}
    assert known.known("2", "leader", [3]) == known.known("", "leader", [3]) == {}
