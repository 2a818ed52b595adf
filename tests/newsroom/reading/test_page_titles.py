"""The headline of a page is the declared one, else its heading; the day may stand in a short line above."""

import pytest

from newsroom.reading import read
from newsroom.reading.clean.titles import choose_title

BODY = (
    "<p>The envoys of two countries met in Oslo on Monday and talked for four hours about water and trade.</p>"
    "<p>They said that they would meet again in early March, and that nothing had been signed so far.</p>"
)


def page(head: str, top: str) -> str:
    return f"<!doctype html><html lang='en'><head>{head}</head><body><article>{top}{BODY}</article></body></html>"


@pytest.mark.parametrize(
    ("declared", "heading", "shared", "window", "title"),
    [
        ("Envoys meet", "Envoys meet again", "Shared", "Window", "Envoys meet"),
        ("Envoys meet | Example", "Envoys meet", "Shared", "Window", "Envoys meet"),
        ("Envoys meet - Example", "Envoys meet", "", "", "Envoys meet"),
        ("", "Envoys  meet", "Shared", "Window", "Envoys meet"),
        ("", "", "Shared", "Window", "Shared"),
        ("", "", "", "Window", "Window"),
        ("", "", "", "", ""),
    ],
)
def test_the_order_of_titles(declared: str, heading: str, shared: str, window: str, title: str) -> None:
    assert choose_title(declared, [heading], shared, window) == title


def test_a_declared_headline_wins_over_the_heading() -> None:
    data = '{"@type": "NewsArticle", "headline": "Envoys &amp; ministers meet", "datePublished": "2026-01-13"}'
    head = f'<script type="application/ld+json">{data}</script><meta property="og:title" content="Other words">'
    assert read(page(head, "<h1>Envoys meet</h1>")).article.title == "Envoys & ministers meet"


def test_a_kicker_and_hidden_signs_are_no_part_of_the_heading() -> None:
    top = (
        '<h1><span class="title__overline">Crisis in the north</span><span aria-hidden="true"> - </span>'
        '<span class="title__text">Envoys meet</span></h1>'
    )
    assert read(page("", top)).article.title == "Envoys meet"
    assert read(page("", '<h1><span class="kicker">Envoys meet</span></h1>')).article.title == "Envoys meet"


@pytest.mark.parametrize("line", ["13.01.2026, 5 minutes", "Ann Lee, 13 January 2026"])
def test_a_short_line_above_the_story_gives_the_day(line: str) -> None:
    found = read(page("", f"<h1>Envoys meet</h1><div><span>{line}</span></div>")).article
    assert found.published is not None
    assert found.published.isoformat() == "2026-01-13"


def test_a_date_in_the_story_is_not_its_day() -> None:
    assert read(page("", "<h1>Envoys meet</h1>") + "<p>Posted in 2019.</p>").article.published is None
