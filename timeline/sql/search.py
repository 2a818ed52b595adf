"""Full text: the newest matches of a query, ranked, at a cost that does not grow with the record.

A word that is in every tenth event cannot be ranked over all of them. So the newest matches are taken, at most 500, and
those are ranked. How they are found depends on how many there are, which the planner guesses well enough:

* few: all are read by the index of words;
* many that ask for a pair: the pair's events are read from the newest on, with what was said at them;
* one row in eight and more: the rows are read from the newest on, and most of those that are read are matches;
* between: months stand in the index of words as keys. The query is asked of the newest months, then of twice as many
  before, ... in one statement that stops where it has enough.

All places are asked together, and again only those where reading from the newest on did not give enough.
"""

import json
from calendar import monthrange
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.db import connection

from timeline.models.vectors import month_key
from timeline.models.when import LONG_SPAN
from timeline.search import Query, month_slices
from timeline.sql.sending import planned_anew
from timeline.sql.tsqueries import Params, Sql, keys_query, matches, words_query

MOST_RANKED = 500
# So many matches are read at once; of so many rows one must match, if they are read from the newest on; and no more
# than so many for each that is ranked are read so: what is common in the record may not be among the newest.
FEW, COMMON, WALKED_FOR_EACH = 3 * MOST_RANKED, 8, 16
# With what is yet to come. They hold some three times as many matches as are ranked.
FIRST_SLICES = 3
# From the days in which so many of the newest rows lie is told how many months the first slice needs, and a quarter
# more, for matches do not come evenly.
NEWEST_ROWS, MORE_THAN_ENOUGH = 500, 1.25
PAIR = """(
  SELECT pair.id FROM timeline_pair pair JOIN timeline_country one ON one.id = pair.first_id
  JOIN timeline_country other ON other.id = pair.second_id WHERE one.slug = %s AND other.slug = %s)"""


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
class Wanted:
    """A page of the matches in one place, and how many of the newest are ranked."""

    place: Place
    limit: int
    offset: int = 0
    most: int = MOST_RANKED


@dataclass(frozen=True)
class Scope:
    """A pair within which is searched: its id, 0 where it has no events, and the keys of its countries."""

    pair_id: int
    keys: tuple[str, str]


@dataclass(frozen=True)
class Extent:
    """How many matches the planner expects among how many rows, the newest day up to today, the 500th newest row's."""

    matches: int
    rows: int
    newest: date
    newest_begin: date

    @property
    def are_common(self) -> bool:
        """Return whether most rows that are read from the newest on are matches."""
        return self.matches * COMMON >= self.rows

    def months_with(self, matches: int) -> int:
        """Return in how many of the newest months so many matches lie, if all came as densely as the newest rows."""
        rows = MORE_THAN_ENOUGH * matches * self.rows / max(1, self.matches)
        days = ((self.newest - self.newest_begin).days + 1) * rows / NEWEST_ROWS
        first = self.newest - timedelta(days=min(days, (self.newest - date.min).days))
        return (self.newest.year - first.year) * 12 + self.newest.month - first.month + 1


@dataclass(frozen=True)
class Hit:
    """A row that was found, and whether it surely lies within the dates that were asked for."""

    id: int
    is_definite: bool


@dataclass(frozen=True)
class Hits:
    """One page of the ranked matches; `count` is at most as many as are ranked, and more may be there."""

    hits: list[Hit]
    count: int
    is_cut: bool


NOTHING = Hits([], 0, is_cut=False)


def find(wanted: Mapping[str, Wanted], query: Query, *, today: date, scope: Scope | None = None) -> dict[str, Hits]:
    """Return a page of the matches in each place, the best first, then the newest; those that only may match last.

    Where two countries are asked for together, and enough of their own events match, others are not looked for. At
    most four statements, whatever the size of the tables.
    """
    extents = _extents({name: one.place for name, one in wanted.items()}, query, today, scope)
    some = {name: wanted[name] for name, extent in extents.items() if extent.matches}
    many = {name for name, extent in extents.items() if query.clauses and extent.matches > FEW}
    quick = {name: _quick(one, query, extents[name], scope) for name, one in some.items() if name in many}
    reads = {name: quick.get(name) or _newest(one, query, extents[name], scope) for name, one in some.items()}
    found = _ranked(some, query, reads)
    again = {name: some[name] for name in quick if not found[name].is_cut}
    reads = {name: _newest(one, query, extents[name], scope, in_slices=False) for name, one in again.items()}
    return {**dict.fromkeys(wanted, NOTHING), **found, **_ranked(again, query, reads)}


def count(place: Place, query: Query, *, today: date, scope: Scope | None = None) -> int:
    """Return how many matches there are, at most 501. At most three statements."""
    extent = _extents({"": place}, query, today, scope)[""]
    if not extent.matches:
        return 0
    is_phrase = any(term.is_phrase for term in query.terms)
    newest = _newest(Wanted(place, 0), query, extent, scope, in_slices=not is_phrase)
    return int(_read(f"SELECT count(*) FROM ({newest.text}) AS newest", newest.params)[0][0])


def _ranked(wanted: Mapping[str, Wanted], query: Query, reads: Mapping[str, Sql]) -> dict[str, Hits]:
    """Rank what each read gives and return its page. One statement."""
    if not wanted:
        return {}
    parts = [_ranking(name, one, query, reads[name]) for name, one in wanted.items()]
    text = " UNION ALL ".join(f"({part.text})" for part in parts)
    hits: dict[str, list[tuple[Any, ...]]] = {name: [] for name in wanted}
    for name, *row in sorted(_read(text, [param for part in parts for param in part.params])):
        hits[name].append(tuple(row))
    found = {}
    for name, rows in hits.items():
        total, most = rows[0][3] if rows else 0, wanted[name].most
        found[name] = Hits([Hit(row[1], bool(row[2])) for row in rows], min(total, most), total > most)
    return found


def _ranking(name: str, wanted: Wanted, query: Query, newest: Sql) -> Sql:
    place, words = wanted.place, words_query(query)
    rank = Sql(f"ts_rank(search, {words.text})", words.params) if query.clauses else Sql("0", [])
    definite = _definite(place, query)
    text = f"""
        SELECT %s, row_number() OVER (ORDER BY is_definite DESC, rank DESC, day DESC NULLS LAST, until, id DESC)
                 AS place, id, is_definite, count(*) OVER () AS total
        FROM (
          SELECT id, {place.first} AS day, {place.last} AS until, {definite.text} AS is_definite, {rank.text} AS rank
          FROM ({newest.text}) AS newest
        ) AS ranked
        ORDER BY place LIMIT %s OFFSET %s
    """
    return Sql(text, [name, *definite.params, *rank.params, *newest.params, wanted.limit, wanted.offset])


def _read(statement: str, params: Params, *, is_planned_once: bool = False) -> list[tuple[Any, ...]]:
    """Return the rows of a statement; unless it is said otherwise it gets a plan of its own."""
    with nullcontext() if is_planned_once else planned_anew(), connection.cursor() as cursor:
        cursor.execute(statement, params)
        return list(cursor.fetchall())


def _definite(place: Place, query: Query) -> Sql:
    first, last = query.span or (None, None)
    texts = [f"{place.first} >= %s"] * bool(first) + [f"{place.last} <= %s"] * bool(last)
    return Sql(" AND ".join(texts) or "TRUE", _days(first, last))


def _days(*days: date | None) -> Params:
    return [day for day in days if day is not None]


def _extents(places: Mapping[str, Place], query: Query, today: date, scope: Scope | None) -> dict[str, Extent]:
    """Return what the planner expects of a query, which it is asked without running it. At most two statements.

    Where words are too common to be kept, they ask for nothing and must not find everything: the planner drops that
    part, and no match is expected.
    """
    if not query.clauses:
        return {name: Extent(1, 0, today, today) for name in places}
    words, positive = matches(words_query(query)), words_query(query, with_excluded=False)
    parts, params = [], Params()
    for name, place in places.items():
        within = _within(place, query, scope)
        parts.append(f"""SELECT FROM {place.table} AS "asked {name}"
            WHERE {within.text} AND numnode({positive.text}) > 0 AND {words.text}""")
        params += [*within.params, *positive.params, *words.params]
    ((plan,),) = _read(f"EXPLAIN (FORMAT JSON) {' UNION ALL '.join(parts)}", params)
    expected = dict(_expected((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]))
    counts = {name: expected.get(f"asked {name}", 0) for name in places}
    sizes = _sizes({name: places[name] for name, number in counts.items() if number > FEW}, today)
    return {name: Extent(number, *sizes.get(name, (0, today, today))) for name, number in counts.items()}


def _expected(plan: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield for each table that is read under its own name how many rows are expected."""
    if "Alias" in plan:
        yield plan["Alias"], plan["Plan Rows"]
    for part in plan.get("Plans", ()):
        yield from _expected(part)


def _sizes(places: Mapping[str, Place], today: date) -> dict[str, tuple[int, date, date]]:
    """Return about how many rows each table has, its newest day up to today, that of the 500th. One statement."""
    days = "(SELECT {first} FROM {table} WHERE {first} <= %s ORDER BY {first} DESC, id DESC OFFSET {place} LIMIT 1)"
    parts = [
        f"""SELECT %s, (SELECT reltuples FROM pg_class WHERE oid = '{one.table}'::regclass),
        {days.format(first=one.first, table=one.table, place=0)},
        {days.format(first=one.first, table=one.table, place=NEWEST_ROWS - 1)}"""
        for one in places.values()
    ]
    params = [param for name in places for param in (name, today, today)]
    rows = _read(" UNION ALL ".join(parts), params, is_planned_once=True) if parts else []
    return {name: (round(size), newest or today, begin or newest or today) for name, size, newest, begin in rows}


def _within(place: Place, query: Query, scope: Scope | None) -> Sql:
    """Return what every row must fulfil that begins in the dates that were asked for."""
    first, last = query.span or (None, None)
    always = _always(place, scope)
    bounds = [f"{place.first} >= %s"] * bool(first) + [f"{place.first} <= %s"] * bool(last)
    return Sql(" AND ".join([always.text, *bounds]), [*always.params, *_days(first, last)])


def _always(place: Place, scope: Scope | None) -> Sql:
    """Return what every row must fulfil: it is shown, and it is the pair's."""
    if scope and place.has_pairs:
        return Sql(f"{place.shown} AND pairs @> ARRAY[%s]::bigint[]", [scope.pair_id])
    if scope:
        keys = [keys_query([key]) for key in scope.keys]
        return Sql(f"{place.shown} AND search @@ (%s::tsquery && %s::tsquery)", list(keys))
    return Sql(place.shown, [])


def _quick(wanted: Wanted, query: Query, extent: Extent, scope: Scope | None) -> Sql:
    """Return the statement that reads the newest rows or slices: where matches are many, those most often do."""
    pair = scope.keys if scope else query.pair
    if pair and wanted.place.event and not query.span:
        return _walked_by_pair(wanted, query, scope, pair)
    if extent.are_common and not scope:
        return _walked_by_day(wanted, query)
    return _newest(wanted, query, extent, scope, is_whole=False)


def _walked_by_day(wanted: Wanted, query: Query) -> Sql:
    place = wanted.place
    within, words = _within(place, query, None), matches(words_query(query))
    order = f"ORDER BY {place.first} DESC, id DESC"
    rows = f"SELECT {place.columns} FROM {place.table} WHERE {within.text} AND {place.first} IS NOT NULL"
    return Sql(
        f"SELECT * FROM ({rows} {order} LIMIT {WALKED_FOR_EACH * wanted.most}) AS walked WHERE {words.text}"
        f" {order} LIMIT {wanted.most + 1}",
        [*within.params, *words.params],
    )


def _walked_by_pair(wanted: Wanted, query: Query, scope: Scope | None, pair: tuple[str, str]) -> Sql:
    place, limit = wanted.place, f"LIMIT {COMMON * wanted.most}"
    always, words = _always(place, scope), matches(words_query(query))
    slugs = [key.removeprefix("/countries/") for key in pair]
    newest = "ORDER BY sort_date DESC, span_days DESC, day_order DESC, event_id DESC"
    lists = " UNION ALL ".join(
        f"(SELECT event_id AS listed_id, sort_date AS listed_on FROM timeline_eventpair"
        f" WHERE pair_id = {PAIR} AND is_party = {is_party} {newest} {limit})"
        for is_party in ("TRUE", "FALSE")
    )
    # Both lists are in the order of an index, and so is what is made of them.
    return Sql(
        f"SELECT {place.columns} FROM (SELECT * FROM ({lists}) AS lists ORDER BY listed_on DESC {limit}) AS listed"
        f" JOIN {place.table} ON {place.event} = listed_id WHERE {always.text} AND {words.text}"
        f" ORDER BY listed_on DESC, id DESC LIMIT {wanted.most + 1}",
        [*slugs, *slugs, *always.params, *words.params],
    )


def _newest(
    wanted: Wanted, query: Query, extent: Extent, scope: Scope | None, *, is_whole: bool = True, in_slices: bool = True
) -> Sql:
    """Return the statement that gives the newest matches and one more; slices are read only if those before lack.

    In part it asks for the first slices alone, for each costs the planner as much as it costs to be read. Where those
    gave too few although more were expected, as of a phrase of common words, all is read at once: slice after slice
    the keys of all months would be read besides, which takes many times as long.
    """
    place, first = wanted.place, query.span[0] if query.span else None
    within = _within(place, query, scope)
    slices = _slices(wanted, query, extent) if in_slices else [matches(words_query(query))]
    slices = slices[: None if is_whole else FIRST_SLICES]
    conditions = [Sql(f"{within.text} AND {some.text}", [*within.params, *some.params]) for some in slices]
    if is_whole and place.has_spans and first:
        conditions += _begun_before(query, _always(place, scope), first)
    limit = f"LIMIT {wanted.most + 1}"
    branches = [
        f"(SELECT {place.columns} FROM {place.table} WHERE {condition.text}"
        f" ORDER BY {place.first} DESC NULLS LAST, id DESC {limit})"
        for condition in conditions
    ]
    params = [param for condition in conditions for param in condition.params]
    return Sql(f"SELECT * FROM ({' UNION ALL '.join(branches)}) AS slices {limit}", params)


def _slices(wanted: Wanted, query: Query, extent: Extent) -> list[Sql]:
    """Return the words together with each slice of months, what is yet to come first, all that is older last.

    All at once where there are few; and everything where no words are asked for.
    """
    words, (first, last) = words_query(query), query.span or (None, None)
    if not query.clauses:
        return [Sql("TRUE", [])]
    if extent.matches <= FEW:
        return [matches(words)]
    newest = min(last, extent.newest) if last else extent.newest
    end = newest.replace(day=monthrange(newest.year, newest.month)[1])
    slices = _months(newest.replace(day=1), first and first.replace(day=1), extent.months_with(wanted.most))
    found = [matches(words, "&& %s::tsquery", [keys]) for keys in slices]
    if last is None or last > end:
        later = matches(words)
        found.insert(0, Sql(f"{later.text} AND {wanted.place.first} > %s", [*later.params, end]))
    older = matches(words, "&& !!%s::tsquery", [" | ".join(slices)]) if slices else matches(words)
    found.append(Sql(f"{older.text} AND coalesce({wanted.place.first}, '-infinity') <= %s", [*older.params, end]))
    return found


@lru_cache(maxsize=64)
def _months(newest: date, oldest: date | None, length: int) -> list[str]:
    """Return the keys of the months of each slice: most searches ask for the same."""
    return [keys_query(month_key(*month) for month in some) for some in month_slices(newest, oldest, length=length)]


def _begun_before(query: Query, always: Sql, first: date) -> list[Sql]:
    """Return what is ordered before the first day and may yet lie in the dates: short spans, then the few long ones."""
    soon = first + min(timedelta(days=LONG_SPAN), date.max - first)
    spans = [
        Sql(f"latest > earliest AND latest <= earliest + {LONG_SPAN} AND latest BETWEEN %s AND %s", [first, soon]),
        Sql(f"latest > earliest + {LONG_SPAN} AND latest >= %s", [first]),
    ]
    words = matches(words_query(query)) if query.clauses else Sql("TRUE", [])
    rest = f"sort_date < %s AND {always.text} AND {words.text}"
    return [Sql(f"{span.text} AND {rest}", [*span.params, first, *always.params, *words.params]) for span in spans]
