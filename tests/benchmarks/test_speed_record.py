"""The synthetic record of the benchmark: what it holds, and that filling by SQL is the same as building anew."""

from collections import Counter

import pytest
from django.db import connection

from benchmarks.speed import filling, record
from tests.benchmarks.written import write_record
from tests.timeline.test_readmodels import snapshot
from timeline.models import Event, EventPair, Pair, PairFacet, Participation, SearchWord, Statement
from timeline.readmodels import keep_rows, rebuild

EVENTS = 1000


@pytest.fixture
def written(transactional_db):
    """Write a record of a thousand events as the benchmark does, without read models."""
    write_record(EVENTS, countries=30)


def of_search():
    """Return what the search reads beside the record itself."""
    columns = Event.objects.order_by("pk").values_list("pairs", "search_keys")
    return list(columns), sorted(SearchWord.objects.values_list("word", flat=True))


def test_filling_by_sql_is_the_same_as_building_anew(written):
    with connection.cursor() as cursor:
        filling.fill(cursor.connection, at=record.READ_AT)
    keep_rows(range(1, EVENTS + 1))
    filled, columns = snapshot(), of_search()
    assert EventPair.objects.filter(is_party=False).exists()
    assert rebuild(at=record.READ_AT) == EVENTS
    assert snapshot() == filled
    assert of_search() == columns


def test_the_record_is_as_unequal_as_a_real_one(written):
    sizes = Counter(Counter(Participation.objects.values_list("event_id", flat=True)).values())
    assert set(sizes) == {2, 3, 4, 5}
    assert sizes[2] > EVENTS * 0.8
    with connection.cursor() as cursor:
        filling.fill(cursor.connection, at=record.READ_AT)
    pairs = Counter(dict(PairFacet.objects.totals().values_list("pair", "count")))
    hot = Pair.objects.get(first__slug="mexico", second__slug="united-states")
    assert pairs.most_common(1)[0][0] == hot.pk
    assert Statement.objects.count() > EVENTS * 0.6
    assert Event.objects.filter(precision="day").count() < EVENTS
    assert Event.objects.filter(summary__contains="trade").count() > EVENTS * 0.1


def test_a_record_of_few_countries_lets_all_of_them_take_part_and_ends(transactional_db):
    write_record(200, countries=3)
    parties = Counter(Participation.objects.values_list("event_id", flat=True))
    assert set(parties.values()) == {2, 3}
