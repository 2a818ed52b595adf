"""How far a phrase is looked for: whether words follow each other no index knows, only the rows that have them all.

So of a phrase no more such rows are looked at than so many. They are counted first, which takes less than to look at
them: the planner's guess reckons as if words came together by chance.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from timeline.models.vectors import month_key
from timeline.search import Query, month_slices
from timeline.sql.extents import Extent, Place, Scope, ask_anew, rows_within
from timeline.sql.tsqueries import Sql, keys_query, matches, words_query

# Those of the newest months are counted in slices that double; the first is an eighth of what is expected to do.
MOST_OF_PHRASE, MOST_MONTHS, FIRST_OF_PHRASE = 20_000, 255, 8


@dataclass(frozen=True)
class Months:
    """The months in which a phrase is looked for, the newest first, and since when where older ones are left out."""

    are_some: bool = False
    months: tuple[tuple[int, int], ...] = ()
    since: date | None = None


def within_months(place: Place, query: Query, extent: Extent, scope: Scope | None) -> Months:
    """Return where a phrase is looked for: at any time, in the months asked for, or in the newest of them.

    No more rows that have its words are looked at than so many: they are counted first, for the planner's guess
    reckons as if words came together by chance. At most three statements, none without a phrase.
    """
    if not query.has_phrase:
        return Months()
    first = query.span and query.span[0] and query.span[0].replace(day=1)
    is_common = is_too_common(query, extent)
    if not is_common:
        words = matches(any_order(query))
        is_common = sum(_counted(place, query, scope, [words])) > MOST_OF_PHRASE
    if not is_common:
        # Of dates alone rows of all times would be looked at, and then left out.
        newest, *_ = (month_slices(newest_end(query, extent), first, length=MOST_MONTHS) if first else []) or [()]
        return Months(0 < len(newest) < MOST_MONTHS, newest)
    return _newest_months(place, query, extent, scope, first)


def _newest_months(place: Place, query: Query, extent: Extent, scope: Scope | None, first: date | None) -> Months:
    """Return the newest months that have together no more rows with the words of a phrase than are looked at."""
    end, words = newest_end(query, extent), any_order(query)
    for length in sorted({1, max(1, extent.months_with(MOST_OF_PHRASE) // FIRST_OF_PHRASE)}, reverse=True):
        slices = month_slices(end, first, most=MOST_MONTHS, length=length)
        keys = [keys_query(month_key(*month) for month in some) for some in slices]
        counts = _counted(place, query, scope, [matches(words, some) for some in keys])
        if sum(counts) <= MOST_OF_PHRASE:
            months = tuple(month for some in slices for month in some)
            return Months(True, months, None if first else date(*months[-1], 1))
        # Not all were counted: the last slice that has any is not whole.
        if months := tuple(month for some in slices[: len(counts) - 1] for month in some):
            return Months(True, months, date(*months[-1], 1))
    return Months(True, (), end)


def _counted(place: Place, query: Query, scope: Scope | None, slices: Sequence[Sql]) -> list[int]:
    """Count the rows of each slice, one after the other until there are more than are looked at. One statement."""
    within = rows_within(place, query, scope)
    rows = " UNION ALL ".join(
        f"(SELECT {number} AS slice FROM {place.table} WHERE {within.text} AND {some.text})"  # noqa: S608 - ours
        for number, some in enumerate(slices)
    )
    params = [param for some in slices for param in (*within.params, *some.params)]
    text = f"SELECT slice, count(*) FROM (SELECT * FROM ({rows}) AS rows LIMIT %s) AS looked GROUP BY slice"  # noqa: S608 - ours
    counts: dict[int, int] = dict(ask_anew(text, [*params, MOST_OF_PHRASE + 1])())
    return [counts.get(number, 0) for number in range(max(counts, default=-1) + 1)]


def is_too_common(query: Query, extent: Extent) -> bool:
    """Return whether more rows are expected to have the words of a phrase than are looked at."""
    return query.has_phrase and extent.matches > MOST_OF_PHRASE


def newest_end(query: Query, extent: Extent) -> date:
    """Return the last day of the newest month in which there is anything to look for."""
    last = query.span[1] if query.span else None
    newest = min(last, extent.newest) if last else extent.newest
    return newest.replace(day=monthrange(newest.year, newest.month)[1])


def any_order(query: Query) -> Sql:
    """Return the words that must be there in any order, as the index knows them.

    Unseen, so that no plan reads the table from its beginning in the hope to meet enough of them.
    """
    return words_query(query, with_excluded=False, with_order=False).unseen
