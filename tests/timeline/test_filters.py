"""The filters of lists: each number beside an option is the number of events that choosing it shows."""

import html
import re
from datetime import date
from urllib.parse import parse_qsl, urlencode

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from tests.cast import CUBA, DE_LA_FUENTE, MEXICO, RUBIO, SHEINBAUM, TRUMP, UNITED_STATES, make_cast
from tests.factories import cite, make_event, part, statement_input
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
PAIR = "/pairs/mexico/united-states/"
COUNTRY = "/countries/mexico/"
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}
OPTION = re.compile(
    r'<input type="(?:checkbox|radio)" id="filter-[^"]*" name="(\w+)" value="([^"]*)"( checked)?( disabled)?>'
    r" ([^<]*) <span>(\d*)</span>"
)


def make_varied_record() -> None:
    """Publish events that differ in all that can be filtered by."""
    both = (part(MEXICO, SHEINBAUM), part(UNITED_STATES, TRUMP))
    ministers = (part(MEXICO, DE_LA_FUENTE), part(UNITED_STATES, RUBIO))
    against = (part(UNITED_STATES, TRUMP), part(MEXICO, side="recipient"))
    reported = statement_input(
        speech="indirect", words="She called it useful.", citations=(cite("words"), cite("speaker", "Sheinbaum"))
    )
    direct = statement_input()
    make_event(title="They talk about trade", participations=both, topics=("economic",), statements=(direct,))
    make_event(title="They talk about crime", participations=both, topics=("crime", "illegal_drugs"), edtf="2025-12-03",
               statements=(direct, reported))  # fmt: skip
    make_event(title="Ministers meet", kind="meeting", participations=ministers, topics=("crime",), edtf="2025-11-20")
    make_event(title="A warning on tariffs", kind="threat", participations=against, topics=("economic",),
               edtf="[2026-01-05..2026-01-11]", statements=(reported,))  # fmt: skip
    make_event(title="A plan to meet", kind="meeting", participations=ministers, modality="planned", edtf="2026-06")
    make_event(title="A call that was denied", modality="negated", participations=both, edtf="2025-10-01")
    make_event(title="Cuba and Mexico meet", kind="meeting", topics=("migration",), edtf="2025-09-09",
               participations=(part(MEXICO, SHEINBAUM), part(CUBA), part(UNITED_STATES, role="mentioned")))  # fmt: skip


def options(page: str) -> list[tuple[str, str, bool, bool, str, int]]:
    """Return name, value, whether chosen and disabled, label and number of each option of a page."""
    found = OPTION.findall(page)
    return [
        (name, html.unescape(value), bool(on), bool(off), label, int(count))
        for name, value, on, off, label, count in found
    ]


def titles(page: str) -> list[str]:
    return re.findall(r'class="event__title" lang="en"><a href="[^"]+">([^<]+)<', page)


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
    assert "1 event, of" in page


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


def test_a_name_of_nobody_or_of_several_is_an_error_beside_the_field(client):
    make_varied_record()
    Leader.objects.create(slug="eric-trump", name="Eric Trump", family_name="Trump", sort_key="trump eric", source="t")
    assert client.get(PAIR, {"leader": "trump"}).status_code == 200, "of this list there is one"
    Leader.objects.create(slug="x-y", name="Xenia Yadav", family_name="Yadav", sort_key="yadav xenia", source="t")
    Leader.objects.create(slug="z-y", name="Zoe Yadav", family_name="Yadav", sort_key="yadav zoe", source="t")
    for name, words in (("nobody at all", "No leader in the record"), ("yadav", "Xenia Yadav, Zoe Yadav")):
        response = client.get(PAIR, {"leader": name})
        page = html.unescape(response.content.decode())
        assert response.status_code == 422
        assert words in page
        assert 'aria-describedby="error-leader"' in page
        assert titles(page) == []


INVALID = (
    ("q=%22", "q"), ("q=%28", "q"), ("q=%3A%2A", "q"), ("q=%5C", "q"), ("q=%F0%9F%99%82", "q"), ("q=-", "q"),
    ("q=" + "a" * 257, "q"), ("q=" + "a+" * 33, "q"), ("level=king", "level"), ("topic=gossip", "topic"),
    ("speech=sung", "speech"), ("leader=%27%3B--", "leader"), ("show=planned&mentions=1", "mentions"),
    ("&".join(f"leader=l{number}" for number in range(300)), "leader"),
    ("&".join(f"topic=t{number}" for number in range(300)), "topic"), ("when=2026-13", "when"), ("when=1e400", "when"),
    ("after=2026&before=2025", "before"),
)  # fmt: skip


@pytest.mark.parametrize(("query", "field"), INVALID)
@pytest.mark.parametrize("address", [PAIR, COUNTRY])
def test_what_cannot_be_meant_is_an_error_beside_its_field_and_no_list(client, address, query, field):
    make_event()
    response = client.get(f"{address}?{query}")
    page = response.content.decode()
    assert response.status_code == 422
    assert titles(page) == []
    assert f'id="error-{field}"' in page
    assert f'aria-describedby="error-{field}"' in page
    assert len(page) < 120_000


@pytest.mark.parametrize(
    "query",
    ["q=the", "q=%25", "q=a", "q=a+%26+%7C+%21b", "q=%22un+closed", "q=%E4%B8%AD", "q=_a", "q=" + "x" * 256,
     "q=a%20OR%20", "q=+talk+", "page=-1", "per_page=1000000000", "order=", "leader=", "topic=&topic=",
     "kind=phone_call&kind=phone_call"],
)  # fmt: skip
def test_odd_words_and_unknown_names_are_answered(client, query):
    make_event()
    assert client.get(f"{PAIR}?{query}").status_code in {200, 422}
    assert client.get(f"{COUNTRY}?{query}").status_code in {200, 422}


@pytest.mark.parametrize("query", ["q=%00", "leader=%00", "topic=%ff", "kind=%ed%a0%80"])
def test_bytes_that_are_no_text_are_refused(client, query):
    make_event()
    assert client.get(f"{PAIR}?{query}").status_code == 400
    assert client.get(f"{COUNTRY}?{query}").status_code == 400


def test_two_thousand_parameters_are_refused(client):
    make_event()
    assert client.get(PAIR + "?" + "&".join(f"kind=k{number}" for number in range(2000))).status_code == 400


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


@pytest.mark.parametrize(
    ("address", "name", "label"),
    [
        *((PAIR, name, label) for name, label in (
            ("kind", "Kind"), ("level", "Level"), ("leader", "Leader"), ("topic", "Topic"), ("show", "Show"),
            ("speech", "What was said"), ("mentions", "Mentions"),
        )),
        ("/dates/2026/01/", "country", "Country"),
        (f"/leaders/{SHEINBAUM}/statements/", "country", "About"),
        (f"/leaders/{SHEINBAUM}/statements/", "speech", "Form"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_chosen_says_of_which_filter_it_is(client, address, name, label):
    make_event()
    page = client.get(address, {name: "leaders"}).content.decode()
    assert f'<span class="visually-hidden">Remove </span>{label}: leaders</a>' in page


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
        assert re.search(r'role="status" id="timeline-count">\s*2 events, of \d, newest first', fragment)
        bad = client.get(f"{address}?topic=gossip", headers=HTMX)
        assert bad.status_code == 422
        assert 'id="error-topic"' in bad.content.decode()


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
