"""Show a draft as a card: its fields in words, its passages, what it lacks."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.models import Draft, Passage
from newsroom.models.content import EventContent, Figured, Participant, StatementContent
from newsroom.queries import Desk, DraftRow, Lack, events_told_of, lacks_of, office_held, when_of
from timeline.kinds import KINDS
from timeline.models import Event
from timeline.topics import TOPICS
from timeline.values import When


@dataclass(frozen=True, slots=True)
class Person:
    """Hold one part in an event: country and person as shown, the office then, and what they are in it."""

    country: str
    name: str
    office: str
    role: str
    side: str
    is_known: bool
    is_office_unknown: bool


@dataclass(frozen=True, slots=True)
class Card:
    """Hold one draft as the desk shows it."""

    draft: Draft
    title: str
    kind: str
    modality: str
    when: When | None
    source_words: str
    resolved_from: str
    place: str
    summary: str
    topics: tuple[str, ...]
    people: tuple[Person, ...]
    is_joint: bool
    speaker: Person | None
    speech: str
    words: str
    channel: str
    about: tuple[str, ...]
    reported_by: tuple[str, ...]
    claims: tuple[Figured, ...]
    event_number: int
    passages: tuple[Passage, ...]
    lacks: tuple[Lack, ...]
    is_of_older_text: bool
    told_of: tuple[Event, ...] = ()
    is_second_source: bool = False

    @property
    def parties(self) -> tuple[str, ...]:
        """Return the countries of the parties, once each."""
        return tuple(dict.fromkeys(one.country for one in self.people if one.role == "party"))

    @property
    def actors(self) -> tuple[str, ...]:
        """Return the countries that act."""
        return tuple(dict.fromkeys(one.country for one in self.people if one.role == "party" and one.side == "actor"))

    @property
    def recipients(self) -> tuple[str, ...]:
        """Return the countries that are acted upon."""
        return tuple(
            dict.fromkeys(one.country for one in self.people if one.role == "party" and one.side == "recipient")
        )

    @property
    def others(self) -> tuple[Person, ...]:
        """Return who is no party."""
        return tuple(one for one in self.people if one.role != "party")

    @property
    def persons(self) -> tuple[Person, ...]:
        """Return the people who acted."""
        return tuple(one for one in self.people if one.name)

    @property
    def percent(self) -> int | None:
        """Return how sure the rule is, in hundredths."""
        return None if self.draft.confidence is None else round(self.draft.confidence * 100)


def _person(desk: Desk, part: Participant, edtf: str) -> Person:
    """Return a part with names and the office of the day."""
    held = office_held(desk, part.leader, part.country, edtf)
    country, leader = desk.countries.get(part.country), desk.leaders.get(part.leader)
    return Person(
        country=country.name if country else part.country,
        name=leader.name if leader else part.person,
        office=held.office.title if held else "",
        role=part.role,
        side=part.side,
        is_known=leader is not None or not part.person,
        is_office_unknown=part.is_office_unknown,
    )


def _known(desk: Desk, content: EventContent) -> tuple[Event, ...]:
    """Return the event that a draft is another source for."""
    return tuple(event for event in desk.events if event.pk == content.known_event)


def card_of(desk: Desk, row: DraftRow) -> Card:
    """Return a draft as a card. No query."""
    draft, content = row.draft, row.content
    event = content if isinstance(content, EventContent) else EventContent()
    said = content if isinstance(content, StatementContent) else StatementContent()
    speaker = Participant(said.country, said.speaker, said.speaker_name, is_office_unknown=said.is_office_unknown)
    is_decidable = draft.state in (Draft.State.PROPOSED, Draft.State.ACCEPTED)
    return Card(
        draft=draft,
        title=event.title if draft.kind == Draft.Kind.EVENT else said.words,
        kind=KINDS[event.kind].label if event.kind in KINDS else "",
        modality=event.modality,
        when=when_of(content.edtf),
        source_words=content.source_words,
        resolved_from=content.resolved_from,
        place=event.place,
        summary=event.summary,
        topics=tuple(TOPICS[key].label for key in event.topics if key in TOPICS),
        people=tuple(_person(desk, part, event.edtf) for part in event.participants),
        is_joint=event.kind in KINDS and KINDS[event.kind].is_joint,
        speaker=_person(desk, speaker, said.edtf) if draft.kind == Draft.Kind.STATEMENT else None,
        speech=said.speech,
        words=said.words,
        channel=said.channel,
        about=tuple(desk.countries[slug].name for slug in said.about if slug in desk.countries),
        reported_by=said.reported_by,
        claims=said.claims,
        event_number=said.event,
        passages=tuple(draft.passages.all()),
        lacks=tuple(lacks_of(desk, row)) if is_decidable else (),
        is_of_older_text=draft.reading.text_version_id != desk.text.pk,
        told_of=tuple(events_told_of(desk, row)[:3]) if is_decidable and not event.known_event else _known(desk, event),
        is_second_source=event.known_event > 0,
    )
