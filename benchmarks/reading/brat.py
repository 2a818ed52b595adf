"""Read texts with annotated attributions: brat's stand-off format with source, cue and content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t")
LABELS = frozenset(("Attribution", "Attribution-no-source"))
CLOSING = frozenset(("”", "»", "''"))
STRAIGHT = '"'
MARK = re.compile(r"``|''|[\"“”„«»]")
WORD = re.compile(r"\w")

Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attributed:
    """Hold one attribution: the pieces of its content, and of its source where it has one, as offsets."""

    content: Pieces
    source: Pieces
    is_direct: bool


def read_attributions(annotations: str, text: str) -> list[Attributed]:
    """Return the attributions in the order of the file; raise ``ValueError`` for an offset behind the text's end."""
    spans: dict[str, Pieces] = {}
    found: list[Attributed] = []
    for line in annotations.splitlines():
        if entry := TEXT_BOUND.match(line):
            spans[entry[1]] = _pieces(entry[3], len(text))
    for line in annotations.splitlines():
        if not line.startswith("E"):
            continue
        roles: dict[str, Pieces] = {}
        label, *arguments = [part.partition(":") for part in line.split("\t", 1)[1].split()]
        for role, _, target in arguments:
            name = role.rstrip("0123456789")
            roles[name] = roles.get(name, ()) + spans.get(target, ())
        if label[0] in LABELS and roles.get("Content"):
            content = tuple(sorted(roles["Content"]))
            source = tuple(sorted(roles.get("Source", ())))
            found.append(Attributed(content, source, is_direct(text, content)))
    return found


def _pieces(words: str, length: int) -> Pieces:
    """Return the offsets of "12 34;50 61"."""
    pieces = []
    for part in words.split(";"):
        start, _, end = part.partition(" ")
        if not 0 <= int(start) < int(end) <= length:
            raise ValueError(f"an annotation points outside its text: {words}")
        pieces.append((int(start), int(end)))
    return tuple(pieces)


def is_direct(text: str, content: Pieces) -> bool:
    """Tell whether all words of a content stand in quotation marks; marks left open run to the content's end."""
    return all(_is_quoted(text[start:end]) for start, end in content) if content else False


def _is_quoted(words: str) -> bool:
    """Tell whether no word of a piece stands outside marks; a piece whose first mark closes began inside."""
    marks = list(MARK.finditer(words))
    if not marks:
        return False
    depth = int(marks[0].group() in CLOSING)
    place = 0
    for mark in marks:
        if not depth and WORD.search(words, place, mark.start()):
            return False
        sign = mark.group()
        depth = int(not depth) if sign == STRAIGHT else max(0, depth + (-1 if sign in CLOSING else 1))
        place = mark.end()
    return bool(depth) or WORD.search(words, place) is None


def joined(text: str, pieces: Sequence[tuple[int, int]]) -> str:
    """Return the words of all pieces."""
    return " ".join(text[start:end] for start, end in pieces)
