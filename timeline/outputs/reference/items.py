"""What a reference says, whatever the form that it is written in."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from django.utils import timezone
from django.utils.text import slugify

from timeline.models import Event, Source, Statement
from timeline.values import When

SITE = "Bilateral"
# The types of CSL 1.0.2 (appendix III).
Type = Literal["webpage", "article-newspaper", "post", "speech", "treaty"]
TYPES: dict[str, Type] = {
    Source.Kind.PRESS: "article-newspaper",
    Source.Kind.READOUT: "post",
    Source.Kind.TRANSCRIPT: "speech",
    Source.Kind.POST: "post",
    Source.Kind.TREATY: "treaty",
}
JOINED = re.compile(r"\s*(?:[,;]|\band\b|\by\b|&)\s*", re.IGNORECASE)
LED = re.compile(r"^(?:by|por)\s+", re.IGNORECASE)
# The moment in the address of a copy: /web/20260113120000/https://...
ARCHIVED = re.compile(r"/((?:19|20)\d\d)(\d\d)(\d\d)\d{6}(?:[a-z]{2}_)?/")
# Words that open a family name.
PARTICLES = frozenset("al bin da das de del della der di dos du el la le van von".split())
LONGEST_WORDS = 120


@dataclass(frozen=True, slots=True)
class Author:
    """A person by family and given name, or an institution, which has a family name alone."""

    family: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A work that is cited: a version of a page of ours, or a published source.

    ``issued`` is a year, with month and day as far as they are known, or empty where the work states no date.
    ``archive`` is the address of a copy that an archive keeps, or empty.
    """

    key: str
    type: Type
    title: str
    authors: tuple[Author, ...]
    container: str
    publisher: str
    issued: tuple[int, ...]
    is_circa: bool
    accessed: date | None
    address: str
    language: str
    version: int = 0
    abstract: str = ""
    archive: str = ""

    @property
    def archived_on(self) -> date | None:
        """Return when the copy was made, as far as its address says it: the Wayback Machine's do."""
        found = ARCHIVED.search(self.archive)
        try:
            return date(*map(int, found.groups())) if found else None
        except ValueError:
            return None

    @property
    def is_by_container(self) -> bool:
        """Return whether the work has no author but who published it."""
        return self.authors == (Author(self.container),)


def to_event(event: Event, address: str, accessed: date) -> Reference:
    """Return the reference to the version of an event that stands at an address."""
    issued = timezone.localdate(event.updated_at)
    page = _page(f"event-{event.pk}", event.title, event.version, issued, address, accessed)
    return replace(page, abstract=event.summary)


def to_statement(statement: Statement, address: str, accessed: date) -> Reference:
    """Return the reference to the version of a statement; only verbatim words stand in quotation marks."""
    words = statement.words
    if len(words) > LONGEST_WORDS:
        words = f"{words[:LONGEST_WORDS].rpartition(' ')[0]} …"
    title = f"{statement.speaker}: {f'“{words}”' if statement.speech == Statement.Speech.DIRECT else words}"
    issued = timezone.localdate(statement.updated_at)
    page = _page(f"statement-{statement.pk}", title, statement.version, issued, address, accessed)
    return replace(page, abstract=statement.words) if words != statement.words else page


def to_list(title: str, address: str, language: str, changed: date | None, accessed: date) -> Reference:
    """Return the reference to a list of ours, which has no versions: it is dated by what changed in it last."""
    page = _page(f"list-{slugify(title)[:60]}", title, 0, changed or accessed, address, accessed)
    return replace(page, key=page.key.removesuffix("-v0"), language=language, issued=page.issued if changed else ())


def _page(name: str, title: str, version: int, issued: date, address: str, accessed: date) -> Reference:
    return Reference(
        key=f"{SITE.lower()}-{name}-v{version}",
        type="webpage",
        title=title,
        authors=(Author(SITE),),
        container=SITE,
        publisher=SITE,
        issued=(issued.year, issued.month, issued.day),
        is_circa=False,
        accessed=accessed,
        address=address,
        language="en",
        version=version,
    )


def to_source(source: Source) -> Reference:
    """Return the reference to a source as it was published, and as it was read."""
    issued, is_circa = _issued(source.published)
    year = f"{issued[0]}-" if issued else ""
    return Reference(
        key=f"{slugify(source.outlet) or 'source'}-{year}{source.pk}",
        type=TYPES[source.kind],
        title=source.title,
        authors=authors_in(source.byline) or (Author(source.origin),),
        container=source.outlet,
        publisher=source.origin,
        issued=issued,
        is_circa=is_circa,
        accessed=timezone.localdate(source.retrieved_at) if source.retrieved_at else None,
        address=source.address,
        language=source.language,
        archive=source.archive_address,
    )


def _issued(edtf: str) -> tuple[tuple[int, ...], bool]:
    """Return year, month and day as far as an EDTF text knows them, and whether they are about so."""
    when = When.parse(edtf) if edtf else None
    if when is None or when.earliest is None or when.latest is None:
        return (), False
    first, last = when.earliest, when.latest
    if first == last:
        return (first.year, first.month, first.day), bool(when.qualifier)
    if (first.year, first.month) == (last.year, last.month):
        return (first.year, first.month), bool(when.qualifier)
    return ((first.year,), bool(when.qualifier)) if first.year == last.year else ((), False)


def authors_in(byline: str) -> tuple[Author, ...]:
    """Return who is named in a byline, in order.

    The family name is taken to be the last word with its particles. A name of one word is left whole, as is any with
    figures or signs in it: what is no plain name is not taken apart.
    """
    names = (name.strip() for name in JOINED.split(LED.sub("", byline.strip())))
    return tuple(_author(name) for name in names if name)


def _author(name: str) -> Author:
    words = name.split()
    if len(words) < 2 or not all(re.fullmatch(r"[^\W\d_][\w.'’-]*", word) for word in words):
        return Author(name)
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return Author(" ".join(words[start:]), " ".join(words[:start]))
