"""What the page shows that tells of a list's other forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from timeline.models import Coverage
from timeline.outputs.calendar import CALENDAR, SPANS, left_out
from timeline.outputs.dataset import Column
from timeline.outputs.offered import OfferedList
from timeline.outputs.reference import Cited, cited, to_list
from timeline.pages.licence import licence
from timeline.pages.passages import told
from timeline.queries.exports import ListSize

# What programs for calendars take as an address to come back to.
SUBSCRIBING = "webcal"


@dataclass(frozen=True)
class ExportPage:
    """The forms in which a list can be taken away, with its filters."""

    offered: OfferedList = told("The list with its filters.")
    errors: list[str] = told("What in the address cannot be meant.")
    size: ListSize | None = told("How many rows it has; None where its filters cannot be meant.")
    dates: Mapping[str, int] = told("How many rows have each date; nothing where there is no file.")
    columns: Sequence[Column] = told("What the columns of its data hold.")
    today: date = told("The day on which the list is taken.")
    coverage: Coverage | None = told("What is said to be covered.")

    @property
    def feeds(self) -> list[tuple[str, str]]:
        """Return the name and the whole address of each feed."""
        names = {"Atom": "feed.atom", "RSS": "feed.rss", "JSON Feed": "feed.json"}
        return [(label, self.offered.file_address(name)) for label, name in names.items()]

    @property
    def calendar(self) -> str:
        """Return the address to which a calendar subscribes; empty for what is no list of events."""
        return self._subscribed("") if self.offered.rows == "events" else ""

    @property
    def calendar_of_spans(self) -> str:
        """Return the same with what has no known day, over all days on which it can be."""
        return self._subscribed(SPANS)

    @property
    def left_out(self) -> str:
        """Return how many events the calendar does not show, in words."""
        return left_out(self.dates, spans=False)

    @property
    def left_out_of_spans(self) -> str:
        """Return how many the calendar does not show that spans days which are not known."""
        return left_out(self.dates, spans=True)

    def _subscribed(self, dates: str) -> str:
        return f"{SUBSCRIBING}:{self.offered.file_address(CALENDAR, dates=dates).partition(':')[2]}"

    @property
    def cited(self) -> Cited:
        """Return the list as it is cited, with the day on which it was taken."""
        changed = timezone.localdate(self.size.updated_at) if self.size and self.size.updated_at else None
        return cited(to_list(self.offered.full_title, self.offered.address, self.offered.language, changed, self.today))

    @property
    def licence(self) -> str:
        """Return how the record may be used."""
        return licence(self.coverage)
