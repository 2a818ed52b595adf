"""What events and statements add to the counts of leaders: how often they took part, whom they met, what they said."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import permutations

from timeline.kinds import CONTACTS
from timeline.models import Event, Modality, Statement
from timeline.readmodels.places import Parts
from timeline.sql.leaders import (
    TOOK_PART,
    add_met,
    add_said,
    change_events,
    count_met_anew,
    count_said_anew,
    lock_leaders,
)


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who took part in an event that happened, and for which country."""

    people: frozenset[tuple[int, int]]
    kind: str
    day: date

    @property
    def leaders(self) -> set[int]:
        """Return the people by id."""
        return {leader for leader, _ in self.people}

    @property
    def meetings(self) -> set[tuple[int, int]]:
        """Return who was in contact with whom, each way."""
        return set(permutations(self.leaders, 2)) if self.kind in CONTACTS else set()


Attended = Mapping[int, Attendance]


def attended(events: Iterable[Event], parts: Parts) -> Attended:
    """Return who took part in each event that happened and was not withdrawn."""
    return {
        event.pk: Attendance(
            frozenset(
                (part.leader_id, part.country_id)
                for part in parts[event.pk]
                if part.leader_id is not None and part.role in TOOK_PART
            ),
            event.kind,
            event.when.sort_date,
        )
        for event in events
        if event.modality == Modality.HAPPENED and event.withdrawn_at is None
    }


@dataclass
class Speakers:
    """The statements that an act adds, each with its speaker, and the speakers of those that it changes."""

    new: dict[int, int] = field(default_factory=dict)
    changed: set[int] = field(default_factory=set)

    def add(self, statement: Statement) -> None:
        """Count a statement that was just written."""
        if statement.leader_id is not None:
            self.new[statement.pk] = statement.leader_id

    def count_anew(self, leader_id: int | None) -> None:
        """Count anew what somebody said, one of whose statements changes."""
        if leader_id is not None:
            self.changed.add(leader_id)


def count_leaders(before: Attended, after: Attended, speakers: Speakers) -> None:
    """Bring the counts of leaders into line: add what is new, count anew what is changed. At most eight statements."""
    events: Counter[int] = Counter(leader for one in after.values() for leader in one.leaders)
    events.subtract(Counter(leader for one in before.values() for leader in one.leaders))
    new = {event for event, one in after.items() if event not in before and one.meetings}
    changed = {event for event in before if before[event] != after.get(event)}
    meetings = {pair for found in (before, after) for event in changed & found.keys() for pair in found[event].meetings}
    added = {statement for statement, leader in speakers.new.items() if leader not in speakers.changed}
    met = {leader for event in new for leader in after[event].leaders} | {
        leader for pair in meetings for leader in pair
    }
    lock_leaders(
        met | {leader for leader, change in events.items() if change} | {*speakers.new.values()} | speakers.changed
    )
    change_events(events)
    if new:
        add_met(new)
    if meetings:
        count_met_anew(meetings)
    if added:
        add_said(added)
    if speakers.changed:
        count_said_anew(speakers.changed)
