"""While somebody types the search suggests; what was looked for in vain is counted, and nothing of who looked."""

import re
from datetime import timedelta

import pytest
from django.db import connection, transaction

from tests.cast import make_cast
from tests.factories import AT, make_event
from timeline import actions
from timeline.models import FailedSearch

pytestmark = pytest.mark.django_db


# Suggestions


def suggest(client, text):
    response = client.get("/search/", {"q": text}, headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert "HX-Request" in response.headers["Vary"]
    return response.content.decode()


def test_three_keys_suggest_the_pair(client):
    make_event()
    for text in ("mex", "mx ", "m u"):
        assert re.findall(r'href="([^"]+)"', suggest(client, text))[0] == "/pairs/mexico/united-states/", text


def test_suggestions_are_pairs_countries_leaders_and_the_search_itself(client):
    make_event()
    links = re.findall(r'href="([^"]+)"', suggest(client, "shein"))
    assert links == ["/leaders/claudia-sheinbaum/", "/search/?q=shein"]
    assert "2 suggestions" not in suggest(client, "shein")


@pytest.mark.parametrize("text", ["", " ", "a" * 300, "-x", "(", "\\", "%", "<b>"])
def test_suggestions_for_odd_texts(text, client):
    make_event()
    assert "<b>" not in suggest(client, text)


def test_typing_is_not_counted_as_a_failed_search(client):
    make_cast()
    suggest(client, "qqq")
    assert not FailedSearch.objects.exists()


# What was not found is kept


def test_a_search_in_vain_is_counted_by_week_and_nothing_else_is_kept(client):
    make_event(title="Talks")
    for text in ("Unicorn", "unicorn", "talks", "unicorn -talks"):
        client.get("/search/", {"q": text}, headers={"user-agent": "someone"}, REMOTE_ADDR="203.0.113.9")
    rows = {row.text: row.count for row in FailedSearch.objects.all()}
    assert rows == {"unicorn": 2, "unicorn -talks": 1}
    assert all(row.week.weekday() == 0 for row in FailedSearch.objects.all())
    assert {field.name for field in FailedSearch._meta.fields} == {"id", "week", "text", "count"}


@pytest.mark.parametrize("text", ["ana@example.org unicorn", "+52 55 1234 5678", "https://example.org/x", "x"])
def test_what_may_name_somebody_is_not_kept(text, client):
    make_cast()
    client.get("/search/", {"q": text})
    assert not FailedSearch.objects.exists()


def test_a_week_holds_no_more_than_its_most_and_old_weeks_go():
    week = (AT - timedelta(days=AT.weekday())).date()
    FailedSearch.objects.bulk_create(FailedSearch(week=week, text=f"text {number}") for number in range(500))
    FailedSearch.objects.create(week=week - timedelta(weeks=40), text="old")
    assert actions.note_failed_search(text="one more", at=AT) is False
    assert actions.note_failed_search(text="text 7", at=AT) is True
    assert not FailedSearch.objects.filter(text="old").exists()
    assert FailedSearch.objects.get(text="text 7").count == 2


def test_a_database_that_only_reads_is_no_reason_to_fail(client):
    make_event(title="Talks")
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        assert client.get("/search/?q=unicorn").status_code == 200
        assert not FailedSearch.objects.exists()
        transaction.set_rollback(True)
