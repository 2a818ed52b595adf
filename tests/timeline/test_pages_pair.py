"""A pair's page: one address, the right events on the right side, honest dates, filters that never lie."""

import re

import pytest
from django.db.models import F

from tests.cast import CUBA, MEXICO, SHEINBAUM, TRUMP, UNITED_STATES, VENEZUELA, make_cast
from tests.factories import make_event, part, statement_input
from tests.pages import row_titles, text_of
from timeline.kinds import KINDS
from timeline.models import Citation, Coverage, Pair

pytestmark = pytest.mark.django_db
PAIR = "/pairs/mexico/united-states/"
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


def make_threat(**fields):
    """Publish a threat of the United States: an act of the second side."""
    given = {
        "title": "Trump warns of tariffs",
        "kind": "threat",
        "edtf": "[2026-01-05..2026-01-11]",
        "source_words": "the week before",
        "participations": (part(UNITED_STATES, TRUMP), part(MEXICO, side="recipient")),
    }
    return make_event(**{**given, **fields})


def test_the_page_says_what_it_is(client):
    make_event()
    page = text_of(client.get(PAIR))
    assert "<title>Mexico and the United States: timeline · Bilateral</title>" in page
    assert "1 event</strong></a>, January 2026" in page
    assert "Claudia Sheinbaum" in page
    assert "President since 1 October 2024" in page
    assert "Marco Rubio" in page
    assert "Foreign Minister since 1 October 2024" in page


def test_each_act_stands_on_the_side_of_who_acts(client):
    make_event()
    make_threat()
    make_event(title="Mexico asks for a delay", kind="request", edtf="2026-01-08",
               participations=(part(MEXICO, SHEINBAUM), part(UNITED_STATES, side="recipient")))  # fmt: skip
    page = client.get(PAIR).content.decode()
    sides = re.findall(r'class="event event--(\w+) .*?<p class="event__side">([^<]+)</p>', page)
    assert sides == [("joint", "Both"), ("first", "Mexico"), ("second", "United States")]


def test_the_list_is_ordered_grouped_and_linked(client):
    make_event()
    make_event(title="They met in December", kind="meeting", edtf="2025-12-03")
    page = client.get(PAIR).content.decode()
    assert row_titles(client.get(PAIR)) == ["Sheinbaum and Trump talk about trade", "They met in December"]
    assert row_titles(client.get(PAIR + "?order=oldest"))[0] == "They met in December"
    assert re.findall(r'<h3 class="timeline__month" id="([\d-]+)">', page) == ["2026-01", "2025-12"]
    assert re.findall(r'<section class="timeline__of-year" id="y(\d+)"', page) == ["2026", "2025"]
    assert '<time class="when" datetime="2026-01-12">12 January 2026</time>' in page


def test_a_day_that_is_not_known_looks_so(client):
    make_threat()
    page = text_of(client.get(PAIR))
    assert '<span class="when vague">5–11 January 2026</span>' in page
    assert "source: “the week before”" in page
    assert "The day itself is not known." in page
    assert 'datetime="2026-01-05"' not in page


def test_only_what_happened_stands_on_the_default_list(client):
    make_event()
    make_event(title="They are to meet in June", kind="meeting", modality="planned", edtf="2026-06")
    assert row_titles(client.get(PAIR)) == ["Sheinbaum and Trump talk about trade"]
    assert "1 planned event is kept apart" in text_of(client.get(PAIR))
    assert row_titles(client.get(PAIR + "?show=planned")) == ["They are to meet in June"]
    assert len(row_titles(client.get(PAIR + "?show=all"))) == 2


def test_what_is_planned_is_counted_and_led_to_with_the_filters_that_are_set(client):
    make_event()
    make_event(title="They are to meet in June", kind="meeting", modality="planned", edtf="2026-06")
    make_event(title="They are to speak in July", modality="planned", edtf="2026-07")
    page = text_of(client.get(PAIR + "?kind=phone_call"))
    assert '<a href="?kind=phone_call&amp;show=planned#timeline">1 planned event is kept apart</a>' in page
    assert row_titles(client.get(PAIR + "?kind=phone_call&show=planned")) == ["They are to speak in July"]
    assert '<a href="?show=planned#timeline">2 planned events are kept apart</a>' in text_of(client.get(PAIR))
    assert "kept apart" not in text_of(client.get(PAIR + "?kind=visit"))


def test_mentions_are_shown_when_asked_for(client):
    make_event()
    make_event(title="Mexico and Cuba speak of Washington", kind="meeting",
               participations=(part(MEXICO), part(CUBA), part(UNITED_STATES, role="mentioned")))  # fmt: skip
    assert len(row_titles(client.get(PAIR))) == 1
    found = client.get(PAIR + "?mentions=yes")
    assert len(row_titles(found)) == 2
    assert "Only mentioned here" in text_of(found)


def test_filters_count_what_they_show(client):
    make_event()
    make_threat()
    response = client.get(PAIR + "?kind=threat")
    assert row_titles(response) == ["Trump warns of tariffs"]
    assert "1 of 2 events, newest first" in text_of(response)
    assert f'class="chip" href="{PAIR}"' in text_of(response)
    assert len(row_titles(client.get(PAIR + "?kind=threat&kind=phone_call"))) == 2


@pytest.mark.parametrize("query", ["show=planned", "show=all", "mentions=yes", "show=planned&kind=meeting"])
def test_what_is_no_part_of_what_happened_is_not_counted_as_one(client, query):
    make_event()
    make_event(title="They are to meet", kind="meeting", modality="planned", edtf="2026-06")
    page = text_of(client.get(f"{PAIR}?{query}"))
    assert ", newest first" in page
    assert "of 1, newest first" not in page


def test_a_date_filter_takes_what_may_lie_in_it_and_says_so(client):
    make_threat()
    sure, maybe = client.get(PAIR + "?when=January+2026"), client.get(PAIR + "?when=7+Jan+2026")
    assert row_titles(sure) == row_titles(maybe) == ["Trump warns of tariffs"]
    assert "It may lie outside of these dates" not in text_of(sure)
    assert "It may lie outside of these dates" in text_of(maybe)
    assert row_titles(client.get(PAIR + "?when=2026-01-12")) == []
    assert row_titles(client.get(PAIR + "?after=2026-01-11&before=2026-02")) == ["Trump warns of tariffs"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("after=2026-02-30", "after"), ("before=2025-02-29", "before"), ("when=0000-01-01", "when"),
        ("when=10000-01-01", "when"), ("when=01/02/2026", "when"), ("when=NaN", "when"), ("when=" + "9" * 4000, "when"),
        ("kind=nothing", "kind"), ("kind=phone_call&kind=nope", "kind"), ("level=king", "level"),
        ("show=drafts", "show"),
        ("order=password", "order"), ("order=-", "order"), ("mentions=perhaps", "mentions"),
        ("after=2026-03&before=2026-01", "before"), ("when=2026+to+2025", "when"), ("kind=phone_call&when=x", "when"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_filter_that_cannot_be_meant_is_an_error_and_never_the_whole_list(client, query, field, headers):
    make_event()
    response = client.get(f"{PAIR}?{query}", headers=headers)
    assert response.status_code == 422
    assert row_titles(response) == []
    assert "The filter cannot be read" in text_of(response)
    if not headers:
        assert f'id="error-{field}"' in text_of(response)
        assert f'aria-describedby="error-{field}"' in text_of(response) or field == "mentions"


def test_an_address_with_a_thousand_kinds_is_refused_in_one_page(client):
    make_event()
    response = client.get(
        PAIR + "?" + "&".join(["kind=phone_call"] * 50 + [f"kind=k{number}" for number in range(700)])
    )
    assert response.status_code == 422
    assert row_titles(response) == []
    assert response.content.count(b'class="chip"') == len(KINDS) + 1


@pytest.mark.parametrize("query", ["utm_source=x", "page=0", "per_page=-5", "re=(", "kind=&when=&order=", "X=1&X=2"])
def test_parameters_that_mean_nothing_here_change_nothing(client, query):
    make_event()
    response = client.get(f"{PAIR}?{query}")
    assert response.status_code == 200
    assert row_titles(response) == ["Sheinbaum and Trump talk about trade"]


@pytest.mark.parametrize(
    "place",
    ["x", "1.2", "2026-01-12.0.0.0", "2026-01-12.0.0.99999999999999999999", "2026-02-30.0.0.1", "1.1.1.1", "NaN.0.0.1"],
)
def test_a_place_in_the_list_that_no_page_links_to_is_refused(client, place):
    make_event()
    assert client.get(f"{PAIR}?following={place}").status_code == 400
    assert client.get(f"{PAIR}?preceding={place}").status_code == 400


@pytest.mark.parametrize("query", ["q=%00", "kind=%ff%fe", "when=%ed%a0%80"])
def test_bytes_that_are_no_text_are_refused(client, query):
    make_event()
    assert client.get(f"{PAIR}?{query}").status_code == 400


def test_an_empty_list_names_its_filters_and_offers_to_drop_each(client):
    make_event()
    page = text_of(client.get(PAIR + "?kind=visit&when=1999"))
    assert "No event fits all of these filters" in page
    assert "No single one of them is to blame" in page
    page = text_of(client.get(PAIR + "?kind=phone_call&when=1999"))
    assert (
        f'href="{PAIR}?kind=phone_call#timeline">Without “When: 1999”</a> <span class="empty__count">1 event<' in page
    )
    assert "Without “Phone call”" not in page
    assert "The nearest event after: <a" in page
    assert "The nearest event before: <a" not in page


def test_a_pair_without_events_says_so(client):
    make_cast()
    response = client.get("/pairs/cuba/venezuela/")
    assert response.status_code == 200
    assert "No event has been published here yet" in text_of(response)
    assert "Nothing is guessed" in text_of(response)


def test_a_long_list_is_read_page_by_page_and_back(client):
    for number in range(1, 56):
        make_event(title=f"Talk {number:02d}", edtf=f"2025-{(number - 1) // 28 + 2:02d}-{(number - 1) % 28 + 1:02d}")
    first = client.get(PAIR)
    assert row_titles(first) == [f"Talk {number:02d}" for number in range(55, 5, -1)]
    following = re.search(r'rel="next" href="([^"#]+)', first.content.decode())[1].replace("&amp;", "&")
    second = client.get(PAIR + following)
    assert row_titles(second) == [f"Talk {number:02d}" for number in range(5, 0, -1)]
    preceding = re.search(r'rel="prev" href="([^"#]+)', second.content.decode())[1].replace("&amp;", "&")
    assert row_titles(client.get(PAIR + preceding)) == row_titles(first)


@pytest.mark.parametrize(
    ("cut", "whole"),
    [("/pairs/", "/countries/"), ("/pairs/mexico/", "/countries/mexico/"), ("/events/", "/dates/"),
     ("/statements/", "/leaders/"),
     ("/es/pairs/mexico/", "/es/countries/mexico/"), ("/pairs/nowhere/", "/countries/nowhere/")],
)  # fmt: skip
def test_an_address_that_was_cut_short_leads_on(client, cut, whole):
    answer = client.get(cut)
    assert (answer.status_code, answer.headers["Location"]) == (302, whole)


def test_the_strip_counts_what_its_links_show(client):
    make_event()
    make_threat()
    make_event(title="They met in December", kind="meeting", edtf="2025-12-03")
    page = client.get(PAIR).content.decode()
    numbers = r"[^:]+: Mexico (\d+), both together (\d+), United States (\d+)"
    bars = re.findall(rf'href="(\?when=[\d-]+)#timeline"><span class="visually-hidden">{numbers}<', page)
    assert [when for when, *_ in bars] == ["?when=2025-12", "?when=2026-01"]
    for when, *counts in bars:
        assert len(row_titles(client.get(PAIR + when))) == sum(int(count) for count in counts)


def test_where_the_relationship_stands_is_one_event_a_line(client):
    call, threat = make_event(), make_threat()
    page = text_of(client.get(PAIR))
    assert f'href="/events/{call.pk}/{call.slug}/"' in page.split("Last leader-level contact")[1].split("</dd>")[0]
    assert f'href="/events/{threat.pk}/{threat.slug}/"' in page.split("Last threat")[1].split("</dd>")[0]
    assert "Last refusal" not in page


def test_paper_shows_whole_addresses_behind_those_lines_at_each_host(client, settings):
    settings.ALLOWED_HOSTS, settings.PAGE_MEMORY_BYTES = ["one.example", "other.example"], 4_000_000
    event = make_event()
    for host in ("one.example", "other.example"):
        for language in ("", "/es"):
            notes = re.search(
                r'state__notes print-only">([^<]+)', text_of(client.get(f"{language}{PAIR}", headers={"host": host}))
            )[1]
            assert notes.endswith(f" 1 http://{host}{language}/events/{event.pk}/")


def test_htmx_gets_the_list_and_everybody_else_the_page(client):
    make_event()
    part_of = client.get(PAIR, headers=HTMX)
    assert part_of.content.lstrip().startswith(b'<section class="timeline')
    assert b'hx-target="#filters-of-list" hx-swap="outerMorph"' in part_of.content
    for headers in ({}, {**HTMX, "HX-Request-Type": "full"}, {**HTMX, "HX-Boosted": "true"},
                    {**HTMX, "HX-History-Restore-Request": "true"}):  # fmt: skip
        whole = client.get(PAIR, headers=headers)
        assert whole.content.startswith(b"<!doctype html>")
        assert "HX-Request" in whole.headers["Vary"]


def test_the_etag_follows_the_pair_and_what_is_said_of_it(client):
    make_event()
    first = client.get(PAIR).headers["ETag"]
    kept = client.get(PAIR, headers={"If-None-Match": first})
    assert (kept.status_code, kept.content) == (304, b"")
    assert "HX-Request" in kept.headers["Vary"]
    assert client.get(PAIR, headers={**HTMX, "If-None-Match": first}).status_code == 200
    make_threat()
    changed = client.get(PAIR, headers={"If-None-Match": first})
    assert changed.status_code == 200
    pair = Pair.objects.get(first__slug=MEXICO)
    Coverage.objects.create(first=pair.first, second=pair.second, checked_at=pair.changed_at, is_sample=True)
    again = client.get(PAIR, headers={"If-None-Match": changed.headers["ETag"]})
    assert again.status_code == 200
    assert "sample record" in text_of(again)


@pytest.mark.parametrize("etag", ["*", '"x"', "W/", ",,,", "é", '"' * 3000])
def test_an_odd_etag_is_no_trouble(client, etag):
    make_event()
    assert client.get(PAIR, headers={"If-None-Match": etag}).status_code in {200, 304}


def test_a_page_is_read_only(client):
    make_event()
    for method in ("post", "put", "patch", "delete"):
        response = getattr(client, method)(PAIR)
        assert response.status_code == 405
        assert response.headers["Allow"] == "GET, HEAD"
    assert client.head(PAIR).status_code == 200


def test_kept_rows_hold_no_token_and_nothing_of_htmx(client):
    make_event(statements=(statement_input(),))
    event = make_event(title="Again")
    html = event.rows.get(language="en").html
    assert not re.search(r"\bhx-|csrf|nonce|event--", html)


def test_markup_in_a_title_stays_text(client):
    make_event(title="<script>alert(1)</script> & more", summary="<img src=x onerror=alert(1)>")
    page = client.get(PAIR).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_what_turns_the_direction_of_reading_is_seen(client):
    turning = "\u202dsay\u202e this\u2066\u2069"
    event = make_event(statements=(statement_input(),))
    # The factory's own words would be in no passage: the database holds them together.
    Citation.objects.filter(field="words").update(exact=turning, end=F("start") + len(turning))
    event.statements.update(words=turning)
    Citation.objects.update(prefix=f"so {turning} ", suffix=f" and {turning} there")
    for address in (f"/events/{event.pk}/{event.slug}/", f"/statements/{event.statements.get().pk}/"):
        page = client.get(address).content.decode()
        left = [page[max(0, n - 80) : n + 20] for n, mark in enumerate(page) if mark in "\u202d\u202e\u2066\u2069"]
        assert not left, address
        assert page.count("⟨U+202D⟩say⟨U+202E⟩ this") >= 3


def test_the_third_country_has_its_own_timelines(client):
    make_event(title="Three talk", kind="meeting", participations=(part(MEXICO), part(CUBA), part(VENEZUELA)))
    for address in ("/pairs/cuba/mexico/", "/pairs/cuba/venezuela/", "/pairs/mexico/venezuela/"):
        assert row_titles(client.get(address)) == ["Three talk"]
