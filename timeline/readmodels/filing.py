"""Take events out of the read models and put them back, in the transaction that changes them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain
from types import TracebackType

from django.db import transaction
from django.db.models import Q

from timeline.models import Event, EventCountry, EventPair, Participation, Source, Statement
from timeline.readmodels.counts import counts
from timeline.readmodels.kept import CHUNK, keep_rows_of
from timeline.readmodels.leaders import Attended, Speakers, attended, changes_of_leaders
from timeline.readmodels.lists import (
    Topics,
    forget_lists,
    keep_search_columns,
    list_and_word_parts,
    list_rows,
    search_columns,
    topics_of,
)
from timeline.readmodels.places import Parts, parts_of, places_of
from timeline.rows import CitedSource, Said, Sources, note_source, sources_of, statements_of
from timeline.sql.facets import COUNTRIES, PAIRS, Key, count_parts
from timeline.sql.pairs import lock_counted, raise_pairs
from timeline.sql.sending import send_as_one, sent_together


class Filing:
    """Take events out of the read models and put them back as they are at the end of the ``with`` block.

    Costs, for one event and whatever the size of the record, four statements at the start and some twenty at the end.
    One that is new costs one at the start, which is waited for, and three at the end, which are sent together.
    """

    def __init__(self, *, at: datetime, event_ids: Iterable[int] = ()) -> None:
        """Name the events that exist already; one that is written inside is named by ``prepare`` and ``add``."""
        self.at = at
        self.event_ids = set(event_ids)
        self.replaced = frozenset(self.event_ids)
        self.before: Counter[Key] = Counter()
        self.before_of_countries: Counter[Key] = Counter()
        self.pairs_before: set[tuple[int, int]] = set()
        self.attended_before: Attended = {}
        self.speakers = Speakers()
        self.pair_ids: dict[tuple[int, int], int] = {}
        self.new: list[Event] = []
        self.parts_of_new: Parts = {}
        self.said_of_new: Said = {}
        self.topics_of_new: Topics = {}
        self.sources_of_new: Sources = {}

    def prepare(self, event: Event, parts: list[Participation]) -> None:
        """Give an event that is yet to be written what finds it, lest it be written twice; lock its pairs."""
        places, _ = places_of([event], {event.pk: parts})
        ids = self._raised({(place.first_id, place.second_id) for place in places[event.pk]})
        event.pairs, event.search_keys = search_columns(event, parts, ids.values())

    def add(
        self,
        event: Event,
        parts: list[Participation],
        statements: list[Statement],
        topics: Iterable[str],
        cited: Iterable[tuple[Source, str]],
    ) -> None:
        """File an event that was just written: with all that its rows show, nothing of it is read back.

        ``cited`` are its sources, each with the passage that dates the event, or empty.
        """
        self.new.append(event)
        self.parts_of_new[event.pk] = parts
        self.topics_of_new[event.pk] = sorted(set(topics))
        sources = self.sources_of_new.setdefault(event.pk, {})
        for source, dating in cited:
            note_source(sources, CitedSource.of(source), dating)
        if statements:
            self.said_of_new[event.pk] = statements

    def __enter__(self) -> "Filing":
        """Lock the events by id and remember what they add to the counts."""
        if self.event_ids:
            events = list(Event.objects.select_for_update().filter(pk__in=self.event_ids).order_by("pk"))
            self.attended_before = attended(events, parts_of(events))
            rows = list(EventPair.objects.filter(event__in=self.event_ids).select_related("pair"))
            self.pairs_before = {(row.pair.first_id, row.pair.second_id) for row in rows}
            self.before = counts(rows)
            self.before_of_countries = counts(EventCountry.objects.filter(event__in=self.event_ids))
        return self

    def __exit__(
        self, error: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write the rows, counts, versions and kept HTML of the events, unless something was refused."""
        if error is None:
            self._file()

    def _file(self) -> None:
        before, parts = self._known()
        events = [*before, *self.new]
        said = {**statements_of(before), **self.said_of_new}
        topics = {**topics_of(before), **self.topics_of_new}
        sources = {**sources_of([event.pk for event in before]), **self.sources_of_new}
        places, countries = places_of(events, parts)
        pair_ids = self._raised(
            self.pairs_before | {(place.first_id, place.second_id) for found in places.values() for place in found}
        )
        rows = list_rows(events, parts, places, countries, pair_ids, said, topics)
        keep_search_columns(events, parts, rows.of_pairs)
        forget_lists(self.replaced)
        changes, changes_of_countries = counts(rows.of_pairs), counts(rows.of_countries)
        changes.subtract(self.before)
        changes_of_countries.subtract(self.before_of_countries)
        of_leaders = changes_of_leaders(self.attended_before, attended(events, parts), self.speakers)
        with sent_together():
            lock_counted((key.owner_id for key in changes_of_countries), of_leaders.leaders)
            send_as_one(
                chain(
                    list_and_word_parts(rows, events),
                    count_parts(PAIRS, changes),
                    count_parts(COUNTRIES, changes_of_countries),
                    of_leaders.parts,
                )
            )
            of_leaders.count_anew()
            keep_rows_of(events, said, sources, self.replaced)

    def _known(self) -> tuple[list[Event], Parts]:
        """Return the events that were there, but withdrawn ones, and the participations of all."""
        known = Event.objects.filter(pk__in=self.event_ids, withdrawn_at__isnull=True) if self.event_ids else []
        before = sorted(known, key=lambda event: event.pk)
        parts = {**(parts_of(before) if before else {}), **self.parts_of_new}
        return before, parts

    def _raised(self, wanted: set[tuple[int, int]]) -> dict[tuple[int, int], int]:
        """Return the ids of pairs, locked and with their next version, which each gets once."""
        self.pair_ids |= raise_pairs(wanted - self.pair_ids.keys(), at=self.at)
        return {pair: self.pair_ids[pair] for pair in wanted}


def refresh_rows(
    *, at: datetime, country_ids: Sequence[int] = (), leader_ids: Sequence[int] = (), source_ids: Sequence[int] = ()
) -> int:
    """File anew every event that shows one of these countries, leaders or sources; return how many."""
    shown = (
        Q(participations__country__in=country_ids)
        | Q(participations__leader__in=leader_ids)
        | Q(statements__leader__in=leader_ids)
        | Q(citations__source__in=source_ids)
        | Q(participations__citations__source__in=source_ids)
    )
    events = Event.objects.filter(shown, withdrawn_at__isnull=True).order_by("pk")
    ids = list(events.values_list("pk", flat=True).distinct())
    for start in range(0, len(ids), CHUNK):
        with transaction.atomic(), Filing(at=at, event_ids=ids[start : start + CHUNK]):
            pass
    return len(ids)
