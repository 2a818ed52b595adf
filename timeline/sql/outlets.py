"""Who published the sources of the record."""

from timeline.models import Source
from timeline.sql.sending import ask

# Read one by one from their index: each step looks for the next name, however many sources have one.
OUTLETS = """
WITH RECURSIVE outlet (name, place) AS (
  (SELECT outlet, 1 FROM timeline_source ORDER BY outlet LIMIT 1)
  UNION ALL
  SELECT (SELECT source.outlet FROM timeline_source source WHERE source.outlet > outlet.name ORDER BY 1 LIMIT 1),
    outlet.place + 1
  FROM outlet WHERE outlet.name IS NOT NULL AND outlet.place < %s
)
SELECT name FROM outlet WHERE name IS NOT NULL
"""


def outlets(most: int) -> list[str]:
    """Return the names of outlets, at most so many, in the order of the alphabet. One statement."""
    return sorted((name for (name,) in ask(Source, OUTLETS, [most])()), key=lambda name: (name.casefold(), name))
