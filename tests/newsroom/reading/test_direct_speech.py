"""Who said what: the ways in which news attributes direct speech, and what is said without quotation marks.

``direct_speech.txt`` and ``indirect_speech.txt`` hold them: a text (" // " parts its paragraphs), and below it, one a
line, each speaker with some of the words; a text with no such line quotes nobody.
"""

from pathlib import Path

import pytest

from newsroom.reading import read
from newsroom.values import Given

GIVEN = Given(title="A bridge", published="2026-01-14")
BLOCKS = [
    block
    for name in ("direct_speech.txt", "indirect_speech.txt")
    for block in Path(__file__).with_name(name).read_text(encoding="utf-8").strip().split("\n\n")
]


@pytest.mark.parametrize("block", BLOCKS)
def test_words_go_to_who_spoke_them(block: str) -> None:
    text, *expected = block.split("\n")
    found = [(one.speaker, one.words) for one in read(text.replace(" // ", "\n\n"), GIVEN).statements]
    assert expected or not found
    for line in expected:
        speaker, _, words = line.strip().partition(" | ")
        assert any(speaker in who and words in said for who, said in found), found


def test_a_short_answer_that_ends_the_text_is_kept() -> None:
    reading = read("Dan Foster asked Ann Brill on Monday whether the town would pay.\n\n“No,” she said.", GIVEN)
    assert [part.text for part in reading.paragraphs][-1] == "“No,” she said."
