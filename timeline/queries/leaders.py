"""What a leader held and said, in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import F, Max, Prefetch, QuerySet

from timeline.models import Claim, Country, Event, Leader, Statement, Tenure
from timeline.queries.contacts import PersonMet, leader_rows, people_met
from timeline.queries.events import events_with_parts
from timeline.queries.filtering import EventFilter
from timeline.queries.lists import event_list

LATEST_EVENTS, LATEST_STATEMENTS = 8, 4


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
    said = statements_of(leader)
    latest = [row.event_id for row in event_list(leader, EventFilter(), limit=LATEST_EVENTS).events]
    events = events_with_parts(latest)
    return LeaderRecord(
        leader=leader,
        tenures=list(leader.tenures.select_related("office__country").order_by("-started_latest", "id")),
        events=[events[event_id] for event_id in latest],
        event_count=leader_rows(leader).count(),
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
    # The ids alone, newest first: to have the server look for the newest statement would read them all twice.
    said = ArrayAgg("statement", order_by=("-statement__sort_date", "-statement"))
    counts = list(about.order_by().values("country").annotate(said=said, last=Max("statement__sort_date")))
    counts.sort(key=lambda row: (-len(row["said"]), -row["last"].toordinal(), row["country"]))
    latest = Statement.objects.in_bulk([row["said"][0] for row in counts])
    countries = Country.objects.in_bulk([row["country"] for row in counts])
    return [SpokenOf(countries[row["country"]], len(row["said"]), latest[row["said"][0]]) for row in counts]
