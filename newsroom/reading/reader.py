"""Read an article: text in, proposals out. No Django, no database, no network, no clock."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from newsroom.reading.analysis import Article, analyse
from newsroom.reading.byline import read_meta
from newsroom.reading.clean import clean
from newsroom.reading.events import find_events
from newsroom.reading.figures import find_claims
from newsroom.reading.quotes.firsts import resolve_first_persons
from newsroom.reading.quotes.proposals import propose
from newsroom.reading.quotes.statements import StatementReader
from newsroom.reading.references.resolving import resolve_references
from newsroom.reading.timing import resolve_times
from newsroom.reading.voices import set_voices
from newsroom.values import CountryMention, Given, LeaderMention, Reading
from timeline.gazetteer import Gazetteer, load


def read(source: str | bytes, given: Given | None = None, gazetteer: Gazetteer | None = None) -> Reading:
    """Return what an article says and what it supports; never raises for any text."""
    with _without_collector():
        return _read(source, given, gazetteer)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the search for cycles: a reading makes hundreds of thousands of small objects and no garbage worth it."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read(source: str | bytes, given: Given | None, gazetteer: Gazetteer | None) -> Reading:
    """Run the stages one after the other."""
    cleaned = clean(source, given)
    meta, dateline, doubts = read_meta(cleaned)
    problems = (*cleaned.problems, *doubts)
    if any(problem.is_fatal for problem in problems):
        return Reading(
            cleaned.text,
            cleaned.source_text,
            meta,
            tuple(cleaned.paragraphs),
            tuple(cleaned.dropped),
            problems=problems,
        )
    article = analyse(cleaned.text, cleaned.paragraphs, dateline.length, meta.base, gazetteer or load(), meta.language)
    article.document, article.month = meta.document, meta.published_month
    set_voices(article, cleaned, meta)
    resolve_references(article)
    times = resolve_times(article)
    statements = StatementReader(article, times).read()
    resolve_first_persons(article, statements)
    events = tuple(find_events(article, times))
    said = tuple(propose(article, one) for one in statements)
    active = {name for event in events for name in event.leaders} | {one.speaker for one in said}
    return Reading(
        text=cleaned.text,
        source_text=cleaned.source_text,
        article=meta,
        paragraphs=tuple(cleaned.paragraphs),
        dropped=tuple(cleaned.dropped),
        countries=_countries(article),
        leaders=_leaders(article, active),
        events=events,
        statements=said,
        claims=tuple(find_claims(article, statements, times)),
        problems=problems,
    )


def _countries(article: Article) -> tuple[CountryMention, ...]:
    """Return every place where a state is named; a bare city is none."""
    found: dict[tuple[str, int, int, str], CountryMention] = {}
    for clause in article.clauses:
        for hit in clause.named.countries:
            if hit.form in ("city", "organisation"):
                continue
            start, end = clause.span(hit.first, hit.last)
            key = (hit.code, start, end, hit.form)
            if key not in found:
                found[key] = CountryMention(hit.code, start, end, article.text[start:end], hit.form)
    return tuple(found.values())


def _leaders(article: Article, active: set[str]) -> tuple[LeaderMention, ...]:
    """Return the people of whom something is known, or who act or speak, with the place where each stands first."""
    return tuple(
        LeaderMention(
            one.name, one.country, one.office, one.start, one.end, article.text[one.start : one.end], bool(one.slug)
        )
        for one in article.registry.people
        if one.start >= 0 and (one.slug or one.office or one.country or one.name in active)
    )
