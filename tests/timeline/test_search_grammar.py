"""What is typed into the search box means something or is refused with a sentence; nothing breaks it."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.filters import span_from_words
from timeline.search import (
    LONGEST_SEARCH,
    MOST_WORDS,
    NotSearchable,
    OnlyExcluded,
    SearchTooLong,
    distance,
    month_slices,
    read,
)

NAMES = {
    "mexico": ("/countries/mexico",),
    "united states": ("/countries/united-states",),
    "us": ("/countries/united-states",),
    "trump": ("/leaders/donald-trump",),
}


def query(text):
    return read(text, span_from_words).query(NAMES)


def clauses(text):
    return [[term.text for term in clause.terms] for clause in query(text).clauses]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("trade talks", [["trade"], ["talks"]]),
        ('"trade talks" agree', [["trade talks"], ["agree"]]),
        ("“trade talks” «new deal»", [["trade talks"], ["new deal"]]),
        ('unclosed "trade talks', [["unclosed"], ["trade talks"]]),
        ("ceasefire OR truce talks", [["ceasefire", "truce"], ["talks"]]),
        ("a | b OR c", [["a", "b", "c"]]),
        ("OR talks OR", [["talks"]]),
        ("talks OR OR truce", [["talks", "truce"]]),
        ("or talks", [["or"], ["talks"]]),
        ("(trade), [talks]!", [["trade"], ["talks"]]),
        ("U.S. strikes.", [["U.S."], ["strikes"]]),
        ("follow-up A.Q. Khan's", [["follow-up"], ["A.Q."], ["Khan's"]]),
        ('- -- " "" ( & ! :* \\ % _ 😀', []),
        ("", []),
        ("united states tariffs", [["united states"], ["tariffs"]]),
        ("mexico OR united states", [["mexico", "united states"]]),
        ('"united states"', [["united states"]]),
        ("us–mexico talks", [["us"], ["mexico"], ["talks"]]),
        ("Mexico–United States", [["Mexico"], ["United States"]]),
        ("mexico/us", [["mexico"], ["us"]]),
        ("us-led mexico-", [["us-led"], ["mexico"]]),
        ("us-a-us-mexico", [["us-a-us-mexico"]]),
    ],
)
def test_words_phrases_and_alternatives(text, wanted):
    assert clauses(text) == wanted


def test_what_is_taken_away():
    found = query('talks -cuba -"new york" -United')
    assert [term.text for term in found.excluded] == ["cuba", "new york", "United"]
    assert clauses("follow-up") == [["follow-up"]]
    with pytest.raises(OnlyExcluded):
        query("-cuba")


def test_names_are_taken_whole_and_know_whom_they_name():
    found = query("trump united states -mexico")
    assert [term.keys for term in found.terms] == [("/leaders/donald-trump",), ("/countries/united-states",)]
    assert found.excluded[0].keys == ("/countries/mexico",)
    assert found.is_more_than_names is False
    assert query("trump tariffs").is_more_than_names is True


@pytest.mark.parametrize(
    ("text", "days", "rest"),
    [
        ("cartels January 2026", (date(2026, 1, 1), date(2026, 1, 31)), [["cartels"]]),
        ("12 January 2026", (date(2026, 1, 12), date(2026, 1, 12)), []),
        ("calls 2026-01-05..2026-01-11", (date(2026, 1, 5), date(2026, 1, 11)), [["calls"]]),
        ("2026-01..", (date(2026, 1, 1), None), []),
        ("calls since 2017", (date(2017, 1, 1), None), [["calls"]]),
        ("early January 2026 calls", (date(2026, 1, 1), date(2026, 1, 10)), [["calls"]]),
        ("2024-2025", (date(2024, 1, 1), date(2025, 12, 31)), []),
        ("enero de 2026", (date(2026, 1, 1), date(2026, 1, 31)), []),
    ],
)
def test_a_date_is_a_date(text, days, rest):
    assert query(text).span == days
    assert clauses(text) == rest


@pytest.mark.parametrize(
    "text", ["50 tons", "1,500 rebels", '"2026"', "30 February 2026", "2026-13", "12 January", "0"]
)
def test_other_numbers_are_words(text):
    assert query(text).span is None
    assert query(text).clauses


def test_codes_are_codes_in_capitals_or_alone():
    assert read("mx us", span_from_words).codes == {"mx", "us"}
    assert "in" not in read("talks in Geneva", span_from_words).codes
    assert "in" in read("talks of IN with others", span_from_words).codes
    assert "mx" not in read("a long text with mx", span_from_words).codes


def test_too_long_is_said_to_be_too_long():
    for text in ("a" * (LONGEST_SEARCH + 1), "a " * (MOST_WORDS + 1), "word " * 300_000):
        with pytest.raises(SearchTooLong):
            query(text)
    assert query(" ".join("ab" for _ in range(MOST_WORDS))).clauses


def test_a_query_is_written_as_it_may_be_typed():
    for text in ('talks "new deal" -cuba January 2026', "ceasefire OR truce", "mexico united states", '"2026" talks'):
        assert query(str(query(text))) == query(text)
    whole = query("trade talks January 2026")
    assert str(whole.without(whole.clauses[0])) == "January 2026 talks"
    assert str(whole.without_span()) == "trade talks"


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text):
    try:
        found = read(text, span_from_words)
    except NotSearchable:
        return
    assert all(word for key in found.candidates for word in key.split(" ")) or not found.candidates
    whole = found.query(NAMES)
    assert len(whole.terms) <= MOST_WORDS
    assert all(any(mark.isalnum() for mark in term.text) for term in (*whole.terms, *whole.excluded))
    assert all(clause.terms for clause in whole.clauses)


@given(
    st.lists(
        st.sampled_from(["trade", '"new deal"', "OR", "-cuba", "mexico", "2026", "|", "-", "(", "united", "states"])
    )
)
def test_what_was_read_means_the_same_when_it_is_written_and_read_again(parts):
    try:
        found = query(" ".join(parts[:20]))
    except NotSearchable:
        return
    if found.clauses or found.span:
        again = query(str(found))
        assert [[t.text for t in c.terms] for c in again.clauses] == [[t.text for t in c.terms] for c in found.clauses]
        assert again.excluded == found.excluded


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [("scheinbaum", "sheinbaum", 1), ("tarrifs", "tariffs", 2), ("untied", "united", 1), ("", "abc", 3), ("a", "a", 0)],
)
def test_distance_counts_letters_and_swaps(one, other, letters):
    assert distance(one, other) == distance(other, one) == letters
    assert [distance(one, other, most) for most in range(5)] == [min(letters, most + 1) for most in range(5)]


def test_of_words_that_are_far_apart_no_more_is_said_than_that():
    words = ["quinquennial", "ratify", "arty", "fytar", "ab", "ba", "cab", "abcabc", "bacbac", ""]
    for one, other in product(words, words):
        letters = distance(one, other)
        assert [distance(one, other, most) for most in range(4)] == [min(letters, most + 1) for most in range(4)]


def test_slices_cover_the_months_once_and_double():
    slices = month_slices(date(2026, 1, 12))
    months = [month for some in slices for month in some]
    assert months[:3] == [(2026, 1), (2025, 12), (2025, 11)]
    assert months == sorted(set(months), reverse=True)
    assert [len(some) for some in slices] == [1, 2, 4, 8, 16, 32, 64, 128]
    assert month_slices(date(2026, 1, 12), date(2025, 12, 24)) == [((2026, 1),), ((2025, 12),)]
    assert month_slices(date(2020, 1, 1), date(2024, 1, 1)) == []
    assert month_slices(date(1, 2, 1)) == [((1, 2),), ((1, 1),)]
