"""Names of countries and leaders as the search reads them: exactly, and by the nearest spelling."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

# Leaders' keys are made by the database, so what is compared with them goes through the same function.
KNOWN = """
SELECT name.search_key, 'country', country.slug, name.kind IN ('demonym', 'capital_as_government')
  FROM timeline_countryname name JOIN timeline_country country ON country.id = name.country_id
  WHERE name.search_key = ANY(%(keys)s)
UNION SELECT code.key, 'country', country.slug, false
  FROM unnest(%(codes)s::text[]) AS code (key)
  JOIN timeline_country country ON upper(code.key) IN (country.iso2, country.iso3, country.iso3166_3)
UNION SELECT wanted.key, 'leader', leader.slug, false
  FROM unnest(%(keys)s::text[]) AS wanted (key)
  JOIN timeline_leader leader ON leader.name_key = name_key(wanted.key) OR leader.family_key = name_key(wanted.key)
UNION SELECT name.search_key, 'leader', leader.slug, false
  FROM timeline_leadername name JOIN timeline_leader leader ON leader.id = name.leader_id
  WHERE name.search_key = ANY(%(keys)s)
ORDER BY 1, 2, 3, 4
"""
NEAR = """
(SELECT text, country_id, false FROM timeline_countryname ORDER BY search_key <->> %(word)s, id LIMIT 12)
UNION ALL (SELECT name, NULL, false FROM timeline_leader ORDER BY name_key <->> %(word)s, id LIMIT 12)
UNION ALL (SELECT text, NULL, false FROM timeline_leadername ORDER BY search_key <->> %(word)s, id LIMIT 12)
UNION ALL (SELECT word, NULL, true FROM timeline_searchword ORDER BY word <-> %(word)s, id LIMIT 12)
"""


@dataclass(frozen=True)
class KnownName:
    """A name that was met: of a country or a leader; a loose one (demonym, capital) says it only by the way."""

    key: str
    of: str
    slug: str
    is_loose: bool

    @property
    def address(self) -> str:
        """Return the key by which the record knows it."""
        return f"/countries/{self.slug}" if self.of == "country" else f"/leaders/{self.slug}"


@dataclass(frozen=True)
class NearName:
    """A spelling near a word: of a country, of a leader, or a word of the record."""

    text: str
    country_id: int | None
    is_word: bool


def known_names(keys: Iterable[str], codes: Iterable[str]) -> list[KnownName]:
    """Return the countries and leaders that are called so; codes are compared with those of ISO 3166. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(KNOWN, {"keys": sorted(keys), "codes": sorted(codes)})
        return [KnownName(*row) for row in cursor.fetchall()]


def near_names(word: str) -> list[NearName]:
    """Return spellings that share most with a word, some of each sort; the caller chooses among them. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(NEAR, {"word": word})
        return [NearName(*row) for row in cursor.fetchall()]
