"""The page that shows how something is cited."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.outputs.reference.bibtex import bibtex
from timeline.outputs.reference.csl import csl_json
from timeline.outputs.reference.items import Reference
from timeline.outputs.reference.ris import ris
from timeline.outputs.reference.styles import STYLES, Run
from timeline.outputs.reference.wiki import wiki
from timeline.pages.passages import told


@dataclass(frozen=True, slots=True)
class StyledReference:
    """A reference in the words of a style."""

    style: str = told("The name of the style.")
    runs: list[Run] = told("Its parts, each in italics or not.")


@dataclass(frozen=True, slots=True)
class Cited:
    """One work, as it is cited."""

    title: str = told("Its title.")
    language: str = told("The language of the title.")
    container: str = told("Who published it.")
    styled: list[StyledReference] = told("The reference in each style.")
    codes: list[tuple[str, str]] = told("The name of each form for programs, and the reference in it.")


@dataclass(frozen=True, slots=True)
class CitePage:
    """All of the page: what was asked for first, then the sources that it rests on."""

    address: str = told("The address of what is cited.")
    title: str = told("Its title.")
    language: str = told("The language of the title.")
    own: Cited | None = told("The page of ours; None where a source is cited.")
    sources: list[Cited] = told("The sources.")


def cite_page(address: str, own: Reference | None, sources: Sequence[Reference]) -> CitePage:
    """Show how a page of ours and its sources are cited; without such a page, the one source."""
    first = own or sources[0]
    return CitePage(address, first.title, first.language, cited(own) if own else None, [cited(one) for one in sources])


def cited(one: Reference) -> Cited:
    """Return a work as it is cited in each style, and in the forms of programs."""
    return Cited(
        title=one.title,
        language=one.language,
        container=one.container,
        styled=[StyledReference(name, write(one)) for name, write in STYLES.items()],
        codes=[
            ("BibTeX", bibtex([one])), ("RIS", ris([one])), ("CSL-JSON", csl_json([one])), ("Wikitext", wiki(one)),
        ],
    )  # fmt: skip
