"""Publish accepted drafts through the one door of the record: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction

from newsroom.actions.articles import locked_article
from newsroom.actions.log import write_decision, write_log
from newsroom.actions.refusals import Conflict, NotVerbatim, Refused
from newsroom.actions.review import snapshot
from newsroom.actions.second_sources import add_source, take_source_away
from newsroom.actions.sources import source_input
from newsroom.models import Article, Decision, Draft, Passage, User
from newsroom.models.content import EventContent, Figured, Participant, StatementContent
from newsroom.queries import Desk, DraftRow, desk_of, draft_row, is_sound, lacks_of, when_of
from timeline import actions as record
from timeline.inputs import (
    AttributionInput,
    CitationInput,
    ClaimInput,
    EventInput,
    ParticipationInput,
    SourceInput,
    StatementInput,
)
from timeline.models import Modality
from timeline.values import Figure, When

CONTEXT_LENGTH = 60


class NotPublishable(Refused):
    """Say that a draft cannot be published, and which."""

    def __init__(self, draft: Draft, message: str) -> None:
        super().__init__("not_publishable", message)
        self.draft = draft


def _citations(
    row: DraftRow, source: SourceInput, fields: Iterable[str], subject: str = ""
) -> tuple[CitationInput, ...]:
    """Return the passages of some fields; raise ``NotVerbatim`` where the stored text has other words."""
    text, wanted = row.draft.reading.text_version, set(fields)
    found = [one for one in row.draft.passages.all() if one.field in wanted and one.subject == subject]
    return tuple(_citation(one, text.text, source) for one in found if _checked(one, row))


def _checked(passage: Passage, row: DraftRow) -> bool:
    """Return true; raise ``NotVerbatim`` for a passage whose words are not at its offsets in the hashed text."""
    text = row.draft.reading.text_version
    if not is_sound(text, passage.start, passage.end, passage.exact):
        raise NotVerbatim(f"“{passage.exact[:60]}” is not in the stored text where it should be.", passage.field)
    return True


def _citation(passage: Passage, text: str, source: SourceInput) -> CitationInput:
    """Return a passage with the words around it."""
    return CitationInput(
        source=source,
        field=passage.field,
        exact=passage.exact,
        start=passage.start,
        end=passage.end,
        version_hash=source.text_hash,
        prefix=text[max(0, passage.start - CONTEXT_LENGTH) : passage.start],
        suffix=text[passage.end : passage.end + CONTEXT_LENGTH],
    )


def event_input(row: DraftRow, content: EventContent, source: SourceInput) -> EventInput:
    """Return an event as the record takes it; raise ``ValueError`` for a date that is none."""
    return EventInput(
        title=content.title,
        summary=content.summary,
        kind=content.kind,
        modality=content.modality,
        when=When.parse(content.edtf),
        place=content.place,
        topics=tuple(content.topics),
        source_words=content.source_words[:160],
        resolved_from=content.resolved_from[:200],
        participations=tuple(_participation(row, part, source) for part in content.participants),
        citations=_citations(row, source, ("when", "kind", "modality", "summary", "place")),
    )


def _participation(row: DraftRow, part: Participant, source: SourceInput) -> ParticipationInput:
    """Return a country's part as the record takes it."""
    return ParticipationInput(
        country=part.country,
        role=part.role,
        side=part.side,
        leader=part.leader or None,
        is_office_unknown=part.is_office_unknown,
        citations=_citations(row, source, ("participation",), part.subject),
    )


def statement_input(row: DraftRow, content: StatementContent, source: SourceInput) -> StatementInput:
    """Return a statement as the record takes it; raise ``ValueError`` for a date that is none."""
    when = When.parse(content.edtf)
    return StatementInput(
        when=when,
        speech=content.speech,
        words=content.words,
        leader=content.speaker or None,
        speaker_name=content.speaker_name,
        country=content.country or None,
        is_office_unknown=content.is_office_unknown,
        language=content.language,
        is_translation=content.is_translation,
        cue=content.cue[:80],
        channel=content.channel[:120],
        about=content.about,
        attributions=tuple(AttributionInput(name=name) for name in content.reported_by),
        claims=tuple(_claim(row, claim, when, source) for claim in content.claims),
        source_words=content.source_words[:160],
        resolved_from=content.resolved_from[:200],
        citations=_citations(row, source, ("words", "speaker", "when")),
    )


def _claim(row: DraftRow, claim: Figured, when: When, source: SourceInput) -> ClaimInput:
    """Return a figure as the record takes it; its period is the statement's date where none is given."""
    direction = claim.direction if claim.direction in ("up", "down") else "level"
    figure = Figure(Decimal(claim.value), claim.unit, direction, claim.is_approximate)  # type: ignore[arg-type]
    return ClaimInput(
        subject=claim.subject,
        figure=figure,
        when=when_of(claim.edtf) or when,
        source_words=claim.source_words,
        fact_check=claim.fact_check,
        citations=_citations(row, source, ("claim",)),
    )


@transaction.atomic
def publish_article(*, article: Article, expected: dict[int, int], by: User, at: datetime) -> list[Draft]:
    """Publish the accepted drafts of an article, all or none, and return them.

    ``expected`` gives the version of each draft that was shown; raise ``Conflict`` where one was changed, accepted or
    taken back since, ``NotPublishable`` where one lacks what the checklist asks for.
    """
    article = locked_article(article.pk)
    locked = Draft.objects.select_for_update(of=("self",)).filter(reading__text_version__article=article)
    if {one.pk: one.version for one in locked.filter(state=Draft.State.ACCEPTED)} != expected:
        raise Conflict(article)
    desk = desk_of(article)
    rows = [row for row in desk.drafts if row.draft.pk in expected]
    if not rows:
        raise Refused("nothing", "Nothing is accepted yet.")
    for row in rows:
        if lacks_of(desk, row):
            raise NotPublishable(row.draft, "The checklist is not complete.")
    for row in sorted(rows, key=lambda one: (one.draft.kind != Draft.Kind.EVENT, one.draft.number)):
        _publish(desk, row, by=by, at=at)
    article.version, article.changed_at = article.version + 1, at
    article.save()
    return [row.draft for row in rows]


def refuse_ahead(edtf: str, modality: str, at: datetime) -> None:
    """Raise ``ValueError`` for what is to have happened on a day that has begun nowhere on earth."""
    earliest = When.parse(edtf).earliest
    if modality == Modality.HAPPENED and earliest and earliest > at.date() + timedelta(days=1):
        raise ValueError("Its date lies ahead. What has not happened yet is planned; else correct the date.")


def _publish(desk: Desk, row: DraftRow, *, by: User, at: datetime) -> None:
    """Publish one draft; raise ``NotPublishable`` with the record's own sentence where it refuses."""
    draft, before = row.draft, snapshot(row.draft)
    source = source_input(desk.article, draft.reading.text_version.sha256)
    try:
        refuse_ahead(row.content.edtf, getattr(row.content, "modality", Modality.HAPPENED), at)
        if isinstance(row.content, EventContent):
            own = event_input(row, row.content, source)
            if row.content.known_event:
                draft.event = add_source(row.content, own, by=str(by), at=at)
            else:
                draft.event = record.record_event(event=own, by=str(by), at=at)
        else:
            statement = statement_input(row, row.content, source)
            event = next((one.draft.event_id for one in desk.drafts if one.draft.number == row.content.event), None)
            draft.statement = record.record_statement(statement=statement, event_id=event, by=str(by), at=at)
    except (record.RecordError, NotVerbatim, ValueError, ArithmeticError) as error:
        raise NotPublishable(draft, str(error)) from error
    draft.state, draft.version, draft.changed_at = Draft.State.PUBLISHED, draft.version + 1, at
    draft.save()
    if desk.article.source is None:
        desk.article.source = record.record_source(source=source, by=str(by), at=at)
        desk.article.save()
    after = before | {"state": draft.state}
    write_decision(Decision.Act.PUBLISH, article=desk.article, draft=draft, by=by, at=at, before=before, after=after)


@transaction.atomic
def withdraw_draft(*, draft: Draft, expected_version: int, reason: str, by: User, at: datetime) -> Draft:
    """Take back what a draft became: its address says so and why, and the draft waits for a decision again.

    Where it was another source for an event, its passages are taken off and the event stands.

    Raise ``Conflict`` where it changed since, ``Refused`` where it is not public or no reason is given.
    """
    row = (
        Draft.objects.select_for_update(of=("self",)).select_related("reading__text_version__article").get(pk=draft.pk)
    )
    if row.version != expected_version:
        raise Conflict(row)
    before, public = snapshot(row), row.event or row.statement
    if public is None:
        raise Refused("not_public", "This is not public.")
    given: dict[str, Any] = {"expected_version": public.version, "reason": reason, "by": str(by), "at": at}
    try:
        if row.event_id and row.content.get("known_event"):
            desk, shown = draft_row(row)
            if isinstance(shown.content, EventContent):
                own = event_input(
                    shown, shown.content, source_input(desk.article, shown.draft.reading.text_version.sha256)
                )
                take_source_away(row.event_id, own, reason=reason, by=str(by), at=at)
        elif row.event_id:
            record.withdraw_event(event_id=row.event_id, **given)
        else:
            record.withdraw_statement(statement_id=public.pk, **given)
    except record.RecordError as error:
        raise Refused("not_withdrawn", str(error), "reason") from error
    row.event = row.statement = None
    row.state, row.version, row.changed_at = Draft.State.PROPOSED, row.version + 1, at
    row.save()
    article = row.reading.text_version.article
    write_decision(
        Decision.Act.WITHDRAW,
        article=article,
        draft=row,
        by=by,
        at=at,
        before=before,
        after=snapshot(row) | {"reason": reason},
    )
    return row


@transaction.atomic
def finish_article(*, article: Article, unsettled: int, by: User, at: datetime) -> Article:
    """Take an article off the queue; raise ``Refused`` while paragraphs are open or drafts wait."""
    article = locked_article(article.pk)
    waiting = Draft.objects.filter(
        reading__text_version__article=article, state__in=(Draft.State.PROPOSED, Draft.State.ACCEPTED)
    )
    if unsettled or waiting.exists():
        raise Refused("unsettled", "Settle each paragraph and decide each proposal first.")
    article.state, article.version, article.changed_at = Article.State.DONE, article.version + 1, at
    article.save()
    write_log("finish_article", of=article, by=by, at=at)
    return article
