"""What stands before and after an event in the lists of its pairs: one step either way in an index for each pair."""

from typing import NamedTuple

from django.db import connections, router

from timeline.models import EventPair

# Each pair is read from the event's own place on, backwards and forwards, in the order of lists.
NEIGHBOURS = """
WITH here AS MATERIALIZED (
  SELECT pair_id, sort_date, span_days, day_order, event_id FROM timeline_eventpair
  WHERE event_id = %s AND is_party ORDER BY pair_id LIMIT %s
)
SELECT here.pair_id, near.is_after, event.id, event.slug, event.title, event.edtf FROM here CROSS JOIN LATERAL (
  (SELECT false AS is_after, listed.event_id FROM timeline_eventpair listed
    WHERE listed.pair_id = here.pair_id AND listed.is_party AND listed.modality = 'happened'
      AND (listed.sort_date, listed.span_days, listed.day_order, listed.event_id)
        < (here.sort_date, here.span_days, here.day_order, here.event_id)
    ORDER BY listed.sort_date DESC, listed.span_days DESC, listed.day_order DESC, listed.event_id DESC LIMIT 1)
  UNION ALL
  (SELECT true, listed.event_id FROM timeline_eventpair listed
    WHERE listed.pair_id = here.pair_id AND listed.is_party AND listed.modality = 'happened'
      AND (listed.sort_date, listed.span_days, listed.day_order, listed.event_id)
        > (here.sort_date, here.span_days, here.day_order, here.event_id)
    ORDER BY listed.sort_date, listed.span_days, listed.day_order, listed.event_id LIMIT 1)
) near JOIN timeline_event event ON event.id = near.event_id ORDER BY here.pair_id, near.is_after
"""


class Neighbour(NamedTuple):
    """An event beside another in the list of a pair."""

    pair_id: int
    is_after: bool
    event_id: int
    slug: str
    title: str
    edtf: str


def neighbours_of(event_id: int, most_pairs: int) -> list[Neighbour]:
    """Return what happened just before and after an event between its first pairs, by pair and time. One statement."""
    with connections[router.db_for_read(EventPair)].cursor() as cursor:
        cursor.execute(NEIGHBOURS, [event_id, most_pairs])
        return [Neighbour(*row) for row in cursor.fetchall()]
