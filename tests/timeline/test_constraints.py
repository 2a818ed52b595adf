"""What the database itself refuses, whoever writes: each constraint is tried by breaking it."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.models import (
    Citation,
    Country,
    CountryName,
    Event,
    EventLink,
    Leader,
    Office,
    Pair,
    Participation,
    Revision,
    Source,
    Statement,
    Tenure,
)
from timeline.values import When

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 13, 9, tzinfo=UTC)
HASH = "a" * 64


def country(slug, **fields):
    return Country.objects.create(slug=slug, name=slug.title(), sort_key=slug, kind="state", source="test", **fields)


def event(**fields):
    values = {
        "title": "They talk", "slug": "they-talk", "kind": "phone_call", "modality": "happened", "level": "leader",
        "edtf": "2026-01-12", "earliest": date(2026, 1, 12), "latest": date(2026, 1, 12), "precision": "day",
        "published_at": AT, "updated_at": AT,
    }  # fmt: skip
    return Event.objects.create(**{**values, **fields})


def party(of, country, **fields):
    return Participation.objects.create(event=of, country=country, **{"role": "party", "side": "actor", **fields})


def tenure(leader, office, started, ended=""):
    start, end = When.parse(started), When.parse(ended) if ended else None
    return Tenure.objects.create(
        leader=leader, office=office, source="test", started=started, started_earliest=start.earliest,
        started_latest=start.latest, ended=ended, ended_earliest=end and end.earliest, ended_latest=end and end.latest,
    )  # fmt: skip


def refused(constraint, write, *arguments, **fields):
    """Write, check the deferred constraints too, and expect the one that is named."""
    with pytest.raises(DatabaseError, match=constraint):
        _write_and_check(write, *arguments, **fields)


@transaction.atomic
def _write_and_check(write, *arguments, **fields):
    write(*arguments, **fields)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.fixture
def mexico():
    return country("mexico")


@pytest.fixture
def call(mexico):
    made = event()
    party(made, mexico)
    return made


@pytest.fixture
def source():
    return Source.objects.create(
        title="A story", outlet="A paper", origin="An agency", kind="press", text_hash=HASH, recorded_at=AT
    )


def test_an_event_needs_a_party(mexico):
    refused("has no country that is a party", event)

    def only_mentioned():
        party(event(), mexico, role="mentioned")

    refused("has no country that is a party", only_mentioned)


def test_the_last_party_cannot_be_taken_away(call):
    refused("has no country that is a party", call.participations.all().delete)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"earliest": date(2026, 1, 13), "latest": date(2026, 1, 12)}, "event_bounds_in_order|and_bounds_agree"),
        ({"earliest": None, "latest": None}, "event_has_a_bound|and_bounds_agree"),
        ({"edtf": "2026-01"}, "event_edtf_and_bounds_agree"),
        ({"edtf": "2026-13"}, "not an EDTF|no month"),
        ({"edtf": "last week"}, "not an EDTF"),
        ({"kind": "quarrel"}, "event_kind_known"),
        ({"modality": "perhaps"}, "event_modality_known"),
        ({"title": ""}, "event_has_title"),
        ({"version": 0}, "event_version_from_one"),
    ],
)
def test_an_event_is_refused(fields, constraint):
    refused(constraint, event, **fields)


def test_a_merged_event_is_withdrawn(call, mexico):
    other = event()
    party(other, mexico)
    refused("event_merged_is_withdrawn", Event.objects.filter(id=call.id).update, merged_into=other)
    refused("merged_into_itself|merged_is_withdrawn", Event.objects.filter(id=call.id).update, merged_into=call)


def test_a_participation_is_unique_with_and_without_a_leader(call, mexico):
    refused("participation_unique", party, call, mexico)


def test_a_leader_takes_part_with_an_office_or_the_word_that_it_is_unknown(call):
    leader = Leader.objects.create(slug="ana", name="Ana", sort_key="ana", source="test")
    refused("participation_office_known", party, call, country("cuba"), leader=leader)
    assert party(call, country("peru"), leader=leader, is_office_unknown=True).id


def test_tenures_of_one_office_by_one_person_do_not_overlap(mexico):
    leader = Leader.objects.create(slug="ana", name="Ana", sort_key="ana", source="test")
    office = Office.objects.create(
        slug="mexico-president", country=mexico, title="President", kind="head_of_state", level="leader", source="test"
    )
    tenure(leader, office, "2018-12-01", "2024-10-01")
    refused("tenure_no_overlap", tenure, leader, office, "2020-01-01", "2021-01-01")
    tenure(leader, office, "2024-10-01")
    refused("tenure_no_overlap", tenure, leader, office, "2025-01-01")
    refused("ended_and_bounds_agree", Tenure.objects.filter(ended="").update, ended="2026-01")


def test_names_are_dated_and_one_short_name_holds_at_a_time(mexico):
    def name(text, **dates):
        return CountryName.objects.create(
            country=mexico, text=text, search_key=text.lower(), language="en", kind="short", source="test", **dates
        )

    name("Old", valid_until=date(2018, 4, 19))
    name("New", valid_from=date(2018, 4, 19))
    refused("one_short_name_at_a_time", name, "Other", valid_from=date(2020, 1, 1))
    refused("dates_in_order|range lower", name, "Odd", valid_from=date(1950, 2, 1), valid_until=date(1950, 1, 1))


def test_a_former_state_has_an_end():
    with pytest.raises(IntegrityError, match="former_state_has_end"), transaction.atomic():
        Country.objects.create(slug="gone", name="Gone", sort_key="gone", kind="former_state", source="test")


def citation(source, **fields):
    values = {"source": source, "field": "when", "exact": "on Monday", "start": 5, "end": 14, "version_hash": HASH}
    return Citation.objects.create(**{**values, **fields})


def test_a_citation_supports_exactly_one_thing(call, source):
    refused("citation_supports_exactly_one_thing", citation, source)
    refused(
        "citation_supports_exactly_one_thing", citation, source, event=call, participation=call.participations.get()
    )
    assert citation(source, event=call).id


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"start": 14, "end": 5}, "citation_offsets"),
        ({"end": 15}, "citation_offsets_fit_words"),
        ({"version_hash": "no hash"}, "citation_hash_is_sha256"),
    ],
)
def test_a_citation_is_refused(call, source, fields, constraint):
    refused(constraint, citation, source, event=call, **fields)


def test_offsets_count_code_points(call, source):
    assert citation(source, event=call, exact="señor 🤝", start=0, end=7).id


def test_a_source_is_one_for_an_address_and_a_text(source):
    refused("source_unique", Source.objects.create, title="Again", outlet="A paper", origin="An agency", kind="press",
            text_hash=HASH, recorded_at=AT)  # fmt: skip


def test_a_statement_has_a_speaker_and_words(mexico):
    values = {
        "speech": "direct", "words": "Yes", "edtf": "2026-01-12", "earliest": date(2026, 1, 12),
        "latest": date(2026, 1, 12), "precision": "day", "published_at": AT, "updated_at": AT,
    }  # fmt: skip
    refused("statement_has_speaker", Statement.objects.create, **values)
    refused("statement_has_words", Statement.objects.create, **{**values, "words": "", "speaker_name": "The Kremlin"})


def test_an_event_is_not_linked_to_itself(call):
    refused("event_link_to_another", EventLink.objects.create, event=call, to_event=call, kind="follows")


def test_a_pair_is_of_two(mexico):
    refused("pair_of_two", Pair.objects.create, first=mexico, second=mexico, changed_at=AT)


def test_a_revision_is_never_changed_or_deleted(call):
    revision = Revision.objects.create(event=call, version=1, kind="first", content={}, published_at=AT)
    refused("never changed", Revision.objects.filter(id=revision.id).update, reason="better")
    refused("never changed", revision.delete)
    refused("revision_gives_its_reason", Revision.objects.create, event=call, version=2, kind="correction", content={},
            published_at=AT)  # fmt: skip


DAYS = st.dates(date(1, 1, 1), date(9998, 12, 31))
SINGLE = st.one_of(
    DAYS.map(lambda day: day.isoformat()),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: day.isoformat()[:4]),
    DAYS.map(lambda day: day.isoformat()[:7] + "-XX"),
    DAYS.map(lambda day: f"{day.year:04d}-{21 + day.month % 4}"),
    st.integers(10, 999).map(lambda decade: f"{decade:03d}X"),
    st.integers(1, 98).map(lambda century: f"{century:02d}XX"),
)
QUALIFIED = st.tuples(SINGLE, st.sampled_from(["", "?", "~", "%"])).map("".join)


@st.composite
def edtf(draw):
    form = draw(st.sampled_from(["single", "interval", "within", "list", "open"]))
    if form == "single":
        return draw(QUALIFIED)
    first, last = sorted(draw(st.tuples(DAYS, DAYS)))
    texts = {
        "interval": f"{first}/{last}",
        "within": f"[{first}..{last}]",
        "list": f"{{{first},{last}}}" if first != last else str(first),
        "open": draw(st.sampled_from([f"[..{last}]", f"[{first}..]", f"{first}/..", f"../{last}"])),
    }
    return texts[form]


@settings(max_examples=300, deadline=None)
@given(edtf())
def test_the_database_reads_edtf_as_values_do(text):
    when = When.parse(text)
    with connection.cursor() as cursor:
        cursor.execute("SELECT lower(edtf_bounds(%s)), upper(edtf_bounds(%s)) - 1", [when.edtf, when.edtf])
        assert cursor.fetchone() == (when.earliest, when.latest)
