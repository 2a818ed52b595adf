"""Full text: the newest matches of a query, ranked, at a cost that does not grow with the record.

A word that is in every tenth event cannot be ranked over all of them. So the newest 500 matches are taken, and those
are ranked. How they are found depends on how many there are, which the planner guesses well enough:

* few: all are read by the index of words;
* one row in eight and more: the rows are read from the newest on, and most of those that are read are matches;
* between: months stand in the index of words as keys. The query is asked of the newest month, then of the two before,
  then of four ... in one statement that stops where it has enough.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection, transaction

from timeline.models.vectors import SEARCH_CONFIGURATION, month_key
from timeline.models.when import LONG_SPAN
from timeline.search import Query, Term, month_slices

MOST_RANKED = 500
# So many matches are read at once; of so many rows one must match, if they are read from the newest on; and no more of
# them are read so, for what is common in the whole record may not be among the newest.
FEW, COMMON, MOST_WALKED = 3 * MOST_RANKED, 8, 16 * MOST_RANKED
ONE_PLAN = (
    "SELECT set_config('plan_cache_mode', 'force_custom_plan', true),"
    " set_config('max_parallel_workers_per_gather', '0', true)"
)
# Characters of Unicode's private use round what is highlighted; a text that has them itself loses them.
OPEN, CLOSE = "\ue000", "\ue001"
HIGHLIGHT = f"StartSel={OPEN}, StopSel={CLOSE}, HighlightAll=true"

Params = list[Any]


@dataclass(frozen=True)
class Sql:
    """A piece of SQL with its parameters."""

    text: str
    params: Params


@dataclass(frozen=True)
class Place:
    """A table that can be searched: its columns, its first and last day, and what is never shown of it."""

    table: str
    columns: str = "id, sort_date, earliest, latest, search"
    first: str = "sort_date"
    last: str = "coalesce(latest, earliest)"
    shown: str = "withdrawn_at IS NULL"
    has_pairs: bool = False
    has_spans: bool = True


EVENTS = Place("timeline_event", has_pairs=True)
STATEMENTS = Place("timeline_statement")
SOURCES = Place("timeline_source", "id, published_on, search", "published_on", "published_on", "TRUE", has_spans=False)


@dataclass(frozen=True)
class Scope:
    """A pair within which is searched: its id, 0 where it has no events, and the keys of its countries."""

    pair_id: int
    keys: tuple[str, str]


@dataclass(frozen=True)
class Extent:
    """How many matches the planner expects among how many rows, and the newest day up to today."""

    matches: int
    rows: int
    newest: date

    @property
    def are_few(self) -> bool:
        """Return whether all can be read."""
        return self.matches <= FEW

    @property
    def are_common(self) -> bool:
        """Return whether most rows that are read from the newest on are matches."""
        return self.matches * COMMON >= self.rows


@dataclass(frozen=True)
class Hit:
    """A row that was found, and whether it surely lies within the dates that were asked for."""

    id: int
    is_definite: bool


@dataclass(frozen=True)
class Hits:
    """One page of the ranked matches; `count` is at most 500, and more may be there."""

    hits: list[Hit]
    count: int
    is_cut: bool


def words_query(query: Query, *, with_keys: bool = True, with_excluded: bool = True) -> Sql:
    """Return the tsquery of all clauses and of what is excluded; without keys, of the words only."""
    pieces = [_any(clause.terms, with_keys) for clause in query.clauses]
    for term in query.excluded if with_excluded else ():
        piece = _term(term, with_keys)
        pieces.append(Sql(f"!!{piece.text}", piece.params))
    text = " && ".join(piece.text for piece in pieces) or "''::tsquery"
    return Sql(text, [param for piece in pieces for param in piece.params])


def _any(terms: Sequence[Term], with_keys: bool) -> Sql:
    found = [_term(term, with_keys) for term in terms]
    return Sql(f"({' || '.join(term.text for term in found)})", [param for term in found for param in term.params])


def _term(term: Term, with_keys: bool) -> Sql:
    """Return a term: PostgreSQL reads the words, whatever they are; nothing typed is ever read as its syntax."""
    function = "phraseto_tsquery" if term.is_phrase else "plainto_tsquery"
    texts, params = [f"{function}('{SEARCH_CONFIGURATION}', %s)"], [term.text]
    if with_keys and term.keys:
        texts.append("%s::tsquery")
        params.append(_keys_query(term.keys))
    return Sql(f"({' || '.join(texts)})", list(params))


def _keys_query(keys: Iterable[str]) -> str:
    """Return keys as a tsquery in which one of them must be there; they are slugs and years of ours."""
    return " | ".join("'" + key.replace("\\", "\\\\").replace("'", "''") + "'" for key in keys)


def find(place: Place, query: Query, *, today: date, scope: Scope | None, limit: int, offset: int = 0) -> Hits:
    """Return a page of the matches, the best first, then the newest; those that only may lie within the dates last.

    At most three statements, whatever the size of the table, and one more where a common word is rare of late; within
    ``one_plan``.
    """
    extent = _extent(place, query, today, scope)
    if extent.are_common and not extent.are_few:
        found = _ranked(place, query, _walked(place, query, scope), limit, offset)
        if found.is_cut:
            return found
    return _ranked(place, query, _newest(place, query, extent, scope), limit, offset)


def _ranked(place: Place, query: Query, newest: Sql, limit: int, offset: int) -> Hits:
    words = words_query(query)
    rank = Sql(f"ts_rank(search, {words.text})", words.params) if query.clauses else Sql("0", [])
    definite = _definite(place, query)
    statement = f"""
        SELECT id, is_definite, total FROM (
          SELECT id, {place.first} AS day, {place.last} AS until, {definite.text} AS is_definite, {rank.text} AS rank,
                 count(*) OVER () AS total
          FROM ({newest.text}) AS newest
        ) AS ranked
        ORDER BY is_definite DESC, rank DESC, day DESC NULLS LAST, until, id DESC LIMIT %s OFFSET %s
    """
    rows = _read(statement, [*definite.params, *rank.params, *newest.params, limit, offset])
    total = rows[0][2] if rows else 0
    return Hits([Hit(row[0], bool(row[1])) for row in rows], min(total, MOST_RANKED), total > MOST_RANKED)


def count(place: Place, query: Query, *, today: date, scope: Scope | None = None) -> int:
    """Return how many matches there are, at most 501. At most three statements; within ``one_plan``."""
    newest = _newest(place, query, _extent(place, query, today, scope), scope)
    return int(_read(f"SELECT count(*) FROM ({newest.text}) AS newest", newest.params)[0][0])


def _read(statement: str, params: Params) -> list[tuple[int, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return list(cursor.fetchall())


@contextmanager
def one_plan() -> Iterator[None]:
    """Let each statement have a plan of its own: a generic one would not know whether the words are common.

    Nor may it be split among workers, who would not keep the order of the slices. One statement in a transaction.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(ONE_PLAN)
        yield


def _definite(place: Place, query: Query) -> Sql:
    first, last = query.span or (None, None)
    texts = [f"{place.first} >= %s"] * bool(first) + [f"{place.last} <= %s"] * bool(last)
    return Sql(" AND ".join(texts) or "TRUE", _days(first, last))


def _days(*days: date | None) -> Params:
    return [day for day in days if day is not None]


def _extent(place: Place, query: Query, today: date, scope: Scope | None) -> Extent:
    """Return what the planner expects of a query, which it is asked without running it. At most two statements."""
    within, words = _within(place, query, scope), words_query(query)
    if not query.clauses:
        return Extent(0, 0, today)
    plan = f"EXPLAIN (FORMAT JSON) SELECT FROM {place.table} WHERE {within.text} AND search @@ ({words.text})"
    newest = f"""SELECT (SELECT reltuples FROM pg_class WHERE oid = '{place.table}'::regclass), max({place.first})
        FROM {place.table} WHERE {place.first} <= %s"""
    with connection.cursor() as cursor:
        cursor.execute(plan, [*within.params, *words.params])
        matches = cursor.fetchone()[0][0]["Plan"]["Plan Rows"]
        if matches <= FEW:
            return Extent(matches, 0, today)
        cursor.execute(newest, [today])
        rows, day = cursor.fetchone()
        return Extent(matches, round(rows), day or today)


def _within(place: Place, query: Query, scope: Scope | None) -> Sql:
    """Return what every row must fulfil that begins in the dates that were asked for."""
    first, last = query.span or (None, None)
    always = _always(place, query, scope)
    bounds = [f"{place.first} >= %s"] * bool(first) + [f"{place.first} <= %s"] * bool(last)
    return Sql(" AND ".join([*always.text, *bounds]), [*always.params, *_days(first, last)])


def _walked(place: Place, query: Query, scope: Scope | None) -> Sql:
    """Return the statement that reads rows from the newest on, as long as matches lack, at most `MOST_WALKED`."""
    within, words = _within(place, query, scope), _with_words(words_query(query), "", [])
    order = f"ORDER BY {place.first} DESC, id DESC"
    rows = f"SELECT {place.columns} FROM {place.table} WHERE {within.text} AND {place.first} IS NOT NULL"
    return Sql(
        f"SELECT * FROM ({rows} {order} LIMIT {MOST_WALKED}) AS walked WHERE {words.text}"
        f" {order} LIMIT {MOST_RANKED + 1}",
        [*within.params, *words.params],
    )


def _newest(place: Place, query: Query, extent: Extent, scope: Scope | None) -> Sql:
    """Return the statement that gives the newest matches, at most 501; a slice is read only if those before it lack."""
    first = query.span[0] if query.span else None
    within = _within(place, query, scope)
    conditions = [
        Sql(f"{within.text} AND {some.text}", [*within.params, *some.params]) for some in _slices(place, query, extent)
    ]
    if place.has_spans and first:
        conditions += _begun_before(query, _always(place, query, scope), first)
    limit = f"LIMIT {MOST_RANKED + 1}"
    branches = [
        f"(SELECT {place.columns} FROM {place.table} WHERE {condition.text}"
        f" ORDER BY {place.first} DESC NULLS LAST, id DESC {limit})"
        for condition in conditions
    ]
    params = [param for condition in conditions for param in condition.params]
    return Sql(f"SELECT * FROM ({' UNION ALL '.join(branches)}) AS slices {limit}", params)


@dataclass(frozen=True)
class _Conditions:
    text: list[str]
    params: Params


def _always(place: Place, query: Query, scope: Scope | None) -> _Conditions:
    """Return what every row must fulfil: it is shown, it is the pair's, and words are asked for."""
    texts, params = [place.shown], Params()
    if scope and place.has_pairs:
        texts.append("pairs @> ARRAY[%s]::bigint[]")
        params.append(scope.pair_id)
    elif scope:
        texts.append("search @@ (%s::tsquery && %s::tsquery)")
        params += [_keys_query([key]) for key in scope.keys]
    if query.clauses:
        # Words that are too common to be kept ask for nothing, and must not find everything.
        positive = words_query(query, with_excluded=False)
        texts.append(f"numnode({positive.text}) > 0")
        params += positive.params
    return _Conditions(texts, params)


def _slices(place: Place, query: Query, extent: Extent) -> list[Sql]:
    """Return the words together with each slice of months, what is yet to come first, all that is older last.

    All at once where there are few; and everything where no words are asked for.
    """
    words, (first, last) = words_query(query), query.span or (None, None)
    if not query.clauses:
        return [Sql("TRUE", [])]
    if extent.are_few:
        return [_with_words(words, "", [])]
    newest = min(last, extent.newest) if last else extent.newest
    end = newest.replace(day=monthrange(newest.year, newest.month)[1])
    slices = [_keys_query(month_key(*month) for month in some) for some in month_slices(newest, first)]
    found = [_with_words(words, "&& %s::tsquery", [keys]) for keys in slices]
    if last is None or last > end:
        later = _with_words(words, "", [])
        found.insert(0, Sql(f"{later.text} AND {place.first} > %s", [*later.params, end]))
    older = _with_words(words, "&& !!%s::tsquery", [" | ".join(slices)]) if slices else _with_words(words, "", [])
    found.append(Sql(f"{older.text} AND coalesce({place.first}, '-infinity') <= %s", [*older.params, end]))
    return found


def _with_words(words: Sql, more: str, params: Params) -> Sql:
    return Sql(f"search @@ (({words.text}) {more})", [*words.params, *params])


def _begun_before(query: Query, always: _Conditions, first: date) -> list[Sql]:
    """Return what is ordered before the first day and may yet lie in the dates: short spans, then the few long ones."""
    soon = first + min(timedelta(days=LONG_SPAN), date.max - first)
    spans = [
        Sql(f"latest > earliest AND latest <= earliest + {LONG_SPAN} AND latest BETWEEN %s AND %s", [first, soon]),
        Sql(f"latest > earliest + {LONG_SPAN} AND latest >= %s", [first]),
    ]
    words = _with_words(words_query(query), "", []) if query.clauses else Sql("TRUE", [])
    rest = " AND ".join(["sort_date < %s", *always.text, words.text])
    return [Sql(f"{span.text} AND {rest}", [*span.params, first, *always.params, *words.params]) for span in spans]


def highlighted(place: Place, fields: Sequence[str], query: Query, ids: Sequence[int]) -> dict[int, list[str]]:
    """Return fields of rows with `OPEN` and `CLOSE` round the words that were looked for. One statement."""
    words = words_query(query, with_keys=False)
    unmarked = [f"translate({field}, '{OPEN}{CLOSE}', '')" for field in fields]
    columns = [f"ts_headline('{SEARCH_CONFIGURATION}', {text}, {words.text}, '{HIGHLIGHT}')" for text in unmarked]
    statement = f"SELECT id, {', '.join(columns)} FROM {place.table} WHERE id = ANY(%s)"
    with connection.cursor() as cursor:
        cursor.execute(statement, [*words.params * len(fields), list(ids)])
        return {row[0]: list(row[1:]) for row in cursor.fetchall()}
