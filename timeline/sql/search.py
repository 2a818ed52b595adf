"""Full text: the newest matches of a query, ranked, at a cost that does not grow with the record.

A word that is in every tenth event cannot be ranked over all of them. So the newest matches are taken, at most 500, and
those are ranked. How they are found depends on how many there are, which the planner guesses well enough:

* few: all are read by the index of words;
* many that ask for a pair: the pair's events are read from the newest on, with what was said at them;
* few in some dates: by the rows of these, by the words alone, or by the months, whichever are fewer;
* one row in eight and more, of the dates where such are asked for: the rows are read from the newest on, and most of
  those that are read are matches; so of several words together in one of sixteen;
* between: months stand in the index of words as keys. The query is asked of the newest months, then of twice as many
  before, ... in one statement that stops where it has enough.

All places are asked at once, and again only those where reading from the newest on did not give enough. A phrase of
words so common that not all rows that have them can be looked at is then looked for in the newest months, and said so
(``phrases``). What is asked for is sent, and read later: meanwhile the page is drawn as far as it is known.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from timeline.models import Event
from timeline.models.vectors import month_key
from timeline.models.when import LONG_SPAN
from timeline.search import Query, month_slices
from timeline.sql.extents import (
    COMMON,
    FEW,
    Extent,
    Forecast,
    Place,
    Scope,
    ask_anew,
    days_of,
    extents_of,
    rows_shown,
    rows_within,
)
from timeline.sql.hits import BEST, shown
from timeline.sql.phrases import MOST_OF_PHRASE, Months, any_order, is_too_common, newest_end, within_months
from timeline.sql.sending import Row, Rows, ask, ask_known
from timeline.sql.tsqueries import Sql, keys_query, matches, words_query

MOST_RANKED = 500
# For each that is ranked so many matches are read at once. Of more, months are asked for besides, which costs the more
# the more months are in the first slice, for each row that has the rarest of the words: fewer are worth it where there
# are several, each of which may be common. Rather than to ask for more months than these, so many matches are read.
FEW_FOR_EACH, MOST_AT_ONCE = 3, 6_000
MONTHS_OF_ONE_WORD, MONTHS_OF_WORDS = 32, 4
# Of several words together, of each of which the index has a long list, rows are read from the newest on down to this.
COMMON_TOGETHER = 16
# No more rows than so many times as many as are expected to hold enough are read from the newest on: what is common in
# the record may not be among the newest.
WALKED_IN_VAIN = 2
MOST_MONTHS_OF_DATES = 36
# Slices of months, which hold some three times as many matches as are ranked.
FIRST_SLICES = 2
PAIR = """(
  SELECT pair.id FROM timeline_pair pair JOIN timeline_country one ON one.id = pair.first_id
  JOIN timeline_country other ON other.id = pair.second_id WHERE one.slug = %s AND other.slug = %s)"""


@dataclass(frozen=True)
class Wanted:
    """A page of the matches in one place, and how many of the newest are ranked."""

    place: Place
    limit: int
    offset: int = 0
    most: int = MOST_RANKED
    # The list as which its rows are shown; none for what asks for no more than which they are.
    shown_as: str = ""


@dataclass(frozen=True)
class Hit:
    """A row that was found, whether it surely lies within the dates that were asked for, and what is shown of it."""

    id: int
    is_definite: bool
    shown: Row = ()


@dataclass(frozen=True)
class Hits:
    """One page of the ranked matches; `count` is at most as many as are ranked, and more may be there."""

    hits: list[Hit]
    count: int
    is_cut: bool
    # Since when was looked, where a phrase is of words too common to look through all that have them.
    since: date | None = None


NOTHING = Hits([], 0, is_cut=False)


def find(wanted: Mapping[str, Wanted], query: Query, *, today: date, scope: Scope | None = None) -> dict[str, Hits]:
    """Return the hits in all places of which ``ask_found`` asks."""
    found = {name: read() for name, read in ask_found(wanted, query, today=today, scope=scope)}
    return {**dict.fromkeys(wanted, NOTHING), **found}


def ask_found(
    wanted: Mapping[str, Wanted],
    query: Query,
    *,
    today: date,
    scope: Scope | None = None,
    forecast: Forecast | None = None,
) -> list[tuple[str, Callable[[], Hits]]]:
    """Ask for a page of the matches in each place, the best first, then the newest; those that only may match last.

    All places where any are expected are asked at once, and each comes with what reads its hits. So those of one can be
    shown while the server looks through the next. Where two countries are asked for together, and enough of their own
    events match, others are not looked for. At most two statements, and two for each place, with a phrase five,
    whatever the size of the tables.
    """
    extents = extents_of({name: one.place for name, one in wanted.items()}, query, today, scope, forecast)
    return [
        (name, _ask_place(one, query, extents[name], scope)) for name, one in wanted.items() if extents[name].matches
    ]


def _ask_place(wanted: Wanted, query: Query, extent: Extent, scope: Scope | None) -> Callable[[], Hits]:
    quick = _quick(wanted, query, extent, scope)
    if not (quick or query.has_phrase):
        return _ask_ranked(wanted, query, scope, _newest(wanted, query, extent, scope))
    read = _ask_ranked(wanted, query, scope, quick) if quick else None

    def found() -> Hits:
        hits = read() if read else NOTHING
        if hits.is_cut:
            return hits
        within = within_months(wanted.place, query, extent, scope)
        hits = _ask_ranked(wanted, query, scope, _at_once(wanted, query, extent, scope, within))()
        return replace(hits, since=within.since) if not hits.is_cut else hits

    return found


def count(place: Place, query: Query, *, today: date, scope: Scope | None = None) -> int:
    """Return how many matches there are, at most 501; of a phrase of common words, in its newest months.

    At most six statements with a phrase, three without.
    """
    extent, wanted = extents_of({"": place}, query, today, scope)[""], Wanted(place, 0)
    if not extent.matches:
        return 0
    if any(term.is_phrase for term in query.terms):
        newest = _at_once(wanted, query, extent, scope, within_months(place, query, extent, scope))
    else:
        newest = _newest(wanted, query, extent, scope)
    return int(ask_anew(f"SELECT count(*) FROM ({newest.text}) AS newest", newest.params)()[0][0])


def _words(query: Query, scope: Scope | None) -> Sql:
    """Return the words that are asked for; unseen where no plan depends on them.

    How rows are read is chosen here, before they are asked for. What a date or a pair makes of it the planner decides.
    """
    words = words_query(query)
    return words if _is_planned_anew(query, scope) else words.unseen


def _index_words(query: Query, scope: Scope | None) -> Sql:
    """Return the words as the index is asked for them: of a phrase in any order, for what is looked at is cut first."""
    return any_order(query) if query.has_phrase else _words(query, scope)


def _is_planned_anew(query: Query, scope: Scope | None) -> bool:
    return bool(scope or query.span or query.pair)


def _ask_ranked(wanted: Wanted, query: Query, scope: Scope | None, newest: Sql) -> Callable[[], Hits]:
    """Rank what is read and return what gives its page. One statement."""
    is_planned_anew = _is_planned_anew(query, scope) and not newest.is_unseen
    ranked = _ranking(wanted, query, newest, is_planned_anew=is_planned_anew)
    asked = shown(wanted.shown_as, query, ranked) if wanted.shown_as else ranked
    # Of the first page of a few words there are few forms.
    if query.is_plain and not (scope or wanted.offset):
        read = ask_known(Event, asked.text, asked.params)
    else:
        read = ask(Event, asked.text, asked.params, is_planned_anew=is_planned_anew)
    return lambda: _hits(wanted, read())


def _hits(wanted: Wanted, rows: Rows) -> Hits:
    total = rows[0][-1] if rows else 0
    hits = [Hit(row[0], bool(row[-2]), row) for row in rows]
    return Hits(hits, min(total, wanted.most), total > wanted.most)


def _ranking(wanted: Wanted, query: Query, newest: Sql, *, is_planned_anew: bool) -> Sql:
    place, words, definite = wanted.place, words_query(query), _definite(wanted.place, query)
    words = words if is_planned_anew else words.unseen
    rank = Sql(f"ts_rank(search, {words.text})", words.params) if query.clauses else Sql("0", [])
    # How many rows it gives stands in it and not beside it: else the server would not know whether to keep its plan.
    text = f"""
        SELECT id AS hit_id, {place.first} AS first_day, {place.last} AS last_day, {rank.text} AS rank,
          {definite.text} AS is_definite, count(*) OVER () AS total
        FROM ({newest.text}) AS newest ORDER BY {BEST} LIMIT {wanted.limit:d} OFFSET {wanted.offset:d}
    """
    return Sql(text, [*rank.params, *definite.params, *newest.params], is_unseen=words.is_unseen)


def _definite(place: Place, query: Query) -> Sql:
    first, last = query.span or (None, None)
    texts = [f"{place.first} >= %s"] * bool(first) + [f"{place.last} <= %s"] * bool(last)
    return Sql(" AND ".join(texts) or "TRUE", days_of(first, last))


def _quick(wanted: Wanted, query: Query, extent: Extent, scope: Scope | None) -> Sql | None:
    """Return the statement that reads the newest rows or slices, of many matches mostly enough; None of few."""
    pair = scope.keys if scope else query.pair
    if query.clauses and pair and wanted.place.event and not query.span and extent.matches > FEW:
        return _walked_by_pair(wanted, query, scope, pair)
    if not query.clauses or _are_few(wanted, query, extent):
        return None
    common = COMMON_TOGETHER if len(query.clauses) > 1 and not query.has_phrase else COMMON
    if extent.have_one_in(common) and not scope:
        return _walked_by_day(wanted, query, WALKED_IN_VAIN * common * wanted.most)
    slices = _slices(wanted, query, extent, _index_words(query, scope), is_whole=False)
    # None where the dates that are asked for begin after all that there is.
    return _sliced(wanted, query, scope, slices, is_whole=False, are_months=True) if slices else None


def _are_few(wanted: Wanted, query: Query, extent: Extent) -> bool:
    """Return whether to read all matches costs less than to ask for the newest months."""
    if is_too_common(query, extent):
        return False
    if extent.matches <= max(FEW, FEW_FOR_EACH * wanted.most):
        return True
    is_one_word = len(query.terms) == 1 and not query.excluded and not query.has_phrase
    months = MONTHS_OF_ONE_WORD if is_one_word else MONTHS_OF_WORDS
    return extent.matches <= MOST_AT_ONCE and extent.months_with(wanted.most) > months


def _walked_by_day(wanted: Wanted, query: Query, most: int) -> Sql:
    place = wanted.place
    within, words = rows_within(place, query, None), matches(_words(query, None))
    order = f"ORDER BY {place.first} DESC, id DESC"
    rows = f"SELECT {place.columns} FROM {place.table} WHERE {within.text} AND {place.first} IS NOT NULL"
    return Sql(
        f"SELECT * FROM ({rows} {order} LIMIT {most}) AS walked WHERE {words.text} {order} LIMIT {wanted.most + 1}",
        [*within.params, *words.params],
    )


def _walked_by_pair(wanted: Wanted, query: Query, scope: Scope | None, pair: tuple[str, str]) -> Sql:
    place, limit = wanted.place, f"LIMIT {COMMON * wanted.most}"
    # The pair's list is read in order and its events one by one, whatever the words are: one plan does for all.
    words = words_query(query) if scope else words_query(query).unseen
    always, found = rows_shown(place, scope), matches(words)
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
        f" JOIN {place.table} ON {place.event} = listed_id WHERE {always.text} AND {found.text}"
        f" ORDER BY listed_on DESC, id DESC LIMIT {wanted.most + 1}",
        [*slugs, *slugs, *always.params, *found.params],
        is_unseen=words.is_unseen,
    )


def _newest(wanted: Wanted, query: Query, extent: Extent, scope: Scope | None) -> Sql:
    """Return the statement that gives the newest matches and one more; slices are read only if those before lack."""
    if query.clauses and query.span and not scope and _are_few(wanted, query, extent):
        return _few_in_dates(wanted, query, extent)
    slices = _slices(wanted, query, extent, _index_words(query, scope), is_whole=True)
    return _sliced(wanted, query, scope, slices, is_whole=True, are_months=len(slices) > 1)


def _few_in_dates(wanted: Wanted, query: Query, extent: Extent) -> Sql:
    """Return the same for few matches in some dates: by what is fewer, their rows, their months or those of the words.

    Left to itself the server would bring all rows of the dates and all of the words together.
    """
    words, (first, last) = _index_words(query, None), query.span or (None, None)
    if extent.rows <= MOST_AT_ONCE:
        return _sliced(wanted, query, None, [Sql("TRUE", [])], is_whole=True, looked_for=matches(words))
    keys, is_rare = "", extent.anytime <= MOST_AT_ONCE
    if first and last and not is_rare:
        months = month_slices(last, first, MOST_MONTHS_OF_DATES + 1, MOST_MONTHS_OF_DATES + 1)[0]
        keys = keys_query(month_key(*month) for month in months) if len(months) <= MOST_MONTHS_OF_DATES else ""
    return _sliced(wanted, query, None, [matches(words, keys)], is_whole=True, are_months=is_rare or bool(keys))


def _at_once(wanted: Wanted, query: Query, extent: Extent, scope: Scope | None, within: Months) -> Sql:
    """Return the statement that gives the same where the first slices gave too few although more were expected.

    All is read at once: slice after slice the keys of all months would be read besides, which takes many times as long.
    Of a phrase of common words, which seldom follow each other, only some months are read.
    """
    words = _index_words(query, scope)
    slices = [matches(words)]
    if within.are_some:
        last, end = query.span and query.span[1], newest_end(query, extent)
        slices = [_later(words, wanted.place, end)] if _has_later(extent, last, end) else []
        # No key but one that no row has asks for no month.
        slices.append(matches(words, keys_query([month_key(*month) for month in within.months] or ["/months/"])))
    return _sliced(wanted, query, scope, slices, is_whole=True, are_months=within.are_some)


def _has_later(extent: Extent, last: date | None, end: date) -> bool:
    """Return whether anything lies behind the last day of the newest month, and is asked for."""
    return extent.last > end and (last is None or last > end)


def _later(words: Sql, place: Place, end: date) -> Sql:
    """Return the words with all that is yet to come."""
    found, day = matches(words), Sql("%s::date", [end])
    day = day.unseen if words.is_unseen else day
    return Sql(f"{found.text} AND {place.first} > {day.text}", [*found.params, *day.params])


def _sliced(
    wanted: Wanted,
    query: Query,
    scope: Scope | None,
    slices: Sequence[Sql],
    *,
    is_whole: bool,
    are_months: bool = False,
    looked_for: Sql | None = None,
) -> Sql:
    """Return the statement that reads slices one after the other; what is looked for in them no index is asked for."""
    place, first = wanted.place, query.span[0] if query.span else None
    within = rows_within(place, query, scope, by_index=not are_months)
    conditions = [Sql(f"{within.text} AND {some.text}", [*within.params, *some.params]) for some in slices]
    if is_whole and place.has_spans and first:
        conditions += _begun_before(query, rows_shown(place, scope), first)
    limit = f"LIMIT {wanted.most + 1}"
    rows = [Sql(f"{place.table} WHERE {condition.text}", condition.params) for condition in conditions]
    # Rows of some dates all have a day; said so the index gives them in order, which it does not where some may not.
    are_dated = query.span and (looked_for or not query.clauses)
    order = f"ORDER BY {place.first} {'DESC' if are_dated else 'DESC NULLS LAST'}, id DESC"
    most = f"LIMIT {MOST_OF_PHRASE}" if query.has_phrase else f"{order} OFFSET 0"
    looked_for = matches(_words(query, scope)) if query.has_phrase else looked_for
    if looked_for:
        rows = [
            Sql(
                f"(SELECT {place.columns} FROM {candidates.text} {most}) AS looked WHERE {looked_for.text}",
                [*candidates.params, *looked_for.params],
            )
            for candidates in rows
        ]
    branches = [f"(SELECT {place.columns} FROM {some.text} {order} {limit})" for some in rows]
    params = [param for some in rows for param in some.params]
    return Sql(f"SELECT * FROM ({' UNION ALL '.join(branches)}) AS slices {limit}", params)


def _slices(wanted: Wanted, query: Query, extent: Extent, words: Sql, *, is_whole: bool) -> list[Sql]:
    """Return the words together with each slice of months, what is yet to come first, all that is older last.

    In part only the first months, for each costs the planner as much as it costs to be read. All at once where there
    are few; and everything where no words are asked for.
    """
    first, last = query.span or (None, None)
    if not query.clauses:
        return [Sql("TRUE", [])]
    if _are_few(wanted, query, extent):
        return [matches(words)]
    end = newest_end(query, extent)
    slices = _months(end.replace(day=1), first and first.replace(day=1), extent.months_with(wanted.most))
    slices = slices if is_whole else slices[:FIRST_SLICES]
    found = [matches(words, keys) for keys in slices]
    if _has_later(extent, last, end):
        found.insert(0, _later(words, wanted.place, end))
    if is_whole:
        without = f"search @@ (({words.text}) && !!%s::tsquery)"
        older = Sql(without, [*words.params, " | ".join(slices)]) if slices else matches(words)
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
