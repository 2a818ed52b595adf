"""Who met whom: the numbers of two countries are those of the lists to which they lead."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import CUBA, DE_LA_FUENTE, MEXICO, UNITED_STATES, VENEZUELA, make_cast
from tests.factories import make_event, part
from tests.pages import text_of

pytestmark = pytest.mark.django_db
PAGE = "/pairs/mexico/united-states/contacts/"
STATES = (part(MEXICO), part(UNITED_STATES))


def cells_of(response) -> list[tuple[str, int]]:
    """Return the addresses and numbers of a table."""
    found = re.findall(r'<td class="number[^>]*><a href="([^"]+)">(\d+)<', response.content.decode())
    return [(address.replace("&amp;", "&").partition("#")[0], int(number)) for address, number in found]


def events_in(response) -> int:
    return response.content.decode().count('class="event__title"')


def names_of(response) -> list[str]:
    """Return the whole names of a table's numbers, as who hears the page gets them."""
    found = re.findall(r'<td class="number[^>]*><a [^>]+>(.*?)</a>', text_of(response))
    return [re.sub(r"<[^>]+>", "", name) for name in found]


def make_contacts() -> None:
    make_event(title="A call")
    make_event(title="A call of December", edtf="2025-12-01", kind="conversation")
    make_event(title="A talk at the turn of the year", edtf="[2025-12-30..2026-01-02]", kind="negotiation")
    make_event(
        title="Ministers meet", kind="meeting", edtf="2024-11-03",
        participations=(part(MEXICO, DE_LA_FUENTE), part(UNITED_STATES)),
    )  # fmt: skip
    make_event(title="A planned visit", kind="visit", modality="planned", edtf="2026-06")
    make_event(title="A treaty", kind="treaty_signed", edtf="2026-01-09")
    make_event(
        title="Two others meet", kind="meeting",
        participations=(part(CUBA), part(VENEZUELA), part(MEXICO, role="mentioned")),
    )  # fmt: skip


def test_every_number_is_that_of_its_list(client):
    make_contacts()
    response = client.get(PAGE)
    cells = cells_of(response)
    assert [number for _, number in cells] == [2, 2, 3, 1, 1]
    for address, number in cells:
        assert events_in(client.get(address)) == number, address
    page = text_of(response)
    assert re.findall(r'<th scope="col" class="number">([^<]+)<', page) == ["2024", "2025", "2026", "All"]
    assert re.findall(r'<th scope="row">([^<]+)<', page) == ["Leaders", "Ministers"]


def test_many_years_are_told_by_decade(client):
    make_event(title="A meeting long ago", kind="meeting", edtf="1962-03-01", participations=STATES)
    make_event(title="A call")
    response = client.get(PAGE)
    assert re.findall(r'<th scope="col" class="number">([^<]+)<', text_of(response))[0] == "1960–1969"
    for address, number in cells_of(response):
        assert events_in(client.get(address)) == number == 1, address


def test_more_than_a_century_of_decades_is_told_by_century(client):
    make_event(title="A treaty's meeting", kind="meeting", edtf="1848-02-02", participations=STATES)
    make_event(title="A call")
    response = client.get(PAGE)
    assert re.findall(r'<th scope="col" class="number">([^<]+)<', text_of(response)) == [
        "1800–1899",
        "1900–1999",
        "2000–2099",
        "All",
    ]
    cells = [number for _, number in cells_of(response)]
    assert cells == [1, 1, 1, 1]
    for address, number in cells_of(response):
        assert events_in(client.get(address)) == number, address


def test_the_pairs_with_most_events_are_counted_by_level(client):
    make_contacts()
    response = client.get("/contacts/")
    cells = cells_of(response)
    assert [number for _, number in cells] == [3, 1, 4, 1, 1]
    for address, number in cells:
        assert events_in(client.get(address)) == number, address
    assert f'href="{PAGE}"' in text_of(response)


def test_a_pair_without_contacts_is_none_of_who_met_whom(client):
    make_contacts()
    make_event(title="A treaty", kind="treaty_signed", participations=(part(MEXICO), part(CUBA)))
    assert "/pairs/cuba/mexico/contacts/" not in text_of(client.get("/contacts/"))
    assert "/pairs/cuba/venezuela/contacts/" in text_of(client.get("/contacts/"))


def test_every_number_says_what_it_counts(client):
    make_contacts()
    assert names_of(client.get(PAGE)) == [
        "2 contacts: Leaders, 2025",
        "2 contacts: Leaders, 2026",
        "3 contacts: Leaders, All",
        "1 contact: Ministers, 2024",
        "1 contact: Ministers, All",
    ]
    names = names_of(client.get("/contacts/"))
    assert names[:3] == [
        "3 contacts: Mexico and the United States, Leaders",
        "1 contact: Mexico and the United States, Ministers",
        "4 contacts: Mexico and the United States, All",
    ]
    assert len(set(names)) == len(names) == 5


def test_other_forms_of_the_address_lead_to_the_one(client):
    make_cast()
    for form in ("united-states/mexico", "us/MX", "mexico/Estados%20Unidos"):
        assert client.get(f"/pairs/{form}/contacts/").headers["Location"] == PAGE
    assert client.get("/pairs/mexico/atlantis/contacts/").status_code == 404
    assert client.get("/pairs/mexico/mx/contacts/").status_code == 404


@pytest.mark.parametrize(("query", "status"), [("level=everyone", 422), ("when=2026-02-30", 422), ("following=x", 400)])
def test_a_filter_that_cannot_be_meant_is_an_error_and_never_the_whole_list(client, query, status):
    make_contacts()
    response = client.get(f"{PAGE}?{query}")
    assert response.status_code == status
    assert events_in(response) == 0


def test_without_contacts_the_pages_say_so(client):
    make_cast()
    assert "No call, visit or meeting between them is in the record yet" in text_of(client.get(PAGE))
    assert "No call, visit or meeting is in the record yet" in text_of(client.get("/contacts/"))


@pytest.mark.parametrize(("address", "cost"), [(PAGE, 6), ("/contacts/", 3)])
def test_queries_do_not_grow_with_the_record(client, address, cost):
    costs = []
    for more in (5, 10):
        for number in range(more):
            make_event(title=f"Talk {more} {number}", edtf=f"{2000 + number}-01-12", participations=STATES)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        costs.append(len(queries))
    assert costs == [cost, cost]
