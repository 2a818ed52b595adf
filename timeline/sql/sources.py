"""The sources of some events in one statement: of the events themselves and of who took part."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connections, router

from timeline.models import Citation

# Few who took part are cited: their keys are looked for in one go, and so are the sources, however many there are.
CITED = """
WITH cited AS MATERIALIZED (
  SELECT event_id, source_id FROM timeline_citation WHERE event_id = ANY(%s)
  UNION
  SELECT part.event_id, citation.source_id FROM timeline_citation citation
  JOIN timeline_participation part ON part.id = citation.participation_id
  WHERE citation.participation_id = ANY(ARRAY(SELECT id FROM timeline_participation WHERE event_id = ANY(%s)))
)
SELECT cited.event_id, source.id, source.title, source.language, source.outlet, source.origin, source.published,
  source.address
FROM cited
JOIN timeline_source source ON source.id = cited.source_id
WHERE source.id = ANY(ARRAY(SELECT source_id FROM cited))
ORDER BY cited.event_id, source.id
"""


class CitedSource(NamedTuple):
    """What a list shows of a source."""

    id: int
    title: str
    language: str
    outlet: str
    origin: str
    published: str
    address: str


def sources_of_events(event_ids: Sequence[int]) -> list[tuple[int, CitedSource]]:
    """Return each event with each of its sources, by event and source. One statement."""
    with connections[router.db_for_read(Citation)].cursor() as cursor:
        cursor.execute(CITED, [list(event_ids), list(event_ids)])
        return [(row[0], CitedSource(*row[1:])) for row in cursor.fetchall()]
