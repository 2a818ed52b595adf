"""The rows of events as they are kept: HTML, rendered once for each version and language."""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain

from django.db import transaction

from timeline.models import Event, EventRow
from timeline.rows import ROW_LANGUAGES, Said, Sources, contents_of, kept_row, row_drawing, sources_of, statements_of
from timeline.sql.filing import write_kept

CHUNK = 500


def keep_rows(event_ids: Iterable[int], replaced: Collection[int] = ()) -> None:
    """Render the rows of events and keep them, in place of those that are there; a withdrawn event keeps none."""
    events = list(Event.objects.filter(pk__in=set(event_ids), withdrawn_at__isnull=True).order_by("pk"))
    keep_rows_of(events, statements_of(events), sources_of([event.pk for event in events]), replaced)


def keep_rows_of(events: Sequence[Event], said: Said, sources: Sources, replaced: Collection[int] = ()) -> None:
    """Render and keep the rows of events that are read already with what they show, none of them withdrawn."""
    if replaced:
        EventRow.objects.filter(event__in=replaced).delete()
    contents = contents_of(events, said, sources)
    write_kept([kept_row(content, language) for content in contents for language in ROW_LANGUAGES])


def redraw_rows() -> int:
    """Keep anew the rows that an older release drew, 500 events in a transaction; return how many events.

    What is done is not done again, so it may be broken off and begun anew at any time. Lists and versions stay.
    """
    redrawn = 0
    while ids := _drawn_otherwise():
        with transaction.atomic():
            list(Event.objects.select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk"))
            keep_rows(ids, replaced=ids)
        redrawn += len(ids)
    return redrawn


def _drawn_otherwise() -> set[int]:
    """Return some of the events whose rows another release drew, before and after in the order of the index."""
    now = row_drawing()
    order = ("drawing", "event", "pk")
    before = EventRow.objects.filter(drawing__lt=now).order_by(*order)
    after = EventRow.objects.filter(drawing__gt=now).order_by(*order)
    return set(chain.from_iterable(rows.values_list("event_id", flat=True)[:CHUNK] for rows in (before, after)))
