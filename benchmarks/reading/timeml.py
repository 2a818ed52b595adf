"""Read texts with annotated dates: TimeML 1.2 files with TIMEX3 marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from xml.etree import ElementTree

DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")
MONTH = re.compile(r"(\d{4})-(\d{2})$")
WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?$")
WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:'s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MarkedDate:
    """Hold an annotated date: its offsets into the document's text, its words, and its TIMEX3 value."""

    start: int
    end: int
    words: str
    value: str

    @property
    def is_bare_weekday(self) -> bool:
        """Tell whether it is the name of a day of the week and nothing else."""
        return WEEKDAY.match(self.words.strip().replace("’", "'")) is not None

    @property
    def is_contradictory(self) -> bool:
        """Tell whether its value is another day of the week than the one that its words name: a slip of annotation."""
        days = bounds(self.value)
        named = self.words.strip().lower()[:3]
        return self.is_bare_weekday and days is not None and f"{days[0]:%A}".lower()[:3] != named


@dataclass(frozen=True, slots=True)
class Document:
    """Hold a document: its text, the day on which it was made, and its annotated dates."""

    name: str
    text: str
    created: date
    dates: tuple[MarkedDate, ...]


def read_document(source: bytes, name: str) -> Document:
    """Return the document of a TimeML file; raise ``ValueError`` where it is broken or has no day of creation."""
    try:
        root = ElementTree.fromstring(source)  # noqa: S314 - annotations on our own disk, and no entity is declared
    except ElementTree.ParseError as problem:
        raise ValueError(f"{name} is not well-formed: {problem}") from problem
    stamp = next((one for one in root.iter("TIMEX3") if one.get("functionInDocument") == "CREATION_TIME"), None)
    body = root.find("TEXT")
    if stamp is None or body is None:
        raise ValueError(f"{name} has no time of creation or no text.")
    created = date.fromisoformat((stamp.get("value") or "")[:10])
    parts: list[str] = []
    dates: list[MarkedDate] = []
    _collect(body, parts, dates)
    return Document(name, "".join(parts), created, tuple(dates))


def _collect(node: ElementTree.Element, parts: list[str], dates: list[MarkedDate]) -> None:
    """Lay out the text of an element and note the dates in it; TimeML nests two levels at most."""
    start = sum(map(len, parts))
    parts.append(node.text or "")
    for child in node:
        _collect(child, parts, dates)
        parts.append(child.tail or "")
    if node.tag == "TIMEX3" and node.get("type") == "DATE" and node.get("functionInDocument") != "CREATION_TIME":
        words = "".join(parts)[start:]
        dates.append(MarkedDate(start, start + len(words), words, node.get("value") or ""))


def bounds(value: str) -> tuple[date, date] | None:
    """Return first and last day of a TIMEX3 value that is a day, a week, a weekend or a month; ``None`` for others."""
    try:
        if found := DAY.match(value):
            day = date(int(found[1]), int(found[2]), int(found[3]))
            return day, day
        if found := WEEK.match(value):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return monday + timedelta(days=5 if found[3] else 0), monday + timedelta(days=6)
        if found := MONTH.match(value):
            first = date(int(found[1]), int(found[2]), 1)
            return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    except ValueError:
        return None
    return None


def is_value(earliest: date | None, latest: date | None, value: str) -> bool:
    """Tell whether an answer means the annotated value: that day, or bounds within that week or month.

    A week may run from Monday, or from Sunday as newspapers of the United States mean it (domain.md, section 14).
    """
    wanted = bounds(value)
    if wanted is None or earliest is None or latest is None:
        return False
    first, last = wanted
    if first <= earliest <= latest <= last:
        return True
    is_week = last - first == timedelta(days=6)
    return is_week and first - timedelta(days=1) <= earliest <= latest < last
