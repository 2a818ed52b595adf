"""Nothing that is typed into the search is read as anything but words, and nothing breaks it."""

import pytest
from django.db import connection, transaction
from django.db.backends.postgresql.base import ServerBindingCursor
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.factories import AT, make_event
from tests.timeline.test_search_pages import find, hits, main_of, words
from timeline import actions

pytestmark = pytest.mark.django_db


# What must not happen

INJECTIONS = [
    "' OR 1=1 --",
    "'; DROP TABLE timeline_event; --",
    "\\'; SELECT pg_sleep(9); --",
    "%s %(words)s {0} {{7*7}} {% now 'Y' %}",
    "a' & 'b' | !(c <-> d)",
    "foo:* & bar",
    "/countries/mexico",
    "'/months/2026-01'",
    "$$x$$ \x01 \x1f",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "\u202e\u2066 evil",
    "a" * 256,
    "é" * 256,
    " ".join(["x"] * 32),
    "-" * 256,
    '"' * 256,
    "OR " * 32,
]


@pytest.mark.parametrize("text", INJECTIONS)
def test_nothing_typed_is_read_as_anything_but_words(text, client):
    make_event(title="Talks")
    response = client.get("/search/", {"q": text})
    assert response.status_code in (200, 422)
    assert "<img src=x" not in response.content.decode()
    assert hits(main_of(client.get("/search/", {"q": "talks"}))) == ["Talks"]


@pytest.mark.parametrize("query", ["q=%00", "q=a%00b", "q=%ff%fe", "q=%ed%a0%80", "q=" + "a+" * 5000])
def test_what_is_no_text_is_refused(query, client):
    assert client.get(f"/search/?{query}").status_code == 400


def test_too_much_is_refused_with_a_sentence(client):
    for text in ("a" * 257, "a " * 33):
        assert "at most 32 words and 256 characters" in words(find(client, text, status=422))


class AnyText(TestCase):
    """Hypothesis needs a test case of its own to roll the database back between examples."""

    @given(text=st.text(st.characters(blacklist_characters="\x00", blacklist_categories=("Cs",)), max_size=80))
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def test_any_text_is_answered(self, text):
        assert self.client.get("/search/", {"q": text}).status_code in (200, 422)


def test_the_page_sets_no_cookie_and_is_not_listed_by_search_engines(client):
    response = client.get("/search/?q=x")
    assert not response.cookies
    assert b'name="robots" content="noindex"' in response.content


# What the server binds

TEXTS = [
    "talk",
    "mexico us",
    "talk -cuba January 2026",
    "unicorn horn mexico",
    "2026..",
    '"we will" OR talk',
    "Scheinbaum",
]


@pytest.mark.parametrize("text", TEXTS)
def test_values_may_travel_beside_the_statements(text, client, monkeypatch):
    make_event(title="They talk")
    with transaction.atomic():
        monkeypatch.setattr(connection.connection, "cursor_factory", ServerBindingCursor)
        for pair in ("", "mexico,united-states"):
            assert client.get("/search/", {"q": text, "pair": pair}).status_code == 200
        assert actions.note_failed_search(text="unicorn", at=AT) is True
