"""What a leader held and said, in a fixed number of queries."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import F, QuerySet

from timeline.models import (
    Attribution,
    Claim,
    Country,
    Event,
    Leader,
    LeaderName,
    LeaderSaid,
    LeaderTotal,
    Statement,
    Tenure,
)
from timeline.queries.contacts import PersonMet, people_met
from timeline.queries.events import events_with_parts
from timeline.queries.filtering import EventFilter, filtered_rows
from timeline.queries.lists import ORDER
from timeline.sql.composed import among, composed, share_out
from timeline.sql.lists import ask_rows_by_id

LATEST_EVENTS, LATEST_STATEMENTS = 8, 4


class SpokenOf(NamedTuple):
    """How often a leader spoke about a country, and what the page says of that country."""

    statements: int
    slug: str
    name: str
    name_es: str


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


@composed
def _leader(slug: Any) -> QuerySet[Leader]:
    return Leader.objects.filter(slug=slug)


@composed
def _names(leader_id: Any) -> QuerySet[LeaderName]:
    return LeaderName.objects.filter(leader=leader_id).order_by("text", "id")


@composed
def _tenures(leader_id: Any) -> QuerySet[Tenure]:
    rows = Tenure.objects.filter(leader=leader_id).select_related("office__country")
    return rows.order_by("-started_latest", "id")


@composed
def _latest_events(leader_id: Any) -> QuerySet[Any, int]:
    rows = filtered_rows(Leader(pk=leader_id), EventFilter()).order_by(*(f"-{name}" for name in ORDER))
    return rows.values_list("event_id", flat=True)[:LATEST_EVENTS]


@composed
def _latest_statements(leader_id: Any) -> QuerySet[Statement]:
    rows = with_speakers(Statement.objects.filter(leader=leader_id, withdrawn_at__isnull=True))
    return rows.order_by(F("sort_date").desc(), "-id")[:LATEST_STATEMENTS]


@composed
def _event_total(leader_id: Any) -> QuerySet[Any, int]:
    return LeaderTotal.objects.filter(leader=leader_id).values_list("events", flat=True)


def leader_record(slug: str) -> LeaderRecord | None:
    """Return a leader, or None (at most 15 queries)."""
    leader = next(iter(_leader(slug)), None)
    if leader is None:
        return None
    share_out([leader], "names", "leader_id", _names(leader.pk))
    latest, kept = _latest_events(leader.pk), kept_said(leader)
    events = events_with_parts(latest)
    return LeaderRecord(
        leader=leader,
        tenures=_tenures(leader.pk),
        events=[events[event_id] for event_id in latest],
        event_count=sum(_event_total(leader.pk)),
        statements=with_all(_latest_statements(leader.pk)),
        statement_count=sum(row.statements for row in kept if row.country_id is None),
        met=people_met(leader),
        spoken_of=spoken_of(kept),
    )


def statements_of(leader: Leader) -> QuerySet[Statement]:
    """Return what a leader said and was not withdrawn."""
    return Statement.objects.filter(leader=leader, withdrawn_at__isnull=True)


def with_speakers(rows: QuerySet[Statement]) -> QuerySet[Statement]:
    """Return statements with who speaks, in which office, and at which event."""
    return rows.select_related("leader", "country", "tenure__office", "event")


@composed
def _abouts(statements: Any) -> QuerySet[Any]:
    through = Statement.about.through.objects.filter(among("statement", statements)).select_related("country")
    return through.order_by("country__sort_key", "country")


@composed
def _attributions(statements: Any) -> QuerySet[Attribution]:
    rows = Attribution.objects.filter(among("statement", statements)).select_related("leader")
    return rows.order_by("statement", "position", "id")


@composed
def _claims(statements: Any) -> QuerySet[Claim]:
    return Claim.objects.filter(among("statement", statements)).order_by("id")


def with_all(statements: list[Statement]) -> list[Statement]:
    """Give statements all else that their line shows and return them (3 queries, none for none)."""
    if statements:
        ids = [statement.pk for statement in statements]
        share_out(statements, "about", "statement_id", _abouts(ids), "country")
        share_out(statements, "attributions", "statement_id", _attributions(ids))
        share_out(statements, "claims", "statement_id", _claims(ids))
    return statements


class Said(NamedTuple):
    """How many statements of one form a leader made about a country, or at all, and when the last."""

    country_id: int | None
    speech: str
    statements: int
    last_date: date


@composed
def _said(leader_id: Any) -> QuerySet[Any, tuple[Any, ...]]:
    rows = LeaderSaid.objects.filter(leader=leader_id).order_by("country", "speech", "pk")
    return rows.values_list("country_id", "speech", "count", "last_date")


def kept_said(leader: Leader) -> list[Said]:
    """Return how much a leader said by country and form; no country means all of it (1 query)."""
    return [Said(*row) for row in _said(leader.pk)]


def spoken_of(kept: Sequence[Said]) -> list[SpokenOf]:
    """Return the countries that a leader spoke about, most often first, then latest (1 query)."""
    counts, last = Counter[int](), dict[int, date]()
    for row in kept:
        if row.country_id is not None:
            counts[row.country_id] += row.statements
            last[row.country_id] = max(row.last_date, last.get(row.country_id, row.last_date))
    countries = {row[0]: row[1:] for row in ask_rows_by_id(Country, list(counts), ("id", "slug", "name", "name_es"))()}
    order = sorted(counts, key=lambda country: (-counts[country], -last[country].toordinal(), country))
    return [SpokenOf(counts[country], *countries[country]) for country in order]
