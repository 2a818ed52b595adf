"""Years, months and days of a pair have addresses of their own, which lead from one to the next."""

import gzip
import re
from datetime import date, timedelta
from html import unescape

import pytest

from tests.cast import make_cast
from tests.factories import BY, make_event
from tests.pages import row_titles, text_of
from tests.timeline.test_pages_timeline import LATER, PAIR, make_talk, talks, words_of
from timeline import actions

pytestmark = pytest.mark.django_db


# --- the addresses of years, months and days


def test_a_period_shows_what_lies_in_it_and_leads_to_those_beside_it(client):
    talks(2, "2026-01")
    make_event(title="At the turn", edtf="[2025-12-29..2026-01-04]", source_words="over the new year")
    make_talk("In March", "2024-03-05")
    month = client.get(f"{PAIR}2026/01/")
    assert row_titles(month) == ["Talk of 2026-01-02", "Talk of 2026-01-01", "At the turn"]
    assert "3 events" in words_of(month)
    assert f'<link rel="canonical" href="http://testserver{PAIR}2026/01/">' in text_of(month)
    assert f'rel="prev" href="{PAIR}2025/12/"' in text_of(month)
    assert "Nothing later in the record" in text_of(month)
    assert f'href="{PAIR}2026/"' in text_of(month)
    assert f'rel="next" href="{PAIR}2026/"' in text_of(client.get(f"{PAIR}2025/"))
    day = client.get(f"{PAIR}2026/01/02/")
    assert row_titles(day) == ["Talk of 2026-01-02", "At the turn"]
    assert f'rel="prev" href="{PAIR}2026/01/01/"' in text_of(day)
    assert "It may lie outside of these dates" in text_of(day)


def test_each_month_of_a_timeline_leads_to_its_own_address(client):
    talks(2, "2026-01")
    make_talk("In March", "2024-03-05")
    page = text_of(client.get(PAIR))
    links = re.findall(r'<h3 class="timeline__month" id="[0-9-]+"><a href="([^"]+)">', page)
    assert links == [f"{PAIR}2026/01/", f"{PAIR}2024/03/"]
    for link in links:
        assert client.get(link).status_code == 200


def test_an_empty_period_says_so_and_still_leads_on(client):
    make_event(edtf="2026-01-12")
    response = client.get(f"{PAIR}2025/06/")
    assert response.status_code == 200
    assert "The record has no event between them for June 2025" in text_of(response)
    assert f'rel="next" href="{PAIR}2026/01/"' in text_of(response)
    assert '<meta name="robots" content="noindex">' in text_of(response)
    make_cast()
    assert client.get("/pairs/cuba/venezuela/2026/").status_code == 200


@pytest.mark.parametrize(
    "address",
    ["2026/13/01/", "2026/00/", "0/", "0000/", "10000/", "2026/02/30/", "2025/02/29/", "2026/1/99999999999999999999/",
     "9" * 400 + "/", "2026/" + "9" * 400 + "/", "-1/", "2026/01/12/13/", "2026/jan/", "NaN/"],
)  # fmt: skip
def test_what_is_not_in_the_calendar_is_not_there(client, address):
    make_event()
    assert client.get(PAIR + address).status_code == 404


@pytest.mark.parametrize("address", ["1/", "0001/01/01/", "9999/12/31/", "9999/"])
def test_the_ends_of_the_calendar_are_there(client, address):
    make_event()
    assert client.get(PAIR + address, follow=True).status_code == 200


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [(f"{PAIR}2026/1/", f"{PAIR}2026/01/"), ("/pairs/us/mx/2026/01/12/", f"{PAIR}2026/01/12/"),
     ("/pairs/united-states/mexico/2026/", f"{PAIR}2026/")],
)  # fmt: skip
def test_other_forms_of_a_period_lead_to_the_one(client, address, leads_to):
    make_event()
    response = client.get(address)
    assert (response.status_code, response.headers["Location"]) == (301, leads_to)


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("2026/?kind=visit", "kind=visit&when=2026"),
        ("2026/01/?kind=visit&kind=meeting", "kind=visit&kind=meeting&when=2026-01"),
        ("2026/1/2/?order=oldest", "order=oldest&when=2026-01-02"),
        ("2026/?since=2026-01-09", "since=2026-01-09&when=2026"),
        ("2026/?when=2026-01&after=x", "when=2026-01&after=x&before=2026-12-31"),
    ],
)  # fmt: skip
def test_a_period_that_is_narrowed_is_the_pairs_list_of_that_time(client, asked, leads_to):
    make_event(title="A call", edtf="2026-01-02")
    make_event(title="A visit", kind="visit", edtf="2026-01-02")
    make_event(title="An older visit", kind="visit", edtf="2025-12-31")
    answer = client.get(PAIR + asked)
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{PAIR}?{leads_to}")
    assert row_titles(client.get(f"{PAIR}2026/?kind=visit", follow=True)) == ["A visit"]
    assert f'href="{PAIR}?when=2026-01#timeline">Filter these events</a>' in text_of(client.get(f"{PAIR}2026/01/"))
    assert "Filter these events" not in text_of(client.get(f"{PAIR}2024/"))
    assert client.get("/pairs/us/mx/2026/?kind=nonsense", follow=True).status_code == 422
    assert client.get(f"{PAIR}2026/?kind=&utm_source=x&q=+").status_code == 200


def test_a_period_is_kept_by_its_etag_and_refuses_odd_places(client):
    event = make_event()
    first = client.get(f"{PAIR}2026/01/")
    again = client.get(f"{PAIR}2026/01/", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    actions.withdraw_event(event_id=event.pk, expected_version=1, reason="Not so.", by=BY, at=LATER)
    assert client.get(f"{PAIR}2026/01/", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200
    assert client.get(f"{PAIR}2026/01/?following=x").status_code == 400
    assert client.get("/pairs/mexico/atlantis/2026/").status_code == 404
    assert client.get("/pairs/mexico/mexico/2026/").status_code == 404


def test_a_period_that_is_kept_is_compressed_once(client, settings):
    settings.PAGE_MEMORY_BYTES = 1_000_000
    make_event()
    for _ in range(2):
        response = client.get(f"{PAIR}2026/01/", headers={"Accept-Encoding": "gzip"})
        assert response.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(response.content).startswith(b"<!doctype html>")


def test_a_long_period_is_read_page_by_page(client):
    start = date(2025, 1, 1)
    for number in range(53):
        make_talk(f"Talk {number:02d}", (start + timedelta(days=number)).isoformat())
    first = client.get(f"{PAIR}2025/")
    following = unescape(re.search(r'rel="next" href="(\?[^"#]+)', text_of(first))[1])
    assert row_titles(client.get(f"{PAIR}2025/{following}")) == ["Talk 02", "Talk 01", "Talk 00"]
