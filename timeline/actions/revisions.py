"""Write down what was published: all of it, as it stood."""

from datetime import datetime
from typing import Any

from timeline.actions.errors import AlreadyWithdrawn, InvalidField, MissingReason, NothingThere, StaleVersion
from timeline.models import Citation, Event, Revision, Statement

CHANGES = (Revision.Kind.TYPO, Revision.Kind.UPDATE, Revision.Kind.CORRECTION)
NEEDS_REASON = (Revision.Kind.CORRECTION, Revision.Kind.RETRACTION, Revision.Kind.MERGE)


def write_event_revision(event: Event, *, kind: str, reason: str, by: str, at: datetime, **more: Any) -> Revision:
    """Add the revision of an event's present version; ``more`` is kept beside its content."""
    return Revision.objects.create(
        event=event,
        version=event.version,
        kind=kind,
        reason=checked_reason(kind, reason),
        content=event_content(event) | more,
        editor_name=by,
        published_at=at,
    )


def write_statement_revision(statement: Statement, *, kind: str, reason: str, by: str, at: datetime) -> Revision:
    """Add the revision of a statement's present version."""
    return Revision.objects.create(
        statement=statement,
        version=statement.version,
        kind=kind,
        reason=checked_reason(kind, reason),
        content=statement_content(statement),
        editor_name=by,
        published_at=at,
    )


def checked_reason(kind: str, reason: str) -> str:
    """Return the reason without outer spaces; raise ``MissingReason`` where the kind asks for one."""
    reason = reason.strip()
    if kind in NEEDS_REASON and not reason:
        raise MissingReason("Say why, in a sentence that readers will see.")
    if len(reason) > 500:
        raise InvalidField(f"The reason has {len(reason)} characters; shorten it to 500.")
    return reason


def check_change(kind: str, reason: str) -> None:
    """Refuse a kind of change that is none, or one without the reason that it needs."""
    if kind not in CHANGES:
        raise InvalidField(f"“{kind}” is no kind of change: choose typo, update or correction.")
    checked_reason(kind, reason)


def locked_event(event_id: int, expected_version: int | None = None) -> Event:
    """Return the event, locked; raise ``NothingThere``, ``AlreadyWithdrawn`` or ``StaleVersion``."""
    event = Event.objects.select_for_update().filter(pk=event_id).first()
    if event is None:
        raise NothingThere(f"There is no event {event_id}.")
    if event.withdrawn_at:
        raise AlreadyWithdrawn("This event was withdrawn. Record a new one.")
    if expected_version is not None and event.version != expected_version:
        raise StaleVersion(event.version, expected_version)
    return event


def locked_statement(statement_id: int, expected_version: int) -> Statement:
    """Return the statement, locked; raise ``NothingThere``, ``AlreadyWithdrawn`` or ``StaleVersion``."""
    statement = Statement.objects.select_for_update().filter(pk=statement_id).first()
    if statement is None:
        raise NothingThere(f"There is no statement {statement_id}.")
    if statement.withdrawn_at:
        raise AlreadyWithdrawn("This statement was withdrawn. Record a new one.")
    if statement.version != expected_version:
        raise StaleVersion(statement.version, expected_version)
    return statement


def event_content(event: Event) -> dict[str, Any]:
    """Return all that is published of an event, as JSON. Eight queries, whatever its size."""
    parts = event.participations.select_related("country", "leader", "tenure__office")
    parts = parts.prefetch_related("citations__source")
    statements = (
        Statement.objects.filter(event=event, withdrawn_at__isnull=True)
        .select_related("leader", "country", "tenure__office")
        .prefetch_related("citations__source", "claims__citations__source", "attributions", "about")
        .order_by("position", "pk")
    )
    return {
        "title": event.title,
        "summary": event.summary,
        "kind": event.kind,
        "modality": event.modality,
        "level": event.level,
        "topics": sorted(topic.topic for topic in event.topics.all()),
        "place": event.place,
        "time_zone": event.time_zone,
        "day_order": event.day_order,
        "merged_into": event.merged_into_id,
        "participations": [
            {
                "country": part.country.slug,
                "leader": part.leader.slug if part.leader else None,
                "office": part.tenure.office.slug if part.tenure else None,
                "is_office_unknown": part.is_office_unknown,
                "is_pairwise": part.is_pairwise,
                "role": part.role,
                "side": part.side,
                "citations": [_citation(citation) for citation in part.citations.all()],
            }
            for part in parts
        ],
        "citations": [_citation(citation) for citation in event.citations.select_related("source")],
        "statements": [statement_content(statement) for statement in statements],
        **_dated(event),
    }


def statement_content(statement: Statement) -> dict[str, Any]:
    """Return all that is published of a statement, as JSON."""
    return {
        "id": statement.pk,
        "version": statement.version,
        "leader": statement.leader.slug if statement.leader else None,
        "speaker_name": statement.speaker_name,
        "country": statement.country.slug if statement.country else None,
        "office": statement.tenure.office.slug if statement.tenure else None,
        "is_office_unknown": statement.is_office_unknown,
        "speech": statement.speech,
        "words": statement.words,
        "language": statement.language,
        "is_translation": statement.is_translation,
        "cue": statement.cue,
        "channel": statement.channel,
        "about": sorted(country.slug for country in statement.about.all()),
        "attributions": [{"name": link.name} for link in statement.attributions.all()],
        "claims": [
            {
                "subject": claim.subject,
                "value": f"{claim.value.normalize():f}",
                "unit": claim.unit,
                "direction": claim.direction,
                "is_approximate": claim.is_approximate,
                "fact_check": claim.fact_check,
                "citations": [_citation(citation) for citation in claim.citations.all()],
                **_dated(claim),
            }
            for claim in statement.claims.all()
        ],
        "citations": [_citation(citation) for citation in statement.citations.all()],
        **_dated(statement),
    }


def _dated(row: Any) -> dict[str, str]:
    return {"edtf": row.edtf, "source_words": row.source_words, "resolved_from": row.resolved_from}


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "source": citation.source_id,
        "outlet": citation.source.outlet,
        "address": citation.source.address,
        "field": citation.field,
        "exact": citation.exact,
        "prefix": citation.prefix,
        "suffix": citation.suffix,
        "start": citation.start,
        "end": citation.end,
        "version_hash": citation.version_hash,
    }
