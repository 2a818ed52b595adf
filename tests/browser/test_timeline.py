"""A pair's timeline in a browser: folded months, keys, marks of the last visit, what is printed, nothing covered."""

import re
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.lines import lines_that_begin_with_a_dot
from tests.factories import BY, event_input, make_event, part, statement_input
from timeline import actions

pytestmark = pytest.mark.django_db(transaction=True)
PAIR = "/pairs/mexico/united-states/"
VISIT = f"visit {PAIR}"


@pytest.fixture
def dense():
    """Publish nine calls in January 2026, two acts of one side in December 2025, and one call in each year before."""
    for day in range(1, 10):
        make_event(title=f"Talk of {day} January", edtf=f"2026-01-{day:02d}", summary="They talk about trade. " * 6)
    for day in (3, 9):
        countries = (part("united-states", "donald-trump"), part("mexico", side="recipient"))
        make_event(
            title=f"A threat of {day} December", kind="threat", edtf=f"2025-12-{day:02d}", participations=countries
        )
    for year in (2023, 2024):
        make_event(
            title=f"Talk of {year}", edtf=f"{year}-06-01", participations=(part("mexico"), part("united-states"))
        )


def shown(page: Page) -> list[str]:
    titles = page.locator("#timeline .event__title")
    return [title.inner_text() for title in titles.all() if title.is_visible()]


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.textContent")


def test_a_dense_month_unfolds_by_its_link_without_script(page_without_javascript: Page, dense):
    page = page_without_javascript
    page.goto(PAIR)
    assert shown(page)[:4] == ["Talk of 9 January", "Talk of 8 January", "Talk of 7 January", "A threat of 9 December"]
    page.get_by_role("link", name="Show 6 more events of January 2026").click()
    expect(page.get_by_role("link", name="Show 6 more events of January 2026")).not_to_be_visible()
    assert len(shown(page)) == 13


@pytest.mark.parametrize("anchor", ["2026-01-02", "more-2026-01"])
def test_an_address_of_what_is_folded_shows_it(page_without_javascript: Page, dense, anchor):
    page_without_javascript.goto(f"{PAIR}#{anchor}")
    expect(page_without_javascript.get_by_role("heading", name="Talk of 2 January")).to_be_visible()


def test_the_year_stays_in_view_and_leads_on(page: Page, dense):
    page.set_viewport_size({"width": 390, "height": 600})
    page.goto(f"{PAIR}?when=2026-01#2026-01-03")
    bar = page.locator("#y2026 .timeline__bar")
    assert bar.bounding_box()["y"] == 0
    page.goto(PAIR)
    page.get_by_role("link", name=re.compile(r"^2025 2 events")).last.click()
    expect(page).to_have_url(re.compile("#y2025$"))
    expect(page.locator("#y2025 .timeline__bar")).to_be_in_viewport()
    assert 0 <= page.locator("#y2025 .timeline__bar").bounding_box()["y"] < 80


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_nothing_covers_what_has_the_focus(page: Page, dense, width, key):
    page.set_viewport_size({"width": width, "height": 500})
    page.goto(f"{PAIR}?when=2026-01")
    page.locator("#timeline .event__title a").nth(0 if key == "Tab" else 8).focus()
    for _ in range(14):
        page.keyboard.press(key)
        covered = page.evaluate(
            """() => { const box = document.activeElement.getBoundingClientRect();
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return top?.closest('.timeline__bar') && !document.activeElement.closest('.timeline__bar')
              ? document.activeElement.outerHTML : '' }"""
        )
        assert not covered


def test_keys_go_from_event_to_event_and_can_be_turned_off(page: Page, dense):
    page.goto(PAIR)
    for title in ("Talk of 9 January", "Talk of 8 January"):
        page.keyboard.press("j")
        expect(page.get_by_role("link", name=title, exact=True)).to_be_focused()
    page.keyboard.press("k")
    expect(page.get_by_role("link", name="Talk of 9 January", exact=True)).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator(".masthead input")).to_be_focused()
    page.keyboard.type("jk?")
    expect(page.locator(".masthead input")).to_have_value("jk?")
    page.locator("#main").focus()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Keys are on").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()
    page.keyboard.press("?")
    expect(dialog).not_to_be_visible()
    page.reload()
    page.keyboard.press("j")
    assert "Talk" not in focused(page)[:5]
    page.get_by_role("button", name="Keys").click()
    dialog.get_by_label("Keys are on").check()
    dialog.get_by_role("button", name="Close").click()
    page.locator("#main").focus()
    page.keyboard.press("j")
    expect(page.locator("#timeline .event__title a:focus")).to_have_count(1)


def test_keys_stop_where_events_are_folded_and_go_on_among_them(page: Page, dense):
    page.goto(PAIR)
    page.get_by_role("link", name="Talk of 7 January", exact=True).focus()
    page.keyboard.press("j")
    fold = page.get_by_role("link", name="Show 6 more events of January 2026")
    expect(fold).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("#timeline").get_by_role("link", name="A threat of 9 December", exact=True)).to_be_focused()
    page.keyboard.press("k")
    expect(fold).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Talk of 6 January", exact=True)).to_be_focused()


def test_one_key_goes_to_the_search_box_of_any_page_unless_keys_are_off(page: Page, dense):
    for address in ("/about/", "/", "/search/?q=talk", "/no-such-page/", "/countries/mexico/"):
        page.goto(address)
        page.locator("#main").focus()
        page.keyboard.press("Control+/")
        expect(page.locator("[name=q]:focus")).to_have_count(0)
        page.keyboard.press("/")
        expect(page.locator("[name=q]").first).to_be_focused()
        page.keyboard.type("a/j?")
        expect(page.locator("[name=q]").first).to_have_value("a/j?")
    page.evaluate("localStorage.setItem('timeline-keys-off', '1')")
    page.goto("/about/")
    page.locator("#main").focus()
    page.keyboard.press("/")
    expect(page.locator("[name=q]").first).not_to_be_focused()


def test_a_later_visit_marks_what_was_published_and_corrected_since(page: Page, dense):
    page.goto(PAIR)
    expect(page.locator("[data-module=visits]")).to_be_hidden()
    seen = datetime(2026, 1, 15, tzinfo=UTC).timestamp() * 1000
    page.evaluate("([name, at]) => localStorage.setItem(name, JSON.stringify({at, since: null}))", [VISIT, seen])
    later = datetime(2026, 1, 20, tzinfo=UTC)
    actions.record_event(event=event_input(title="Published later", edtf="2026-01-12"), by=BY, at=later)
    page.reload()
    line = page.locator("[data-module=visits]")
    expect(line).to_contain_text("Since your last visit on 15 January 2026, on this page: 1 new, 0 corrected.")
    expect(page.locator(".event > .event__mark")).to_have_text(["new"])
    page.reload()
    expect(page.locator(".event > .event__mark")).to_have_text(["new"])
    line.get_by_role("link", name="All that changed since then").click()
    expect(page).to_have_url(re.compile(r"\?since=2026-01-15#timeline$"))
    expect(page.locator(".since")).to_contain_text("1 new event, 0 corrected")
    page.get_by_role("link", name="Stop marking").click()
    page.get_by_role("button", name="Forget my visit").click()
    expect(line).to_be_hidden()
    assert page.evaluate("name => localStorage.getItem(name)", VISIT) is None
    assert page.context.cookies() == []


def test_events_keep_their_order_from_top_to_bottom(page: Page, dense):
    mexico, united_states = part("mexico", "claudia-sheinbaum"), part("united-states", "donald-trump")
    for day, acts, other in ((1, mexico, "united-states"), (2, united_states, "mexico"), (3, united_states, "mexico"),
                             (4, mexico, "united-states"), (5, united_states, "mexico")):  # fmt: skip
        make_event(title=f"Act {day}", kind="criticism", edtf=f"2025-11-{day:02d}", summary="Words. " * 20 * (day % 3),
                   participations=(acts, part(other, side="recipient")))  # fmt: skip
    page.goto(PAIR)
    tops = [box["y"] for box in page.evaluate(
        """() => [...document.querySelectorAll('#timeline .event')].map(e => e.getBoundingClientRect())
        .filter(box => box.height).map(box => ({y: box.y}))"""
    )]  # fmt: skip
    assert tops == sorted(tops)
    assert len(tops) >= 8


def test_a_run_of_one_side_stays_on_its_half(page: Page):
    who = (part("mexico", "claudia-sheinbaum"), part("united-states", side="recipient"))
    for day in range(1, 5):
        make_event(
            title=f"Act {day}", kind="criticism", edtf=f"2025-11-{day:02d}", summary="Words. " * 40, participations=who
        )
    for width in (1024, 1280, 2560):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(PAIR)
        ends = page.locator(".event--first *").evaluate_all("all => all.map(one => one.getBoundingClientRect().right)")
        assert max(ends) < width / 2, width


def test_the_address_is_copied(page: Page, dense):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{PAIR}?when=2026-01")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"{PAIR}?when=2026-01")


@pytest.mark.parametrize("width", [390, 768])
def test_the_first_year_of_a_strip_is_told_where_it_has_room(page: Page, width):
    make_event()
    make_event(title="They spoke", edtf="2022-04-29", participations=(part("mexico"), part("united-states")))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(PAIR)
    years = [year for year in page.locator(".strip__label b").all() if year.is_visible()]
    assert [year.inner_text() for year in years] == ["2022", "2023", "2024", "2025", "2026"]
    places = [year.bounding_box() for year in years]
    assert all(left["x"] + left["width"] <= right["x"] for left, right in pairwise(places))


@pytest.mark.parametrize("width", [390, 768])
def test_a_long_strip_is_seen_whole_and_its_numbers_are_the_links(page: Page, dense, width):
    make_event(title="Long ago", edtf="1950-01-01", participations=(part("mexico"), part("united-states")))
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(PAIR)
    first, last = (page.locator(".strip__item").nth(place).bounding_box() for place in (0, -1))
    assert first["x"] >= 0
    assert last["x"] + last["width"] <= width
    labels = [label.bounding_box() for label in page.locator(".strip__label").all() if label.is_visible()]
    middles = [(box["x"] + box["width"] / 2) for box in labels]
    assert len(middles) > 3
    assert min(after - before for before, after in pairwise(middles)) > 30
    strip = page.locator(".strip")
    expect(strip.get_by_role("link")).to_have_count(0)
    page.get_by_text("The same in numbers").click()
    strip.get_by_role("link", name="1950").click()
    expect(page.locator(".event__title")).to_have_text(["Long ago"])


def test_columns_with_room_for_a_finger_are_links(page: Page, dense):
    make_event(title="Not long ago", edtf="2004-01-01", participations=(part("mexico"), part("united-states")))
    page.set_viewport_size({"width": 1280, "height": 844})
    page.goto(PAIR)
    sizes = [link.bounding_box()["width"] for link in page.locator("a.strip__link").all() if link.is_visible()]
    assert len(sizes) > 1
    assert min(sizes) >= 24


@pytest.fixture
def _years():
    """Publish a call in each year from 2014 to 2022, and a dozen in 2020."""
    for year in (*range(2014, 2023), *[2020] * 11):
        make_event(
            title=f"Talk of {year}", edtf=f"{year}-03-02", participations=(part("mexico"), part("united-states"))
        )


@pytest.mark.usefixtures("_years")
def test_on_a_phone_the_number_of_a_year_touches_no_neighbour(page: Page):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(PAIR)
    bar = page.locator("#y2020 .timeline__bar")
    number = bar.locator(".timeline__year .timeline__count").bounding_box()
    before, after = (step.bounding_box() for step in bar.locator(".timeline__step").all())
    assert before["x"] + before["width"] <= number["x"]
    assert number["x"] + number["width"] <= after["x"]


@pytest.mark.usefixtures("_years")
def test_on_a_phone_numbers_of_contacts_need_no_pushing_sideways(page: Page):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{PAIR}contacts/")
    table = page.locator(".matrix")
    assert table.evaluate("box => box.scrollWidth <= box.clientWidth")
    for year in range(2014, 2023):
        expect(table.get_by_role("link", name=str(year))).to_be_visible()


def test_on_a_phone_the_pairs_that_met_are_lines_of_the_levels_at_which_they_did(page: Page):
    make_event()
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("/contacts/")
    table = page.locator(".matrix")
    assert table.locator("thead").bounding_box()["width"] <= 1
    pair, number = table.locator("tbody th").bounding_box(), table.locator("td:visible").first.bounding_box()
    assert pair["y"] + pair["height"] <= number["y"]
    assert pair["width"] > 250
    shown_levels = table.locator("td:visible").evaluate_all(
        "cells => cells.map(cell => getComputedStyle(cell, '::before').content)"
    )
    assert shown_levels == ['"Leaders "', '"All "']


@pytest.mark.parametrize("address", ["/countries/mexico/", "/leaders/claudia-sheinbaum/"])
def test_on_a_phone_the_last_contact_stands_below_the_name_and_the_numbers_beside(page: Page, address):
    make_event()
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address)
    table = page.locator(".matrix").first
    assert table.evaluate("box => box.scrollWidth <= box.clientWidth")
    name, number, third, last = (cell.bounding_box() for cell in table.locator("tbody tr").first.locator("> *").all())
    assert name["x"] == last["x"]
    assert name["y"] + name["height"] <= last["y"]
    assert name["x"] + name["width"] <= number["x"]
    assert number["x"] + number["width"] <= third["x"]
    assert last["x"] + last["width"] <= third["x"]


def test_the_bar_of_a_month_stays_seen_when_it_is_pointed_at_or_chosen(page: Page, dense):
    page.emulate_media(reduced_motion="reduce")
    page.goto(PAIR)

    def middle_of_last_bar() -> bytes:
        column, chart = (page.locator(at).last.bounding_box() for at in (".strip__item", ".strip__picture"))
        across, down = column["x"] + column["width"] / 2, chart["y"] + chart["height"] / 2
        return page.screenshot(clip={"x": across - 1, "y": down - 1, "width": 2, "height": 2})

    seen = middle_of_last_bar()
    page.locator("a.strip__link").last.hover()
    assert middle_of_last_bar() == seen
    page.goto(f"{PAIR}?when=2026-01")
    expect(page.locator(".strip__link[aria-current]")).to_have_count(1)
    assert middle_of_last_bar() == seen


def test_no_line_begins_with_the_dot_between_two_words(page: Page):
    for kind in ("agreement_in_principle", "economic_cooperation"):
        make_event(
            title=f"About {kind}", kind=kind, participations=(part("mexico"), part("united-states")), level="minister"
        )
    page.goto(PAIR)
    for width in range(320, 430, 5):
        page.set_viewport_size({"width": width, "height": 800})
        assert lines_that_begin_with_a_dot(page) == [], width


def sheets_of(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


def test_a_sheet_may_end_within_an_event_before_its_quotation_alone(page: Page):
    make_event(title="Talk", summary="They talk.")
    make_event(title="Talk with words", summary="They talk.", statements=(statement_input(),))
    page.goto(PAIR)
    page.emulate_media(media="print")

    def broken(selector: str) -> list[tuple[str, str]]:
        read = "all => all.map(one => [getComputedStyle(one).breakInside, getComputedStyle(one).breakAfter])"
        return [tuple(styles) for styles in page.locator(selector).evaluate_all(read)]

    assert broken(".event") == [("auto", "auto")] * 2
    # The one that was published last stands first; a quotation follows what it says, behind the other its sources do.
    assert broken(".event__summary") == [("avoid", "auto"), ("avoid", "avoid")]
    assert broken(".event__quote") == [("avoid", "avoid")]
    assert {after for _, after in broken(".event__title")} == {"avoid"}


def test_fifty_events_take_at_most_twelve_sheets(chromium: Browser, live_server: LiveServer, dense):
    for number in range(60):
        day = f"2025-{number % 10 + 2:02d}-{number % 28 + 1:02d}"
        summary = "At her daily press conference the president says that she would ask for another call. " * 2
        make_event(title=f"Talk about the matter of the day, number {number}", edtf=day, summary=summary)
    context = chromium.new_context(base_url=live_server.url)
    page = context.new_page()
    page.goto(PAIR)
    page.emulate_media(media="print")
    assert len(shown(page)) == 50
    expect(page.locator(".page-sources__list")).to_be_visible()
    expect(page.locator(".print-foot")).to_be_visible()
    expect(page.locator(".timeline__printed")).to_contain_text("newest first")
    expect(page.locator(".timeline__printed")).to_contain_text("Only this page of the list is printed.")
    expect(page.locator(".event__sources").first).to_have_text("[1]")
    expect(page.locator(".print-foot")).to_contain_text(f"{live_server.url}{PAIR}")
    sheets = sheets_of(page)
    context.close()
    assert 3 <= sheets <= 12
