"""A pair's list within pages of others: its filters, its policy, and the code that shows it there."""

import re
from html import unescape

import pytest

from tests.cast import UNITED_STATES, make_cast
from tests.factories import AT, BY, make_event, part
from timeline import actions

pytestmark = pytest.mark.django_db
PAIR, EMBED = "/pairs/mexico/united-states/", "/embed/pairs/mexico/united-states/"


def record() -> None:
    """Publish a call and a threat."""
    make_cast()
    make_event(title="They talk about trade")
    make_event(title="A warning on tariffs", kind="threat", edtf="2026-01-05",
               participations=(part(UNITED_STATES), part("mexico", side="recipient")))  # fmt: skip


def titles(page: str) -> list[str]:
    """Return the titles of the events on a page, in order."""
    return re.findall(r'<h4 class="event__title"[^>]*><a [^>]*>([^<]+)</a>', page)


def test_pages_of_others_may_frame_the_list_and_nothing_else(client):
    record()
    framed, page = client.get(EMBED), client.get(PAIR)
    assert "frame-ancestors *" in framed.headers["Content-Security-Policy"]
    assert "script-src 'none'" in framed.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed.headers
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["X-Frame-Options"] == "DENY"
    assert not framed.cookies
    assert "<script" not in framed.text


def test_the_list_has_the_filters_of_the_page_and_leads_to_it(client):
    record()
    assert titles(client.get(EMBED).text) == ["They talk about trade", "A warning on tariffs"]
    narrowed = client.get(f"{EMBED}?kind=threat").text
    assert titles(narrowed) == ["A warning on tariffs"]
    assert f'href="{PAIR}?kind=threat"' in narrowed
    assert "Threat" in narrowed.split("</header>")[0]
    assert titles(client.get(f"{EMBED}?order=oldest").text) == ["A warning on tariffs", "They talk about trade"]


def test_a_list_of_a_sample_record_says_so_in_pages_of_others_too(client):
    record()
    assert "sample record" not in client.get(EMBED).text
    actions.record_coverage(checked_at=AT, is_sample=True, by=BY, at=AT)
    assert "sample record" in client.get(EMBED).text
    assert "registro de muestra" in client.get(f"/es{EMBED}").text


def test_a_filter_that_cannot_be_read_shows_no_event(client):
    record()
    answer = client.get(f"{EMBED}?kind=visitt")
    assert answer.status_code == 422
    assert titles(answer.text) == []
    assert "cannot be read" in answer.text


def test_other_forms_of_the_address_lead_to_it_and_what_is_no_pair_is_not_there(client):
    record()
    moved = client.get("/embed/pairs/united-states/mexico/?kind=threat")
    assert (moved.status_code, moved.headers["Location"]) == (301, f"{EMBED}?kind=threat")
    gone = client.get("/embed/pairs/mexico/nowhere/")
    assert (gone.status_code, gone.headers["X-Frame-Options"]) == (404, "DENY")
    assert "no such event" in client.get("/embed/pairs/cuba/mexico/").text


def test_it_is_small_however_long_the_list(client):
    make_cast()
    for day in range(1, 29):
        make_event(title=f"Talk {day:02d}", edtf=f"2025-02-{day:02d}", summary="They talk. " * 40)
    answer = client.get(EMBED)
    assert len(titles(answer.text)) == 20
    assert len(answer.content) < 50_000
    assert "28 events" in answer.text


def test_the_page_leads_to_the_framed_list_which_offers_its_code_with_its_filters(client):
    record()
    assert 'href="export/?kind=threat"' in client.get(f"{PAIR}?kind=threat").text
    assert f'href="{EMBED}?kind=threat"' in client.get(f"{PAIR}export/?kind=threat").text
    code = re.search(r"&lt;iframe.*?&lt;/iframe&gt;", client.get(f"{EMBED}?kind=threat").text)
    assert unescape(code[0]).startswith(f'<iframe src="http://testserver{EMBED}?kind=threat" title="Mexico and the')
