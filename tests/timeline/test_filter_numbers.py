"""The numbers of filters: beside each option stands how many events choosing it shows, at a cost that does not grow."""

import re
from datetime import date
from urllib.parse import parse_qsl, urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import MEXICO, SHEINBAUM, TRUMP, UNITED_STATES, make_cast
from tests.factories import make_event, statement_input
from tests.timeline.varied import COUNTRY, HTMX, OPTION, PAIR, make_varied_record, options, titles
from timeline import queries
from timeline.models import Country, Leader, Pair
from timeline.queries import EventFilter

pytestmark = pytest.mark.django_db


BASES = (
    (PAIR, ""),
    (PAIR, "kind=threat&kind=phone_call"),
    (PAIR, f"leader={TRUMP}&topic=economic&topic=crime"),
    (PAIR, "show=all&mentions=yes&when=2025"),
    (PAIR, "q=talk&speech=direct&level=leader"),
    (COUNTRY, ""),
    (COUNTRY, f"kind=meeting&mentions=yes&leader={SHEINBAUM}"),
)


@pytest.mark.parametrize(("address", "query"), BASES)
def test_the_number_of_each_option_is_the_length_of_its_list(client, address, query):
    make_varied_record()
    page = client.get(f"{address}?{query}").content.decode()
    found = options(page)
    assert {name for name, *_ in found} == {"kind", "level", "leader", "topic", "speech", "show", "mentions"}
    for name, value, is_chosen, is_disabled, _, count in found:
        others = [(other, said) for other, said in parse_qsl(query) if other != name]
        narrowed = urlencode([*others, (name, value)])
        listed = titles(client.get(f"{address}?{narrowed}", headers=HTMX).content.decode())
        assert len(listed) == count, (narrowed, listed)
        if name not in {"show", "mentions"}:
            assert is_disabled == (count == 0 and not is_chosen), narrowed
        assert is_chosen == ((name, value) in parse_qsl(query) or (value == "happened" and "show" not in query))


def test_the_default_list_is_counted_without_reading_its_rows():
    make_varied_record()
    pair = Pair.objects.get(first__slug=MEXICO, second__slug=UNITED_STATES)
    kept = queries.pair_counts(pair)
    with CaptureQueriesContext(connection) as asked:
        assert queries.filter_counts(pair, EventFilter(), kept) is kept
        assert queries.filter_counts(pair, EventFilter(is_oldest_first=True), kept) is kept
    assert len(asked) == 0
    with CaptureQueriesContext(connection) as asked:
        queries.filter_counts(pair, EventFilter(kinds=("threat",), topics=("economic",), text="tariffs"), kept)
    assert len(asked) == 1


def test_the_rows_of_a_narrowed_list_are_read_once_for_all_its_numbers():
    make_varied_record()
    pair = Pair.objects.get(first__slug=MEXICO, second__slug=UNITED_STATES)
    kept, leader = queries.pair_counts(pair), Leader.objects.get(slug=TRUMP).pk
    for chosen in (EventFilter(leaders=(leader,)), EventFilter(earliest=date(2025, 1, 1))):
        with CaptureQueriesContext(connection) as asked:
            queries.filter_counts(pair, chosen, kept)
        assert sum(one["sql"].count('FROM "timeline_eventpair"') for one in asked) == 1


@pytest.mark.parametrize("is_of_pair", [True, False])
def test_what_is_kept_of_one_value_equals_what_is_counted(is_of_pair):
    make_varied_record()
    country = Country.objects.get(slug=MEXICO)
    owner = Pair.objects.get(first__slug=MEXICO, second__slug=UNITED_STATES) if is_of_pair else country
    kept, leader = queries.kept_counts(owner, EventFilter()), Leader.objects.get(slug=TRUMP).pk
    for one in ({"kinds": ("threat",)}, {"levels": ("leader",)}, {"leaders": (leader,)}, {"topics": ("economic",)}):
        known = queries.filter_counts(owner, EventFilter(**one), kept)
        # All of them, but dates have everything counted.
        counted = queries.filter_counts(owner, EventFilter(**one, earliest=date(1000, 1, 1)), kept)
        assert known.shown == counted.shown
        assert known.total == counted.total > 0
        assert all(
            known.of(name) == counted.of(name) for name in ("level", "leader", "topic", "year") if name in counted.by
        )


def test_a_list_is_counted_whole_where_too_many_rows_lie_beside_it(monkeypatch):
    make_varied_record()
    pair = Pair.objects.get(first__slug=MEXICO, second__slug=UNITED_STATES)
    chosen = EventFilter(earliest=date(2025, 1, 1))
    whole = queries.filter_counts(pair, chosen, queries.pair_counts(pair))
    beside = sum(whole.shown.values())
    assert beside > whole.total
    monkeypatch.setattr("timeline.queries.facets.MOST_COUNTED", beside - 1)
    again = queries.filter_counts(pair, chosen, queries.pair_counts(pair))
    assert (again.by, again.is_complete, again.is_counted) == (whole.by, False, True)


@pytest.mark.parametrize("query", ["topic=economic", "topic=economic&when=2026"])
def test_more_rows_than_are_counted_have_no_numbers(client, monkeypatch, query):
    make_varied_record()
    monkeypatch.setattr("timeline.queries.facets.MOST_COUNTED", 1)
    page = client.get(f"{PAIR}?{query}").content.decode()
    assert "More than" in page
    assert {count for *_, count in OPTION.findall(page)} == {""}
    assert " disabled>" not in page
    assert len(titles(page)) == 2


def test_a_list_is_counted_though_one_without_its_filter_has_too_many(client, monkeypatch):
    make_varied_record()
    monkeypatch.setattr("timeline.queries.facets.MOST_COUNTED", 1)
    page = client.get(f"{PAIR}?kind=threat&when=2026").content.decode()
    assert "More than" not in page
    assert re.search(r"\b1 of \d+ events, newest first", page)


@pytest.mark.parametrize("query", ["", "topic=crime", "q=talk&when=2025", "kind=visit"])
@pytest.mark.parametrize("address", [PAIR, COUNTRY])
def test_queries_do_not_grow_with_the_list(client, address, query):
    make_cast()
    costs = []
    for more in (8, 8):
        for number in range(more):
            make_event(title=f"Talk {more} {number}", topics=("crime",), edtf=f"2025-03-0{number + 1}",
                       statements=(statement_input(),))  # fmt: skip
        client.get(f"{address}?{query}")
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{address}?{query}")
        costs.append(len(asked))
    assert costs[0] == costs[1]
