"""Query sets that are put together once: each time they read what is there then, and what their values ask for."""

import pytest
from django.db.models import Q

from tests.factories import make_event
from timeline.models import Event, Participation
from timeline.sql.composed import among, composed, share_out

pytestmark = pytest.mark.django_db


@composed
def titled(title, ids):
    return Event.objects.filter(Q(title=title) | Q(among("id", ids))).order_by("id")


@composed
def parts_of(ids):
    return Participation.objects.filter(among("event", ids)).select_related("country").order_by("id")


@composed
def titles(ids):
    return Event.objects.filter(among("id", ids)).order_by("-title").values_list("title", flat=True)[:2]


def test_each_call_asks_for_its_own_values():
    first, second, third = (make_event(title=f"Talk {number}") for number in (1, 2, 3))
    assert titled("Talk 1", []) == [first]
    assert titled("Talk 2", [third.pk]) == [second, third]
    assert titled("nothing", []) == []


def test_what_changes_between_two_calls_is_read():
    event = make_event(title="Talk")
    assert titled("Other talk", []) == []
    Event.objects.filter(pk=event.pk).update(title="Other talk")
    assert [found.title for found in titled("Other talk", [])] == ["Other talk"]


def test_a_value_is_no_part_of_the_statement():
    hostile = "'; DROP TABLE timeline_event; --"
    event = make_event()
    Event.objects.filter(pk=event.pk).update(title=hostile)
    assert titled(hostile, []) == [event]


def test_one_statement_reads_rows_with_what_they_lead_to(django_assert_num_queries):
    event = make_event()
    with django_assert_num_queries(1):
        assert {part.country.name for part in parts_of([event.pk])} == {"Mexico", "United States"}


def test_columns_order_and_limit_are_kept():
    ids = [make_event(title=f"Talk {number}").pk for number in (1, 2, 3)]
    assert titles(ids) == ["Talk 3", "Talk 2"]


def test_rows_are_shared_out_as_if_they_had_been_prefetched(django_assert_num_queries):
    first, second = make_event(title="Talk 1"), make_event(title="Talk 2")
    third = Event(pk=0)
    share_out([first, third], "participations", "event_id", parts_of([first.pk, second.pk]))
    with django_assert_num_queries(0):
        assert {part.event_id for part in first.participations.all()} == {first.pk}
        assert list(third.participations.all()) == []
