"""Print which addresses a cache in front of the site should forget: `manage.py changed_addresses --since ...`."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.dateparse import parse_datetime

from timeline.queries import changed_routes


class Command(BaseCommand):
    """Print one address a line, in every language; each also stands for all that a query makes of it."""

    help = "Print the addresses of the reading pages that have changed since a moment, one a line."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the moment."""
        parser.add_argument("--since", required=True, help="a moment with its zone, such as 2026-01-12T08:00:00Z")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse what is no moment, then print."""
        try:
            since = parse_datetime(options["since"])
        except ValueError:
            since = None
        if since is None or timezone.is_naive(since):
            raise CommandError("--since must be a moment with its zone, such as 2026-01-12T08:00:00Z.")
        routes = changed_routes(since)
        for language, _ in settings.LANGUAGES:
            with translation.override(language):
                for name, arguments in routes:
                    self.stdout.write(reverse(f"timeline:{name}", args=arguments))
