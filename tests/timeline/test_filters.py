"""The filters of lists: which events they leave, in which order, and what the page says of them."""

import html
import re
from datetime import date
from urllib.parse import parse_qsl

import pytest
from django.http import QueryDict

from tests.cast import MEXICO, SHEINBAUM, TRUMP, UNITED_STATES
from tests.timeline.varied import COUNTRY, HTMX, PAIR, make_varied_record, titles
from timeline import queries
from timeline.filters import (
    DatesFilterSet,
    DayOfYearFilterSet,
    EventFilterSet,
    RecordFilterSet,
    StoryFilterSet,
)
from timeline.models import Country, Leader, Pair
from timeline.queries import EventFilter

pytestmark = pytest.mark.django_db


READS = (
    {}, {"kinds": ("threat", "meeting")}, {"topics": ("crime", "economic")},
    {"includes_mentions": True, "modalities": ()},
    {"speech": ("direct",)}, {"text": "talk OR meet"}, {"earliest": "2025-11-21", "latest": "2026-01-07"},
    {"earliest": "2026-01-06", "kinds": ("threat", "phone_call"), "includes_mentions": True},
)  # fmt: skip


@pytest.mark.parametrize("given", READS)
@pytest.mark.parametrize("is_oldest_first", [False, True])
def test_pages_of_a_filtered_list_are_the_list_in_order(given, is_oldest_first):
    make_varied_record()
    days = {name: value for name, value in given.items() if name in {"earliest", "latest"}}
    chosen = EventFilter(
        **{**given, **{name: date.fromisoformat(value) for name, value in days.items()}},
        is_oldest_first=is_oldest_first,
    )
    for owner in (Pair.objects.get(first__slug=MEXICO, second__slug=UNITED_STATES), Country.objects.get(slug=MEXICO)):
        whole = [event.event_id for event in queries.event_list(owner, chosen).events]
        assert len(whole) == len(set(whole)) == queries.counts_of(owner, [chosen])[0]
        assert len(whole) >= 1
        read, after = [], None
        while True:
            page = queries.event_list(owner, chosen, after=after, limit=1)
            read += [event.event_id for event in page.events]
            if page.after is None:
                break
            after = page.after
            back = queries.event_list(owner, chosen, before=after, limit=50)
            assert [event.event_id for event in back.events] == read[:-1]
        assert read == whole


def test_several_leaders_are_any_of_them_and_each_event_stands_once():
    make_varied_record()
    pair = Pair.objects.get(first__slug=MEXICO, second__slug=UNITED_STATES)
    both = tuple(Leader.objects.filter(slug__in=(SHEINBAUM, TRUMP)).values_list("pk", flat=True))
    listed = [event.event_id for event in queries.event_list(pair, EventFilter(leaders=both)).events]
    assert len(listed) == len(set(listed)) == 3


@pytest.mark.parametrize(
    ("typed", "chip"),
    [("Sheinbaum", "Claudia Sheinbaum"), ("juan ramon de la fuente", "Juan Ramón de la Fuente"),
     ("TRUMP", "Donald Trump"), ("donald-trump", "Donald Trump")],
)  # fmt: skip
def test_a_leader_is_found_by_a_name_as_it_is_typed(client, typed, chip):
    make_varied_record()
    response = client.get(PAIR, {"leader": typed})
    assert response.status_code == 200
    assert f"</span>{chip}</a>" in response.content.decode()
    assert 1 <= len(titles(response.content.decode())) < 5


def test_words_are_those_of_title_and_summary(client):
    make_varied_record()
    assert titles(client.get(PAIR + "?q=talking").content.decode()) == [
        "They talk about trade",
        "They talk about crime",
    ]
    assert titles(client.get(PAIR + '?q="about crime"').content.decode()) == ["They talk about crime"]
    assert titles(client.get(PAIR + "?q=talk+-crime").content.decode()) == ["They talk about trade"]
    assert len(titles(client.get(PAIR + "?q=tariffs+OR+crime").content.decode())) == 2


def test_an_empty_list_says_which_filter_is_to_blame_and_what_is_near(client):
    make_varied_record()
    page = html.unescape(client.get(f"{PAIR}?kind=meeting&topic=crime&when=2026-02").content.decode())
    assert titles(page) == []
    assert f'href="{PAIR}?kind=meeting&topic=crime#timeline">Without “When: 2026-02”</a> <span' in page
    assert "Without “Meeting”" not in page
    assert re.search(r"The nearest event before: <a [^>]+>Ministers meet</a>", page)
    assert "The nearest event after" not in page
    without = re.search(r'Without “When: 2026-02”</a> <span class="empty__count">(\d+) event', page)
    assert int(without[1]) == len(titles(client.get(f"{PAIR}?kind=meeting&topic=crime").content.decode()))


def test_chips_take_one_filter_away_each(client):
    make_varied_record()
    query = f"kind=phone_call&kind=threat&leader={TRUMP}&topic=economic&q=trade"
    page = html.unescape(client.get(f"{PAIR}?{query}").content.decode())
    chips = re.findall(r'class="chip" href="([^"]+)"><span class="visually-hidden">Remove </span>([^<]+)</a>', page)
    assert [label for _, label in chips] == [
        "Phone call",
        "Threat",
        "Donald Trump",
        "Trade and economy",
        "Words: trade",
    ]
    for address, _ in chips:
        assert len(parse_qsl(address.split("?")[1])) == 4
    assert f'class="chip chip--clear" href="{PAIR}"' in page


@pytest.mark.parametrize(("typed", "days"), [
    ("winter 2025", "1 December 2025 – 28 February 2026"), ("early 2026", "1 January – 30 April 2026"),
    ("mid-January 2026", "11–20 January 2026"), ("Q1 2026", "1 January – 31 March 2026"), ("2026", ""),
    ("January 2026", ""), ("12 January 2026", ""), ("since 2017", ""),
])  # fmt: skip
def test_a_phrase_of_time_says_for_which_days_it_was_taken(client, typed, days):
    make_varied_record()
    page = html.unescape(client.get(PAIR, {"when": typed}).content.decode())
    said = f"When: {typed} ({days})" if days else f"When: {typed}"
    assert f">Remove </span>{said}</a>" in page


def test_the_days_of_a_phrase_of_time_are_said_in_spanish(client):
    make_varied_record()
    page = html.unescape(client.get(f"/es{PAIR}", {"when": "invierno 2025"}).content.decode())
    assert "invierno 2025 (1 de diciembre de 2025 – 28 de febrero de 2026)" in page


def test_the_fragment_brings_the_list_and_the_filters_with_their_numbers(client):
    make_varied_record()
    for address, target in ((PAIR, "timeline"), (COUNTRY, "country_timeline")):
        response = client.get(f"{address}?topic=crime", headers=HTMX)
        fragment = response.content.decode()
        assert fragment.lstrip().startswith("<")
        assert "<html" not in fragment
        assert f'id="{target}"' in fragment
        assert '<template hx type="partial" hx-target="#filters-of-list" hx-swap="outerMorph">' in fragment
        assert re.search(r'role="status" id="timeline-count">\s*2 of \d events, newest first', fragment)
        bad = client.get(f"{address}?topic=gossip", headers=HTMX)
        assert bad.status_code == 422
        assert 'id="error-topic"' in bad.content.decode()


@pytest.mark.parametrize(
    "filters", [EventFilterSet, RecordFilterSet, DatesFilterSet, DayOfYearFilterSet, StoryFilterSet]
)
def test_an_address_that_says_nothing_means_what_its_form_takes_for_nothing(filters):
    bare, said = filters(QueryDict("")), filters(QueryDict(f"show={filters.default_show}"))
    assert bare.chosen == said.chosen is not None
    assert bare.errors_by_field == {}


def test_forms_of_lists_share_their_fields_and_no_answer():
    kept, asked = (EventFilterSet(QueryDict(said)) for said in ("kind=no-kind&when=2026", "kind=meeting"))
    assert kept.form.fields["kind"] is asked.form.fields["kind"]
    assert (list(kept.errors_by_field), list(asked.errors_by_field)) == (["kind"], [])
    assert (kept.form.cleaned_data.get("when"), asked.form.cleaned_data["kind"]) == (
        (date(2026, 1, 1), date(2026, 12, 31)),
        ["meeting"],
    )
    del kept.form.fields["kind"]
    assert "kind" in asked.form.fields
    assert "kind" in EventFilterSet(QueryDict("kind=meeting")).form.fields
