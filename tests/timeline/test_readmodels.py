"""The read models: where an event is filed, and that keeping them is the same as building them anew."""

import re
from datetime import timedelta
from importlib import import_module

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models.functions import Coalesce
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import CUBA, MEXICO, SHEINBAUM, TRUMP, UNITED_STATES, VENEZUELA, make_cast
from tests.factories import AT, BY, event_input, make_event, part, statement_input
from timeline import actions, queries
from timeline.models import (
    Country,
    CountryFacet,
    Event,
    EventCountry,
    EventEntry,
    EventPair,
    EventPairKey,
    EventRow,
    Leader,
    LeaderMet,
    LeaderSaid,
    LeaderTotal,
    Pair,
    PairFacet,
    Source,
    Statement,
)
from timeline.pages.strip import strip_bars
from timeline.readmodels import CountryPart, pair_places, rebuild
from timeline.rows import ROW_LANGUAGES
from timeline.values import When

LATER = AT + timedelta(hours=1)


def parts(*given):
    """Return country parts from (slug, is_party, acts); the id is the slug's place."""
    return [CountryPart(place, slug, is_party, acts) for place, (slug, is_party, acts) in enumerate(given)]


@pytest.mark.parametrize(
    ("given_parts", "places"),
    [
        ([("mexico", True, True), ("united-states", True, True)], [(0, 1, "joint", True)]),
        ([("united-states", True, True), ("mexico", True, False)], [(1, 0, "second", True)]),
        ([("cuba", True, True), ("mexico", True, False)], [(0, 1, "first", True)]),
        ([("cuba", True, False), ("mexico", True, False)], [(0, 1, "joint", False)]),
        ([("cuba", True, True), ("mexico", False, False)], [(0, 1, "first", False)]),
        ([("cuba", True, True)], []),
    ],
)
def test_where_an_event_stands(given_parts, places):
    found = pair_places(parts(*given_parts))
    assert [(place.first_id, place.second_id, place.side, place.is_party) for place in found] == places


def test_eight_parties_are_pairs_and_nine_are_multilateral():
    eight = parts(*((f"c{number}", True, True) for number in range(8)))
    nine = parts(*((f"c{number}", True, True) for number in range(9)))
    assert len(pair_places(eight)) == 28
    assert pair_places(nine) == []
    marked = [CountryPart(part.country_id, part.slug, True, True, part.country_id in (2, 5)) for part in nine]
    assert [(place.first_id, place.second_id) for place in pair_places(marked)] == [(2, 5)]


def test_mentions_beyond_eight_countries_file_no_pairs():
    many = parts(("a", True, True), ("b", True, True), *((f"m{number}", False, False) for number in range(7)))
    assert [(place.first_id, place.second_id) for place in pair_places(many)] == [(0, 1)]


EVENT_ROW = ("event", "language", "version", "html", "sources", "outlets", "cited", "drawing")


def snapshot():
    """Return all read models as comparable rows; ids and pair versions are no part of what they say."""
    order = (
        "sort_date",
        "span_days",
        "last_date",
        "day_order",
        "kind",
        "modality",
        "level",
        "is_party",
        "published_at",
        "leaders",
        "topics",
        "speech",
    )
    facet = ("dimension", "key", "modality", "is_party", "count")
    pair = ("pair__first__slug", "pair__second__slug", "event", "side")
    return {
        "pairs": sorted(EventPair.objects.values_list(*pair, *order)),
        "countries": sorted(EventCountry.objects.values_list("country__slug", "event", *order)),
        "entries": sorted(EventEntry.objects.values_list("event", "took_part", "countries", *order)),
        "facets": sorted(PairFacet.objects.values_list("pair", *facet)),
        "country facets": sorted(CountryFacet.objects.values_list("country", *facet)),
        "keys": sorted(EventPairKey.objects.values_list("pair", "key", "row__event", *order[:2], "is_party")),
        "rows": sorted(EventRow.objects.values_list(*EVENT_ROW)),
        "leaders": sorted(LeaderTotal.objects.values_list("leader", "events")),
        "met": sorted(
            LeaderMet.objects.values_list("leader", "other", "country", "count", "calls", "last_date", "last")
        ),
        "said": sorted(
            LeaderSaid.objects.annotate(about=Coalesce("country", 0)).values_list(
                "leader", "about", "speech", "count", "last_date"
            )
        ),
    }


COUNTRIES = {MEXICO: SHEINBAUM, UNITED_STATES: TRUMP, CUBA: None, VENEZUELA: None}
one_part = st.tuples(
    st.sampled_from(list(COUNTRIES)), st.booleans(), st.sampled_from(["party", "party", "topic", "mediator"]),
    st.sampled_from(["actor", "recipient"]),
)  # fmt: skip
one_event = st.tuples(
    st.lists(one_part, min_size=1, max_size=4, unique_by=lambda part: part[0]),
    st.sampled_from(["phone_call", "threat", "visit"]),
    st.sampled_from(["happened", "happened", "planned"]),
    st.sampled_from(["2026-01-12", "[2026-01-05..2026-01-11]", "2025-12", "[..2026-01-12]"]),
    st.lists(st.sampled_from(["crime", "cyber", "military"]), max_size=2, unique=True),
)
SPEAKERS = {SHEINBAUM: MEXICO, TRUMP: UNITED_STATES}
one_saying = st.tuples(
    st.sampled_from(list(SPEAKERS)), st.sampled_from(["direct", "official_text"]),
    st.lists(st.sampled_from([MEXICO, UNITED_STATES, CUBA]), max_size=2, unique=True),
    st.sampled_from(["2026-01-12", "2025-12"]),
)  # fmt: skip
number = st.integers(0, 3)
one_step = st.one_of(
    st.tuples(st.just("record"), one_event),
    st.tuples(st.just("correct"), number, one_event),
    st.tuples(st.just("withdraw"), number),
    st.tuples(st.just("merge"), number, number),
    st.tuples(st.just("unmerge"), number),
    st.tuples(st.just("say"), number, one_saying),
    st.tuples(st.just("reword"), number, one_saying),
    st.tuples(st.just("unsay"), number),
)


def as_saying(drawn):
    leader, speech, about, edtf = drawn
    return statement_input(
        leader=leader, country=SPEAKERS[leader], speech=speech, about=tuple(about), when=When.parse(edtf)
    )


def as_input(drawn):
    chosen, kind, modality, edtf, topics = drawn
    taken = [
        part(country, COUNTRIES[country] if has_leader else None, role=role, side=side, is_office_unknown=True)
        for country, has_leader, role, side in chosen
    ]
    if not any(given.role == "party" for given in taken):
        taken[0] = part(chosen[0][0])
    return event_input(kind=kind, modality=modality, edtf=edtf, topics=tuple(topics), participations=tuple(taken))


def take(step, events):
    """Take one step on the events so far; a refusal changes nothing and is no failure."""
    verb, *given = step
    if verb == "record":
        events.append(actions.record_event(event=as_input(given[0]), by=BY, at=AT).pk)
        return
    if not events:
        return
    chosen = Event.objects.get(pk=events[given[0] % len(events)])
    if verb == "correct":
        actions.correct_event(
            event_id=chosen.pk,
            event=as_input(given[1]),
            expected_version=chosen.version,
            kind="update",
            by=BY,
            at=LATER,
        )
    elif verb == "withdraw":
        actions.withdraw_event(event_id=chosen.pk, expected_version=chosen.version, reason="No.", by=BY, at=LATER)
    elif verb == "merge":
        into = Event.objects.get(pk=events[given[1] % len(events)])
        versions = (chosen.version, into.version)
        actions.merge_events(
            event_id=chosen.pk, into_id=into.pk, expected_versions=versions, reason="Same.", by=BY, at=LATER
        )
    elif verb == "unmerge":
        actions.unmerge_events(event_id=chosen.pk, by=BY, at=LATER)
    elif verb == "say":
        actions.record_statement(statement=as_saying(given[1]), event_id=chosen.pk, by=BY, at=LATER)
    else:
        change_saying(verb, *given)


def change_saying(verb, number, saying=None):
    """Correct or withdraw one of the statements so far."""
    said = list(Statement.objects.order_by("pk"))
    if not said:
        return
    chosen = said[number % len(said)]
    named = {"statement_id": chosen.pk, "expected_version": chosen.version, "by": BY, "at": LATER}
    if verb == "reword":
        actions.correct_statement(**named, statement=as_saying(saying), kind="update")
    else:
        actions.withdraw_statement(**named, reason="No.")


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(one_step, min_size=3, max_size=9))
def test_keeping_is_the_same_as_building_anew(steps):
    with transaction.atomic():
        make_cast()
        events = []
        for step in steps:
            try:
                with transaction.atomic():
                    take(step, events)
            except actions.RecordError:
                continue
        kept = snapshot()
        rebuild(at=LATER)
        assert snapshot() == kept
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_counts_are_those_of_the_default_list():
    make_event()
    make_event(kind="threat", participations=(part(UNITED_STATES, TRUMP), part(MEXICO, side="recipient")))
    make_event(kind="visit", modality="planned", edtf="2026-03")
    make_event(participations=(part(UNITED_STATES), part(CUBA), part(MEXICO, role="topic")))
    pair = Pair.objects.get(first__slug=MEXICO, second__slug=UNITED_STATES)
    counts = queries.pair_counts(pair)
    trump = str(Leader.objects.get(slug=TRUMP).pk)
    assert counts.total == 2
    assert counts.of("kind") == {"phone_call": 1, "threat": 1}
    assert counts.of("month") == {"2026-01:joint": 1, "2026-01:second": 1}
    assert counts.of("year") == {"2026:joint": 1, "2026:second": 1}
    assert counts.years == {2026: 2}
    assert counts.of("modality") == {"happened": 2, "planned": 1}
    assert counts.of("leader")[trump] == 2
    for kind, count in counts.of("kind").items():
        assert queries.pair_event_count(pair, queries.EventFilter(kinds=(kind,))) == count
    for level, count in counts.of("level").items():
        assert queries.pair_event_count(pair, queries.EventFilter(levels=(level,))) == count
    for leader, count in counts.of("leader").items():
        assert queries.pair_event_count(pair, queries.EventFilter(leaders=(int(leader),))) == count


@pytest.mark.django_db
def test_of_many_years_only_the_first_month_and_the_last_are_read():
    for day in ("2019-02-03", "2019-05-03", "2023-12-01", "2024-01-12"):
        make_event(edtf=day, participations=(part(UNITED_STATES), part(MEXICO)))
    pair = Pair.objects.get(first__slug=MEXICO, second__slug=UNITED_STATES)
    counts = queries.pair_counts(pair)
    assert counts.of("month") == {"2019-02:joint": 1, "2024-01:joint": 1}
    assert [(bar.when, bar.joint) for bar in strip_bars(counts) if bar.total] == [("2019", 2), ("2023", 1), ("2024", 1)]
    for event in Event.objects.filter(earliest__year=2024):
        actions.withdraw_event(event_id=event.pk, expected_version=1, reason="Twice.", by=BY, at=LATER)
    counts = queries.pair_counts(pair)
    assert list(counts.of("month")) == ["2019-02:joint", "2019-05:joint", "2023-12:joint"]


@pytest.mark.django_db
def test_the_years_that_an_older_release_counted_are_told_apart_by_side():
    make_event()
    make_event(edtf="2023-05", kind="threat", participations=(part(UNITED_STATES), part(MEXICO, side="recipient")))
    kept, migration = snapshot(), import_module("timeline.migrations.0035_years_by_side")
    with connection.cursor() as cursor:
        for statement in migration.TOGETHER:
            cursor.execute(statement)
        assert set(PairFacet.objects.filter(dimension="year").values_list("key", flat=True)) == {"2023", "2026"}
        for statement in migration.APART:
            cursor.execute(statement)
    assert snapshot() == kept


@pytest.mark.django_db
def test_a_changed_name_is_in_the_rows_after_it_is_announced():
    event = make_event()
    versions = list(Pair.objects.values_list("version", flat=True))
    country = Country.objects.get(slug=MEXICO)
    assert actions.refresh_names(country_ids=[country.pk], at=LATER) == 1
    assert actions.refresh_names(leader_ids=[Leader.objects.get(slug=TRUMP).pk], at=LATER) == 1
    assert actions.refresh_names(source_ids=[Source.objects.get().pk], at=LATER) == 1
    assert actions.refresh_names(country_ids=[Country.objects.get(slug=CUBA).pk], at=LATER) == 0
    assert list(Pair.objects.values_list("version", flat=True)) == [version + 3 for version in versions]
    assert EventRow.objects.filter(event=event).count() == len(ROW_LANGUAGES)


@pytest.mark.django_db
def test_a_pair_without_events_keeps_its_version_rising():
    event = make_event()
    seen = {Pair.objects.get().version}
    actions.withdraw_event(event_id=event.pk, expected_version=1, reason="No.", by=BY, at=LATER)
    seen.add(Pair.objects.get().version)
    make_event()
    seen.add(Pair.objects.get().version)
    assert len(seen) == 3


@pytest.mark.django_db
def test_the_command_mends_what_was_changed_by_hand(capsys):
    make_event()
    kept = snapshot()
    PairFacet.objects.update(count=7)
    EventRow.objects.all().delete()
    call_command("rebuild_readmodels")
    assert snapshot() == kept
    assert "1 events" in capsys.readouterr().out


@pytest.mark.django_db
def test_writing_costs_no_more_when_the_record_grows():
    def cost():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            make_event()
        return [query["sql"] for query in captured]

    make_event()
    few = cost()
    for _ in range(10):
        make_event()
    many = cost()
    assert len(many) == len(few)
    # Beside what it writes of itself: its pairs, the locks, all rows and counts, and its rows as they are drawn.
    kept = "timeline_pair |FOR NO KEY UPDATE|timeline_eventpair|timeline_eventrow"
    assert len([sql for sql in many if re.search(kept, sql)]) == 4
    assert not [sql for sql in many if re.search("facet|timeline_leadertotal", sql) and "timeline_eventpair" not in sql]
