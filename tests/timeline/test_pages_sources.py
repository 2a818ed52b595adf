"""The list of all sources: the newest first, by outlet, page after page."""

import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_event, make_source
from timeline.values import When

pytestmark = pytest.mark.django_db


def publish(*sources):
    """Record sources, each a title, an outlet and a date in EDTF."""
    for number, (title, outlet, published) in enumerate(sources):
        make_source(
            title=title, outlet=outlet, origin=outlet, published=When.parse(published) if published else None, address=f"https://example.org/{number}",
            text_hash=f"{number:064x}",
        )  # fmt: skip


def titles(page):
    return [html.unescape(title) for title in re.findall(r'class="hit__title"[^>]*><a href="[^"]+">([^<]+)</a>', page)]


def page_of(client, query="", status=200):
    answer = client.get(f"/sources/{query}")
    assert answer.status_code == status
    return answer.content.decode()


def test_sources_come_the_newest_first_and_those_without_a_day_last(client):
    publish(
        ("Older", "A", "2026-01-12"), ("No day", "A", ""), ("Newer", "B", "2026-02-01"), ("A month", "A", "2026-01")
    )
    page = page_of(client)
    assert titles(page) == ["Newer", "Older", "A month", "No day"]
    assert "date not stated" in page


def test_those_of_one_outlet_are_shown_alone_and_its_sources_lead_there(client):
    publish(("One", "A & <B>", "2026-01-12"), ("Two", "C", "2026-01-13"), ("Three", "A & <B>", ""))
    page = page_of(client, "?outlet=A+%26+%3CB%3E")
    assert titles(page) == ["One", "Three"]
    assert "<option selected>A &amp; &lt;B&gt;</option>" in page
    address = re.search(r'class="hit__title"[^>]*><a href="([^"]+)"', page)[1]
    source = client.get(address).content.decode()
    assert 'href="/sources/?outlet=A%20%26%20%3CB%3E"' in source


def test_an_outlet_that_the_record_has_not_is_an_error_beside_the_field(client):
    publish(("One", "A", "2026-01-12"))
    page = page_of(client, "?outlet=Nobody", 422)
    assert 'id="error-outlet"' in page
    assert titles(page) == []


@pytest.mark.parametrize("outlet", ["", "A"])
def test_page_after_page_gives_each_source_once(client, monkeypatch, outlet):
    monkeypatch.setattr("timeline.queries.sources.SOURCES_ON_A_PAGE", 2)
    days = ["2026-01-12", "2026-01-12", "2026-01-12", "2026-01-11", "", "", "", ""]
    publish(*((f"Text {number}", "A", day) for number, day in enumerate(days)), ("Other", "B", "2026-01-12"))
    seen, query = [], f"?outlet={outlet}"
    while query:
        page = page_of(client, query)
        seen += titles(page)
        step = re.search(r'rel="next" href="([^"]+)"', page)
        query = html.unescape(step[1]) if step else ""
    mine = ["Text 2", "Text 1", "Text 0", "Text 3", "Text 7", "Text 6", "Text 5", "Text 4"]
    assert seen == (mine if outlet else ["Other", *mine])


@pytest.mark.parametrize(
    "place", ["x", "2026-01-12", "2026-13-01.4", "2026-01-12.-4", "2026-01-12.9999999999999999999", "."]
)
def test_a_place_that_no_page_links_to_is_refused(client, place):
    assert client.get("/sources/", {"following": place}).status_code == 400


def test_a_record_without_sources_says_so(client):
    page = page_of(client)
    assert "No source is recorded yet" in page
    assert '<form class="plain-filter"' not in page


def test_it_is_reached_from_the_page_about_the_record(client):
    make_event()
    assert 'href="/sources/"' in client.get("/about/").content.decode()


def test_it_costs_the_same_however_many_there_are(client):
    costs = []
    for first in (0, 20):
        for number in range(first, first + 20):
            make_source(title=f"Text {number}", outlet=f"Outlet {number}", text_hash=f"{number:064x}")
        with CaptureQueriesContext(connection) as queries:
            page_of(client)
        costs.append(len(queries))
    assert costs == [5, 5]
