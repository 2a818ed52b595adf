"""Hold every published version against the chain that seals it."""

import re
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from timeline.queries.chain import verify_chain


class Command(BaseCommand):
    """Find revisions that were altered, deleted, put elsewhere or added beside the program."""

    help = "Check that no published version was altered, deleted, reordered or inserted since it was written."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a head that was noted elsewhere."""
        parser.add_argument(
            "--head",
            metavar="HASH",
            help="a head that the page about the record showed once, whole: is it still there?",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the head, or each fault; end with 1 where there is one."""
        noted = options["head"]
        if noted is not None and not re.fullmatch(r"[0-9a-fA-F]{64}", noted):
            raise CommandError("A head has 64 digits from 0 to 9 and a to f: copy it whole from where it was noted.")
        found = verify_chain((noted or "").lower())
        for fault in found.faults:
            self.stdout.write(fault)
        if found.count:
            raise CommandError(f"The record of changes is not as it was written: {found.count} faults at the least.")
        self.stdout.write(f"{_changes(found.changes)}, none of them altered.")
        if found.head:
            self.stdout.write(f"The head is {found.head}.")
        if found.noted_at:
            after = found.changes - found.noted_at
            self.stdout.write(f"The head noted is that of change {found.noted_at}; {_changes(after)} came after it.")


def _changes(number: int) -> str:
    return f"{number:,} change{'' if number == 1 else 's'}"
