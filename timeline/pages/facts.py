"""What all pages of a pair are made from, whatever is asked of its list."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from timeline.models import Country, Coverage, Pair
from timeline.pages.addresses import address_of
from timeline.pages.passages import told
from timeline.queries import PairCounts, PairPlace, ask_pair_counts, coverage_of, pair_counts, pair_of
from timeline.sql.pairs import ask_whole_pair

# What facts take beside their counts, and a count with its key: what Python's objects are large, rounded up.
BYTES_OF_FACTS, BYTES_OF_COUNT = 16_000, 200


@dataclass(frozen=True)
class PairFacts:
    """What all pages of a pair's list are made from: it depends on the state of the pair alone, and is kept with it.

    Its words are in the language that was on when it was first asked for them; it is kept for one language.
    """

    place: PairPlace = told("The two countries.")
    pair: Pair | None = told("The pair; None while it has no events.", default=None)
    counts: PairCounts = told("The numbers of its default list.", default_factory=PairCounts)
    coverage: Coverage | None = told("What is said to be covered.", default=None)

    @cached_property
    def name(self) -> str:
        """Return the names of both."""
        return pair_name(self.place.first, self.place.second)

    @cached_property
    def title(self) -> str:
        """Return the name of the page, as its title has it."""
        said = _("%(first)s and %(second)s: timeline")
        return said % {"first": self.place.first.label, "second": self.place.second.in_text}

    @cached_property
    def about(self) -> str:
        """Return what the page is about, as others are told of it."""
        said = _("What %(first)s and %(second)s said and did, event by event, each with the words of its source.")
        return said % {"first": self.place.first.label, "second": self.place.second.in_text}

    @cached_property
    def address(self) -> str:
        """Return the address of the pair."""
        return address_of("timeline:pair", self.place.first.slug, self.place.second.slug)

    @cached_property
    def picture(self) -> str:
        """Return the address of its picture."""
        return address_of("timeline:pair_card", self.place.first.slug, self.place.second.slug)

    @property
    def size(self) -> int:
        """Return the bytes that it may take."""
        return BYTES_OF_FACTS + BYTES_OF_COUNT * sum(map(len, self.counts.by.values()))


def ask_pair_facts(pair_id: int, coverage_id: int | None) -> Callable[[], PairFacts]:
    """Ask for what all pages of a pair's list are made from (2 queries), and return what reads it."""
    read_pair, read_counts = ask_whole_pair(pair_id, coverage_id), ask_pair_counts(pair_id)

    def read() -> PairFacts:
        pair, coverage = read_pair()
        place = PairPlace(pair.first, pair.second, is_canonical=True)
        return PairFacts(place, pair, read_counts(), coverage)

    return read


def facts_without_events(place: PairPlace) -> PairFacts:
    """Return the same of two countries between which no event is published (1 query)."""
    return PairFacts(place, coverage=coverage_of(None))


def facts_of_list(place: PairPlace) -> PairFacts:
    """Read what a pair's list alone is made from, without what is covered (at most 2 queries)."""
    pair = pair_of(place.first, place.second)
    return PairFacts(place, pair, pair_counts(pair)) if pair else PairFacts(place)


def pair_name(first: Country, second: Country) -> str:
    """Return the names of two countries as those of a pair."""
    return _("%(first)s and %(second)s") % {"first": first.label, "second": second.in_text}
