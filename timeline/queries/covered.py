"""Pairs with what is said to be covered of them, and on how many sources they rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from timeline.models import Citation, Coverage, EventPair, Modality, Pair, PairFacet
from timeline.queries.lists import coverage_of
from timeline.queries.places import PairPlace, pair_of

# Of a pair with more events the sources are not counted: each of their passages would be looked at.
MOST_COUNTED = 5000


@dataclass(frozen=True)
class CoveredPair:
    """Two countries, the number of events in the default list of their timeline, and what is covered of it."""

    place: PairPlace
    pair: Pair | None
    events: int
    coverage: Coverage | None


def covered_pair(place: PairPlace) -> CoveredPair:
    """Return a pair with what is covered of it, also while it has no events (3 queries)."""
    pair = pair_of(place.first, place.second)
    total = PairFacet.objects.totals().filter(pair=pair).values_list("count", flat=True).first() if pair else None
    return CoveredPair(place, pair, total or 0, coverage_of(pair))


def covered_pairs(after: int, limit: int) -> list[CoveredPair]:
    """Return pairs in the order of their ids, from behind one on (4 queries)."""
    rows = Pair.objects.filter(pk__gt=after).select_related("first", "second").order_by("pk")
    pairs = list(rows[:limit])
    totals = dict(PairFacet.objects.totals().filter(pair__in=pairs).values_list("pair", "count"))
    own, of_record = _coverages(pairs), coverage_of()
    return [
        CoveredPair(
            PairPlace(pair.first, pair.second, is_canonical=True), pair, totals.get(pair.pk, 0),
            own.get((pair.first_id, pair.second_id), of_record),
        )
        for pair in pairs
    ]  # fmt: skip


def _coverages(pairs: Sequence[Pair]) -> dict[tuple[int | None, int | None], Coverage]:
    """Return what is said of these pairs alone, by their countries."""
    firsts, seconds = {pair.first_id for pair in pairs}, {pair.second_id for pair in pairs}
    rows = Coverage.objects.filter(Q(first__in=firsts) & Q(second__in=seconds)).order_by("pk")
    return {(row.first_id, row.second_id): row for row in rows}


def source_count(pair: Pair | None, events: int) -> int | None:
    """Return on how many sources the events of a pair's default list rest; None for more events than are looked at.

    One query, none where there is nothing to count.
    """
    if pair is None or not events:
        return 0
    if events > MOST_COUNTED:
        return None
    listed = EventPair.objects.filter(pair=pair, is_party=True, modality=Modality.HAPPENED).values("event")
    own = Citation.objects.filter(event__in=listed).order_by().values_list("source")
    return own.union(Citation.objects.filter(participation__event__in=listed).order_by().values_list("source")).count()
