"""Whom leaders met, how much they took part in and what they spoke of, counted: the same for some and for all.

What is new is added to the counts; where something was changed or taken back, the counts that it was in are made anew.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from string import Template
from typing import NamedTuple

from django.db import connection

from timeline.kinds import CONTACTS
from timeline.models import Participation
from timeline.sql.sending import Part, Row

# Who takes part in a contact; one who is only its topic, or is mentioned, does not.
TOOK_PART = (Participation.Role.PARTY, Participation.Role.MEDIATOR, Participation.Role.HOST)
CALLS = ("phone_call", "video_call", "conversation")

EVENTS = """
INSERT INTO timeline_leadertotal (leader_id, events)
SELECT mine.leader_id, count(*) FROM timeline_evententry entry
CROSS JOIN LATERAL unnest(entry.took_part) AS mine (leader_id)
WHERE entry.modality = 'happened' GROUP BY 1
"""
ADD_EVENTS = """
INSERT INTO timeline_leadertotal (leader_id, events) SELECT * FROM unnest(%s::bigint[], %s::integer[])
ON CONFLICT (leader_id) DO UPDATE SET events = timeline_leadertotal.events + excluded.events
"""
LESSEN_EVENTS = """
UPDATE timeline_leadertotal total SET events = total.events - less.change
FROM unnest(%(leaders)s::bigint[], %(changes)s::integer[]) AS less (leader_id, change)
WHERE total.leader_id = less.leader_id
"""
FORGET_EVENTS = "DELETE FROM timeline_leadertotal WHERE leader_id = ANY(%(leaders)s) AND events = 0"

MET = """
INSERT INTO timeline_leadermet AS met (leader_id, other_id, country_id, count, calls, last_date, last_id)
SELECT mine.leader_id, part.leader_id, part.country_id, count(DISTINCT entry.event_id),
       count(DISTINCT entry.event_id) FILTER (WHERE entry.kind = ANY(%(calls)s)), max(entry.sort_date),
       (array_agg(entry.event_id ORDER BY entry.sort_date DESC, entry.event_id DESC))[1]
FROM timeline_evententry entry
${people}
WHERE entry.modality = 'happened' AND entry.kind = ANY(%(contacts)s) AND part.role = ANY(%(took_part)s)
GROUP BY 1, 2, 3
"""
EVERYBODY = """
CROSS JOIN LATERAL unnest(entry.took_part) AS mine (leader_id)
JOIN timeline_participation part ON part.event_id = entry.event_id AND part.leader_id <> mine.leader_id
"""
SOME = """
JOIN unnest(%(leaders)s::bigint[], %(others)s::bigint[]) AS mine (leader_id, other_id)
  ON entry.took_part @> ARRAY[mine.leader_id, mine.other_id]
JOIN timeline_participation part ON part.event_id = entry.event_id AND part.leader_id = mine.other_id
"""
ADD_MET = """
INSERT INTO timeline_leadermet AS met (leader_id, other_id, country_id, count, calls, last_date, last_id)
SELECT * FROM unnest(
  %s::bigint[], %s::bigint[], %s::bigint[], %s::integer[], %s::integer[], %s::date[], %s::bigint[]
)
ON CONFLICT (leader_id, other_id, country_id) DO UPDATE SET
  count = met.count + excluded.count, calls = met.calls + excluded.calls,
  last_date = greatest(met.last_date, excluded.last_date),
  last_id = CASE WHEN (excluded.last_date, excluded.last_id) > (met.last_date, met.last_id)
                 THEN excluded.last_id ELSE met.last_id END
"""
FORGET_MET = """
DELETE FROM timeline_leadermet met
USING unnest(%(leaders)s::bigint[], %(others)s::bigint[]) AS mine (leader_id, other_id)
WHERE met.leader_id = mine.leader_id AND met.other_id = mine.other_id
"""

SAID = """
INSERT INTO timeline_leadersaid AS known (leader_id, country_id, speech, count, last_date)
SELECT said.leader_id, about.country_id, said.speech, count(*), max(said.sort_date)
FROM timeline_statement said CROSS JOIN LATERAL (
  SELECT NULL::bigint UNION ALL SELECT country_id FROM timeline_statement_about WHERE statement_id = said.id
) AS about (country_id)
WHERE said.leader_id IS NOT NULL AND said.withdrawn_at IS NULL ${which}
GROUP BY 1, 2, 3
"""
ADD_SAID = """
INSERT INTO timeline_leadersaid AS known (leader_id, country_id, speech, count, last_date)
SELECT * FROM unnest(%s::bigint[], %s::bigint[], %s::text[], %s::integer[], %s::date[])
ON CONFLICT (leader_id, country_id, speech) DO UPDATE SET
  count = known.count + excluded.count, last_date = greatest(known.last_date, excluded.last_date)
"""
FORGET_SAID = "DELETE FROM timeline_leadersaid WHERE leader_id = ANY(%(leaders)s)"

KINDS_AND_ROLES = {"contacts": list(CONTACTS), "calls": list(CALLS), "took_part": [str(role) for role in TOOK_PART]}
Pairs = Collection[tuple[int, int]]


class Met(NamedTuple):
    """Say that a leader was in contact with another, who acted for a country, in one event."""

    leader_id: int
    other_id: int
    country_id: int
    calls: int
    day: date
    event_id: int


class Said(NamedTuple):
    """Say that a leader made a statement of one form about a country, or at all where none is named."""

    leader_id: int
    country_id: int | None
    speech: str
    day: date


def counting_leaders() -> list[str]:
    """Return the statements that count everything into empty tables; their values are ``KINDS_AND_ROLES``."""
    return [EVENTS, Template(MET).substitute(people=EVERYBODY), Template(SAID).substitute(which="")]


def rebuild_leaders() -> None:
    """Count everything anew from the record. Six statements."""
    with connection.cursor() as cursor:
        for table in ("leadertotal", "leadermet", "leadersaid"):
            cursor.execute(f"DELETE FROM timeline_{table}")  # noqa: S608 - names of ours
        for statement in counting_leaders():
            cursor.execute(statement, KINDS_AND_ROLES)


def new_parts(events: Mapping[int, int], met: Iterable[Met], said: Iterable[Said]) -> list[Part]:
    """Return what adds to the counts of leaders, who are locked: events by leader, contacts and statements."""
    of_met = [
        (*key, len(ones), sum(one[0] for one in ones), *max(one[1:] for one in ones)) for key, ones in _by_key(met)
    ]
    of_said = [(*key, len(ones), *max(ones)) for key, ones in _by_key(said)]
    given = (
        ("of_leaders", ADD_EVENTS, list(events.items())),
        ("of_met", ADD_MET, of_met),
        ("of_said", ADD_SAID, of_said),
    )
    return [
        Part(name, statement, [list(column) for column in zip(*rows, strict=True)])
        for name, statement, rows in given
        if rows
    ]


def _by_key(rows: Iterable[Row]) -> Iterable[tuple[Row, list[Row]]]:
    """Return what follows the three columns of a key by the key: one statement adds to none of them twice."""
    found: dict[Row, list[Row]] = {}
    for row in rows:
        found.setdefault(row[:3], []).append(row[3:])
    return found.items()


def lessen_events(changes: Mapping[int, int]) -> None:
    """Take from the number of events in which leaders took part. Two statements."""
    with connection.cursor() as cursor:
        for statement in (LESSEN_EVENTS, FORGET_EVENTS):
            cursor.execute(statement, {"leaders": list(changes), "changes": list(changes.values())})


def count_met_anew(pairs: Pairs) -> None:
    """Count anew how often each of these leaders met the other. Two statements."""
    values = {"leaders": [pair[0] for pair in sorted(pairs)], "others": [pair[1] for pair in sorted(pairs)]}
    with connection.cursor() as cursor:
        cursor.execute(FORGET_MET, values)
        cursor.execute(Template(MET).substitute(people=SOME), {**KINDS_AND_ROLES, **values})


def count_said_anew(leader_ids: Collection[int]) -> None:
    """Count anew what these leaders spoke of. Two statements."""
    values = {"leaders": sorted(leader_ids)}
    with connection.cursor() as cursor:
        cursor.execute(FORGET_SAID, values)
        cursor.execute(Template(SAID).substitute(which="AND said.leader_id = ANY(%(leaders)s)"), values)
