"""Tokens and sentences keep their offsets and stop where a reader would."""

import pytest

from newsroom.reading.sentences import fold, split_sentences, tokenize


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He left. She stayed.", 2),
        ("The U.S. and Mr. Almada agreed. They met on Jan. 5 in St. Gallen.", 2),
        ("She lives in the U.S. The talks go on.", 2),
        ("J. R. Stone met No. 2 of the list.", 1),
        ("It rose 3.5 percent. Nobody knew why!", 2),
        ('He called it a "plot."Chile denied it.', 2),
        ('She asked: "Why?" and left.', 1),
        ("", 0),
    ],
)
def test_sentences_end_where_they_should(text: str, count: int) -> None:
    assert len(split_sentences(text, 0, len(text), 0)) == count


def test_a_quotation_is_not_cut() -> None:
    text = '"We came. We saw," she said. He left.'
    found = split_sentences(text, 0, len(text), 0, [(0, 18)])
    assert [text[one.start : one.end] for one in found] == ['"We came. We saw," she said.', "He left."]


def test_tokens_are_slices_of_the_text() -> None:
    text = "Mexico’s \u200bSheinbaum paid €5 – 50% of Erdoğan's U.S. bill…"
    assert all(text[token.start : token.end] == token.text for token in tokenize(text))


@pytest.mark.parametrize(
    ("text", "folded"), [("López", "lopez"), ("Erdoğan", "erdogan"), ("Shein\u200dbaum", "sheinbaum"), ("ＡＢ", "ab")]
)
def test_folding_drops_accents_and_invisible_letters(text: str, folded: str) -> None:
    assert fold(text) == folded
