"""A leader's pages: offices over time, calls and meetings, what was said of whom, each number equal to its list."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from tests.cast import CUBA, DE_LA_FUENTE, MEXICO, RUBIO, SHEINBAUM, TRUMP, UNITED_STATES, VENEZUELA, make_cast
from tests.factories import make_event, make_statement, part, statement_input
from tests.pages import line_titles, text_of
from timeline.models import Leader
from timeline.pages.bands import life_in_offices
from timeline.values import When

pytestmark = pytest.mark.django_db
PAGE = f"/leaders/{SHEINBAUM}/"
ADDRESSES = [PAGE, *(f"{PAGE}{part_of}" for part_of in ("events/", "contacts/", "statements/", "on/united-states/"))]


def count_of(response) -> int:
    """Return the number that a list says it has."""
    return int(re.search(r'role="status" id="timeline-count">(\d+) ', text_of(response))[1])


def make_contacts() -> None:
    """Publish two calls with Trump in two years, a meeting of ministers, and an act that is no contact."""
    make_event(title="A call in January")
    make_event(title="A call the year before", edtf="2025-11-03", kind="video_call")
    make_event(title="A talk at the turn of the year", edtf="[2025-12-30..2026-01-02]", kind="meeting")
    make_event(
        title="Ministers meet", kind="meeting", edtf="2025-12-03",
        participations=(part(MEXICO, DE_LA_FUENTE), part(UNITED_STATES, RUBIO)),
    )  # fmt: skip
    make_event(
        title="Cuba is helped", kind="aid", edtf="2026-01-10",
        participations=(part(MEXICO, SHEINBAUM), part(CUBA, side="recipient")),
    )  # fmt: skip


def test_offices_are_a_band_and_the_same_in_words(client):
    make_cast()
    page = text_of(client.get(PAGE))
    assert page.count('class="band__span band__span--') == 2
    assert "5 December 2018 – 16 June 2023" in page
    assert "since 1 October 2024" in page
    assert '<text class="band__year"' in page


def test_an_address_with_capitals_leads_to_the_one_without(client):
    make_cast()
    answer = client.get("/leaders/Claudia-Sheinbaum/")
    assert (answer.status_code, answer["Location"]) == (301, f"/leaders/{SHEINBAUM}/")
    assert client.get("/leaders/Nobody/").status_code == 404
    about = client.get("/leaders/Claudia-Sheinbaum/on/US/")
    assert (about.status_code, about.headers["Location"]) == (301, "/leaders/claudia-sheinbaum/on/united-states/")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("trump", [TRUMP]), ("sheinbuam", [SHEINBAUM]), ("donald-j-trump", [TRUMP]),
        ("juan-ramón-de-la-fuente", [DE_LA_FUENTE]), ("marco", [RUBIO]), ("clauda-sheinbaun", [SHEINBAUM]),
        ("nobody", []), ("de", [DE_LA_FUENTE]), ("%F0%9F%99%82", []), ("x" * 500, []), ("a-b-c-d-e-f-g-h", []),
    ],
)  # fmt: skip
def test_an_unknown_leader_is_told_with_names_that_are_near(client, name, near):
    make_cast()
    for address in ("", "events/", "contacts/", "statements/", "on/mexico/", "events/events.csv"):
        answer = client.get(f"/leaders/{name}/{address}")
        assert answer.status_code == 404
        page = text_of(answer)
        assert "<h1>No leader has this name</h1>" in page
        assert re.findall(r'<li><a href="/leaders/([^/]+)/">', page) == near
    assert client.get(f"/es/leaders/{name}/").status_code == 404


def test_the_band_is_to_scale_and_keeps_offices_of_one_time_apart():
    make_cast()
    tenures = list(Leader.objects.get(slug=SHEINBAUM).tenures.all())
    band = life_in_offices(tenures, date(2026, 12, 5))
    first, second = band.spans
    assert (first.y == second.y, first.x) == (True, "0.00%")
    whole = (date(2026, 12, 5) - date(2018, 12, 5)).days
    assert first.width == f"{100 * (date(2023, 6, 16) - date(2018, 12, 5)).days / whole:.2f}%"
    assert float(second.x[:-1]) + float(second.width[:-1]) == pytest.approx(100, abs=0.02)
    tenures[0].ended, tenures[0].ended_latest, tenures[0].ended_earliest = "", None, None
    assert len({span.y for span in life_in_offices(tenures, date(2026, 12, 5)).spans}) == 2
    assert life_in_offices([], date(2026, 1, 1)) is None


@pytest.mark.parametrize(("today", "last"), [(date(2026, 12, 5), 2026), (date(2026, 9, 1), 2025)])
def test_no_year_of_a_band_stands_where_its_label_would_reach_out_of_the_column(today, last):
    make_cast()
    band = life_in_offices(list(Leader.objects.get(slug=SHEINBAUM).tenures.all()), today)
    assert band.ticks[-1].year == last
    assert float(band.ticks[-1].x[:-1]) <= 90


def test_whom_they_met_is_counted_by_person(client):
    make_contacts()
    row = text_of(client.get(PAGE)).split('aria-label="Calls and meetings, by person"')[1].split("</table>")[0]
    assert re.findall(r'<td class="number">(\d+)</td>', row) == ["2", "1"]
    assert "Donald Trump" in row
    assert "Marco Rubio" not in row
    assert "A call in January" in row


def test_every_number_of_contacts_is_that_of_its_list(client):
    make_contacts()
    page = client.get(f"{PAGE}contacts/").content.decode()
    cells = re.findall(r'<td class="number[^>]*><a href="([^"]+)">(\d+)<', page)
    assert len(cells) == 6
    for address, number in cells:
        assert count_of(client.get(address.replace("&amp;", "&"))) == int(number), address
    # The talk at the turn of the year may lie in either, and is one contact in all.
    assert [number for _, number in cells] == ["2", "2", "3", "2", "2", "3"]


def test_a_person_who_is_only_mentioned_met_nobody(client):
    make_event(
        participations=(part(MEXICO, DE_LA_FUENTE), part(UNITED_STATES, RUBIO), part(MEXICO, SHEINBAUM, role="topic"))
    )
    assert "No call, visit or meeting of this person is in the record yet" in text_of(client.get(f"{PAGE}contacts/"))
    assert line_titles(client.get(f"{PAGE}events/")) == []


def test_events_are_filtered_and_ordered(client):
    make_contacts()
    everything = line_titles(client.get(f"{PAGE}events/"))
    assert everything[0] == "A call in January"
    assert len(everything) == 4
    assert line_titles(client.get(f"{PAGE}events/?order=oldest")) == everything[::-1]
    assert line_titles(client.get(f"{PAGE}events/?country=cuba")) == ["Cuba is helped"]
    assert line_titles(client.get(f"{PAGE}events/?kind=contact&country=cuba")) == []
    assert len(line_titles(client.get(f"{PAGE}events/?kind=contact"))) == 3
    assert line_titles(client.get(f"{PAGE}events/?when=Nov+2025")) == ["A call the year before"]
    assert line_titles(client.get(f"{PAGE}events/?level=minister")) == []
    assert line_titles(client.get(f"{PAGE}events/?country=mexico")) == everything


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("country=atlantis", "No country has this key"),
        ("level=everyone", "“everyone” cannot be chosen here. What can: Leaders, Ministers, Officials."),
        ("when=2026-02-30", "that month has 28 days"),
        ("when=" + "9" * 300, "That is too long. Use at most 200 characters."),
        ("show=contacts", "“contacts” cannot be chosen here. What can: "),
        ("kind=greeting", "“greeting” cannot be chosen here. Choose from the list."),
        ("order=sideways", "“sideways” cannot be chosen here. What can: Newest first, Oldest first."),
        ("country=%F0%9F%99%82", "No country has this key"),
    ],
)
def test_a_filter_that_cannot_be_meant_is_an_error_and_never_the_whole_list(client, query, words):
    make_contacts()
    response = client.get(f"{PAGE}events/?{query}")
    assert response.status_code == 422
    assert line_titles(response) == []
    page = text_of(response)
    assert words in page
    assert ' aria-describedby="error-' in page


def test_a_long_list_is_read_page_by_page_and_back(client):
    for number in range(45):
        make_event(title=f"Call {number:02d}", edtf=f"2026-01-{1 + number % 28:02d}")
    first = client.get(f"{PAGE}events/")
    following = re.search(r'rel="next" href="([^"]+)"', first.content.decode())[1].replace("&amp;", "&")
    second = client.get(f"{PAGE}events/{following}")
    assert len(line_titles(first)) == 40
    assert len(line_titles(second)) == 5
    assert not set(line_titles(first)) & set(line_titles(second))
    preceding = re.search(r'rel="prev" href="([^"]+)"', second.content.decode())[1].replace("&amp;", "&")
    assert line_titles(client.get(f"{PAGE}events/{preceding}")) == line_titles(first)


@pytest.mark.parametrize("place", ["following=x", "following=2026-01-12.0.0.1&preceding=2026-01-12.0.0.1",
                                   "preceding=2026-13-01.0.0.1", "following=9999-12-31.2147483648.0.1"])  # fmt: skip
@pytest.mark.parametrize("page", ["events/", "statements/", "on/united-states/"])
def test_a_place_that_no_page_links_to_is_refused(client, page, place):
    make_cast()
    assert client.get(f"{PAGE}{page}?{place}").status_code == 400


@pytest.mark.parametrize("place", ["0001-01-01.0.0.1", "9999-12-31.0.0.1", "9999-12-31.2147483647.32767.9"])
def test_places_at_the_ends_of_time_are_read(client, place):
    make_contacts()
    for name in ("following", "preceding"):
        assert client.get(f"{PAGE}events/?{name}={place}").status_code == 200
        assert client.get(f"{PAGE}statements/?{name}={place}").status_code == 200


def test_what_was_said_of_each_country_is_counted_and_listed(client):
    event = make_event(statements=(statement_input(),))
    make_statement(words="We talked about oil", speech="indirect", about=(VENEZUELA, UNITED_STATES))
    page = text_of(client.get(PAGE)).split('id="about"')[1]
    assert re.findall(r"<span>([^<]+)</span> <span class=\"pair-list__count\">(\d) statement", page) == [
        ("United States", "2"), ("Venezuela", "1")
    ]  # fmt: skip
    on_it = text_of(client.get(f"{PAGE}on/united-states/"))
    assert "2 statements, oldest first" in on_it
    assert f'href="/events/{event.pk}/{event.slug}/"' in on_it
    assert "1 statement, oldest first" in text_of(client.get(f"{PAGE}on/venezuela/"))
    assert "No statement fits" in text_of(client.get(f"{PAGE}on/cuba/"))
    assert "2 statements" in text_of(client.get(f"{PAGE}statements/"))


def test_statements_are_chronological_and_filtered_by_form(client):
    make_statement()
    make_statement(words="We talked", speech="indirect", when=When.parse("2025-03-01"))
    page = text_of(client.get(f"{PAGE}on/united-states/"))
    assert page.index("We talked") < page.index("We will keep working")
    assert "We talked" not in text_of(client.get(f"{PAGE}on/united-states/?speech=direct"))
    turned = text_of(client.get(f"{PAGE}on/united-states/?order=newest"))
    assert turned.index("We talked") > turned.index("We will keep working")
    assert re.findall(r'name="speech" value="(\w+)"(?: disabled)?> [^<]+ <span>(\d)', page) == [
        ("direct", "1"), ("mixed", "0"), ("indirect", "1"), ("official_text", "0"),
    ]  # fmt: skip
    refused = client.get(f"{PAGE}on/united-states/?speech=sung")
    assert refused.status_code == 422
    assert "We talked" not in text_of(refused)


def test_other_names_of_the_country_lead_to_its_own(client):
    make_cast()
    for name in ("US", "usa", "Estados%20Unidos"):
        answer = client.get(f"{PAGE}on/{name}/?order=newest")
        assert answer.headers["Location"] == f"{PAGE}on/united-states/?order=newest"
    assert client.get(f"{PAGE}on/atlantis/").status_code == 404
    for nobody in ("events/", "contacts/", "statements/", "on/mexico/"):
        assert client.get(f"/leaders/nobody/{nobody}").status_code == 404


def test_without_events_the_pages_say_so(client):
    make_cast()
    for address in ADDRESSES:
        page = text_of(client.get(address))
        assert re.search(r"\bNo \w+", page), address


def test_names_of_people_are_text(client):
    make_contacts()
    Leader.objects.filter(slug=TRUMP).update(name="<b>Trump</b>")
    for address in ADDRESSES[:3]:
        assert "<b>Trump" not in client.get(address).content.decode()
    assert escape("<b>Trump</b>") in client.get(PAGE).content.decode()


COSTS = {"": 15, "events/": 8, "contacts/": 5, "statements/": 8, "on/united-states/": 8}


@pytest.mark.parametrize(("page", "cost"), COSTS.items())
def test_queries_do_not_grow_with_the_list(client, page, cost):
    costs = []
    for more in (5, 10):
        for number in range(more):
            make_event(title=f"Talk {more} {number}", statements=(statement_input(),))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{PAGE}{page}").status_code == 200
        costs.append(len(queries))
    assert costs == [cost, cost]
