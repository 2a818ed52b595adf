"""A search says which days a phrase of time was taken for."""

import html

import pytest

from tests.factories import make_event

pytestmark = pytest.mark.django_db


def page_of(client, text, language=""):
    answer = client.get(f"{language}/search/", {"q": text})
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


@pytest.mark.parametrize(("text", "said"), [
    ("talk winter 2025", "“winter 2025” was taken for 1 December 2025 – 28 February 2026."),
    ("early 2026 talk", "“early 2026” was taken for 1 January – 30 April 2026."),
    ("mid-January 2026", "“mid-January 2026” was taken for 11–20 January 2026."),
    ("talk early 1990s", "“early 1990s” was taken for 1 January 1990 – 31 December 1993."),
])  # fmt: skip
def test_a_phrase_of_time_says_for_which_days_it_was_taken(client, text, said):
    make_event(title="They talk", edtf="2026-01-12")
    assert f'<p class="section__note" role="status">{said}</p>' in page_of(client, text)


@pytest.mark.parametrize("text", ["talk 2026", "talk January 2026", "talk 12 January 2026", "talk since 2017", "talk"])
def test_a_date_that_says_its_days_itself_is_not_explained(client, text):
    make_event(title="They talk", edtf="2026-01-12")
    assert "was taken for" not in page_of(client, text)


def test_the_days_are_said_in_spanish_and_where_nothing_is_found(client):
    make_event(title="They talk", edtf="2026-01-12")
    page = page_of(client, "unicorn invierno 2026", "/es")
    assert "«invierno 2026» se entendió como 1 de diciembre de 2026 – 28 de febrero de 2027." in page


def test_dates_after_all_that_there_is_find_nothing_where_much_is_expected(client, monkeypatch):
    make_event(title="They talk", edtf="2026-01-12")
    for name in ("extents.FEW", "search.FEW", "search.FEW_FOR_EACH", "search.MOST_AT_ONCE"):
        monkeypatch.setattr(f"timeline.sql.{name}", 0)
    found = "They <mark>talk</mark>"
    assert found not in page_of(client, "talk winter 2027")
    assert found in page_of(client, "talk winter 2025")
