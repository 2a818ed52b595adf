"""What a list is asked to show, and the reads by which its rows are found without walking past those of others."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Func, IntegerField, Q, QuerySet

from timeline.models import EventPairKey, Modality, Pair
from timeline.models.readmodel import LONG_SPAN_OF_LISTS
from timeline.models.vectors import words_asked
from timeline.queries.owners import ListOwner, has_kept_counts, rows_of

# What may lie in more days than a month is looked for by itself: only a month before the dates asked for is read.
LONG_SPAN = timedelta(days=LONG_SPAN_OF_LISTS)
# Written into the statement: as a value beside it the index of long spans would not be known to hold them.
_LONG = Func(template=str(LONG_SPAN_OF_LISTS), output_field=IntegerField())
# As many values of one filter are each read in the order of the list and merged; more are many rows, and read as one.
MOST_READS = 8


@dataclass(frozen=True)
class EventFilter:
    """What a list shows: empty tuples, texts and None mean no limit; several values of one filter mean any of them.

    A day counts where the event's span touches it. ``leaders`` and ``countries`` are ids, ``text`` is as typed; by
    countries only the lists of the whole record can be cut.
    """

    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    leaders: tuple[int, ...] = ()
    countries: tuple[int, ...] = ()
    topics: tuple[str, ...] = ()
    speech: tuple[str, ...] = ()
    text: str = ""
    modalities: tuple[str, ...] = (Modality.HAPPENED,)
    earliest: date | None = None
    latest: date | None = None
    includes_mentions: bool = False
    is_oldest_first: bool = False

    @property
    def is_default(self) -> bool:
        """Return whether it shows the default list, in either order."""
        return replace(self, is_oldest_first=False) == EventFilter()

    @property
    def is_plain(self) -> bool:
        """Return whether nothing but what happened to an event narrows the list."""
        return replace(self, modalities=EventFilter.modalities).is_default


def conditions(chosen: EventFilter, at: str = "") -> Q:
    """Return what a row of a read model must be to be shown; ``at`` leads from other rows to it."""
    found = Q()
    if not chosen.includes_mentions:
        found &= Q(**{f"{at}is_party": True})
    among = {"kind": chosen.kinds, "level": chosen.levels, "modality": chosen.modalities}
    for column, values in among.items():
        if values:
            found &= Q(**{f"{at}{column}__in": values})
    overlapping: dict[str, tuple[Any, ...]] = {
        "leaders": chosen.leaders, "countries": chosen.countries, "topics": chosen.topics, "speech": chosen.speech
    }  # fmt: skip
    for column, some in overlapping.items():
        if some:
            found &= Q(**{f"{at}{column}__overlap": list(some)})
    if chosen.text:
        # The words are those of title and summary.
        found &= Q(**{f"{at}event__search": words_asked(chosen.text)})
    return found & _in_time(chosen, at)


def _in_time(chosen: EventFilter, at: str) -> Q:
    found = Q()
    if chosen.earliest:
        near = _earlier(chosen.earliest)
        found &= Q(**{f"{at}last_date__gte": chosen.earliest})
        found &= Q(**{f"{at}sort_date__gte": near}) | Q(**{f"{at}span_days__gt": _LONG})
    if chosen.latest:
        found &= Q(**{f"{at}sort_date__lte": chosen.latest})
    return found


def _earlier(day: date) -> date:
    return day - LONG_SPAN if day - date.min > LONG_SPAN else date.min


def filtered_rows(owner: ListOwner, chosen: EventFilter) -> QuerySet[Any]:
    """Return the rows of a list that a filter shows, without an order."""
    if not isinstance(owner, Pair):
        return rows_of(owner).filter(conditions(chosen))
    rows = rows_of(owner)
    # The few rows that have a value, instead of all of the pair, of which each would be looked at.
    if 0 < len(chosen.leaders) <= MOST_READS:
        rows, chosen = _by_keys(rows, owner, _leader_keys(chosen)), replace(chosen, leaders=())
    if 0 < len(chosen.topics) <= MOST_READS:
        rows, chosen = _by_keys(rows, owner, _topic_keys(chosen)), replace(chosen, topics=())
    if chosen.text:
        rows = rows.filter(event__pairs__contains=[owner.pk])
    return rows.filter(conditions(chosen))


def _by_keys(rows: QuerySet[Any], pair: Pair, keys: list[str]) -> QuerySet[Any]:
    return rows.filter(pk__in=EventPairKey.objects.filter(pair=pair, key__in=keys).values("row_id"))


def _leader_keys(chosen: EventFilter) -> list[str]:
    return [f"leader:{leader}" for leader in chosen.leaders]


def _topic_keys(chosen: EventFilter) -> list[str]:
    return [f"topic:{topic}" for topic in chosen.topics]


@dataclass(frozen=True)
class Read:
    """One read in the order of the list: rows that have its columns, and the way from them to the read model's."""

    rows: QuerySet[Any]
    at: str = ""


def reads_of(owner: ListOwner, chosen: EventFilter) -> list[Read]:
    """Return the reads that together give what a filter shows; a row may come from several."""
    # When a read may begin is said by it alone: asked twice, the planner would expect next to nothing.
    return [part for read in _by_key(owner, replace(chosen, earliest=None)) for part in _by_time(read, chosen)]


def _by_key(owner: ListOwner, chosen: EventFilter) -> Iterator[Read]:
    """Cut by mentions, then by the values of the filter that leaves fewest rows: leaders, topics or kinds.

    What a read is cut by is not asked of its rows once more: the planner would take the two for independent, expect
    next to nothing, and sort all that there is.
    """
    if not has_kept_counts(owner):
        yield Read(filtered_rows(owner, replace(chosen, includes_mentions=True)))
        return
    for is_party in (True, False) if chosen.includes_mentions else (True,):
        others = replace(chosen, includes_mentions=True)
        if isinstance(owner, Pair) and 0 < len(chosen.leaders) <= MOST_READS:
            yield from _by_posting(owner, _leader_keys(chosen), is_party, replace(others, leaders=()))
        elif isinstance(owner, Pair) and 0 < len(chosen.topics) <= MOST_READS and not chosen.leaders:
            yield from _by_posting(owner, _topic_keys(chosen), is_party, replace(others, topics=()))
        elif 0 < len(chosen.kinds) <= MOST_READS:
            rows = filtered_rows(owner, replace(others, kinds=())).filter(is_party=is_party)
            yield from (Read(rows.filter(kind=kind)) for kind in chosen.kinds)
        else:
            yield Read(filtered_rows(owner, others).filter(is_party=is_party))


def _by_posting(pair: Pair, keys: list[str], is_party: bool, others: EventFilter) -> Iterator[Read]:
    for key in keys:
        rows = EventPairKey.objects.filter(pair=pair, key=key, is_party=is_party)
        yield Read(rows.filter(conditions(others, "row__")), "row__")


def _by_time(read: Read, chosen: EventFilter) -> Iterator[Read]:
    if chosen.earliest:
        rows = read.rows.filter(**{f"{read.at}last_date__gte": chosen.earliest})
        yield replace(read, rows=rows.filter(sort_date__gte=_earlier(chosen.earliest), span_days__lte=_LONG))
        yield replace(read, rows=rows.filter(span_days__gt=_LONG))
    else:
        yield read
