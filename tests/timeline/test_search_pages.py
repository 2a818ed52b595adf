"""The search finds what is there, forgives how it is written, says what it did not find, and never breaks."""

import html
import re
from urllib.parse import urlencode

import pytest
from django.core.management import call_command
from django.db import connection

from tests.cast import CUBA, MEXICO, UNITED_STATES, VENEZUELA, make_cast
from tests.factories import AT, make_event, make_source, make_statement, part
from timeline import actions, pages
from timeline.models import Country, CountryName, FailedSearch, Leader

pytestmark = pytest.mark.django_db


def find(client, text, status=200, **more):
    response = client.get("/search/", {"q": text, **more})
    assert response.status_code == status, response.content.decode()[:2000]
    return main_of(response)


def main_of(response):
    text = response.content.decode()
    return text[text.index("<main") : text.index("</main")]


def words(markup):
    markup = re.sub(r"<form.*?</form>", "", markup, flags=re.DOTALL)
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", markup)))


def hits(markup, group="events"):
    """Return the titles of one group of results."""
    found = re.search(rf'aria-labelledby="{group}">.*?(?=<section class="search__group"|\Z)', markup, re.DOTALL)
    titles = re.findall(r'class="hit__(?:title|words)"[^>]*>(.*?)</h3>', found[0], re.DOTALL) if found else []
    return [words(title).strip() for title in titles]


def others(**more):
    return make_event(**{"participations": (part(UNITED_STATES), part(CUBA)), **more})


# Words


def test_words_are_found_in_any_form_in_title_and_summary(client):
    make_event(title="They talk about tariffs", summary="Fentanyl trafficking was a topic.")
    make_event(title="They talk about migration")
    for text in ("tariff", "tariffs talks", "trafficked", "FENTANYL", "fentanyl tariff"):
        assert hits(find(client, text)) == ["They talk about tariffs"], text


def test_a_phrase_is_words_in_that_order(client):
    make_event(title="A drug cartel is named")
    make_event(title="The cartel sold a drug")
    assert hits(find(client, '"drug cartel"')) == ["A drug cartel is named"]
    assert len(hits(find(client, "drug cartel"))) == 2


def test_a_phrase_of_too_common_words_says_since_when_it_was_looked_for(client, monkeypatch):
    make_event(title="The cartel sold a drug")
    make_event(
        title="A cartel sold another drug", edtf="1980-06-01", participations=(part(MEXICO), part(UNITED_STATES))
    )
    monkeypatch.setattr("timeline.sql.search.FEW", 0)
    said = words(find(client, '"drug cartel"'))
    assert "only since" not in said
    monkeypatch.setattr("timeline.sql.phrases.MOST_OF_PHRASE", 1)
    said = words(find(client, '"drug cartel"'))
    assert re.search(r"looked for only since 1 \w+ \d+\. Add a name, a rarer word or a date", said)
    assert "Nothing was found" in said
    # The record was not looked through, so it is not known to lack the phrase.
    assert FailedSearch.objects.get().count == 1


def test_or_and_minus(client):
    make_event(title="A ceasefire begins")
    make_event(title="A truce ends")
    make_event(title="A blockade ends")
    assert set(hits(find(client, "ceasefire OR truce"))) == {"A ceasefire begins", "A truce ends"}
    assert hits(find(client, "ends -truce")) == ["A blockade ends"]
    assert hits(find(client, "ends -cuba -truce")) == ["A blockade ends"]


def test_minus_a_country_leaves_out_its_events(client):
    others(title="Talks in the spring")
    make_event(title="Talks in the autumn")
    assert hits(find(client, "talks -cuba")) == ["Talks in the autumn"]


def test_what_was_looked_for_is_marked_and_everything_is_escaped(client):
    make_event(title="<script>alert(1)</script> tariffs & more", summary="A <mark>tariff</mark> is a tax.")
    markup = find(client, "tariff")
    assert "<mark>tariffs</mark>" in markup
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in markup
    assert "&lt;mark&gt;<mark>tariff</mark>&lt;/mark&gt;" in markup
    assert "<script>" not in markup


def test_marks_of_our_own_in_a_text_mark_nothing(client):
    make_event(title="Talks \ue000about\ue001 tariffs")
    assert re.findall(r"<mark>(.*?)</mark>", find(client, "tariffs")) == ["tariffs"]


def test_a_title_counts_more_than_a_summary(client):
    make_event(title="Migration", edtf="2026-01-01")
    make_event(title="A talk", summary="Among much else also about migration.", edtf="2026-01-09")
    assert hits(find(client, "migration")) == ["Migration", "A talk"]


def test_statements_are_found_by_words_and_speaker(client):
    make_statement()
    assert hits(find(client, "working side"), "statements") == ["“We will keep working side by side”"]
    assert hits(find(client, "sheinbaum side by side"), "statements") == ["“We will keep working side by side”"]
    assert hits(find(client, "trump side by side"), "statements") == []


@pytest.mark.parametrize("address", ["/search/", "/es/search/"])
def test_a_translated_quotation_that_is_found_is_called_so(client, address):
    make_statement()
    own = client.get(address, {"q": "working"}).text
    make_statement(is_translation=True)
    both = client.get(address, {"q": "working"}).text
    said = "en traducción de la fuente" if "/es/" in address else "in the source’s translation"
    assert (own.count(said), both.count(said)) == (0, 1)


def test_sources_are_found_by_headline_and_outlet(client):
    make_source(title="Presidents talk of tariffs", outlet="El País")
    assert hits(find(client, "pais tariffs"), "sources") == ["Presidents talk of tariffs"]


def test_what_is_withdrawn_is_not_found(client):
    event = make_event(title="A mistaken event")
    assert hits(find(client, "mistaken"))
    actions.withdraw_event(event_id=event.pk, expected_version=1, reason="It did not happen.", by="Ben", at=AT)
    assert hits(find(client, "mistaken")) == []


def test_what_did_not_happen_is_found_and_says_so(client):
    make_event(title="They are to meet soon", modality="planned")
    assert "badge--planned" in find(client, "meet soon")


# Names


@pytest.mark.parametrize(
    "text",
    ["mexico us", "Mexico, United States", "MX US", "México estados unidos", "usa mex", "new spain us", "mex uni",
     "us-mexico", "US–Mexico", "mexico/us", "Mexico–United States", "mexico vs us", "mex-us"],
)  # fmt: skip
def test_two_countries_give_their_pair_first(text, client):
    make_event()
    markup = find(client, text)
    assert re.search(r'href="([^"]+)"', markup[markup.index("pair-list") :])[1] == "/pairs/mexico/united-states/"


def test_a_name_that_two_countries_bear_is_no_pair_of_them(client):
    make_event(participations=(part(MEXICO), part(CUBA)))
    for slug in (MEXICO, UNITED_STATES):
        Country.objects.get(slug=slug).names.create(text="Arcadia", search_key="arcadia", kind="former", language="en")
    pairs, _, rest = find(client, "Arcadia").partition("Countries")
    assert 'href="/pairs/cuba/mexico/"' in pairs
    assert "/pairs/mexico/united-states/" not in pairs
    assert 'href="/countries/mexico/"' in rest
    assert 'href="/pairs/mexico/united-states/"' in find(client, "Arcadia Mexico").partition("Countries")[0]


def test_a_code_shows_the_timelines_of_its_country_and_of_none_that_begins_so(client):
    other = Country.objects.create(slug="usonia", name="Usonia", sort_key="usonia", kind="state", source="test")
    other.names.create(text="Usonia", search_key="usonia", kind="short", language="en")
    make_event(participations=(part("usonia"), part("cuba")))
    make_event()
    markup = find(client, "US").partition("Countries")[0]
    assert 'href="/pairs/mexico/united-states/"' in markup
    assert "usonia" not in markup
    assert 'href="/pairs/cuba/usonia/"' in find(client, "Uso").partition("Countries")[0]


def test_a_pair_without_events_is_offered_too(client):
    make_cast()
    assert 'href="/pairs/cuba/venezuela/"' in find(client, f"{CUBA} {VENEZUELA}")


@pytest.mark.parametrize("text", ["Juan Ramon de la Fuente", "juan ramón DE LA FUENTE", "de la fuente", "fuente"])
def test_a_leader_is_found_by_any_form_of_the_name(text, client):
    make_cast()
    assert "/leaders/juan-ramon-de-la-fuente/" in find(client, text)


def test_a_leader_is_found_in_other_scripts(client):
    make_cast()
    leader = Leader.objects.get(slug="claudia-sheinbaum")
    leader.names.create(text="Клаудия Шейнбаум", search_key="клаудия шеинбаум", kind="transliteration")
    make_event(title="A call without her name")
    markup = find(client, "Клаудия Шейнбаум")
    assert "/leaders/claudia-sheinbaum/" in markup
    assert hits(markup) == ["A call without her name"]


def test_a_name_finds_the_events_of_whom_it_names(client):
    make_event(title="The two presidents talk")
    for text in ("sheinbaum", "United States", "presidents mexico", "presidents us", "trump talk"):
        assert hits(find(client, text)) == ["The two presidents talk"], text
    assert hits(find(client, '"United States"')) == []


def test_a_demonym_finds_the_country_but_not_all_its_events(client):
    make_event(title="The two presidents talk")
    mexico = CountryName.objects.filter(country__slug=MEXICO).first().country
    CountryName.objects.create(
        country=mexico, text="Mexican", search_key="mexican", language="en", kind="demonym", source="test"
    )
    markup = find(client, "mexican")
    assert "/countries/mexico/" in markup
    assert hits(markup) == []


def test_names_are_compared_alike_here_and_in_the_database():
    from timeline.gazetteer import load, search_key

    names = [leader.name for leader in load().leaders.values()] + [
        leader.family_name for leader in load().leaders.values()
    ]
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, name_key(name) FROM unnest(%s::text[]) AS name", [names])
        assert [(name, key) for name, key in cursor.fetchall() if key != search_key(name)] == []


# Dates


def test_a_date_gives_what_surely_lies_in_it_and_then_what_may(client):
    days = {
        "Surely": "2026-01-08",
        "Possibly": "2026-01",
        "In a year": "2026",
        "In a long span": "2020/2030",
        "Before": "2026-01-04",
        "After": "2026-01-12",
    }
    for title, edtf in days.items():
        make_event(title=title, edtf=edtf, participations=(part(MEXICO), part(UNITED_STATES)))
    markup = find(client, "2026-01-05..2026-01-11")
    assert hits(markup) == ["Surely", "Possibly", "In a year", "In a long span"]
    assert markup.count("possibly in these dates") == 3


def test_a_date_and_a_word(client):
    make_event(title="A call in January", edtf="2026-01-08")
    make_event(title="A call in March", edtf="2026-03-08")
    make_event(title="A visit in January", edtf="2026-01-09")
    assert hits(find(client, "call January 2026")) == ["A call in January"]
    assert hits(find(client, "call since February 2026")) == ["A call in March"]


def test_old_and_coming_events_are_found_once(client):
    titles = {
        f"Treaty of {year}": year for year in ("1066", "1848", "1995", "1996", "2025", "2026", "2027", "2031", "2040")
    }
    for title, year in titles.items():
        make_event(title=title, edtf=f"{year}-05-05", participations=(part(MEXICO), part(UNITED_STATES)))
    found = hits(find(client, "treaty", only="events"))
    assert sorted(found) == sorted(titles)
    assert sorted(hits(find(client, "treaty since 1990", only="events"))) == sorted(titles)[2:]
    assert sorted(hits(find(client, "treaty until 1990", only="events"))) == sorted(titles)[:2]


def test_two_countries_and_a_date_lead_to_the_archive_of_their_pair(client):
    make_event(edtf="2026-01-12")
    for text, days in {"January 2026": "2026/01/", "2026": "2026/", "12 January 2026": "2026/01/12/"}.items():
        address = f"/pairs/mexico/united-states/{days}"
        assert f'href="{address}"' in find(client, f"mexico us {text}"), text
        assert client.get(address, follow=True).status_code == 200
    assert "search-pairs__archive" not in find(client, "mexico us 2025 to 2026")


# Within a pair


def test_a_search_stays_within_a_pair(client):
    make_event(title="Talks in Mexico")
    others(title="Talks in Cuba")
    markup = find(client, "talks", pair="mexico,united-states")
    assert hits(markup) == ["Talks in Mexico"]
    assert "Only between Mexico and the United States" in words(markup)
    assert hits(find(client, "talks", pair="us,mx")) == ["Talks in Mexico"]
    assert "Without “Mexico and United States”" in words(find(client, "cuba", pair="mexico,united-states"))


@pytest.mark.parametrize("pair", ["mexico", "mexico,atlantis", "mexico,mx", "a,b,c", ",", "%", "mexico," + "x" * 500])
def test_a_pair_that_is_none_is_an_error_beside_the_field(pair, client):
    make_event(title="Talks in Mexico")
    markup = find(client, "talks", status=422, pair=pair)
    assert "field-error" in markup
    assert hits(markup) == []


# Lists and their pages


def test_long_lists_are_cut_and_lead_on(client):
    for number in range(25):
        make_event(title=f"Talk {number:02d}", edtf="2026-01-01", participations=(part(MEXICO), part(UNITED_STATES)))
    markup = find(client, "talk")
    assert len(hits(markup)) == 6
    assert "All 25 events" in words(markup)
    first, second = find(client, "talk", only="events"), find(client, "talk", only="events", page=2)
    assert len(hits(first)) == 20
    assert len(set(hits(first) + hits(second))) == 25
    assert 'start="21"' in second
    assert "Next page" not in words(second)


@pytest.mark.parametrize("page", ["0", "-1", "abc", "1.5", "1" * 5000, "26", "٢", " 2"])
def test_a_page_that_is_none_is_not_found(page, client):
    make_event(title="Talks")
    assert client.get("/search/", {"q": "talks", "only": "events", "page": page}).status_code == 404


def test_a_page_past_the_end_leads_back(client):
    make_event(title="Talks")
    markup = find(client, "talks", status=404, only="events", page="2")
    assert "The list ends before this page" in words(markup)
    assert 'href="?q=talks&amp;only=events"' in markup


def test_a_list_that_is_none_is_an_error(client):
    make_event(title="Talks")
    assert hits(find(client, "talks", status=422, only="drafts")) == []


# Nothing found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Scheinbaum", "Sheinbaum"), ("Mexiko", "Mexico"), ("Venezula", "Venezuela"), ("tarrifs", "tariffs")],
)
def test_near_spellings_are_suggested_and_lead_on(typed, meant, client):
    make_event(title="They talk about tariffs")
    markup = find(client, typed)
    link = re.search(r'<a href="\?([^"]+)"><strong>([^<]+)</strong>', markup)
    assert link[2] == meant
    assert "Nothing was found" not in words(main_of(client.get(f"/search/?{html.unescape(link[1])}")))


def test_the_word_that_is_to_blame_is_named_with_what_is_there_without_it(client):
    make_event(title="They talk about tariffs", edtf="2026-01-05")
    text = words(find(client, "tariffs unicorn"))
    assert "Without “unicorn”1 event" in text.replace("” 1", "”1")
    assert "Without “tariffs”" not in text
    assert "Without “March 2026”" in words(find(client, "tariffs March 2026"))


def test_a_name_with_a_word_that_is_nowhere_says_so_and_shows_the_name(client):
    make_event(title="They talk")
    text = words(find(client, "mexico unicorn"))
    assert "No event, statement or source has all of these words" in text
    assert "Countries 1" in text


@pytest.mark.parametrize(
    "text", ["", "   ", '"', '"""', "(", "a & | !", "-", ":*", "\\", "%", "_", "😀", "国", "the of and", "'"]
)
def test_texts_without_a_word_to_look_for(text, client):
    make_event()
    assert hits(find(client, text)) == []


def test_nothing_typed_shows_the_box_and_the_help(client):
    markup = find(client, "")
    assert 'type="search"' in markup
    assert 'href="/search/help/"' in markup


# The help


def test_every_example_of_the_help_finds_something_in_the_sample_record(client):
    call_command("load_gazetteer", verbosity=0)
    call_command("load_sample", verbosity=0)
    page = client.get("/search/help/").content.decode()
    for _, examples in pages.EXAMPLES:
        for example in examples:
            assert f"?{html.escape(urlencode({'q': example.query}))}" in page
            response = client.get(f"/search/?{example.address_query}")
            assert response.status_code == 200
            assert re.search(r'class="hit"|class="pair-list"', main_of(response)), example.query
