"""Read articles and print what the reading engine proposes; stores nothing and needs no database."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from newsroom.reading import read
from newsroom.reading.output import as_json
from newsroom.values import Reading


class Command(BaseCommand):
    """Print a reading of each file, for people or as one JSON object a line."""

    help = "Read articles (plain text or HTML) and print what the engine proposes. Stores nothing."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take files and the choice of JSON."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--json", action="store_true", help="print one JSON object a line and a file")

    def handle(self, *, files: list[Path], **options: Any) -> None:
        """Read each file; a file that cannot be opened stops the command with its name."""
        for path in files:
            try:
                source = path.read_bytes()
            except OSError as problem:
                raise CommandError(f"{path} cannot be read: {problem.strerror}.") from problem
            reading = read(source)
            if options["json"]:
                self.stdout.write(json.dumps(as_json(reading, path.name), ensure_ascii=False))
            else:
                self._print(path, reading)

    def _print(self, path: Path, reading: Reading) -> None:
        """Print a reading for people."""
        meta = reading.article
        write = self.stdout.write
        write(f"{path.name}: {meta.title}")
        write(
            f"  published {meta.published or 'not stated'} ({meta.published_reason or 'no date found'}),"
            f" origin {meta.origin or 'not stated'}"
        )
        for problem in reading.problems:
            write(f"  ! {problem.message}")
        for event in reading.events:
            when = event.when.edtf if event.when else "no date"
            write(f"  event {event.kind} ({event.modality}) {when} {'-'.join(event.countries)}: {event.passage.exact}")
        for statement in reading.statements:
            when = statement.when.edtf if statement.when else "no date"
            write(f"  {statement.speech} {statement.speaker or 'nobody named'} {when}: {statement.passage.exact}")
        for dropped in reading.dropped:
            write(f"  left out, {dropped.reason}: {dropped.text[:70]}")
