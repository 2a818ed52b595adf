"""Quotation marks of every sort are paired; what is never closed runs to the end of its paragraph."""

import pytest

from newsroom.reading.quotes.marks import is_title, pair_marks, with_marks


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said “yes” and ‘no way’.", ["yes", "no way"]),
        ('She opened “curly and closed straight" there.', ["curly and closed straight"]),
        ("Dijo «sí» y se fue.", ["sí"]),
        ("``Old wire style,'' he said.", ["Old wire style,"]),
        ("The leaders' talks weren't 'simple' at all.", ["simple"]),
        ('An "unfriendly step... will not pass.', ["unfriendly step... will not pass."]),
        ("She called it “a ‘dark’ day” today.", ["a ‘dark’ day"]),
        ("In the '90s nothing was quoted.", []),
        ('""', []),
        ("‘’We will not pay’’, he said.", ["We will not pay"]),
        ("“We see what’s coming,’’ she said.", ["We see what’s coming,"]),
    ],
)
def test_marks_are_paired(text: str, quoted: list[str]) -> None:
    found = pair_marks(with_marks(text), [(0, len(text))])
    assert [text[quote.start : quote.end] for quote in found] == quoted


def test_a_quotation_that_opens_once_runs_to_the_paragraph_that_closes_it() -> None:
    parts = [
        "“One raid followed another.",
        "Nobody was hurt.",
        "We will answer”, the ministry said.",
        "Then it rained.",
    ]
    text = "\n\n".join(parts)
    places = [(text.index(part), text.index(part) + len(part)) for part in parts]
    quotes = pair_marks(text, places)
    assert [text[quote.start : quote.end] for quote in quotes] == [parts[0][1:], parts[1], "We will answer"]


def test_a_quotation_may_run_over_paragraphs() -> None:
    text = '"First part\n\n"second part," he said.'
    quotes = pair_marks(text, [(0, 11), (13, len(text))])
    assert [(quote.is_closed, quote.runs_on) for quote in quotes] == [(False, True), (True, False)]


def test_a_title_is_no_statement() -> None:
    assert is_title(["the", "film"], "Night Over Lisbon")
    assert not is_title(["he", "said"], "Night Over Lisbon")
    assert not is_title(["was", "called"], "a very good day")
