"""Names of countries and leaders as the search reads them: exactly, and by the nearest spelling."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.models import Country
from timeline.sql.sending import ask_known

# Leaders' keys are made by the database, so what is compared with them goes through the same function. Every value
# stands in a SELECT of its own: so the planner never looks at it, plans alike for all, and its plan is kept. To plan
# these statements anew took four times as long as to answer them.
KNOWN = """
SELECT name.search_key AS key, 'country' AS of, country.slug,
    name.kind IN ('demonym', 'capital_as_government') AS is_loose
  FROM timeline_countryname name JOIN timeline_country country ON country.id = name.country_id
  WHERE name.search_key = ANY((SELECT %(keys)s::text[])::text[])
UNION SELECT code.key, 'country', country.slug, false
  FROM unnest((SELECT %(codes)s::text[])) AS code (key)
  JOIN timeline_country country ON upper(code.key) IN (country.iso2, country.iso3, country.iso3166_3)
UNION SELECT wanted.key, 'leader', leader.slug, false
  FROM unnest((SELECT %(keys)s::text[])) AS wanted (key)
  JOIN timeline_leader leader ON leader.name_key = name_key(wanted.key)
UNION SELECT wanted.key, 'leader', leader.slug, false
  FROM unnest((SELECT %(keys)s::text[])) AS wanted (key)
  JOIN timeline_leader leader ON leader.family_key = name_key(wanted.key)
UNION SELECT name.search_key, 'leader', leader.slug, false
  FROM timeline_leadername name JOIN timeline_leader leader ON leader.id = name.leader_id
  WHERE name.search_key = ANY((SELECT %(keys)s::text[])::text[])
ORDER BY key, of, slug, is_loose
"""
# For each text the countries with a name that begins so: the one so called first, then those with most events. Only
# names that begin with the first word, which an index gives, are compared with the rest: the index of trigrams, were it
# asked, would take ten times as long.
COUNTRIES_BEGINNING = """
SELECT wanted.place, country.id, country.slug, row_number() OVER (PARTITION BY wanted.place ORDER BY
    bool_or(named.is_called) DESC, max(total.count) DESC NULLS LAST, country.sort_key, country.id) AS nearness
  FROM unnest((SELECT %(typed)s::text[]), (SELECT %(lowest)s::text[]), (SELECT %(highest)s::text[]),
    (SELECT %(begins)s::text[])) WITH ORDINALITY AS wanted (typed, lowest, highest, begins, place)
  CROSS JOIN LATERAL (
    SELECT country_id, search_key = wanted.typed AS is_called FROM timeline_countryname
      WHERE search_key ~>=~ wanted.lowest AND search_key ~<~ wanted.highest AND (search_key || '') ~ wanted.begins
    UNION ALL SELECT id, true FROM timeline_country WHERE iso2 = upper(wanted.typed)
  ) AS named JOIN timeline_country country ON country.id = named.country_id
  LEFT JOIN timeline_countryfacet total ON total.country_id = country.id AND total.is_party
    AND total.modality = 'happened' AND total.dimension = 'total'
  GROUP BY wanted.place, country.id
"""
# And leaders of whose names a word begins so, by name; five of each. Of the word with which the first of two names
# would begin only one country is told.
BEGINNING = f"""
SELECT CASE place WHEN 1 THEN 'country' ELSE 'first' END AS of, slug, nearness AS place
  FROM ({COUNTRIES_BEGINNING}) AS beginning WHERE nearness <= 5 AND (place = 1 OR nearness = 1)
UNION ALL (SELECT 'leader', slug, row_number() OVER (ORDER BY sort_key, id) FROM (
    SELECT id, slug, sort_key FROM timeline_leader
      WHERE sort_key LIKE (SELECT %(first)s::text) OR sort_key LIKE (SELECT %(later)s::text)
    UNION SELECT leader.id, leader.slug, leader.sort_key
      FROM timeline_leadername name JOIN timeline_leader leader ON leader.id = name.leader_id
      WHERE name.search_key LIKE (SELECT %(first)s::text) OR name.search_key LIKE (SELECT %(later)s::text)
  ) AS begun WHERE length((SELECT %(name)s::text)) > 1
  ORDER BY 3 LIMIT 5)
ORDER BY place, of, slug
"""  # noqa: S608 - a statement of ours
NEAREST_COUNTRIES = f"SELECT place, id FROM ({COUNTRIES_BEGINNING}) AS beginning ORDER BY place, nearness"  # noqa: S608 - the same
LAST_LETTER = "\U0010ffff"
# Leaders are many: of their names only those are read that share three in ten runs of letters with the word, which
# their index gives at once; to order all by how near they are, it would be read whole for a word that is near none.
# How many they must share is said first, for this statement alone. Two letters that are swapped leave few runs as they
# were: of a short name's, many others share more, so more countries are read than are near.
NEAR = """
SELECT near.* FROM (SELECT set_config('pg_trgm.word_similarity_threshold', '0.3', true)) AS shared (least)
CROSS JOIN LATERAL (
  (SELECT text, country_id, false FROM timeline_countryname
    ORDER BY search_key <->> (SELECT %(word)s::text), id LIMIT 40)
  UNION ALL (SELECT name, NULL, false FROM timeline_leader
    WHERE shared.least <> '' AND sort_key %%> (SELECT %(word)s::text)
    ORDER BY sort_key <->> (SELECT %(word)s::text), id LIMIT 12)
  UNION ALL (SELECT text, NULL, false FROM timeline_leadername
    ORDER BY search_key <->> (SELECT %(word)s::text), id LIMIT 12)
  UNION ALL (SELECT word, NULL, true FROM timeline_searchword ORDER BY word <-> (SELECT %(word)s::text), id LIMIT 12)
) AS near
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
class BegunName:
    """A country or a leader whose name begins with what was typed, or as `first` a country's with its first word."""

    of: str
    slug: str


@dataclass(frozen=True)
class NearName:
    """A spelling near a word: of a country, of a leader, or a word of the record."""

    text: str
    country_id: int | None
    is_word: bool


def beginning(key: str) -> str:
    """Return the pattern of names that begin so; each word may be the beginning of one: "sou kor", South Korea."""
    return "^" + r"\S* ".join(re.escape(word) for word in key.split())


def ask_known_names(keys: Iterable[str], codes: Iterable[str]) -> Callable[[], list[KnownName]]:
    """Ask for the countries and leaders that are called so; codes are compared with those of ISO 3166.

    One statement; what reads them is returned.
    """
    read = ask_known(Country, KNOWN, {"keys": sorted(keys), "codes": sorted(codes)})
    return lambda: [KnownName(*row) for row in read()]


def ask_names_beginning(typed: str, first: str = "") -> Callable[[], list[BegunName]]:
    """Ask for the countries and leaders whose names begin with what was typed, without accents and case.

    Of the first word a country is given that begins so (`first`). One statement; what reads them is returned.
    """
    like = re.sub(r"([\\%_])", r"\\\1", typed)
    values = _beginnings([typed, first] if first else [typed])
    read = ask_known(Country, BEGINNING, {**values, "name": typed, "first": f"{like}%", "later": f"% {like}%"})
    return lambda: [BegunName(of, slug) for of, slug, _ in read()]


def countries_beginning(keys: Sequence[str]) -> list[list[int]]:
    """Return for each text, without accents and case, the countries with a name that begins so, nearest first.

    They are given by id. One statement, none for no text.
    """
    found: list[list[int]] = [[] for _ in keys]
    if keys:
        for place, country_id in ask_known(Country, NEAREST_COUNTRIES, _beginnings(keys))():
            found[place - 1].append(country_id)
    return found


def _beginnings(keys: Sequence[str]) -> dict[str, Any]:
    lowest = [key.partition(" ")[0] for key in keys]
    return {
        "typed": list(keys),
        "lowest": lowest,
        "highest": [word + LAST_LETTER for word in lowest],
        "begins": [beginning(key) for key in keys],
    }


def near_names(word: str) -> list[NearName]:
    """Return spellings that share most with a word, some of each sort; the caller chooses among them. One statement."""
    return [NearName(*row) for row in ask_known(Country, NEAR, {"word": word})()]
