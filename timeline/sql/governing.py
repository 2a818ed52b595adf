"""Who governs some countries on a day: their few offices first, then who holds each."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from timeline.models import Tenure
from timeline.sql.sending import ask_known

# Each office's tenures by their index: joined otherwise, the tenures of all countries would be read. The kinds, which
# are ours, stand in the statement, and a place for each country: so the server can plan it once.
HELD = """
SELECT office.country_id, office.id, office.kind, office.title, office.title_es, held.id, held.started,
  held.started_latest, held.ended, held.is_acting, leader.slug, leader.name, leader.pronoun
FROM timeline_office office
CROSS JOIN LATERAL (
  SELECT * FROM timeline_tenure WHERE office_id = office.id
  AND (started_earliest IS NULL OR started_earliest <= %s) AND (ended_latest IS NULL OR ended_latest > %s)
  OFFSET 0
) held
JOIN timeline_leader leader ON leader.id = held.leader_id
WHERE office.country_id IN ({countries}) AND office.kind IN ({kinds})
ORDER BY array_position(ARRAY[{kinds}], office.kind::text), held.started_latest, held.id
"""


class Held(NamedTuple):
    """An office with who may hold it on the day."""

    country_id: int
    office_id: int
    kind: str
    title: str
    title_es: str
    tenure_id: int
    started: str
    started_latest: date
    ended: str
    is_acting: bool
    slug: str
    name: str
    pronoun: str


def ask_held_offices(country_ids: Sequence[int], kinds: Sequence[str], on: date) -> Callable[[], list[Held]]:
    """Ask for the offices of these kinds that may be held on a day, in the order of the kinds. One statement."""
    statement = HELD.format(
        countries=", ".join(["%s"] * len(country_ids)), kinds=", ".join(f"'{kind}'" for kind in kinds)
    )
    read = ask_known(Tenure, statement, [on, on, *country_ids])
    return lambda: [Held(*row) for row in read()]
