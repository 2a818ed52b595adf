"""The guide for editors as the desk shows it: read from docs/editing.md, which is its only home."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

GUIDE = Path(settings.BASE_DIR) / "docs" / "editing.md"
# The story that its first ten minutes are spent on.
STORY = Path(settings.BASE_DIR) / "tests" / "articles" / "wire-with-promotion.txt"
# Strong words may hold emphasis of another sort, and nothing else is nested.
RUN = re.compile(r"\*\*(?P<strong>.+?)\*\*|\*(?P<em>.+?)\*|`(?P<code>.+?)`|\[(?P<link>[^]]+)\]\((?P<to>[^)]+)\)")
ITEM = re.compile(r"(?:(?P<step>\d+\. )|\* )(?P<words>.*)")


@dataclass(frozen=True, slots=True)
class Run:
    """Hold words of one look: text, strong, em, code, or link; the story is the only thing that is linked to."""

    look: str
    words: str


@dataclass(frozen=True, slots=True)
class Block:
    """Hold a heading (with its anchor), a paragraph, steps, points, or a table whose first row is its head."""

    sort: str
    lines: tuple[tuple[tuple[Run, ...], ...], ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class GuidePage:
    """Hold the guide, and the story to try it on."""

    title: str
    blocks: tuple[Block, ...]
    story: str


def runs_of(text: str) -> tuple[Run, ...]:
    """Part one line of Markdown into words of one look each."""
    found, end = [], 0
    for match in RUN.finditer(text):
        look = str(match.lastgroup if match.lastgroup != "to" else "link")
        found += [Run("text", text[end : match.start()]), Run(look, match[look])]
        end = match.end()
    return tuple(run for run in (*found, Run("text", text[end:])) if run.words)


def _block(text: str) -> Block:
    lines = text.splitlines()
    if lines[0].startswith("#"):
        words = lines[0].lstrip("# ")
        return Block("heading", ((runs_of(words),),), re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-"))
    if lines[0].startswith("|"):
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in (lines[0], *lines[2:])]
        return Block("table", tuple(tuple(runs_of(cell) for cell in row) for row in cells))
    items: list[list[str]] = []
    for line in lines:
        start = ITEM.fullmatch(line)
        if start or not items:
            items.append([start["words"] if start else line])
        else:
            items[-1].append(line.strip())
    first = ITEM.fullmatch(lines[0])
    sort = "paragraph" if not first else "steps" if first["step"] else "points"
    return Block(sort, tuple((runs_of(" ".join(item)),) for item in items))


@cache
def guide_page() -> GuidePage:
    """Return the guide; the file is read once, as it changes only with the program."""
    title, *parts = re.split(r"\n{2,}", GUIDE.read_text(encoding="utf-8").strip())
    return GuidePage(title.lstrip("# "), tuple(map(_block, parts)), STORY.read_text(encoding="utf-8"))
