"""Record, correct and withdraw events. This is the only door of the record."""

import re
from datetime import datetime
from itertools import chain

from django.db import transaction
from django.utils.text import slugify

from timeline.actions.checks import check_event, citations_of
from timeline.actions.directory import LEVELS, Directory, directory_for_event
from timeline.actions.errors import InvalidField
from timeline.actions.quoting import words_of_statements
from timeline.actions.revisions import check_change, locked_event, write_event_revision
from timeline.actions.sources import citation_rows, record_sources
from timeline.actions.statements import write_statement
from timeline.inputs import EventInput, SourceInput
from timeline.kinds import KINDS
from timeline.models import Citation, Event, EventTopic, Office, Participation, Revision, Source
from timeline.readmodels import Filing

TAKEN = re.compile(r"history|v\d+")


@transaction.atomic
def record_event(*, event: EventInput, by: str, at: datetime) -> Event:
    """Publish an event with its statements and passages; raise a ``RecordError`` that says what it lacks.

    It needs a passage for when, kind and modality, for each participation, and for words and speaker of each statement;
    for each person an office on the day, or the word that it is not known; and quotation marks only round words that
    are verbatim in a passage (features 18, 25 and 34).
    """
    check_event(event)
    directory = directory_for_event(event)
    with Filing(at=at) as filing:
        sources = record_sources(citations_of(event), by=by, at=at)
        row = Event(version=1, published_at=at, updated_at=at)
        parts = _participations(event, directory)
        _fill(row, event, parts)
        filing.prepare(row, parts)
        row.save()
        _write_participations(row, parts, event, sources)
        _write_topics(row, event)
        statements = [
            write_statement(statement, directory, sources, filing, event=row, position=position, by=by, at=at)
            for position, statement in enumerate(event.statements)
        ]
        filing.add(row, parts, statements, event.topics, _cited(event, sources))
        write_event_revision(row, kind=Revision.Kind.FIRST, reason="", by=by, at=at)
    return row


@transaction.atomic
def correct_event(
    *, event_id: int, event: EventInput, expected_version: int, kind: str, by: str, at: datetime, reason: str = ""
) -> Event:
    """Publish a new version of an event; raise ``StaleVersion`` where another was published meanwhile.

    Its statements have their own addresses and versions: correct them by ``correct_statement``, add one by
    ``record_statement``.
    """
    check_change(kind, reason)
    if event.statements:
        raise InvalidField("Correct the statements of an event one by one; leave them out here.")
    with Filing(at=at, event_ids=[event_id]):
        row = locked_event(event_id, expected_version)
        check_event(event, standing=words_of_statements(row))
        directory = directory_for_event(event)
        sources = record_sources(citations_of(event), by=by, at=at)
        parts = _participations(event, directory)
        _fill(row, event, parts)
        row.version += 1
        row.updated_at = at
        row.corrected_at = at if kind == Revision.Kind.CORRECTION else row.corrected_at
        row.save()
        row.citations.all().delete()
        row.participations.all().delete()
        row.topics.all().delete()
        _write_participations(row, parts, event, sources)
        _write_topics(row, event)
        write_event_revision(row, kind=kind, reason=reason, by=by, at=at)
    return row


@transaction.atomic
def withdraw_event(*, event_id: int, expected_version: int, reason: str, by: str, at: datetime) -> Event:
    """Withdraw an event: it leaves every list, and its address says that it was withdrawn, and why."""
    with Filing(at=at, event_ids=[event_id]):
        row = locked_event(event_id, expected_version)
        row.version += 1
        row.updated_at = row.withdrawn_at = at
        row.save()
        write_event_revision(row, kind=Revision.Kind.RETRACTION, reason=reason, by=by, at=at)
    return row


def _participations(event: EventInput, directory: Directory) -> list[Participation]:
    parts = []
    for position, given in enumerate(event.participations):
        country, leader = directory.country(given.country), directory.leader(given.leader)
        tenure = directory.tenure(leader, country, event.when, given.office, given.is_office_unknown)
        parts.append(
            Participation(
                country=country,
                leader=leader,
                tenure=tenure,
                is_office_unknown=leader is not None and tenure is None,
                is_pairwise=given.is_pairwise,
                role=given.role,
                side=given.side,
                position=position,
            )
        )
    return parts


def _fill(row: Event, given: EventInput, parts: list[Participation]) -> None:
    row.title, row.summary = given.title.strip(), given.summary.strip()
    row.slug = slug_of(row.title, given.kind)
    row.kind, row.modality = given.kind, given.modality
    row.level = given.level or _highest_level(given.kind, parts)
    row.place, row.time_zone, row.day_order = given.place, given.time_zone, given.day_order
    row.set_when(given.when, given.source_words, given.resolved_from)


def slug_of(title: str, kind: str) -> str:
    """Return the words of an event's address: the title's, but none that stand for its history or a version of it."""
    slug = slugify(title)[:160].strip("-") or kind.replace("_", "-")
    return f"{slug}-{kind.replace('_', '-')}"[:160] if TAKEN.fullmatch(slug) else slug


def _highest_level(kind: str, parts: list[Participation]) -> str:
    """Return the level of the highest office among those who took part, else what the kind suggests."""
    acted = (Participation.Role.PARTY, Participation.Role.MEDIATOR, Participation.Role.HOST)
    levels = {part.tenure.office.level for part in parts if part.tenure and part.role in acted}
    found = next((level.value for level in LEVELS if level in levels), "")
    return found or KINDS[kind].level_hint or Office.Level.OFFICIAL


def _write_participations(
    row: Event, parts: list[Participation], given: EventInput, sources: dict[SourceInput, Source]
) -> None:
    for part in parts:
        part.event = row
    Participation.objects.bulk_create(parts)
    citations = citation_rows(given.citations, sources, event=row)
    for part, given_part in zip(parts, given.participations, strict=True):
        citations += citation_rows(given_part.citations, sources, participation=part)
    Citation.objects.bulk_create(citations)


def _cited(given: EventInput, sources: dict[SourceInput, Source]) -> list[tuple[Source, str]]:
    """Return the sources of the event itself and of who took part, each with the passage that dates it, or empty."""
    citations = chain(given.citations, *(part.citations for part in given.participations))
    dates = Citation.Field.WHEN
    return [(sources[one.source], one.exact if one.field == dates else "") for one in citations]


def _write_topics(row: Event, given: EventInput) -> None:
    EventTopic.objects.bulk_create(EventTopic(event=row, topic=topic) for topic in sorted(set(given.topics)))
