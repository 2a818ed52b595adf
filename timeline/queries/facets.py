"""How many events each value of each filter would show: kept for whole lists, counted live in a narrowed one."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from timeline.kinds import KINDS
from timeline.models import Country, Facet, Pair
from timeline.queries.filtering import EventFilter, filtered_rows
from timeline.queries.owners import ListOwner, has_kept_counts
from timeline.sql.facets import (
    COUNTRIES,
    PAIRS,
    Counted,
    Within,
    ask_counts_of_list,
    ask_counts_of_value,
    ask_live_counts,
    live_counts,
)
from timeline.sql.sending import planned_anew

# The dimensions whose values can be chosen, and the field of EventFilter that holds what is.
CHOSEN_BY = {
    "kind": "kinds", "level": "levels", "leader": "leaders", "country": "countries", "topic": "topics",
    "speech": "speech",
}  # fmt: skip
# A filter that leaves more rows than these is not counted: its options stand without numbers.
MOST_COUNTED = 20_000
# How many leaders a filter offers, those of most events first.
MOST_LEADERS_SHOWN = 24
Shown = dict[tuple[str, bool], int]


@dataclass
class PairCounts:
    """Numbers of events by dimension and key, and by modality and whether the countries are parties.

    Without a filter they are those of the default list; ``is_complete`` is False where too many were to be counted.
    """

    by: dict[str, dict[str, int]] = field(default_factory=dict)
    shown: Shown = field(default_factory=dict)
    is_complete: bool = True

    @property
    def total(self) -> int:
        """Return the number of events in the list."""
        return self.by.get("total", {}).get("", 0)

    @property
    def is_counted(self) -> bool:
        """Return whether the list itself was counted whole, though its filters may leave too many elsewhere."""
        return self.is_complete or self.total <= MOST_COUNTED

    def of(self, dimension: str) -> dict[str, int]:
        """Return key and count of one dimension; kinds in their declared order, modalities of the parties."""
        if dimension == "modality":
            return {modality: count for (modality, is_party), count in self.shown.items() if is_party}
        found = self.by.get(dimension, {})
        return {key: found[key] for key in KINDS if key in found} if dimension == "kind" else found

    @cached_property
    def years(self) -> dict[int, int]:
        """Return year and count of a pair's list, the earliest first, whichever side acted."""
        return by_year(self.of("year").items())

    def number_of(self, modalities: tuple[str, ...], *, includes_mentions: bool) -> int:
        """Return how many events a list with these modalities has; no modality means all."""
        return sum(
            count
            for (modality, is_party), count in self.shown.items()
            if (not modalities or modality in modalities) and (is_party or includes_mentions)
        )


def by_year(counts: Iterable[tuple[str, int]]) -> dict[int, int]:
    """Add up the counts of years and sides, of which keys are like 2026:joint, by year, the earliest first."""
    found: dict[str, int] = {}
    for key, count in counts:
        year = key.partition(":")[0]
        found[year] = found.get(year, 0) + count
    return dict(sorted((int(year), count) for year, count in found.items()))


def pair_counts(pair: Pair) -> PairCounts:
    """Return all counts of a pair's default list: filters' options and the density strip (1 query)."""
    return ask_pair_counts(pair.pk)()


def ask_pair_counts(pair_id: int) -> Callable[[], PairCounts]:
    """Ask for all counts of a pair's default list, and return what reads them (1 query)."""
    return _ask_kept(PAIRS, pair_id, EventFilter())


def kept_counts(owner: ListOwner, chosen: EventFilter) -> PairCounts:
    """Return the counts of a list of which only modality and mentions are chosen (1 query).

    Those of pairs and countries are kept; the others are counted, at most 20,000 rows of a part.
    """
    if not isinstance(owner, Pair | Country):
        return _ask_counts(owner, EventFilter(modalities=chosen.modalities), {})()
    if len(chosen.modalities) == 1 and not chosen.includes_mentions:
        # A busy pair of a large record has thousands of leaders, of whom a page names the first and those chosen.
        return _ask_kept(PAIRS if isinstance(owner, Pair) else COUNTRIES, owner.pk, chosen)()
    return _added_up(owner, chosen)


def _ask_kept(kind: str, owner_id: int, chosen: EventFilter) -> Callable[[], PairCounts]:
    """Ask for the kept counts of one modality between the parties."""
    read = ask_counts_of_list(kind, owner_id, chosen.modalities[0], chosen.leaders, MOST_LEADERS_SHOWN)

    def counts() -> PairCounts:
        by = read()
        return PairCounts(by, _shown(by.pop("shown", {})))

    return counts


def _added_up(owner: Pair | Country, chosen: EventFilter) -> PairCounts:
    """Add up the kept counts of several modalities, or of parties and mentions (1 query)."""
    of_list = Q() if chosen.includes_mentions else Q(is_party=True)
    of_list &= Q(modality__in=chosen.modalities) if chosen.modalities else Q()
    rows: QuerySet[Any] = owner.facets.order_by()
    # An empty condition joined by "or" would be no part of it.
    rows = rows.filter(of_list | Q(dimension=Facet.Dimension.TOTAL)) if of_list else rows
    counts = PairCounts()
    for dimension, key, modality, is_party, count in rows.values_list(
        "dimension", "key", "modality", "is_party", "count"
    ):
        if dimension == Facet.Dimension.TOTAL:
            counts.shown[modality, is_party] = count
        if (is_party or chosen.includes_mentions) and (not chosen.modalities or modality in chosen.modalities):
            found = counts.by.setdefault(dimension, {})
            found[key] = found.get(key, 0) + count
    return counts


def filter_counts(owner: ListOwner, chosen: EventFilter, kept: PairCounts) -> PairCounts:
    """Return what ``ask_filter_counts`` asks for."""
    return ask_filter_counts(owner, chosen, kept)()


def ask_filter_counts(owner: ListOwner, chosen: EventFilter, kept: PairCounts) -> Callable[[], PairCounts]:
    """Ask for each value of each filter how many events it would show beside the others; return what reads the answer.

    ``kept`` are the counts with the same modalities and mentions and nothing else chosen; where nothing else is, they
    are the answer. Else one query reads the rows that the filters leave, and what they leave without each of them.
    """
    active = [dimension for dimension, name in CHOSEN_BY.items() if getattr(chosen, name)]
    is_narrowed = bool(chosen.text or chosen.earliest or chosen.latest)
    if not active and not is_narrowed:
        return lambda: kept
    by = {active[0]: kept.of(active[0])} if len(active) == 1 and not is_narrowed and kept.is_complete else {}
    for dimension, numbers in by.items():
        values = getattr(chosen, CHOSEN_BY[dimension])
        if len(values) == 1 and numbers.get(str(values[0]), 0) > MOST_COUNTED:
            # Known without reading them: too many.
            many = PairCounts({**by, "total": {"": numbers[str(values[0])]}}, is_complete=False)
            return lambda: many
    leaders = [*most_leaders(kept), *chosen.leaders] if has_kept_counts(owner) else None
    return _ask_counts(owner, chosen, by, leaders)


def most_leaders(counts: PairCounts) -> list[int]:
    """Return the leaders whom a filter offers: those of most events first."""
    found = sorted(counts.of("leader").items(), key=lambda row: (-row[1], int(row[0])))
    return [int(key) for key, _ in found[:MOST_LEADERS_SHOWN]]


def _dimensions(owner: ListOwner) -> list[str]:
    """Return by what the rows of an owner can be counted: only those of the whole record name their countries."""
    return [name for name in CHOSEN_BY if name != "country" or not isinstance(owner, Pair | Country)]


def _ask_counts(
    owner: ListOwner, chosen: EventFilter, by: dict[str, dict[str, int]], leaders: list[int] | None = None
) -> Callable[[], PairCounts]:
    """Count a list by each dimension that is not counted yet, each beside the other filters (1 query).

    The rows of all modalities are read, of which those of the list are some. Where they are too many, the list is read
    by itself (1 query more). Where nothing but one value is chosen, its number in each modality is kept, and the rows
    of the list alone are read (2 queries).
    """
    active = [dimension for dimension, name in CHOSEN_BY.items() if getattr(chosen, name)]
    times = ["year"] if isinstance(owner, Pair) else []
    listed = ["total", *(name for name in _dimensions(owner) if name not in active), *times]
    others = [dimension for dimension in active if dimension not in by]

    def rows(part: EventFilter) -> QuerySet[Any]:
        return filtered_rows(owner, part)[: MOST_COUNTED + 1]

    if active and not others and (read_shown := _ask_shown(owner, chosen, active[0])):
        read_list = ask_live_counts([(rows(chosen), listed)], leaders)

        def read_beside() -> PairCounts:
            (found,) = read_list()
            return _pair_counts({**by, "shown": read_shown()}, [(listed[1:], found)], found.get(("total", ""), 0))

        return read_beside

    whole = (rows(replace(chosen, modalities=(), includes_mentions=True)), ["total", "shown"])
    rest = [(rows(without(chosen, dimension)), ["total", dimension]) for dimension in others]

    def ask(of_list: QuerySet[Any] | Within) -> Callable[[], Counted]:
        # How many rows lie between two dates, no plan for all dates can know.
        with planned_anew() if chosen.earliest or chosen.latest else nullcontext():
            return ask_live_counts([whole, (of_list, listed), *rest], leaders)

    read_within = ask(Within(0, chosen.modalities, chosen.includes_mentions))

    def read() -> PairCounts:
        found = read_within()
        if found[0].get(("total", ""), 0) > MOST_COUNTED:
            found = ask(rows(chosen))()
        counted = zip([["shown"], listed[1:], *([one] for one in others)], found, strict=True)
        return _pair_counts(by, counted, found[1].get(("total", ""), 0))

    return read


def _ask_shown(owner: ListOwner, chosen: EventFilter, dimension: str) -> Callable[[], dict[str, int]] | None:
    """Ask how many events of each modality have the one value chosen of a dimension; None where that is not kept."""
    values = getattr(chosen, CHOSEN_BY[dimension])
    if len(values) != 1 or not isinstance(owner, Pair | Country):
        return None
    return ask_counts_of_value(PAIRS if isinstance(owner, Pair) else COUNTRIES, owner.pk, dimension, str(values[0]))


def _pair_counts(
    by: dict[str, dict[str, int]], parts: Iterable[tuple[list[str], dict[tuple[str, str], int]]], total: int
) -> PairCounts:
    by, is_complete = {**by, "total": {"": total}}, True
    for dimensions, counted in parts:
        for dimension in dimensions:
            by[dimension] = {value: count for (name, value), count in counted.items() if name == dimension}
        is_complete = is_complete and counted.get(("total", ""), 0) <= MOST_COUNTED
    return PairCounts(by, _shown(by.pop("shown")), is_complete)


def without(chosen: EventFilter, dimension: str) -> EventFilter:
    """Return the filter without what is chosen of one dimension, or of its dates or text."""
    fields: Mapping[str, dict[str, Any]] = {
        **{name: {held: ()} for name, held in CHOSEN_BY.items()},
        "date": {"earliest": None, "latest": None},
        "text": {"text": ""},
        "show": {"modalities": ()},
    }
    return replace(chosen, **fields[dimension])


def _shown(counted: dict[str, int]) -> Shown:
    shown = {}
    for value, count in counted.items():
        modality, is_party = value.split(":")
        shown[modality, is_party == "true"] = count
    return shown


def counts_of(owner: ListOwner, choices: list[EventFilter]) -> list[int]:
    """Return how many events each of several filters leaves (1 query)."""
    found = live_counts([(filtered_rows(owner, chosen)[: MOST_COUNTED + 1], ["total"]) for chosen in choices])
    return [counted.get(("total", ""), 0) for counted in found]
