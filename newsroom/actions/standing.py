"""Read what is public as the record takes it, so that a new version of it can be published with little changed."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from timeline.inputs import (
    AttributionInput,
    CitationInput,
    ClaimInput,
    EventInput,
    ParticipationInput,
    SourceInput,
    StatementInput,
)
from timeline.models import Citation, Claim, Event, Participation, Source, Statement
from timeline.values import Figure, When


def input_of(event: Event) -> EventInput:
    """Return a public event as the record takes it."""
    parts = event.participations.select_related("country", "leader", "tenure__office").order_by("position", "pk")
    return EventInput(
        title=event.title,
        summary=event.summary,
        kind=event.kind,
        modality=event.modality,
        level=event.level,
        when=When.parse(event.edtf),
        place=event.place,
        time_zone=event.time_zone,
        day_order=event.day_order,
        topics=tuple(sorted(topic.topic for topic in event.topics.all())),
        source_words=event.source_words,
        resolved_from=event.resolved_from,
        participations=tuple(_participation(part) for part in parts),
        citations=citations_of(Citation.objects.filter(event=event)),
    )


def _participation(part: Participation) -> ParticipationInput:
    """Return a part as the record takes it."""
    return ParticipationInput(
        country=part.country.slug,
        role=part.role,
        side=part.side,
        leader=part.leader.slug if part.leader else None,
        office=part.tenure.office.slug if part.tenure else None,
        is_office_unknown=part.is_office_unknown,
        is_pairwise=part.is_pairwise,
        citations=citations_of(Citation.objects.filter(participation=part)),
    )


def passages_of(event: Event) -> QuerySet[Citation]:
    """Return the passages on which an event or one of its parts rests."""
    mine = Citation.objects.filter(Q(event=event) | Q(participation__event=event))
    return mine.select_related("source").order_by("pk")


def citations_of(rows: QuerySet[Citation]) -> tuple[CitationInput, ...]:
    """Return passages as the record takes them."""
    found = rows.select_related("source").order_by("pk")
    return tuple(
        CitationInput(
            source=source_input_of(one.source),
            field=one.field,
            exact=one.exact,
            start=one.start,
            end=one.end,
            version_hash=one.version_hash,
            prefix=one.prefix,
            suffix=one.suffix,
        )
        for one in found
    )


def source_input_of(one: Source) -> SourceInput:
    """Return a source that the record knows by its address and text."""
    return SourceInput(
        title=one.title, outlet=one.outlet, origin=one.origin, text_hash=one.text_hash, kind=one.kind,
        address=one.address, archive_address=one.archive_address,
    )  # fmt: skip


def statement_input_of(statement: Statement) -> StatementInput:
    """Return a public statement as the record takes it."""
    return StatementInput(
        when=When.parse(statement.edtf),
        speech=statement.speech,
        words=statement.words,
        leader=statement.leader.slug if statement.leader else None,
        speaker_name=statement.speaker_name,
        country=statement.country.slug if statement.country else None,
        office=statement.tenure.office.slug if statement.tenure else None,
        is_office_unknown=statement.is_office_unknown,
        language=statement.language,
        is_translation=statement.is_translation,
        cue=statement.cue,
        channel=statement.channel,
        about=tuple(country.slug for country in statement.about.order_by("sort_key", "pk")),
        attributions=tuple(
            AttributionInput(name=link.name, leader=link.leader.slug if link.leader else None)
            for link in statement.attributions.select_related("leader").order_by("position")
        ),
        claims=tuple(_claim(claim) for claim in statement.claims.order_by("pk")),
        source_words=statement.source_words,
        resolved_from=statement.resolved_from,
        citations=citations_of(Citation.objects.filter(statement=statement)),
    )


def _claim(claim: Claim) -> ClaimInput:
    """Return a figure as the record takes it."""
    figure = Figure(claim.value, claim.unit, claim.direction, claim.is_approximate)  # type: ignore[arg-type]
    return ClaimInput(
        subject=claim.subject,
        figure=figure,
        when=When.parse(claim.edtf),
        source_words=claim.source_words,
        resolved_from=claim.resolved_from,
        fact_check=claim.fact_check,
        citations=citations_of(Citation.objects.filter(claim=claim)),
    )
