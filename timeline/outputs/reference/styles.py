"""References in the words of four styles: APA (7th edition), MLA (9th), Chicago (17th, bibliography), Harvard.

A copy that an archive keeps is named last in all of them, with its address.

Harvard has no one book; this is the form that *Cite Them Right* teaches. Titles keep the letters that they were
published with: no style's capitals are put on them.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from timeline.outputs.reference.items import Author, Reference

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MLA_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
STOPS = ("?", "!", ".", "…")
# APA names up to twenty authors, Chicago up to ten, Harvard up to three.
APA_AUTHORS, CHICAGO_AUTHORS, CHICAGO_FIRST, HARVARD_AUTHORS = 20, 10, 7, 3


class Run(NamedTuple):
    """A part of a reference, set in italics or not."""

    text: str
    is_italic: bool = False


def apa(one: Reference) -> list[Run]:
    """Return a reference as APA has it: (2026, January 12), initials, a page's title in italics."""
    year, *rest = one.issued or (0,)
    said = f"{year}, {_month_day(rest)}" if rest else str(year) if year else "n.d."
    authors = [
        f"{author.family}, {_initials(author.given)}" if author.given else author.family for author in one.authors
    ]
    names = _listed(authors, ", & ")
    if len(authors) > APA_AUTHORS:
        names = f"{', '.join(authors[: APA_AUTHORS - 1])}, … {authors[-1]}"
    head = f"{_stopped(names)} ({said}). "
    if one.is_by_container:
        version = f" (Version {one.version})." if one.version else ""
        title = [Run(one.title, is_italic=True), Run(version or _stop_after(one.title))]
    else:
        title = [Run(f"{_stopped(one.title)} "), Run(one.container, is_italic=True), Run(".")]
    return _runs(Run(head), *title, Run(f" {one.address}" if one.address else ""), _archived(one, stop=""))


def mla(one: Reference) -> list[Run]:
    """Return a reference as MLA has it: title and container, day first, months cut short."""
    first, *others = one.authors
    names = _inverted(first)
    if len(others) == 1:
        names += f", and {_straight(others[0])}"
    elif others:
        names += ", et al."
    parts = [f"version {one.version}" if one.version else "", _day_first(one.issued, MLA_MONTHS), one.address]
    return _runs(
        Run("" if one.is_by_container else f"{_stopped(names)} "),
        Run(f"“{_stopped(one.title)}” "),
        Run(one.container, is_italic=True),
        Run(f", {', '.join(part for part in parts if part)}." if any(parts) else "."),
        Run(f" Accessed {_day_first(_parts(one.accessed), MLA_MONTHS)}." if one.accessed else ""),
        _archived(one),
    )


def chicago(one: Reference) -> list[Run]:
    """Return a reference as the bibliographies of Chicago have it: the month first, the address last."""
    year, *rest = one.issued or (0,)
    # A month and a year stand without a comma between them.
    said = f"{_month_day(rest)}{',' if len(rest) > 1 else ''} {year}" if rest else str(year) if year else "n.d."
    first, *others = one.authors
    if len(one.authors) > CHICAGO_AUTHORS:
        names = ", ".join([_inverted(first), *map(_straight, others[: CHICAGO_FIRST - 1]), "et al."])
    else:
        names = _listed([_inverted(first), *map(_straight, others)], ", and ")
    container = [] if one.is_by_container else [Run(one.container, is_italic=True), Run(", ")]
    version = f"Version {one.version}, " if one.version else ""
    head = f"{_stopped(names)} “{_stopped(one.title)}” "
    where = Run(f" {one.address}." if one.address else "")
    return _runs(Run(head), *container, Run(f"{version}{said}."), where, _archived(one))


def harvard(one: Reference) -> list[Run]:
    """Return a reference as Cite Them Right has it: the year in brackets, “Available at”, when it was read."""
    year, *rest = one.issued or (0,)
    authors = [
        f"{author.family}, {_initials(author.given)}" if author.given else author.family for author in one.authors
    ]
    names = [Run(_listed(authors, " and "))]
    if len(authors) > HARVARD_AUTHORS:
        names = [Run(f"{authors[0]} "), Run("et al.", is_italic=True)]
    if one.is_by_container:
        title = [Run(one.title, is_italic=True), Run(f", version {one.version}" if one.version else "")]
    else:
        title = [Run(f"‘{one.title}’, "), Run(one.container, is_italic=True)]
        title += [Run(f", {_day_first((0, *rest), MONTHS)}")] if rest else []
    read = f" (Accessed: {_day_first(_parts(one.accessed), MONTHS)})" if one.accessed else ""
    where = f" Available at: {one.address}{read}." if one.address else ""
    return _runs(*names, Run(f" ({year or 'no date'}) "), *title, Run("."), Run(where), _archived(one))


STYLES: dict[str, Callable[[Reference], list[Run]]] = {
    "APA": apa,
    "MLA": mla,
    "Chicago": chicago,
    "Harvard": harvard,
}


def _runs(*runs: Run) -> list[Run]:
    return [run for run in runs if run.text]


def _archived(one: Reference, stop: str = ".") -> Run:
    return Run(f" Archived at {one.archive}{stop}" if one.archive else "")


def _stop_after(text: str) -> str:
    return "" if text.endswith(STOPS) else "."


def _stopped(text: str) -> str:
    """Return a text that ends as a sentence does: once."""
    return f"{text}{_stop_after(text)}"


def _initials(given: str) -> str:
    """Return the first letters of given names: J. R., J.-L."""
    return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in given.split())


def _inverted(author: Author) -> str:
    return f"{author.family}, {author.given}" if author.given else author.family


def _straight(author: Author) -> str:
    return f"{author.given} {author.family}" if author.given else author.family


def _listed(names: Sequence[str], last: str) -> str:
    return f"{', '.join(names[:-1])}{last}{names[-1]}" if len(names) > 1 else names[0]


def _month_day(rest: Sequence[int]) -> str:
    month, *day = rest
    return " ".join([MONTHS[month - 1], *map(str, day)])


def _day_first(issued: Sequence[int], months: Sequence[str]) -> str:
    """Return a date as 12 January 2026, as far as it is known; a year of 0 is left out."""
    year, month, day = (*issued, 0, 0, 0)[:3]
    parts = [str(day) if day else "", months[month - 1] if month else "", str(year) if year else ""]
    return " ".join(part for part in parts if part)


def _parts(day: date | None) -> tuple[int, ...]:
    return (day.year, day.month, day.day) if day else ()
