"""References as BibTeX, in the entry type and fields that biblatex and classic styles both read."""

from collections.abc import Iterable

from timeline.outputs.entry import plain
from timeline.outputs.reference.items import Author, Reference

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# What TeX would take for a command. BibTeX counts braces without regard to a backslash before them: one of two would
# end the field, or take in all that follows.
ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}",
        "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
        "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
    }
)  # fmt: skip
ENCODED = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def bibtex(references: Iterable[Reference]) -> str:
    """Return references as BibTeX entries, in UTF-8."""
    return "\n".join(_entry(one) for one in references)


def _entry(one: Reference) -> str:
    year, month, day = (*one.issued, 0, 0, 0)[:3]
    fields = {
        "author": f"{{{' and '.join(_author(author) for author in one.authors)}}}",
        "title": f"{{{{{_plain(one.title)}}}}}",
        "organization": f"{{{_plain(one.container)}}}",
        "publisher": f"{{{_plain(one.publisher)}}}" if one.publisher != one.container else "",
        "year": f"{{{year}}}" if year else "",
        "month": MONTHS[month - 1] if month else "",
        "day": f"{{{day}}}" if day else "",
        "note": _note(one),
        "abstract": f"{{{_plain(one.abstract)}}}" if one.abstract else "",
        "version": f"{{{one.version}}}" if one.version else "",
        # As biblatex reads them, addresses stand as they are; braces alone would end the field.
        "url": f"{{{one.address.translate(ENCODED)}}}" if one.address else "",
        "urldate": f"{{{one.accessed.isoformat()}}}" if one.accessed else "",
        "language": f"{{{one.language}}}",
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items() if value)
    return f"@online{{{one.key},\n{lines}\n}}\n"


def _note(one: Reference) -> str:
    # Nothing but a command keeps a style from breaking what an address has in it: classic ones have no other field.
    archived = rf"Archived at \url{{{one.archive.translate(ENCODED)}}}" if one.archive else ""
    said = ". ".join(filter(None, ("Date approximate" if one.is_circa else "", archived)))
    return f"{{{said}}}" if said else ""


def _author(author: Author) -> str:
    """Return family and given name; an institution in braces, or its words would be taken for names."""
    return f"{_plain(author.family)}, {_plain(author.given)}" if author.given else f"{{{_plain(author.family)}}}"


def _plain(text: str) -> str:
    return " ".join(plain(text).split()).translate(ESCAPED)
