"""Write the read models anew."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from timeline.readmodels import rebuild
from timeline.sql.statistics import count_anew


class Command(BaseCommand):
    """Write lists, counts and kept rows anew."""

    help = "Write lists, counts and kept rows anew from the record. Needed only after rows were changed by hand."

    def handle(self, *args: Any, **options: Any) -> None:
        """File every event anew and say how many there were."""
        events = rebuild(at=timezone.now())
        count_anew()
        self.stdout.write(f"Filed {events} events anew.")
