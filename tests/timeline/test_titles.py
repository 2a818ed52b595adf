"""Titles of offices in Spanish are said as of a woman where the holder is one, from what the record says of her."""

import pytest
from django.utils import translation

from tests.cast import SHEINBAUM, make_cast
from tests.factories import make_event
from timeline.gazetteer import load
from timeline.gazetteer.titles import feminine, is_known
from timeline.models import Leader, Office


@pytest.mark.parametrize(
    ("title", "of_woman"),
    [
        ("Presidente", "Presidenta"),
        ("Primer ministro", "Primera ministra"),
        ("Ministro de Asuntos Exteriores", "Ministra de Asuntos Exteriores"),
        ("Presidente del Consejo Europeo", "Presidenta del Consejo Europeo"),
        ("Embajador ante la OEA", "Embajadora ante la OEA"),
        ("Portavoz del Departamento de Estado", "Portavoz del Departamento de Estado"),
        ("Rey", "Reina"),
        ("Gran visir", "Gran visir"),
    ],
)
def test_the_words_that_name_the_holder_change(title, of_woman):
    assert feminine(title) == of_woman


def test_every_title_of_the_gazetteer_is_known():
    titles = {office.title_es for office in load().offices.values() if office.title_es}
    assert len(titles) > 30
    assert [title for title in sorted(titles) if not is_known(title)] == []


@pytest.mark.django_db
def test_the_pages_say_it_of_her_and_in_both_forms_where_nothing_is_known(client):
    make_event()
    Office.objects.filter(slug="president-of-mexico").update(title_es="Presidente")
    Office.objects.filter(slug="president-of-the-united-states").update(title_es="Presidente")
    for address in (f"/es/leaders/{SHEINBAUM}/", "/es/pairs/mexico/united-states/", "/es/countries/mexico/"):
        assert "Presidenta" in client.get(address).content.decode()
    assert "Presidenta" not in client.get("/es/leaders/donald-trump/").content.decode()
    Leader.objects.filter(slug=SHEINBAUM).update(pronoun="")
    assert "Presidente / Presidenta" in client.get(f"/es/leaders/{SHEINBAUM}/").content.decode()
    assert "President" in client.get(f"/leaders/{SHEINBAUM}/").content.decode()


@pytest.mark.django_db
def test_a_pair_in_spanish_has_the_words_that_its_code_puts_together(client):
    for edtf in ("2026-01-12", "2025-11-20"):
        make_event(edtf=edtf, title=f"They talk on {edtf}")
    page = client.get("/es/pairs/mexico/united-states/?order=oldest").content.decode()
    assert "desde el 1 de octubre de 2024" in page
    assert "2 eventos, lo más antiguo primero" in page
    assert "enero de 2026: México 0, ambos juntos 1, Estados Unidos 0" in page
    assert "Parecido: Venezuela." in client.get("/es/compare/?pair=mexico,venez").content.decode()


@pytest.mark.django_db
def test_a_title_without_spanish_stays_english():
    make_cast()
    with translation.override("es"):
        office = Office.objects.get(slug="president-of-mexico")
        assert office.held_by(Leader.objects.get(slug=SHEINBAUM)) == "President"
