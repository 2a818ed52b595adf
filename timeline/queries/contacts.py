"""Who was in contact with whom: calls, visits, meetings, by level and year. A contact is an event of that group."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Count, F, Q, QuerySet

from timeline.kinds import CONTACTS
from timeline.models import EventCountry, Leader, LeaderMet, Modality, Pair, PairFacet
from timeline.queries.filtering import EventFilter, filtered_rows
from timeline.sql.composed import composed
from timeline.sql.leaders import TOOK_PART

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


class PersonMet(NamedTuple):
    """Somebody with whom a person was in contact: how often, how often of it by speaking, and when last."""

    slug: str
    name: str
    country: str
    country_es: str
    contacts: int
    calls: int
    last_id: int
    last_slug: str
    last_title: str
    last_edtf: str

    @property
    def meetings(self) -> int:
        """Return how often they were in contact otherwise than by speaking."""
        return self.contacts - self.calls


@composed
def _met(leader_id: Any) -> QuerySet[Any, tuple[Any, ...]]:
    rows = LeaderMet.objects.filter(leader=leader_id).order_by("-count", "-last_date", "other", "country")
    whom = ("other__slug", "other__name", "country__name", "country__name_es", "count", "calls")
    return rows.values_list(*whom, "last_id", "last__slug", "last__title", "last__edtf")[:MOST_PEOPLE]


def people_met(leader: Leader) -> list[PersonMet]:
    """Return with whom a person was in contact, most often first (1 query)."""
    return [PersonMet(*row) for row in _met(leader.pk)]
