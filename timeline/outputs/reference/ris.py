"""References as RIS: lines of two letters, two spaces, a hyphen and a space, ended by CR and LF."""

from collections.abc import Iterable

from timeline.outputs.reference.items import Author, Reference

TYPES = {"webpage": "ELEC", "article-newspaper": "NEWS"}


def ris(references: Iterable[Reference]) -> str:
    """Return references as RIS; a value is one line, or its rest would be read as another field."""
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for one in references for tag, value in _lines(one))


def _lines(one: Reference) -> Iterable[tuple[str, str]]:
    year, month, day = (*(f"{number:02d}" for number in one.issued), "", "", "")[:3]
    fields = [
        ("TI", one.title),
        *(("AU", _author(author)) for author in one.authors),
        ("T2", one.container),
        ("PB", one.publisher),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year and not day else "/".join((year, month, day)) if year else ""),
        ("ET", str(one.version) if one.version else ""),
        ("UR", one.address),
        ("Y2", one.accessed.strftime("%Y/%m/%d") if one.accessed else ""),
        ("LA", one.language),
    ]
    yield "TY", TYPES.get(one.type, "ELEC")
    yield from ((tag, value) for tag, value in fields if value)
    yield "ER", ""


def _author(author: Author) -> str:
    return f"{author.family}, {author.given}" if author.given else author.family
