"""The language of a page is said by its address, and by nothing else."""

import pytest
from django.utils import translation

from tests.factories import make_event

pytestmark = pytest.mark.django_db
PAIR = "/pairs/mexico/united-states/"


def test_the_address_says_the_language(client):
    make_event()
    english, spanish = client.get(PAIR), client.get(f"/es{PAIR}")
    assert (english.status_code, spanish.status_code) == (200, 200)
    assert '<html lang="en">' in english.text
    assert '<html lang="es">' in spanish.text
    assert english.headers["Content-Language"] == "en"
    assert spanish.headers["Content-Language"] == "es"
    assert "México" in spanish.text and "Estados Unidos" in spanish.text
    assert "12 de enero de 2026" in spanish.text


def test_an_event_names_its_pair_in_the_language_of_the_page(client):
    event = make_event()
    spanish = client.get(f"/es/events/{event.pk}/{event.slug}/").text
    assert spanish.count("México y Estados Unidos") == 2
    assert "Mexico y" not in spanish


def test_what_a_browser_prefers_and_cookies_change_nothing(client):
    client.cookies["django_language"] = "es"
    answer = client.get("/", headers={"accept-language": "es"})
    assert answer.headers["Content-Language"] == "en"
    assert "Accept-Language" not in answer.headers.get("Vary", "")
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_each_page_leads_to_itself_in_the_other_language(client):
    make_event()
    english = client.get(f"{PAIR}?order=oldest").text
    spanish = client.get(f"/es{PAIR}?order=oldest").text
    assert f'hreflang="es" href="http://testserver/es{PAIR}?order=oldest"' in english
    assert f'<a href="/es{PAIR}?order=oldest" lang="es"' in english
    assert f'<a href="{PAIR}?order=oldest" lang="en"' in spanish


def test_the_links_of_a_spanish_page_stay_spanish(client):
    event = make_event()
    assert f'href="/es/events/{event.pk}/{event.slug}/"' in client.get(f"/es{PAIR}").text
    assert f'href="/events/{event.pk}/{event.slug}/"' in client.get(PAIR).text


def test_a_language_that_we_do_not_have_is_no_page(client):
    assert client.get("/fr/").status_code == 404
    assert client.get("/en/").status_code == 404
    assert client.get("/es/nowhere/").headers["Content-Language"] == "es"
    assert translation.get_language() == "en"


def test_the_desk_has_no_other_language(client):
    assert client.get("/es/newsroom/").status_code == 404
