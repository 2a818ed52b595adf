"""Dates in words say what their sources say, and no more."""

import re

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import make_event
from timeline.filters import span_from_words, when_from_words
from timeline.pages.dates import day_text, is_vague, machine_date, since_text, when_text
from timeline.values import When


@pytest.mark.parametrize(
    ("edtf", "words", "vague", "machine"),
    [
        ("2026-01-12", "12 January 2026", False, "2026-01-12"),
        ("2026-01-12T09:30:00-06:00", "12 January 2026", False, ""),
        ("2026-01-12~", "about 12 January 2026", True, ""),
        ("2026-01-12?", "12 January 2026 (date uncertain)", True, ""),
        ("2026-01-12%", "about 12 January 2026 (date uncertain)", True, ""),
        ("2026-01", "January 2026", True, "2026-01"),
        ("2026-01-XX", "a day in January 2026", True, ""),
        ("2026", "2026", True, "2026"),
        ("2026-21", "spring 2026", True, ""),
        ("202X", "the 2020s", True, ""),
        ("[2026-01-01..2026-01-10]", "early January 2026", True, ""),
        ("[2026-01-11..2026-01-20]", "mid-January 2026", True, ""),
        ("[2026-01-21..2026-01-31]", "late January 2026", True, ""),
        ("[2026-01-05..2026-01-11]", "5–11 January 2026", True, ""),
        ("[2025-12-29..2026-01-04]", "29 December 2025 – 4 January 2026", True, ""),
        ("2026-03-06/2026-03-10", "6–10 March 2026", False, ""),
        ("2026-01-28/2026-02-03", "28 January – 3 February 2026", False, ""),
        ("2025-01~/2026-01~", "about January 2025 – about January 2026", True, ""),
        ("2016/..", "since 2016", True, ""),
        ("../2026-01-12", "until 12 January 2026", True, ""),
        ("[..2026-01-12]", "by 12 January 2026", True, ""),
        ("[2026-01-12..]", "on or after 12 January 2026", True, ""),
        ("[2026-01-11,2026-01-12]", "11 or 12 January 2026", True, ""),
        ("{2026-01-22,2026-01-23}", "22 and 23 January 2026", False, ""),
        ("[2025-12-31,2026-01-01]", "31 December 2025 or 1 January 2026", True, ""),
    ],
)
def test_a_date_in_words(edtf, words, vague, machine):
    when = When.parse(edtf)
    assert (when_text(when), is_vague(when), machine_date(when)) == (words, vague, machine)


def test_months_have_names_in_spanish_too():
    with translation.override("es"):
        assert "enero" in when_text(When.parse("2026-01-12"))


@given(first=st.dates(), last=st.dates())
def test_a_span_never_names_a_single_day(first, last):
    first, last = sorted((first, last))
    if first != last:
        words = when_text(When.within(first, last))
        assert words not in {day_text(first), day_text(last)}


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026-01-12", "2026-01-12", "2026-01-12"),
        ("2026-01", "2026-01-01", "2026-01-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2025/2026", "2025-01-01", "2026-12-31"),
        ("12 Jan 2026", "2026-01-12", "2026-01-12"),
        ("12th of January, 2026", "2026-01-12", "2026-01-12"),
        ("January 12, 2026", "2026-01-12", "2026-01-12"),
        ("12 de enero de 2026", "2026-01-12", "2026-01-12"),
        ("13.1.2026", "2026-01-13", "2026-01-13"),
        ("1/13/2026", "2026-01-13", "2026-01-13"),
        ("05/05/2026", "2026-05-05", "2026-05-05"),
        ("enero 2026", "2026-01-01", "2026-01-31"),
        ("  jan   2026 ", "2026-01-01", "2026-01-31"),
        ("Sept 2025", "2025-09-01", "2025-09-30"),
        ("early January 2026", "2026-01-01", "2026-01-10"),
        ("mid-January 2026", "2026-01-11", "2026-01-20"),
        ("early 2026", "2026-01-01", "2026-04-30"),
        ("mid-2026", "2026-05-01", "2026-08-31"),
        ("fines de 2026", "2026-09-01", "2026-12-31"),
        ("2025 to 2026", "2025-01-01", "2026-12-31"),
        ("2025-2026", "2025-01-01", "2026-12-31"),
        ("1 Dec 2025 – 4 Jan 2026", "2025-12-01", "2026-01-04"),
        ("[2026-01-05..2026-01-11]", "2026-01-05", "2026-01-11"),
        ("since 2020", "2020-01-01", None),
        ("until March 2021", None, "2021-03-31"),
        ("spring 2025", "2025-03-01", "2025-05-31"),
        ("invierno de 2025", "2025-12-01", "2026-02-28"),
        ("Q3 2025", "2025-07-01", "2025-09-30"),
        ("the first quarter of 2026", "2026-01-01", "2026-03-31"),
        ("1st half of 2026", "2026-01-01", "2026-06-30"),
        ("segundo semestre de 2025", "2025-07-01", "2025-12-31"),
        ("1850s", "1850-01-01", "1859-12-31"),
        ("the 1990's", "1990-01-01", "1999-12-31"),
        ("early 1990s", "1990-01-01", "1993-12-31"),
        ("los años 1850", "1850-01-01", "1859-12-31"),
        ("finales de la década de 1970", "1977-01-01", "1979-12-31"),
        ("1850s to 1870s", "1850-01-01", "1879-12-31"),
        ("since the 1990s", "1990-01-01", None),
        ("the 19th century", "1800-01-01", "1899-12-31"),
        ("siglo XIX", "1800-01-01", "1899-12-31"),
        ("siglo 21", "2000-01-01", "2099-12-31"),
        ("5 to 11 January 2026", "2026-01-05", "2026-01-11"),
        ("5–11 January 2026", "2026-01-05", "2026-01-11"),
        ("January 5-11, 2026", "2026-01-05", "2026-01-11"),
        ("del 5 al 11 de enero de 2026", "2026-01-05", "2026-01-11"),
        ("2026-01-05..2026-01-11", "2026-01-05", "2026-01-11"),
        ("5 January 2026 .. Mar 2026", "2026-01-05", "2026-03-31"),
        ("2026..", "2026-01-01", None),
        ("..2026", None, "2026-12-31"),
    ],
)
def test_a_date_as_people_type_it(typed, first, last):
    found = tuple(day.isoformat() if day else None for day in span_from_words(typed))
    assert found == (first, last)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026..2022", "The end of that span lies before its start."),
        ("2026-01-05..soon", "“soon” is not a date that is understood here."),
        ("2026..2027..2028", "“2027..2028” is not a date."),
        ("..", "“..” is not a date that is understood here."),
    ],
)
def test_what_is_wrong_with_a_span_is_said_of_what_was_typed(typed, said):
    with pytest.raises(ValueError, match=f"^{re.escape(said)}"):
        span_from_words(typed)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("12 January 2026", "2026-01-12"),
        ("enero de 2026", "2026-01"),
        ("early January 2026", "[2026-01-01..2026-01-10]"),
        ("5 to 11 January 2026", "[2026-01-05..2026-01-11]"),
        ("early 2026", "[2026-01..2026-04]"),
        ("by 12 January 2026", "[..2026-01-12]"),
        ("On or after January 2026", "[2026-01-01..]"),
        ("spring 2025", "2025-21"),
        ("the 1850s", "185X"),
        ("siglo XIX", "18XX"),
        ("2026-01-12~", "2026-01-12~"),
        ("{2026-01-12,2026-01-14}", "{2026-01-12,2026-01-14}"),
        ("2025-12-30/2026-01-02", "2025-12-30/2026-01-02"),
    ],
)
def test_a_date_as_an_editor_types_it(typed, edtf):
    assert when_from_words(typed).edtf == edtf


@pytest.mark.parametrize(
    "typed", ["since 2020", "by and by", "by [2020..]", "2025 to 2026", "01/02/2026", "11 to 5 January 2026", "soon"]
)
def test_what_is_no_one_date_is_refused_with_a_sentence(typed):
    with pytest.raises(ValueError, match=r"\.$"):
        when_from_words(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-02-30", "2025-02-29", "0000-01-01", "10000-01-01", "2026-13-01", "30 February 2026", "yesterday",
        "Januar 2026", "13/13/2026", "00/00/2026", "31/06/2026", "01/02/0000",
        "early 0000", "soon 2026", "1855s", "soon 1850s", "0000s", "0th century", "1st century", "siglo xl",
        "siglo iiii",
        "5th quarter of 2026", "third half of 2026", "Q5 2026", "Q0 2026",
        "12 Janitor 2026", "2026 to 2025", "5 Jan 2026 - 4 Jan 2026", "NaN", "1e400", "9" * 5000, "-", "/", "[",
        "２０２６",
        "2026-01-12T25:00:00", "🙂", "12 de enero", "of", "to 2026 to",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_a_sentence(typed):
    with pytest.raises(ValueError, match=r"\.$"):
        span_from_words(typed)


@pytest.mark.parametrize(("typed", "hint"), [("01/02/2026", "1 February 2026"), ("12.1.2026", "12 January 2026")])
def test_a_date_that_can_be_read_in_two_ways_is_asked_about(typed, hint):
    with pytest.raises(ValueError, match="two ways") as error:
        span_from_words(typed)
    assert hint in str(error.value)


@pytest.mark.parametrize(
    ("edtf", "spanish", "english"),
    [
        ("2024-10-01", "desde el 1 de octubre de 2024", "since 1 October 2024"),
        ("2024-10", "desde octubre de 2024", "since October 2024"),
        ("2024", "desde 2024", "since 2024"),
        ("2024-10-01~", "desde alrededor del 1 de octubre de 2024", "since about 1 October 2024"),
        ("2024-10~", "desde alrededor de octubre de 2024", "since about October 2024"),
        ("2024-10-01?", "desde el 1 de octubre de 2024 (fecha incierta)", "since 1 October 2024 (date uncertain)"),
        ("[2024-10-01..2024-10-03]", "desde 1–3 de octubre de 2024", "since 1–3 October 2024"),
    ],
)
def test_since_when_has_an_article_before_a_day_alone(edtf, spanish, english):
    assert since_text(edtf) == english
    with translation.override("es"):
        assert since_text(edtf) == spanish


@pytest.mark.parametrize(
    ("edtf", "spanish", "english"),
    [
        ("../2024-10-01", "hasta el 1 de octubre de 2024", "until 1 October 2024"),
        ("../2024-10", "hasta octubre de 2024", "until October 2024"),
        ("../2024-10-01~", "hasta alrededor del 1 de octubre de 2024", "until about 1 October 2024"),
        ("2024-10-01~", "alrededor del 1 de octubre de 2024", "about 1 October 2024"),
        ("2024~", "alrededor de 2024", "about 2024"),
    ],
)
def test_until_when_and_about_when_have_an_article_before_a_day_alone(edtf, spanish, english):
    assert when_text(When.parse(edtf)) == english
    with translation.override("es"):
        assert when_text(When.parse(edtf)) == spanish


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("01/02/2026", "«01/02/2026» puede leerse de dos maneras. Escriba el mes con letras: 1 febrero 2026."),
        ("2026-02-30", "«2026-02-30» no es una fecha: ese mes tiene 28 días."),
        ("31 de febrero de 2026", "«31 de febrero de 2026» no es una fecha: ese mes tiene 28 días."),
        ("ayer", "Escríbala así:"),
        ("2026 a 2025", "acaba antes de empezar"),
    ],
)
def test_what_is_wrong_with_a_date_is_said_in_the_language_of_the_page(typed, said):
    with translation.override("es"), pytest.raises(ValueError, match=re.escape(said)):
        span_from_words(typed)


@given(st.text(max_size=80))
def test_nothing_typed_breaks_the_reader(typed):
    try:
        first, last = span_from_words(typed)
    except ValueError:
        return
    assert first is None or last is None or first <= last


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Mexico_City"])
def test_the_day_of_an_event_is_the_day_at_its_place_in_every_zone(client, settings, zone):
    settings.TIME_ZONE = zone
    event = make_event(time_zone="America/Mexico_City")
    for address in ("/pairs/mexico/united-states/", f"/events/{event.pk}/{event.slug}/", "/dates/2026/01/12/"):
        assert '<time class="when" datetime="2026-01-12">12 January 2026</time>' in client.get(address).content.decode()
