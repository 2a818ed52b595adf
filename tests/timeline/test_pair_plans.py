"""One plan of the server's serves all pairs: what it expects of a statement does not depend on the pair asked for.

So it keeps the plan. How large the record is does not matter to that, only that one pair has far more events.
"""

from datetime import date, timedelta

import psycopg
import pytest
from django.db import connection

from tests.cast import MEXICO, UNITED_STATES, VENEZUELA
from tests.factories import AT, make_cast
from timeline.models import Country, Event, EventPair, Pair, Participation
from timeline.queries import EventFilter, event_list
from timeline.queries.state import WANTED
from timeline.sql import lists, state

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 20)
KINDS = ("phone_call", "meeting", "threat", "visit", "refusal")


def fill(pair, count):
    """Write so many events of a pair, one a day, without the cost of publishing each."""
    days = [TODAY - timedelta(days=number % 700) for number in range(count)]
    events = Event.objects.bulk_create(
        Event(
            title="Talks", slug="talks", summary="They talk.", kind=KINDS[number % 5], modality="happened",
            level="leader", edtf=str(day), earliest=day, latest=day, precision="day", published_at=AT, updated_at=AT,
            pairs=[pair.pk], search_keys=[],
        ) for number, day in enumerate(days)
    )  # fmt: skip
    EventPair.objects.bulk_create(
        EventPair(
            pair=pair, event=event, side="joint", sort_date=event.earliest, last_date=event.latest, span_days=0,
            day_order=0, kind=event.kind, modality=event.modality, level=event.level, is_party=True, published_at=AT,
        ) for event in events
    )  # fmt: skip
    Participation.objects.bulk_create(
        Participation(event=event, country=pair.first, role="party", side="actor") for event in events
    )


def cost(statement, values):
    """Return what the server expects of a statement planned for these values."""
    with psycopg.ClientCursor(connection.connection) as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {statement}", values)
        return cursor.fetchone()[0][0]["Plan"]["Total Cost"]


def ask_state(pair):
    """Ask where a relationship stands."""
    state.ask_state_events(pair.pk, WANTED, TODAY)


def ask_list(pair):
    """Ask for the list that no filter narrows."""
    event_list(pair, EventFilter())


@pytest.mark.parametrize(("module", "ask"), [(state, ask_state), (lists, ask_list)])
def test_a_busy_pair_and_a_quiet_one_have_the_same_plan(module, ask, monkeypatch):
    make_cast()
    first = Country.objects.get(slug=MEXICO)
    busy, quiet = (
        Pair.objects.create(first=first, second=Country.objects.get(slug=slug), changed_at=AT)
        for slug in (UNITED_STATES, VENEZUELA)
    )
    fill(busy, 600)
    fill(quiet, 6)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE timeline_event, timeline_eventpair, timeline_eventrow")
    asked = []
    monkeypatch.setattr(module, "ask_known", lambda read, *statement: asked.append(statement) or list)
    for pair in (busy, quiet):
        ask(pair)
    (statement, values), (other, others) = asked
    assert statement == other
    assert values != others
    assert cost(statement, values) == cost(statement, others)
