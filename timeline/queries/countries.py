"""A country's counterparts: how much goes on with each, by year, and when they were last in contact."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from timeline.kinds import CONTACTS
from timeline.models import Country, Event, EventPair, Modality, Pair, PairFacet, Tenure
from timeline.queries.places import GOVERNING
from timeline.sql.counterparts import counterpart_rows


@dataclass(frozen=True)
class Counterpart:
    """Another country with which there are events."""

    pair_id: int
    country: Country
    count: int


def counterparts(country: Country) -> list[Counterpart]:
    """Return the countries with which a country has events, most first (1 query)."""
    return [Counterpart(pair_id, other, count) for pair_id, count, other in counterpart_rows(country.pk)]


def last_contacts(pair_ids: Sequence[int]) -> dict[int, Event]:
    """Return each pair's last call, visit or meeting, by the pair's id (2 queries)."""
    rows = EventPair.objects.filter(pair=OuterRef("pk"), is_party=True, modality=Modality.HAPPENED, kind__in=CONTACTS)
    newest = rows.order_by("-sort_date", "-span_days", "-day_order", "-event_id").values("event_id")[:1]
    found = dict(Pair.objects.filter(pk__in=pair_ids).annotate(last=Subquery(newest)).values_list("pk", "last"))
    events = Event.objects.in_bulk([event_id for event_id in found.values() if event_id])
    return {pair_id: events[event_id] for pair_id, event_id in found.items() if event_id}


def years_of(pair_ids: Sequence[int]) -> dict[int, dict[int, int]]:
    """Return how many events pairs have by year, in their default lists, by the pair's id (1 query)."""
    found: dict[int, dict[int, int]] = {}
    rows = PairFacet.objects.of_default_lists().filter(pair__in=pair_ids, dimension="year").order_by()
    for pair_id, year, count in rows.values_list("pair_id", "key", "count"):
        found.setdefault(pair_id, {})[int(year)] = count
    return found


def governing_tenures(country: Country) -> list[Tenure]:
    """Return everybody who governed or was foreign minister, by office and the latest first (1 query)."""
    rows = Tenure.objects.filter(office__country=country, office__kind__in=GOVERNING)
    return list(rows.select_related("leader", "office").order_by("office__level", "office_id", "-started_latest", "id"))
