"""What a pair's page, its list in place and a country's page cost in queries, whatever the length of their lists."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_event, statement_input
from timeline.sql import sending

pytestmark = pytest.mark.django_db
PAIR = "/pairs/mexico/united-states/"

# What the page costs where the process knows the names; nothing may make it cost more as lists grow.
COSTS = {
    PAIR: 4,
    PAIR + "?kind=phone_call": 6,
    PAIR + "?kind=phone_call&kind=visit&leader=donald-trump&topic=crime&speech=direct&q=talk&when=2026": 9,
    PAIR + "?show=all&mentions=yes": 6,
    PAIR + "?after=2026-02-30": 3,
    PAIR + "?date=13+January+2026": 9,
    PAIR + "?since=2026-01-01": 6,
    PAIR + "2026/01/": 6,
    "/countries/mexico/": 13,
    "/countries/mexico/?leader=donald-trump&q=talk": 15,
}


def test_a_list_that_a_filter_changes_in_place_costs_less_than_its_page(client):
    make_event()
    costs = []
    for headers in ({}, {"HX-Request": "true", "HX-Request-Type": "partial"}):
        client.get(PAIR, headers=headers)
        with CaptureQueriesContext(connection) as queries:
            client.get(PAIR, headers=headers)
        costs.append(len(queries))
    assert costs == [4, 3]


@pytest.mark.parametrize(("address", "cost"), COSTS.items())
def test_queries_do_not_grow_with_the_list(client, address, cost):
    for number in range(10):
        make_event(title=f"Talk {number}", statements=(statement_input(),))
    client.get(address)
    costs = []
    for more in (0, 10):
        for number in range(more):
            make_event(title=f"More talk {number}", statements=(statement_input(),))
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        costs.append(len(queries))
    assert costs == [cost, cost]


def test_all_is_asked_for_before_the_first_answer_is_waited_for(client, monkeypatch):
    make_event()
    client.get(PAIR)
    done, fetched = [], sending._fetched

    def read(cursor):
        done.append("read")
        return fetched(cursor)

    def note(execute, *asked):
        done.append("ask")
        return execute(*asked)

    monkeypatch.setattr(sending, "_fetched", read)
    with connection.execute_wrapper(note):
        client.get(PAIR)
    # The state; the counts and the list; and behind the counts, of which it needs some, where the relationship stands.
    assert " ".join(done) == "ask ask ask read ask read read"


def test_what_lies_between_two_dates_is_not_counted_by_a_plan_for_all_dates(client):
    make_event()
    may_be_prepared = []

    def note(execute, statement, *rest):
        if statement.startswith("WITH part0"):
            may_be_prepared.append(connection.connection.prepare_threshold is not None)
        return execute(statement, *rest)

    client.get(PAIR)
    connection.connection.prepare_threshold = 5
    with connection.execute_wrapper(note):
        for query in ("kind=phone_call", "when=2026", "kind=phone_call"):
            client.get(f"{PAIR}?{query}")
    assert may_be_prepared == [True, False, True]


def test_what_counts_a_narrowed_list_is_asked_for_behind_all_that_its_rows_need(client):
    make_event()
    with CaptureQueriesContext(connection) as queries:
        client.get(PAIR + "?kind=phone_call")
    asked = [query["sql"] for query in queries]
    [counting] = [place for place, sql in enumerate(asked) if sql.startswith("WITH part0")]
    [rows] = [place for place, sql in enumerate(asked) if "timeline_eventrow" in sql]
    assert rows < counting
