"""Pages of a list by keyset: read from one row's place on, in either direction, and never counted off."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import F, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

Row = TypeVar("Row")


@dataclass(frozen=True)
class Cursor:
    """The place after one row in the order of a list: most lists are of events."""

    sort_date: date
    span_days: int
    day_order: int
    event_id: int

    def __str__(self) -> str:
        return f"{self.sort_date.isoformat()}.{self.span_days}.{self.day_order}.{self.event_id}"

    @classmethod
    def parse(cls, text: str) -> "Cursor":
        """Read what str() gives; raise ValueError."""
        day, span, order, event = text.split(".")
        numbers = [int(part) for part in (span, order, event)]
        if not all(abs(number) < 2**31 for number in numbers[:2]) or not 0 < numbers[2] < 2**63:
            raise ValueError("the place is out of range")
        return cls(date.fromisoformat(day), *numbers)


def in_order(columns: Sequence[str], *, ascending: bool) -> tuple[str, ...]:
    """Return the order by columns."""
    return tuple(columns) if ascending else tuple(f"-{name}" for name in columns)


def from_place(
    rows: QuerySet[Any], columns: Sequence[str], place: Sequence[Any] | None, *, ascending: bool
) -> QuerySet[Any]:
    """Return the rows in the order of columns, from a place on where one is given as their values."""
    if place is not None:
        beyond = TupleGreaterThan if ascending else TupleLessThan
        rows = rows.filter(beyond(Tuple(*(F(name) for name in columns)), tuple(place)))
    return rows.order_by(*in_order(columns, ascending=ascending))


def page_of(
    found: list[Row], size: int, place_of: Callable[[Row], Cursor], after: Cursor | None, before: Cursor | None
) -> tuple[list[Row], Cursor | None, Cursor | None]:
    """Return a page of rows that were read from a place on, and the places of the pages after and before it.

    One row more than the page holds is read, which tells whether there is another page; before a place the rows come
    in the contrary order.
    """
    has_more, shown = len(found) > size, found[:size]
    if not shown:
        return [], None, None
    if before is not None:
        shown = shown[::-1]
    has_later, has_earlier = (True, has_more) if before is not None else (has_more, after is not None)
    return shown, place_of(shown[-1]) if has_later else None, place_of(shown[0]) if has_earlier else None
