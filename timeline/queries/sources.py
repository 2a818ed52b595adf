"""The sources of the record by the day on which they were published."""

from dataclasses import dataclass
from datetime import date

from timeline.models import Source
from timeline.queries.keyset import from_place

SOURCES_ON_A_PAGE = 50
ORDER = ("published_on", "id")


@dataclass(frozen=True)
class SourcePlace:
    """The place after one source; those whose day is not stated come last."""

    day: date | None
    source_id: int

    def __str__(self) -> str:
        return f"{self.day or ''}.{self.source_id}"

    @classmethod
    def parse(cls, text: str) -> "SourcePlace":
        """Read what str() gives; raise ValueError."""
        day, _, number = text.partition(".")
        if not (number.isdecimal() and number.isascii() and len(number) < 19):
            raise ValueError("the place is out of range")
        return cls(date.fromisoformat(day) if day else None, int(number))


def sources_of(outlet: str, after: SourcePlace | None) -> tuple[list[Source], SourcePlace | None]:
    """Return a page of all sources or of an outlet's, the newest first, and the place after it (at most 2 queries)."""
    rows = Source.objects.filter(outlet=outlet) if outlet else Source.objects.all()
    most, found = SOURCES_ON_A_PAGE + 1, []
    if after is None or after.day:
        place = (after.day, after.source_id) if after else None
        found = list(from_place(rows.filter(published_on__isnull=False), ORDER, place, ascending=False)[:most])
    if len(found) < most:
        # In the same order, so that the same index gives them.
        undated = rows.filter(published_on__isnull=True).order_by(*(f"-{name}" for name in ORDER))
        undated = undated.filter(id__lt=after.source_id) if after and not after.day else undated
        found += undated[: most - len(found)]
    shown = found[:SOURCES_ON_A_PAGE]
    return shown, SourcePlace(shown[-1].published_on, shown[-1].pk) if len(found) == most else None
