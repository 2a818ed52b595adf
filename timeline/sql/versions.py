"""The state of a page in one small statement: what is asked on every visit, before anything else."""

from datetime import UTC, datetime
from typing import NamedTuple

from django.db import router

from config.connections import one_text
from timeline.models import Pair

# The coverage is the pair's own where there is one, and the record's otherwise; what it says is part of the version of
# names. So is what is said of the countries, of which pages know by their ids.
STATE = """
SELECT concat(pair.id, '.', pair.version, '.', floor(extract(epoch FROM pair.changed_at)), '.', pair.first_id, '.',
  pair.second_id, '.', coverage.id, '.', (SELECT version FROM timeline_directoryversion))
FROM timeline_country one
JOIN timeline_country other ON other.slug = %s
JOIN timeline_pair pair ON pair.first_id = one.id AND pair.second_id = other.id
LEFT JOIN LATERAL (
  SELECT id FROM timeline_coverage
  WHERE first_id IS NULL OR (first_id = pair.first_id AND second_id = pair.second_id)
  ORDER BY first_id, id LIMIT 1
) coverage ON true
WHERE one.slug = %s
"""
# Whatever is published, corrected or withdrawn adds a revision, and revisions are never taken away. Of two that are
# written at once the later may be committed first: the seals are in the order of the commits. What is said of
# countries, leaders, offices, tenures and coverage has a version that the database raises.
RECORD_STATE = """
SELECT concat((SELECT version FROM timeline_directoryversion), '.',
  (SELECT max(id) FROM timeline_revision), '.', (SELECT max(id) FROM timeline_source), '.',
  (SELECT max(id) FROM timeline_event), '.', (SELECT max(number) FROM timeline_seal), '.',
  (SELECT extract(epoch FROM max(updated_at))::bigint FROM timeline_thread), '.',
  (SELECT extract(epoch FROM checked_at)::bigint FROM timeline_coverage WHERE first_id IS NULL AND second_id IS NULL))
"""


class PairState(NamedTuple):
    """What a pair's page depends on, beside the day and what draws it."""

    name: str
    pair_id: int
    version: int
    changed_at: datetime
    first_id: int
    second_id: int
    coverage_id: int | None
    names: str

    @classmethod
    def of(cls, name: str) -> "PairState":
        """Read the state from its name.

        It names the pair, its version, the second in which it got that, its countries, the coverage, and the version
        of names: of what is said of countries, leaders, offices and coverage.
        """
        *numbers, coverage, names = name.split(".")
        pair, version, changed, first, second = map(int, numbers)
        changed_at, of = datetime.fromtimestamp(changed, UTC), int(coverage) if coverage else None
        return cls(name, pair, version, changed_at, first, second, of, names)


def pair_state(first: str, second: str) -> PairState | None:
    """Return the state of the pair of two slugs in their order, None where it has no events. One statement."""
    # From where the page itself will be read, so that no newer version names what a copy still lacks.
    name = one_text(router.db_for_read(Pair), STATE, [second, first])
    return PairState.of(name) if name else None


def record_state() -> str:
    """Name the state of the whole record; it changes with everything that is published. One statement."""
    return one_text(router.db_for_read(Pair), RECORD_STATE) or ""
