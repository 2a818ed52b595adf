"""Cut paragraphs at the marks of the drafts, and say which paragraphs are settled. No database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsroom.values import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold the words that a draft stands on: its number, its row's id, its state, and the words' place in the text."""

    number: int
    draft: int
    state: str
    span: Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a run of text with the marks that lie on it, and those that begin with it."""

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()

    @property
    def numbers(self) -> str:
        """Return the drafts' ids as a list of words, for the script that links article and cards."""
        return " ".join(str(mark.draft) for mark in self.marks)

    @property
    def is_rejected(self) -> bool:
        """Say whether all that lies on it was rejected."""
        return bool(self.marks) and all(mark.state == "rejected" for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Shown:
    """Hold one paragraph as the desk shows it; ``number`` is 0 where it was left out."""

    number: int
    start: int
    pieces: tuple[Piece, ...]
    reason: str = ""
    is_restored: bool = False
    is_settled: bool = False
    waved_off: str = ""
    is_open: bool = False

    @property
    def text(self) -> str:
        """Return the words."""
        return "".join(piece.text for piece in self.pieces)


def cut_pieces(text: str, span: Span, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Return a paragraph in runs, cut wherever a mark begins or ends; joined they are the paragraph again."""
    inside = [mark for mark in marks if mark.span.overlaps(span)]
    edges = {span.start, span.end}
    for mark in inside:
        edges |= {max(span.start, mark.span.start), min(span.end, mark.span.end)}
    ordered = sorted(edges)
    pieces = []
    for start, end in pairwise(ordered):
        lying = tuple(mark for mark in inside if mark.span.start < end and start < mark.span.end)
        begins = tuple(mark for mark in lying if max(mark.span.start, span.start) == start)
        pieces.append(Piece(text[start:end], lying, begins))
    return tuple(pieces)


def is_settled(span: Span, marks: Iterable[Mark], waved_off: str) -> bool:
    """Say whether a paragraph is used (all its drafts decided, one of them taken) or waved off."""
    states = {mark.state for mark in marks if mark.span.overlaps(span)}
    if "proposed" in states:
        return False
    return bool(waved_off) or bool(states & {"accepted", "published"})
