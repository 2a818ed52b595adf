"""The rows of events under pairs and countries and in the record as a whole, and what finds them."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from timeline.models import (
    Event,
    EventCountry,
    EventEntry,
    EventPair,
    EventTopic,
    Participation,
)
from timeline.models.vectors import search_keys
from timeline.readmodels.places import CountryPart, PairPlace, Parts
from timeline.rows import Said
from timeline.sql.filing import list_parts
from timeline.sql.leaders import TOOK_PART
from timeline.sql.sending import Part
from timeline.sql.words import word_parts

# The topics of each event by its id; one that has none may be missing.
Topics = dict[int, list[str]]


class ListRows(NamedTuple):
    """The rows of events, not yet written: in the record as a whole, under pairs, under countries."""

    of_record: list[EventEntry]
    of_pairs: list[EventPair]
    of_countries: list[EventCountry]


def list_rows(
    events: Sequence[Event],
    parts: Parts,
    places: dict[int, list[PairPlace]],
    countries: dict[int, list[CountryPart]],
    pair_ids: dict[tuple[int, int], int],
    said: Said,
    topics: Topics,
) -> ListRows:
    """Return the rows of events, in the record as a whole and under pairs and countries."""
    columns = columns_of(events, parts, said, topics)
    return ListRows(
        entry_rows(events, parts, countries, columns),
        pair_rows(events, places, pair_ids, columns),
        country_rows(events, countries, columns),
    )


def forget_lists(event_ids: Collection[int]) -> None:
    """Delete the rows of events that are to be written anew."""
    if event_ids:
        for model in (EventPair, EventCountry, EventEntry):
            model.objects.filter(event__in=event_ids).delete()


def list_and_word_parts(rows: ListRows, events: Iterable[Event]) -> list[Part]:
    """Return what writes the rows of events, and the words of theirs that are new."""
    return [*list_parts(*rows), *word_parts(f"{event.title} {event.summary}" for event in events)]


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


def topics_of(events: Sequence[Event]) -> Topics:
    """Return the topics of each event, each once and in order. One query, none for no event."""
    rows = EventTopic.objects.filter(event__in=[event.pk for event in events]).order_by() if events else None
    found: dict[int, set[str]] = {}
    for event_id, topic in rows.values_list("event_id", "topic") if rows is not None else ():
        found.setdefault(event_id, set()).add(topic)
    return {event_id: sorted(topics) for event_id, topics in found.items()}


def columns_of(events: Sequence[Event], parts: Parts, said: Said, topics: Topics) -> dict[int, dict[str, Any]]:
    """Return what the rows of each event have in common: its place in lists, and what filters ask of it."""
    speech = {event_id: sorted({one.speech for one in statements}) for event_id, statements in said.items()}
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


def search_columns(
    event: Event, parts: Sequence[Participation], pair_ids: Iterable[int]
) -> tuple[list[int], list[str]]:
    """Return what finds an event in the search beside its words: its pairs, and the keys of who took part and when."""
    countries = [part.country.slug for part in parts]
    leaders = [part.leader.slug for part in parts if part.leader]
    return sorted(pair_ids), search_keys(countries, leaders, event.when.sort_date)


def keep_search_columns(events: Sequence[Event], parts: Parts, rows: Iterable[EventPair]) -> None:
    """Write the pairs of events and the keys of who took part, where they are others than before. One statement."""
    pairs: dict[int, list[int]] = {}
    for row in rows:
        pairs.setdefault(row.event_id, []).append(row.pair_id)
    changed = []
    for event in events:
        wanted = search_columns(event, parts[event.pk], pairs.get(event.pk, []))
        if wanted != (event.pairs, event.search_keys):
            event.pairs, event.search_keys = wanted
            changed.append(event)
    if len(changed) == 1:
        # The common case; to say it of many costs a choice for each of their columns.
        changed[0].save(update_fields=["pairs", "search_keys"])
    else:
        Event.objects.bulk_update(changed, ["pairs", "search_keys"])
