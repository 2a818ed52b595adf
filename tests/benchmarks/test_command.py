"""The command prints each measure, says what is absent, and says plainly where another program did not run."""

import shutil

import pytest
from django.core.management import CommandError, call_command

from benchmarks.reading import references, timing
from tests.benchmarks import invented


def run(capsys, *arguments):
    call_command("measure_reading", *map(str, arguments))
    return capsys.readouterr().out


@pytest.fixture
def folder(tmp_path, settings):
    settings.BASE_DIR = tmp_path  # so that no environment of other programs is found
    return invented.write(tmp_path / "material")


def test_it_prints_every_measure(folder, capsys, monkeypatch):
    monkeypatch.setattr(timing, "MEGABYTE", 4000)
    out = run(capsys, folder, "--details")
    rows = {line[:38].strip(): line for line in out.splitlines()}
    for name in ("direct found, right speaker", "event recall", "dates: bare weekdays", "pages: title", "pages: day"):
        assert name in rows
    assert "(1 of 1)" in rows["direct found, right speaker"]
    assert "(1 of 2)" in rows["dates: bare weekdays"]
    assert "MISSED" in rows["dates: bare weekdays"]
    assert "a text of one megabyte, articles" in rows
    assert "How often proposals of a confidence are right:" in out
    assert "'Wednesday' wanted 2026-01-13" in out


def test_programs_that_are_not_installed_are_said_to_be_missing(folder, capsys):
    out = run(capsys, folder, "--no-timing")
    assert "textacy missing: No module named" in out
    assert "textacy not run" in out
    assert "Install what is missing with --references." in out
    assert "megabyte" not in out


def test_absent_and_broken_parts_are_named_and_passed_over(folder, capsys):
    shutil.rmtree(folder / "html")
    (folder / "reading" / "gold" / "902.json").write_text("{", encoding="utf-8")
    (folder / "data" / "timeml" / "INVENTED1.tml").write_text("<TimeML>", encoding="utf-8")
    (folder / "data" / "polnear" / "example_2026-01-13_wait.txt").unlink()
    out = run(capsys, folder, "--no-timing")
    assert "There is no html/*.gold.json" in out
    assert "902.json cannot be used" in out
    assert "INVENTED1.tml cannot be used" in out
    assert "example_2026-01-13_wait_a1.ann cannot be used" in out
    assert "event recall" in out
    assert "dates: bare weekdays" not in out


def test_a_folder_without_any_part_stops_the_command(tmp_path):
    with pytest.raises(CommandError, match="holds nothing to measure"):
        call_command("measure_reading", str(tmp_path))


def test_an_environment_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert references.install(tmp_path / "file").startswith("The environment of the references could not be made")
