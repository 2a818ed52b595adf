"""Pairs side by side: one axis, an address to share, and what cannot be compared is said beside the field."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import CUBA, MEXICO, SHEINBAUM, TRUMP, UNITED_STATES, VENEZUELA, make_cast
from tests.factories import make_event, part
from tests.pages import text_of
from timeline.pages.spark import sparks

pytestmark = pytest.mark.django_db
TWO = "/compare/?pair=mexico,united-states&pair=cuba,united-states"


def rows_of(response) -> list[list[list[str]]]:
    """Return the titles in each cell of each row."""
    rows = re.findall(r'<th scope="row" class="compare__when">.*?</tr>', text_of(response))
    return [
        [
            re.findall(r'class="compare__title" href="[^"]+">([^<]+)<', cell)
            for cell in re.findall(r"<td>(.*?)</td>", row)
        ]
        for row in rows
    ]


def make_both() -> None:
    make_event(title="Mexico calls")
    make_event(
        title="Cuba is warned", kind="threat", participations=(part(UNITED_STATES, TRUMP), part(CUBA, side="recipient"))
    )
    make_event(title="An older call", edtf="2025-12-03")
    make_event(
        title="Three meet", kind="meeting", edtf="[2026-01-01..2026-01-10]",
        participations=(part(MEXICO, SHEINBAUM), part(UNITED_STATES, TRUMP), part(CUBA)),
    )  # fmt: skip


def test_what_was_on_one_day_stands_in_one_row(client):
    make_both()
    response = client.get(TWO)
    assert rows_of(response) == [
        [["Mexico calls"], ["Cuba is warned"]],
        [["Three meet"], ["Three meet"]],
        [["An older call"], []],
    ]
    page = text_of(response)
    assert re.findall(r'class="compare__month" colspan="3" scope="rowgroup">([^<]+)<', page) == [
        "January 2026", "December 2025"
    ]  # fmt: skip
    assert "early January 2026" in page
    assert "Threat · United States" in page
    assert "Events by year: 2025: 1, 2026: 2" in page


def test_one_pair_and_three_are_shown_too(client):
    make_both()
    assert len(rows_of(client.get("/compare/?pair=mexico,united-states"))[0]) == 1
    three = client.get(f"{TWO}&pair=cuba,mexico")
    assert [len(row) for row in rows_of(three)] == [3, 3, 3]


def test_names_lead_to_the_address_that_is_shared(client):
    make_both()
    answer = client.get("/compare/", {"pair": ["US, MX", "", "Cuba , Estados Unidos"]})
    assert (answer.status_code, answer.headers["Location"]) == (302, TWO)
    answer = client.get("/compare/", {"pair": ["us mexico", "Cuba–US"]})
    assert (answer.status_code, answer.headers["Location"]) == (302, TWO)
    assert client.get("/compare/?pair=&pair=").headers["Location"] == "/compare/"


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        (["mexico,atlantis"], "No country is called “atlantis”."),
        (["mexico,venez"], "Near it: Venezuela."),
        (["mexico"], "Write two countries with a comma between them."),
        (["mexico,"], "Write two countries with a comma between them."),
        (["mexico,cuba,venezuela"], "Write two countries with a comma between them."),
        (["us mexico talks"], "Write two countries with a comma between them."),
        (['-mexico "'], "Write two countries with a comma between them."),
        (["mexico,mx"], "Both names mean Mexico."),
        (["mexico,cuba", "cuba,MEX"], "This pair stands here twice."),
        (["mexico,cuba"] * 4, "At most three pairs can be compared."),
        (["🙂,<b>"], "No country is called “🙂”."),
        (["x" * 5000], "Write two countries"),
    ],
)
def test_what_cannot_be_compared_is_said_beside_the_field(client, pairs, words):
    make_both()
    response = client.get("/compare/", {"pair": pairs})
    assert response.status_code == 422
    assert words in text_of(response)
    assert rows_of(response) == []
    assert "<b>" not in text_of(response).split("<main")[1]
    if len(pairs) <= 3:
        assert re.search(r'aria-describedby="pair-hint error-pair-\d" aria-invalid="true"', text_of(response))


def test_without_pairs_there_is_a_form_with_examples(client):
    make_both()
    page = text_of(client.get("/compare/"))
    assert page.count('name="pair"') == 3
    offered = re.findall(r'<li><a href="(\?pair=[^"]+)"', page)
    assert len(offered) == 2
    for query in offered:
        assert client.get(f"/compare/{query.replace('&amp;', '&')}").status_code == 200


def test_pairs_without_events_are_said_to_have_none(client):
    make_cast()
    page = text_of(client.get("/compare/?pair=cuba,mexico&pair=cuba,venezuela"))
    assert "No event of these pairs has been published yet" in page
    assert "For instance" not in text_of(client.get("/compare/"))


def test_a_long_comparison_is_read_page_by_page_and_back(client):
    for number in range(50):
        make_event(title=f"Mexico {number:02d}", edtf=f"2026-01-{1 + number % 28:02d}")
        make_event(
            title=f"Cuba {number:02d}", edtf=f"2026-01-{1 + number % 28:02d}",
            participations=(part(UNITED_STATES), part(CUBA)),
        )  # fmt: skip
    seen, address, pages = [], TWO, []
    while address:
        page = client.get(address)
        pages.append(page)
        seen += [title for row in rows_of(page) for cell in row for title in cell]
        step = re.search(r'rel="next" href="([^"]+)"', page.content.decode())
        address = f"/compare/{step[1].replace('&amp;', '&')}" if step else ""
    assert len(pages) == 2
    assert sorted(seen) == sorted({f"{name} {number:02d}" for name in ("Mexico", "Cuba") for number in range(50)})
    back = re.search(r'rel="prev" href="([^"]+)"', pages[1].content.decode())[1].replace("&amp;", "&")
    assert rows_of(client.get(f"/compare/{back}")) == rows_of(pages[0])


def test_a_place_that_no_page_links_to_is_refused(client):
    make_both()
    assert client.get(f"{TWO}&following=x").status_code == 400


@pytest.mark.parametrize(("address", "cost"), [("/compare/", 2), (TWO, 12), (f"{TWO}&pair=cuba,mexico", 16)])
def test_queries_do_not_grow_with_the_lists(client, address, cost):
    make_event(title="Cuba and Venezuela", participations=(part(CUBA), part(VENEZUELA)))
    make_event(title="Cuba and Mexico", participations=(part(CUBA), part(MEXICO)))
    costs = []
    for _ in range(2):
        for _ in range(3):
            make_both()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        costs.append(len(queries))
    assert costs == [cost, cost]


def test_pictures_share_one_axis_and_one_scale():
    shared = sparks([{2024: 1, 2026: 4}, {2025: 2}, {}])
    assert (shared.first, shared.last) == ("2024", "2026")
    assert [(bar.x, bar.height) for bar in shared.sparks[0].bars] == [(0, "6.00"), (2, "24.00")]
    assert [(bar.x, bar.y, bar.height) for bar in shared.sparks[1].bars] == [(1, "12.00", "12.00")]
    assert shared.sparks[1].words == "2025: 2"
    assert shared.sparks[2].bars == []
    long = sparks([{1950: 1, 2026: 2000}])
    assert [bar.label for bar in long.sparks[0].bars] == ["1950–1959", "2020–2029"]
    assert long.sparks[0].bars[0].height == "1.50"
    assert sparks([{}, {}]).first == ""
