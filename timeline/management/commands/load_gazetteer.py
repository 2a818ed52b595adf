"""Load countries, offices and leaders from the files of timeline/data into the database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from timeline.actions.gazetteer import Loaded, load_gazetteer
from timeline.gazetteer import load
from timeline.sql.statistics import count_anew


class Command(BaseCommand):
    """Bring the tables into line with the files, and say what changed."""

    help = "Load countries, offices and leaders from timeline/data. A second run changes nothing."

    def handle(self, *, verbosity: int, **options: Any) -> None:
        """Load, and print a line for each table; a fault in a file stops the command with its line."""
        try:
            gazetteer = load()
        except ValueError as fault:
            raise CommandError(str(fault)) from fault
        loaded = load_gazetteer(gazetteer, by="load_gazetteer", at=timezone.now())
        if any(table.has_changed for table in loaded):
            count_anew()
        if verbosity:
            self._print(loaded)

    def _print(self, loaded: tuple[Loaded, ...]) -> None:
        for table in loaded:
            self.stdout.write(
                f"{table.table}: {table.added} added, {table.changed} changed, {table.removed} removed, "
                f"{table.unchanged} unchanged"
            )
        if not any(table.has_changed for table in loaded):
            self.stdout.write("Nothing changed.")
