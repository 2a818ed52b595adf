"""Measure direct quotations against annotated attributions: are the words found, and is their speaker the right one?

Words are found where proposals cover them: the Dice share of characters is at least one half. The speaker is right
where the words that a program takes for the speaker overlap the annotated source, or its name is that of the source,
or of whoever the program itself saw speak in the annotated words ("she" there, the full name here).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.reading.brat import Attributed, Pieces, joined
from benchmarks.reading.tally import Tally, same_name
from newsroom.values import Paragraph, Reading

FOUND, RIGHT = "PolNeAR direct: found", "PolNeAR direct: found, right speaker"
ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Quotation:
    """Hold what a program took for somebody's words: offsets of words and speaker in the document, and a name."""

    start: int
    end: int
    speaker: str
    speaker_start: int = 0
    speaker_end: int = 0


def quotations_of(reading: Reading, text: str) -> list[Quotation]:
    """Return the statements of a reading, with offsets into the document that was read."""
    shifts = _shifts(reading, text)

    def place(offset: int) -> int:
        return offset + next((shift for paragraph, shift in shifts if paragraph.start <= offset <= paragraph.end), 0)

    found = []
    for one in reading.statements:
        speaker = next((evidence for evidence in one.evidence if evidence.field == "speaker"), None)
        found.append(
            Quotation(
                place(one.passage.start),
                place(one.passage.end),
                one.speaker,
                place(speaker.start) if speaker else 0,
                place(speaker.end) if speaker else 0,
            )
        )
    return found


def _shifts(reading: Reading, text: str) -> list[tuple[Paragraph, int]]:
    """Return by how much each kept paragraph lies further on in the document than in the kept text."""
    shifts, position = [], 0
    for paragraph in reading.paragraphs:
        found = text.find(paragraph.text, position)
        start = found if found >= 0 else paragraph.source_start
        position = start + 1
        shifts.append((paragraph, start - paragraph.start))
    return shifts


def measure_quotations(
    text: str, attributions: Sequence[Attributed], quotations: Sequence[Quotation], tally: Tally, file: str
) -> None:
    """Count the direct quotations of a document that were found, and those with the right speaker."""
    for one in attributions:
        if not one.is_direct:
            continue
        near = [quote for quote in quotations if _shared(one.content, quote) > 0]
        covering = _covering(one.content, near)
        tally.add(FOUND, bool(covering))
        words = joined(text, one.content)[:80]
        if not covering:
            tally.miss(FOUND, file, f"{joined(text, one.source) or 'nobody'}: {words}")
        if not one.source:
            continue
        right = any(_has_source(text, one.source, quote, quotations) for quote in covering[:1])
        tally.add(RIGHT, right)
        if covering and not right:
            got = f"got {covering[0].speaker!r}, wanted {joined(text, one.source)!r}"
            tally.miss(RIGHT, file, f"{got}: {words}")


def _shared(content: Pieces, quote: Quotation) -> int:
    """Count the characters that a quotation shares with an annotated content."""
    return sum(max(0, min(end, quote.end) - max(start, quote.start)) for start, end in content)


def _covering(content: Pieces, near: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations that together are an annotated content, the longest first; none where they are not."""
    size = sum(end - start for start, end in content)
    ordered = sorted(near, key=lambda quote: (-_shared(content, quote), quote.end - quote.start))
    for quote in ordered[:1]:
        if 2 * _shared(content, quote) / (size + quote.end - quote.start) >= ENOUGH:
            return [quote]
    inside = [quote for quote in ordered if _shared(content, quote) >= ENOUGH * (quote.end - quote.start)]
    places = {place for quote in inside for place in range(quote.start, quote.end)}
    hit = sum(place in places for start, end in content for place in range(start, end))
    return inside if inside and 2 * hit / (size + len(places)) >= ENOUGH else []


def _has_source(text: str, source: Pieces, quote: Quotation, quotations: Sequence[Quotation]) -> bool:
    """Tell whether a quotation has the annotated source for its speaker."""
    if _is_at(source, quote) or same_name(quote.speaker, joined(text, source)):
        return True
    named_there = {other.speaker for other in quotations if _is_at(source, other) and other.speaker}
    return quote.speaker in named_there


def _is_at(source: Pieces, quote: Quotation) -> bool:
    """Tell whether the words taken for the speaker overlap an annotated source."""
    return any(start < quote.speaker_end and quote.speaker_start < end for start, end in source)
