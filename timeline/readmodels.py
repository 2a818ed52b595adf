"""Keep the read models: an event's rows under pairs and countries, the counts of each pair, its version, the kept HTML.

Every action that changes what a list shows does it inside a ``Filing``. Locks are taken in one order, events by id,
then pairs by id, so that two writers never wait for each other in a circle.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from types import TracebackType
from typing import Any

from django.db import transaction
from django.db.models import Q

from timeline.kinds import CONTACTS, KINDS
from timeline.models import (
    Event,
    EventCountry,
    EventEntry,
    EventPair,
    EventPairKey,
    EventRow,
    EventTopic,
    Facet,
    Modality,
    Pair,
    Participation,
    Statement,
)
from timeline.models.vectors import search_keys
from timeline.queries.contacts import TOOK_PART
from timeline.rows import ROW_LANGUAGES, kept_row, row_contents
from timeline.sql.facets import COUNTRIES, PAIRS, Key, change_counts, rebuild_counts
from timeline.sql.pairs import lock_countries, lock_pairs, lock_read_models, raise_versions
from timeline.sql.sizes import count_record
from timeline.sql.words import forget_words, keep_words

# With more parties an event is multilateral: it stands under its countries, and under the pairs of those countries only
# of which an editor says that they acted as pairs.
MOST_PARTIES_OF_A_PAIR = 8
CHUNK = 500
Dimension = Facet.Dimension
Side = EventPair.Side
Parts = dict[int, list[Participation]]


@dataclass(frozen=True, slots=True)
class CountryPart:
    """Sum up a country's parts in one event."""

    country_id: int
    slug: str
    is_party: bool
    acts: bool
    is_pairwise: bool = False


@dataclass(frozen=True, slots=True)
class PairPlace:
    """Say where an event stands under a pair; both countries by id, the alphabetically first slug first."""

    first_id: int
    second_id: int
    side: str
    is_party: bool


def pair_places(parts: Sequence[CountryPart]) -> list[PairPlace]:
    """Return every pair under which an event stands: all pairs of its countries, unless it is multilateral."""
    parties = [part for part in parts if part.is_party]
    if len(parties) > MOST_PARTIES_OF_A_PAIR:
        filed: Sequence[CountryPart] = [part for part in parties if part.is_pairwise]
    else:
        filed = parts if len(parts) <= MOST_PARTIES_OF_A_PAIR else parties
    ordered = sorted(filed, key=lambda part: part.slug)
    return [
        PairPlace(first.country_id, second.country_id, _side(first, second), _are_parties_to_each_other(first, second))
        for first, second in combinations(ordered, 2)
    ]


def _are_parties_to_each_other(first: CountryPart, second: CountryPart) -> bool:
    """Tell whether one of two parties acts; two on whom a third acts are only mentioned together."""
    return first.is_party and second.is_party and (first.acts or second.acts)


def _side(first: CountryPart, second: CountryPart) -> str:
    if first.acts == second.acts:
        return Side.JOINT
    return Side.FIRST if first.acts else Side.SECOND


def country_parts(event: Event, participations: Iterable[Participation]) -> list[CountryPart]:
    """Return each country of an event once: it acts as a party on the actor's side, or in an act that is joint."""
    is_joint = KINDS[event.kind].is_joint
    found: dict[int, CountryPart] = {}
    for part in participations:
        is_party = part.role == Participation.Role.PARTY
        acts = is_party and (is_joint or part.side == Participation.Side.ACTOR)
        known = found.get(part.country_id)
        found[part.country_id] = CountryPart(
            part.country_id,
            part.country.slug,
            is_party or (known is not None and known.is_party),
            acts or (known is not None and known.acts),
            part.is_pairwise or (known is not None and known.is_pairwise),
        )
    return list(found.values())


class Filing:
    """Take events out of the read models and put them back as they are at the end of the ``with`` block.

    Costs, for one event and whatever the size of the record, three statements at the start and some twenty at the end.
    One that is new costs none at the start, and five fewer at the end.
    """

    def __init__(self, *, at: datetime, event_ids: Iterable[int] = ()) -> None:
        """Name the events that exist already; those that are written inside are added by ``add``."""
        self.at = at
        self.event_ids = set(event_ids)
        self.replaced = frozenset(self.event_ids)
        self.before: Counter[Key] = Counter()
        self.before_of_countries: Counter[Key] = Counter()
        self.pairs_before: set[tuple[int, int]] = set()

    def add(self, event_id: int) -> None:
        """File an event that was just written."""
        self.event_ids.add(event_id)

    def __enter__(self) -> "Filing":
        """Lock the events by id and remember what they add to the counts."""
        if self.event_ids:
            list(Event.objects.select_for_update().filter(pk__in=self.event_ids).order_by("pk").values_list("pk"))
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
        events = list(Event.objects.filter(pk__in=self.event_ids, withdrawn_at__isnull=True).order_by("pk"))
        parts = parts_of(events)
        places, countries = places_of(events, parts)
        wanted = {(place.first_id, place.second_id) for found in places.values() for place in found}
        pair_ids = lock_pairs(self.pairs_before | wanted, at=self.at)
        of_pairs, of_countries = write_lists(events, parts, places, countries, pair_ids, replaced=self.replaced)
        changes, changes_of_countries = counts(of_pairs), counts(of_countries)
        changes.subtract(self.before)
        changes_of_countries.subtract(self.before_of_countries)
        change_counts(PAIRS, changes)
        lock_countries(key.owner_id for key in changes_of_countries)
        change_counts(COUNTRIES, changes_of_countries)
        raise_versions(pair_ids.values(), at=self.at)
        keep_rows(self.event_ids, replaced=self.replaced)


def write_lists(
    events: Sequence[Event],
    parts: Parts,
    places: dict[int, list[PairPlace]],
    countries: dict[int, list[CountryPart]],
    pair_ids: dict[tuple[int, int], int],
    replaced: Collection[int] = (),
) -> tuple[list[EventPair], list[EventCountry]]:
    """Write the rows of events under pairs and countries, in place of those that are there, and return them."""
    columns = columns_of(events, parts)
    of_pairs, of_countries = pair_rows(events, places, pair_ids, columns), country_rows(events, countries, columns)
    if replaced:
        for model in (EventPair, EventCountry, EventEntry):
            model.objects.filter(event__in=replaced).delete()
    EventPair.objects.bulk_create(of_pairs)
    EventCountry.objects.bulk_create(of_countries)
    EventEntry.objects.bulk_create(entry_rows(events, parts, countries, columns))
    EventPairKey.objects.bulk_create(key_rows(of_pairs))
    keep_search_columns(events, parts, of_pairs)
    return of_pairs, of_countries


def parts_of(events: Iterable[Event]) -> Parts:
    """Return the participations of each event with their countries and leaders. One query."""
    found: Parts = {event.pk: [] for event in events}
    parts = Participation.objects.filter(event__in=found).select_related("country", "leader")
    for part in parts.order_by("position", "pk"):
        found[part.event_id].append(part)
    return found


def places_of(events: Iterable[Event], parts: Parts) -> tuple[dict[int, list[PairPlace]], dict[int, list[CountryPart]]]:
    """Return for each event where it stands under pairs, and its countries."""
    countries = {event.pk: country_parts(event, parts[event.pk]) for event in events}
    return {event_id: pair_places(parts) for event_id, parts in countries.items()}, countries


def pair_rows(
    events: Iterable[Event],
    places: dict[int, list[PairPlace]],
    pair_ids: dict[tuple[int, int], int],
    columns: dict[int, dict[str, Any]],
) -> list[EventPair]:
    """Return the unsaved rows of events under pairs."""
    return [
        EventPair(
            pair_id=pair_ids[place.first_id, place.second_id],
            event=event,
            side=place.side,
            is_party=place.is_party,
            **columns[event.pk],
        )
        for event in events
        for place in places[event.pk]
    ]


def country_rows(
    events: Iterable[Event], countries: dict[int, list[CountryPart]], columns: dict[int, dict[str, Any]]
) -> list[EventCountry]:
    """Return the unsaved rows of events under countries."""
    return [
        EventCountry(country_id=part.country_id, event=event, is_party=part.is_party, **columns[event.pk])
        for event in events
        for part in countries[event.pk]
    ]


def entry_rows(
    events: Sequence[Event],
    parts: Parts,
    countries: dict[int, list[CountryPart]],
    columns: dict[int, dict[str, Any]],
) -> list[EventEntry]:
    """Return the unsaved rows of events in the record as a whole."""
    return [
        EventEntry(
            event=event,
            is_party=True,
            took_part=_leaders(part for part in parts[event.pk] if part.role in TOOK_PART),
            countries=sorted(part.country_id for part in countries[event.pk] if part.is_party),
            **columns[event.pk],
        )
        for event in events
    ]


def key_rows(rows: Iterable[EventPair]) -> list[EventPairKey]:
    """Return the unsaved rows by which a pair's events are found by leader and topic."""
    return [
        EventPairKey(
            row=row,
            key=key,
            **{name: getattr(row, name) for name in ("pair_id", "event_id", "is_party")},
            **{name: getattr(row, name) for name in ("sort_date", "span_days", "day_order")},
        )
        for row in rows
        for key in (*(f"leader:{leader}" for leader in row.leaders), *(f"topic:{topic}" for topic in row.topics))
    ]


def columns_of(events: Sequence[Event], parts: Parts) -> dict[int, dict[str, Any]]:
    """Return what the rows of each event have in common: its place in lists, and what filters ask of it. 2 queries."""
    live = [event.pk for event in events]
    said = Statement.objects.filter(event__in=live, withdrawn_at__isnull=True)
    topics = _gathered(EventTopic.objects.filter(event__in=live).order_by().values_list("event_id", "topic"))
    speech = _gathered(said.order_by().values_list("event_id", "speech"))
    return {
        event.pk: {
            "sort_date": event.when.sort_date,
            "span_days": event.when.span_days,
            "last_date": event.when.last_date,
            "day_order": event.day_order,
            "kind": event.kind,
            "modality": event.modality,
            "level": event.level,
            "published_at": event.published_at,
            "leaders": _leaders(parts[event.pk]),
            "topics": topics.get(event.pk, []),
            "speech": speech.get(event.pk, []),
        }
        for event in events
    }


def _leaders(parts: Iterable[Participation]) -> list[int]:
    return sorted({part.leader_id for part in parts if part.leader_id is not None})


def _gathered(rows: Iterable[tuple[Any, Any]]) -> dict[int, list[Any]]:
    """Return the values of each event, each once and in order."""
    found: dict[int, set[Any]] = {}
    for event_id, value in rows:
        found.setdefault(event_id, set()).add(value)
    return {event_id: sorted(values) for event_id, values in found.items()}


def counts(rows: Iterable[EventPair | EventCountry]) -> Counter[Key]:
    """Return what rows add to the counts of their pairs or countries."""
    found: Counter[Key] = Counter()
    for row in rows:
        owner_id = row.pair_id if isinstance(row, EventPair) else row.country_id
        keys = [
            (Dimension.TOTAL, ""),
            (Dimension.KIND, row.kind),
            (Dimension.LEVEL, row.level),
            *((Dimension.LEADER, str(leader)) for leader in row.leaders),
            *((Dimension.TOPIC, topic) for topic in row.topics),
            *((Dimension.SPEECH, form) for form in row.speech),
        ]
        if isinstance(row, EventPair) and row.is_party and row.modality == Modality.HAPPENED:
            month = f"{row.sort_date.year:04d}-{row.sort_date.month:02d}"
            keys += [(Dimension.YEAR, month[:4]), (Dimension.MONTH, f"{month}:{row.side}")]
            if row.kind in CONTACTS:
                years = f"{row.sort_date.year:04d}:{row.last_date.year:04d}"
                keys.append((Dimension.CONTACT, f"{row.level}:{years}"))
        found.update(Key(owner_id, str(dimension), key, row.modality, row.is_party) for dimension, key in keys)
    return found


def keep_search_columns(events: Sequence[Event], parts: Parts, rows: Iterable[EventPair]) -> None:
    """Write the pairs of events, the keys of who took part, and new words. At most two statements."""
    pairs: dict[int, list[int]] = {}
    for row in rows:
        pairs.setdefault(row.event_id, []).append(row.pair_id)
    changed = []
    for event in events:
        countries = [part.country.slug for part in parts[event.pk]]
        leaders = [part.leader.slug for part in parts[event.pk] if part.leader]
        wanted = sorted(pairs.get(event.pk, [])), search_keys(countries, leaders, event.when.sort_date)
        if wanted != (event.pairs, event.search_keys):
            event.pairs, event.search_keys = wanted
            changed.append(event)
    Event.objects.bulk_update(changed, ["pairs", "search_keys"])
    keep_words(f"{event.title} {event.summary}" for event in events)


def keep_rows(event_ids: Iterable[int], replaced: Collection[int] = ()) -> None:
    """Render the rows of events and keep them, in place of those that are there; a withdrawn event keeps none."""
    ids = set(event_ids)
    if replaced:
        EventRow.objects.filter(event__in=replaced).delete()
    EventRow.objects.bulk_create(
        kept_row(content, language) for content in row_contents(ids) for language in ROW_LANGUAGES
    )


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


@transaction.atomic
def rebuild(*, at: datetime) -> int:
    """Write all read models anew from the record and return the number of events; nobody writes meanwhile."""
    lock_read_models()
    EventPair.objects.all().delete()
    EventCountry.objects.all().delete()
    EventEntry.objects.all().delete()
    EventRow.objects.all().delete()
    forget_words()
    ids = list(Event.objects.filter(withdrawn_at__isnull=True).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), CHUNK):
        events = list(Event.objects.filter(pk__in=ids[start : start + CHUNK]).order_by("pk"))
        parts = parts_of(events)
        places, countries = places_of(events, parts)
        pair_ids = lock_pairs(((p.first_id, p.second_id) for found in places.values() for p in found), at=at)
        write_lists(events, parts, places, countries, pair_ids)
        keep_rows(event.pk for event in events)
    rebuild_counts()
    count_record()
    raise_versions(Pair.objects.values_list("pk", flat=True), at=at)
    return len(ids)
