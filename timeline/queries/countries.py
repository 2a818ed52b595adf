"""A country's counterparts: how much goes on with each, by year, and when they were last in contact."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import OuterRef, QuerySet, Subquery

from timeline.kinds import CONTACTS
from timeline.models import Country, Event, EventPair, Modality, Pair, PairFacet, Tenure
from timeline.queries.facets import by_year
from timeline.queries.places import GOVERNING
from timeline.sql.composed import among, composed
from timeline.sql.counterparts import counterpart_rows
from timeline.sql.lists import ask_rows_by_id


@dataclass(frozen=True)
class Counterpart:
    """Another country with which there are events."""

    pair_id: int
    country: Country
    count: int


def counterparts(country: Country) -> list[Counterpart]:
    """Return the countries with which a country has events, most first (1 query)."""
    return [Counterpart(pair_id, other, count) for pair_id, count, other in counterpart_rows(country.pk)]


class LastContact(NamedTuple):
    """A pair's last call, visit or meeting."""

    id: int
    title: str
    slug: str
    kind: str
    edtf: str


@composed
def _last_contacts(pairs: Any) -> QuerySet[Pair, tuple[int, int | None]]:
    rows = EventPair.objects.filter(pair=OuterRef("pk"), is_party=True, modality=Modality.HAPPENED, kind__in=CONTACTS)
    newest = rows.order_by("-sort_date", "-span_days", "-day_order", "-event_id").values("event_id")[:1]
    return Pair.objects.filter(among("pk", pairs)).annotate(last=Subquery(newest)).values_list("pk", "last")


def last_contacts(pair_ids: Sequence[int]) -> dict[int, LastContact]:
    """Return each pair's last call, visit or meeting, by the pair's id (2 queries)."""
    found = {pair_id: event_id for pair_id, event_id in _last_contacts(list(pair_ids)) if event_id}
    # One event may be the last of several pairs.
    events = ask_rows_by_id(Event, list(set(found.values())), LastContact._fields)()
    by_id = {row[0]: LastContact(*row) for row in events}
    return {pair_id: by_id[event_id] for pair_id, event_id in found.items()}


@composed
def _years(pairs: Any) -> QuerySet[Any, tuple[int, str, int]]:
    rows = PairFacet.objects.of_default_lists().filter(among("pair", pairs), dimension="year").order_by()
    return rows.values_list("pair_id", "key", "count")


def years_of(pair_ids: Sequence[int]) -> dict[int, dict[int, int]]:
    """Return how many events pairs have by year, in their default lists, by the pair's id (1 query)."""
    found: dict[int, list[tuple[str, int]]] = {}
    for pair_id, key, count in _years(list(pair_ids)):
        found.setdefault(pair_id, []).append((key, count))
    return {pair_id: by_year(counts) for pair_id, counts in found.items()}


@composed
def _governing_tenures(country_id: Any) -> QuerySet[Tenure]:
    rows = Tenure.objects.filter(office__country=country_id, office__kind__in=GOVERNING)
    return rows.select_related("leader", "office").order_by("office__level", "office_id", "-started_latest", "id")


def governing_tenures(country: Country) -> list[Tenure]:
    """Return everybody who governed or was foreign minister, by office and the latest first (1 query)."""
    return _governing_tenures(country.pk)
