"""Correct what is public, merge what was told twice and part it again, take back what should not be there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from newsroom.actions.log import write_log
from newsroom.actions.publishing import refuse_ahead, withdraw_draft
from newsroom.actions.refusals import Conflict, Refused
from newsroom.actions.standing import citations_of, input_of, passages_of
from newsroom.models import Draft, User
from newsroom.models.content import PublicPart
from timeline import actions as record
from timeline.inputs import EventInput, ParticipationInput
from timeline.models import Event, Statement
from timeline.values import When


@contextmanager
def refusals(public: Event | Statement) -> Iterator[None]:
    """Raise ``Conflict`` for another version than was shown, ``Refused`` with the record's sentence for the rest."""
    try:
        yield
    except record.StaleVersion as stale:
        raise Conflict(type(public).objects.get(pk=public.pk)) from stale
    except (record.RecordError, ValueError) as error:
        raise Refused("refused", str(error)) from error


def log_correction(
    verb: str, public: Event | Statement, *, after: int, kind: str, reason: str, by: User, at: datetime
) -> None:
    """Log that a new version was published after one, with the sort of change and its reason."""
    told = {"version": public.version, "kind": kind, "reason": reason}
    write_log(verb, of=public, by=by, at=at, before={"version": after}, after=told)


@transaction.atomic
def correct_public_event(
    *, event: Event, changed: Mapping[str, Any], expected_version: int, kind: str, reason: str, by: User, at: datetime
) -> Event:
    """Publish a new version of an event with some fields changed; its passages stay.

    ``changed`` are fields of ``EventInput``, with ``edtf`` for the date; on another day each person has the office of
    that day, which ``is_office_unknown`` lets be unknown. ``parts`` are all who took part; None: those who stand there.
    Raise ``Conflict`` where another version was published, ``Refused`` where the record refuses this one.
    """
    with refusals(event):
        if expected_version != event.version:
            raise record.StaleVersion(event.version, expected_version)
        standing = input_of(event)
        new = dict(changed)
        given = _with_parts(standing, new.pop("parts", None), event)
        given = _with(given, event.edtf, new)
        if given == standing:
            raise Refused("nothing_changed", "Nothing was changed.")
        refuse_ahead(str(changed["edtf"]), given.modality, at)
        corrected = record.correct_event(
            event_id=event.pk,
            event=given,
            expected_version=expected_version,
            kind=kind,
            reason=reason,
            by=str(by),
            at=at,
        )
    log_correction("correct_event", corrected, after=expected_version, kind=kind, reason=reason, by=by, at=at)
    return corrected


def _with_parts(standing: EventInput, parts: Sequence[PublicPart] | None, event: Event) -> EventInput:
    """Return the event with these parts; its level is that of those who took part."""
    if parts is None:
        return standing
    new = tuple(_part(one, standing.participations, event) for one in parts)
    return standing if new == standing.participations else replace(standing, participations=new, level="")


def _part(one: PublicPart, public: Sequence[ParticipationInput], event: Event) -> ParticipationInput:
    """Return a part with the passages of the one that it was, else with the one that shows it."""
    if one.place is not None and one.place < len(public):
        before = public[one.place]
    else:
        shown = citations_of(passages_of(event).filter(pk=one.passage or 0))
        before = ParticipationInput(
            country=one.country, citations=tuple(replace(each, field="participation") for each in shown)
        )
    leader = one.leader or None
    is_same = (one.country, leader) == (before.country, before.leader)
    return replace(
        before,
        country=one.country,
        leader=leader,
        role=one.role,
        side=one.side,
        office=before.office if is_same else None,
        is_office_unknown=one.is_office_unknown,
    )


def _with(standing: EventInput, edtf: str, changed: dict[str, Any]) -> EventInput:
    """Return the event with what was changed."""
    given_edtf, is_unknown = changed.pop("edtf"), changed.pop("is_office_unknown")
    given = replace(standing, **changed)
    if given_edtf == edtf:
        return given
    parts = tuple(
        replace(part, office=None, is_office_unknown=part.is_office_unknown or is_unknown)
        for part in given.participations
    )
    return replace(given, when=When.parse(given_edtf), resolved_from="given by an editor", participations=parts)


@transaction.atomic
def merge_public_events(
    *, event: Event, into_id: int, expected_version: int, reason: str, by: User, at: datetime
) -> Event:
    """Merge an event into another, to which its address leads from now on; return that."""
    with refusals(event):
        into = Event.objects.filter(pk=into_id).first()
        if into is None:
            raise record.NothingThere(f"There is no event {into_id}.")
        versions = expected_version, into.version
        kept = record.merge_events(
            event_id=event.pk, into_id=into_id, expected_versions=versions, reason=reason, by=str(by), at=at
        )
    write_log("merge_events", of=event, by=by, at=at, after={"into": into_id, "reason": reason})
    return kept


@transaction.atomic
def separate_event(*, event: Event, by: User, at: datetime) -> Event:
    """Take a merge back; raise ``Refused`` where there is none or too long ago."""
    with refusals(event):
        apart = record.unmerge_events(event_id=event.pk, by=str(by), at=at)
    write_log("separate_events", of=event, by=by, at=at, before={"into": event.merged_into_id})
    return apart


@transaction.atomic
def withdraw_public_event(*, event: Event, expected_version: int, reason: str, by: User, at: datetime) -> None:
    """Take an event back from readers; the draft that it was published from waits for a decision again."""
    if expected_version != event.version:
        raise Conflict(event)
    drafts = Draft.objects.filter(event=event, state=Draft.State.PUBLISHED)
    draft = next((one for one in drafts.order_by("pk") if not one.content.get("known_event")), None)
    if draft is not None:
        withdraw_draft(draft=draft, expected_version=draft.version, reason=reason, by=by, at=at)
        return
    with refusals(event):
        record.withdraw_event(event_id=event.pk, expected_version=expected_version, reason=reason, by=str(by), at=at)
    write_log("withdraw", of=event, by=by, at=at, before={"version": expected_version}, after={"reason": reason})
