"""Threads: stories of several events that an editor puts in order."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet

from timeline.models import Event, Thread, ThreadEvent
from timeline.sql.composed import among, composed

SHOWN = Q(entries__event__withdrawn_at__isnull=True)


@dataclass(frozen=True)
class ThreadPlace:
    """Where an event stands in a thread, with the events before and after it."""

    thread: Thread
    number: int
    count: int
    before: Event | None
    after: Event | None


def threads_by_title() -> list[Thread]:
    """Return all threads by title, with `event_count`, `begins` and `ends`; withdrawn events do not count (1 query)."""
    rows = Thread.objects.annotate(
        event_count=Count("entries", filter=SHOWN),
        begins=Min("entries__event__sort_date", filter=SHOWN),
        ends=Max("entries__event__sort_date", filter=SHOWN),
    )
    return list(rows.order_by("title", "id"))


def thread_of(slug: str) -> tuple[Thread, list[Event]] | None:
    """Return a thread with its events in the editor's order, or None (5 queries)."""
    thread = Thread.objects.filter(slug=slug).first()
    if thread is None:
        return None
    entries = ThreadEvent.objects.filter(thread=thread, event__withdrawn_at__isnull=True).select_related("event")
    entries = entries.prefetch_related("event__participations__country", "event__participations__leader")
    return thread, [entry.event for entry in entries.order_by("position", "id")]


@composed
def _threads(event_id: Any) -> QuerySet[Thread]:
    return Thread.objects.filter(entries__event=event_id).order_by("title", "id")


@composed
def _entries(threads: Any) -> QuerySet[ThreadEvent]:
    rows = ThreadEvent.objects.filter(among("thread", threads), event__withdrawn_at__isnull=True)
    return rows.select_related("event").order_by("position", "id")


def places_in_threads(event: Event) -> list[ThreadPlace]:
    """Return the threads in which an event stands, by title (2 queries, 1 where it stands in none)."""
    threads = _threads(event.pk)
    entries = _entries([thread.pk for thread in threads]) if threads else []
    places = []
    for thread in threads:
        events: list[Event] = [entry.event for entry in entries if entry.thread_id == thread.pk]
        place = next((number for number, other in enumerate(events) if other.pk == event.pk), None)
        if place is not None:
            before = events[place - 1] if place else None
            after = events[place + 1] if place + 1 < len(events) else None
            places.append(ThreadPlace(thread, place + 1, len(events), before, after))
    return places
