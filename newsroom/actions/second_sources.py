"""Let another report support an event that is public already, instead of recording the event twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from newsroom.actions.refusals import Refused
from newsroom.actions.review import decide_event
from newsroom.actions.standing import input_of
from newsroom.models import Draft, User
from newsroom.models.content import EventContent
from newsroom.queries import draft_row, events_told_of
from timeline import actions as record
from timeline.inputs import CitationInput, EventInput
from timeline.models import Event


@transaction.atomic
def accept_as_source(*, draft: Draft, event_id: int, expected_version: int, by: User, at: datetime) -> Draft:
    """Accept a draft as another source for a public event; its passages go there when it is published.

    Raise ``Conflict`` where the draft changed since, ``Refused`` where the event is none that it may tell of.
    """
    desk, row = draft_row(draft)
    if event_id not in {event.pk for event in events_told_of(desk, row)}:
        raise Refused("other_event", "This event has other parties, other days, or is of another kind.")
    return decide_event(draft=draft, known_event=event_id, expected_version=expected_version, by=by, at=at)


def add_source(content: EventContent, own: EventInput, *, by: str, at: datetime) -> Event:
    """Publish the passages of a draft onto the event that it tells of; raise a ``RecordError``."""
    event = _standing(content.known_event)
    standing = input_of(event)
    parts = list(standing.participations)
    for part in own.participations:
        places = [place for place, one in enumerate(parts) if one.country == part.country]
        place = next((place for place in places if parts[place].leader == part.leader), next(iter(places), None))
        if place is not None:
            merged = _joined(parts[place].citations, part.citations)
            parts[place] = replace(parts[place], citations=merged)
    joined = replace(standing, participations=tuple(parts), citations=_joined(standing.citations, own.citations))
    return _update(event, joined, by=by, at=at)


def take_source_away(event_id: int, own: EventInput, *, reason: str, by: str, at: datetime) -> Event:
    """Take the passages of a draft off the event that they were added to; raise a ``RecordError``."""
    event = _standing(event_id)
    standing = input_of(event)
    gone = {_key(one) for one in (*own.citations, *(cited for part in own.participations for cited in part.citations))}

    def left(citations: Iterable[CitationInput]) -> tuple[CitationInput, ...]:
        return tuple(one for one in citations if _key(one) not in gone)

    parts = tuple(replace(part, citations=left(part.citations)) for part in standing.participations)
    without = replace(standing, participations=parts, citations=left(standing.citations))
    return _update(event, without, by=by, at=at, reason=reason)


def _standing(event_id: int) -> Event:
    """Return a public event; raise ``NothingThere`` where it was withdrawn."""
    event = Event.objects.filter(pk=event_id, withdrawn_at__isnull=True).first()
    if event is None:
        raise record.NothingThere(f"There is no public event {event_id}.")
    return event


def _update(event: Event, given: EventInput, *, by: str, at: datetime, reason: str = "") -> Event:
    """Publish the next version of the event; the passages of each fact change, its words do not."""
    return record.correct_event(
        event_id=event.pk, event=given, expected_version=event.version, kind="update", by=by, at=at, reason=reason
    )


def _key(one: CitationInput) -> tuple[str, str, int, int]:
    return one.version_hash, one.field, one.start, one.end


def _joined(standing: tuple[CitationInput, ...], more: tuple[CitationInput, ...]) -> tuple[CitationInput, ...]:
    """Return passages with others behind them, each once."""
    known = {_key(one) for one in standing}
    return (*standing, *(one for one in more if _key(one) not in known))
