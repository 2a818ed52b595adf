"""What is guessed where no rule knows an act: the table is ``guesses.txt``."""

from pathlib import Path

import pytest

from newsroom.reading import read
from newsroom.values import EventProposal, Given

TABLE = Path(__file__).with_name("guesses.txt").read_text(encoding="utf-8").splitlines()
ROWS = [line for line in TABLE if line and line[0] != "#"]
AROUND = ("The matter was followed closely in the whole region.", "Nothing else was known by the evening.")


def guessed(*sentences: str) -> list[EventProposal]:
    found = read("\n\n".join((AROUND[0], *sentences, AROUND[1])), Given(published="2026-01-12")).events
    return [event for event in found if event.rule.startswith("guess.")]


@pytest.mark.parametrize("row", ROWS)
def test_a_sentence_without_a_rule_is_guessed(row: str) -> None:
    text, wanted = row.split(" || ")
    told = [f"{one.plover.split(':')[0]} {one.modality} {' '.join(sorted(one.countries))}" for one in guessed(text)]
    assert told == ([] if wanted == "-" else [wanted])


def test_a_guess_is_less_sure_than_any_rule() -> None:
    (one,) = guessed("Kenya's minister let it be known: \"Uganda's conduct is shameful and unlawful.\"")
    assert one.confidence <= 0.6


def test_nothing_is_guessed_where_a_rule_tells_the_sentence() -> None:
    assert not guessed("Kenya expelled Uganda's ambassador over a shameful luncheon.")
