"""Who holds some offices on a day, read from the offices on: the planner would go through the tenures of all."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from django.db import connections, models, router

from timeline.models import Leader, Tenure
from timeline.models.leader import Office

# Nothing of what is within OFFSET is moved out of it: so the tenures of each office are found by its own.
HOLDING = """
SELECT {columns} FROM timeline_office office
CROSS JOIN LATERAL (
  SELECT * FROM timeline_tenure held WHERE held.office_id = office.id
    AND (started_earliest IS NULL OR started_earliest <= %s) AND (ended_latest IS NULL OR ended_latest > %s)
  OFFSET 0
) tenure
JOIN timeline_leader leader ON leader.id = tenure.leader_id
WHERE office.country_id = ANY(%s) AND office.kind = ANY(%s) ORDER BY tenure.started_latest, tenure.id
"""


def tenures_on(country_ids: Sequence[int], kinds: Sequence[str], on: date) -> list[Tenure]:
    """Return who can have held an office of such a kind on a day, with leader and office. One statement."""
    with connections[router.db_for_read(Tenure)].cursor() as cursor:
        cursor.execute(_statement(), [on, on, list(country_ids), list(kinds)])
        rows = cursor.fetchall()
    mine, of_office = len(_columns(Tenure)), len(_columns(Office))
    found = []
    for row in rows:
        tenure = Tenure.from_db(None, _columns(Tenure), row[:mine])
        tenure.office = Office.from_db(None, _columns(Office), row[mine : mine + of_office])
        tenure.leader = Leader.from_db(None, _columns(Leader), row[mine + of_office :])
        found.append(tenure)
    return found


@lru_cache(maxsize=4)
def _columns(model: type[models.Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


@lru_cache(maxsize=1)
def _statement() -> str:
    tables: dict[str, type[models.Model]] = {"tenure": Tenure, "office": Office, "leader": Leader}
    return HOLDING.format(columns=", ".join(f"{table}.{name}" for table in tables for name in _columns(tables[table])))
