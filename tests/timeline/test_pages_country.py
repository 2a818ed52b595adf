"""A country's page: its counterparts with a picture and the last contact, who held office, its names."""

import re

import pytest
from django.utils import timezone

from tests.cast import CUBA, DE_LA_FUENTE, MEXICO, UNITED_STATES, VENEZUELA, give_office, make_cast
from tests.factories import make_event, part
from tests.pages import text_of
from timeline.models import Country, Leader, Office, Succession

pytestmark = pytest.mark.django_db
PAGE = "/countries/mexico/"


def rows_of(page: str) -> list[tuple[str, str, str, str]]:
    """Return name, number, words of the picture and last contact of each counterpart."""
    table = page.split('id="counterparts"')[1].split("</table>")[0]
    return re.findall(
        r'<th scope="row">.*?<a href="[^"]+">([^<]+)</a></th><td class="number">(\d+)</td>.*?'
        r"Events by year: ([^<]*)</span>\s*</a></td><td>(.*?)</td>",
        table,
    )


def test_counterparts_are_ranked_with_years_and_last_contact(client):
    call = make_event()
    make_event(title="A later threat", kind="threat", edtf="2026-02-01")
    make_event(title="An older talk", edtf="2025-03-01")
    make_event(title="Cuba is helped", kind="aid", participations=(part(MEXICO), part(CUBA, side="recipient")))
    make_event(title="Others meet", kind="meeting", participations=(part(CUBA), part(VENEZUELA)))
    rows = rows_of(text_of(client.get(PAGE)))
    assert [(name, count, years) for name, count, years, _ in rows] == [
        ("United States", "3", "2025: 1, 2026: 2"), ("Cuba", "1", "2026: 1"),
    ]  # fmt: skip
    assert f'href="/events/{call.pk}/{call.slug}/"' in rows[0][3]
    assert "12 January 2026" in rows[0][3]
    assert "none in the record" in rows[1][3]


def test_many_counterparts_are_named_below_the_first(client):
    make_cast()
    for number in range(14):
        Country.objects.create(slug=f"land-{number:02d}", name=f"Land {number:02d}", sort_key=f"land {number:02d}",
                               kind="state", source="test")  # fmt: skip
        make_event(title=f"Meeting {number}", kind="meeting", participations=(part(MEXICO), part(f"land-{number:02d}")))
    page = text_of(client.get(PAGE))
    assert len(rows_of(page)) == 12
    assert "2 more countries" in page
    for number in range(14):
        assert f'href="/pairs/land-{number:02d}/mexico/"' in page


def test_who_held_office_is_a_band_and_the_same_in_words(client):
    make_cast()
    page = text_of(client.get(PAGE))
    assert page.count('class="band__span band__span--') == 2
    assert f'<a href="/leaders/{DE_LA_FUENTE}/">Juan Ramón de la Fuente</a>, since 1 October 2024' in page
    assert "Mayor of Mexico City" not in page.split('id="offices"')[1].split("</section>")[0]


def test_what_it_followed_and_what_followed_it_are_links(client):
    make_cast()
    mexico, cuba = (Country.objects.get(slug=slug) for slug in (MEXICO, CUBA))
    Succession.objects.create(
        predecessor=cuba, successor=mexico, kind="secession", edtf="1821-09-27", earliest="1821-09-27",
        latest="1821-09-27", source="test",
    )  # fmt: skip
    after = text_of(client.get(PAGE))
    assert 'Before it: <a href="/countries/cuba/">Cuba</a> (secession, 27 September 1821)' in after
    assert 'After it: <a href="/countries/mexico/">Mexico</a>' in text_of(client.get("/countries/cuba/"))
    assert "New Spain" in after.split('id="names"')[1]


def test_without_events_and_offices_the_page_says_so(client):
    make_cast()
    page = text_of(client.get("/countries/cuba/"))
    assert "No event with another country has been published yet." in page
    assert "Who governs today is not in the record." in page
    assert 'id="offices"' not in page
    assert UNITED_STATES not in page.split("<main")[1].split("</main>")[0]


def make_president(name: str, started: str, ended: str = "") -> None:
    """Put a president of Cuba into the record."""
    office, _ = Office.objects.get_or_create(
        slug="cuba-president", country=Country.objects.get(slug=CUBA), title="President", kind="head_of_state",
        level="leader", source="test",
    )  # fmt: skip
    slug = name.lower().replace(" ", "-")
    leader = Leader.objects.create(slug=slug, name=name, family_name=name, sort_key=name.lower(), source="test")
    give_office(leader, office, started, ended)


def test_the_latest_of_an_office_are_named_at_once_and_the_earlier_are_folded(client):
    make_cast()
    for year in range(2000, 2005):
        make_president(f"Person {year}", str(year), str(year + 1))
    offices = text_of(client.get("/countries/cuba/")).split('id="offices"')[1].split("</section>")[0]
    shown, folded = offices.split("<details")
    assert re.findall(r">Person (\d+)</a>", shown) == ["2004", "2003", "2002"]
    assert "2 earlier</summary>" in folded
    assert re.findall(r">Person (\d+)</a>", folded) == ["2001", "2000"]


def test_who_governs_by_two_offices_is_named_once_with_both(client):
    make_cast()
    make_president("Who Holds Two", "2020")
    office = Office.objects.create(
        slug="cuba-foreign-minister", country=Country.objects.get(slug=CUBA), title="Foreign Minister",
        kind="foreign_minister", level="minister", source="test",
    )  # fmt: skip
    give_office(Leader.objects.get(slug="who-holds-two"), office, "2021")
    for address, start in (("/countries/cuba/", 'id="governing"'), ("/pairs/cuba/mexico/", 'id="side-first"')):
        section = text_of(client.get(address)).split(start)[1].split("</section>")[0]
        assert section.count("Who Holds Two") == 1
        assert re.findall(r">((?:Foreign|President)[^<]+)</span>", section) == [
            "President since 2020",
            "Foreign Minister since 2021",
        ]


def test_of_two_in_one_doubtful_year_the_one_who_stays_governs(client):
    make_cast()
    this_year = timezone.localdate().year
    make_president("Who Left", "2020", str(this_year))
    make_president("Who Came", str(this_year))
    page = text_of(client.get("/countries/cuba/"))
    governing = page.split('id="governing"')[1].split("</section>")[0]
    assert "Who Came" in governing
    assert "Who Left" not in governing
    places = re.findall(r'<rect[^>]* x="([\d.]+)%"[^>]* width="([\d.]+)%"', page)
    assert places
    assert all(float(x) + float(width) <= 100.1 for x, width in places)


def test_the_keys_of_other_collections_stand_on_the_page(client):
    make_cast()
    Country.objects.filter(slug=MEXICO).update(cow=70, wikidata="Q96")
    page = client.get(f"/countries/{MEXICO}/").content.decode()
    assert "MX · MEX · 484" in page
    assert "<dt>Correlates of War</dt><dd>70</dd>" in page
    assert 'href="https://www.wikidata.org/wiki/Q96" rel="noopener external"' in page


@pytest.mark.parametrize("address", ["/pairs/mexico/union/", "/countries/union/"])
def test_of_a_former_state_nobody_is_missing_who_governs_it_today(client, address):
    make_cast()
    Country.objects.create(slug="union", name="Union", sort_key="union", kind="former_state",
                           existed_until="1821-09-27", source="test")  # fmt: skip
    page = text_of(client.get(address))
    assert "A former state: it existed until 27 September 1821." in page
    assert page.count("Who governs today is not in the record.") == 0
    assert "Who governs today is not in the record." in text_of(client.get("/pairs/cuba/mexico/"))


def test_the_timeline_of_a_former_state_leads_to_the_one_on_which_it_goes_on(client):
    make_cast()
    kingdom = Country.objects.create(slug="kingdom", name="Kingdom", sort_key="kingdom", kind="former_state",
                                     existed_until="1999", source="test")  # fmt: skip
    ended = {"edtf": "1999-06-01", "earliest": "1999-06-01", "latest": "1999-06-01"}
    for name, kind in ((VENEZUELA, "rename"), (CUBA, "dissolution"), (MEXICO, "continuation")):
        after = Country.objects.get(slug=name)
        Succession.objects.create(predecessor=kingdom, successor=after, kind=kind, source="test", **ended)
    page = client.get("/pairs/kingdom/mexico/").content.decode()
    assert re.findall(r'After it: <a href="([^"]+)">([^<]+)', page) == [
        ("/pairs/mexico/venezuela/", "Mexico and Venezuela")
    ]
    assert "After it:" not in client.get("/pairs/mexico/venezuela/").content.decode()
