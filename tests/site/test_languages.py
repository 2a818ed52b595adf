"""The language of a page is said by its address, and by nothing else."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import translation
from django.utils.translation import trans_real

from config.languages import remember_words
from tests.factories import AT, BY, cite, event_input, make_event, source_input, statement_input
from timeline import actions

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


def test_the_language_of_one_request_is_not_that_of_another_thread():
    with ThreadPoolExecutor(1) as others, translation.override("es"):
        assert translation.get_language() == "es"
        assert others.submit(translation.get_language).result() == "en"


def test_words_are_remembered_once_however_often_a_process_warms_up():
    remember_words()
    before = [trans_real.translation(code).gettext for code, _ in settings.LANGUAGES]
    remember_words()
    assert [trans_real.translation(code).gettext for code, _ in settings.LANGUAGES] == before


def test_an_event_names_its_pair_in_the_language_of_the_page(client):
    event = make_event()
    spanish = client.get(f"/es/events/{event.pk}/{event.slug}/").text
    assert spanish.count("México y Estados Unidos") == 2
    assert "Mexico y" not in spanish


@pytest.mark.parametrize("is_sample", [False, True])
def test_a_reader_of_another_language_is_told_that_events_are_told_in_english(client, is_sample):
    event = make_event()
    actions.record_coverage(checked_at=AT, is_sample=is_sample, by=BY, at=AT)
    said = "Los títulos y resúmenes de los eventos están en inglés."
    for address in (PAIR, "/", f"/events/{event.pk}/{event.slug}/", "/search/?q=trade", "/countries/mexico/"):
        assert client.get(f"/es{address}").text.count(said) == 1, address
        assert "are in English" not in client.get(address).text
        assert ("registro de muestra" in client.get(f"/es{address}").text) == is_sample


def test_the_name_of_a_note_is_in_the_language_of_the_page_whatever_it_stands_in(client):
    event = make_event(summary="They talk.", citations=(cite("when"), cite("kind"), cite("modality"), cite("summary")),
                       statements=(statement_input(),))  # fmt: skip
    spanish, english = (client.get(f"{of}/events/{event.pk}/{event.slug}/").text for of in ("/es", ""))
    assert len(re.findall(r"[a-z.]<a[^>]*><span class=\"visually-hidden\" lang=\"es\">Nota ", spanish)) == 1
    assert len(re.findall(r"”<a[^>]*><span class=\"visually-hidden\" lang=\"es\">Nota ", spanish)) == 1
    assert 'lang="en">Note' not in english


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


def test_words_of_the_record_are_marked_as_english_on_pages_in_another_language(client, db):
    event = make_event(title="They talk about trade", statements=(statement_input(),))
    statement = event.statements.get()
    actions.correct_event(
        event_id=event.pk, expected_version=1, kind="correction", reason="It was steel.", by=BY, at=AT,
        event=event_input(title="They talk about steel"),
    )  # fmt: skip
    history = client.get(f"/es/events/{event.pk}/history/").content.decode()
    assert '<del lang="en">They talk about trade</del>' in history
    assert '<ins lang="en">They talk about steel</ins>' in history
    version = client.get(f"/es/events/{event.pk}/v1/").content.decode()
    assert re.search(rf'<(dd|li) lang="{statement.language}">[^<]*{re.escape(statement.words[:20])}', version)
    source = statement.citations.first().source
    page = client.get(f"/es/sources/{source.pk}/").content.decode()
    assert f'<a href="/es/statements/{statement.pk}/" lang="{statement.language}">' in page
    assert ': <span lang="en">They talk about steel</span>' in client.get("/es/follow/pairs/mexico/united-states/").text


def test_words_of_a_source_are_marked_with_its_language_within_a_sentence_in_another(client):
    text = "[2026-01-05..2026-01-11]"
    said = statement_input(source_words="on Monday", citations=(*statement_input().citations, cite("when")))
    event = make_event(edtf=text, source_words="on Monday", statements=(said,))
    marked, statement = '<bdi lang="en">on Monday</bdi>', event.statements.get().pk
    pages = (PAIR, f"/events/{event.pk}/{event.slug}/", f"/statements/{statement}/")
    for page in pages:
        assert f"«{marked}»" in client.get(f"/es{page}").text, page
        assert marked not in client.get(page).text, page
    assert (
        '<bdi lang="en">“We will keep working side by side”</bdi> — ' in client.get(f"/es/statements/{statement}/").text
    )
    assert f'lang="en">{event.title}' in client.get(f"/es/events/{event.pk}/cite/").text


def test_passages_of_a_version_are_marked_with_their_language(client):
    event = make_event(source_words="on Monday", statements=(statement_input(),))
    page = client.get(f"/es/events/{event.pk}/v1/").text
    assert '<li>“<bdi lang="en">talked by telephone on Monday</bdi>” (The Example; cuándo)</li>' in page
    assert '12 de enero de 2026 (“<bdi lang="en">on Monday</bdi>”)' in page
    assert "<li>“talked by telephone on Monday” (The Example; when)</li>" in client.get(f"/events/{event.pk}/v1/").text
    said = client.get(f"/es/statements/{event.statements.get().pk}/v1/").text
    assert '<h1 class="event-page__title" lang="en">Claudia Sheinbaum: “We will keep' in said


def test_where_sources_of_two_languages_date_an_event_its_words_decide(client):
    """On its page, in its row, drawn at once and drawn anew, in its history and in its versions."""
    spanish = source_input(language="es", outlet="El Ejemplo", address="https://example.org/es", text="otro texto")
    dating = (cite("when"), cite("when", "The two presidents", spanish))
    event = make_event(
        edtf="2026-01", source_words="The two presidents", citations=(*dating, cite("kind"), cite("modality"))
    )
    page = f"/events/{event.pk}/{event.slug}/"
    assert '“<bdi lang="es">The two presidents</bdi>”' in client.get(page).text
    assert "«The two presidents»" in client.get(f"/es{page}").text
    marked = '“<bdi lang="es">The two presidents</bdi>”'
    for _ in range(2):
        assert f"source: {marked}" in client.get(PAIR).text
        assert "«The two presidents»" in client.get(f"/es{PAIR}").text
        call_command("rebuild_readmodels", verbosity=0)
    assert marked in client.get(f"/events/{event.pk}/v1/").text
    assert 'lang="es">The two presidents' not in client.get(f"/es/events/{event.pk}/v1/").text


def test_what_accounts_are_of_is_said_in_the_language_of_the_page(client):
    other = source_input(outlet="The Presidency", origin="The Presidency", address="https://example.org/r", text="x")
    cited = (cite("when"), cite("kind"), cite("modality"), cite("kind", "talked", other))
    event = make_event(citations=cited)
    page = client.get(f"/es/events/{event.pk}/{event.slug}/").text
    assert "Qué fue</h3>" in page
    assert "What it was" not in page
