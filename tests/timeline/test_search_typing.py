"""While somebody types the search suggests; what was looked for in vain is counted, and nothing of who looked."""

import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.db import connection, transaction

from tests.cast import CUBA, UNITED_STATES, VENEZUELA, make_cast
from tests.factories import AT, make_event, part
from timeline import actions
from timeline.models import Country, CountryName, FailedSearch

pytestmark = pytest.mark.django_db


# Suggestions


def suggest(client, text):
    response = client.get("/search/", {"q": text}, headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert "HX-Request" in response.headers["Vary"]
    return response.content.decode()


def test_three_keys_suggest_the_pair(client):
    make_event()
    for text in ("mex", "mx ", "m u"):
        assert re.findall(r'href="([^"]+)"', suggest(client, text))[0] == "/pairs/mexico/united-states/", text


def test_suggestions_are_pairs_countries_leaders_and_the_search_itself(client):
    make_event()
    links = re.findall(r'href="([^"]+)"', suggest(client, "shein"))
    assert links == ["/leaders/claudia-sheinbaum/", "/search/?q=shein"]
    assert "2 suggestions" not in suggest(client, "shein")


@pytest.mark.parametrize("text", ["", " ", "a" * 300, "-x", "(", "\\", "%", "<b>"])
def test_suggestions_for_odd_texts(text, client):
    make_event()
    assert "<b>" not in suggest(client, text)


def test_typing_is_not_counted_as_a_failed_search(client):
    make_cast()
    suggest(client, "qqq")
    assert not FailedSearch.objects.exists()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("scheinbaum", "Sheinbaum"), ("mexcio", "Mexico"), ("mexcio us", "Mexico us"), ("untied states", "United States"),
     ("venezeula", "Venezuela")],
)  # fmt: skip
def test_a_name_that_is_misspelled_is_offered_as_it_is_spelled(typed, meant, client):
    make_event()
    assert f'href="/search/?q={quote(meant)}&amp;go="' in suggest(client, typed)
    finder = client.get("/", {"q": typed}, headers={"HX-Request": "true"}).content.decode()
    assert f'href="/?q={quote(meant)}#finder"' in finder
    assert "Names that are near" not in finder


def test_swapped_letters_are_seen_through_where_many_names_share_more_with_the_word(client):
    make_event()
    country = Country.objects.get(slug=CUBA)
    for number in range(20):
        name = f"frnac republic {number}"
        CountryName.objects.create(country=country, text=name, search_key=name, language="en", kind="former")
    CountryName.objects.create(country=country, text="France", search_key="france", language="en", kind="former")
    assert 'href="/search/?q=Cuba&amp;go="' in suggest(client, "frnace")


@pytest.mark.parametrize("typed", ["qqqq", "us mexico talks", "mexico", "zz zz zz zz zz zz", "%%%%"])
def test_what_is_near_no_name_is_offered_no_other(typed, client):
    make_event()
    assert "Did you mean" not in suggest(client, typed)


# Enter in a box that finds a timeline


BOXES = ["/?q=", "/search/?go=&q="]


@pytest.fixture
def _ambiguous():
    """Publish events of two pairs; give Cuba and Venezuela one name, and Venezuela that of Cuba too."""
    make_event()
    make_event(participations=(part(CUBA), part(UNITED_STATES)))
    for slug, text in ((CUBA, "Caribbean"), (VENEZUELA, "Caribbean"), (VENEZUELA, "Cuba"), (CUBA, "Mexicana")):
        CountryName.objects.create(
            country=Country.objects.get(slug=slug), text=text, search_key=text.lower(), language="en", kind="former"
        )


@pytest.mark.usefixtures("_ambiguous")
@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("us mexico", "mexico/united-states"), ("mexico and the united states", "mexico/united-states"),
        ("US–Mexico", "mexico/united-states"), ("mexico with us", "mexico/united-states"),
        ("mexico un", "mexico/united-states"), ("new spain usa", "mexico/united-states"),
        ("cuba us", "cuba/united-states"), ("cuba mexico", "cuba/mexico"),
    ],
)  # fmt: skip
def test_two_countries_lead_to_their_timeline(box, text, slugs, client):
    for language in ("", "/es"):
        response = client.get(f"{language}{box}{quote(text)}")
        assert (response.status_code, response["Location"]) == (
            302,
            f"{language}/pairs/{slugs}/{'#' if box.startswith('/?') else ''}",
        )
        assert "HX-Request" in response["Vary"]


@pytest.mark.usefixtures("_ambiguous")
@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize(
    "text",
    ["mexico", "united states", "us us", "us mexico talks", "us mexico 2026", "us mexico cuba", "us -mexico",
     "us OR mexico", "sheinbaum us mexico", "caribbean us", "mexi us", "sheinbaum trump", '"', "-", "", "x" * 300,
     "vs and the"],
)  # fmt: skip
def test_what_is_no_pair_alone_is_looked_for(box, text, client):
    assert client.get(f"{box}{quote(text)}").status_code in (200, 422)


def test_the_search_page_lists_what_two_countries_find(client):
    make_event()
    assert client.get("/search/", {"q": "us mexico"}).status_code == 200
    assert 'name="go"' not in client.get("/search/").content.decode()


# What was not found is kept


def test_a_search_in_vain_is_counted_by_week_and_nothing_else_is_kept(client):
    make_event(title="Talks")
    for text in ("Unicorn", "unicorn", "talks", "unicorn -talks"):
        client.get("/search/", {"q": text}, headers={"user-agent": "someone"}, REMOTE_ADDR="203.0.113.9")
    rows = {row.text: row.count for row in FailedSearch.objects.all()}
    assert rows == {"unicorn": 2, "unicorn -talks": 1}
    assert all(row.week.weekday() == 0 for row in FailedSearch.objects.all())
    assert {field.name for field in FailedSearch._meta.fields} == {"id", "week", "text", "count"}


@pytest.mark.parametrize("text", ["ana@example.org unicorn", "+52 55 1234 5678", "https://example.org/x", "x"])
def test_what_may_name_somebody_is_not_kept(text, client):
    make_cast()
    client.get("/search/", {"q": text})
    assert not FailedSearch.objects.exists()


def test_a_week_holds_no_more_than_its_most_and_old_weeks_go():
    week = (AT - timedelta(days=AT.weekday())).date()
    FailedSearch.objects.bulk_create(FailedSearch(week=week, text=f"text {number}") for number in range(500))
    FailedSearch.objects.create(week=week - timedelta(weeks=40), text="old")
    assert actions.note_failed_search(text="one more", at=AT) is False
    assert actions.note_failed_search(text="text 7", at=AT) is True
    assert not FailedSearch.objects.filter(text="old").exists()
    assert FailedSearch.objects.get(text="text 7").count == 2


def test_a_database_that_only_reads_is_no_reason_to_fail(client):
    make_event(title="Talks")
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        assert client.get("/search/?q=unicorn").status_code == 200
        assert not FailedSearch.objects.exists()
        transaction.set_rollback(True)
