"""What was published last in a list, what of it was corrected, and what was withdrawn."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from timeline.models import Country, Leader, Pair, Participation, Revision, Thread, ThreadEvent
from timeline.queries.exports import ExportedEvent, exported_events
from timeline.queries.filtering import EventFilter, filtered_rows
from timeline.queries.owners import ListOwner

MOST_ENTRIES = 50


@dataclass(frozen=True)
class PublishedLast:
    """The events of a list that were published last, the latest first, and what followed."""

    events: list[ExportedEvent]
    corrections: dict[int, str]
    withdrawals: list[Revision]


def published_last(owner: ListOwner | None, chosen: EventFilter) -> PublishedLast:
    """Return what a feed of a list tells (at most 7 queries).

    What was withdrawn is told whatever the filters say: it has left the read models, and who never had it is not hurt.
    """
    if owner is None:
        return PublishedLast([], {}, [])
    rows = filtered_rows(owner, chosen).order_by("-published_at", "-event_id")
    events = exported_events(list(rows.values_list("event_id", flat=True)[:MOST_ENTRIES]))
    corrected = [exported.event.pk for exported in events if exported.event.corrected_at]
    return PublishedLast(events, _corrections(corrected), _withdrawals(owner))


def _corrections(ids: list[int]) -> dict[int, str]:
    """Return the reason of the last correction of each event (1 query, none for no event)."""
    found = Revision.objects.filter(event__in=ids, kind=Revision.Kind.CORRECTION).order_by("event_id", "version", "id")
    return {revision.event_id or 0: revision.reason for revision in found} if ids else {}


def _withdrawals(owner: ListOwner) -> list[Revision]:
    """Return the versions by which events of a list were withdrawn or merged into others, the latest first."""
    kinds = (Revision.Kind.RETRACTION, Revision.Kind.MERGE)
    found = Revision.objects.filter(kind__in=kinds, event__withdrawn_at__isnull=False)
    for part in _parts_of(owner):
        found = found.filter(Exists(part.filter(event=OuterRef("event"))))
    return list(found.defer("content").order_by("-id")[:MOST_ENTRIES])


def _parts_of(owner: ListOwner) -> list[QuerySet[Participation] | QuerySet[ThreadEvent]]:
    """Return what an event must have to have stood in a list; of other lists nothing is told."""
    parties = Participation.objects.filter(role=Participation.Role.PARTY)
    if isinstance(owner, Pair):
        return [parties.filter(country=owner.first_id), parties.filter(country=owner.second_id)]
    if isinstance(owner, Country):
        return [parties.filter(country=owner)]
    if isinstance(owner, Leader):
        return [Participation.objects.filter(leader=owner)]
    if isinstance(owner, Thread):
        return [ThreadEvent.objects.filter(thread=owner)]
    return [Participation.objects.none()]
