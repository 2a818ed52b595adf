"""A pair's timeline: dense months fold, years are steps, a date leads to its nearest event, periods have addresses."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from urllib.parse import urljoin

import pytest

from tests.cast import CUBA, MEXICO, SHEINBAUM, TRUMP, UNITED_STATES
from tests.factories import BY, cite, event_input, make_event, part, statement_input
from tests.pages import row_titles, text_of, words_of
from timeline import actions

pytestmark = pytest.mark.django_db
PAIR = "/pairs/mexico/united-states/"
LATER = datetime(2026, 1, 20, 9, tzinfo=UTC)


def lists(response) -> list[list[str]]:
    """Return the titles of each ordered list of events."""
    found = re.findall(r'<ol class="timeline__list.*?</ol>', response.content.decode(), re.DOTALL)
    return [re.findall(r'class="event__title" lang="en"><a href="[^"]+">([^<]+)<', text) for text in found]


def make_talk(title: str, edtf: str) -> None:
    """Publish a call of the two countries without persons, whose offices would have to be known on that day."""
    make_event(title=title, edtf=edtf, participations=(part(MEXICO), part(UNITED_STATES)))


def talks(number: int, month: str) -> None:
    for day in range(1, number + 1):
        make_talk(f"Talk of {month}-{day:02d}", f"{month}-{day:02d}")


def test_six_events_of_a_month_stand_open(client):
    talks(6, "2026-01")
    page = client.get(PAIR)
    assert [len(found) for found in lists(page)] == [6]
    assert "timeline__fold" not in text_of(page)


def test_a_seventh_folds_the_month_behind_a_link_that_leads_to_the_rest(client):
    talks(7, "2026-01")
    talks(2, "2025-12")
    page = client.get(PAIR)
    assert [len(found) for found in lists(page)] == [3, 4, 2]
    assert row_titles(page)[:4] == [f"Talk of 2026-01-0{day}" for day in (7, 6, 5, 4)]
    link = re.search(r'<p class="timeline__fold"><a class="button" href="#([^"]+)">([^<]+)</a>', text_of(page))
    assert link[2] == "Show 4 more events of January 2026"
    assert f'<ol class="timeline__list timeline__list--folded" id="{link[1]}" start="4">' in text_of(page)


def test_who_asks_for_a_month_gets_all_of_it(client):
    talks(9, "2026-01")
    for address in (f"{PAIR}?when=2026-01", f"{PAIR}2026/01/", f"{PAIR}?when=9+January+2026"):
        assert "timeline__fold" not in text_of(client.get(address)), address
    assert "timeline__fold" in text_of(client.get(f"{PAIR}?when=2026"))


def test_each_known_day_has_one_anchor_and_a_vague_date_has_none(client):
    talks(7, "2026-01")
    make_event(title="Another talk on the third", edtf="2026-01-03", day_order=1)
    make_event(title="A talk last week", edtf="[2026-01-05..2026-01-11]", source_words="last week")
    page = client.get(PAIR).content.decode()
    assert re.findall(r'class="event__day" id="([^"]+)"', page) == [f"2026-01-0{day}" for day in range(7, 0, -1)]


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_the_years_lead_to_each_other_with_their_numbers(client, order):
    for year in (2022, 2024, 2025):
        talks(year - 2020, f"{year}-03")
    page = text_of(client.get(f"{PAIR}?order={order}"))
    nav = re.search(r'<nav class="years__nav".*?</nav>', page)[0]
    years = re.findall(r'href="#y(\d+)">\d+ <span class="timeline__count">(\d+)<', nav)
    expected = [("2022", "2"), ("2024", "4"), ("2025", "5")]
    assert years == (expected if order == "oldest" else expected[::-1])
    middle = re.search(r'id="y2024".*?</h2>.*?</div>', page)[0]
    assert re.findall(r'timeline__step[^>]*href="#y(\d+)"', middle) == [year for year, _ in years if year != "2024"]
    assert (
        '<h2 class="timeline__year" id="y2024-name">2024 <span class="timeline__count">4 events</span></h2>' in middle
    )


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_a_year_that_is_not_on_the_page_begins_the_page_that_its_link_leads_to(client, order):
    for year in range(1990, 2020):
        make_talk(f"First of {year}", f"{year}-01-01")
        make_talk(f"Last of {year}", f"{year}-12-31")
    page = text_of(client.get(f"{PAIR}?order={order}"))
    nav = re.search(r'<nav class="years__nav".*?</nav>', page)[0]
    links = dict(re.findall(r'href="(\?[^"]+)">(\d{4}) ', nav))
    assert len(links) == 5, "fifty events of sixty are on the page"
    for address, year in links.items():
        query = unescape(address)
        assert query.endswith(f"#y{year}")
        found = row_titles(client.get(PAIR + query.partition("#")[0]))
        assert found[0] == (f"Last of {year}" if order == "newest" else f"First of {year}")


def test_the_years_of_a_filtered_list_count_that_list(client):
    talks(3, "2026-01")
    talks(2, "2025-12")
    make_event(title="A visit", kind="visit", edtf="2025-11-03")
    page = text_of(client.get(f"{PAIR}?kind=phone_call"))
    years = re.findall(r'years__link" href="#y(\d+)">\d+ <span class="timeline__count">(\d+)<', page)
    assert years == [("2026", "3"), ("2025", "2")]
    assert "5 of 6 events, newest first" in page


# --- the date box


@pytest.mark.parametrize(
    ("asked", "answer", "first"),
    [
        ("13 January 2026", "The list has no event on 13 January 2026; the nearest is 12 January 2026.", "The twelfth"),
        ("12 January 2026", "12 January 2026: the list begins here.", "The twelfth"),
        ("2026-01", "January 2026: the list begins here.", "The twelfth"),
        ("Jan 2026", "January 2026: the list begins here.", "The twelfth"),
        ("early 2026", "1 January – 30 April 2026: the list begins here.", "The twelfth"),
        ("early January 2026", "early January 2026: the list begins here.", "The third"),
        ("5 Jan 2026", "The list has no event on 5 January 2026; the nearest is 3 January 2026.", "The third"),
        ("10 Jan 2026", "The list has no event on 10 January 2026; the nearest is 12 January 2026.", "The twelfth"),
        ("24 Nov 2025", "No event of the list is known to be on 24 November 2025. One may be, for its day is "
                        "not known: November 2025.", "In November"),
        ("2025", "2025: the list begins here.", "In November"),
        ("1802", "The list has no event within 1802; the nearest is November 2025.", "In November"),
        ("0001-01-01", "The list has no event on 1 January 0001; the nearest is November 2025.", "In November"),
        ("9999-12-31", "The list has no event on 31 December 9999; the nearest is 12 January 2026.", "The twelfth"),
        ("since 2026", "1 January 2026", "The third"),
    ],
)  # fmt: skip
def test_a_date_leads_to_its_event_or_to_the_nearest_and_says_so(client, asked, answer, first):
    make_event(title="The twelfth", edtf="2026-01-12")
    make_event(title="The third", edtf="2026-01-03")
    make_event(title="In November", edtf="2025-11")
    response = client.get(PAIR, {"date": asked})
    assert response.status_code == 200
    said = re.search(r'class="timeline__answer".*?</p>', text_of(response))[0]
    assert answer in re.sub(r"<[^>]+>", "", said)
    assert row_titles(response)[0] == first
    assert f'event--answer" id="{re.search(r"#(event-[0-9]+)", said)[1]}"' in text_of(response)


def test_of_two_as_near_the_earlier_is_meant(client):
    make_event(title="Before", edtf="2026-01-10")
    make_event(title="After", edtf="2026-01-14")
    assert row_titles(client.get(PAIR, {"date": "2026-01-12"}))[0] == "Before"


def test_a_date_keeps_the_filters_and_the_way_back_to_what_is_newer(client):
    talks(9, "2026-01")
    make_event(title="A visit", kind="visit", edtf="2026-01-04")
    page = client.get(PAIR, {"date": "4 January 2026", "kind": "phone_call"})
    assert row_titles(page)[0] == "Talk of 2026-01-04"
    assert '<input type="hidden" name="kind" value="phone_call">' in text_of(page)
    newer = re.search(r'rel="prev" href="([^"#]+)', text_of(page))[1]
    assert row_titles(client.get(PAIR + unescape(newer))) == [f"Talk of 2026-01-{day:02d}" for day in range(9, 4, -1)]
    assert 'rel="prev"' not in text_of(client.get(PAIR, {"date": "9 January 2026"}))


@pytest.mark.parametrize("asked", ["2026-02-30", "01/02/2026", "soon", "9" * 5000, "NaN", "2026 to 2025", "\u202e"])
def test_what_is_no_date_is_answered_beside_the_field(client, asked):
    make_event(title="They talk")
    response = client.get(PAIR, {"date": asked})
    assert response.status_code == 422
    assert "<title>Error: " in text_of(response)
    # The list is what its count says: a date only leads to a place in it.
    assert '<p class="filters__count" role="status" id="timeline-count">1 event, newest first</p>' in text_of(response)
    assert row_titles(response) == ["They talk"]
    assert "The date cannot be read: the list is shown from its beginning." in text_of(response)
    assert 'aria-invalid="true" aria-describedby="error-date"' in text_of(response)
    assert 'id="error-date"' in text_of(response)


def test_of_a_date_and_a_filter_that_cannot_be_read_both_are_told(client):
    make_event()
    response = client.get(PAIR, {"date": "soon", "kind": "dance"})
    assert response.status_code == 422
    assert row_titles(response) == []
    assert "“soon” is not a date" in text_of(response)
    assert "“dance” cannot be chosen here" in text_of(response)


def test_a_date_on_an_empty_list_is_no_trouble(client):
    make_event()
    assert client.get(PAIR, {"date": "2026", "kind": "visit"}).status_code == 200
    assert client.get("/pairs/cuba/venezuela/", {"date": "2026"}).status_code == 200


# --- the strip


@pytest.mark.parametrize(
    ("days", "first", "last", "columns"),
    [
        (("2022-04-29", "2026-01-12"), "2022-04", "2026-01", 46),
        (("2021-12-29", "2026-01-12"), "2021", "2026", 6),
        (("1963-01-22", "2025-08-29"), "1963", "2025", 63),
        (("1825-01-22", "2025-08-29"), "1820/1829", "2020/2029", 21),
        (("0001-01-01", "0300-01-01"), "0001/0009", "0300/0309", 31),
    ],
)
def test_the_strip_goes_by_months_by_years_where_those_are_many_and_by_decades(client, days, first, last, columns):
    for day in days:
        make_talk(f"Talk of {day}", day)
    page = text_of(client.get(PAIR))
    assert page.count('<li class="strip__item') == columns
    links = re.findall(r'class="strip__link" href="\?when=([^"#]+)#timeline"', page)
    assert links == [first, last]
    assert len(re.findall(r'<li class="strip__item[^>]*" aria-hidden="true">', page)) == columns - 2
    for when, day in zip(links, days, strict=True):
        assert row_titles(client.get(PAIR, {"when": when})) == [f"Talk of {day}"]


def test_the_strips_table_says_what_its_links_show(client):
    talks(7, "2026-01")
    talks(2, "2025-11")
    make_event(title="Trump warns of tariffs", kind="threat", edtf="2026-01-05",
               participations=(part(UNITED_STATES, TRUMP), part(MEXICO, side="recipient")))  # fmt: skip
    page = text_of(client.get(PAIR))
    rows = re.findall(
        r'<tr><th scope="row"><a href="(\?when=[\d-]+)#timeline">[^<]+</a></th>'
        r"<td>(\d+)</td><td>(\d+)</td><td>(\d+)</td><td>(\d+)</td></tr>",
        page,
    )
    assert [row[1:] for row in rows] == [("0", "2", "0", "2"), ("0", "7", "1", "8")]
    # What a link says is its content, which a browser of text alone shows too.
    said = r"[^:<]+: Mexico (\d+), both together (\d+), United States (\d+)"
    bars = re.findall(rf'<a class="strip__link"[^>]+><span class="visually-hidden">{said}</span>', page)
    assert [row[1:4] for row in rows] == bars
    for address, *_, every in rows:
        assert len(row_titles(client.get(PAIR + address))) == int(every)


# --- what changed since a visit


def test_the_address_marks_what_is_new_and_corrected_since_a_day(client):
    old = make_event(title="An old call", edtf="2026-01-12")
    other = make_event(title="Another old call", edtf="2026-01-11")
    actions.record_event(event=event_input(title="A new meeting", kind="meeting", edtf="2025-12-03"), by=BY, at=LATER)
    actions.correct_event(
        event_id=old.pk, event=replace(event_input(), title="A corrected call"), expected_version=1, kind="correction",
        reason="It was said wrongly.", by=BY, at=LATER,
    )  # fmt: skip
    page = client.get(f"{PAIR}?since=2026-01-19")
    assert "Since 19 January 2026: 1 new event, 1 corrected" in words_of(page)
    marked = re.findall(r'<p class="event__mark">(\w+)</p>.*?event__title" lang="en"><a[^>]+>([^<]+)<', text_of(page))
    assert marked == [("corrected", "A corrected call"), ("new", "A new meeting")]
    assert other.title in row_titles(page)
    assert "0 new events, 0 corrected" in words_of(client.get(f"{PAIR}?since=2026-01-21"))
    assert 'class="event__mark"' not in text_of(client.get(PAIR))


def test_what_is_new_and_stands_apart_is_counted_as_such(client):
    make_event()
    make_event(title="A visit to come", kind="visit", edtf="2026-02-03", modality="planned")
    said = "Since 1 January 2026: 2 new events (1 of them kept apart), 0 corrected"
    assert said in words_of(client.get(f"{PAIR}?since=2026-01-01"))


def test_changes_beyond_the_most_that_are_listed_are_told_of(client, monkeypatch):
    monkeypatch.setattr("timeline.queries.periods.MOST_CHANGES", 1)
    make_event()
    assert "and more" not in words_of(client.get(f"{PAIR}?since=2026-01-01"))
    make_event(title="The second", edtf="2026-01-11")
    page = words_of(client.get(f"{PAIR}?since=2026-01-01"))
    assert "1 new event, 0 corrected, and more" in page
    assert "Only the latest are listed here and marked below." in page


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("foo", "“foo” is not a date that is understood here."),
        ("2026-02-30", "“2026-02-30” is no date: that month has 28 days."),
        ("<b>", "“&lt;b&gt;” is not a date"),
    ],
)
def test_a_day_since_which_cannot_be_meant_is_answered_in_words_above_the_list(client, since, said):
    make_event(title="An old call")
    response = client.get(PAIR, {"since": since})
    assert response.status_code == 422
    assert f'role="alert"><p class="field-error">{said}' in text_of(response)
    assert row_titles(response) == ["An old call"]
    part = client.get(PAIR, {"since": since}, headers={"hx-request": "true", "hx-target": "timeline"})
    assert part.status_code == 422
    assert said in text_of(part)


@pytest.mark.parametrize("since", ["2026-01-01", "January 2026", "2026", "since 2026-01-01"])
def test_a_day_since_which_is_taken_in_words_too(client, since):
    make_event()
    page = words_of(client.get(PAIR, {"since": since}))
    assert "Since 1 January 2026: 1 new event" in page


def test_the_name_under_a_quotation_says_to_which_statement_it_leads(client):
    statement = make_event(statements=(statement_input(),)).statements.get()
    row = text_of(client.get(PAIR)).split('class="event__quote"')[1].split("</blockquote>")[0]
    link, name = f'<a href="/statements/{statement.pk}/">', "Claudia Sheinbaum"
    of = '<span class="visually-hidden">: <span lang="en">Sheinbaum and Trump talk about trade</span></span>'
    assert f'{link}<span class="visually-hidden">Statement by </span>{name}{of}</a>' in row


def test_a_quotation_that_its_source_translated_is_called_so_in_a_list_and_where_it_is_copied(client):
    own = make_event(title="One call", statements=(statement_input(),)).statements.get()
    translated = make_event(title="Another", statements=(statement_input(is_translation=True),)).statements.get()
    told = {
        int(re.search(r"/statements/(\d+)/", quote)[1]): "in the source’s translation" in quote
        for quote in text_of(client.get(PAIR)).split('class="event__quote"')[1:]
        for quote in quote.split("</blockquote>")[:1]
    }
    assert told == {own.pk: False, translated.pk: True}
    copied = [text_of(client.get(f"/statements/{said.pk}/")).split("data-copy-text")[1] for said in (own, translated)]
    assert "Claudia Sheinbaum, President, 12 January 2026. The Example" in copied[0]
    assert "Claudia Sheinbaum, President, 12 January 2026 (in the source’s translation). " in copied[1]


def test_a_list_that_cannot_be_read_prints_no_filters(client):
    make_event()
    assert "Filters: When: 2026" in text_of(client.get(f"{PAIR}?when=2026"))
    assert "Filters:" not in text_of(client.get(f"{PAIR}?when=2026-02-30"))


def test_rows_say_when_they_were_published_and_corrected(client):
    make_event()
    row = re.search(r'<article class="event__row"([^>]*)>', text_of(client.get(PAIR)))[1]
    assert row == ' data-published="1768294800"'


@pytest.mark.parametrize("day", ["x", "20260109", "2026-W02-5", "2026-1-9", "0000-01-01", "9" * 3000])
def test_a_day_that_is_none_marks_nothing_and_leaves_the_list(client, day):
    make_event(title="An old call")
    response = client.get(PAIR, {"since": day})
    assert response.status_code == 422
    assert row_titles(response) == ["An old call"]
    assert "Nothing is marked as new or corrected." in text_of(response)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_mark_all_or_nothing(client, day):
    make_event()
    assert client.get(PAIR, {"since": day}).status_code == 200


# --- mentions, sources


def test_mentions_are_told_from_what_the_two_did(client):
    make_event(title="Mexico and Cuba speak of Washington", kind="meeting",
               participations=(part(MEXICO), part(CUBA), part(UNITED_STATES, role="mentioned")))  # fmt: skip
    assert "event--mentioned" in text_of(client.get(f"{PAIR}?mentions=yes"))
    make_event()
    assert "event--mentioned" not in text_of(client.get(PAIR))


def test_the_sources_of_a_page_are_numbered_in_its_order(client):
    make_event(edtf="2026-01-12")
    make_event(title="Again", edtf="2026-01-11")
    page = text_of(client.get(PAIR))
    assert page.count('<p class="event__sources print-only">[1]</p>') == 2
    listed = re.search(r'<ol class="page-sources__list">.*?</ol>', page)[0]
    assert listed.count("<li>") == 1
    assert "Presidents talk about trade" in listed
    assert '<a href="https://example.org/2026/01/12/talk" rel="noopener external">' in listed


def test_a_line_leads_to_words_that_say_what_it_was(client):
    call = make_event(citations=(cite("summary", "about trade"), cite("when"), cite("kind"), cite("modality")))
    line = text_of(client.get(PAIR)).split("Last leader-level contact")[1].split("</dd>")[0]
    assert f'class="note-mark" href="/events/{call.pk}/{call.slug}/#words"' in line
    notes = text_of(client.get(f"/events/{call.pk}/{call.slug}/")).split('id="notes"')[1]
    assert notes.count('id="words"') == 1
    assert "<mark>talked by telephone on Monday</mark>" in notes.split('id="words"')[1].split("</li>")[0]


def test_an_offer_that_is_newer_is_not_called_the_last_agreement(client):
    agreed = make_event(title="They agree on a quota", kind="agreement_in_principle")
    make_event(title="Mexico offers talks", kind="offer", edtf="2026-01-13",
               participations=(part(MEXICO, SHEINBAUM), part(UNITED_STATES, side="recipient")))  # fmt: skip
    label, _, line = text_of(client.get(PAIR)).split("<dl")[1].split("Last agreement")[1].partition("</dt>")
    assert (label, agreed.title in line.split("</dd>")[0]) == ("", True)


@pytest.mark.parametrize(
    "address",
    [f"{PAIR}?kind=visit", "/pairs/cuba/venezuela/", "/countries/mexico/?kind=visit", "/dates/2026/01/?kind=visit",
     "/leaders/claudia-sheinbaum/events/?kind=visit", "/on-this-day/01-12/?kind=visit"],
)  # fmt: skip
def test_an_empty_list_can_be_followed_as_it_is_filtered(client, address):
    make_event()
    page = client.get(address).content.decode()
    where = re.search(r'<a href="([^"]*)">Be told by mail when one is published</a>', page)[1]
    response = client.get(urljoin(address, unescape(where)), follow=True)
    assert response.status_code == 200
    assert ("Visit" in words_of(response)) == ("kind=visit" in address)
