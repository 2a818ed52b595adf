"""What the search reads is written with the record: words without accents, keys of who took part, pairs."""

import pytest
from django.contrib.postgres.search import SearchQuery

from tests.cast import SHEINBAUM, UNITED_STATES
from tests.factories import AT, BY, event_input, make_event, make_source, make_statement, part
from timeline import actions
from timeline.models import Event, EventPair, Source, Statement
from timeline.models.vectors import SEARCH_CONFIGURATION
from timeline.readmodels import rebuild

pytestmark = pytest.mark.django_db


def having(model, words):
    """Return the ids of the rows that have all the words."""
    query = SearchQuery(words, config=SEARCH_CONFIGURATION)
    return set(model.objects.filter(search=query).values_list("pk", flat=True))


def test_an_event_is_found_by_stems_without_accents_in_title_and_summary():
    event = make_event(title="López Obrador meets two presidents", summary="They agreed on tariffs.")
    assert having(Event, "lopez president tariff") == {event.pk}
    assert having(Event, "LÓPEZ") == {event.pk}
    assert having(Event, "lopez senate") == set()


def test_a_correction_changes_the_words_and_the_keys():
    event = make_event(title="A first title")
    assert "/leaders/claudia-sheinbaum" in Event.objects.get(pk=event.pk).search_keys
    changed = event_input(title="Another title", participations=(part("mexico"), part(UNITED_STATES)))
    actions.correct_event(event_id=event.pk, event=changed, expected_version=1, kind="update", by=BY, at=AT)
    assert having(Event, "first") == set()
    assert having(Event, "another") == {event.pk}
    assert Event.objects.get(pk=event.pk).search_keys == [
        "/countries/mexico",
        "/countries/united-states",
        "/months/2026-01",
    ]


def test_keys_and_pairs_are_kept_with_the_event_and_equal_a_rebuild():
    event = make_event()
    row = Event.objects.get(pk=event.pk)
    filed = sorted(EventPair.objects.filter(event=event).values_list("pair_id", flat=True))
    assert row.pairs == filed
    assert len(filed) == 1
    Event.objects.update(pairs=[], search_keys=[])
    rebuild(at=AT)
    again = Event.objects.get(pk=event.pk)
    assert (again.pairs, again.search_keys) == (row.pairs, row.search_keys)


def test_a_date_that_is_open_at_its_start_is_ordered_by_its_end():
    assert str(Event.objects.get(pk=make_event(edtf="[..2026-01-12]").pk).sort_date) == "2026-01-12"


def test_a_statement_is_found_by_its_words_and_knows_its_speaker_and_countries():
    statement = make_statement()
    assert having(Statement, "worked sides") == {statement.pk}
    row = Statement.objects.get(pk=statement.pk)
    people = ["/countries/mexico", f"/countries/{UNITED_STATES}", f"/leaders/{SHEINBAUM}"]
    assert row.search_keys == [*people, "/months/2026-01"]


def test_a_source_is_found_by_headline_and_outlet():
    source = make_source(title="Presidents talk of tariffs", outlet="El País")
    assert having(Source, "tariff pais") == {source.pk}
