"""The pairs that an address asks to compare: read with every name that a country has, refused with a sentence."""

from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from timeline.filters.words import span_from_words
from timeline.queries import PairPlace, SameCountry, UnknownCountry, pair_place
from timeline.queries.search import pair_meant
from timeline.search import NotSearchable, read

MOST_PAIRS = 3
LONGEST_PAIR = 200


@dataclass(frozen=True)
class PairAsked:
    """One pair as the address names it, and what it means."""

    text: str
    place: PairPlace | None = None
    error: str = ""

    @property
    def key(self) -> str:
        """Return the pair as the canonical address has it."""
        return f"{self.place.first.slug},{self.place.second.slug}" if self.place else self.text

    @property
    def words(self) -> str:
        """Return the pair as the form shows it."""
        return f"{self.place.first.label}, {self.place.second.label}" if self.place else self.text


@dataclass(frozen=True)
class PairsAsked:
    """All pairs that the address names."""

    pairs: list[PairAsked] = field(default_factory=list)
    error: str = ""

    @property
    def is_valid(self) -> bool:
        """Return whether each can be meant and there are not too many."""
        return not self.error and not any(pair.error for pair in self.pairs)

    @property
    def query(self) -> str:
        """Return the canonical query."""
        query = QueryDict(mutable=True)
        query.setlist("pair", [pair.key for pair in self.pairs])
        return query.urlencode(safe=",")

    @property
    def fields(self) -> list[PairAsked]:
        """Return the pairs with empty ones after them, for a form of three."""
        return [*self.pairs[:MOST_PAIRS], *[PairAsked("")] * (MOST_PAIRS - len(self.pairs))]


def pairs_asked(data: QueryDict) -> PairsAsked:
    """Read `pair=mexico,united-states`, as often as it stands (at most 12 queries a pair); empty ones are left out."""
    texts = [text for text in (" ".join(value.split()) for value in data.getlist("pair")) if text]
    if len(texts) > MOST_PAIRS:
        error = _("At most three pairs can be compared. Take one away.")
        return PairsAsked([PairAsked(text[:LONGEST_PAIR]) for text in texts[:MOST_PAIRS]], error)
    pairs: list[PairAsked] = []
    for text in texts:
        pair = _read(text)
        if pair.place and pair.key in {known.key for known in pairs}:
            pair = PairAsked(text, pair.place, _("This pair stands here twice."))
        pairs.append(pair)
    return PairsAsked(pairs)


def _read(text: str) -> PairAsked:
    names = [name.strip() for name in text.split(",")]
    if len(text) <= LONGEST_PAIR and len(names) == 1 and (place := _without_comma(text)):
        return PairAsked(text, place)
    if len(text) > LONGEST_PAIR or len(names) != 2 or not all(names):
        return PairAsked(text[:LONGEST_PAIR], error=_("Write two countries with a comma between them."))
    try:
        return PairAsked(text, pair_place(*names))
    except SameCountry as same:
        return PairAsked(text, error=_("Both names mean %(name)s.") % {"name": same.country.in_text})
    except UnknownCountry as unknown:
        said = _("No country is called “%(text)s”.") % {"text": unknown.text[:60]}
        near = ", ".join(country.label for country in unknown.near)
        return PairAsked(text, error=f"{said} " + _("Near it: %(names)s.") % {"names": near} if near else said)


def _without_comma(text: str) -> PairPlace | None:
    """Return the pair of two countries that are typed as into the search box: “mexico us”, “US–Mexico”."""
    try:
        pair = pair_meant(read(text, span_from_words), text)
    except NotSearchable:
        return None
    return PairPlace(*pair, is_canonical=False) if pair else None
