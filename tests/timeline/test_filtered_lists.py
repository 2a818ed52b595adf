"""The lists of leaders, threads and dates have the filters of all lists: each number is the length of its list."""

import re
from urllib.parse import parse_qsl, urlencode

import pytest

from tests.cast import RUBIO, SHEINBAUM, TRUMP, UNITED_STATES
from tests.factories import AT, BY, make_statement
from tests.timeline.varied import HTMX, make_varied_record, options
from timeline import actions
from timeline.models import Event
from timeline.values import When

pytestmark = pytest.mark.django_db
LEADER, THREAD, MONTH, DAY = (
    f"/leaders/{TRUMP}/events/",
    "/threads/the-story/",
    "/dates/2026/01/",
    "/on-this-day/12-03/",
)
SAID = f"/leaders/{SHEINBAUM}/statements/"
EVENTS = {"kind", "level", "leader", "country", "topic", "speech", "show"}
BASES = (
    (LEADER, "", EVENTS),
    (LEADER, "kind=threat&kind=phone_call&country=mexico", EVENTS),
    (LEADER, "show=all&when=2025&topic=crime", EVENTS),
    (LEADER, f"leader={SHEINBAUM}&q=talk", EVENTS),
    (THREAD, "", EVENTS),
    (THREAD, f"leader={RUBIO}&show=happened", EVENTS),
    (THREAD, "country=cuba", EVENTS),
    (MONTH, "", EVENTS),
    (MONTH, "kind=threat&topic=economic&speech=indirect", EVENTS),
    (DAY, "level=leader", EVENTS),
    (SAID, "", {"speech", "country"}),
    (SAID, "speech=direct&country=united-states", {"speech", "country"}),
    (SAID, "q=useful&when=2026", {"speech", "country"}),
    (f"/leaders/{SHEINBAUM}/on/united-states/", "speech=indirect", {"speech"}),
)


def make_record() -> None:
    """Publish the varied record, a thread of all its events, and statements that stand alone."""
    make_varied_record()
    events = Event.objects.order_by("-id")
    actions.record_thread(title="The story", summary="", event_ids=[event.pk for event in events], by=BY, at=AT)
    make_statement(words="We talked about oil", speech="indirect", about=("venezuela", UNITED_STATES))


def length(page: str) -> int:
    """Return how many lines a list shows."""
    return page.count('class="line__title"') + page.count('class="said ') + page.count('class="said"')


@pytest.mark.parametrize(("address", "query", "names"), BASES)
def test_the_number_of_each_option_is_the_length_of_its_list(client, address, query, names):
    make_record()
    page = client.get(f"{address}?{query}").content.decode()
    found = options(page)
    assert {name for name, *_ in found} == names
    said = int(re.search(r'id="timeline-count">(\d+) ', page)[1])
    assert said == length(page)
    for name, value, _, is_disabled, _, count in found:
        others = [(other, word) for other, word in parse_qsl(query) if other != name]
        narrowed = urlencode([*others, (name, value)])
        listed = client.get(f"{address}?{narrowed}", headers=HTMX).content.decode()
        assert length(listed) == count, narrowed
        if name != "show":
            assert is_disabled == (count == 0 and (name, value) not in parse_qsl(query)), narrowed


@pytest.mark.parametrize("address", [LEADER, THREAD, MONTH, DAY, SAID])
@pytest.mark.parametrize("query", ["speech=sung", "country=atlantis", "q=%26", "country=cuba&country=x"])
def test_a_filter_that_cannot_be_meant_is_an_error_beside_the_field(client, address, query):
    make_record()
    for headers in ({}, HTMX):
        answer = client.get(f"{address}?{query}", headers=headers)
        assert answer.status_code == 422
        page = answer.content.decode()
        assert length(page) == 0
        assert f'id="error-{query.split("=")[0]}"' in page
        assert "<title>Error: " in page


@pytest.mark.parametrize(
    ("address", "title"),
    [
        (LEADER, "Donald Trump: events: Threat, Mexico · Bilateral"),
        (THREAD, "The story: Threat, Mexico · Bilateral"),
        (MONTH, "January 2026: Threat, Mexico · Bilateral"),
        (DAY, "On 3 December: Threat, Mexico · Bilateral"),
    ],
)
def test_the_title_follows_the_filter(client, address, title):
    make_record()
    for headers in ({}, HTMX):
        page = client.get(f"{address}?kind=threat&country=mexico", headers=headers).content.decode()
        assert re.search(r"<title>([^<]+)</title>", page)[1] == title


def test_a_thread_keeps_its_order_and_its_numbers(client):
    make_record()
    page = client.get(f"{THREAD}?kind=meeting").content.decode()
    assert re.findall(r'<li class="line" value="(\d)"', page) == ["1", "3", "5"]
    assert 'name="order"' not in page
    assert 'data-show="all"' in page


def test_all_kinds_of_a_group_are_one_chip(client):
    make_record()
    page = client.get(f"{LEADER}?kind=contact&kind=threat").content.decode()
    assert re.findall(r'class="chip" href="([^"]+)"><span[^>]*>Remove </span>([^<]+)', page)[0] == (
        f"{LEADER}?kind=threat", "Contact"
    )  # fmt: skip
    assert "chip--clear" in page


def test_what_may_lie_outside_of_the_dates_is_marked(client):
    make_record()
    make_statement(words="It was said some day", speech="indirect", when=When.parse("[2026-01-05..2026-01-11]"))
    for address in (LEADER, THREAD, SAID):
        assert "possibly in these dates" in client.get(f"{address}?when=2026-01-06..2026-01-30").content.decode()
        assert "possibly in these dates" not in client.get(f"{address}?when=2026-01").content.decode()


@pytest.mark.parametrize("address", [LEADER, MONTH, SAID])
def test_an_empty_list_names_the_filter_to_blame(client, address):
    make_record()
    page = client.get(f"{address}?q=zebra").content.decode()
    assert re.search(r"Without “Words: zebra”</a> <span class=\"empty__count\">\d+ ", page)
