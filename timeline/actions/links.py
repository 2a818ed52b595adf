"""Merge events and take merges back, link events, put them into threads, say what the record covers."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.text import slugify

from timeline.actions.errors import InvalidField, NothingThere, NotMergeable, UnknownCountry
from timeline.actions.quoting import check_words_of_event
from timeline.actions.revisions import checked_reason, locked_event, write_event_revision
from timeline.models import (
    Citation,
    Country,
    Coverage,
    Event,
    EventLink,
    Participation,
    Revision,
    Statement,
    Thread,
    ThreadEvent,
)
from timeline.readmodels import Filing, refresh_rows
from timeline.values import CountryPair

UNMERGE_DAYS = 30


@transaction.atomic
def merge_events(
    *, event_id: int, into_id: int, expected_versions: tuple[int, int], reason: str, by: str, at: datetime
) -> Event:
    """Merge an event into another and return that: the first id leads to the second from now on.

    The passages are copied and the statements moved; what was done stands in the revision, so that it can be undone.
    ``expected_versions`` are those of the merged event and of the one that stays.
    """
    checked_reason(Revision.Kind.MERGE, reason)
    if event_id == into_id:
        raise NotMergeable("An event cannot be merged into itself.")
    with Filing(at=at, event_ids=[event_id, into_id]):
        merged, kept = locked_event(event_id, expected_versions[0]), locked_event(into_id, expected_versions[1])
        statements = list(Statement.objects.filter(event=merged).order_by("pk").values_list("pk", flat=True))
        Statement.objects.filter(pk__in=statements).update(event=kept)
        copies = _copy_citations(merged, kept)
        for row in (merged, kept):
            row.version += 1
            row.updated_at = at
        merged.withdrawn_at, merged.merged_into = at, kept
        merged.save()
        kept.save()
        done = {"moved_statements": statements, "copied_citations": copies}
        for row in (merged, kept):
            write_event_revision(row, kind=Revision.Kind.MERGE, reason=reason, by=by, at=at, merge=done)
    return kept


def _copy_citations(merged: Event, kept: Event) -> list[int]:
    """Copy the passages of one event to the other, those of a participation where the other has the same one."""
    theirs = {(part.country_id, part.leader_id, part.role): part for part in kept.participations.all()}
    copies = []
    for citation in Citation.objects.filter(event=merged).order_by("pk"):
        citation.pk, citation.event = None, kept
        copies.append(citation)
    parts = Participation.objects.filter(event=merged)
    for citation in Citation.objects.filter(participation__in=parts).select_related("participation").order_by("pk"):
        part = citation.participation
        same = theirs.get((part.country_id, part.leader_id, part.role)) if part else None
        if same:
            citation.pk, citation.participation = None, same
            copies.append(citation)
    return [copy.pk for copy in Citation.objects.bulk_create(copies)]


@transaction.atomic
def unmerge_events(*, event_id: int, by: str, at: datetime) -> Event:
    """Take a merge back and return the event that stands alone again; raise ``NotMergeable`` after 30 days.

    Raise ``QuotationNotVerbatim`` where one of both would quote words of which the passage is with the other, or gone.
    """
    into_id = Event.objects.filter(pk=event_id).values_list("merged_into_id", flat=True).first()
    if into_id is None:
        raise NotMergeable("This event was not merged into another.")
    with Filing(at=at, event_ids=[event_id, into_id]):
        kept = locked_event(into_id)
        merged = Event.objects.select_for_update().get(pk=event_id)
        last = merged.revisions.filter(kind=Revision.Kind.MERGE).latest("version")
        if at - last.published_at > timedelta(days=UNMERGE_DAYS):
            raise NotMergeable(f"A merge can be undone for {UNMERGE_DAYS} days. Record the event anew.")
        done = last.content["merge"]
        Statement.objects.filter(pk__in=done["moved_statements"], event=kept).update(event=merged)
        Citation.objects.filter(pk__in=done["copied_citations"]).delete()
        merged.withdrawn_at, merged.merged_into = None, None
        for row in (merged, kept):
            row.version += 1
            row.updated_at = at
            row.save()
            check_words_of_event(row, f"event {row.pk}")
            write_event_revision(row, kind=Revision.Kind.UNMERGE, reason="", by=by, at=at)
    return merged


@transaction.atomic
def link_events(*, event_id: int, to_event_id: int, kind: str, by: str, at: datetime) -> EventLink:
    """Link a later event to an earlier one: it follows, answers or reschedules it, or is part of it."""
    if kind not in EventLink.Kind.values:
        raise InvalidField(f"“{kind}” is no kind of link that is known here.")
    if event_id == to_event_id:
        raise InvalidField("An event cannot be linked to itself.")
    with Filing(at=at, event_ids=[event_id, to_event_id]):
        event, to_event = locked_event(event_id), locked_event(to_event_id)
        link, _ = EventLink.objects.get_or_create(event=event, to_event=to_event, kind=kind)
    return link


@transaction.atomic
def unlink_events(*, event_id: int, to_event_id: int, kind: str, by: str, at: datetime) -> None:
    """Remove a link; nothing happens where there is none."""
    with Filing(at=at, event_ids=[event_id, to_event_id]):
        EventLink.objects.filter(event_id=event_id, to_event_id=to_event_id, kind=kind).delete()


@transaction.atomic
def record_thread(
    *, title: str, event_ids: Sequence[int], by: str, at: datetime, summary: str = "", slug: str = ""
) -> Thread:
    """Write a thread, or put an existing one (same slug) into a new order."""
    if len(set(event_ids)) != len(event_ids):
        raise InvalidField("An event stands in a thread once.")
    if Event.objects.filter(pk__in=event_ids, withdrawn_at__isnull=True).count() != len(event_ids):
        raise NothingThere("A thread names an event that is not there or was withdrawn.")
    thread, _ = Thread.objects.update_or_create(
        slug=slug or slugify(title), defaults={"title": title, "summary": summary, "updated_at": at}
    )
    thread.entries.all().delete()
    ThreadEvent.objects.bulk_create(
        ThreadEvent(thread=thread, event_id=event_id, position=position)
        for position, event_id in enumerate(event_ids, 1)
    )
    return thread


@transaction.atomic
def record_coverage(
    *,
    checked_at: datetime,
    by: str,
    at: datetime,
    pair: CountryPair | None = None,
    covers_from: date | None = None,
    covers_until: date | None = None,
    known_gaps: str = "",
    is_sample: bool = False,
) -> Coverage:
    """Say what the record, or one pair of it, covers; a later word replaces an earlier one."""
    first = second = None
    if pair:
        found = {country.slug: country for country in Country.objects.filter(slug__in=list(pair))}
        if len(found) != 2:
            raise UnknownCountry(f"There is no pair “{pair}”. Choose both countries from the list.")
        first, second = found[pair.first_slug], found[pair.second_slug]
    coverage, _ = Coverage.objects.update_or_create(
        first=first,
        second=second,
        defaults={
            "checked_at": checked_at,
            "covers_from": covers_from,
            "covers_until": covers_until,
            "known_gaps": known_gaps,
            "is_sample": is_sample,
        },
    )
    return coverage


@transaction.atomic
def refresh_names(
    *,
    at: datetime,
    country_ids: Sequence[int] = (),
    leader_ids: Sequence[int] = (),
    source_ids: Sequence[int] = (),
) -> int:
    """Render anew the rows that show these countries, leaders or sources after a name changed; return how many."""
    return refresh_rows(at=at, country_ids=country_ids, leader_ids=leader_ids, source_ids=source_ids)
