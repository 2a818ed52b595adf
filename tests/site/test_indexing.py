"""What other programs that read the pages are told: the whole address of a page, and which pages to leave out."""

import re

import pytest

from tests.cast import MEXICO, SHEINBAUM, UNITED_STATES
from tests.factories import AT, BY, make_event, statement_input
from timeline import actions

pytestmark = pytest.mark.django_db
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')


@pytest.mark.parametrize("place", ["pair", "period", "leader", "event", "country", "statement", "source", "thread"])
def test_a_page_names_its_whole_address(client, place):
    event = make_event(statements=(statement_input(),))
    thread = actions.record_thread(title="A story", event_ids=[event.pk], by=BY, at=AT)
    pair = f"/pairs/{MEXICO}/{UNITED_STATES}/"
    address = {
        "pair": pair,
        "period": f"{pair}2026/",
        "leader": f"/leaders/{SHEINBAUM}/",
        "event": f"/events/{event.pk}/{event.slug}/",
        "country": f"/countries/{MEXICO}/",
        "statement": f"/statements/{event.statements.get().pk}/",
        "source": f"/sources/{event.citations.first().source_id}/",
        "thread": f"/threads/{thread.slug}/",
    }[place]
    text = client.get(address, {"utm_source": "x"} if place == "event" else {}).content.decode()
    assert CANONICAL.findall(text) == [f"http://testserver{address}"]


@pytest.mark.parametrize(("address", "is_left_out"), [("/search/", False), ("/search/?q=trade", True)])
def test_the_search_may_be_found_but_what_it_finds_not(client, address, is_left_out):
    make_event()
    response = client.get(address)
    assert response.status_code == 200
    assert (b'name="robots" content="noindex"' in response.content) is is_left_out
