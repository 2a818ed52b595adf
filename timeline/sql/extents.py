"""Where is searched, and how much is expected to be found there."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from timeline.models import Event
from timeline.search import Query
from timeline.sql.sending import Rows, ask, ask_known
from timeline.sql.tsqueries import Params, Sql, keys_query, matches, words_query

# So many matches are read at once, whatever they are: as many are expected of a word that is not among the known ones,
# and most of these hardly occur. Of so many rows one must match, if they are read from the newest on.
FEW, COMMON = 1000, 8
# From the days in which so many of the newest rows lie is told how many months the first slice needs, and a quarter
# more, for matches do not come evenly.
NEWEST_ROWS, MORE_THAN_ENOUGH = 500, 1.25


@dataclass(frozen=True)
class Place:
    """A table that can be searched: its columns, its first and last day, and what is never shown of it."""

    table: str
    columns: str = "id, sort_date, earliest, latest, search"
    first: str = "sort_date"
    last: str = "coalesce(latest, earliest)"
    shown: str = "withdrawn_at IS NULL"
    # The column with the event to which a row belongs; empty where it belongs to none.
    event: str = ""
    has_pairs: bool = False
    has_spans: bool = True


EVENTS = Place("timeline_event", event="id", has_pairs=True)


STATEMENTS = Place("timeline_statement", event="event_id")


SOURCES = Place("timeline_source", "id, published_on, search", "published_on", "published_on", "TRUE", has_spans=False)


@dataclass(frozen=True)
class Scope:
    """A pair within which is searched: its id, 0 where it has no events, and the keys of its countries."""

    pair_id: int
    keys: tuple[str, str]


@dataclass(frozen=True)
class Extent:
    """How many matches the planner expects among how many rows of the dates asked for, and between which days all lie.

    ``newest`` is the newest day up to today, ``newest_begin`` that of the 500th newest row, ``last`` that of what is to
    come too; ``last`` is not known where there are few matches. ``anytime`` is how many matches are expected at any
    time, known where dates are asked for.
    """

    matches: int
    rows: int
    newest: date
    newest_begin: date
    last: date
    anytime: int = 0

    def have_one_in(self, rows: int) -> bool:
        """Return whether one of so many rows matches, and more than that."""
        return self.matches * rows >= self.rows

    def months_with(self, matches: int) -> int:
        """Return in how many of the newest months so many matches lie, if all came as densely as the newest rows."""
        rows = MORE_THAN_ENOUGH * matches * self.rows / max(1, self.matches)
        days = ((self.newest - self.newest_begin).days + 1) * rows / NEWEST_ROWS
        first = self.newest - timedelta(days=min(days, (self.newest - date.min).days))
        return (self.newest.year - first.year) * 12 + self.newest.month - first.month + 1


def ask_anew(statement: str, params: Params) -> Callable[[], Rows]:
    """Ask for the rows of a statement that gets a plan of its own, and return what reads them."""
    return ask(Event, statement, params, is_planned_anew=True)


def days_of(*days: date | None) -> Params:
    """Return those of some days that are given."""
    return [day for day in days if day is not None]


Size = tuple[int, date, date, date]
# How many rows are expected of each thing that was asked; none is nothing.
ReadMatches = Callable[[], dict[str, int]]


@dataclass(frozen=True)
class Forecast:
    """What was asked of a query before it was known whether it is the one that is meant: a text may name somebody."""

    query: Query
    read_matches: "ReadMatches"
    read_sizes: Callable[[], dict[str, Size]]


def ask_forecast(places: Mapping[str, Place], query: Query, today: date, scope: Scope | None) -> Forecast | None:
    """Ask for all that ``extents_of`` may want of a query; two statements, none where no words are asked for."""
    if not query.clauses or not places:
        return None
    return Forecast(query, _ask_matches(places, query, scope), _ask_sizes(places, today))


def extents_of(
    places: Mapping[str, Place], query: Query, today: date, scope: Scope | None, forecast: Forecast | None = None
) -> dict[str, Extent]:
    """Return what the planner expects of a query, which it is asked without running it. At most two statements.

    Of a forecast the sizes hold for every query, and the rest for its own.
    """
    if not query.clauses or not places:
        return {name: Extent(1, 0, today, today, date.max) for name in places}
    is_foretold = forecast is not None and forecast.query == query
    read_matches = forecast.read_matches if forecast and is_foretold else _ask_matches(places, query, scope)
    expected = read_matches()
    counts = {name: expected.get(f"asked {name}", 0) for name in places}
    many = {name: place for name, place in places.items() if counts[name] > FEW}
    sizes = (forecast.read_sizes if forecast else _ask_sizes(many, today))() if many else {}
    extents = {
        name: Extent(number, *sizes[name] if name in many else (0, today, today, date.max))
        for name, number in counts.items()
    }
    if not query.span:
        return extents
    return {
        name: replace(one, rows=expected.get(f"within {name}", 0), anytime=expected.get(f"anytime {name}", 0))
        for name, one in extents.items()
    }


def _ask_matches(places: Mapping[str, Place], query: Query, scope: Scope | None) -> ReadMatches:
    """Ask how many matches are expected in each place; with dates also how many rows in these, and matches at any time.

    Where words are too common to be kept, they ask for nothing and must not find everything: the planner drops that
    part, and no match is expected.
    """
    words, positive = matches(words_query(query)), words_query(query, with_excluded=False)
    parts, params = [], Params()
    for name, place in places.items():
        within = rows_within(place, query, scope)
        parts.append(f"""SELECT FROM {place.table} AS "asked {name}"
            WHERE {within.text} AND numnode({positive.text}) > 0 AND {words.text}""")
        params += [*within.params, *positive.params, *words.params]
        if query.span:
            always = rows_shown(place, scope)
            parts.append(f'SELECT FROM {place.table} AS "within {name}" WHERE {within.text}')
            parts.append(f'SELECT FROM {place.table} AS "anytime {name}" WHERE {always.text} AND {words.text}')
            params += [*within.params, *always.params, *words.params]
    # What is only explained is planned anew in any case.
    ask_it = ask_known if query.is_plain and not scope else ask
    read = ask_it(Event, f"EXPLAIN (FORMAT JSON) {' UNION ALL '.join(parts)}", params)

    def counts() -> dict[str, int]:
        ((plan,),) = read()
        return dict(_expected((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]))

    return counts


def _expected(plan: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield for each table that is read under its own name how many rows are expected."""
    if "Alias" in plan:
        yield plan["Alias"], plan["Plan Rows"]
    for part in plan.get("Plans", ()):
        yield from _expected(part)


def _ask_sizes(places: Mapping[str, Place], today: date) -> Callable[[], dict[str, Size]]:
    """Ask for about how many rows each table has, its newest day up to today, that of the 500th, its last day.

    One statement.
    """
    days = "(SELECT {first} FROM {table} WHERE {first} <= %s ORDER BY {first} DESC, id DESC OFFSET {place} LIMIT 1)"
    parts = [
        f"""SELECT %s, (SELECT reltuples FROM pg_class WHERE oid = '{one.table}'::regclass),
        {days.format(first=one.first, table=one.table, place=0)},
        {days.format(first=one.first, table=one.table, place=NEWEST_ROWS - 1)},
        (SELECT max({one.first}) FROM {one.table})"""
        for one in places.values()
    ]
    read = ask_known(Event, " UNION ALL ".join(parts), [param for name in places for param in (name, today, today)])
    return lambda: {
        name: (round(size), newest or today, begin or newest or today, last or today)
        for name, size, newest, begin, last in read()
    }


def rows_within(place: Place, query: Query, scope: Scope | None, *, by_index: bool = True) -> Sql:
    """Return what every row must fulfil that begins in the dates that were asked for.

    Where months are asked for besides, the index of days would be read for nothing: all rows of a year for a slice.
    """
    first, last = query.span or (None, None)
    always, day = rows_shown(place, scope), place.first if by_index else f"({place.first} + 0)"
    bounds = [f"{day} >= %s"] * bool(first) + [f"{day} <= %s"] * bool(last)
    return Sql(" AND ".join([always.text, *bounds]), [*always.params, *days_of(first, last)])


def rows_shown(place: Place, scope: Scope | None) -> Sql:
    """Return what every row must fulfil: it is shown, and it is the pair's."""
    if scope and place.has_pairs:
        return Sql(f"{place.shown} AND pairs @> ARRAY[%s]::bigint[]", [scope.pair_id])
    if scope:
        keys = [keys_query([key]) for key in scope.keys]
        return Sql(f"{place.shown} AND search @@ (%s::tsquery && %s::tsquery)", list(keys))
    return Sql(place.shown, [])
