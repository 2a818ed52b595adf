"""Measure a whole folder: annotated articles, pages, dates, quotations; what is not there is said and passed over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.reading import articles, brat, dates, pages, quotations, timeml, timing
from benchmarks.reading.references import Answers, Job
from benchmarks.reading.table import Reference
from benchmarks.reading.tally import Tally
from newsroom.reading import read
from newsroom.reading.output import as_json
from newsroom.values import Given


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """Hold a text with annotated attributions."""

    name: str
    text: str
    published: str
    attributions: tuple[brat.Attributed, ...]


@dataclass(slots=True)
class Cases:
    """Hold all cases of a folder, and a sentence on each part that is not there."""

    articles: list[tuple[Path, dict[str, Any]]] = field(default_factory=list)
    pages: list[pages.SavedPage] = field(default_factory=list)
    documents: list[timeml.Document] = field(default_factory=list)
    texts: list[AnnotatedText] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)


def find_cases(folder: Path) -> Cases:
    """Return the cases of a folder laid out as reading/articles, reading/gold, html, data/timeml, data/polnear.

    A file that is broken is named among what is absent, and passed over.
    """
    cases = Cases()
    for part, pattern, load in (
        ("reading/gold", "*.json", _article),
        ("html", "*.gold.json", _page),
        ("data/timeml", "*.tml", _document),
        ("data/polnear", "*.ann", _text),
    ):
        files = sorted((folder / part).glob(pattern))
        if not files:
            cases.absent.append(f"There is no {part}/{pattern}: its measures are left out.")
        for file in files:
            try:
                load(file, cases)
            except (OSError, ValueError, KeyError, TypeError) as problem:
                cases.absent.append(f"{file.name} cannot be used: {problem}")
    return cases


def _article(file: Path, cases: Cases) -> None:
    """Add an annotated article."""
    gold = json.loads(file.read_text(encoding="utf-8"))
    path = file.parents[1] / "articles" / gold.get("file", f"{gold['article']}.txt")
    if not path.is_file():
        raise ValueError(f"its article {path.name} is not there")
    cases.articles.append((path, gold))


def _page(file: Path, cases: Cases) -> None:
    """Add a saved page."""
    page = pages.read_page(file)
    if page is None:
        raise ValueError("its page is not there")
    cases.pages.append(page)


def _document(file: Path, cases: Cases) -> None:
    """Add a text with annotated dates."""
    cases.documents.append(timeml.read_document(file.read_bytes(), file.stem))


def _text(file: Path, cases: Cases) -> None:
    """Add a text with attributions; its name may hold its day, and ends with its annotator's mark."""
    path = file.with_suffix(".txt")
    if not path.is_file():
        path = file.with_name(f"{file.stem.rpartition('_')[0]}.txt")
    text = path.read_bytes().decode("utf-8")
    day = next((part for part in file.stem.split("_") if _is_day(part)), "")
    found = brat.read_attributions(file.read_text(encoding="utf-8"), text)
    cases.texts.append(AnnotatedText(file.stem, text, day, tuple(found)))


def _is_day(words: str) -> bool:
    """Tell whether words are an ISO day."""
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def job_of(cases: Cases) -> Job:
    """Return what other programs are asked about the same cases."""
    return Job(
        pages=[{"name": page.name, "path": str(page.path.resolve()), "address": page.address} for page in cases.pages],
        dates=[
            {"words": marked.words, "base": document.created.isoformat()}
            for document in cases.documents
            for marked in dates.judged_dates(document)
        ],
        texts=[{"name": text.name, "text": text.text} for text in cases.texts]
        + [{"name": f"article {gold['article']}", "text": _body(path)} for path, gold in cases.articles],
    )


def _body(path: Path) -> str:
    """Return an article without its header."""
    text = path.read_text(encoding="utf-8")
    _, rule, body = text.partition("\n---\n")
    return body if rule else text


def measure(cases: Cases) -> Tally:
    """Return what the engine reaches on all cases."""
    tally = Tally()
    for path, gold in cases.articles:
        try:
            articles.score_article(as_json(read(path.read_bytes()), path.name), gold, tally)
        except ValueError as problem:
            tally.skipped.append(str(problem))
    for page in cases.pages:
        reading = read(page.path.read_bytes(), Given(address=page.address))
        day = reading.article.published
        pages.measure_page(page, reading.text, reading.article.title, day.isoformat() if day else "", tally)
    for document in cases.documents:
        dates.measure_dates(document, tally)
    for one in cases.texts:
        reading = read(one.text, Given(published=one.published))
        found = quotations.quotations_of(reading, one.text)
        quotations.measure_quotations(one.text, one.attributions, found, tally, one.name)
    return tally


def measure_references(cases: Cases, answers: Answers) -> dict[str, Reference]:
    """Return what other programs reach, by the name of the measure."""
    found: dict[str, Reference] = {}

    def put(program: str, tally: Tally | None, *names: str) -> None:
        reference = Reference(program, tally, answers.programs.get(program, "not run"))
        found.update(dict.fromkeys(names, reference))

    put("trafilatura", _pages(cases, answers), pages.BODY, pages.DAY, pages.CONSISTENT, pages.TITLE)
    put("dateparser", _dates(cases, answers), dates.ALL, dates.WEEKDAYS, dates.CONSISTENT)
    direct = ("direct found", "direct found, right speaker")
    put("textacy", _quotations(cases, answers), quotations.FOUND, quotations.RIGHT, *direct)
    return found


def _pages(cases: Cases, answers: Answers) -> Tally | None:
    """Count what trafilatura reads of the pages."""
    if answers.pages is None:
        return None
    tally = Tally()
    for page in cases.pages:
        one = answers.pages[page.name]
        pages.measure_page(page, one["text"], one["title"], one["day"], tally)
    return tally


def _dates(cases: Cases, answers: Answers) -> Tally | None:
    """Count what dateparser makes of the dates."""
    if answers.dates is None:
        return None
    tally, place = Tally(), 0
    for document in cases.documents:
        size = len(dates.judged_dates(document))
        dates.count_days(document, answers.dates[place : place + size], tally)
        place += size
    return tally


def _quotations(cases: Cases, answers: Answers) -> Tally | None:
    """Count what textacy finds in the texts and in the articles; a text on which it raises has nothing found."""
    if answers.texts is None:
        return None
    tally = Tally()
    for text in cases.texts:
        found = [
            quotations.Quotation(one["start"], one["end"], one["speaker"], one["speaker_start"], one["speaker_end"])
            for one in answers.texts[text.name] or []
        ]
        quotations.measure_quotations(text.text, text.attributions, found, tally, text.name)
    for path, gold in cases.articles:
        body = _body(path)
        proposals = [
            {"speaker": one["speaker"], "passage": {"exact": body[one["start"] : one["end"]]}}
            for one in answers.texts[f"article {gold['article']}"] or []
        ]
        articles.score_direct(proposals, gold, tally)
    raised = sum(found is None for found in answers.texts.values())
    if raised:
        tally.skipped.append(f"textacy raises on {raised} of {len(answers.texts)} texts: nothing of them is found.")
    return tally


def measure_time(cases: Cases) -> Iterator[str]:
    """Return lines on a story of 600 words, on texts of one megabyte, and on the growth of the time with the length.

    Two long texts, for they are slow in different ways: the articles one after the other, and one story repeated. Only
    the words of their stories are joined: behind the comments of one page all that follows would be left out as such.
    """
    invented = timing.invented_story(timing.STORY_WORDS)
    stories = [_body(path) for path, _ in cases.articles] or [invented]
    story = min(stories, key=lambda text: abs(len(text.split()) - timing.STORY_WORDS))
    short = timing.seconds(read, story, 9) * timing.STORY_WORDS / max(1, len(story.split()))
    yield f"{'a story of 600 words':44} {short * 1000:6.0f} ms, bar 60 ms"
    kept = [read(text).text for text in stories]
    for name, texts in (("articles", kept), ("one story repeated", [invented])):
        whole = timing.text_of(texts, timing.MEGABYTE)
        half = timing.seconds(read, whole[: len(whole) // 2], 1)
        full = timing.seconds(read, whole, 1)
        yield f"{f'a text of one megabyte, {name}':44} {full:6.2f} s, bar 2 s"
        yield f"{'  against half of it':44} {full / half:6.2f} times, bar 2.2"
