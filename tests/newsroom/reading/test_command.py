"""The command prints one JSON object a file, in the published format, and needs no database."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

FOLDER = Path(__file__).parents[2] / "articles"
FILES = [str(FOLDER / name) for name in ("brief.txt", "readout.txt")]


def test_it_prints_one_object_a_file() -> None:
    out = StringIO()
    call_command("read_article", "--json", *FILES, stdout=out)
    readings = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [reading["file"] for reading in readings] == ["brief.txt", "readout.txt"]
    for reading in readings:
        assert {"text", "dropped", "article", "countries", "leaders", "events", "statements"} <= set(reading)
        for item in (*reading["events"], *reading["statements"]):
            passage = item["passage"]
            assert reading["text"][passage["start"] : passage["end"]] == passage["exact"]
        for event in reading["events"]:
            assert event["modality"] in ("happened", "planned", "cancelled", "negated", "alleged", "hypothetical")


def test_it_prints_for_people_too() -> None:
    out = StringIO()
    call_command("read_article", FILES[0], stdout=out)
    assert "ambassador_summoned" in out.getvalue()
    assert "left out, photo caption" in out.getvalue()


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match=r"nowhere\.txt cannot be read"):
        call_command("read_article", "nowhere.txt")


def test_it_spells_leaders_as_the_text_does(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(
        "published: 2023-09-20\n---\nWARSAW - President Volodymyr Zelenskiy of Ukraine said that the bridge would open."
    )
    out = StringIO()
    call_command("read_article", "--json", str(story), stdout=out)
    reading = json.loads(out.getvalue())
    assert [leader["name"] for leader in reading["leaders"]] == ["Volodymyr Zelenskiy"]
    assert [one["speaker"] for one in reading["statements"]] == ["Volodymyr Zelenskiy"]
