"""What a search finds: names, pairs, events, statements, sources; and what to try where it finds nothing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations

from django.db.models import Prefetch, Q, prefetch_related_objects

from timeline.gazetteer import search_key
from timeline.models import (
    Country,
    FailedSearch,
    Leader,
    Pair,
    PairFacet,
    Tenure,
)
from timeline.queries.places import BETWEEN_NAMES, first_of_two, pair_begun, pairs_like
from timeline.queries.spelling import LETTERS_FOR_ONE, nearest
from timeline.search import Clause, Query, Term, Text
from timeline.sql.directory import Directory, NameWords
from timeline.sql.extents import EVENTS, SOURCES, STATEMENTS, Forecast, Place, Scope, ask_forecast
from timeline.sql.names import BegunName, KnownName, ask_known_names, ask_names_beginning
from timeline.sql.search import MOST_RANKED, NOTHING, Hits, Wanted, ask_found, count

PLACES: dict[str, Place] = {"events": EVENTS, "statements": STATEMENTS, "sources": SOURCES}
NAMES = ("countries", "leaders")
MOST_NAMES = 12
MOST_BLAMED, MOST_RESPELLED, MOST_TYPED = 6, 3, 3
PairRow = tuple[Country, Country, int]


@dataclass(frozen=True)
class Named:
    """The countries and leaders that a text names, in its order."""

    countries: list[Country] = field(default_factory=list)
    leaders: list[Leader] = field(default_factory=list)


@dataclass(frozen=True)
class Names:
    """Slugs of the countries and leaders that a text names."""

    countries: list[str] = field(default_factory=list)
    leaders: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Begun:
    """Slugs of the countries and leaders whose names begin as a text does.

    A text of several words can be two names only where a country's name begins with the first.
    """

    countries: list[str] = field(default_factory=list)
    leaders: list[str] = field(default_factory=list)
    may_be_two: bool = True


def query_of(text: Text) -> tuple[Query, Names]:
    """Return what a text asks for, with the names in it (1 query)."""
    candidates = text.candidates
    return _query_with(text, ask_known_names(candidates, text.codes)() if candidates else ())


def ask_query(text: Text, directory: Directory) -> Callable[[], tuple[Query, Names]]:
    """Ask what a text asks for, with the names in it (1 query, none where no name has its words)."""
    candidates, codes = text.candidates, text.codes
    if not candidates:
        return lambda: _query_with(text, ())

    def may_name(words: NameWords) -> bool:
        return any(map(words.may_be_name, (*codes, *candidates)))

    read = directory.ask_if(may_name, lambda: ask_known_names(candidates, codes))
    return lambda: _query_with(text, read())


def _query_with(text: Text, known: Sequence[KnownName]) -> tuple[Query, Names]:
    strong: dict[str, list[str]] = {}
    for name in known:
        if not name.is_loose:
            strong.setdefault(name.key, []).append(name.address)
    query = text.query({key: tuple(keys[:MOST_NAMES]) for key, keys in strong.items()})
    loose = [name.address for name in known if name.is_loose and name.key not in strong]
    slugs: dict[str, list[str]] = {kind: [] for kind in NAMES}
    for address in dict.fromkeys([*query.keys, *loose]):
        _, kind, slug = address.split("/")
        slugs[kind].append(slug)
    return query, Names(slugs["countries"][:MOST_NAMES], slugs["leaders"][:MOST_NAMES])


def ask_begun(typed: str, directory: Directory) -> Callable[[], Begun]:
    """Ask which names begin as a text was typed (1 query, none where no word of a name does)."""
    key, first = search_key(typed)[:80], first_of_two(typed)
    if not key:
        return Begun

    def may_begin(words: NameWords) -> bool:
        return words.may_begin(key) or bool(first and words.may_begin(first))

    read = directory.ask_if(may_begin, lambda: ask_names_beginning(key, first))
    return lambda: _begun(read(), first)


def _begun(names: Sequence[BegunName], first: str) -> Begun:
    slugs = {of: [name.slug for name in names if name.of == of] for of in ("country", "leader", "first")}
    return Begun(slugs["country"], slugs["leader"], may_be_two=not first or bool(slugs["first"]))


def _countries(slugs: Sequence[str]) -> list[Country]:
    found = {country.slug: country for country in Country.objects.filter(slug__in=slugs)} if slugs else {}
    return [found[slug] for slug in slugs if slug in found]


def _leaders(slugs: Sequence[str]) -> list[Leader]:
    found = {leader.slug: leader for leader in Leader.objects.filter(slug__in=slugs)} if slugs else {}
    leaders = [found[slug] for slug in slugs if slug in found]
    return with_offices(leaders) if leaders else []


def with_offices(leaders: list[Leader]) -> list[Leader]:
    """Return the leaders with their tenures read, the latest first (1 query)."""
    tenures = Tenure.objects.select_related("office__country").order_by("-started_latest", "id")
    prefetch_related_objects(leaders, Prefetch("tenures", tenures))
    return leaders


def people_and_places(
    typed: str, query: Query, names: Names, read_begun: Callable[[], Begun]
) -> tuple[list[PairRow], Named]:
    """Return the pairs, countries and leaders for a search; a few words may be the beginning of a name.

    1 query for countries and 2 for leaders, 1 for the pairs of countries that are named; where none is, those of which
    the text is the beginning (at most 4 queries for each word).
    """
    is_short = not query.excluded and query.span is None and 0 < len(query.terms) <= MOST_TYPED
    begun = read_begun() if is_short else Begun()
    countries = _countries(names.countries or begun.countries)
    leaders = _leaders(names.leaders or begun.leaders)
    pairs = [row for row in pairs_of(countries) if _are_two(query, row)] if names.countries else []
    if is_short and not pairs and begun.may_be_two:
        whole = None if names.countries else countries
        named = {country.pk for country in countries} if names.countries else set()
        found = (row for row in pairs_like(typed, whole=whole) if row[2])
        pairs = [row for row in found if not named or named & {row[0].pk, row[1].pk}]
    return pairs, Named(countries, leaders)


def _are_two(query: Query, row: PairRow) -> bool:
    """Return whether two countries are named by two names, and not both by one that several bear."""
    first, second = (f"/countries/{country.slug}" for country in row[:2])
    bearing = [{first, second} & set(term.keys) for term in query.terms]
    naming = [keys for keys in bearing if keys]
    return len(naming) != 1 or len(naming[0]) == 1


def pairs_of(countries: Sequence[Country]) -> list[PairRow]:
    """Return the pairs of the first countries that are named, in their order, with their events (1 query)."""
    wanted = [sorted(two, key=lambda country: country.slug) for two in combinations(countries[:3], 2)]
    if not wanted:
        return []
    among = Q()
    for first, second in wanted:
        among |= Q(pair__first=first, pair__second=second)
    totals = PairFacet.objects.totals().filter(among)
    counts = {(row[0], row[1]): row[2] for row in totals.values_list("pair__first", "pair__second", "count")}
    return [(first, second, counts.get((first.pk, second.pk), 0)) for first, second in wanted]


def pair_meant(text: Text, typed: str) -> tuple[Country, Country] | None:
    """Return the pair that two countries mean which are all that is typed (at most 5 queries, and one for each word).

    Two names or codes mean theirs, with events or without; of several countries of one name that is meant which has it
    in its address, as there. Where a name is only begun, one pair alone that has events must be what can be meant.
    """
    query, _ = query_of(text)
    if query.span is not None or query.excluded or any(len(clause.terms) > 1 for clause in query.clauses):
        return None
    meant = {_country_meant(term) for term in query.terms if term.keys}
    if "" in meant:
        return None
    is_named = all(term.keys or search_key(term.text) in BETWEEN_NAMES for term in query.terms)
    if not is_named or len(meant) != 2:
        return None if is_named else pair_begun(typed)
    first, second = _countries(sorted(meant))
    return first, second


def _country_meant(term: Term) -> str:
    """Return the slug of the country that a name means alone, or by its address; nothing for a leader and for more."""
    slugs = {key.removeprefix("/countries/") for key in term.keys}
    own = "-".join(term.words)
    slug = own if own in slugs else slugs.pop() if len(slugs) == 1 else ""
    return "" if "/" in slug else slug


def scope_of(first: Country, second: Country, pair: Pair | None) -> Scope:
    """Return the two countries as something within which is searched."""
    return Scope(pair.pk if pair else 0, (f"/countries/{first.slug}", f"/countries/{second.slug}"))


def ask_search(
    query: Query,
    *,
    today: date,
    limits: dict[str, int],
    scope: Scope | None = None,
    offset: int = 0,
    most: int = MOST_RANKED,
    forecast: Forecast | None = None,
    are_shown: bool = True,
) -> list[tuple[str, Callable[[], Hits]]]:
    """Ask for the hits in each of the places that have a limit, with what is shown of them (2 queries, 2 for each)."""
    if query.is_empty:
        return []
    wanted = {
        name: Wanted(PLACES[name], limit, offset, most, name if are_shown else "") for name, limit in limits.items()
    }
    return ask_found(wanted, query, today=today, scope=scope, forecast=forecast)


def ask_search_forecast(query: Query, *, today: date, names: Iterable[str], scope: Scope | None) -> Forecast | None:
    """Ask for what is to be expected in some of the places, before it is known whether a text names anybody.

    2 queries.
    """
    return ask_forecast({name: PLACES[name] for name in names}, query, today, scope)


def ranked_events(
    query: Query, *, today: date, scope: Scope | None, most: int = MOST_RANKED, forecast: Forecast | None = None
) -> Hits:
    """Return all events that are ranked, the newest so many, the best first (at most 4 queries)."""
    asked = ask_search(
        query, today=today, scope=scope, limits={"events": most}, most=most, forecast=forecast, are_shown=False
    )
    return next((read() for _, read in asked), NOTHING)


def failed_searches(weeks: int = 8) -> list[FailedSearch]:
    """Return what was looked for in vain in the latest weeks that have any, the newest week first (2 queries)."""
    latest = list(FailedSearch.objects.order_by("-week").values_list("week", flat=True).distinct()[:weeks])
    return list(FailedSearch.objects.filter(week__in=latest).order_by("-week", "-count", "text", "id"))


@dataclass(frozen=True)
class Loosened:
    """A query without one of its parts, and how many events it finds."""

    part: str
    query: Query
    count: int


def loosened(query: Query, *, today: date, scope: Scope | None) -> list[Loosened]:
    """Return what would find events if one word, or the date, were left out (at most 3 queries for each, and 1)."""
    tries = [(str(clause), query.without(clause)) for clause in query.clauses[:MOST_BLAMED] if len(query.clauses) > 1]
    tries += [(f"-{query.excluded[0]}", replace(query, excluded=()))] if query.excluded and query.clauses else []
    tries += [(query.span_words, query.without_span())] if query.span and query.clauses else []
    found = [Loosened(part, less, count(EVENTS, less, today=today, scope=scope)) for part, less in tries]
    return [less for less in found if less.count]


def count_everywhere(query: Query, *, today: date) -> int:
    """Return how many events a query finds in all pairs, at most 501 (at most 4 queries)."""
    return count(EVENTS, query, today=today)


def respelled(query: Query, *, today: date, is_nowhere: bool) -> list[Query]:
    """Return the query in the nearest spellings that the record knows, best first (at most 25 queries).

    Where all of the record was looked through in vain, a query of one word need not be asked for it once more.
    """
    unknown = [term for term in query.terms if not term.keys and not term.is_phrase and len(term.words) == 1]
    unknown = [term for term in unknown if len(term.words[0]) >= LETTERS_FOR_ONE][:MOST_RESPELLED]
    if not (is_nowhere and query == Query((Clause(tuple(unknown[:1])),))):
        unknown = [term for term in unknown if not count(EVENTS, Query((Clause((term,)),)), today=today)]
    near = {term: nearest(term.words[0]) for term in unknown}
    near = {term: spellings for term, spellings in near.items() if spellings}
    if not near:
        return []
    first, *others = near
    for term in others:
        query = query.with_term(term, Term(near[term][0]))
    return [query.with_term(first, Term(spelling)) for spelling in near[first]]
