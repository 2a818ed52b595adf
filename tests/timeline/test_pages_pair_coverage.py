"""What a pair's page says about how well the pair is covered."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from tests.cast import MEXICO
from tests.factories import AT, cite, make_event, source_input
from tests.pages import text_of, words_of
from timeline.models import Coverage, Pair

pytestmark = pytest.mark.django_db
PAIR = "/pairs/mexico/united-states/"


def test_who_has_not_looked_for_a_week_says_so(client):
    make_event()
    pair = Pair.objects.get(first__slug=MEXICO)
    Coverage.objects.create(first=pair.first, second=pair.second, checked_at=datetime(2026, 1, 13, tzinfo=UTC),
                            is_sample=False, known_gaps="Nothing before 2025.")  # fmt: skip
    for day, is_old in ((20, False), (21, True)):
        with time_machine.travel(datetime(2026, 1, day, 12, tzinfo=UTC), tick=False):
            page = words_of(client.get(PAIR))
        assert ("were last looked through more than a week ago" in page) == is_old
        assert "last checked 13 January 2026" in page
        assert "Nothing before 2025." in page


def test_what_is_said_of_the_whole_record_is_not_said_of_the_pair(client):
    make_event()
    Coverage.objects.create(covers_from=date(2005, 3, 16), checked_at=datetime(2026, 1, 13, tzinfo=UTC))
    whole = words_of(client.get(PAIR))
    assert "record last checked 13 January 2026" in whole
    assert "There is no statement for this pair alone. The record as a whole covers 16 March 2005 to today." in whole
    pair = Pair.objects.get(first__slug=MEXICO)
    Coverage.objects.create(first=pair.first, second=pair.second, covers_from=date(2025, 1, 1),
                            checked_at=datetime(2026, 1, 12, tzinfo=UTC))  # fmt: skip
    own = words_of(client.get(PAIR))
    assert "record last checked" not in own and "last checked 12 January 2026" in own
    assert "It covers 1 January 2025 to today." in own


def test_the_coverage_says_on_how_many_sources_of_how_many_outlets_the_pair_rests(client):
    other = source_input(
        outlet="Another Paper", title="A second report", address="https://example.org/2", text="Second."
    )
    again = tuple(cite(field, source=other) for field in ("when", "kind", "modality"))
    make_event()
    make_event(title="They meet", edtf="2026-01-10", citations=again)
    Coverage.objects.create(checked_at=AT)
    Coverage.objects.update(covers_from=AT)
    whole = text_of(client.get(PAIR))
    assert "It rests on" not in whole
    assert "The events on this page rest on 2 sources of 2 outlets." in whole
    assert "The events on this page rest on 2 sources" in text_of(client.get(f"{PAIR}?when=2026-01-10"))
