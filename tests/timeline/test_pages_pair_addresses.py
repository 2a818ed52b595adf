"""How a pair's page is reached: the one address, the others that lead to it, and what no country is called."""

import pytest
from django.core.management import call_command

from tests.cast import make_cast
from tests.pages import text_of

pytestmark = pytest.mark.django_db
PAIR = "/pairs/mexico/united-states/"


@pytest.mark.parametrize(
    "address",
    ["/pairs/united-states/mexico/", "/pairs/mx/us/", "/pairs/USA/MEX/", "/pairs/mexico/united-states-of-america/",
     "/pairs/new-spain/united-states/", "/pairs/Mexico/United States/", "/pairs/484/840/", "/pairs/840/mx/"],
)  # fmt: skip
def test_other_forms_of_the_address_lead_to_the_one(client, address):
    make_cast()
    response = client.get(address + "?kind=visit")
    assert (response.status_code, response.headers["Location"]) == (301, PAIR + "?kind=visit")


def test_a_country_with_itself_is_explained(client):
    make_cast()
    response = client.get("/pairs/mexico/MX/")
    assert response.status_code == 404
    assert "A timeline needs two countries" in text_of(response)
    assert 'href="/countries/mexico/"' in text_of(response)


def test_an_unknown_country_is_told_with_names_that_are_near(client):
    make_cast()
    response = client.get("/pairs/mexic/venezuelia/")
    assert response.status_code == 404
    assert 'href="/countries/venezuela/"' in text_of(response) or 'href="/countries/mexico/"' in text_of(response)
    for address in ("/pairs/mexico/venezeula/", "/pairs/venezeula/MX/"):
        response = client.get(address)
        assert response.status_code == 404
        assert '<a href="/pairs/mexico/venezuela/">Mexico and Venezuela</a>' in text_of(response)
    assert "Mexico and Mexico" not in text_of(client.get("/pairs/mexico/mexcio/"))
    assert 'href="/countries/mexico/"' in text_of(client.get("/countries/mxeico/"))


def test_a_number_that_is_no_code_of_iso_leads_nowhere_and_says_who_has_it_in_other_lists(client):
    call_command("load_gazetteer", verbosity=0)
    for address in ("/pairs/70/2/", "/pairs/mexico/2/"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "code of three digits in ISO 3166-1" in text_of(answer)
    page = text_of(client.get("/pairs/70/united-states/"))
    assert 'href="/pairs/mexico/united-states/"' in page
    assert 'href="/pairs/bosnia-and-herzegovina/united-states/"' in page
    # Of two that have had one code the state of today is meant; where both are gone, neither.
    assert client.get("/pairs/104/mexico/").headers["Location"] == "/pairs/mexico/myanmar/"
    gone = client.get("/pairs/891/mexico/")
    assert gone.status_code == 404
    assert 'href="/pairs/mexico/serbia-and-montenegro/"' in text_of(gone)


@pytest.mark.parametrize("number", ["0", "000", "999", "4840", "9" * 400, "-484", "４８４", "²³¹", "48.4"])
def test_odd_numbers_are_answered_with_404(client, number):
    make_cast()
    for address in (f"/pairs/mexico/{number}/", f"/pairs/{number}/{number}/", f"/countries/{number}/"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("name", ["(", "%F0%9F%99%82", "x" * 500, "a'b", "%3Cscript%3E", "..%5C"])
def test_odd_names_are_answered_with_404(client, name):
    make_cast()
    response = client.get(f"/pairs/mexico/{name}/")
    assert response.status_code == 404
    assert b"<script>" not in response.content
