"""Measure the speed of the reading pages: `manage.py benchmark`."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from benchmarks.speed import running
from config.programs import CannotStart


class Command(BaseCommand):
    """Print one table: each goal, what was measured, the bar, met or missed."""

    help = (
        "Make synthetic records in a database of the benchmark's own (var/benchmark, kept between runs) and measure"
        " the reading pages on them, beside plain Django and other programs. The site's database is never touched."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take sizes, parts and how long to measure."""
        parser.add_argument("--sizes", default="10k,100k", help="events of the records: 10k,100k,1m (10k,100k)")
        parser.add_argument("--only", default="", help=f"parts, of: {','.join(running.PARTS)} (all)")
        parser.add_argument("--seconds", type=float, default=10, help="how long to measure each part (10)")
        parser.add_argument("--fresh", action="store_true", help="make the records anew")
        parser.add_argument("--as-is", action="store_true", help="use the records although other code made them")
        parser.add_argument("--details", action="store_true", help="print every time that was measured")
        parser.add_argument("--write", action="store_true", help="write the table into docs/performance.md")

    def handle(self, **options: Any) -> None:
        """Measure; what cannot be measured is said with its reason."""
        try:
            wanted = running.Wanted.read(options["sizes"], options["only"], options["seconds"])
        except ValueError as error:
            raise CommandError(str(error)) from None
        home = settings.BASE_DIR / "var" / "benchmark"
        try:
            report = running.run(home, wanted, self.stdout.write, is_fresh=options["fresh"], as_is=options["as_is"])
        except (CannotStart, RuntimeError) as error:
            raise CommandError(str(error)) from None
        for line in report.details if options["details"] else []:
            self.stdout.write(line)
        for line in report.lines:
            self.stdout.write(line)
        if options["write"]:
            report.write_into(settings.BASE_DIR / "docs" / "performance.md")
