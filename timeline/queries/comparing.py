"""Several pairs on one time axis."""

from collections.abc import Sequence

from timeline.models import Event, Pair
from timeline.queries.countries import years_of
from timeline.queries.filtering import EventFilter
from timeline.queries.keyset import Cursor
from timeline.queries.lists import ListedEvent, event_list

EVENTS_ON_PAGE = 60


def merged_events(
    pairs: Sequence[Pair | None], after: Cursor | None = None, before: Cursor | None = None
) -> tuple[list[list[ListedEvent]], Cursor | None, Cursor | None]:
    """Return each pair's events of one page, newest first, and the places of the pages after and before.

    All pairs are read from the same place, and the page ends where the events that were read of any pair end (2
    queries a pair).
    """
    lists = [
        event_list(pair, EventFilter(), after=after, before=before, limit=EVENTS_ON_PAGE) if pair else None
        for pair in pairs
    ]
    found = {event.event_id: event for page in lists if page for event in page.events}
    newest_first = sorted(found.values(), key=_key, reverse=True)
    if not newest_first:
        return [[] for _ in pairs], None, None
    backwards = before is not None
    shown = newest_first[-EVENTS_ON_PAGE:] if backwards else newest_first[:EVENTS_ON_PAGE]
    ids = {event.event_id for event in shown}
    rows = [[event for event in page.events if event.event_id in ids] if page else [] for page in lists]
    is_cut = len(shown) < len(newest_first)
    later = backwards or is_cut or any(page and page.after for page in lists)
    earlier = is_cut or any(page and page.before for page in lists) if backwards else after is not None
    return rows, shown[-1].cursor if later else None, shown[0].cursor if earlier else None


def _key(event: ListedEvent) -> tuple[object, ...]:
    return event.sort_date, event.span_days, event.day_order, event.event_id


def events_by_id(lists: Sequence[Sequence[ListedEvent]]) -> dict[int, Event]:
    """Return the events of several lists (1 query)."""
    return Event.objects.in_bulk({event.event_id for events in lists for event in events})


def years_of_pairs(pairs: Sequence[Pair | None]) -> list[dict[int, int]]:
    """Return how many events each pair has by year, in their default lists (1 query)."""
    found = years_of([pair.pk for pair in pairs if pair])
    return [found.get(pair.pk, {}) if pair else {} for pair in pairs]
