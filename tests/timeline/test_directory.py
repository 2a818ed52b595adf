"""A search asks for no names where no name has the words of the text, and finds every name that there is."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.cast import MEXICO
from tests.factories import make_event
from timeline.gazetteer import search_key
from timeline.models import Country, CountryName, DirectoryVersion, Leader, LeaderName
from timeline.sql.directory import NameWords, ask_directory

pytestmark = pytest.mark.django_db
KNOWN, BEGINNING = "is_loose", "AS nearness"


def asked(client, text):
    """Return which statements for names a search sends."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/search/", {"q": text}).status_code == 200
    sent = [one["sql"] for one in captured]
    return {name for name in (KNOWN, BEGINNING) if any(name in sql for sql in sent)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("talk", set()),
        ("talk weekend", set()),
        ("mexico talk", {KNOWN, BEGINNING}),
        ("mx", {KNOWN, BEGINNING}),
        ("mexi", {BEGINNING}),
        ("mexi talk", {BEGINNING}),
        ("méxico", {KNOWN, BEGINNING}),
        ("talk `weekend", set()),
        ("talk week`end", {KNOWN}),
        ("Мексика", {KNOWN, BEGINNING}),
    ],
)
def test_names_are_asked_for_only_where_a_name_may_have_the_words(client, text, wanted):
    make_event(title="They talk at the week-end")
    # The first search of a process reads the words of all names.
    client.get("/search/", {"q": "talk"})
    assert asked(client, text) == wanted


def test_a_new_name_is_found_at_once(client):
    make_event()
    assert "Freedonia" not in client.get("/search/", {"q": "freedonia"}).content.decode()
    country = Country.objects.get(slug=MEXICO)
    CountryName.objects.create(
        country=country, text="Freedonia", search_key="freedonia", kind="former", language="en", source="invented"
    )
    assert "/countries/mexico/" in client.get("/search/", {"q": "freedonia"}).content.decode()


def test_while_the_directory_changes_names_are_asked_for_and_its_words_are_not_read(client, monkeypatch):
    make_event(title="They talk at the weekend")
    client.get("/search/", {"q": "talk"})
    monkeypatch.setattr("timeline.sql.directory.SECONDS_AT_REST", 60)
    DirectoryVersion.objects.update(version=1_000_000, changed_at=timezone.now() - timedelta(seconds=5))
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/search/", {"q": "talk"}).status_code == 200
    sent = [one["sql"] for one in captured]
    assert not any("string_to_table" in sql for sql in sent)
    assert sum(KNOWN in sql for sql in sent) == sum(BEGINNING in sql for sql in sent) == 1
    DirectoryVersion.objects.update(changed_at=timezone.now() - timedelta(seconds=90))
    client.get("/search/", {"q": "talk"})
    assert asked(client, "talk") == set()


def test_no_name_is_missed():
    call_command("load_gazetteer", verbosity=0)
    strange = Leader.objects.order_by("id").first()
    Leader.objects.filter(pk=strange.pk).update(name="Ægir Łoś’a-Ørn ‐ Straße")
    words = ask_directory().words
    assert words is not None
    keys = [
        *CountryName.objects.values_list("search_key", flat=True),
        *LeaderName.objects.values_list("search_key", flat=True),
    ]
    keys += [search_key(name) for name in Leader.objects.values_list("name", flat=True)]
    assert keys
    for key in keys:
        assert words.may_be_name(key), key
        for length in range(1, len(key)):
            assert words.may_begin(key[:length]), (key, length)


def test_words_that_are_in_order_are_found_by_their_beginning():
    words = NameWords("1", ("mexico", "new", "zealand"))
    assert [words.may_be_name(key) for key in ("mexico", "new zealand", "new zea", "zu", "")] == [
        True,
        True,
        False,
        False,
        True,
    ]
    assert [words.may_begin(key) for key in ("mex", "ne zea", "zealands", "a", "zz")] == [
        True,
        True,
        False,
        False,
        False,
    ]
