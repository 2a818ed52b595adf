"""The words of the record for readers: from docs/glossary.md and from the kinds, which are their only homes."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import gettext as _

from timeline.gazetteer.entries import unaccented
from timeline.kinds import Group, Kind, kinds_by_group
from timeline.pages.passages import told

FILE = Path("docs") / "glossary.md"
SECTION = "The record"
ROW = re.compile(r"^\| \*\*(?P<words>[^*|]+)\*\* \| (?P<meaning>[^|]+) \|$", re.MULTILINE)


@dataclass(frozen=True)
class Term:
    """A word of the record."""

    words: str = told("The word, or words that mean the same.")
    meaning: str = told("What it means.")
    anchor: str = told("Its place in the page's address.")


@dataclass(frozen=True)
class GlossaryPage:
    """All of the page."""

    terms: list[Term] = told("The words in the order of the alphabet.")
    kinds: list[tuple[Group, list[Kind]]] = told("Every kind of event with definition, example and codes, by group.")


@lru_cache(maxsize=1)
def glossary_rows() -> tuple[tuple[str, str], ...]:
    """Return the rows of the readers' part of the glossary; raise ``ValueError`` where the file has no such part."""
    text = (settings.BASE_DIR / FILE).read_text(encoding="utf-8")
    section = re.search(rf"^## {SECTION}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    rows = tuple((row["words"], row["meaning"]) for row in ROW.finditer(section[1])) if section else ()
    if not rows:
        raise ValueError(f"{FILE} has no words under “{SECTION}”.")
    return rows


def glossary_page() -> GlossaryPage:
    """Return the words of the record (no query)."""
    terms = [
        Term(_(words), _(meaning), f"term-{slugify(words.partition(',')[0])}") for words, meaning in glossary_rows()
    ]
    return GlossaryPage(sorted(terms, key=lambda term: unaccented(term.words).casefold()), kinds_by_group())
