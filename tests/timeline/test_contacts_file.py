"""The tables of contacts as files: the numbers of the pages, and nothing that a spreadsheet would run."""

import csv
from io import StringIO

import pytest

from tests.cast import SHEINBAUM, UNITED_STATES, make_cast
from tests.timeline.test_pages_contacts import make_contacts
from timeline.models import Country

pytestmark = pytest.mark.django_db
FILE = "/pairs/mexico/united-states/contacts/contacts.csv"


def rows_of(response) -> list[list[str]]:
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"].startswith("attachment; filename=")
    return list(csv.reader(StringIO(response.content.decode())))


def test_a_pairs_file_has_the_numbers_of_its_page(client):
    make_contacts()
    assert rows_of(client.get(FILE)) == [
        ["by", "what", "2024", "2025", "2026", "all"],
        ["level", "Leaders", "0", "2", "2", "3"],
        ["level", "Ministers", "1", "0", "0", "1"],
    ]
    assert f'href="{FILE}"' in client.get(FILE.removesuffix("contacts.csv")).content.decode()


def test_a_leaders_file_has_both_tables(client):
    make_contacts()
    rows = rows_of(client.get(f"/leaders/{SHEINBAUM}/contacts/contacts.csv"))
    assert [row[:2] for row in rows] == [["by", "what"], ["country", "United States"], ["level", "Leaders"]]


def test_a_name_is_no_formula(client):
    make_contacts()
    Country.objects.filter(slug=UNITED_STATES).update(name="=1+1")
    assert rows_of(client.get(f"/leaders/{SHEINBAUM}/contacts/contacts.csv"))[1][1] == "'=1+1"


def test_other_names_lead_to_the_file_and_nobody_has_none(client):
    make_cast()
    answer = client.get("/pairs/us/mx/contacts/contacts.csv")
    assert (answer.status_code, answer.headers["Location"]) == (301, FILE)
    assert rows_of(client.get(FILE)) == [["by", "what", "all"]]
    assert client.get("/pairs/mexico/atlantis/contacts/contacts.csv").status_code == 404
    assert client.get("/leaders/nobody/contacts/contacts.csv").status_code == 404
