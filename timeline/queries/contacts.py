"""Who was in contact with whom: calls, visits, meetings, by level and year. A contact is an event of that group."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, F, Max, Q, QuerySet

from timeline.kinds import CONTACTS
from timeline.models import Country, Event, EventCountry, Leader, Modality, Pair, PairFacet, Participation
from timeline.queries.filtering import EventFilter, filtered_rows

# Who takes part in a contact; one who is only its topic, or is mentioned, does not.
TOOK_PART = (Participation.Role.PARTY, Participation.Role.MEDIATOR, Participation.Role.HOST)
MOST_PEOPLE = 60


@dataclass(frozen=True)
class ContactCount:
    """How many contacts of one level began in one year and ended in another; 0 as a country means any."""

    country_id: int
    level: str
    first_year: int
    last_year: int
    count: int


def pair_contacts(pair: Pair) -> list[ContactCount]:
    """Return a pair's contacts by level and years, from what is kept (1 query)."""
    rows = PairFacet.objects.of_default_lists().filter(pair=pair, dimension=PairFacet.Dimension.CONTACT)
    found = []
    for key, count in rows.order_by("key").values_list("key", "count"):
        level, first, last = key.split(":")
        found.append(ContactCount(0, level, int(first), int(last), count))
    return found


def contacts_of_pairs(pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], dict[str, int]]:
    """Return how many contacts pairs had by level, by the ids of their countries, first and second (1 query)."""
    firsts, seconds = {first for first, _ in pairs}, {second for _, second in pairs}
    rows = PairFacet.objects.of_default_lists().filter(dimension=PairFacet.Dimension.CONTACT)
    rows = rows.filter(pair__first__in=firsts, pair__second__in=seconds).order_by()
    found: dict[tuple[int, int], dict[str, int]] = {}
    for first, second, key, count in rows.values_list("pair__first", "pair__second", "key", "count"):
        levels = found.setdefault((first, second), {})
        level = key.partition(":")[0]
        levels[level] = levels.get(level, 0) + count
    return found


def leader_contacts(leader: Leader) -> list[ContactCount]:
    """Return a person's contacts by level and year (1 query)."""
    rows = leader_rows(leader).filter(kind__in=CONTACTS).order_by()
    found = rows.values_list("level", "sort_date__year", "last_date__year").annotate(n=Count("pk"))
    return [ContactCount(0, *row) for row in found]


def leader_contacts_by_country(leader: Leader) -> list[ContactCount]:
    """Return a person's contacts with each country but those for which alone they acted, by year (1 query)."""
    rows = EventCountry.objects.filter(
        is_party=True,
        modality=Modality.HAPPENED,
        kind__in=CONTACTS,
        event__participations__leader=leader,
        event__participations__role__in=TOOK_PART,
    )
    for_another = ~Q(event__participations__country=F("country"))
    found = rows.order_by().values_list("country_id", "level", "sort_date__year", "last_date__year")
    counted = list(found.annotate(n=Count("event", distinct=True), other=Count("event", filter=for_another)))
    others = {country_id for country_id, *_, other in counted if other}
    return [ContactCount(*row) for *row, _ in counted if row[0] in others]


def leader_rows(leader: Leader) -> QuerySet[Any]:
    """Return the rows of what happened and a person took part in."""
    return filtered_rows(leader, EventFilter())


@dataclass(frozen=True)
class PersonMet:
    """Somebody with whom a person was in contact: how often, how often of it by speaking, and when last."""

    leader: Leader
    country: Country
    count: int
    calls: int
    last: Event

    @property
    def meetings(self) -> int:
        """Return how often they were in contact otherwise than by speaking."""
        return self.count - self.calls


CALLS = ("phone_call", "video_call", "conversation")


def people_met(leader: Leader, limit: int = MOST_PEOPLE) -> list[PersonMet]:
    """Return with whom a person was in contact, most often first (4 queries)."""
    mine = leader_rows(leader).filter(kind__in=CONTACTS).values("event")
    parts = Participation.objects.filter(event__in=mine, role__in=TOOK_PART, leader__isnull=False)
    rows = (
        parts.exclude(leader=leader)
        .order_by()
        .values("leader", "country")
        .annotate(
            count=Count("event", distinct=True),
            calls=Count("event", distinct=True, filter=Q(event__entry__kind__in=CALLS)),
            last=Max("event__entry__sort_date"),
            # The ids alone, newest first: to have the server look for the newest event would read them all twice.
            events=ArrayAgg("event", order_by=("-event__entry__sort_date", "-event")),
        )
        .order_by("-count", "-last", "leader", "country")[:limit]
    )
    found = list(rows)
    leaders = Leader.objects.in_bulk([row["leader"] for row in found])
    countries = Country.objects.in_bulk({row["country"] for row in found})
    latest = Event.objects.in_bulk([row["events"][0] for row in found])
    return [
        PersonMet(
            leaders[row["leader"]], countries[row["country"]], row["count"], row["calls"], latest[row["events"][0]]
        )
        for row in found
    ]
