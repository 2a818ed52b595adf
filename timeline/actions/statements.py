"""Record, correct and withdraw statements."""

from datetime import datetime

from django.db import transaction

from timeline.actions.checks import check_statement, citations_of_statement
from timeline.actions.directory import Directory, directory_for_statement
from timeline.actions.errors import InvalidField
from timeline.actions.quoting import check_words_of_event
from timeline.actions.revisions import check_change, locked_event, locked_statement, write_statement_revision
from timeline.actions.sources import citation_rows, record_sources
from timeline.inputs import ClaimInput, SourceInput, StatementInput, canonical_address
from timeline.models import Attribution, Citation, Claim, Event, Revision, Source, Statement
from timeline.models.vectors import search_keys
from timeline.readmodels import Filing


@transaction.atomic
def record_statement(*, statement: StatementInput, by: str, at: datetime, event_id: int | None = None) -> Statement:
    """Publish a statement, alone or as part of an event; raise a ``RecordError`` that says what it lacks."""
    check_statement(statement)
    with Filing(at=at, event_ids=[event_id] if event_id else []) as filing:
        event = locked_event(event_id) if event_id else None
        directory = directory_for_statement(statement)
        sources = record_sources(citations_of_statement(statement), by=by, at=at)
        position = Statement.objects.filter(event=event).count() if event else 0
        return write_statement(statement, directory, sources, filing, event=event, position=position, by=by, at=at)


def write_statement(
    given: StatementInput,
    directory: Directory,
    sources: dict[SourceInput, Source],
    filing: Filing,
    *,
    event: Event | None,
    position: int,
    by: str,
    at: datetime,
) -> Statement:
    """Write a checked statement with all that hangs on it, and its first revision; file who spoke."""
    statement = Statement(event=event, position=position, published_at=at, updated_at=at)
    _fill(statement, given, directory)
    statement.save()
    _write_details(statement, given, directory, sources)
    write_statement_revision(statement, kind=Revision.Kind.FIRST, reason="", by=by, at=at)
    filing.speakers.add(statement, [directory.country(slug).pk for slug in sorted(set(given.about))])
    return statement


@transaction.atomic
def correct_statement(
    *,
    statement_id: int,
    statement: StatementInput,
    expected_version: int,
    kind: str,
    by: str,
    at: datetime,
    reason: str = "",
) -> Statement:
    """Publish a new version of a statement; raise ``StaleVersion`` where another was published meanwhile."""
    check_statement(statement)
    check_change(kind, reason)
    event_id = Statement.objects.filter(pk=statement_id).values_list("event_id", flat=True).first()
    with Filing(at=at, event_ids=[event_id] if event_id else []) as filing:
        row = locked_statement(statement_id, expected_version)
        filing.speakers.count_anew(row.leader_id)
        directory = directory_for_statement(statement)
        sources = record_sources(citations_of_statement(statement), by=by, at=at)
        row.version += 1
        row.updated_at = at
        _fill(row, statement, directory)
        row.save()
        row.citations.all().delete()
        row.claims.all().delete()
        row.attributions.all().delete()
        _write_details(row, statement, directory, sources)
        check_words_of_event(row.event, "its event")
        filing.speakers.count_anew(row.leader_id)
        write_statement_revision(row, kind=kind, reason=reason, by=by, at=at)
        return row


@transaction.atomic
def withdraw_statement(*, statement_id: int, expected_version: int, reason: str, by: str, at: datetime) -> Statement:
    """Withdraw a statement: its address stays and says that it was withdrawn, and why.

    Raise ``QuotationNotVerbatim`` where its event quotes words that only this statement has a passage for.
    """
    event_id = Statement.objects.filter(pk=statement_id).values_list("event_id", flat=True).first()
    with Filing(at=at, event_ids=[event_id] if event_id else []) as filing:
        row = locked_statement(statement_id, expected_version)
        filing.speakers.count_anew(row.leader_id)
        row.version += 1
        row.updated_at = row.withdrawn_at = at
        row.save()
        check_words_of_event(row.event, "its event")
        write_statement_revision(row, kind=Revision.Kind.RETRACTION, reason=reason, by=by, at=at)
        return row


def _fill(row: Statement, given: StatementInput, directory: Directory) -> None:
    row.leader = directory.leader(given.leader)
    row.country = directory.country(given.country) if given.country else None
    row.tenure = directory.tenure(row.leader, row.country, given.when, given.office, given.is_office_unknown)
    row.is_office_unknown = row.leader is not None and row.tenure is None
    row.set_when(given.when, given.source_words, given.resolved_from)
    row.speaker_name, row.speech, row.words = given.speaker_name.strip(), given.speech, given.words.strip()
    row.language, row.is_translation = given.language, given.is_translation
    row.cue, row.channel = given.cue, given.channel
    row.search_keys = search_keys([given.country, *given.about], [given.leader], given.when.sort_date)


def _write_details(
    row: Statement, given: StatementInput, directory: Directory, sources: dict[SourceInput, Source]
) -> None:
    row.about.set([directory.country(slug) for slug in sorted(set(given.about))])
    if any(not link.name.strip() for link in given.attributions):
        raise InvalidField("Each link of the chain of reports needs a name.")
    Attribution.objects.bulk_create(
        Attribution(statement=row, position=position, name=link.name.strip(), leader=directory.leader(link.leader))
        for position, link in enumerate(given.attributions, 1)
    )
    citations = citation_rows(given.citations, sources, statement=row)
    for claim in given.claims:
        citations += citation_rows(claim.citations, sources, claim=_write_claim(row, claim))
    Citation.objects.bulk_create(citations)


def _write_claim(statement: Statement, given: ClaimInput) -> Claim:
    claim = Claim(
        statement=statement,
        subject=given.subject.strip(),
        value=given.figure.value,
        unit=given.figure.unit,
        direction=given.figure.direction,
        is_approximate=given.figure.is_approximate,
        fact_check=canonical_address(given.fact_check),
    )
    claim.set_when(given.when, given.source_words, given.resolved_from)
    claim.save()
    return claim
