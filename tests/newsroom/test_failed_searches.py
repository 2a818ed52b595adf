"""The newsroom sees what readers looked for in vain, by week and never by whom."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import AT, make_event
from timeline import actions
from timeline.models import FailedSearch

pytestmark = pytest.mark.django_db


def test_what_readers_did_not_find_stands_in_its_week(client, ana):
    make_event()
    for text in ("unicorn", "unicorn", "<b>dragon</b>"):
        client.get("/search/", {"q": text})
    actions.note_failed_search(text="phoenix", at=AT)
    client.force_login(ana)
    text = client.get("/newsroom/searches/").content.decode()
    assert text.index("unicorn") < text.index("dragon") < text.index("phoenix")
    assert "2 times" in text
    assert "Week of 12 January 2026" in text
    assert "<b>dragon" not in text


def test_an_empty_list_says_so(client, ana):
    client.force_login(ana)
    assert "Nothing was looked for in vain" in client.get("/newsroom/searches/").content.decode()


def test_the_list_costs_the_same_when_it_grows(client, ana):
    client.force_login(ana)

    def cost():
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/newsroom/searches/").status_code == 200
        return len(captured)

    def grow(number):
        for place in range(number):
            FailedSearch.objects.create(week=AT.date() - timedelta(weeks=place), text=f"text {number}.{place}")

    grow(10)
    few = cost()
    grow(20)
    assert cost() == few
