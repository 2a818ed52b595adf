"""What was published or corrected last in a list, and what was withdrawn from it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from timeline.models import (
    Country,
    Event,
    EventTopic,
    Leader,
    Pair,
    Participation,
    Revision,
    Statement,
    Thread,
    ThreadEvent,
)
from timeline.models.vectors import words_asked
from timeline.queries.exports import Exported, exported_events, exported_statements
from timeline.queries.filtering import EventFilter, filtered_rows
from timeline.queries.owners import DayOfYear, Days, ListOwner
from timeline.queries.statements import StatementFilter, narrowed, statements_on

MOST_ENTRIES = 50
PARTIES = Participation.objects.filter(role=Participation.Role.PARTY)


class Moments(NamedTuple):
    """From a moment up to another, which is no longer in it."""

    since: datetime
    until: datetime


@dataclass(frozen=True)
class PublishedLast:
    """What was published or corrected last in a list, the latest first, why it was corrected, and what is gone."""

    rows: Sequence[Exported] = ()
    corrections: dict[int, str] = field(default_factory=dict)
    withdrawals: Sequence[Revision] = ()


def last_events(owner: ListOwner, chosen: EventFilter, within: Moments | None = None) -> PublishedLast:
    """Return what a feed of a list of events tells, of some time alone where it is given (at most 8 queries)."""
    rows = filtered_rows(owner, chosen)
    published = _in(within, rows.order_by("-published_at", "-event_id"))
    corrected = _in(within, _corrections()).filter(Exists(rows.filter(event=OuterRef("event"))))
    ids = _latest(*(found.values_list("event_id", "published_at") for found in (published, corrected)))
    gone = _withdrawals("event", _events_gone(owner, chosen), within)
    return PublishedLast(exported_events(ids), _reasons("event", ids), gone)


def last_statements(
    leader: Leader, about: Country | None, chosen: StatementFilter, within: Moments | None = None
) -> PublishedLast:
    """Return what a feed of what a leader said tells, of some time alone where it is given (at most 9 queries)."""
    rows = statements_on(leader, about, chosen)
    published = _in(within, rows.order_by("-published_at", "-id")).values_list("pk", "published_at")
    corrected = _in(within, _corrections()).filter(Exists(rows.filter(pk=OuterRef("statement"))))
    ids = _latest(published, corrected.values_list("statement_id", "published_at"))
    gone = narrowed(Statement.objects.filter(leader=leader, withdrawn_at__isnull=False), about, chosen)
    return PublishedLast(exported_statements(ids), _reasons("statement", ids), _withdrawals("statement", gone, within))


def _in(within: Moments | None, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return what was published within some time."""
    return rows.filter(published_at__gte=within.since, published_at__lt=within.until) if within else rows


def _corrections() -> QuerySet[Revision]:
    """Return the versions that corrected something, the latest first: few among all versions, and indexed so."""
    return Revision.objects.filter(kind=Revision.Kind.CORRECTION).order_by("-id")


def _latest(published: QuerySet[Any, tuple[Any, ...]], corrected: QuerySet[Any, tuple[Any, ...]]) -> list[int]:
    """Return the ids of what was published or corrected last, the latest first (2 queries)."""
    moments: dict[int, datetime] = dict(published[:MOST_ENTRIES])
    for found, at in corrected[:MOST_ENTRIES]:
        moments[found] = max(at, moments.get(found, at))
    return sorted(moments, key=lambda found: (moments[found], found), reverse=True)[:MOST_ENTRIES]


def _reasons(of: str, ids: Iterable[int]) -> dict[int, str]:
    """Return why each was corrected last (1 query)."""
    found = _corrections().filter(**{f"{of}__in": list(ids)}).reverse()
    return dict(found.values_list(f"{of}_id", "reason"))


def _withdrawals(of: str, gone: QuerySet[Any], within: Moments | None) -> list[Revision]:
    """Return the versions by which some things were withdrawn or merged into others, the latest first (1 query)."""
    found = _in(within, Revision.objects.filter(kind__in=(Revision.Kind.RETRACTION, Revision.Kind.MERGE)))
    return list(found.filter(**{f"{of}__in": gone.values("pk")}).defer("content").order_by("-id")[:MOST_ENTRIES])


def _events_gone(owner: ListOwner, chosen: EventFilter) -> QuerySet[Event]:
    """Return the withdrawn events that a filter would show in a list: they have left the read models."""
    gone = Event.objects.filter(withdrawn_at__isnull=False)
    among = {"kind": chosen.kinds, "level": chosen.levels, "modality": chosen.modalities}
    gone = gone.filter(**{f"{column}__in": values for column, values in among.items() if values})
    gone = gone.filter(_stood_in(owner, chosen), *(Exists(part) for part in _parts_asked(chosen)))
    if chosen.text:
        gone = gone.filter(search=words_asked(chosen.text))
    if chosen.earliest:
        gone = gone.annotate(until=Coalesce("latest", "earliest")).filter(until__gte=chosen.earliest)
    return gone.filter(sort_date__lte=chosen.latest) if chosen.latest else gone


def _stood_in(owner: ListOwner, chosen: EventFilter) -> Q:
    """Return what an event must be to have stood in a list; of what a search found nothing is told."""
    countries = Participation.objects.all() if chosen.includes_mentions else PARTIES
    mine = {"event": OuterRef("pk")}
    if isinstance(owner, Pair):
        return Q(*(Exists(countries.filter(country=one, **mine)) for one in (owner.first_id, owner.second_id)))
    if isinstance(owner, Country):
        return Q(Exists(countries.filter(country=owner, **mine)))
    if isinstance(owner, Leader):
        return Q(Exists(Participation.objects.filter(leader=owner, **mine)))
    if isinstance(owner, Thread):
        return Q(Exists(ThreadEvent.objects.filter(thread=owner, **mine)))
    if isinstance(owner, Days):
        return Q(sort_date__gte=owner.first, sort_date__lte=owner.last)
    if isinstance(owner, DayOfYear):
        return Q(precision="day", sort_date__month=owner.month, sort_date__day=owner.day)
    return Q(pk__in=[])


def _parts_asked(chosen: EventFilter) -> Iterator[QuerySet[Any]]:
    """Yield what else an event must have where a filter asks for it."""
    mine = {"event": OuterRef("pk")}
    if chosen.leaders:
        yield Participation.objects.filter(leader__in=chosen.leaders, **mine)
    if chosen.countries:
        yield PARTIES.filter(country__in=chosen.countries, **mine)
    if chosen.topics:
        yield EventTopic.objects.filter(topic__in=chosen.topics, **mine)
    if chosen.speech:
        # What was said at an event that was merged has moved with it.
        at = Q(event=OuterRef("pk")) | Q(event=OuterRef("merged_into"))
        yield Statement.objects.filter(at, speech__in=chosen.speech, withdrawn_at__isnull=True)
