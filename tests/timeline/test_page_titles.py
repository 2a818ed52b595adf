"""The title of a page fits where titles are shown; on paper its foot says where it was found, and when."""

import re
from datetime import date
from html import unescape

import pytest
from django.utils import timezone

from tests.cast import make_cast
from tests.factories import AT, BY, make_event, make_source, make_statement, statement_input
from timeline import actions
from timeline.templatetags.record import page_title

LONG = "Mexico and the United States agree to keep their joint security group at work and to speak again"
PAIR = "/pairs/mexico/united-states/"


def title_of(response) -> str:
    return unescape(re.search(r"<title>([^<]*)</title>", response.content.decode())[1])


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Countries · Bilateral", "Countries · Bilateral"),
        ("A &amp; B", "A & B"),
        ("&lt;/title&gt;&lt;b&gt; · Bilateral", "</title><b> · Bilateral"),
        (f"{'a' * 58} · Bilateral", f"{'a' * 58} · Bilateral"),
        (f"{'a' * 60} · Bilateral", "a" * 60),
        (f"{LONG} · Bilateral", "Mexico and the United States agree to keep their joint security group…"),
        ("w" * 80, "w" * 69 + "…"),
        ("History: " + "w" * 80, "History: " + "w" * 60 + "…"),
    ],
)
def test_the_name_of_the_site_gives_way_and_then_the_end(written, shown):
    title = page_title(written)
    assert "<" not in title
    assert unescape(title) == shown
    assert len(shown) <= 70


@pytest.mark.django_db
def test_no_page_of_a_record_with_long_titles_has_a_longer_one(client):
    event, outlet = make_event(title=LONG), LONG[:120]
    make_source(outlet=outlet, text_hash="0" * 64)
    said = make_statement(
        speech="indirect",
        words="We speak of many things that neither of us would have spoken of a year ago, and <so> on",
    )
    addresses = [
        f"/events/{event.pk}/",
        f"/events/{event.pk}/history/",
        f"/events/{event.pk}/v1/",
        f"/statements/{said.pk}/",
        f"/statements/{said.pk}/history/",
        f"{PAIR}?kind=phone_call&kind=threat&kind=refusal&level=leader&q=speak",
        f"/sources/{event.citations.first().source_id}/",
        f"/sources/?outlet={outlet}",
    ]
    for address in addresses:
        response = client.get(address, follow=True)
        assert response.status_code == 200
        assert 0 < len(title_of(response)) <= 70, address


@pytest.mark.django_db
def test_what_is_found_elsewhere_says_what_it_is(client):
    call = make_event(statements=(statement_input(),))
    said, source = call.statements.get(), call.citations.first().source_id
    actions.record_thread(title="Calls", summary="From first to last.", event_ids=[call.pk], by=BY, at=AT)
    for address, words in (
        (f"/statements/{said.pk}/", "Statement by Claudia Sheinbaum, 12 January 2026. We will keep working"),
        (f"/sources/{source}/", "The Example, 12 January 2026. What this text is"),
        ("/threads/calls/", "From first to last."),
    ):
        told = re.search(r'<meta name="description" content="([^"]*)">', client.get(address).content.decode())[1]
        assert told.startswith(words)
        assert len(unescape(told)) <= 155


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["/?q=" + "long+" * 60, "/compare/?pair=mexico,nowhere", f"{PAIR}contacts/?level=kings", f"{PAIR}?kind=nothing"],
)
def test_what_cannot_be_meant_is_told_in_the_title(client, address):
    make_cast()
    make_event()
    response = client.get(address)
    assert response.status_code == 422
    assert title_of(response).startswith("Error: ")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        f"{PAIR}?kind=phone_call",
        f"{PAIR}?order=oldest",
        f"{PAIR}?kind=phone_call&level=leader&q=talk+about+trade",
        f"{PAIR}?kind=nothing",
        "/countries/mexico/?kind=phone_call",
        "/leaders/claudia-sheinbaum/events/?level=leader",
        "/leaders/claudia-sheinbaum/statements/?speech=direct",
    ],
)
def test_a_list_that_comes_alone_has_the_title_of_its_page(client, address):
    make_event()
    alone = client.get(address, headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    assert "<html" not in alone.content.decode()
    assert title_of(alone) == title_of(client.get(address))


@pytest.mark.django_db
def test_a_sheet_of_paper_says_where_it_was_found_and_on_which_day(client, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2026, 2, 3))
    event = make_event(statements=(statement_input(),))
    said, source = event.statements.get(), event.citations.first().source_id
    for address in (
        PAIR, f"{PAIR}2026/01/", "/countries/mexico/", "/leaders/claudia-sheinbaum/", f"/events/{event.pk}/v1/",
        f"/events/{event.pk}/{event.slug}/", f"/statements/{said.pk}/", f"/sources/{source}/", "/compare/",
    ):  # fmt: skip
        foot = re.search(r'<p class="[^"]*print-foot[^"]*">(.*?)</p>', client.get(address).content.decode())[1]
        assert re.sub(r"<[^>]+>", "", foot) == f"From Bilateral, http://testserver{address}, 3 February 2026.", address
