"""The words by which rows are found: what the generated columns of the search are made of."""

from collections.abc import Iterable
from datetime import date

from django.contrib.postgres.search import SearchQuery, SearchVector, SearchVectorCombinable, SearchVectorField
from django.db.models import Func

# PostgreSQL's English configuration after unaccent: "López" is found by "lopez" (migration 0007).
SEARCH_CONFIGURATION = "english_unaccented"


class KeyVector(SearchVectorCombinable, Func):
    """Take the keys of an array into a vector whole, so that no parser splits them."""

    function = "array_to_tsvector"
    arity = 1
    output_field = SearchVectorField()
    config = None


class NameKey(Func):
    """Return a name without accents and case, as ``timeline.gazetteer.search_key`` does (migration 0010)."""

    function = "name_key"
    arity = 1


def words_vector(field: str, weight: str) -> SearchVector:
    """Return the words of a column with their weight, A to D."""
    return SearchVector(field, weight=weight, config=SEARCH_CONFIGURATION)


def words_asked(text: str) -> SearchQuery:
    """Return what a text asks of such words, as people type it: phrases, OR, minus."""
    return SearchQuery(text, config=SEARCH_CONFIGURATION, search_type="websearch")


def search_keys(
    countries: Iterable[str | None] = (), leaders: Iterable[str | None] = (), on: date | None = None
) -> list[str]:
    """Return the keys of countries, leaders and the month of a day in the order in which they are kept."""
    keys = {f"/countries/{slug}" for slug in countries if slug} | {f"/leaders/{slug}" for slug in leaders if slug}
    return sorted(keys | ({month_key(on.year, on.month)} if on else set()))


def month_key(year: int, month: int) -> str:
    """Return the key of a month: by it a search reads the newest months first, however common its words are."""
    return f"/months/{year:04d}-{month:02d}"
