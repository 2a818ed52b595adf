"""Hold every published passage against the stored text that it was taken from."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from newsroom.queries import verify_citations


class Command(BaseCommand):
    """Count passages that are verbatim in the text of their hash, that cannot be checked here, and that are wrong."""

    help = "Check that every published passage is verbatim in the stored text of its hash."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the three counts; end with 1 and a line for each passage that is not where it should be."""
        found = verify_citations()
        self.stdout.write(
            f"{found.verified} verified, {found.not_held} of texts not held here, {len(found.failed)} failed"
        )
        for citation in found.failed:
            self.stdout.write(f"citation {citation.pk} of source {citation.source_id}: {citation.exact[:60]!r}")
        if found.failed:
            raise CommandError(f"{len(found.failed)} passages are not verbatim in their text.")
