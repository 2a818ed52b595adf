"""One event, statement, leader or source with all that its page shows, in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from timeline.kinds import KINDS
from timeline.models import (
    Citation,
    Event,
    EventLink,
    EventTopic,
    Leader,
    Participation,
    Revision,
    Source,
    Statement,
    Tenure,
)
from timeline.queries.leaders import with_all
from timeline.queries.lists import RecordSize
from timeline.sql.composed import among, composed, share_out
from timeline.sql.sizes import record_sizes

LEADERS_ON_A_PAGE = 200


@dataclass(frozen=True)
class EventRecord:
    """An event with all that belongs to it; the citations are also those of its statements and claims."""

    event: Event
    participations: list[Participation]
    statements: list[Statement]
    citations: list[Citation]
    links_out: list[EventLink]
    links_in: list[EventLink]
    revisions: list[Revision]

    @property
    def sources(self) -> list[Source]:
        """Return the sources cited, each once, in the order of their first citation."""
        return _sources(self.citations)

    @property
    def own_sources(self) -> list[Source]:
        """Return the sources that tell of the event or of who took part, without those only of what was said."""
        return _sources([one for one in self.citations if one.event_id or one.participation_id])

    @property
    def origins(self) -> list[str]:
        """Return whose reports of the event these are, each once: copies of one agency's story are one origin."""
        return list(dict.fromkeys(source.origin for source in self.own_sources))


def _sources(citations: list[Citation]) -> list[Source]:
    return list({citation.source_id: citation.source for citation in citations}.values())


@composed
def _event(event_id: Any) -> QuerySet[Event]:
    return Event.objects.select_related("merged_into").filter(id=event_id)


@composed
def _topics(event_id: Any) -> QuerySet[EventTopic]:
    return EventTopic.objects.filter(event=event_id).order_by("topic", "id")


@composed
def _statements(event_id: Any) -> QuerySet[Statement]:
    rows = Statement.objects.filter(event=event_id, withdrawn_at__isnull=True)
    return rows.select_related("leader", "country", "tenure__office").order_by("position", "earliest", "id")


@composed
def _participations(event_id: Any) -> QuerySet[Participation]:
    rows = Participation.objects.filter(event=event_id).select_related("country", "leader", "tenure__office")
    return rows.order_by("position", "id")


@composed
def _citations(events: Any, participations: Any, statements: Any, claims: Any) -> QuerySet[Citation]:
    """Return passages with their sources, by source and place.

    They are asked for by the passages' own columns: across a join, an "or" would read every passage of the record.
    """
    cited = Q(among("event", events)) | Q(among("participation", participations))
    cited |= Q(among("statement", statements)) | Q(among("claim", claims))
    rows = Citation.objects.filter(cited).select_related("source").defer("source__search")
    return rows.order_by("source_id", "start", "id")


@composed
def _links(event_id: Any) -> QuerySet[EventLink]:
    rows = EventLink.objects.filter(Q(event=event_id) | Q(to_event=event_id))
    return rows.select_related("event", "to_event").order_by("kind", "id")


@composed
def _revisions(event_id: Any, statement_id: Any) -> QuerySet[Revision]:
    return Revision.objects.filter(Q(event=event_id) | Q(statement=statement_id)).order_by("-version", "-id")


def event_record(event_id: int) -> EventRecord | None:
    """Return an event, withdrawn or not, or None (10 queries)."""
    event = next(iter(_event(event_id)), None)
    if event is None:
        return None
    share_out([event], "topics", "event_id", _topics(event_id))
    statements, parts, links = with_all(_statements(event_id)), _participations(event_id), _links(event_id)
    cited = [event_id], [part.id for part in parts], [said.id for said in statements], _claims(statements)
    return EventRecord(
        event,
        parts,
        statements,
        _citations(*cited),
        [link for link in links if link.event_id == event_id],
        [link for link in links if link.to_event_id == event_id],
        _revisions(event_id, None),
    )


def _claims(statements: Iterable[Statement]) -> list[int]:
    return [claim.id for statement in statements for claim in statement.claims.all()]


@dataclass(frozen=True)
class StatementRecord:
    """A statement with its citations and revisions."""

    statement: Statement
    citations: list[Citation]
    revisions: list[Revision]
    later: list[EventLink]
    said_later: list[Statement]

    @property
    def sources(self) -> list[Source]:
        """Return the sources cited, each once, in the order of their first citation."""
        return _sources(self.citations)


@composed
def _statement(statement_id: Any) -> QuerySet[Statement]:
    rows = Statement.objects.select_related("leader", "country", "tenure__office", "event")
    return rows.filter(id=statement_id)


@composed
def _later(event_id: Any) -> QuerySet[EventLink]:
    later = EventLink.objects.filter(to_event=event_id, event__withdrawn_at__isnull=True)
    return later.select_related("event").order_by("event__sort_date", "id")


@composed
def _said_at(events: Any) -> QuerySet[Statement]:
    rows = Statement.objects.filter(among("event", events), withdrawn_at__isnull=True).select_related("leader")
    return rows.order_by("event", "position", "earliest", "id")


def statement_record(statement_id: int) -> StatementRecord | None:
    """Return a statement, withdrawn or not, or None (7 queries, and 1 where later events point to its own)."""
    found = with_all(_statement(statement_id))
    if not found:
        return None
    later = _later(found[0].event_id)
    return StatementRecord(
        found[0],
        _citations([], [], [statement_id], _claims(found)),
        _revisions(None, statement_id),
        later,
        _said_at([link.event_id for link in later]) if later else [],
    )


def leaders_in_record(first: str = "", limit: int = LEADERS_ON_A_PAGE) -> tuple[list[Leader], str]:
    """Return the leaders who act or speak in the record, by name, with tenures and offices (2 queries).

    They begin with the first whose sort key is not before the one given; the second value is the sort key of the next
    who had no place, empty where there is none. `event_count` is None for who took part in no event that happened.
    """
    acted = Participation.objects.filter(leader=OuterRef("pk"), event__withdrawn_at__isnull=True)
    spoke = Statement.objects.filter(leader=OuterRef("pk"), withdrawn_at__isnull=True)
    tenures = Tenure.objects.select_related("office__country").order_by("-started_latest", "id")
    rows = Leader.objects.filter(Exists(acted) | Exists(spoke), sort_key__gte=first)
    rows = rows.prefetch_related(Prefetch("tenures", tenures)).annotate(event_count=F("total__events"))
    found: list[Leader] = list(rows.order_by("sort_key", "id")[: limit + 1])
    return found[:limit], found[limit].sort_key if len(found) > limit else ""


@dataclass(frozen=True)
class SourceRecord:
    """A source with what is cited from it, in the order of its text."""

    source: Source
    citations: list[Citation]
    copies: list[Source]


@composed
def _source(source_id: Any) -> QuerySet[Source]:
    return Source.objects.filter(id=source_id)


@composed
def _cited_from(source_id: Any) -> QuerySet[Citation]:
    rows = Citation.objects.filter(source=source_id).select_related(
        "event", "participation__event", "statement__event", "statement__leader", "claim__statement__event"
    )
    return rows.order_by("start", "end", "id")


@composed
def _copies(source_id: Any, origin: Any) -> QuerySet[Source]:
    """Return other sources of the same origin that are cited for the same events."""
    cited = Citation.objects.filter(source=source_id, event__isnull=False, event__withdrawn_at__isnull=True)
    others = Source.objects.filter(origin=origin, citations__event__in=cited.values("event")).exclude(pk=source_id)
    return others.distinct().order_by("published_on", "id")


def source_record(source_id: int) -> SourceRecord | None:
    """Return a source, or None (3 queries)."""
    source = next(iter(_source(source_id)), None)
    if source is None:
        return None
    citations = _cited_from(source_id)
    for citation in citations:
        citation.source = source
    return SourceRecord(source, citations, _copies(source_id, source.origin))


@composed
def event_pairs(event_id: Any) -> QuerySet[Event, tuple[str, str, str, str, int]]:
    """Return (slug, name, slug, name, id) of the pairs under which an event is filed as a party (1 query)."""
    rows = Event.objects.filter(id=event_id, pair_rows__is_party=True).order_by("pair_rows__pair_id")
    names = ("first__slug", "first__name", "second__slug", "second__name")
    return rows.values_list(*(f"pair_rows__pair__{name}" for name in names), "pair_rows__pair_id")


def likely_same(event: Event, limit: int = 12) -> list[Event]:
    """Return public events that may tell the same: of its parties, days, modality and group of kinds (3 queries)."""
    parties = set(event.participations.filter(role=Participation.Role.PARTY).values_list("country_id", flat=True))
    group = KINDS[event.kind].group
    rows = Event.objects.filter(
        Q(earliest__lte=event.latest) | Q(earliest__isnull=True) if event.latest else Q(),
        Q(latest__gte=event.earliest) | Q(latest__isnull=True) if event.earliest else Q(),
        Exists(Participation.objects.filter(event=OuterRef("pk"), role="party", country__in=sorted(parties)[:1])),
        withdrawn_at__isnull=True,
        modality=event.modality,
        kind__in=[key for key, kind in KINDS.items() if kind.group == group],
    )
    near = rows.exclude(pk=event.pk).order_by("-pk").prefetch_related("participations")[: 4 * limit]
    same = (one for one in near if {p.country_id for p in one.participations.all() if p.role == "party"} == parties)
    return list(same)[:limit]


def record_size() -> RecordSize:
    """Return how much the record holds (1 query)."""
    sizes = record_sizes()
    return RecordSize(**{field.name: sizes.get(field.name, 0) for field in fields(RecordSize)})
