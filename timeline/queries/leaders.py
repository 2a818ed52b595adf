"""What a leader held and said, in a fixed number of queries."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch, QuerySet

from timeline.models import Claim, Country, Event, Leader, LeaderSaid, LeaderTotal, Statement, Tenure
from timeline.queries.contacts import PersonMet, people_met
from timeline.queries.events import events_with_parts
from timeline.queries.filtering import EventFilter
from timeline.queries.lists import event_list

LATEST_EVENTS, LATEST_STATEMENTS = 8, 4


@dataclass(frozen=True)
class SpokenOf:
    """How often a leader spoke about a country."""

    country: Country
    count: int


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
    """Return a leader, or None (at most 17 queries)."""
    leader = Leader.objects.prefetch_related("names").filter(slug=slug).first()
    if leader is None:
        return None
    said = statements_of(leader)
    latest = [row.event_id for row in event_list(leader, EventFilter(), limit=LATEST_EVENTS).events]
    events, kept = events_with_parts(latest), kept_said(leader)
    total = LeaderTotal.objects.filter(leader=leader).first()
    return LeaderRecord(
        leader=leader,
        tenures=list(leader.tenures.select_related("office__country").order_by("-started_latest", "id")),
        events=[events[event_id] for event_id in latest],
        event_count=total.events if total else 0,
        statements=list(with_all(said).order_by(F("sort_date").desc(), "-id")[:LATEST_STATEMENTS]),
        statement_count=sum(row.count for row in kept if row.country_id is None),
        met=people_met(leader),
        spoken_of=spoken_of(kept),
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


def kept_said(leader: Leader) -> list[LeaderSaid]:
    """Return how much a leader said by country and form; no country means all of it (1 query)."""
    return list(LeaderSaid.objects.filter(leader=leader).order_by("country", "speech", "pk"))


def spoken_of(kept: Sequence[LeaderSaid]) -> list[SpokenOf]:
    """Return the countries that a leader spoke about, most often first, then latest (1 query)."""
    counts, last = Counter[int](), dict[int, date]()
    for row in kept:
        if row.country_id is not None:
            counts[row.country_id] += row.count
            last[row.country_id] = max(row.last_date, last.get(row.country_id, row.last_date))
    countries = Country.objects.in_bulk(list(counts))
    order = sorted(counts, key=lambda country: (-counts[country], -last[country].toordinal(), country))
    return [SpokenOf(countries[country], counts[country]) for country in order]
