"""Measure the resolver of dates: given where a date stands and the day of the document, does it mean the right days?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from benchmarks.reading.tally import Tally
from benchmarks.reading.timeml import Document, MarkedDate, bounds, is_value
from newsroom.reading.analysis import Clause, analyse
from newsroom.reading.dates import Resolved, TimeExpression, resolve, resolve_ends
from newsroom.reading.tense import is_future
from newsroom.values import Paragraph
from timeline.gazetteer import load

WEEKDAYS, ALL = "dates: bare weekdays", "dates: all days, weeks, months"
CONSISTENT = "dates: bare weekdays, no slips"
BLANK_LINE = re.compile(r"\n\s*\n")
# Relations that widen an answer to one side ("since Friday"); the annotated value is that of the date alone.
BOUNDING = frozenset(("since", "until", "by", "about", "began", "both", "either", "from", "before"))


def judged_dates(document: Document) -> list[MarkedDate]:
    """Return the annotated dates that name days, weeks or months."""
    return [one for one in document.dates if bounds(one.value) is not None]


def measure_dates(document: Document, tally: Tally) -> None:
    """Count the annotated dates that the resolver reads rightly."""
    answers = list(_answers(document))
    for marked in judged_dates(document):
        resolved = _answer_for(marked, answers)
        _count(tally, document, marked, resolved.earliest if resolved else None, resolved.latest if resolved else None)


def count_days(document: Document, days: Sequence[str], tally: Tally) -> None:
    """Count the answers of a program that gives one day (ISO, or an empty string) for each judged date."""
    for marked, day in zip(judged_dates(document), days, strict=True):
        found = date.fromisoformat(day) if day else None
        _count(tally, document, marked, found, found)


def _count(tally: Tally, document: Document, marked: MarkedDate, earliest: date | None, latest: date | None) -> None:
    """Count one answer under all dates, and under bare weekdays where it is one."""
    right = is_value(earliest, latest, marked.value)
    tally.add(ALL, right)
    if marked.is_bare_weekday:
        tally.add(WEEKDAYS, right)
    if marked.is_bare_weekday and not marked.is_contradictory:
        tally.add(CONSISTENT, right)
    if not right:
        context = document.text[max(0, marked.start - 60) : marked.end + 40]
        got = f"{earliest}..{latest}" if earliest != latest else f"{earliest}"
        tally.miss(
            WEEKDAYS if marked.is_bare_weekday else ALL,
            document.name,
            f"{marked.words!r} wanted {marked.value}, got {got} (made {document.created:%a %Y-%m-%d}): {context}",
        )


def _paragraphs(text: str) -> list[Paragraph]:
    """Cut a text at its blank lines."""
    found, start = [], 0
    for gap in [*BLANK_LINE.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            found.append(Paragraph(text[start:end], start, end, start, end))
        start = gap.end() if gap else end
    return found


def _answers(document: Document) -> Iterator[tuple[Clause, dict[int, tuple[TimeExpression, Resolved | None]]]]:
    """Resolve the expressions of each sentence in order; the day before is carried, as the engine carries it."""
    article = analyse(document.text, _paragraphs(document.text), 0, document.created, load())
    previous: date | None = None
    for clause in article.clauses:
        found: dict[int, tuple[TimeExpression, Resolved | None]] = {}
        for time in clause.times:
            resolved = _resolve(clause, time, time.first, document.created, previous)
            found[time.first] = (time, resolved)
            for end, answer in _ends(clause, time, document.created, previous):
                found[end.first] = (end, answer)
            if resolved is not None and resolved.is_day:
                previous = resolved.earliest
        yield clause, found


def _resolve(clause: Clause, time: TimeExpression, place: int, base: date, previous: date | None) -> Resolved | None:
    """Resolve an expression without the relation that would widen it."""
    bare = replace(time, relation="") if time.relation in BOUNDING else time
    return resolve(bare, base, is_future=is_future(clause, place, time.relation), previous=previous)


def _ends(
    clause: Clause, time: TimeExpression, base: date, previous: date | None
) -> Iterator[tuple[TimeExpression, Resolved]]:
    """Return both ends of a range with their own answers: annotations mark each of them."""
    is_ahead = is_future(clause, time.first, time.relation)
    answers = resolve_ends(time, base, is_future=is_ahead, previous=previous)
    if time.ends is not None and answers is not None:
        yield from zip(time.ends, answers, strict=True)


def _answer_for(
    marked: MarkedDate, answers: Sequence[tuple[Clause, dict[int, tuple[TimeExpression, Resolved | None]]]]
) -> Resolved | None:
    """Return the answer of the expression that shares most with the annotated one."""
    best, shared = None, 0
    for clause, found in answers:
        if clause.sentence.end <= marked.start or marked.end <= clause.sentence.start:
            continue
        for time, resolved in found.values():
            start, end = clause.span(time.first, time.last)
            common = min(end, marked.end) - max(start, marked.start)
            if common > shared:
                best, shared = _part(time, resolved, marked, start, end), common
    return best


def _part(time: TimeExpression, resolved: Resolved | None, marked: MarkedDate, start: int, end: int) -> Resolved | None:
    """Return the one day of "24 and 25 April" that an annotation marks: the first or the second."""
    if resolved is None or time.kind != "days" or (marked.start <= start and end <= marked.end):
        return resolved
    day = resolved.earliest if marked.start - start <= end - marked.end else resolved.latest
    return replace(resolved, earliest=day, latest=day)
