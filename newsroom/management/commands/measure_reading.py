"""Measure the reading engine on annotated material, beside other people's programs; needs no database."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from benchmarks.reading import measuring, references, table


class Command(BaseCommand):
    """Print one line a measure: our share, the count, the bar, and what others reach on the same cases."""

    help = (
        "Measure the reading engine on a folder with reading/articles, reading/gold, html, data/timeml and"
        " data/polnear; whatever is missing is said and left out. Needs no database."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder and what to print besides."""
        parser.add_argument("folder", type=Path, metavar="FOLDER")
        parser.add_argument("--references", action="store_true", help="install the other programs first (350 MB)")
        parser.add_argument("--details", action="store_true", help="list the misses of each measure")
        parser.add_argument("--limit", type=int, default=40, help="misses listed for each measure (40)")
        parser.add_argument("--no-timing", action="store_true", help="leave out the times")

    def handle(self, *, folder: Path, **options: Any) -> None:
        """Measure; a folder that holds none of the parts stops the command."""
        cases = measuring.find_cases(folder)
        if not (cases.articles or cases.pages or cases.documents or cases.texts):
            raise CommandError(f"{folder} holds nothing to measure. " + " ".join(cases.absent))
        for line in cases.absent:
            self.stdout.write(line)
        home = Path(settings.BASE_DIR) / "var" / "references"
        if options["references"] and (problem := references.install(home)):
            self.stdout.write(problem)
        tally = measuring.measure(cases)
        answers = references.ask(home, measuring.job_of(cases))
        beside = measuring.measure_references(cases, answers)
        for line in table.rows(tally, beside):
            self.stdout.write(line)
        self._print_programs(answers, beside)
        self.stdout.write("\nHow often proposals of a confidence are right:")
        for line in table.calibration(tally.judged):
            self.stdout.write(line)
        if not options["no_timing"]:
            form = "is compiled" if settings.READING_IS_COMPILED else "runs as it is written, not compiled"
            self.stdout.write(f"\nThe engine {form}.")
            for line in measuring.measure_time(cases):
                self.stdout.write(line)
        if options["details"]:
            self.stdout.write("")
            for line in table.misses(tally, options["limit"]):
                self.stdout.write(line)

    def _print_programs(self, answers: references.Answers, beside: dict[str, table.Reference]) -> None:
        """Say which version of each other program ran, or why it did not."""
        self.stdout.write("")
        for program, version in answers.programs.items():
            self.stdout.write(f"{program} {version}")
        if any(version.startswith("missing") for version in answers.programs.values()):
            self.stdout.write("Install what is missing with --references.")
        tallies = {id(one.tally): one.tally for one in beside.values() if one.tally is not None}
        for other in tallies.values():
            for line in other.skipped:
                self.stdout.write(line)
