"""Where an event stands: under each of its countries, and under the pairs of those that take part together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from timeline.kinds import KINDS
from timeline.models import Event, EventPair, Participation

# With more parties an event is multilateral: it stands under its countries, and under the pairs of those countries only
# of which an editor says that they acted as pairs.
MOST_PARTIES_OF_A_PAIR = 8
Side = EventPair.Side
Parts = dict[int, list[Participation]]


@dataclass(frozen=True, slots=True)
class CountryPart:
    """Sum up a country's parts in one event."""

    country_id: int
    slug: str
    is_party: bool
    acts: bool
    is_pairwise: bool = False


@dataclass(frozen=True, slots=True)
class PairPlace:
    """Say where an event stands under a pair; both countries by id, the alphabetically first slug first."""

    first_id: int
    second_id: int
    side: str
    is_party: bool


def pair_places(parts: Sequence[CountryPart]) -> list[PairPlace]:
    """Return every pair under which an event stands: all pairs of its countries, unless it is multilateral."""
    parties = [part for part in parts if part.is_party]
    if len(parties) > MOST_PARTIES_OF_A_PAIR:
        filed: Sequence[CountryPart] = [part for part in parties if part.is_pairwise]
    else:
        filed = parts if len(parts) <= MOST_PARTIES_OF_A_PAIR else parties
    ordered = sorted(filed, key=lambda part: part.slug)
    return [
        PairPlace(first.country_id, second.country_id, _side(first, second), _are_parties_to_each_other(first, second))
        for first, second in combinations(ordered, 2)
    ]


def _are_parties_to_each_other(first: CountryPart, second: CountryPart) -> bool:
    """Tell whether one of two parties acts; two on whom a third acts are only mentioned together."""
    return first.is_party and second.is_party and (first.acts or second.acts)


def _side(first: CountryPart, second: CountryPart) -> str:
    if first.acts == second.acts:
        return Side.JOINT
    return Side.FIRST if first.acts else Side.SECOND


def country_parts(event: Event, participations: Iterable[Participation]) -> list[CountryPart]:
    """Return each country of an event once: it acts as a party on the actor's side, or in an act that is joint."""
    is_joint = KINDS[event.kind].is_joint
    found: dict[int, CountryPart] = {}
    for part in participations:
        is_party = part.role == Participation.Role.PARTY
        acts = is_party and (is_joint or part.side == Participation.Side.ACTOR)
        known = found.get(part.country_id)
        found[part.country_id] = CountryPart(
            part.country_id,
            part.country.slug,
            is_party or (known is not None and known.is_party),
            acts or (known is not None and known.acts),
            part.is_pairwise or (known is not None and known.is_pairwise),
        )
    return list(found.values())


def parts_of(events: Iterable[Event]) -> Parts:
    """Return the participations of each event with their countries and leaders. One query."""
    found: Parts = {event.pk: [] for event in events}
    parts = Participation.objects.filter(event__in=found).select_related("country", "leader")
    for part in parts.order_by("position", "pk"):
        found[part.event_id].append(part)
    return found


def places_of(events: Iterable[Event], parts: Parts) -> tuple[dict[int, list[PairPlace]], dict[int, list[CountryPart]]]:
    """Return for each event where it stands under pairs, and its countries."""
    countries = {event.pk: country_parts(event, parts[event.pk]) for event in events}
    return {event_id: pair_places(parts) for event_id, parts in countries.items()}, countries
