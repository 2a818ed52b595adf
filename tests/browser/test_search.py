"""The search in a browser: three keys and an arrow lead to a pair; every state is accessible, at every width."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.lines import lines_that_begin_with_a_dot
from tests.factories import make_event, make_statement
from timeline.values import When

pytestmark = pytest.mark.django_db(transaction=True)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
STATES = ["/search/", "/search/?q=sheinbaum+talk", "/search/?q=mexico+us", "/search/?q=unicorn+talk", "/search/?q=-x"]


def test_three_keys_and_an_arrow_lead_to_a_pair(page: Page):
    make_event()
    page.goto("/about/")
    box = page.get_by_role("searchbox", name="Search")
    box.press_sequentially("mex")
    first = page.get_by_role("link", name="Mexico and the United States")
    expect(first).to_be_visible()
    expect(page.locator("[data-search-status]")).to_contain_text("Arrow down leads to them")
    box.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(first).to_have_count(0)
    expect(box).to_be_focused()
    box.press_sequentially(" us")
    expect(first).to_be_visible()
    box.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/pairs/mexico/united-states/")


HINT_FITS = """() => {
  const box = document.querySelector("#masthead-search"), style = getComputedStyle(box);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = style.font;
  const room = box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return pen.measureText(box.placeholder).width <= room;
}"""


@pytest.mark.parametrize("width", [390, 641, 768, 801, 1280])
@pytest.mark.parametrize("address", ["/about/", "/es/about/"])
def test_what_may_be_typed_at_the_head_of_a_page_is_said_whole(page: Page, address: str, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    assert page.evaluate(HINT_FITS)


def test_on_the_first_page_an_arrow_leads_from_the_box_to_what_it_found(page: Page):
    make_event()
    page.goto("/")
    box = page.locator("#finder-text")
    box.press_sequentially("mex")
    first = page.locator("#found a").first
    expect(first).to_contain_text("Mexico and the United States")
    box.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    box.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/pairs/mexico/united-states/")


def test_enter_searches_and_leaving_puts_the_suggestions_away(page: Page):
    make_event()
    page.goto("/about/")
    box = page.get_by_role("searchbox", name="Search")
    box.press_sequentially("shein")
    expect(page.get_by_role("link", name="Claudia Sheinbaum")).to_be_visible()
    page.locator("h1").click()
    expect(page.locator(".suggestions")).to_have_count(0)
    box.press("Enter")
    expect(page).to_have_url("/search/?q=shein&go=")
    expect(page.get_by_role("searchbox")).to_have_value("shein")


def test_without_script_the_box_is_a_form(live_server: LiveServer, chromium: Browser):
    make_event()
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("searchbox", name="Search", exact=True).fill("mexico us")
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url("/pairs/mexico/united-states/")
    context.close()


def test_no_line_above_a_hit_begins_with_a_dot(page: Page):
    make_event(edtf="2026-01")
    make_statement(when=When.parse("2026-01"))
    page.goto("/search/?q=2026-01-08..2026-01-09")
    expect(page.locator(".hit .badge", has_text="possibly")).to_have_count(2)
    for width in range(320, 520, 8):
        page.set_viewport_size({"width": width, "height": 800})
        assert lines_that_begin_with_a_dot(page) == [], width


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_is_accessible_and_fits(live_server: LiveServer, chromium: Browser, width: int, scheme: str):
    make_event(summary="The two talk about trade.")
    # Axe tries styles of its own, which the policy would refuse.
    context = chromium.new_context(
        base_url=live_server.url, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    for address in [*STATES, "/search/help/"]:
        page.goto(address)
        if address == "/search/":
            page.locator("input[type=search]").fill("mex")
            expect(page.locator(".suggestions")).to_be_visible()
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, (address, found.generate_report())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()
