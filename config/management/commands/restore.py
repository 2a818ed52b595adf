"""Bring a record back: `manage.py restore FILE`."""

from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from config import archive
from config.programs import CannotStart
from timeline.sql.statistics import count_anew


class Command(BaseCommand):
    """Read an archive of `backup` into the database, all or nothing, and migrate it."""

    help = "Read FILE into the database; one that holds anything is refused without --replace."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file and the flag."""
        parser.add_argument("file", type=Path, help="an archive that `backup` made")
        parser.add_argument("--replace", action="store_true", help="lose what the database holds now")

    def handle(self, *args: Any, **options: Any) -> None:
        """Look at the archive and at the database before either is touched."""
        file: Path = options["file"].absolute()
        try:
            entries = archive.contents(file)
            is_used = bool(connection.introspection.table_names())
            if is_used and not options["replace"]:
                raise CommandError(
                    "The database is not empty; nothing was changed. Add --replace to lose what it holds."
                )
            connection.close()
            archive.load(file, entries, replace=is_used)
        except (archive.ArchiveError, CannotStart) as error:
            raise CommandError(str(error)) from None
        call_command("migrate", interactive=False, verbosity=0)
        count_anew()  # An archive holds rows, and nothing of what the server knew of them.
        self.stdout.write(f"Restored {file}.")
