"""The annotated formats are read as they are meant: TIMEX3 values, brat's offsets, direct and other contents."""

from datetime import date

import pytest

from benchmarks.reading import brat, timeml
from tests.benchmarks import invented


def test_a_timeml_document_gives_text_day_and_dates():
    document = timeml.read_document(invented.TIMEML.encode(), "INVENTED1")
    assert document.created == date(2026, 1, 14)
    assert [(one.words, one.value) for one in document.dates] == [
        ("Monday", "2026-01-12"), ("Wednesday", "2026-01-13"), ("January 24", "2026-01-24"), ("2019", "2019"),
    ]  # fmt: skip
    assert all(document.text[one.start : one.end] == one.words for one in document.dates)
    assert [one.is_bare_weekday for one in document.dates] == [True, True, False, False]
    assert [one.is_contradictory for one in document.dates] == [False, True, False, False]


@pytest.mark.parametrize("source", [b"<TimeML>", b"<TimeML><TEXT>x</TEXT></TimeML>", b""])
def test_a_broken_timeml_document_is_refused(source):
    with pytest.raises(ValueError, match="broken"):
        timeml.read_document(source, "broken")


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2026-01-12", "2026-01-12", "2026-01-12"),
        ("2026-W03", "2026-01-12", "2026-01-18"),
        ("2026-W03-WE", "2026-01-17", "2026-01-18"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-12", "2025-12-01", "2025-12-31"),
    ],
)
def test_values_have_bounds(value, first, last):
    assert timeml.bounds(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["2026", "PAST_REF", "2026-SU", "2026-13", "2026-02-30", "198X", "2026-WXX", ""])
def test_values_of_other_kinds_have_none(value):
    assert timeml.bounds(value) is None


@pytest.mark.parametrize(
    ("earliest", "latest", "value", "right"),
    [
        ("2026-01-12", "2026-01-12", "2026-01-12", True),
        ("2026-01-12", "2026-01-13", "2026-01-12", False),
        ("2026-01-11", "2026-01-17", "2026-W03", True),  # the week of newspapers that starts on Sunday
        ("2026-01-11", "2026-01-18", "2026-W03", False),
        ("2026-03-01", "2026-03-10", "2026-03", True),
        ("2026-03-31", "2026-04-01", "2026-03", False),
    ],
)
def test_an_answer_is_right_within_the_value(earliest, latest, value, right):
    assert timeml.is_value(date.fromisoformat(earliest), date.fromisoformat(latest), value) is right
    assert timeml.is_value(None, None, value) is False


def test_brat_gives_content_source_and_directness():
    first, second = brat.read_attributions(invented.BRAT, invented.QUOTED)
    assert brat.joined(invented.QUOTED, first.content) == "“We will wait,”"
    assert brat.joined(invented.QUOTED, first.source) == "Ana Duarte"
    assert (first.is_direct, second.is_direct) == (True, False)


@pytest.mark.parametrize(
    ("words", "is_direct"),
    [
        ("“All of it.”", True),
        ('"All of it," ', True),
        ("``All of it,''", True),
        ("“What some call “peace” is none.”", True),  # nested marks of the same shape
        ("“Open to the end", True),
        ("began before this.”", True),
        ("“losers” and “sad”", False),
        ("that it was “a start”", False),
        ("no marks at all", False),
    ],
)
def test_a_content_is_direct_when_no_word_stands_outside_marks(words, is_direct):
    assert brat.is_direct(words, ((0, len(words)),)) is is_direct


def test_an_offset_behind_the_text_is_refused():
    with pytest.raises(ValueError, match="outside"):
        brat.read_attributions("T1\tContent 0 99\tx\nE1\tAttribution:T1 Content:T1\n", "short")
