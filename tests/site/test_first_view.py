"""What a first view costs before the serif: bytes as they are sent, requests, elements; without a network."""

import re

import brotli
import pytest
from django.db import connection
from django.test import Client

from benchmarks.speed import filling, record
from config.scripts import without_comments
from config.stylesheets import with_imports, without_spaces
from tests.benchmarks.written import write_record
from tests.site.source_tree import ROOT
from timeline import readmodels
from timeline.models import EventCountry, EventPair
from timeline.pages.memory import page_memory
from timeline.queries.lists import PAGE_SIZE

STATIC = ROOT / "static"
MOST_BYTES = 34 * 1024
# Who asks first for a page in its state of now gets it packed quickly.
MOST_BYTES_OF_FIRST_ASKER = 41 * 1024
# So many elements has a page of this record today; more of them want a reason.
MOST_ELEMENTS = {
    "/": 200,
    "/pairs/mexico/united-states/": 2700,
    "/countries/mexico/": 2400,
    "/events/500/": 250,
}


def sheet() -> bytes:
    text = with_imports("css/site.css", lambda name: (STATIC / name).read_text(encoding="utf-8"))
    return without_spaces(text).encode()


def script() -> bytes:
    return without_comments((STATIC / "js" / "site.js").read_text(encoding="utf-8")).encode()


def sent(body: bytes, headers: dict[str, str]) -> int:
    """Return the bytes of an answer, with its headers."""
    return len(body) + sum(len(f"{name}: {value}\r\n") for name, value in headers.items())


@pytest.fixture
def _record(transactional_db, settings):
    """Publish so many events that the busiest pair and country fill a page, their rows as readers get them."""
    settings.PAGE_MEMORY_BYTES = 4_000_003
    write_record(4000, countries=62)
    with connection.cursor() as cursor:
        filling.fill(cursor.connection, at=record.READ_AT)
    order = ("-sort_date", "-span_days", "-day_order", "-event_id")
    of_country = EventCountry.objects.filter(country__slug="mexico").order_by(*order)
    of_pair = EventPair.objects.filter(pair__first__slug="mexico", pair__second__slug="united-states").order_by(*order)
    shown = {event for rows in (of_country, of_pair) for event in rows.values_list("event_id", flat=True)[:150]}
    readmodels.keep_rows(shown)
    yield
    settings.PAGE_MEMORY_BYTES = 0
    page_memory()


@pytest.mark.usefixtures("_record")
def test_a_first_view_is_small_and_asks_for_few_files():
    for address, most_elements in MOST_ELEMENTS.items():
        client = Client(headers={"Accept-Encoding": "br"})
        first, answer = (client.get(address, follow=True) for _ in range(2))
        page = brotli.decompress(answer.content).decode()
        if "pairs" in address or "countries" in address:
            assert page.count('class="event__row"') == PAGE_SIZE
        files = set(re.findall(r'<(?:link rel="(?:stylesheet|preload)"|script)[^>]* (?:href|src)="([^"]+)"', page))
        names = {name.rpartition("/")[2] for name in files}
        assert names == {"site.css", "site.js", "bilateral-serif-latin.woff2"}
        size = sent(answer.content, answer.headers)
        for name, body in (("css/site.css", sheet()), ("js/site.js", script())):
            file = client.get(f"/static/{name}")
            size += sent(brotli.compress(body), file.headers)
            file.close()
        elements = len(re.findall(r"<[a-z]", page))
        more = len(first.content) - len(answer.content)
        print(address, size, more, elements)
        assert size <= MOST_BYTES, address
        assert size + more <= MOST_BYTES_OF_FIRST_ASKER, address
        assert elements <= most_elements, address
