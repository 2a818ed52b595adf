"""What all pages of a pair are made from, whatever is asked of its list."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from timeline.models import Country, Coverage, Pair
from timeline.pages.addresses import address_of
from timeline.pages.passages import told
from timeline.queries import PairCounts, PairPlace, ask_pair_counts, coverage_of, pair_counts, pair_of
from timeline.queries.known import known, note
from timeline.sql.pairs import ask_sides
from timeline.sql.versions import PairState

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
    names: str = told("The version of what is said of countries and leaders; empty where it was not asked.", default="")

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


def ask_pair_facts(state: PairState) -> Callable[[], PairFacts]:
    """Ask for what all pages of a pair's list are made from, and return what reads it.

    At most 2 queries, of which one is for countries and coverage that the process does not know.
    """
    read_sides, read_counts = _ask_sides(state), ask_pair_counts(state.pair_id)

    def read() -> PairFacts:
        first, second, coverage = read_sides()
        pair = Pair(id=state.pair_id, first=first, second=second, version=state.version, changed_at=state.changed_at)
        place = PairPlace(first, second, is_canonical=True)
        return PairFacts(place, pair, read_counts(), coverage, state.names)

    return read


def _ask_sides(state: PairState) -> Callable[[], tuple[Country, Country, Coverage | None]]:
    """Ask for the two countries and what is said to be covered, unless they are known (at most 1 query)."""
    countries = known(state.names, "country", (state.first_id, state.second_id))
    covered = known(state.names, "coverage", (state.coverage_id,)) if state.coverage_id else {0: None}
    if len(countries) == 2 and covered:
        sides = countries[state.first_id], countries[state.second_id], *covered.values()
        return lambda: sides
    read = ask_sides(state.first_id, state.second_id, state.coverage_id)

    def read_and_note() -> tuple[Country, Country, Coverage | None]:
        first, second, coverage = read()
        note(state.names, "country", {first.pk: first, second.pk: second})
        note(state.names, "coverage", {coverage.pk: coverage} if coverage else {})
        return first, second, coverage

    return read_and_note


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
