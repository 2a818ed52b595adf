"""Read chronologies: "1988 - Britain restores ties", "May 2001: …"; an entry tells of the time that heads it."""

from __future__ import annotations

from dataclasses import replace

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.dates import TimeExpression

SEPARATORS = frozenset(":-–—")
HEADING = frozenset("day days month part season year decade range weekday".split())
YEARLESS = frozenset("day days month part season".split())
BEFORE = frozenset("on in en el".split())
UNDER_YEAR = 3  # how many paragraphs below a year that stands alone are of it
UNDER_HEADING = 8  # and below a heading with a year
BRACKETED = 6  # tokens before the colon of an entry that holds its year in brackets
NEXT = 2  # how many paragraphs on the next entry may stand


class Chronology:
    """Follow the entries of an article in their order, and the year in which they are."""

    def __init__(self, article: Article) -> None:
        """Take the article; what heads an entry is kept there, by paragraph."""
        self.entries = article.entries
        self.paragraph, self.year, self.reach = -NEXT - 1, 0, 0

    def with_year(self, clause: Clause, time: TimeExpression) -> TimeExpression:
        """Return a time of an entry with the year of the entry, or of the one before, where it names none itself."""
        paragraph = clause.sentence.paragraph
        is_heading = heading_of(clause) is time
        if is_heading:
            self.entries[paragraph] = (clause, time)
        is_near = paragraph - self.paragraph <= (NEXT if is_heading else self.reach)
        if is_near and self.year and time.kind in YEARLESS and time.year is None and not time.direction:
            time = replace(time, year=self.year)
        if is_heading:
            self.paragraph, self.reach = paragraph, _reach_of(clause)
            self.year = time.year or (time.ends[1].year if time.ends else None) or 0
            self.entries[paragraph] = (clause, time)
        return time


def entry_of(article: Article, clause: Clause) -> tuple[Clause, TimeExpression] | None:
    """Return what heads the entry in which a sentence stands; a year on its own heads some paragraphs below it."""
    paragraph = clause.sentence.paragraph
    for step in range(UNDER_HEADING + 1):
        found = article.entries.get(paragraph - step)
        if found is not None:
            return found if step <= _reach_of(found[0]) else None
    return None


def _reach_of(head: Clause) -> int:
    """Return how many paragraphs below it are of what heads an entry."""
    if head.role == "heading":
        return UNDER_HEADING
    return UNDER_YEAR if len(head.tokens) == 1 else 0


def heading_of(clause: Clause) -> TimeExpression | None:
    """Return the time that heads an entry: "May 2001: …", "1988 - …", "Feb. 18 Iran cut …", or a year on its own."""
    if not clause.sentence.first_of_paragraph or not clause.times:
        return None
    if clause.role == "heading":
        return clause.times[-1]
    time, words = clause.times[0], clause.words
    around = [words[time.first - 1], *words[time.last + 1 : time.last + 3]] if 0 < time.first <= BRACKETED else []
    if around == ["(", ")", ":"]:
        return time  # "Peru (1979): …"
    if time.kind not in HEADING or time.first > 1 or (time.first and words[0].isalpha() and words[0] not in BEFORE):
        return None
    if time.last + 1 == len(words):
        return time if time.kind == "year" else None
    behind = clause.tokens[time.last + 1]
    is_bare = time.kind in ("day", "days") and not time.first and behind.is_word and behind.is_capital
    return time if behind.text in SEPARATORS or is_bare else None
