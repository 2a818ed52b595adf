"""Whole articles, invented for the tests: what a reading must find in each, and what it must never take up."""

import json
from pathlib import Path

import pytest

from newsroom.reading import read
from newsroom.values import Reading

FOLDER = Path(__file__).parents[2] / "articles"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))


def reading_of(name: str) -> tuple[Reading, dict]:
    return read((FOLDER / f"{name}.txt").read_bytes()), json.loads((FOLDER / f"{name}.json").read_text())


@pytest.mark.parametrize("name", NAMES)
def test_the_article_is_described(name: str) -> None:
    reading, expected = reading_of(name)
    article = reading.article
    found = {
        "published": article.published.isoformat() if article.published else None,
        "dateline_place": article.dateline_place,
        "origin": article.origin,
        "republisher": article.republisher,
        "language": article.language,
        "authors": list(article.authors),
        "editors": list(article.editors),
    }
    assert {key: found[key] for key in expected["article"]} == expected["article"]
    assert len(reading.paragraphs) == expected["paragraphs"]
    assert not any(problem.is_fatal for problem in reading.problems)


@pytest.mark.parametrize("name", NAMES)
def test_its_events_are_proposed(name: str) -> None:
    reading, expected = reading_of(name)
    for wanted in expected["events"]:
        assert any(
            event.kind == wanted["kind"]
            and event.modality == wanted["modality"]
            and sorted(event.countries) == wanted["countries"]
            and event.when is not None
            and event.when.edtf in wanted["edtf"].split("|")
            and any(wanted["words"] in evidence.exact for evidence in event.evidence)
            for event in reading.events
        ), (
            wanted,
            [(e.kind, e.modality, e.countries, e.when and e.when.edtf, e.passage.exact) for e in reading.events],
        )


@pytest.mark.parametrize("name", NAMES)
def test_its_statements_have_their_speakers(name: str) -> None:
    reading, expected = reading_of(name)
    for wanted in expected["statements"]:
        assert any(
            statement.speech == wanted["speech"]
            and statement.speaker == wanted["speaker"]
            and statement.when is not None
            and statement.when.edtf == wanted["edtf"]
            and wanted["words"] in statement.words
            for statement in reading.statements
        ), (wanted, [(s.speech, s.speaker, s.when and s.when.edtf, s.words) for s in reading.statements])


@pytest.mark.parametrize("name", NAMES)
def test_nothing_comes_from_what_was_left_out(name: str) -> None:
    reading, expected = reading_of(name)
    used = [
        evidence.exact for each in (*reading.events, *reading.statements, *reading.claims) for evidence in each.evidence
    ]
    for words in expected["never"]:
        assert not any(words in exact for exact in used), words
    happened = {event.kind for event in reading.events if event.modality == "happened"}
    assert not happened & set(expected.get("not_happened", ()))
