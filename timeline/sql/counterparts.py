"""The countries with which a country has events: read as they are shown, and not each with its pair and itself."""

from functools import lru_cache

from django.db import connections, router

from timeline.models import Country, Pair

COUNTERPARTS = """
SELECT pair.id, total.count, {columns} FROM timeline_pair pair
JOIN timeline_pairfacet total ON total.pair_id = pair.id
  AND total.dimension = 'total' AND total.is_party AND total.modality = 'happened'
JOIN timeline_country country
  ON country.id = CASE WHEN pair.first_id = %(country)s THEN pair.second_id ELSE pair.first_id END
WHERE pair.first_id = %(country)s OR pair.second_id = %(country)s
ORDER BY total.count DESC, pair.id
"""


def counterpart_rows(country_id: int) -> list[tuple[int, int, Country]]:
    """Return pair, number of events of its default list and the other country, most first. One statement."""
    with connections[router.db_for_read(Pair)].cursor() as cursor:
        cursor.execute(_statement(), {"country": country_id})
        rows = cursor.fetchall()
    names = _columns()
    return [(pair_id, count, Country.from_db(None, names, columns)) for pair_id, count, *columns in rows]


@lru_cache(maxsize=1)
def _columns() -> tuple[str, ...]:
    return tuple(field.attname for field in Country._meta.concrete_fields)


@lru_cache(maxsize=1)
def _statement() -> str:
    return COUNTERPARTS.format(columns=", ".join(f"country.{name}" for name in _columns()))
