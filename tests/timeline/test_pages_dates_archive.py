"""The archives by date and the day of every year: what begins when, with the way to the next time that has events."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import MEXICO, UNITED_STATES
from tests.factories import make_event, part
from tests.pages import line_titles, text_of
from timeline import actions
from timeline.queries.dates import counts_by_year
from timeline.sql.days import day_of_year_beside

pytestmark = pytest.mark.django_db
STATES = (part(MEXICO), part(UNITED_STATES))


def make_days() -> None:
    make_event(title="The call")
    make_event(title="A call on the day before", edtf="2026-01-11", participations=STATES)
    make_event(title="Some day of early January", edtf="[2026-01-01..2026-01-10]", participations=STATES)
    make_event(title="Long ago", edtf="1962-01-12", participations=STATES)
    make_event(title="Planned", modality="planned", edtf="2026-01-12", participations=STATES)
    gone = make_event(title="Withdrawn", edtf="2025-06-01", participations=STATES)
    actions.withdraw_event(
        event_id=gone.pk, expected_version=1, reason="Wrong.", by="Ben", at=datetime(2026, 1, 14, tzinfo=UTC)
    )


def test_from_all_years_to_a_day(client):
    make_days()
    years = text_of(client.get("/dates/"))
    assert re.findall(r'href="/dates/(\d+)/"><span>\d+</span> <span class="pair-list__count">(\d) event', years) == [
        ("1962", "1"), ("2026", "3")
    ]  # fmt: skip
    assert 'href="/dates/2026/01/"><span>January</span>' in text_of(client.get("/dates/2026/"))
    month = client.get("/dates/2026/01/")
    assert line_titles(month) == ["The call", "A call on the day before", "Some day of early January"]
    assert re.findall(r'href="/dates/2026/01/(\d\d)/"', text_of(month)) == ["01", "11", "12"]
    assert line_titles(client.get("/dates/2026/01/12/")) == ["The call"]
    assert line_titles(client.get("/dates/2026/01/01/")) == ["Some day of early January"]
    assert "possibly in these dates" in text_of(client.get("/dates/2026/01/01/"))
    assert "possibly in these dates" not in text_of(month)
    turned = line_titles(client.get("/dates/2026/01/?order=oldest"))
    assert turned == line_titles(month)[::-1]


@pytest.mark.parametrize("name", ["/dates/2026/1/12/", "/dates/2026/1/", "/dates/26/", "/es/dates/2026/1/12/"])
def test_a_time_has_one_address(client, name):
    make_days()
    answer = client.get(f"{name}?order=oldest")
    assert answer.status_code == 301
    padded = name.replace("/1/", "/01/").replace("/26/", "/0026/")
    assert answer.headers["Location"] == f"{padded}?order=oldest"


def test_the_days_of_a_month_count_what_its_filters_leave(client):
    make_days()
    page = text_of(client.get("/dates/2026/01/?level=leader"))
    assert re.findall(r'href="(/dates/2026/01/[^"]+)"><span>\d+</span> <span[^>]*>(\d)', page) == [
        ("/dates/2026/01/12/?level=leader", "1")
    ]  # fmt: skip
    assert line_titles(client.get("/dates/2026/01/?level=leader")) == ["The call"]
    part = client.get("/dates/2026/01/?level=leader", headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    assert re.findall(r'href="(/dates/2026/01/[^"]+)"><span>', text_of(part)) == ["/dates/2026/01/12/?level=leader"]


def test_filters_go_on_from_years_to_the_lists_that_they_narrow(client):
    make_event(title="The call")
    said = "The filters of the address apply to the list of each month."
    for address, shorter in (("/dates/", "/dates/2026/"), ("/dates/2026/", "/dates/2026/01/")):
        page = text_of(client.get(f"{address}?level=leader"))
        assert f'href="{shorter}?level=leader"' in page
        assert said in page
        assert said not in text_of(client.get(f"{address}?utm_source=x"))
    turned = client.get("/dates/26/?level=leader")
    assert (turned.status_code, turned.headers["Location"]) == (301, "/dates/0026/?level=leader")


def test_the_way_leads_to_the_next_time_that_has_events(client):
    make_days()
    assert re.findall(r'rel="(prev|next)" href="([^"]+)"', text_of(client.get("/dates/2026/01/11/"))) == [
        ("prev", "/dates/2026/01/01/"), ("next", "/dates/2026/01/12/")
    ]  # fmt: skip
    assert re.findall(r'rel="(prev|next)" href="([^"]+)"', text_of(client.get("/dates/2026/01/"))) == [
        ("prev", "/dates/1962/01/")
    ]  # fmt: skip
    assert re.findall(r'rel="(prev|next)" href="([^"]+)"', text_of(client.get("/dates/1990/"))) == [
        ("prev", "/dates/1962/"), ("next", "/dates/2026/")
    ]  # fmt: skip


def test_an_empty_time_says_so_and_offers_the_nearest(client):
    make_days()
    page = text_of(client.get("/dates/1990/05/03/"))
    assert "No event of this time is in the record" in page
    assert "The nearest before it: 12 January 1962" in page
    assert "The nearest after it: 1 January 2026" in page


@pytest.mark.parametrize(
    "address",
    [
        "/dates/2026/13/", "/dates/2026/02/30/", "/dates/0/", "/dates/10000/", "/dates/2026/01/00/",
        "/dates/99999999999999999999/", "/dates/2026/99999999999999999999/1/", "/on-this-day/02-30/",
        "/on-this-day/13-01/", "/on-this-day/1-2/", "/on-this-day/x/", "/on-this-day/٠١-٠٢/", "/on-this-day/00-00/",
    ],
)  # fmt: skip
def test_what_is_no_day_is_404(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/dates/0001/", "/dates/9999/", "/dates/0001/01/", "/dates/9999/12/31/"])
def test_the_ends_of_time_are_days(client, address):
    make_days()
    assert client.get(address).status_code == 200


def test_this_day_of_every_year(client):
    make_days()
    page = client.get("/on-this-day/01-12/")
    assert line_titles(page) == ["The call", "Long ago"]
    assert re.findall(r'class="lines-month" id="y(\d+)"', text_of(page)) == ["2026", "1962"]
    assert line_titles(client.get("/on-this-day/01-01/")) == []
    assert client.get("/on-this-day/02-29/").status_code == 200
    with time_machine.travel(datetime(2027, 1, 12, 12, tzinfo=UTC), tick=False):
        assert line_titles(client.get("/on-this-day/")) == ["The call", "Long ago"]


@pytest.mark.parametrize(
    ("day", "earlier", "later"),
    [
        ("05-03", "02-29", "11-09"), ("01-12", "01-11", "02-29"), ("01-11", "11-09", "01-12"),
        ("11-09", "02-29", "01-11"), ("12-31", "11-09", "01-11"), ("03-01", "02-29", "11-09"),
    ],
)  # fmt: skip
def test_a_day_of_any_year_leads_to_the_nearest_that_have_events(client, day, earlier, later):
    make_days()
    make_event(title="A leap day", edtf="2024-02-29", participations=STATES)
    make_event(title="Late in another year", edtf="1989-11-09", participations=STATES)
    make_event(title="No known day", edtf="1990-06", participations=STATES)
    make_event(title="Planned only", modality="planned", edtf="2027-04-01", participations=STATES)
    steps = re.findall(r'rel="(prev|next)" href="/on-this-day/([^"/]+)/"', text_of(client.get(f"/on-this-day/{day}/")))
    assert steps == [("prev", earlier), ("next", later)]


def test_a_day_of_any_year_without_events_says_so_and_offers_the_nearest(client):
    make_days()
    page = text_of(client.get("/on-this-day/05-03/"))
    assert "No event of this day is in the record" in page
    assert "The nearest before it: 12 January<" in page
    assert "The nearest after it: 11 January<" in page


def test_the_only_day_with_events_leads_to_no_other(client):
    make_event()
    assert 'class="steps"' not in text_of(client.get("/on-this-day/01-12/"))
    assert 'href="/on-this-day/01-12/"' in text_of(client.get("/on-this-day/01-13/"))


@pytest.mark.parametrize("is_later", [True, False])
def test_the_nearest_days_are_read_from_an_index(is_later):
    make_days()
    with connection.cursor() as cursor, CaptureQueriesContext(connection) as queries:
        assert day_of_year_beside(5, 3, is_later=is_later) == ((1, 11) if is_later else (1, 12))
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_bitmapscan = off")
        cursor.execute("SET LOCAL enable_sort = off")
        cursor.execute("EXPLAIN " + queries[0]["sql"])
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert len(re.findall("Index Scan (?:Backward )?using event_day_of_year", plan)) == 2
    assert len(re.findall("Index Cond: .*ROW", plan)) == 2


@pytest.mark.parametrize("address", ["/dates/2026/01/", "/on-this-day/01-12/"])
def test_a_long_list_is_read_page_by_page_and_back(client, address):
    for number in range(45):
        make_event(title=f"Call {number:02d}", participations=STATES)
    first = client.get(address)
    following = re.search(r'rel="next" href="(\?[^"]+)"', first.content.decode())[1]
    second = client.get(f"{address}{following}")
    assert len(line_titles(first)) == 40
    assert sorted(line_titles(first) + line_titles(second)) == [f"Call {number:02d}" for number in range(45)]
    preceding = re.search(r'rel="prev" href="(\?[^"]+)"', second.content.decode())[1]
    assert line_titles(client.get(f"{address}{preceding}")) == line_titles(first)
    assert client.get(f"{address}?following=x").status_code == 400


COSTS = {"/dates/": 2, "/dates/2026/": 4, "/dates/2026/01/": 10, "/dates/2026/01/12/": 9, "/on-this-day/01-12/": 9}


@pytest.mark.parametrize(("address", "cost"), COSTS.items())
def test_queries_do_not_grow_with_the_record(client, address, cost):
    costs = []
    for more in (3, 6):
        for number in range(more):
            make_event(title=f"Call {more} {number}")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        costs.append(len(queries))
    assert costs == [cost, cost]


def test_years_and_months_are_counted_by_an_index_alone():
    make_days()
    with connection.cursor() as cursor, CaptureQueriesContext(connection) as queries:
        assert counts_by_year() == {1962: 1, 2026: 3}
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_bitmapscan = off")
        cursor.execute("EXPLAIN " + queries[0]["sql"])
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Index Only Scan using event_entry_order" in plan
