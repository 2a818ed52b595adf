"""The stated confidence keeps the order of the rules' weights and lies within 0 and 1."""

import pytest

from newsroom.reading import read
from newsroom.reading.confidence import stated
from newsroom.reading.quotes.proposals import WEIGHTS
from newsroom.values import Given


def test_the_order_of_weights_is_kept() -> None:
    weights = [number / 20 for number in range(21)]
    shares = [stated(weight) for weight in weights]
    assert shares == sorted(shares)
    assert len(set(shares)) == len(shares)


@pytest.mark.parametrize("weight", [-1.0, 0.0, 0.4, 1.0, 2.0])
def test_it_is_a_share(weight: float) -> None:
    assert 0 < stated(weight) <= 1


def test_a_statement_states_the_share_of_its_rule() -> None:
    text = "“We will not pay for the bridge,” said Mayor Lena Ortiz after the vote on Monday."
    found = read(text, Given(title="A bridge", published="2026-01-14")).statements[0]
    assert found.confidence == stated(WEIGHTS[found.rule.removeprefix("statement.")])
