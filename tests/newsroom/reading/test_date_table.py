"""A table of the forms in which news tells time: each sentence with the dates that it means, left to right."""

from datetime import date
from pathlib import Path

import pytest

from newsroom.reading.analysis import analyse
from newsroom.reading.timing import resolve_times
from newsroom.values import Paragraph
from timeline.gazetteer import load


def rows(table: str) -> list[tuple[str, list[str]]]:
    """Return the sentences of ``dates_<table>.txt``, each with the dates that it means, as EDTF."""
    text = Path(__file__).with_name(f"dates_{table}.txt").read_text(encoding="utf-8")
    lines = [line.split(" = ") for line in text.splitlines()]
    return [(text, answers.split()) for text, answers in lines]


def days(text: str, base: date, language: str = "en") -> list[str]:
    article = analyse(text, [Paragraph(text, 0, len(text), 0, len(text))], 0, base, load(), language)
    answers = resolve_times(article)
    return [answers[place].edtf for place in sorted(answers)]


@pytest.mark.parametrize(("text", "edtf"), rows("english"))
def test_english_from_a_wednesday(text: str, edtf: list[str]) -> None:
    assert days(text, date(2026, 1, 14)) == edtf


@pytest.mark.parametrize(("text", "edtf"), rows("wire"))
def test_wire_and_broadcast_from_a_friday(text: str, edtf: list[str]) -> None:
    assert days(text, date(1998, 3, 20)) == edtf


@pytest.mark.parametrize(("text", "edtf"), rows("spanish"))
def test_spanish_from_a_wednesday(text: str, edtf: list[str]) -> None:
    assert days(text, date(2026, 1, 14), "es") == edtf


@pytest.mark.parametrize(
    "text",
    [
        "They meet every Monday.",
        "The Good Friday Agreement holds.",
        "They decorated Christmas trees.",
        "Prices may fall of late.",
        "They spring to his aid.",
        "The first half of the match was dull.",
        "The 12th round began.",
        "A day after the vote they spoke.",
        "Two days before the vote they spoke.",
        "In three days of talks nothing was agreed.",
        "Por la mañana hablaron.",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert days(text, date(2026, 1, 14)) == []


def test_two_orders_of_small_numbers_are_both_kept() -> None:
    assert days("They met on 05/01/2026.", date(2026, 6, 1)) == ["[2026-01-05,2026-05-01]"]


def test_this_week_said_on_a_sunday_looks_to_the_week_that_begins() -> None:
    assert days("They will meet this week.", date(2026, 1, 18)) == ["[2026-01-19..2026-01-24]"]
    assert days("They met this week.", date(2026, 1, 18)) == ["[2026-01-12..2026-01-18]"]


def test_both_ends_of_a_range_have_answers_of_their_own() -> None:
    assert days("They met on Monday and Friday.", date(2026, 1, 18)) == ["{2026-01-12,2026-01-16}"]
    assert days("They will meet Monday or Tuesday.", date(2026, 1, 18)) == ["[2026-01-19,2026-01-20]"]
