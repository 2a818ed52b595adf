"""An event's page leads to what happened just before and after it between its countries, in the order of lists."""

import re
from html import unescape

import pytest

from tests.cast import CUBA, MEXICO, UNITED_STATES, VENEZUELA
from tests.factories import AT, BY, make_event, part
from timeline import actions

pytestmark = pytest.mark.django_db


def steps_of(client, event) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return each pair's name, with the direction and title of what the page leads to."""
    page = unescape(client.get(f"/events/{event.pk}/{event.slug}/").content.decode())
    found = re.findall(r'<nav class="thread-place" aria-label="([^"]+)">(.*?)</nav>', page, re.DOTALL)
    return [(name, re.findall(r'rel="(\w+)" href="[^"]+" lang="en">([^<]+)</a>', steps)) for name, steps in found]


NAME = "Before and after it between Mexico and the United States"


def test_an_event_leads_to_those_beside_it_with_their_dates(client):
    make_event(title="The first", edtf="2026-01-01")
    before = make_event(title="A call", edtf="2026-01-03")
    here = make_event(title="A visit", edtf="2026-01-05")
    after = make_event(title="A treaty", edtf="2026-02")
    make_event(title="The last", edtf="2026-03-01")
    assert steps_of(client, here) == [(NAME, [("prev", "A call"), ("next", "A treaty")])]
    page = client.get(f"/events/{here.pk}/{here.slug}/").content.decode().split('class="thread-place"')[1]
    assert f'href="/events/{before.pk}/{before.slug}/"' in page
    assert f'href="/events/{after.pk}/{after.slug}/"' in page
    assert "3 January 2026" in page
    assert "February 2026" in page


def test_a_linked_event_that_stands_beside_another_is_named_once_with_how_they_hang_together(client):
    far, before, here, after = (
        make_event(title=f"Talk of {day} January", edtf=f"2026-01-{day:02d}") for day in (1, 3, 5, 7)
    )
    for event, other, kind in ((here, before, "follows"), (here, far, "part_of"), (after, here, "answers")):
        actions.link_events(event_id=event.pk, to_event_id=other.pk, kind=kind, by=BY, at=AT)
    page = client.get(f"/events/{here.pk}/{here.slug}/").content.decode()
    linked, beside = page.split('id="links"')[1].split("</section>")[0], page.split('class="thread-place"')[1]
    assert re.findall(r"/events/(\d+)/", linked) == [str(far.pk)]
    assert "1 January 2026</time>: this is part of it" in linked
    assert "3 January 2026</time>: this follows it</span>" in beside
    assert "7 January 2026</time>: answers this ›</span>" in beside
    shown = client.get(f"/events/{after.pk}/{after.slug}/").content.decode()
    assert 'id="links"' not in shown
    actions.withdraw_event(event_id=far.pk, expected_version=1, reason="It never took place.", by=BY, at=AT)
    assert 'id="links"' not in client.get(f"/events/{here.pk}/{here.slug}/").content.decode()


def test_the_ends_lead_one_way_and_a_single_event_nowhere(client):
    only = make_event(title="The first", edtf="2026-01-01")
    assert steps_of(client, only) == []
    last = make_event(title="The last", edtf="2026-01-02")
    assert steps_of(client, only) == [(NAME, [("next", "The last")])]
    assert steps_of(client, last) == [(NAME, [("prev", "The first")])]


def test_within_a_day_the_order_is_that_of_the_list(client):
    titles = ["One", "Two", "Three", "Four"]
    dates = ["2026-01-05", "2026-01-05", "2026-01-05/2026-01-07", "2026-01"]
    events = [make_event(title=title, edtf=date) for title, date in zip(titles, dates, strict=True)]
    page = client.get("/pairs/mexico/united-states/?order=oldest").content.decode()
    listed = re.findall(r'class="event__title"[^>]*><a[^>]*>([^<]+)</a>', page)
    assert sorted(listed) == sorted(titles)
    for event in events:
        place = listed.index(event.title)
        expected = [("prev", listed[place - 1])] if place else []
        expected += [("next", listed[place + 1])] if place + 1 < len(listed) else []
        assert steps_of(client, event) == [(NAME, expected)]


def test_what_is_not_in_the_list_of_the_pair_is_passed_over(client):
    make_event(title="A call", edtf="2026-01-01")
    make_event(title="A plan", edtf="2026-01-02", modality="planned")
    make_event(
        title="A talk of others", edtf="2026-01-03",
        participations=(part(MEXICO), part(CUBA), part(UNITED_STATES, role="mentioned")),
    )  # fmt: skip
    gone = make_event(title="A mistake", edtf="2026-01-04")
    actions.withdraw_event(event_id=gone.pk, expected_version=1, reason="It was another day.", by=BY, at=AT)
    here = make_event(title="A visit", edtf="2026-01-05")
    assert steps_of(client, here) == [(NAME, [("prev", "A call")])]


def test_a_plan_has_its_place_among_what_happened(client):
    make_event(title="A call", edtf="2026-01-01")
    plan = make_event(title="A plan", edtf="2026-01-02", modality="planned")
    make_event(title="A visit", edtf="2026-01-03")
    assert steps_of(client, plan) == [(NAME, [("prev", "A call"), ("next", "A visit")])]


def test_an_event_of_many_countries_leads_on_for_each_pair_and_folds_those_after_the_first_two(client):
    everyone = [part(slug) for slug in (MEXICO, UNITED_STATES, CUBA, VENEZUELA)]
    for day in (1, 2):
        here = make_event(title=f"Talks of {day} January", edtf=f"2026-01-0{day}", participations=everyone)
    found = steps_of(client, here)
    assert len({name for name, _ in found}) == 6
    assert all(steps == [("prev", "Talks of 1 January")] for _, steps in found)
    page = client.get(f"/events/{here.pk}/{here.slug}/").content.decode()
    before, after = page.split("Before and after it between 4 more pairs of its countries</summary>")
    assert (before.count('class="thread-place" aria-label'), after.count('class="thread-place" aria-label')) == (2, 4)


def test_an_event_between_two_countries_folds_nothing(client):
    make_event(title="The first", edtf="2026-01-01")
    last = make_event(title="The last", edtf="2026-01-02")
    assert "more pair" not in client.get(f"/events/{last.pk}/{last.slug}/").content.decode()
