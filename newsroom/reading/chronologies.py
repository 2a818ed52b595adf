"""Read chronologies: "1988 - Britain restores ties", "May 2001: …"; an entry tells of the time that heads it."""

from __future__ import annotations

from dataclasses import replace

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.dates import TimeExpression

SEPARATORS = frozenset(":-–—")
HEADING = frozenset("day days month part season year decade range".split())
YEARLESS = frozenset("day days month part season".split())
BEFORE = frozenset("on in en el".split())
UNDER_YEAR = 3  # how many paragraphs below a year that stands alone are of it
NEXT = 2  # how many paragraphs on the next entry may stand


class Chronology:
    """Follow the entries of an article in their order, and the year in which they are."""

    def __init__(self, article: Article) -> None:
        """Take the article; what heads an entry is kept there, by paragraph."""
        self.entries = article.entries
        self.paragraph, self.year = -NEXT - 1, 0

    def with_year(self, clause: Clause, time: TimeExpression) -> TimeExpression:
        """Return a time of an entry with the year of the entry, or of the one before, where it names none itself."""
        paragraph = clause.sentence.paragraph
        is_heading = heading_of(clause) is time
        if is_heading:
            self.entries[paragraph] = (clause, time)
        is_near = paragraph - self.paragraph <= NEXT if is_heading else paragraph == self.paragraph
        if is_near and self.year and time.kind in YEARLESS and time.year is None and not time.direction:
            time = replace(time, year=self.year)
        if is_heading:
            self.paragraph = paragraph
            self.year = time.year or (time.ends[1].year if time.ends else None) or 0
            self.entries[paragraph] = (clause, time)
        return time


def entry_of(article: Article, clause: Clause) -> tuple[Clause, TimeExpression] | None:
    """Return what heads the entry in which a sentence stands; a year on its own heads some paragraphs below it."""
    paragraph = clause.sentence.paragraph
    for step in range(UNDER_YEAR + 1):
        found = article.entries.get(paragraph - step)
        if found is not None:
            return found if not step or len(found[0].tokens) == 1 else None
    return None


def heading_of(clause: Clause) -> TimeExpression | None:
    """Return the time that heads an entry: "May 2001: …", "1988 - …", "Feb. 18 Iran cut …", or a year on its own."""
    if not clause.sentence.first_of_paragraph or not clause.times:
        return None
    time, words = clause.times[0], clause.words
    if time.kind not in HEADING or time.first > 1 or (time.first and words[0].isalpha() and words[0] not in BEFORE):
        return None
    if time.last + 1 == len(words):
        return time if time.kind == "year" else None
    behind = clause.tokens[time.last + 1]
    is_bare = time.kind in ("day", "days") and not time.first and behind.is_word and behind.is_capital
    return time if behind.text in SEPARATORS or is_bare else None
