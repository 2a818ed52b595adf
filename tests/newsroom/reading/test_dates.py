"""Expressions of time mean what the rules of the field say, with the rule and the bounds."""

from datetime import date

import pytest

from newsroom.reading.dates import find_times, resolve
from newsroom.reading.sentences import tokenize

BASE = date(2026, 1, 12)  # a Monday


def only(text: str, *, is_future: bool = False, previous: date | None = None) -> str | None:
    found = [resolve(one, BASE, is_future=is_future, previous=previous) for one in find_times(tokenize(text))]
    answers = [one.edtf for one in found if one is not None]
    assert len(answers) <= 1, answers
    return answers[0] if answers else None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on Monday", "2026-01-12"),
        ("On Sunday,", "2026-01-11"),
        ("last Monday", "2026-01-05"),
        ("next Monday", "2026-01-19"),
        ("yesterday", "2026-01-11"),
        ("this morning", "2026-01-12"),
        ("tomorrow", "2026-01-13"),
        ("last week", "[2026-01-05..2026-01-11]"),
        ("next week", "[2026-01-19..2026-01-25]"),
        ("last month", "2025-12"),
        ("earlier this month", "[2026-01-01..2026-01-12]"),
        ("early January", "[2026-01-01..2026-01-10]"),
        ("mid-December", "[2025-12-11..2025-12-20]"),
        ("late last month", "[2025-12-21..2025-12-31]"),
        ("In December", "2025-12"),
        ("over the past year", "2025-01/2026-01"),
        ("three days ago", "2026-01-09"),
        ("since 2016", "2016/.."),
        ("by March 3, 2026", "[..2026-03-03]"),
        ("began September 27", "2025-09-27/.."),
        ("January 22 and 23", "2026-01-22/2026-01-23"),
        ("both January 22 and 23, 2026", "{2026-01-22,2026-01-23}"),
        ("March 6 to 10, 2023", "2023-03-06/2023-03-10"),
        ("12 de enero de 2026", "2026-01-12"),
        ("la semana pasada", "[2026-01-05..2026-01-11]"),
        ("el pasado viernes", "2026-01-09"),
        ("13.01.2026", "2026-01-13"),
        ("2026-01-12", "2026-01-12"),
        ("Sunday midnight", "[2026-01-11..2026-01-12]"),
        ("１２ January 2026", "2026-01-12"),
        ("٣ January 2026", "2026-01-03"),
        ("recently", "[..2026-01-12]"),
    ],
)
def test_the_words_of_time(text: str, edtf: str) -> None:
    assert only(text) == edtf


@pytest.mark.parametrize(
    "text", ["We may march on", "30 February 2026", "two weeks of clashes", "50 percent", "a sun hat", "1,500 rebels"]
)
def test_what_is_no_date(text: str) -> None:
    assert only(text) is None


def test_the_future_looks_ahead() -> None:
    assert only("on Friday", is_future=True) == "2026-01-16"
    assert only("on January 5", is_future=True) == "2027-01-05"


def test_the_same_day_needs_a_day_before_it() -> None:
    assert only("On the same day") is None
    assert only("On the same day", previous=date(2025, 3, 13)) == "2025-03-13"


def test_two_small_numbers_are_marked_as_doubtful() -> None:
    found = resolve(find_times(tokenize("01/02/2026"))[0], BASE)
    assert found is not None
    assert found.is_ambiguous


def test_without_a_base_a_weekday_stays_open() -> None:
    assert resolve(find_times(tokenize("On Sunday"))[0], None) is None
