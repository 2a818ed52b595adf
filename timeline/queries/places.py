"""Which country or pair an address or a word means."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from timeline.gazetteer import search_key
from timeline.models import Country, CountryFacet, CountryName, Pair, PairFacet, Succession, Tenure
from timeline.models.leader import Office, title_of
from timeline.queries.known import ask_unknown
from timeline.queries.spelling import countries_spelled
from timeline.search import JOINT
from timeline.sql.composed import composed
from timeline.sql.governing import Held, ask_held_offices
from timeline.sql.names import countries_beginning

GOVERNING = (
    Office.Kind.HEAD_OF_STATE_AND_GOVERNMENT,
    Office.Kind.HEAD_OF_STATE,
    Office.Kind.HEAD_OF_GOVERNMENT,
    Office.Kind.FOREIGN_MINISTER,
)
# A name that stands only for a government, or that is also something else's, is no address of a country.
ADDRESSABLE = (
    CountryName.Kind.SHORT,
    CountryName.Kind.OFFICIAL,
    CountryName.Kind.FORMER,
    CountryName.Kind.ABBREVIATION,
)


# Of ISO 3166-1 numeric, which is UN M49.
NUMBER_DIGITS = 3
# How many countries a word may mean in the search box, and how many words are read.
NEAREST, MOST_WORDS = 5, 6
# Words between the names of two countries, or in one of them, that tell nothing of which they are.
BETWEEN_NAMES = frozenset({"and", "the", "y", "e", "of", "&", "-", "–", "with", "con", "vs", "vs.", "versus"})


@dataclass(frozen=True)
class PairPlace:
    """The two countries of an address, in the order of their slugs, and whether the address was the canonical one."""

    first: Country
    second: Country
    is_canonical: bool


class UnknownCountry(LookupError):
    """No country has this name; `near` holds countries whose names begin alike, or whose number it is in some list."""

    def __init__(self, text: str, near: list[Country]) -> None:
        super().__init__(text)
        self.text, self.near = text, near

    @property
    def is_number(self) -> bool:
        """Return whether a number stands where a name belongs."""
        return _is_number(self.text)


class SameCountry(LookupError):
    """Both names mean one country, which has no timeline with itself."""

    def __init__(self, country: Country) -> None:
        super().__init__(country.slug)
        self.country = country


@composed
def _by_slug(slug: Any) -> QuerySet[Country]:
    return Country.objects.filter(slug=slug)


def country_by_any_name(text: str) -> Country:
    """Return the country that a slug, an ISO code or a name means (1 to 3 queries); raise UnknownCountry."""
    code = text.upper()
    found = next(iter(_by_slug(text.lower())), None)
    if found is None and _is_number(text):
        return _country_by_number(text)
    if found is None and 2 <= len(code) <= 4:
        found = Country.objects.filter(Q(iso2=code) | Q(iso3=code) | Q(iso3166_3=code)).order_by("id").first()
    if found is None:
        found = _country_by_name(text.replace("-", " "))
    if found is None:
        raise UnknownCountry(text, countries_like(text.replace("-", " ")))
    return found


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def _country_by_number(text: str) -> Country:
    """Return the country whose ISO 3166-1 code three digits are, a state of today before one of the past (1 query).

    COW and Gleditsch-Ward number other countries so (070 is Bosnia and Herzegovina, 70 Mexico): they lead nowhere, but
    who has them is near.
    """
    if len(text) > NUMBER_DIGITS:
        raise UnknownCountry(text, [])
    coded = Q(iso_numeric=text.zfill(NUMBER_DIGITS))
    numbered = list(Country.objects.filter(coded | Q(cow=int(text))).order_by("existed_until", "sort_key", "id"))
    meant = [country for country in numbered if country.iso_numeric == text]
    meant = [country for country in meant if not country.existed_until] or meant
    if len(meant) != 1:
        raise UnknownCountry(text, numbered)
    return meant[0]


def _country_by_name(text: str) -> Country | None:
    names = CountryName.objects.filter(search_key=search_key(text), kind__in=ADDRESSABLE).select_related("country")
    by_id = {name.country_id: name.country for name in names}
    return by_id.popitem()[1] if len(by_id) == 1 else None


def countries_like(text: str, limit: int = 5) -> list[Country]:
    """Return countries with a name beginning with a text, else spelled nearly so, else with its first letters.

    At most 4 queries.
    """
    called, near = countries_near(text, limit)
    return called or countries_spelled(text, limit) or near


def countries_near(text: str, limit: int = 5) -> tuple[list[Country], list[Country]]:
    """Return countries with a name beginning with a text, and where none has, with its first letters (as above)."""
    key = search_key(text)[:80]
    keys = [key, key[:3]] if len(key) > 3 else [key] if key else []
    called, near = [*_countries_beginning(keys), [], []][:2]
    return called[:limit], [] if called else near[:limit]


def _countries_beginning(keys: Sequence[str]) -> list[list[Country]]:
    """Return for each text the countries with a name that begins so, nearest first (1 query, 2 where one does)."""
    ids = countries_beginning(keys)
    wanted = {one for some in ids for one in some}
    found = Country.objects.in_bulk(wanted) if wanted else {}
    return [[found[one] for one in some] for some in ids]


def pair_place(first: str, second: str) -> PairPlace:
    """Return the two countries of an address (2 to 6 queries); raise UnknownCountry or SameCountry."""
    one, other = country_by_any_name(first), country_by_any_name(second)
    if one.id == other.id:
        raise SameCountry(one)
    if one.slug > other.slug:
        one, other = other, one
    return PairPlace(one, other, (one.slug, other.slug) == (first, second))


def pair_of(first: Country, second: Country) -> Pair | None:
    """Return the pair of two countries in any order, or None while it has no events (1 query)."""
    if first.slug > second.slug:
        first, second = second, first
    return Pair.objects.filter(first=first, second=second).first()


def pairs_like(text: str, limit: int = 8, whole: list[Country] | None = None) -> list[tuple[Country, Country, int]]:
    """Return pairs for a word or two as typed into the search box, with their numbers of events.

    "me" finds the pairs of Mexico; "mex us", "mexico and the united states" the pair of both, also where it has no
    events yet. At most 4 queries, and one for each further word. The countries may be known that begin as the whole
    text does.
    """
    words = _naming(search_key(text))
    key = " ".join(words)
    if whole is None or key != search_key(text):
        whole = next(iter(_countries_beginning([key] if key else [])), [])
    found = _pairs_of(whole[:NEAREST], None) if whole else _pairs_of_two(words)
    if not found and JOINT.search(text):
        found = _pairs_of_two(_naming(search_key(JOINT.sub(" ", text))))
    return found[:limit]


def first_of_two(text: str) -> str:
    """Return the word with which the name of the first of two countries would begin; nothing of a single word.

    Where no name begins so, no pair is like the text.
    """
    words = _naming(search_key(JOINT.sub(" ", text)))
    return words[0] if len(words) > 1 else ""


def pair_begun(text: str) -> tuple[Country, Country] | None:
    """Return the pair that has events and whose two names begin as the words do, None where there are more or none.

    At most 3 queries, and one for each further word. A text that begins one country's name is no pair.
    """
    words = _naming(search_key(JOINT.sub(" ", text)))
    if len(words) < 2 or _countries_beginning([" ".join(words)])[0]:
        return None
    found = _pairs_of_two(words)
    return found[0][:2] if len(found) == 1 and found[0][2] else None


def _naming(key: str) -> list[str]:
    """Return the words of what was typed that may belong to a name."""
    return [word for word in key.replace(",", " ").split() if word not in BETWEEN_NAMES][:MOST_WORDS]


def _pairs_of_two(words: Sequence[str]) -> list[tuple[Country, Country, int]]:
    """Return pairs of a country that begins as the first words do and one that begins as the others do."""
    cuts = range(len(words) - 1, 0, -1)
    halves = [" ".join(half) for cut in cuts for half in (words[:cut], words[cut:])]
    begun = [countries[:NEAREST] for countries in _countries_beginning(halves)]
    for left, right in zip(begun[::2], begun[1::2], strict=True):
        if left and right and (found := _pairs_of(left, right) or _pair_without_events(left[0], right[0])):
            return found
    return []


def _pair_without_events(one: Country, other: Country) -> list[tuple[Country, Country, int]]:
    if one.id == other.id:
        return []
    first, second = sorted((one, other), key=lambda country: country.slug)
    return [(first, second, 0)]


def _pairs_of(left: list[Country], right: list[Country] | None) -> list[tuple[Country, Country, int]]:
    if not left:
        return []
    totals = PairFacet.objects.totals().select_related("pair__first", "pair__second")
    among = Q(pair__first__in=left) | Q(pair__second__in=left)
    if right is not None:
        among = Q(pair__first__in=left, pair__second__in=right) | Q(pair__first__in=right, pair__second__in=left)
    rows = totals.filter(among).order_by("-count", "pair_id")[:20]
    return [(row.pair.first, row.pair.second, row.count) for row in rows]


def busiest_pairs(limit: int = 8) -> list[tuple[Country, Country, int]]:
    """Return the pairs with most events, most first (1 query)."""
    rows = PairFacet.objects.totals().select_related("pair__first", "pair__second")
    return [(row.pair.first, row.pair.second, row.count) for row in rows.order_by("-count", "pair_id")[:limit]]


class ListedCountry(NamedTuple):
    """A country in the list of all, with the number of events in its default list."""

    sort_key: str
    slug: str
    name: str
    name_es: str
    kind: str
    events: int


def countries_with_events() -> list[ListedCountry]:
    """Return all countries by name with the number of events in their default lists (2 queries)."""
    counts = dict(CountryFacet.objects.totals().values_list("country", "count"))
    rows = Country.objects.order_by("sort_key", "id").values_list("id", "sort_key", "slug", "name", "name_es", "kind")
    return [ListedCountry(*row[1:], counts.get(row[0], 0)) for row in rows]


@composed
def _names(country_id: Any) -> QuerySet[CountryName]:
    return CountryName.objects.filter(country=country_id).order_by("language", "kind", "valid_from", "text", "id")


def country_names(country: Country) -> list[CountryName]:
    """Return all names of a country (1 query)."""
    return _names(country.pk)


@composed
def _successions(country_id: Any) -> QuerySet[Succession]:
    rows = Succession.objects.filter(Q(predecessor=country_id) | Q(successor=country_id))
    return rows.select_related("predecessor", "successor").order_by("earliest", "id")


def successions_of(country: Country) -> list[Succession]:
    """Return what a country followed and what followed it, oldest first (1 query)."""
    return _successions(country.pk)


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """An office of somebody, as it is said of the person, with its dates in EDTF."""

    office: str
    started: str
    ended: str
    is_acting: bool


@dataclass(frozen=True, slots=True)
class Governing:
    """Somebody who governs a country or is its foreign minister, or both: each person once, with all these offices."""

    country_id: int
    slug: str
    name: str
    offices: list[HeldOffice]


def governing(countries: list[Country], on: date) -> list[Governing]:
    """Return who governed and who was foreign minister on a day, by country: heads of state first (1 query)."""
    return ask_governing([country.pk for country in countries], on)()


def ask_governing(country_ids: Sequence[int], on: date, names: str = "") -> Callable[[], list[Governing]]:
    """Ask for who governed countries on a day, and return what reads it (at most 1 query).

    What the process knows of it in a version of names is not asked again.
    """

    def ask(ids: Sequence[int]) -> Callable[[], dict[int, list[Governing]]]:
        read = ask_held_offices(ids, GOVERNING, on)
        return lambda: _by_country(ids, _governing(read()))

    read_people = ask_unknown(names, ("governing", on, get_language()), country_ids, ask)
    return lambda: [one for people in read_people().values() for one in people]


def _by_country(ids: Sequence[int], people: Sequence[Governing]) -> dict[int, list[Governing]]:
    return {country_id: [one for one in people if one.country_id == country_id] for country_id in ids}


def _governing(found: Sequence[Held]) -> list[Governing]:
    # Of two who share a doubtful year the one who left it no longer governs.
    open_offices = {held.office_id for held in found if not held.ended}
    people: dict[tuple[int, str], Governing] = {}
    for held in found:
        if not held.ended or held.office_id not in open_offices:
            who = people.setdefault(
                (held.country_id, held.slug), Governing(held.country_id, held.slug, held.name, offices=[])
            )
            title = title_of(held.title, held.title_es, held.pronoun)
            who.offices.append(HeldOffice(title, held.started, held.ended, held.is_acting))
    return list(people.values())


def tenures_of_country(country: Country) -> list[Tenure]:
    """Return all tenures of a country's offices, the latest first (1 query)."""
    rows = Tenure.objects.filter(office__country=country).select_related("leader", "office")
    return list(rows.order_by("office__level", "office__slug", "-started_latest", "id"))
