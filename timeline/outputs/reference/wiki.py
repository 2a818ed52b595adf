"""References as the templates of citation that wikis use."""

from timeline.outputs.entry import plain
from timeline.outputs.reference.items import Reference

# What would end a value of a template or begin a link.
ESCAPED = str.maketrans({"|": "{{!}}", "[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;"})


def wiki(one: Reference) -> str:
    """Return a reference as “cite news” or “cite web”."""
    values: list[tuple[str, str]] = []
    for number, author in enumerate(() if one.is_by_container else one.authors, 1):
        given = [(f"first{number}", author.given)] if author.given else []
        values += [(f"last{number}" if given else f"author{number}", author.family), *given]
    day = one.archived_on if one.address else None
    agency = one.publisher if one.publisher != one.container else ""
    values += [
        ("title", one.title),
        ("work", one.container),
        ("agency", agency),
        ("date", "-".join(f"{number:02d}" for number in one.issued)),
        ("version", f"version {one.version}" if one.version else ""),
        ("url", one.address),
        # Without the day of the copy, and the address that it is of, the templates report an error.
        *([("archive-url", one.archive), ("archive-date", day.isoformat()), ("url-status", "live")] if day else []),
        ("access-date", one.accessed.isoformat() if one.accessed else ""),
        ("language", "" if one.language == "en" else one.language),
    ]
    name = "cite news" if one.type == "article-newspaper" else "cite web"
    said = " ".join(f"|{name}={_plain(value)}" for name, value in values if value)
    return f"{{{{{name} {said}}}}}"


def _plain(value: str) -> str:
    return " ".join(plain(value).split()).translate(ESCAPED)
