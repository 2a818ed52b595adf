"""What files and feeds hold of events and statements: read a part at a time, each in a fixed number of queries."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from django.db.models import Q, QuerySet

from timeline.models import Citation, Event, Participation, Statement
from timeline.queries.leaders import with_all, with_speakers

# So many rows are in memory at once, however long the list is.
PART_SIZE = 250
MOST_ROWS = 50_000


@dataclass(frozen=True)
class ExportedEvent:
    """An event with who took part, and the passages on which it and their parts rest."""

    event: Event
    participations: Sequence[Participation]
    citations: list[Citation] = field(default_factory=list)

    @property
    def pk(self) -> int:
        """Return the event's number."""
        return self.event.pk

    @property
    def published_at(self) -> datetime:
        """Return when it was published first."""
        return self.event.published_at


@dataclass(frozen=True)
class ExportedStatement:
    """A statement with who spoke, the figures in it, and the passages on which it and they rest."""

    statement: Statement
    citations: list[Citation] = field(default_factory=list)

    @property
    def pk(self) -> int:
        """Return the statement's number."""
        return self.statement.pk

    @property
    def published_at(self) -> datetime:
        """Return when it was published first."""
        return self.statement.published_at


Exported: TypeAlias = ExportedEvent | ExportedStatement


@dataclass(frozen=True)
class ListSize:
    """How many rows a list has, and when the last of them was changed; of more than a file holds, one more."""

    count: int
    updated_at: datetime | None
    most: int = MOST_ROWS

    @property
    def is_too_large(self) -> bool:
        """Return whether a file does not hold them all."""
        return self.count > self.most


def in_parts(ids: Sequence[int], read: Callable[[Sequence[int]], Sequence[Exported]]) -> Iterator[Sequence[Exported]]:
    """Yield what is read of ids in their order, a part at a time."""
    for start in range(0, len(ids), PART_SIZE):
        yield read(ids[start : start + PART_SIZE])


def exported_events(ids: Sequence[int]) -> list[ExportedEvent]:
    """Return events in the order of their ids, without withdrawn ones (4 queries, none for no id)."""
    if not ids:
        return []
    parts = Participation.objects.filter(event__in=ids).select_related("country", "leader", "tenure__office")
    of_event: dict[int, list[Participation]] = {}
    for part in parts.order_by("event_id", "position", "id"):
        of_event.setdefault(part.event_id, []).append(part)
    events = Event.objects.filter(withdrawn_at__isnull=True).prefetch_related("topics").in_bulk(list(ids))
    event_of_part = {part.pk: part.event_id for parts in of_event.values() for part in parts}
    cited: dict[int, list[Citation]] = {}
    for citation in _citations(Q(event__in=ids) | Q(participation__in=list(event_of_part))):
        event_id = citation.event_id or event_of_part[citation.participation_id or 0]
        cited.setdefault(event_id, []).append(citation)
    found = (events[event_id] for event_id in ids if event_id in events)
    return [ExportedEvent(event, of_event.get(event.pk, []), cited.get(event.pk, [])) for event in found]


def exported_statements(ids: Sequence[int]) -> list[ExportedStatement]:
    """Return statements in the order of their ids, without withdrawn ones (5 queries, none for no id)."""
    if not ids:
        return []
    found = with_all(list(with_speakers(Statement.objects.filter(pk__in=ids, withdrawn_at__isnull=True))))
    statements = {statement.pk: statement for statement in found}
    statement_of_claim = {claim.pk: pk for pk, statement in statements.items() for claim in statement.claims.all()}
    cited: dict[int, list[Citation]] = {}
    for citation in _citations(Q(statement__in=ids) | Q(claim__in=list(statement_of_claim))):
        statement_id = citation.statement_id or statement_of_claim[citation.claim_id or 0]
        cited.setdefault(statement_id, []).append(citation)
    return [ExportedStatement(statements[pk], cited.get(pk, [])) for pk in ids if pk in statements]


def _citations(of: Q) -> QuerySet[Citation]:
    """Return passages in the order of their sources and places."""
    rows = Citation.objects.filter(of).select_related("source").defer("source__search")
    return rows.order_by("source_id", "start", "id")
