"""Make of a paste, a file or a page the story's paragraphs, and keep what is left out with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from newsroom.reading.clean.decoding import decode
from newsroom.reading.clean.furniture import BULLET, Line
from newsroom.reading.clean.pages import Page, looks_like_html, read_page, without_code
from newsroom.reading.clean.story import cut_headline, cut_stamps, mark_lines, split_lines
from newsroom.values import Dropped, Given, Paragraph, Problem

HEADER_LINE = re.compile(r"([a-z_]{2,20}): ?(.*)")
HEADER_KEYS = {"source": "address", "title": "title", "published": "published", "outlet": "outlet"}
LONGEST_HEADER = 40
LONGEST = 2_000_000  # characters of text that are read, of a page without its scripts

__all__ = ["Cleaned", "clean"]


@dataclass(slots=True)
class Cleaned:
    """Hold the kept text with its paragraphs, what was left out, and what the page says about itself."""

    source_text: str = ""
    text: str = ""
    encoding: str = ""
    given: Given = field(default_factory=Given)
    paragraphs: list[Paragraph] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    page: Page = field(default_factory=Page)
    problems: list[Problem] = field(default_factory=list)


def clean(source: str | bytes, given: Given | None = None) -> Cleaned:
    """Return the story's paragraphs and what was left out; never raises for any text."""
    decoded = decode(source)
    cleaned = Cleaned(encoding=decoded.encoding, given=given or Given(), problems=decoded.problems)
    if decoded.is_refused:
        return cleaned
    start, header = read_header(decoded.text)
    cleaned.given = replace(header, **dict(_filled(cleaned.given).items()))
    is_page = looks_like_html(decoded.text[start:])
    body = without_code(decoded.text[start:]) if is_page else decoded.text[start:]
    if len(body) > LONGEST:
        message = f"The text has {len(body)} characters; at most {LONGEST} are read."
        cleaned.problems.append(Problem("too_long", message, is_fatal=True))
        return cleaned
    if is_page:
        cleaned.page = read_page(body)
        cleaned.problems += cleaned.page.problems
        cleaned.source_text = cleaned.page.text
        lines = cleaned.page.lines
    else:
        cleaned.source_text = decoded.text
        lines = cut_headline(cut_stamps(split_lines(decoded.text, start)))
    mark_lines(lines, cleaned.given.title or cleaned.page.about.title)
    _divide(cleaned, lines)
    return cleaned


def _filled(given: Given) -> dict[str, str]:
    """Return the fields of ``given`` that say something."""
    names = ("title", "outlet", "address", "published")
    return {name: getattr(given, name) for name in names if getattr(given, name)}


def read_header(text: str) -> tuple[int, Given]:
    """Return where the body starts and what a ``key: value`` header before ``---`` says."""
    values: dict[str, str] = {}
    offset = 0
    for number, line in enumerate(text.split("\n", LONGEST_HEADER + 1)[: LONGEST_HEADER + 1]):
        offset += len(line) + 1
        if line.strip() == "---" and number:
            return offset, Given(**values)
        entry = HEADER_LINE.match(line)
        if entry is None:
            break
        if entry[1] in HEADER_KEYS:
            values[HEADER_KEYS[entry[1]]] = entry[2].strip()
    return 0, Given()


def _divide(cleaned: Cleaned, lines: list[Line]) -> None:
    """Lay the kept lines out as paragraphs joined by blank lines, and list the others."""
    parts: list[str] = []
    offset = 0
    for line in lines:
        if line.reason:
            cleaned.dropped.append(Dropped(line.text, line.reason, line.start, line.end))
            continue
        bullet = BULLET.match(line.text)
        skip = bullet.end() if bullet else 0
        words = line.text[skip:]
        if not words:
            continue
        role = "label" if line.words <= 3 and words.endswith(":") else "bullet" if bullet else "body"
        role = "heading" if line.is_section else role
        cleaned.paragraphs.append(Paragraph(words, offset, offset + len(words), line.start + skip, line.end, role))
        parts.append(words)
        offset += len(words) + 2
    cleaned.text = "\n\n".join(parts)
    if not any(paragraph.role != "label" for paragraph in cleaned.paragraphs):
        cleaned.problems.append(
            Problem("no_article", "No article was found: there is no paragraph of a story.", is_fatal=True)
        )
