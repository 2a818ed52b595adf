"""The benchmark reads its options strictly, and its table says plainly what is met, missed or not measured."""

import pytest
from django.core.management import CommandError, call_command

from benchmarks.speed import running
from benchmarks.speed.goals import Result, Series, as_table


def test_sizes_and_parts_are_read():
    wanted = running.Wanted.read("1m,10k, 100K", "http,sql", 5)
    assert wanted.sizes == (10_000, 100_000, 1_000_000)
    assert wanted.parts == ("http", "sql")
    assert running.Wanted.read("2k", "", 5).parts == tuple(running.PARTS)


@pytest.mark.parametrize("options", [{"sizes": "ten"}, {"sizes": "10"}, {"only": "sqll"}, {"seconds": 0}])
def test_what_cannot_be_meant_is_a_sentence(options):
    with pytest.raises(CommandError):
        call_command("benchmark", **options)


def test_the_table_says_met_missed_or_not_measured():
    met = Result("7", "page to hello world", 7.9, 8)
    missed = Result("8", "plain page to ours", 3.96, 4, is_at_least=True, note="22 ms")
    absent = Result("9", "Datasette to ours", None, 6, is_at_least=True, note="not installed")
    assert [one.verdict for one in (met, missed, absent)] == ["met", "MISSED", "not measured"]
    assert as_table([missed])[2] == "| 8 | plain page to ours | 3.96× | ≥ 4× | MISSED | 22 ms |"
    assert "| — | ≥ 6× | not measured | not installed |" in as_table([absent])[2]


def test_a_series_tells_its_middle_and_its_tail():
    series = Series([float(number) for number in range(1, 101)])
    assert (series.median, series.p95) == (50.5, 96.0)


def test_the_table_replaces_the_one_of_an_earlier_run(tmp_path):
    path = tmp_path / "performance.md"
    path.write_text(f"Before.\n{running.BEGIN}\nold\n{running.END}\nAfter.\n")
    running.Report(["Today."], [Result("7", "page", 2.0, 8)]).write_into(path)
    text = path.read_text()
    assert text.startswith("Before.\n")
    assert text.endswith("\nAfter.\n")
    assert "| 7 | page | 2× | ≤ 8× | met |" in text
    assert "old" not in text
