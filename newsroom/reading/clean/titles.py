"""Choose the headline of a page, and take the outlet's name off it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from newsroom.reading.sentences import fold

KICKER = re.compile(
    r"overline|kicker|eyebrow|topline|supertitle|pre-?title|sr-only|visually-?hidden|offscreen", re.IGNORECASE
)
# What outlets set between a headline and their name; a dash or colon also stands inside of headlines.
BARS = re.compile(r"\s*[|•·»«]\s*|\s+(?:::|//|\\)\s+")
DASHES = re.compile(r"\s+[-–—]{1,2}\s+|:\s+")
LONGEST_NAME, SHORTEST_HEADLINE = 4, 3


def headings(tree: etree._Element) -> list[str]:
    """Return the words of the first headings of the page."""
    found = (heading(node) for _, node in zip(range(5), tree.iter("h1"), strict=False))
    return [text for text in found if text]


def heading(node: etree._Element) -> str:
    """Return the words of a heading without its kicker and without what only screens or readers get."""
    parts = [node.text or ""]
    for child in node:
        is_aside = child.get("aria-hidden") == "true" or KICKER.search(child.get("class") or "") is not None
        words = "" if is_aside or not isinstance(child.tag, str) else "".join(child.itertext())
        parts.append(" " if child.tag == "br" else words)
        parts.append(child.tail or "")
    return " ".join("".join(parts).split()) or " ".join("".join(node.itertext()).split())


def choose_title(declared: str, heads: Sequence[str], shared: str, window: str, names: Sequence[str] = ()) -> str:
    """Return the headline: as declared for machines, else the page's heading, else what is shared or in the window.

    ``names`` are those of the outlet. A declared headline that only adds one to the heading gives the heading; a
    heading that is nothing but the outlet's name is its logo.
    """
    known = {_key(name) for name in names} - {""}
    titles = [" ".join(text.split()) for text in (declared, shared, window)]
    heads = [" ".join(text.split()) for text in heads if text and _key(text) not in known]
    declared, shared, window = titles
    head = max((text for text in heads if any(_key(text) in _key(title) for title in titles)), key=len, default="")
    # A heading with which the shared title or the window's has nothing in common may be a logo of another name.
    is_told_twice = bool(shared) and _key(shared) in _key(window)
    if not head and heads and (len(heads[0].split()) >= SHORTEST_HEADLINE or not is_told_twice):
        head = heads[0]
    rest = fold(declared).removeprefix(fold(head)).strip() if head else ""
    if head and declared and rest != fold(declared) and rest[:1] in ("-", "|", "–", "—", "·"):
        return head
    return without_name(declared, known) or head or without_name(shared or window, known) or (heads[0] if heads else "")


def without_name(title: str, known: set[str]) -> str:
    """Take the outlet's name off either end of a title; behind a bar also a short name or section that is not known."""
    for _ in range(3):
        cut = _cut(title, known)
        if cut == title:
            break
        title = cut
    return title


def _cut(title: str, known: set[str]) -> str:
    """Take one part off a title, or return it as it is."""
    for pattern in (BARS, DASHES):
        found = list(pattern.finditer(title))
        if not found:
            continue
        first, last = found[0], found[-1]
        if _key(title[last.end() :]) in known:
            return title[: last.start()]
        if _key(title[: first.start()]) in known:
            return title[first.end() :]
    bars = list(BARS.finditer(title))
    if bars:
        kept, name = title[: bars[-1].start()], title[bars[-1].end() :]
        if len(name.split()) <= LONGEST_NAME and len(kept.split()) >= max(SHORTEST_HEADLINE, len(name.split())):
            return kept
    return title


def _key(text: str) -> str:
    """Return the letters and digits of a name, folded."""
    return "".join(character for character in fold(text) if character.isalnum())
