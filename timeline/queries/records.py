"""One event, statement, leader or source with all that its page shows, in a fixed number of queries."""

from dataclasses import dataclass, fields

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from timeline.models import (
    Citation,
    Claim,
    Event,
    EventLink,
    Leader,
    Participation,
    Revision,
    Source,
    Statement,
    Tenure,
)
from timeline.queries.lists import RecordSize
from timeline.sql.sizes import record_sizes


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
        return list({citation.source_id: citation.source for citation in self.citations}.values())

    @property
    def origins(self) -> list[str]:
        """Return whose reports these are, each once: copies of one agency's story are one origin."""
        return list(dict.fromkeys(source.origin for source in self.sources))


def _statements(rows: QuerySet[Statement]) -> QuerySet[Statement]:
    return (
        rows.filter(withdrawn_at__isnull=True)
        .select_related("leader", "country", "tenure__office")
        .prefetch_related("about", "attributions__leader", Prefetch("claims", Claim.objects.order_by("id")))
        .order_by("position", "earliest", "id")
    )


def _citations(cited: Q) -> list[Citation]:
    """Return passages with their sources, by source and place (1 query).

    They are asked for by the passages' own columns: across a join, an "or" would read every passage of the record.
    """
    rows = Citation.objects.filter(cited).select_related("source").defer("source__search")
    return list(rows.order_by("source_id", "start", "id"))


def event_record(event_id: int) -> EventRecord | None:
    """Return an event, withdrawn or not, or None (11 queries)."""
    event = Event.objects.select_related("merged_into").prefetch_related("topics").filter(id=event_id).first()
    if event is None:
        return None
    statements = list(_statements(event.statements.all()))
    claims = [claim.id for statement in statements for claim in statement.claims.all()]
    parts = list(event.participations.select_related("country", "leader", "tenure__office").order_by("position", "id"))
    cited = Q(event=event) | Q(participation__in=[part.id for part in parts])
    cited |= Q(statement__in=[statement.id for statement in statements]) | Q(claim__in=claims)
    links = EventLink.objects.select_related("event", "to_event").order_by("kind", "id")
    return EventRecord(
        event,
        parts,
        statements,
        _citations(cited),
        list(links.filter(event=event)),
        list(links.filter(to_event=event)),
        list(event.revisions.order_by("-version", "-id")),
    )


@dataclass(frozen=True)
class StatementRecord:
    """A statement with its citations and revisions."""

    statement: Statement
    citations: list[Citation]
    revisions: list[Revision]
    later: list[EventLink]


def statement_record(statement_id: int) -> StatementRecord | None:
    """Return a statement, withdrawn or not, or None (7 queries)."""
    rows = Statement.objects.select_related("leader", "country", "tenure__office", "event")
    rows = rows.prefetch_related("about", "attributions__leader", Prefetch("claims", Claim.objects.order_by("id")))
    statement = rows.filter(id=statement_id).first()
    if statement is None:
        return None
    cited = Q(statement=statement) | Q(claim__in=[claim.id for claim in statement.claims.all()])
    later = EventLink.objects.filter(to_event=statement.event_id, event__withdrawn_at__isnull=True)
    return StatementRecord(
        statement,
        _citations(cited),
        list(statement.revisions.order_by("-version", "-id")),
        list(later.select_related("event").order_by("event__sort_date", "id")),
    )


def leaders_with_tenures() -> list[Leader]:
    """Return the leaders who acted or spoke in the record, by name, with their tenures and offices (3 queries)."""
    tenures = Tenure.objects.select_related("office__country").order_by("-started_latest", "id")
    acted, spoke = (Exists(model.objects.filter(leader=OuterRef("pk"))) for model in (Participation, Statement))
    rows = Leader.objects.filter(acted | spoke).prefetch_related(Prefetch("tenures", tenures))
    return list(rows.annotate(event_count=Count("participations__event", distinct=True)).order_by("sort_key", "id"))


@dataclass(frozen=True)
class SourceRecord:
    """A source with what is cited from it, in the order of its text."""

    source: Source
    citations: list[Citation]
    copies: list[Source]


def source_record(source_id: int) -> SourceRecord | None:
    """Return a source, or None (3 queries)."""
    source = Source.objects.filter(id=source_id).first()
    if source is None:
        return None
    citations = source.citations.select_related(
        "event", "participation__event", "statement__event", "statement__leader", "claim__statement__event"
    )
    return SourceRecord(source, list(citations.order_by("start", "end", "id")), _copies(source))


def _copies(source: Source) -> list[Source]:
    """Return other sources of the same origin that are cited for the same events."""
    events = source.citations.filter(event__isnull=False, event__withdrawn_at__isnull=True).values("event")
    others = Source.objects.filter(origin=source.origin, citations__event__in=events).exclude(pk=source.pk)
    return list(others.distinct().order_by("published_on", "id"))


def event_pairs(event_id: int) -> list[tuple[str, str, str, str, str]]:
    """Return (slug, name, slug, name, side) of the pairs under which an event is filed as a party (1 query)."""
    rows = Event.objects.filter(id=event_id, pair_rows__is_party=True).order_by("pair_rows__pair_id")
    names = ("first__slug", "first__name", "second__slug", "second__name")
    return list(rows.values_list(*(f"pair_rows__pair__{name}" for name in names), "pair_rows__side"))


def record_size() -> RecordSize:
    """Return how much the record holds (1 query)."""
    sizes = record_sizes()
    return RecordSize(**{field.name: sizes.get(field.name, 0) for field in fields(RecordSize)})
