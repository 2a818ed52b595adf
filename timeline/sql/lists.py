"""The list of a pair or a country as it stands without filters, and who and what it names: read more than all else.

Through Django's query sets the same statements take longer to put together than the database takes to answer them.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from django.db.models import Model, QuerySet

from timeline.models import Country, EventPair, Pair
from timeline.sql.sending import Rows, ask, ask_known

# The rows are cut before what is kept of them is joined, in whatever order the planner would do it. The owner stands in
# a subquery, so that the server's guess does not depend on it and one plan is kept for all (as timeline/sql/state.py).
LISTED = """
SELECT {shown} FROM (
  SELECT {columns} FROM {table} WHERE {owner} = (SELECT %s::bigint) AND is_party AND modality = ANY(%s){place}
  ORDER BY {order} LIMIT {limit}
) listed JOIN timeline_eventrow kept USING (event_id) WHERE kept.language = %s ORDER BY {order}
"""
# Several reads may find the same row. Each is cut by itself, and all together, before what is kept is joined.
MERGED = """
SELECT {shown} FROM (
  SELECT {once} FROM ({reads}) AS found ({columns}) ORDER BY {order} LIMIT {limit}
) listed JOIN timeline_eventrow kept USING (event_id) WHERE kept.language = %s ORDER BY {order}
"""
BY_ID = "SELECT {columns} FROM {table} WHERE id = ANY(%s)"
TABLES: dict[type[Pair | Country], tuple[str, str]] = {
    Pair: ("timeline_eventpair", "pair_id"),
    Country: ("timeline_eventcountry", "country_id"),
}
JOINT = "'joint' AS side"


def ask_plain_list(
    owner: Pair | Country,
    modalities: Sequence[str],
    language: str,
    columns: tuple[str, ...],
    of_row: tuple[str, ...],
    order: tuple[str, ...],
    place: Sequence[Any] | None,
    *,
    ascending: bool,
    limit: int,
) -> Callable[[], Rows]:
    """Ask for the first rows of a list, from a place on where one is given: its columns, then those of the kept row.

    One statement; what reads them is returned.
    """
    text = _plain_list(type(owner), columns, of_row, order, ascending=ascending, limit=limit, is_from=place is not None)
    return ask_known(EventPair, text, [owner.pk, [str(one) for one in modalities], *(place or ()), language])


@lru_cache(maxsize=64)
def _plain_list(
    kind: type[Pair | Country],
    columns: tuple[str, ...],
    of_row: tuple[str, ...],
    order: tuple[str, ...],
    *,
    ascending: bool,
    limit: int,
    is_from: bool,
) -> str:
    table, owner = TABLES[kind]
    places = ", ".join(["%s"] * len(order))
    return LISTED.format(
        shown=_shown(columns, of_row),
        columns=", ".join(JOINT if name == "side" and kind is Country else name for name in columns),
        table=table,
        owner=owner,
        place=f" AND ({', '.join(order)}) {'>' if ascending else '<'} ({places})" if is_from else "",
        order=_ordered(order, ascending=ascending),
        limit=limit,
    )


def ask_merged_list(
    reads: Sequence[QuerySet[Any, Any]],
    language: str,
    columns: tuple[str, ...],
    of_row: tuple[str, ...],
    order: tuple[str, ...],
    *,
    ascending: bool,
    limit: int,
) -> Callable[[], Rows]:
    """Ask for the first rows of several reads of a list, each in order and cut: as ``ask_plain_list``."""
    texts, values = zip(*(read.query.sql_with_params() for read in reads), strict=True)
    statement = MERGED.format(
        shown=_shown(columns, of_row),
        once=f"DISTINCT ON ({', '.join(order)}) *" if len(texts) > 1 else "*",
        reads=" UNION ALL ".join(f"({text})" for text in texts),
        columns=", ".join(columns),
        order=_ordered(order, ascending=ascending),
        limit=limit,
    )
    return ask(reads[0].model, statement, [*chain(*values), language])


def _shown(columns: Sequence[str], of_row: Sequence[str]) -> str:
    return ", ".join([*(f"listed.{name}" for name in columns), *(f"kept.{name}" for name in of_row)])


def _ordered(order: Sequence[str], *, ascending: bool) -> str:
    return ", ".join(name if ascending else f"{name} DESC" for name in order)


def ask_rows_by_id(model: type[Model], ids: Sequence[int], columns: Sequence[str]) -> Callable[[], Rows]:
    """Ask for these columns of the rows of a model with these ids, in no order. One statement, none for no id."""
    if not ids:
        return list
    return ask_known(model, BY_ID.format(columns=", ".join(columns), table=model._meta.db_table), [list(ids)])
