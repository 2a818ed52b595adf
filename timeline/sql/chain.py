"""The chain over all revisions, held against what it was made from."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import connection

# What the trigger of migration 0037 writes; here a second time, so that what is checked does not check itself. An array
# in JSON tells where each value ends, and the text of a jsonb is the same wherever it is read.
HASH = """encode(sha256(convert_to(jsonb_build_array(link.before, link.number, revision.id, revision.event_id,
  revision.statement_id, revision.version, revision.kind, revision.reason, revision.content, revision.editor_name,
  to_char(revision.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text, 'UTF8')), 'hex')"""
LINKS = f"""
WITH link AS (
  SELECT number, revision_id, hash, lag(hash, 1, %(before)s) OVER (ORDER BY number) AS before
  FROM timeline_seal WHERE number > %(after)s ORDER BY number LIMIT %(most)s
)
SELECT link.number, link.hash, link.revision_id, revision.event_id, revision.statement_id, revision.version,
  link.hash = {HASH}
FROM link LEFT JOIN timeline_revision revision ON revision.id = link.revision_id
ORDER BY link.number
"""  # noqa: S608 - of our own words
UNSEALED = """
SELECT id, event_id, statement_id, version FROM timeline_revision revision
WHERE NOT EXISTS (SELECT FROM timeline_seal seal WHERE seal.revision_id = revision.id)
ORDER BY id LIMIT %(most)s
"""
# No seal has a number below 1, unless somebody put one there.
BEFORE_ALL = -(2**62)
# What is public without the revision that says so: the last revisions may be gone together with their seals.
WITHOUT = """
(SELECT event.id AS event_id, NULL::bigint AS statement_id, event.version FROM timeline_event event
 WHERE NOT EXISTS (SELECT FROM timeline_revision revision
   WHERE revision.event_id = event.id AND revision.version = event.version)
 ORDER BY event.id LIMIT %(most)s)
UNION ALL
(SELECT NULL, statement.id, statement.version FROM timeline_statement statement
 WHERE NOT EXISTS (SELECT FROM timeline_revision revision
   WHERE revision.statement_id = statement.id AND revision.version = statement.version)
 ORDER BY statement.id LIMIT %(most)s)
"""
# The triggers that guard the chain, and the table of each.
GUARDS = {
    "revision_stays": "timeline_revision",
    "revision_is_not_emptied": "timeline_revision",
    "revision_is_sealed": "timeline_revision",
    "seal_stays": "timeline_seal",
    "seal_is_not_emptied": "timeline_seal",
}
STANDING = """
SELECT tgname FROM pg_trigger
WHERE tgrelid IN ('timeline_revision'::regclass, 'timeline_seal'::regclass) AND tgenabled IN ('O', 'A')
"""


class Link(NamedTuple):
    """A seal with what it seals; ``is_sound`` is None where the revision is not there."""

    number: int
    hash: str
    revision_id: int
    event_id: int | None
    statement_id: int | None
    version: int | None
    is_sound: bool | None


class Loose(NamedTuple):
    """A revision without a seal, or (``revision_id`` None) a published version without a revision."""

    revision_id: int | None
    event_id: int | None
    statement_id: int | None
    version: int


def links(block: int = 10_000) -> Iterator[Link]:
    """Go through the chain from its begin; one query for each ``block`` of seals, and one."""
    after, before = BEFORE_ALL, ""
    while found := _asked(LINKS, {"after": after, "before": before, "most": block}):
        for row in found:
            yield Link(*row)
        after, before = found[-1][0], found[-1][1]


def unsealed(most: int) -> list[Loose]:
    """Return the first revisions that have no seal (1 query)."""
    return [Loose(*row) for row in _asked(UNSEALED, {"most": most})]


def without_revision(most: int) -> list[Loose]:
    """Return the first events and statements whose present version has no revision (1 query)."""
    return [Loose(None, *row) for row in _asked(WITHOUT, {"most": most})]


def fallen_guards() -> list[tuple[str, str]]:
    """Return which triggers are not there or are turned off, each with its table (1 query)."""
    standing = {name for (name,) in _asked(STANDING, {})}
    return [(name, table) for name, table in GUARDS.items() if name not in standing]


def _asked(statement: str, values: dict[str, int | str]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        found: list[Any] = cursor.fetchall()
    return found
