"""What changed on a pair's timeline since a reader was last there."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from timeline.models import Event, Modality, Pair
from timeline.pages.passages import told
from timeline.queries import changes_since

LONGEST_OPEN_LIST = 5


@dataclass(frozen=True)
class SinceLastVisit:
    """What is new and what was corrected since a day."""

    day: date = told("The day.")
    new: list[Event] = told("The events that were published since then, the latest first.")
    corrected: list[Event] = told("The events that were corrected since then, the latest first.")
    is_cut: bool = told("Whether there are more of either, which are neither listed nor marked.")

    @property
    def apart(self) -> int:
        """Return how many of the new events stand apart from what happened."""
        return sum(event.modality != Modality.HAPPENED for event in self.new)

    @property
    def is_short(self) -> bool:
        """Return whether the list may stand open."""
        return len(self.new) + len(self.corrected) <= LONGEST_OPEN_LIST

    @property
    def new_ids(self) -> frozenset[int]:
        """Return the ids of the new events."""
        return frozenset(event.pk for event in self.new)

    @property
    def corrected_ids(self) -> frozenset[int]:
        """Return the ids of the corrected events."""
        return frozenset(event.pk for event in self.corrected)


def since_last_visit(pair: Pair, day: date) -> SinceLastVisit:
    """Return what changed on a pair's timeline since a day began (2 queries)."""
    changes = changes_since(pair, timezone.make_aware(datetime.combine(day, time.min)))
    return SinceLastVisit(day, changes.new, changes.corrected, is_cut=changes.is_cut)
