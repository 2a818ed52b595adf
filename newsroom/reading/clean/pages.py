"""Turn an HTML page into lines: what trafilatura takes for the story is kept, every other line has its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from types import ModuleType

from lxml import etree
from lxml import html as lxml_html

from newsroom.reading.clean.furniture import Line
from newsroom.reading.clean.metadata import About, read_metadata
from newsroom.reading.clean.stamps import stamp_days
from newsroom.reading.sentences import fold
from newsroom.values import Problem

LOOKS_LIKE_HTML = re.compile(
    r"<(?:!doctype html|html|head|body|article|div|p|span|h1|table|section)\b[^<>]{0,400}>", re.IGNORECASE
)
DEEPEST = 400
LONGEST_DATE_LINE = 8
OPEN_TAG = re.compile(
    r"<(/?)(?:div|span|section|article|ul|ol|table|blockquote|b|i|font|p)\b[^<>]{0,2000}>", re.IGNORECASE
)
# What of a page is no text; what it says about itself in JSON-LD is kept.
CODE = re.compile(r"<(script|style|svg)\b(?![^<>]{0,400}ld\+json)[^<>]{0,400}>", re.IGNORECASE)
CODE_ENDS = {tag: re.compile(rf"</{tag}\s*>", re.IGNORECASE) for tag in ("script", "style", "svg")}
BLOCKS = frozenset(
    "p div article section header footer h1 h2 h3 h4 h5 h6 li ul ol table tr td th blockquote figure figcaption aside"
    " nav main br hr pre form dl dt dd address time".split()
)
SILENT = frozenset("script style noscript template svg iframe button select textarea head object embed".split())
# Classes and ids of what readers wrote below a story, or of what holds both: the longer part is then the story.
COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|comentarios?|kommentare?|commentaires?|disqus)(?:[\s_-]|$)", re.IGNORECASE
)
BY_READERS = "reader comment"
COMMENTED = frozenset("div section ul ol li".split())
CONTAINERS = {"figcaption": "photo caption", "nav": "navigation", "footer": "page footer", "aside": "aside"}


@dataclass(slots=True)
class Page:
    """Hold a page: its text, its lines, what it says about itself, and the problems met."""

    text: str = ""
    lines: list[Line] = field(default_factory=list)
    about: About = field(default_factory=About)
    problems: list[Problem] = field(default_factory=list)


def looks_like_html(text: str) -> bool:
    """Tell whether a text is markup."""
    return LOOKS_LIKE_HTML.search(text[:5000]) is not None


def without_code(source: str) -> str:
    """Return a page without its scripts, styles and drawings, which may be nine tenths of it; in one pass."""
    parts: list[str] = []
    behind, unclosed = 0, set[str]()
    for opened in CODE.finditer(source):
        tag = opened[1].lower()
        if opened.start() < behind or tag in unclosed:
            continue
        if (closed := CODE_ENDS[tag].search(source, opened.end())) is None:
            unclosed.add(tag)
            continue
        parts.append(source[behind : opened.start()])
        behind = closed.end()
    return "".join([*parts, source[behind:]])


def read_page(source: str) -> Page:
    """Return the lines and metadata of an HTML page; markup never survives."""
    page = Page()
    if _depth(source) > DEEPEST:
        page.problems.append(Problem("nesting", "The page nests its elements too deeply to be read.", is_fatal=True))
        return page
    tree = _parse(source)
    if tree is None:
        page.problems.append(Problem("no_text", "There is no text in the page.", is_fatal=True))
        return page
    page.about = read_metadata(tree)
    pieces = _collect(tree)
    kept = _story_lines(source)
    _lay_out(pieces, kept, page)
    return page


def _depth(source: str) -> int:
    """Return roughly how deep the elements nest, in one pass."""
    depth = deepest = 0
    for tag in OPEN_TAG.finditer(source):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _parse(source: str) -> etree._Element | None:
    """Parse the page without network and without entities of its own."""
    try:
        parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
        return lxml_html.document_fromstring(source.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _story_lines(source: str) -> list[str] | None:
    """Return the folded lines that trafilatura takes for the story; ``None`` where it finds none."""
    try:
        text = _trafilatura().extract(source, include_comments=False, include_tables=True, favor_precision=False)
    except Exception:  # a library that reads anybody's markup may fail in ways of its own; the page is then read whole
        return None
    lines = [_key(line) for line in (text or "").splitlines() if line.strip()]
    return lines or None


@cache
def _trafilatura() -> ModuleType:
    """Load the library when the first page is read: most processes read none, and loading takes a third of a second."""
    return import_module("trafilatura")


def _key(text: str) -> str:
    """Return the letters and digits of a line, folded: equal for the same line in two extractions."""
    return "".join(character for character in fold(text) if character.isalnum())


def _collect(tree: etree._Element) -> list[tuple[str, str]]:
    """Return (text, reason of its container) for each block of text, in order, without recursion."""
    pieces: list[tuple[str, str]] = []
    buffer: list[str] = []
    reasons: list[str] = [""]

    def flush() -> None:
        text = " ".join("".join(buffer).split())
        buffer.clear()
        if text:
            pieces.append((text, reasons[-1]))

    for event, node in etree.iterwalk(tree, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if tag in BLOCKS:
                flush()
            reasons.append(reasons[-1] or _reason_of(node, tag))
            if node.text and reasons[-1] != "-":
                buffer.append(node.text)
            continue
        if tag in BLOCKS:
            flush()
        reasons.pop()
        if node.tail and reasons[-1:] != ["-"]:
            buffer.append(node.tail)
    flush()
    return pieces


def _reason_of(node: etree._Element, tag: str) -> str:
    """Return why what an element holds is no part of the story: "-" where nobody sees it, "" where it may be one."""
    if tag in SILENT:
        return "-"
    names = f"{node.get('class', '')} {node.get('id', '')}" if tag in COMMENTED else ""
    return CONTAINERS.get(tag) or (BY_READERS if COMMENTS.search(names) else "")


def _lay_out(pieces: list[tuple[str, str]], kept: list[str] | None, page: Page) -> None:
    """Write the blocks one a line into the page's text and mark those outside the story."""
    joined, known = "".join(kept or ()), frozenset(kept or ())
    parts: list[str] = []
    offset = 0
    for text, reason in pieces:
        line = Line(text, offset, offset + len(text))
        key = _key(text)
        if reason:
            line.reason = reason
        elif (
            kept is not None and key not in known and not (len(key) > 60 and key[:60] in joined and key[-60:] in joined)
        ):
            line.reason = "outside the story"
        if kept is not None and reason and key in known and reason not in ("photo caption", BY_READERS):
            line.reason = ""
        page.lines.append(line)
        parts.append(text)
        offset += len(text) + 1
    _weigh_comments(page, known)
    page.text = "\n".join(parts)
    _mark_dates(page)


def _weigh_comments(page: Page, known: frozenset[str]) -> None:
    """Take what is marked as comments for the story where it is longer than all else that would be one."""
    story = [line for line in page.lines if not line.reason]
    told = [line for line in page.lines if line.reason == BY_READERS and _key(line.text) in known]
    if sum(line.words for line in told) > sum(line.words for line in story):
        for line in told:
            line.reason = ""


def _mark_dates(page: Page) -> None:
    """Name the lines above the story that tell its day: short ones with one full date ("06.01.2026, 5 minutes")."""
    for line in page.lines:
        if not line.reason and line.is_prose:
            break
        is_short = line.reason == "outside the story" and line.words <= LONGEST_DATE_LINE
        if is_short and len(stamp_days(line.text)) == 1:
            line.reason = "page date"
