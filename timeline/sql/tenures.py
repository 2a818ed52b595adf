"""Who holds some offices on a day, read from the offices on: the planner would go through the tenures of all countries."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from django.db import connections, router

from timeline.models import Leader, Tenure
from timeline.models.leader import Office

# Nothing of what is within OFFSET is moved out of it: so the tenures of each office are found by its own.
HOLDING = """
SELECT {columns} FROM timeline_office office
CROSS JOIN LATERAL (
  SELECT * FROM timeline_tenure held WHERE held.office_id = office.id
    AND (started_earliest IS NULL OR started_earliest <= %(on)s) AND (ended_latest IS NULL OR ended_latest > %(on)s)
  OFFSET 0
) tenure
JOIN timeline_leader leader ON leader.id = tenure.leader_id
WHERE office.country_id = ANY(%(countries)s) AND office.kind = ANY(%(kinds)s) ORDER BY tenure.started_latest, tenure.id
"""
READ = {"tenure": Tenure, "office": Office, "leader": Leader}


def tenures_on(country_ids: Sequence[int], kinds: Sequence[str], on: date) -> list[Tenure]:
    """Return who can have held an office of such a kind on a day, with leader and office, oldest first. One statement."""
    with connections[router.db_for_read(Tenure)].cursor() as cursor:
        values: dict[str, date | list[int] | list[str]] = {"countries": list(country_ids), "kinds": list(kinds), "on": on}
        cursor.execute(_statement(), values)
        return [_tenure(row) for row in cursor.fetchall()]


@lru_cache(maxsize=1)
def _names() -> dict[str, list[str]]:
    return {name: [field.column for field in model._meta.concrete_fields] for name, model in READ.items()}


@lru_cache(maxsize=1)
def _statement() -> str:
    return HOLDING.format(columns=", ".join(f"{table}.{name}" for table, names in _names().items() for name in names))


def _tenure(row: Sequence[object]) -> Tenure:
    read, start = {}, 0
    for table, names in _names().items():
        read[table] = READ[table].from_db(None, names, row[start : start + len(names)])
        start += len(names)
    tenure: Tenure = read["tenure"]
    tenure.office, tenure.leader = read["office"], read["leader"]
    return tenure
