"""References as RIS: lines of two letters, two spaces, a hyphen and a space, ended by CR and LF."""

from collections.abc import Iterable

from timeline.outputs.entry import plain
from timeline.outputs.reference.items import Author, Reference

TYPES = {"webpage": "ELEC", "article-newspaper": "NEWS"}


def ris(references: Iterable[Reference]) -> str:
    """Return references as RIS; a value is one line, or its rest would be read as another field."""
    return "".join(f"{tag}  - {' '.join(plain(value).split())}\r\n" for one in references for tag, value in _lines(one))


def _lines(one: Reference) -> Iterable[tuple[str, str]]:
    fields = [
        ("TI", one.title),
        *(("AU", _author(author)) for author in one.authors),
        ("T2", one.container),
        ("PB", one.publisher),
        ("PY", f"{one.issued[0]:04d}" if one.issued else ""),
        ("DA", _date(one)),
        ("ET", str(one.version) if one.version else ""),
        ("UR", one.address),
        ("Y2", one.accessed.strftime("%Y/%m/%d") if one.accessed else ""),
        ("LA", one.language),
        ("N1", f"Archived at {one.archive}" if one.archive else ""),
        ("N2", one.abstract),
        ("ID", one.key),
    ]
    yield "TY", TYPES.get(one.type, "ELEC")
    yield from ((tag, value) for tag, value in fields if value)
    yield "ER", ""


def _date(one: Reference) -> str:
    """Return year, month, day and what else is known of the date, each behind its slash; a whole date has no last."""
    year, month, day = (*(f"{number:02d}" for number in one.issued), "", "", "")[:3]
    if not year:
        return ""
    return f"{year}/{month}/{day}" + ("/circa" if one.is_circa else "" if day else "/")


def _author(author: Author) -> str:
    return f"{author.family}, {author.given}" if author.given else author.family
