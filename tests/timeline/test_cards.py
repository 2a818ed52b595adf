"""The pictures that stand for shared addresses: their form, what moves them, and that no name breaks them."""

import re
from html import unescape
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.cast import SHEINBAUM
from tests.factories import make_event, statement_input
from timeline import actions
from timeline.outputs.card import EventCard, draw_event_card
from timeline.outputs.card.palette import colour

PAIR = "/pairs/mexico/united-states/card.png"


def picture(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image.convert("RGB")


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["", "/es"])
def test_each_card_is_a_small_picture_of_the_right_size(client, language):
    event = make_event()
    for address in ("/card.png", PAIR, f"/events/{event.pk}/card.png"):
        answer = client.get(language + address)
        assert answer.headers["Content-Type"] == "image/png"
        assert picture(answer.content).size == (1200, 630)
        assert len(answer.content) < 60_000


@pytest.mark.django_db
def test_a_pair_has_another_picture_once_something_happened(client):
    make_event()
    before = client.get(PAIR)
    assert client.get(PAIR, headers={"if-none-match": before.headers["ETag"]}).status_code == 304
    make_event(title="They meet", kind="meeting", edtf="2025-12-03")
    after = client.get(PAIR, headers={"if-none-match": before.headers["ETag"]})
    assert after.status_code == 200
    assert after.content != before.content


@pytest.mark.django_db
def test_the_sides_have_their_colours(client):
    make_event()
    pixels = {ink for _, ink in picture(client.get(PAIR).content).getcolors(1200 * 630)}
    assert {colour("first"), colour("second"), colour("paper")} <= pixels


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/pairs/united-states/mexico/card.png", "/pairs/x/y/card.png", "/events/9/card.png"]
)
def test_what_is_no_page_has_no_picture(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_pages_name_their_pictures(client):
    event = make_event(summary="They talk.")
    assert f'<meta property="og:image" content="http://testserver{PAIR}">' in client.get(PAIR[:-8]).text
    page = client.get(event_address := f"/events/{event.pk}/{event.slug}/").text
    assert f'<meta property="og:image" content="http://testserver/events/{event.pk}/card.png">' in page
    assert f'<meta property="og:url" content="http://testserver{event_address}">' in page
    assert '<meta property="og:description" content="They talk.">' in page
    assert '<meta property="og:image" content="http://testserver/card.png">' in client.get("/about/").text


@pytest.mark.django_db
def test_a_page_that_is_shared_has_its_own_title(client):
    event = make_event(statements=(statement_input(),))
    said = event.statements.get()
    thread = actions.record_thread(
        title="A story", summary="How it went.", event_ids=[event.pk], by="Ana", at=event.published_at
    )
    source = event.citations.first().source
    wanted = {
        "/countries/mexico/": ("Mexico", ""),
        f"/leaders/{SHEINBAUM}/": ("Claudia Sheinbaum", ""),
        f"/statements/{said.pk}/": ("Statement by Claudia Sheinbaum", said.words),
        f"/sources/{source.pk}/": (source.title, source.outlet),
        f"/threads/{thread.slug}/": ("A story", "How it went."),
        "/pairs/mexico/united-states/2026/": ("Mexico and the United States: 2026", ""),
        f"/leaders/{SHEINBAUM}/on/united-states/": ("Claudia Sheinbaum on the United States", ""),
        "/dates/2026/01/": ("January 2026", ""),
        "/on-this-day/01-12/": ("On 12 January", ""),
        "/compare/": ("Compare pairs", ""),
        "/compare/?pair=mexico,united-states": ("Mexico–United States: compared", ""),
    }
    for address, (title, about) in wanted.items():
        page = unescape(client.get(address).text)
        assert re.findall('<meta property="og:title" content="([^"]*)">', page) == [title]
        assert re.findall('<meta property="og:description" content="([^"]*)">', page) == ([about] if about else [])


@pytest.mark.django_db
def test_a_comparison_is_shared_with_its_pairs(client):
    make_event()
    page = client.get("/compare/?pair=US,MX", follow=True).text
    assert '<meta property="og:url" content="http://testserver/compare/?pair=mexico,united-states">' in page


@pytest.mark.django_db
def test_what_is_shared_of_a_long_title_and_summary_is_cut_to_what_is_shown(client):
    event = make_event(title="They agree to speak again " * 6, summary="They spoke of trade and of much else. " * 12)
    page = unescape(client.get(f"/events/{event.pk}/", follow=True).text)
    (title,) = re.findall('<meta property="og:title" content="([^"]*)">', page)
    (about,) = re.findall('<meta property="og:description" content="([^"]*)">', page)
    assert (len(title), title[-1], len(about), about[-1]) == (60, "…", 155, "…")


@given(st.text(max_size=300), st.lists(st.text(max_size=60), max_size=12))
@settings(max_examples=25, deadline=None)
def test_any_words_can_be_drawn(title, parties):
    assert picture(draw_event_card(EventCard(title[:60], title, tuple(parties)))).size == (1200, 630)


def test_colours_are_those_of_the_style_sheet():
    # oklch(100% 0 0) would be white and oklch(0% 0 0) black; these two lie where the tokens say.
    assert all(channel > 240 for channel in colour("paper"))
    assert all(channel < 60 for channel in colour("ink"))
    with pytest.raises(KeyError):
        colour("no-such-token")
