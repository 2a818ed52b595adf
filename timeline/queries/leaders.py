"""What a leader held and said, in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Max, Prefetch, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

from timeline.models import Claim, Country, Event, Leader, Statement, Tenure
from timeline.queries.contacts import PersonMet, leader_events, people_met
from timeline.queries.events import page_of_events
from timeline.queries.lists import Cursor

LATEST_EVENTS, LATEST_STATEMENTS, STATEMENTS_ON_PAGE = 8, 4, 30


@dataclass(frozen=True)
class SpokenOf:
    """How often a leader spoke about a country, and when last."""

    country: Country
    count: int
    last: Statement


@dataclass(frozen=True)
class LeaderRecord:
    """A leader with tenures, the latest events and statements, who was met, and the countries spoken about."""

    leader: Leader
    tenures: list[Tenure]
    events: Sequence[Event]
    event_count: int
    statements: list[Statement]
    statement_count: int
    met: list[PersonMet]
    spoken_of: list[SpokenOf]


def leader_of(slug: str) -> Leader | None:
    """Return a leader, or None (1 query)."""
    return Leader.objects.filter(slug=slug).first()


def leader_record(slug: str) -> LeaderRecord | None:
    """Return a leader, or None (at most 22 queries)."""
    leader = Leader.objects.prefetch_related("names").filter(slug=slug).first()
    if leader is None:
        return None
    events, said = leader_events(leader), statements_of(leader)
    return LeaderRecord(
        leader=leader,
        tenures=list(leader.tenures.select_related("office__country").order_by("-started_latest", "id")),
        events=page_of_events(events, limit=LATEST_EVENTS).events,
        event_count=events.count(),
        statements=list(with_all(said).order_by(F("sort_date").desc(), "-id")[:LATEST_STATEMENTS]),
        statement_count=said.count(),
        met=people_met(leader),
        spoken_of=spoken_of(leader),
    )


def statements_of(leader: Leader) -> QuerySet[Statement]:
    """Return what a leader said and was not withdrawn."""
    return Statement.objects.filter(leader=leader, withdrawn_at__isnull=True)


def with_all(rows: QuerySet[Statement]) -> QuerySet[Statement]:
    """Return statements with all that their line shows (4 queries more)."""
    claims = Prefetch("claims", Claim.objects.order_by("id"))
    return rows.select_related("leader", "country", "tenure__office", "event").prefetch_related(
        "about", "attributions__leader", claims
    )


def spoken_of(leader: Leader) -> list[SpokenOf]:
    """Return the countries that a leader spoke about, most often first (3 queries)."""
    about = Statement.about.through.objects.filter(statement__leader=leader, statement__withdrawn_at__isnull=True)
    counts = about.order_by().values("country").annotate(n=Count("pk"), last=Max("statement__sort_date"))
    found = sorted(counts, key=lambda row: (-row["n"], -row["last"].toordinal(), row["country"]))
    newest = about.order_by("country_id", "-statement__sort_date", "-statement_id").distinct("country_id")
    latest = {row.country_id: row.statement for row in newest.select_related("statement")}
    countries = Country.objects.in_bulk([row["country"] for row in found])
    return [SpokenOf(countries[row["country"]], row["n"], latest[row["country"]]) for row in found]


@dataclass(frozen=True)
class StatementList:
    """A page of statements, and the places of the pages after and before it."""

    statements: list[Statement]
    after: Cursor | None
    before: Cursor | None


def page_of_statements(
    rows: QuerySet[Statement], after: Cursor | None, before: Cursor | None, *, is_newest_first: bool
) -> StatementList:
    """Cut one page of statements by first day and id (6 queries; 1 where nothing is found)."""
    backwards = before is not None
    ascending = is_newest_first == backwards
    place = before or after
    if place is not None:
        beyond = TupleGreaterThan if ascending else TupleLessThan
        rows = rows.filter(beyond(Tuple(F("sort_date"), F("id")), (place.sort_date, place.event_id)))
    order = ("sort_date", "id") if ascending else ("-sort_date", "-id")
    found = list(with_all(rows).order_by(*order)[: STATEMENTS_ON_PAGE + 1])
    has_more, statements = len(found) > STATEMENTS_ON_PAGE, found[:STATEMENTS_ON_PAGE]
    if backwards:
        statements.reverse()
    if not statements:
        return StatementList([], None, None)
    later = has_more if not backwards else True
    earlier = has_more if backwards else after is not None
    return StatementList(
        statements, _place(statements[-1]) if later else None, _place(statements[0]) if earlier else None
    )


def _place(statement: Statement) -> Cursor:
    """Return the place of a statement; a statement has no span and no order within a day here."""
    return Cursor(statement.when.sort_date, 0, 0, statement.pk)


def speech_counts(rows: QuerySet[Statement]) -> dict[str, int]:
    """Return how many statements there are of each form of speech (1 query)."""
    return dict(rows.order_by().values_list("speech").annotate(n=Count("pk")))
