"""What a list holds, for its files and feeds: how much, all of it in order, and what was published in it last."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Protocol

from django.db.models import Count, Max, QuerySet

from timeline.models import Country, Coverage, Event, Leader, Pair, Statement, Thread
from timeline.queries import exports
from timeline.queries.events import event_places
from timeline.queries.exports import Exported, ListSize, exported_events, exported_statements, in_parts
from timeline.queries.filtering import EventFilter, filtered_rows
from timeline.queries.lists import coverage_of, event_list
from timeline.queries.owners import Found, ListOwner
from timeline.queries.published import Moments, PublishedLast, last_events, last_statements
from timeline.queries.search import ranked_events
from timeline.queries.statements import StatementFilter, statements_on
from timeline.search import Query
from timeline.sql.extents import Scope
from timeline.sql.search import Hits

# So many matches of a search are ranked for a file: ranking reads each of them.
MOST_FOUND = 10_000


class Contents(Protocol):
    """The contents of a list."""

    def size(self) -> ListSize:
        """Count the rows, no further than is needed to refuse them."""
        ...

    def parts(self) -> Iterator[Sequence[Exported]]:
        """Yield all rows in the order of the list, a part at a time."""
        ...

    def dates(self) -> dict[str, int]:
        """Return how many rows have each date, by its EDTF text."""
        ...

    def published_last(self, within: Moments | None = None) -> PublishedLast:
        """Return what a feed of the list tells; where a time is given, of that time alone."""
        ...

    def by_day(self, first: date, last: date) -> dict[date, int]:
        """Return how many rows begin on each day of a span that has any."""
        ...


@dataclass(frozen=True)
class ListedEvents:
    """The events of a list as a filter shows them; without an owner there are none."""

    owner: ListOwner | None
    chosen: EventFilter

    def size(self) -> ListSize:
        """Count the events (1 query)."""
        if self.owner is None:
            return ListSize(0, None)
        return _size(self._events(self.owner))

    def _events(self, owner: ListOwner) -> QuerySet[Event]:
        rows = filtered_rows(owner, self.chosen).order_by()
        return Event.objects.filter(pk__in=rows.values("event_id")[: exports.MOST_ROWS + 1])

    def dates(self) -> dict[str, int]:
        """Return how many events have each date (1 query)."""
        return _dates(self._events(self.owner)) if self.owner else {}

    def parts(self) -> Iterator[Sequence[Exported]]:
        """Yield the events, read by keyset (5 queries a part, whatever its length)."""
        after, is_more = None, self.owner is not None
        while self.owner is not None and is_more:
            page = event_list(self.owner, self.chosen, after=after, limit=exports.PART_SIZE)
            yield exported_events([row.event_id for row in page.events])
            after, is_more = page.after, page.after is not None

    def published_last(self, within: Moments | None = None) -> PublishedLast:
        """Return what was published last (at most 8 queries)."""
        return last_events(self.owner, self.chosen, within) if self.owner else PublishedLast()

    def by_day(self, first: date, last: date) -> dict[date, int]:
        """Return how many events begin on each day (1 query)."""
        return _by_day(filtered_rows(self.owner, self.chosen), first, last) if self.owner else {}


class InOwnOrder(ABC):
    """Events in an order that no column has."""

    @property
    @abstractmethod
    def _ids(self) -> Sequence[int]: ...

    def size(self) -> ListSize:
        """Count the events (1 query beside those that find them)."""
        return _size(Event.objects.filter(pk__in=self._ids))

    def dates(self) -> dict[str, int]:
        """Return how many events have each date (1 query beside those that find them)."""
        return _dates(Event.objects.filter(pk__in=self._ids))

    def parts(self) -> Iterator[Sequence[Exported]]:
        """Yield the events (4 queries a part)."""
        return in_parts(self._ids, exported_events)

    def by_day(self, first: date, last: date) -> dict[date, int]:
        """Return how many events begin on each day (1 query beside those that find them)."""
        return _by_day(Event.objects.filter(pk__in=self._ids), first, last)


@dataclass(frozen=True)
class StoryEvents(InOwnOrder):
    """The events of a thread that a filter leaves, in the editor's order."""

    thread: Thread
    events: Sequence[Event]
    chosen: EventFilter

    @cached_property
    def _ids(self) -> list[int]:
        return _left(self.thread, [event.pk for event in self.events], self.chosen)

    def published_last(self, within: Moments | None = None) -> PublishedLast:
        """Return what was published last (at most 8 queries)."""
        return last_events(self.thread, self.chosen, within)


@dataclass(frozen=True)
class FoundEvents(InOwnOrder):
    """The events that a search found and a filter leaves, the best first.

    The page ranks the newest 500. Where there are more, the files have all of them, ranked together; feeds do not.
    """

    query: Query
    scope: Scope | None
    today: date
    chosen: EventFilter

    @cached_property
    def _on_page(self) -> Hits:
        return ranked_events(self.query, today=self.today, scope=self.scope)

    @cached_property
    def _hits(self) -> Hits:
        if not self._on_page.is_cut:
            return self._on_page
        return ranked_events(self.query, today=self.today, scope=self.scope, most=MOST_FOUND)

    @cached_property
    def _ids(self) -> list[int]:
        return self._left_of(self._hits)

    def _left_of(self, hits: Hits) -> list[int]:
        found = [hit.id for hit in hits.hits]
        return _left(Found(tuple(found)), found, self.chosen)

    def size(self) -> ListSize:
        """Count the events (at most 10 queries)."""
        return ListSize(MOST_FOUND + 1, None, MOST_FOUND) if self._hits.is_cut else super().size()

    def published_last(self, within: Moments | None = None) -> PublishedLast:
        """Return what was published last of what the page ranks (at most 12 queries)."""
        return last_events(Found(tuple(self._left_of(self._on_page))), EventFilter(modalities=()), within)

    def by_day(self, first: date, last: date) -> dict[date, int]:
        """Return how many of the events that the page ranks begin on each day (at most 10 queries)."""
        return _by_day(Event.objects.filter(pk__in=self._left_of(self._on_page)), first, last)


@dataclass(frozen=True)
class ListedStatements:
    """What a leader said, about a country where one is named, as a filter shows it."""

    leader: Leader
    about: Country | None
    chosen: StatementFilter

    @property
    def _rows(self) -> QuerySet[Statement]:
        return statements_on(self.leader, self.about, self.chosen)

    def size(self) -> ListSize:
        """Count the statements (1 query)."""
        return _size(Statement.objects.filter(pk__in=self._rows.order_by().values("pk")[: exports.MOST_ROWS + 1]))

    def dates(self) -> dict[str, int]:
        """Return how many statements have each date (1 query)."""
        return _dates(Statement.objects.filter(pk__in=self._rows.order_by().values("pk")))

    def parts(self) -> Iterator[Sequence[Exported]]:
        """Yield the statements in the order of the list (1 query, and 5 a part)."""
        order = ("-sort_date", "-id") if self.chosen.is_newest_first else ("sort_date", "id")
        return in_parts(list(self._rows.order_by(*order).values_list("pk", flat=True)), exported_statements)

    def published_last(self, within: Moments | None = None) -> PublishedLast:
        """Return what was published last (at most 9 queries)."""
        return last_statements(self.leader, self.about, self.chosen, within)

    def by_day(self, first: date, last: date) -> dict[date, int]:
        """Return how many statements begin on each day (1 query)."""
        return _by_day(self._rows, first, last)


def coverage_of_list(contents: Contents) -> Coverage | None:
    """Return what is said to be covered of a list: of a pair where that has its own, else of the record (1 query)."""
    owner = contents.owner if isinstance(contents, ListedEvents) else None
    return coverage_of(owner if isinstance(owner, Pair) else None)


def _left(owner: ListOwner, ids: Sequence[int], chosen: EventFilter) -> list[int]:
    """Return those of some ids that a filter leaves, in their order (1 query, none for no id)."""
    left = event_places(owner, chosen) if ids else {}
    return [event_id for event_id in ids if event_id in left]


def _dates(rows: QuerySet[Any]) -> dict[str, int]:
    return dict(rows.order_by().values_list("edtf").annotate(count=Count("pk")))


def _by_day(rows: QuerySet[Any], first: date, last: date) -> dict[date, int]:
    within = rows.filter(sort_date__range=(first, last)).order_by()
    return dict(within.values_list("sort_date").annotate(count=Count("pk")))


def _size(rows: QuerySet[Any]) -> ListSize:
    found = rows.aggregate(count=Count("pk"), changed=Max("updated_at"))
    return ListSize(found["count"], found["changed"], exports.MOST_ROWS)
