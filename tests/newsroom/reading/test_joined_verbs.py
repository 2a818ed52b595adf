"""Verbs that share the "to" or the modal of the one before them. Sentences of our own."""

import pytest

from newsroom.reading import read
from newsroom.values import Given


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya and Uganda plan to withdraw troops, exchange prisoners and reopen the border.",
            [
                ("troops_withdrawn", "planned", "KE UG"),
                ("prisoner_release", "planned", "KE UG"),
                ("sanctions_eased", "planned", "KE UG"),
            ],
        ),
        (
            "Kenya and Uganda agreed to withdraw troops, exchange prisoners and reopen the border.",
            [("agreement_in_principle", "happened", "KE UG")],
        ),
        (
            "Kenya will expel Uganda's ambassador, recall its own envoy and close its embassy in Uganda.",
            [
                ("diplomats_expelled", "planned", "KE UG"),
                ("ambassador_recalled", "planned", "KE UG"),
                ("ties_downgraded", "planned", "KE UG"),
            ],
        ),
        (
            "Kenya said it would not expel Uganda's ambassador or close its embassy.",
            [("diplomats_expelled", "negated", "KE UG"), ("ties_downgraded", "negated", "KE UG")],
        ),
        (
            "The accord of Kenya and Uganda sets up a team to mark their border, exchange prisoners and hear claims.",
            [],
        ),
        ("Kenya and Uganda discussed how to boost security and trade ties.", [("conversation", "happened", "KE UG")]),
    ],
)
def test_verbs_that_share_what_stands_before_the_first(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = read(text, Given(published="2026-01-12")).events
    told = [(one.kind, one.modality, " ".join(sorted(one.countries))) for one in found]
    assert sorted(told) == sorted(expected), found


def test_no_exchange_that_is_to_come_is_told_as_done() -> None:
    text = "The accord of Kenya and Uganda sets up a team to mark their border, exchange prisoners and hear claims."
    found = read(text, Given(published="2026-01-12")).events
    assert not [one for one in found if one.modality == "happened"], found
