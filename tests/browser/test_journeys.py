"""What people come for, by keyboard alone; and each reading journey again without script.

No pointer is used: keys only, from the top of a page. After each step something visible has the focus.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.factories import claim_input, make_event, part, statement_input

pytestmark = pytest.mark.django_db(transaction=True)
PAIR = "/pairs/mexico/united-states/"
MOST_TABS = 200
CALL = "Sheinbaum and Trump talk about trade"


@pytest.fixture
def call():
    """Publish a call, a threat, two meetings and a plan."""
    found = make_event(statements=(statement_input(claims=(claim_input(),)),), summary="The two talk about trade.")
    make_event(
        title="Trump warns of tariffs", kind="threat", edtf="[2026-01-05..2026-01-11]", source_words="the week before",
        participations=(part("united-states", "donald-trump"), part("mexico", side="recipient")),
    )  # fmt: skip
    for day in range(1, 9):
        make_event(title=f"They meet on day {day}", kind="meeting", edtf=f"2025-12-{day:02d}")
    make_event(title="They are to meet", kind="meeting", modality="planned", edtf="2026-06")
    return found


def focused(page: Page) -> str:
    """Return what has the focus, in words; fail where it is lost or cannot be seen."""
    return page.evaluate(
        """() => { const on = document.activeElement;
        if (!on || on === document.body) throw new Error('the focus is lost');
        const { outlineStyle, boxShadow } = getComputedStyle(on);
        const isSeen = outlineStyle !== 'none' || boxShadow !== 'none' || on.matches('main, [tabindex="-1"]');
        if (!isSeen) throw new Error(`no mark of focus on ${on.outerHTML.slice(0, 120)}`);
        const label = on.getAttribute('aria-label') || on.labels?.[0]?.innerText;
        return (label || on.innerText || on.name || '').replace(/\\s+/g, ' ').trim(); }"""
    )


def tab_to(page: Page, words: str, *, back: bool = False) -> None:
    """Press Tab until something so called has the focus."""
    seen = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("document.activeElement === document.body"):
            continue  # The window's own edge lies between the last and the first.
        seen.append(focused(page))
        if words in seen[-1]:
            return
    raise AssertionError(f"{words!r} is not reached by Tab; reached were {seen}")


def test_1_past_the_navigation_to_the_content(page: Page, call):
    page.goto(PAIR)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_2_three_letters_to_a_pair(page: Page, call):
    page.goto("/")
    tab_to(page, "Find a timeline")
    page.keyboard.type("mex")
    expect(page.locator("#found").get_by_role("link").first).to_be_visible()
    tab_to(page, "Mexico and the United States")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mexico")


def test_2_two_countries_and_enter(page: Page, call):
    for box, end in (("Find a timeline", "#"), ("Search", "")):
        page.goto("/")
        tab_to(page, box)
        page.keyboard.type("us mex")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/pairs/mexico/united-states/{end}")


def test_3_slash_to_the_search_and_from_a_result_to_its_event(page: Page, call):
    page.goto(PAIR)
    page.keyboard.press("/")
    page.keyboard.type("trade")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=trade&go=")
    tab_to(page, CALL)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(CALL)


def test_4_from_event_to_event_and_back_to_the_same_place(page: Page, call):
    page.goto(PAIR)
    for key, title in (("j", CALL), ("j", "Trump warns of tariffs"), ("k", CALL)):
        page.keyboard.press(key)
        # The keys' module comes with the first press.
        expect(page.locator("#timeline .event__title a", has_text=title)).to_be_focused()
        assert focused(page) == title
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(CALL)
    page.go_back()
    expect(page).to_have_url(PAIR)


def test_5_the_keys_are_listed_and_can_be_turned_off(page: Page, call):
    page.goto(PAIR)
    page.keyboard.press("Tab")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    tab_to(page, "Keys are on")
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.reload()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")


def test_6_a_filter_is_chosen_and_the_focus_stays(page: Page, call):
    page.goto(PAIR)
    tab_to(page, "Kind")
    page.keyboard.press("Enter")
    tab_to(page, "Threat")
    page.keyboard.press("Space")
    expect(page.locator("main").get_by_role("status").first).to_have_text("1 of 10 events, newest first")
    expect(page.get_by_role("checkbox", name="Threat")).to_be_focused()
    expect(page).to_have_url(f"{PAIR}?kind=threat")


def test_7_a_filter_is_taken_away(page: Page, call):
    page.goto(f"{PAIR}?kind=threat")
    tab_to(page, "Remove Threat")
    page.keyboard.press("Enter")
    expect(page.locator("main").get_by_role("status").first).to_have_text("10 events, newest first")
    expect(page).to_have_url(PAIR)


def test_8_a_month_of_the_strip_is_a_link(page: Page, call):
    page.goto(PAIR)
    tab_to(page, "January 2026: Mexico")
    page.keyboard.press("Enter")
    expect(page.locator("#timeline .event__title").first).to_have_text(CALL)


def test_9_a_day_is_typed_and_the_answer_says_what_is_nearest(page: Page, call):
    page.goto(PAIR)
    tab_to(page, "Go to a date")
    page.keyboard.type("13 January 2026")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("The list has no event on 13 January 2026; the nearest is")


def test_10_what_was_folded_is_shown(page: Page, call):
    page.goto(PAIR)
    tab_to(page, "more events of December 2025")
    page.keyboard.press("Enter")
    expect(page.locator("#timeline .event__title", has_text="They meet on day 1")).to_be_visible()


def test_11_from_a_fact_to_the_words_of_its_source(page: Page, call):
    page.goto(f"/events/{call.pk}/{call.slug}/")
    tab_to(page, "Note")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#note-"))
    expect(page.locator(".passage:target mark").first).to_be_visible()


def test_12_words_are_copied(page: Page, call):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/statements/{call.statements.get().pk}/")
    tab_to(page, "Copy")
    page.keyboard.press("Enter")
    expect(page.locator(".copy__done")).to_have_text("Copied.")


def test_13_to_the_page_in_the_other_language_and_back(page: Page, call):
    page.goto(PAIR)
    tab_to(page, "Español")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("México")
    tab_to(page, "English")
    page.keyboard.press("Enter")
    expect(page).to_have_url(PAIR)


def test_without_script_a_pair_is_found_filtered_and_read(page_without_javascript: Page, call):
    page = page_without_javascript
    page.goto("/")
    page.locator("main").get_by_role("searchbox").fill("mex")
    page.get_by_role("button", name="Find").click()
    page.locator("#found").get_by_role("link", name="Mexico and the United States").click()
    page.locator("summary", has_text="Kind").click()
    page.get_by_label("Threat").check()
    page.locator("details[open]").get_by_role("button", name="Apply").click()
    expect(page.locator("#timeline .event__title")).to_have_text(["Trump warns of tariffs"])
    page.get_by_role("link", name="Remove Threat").click()
    page.get_by_role("link", name="more events of December 2025").click()
    expect(page.locator("#timeline .event__title", has_text="They meet on day 1")).to_be_visible()
    page.locator("#timeline").get_by_role("link", name="Trump warns of tariffs", exact=True).click()
    page.locator(".note-mark").first.click()
    expect(page.locator(".passage:target")).to_be_visible()


def test_without_script_words_are_searched_and_a_day_is_looked_up(page_without_javascript: Page, call):
    page = page_without_javascript
    page.goto(PAIR)
    page.get_by_role("textbox", name="Go to a date").fill("13 January 2026")
    page.get_by_role("button", name="Go", exact=True).click()
    expect(page.locator("main")).to_contain_text("The list has no event on 13 January 2026; the nearest is")
    page.locator(".masthead").get_by_role("searchbox").fill("trade")
    page.locator(".masthead").get_by_role("button", name="Search").click()
    page.locator("main").get_by_role("link", name=CALL).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(CALL)


def test_without_script_pairs_are_compared_and_contacts_counted(page_without_javascript: Page, call):
    page = page_without_javascript
    page.goto("/compare/?pair=mexico,united-states&pair=cuba,united-states")
    expect(page.locator("main")).to_contain_text(CALL)
    page.goto("/contacts/")
    page.locator("main table").get_by_role("link").first.click()
    expect(page.locator("main")).to_contain_text("Mexico")
    page.goto("/leaders/claudia-sheinbaum/")
    page.get_by_role("link", name=CALL).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(CALL)
