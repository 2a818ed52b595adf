"""The events that a search found have the filters of all lists, and what was looked for stays in the address."""

import re
from urllib.parse import parse_qsl, urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import TRUMP
from tests.factories import make_event
from tests.timeline.varied import make_varied_record, options

pytestmark = pytest.mark.django_db


def page_of(client, query: str, status: int = 200) -> str:
    answer = client.get(f"/search/?{query}")
    assert answer.status_code == status
    return re.sub(r"\s+", " ", answer.content.decode())


def length(page: str) -> int:
    return page.count('class="hit__title"')


@pytest.mark.parametrize("query", ["q=talk+OR+meet&only=events", f"q=talk+OR+meet&kind=meeting&leader={TRUMP}",
                                   "q=talk+OR+meet&country=cuba", "q=talk+OR+meet&show=planned"])  # fmt: skip
def test_the_number_of_each_option_is_the_length_of_its_list(client, query):
    make_varied_record()
    page = page_of(client, query)
    assert int(re.search(r'id="timeline-count">(\d+) ', page)[1]) == length(page)
    found = options(page)
    assert {"kind", "level", "leader", "country", "speech", "show"} <= {name for name, *_ in found}
    for name, value, _, _, _, count in found:
        others = [(other, said) for other, said in parse_qsl(query) if other != name]
        assert length(page_of(client, urlencode([*others, (name, value)]))) == count, (name, value)


def test_what_was_looked_for_stays_in_every_address(client):
    make_varied_record()
    page = page_of(client, "q=talk&pair=mexico,united-states&kind=phone_call&level=leader")
    assert '<input type="hidden" name="q" value="talk">' in page
    assert '<input type="hidden" name="pair" value="mexico,united-states">' in page
    chips = re.findall(r'class="chip(?: chip--clear)?" href="/search/\?([^"]+)"', page)
    assert [dict(parse_qsl(chip.replace("&amp;", "&"))) for chip in chips] == [
        {"q": "talk", "pair": "mexico,united-states", "only": "events", "level": "leader"},
        {"q": "talk", "pair": "mexico,united-states", "only": "events", "kind": "phone_call"},
        {"q": "talk", "pair": "mexico,united-states", "only": "events"},
    ]
    assert "<title>talk: Phone call, Leaders · Search · Bilateral</title>" in page


def test_a_filter_that_cannot_be_meant_is_an_error_and_shows_nothing(client):
    make_varied_record()
    page = page_of(client, "q=talk&kind=greeting", status=422)
    assert length(page) == 0
    assert 'id="error-kind"' in page
    assert "<title>Error: talk" in page


def test_where_nothing_is_left_the_filter_is_named(client):
    make_varied_record()
    page = page_of(client, "q=talk&country=cuba")
    assert "Without “Cuba”" in page
    assert 'href="/search/?q=talk&amp;only=events#found-events"' in page
    assert page_of(client, "q=talk").count("Filter these events") == 1


def test_pages_of_the_filtered_list_are_walked_with_the_filters(client):
    for number in range(23):
        make_event(title=f"Talk {number}", kind="meeting" if number % 8 == 0 else "phone_call")
    first = page_of(client, "q=talk&kind=phone_call&kind=meeting")
    following = re.search(r'href="\?([^"]+)" rel="next"', first)[1].replace("&amp;", "&")
    assert parse_qsl(following)[-1] == ("page", "2")
    assert (length(first), length(page_of(client, following))) == (20, 3)
    assert length(page_of(client, "q=talk&kind=meeting")) == 3


def test_queries_do_not_grow_with_what_is_found(client):
    costs = []
    for more in (3, 6):
        for number in range(more):
            make_event(title=f"Talk {more} {number}")
        # The first search of a process reads the words of all names.
        page_of(client, "q=talk")
        with CaptureQueriesContext(connection) as queries:
            page_of(client, "q=talk&kind=phone_call")
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 15
