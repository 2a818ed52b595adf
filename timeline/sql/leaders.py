"""Whom leaders met, how much they took part in and what they spoke of, counted: the same for some and for all.

What is new is added to the counts; where something was changed or taken back, the counts that it was in are made anew.
"""

from collections.abc import Collection, Mapping
from string import Template

from django.db import connection

from timeline.kinds import CONTACTS
from timeline.models import Participation

# Who takes part in a contact; one who is only its topic, or is mentioned, does not.
TOOK_PART = (Participation.Role.PARTY, Participation.Role.MEDIATOR, Participation.Role.HOST)
CALLS = ("phone_call", "video_call", "conversation")

LOCK = "SELECT id FROM timeline_leader WHERE id = ANY(%(leaders)s) ORDER BY id FOR NO KEY UPDATE"

EVENTS = """
INSERT INTO timeline_leadertotal (leader_id, events)
SELECT mine.leader_id, count(*) FROM timeline_evententry entry
CROSS JOIN LATERAL unnest(entry.took_part) AS mine (leader_id)
WHERE entry.modality = 'happened' GROUP BY 1
"""
ADD_EVENTS = """
INSERT INTO timeline_leadertotal (leader_id, events) SELECT * FROM unnest(%(leaders)s::bigint[], %(changes)s::integer[])
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
WHERE entry.modality = 'happened' AND entry.kind = ANY(%(contacts)s) AND part.role = ANY(%(took_part)s) ${which}
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
AND_MET = """
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
AND_SAID = """
ON CONFLICT (leader_id, country_id, speech) DO UPDATE SET
  count = known.count + excluded.count, last_date = greatest(known.last_date, excluded.last_date)
"""
FORGET_SAID = "DELETE FROM timeline_leadersaid WHERE leader_id = ANY(%(leaders)s)"

KINDS_AND_ROLES = {"contacts": list(CONTACTS), "calls": list(CALLS), "took_part": [str(role) for role in TOOK_PART]}
Pairs = Collection[tuple[int, int]]


def counting_leaders() -> list[str]:
    """Return the statements that count everything into empty tables; their values are ``KINDS_AND_ROLES``."""
    return [EVENTS, Template(MET).substitute(people=EVERYBODY, which=""), Template(SAID).substitute(which="")]


def rebuild_leaders() -> None:
    """Count everything anew from the record. Six statements."""
    with connection.cursor() as cursor:
        for table in ("leadertotal", "leadermet", "leadersaid"):
            cursor.execute(f"DELETE FROM timeline_{table}")  # noqa: S608 - names of ours
        for statement in counting_leaders():
            cursor.execute(statement, KINDS_AND_ROLES)


def lock_leaders(leader_ids: Collection[int]) -> None:
    """Lock leaders, after countries and by id: one writer at a time changes their counts. One statement."""
    if leader_ids:
        with connection.cursor() as cursor:
            cursor.execute(LOCK, {"leaders": sorted(leader_ids)})


def change_events(changes: Mapping[int, int]) -> None:
    """Add to the number of events in which leaders took part, and take from it. At most three statements."""
    more = {leader: change for leader, change in changes.items() if change > 0}
    less = {leader: -change for leader, change in changes.items() if change < 0}
    with connection.cursor() as cursor:
        for statements, changed in (((ADD_EVENTS,), more), ((LESSEN_EVENTS, FORGET_EVENTS), less)):
            for statement in statements if changed else ():
                cursor.execute(statement, {"leaders": list(changed), "changes": list(changed.values())})


def add_met(event_ids: Collection[int]) -> None:
    """Add to the counts whom leaders met in events that are new. One statement."""
    add = Template(MET + AND_MET).substitute(people=EVERYBODY, which="AND entry.event_id = ANY(%(events)s)")
    with connection.cursor() as cursor:
        cursor.execute(add, {**KINDS_AND_ROLES, "events": sorted(event_ids)})


def count_met_anew(pairs: Pairs) -> None:
    """Count anew how often each of these leaders met the other. Two statements."""
    values = {"leaders": [pair[0] for pair in sorted(pairs)], "others": [pair[1] for pair in sorted(pairs)]}
    with connection.cursor() as cursor:
        cursor.execute(FORGET_MET, values)
        cursor.execute(Template(MET).substitute(people=SOME, which=""), {**KINDS_AND_ROLES, **values})


def add_said(statement_ids: Collection[int]) -> None:
    """Add statements that are new to the counts of who spoke of what. One statement."""
    add = Template(SAID + AND_SAID).substitute(which="AND said.id = ANY(%(statements)s)")
    with connection.cursor() as cursor:
        cursor.execute(add, {"statements": sorted(statement_ids)})


def count_said_anew(leader_ids: Collection[int]) -> None:
    """Count anew what these leaders spoke of. Two statements."""
    values = {"leaders": sorted(leader_ids)}
    with connection.cursor() as cursor:
        cursor.execute(FORGET_SAID, values)
        cursor.execute(Template(SAID).substitute(which="AND said.leader_id = ANY(%(leaders)s)"), values)
