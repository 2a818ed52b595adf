"""Measure saved pages: the words of the body, the day of publication, the headline."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.reading.tally import Tally, same_title, token_f1

BODY, DAY, TITLE = "pages: body, token F1 (mean)", "pages: day", "pages: title"
CONSISTENT = "pages: day, no slips"


@dataclass(frozen=True, slots=True)
class SavedPage:
    """Hold a saved page with what was annotated; day and title are empty where nobody noted them."""

    name: str
    path: Path
    address: str
    body: str
    title: str
    day: str
    saved: str = ""

    @property
    def is_contradictory(self) -> bool:
        """Tell whether the annotated day lies behind the day on which the page was saved: a slip of annotation."""
        return bool(self.day and self.saved) and self.day > self.saved


def read_page(annotation: Path) -> SavedPage | None:
    """Return the page of an annotation, or ``None`` where the page itself is not there."""
    name = annotation.name.removesuffix(".gold.json")
    path = annotation.with_name(f"{name}.html")
    if not path.is_file():
        return None
    noted = json.loads(annotation.read_text(encoding="utf-8"))
    gold = noted["gold"]
    gold = gold.get("V1", gold)
    return SavedPage(
        name,
        path,
        noted.get("source_url", ""),
        gold["articleBody"] if "articleBody" in gold else _body(gold["body"]),
        (gold.get("title") or "").strip(),
        (gold.get("publishing_date") or "")[:10],
        noted.get("crawl_date", "")[:10],
    )


def _body(body: dict[str, Any]) -> str:
    """Return summary, headings and paragraphs, one a line."""
    parts = list(body["summary"])
    for section in body["sections"]:
        parts += [*section["headline"], *section["paragraphs"]]
    return "\n".join(parts)


def measure_page(page: SavedPage, body: str, title: str, day: str, tally: Tally) -> None:
    """Count what a program read of one page; ``day`` is ISO or empty."""
    likeness = token_f1(body, page.body)
    tally.add(BODY, likeness)
    if likeness < 0.965:
        tally.miss(BODY, page.name, f"{likeness:.3f}")
    if page.day:
        tally.add(DAY, day == page.day)
        if not page.is_contradictory:
            tally.add(CONSISTENT, day == page.day)
        if day != page.day:
            saved = f" (saved on {page.saved})" if page.saved else ""
            tally.miss(DAY, page.name, f"got {day or 'none'}, wanted {page.day}{saved}")
    if page.title:
        right = same_title(title, page.title)
        tally.add(TITLE, right)
        if not right:
            tally.miss(TITLE, page.name, f"got {title!r}, wanted {page.title!r}")
