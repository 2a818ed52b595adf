"""Fuzz the reading engine with atheris, which is no dependency of the project; docs/reading.md says how to run it.

Each input is read in one of three ways: as bytes of a file, as pasted text, and as a story put together from words that
the rules look for, so that the later stages are reached too. A finding is an exception, a passage that is not verbatim,
or a reading that takes far longer than its length explains.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

import atheris  # type: ignore[import-untyped]

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["newsroom.reading", "newsroom.values", "timeline.values"]):
    from newsroom.reading import read
    from newsroom.reading.sameness import likeness, shingles
    from newsroom.values import (
        ClaimProposal,
        CountryMention,
        EventProposal,
        LeaderMention,
        Reading,
        StatementProposal,
    )

STORIES = [path.read_text() for path in sorted((ROOT / "tests" / "articles").glob("*.txt"))]
WORDS = [word for story in STORIES for word in story.split()]
MARKS = [
    '"',
    "“",
    "”",
    "'",
    "’",
    "``",
    "''",
    "«",
    "»",
    ",",
    ".",
    "\n",
    "\n\n",
    "—",
    "(",
    ")",
    ":",
    "•",
    "<p>",
    "</div>",
]
PIECES = sorted({*WORDS, *MARKS})
SECONDS_FOR_ANY, SECONDS_A_CHARACTER = 1.0, 0.0001


class Finding(Exception):
    """Say what a reading did that it must never do."""


def expect(holds: bool, otherwise: str) -> None:
    """Raise ``Finding`` where something does not hold."""
    if not holds:
        raise Finding(otherwise)


def check(reading: Reading) -> None:
    """Raise ``Finding`` where a passage is not verbatim or a confidence no share."""
    proposals: list[EventProposal | StatementProposal | ClaimProposal] = [
        *reading.events, *reading.statements, *reading.claims
    ]  # fmt: skip
    for proposal in proposals:
        expect(bool(proposal.evidence), "a proposal without a passage")
        expect(0 < proposal.confidence <= 1, "a confidence that is no share")
        for one in proposal.evidence:
            expect(bool(one.exact), "an empty passage")
            expect(reading.text[one.start : one.end] == one.exact, "a passage that is not verbatim")
    for part in reading.paragraphs:
        expect(reading.text[part.start : part.end] == part.text, "a paragraph that is not verbatim")
    for line in reading.dropped:
        expect(bool(line.reason), "words left out without a reason")
    mentions: list[CountryMention | LeaderMention] = [*reading.countries, *reading.leaders]
    for mention in mentions:
        expect(reading.text[mention.start : mention.end] == mention.exact, "a name that is not verbatim")


def source_of(provider: atheris.FuzzedDataProvider) -> str | bytes:
    """Return what the bytes of the fuzzer stand for: a file, a paste, or a story of known words."""
    way = provider.ConsumeIntInRange(0, 2)
    if way == 0:
        return bytes(provider.ConsumeBytes(4000))
    if way == 1:
        return str(provider.ConsumeUnicode(4000))
    count = provider.ConsumeIntInRange(1, 160)
    return " ".join(PIECES[provider.ConsumeIntInRange(0, len(PIECES) - 1)] for _ in range(count))


def test_one(data: bytes) -> None:
    """Read one input; raise what goes wrong."""
    source = source_of(atheris.FuzzedDataProvider(data))
    start = process_time()
    reading = read(source)
    took = process_time() - start
    check(reading)
    expect(took < SECONDS_FOR_ANY + SECONDS_A_CHARACTER * len(source), f"{took:.1f} s for {len(source)} characters")
    texts = [part.text for part in reading.paragraphs]
    if shingles(texts):
        expect(likeness(shingles(texts), shingles(texts)) == 1, "a text that is not like itself")


def main() -> None:
    """Run until the fuzzer's own options say stop."""
    atheris.Setup(sys.argv, test_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
