"""Keep the record in one file: `manage.py backup FILE`."""

import os
from pathlib import Path
from typing import Any

from django.core.management import CommandError
from django.core.management.base import BaseCommand, CommandParser

from config import archive
from config.programs import CannotStart


class Command(BaseCommand):
    """Write everything in the database, as it stood at one moment, into a compressed archive."""

    help = "Write the database into FILE (mode 0600); consistent also while others write."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path, help="the archive to make; an existing file is never replaced")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write beside and rename, so that a file of that name is always whole."""
        file: Path = options["file"].absolute()
        draft = file.with_name(f"{file.name}.{os.getpid()}.part")
        if file.exists():
            raise CommandError(f"{file} exists already; nothing was changed.")
        try:
            os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            archive.dump(draft)
            draft.rename(file)
        except (archive.ArchiveError, CannotStart) as error:
            raise CommandError(str(error)) from None
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {(error.strerror or str(error)).lower()}.") from None
        finally:
            draft.unlink(missing_ok=True)
        self.stdout.write(f"Wrote {file} ({file.stat().st_size:,} bytes).")
