"""A table of acts in news-like sentences of our own, each with its modality and its day, told on a Wednesday."""

from pathlib import Path

import pytest

from newsroom.reading import read
from newsroom.values import Given

TABLE = Path(__file__).with_name("days_of_acts.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("row", TABLE)
def test_an_act_has_its_own_day(row: str) -> None:
    text, expected = row.split(" || ")
    found = read(text.replace("\\n", "\n"), Given(published="2026-01-14")).events
    told = [f"{one.kind} {one.modality} {one.when.edtf if one.when else '-'}" for one in found]
    assert expected in told, told
