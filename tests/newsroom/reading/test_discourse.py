"""Parties, days and modality that only the story tells, not the sentence."""

from __future__ import annotations

import pytest

from newsroom.reading import read
from newsroom.values import Given


def told(text: str) -> list[tuple[str, str, str, str]]:
    found = read(text, Given(published="2026-01-14")).events
    return [
        (one.kind, one.modality, " ".join(sorted(one.countries)), one.when.edtf if one.when else "") for one in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Saudi Arabia and Iran have been at odds for months.\n\nThe kingdom recalled its ambassador on Monday.",
            ("ambassador_recalled", "happened", "IR SA", "2026-01-12"),
        ),
        (
            "Qatar said that it would host Egyptian officials.\n\nThe Gulf state also expelled two Egyptian diplomats"
            " last week.",
            ("diplomats_expelled", "happened", "EG QA", "[2026-01-05..2026-01-11]"),
        ),
        (
            "Kenya closed its border with Uganda on Monday.\n\nIts neighbour recalled its ambassador.",
            ("ambassador_recalled", "happened", "KE UG", "[..2026-01-12]"),
        ),
        (
            "Kenya and Uganda have quarrelled since April, when Uganda expelled two Kenyan diplomats.",
            ("diplomats_expelled", "happened", "KE UG", "2025-04"),
        ),
        (
            "Kenya's president met Uganda's on Monday, and the two countries signed a trade agreement.",
            ("treaty_signed", "happened", "KE UG", "2026-01-12"),
        ),
        (
            "Kenya spied on Uganda for years, prompting Uganda to recall its ambassador from Nairobi.",
            ("ambassador_recalled", "happened", "KE UG", "[..2026-01-14]"),
        ),
        (
            "Kenya accused Uganda of spying, but struck a deal with Uganda on fish on Tuesday.",
            ("agreement_in_principle", "happened", "KE UG", "2026-01-13"),
        ),
    ],
)
def test_what_only_the_story_tells(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in told(text), told(text)
