"""Pages that a process keeps: the same bytes as fresh ones, never of an older state, never more than there is room."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event

import brotli
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import CUBA, MEXICO, SHEINBAUM, TRUMP, UNITED_STATES
from tests.factories import AT, BY, event_input, make_event, part, statement_input
from timeline import actions
from timeline.models import Coverage, FailedSearch, Leader, Office, Tenure
from timeline.pages.memory import KeptPage, PageMemory, page_memory

PAIR = "/pairs/mexico/united-states/"


@pytest.fixture
def memory(settings):
    settings.PAGE_MEMORY_BYTES = 2_000_001
    yield page_memory()
    settings.PAGE_MEMORY_BYTES = 0
    page_memory()


def pages_in(memory):
    """Return how many whole pages are kept; the others are parts of pages."""
    return sum(isinstance(kept, KeptPage) for kept in memory._pages.values())


UNPACK = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}


def words_of(response):
    """Return what was sent before it was compressed."""
    return UNPACK[response.get("Content-Encoding", "")](response.content)


def unlike(response):
    """Return the headers in which a kept page may not differ from a fresh one, which is packed quickly."""
    varying = {"Date", "Content-Length"} if response.has_header("Content-Encoding") else {"Date"}
    return {name: value for name, value in response.headers.items() if name not in varying}


@pytest.mark.django_db
@pytest.mark.parametrize("address", [PAIR, f"{PAIR}?kind=phone_call", f"{PAIR}?order=oldest", f"/es{PAIR}"])
@pytest.mark.parametrize(
    "headers", [{}, {"Accept-Encoding": "gzip"}, {"Accept-Encoding": "gzip, br"}, {"HX-Request": "true"}]
)
def test_a_kept_page_equals_a_fresh_one(client, memory, address, headers):
    make_event()
    fresh = client.get(address, headers=headers)
    assert pages_in(memory) == 1
    kept = client.get(address, headers=headers)
    assert (kept.status_code, words_of(kept)) == (fresh.status_code, words_of(fresh))
    assert unlike(kept) == unlike(fresh)
    assert "Accept-Encoding" in kept["Vary"] and "HX-Request" in kept["Vary"]


@pytest.mark.django_db
def test_a_kept_page_costs_one_query(client, memory):
    make_event()
    client.get(PAIR)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(PAIR)
    assert len(queries) == 1
    with CaptureQueriesContext(connection) as queries:
        assert client.get(PAIR, headers={"If-None-Match": page["ETag"]}).status_code == 304
    assert len(queries) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "asks"), [(PAIR, "timeline_country one"), ("/", "max(id) FROM timeline_revision")])
def test_the_state_of_a_page_that_has_changed_is_asked_for_once(client, memory, address, asks):
    make_event()
    client.get(address)
    make_event(title="They talk about trade once more")
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    assert sum(asks in query["sql"] for query in queries) == 1
    assert len(queries) > 1


@pytest.mark.django_db
def test_a_host_that_is_none_of_ours_gets_no_kept_page(client, memory):
    make_event()
    client.get(PAIR)
    assert client.get(PAIR, headers={"Host": "elsewhere.example"}).status_code == 400


@pytest.mark.django_db
def test_a_search_is_kept_until_something_is_published(client, memory):
    make_event()
    address = "/search/?q=trade"
    first = client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).content == first.content
    assert len(queries) == 1
    make_event(title="They talk about trade once more")
    assert "once more" in client.get(address).content.decode()


@pytest.mark.django_db
def test_a_search_in_vain_is_counted_each_time(client, memory):
    make_event()
    for number in range(1, 4):
        assert client.get("/search/?q=xylophone")["Cache-Control"] == "no-store"
        assert FailedSearch.objects.get().count == number


@pytest.mark.django_db
@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_a_page_is_packed_quickly_for_its_first_asker_and_well_for_all_others(client, memory, settings, encoding):
    asked = {"Accept-Encoding": encoding}
    make_event()
    first, *later = (client.get(PAIR, headers=asked) for _ in range(3))
    assert words_of(first) == words_of(later[0])
    assert len(first.content) > len(later[0].content)
    assert later[0].content == later[1].content
    settings.CDN_SECONDS = 60
    make_event(title="They talk about trade once more")
    first, again = (client.get(PAIR, headers=asked) for _ in range(2))
    assert first.content == again.content


@pytest.mark.django_db
def test_compressed_and_plain_hold_the_same_words(client, memory):
    make_event()
    plain = client.get(PAIR)
    for asked, name, unpack in (("gzip", "gzip", gzip.decompress), ("gzip, deflate, br", "br", brotli.decompress)):
        compressed = client.get(PAIR, headers={"Accept-Encoding": asked})
        assert unpack(compressed.content) == plain.content
        assert compressed["Content-Encoding"] == name
        assert compressed["ETag"] == f"W/{plain['ETag']}"
        assert client.get(PAIR, headers={"If-None-Match": compressed["ETag"]}).status_code == 304


@pytest.mark.django_db
def test_what_is_published_is_on_the_page_at_once(client, memory):
    event = make_event()
    before = client.get(PAIR).content.decode()
    with_another = event_input(title="Trump calls Sheinbaum again", edtf="2026-01-11")
    actions.record_event(event=with_another, by=BY, at=AT + timedelta(hours=1))
    page = client.get(PAIR).content.decode()
    assert "Trump calls Sheinbaum again" in page
    assert "Trump calls Sheinbaum again" not in before
    later = AT + timedelta(hours=2)
    actions.withdraw_event(event_id=event.pk, expected_version=1, reason="It was another call.", by=BY, at=later)
    assert f"/events/{event.pk}/" not in client.get(PAIR).content.decode()


@pytest.mark.django_db
def test_what_is_said_of_coverage_is_on_the_page_at_once(client, memory):
    make_event()
    client.get(PAIR)
    Coverage.objects.create(checked_at=AT, known_gaps="Nothing before 2026.")
    assert "Nothing before 2026." in client.get(PAIR).content.decode()


@pytest.mark.django_db
def test_addresses_hosts_and_pairs_are_kept_apart(client, memory, settings):
    make_event()
    make_event(participations=(part(CUBA), part(MEXICO, SHEINBAUM)), title="Cuba and Mexico talk")
    first = client.get(PAIR).content
    assert client.get(f"{PAIR}?show=planned").content != first
    assert client.get("/pairs/cuba/mexico/").content != first
    elsewhere = client.get(PAIR, headers={"Host": "127.0.0.1"}).content
    assert b"http://127.0.0.1/" in elsewhere
    assert b"http://127.0.0.1/" not in first


@pytest.mark.django_db
def test_a_refused_filter_is_not_kept(client, memory):
    make_event(participations=(part(MEXICO, SHEINBAUM), part(UNITED_STATES, TRUMP)))
    assert client.get(f"{PAIR}?when=nonsense").status_code == 422
    assert pages_in(memory) == 0


def test_the_memory_lets_go_of_what_nobody_asks_for():
    memory = PageMemory(1200)
    for name in "abcdefghij":
        memory.put(name, KeptPage(b"x" * 100))
        memory.get("a")
    assert memory.get("a") is not None
    assert memory.get("b") is None
    assert memory.get("j") is not None
    assert memory.used == sum(page.size for page in memory._pages.values()) <= 1200
    memory.put("huge", KeptPage(b"x" * 200))
    assert memory.get("huge") is None


PAGES = ["/", "/countries/", "/countries/mexico/", "/leaders/", "/leaders/claudia-sheinbaum/", "/about/", "/sources/"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_every_reading_page_is_kept_while_the_record_stands(client, memory, address):
    make_event()
    fresh = client.get(address)
    with CaptureQueriesContext(connection) as queries:
        kept = client.get(address)
        assert client.get(address, headers={"If-None-Match": kept["ETag"]}).status_code == 304
    assert len(queries) == 2
    assert kept.content == fresh.content
    assert unlike(kept) == unlike(fresh)


@pytest.mark.django_db
def test_pages_of_records_are_kept_and_change_with_the_record(client, memory):
    event = make_event(statements=(statement_input(),))
    page = f"/events/{event.pk}/{event.slug}/"
    statement = f"/statements/{event.statements.get().pk}/"
    before = {address: client.get(address) for address in (page, statement, "/", "/countries/mexico/")}
    assert [client.get(address)["ETag"] for address in before] == [one["ETag"] for one in before.values()]
    actions.withdraw_event(event_id=event.pk, expected_version=1, reason="It was another call.", by=BY, at=AT)
    assert client.get(page).status_code == 410
    for address in ("/", "/countries/mexico/"):
        assert client.get(address, headers={"If-None-Match": before[address]["ETag"]}).status_code == 200
        assert "talk about trade" not in client.get(address).content.decode()


@pytest.mark.django_db
def test_what_is_no_page_is_not_kept(client, memory):
    make_event()
    assert client.get("/countries/nowhere/").status_code == 404
    assert client.get("/pairs/mexico/united-states/card.png")["Content-Type"] == "image/png"
    assert client.post("/").status_code == 405
    assert len(memory) == 0


def test_one_thread_makes_a_page_while_the_others_wait_for_it():
    memory, made, started, go_on = PageMemory(1000), [], Event(), Event()

    def ask():
        with memory.one_maker("page"):
            if memory.get("page") is None:
                made.append(1)
                started.set()
                go_on.wait(10)
                memory.put("page", KeptPage(b"x"))

    with ThreadPoolExecutor(8) as threads:
        asked = [threads.submit(ask)]
        started.wait(10)
        asked += [threads.submit(ask) for _ in range(7)]
        with memory.one_maker("another page"):
            go_on.set()
        for one in asked:
            one.result(10)
    assert len(made) == 1


def test_a_page_that_could_not_be_made_is_tried_by_the_next():
    memory = PageMemory(1000)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), memory.one_maker("page"):
            1 / 0  # noqa: B018
    with memory.one_maker("page"):
        assert memory.get("page") is None


@pytest.mark.django_db
@pytest.mark.parametrize("address", [PAIR, "/countries/mexico/", f"/leaders/{SHEINBAUM}/", "/leaders/"])
def test_a_changed_tenure_or_name_is_on_the_page_at_once(client, memory, address):
    make_event()
    before = client.get(address)
    Leader.objects.filter(slug=SHEINBAUM).update(name="Claudia Sheinbaum Pardo")
    named = client.get(address)
    assert "Claudia Sheinbaum Pardo" in named.content.decode()
    assert named["ETag"] != before["ETag"]
    Tenure.objects.filter(leader__slug=SHEINBAUM, ended="").update(
        office=Office.objects.get(slug="mayor-of-mexico-city")
    )
    assert client.get(address)["ETag"] != named["ETag"]


@pytest.mark.django_db
def test_what_is_said_to_be_missing_is_on_the_page_at_once(client, memory):
    make_event()
    coverage = Coverage.objects.create(checked_at=AT, known_gaps="Nothing before 2025.")
    assert "Nothing before 2025." in client.get(PAIR).content.decode()
    coverage.known_gaps = "Nothing before 2024."
    coverage.save()
    assert "Nothing before 2024." in client.get(PAIR).content.decode()
