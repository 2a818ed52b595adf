"""What a search reads is bounded by what it ranks, however common its words are and however large the record is."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import MEXICO, UNITED_STATES
from tests.factories import AT, make_event, make_statement
from timeline.filters import span_from_words
from timeline.models import Country, Event, EventPair, Pair, Participation
from timeline.models.vectors import search_keys
from timeline.queries.search import scope_of
from timeline.search import read
from timeline.sql.extents import EVENTS, STATEMENTS, extents_of
from timeline.sql.names import ask_known_names, ask_names_beginning, near_names
from timeline.sql.search import MOST_RANKED, Wanted, ask_found, count, find

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 20)
# A word that all events have, every tenth, one in a hundred and twenty-five; words that come together; none.
WORDS = [
    "talks", "tariffs", "fentanyl", "prime minister", "tariffs OR fentanyl", "talks -tariffs", "unicorn",
    "talks mexico united states", "tariffs mexico united states",
]  # fmt: skip
NAMES = {"mexico": (f"/countries/{MEXICO}",), "united states": (f"/countries/{UNITED_STATES}",)}
# Of words that most events have: one that never occurs, one within a year; and one of rarer words.
PHRASES = ('"number talks"', '"talks number" 1990', '"fentanyl talks"')
BUFFERS_A_ROW, BUFFERS_AT_LEAST = 5, 300
YEARS = 40


def fill(count, start=0):
    """Write events of forty years, most of them in the last, without the cost of publishing each."""
    first, second = Country.objects.get(slug=MEXICO), Country.objects.get(slug=UNITED_STATES)
    pair = Pair.objects.get(first=first, second=second)
    events = []
    for number in range(start, start + count):
        day = date(2026 - (number % YEARS if number % 3 else 0), 1 + number % 12, 1 + number % 28)
        words = ["tariffs"] * (number % 10 == 0) + ["fentanyl"] * (number % 125 == 0)
        words += ["prime", "minister"] * (number % 7 == 0)
        title = " ".join(["Talks", *words, f"number {number}"])
        events.append(
            Event(
                title=title, slug="talks", summary="They talk.", kind="meeting", modality="happened", level="leader",
                edtf=str(day), earliest=day, latest=day, precision="day", published_at=AT, updated_at=AT,
                pairs=[pair.pk] if number % 9 == 4 else [], search_keys=search_keys([MEXICO, UNITED_STATES], on=day),
            )
        )  # fmt: skip
    made = Event.objects.bulk_create(events, batch_size=1000)
    listed = [
        EventPair(
            pair=pair, event=event, side="joint", sort_date=event.earliest, last_date=event.latest, span_days=0,
            day_order=0, kind=event.kind, modality=event.modality, level=event.level, is_party=True, published_at=AT,
        )
        for event in made if event.pairs
    ]  # fmt: skip
    EventPair.objects.bulk_create(listed, batch_size=1000)
    parts = [Participation(event=event, country=first, role="party", side="actor") for event in made]
    Participation.objects.bulk_create(parts, batch_size=1000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE timeline_event, timeline_eventpair")


def buffers(text, scope=None):
    """Return how many pages the database touches to find and rank, and how many matches that gave."""
    query = read(text, span_from_words).query(NAMES)
    with CaptureQueriesContext(connection) as captured:
        hits = find({"events": Wanted(EVENTS, 20)}, query, today=TODAY, scope=scope)["events"]
        pages = 0
        for sql in [one["sql"] for one in captured if not one["sql"].startswith("EXPLAIN")]:
            with connection.cursor() as cursor:
                cursor.execute("EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) " + sql.replace("%", "%%"))
                plan = cursor.fetchone()[0]
            top = (json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]
            pages += top["Shared Hit Blocks"] + top["Shared Read Blocks"]
    return pages, hits.count


def test_dates_bound_what_is_read_too():
    # The first of the file, for the server goes by what the larger records of other tests have left behind as well.
    make_event()
    fill(2_000)
    for text in ("January 2026", "talks 2000", "1990-01-01..1990-06-30", "since 2025 tariffs"):
        pages, rows = buffers(text)
        assert pages <= BUFFERS_AT_LEAST + BUFFERS_A_ROW * (rows + 1), (text, pages, rows)


WAYS = {
    "by the rows of the dates": ({"rows": 10, "anytime": 1_000_000}, "tariffs 1996..1997", "OFFSET 0"),
    "by the rows of the words": ({"rows": 1_000_000, "anytime": 10}, "tariffs 1996..1997", "(sort_date + 0)"),
    "by the months of the dates": ({"rows": 1_000_000, "anytime": 1_000_000}, "tariffs 1996..1997", "/months/1996-01"),
    "as the server thinks": ({"rows": 1_000_000, "anytime": 1_000_000}, "tariffs 1995..1999", "AND sort_date >= "),
}


@pytest.mark.parametrize("way", WAYS)
def test_few_matches_in_some_dates_are_the_same_in_whichever_way_they_are_read(monkeypatch, way):
    expected, text, told = WAYS[way]
    make_event()
    fill(400)
    begun, span = date(1995, 12, 30), Event.objects.filter(title__contains="tariffs").order_by("id").first()
    Event.objects.filter(pk=span.pk).update(
        edtf="1995-12-30/1996-01-03", earliest=begun, latest=date(1996, 1, 3), precision="range",
        search_keys=search_keys([MEXICO], on=begun),
    )  # fmt: skip
    guessed = lambda *asked: {  # noqa: E731
        name: replace(one, matches=10, **expected) for name, one in extents_of(*asked).items()
    }
    monkeypatch.setattr("timeline.sql.search.extents_of", guessed)
    query = read(text, span_from_words).query({})
    with CaptureQueriesContext(connection) as captured:
        hits = find({"events": Wanted(EVENTS, 100)}, query, today=TODAY)["events"]
    [ranked] = [one["sql"] for one in captured if "ts_rank" in one["sql"]]
    assert told in ranked
    first, last = query.span
    wanted = Event.objects.filter(title__contains="ariffs", sort_date__lte=last, latest__gte=first)
    assert {hit.id for hit in hits.hits} == set(wanted.values_list("pk", flat=True))
    assert [hit.is_definite for hit in hits.hits].count(False) == (text == "tariffs 1996..1997")
    assert hits.count > 1


def test_common_words_in_some_dates_are_read_from_the_newest_day_of_these_on(monkeypatch):
    make_event()
    fill(2_000)
    guessed = lambda *asked: {  # noqa: E731
        name: replace(one, matches=10_000, rows=40_000) for name, one in extents_of(*asked).items()
    }
    monkeypatch.setattr("timeline.sql.search.extents_of", guessed)
    query = read("talks 2026", span_from_words).query({})
    with CaptureQueriesContext(connection) as captured:
        hits = find({"events": Wanted(EVENTS, 20, most=100)}, query, today=TODAY)["events"]
    assert (hits.is_cut, len([one for one in captured if "ts_rank" in one["sql"]])) == (True, 1)
    assert "/months/" not in captured[-1]["sql"]


@pytest.mark.parametrize(
    ("text", "are_months"),
    [("talks", True), ("talks number", False), ('"talks number"', True), ("talks OR number", True)],
)
def test_of_several_words_together_less_common_ones_are_read_from_the_newest_on(monkeypatch, text, are_months):
    make_event()
    fill(1_000)
    guessed = lambda *asked: {  # noqa: E731
        name: replace(one, matches=10_000, rows=120_000) for name, one in extents_of(*asked).items()
    }
    monkeypatch.setattr("timeline.sql.search.extents_of", guessed)
    with CaptureQueriesContext(connection) as captured:
        find({"events": Wanted(EVENTS, 20, most=100)}, read(text, span_from_words).query({}), today=TODAY)
    [ranked, *_] = [one["sql"] for one in captured if "ts_rank" in one["sql"]]
    assert ("/months/" in ranked) == are_months


def test_what_is_read_is_bounded_by_what_is_ranked():
    make_event()
    fill(1_000)
    pair = Pair.objects.get(first__slug=MEXICO, second__slug=UNITED_STATES)
    scope = scope_of(pair.first, pair.second, pair)
    small = {text: (buffers(text), buffers(text, scope)) for text in WORDS}
    fill(9_000, start=1_000)
    large = {text: (buffers(text), buffers(text, scope)) for text in WORDS}
    for text, found in [*small.items(), *large.items()]:
        for pages, rows in found:
            assert pages <= BUFFERS_AT_LEAST + BUFFERS_A_ROW * (min(rows, MOST_RANKED) + 1), (text, found)
    everywhere = large["talks"][0]
    assert everywhere[1] == MOST_RANKED


def test_a_phrase_of_common_words_that_never_follow_each_other_is_read_without_the_keys_of_all_months():
    make_event()
    fill(13_000)
    query = read('"minister talks"', span_from_words).query({})
    with CaptureQueriesContext(connection) as captured:
        assert find({"events": Wanted(EVENTS, 20)}, query, today=TODAY)["events"].count == 0
        assert count(EVENTS, query, today=TODAY) == 0
    ranked = [one["sql"] for one in captured if "ts_rank" in one["sql"]]
    assert len(ranked) == 1
    assert "/months/" not in ranked[0]
    assert "/months/" not in captured[-1]["sql"]


def test_a_phrase_of_words_that_too_many_have_is_looked_for_in_the_newest_months_alone(monkeypatch):
    make_event()
    fill(8_000)
    monkeypatch.setattr("timeline.sql.phrases.MOST_OF_PHRASE", 1_600)
    wanted = {"events": Wanted(EVENTS, 20)}
    never, old, rare = (read(text, span_from_words).query({}) for text in PHRASES)
    with CaptureQueriesContext(connection) as captured:
        in_vain = find(wanted, never, today=TODAY)["events"]
    since, asked = in_vain.since, captured[-1]["sql"]
    # Every event has both words: what lies in the months that are asked of the index is all that can be looked at.
    assert 0 < Event.objects.filter(sort_date__gte=since, sort_date__lte=TODAY).count() < 3_000
    assert Event.objects.filter(sort_date__lte=TODAY).count() > 5_000
    assert f"/months/{since:%Y-%m}" in asked
    assert f"/months/{since - timedelta(days=1):%Y-%m}" not in asked
    assert (in_vain.count, since.day) == (0, 1)
    assert count(EVENTS, never, today=TODAY) == 0
    # With a date before that day the phrase is looked for there, and of rarer words at any time.
    assert find(wanted, old, today=TODAY)["events"].count > 0
    assert find(wanted, rare, today=TODAY)["events"].since is None


def test_a_phrase_is_bounded_where_its_words_come_together_more_often_than_expected(monkeypatch):
    make_event()
    fill(8_000)
    monkeypatch.setattr("timeline.sql.phrases.MOST_OF_PHRASE", 1_600)
    guessed = lambda *asked: {name: replace(one, matches=10) for name, one in extents_of(*asked).items()}  # noqa: E731
    monkeypatch.setattr("timeline.sql.search.extents_of", guessed)
    never, _, rare = (read(text, span_from_words).query({}) for text in PHRASES)
    since = find({"events": Wanted(EVENTS, 20)}, never, today=TODAY)["events"].since
    # Every event has both words: no more of them are looked at than are allowed, and not many fewer.
    assert 500 < Event.objects.filter(sort_date__gte=since, sort_date__lte=TODAY).count() <= 1_600
    assert find({"events": Wanted(EVENTS, 20)}, rare, today=TODAY)["events"].since is None


def test_months_are_asked_for_only_where_few_of_them_hold_enough(monkeypatch):
    make_event()
    fill(9_000)
    monkeypatch.setattr("timeline.sql.search.FEW_FOR_EACH", 0)
    for module in ("search", "extents"):
        monkeypatch.setattr(f"timeline.sql.{module}.FEW", 50)

    def asked(text, today=TODAY):
        query = read(text, span_from_words).query({})
        with CaptureQueriesContext(connection) as captured:
            assert find({"events": Wanted(EVENTS, 20, most=100)}, query, today=today)["events"].is_cut
        [ranked] = [one["sql"] for one in captured if "ts_rank" in one["sql"]]
        return ranked

    # Every tenth event has the one word, and one in seventy has both: a hundred lie in many months.
    assert "/months/" in asked("tariffs")
    # Apart from the words: in one condition with them the index would look at every month for each row of the word.
    assert re.search(r"AND search @@ \(SELECT '[^']*''/months/", asked("tariffs"))
    assert "/months/" not in asked("prime tariffs")
    # What is yet to come is asked for while anything is.
    assert "sort_date >" in asked("tariffs")
    assert "sort_date >" not in asked("tariffs", today=date(2027, 1, 20))


def test_the_names_in_a_text_are_planned_once_for_all_texts(monkeypatch):
    asked = []
    monkeypatch.setattr("timeline.sql.names.ask_known", lambda read, *statement: asked.append(statement) or list)
    typed = (*WORDS, "sou kor")
    for text in typed:
        ask_known_names(text.split(), ["mx"])
    for text in typed:
        ask_names_beginning(text)
    assert plans_of(asked[: len(typed)], monkeypatch) == (len(typed) - 5, 5)
    assert plans_of(asked[len(typed) :], monkeypatch) == (len(typed) - 5, 5)


@pytest.fixture
def few_expected(monkeypatch):
    """Let few matches be expected: the server reckons with what other tests left in the tables."""
    monkeypatch.setattr("timeline.sql.search._are_few", lambda *_: True)
    for module in ("search", "extents"):
        monkeypatch.setattr(f"timeline.sql.{module}.FEW", 1_000_000_000)


@pytest.mark.usefixtures("few_expected")
def test_the_words_of_a_search_are_planned_once_for_all_texts(monkeypatch):
    make_event()
    asked = []
    kept = lambda read, statement, values: asked.append((statement, values)) or list  # noqa: E731
    monkeypatch.setattr("timeline.sql.search.ask_known", kept)
    texts = ("fentanyl", "unicorn", "ministers", "trade", "horn", "envoys", "talk", "tariff")
    for text in texts:
        find({"events": Wanted(EVENTS, 20, shown_as="events")}, read(text, span_from_words).query({}), today=TODAY)
    assert len({statement for statement, _ in asked}) == 1
    assert plans_of(asked, monkeypatch) == (len(texts) - 5, 5)


def test_the_words_with_which_two_countries_stand_are_planned_once_for_all(monkeypatch):
    make_event()
    asked = []
    kept = lambda read, statement, values, **options: asked.append((statement, values)) or list  # noqa: E731
    guessed = lambda *asked: {name: replace(one, matches=10_000) for name, one in extents_of(*asked).items()}  # noqa: E731
    monkeypatch.setattr("timeline.sql.search.ask", kept)
    monkeypatch.setattr("timeline.sql.search.extents_of", guessed)
    wanted = {"statements": Wanted(STATEMENTS, 20, shown_as="statements")}
    words = ("fentanyl", "unicorn", "ministers", "trade", "horn", "envoys", "talk", "tariff")
    for word in words:
        for _, read_hits in ask_found(
            wanted, read(f"{word} mexico united states", span_from_words).query(NAMES), today=TODAY
        ):
            assert callable(read_hits)
    assert len({statement for statement, _ in asked}) == 1
    assert plans_of(asked, monkeypatch) == (len(words) - 5, 5)


def test_the_names_near_a_word_are_planned_once_for_all_words(monkeypatch):
    asked = []
    monkeypatch.setattr("timeline.sql.names.ask_known", lambda read, *statement: asked.append(statement) or list)
    for word in ("mexco", "sheinbam", "quinquennial", "housng", "ontaro", "trmup", "canda"):
        near_names(word)
    assert plans_of(asked, monkeypatch) == (len(asked) - 5, 5)


def plans_of(asked, monkeypatch):
    """Return how often the server used the plan that it keeps for a statement, and how often it made one."""
    monkeypatch.setattr(connection.connection, "prepare_threshold", 0)
    with psycopg.Cursor(connection.connection) as cursor:
        for statement, values in asked:
            cursor.execute(statement, values)
        cursor.execute("SELECT generic_plans, custom_plans FROM pg_prepared_statements ORDER BY prepare_time LIMIT 1")
        # The server plans the first five anew, and then compares.
        return cursor.fetchone()


def test_the_newest_matches_are_the_ones_that_are_ranked():
    make_event()
    fill(2_000)
    query = read("talks", span_from_words).query({})
    hits = find({"events": Wanted(EVENTS, MOST_RANKED)}, query, today=TODAY)["events"]
    assert hits.is_cut
    found = set(Event.objects.filter(pk__in=[hit.id for hit in hits.hits]).values_list("sort_date", flat=True))
    newest = Event.objects.order_by("-sort_date", "-id").values_list("sort_date", flat=True)[:MOST_RANKED]
    assert min(found) >= min(newest) - timedelta(days=1)


def test_two_countries_find_the_newest_events_of_their_pair_first():
    make_event()
    fill(3_000)
    query = read("talks mexico united states", span_from_words).query(NAMES)
    hits = find({"events": Wanted(EVENTS, 100, most=100)}, query, today=TODAY)["events"]
    more = find({"events": Wanted(EVENTS, MOST_RANKED)}, query, today=TODAY)["events"]
    assert (hits.is_cut, hits.count, len(hits.hits)) == (True, 100, 100)
    newest = EventPair.objects.order_by("-sort_date", "-event_id").values_list("event_id", "sort_date")[:101]
    last = newest[100][1]
    found = dict(EventPair.objects.filter(event__in=[hit.id for hit in hits.hits]).values_list("event_id", "sort_date"))
    assert len(found) == 100
    assert min(found.values()) >= last
    # The pair has 333: so those are looked for too that only name both countries.
    assert (more.is_cut, more.count) == (True, MOST_RANKED)


def cost(client, **query):
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/search/", query).status_code == 200
    return len(captured)


COSTS = {
    "talk": 6, "mexico us": 11, "sheinbaum talk": 11, "talk January 2026": 6, "working side": 6, "unicorn horn": 20,
}  # fmt: skip


@pytest.mark.usefixtures("few_expected")
def test_a_search_costs_the_same_when_the_record_grows(client):
    def grow():
        for number in range(10):
            make_event(title=f"Talk {number}", edtf=f"2026-01-{number + 1:02d}")
            make_statement(words="We will keep working side by side")

    grow()
    # The first search of a process reads the words of all names.
    cost(client, q="talk")
    few = {text: cost(client, q=text) for text in COSTS}
    grow()
    grow()
    assert {text: cost(client, q=text) for text in COSTS} == few
    assert few == COSTS
