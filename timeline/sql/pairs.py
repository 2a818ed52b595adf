"""Pairs and their versions, written in an order in which two writers never wait for each other; a pair read whole."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Model

from timeline.models import Country, Coverage
from timeline.sql.sending import Rows, ask_known

ENSURE_PAIRS = """
INSERT INTO timeline_pair (first_id, second_id, version, changed_at)
SELECT first_id, second_id, 0, %s FROM unnest(%s::bigint[], %s::bigint[]) AS wanted (first_id, second_id)
ORDER BY first_id, second_id
ON CONFLICT (first_id, second_id) DO NOTHING
"""
LOCK_PAIRS = """
SELECT pair.first_id, pair.second_id, pair.id
FROM timeline_pair pair
JOIN unnest(%s::bigint[], %s::bigint[]) AS wanted (first_id, second_id) USING (first_id, second_id)
ORDER BY pair.id
FOR UPDATE OF pair
"""
# The pairs come in one order, in which each is locked: so two writers never wait for each other in a circle.
RAISE_PAIRS = """
INSERT INTO timeline_pair (first_id, second_id, version, changed_at)
SELECT first_id, second_id, 1, %s FROM unnest(%s::bigint[], %s::bigint[]) AS wanted (first_id, second_id)
ORDER BY first_id, second_id
ON CONFLICT (first_id, second_id) DO UPDATE SET version = timeline_pair.version + 1, changed_at = excluded.changed_at
RETURNING first_id, second_id, id
"""
# Rows that refer to a country or a leader go on being written meanwhile: they lock its key only.
LOCK_COUNTED = """
SELECT ARRAY(SELECT id FROM timeline_country WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE),
       ARRAY(SELECT id FROM timeline_leader WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE)
"""
RAISE_VERSIONS = "UPDATE timeline_pair SET version = version + 1, changed_at = %s WHERE id = ANY(%s)"
SIDES = """
SELECT {columns} FROM timeline_country of_first
JOIN timeline_country of_second ON of_second.id = %s
LEFT JOIN timeline_coverage coverage ON coverage.id = %s
WHERE of_first.id = %s
"""
OF_SIDES: tuple[tuple[str, type[Model]], ...] = (
    ("of_first", Country), ("of_second", Country), ("coverage", Coverage)
)  # fmt: skip


def ask_sides(
    first_id: int, second_id: int, coverage_id: int | None
) -> Callable[[], tuple[Country, Country, Coverage | None]]:
    """Ask for the two countries of a pair, and what is said to be covered; one statement.

    What reads it is returned, and raises ``Country.DoesNotExist``.
    """
    read = ask_known(Country, _sides(), [second_id, coverage_id, first_id])
    return lambda: _made(read())


def _made(rows: Rows) -> tuple[Country, Country, Coverage | None]:
    if not rows:
        raise Country.DoesNotExist
    row = rows[0]
    made: list[Any] = []
    for _, model in OF_SIDES:
        names = _columns(model)
        values, row = row[: len(names)], row[len(names) :]
        made.append(model.from_db(None, names, values) if values[0] is not None else None)
    first, second, coverage = made
    return first, second, coverage


@lru_cache(maxsize=1)
def _sides() -> str:
    return SIDES.format(columns=", ".join(f"{table}.{name}" for table, model in OF_SIDES for name in _columns(model)))


@lru_cache(maxsize=4)
def _columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def lock_pairs(countries: Iterable[tuple[int, int]], *, at: datetime) -> dict[tuple[int, int], int]:
    """Return the ids of pairs of countries, locked; write the pairs that are new. Two statements."""
    wanted = sorted(set(countries))
    if not wanted:
        return {}
    first, second = [pair[0] for pair in wanted], [pair[1] for pair in wanted]
    with connection.cursor() as cursor:
        cursor.execute(ENSURE_PAIRS, [at, first, second])
        cursor.execute(LOCK_PAIRS, [first, second])
        return {(row[0], row[1]): row[2] for row in cursor.fetchall()}


def raise_pairs(countries: Iterable[tuple[int, int]], *, at: datetime) -> dict[tuple[int, int], int]:
    """Give pairs of countries their next version, write those that are new, and return the ids. One statement."""
    wanted = sorted(set(countries))
    if not wanted:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(RAISE_PAIRS, [at, [pair[0] for pair in wanted], [pair[1] for pair in wanted]])
        return {(row[0], row[1]): row[2] for row in cursor.fetchall()}


def raise_versions(pair_ids: Iterable[int], *, at: datetime) -> None:
    """Give the pairs, which are locked, their next version. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(RAISE_VERSIONS, [at, sorted(pair_ids)])


def lock_counted(country_ids: Iterable[int], leader_ids: Iterable[int]) -> None:
    """Lock countries and leaders, after pairs and by id: one writer at a time changes their counts. One statement."""
    countries, leaders = sorted(set(country_ids)), sorted(set(leader_ids))
    if countries or leaders:
        with connection.cursor() as cursor:
            cursor.execute(LOCK_COUNTED, [countries, leaders])


def lock_read_models() -> None:
    """Let nobody write events while the read models are rebuilt; readers read on."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE timeline_event, timeline_pair, timeline_eventpair IN SHARE ROW EXCLUSIVE MODE")
