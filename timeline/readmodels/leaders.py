"""What events and statements add to the counts of leaders: how often they took part, whom they met, what they said."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import permutations
from typing import NamedTuple

from timeline.kinds import CONTACTS
from timeline.models import Event, Modality, Statement
from timeline.readmodels.places import Parts
from timeline.sql.leaders import (
    CALLS,
    TOOK_PART,
    Met,
    Said,
    count_met_anew,
    count_said_anew,
    lessen_events,
    new_parts,
)
from timeline.sql.sending import Part


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

    def met(self, event_id: int) -> list[Met]:
        """Return what the event adds to the counts of who met whom."""
        if self.kind not in CONTACTS:
            return []
        calls = int(self.kind in CALLS)
        return [
            Met(leader, other, country, calls, self.day, event_id)
            for leader in self.leaders
            for other, country in self.people
            if other != leader
        ]


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
    """What the statements that an act adds say of whom, and the speakers of those that it changes."""

    new: list[Said] = field(default_factory=list)
    changed: set[int] = field(default_factory=set)

    def add(self, statement: Statement, about: Iterable[int]) -> None:
        """Count a statement that was just written, and the countries by id that it is about."""
        if statement.leader_id is not None:
            for country_id in (None, *about):
                said = Said(statement.leader_id, country_id, statement.speech, statement.when.sort_date)
                self.new.append(said)

    def count_anew(self, leader_id: int | None) -> None:
        """Count anew what somebody said, one of whose statements changes."""
        if leader_id is not None:
            self.changed.add(leader_id)


class LeaderChanges(NamedTuple):
    """What an act changes in the counts of leaders: what is added, and what is counted anew."""

    events: Mapping[int, int]
    met: list[Met]
    said: list[Said]
    meetings: set[tuple[int, int]]
    speakers: set[int]

    @property
    def leaders(self) -> set[int]:
        """Return everybody whose counts change."""
        met = {one.leader_id for one in self.met} | {leader for leader, _ in self.meetings}
        return {*self.events, *met, *(one.leader_id for one in self.said), *self.speakers}

    @property
    def parts(self) -> list[Part]:
        """Return what adds what is new, when all are locked."""
        more = {leader: change for leader, change in self.events.items() if change > 0}
        return new_parts(more, self.met, self.said)

    def count_anew(self) -> None:
        """Bring into line what was changed or taken back, when all are locked. At most six statements."""
        if less := {leader: -change for leader, change in self.events.items() if change < 0}:
            lessen_events(less)
        if self.meetings:
            count_met_anew(self.meetings)
        if self.speakers:
            count_said_anew(self.speakers)


def changes_of_leaders(before: Attended, after: Attended, speakers: Speakers) -> LeaderChanges:
    """Return what an act changes: events that are new only add, those that were there are counted anew."""
    events: Counter[int] = Counter(leader for one in after.values() for leader in one.leaders)
    events.subtract(Counter(leader for one in before.values() for leader in one.leaders))
    changed = {event for event in before if before[event] != after.get(event)}
    return LeaderChanges(
        {leader: change for leader, change in events.items() if change},
        [met for event, one in after.items() if event not in before for met in one.met(event)],
        [said for said in speakers.new if said.leader_id not in speakers.changed],
        {pair for found in (before, after) for event in changed & found.keys() for pair in found[event].meetings},
        speakers.changed,
    )
