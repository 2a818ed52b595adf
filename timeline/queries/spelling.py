"""Names that are spelled nearly as a text is."""

from timeline.gazetteer import search_key
from timeline.models import Country
from timeline.search import distance
from timeline.sql.names import near_names

MOST_NEAR, MOST_READ = 3, 4  # spellings; words of a text
# In a word of four letters or more one may be wrong, in one of seven or more two.
LETTERS_FOR_ONE, LETTERS_FOR_TWO = 4, 7
LONGEST = 80


def nearest(word: str, *, names_only: bool = False) -> list[str]:
    """Return at most three spellings, nearest first: a country's name, a word of a leader's, a word of the record.

    None where the word is a name as it stands and only names are asked for. At most 2 queries.
    """
    near = [name for name in near_names(word) if not (names_only and name.is_word)]
    away = {name.text: letters_away(word, name.text) for name in near if name.country_id}
    called = {name.country_id for name in near if name.country_id and away[name.text]}
    labels = {country.pk: country.label for country in Country.objects.filter(pk__in=called)} if called else {}
    found = set()
    for name in near:
        for text in [name.text] if name.country_id else name.text.split():
            if names_only and search_key(text) == word:
                return []
            if letters := away[text] if name.country_id else letters_away(word, text):
                found.add((letters, name.is_word, labels.get(name.country_id or 0, text)))
    best = [spelling for _, _, spelling in sorted(found)]
    return list({search_key(spelling): spelling for spelling in reversed(best)}.values())[::-1][:MOST_NEAR]


def countries_spelled(text: str, limit: int = MOST_NEAR) -> list[Country]:
    """Return the countries of which a name is spelled nearly as the whole text, nearest first (at most 2 queries)."""
    key = search_key(text)[:LONGEST]
    if len(key) < LETTERS_FOR_ONE:
        return []
    away = sorted((letters_away(key, name.text), name.country_id) for name in near_names(key) if name.country_id)
    ids = list(dict.fromkeys(pk for letters, pk in away if letters))[:limit]
    found = Country.objects.in_bulk(ids) if ids else {}
    return [found[pk] for pk in ids]


def names_spelled(text: str) -> list[str]:
    """Return a text that names nobody with its names as they are spelled, best first (at most 10 queries)."""
    if whole := countries_spelled(text):
        return [country.label for country in whole]
    words = search_key(text)[:LONGEST].split()
    if len(words) > MOST_READ:
        return []
    respelled = {
        place: near
        for place, word in enumerate(words)
        if len(word) >= LETTERS_FOR_ONE and (near := nearest(word, names_only=True))
    }
    if not respelled:
        return []
    first = min(respelled)
    spelled = {place: near[0] for place, near in respelled.items()}
    return [" ".join({**dict(enumerate(words)), **spelled, first: spelling}.values()) for spelling in respelled[first]]


def letters_away(word: str, spelling: str) -> int:
    """Return how many letters a spelling is away, or 0 where it is the word itself or too far."""
    key = search_key(spelling)
    # As many letters as one is longer are added or dropped at least: most spellings need no further look.
    if abs(len(word) - len(key)) > 1:
        return 0
    most = 2 if len(word) >= LETTERS_FOR_TWO and word[:1] == key[:1] else 1
    # And one that is wrong leaves at most two that only one of both has.
    if len(set(word).symmetric_difference(key)) > 2 * most:
        return 0
    letters = distance(word, key, most)
    return letters if letters <= most else 0
