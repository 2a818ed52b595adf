"""Where in time the record has events: by year, month and day, and on one day of every year."""

from datetime import date

from django.db.models import Count

from timeline.models import EventEntry, Modality
from timeline.queries.events import published
from timeline.queries.filtering import EventFilter, filtered_rows
from timeline.queries.owners import Days


def counts_by(part: str, first: date, last: date) -> dict[int, int]:
    """Return how many events that happened begin in each “year”, “month” or “day” of some days (1 query).

    An event stands under the first day that it can have.
    """
    rows = EventEntry.objects.filter(modality=Modality.HAPPENED, sort_date__gte=first, sort_date__lte=last)
    return dict(sorted(rows.values_list(f"sort_date__{part}").annotate(n=Count("pk"))))


def counts_of_days(days: Days, chosen: EventFilter) -> dict[date, int]:
    """Return how many events of a filtered list begin on each of some days, oldest first (1 query)."""
    rows = filtered_rows(days, chosen).order_by("sort_date")
    return dict(rows.values_list("sort_date").annotate(n=Count("pk")))


def counts_by_year() -> dict[int, int]:
    """Return how many events begin in each year (1 query)."""
    return counts_by("year", date.min, date.max)


def days_beside(first: date, last: date) -> tuple[date | None, date | None]:
    """Return the last day with an event before some days, and the first after them (2 queries)."""
    before = published().filter(sort_date__lt=first).order_by("-sort_date", "-id").values_list("sort_date", flat=True)
    after = published().filter(sort_date__gt=last).order_by("sort_date", "id").values_list("sort_date", flat=True)
    return next(iter(before[:1]), None), next(iter(after[:1]), None)
