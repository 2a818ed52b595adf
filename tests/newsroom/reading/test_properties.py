"""Any text in, no exception out; every passage is verbatim; the work grows with the length and no faster."""

import gc
import subprocess
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.reading import read
from newsroom.values import Reading

FOLDER = Path(__file__).parents[2] / "articles"
WORDS = [word for path in sorted(FOLDER.glob("*.txt")) for word in path.read_text().split()]
PIECES = [*WORDS, '"', "“", "”", "'", ",", "\n\n", "\n", "—", "(", ")", ".", ":", "•", "said", "U.S.", "``", "''"]
# Sentences of our own; a text that was cut off, or has no stop, ends where a rule expects one word more.
TABLES = Path(__file__).parent
OPENING = frozenset("by in to of with that en por que".split())
ANY_SOURCE = st.one_of(
    st.text(max_size=300), st.binary(max_size=200), st.lists(st.sampled_from(PIECES), max_size=90).map(" ".join)
)


def check(reading: Reading) -> None:
    for proposal in (*reading.events, *reading.statements, *reading.claims):
        assert proposal.evidence
        assert 0 < proposal.confidence <= 1
        for evidence in proposal.evidence:
            assert evidence.exact
            assert reading.text[evidence.start : evidence.end] == evidence.exact
    for part in reading.paragraphs:
        assert reading.text[part.start : part.end] == part.text
    for part in reading.dropped:
        assert part.reason
        assert reading.source_text[part.start : part.end].replace("\n", " ") == part.text
    for mention in (*reading.countries, *reading.leaders):
        assert reading.text[mention.start : mention.end] == mention.exact
    for event in reading.events:
        assert len(event.countries) > 1
        assert len(set(event.countries)) == len(event.countries)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(ANY_SOURCE)
def test_no_text_breaks_it_and_every_passage_is_verbatim(source: str | bytes) -> None:
    check(read(source))


@pytest.mark.parametrize("table", sorted(TABLES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_sentence_that_ends_anywhere_is_read(table: Path) -> None:
    """Cut each sentence of a table at two places of its own, and behind the words where many rules look further."""
    for number, row in enumerate(table.read_text(encoding="utf-8").splitlines()):
        words = row.partition("||")[0].removeprefix("! ").split()
        if row.startswith("#") or not words:
            continue
        places = {1 + number % len(words), 1 + 7 * number % len(words)}
        places |= {place for place, word in enumerate(words, 1) if word in OPENING or word.endswith(",")}
        for place in sorted(places):
            check(read(" ".join(words[:place])))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_it_reads_the_same_twice(source: str) -> None:
    assert read(source) == read(source)


def calls_of(source: str) -> int:
    """Count the calls of Python functions that a reading makes."""
    count = 0

    def note(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        read(source)
    finally:
        sys.setprofile(None)
    return count


STORY = (FOLDER / "wire-with-promotion.txt").read_text()
SAMPLES = {
    "story": STORY[STORY.index("LISBON") : STORY.index("(Reporting")],
    "openers": 'He said "yes, ' * 40 + "\n\n",
    "one sentence": "Peru and Chile said that " * 80,
    "initials": "Mr. J. R. Stone, " * 80,
    "brackets": "( [ " * 150 + "\n\n",
    "headlines": "Budget talks resume in Oslo\n" * 60,
}


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    sample = SAMPLES[name] * 12  # repeats among the first lines are left out, so the text must be long
    read(sample)  # builds the tables that are built once
    once, twice = calls_of(sample), calls_of(sample * 2)
    assert twice < 2.5 * once


def test_a_process_that_reads_no_page_loads_no_reader_of_pages() -> None:
    code = "import newsroom.reading, sys; sys.exit('trafilatura' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=FOLDER.parents[1], check=False).returncode == 0


def test_the_collector_of_cycles_is_left_as_it_was() -> None:
    read(STORY)
    assert gc.isenabled()
    gc.disable()
    try:
        read(STORY)
        assert not gc.isenabled()
    finally:
        gc.enable()
