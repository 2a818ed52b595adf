"""The filters in a browser: a menu stays open while it is used, focus is never lost, what failed can be tried again."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import _open
from tests.timeline.varied import make_varied_record

pytestmark = pytest.mark.django_db(transaction=True)
PAIR = "/pairs/mexico/united-states/"
COUNT = "#timeline-count"


@pytest.fixture(autouse=True)
def _record() -> None:
    make_varied_record()


def menu(page: Page, name: str):
    return page.locator(f"#menu-{name} > summary")


def test_ticking_answers_at_once_and_keeps_menu_and_focus(page: Page):
    page.goto(PAIR)
    menu(page, "kind").click()
    page.get_by_role("checkbox", name="Phone call").focus()
    page.keyboard.press("Space")
    expect(page.locator(COUNT)).to_have_text("2 of 4 events, newest first")
    expect(page).to_have_url(f"{PAIR}?kind=phone_call")
    expect(page.locator("#filter-kind-phone_call")).to_be_focused()
    expect(page.locator("#menu-kind")).to_have_attribute("open", "")
    page.get_by_role("checkbox", name="Threat").check()
    expect(page.locator(COUNT)).to_have_text("3 of 4 events, newest first")
    expect(page.locator("#menu-kind > summary .filters__number")).to_contain_text("2")
    page.keyboard.press("Escape")
    expect(page.locator("#menu-kind")).not_to_have_attribute("open", "")
    expect(menu(page, "kind")).to_be_focused()
    menu(page, "topic").click()
    expect(page.get_by_role("checkbox", name="Trade and economy 2")).to_be_enabled()
    page.get_by_role("checkbox", name="Illegal drugs").check()
    expect(page.locator(COUNT)).to_have_text("1 of 4 events, newest first")
    menu(page, "kind").click()
    expect(page.get_by_role("checkbox", name="Meeting")).to_be_disabled()


def test_back_returns_to_the_list_before_and_its_place(page: Page):
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto(f"{PAIR}?topic=economic&topic=crime")
    link = page.locator("#timeline .event__title a").last
    link.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    assert place > 0
    link.click()
    expect(page.locator("#history")).to_be_attached()
    page.go_back()
    expect(page).to_have_url(f"{PAIR}?topic=economic&topic=crime")
    page.wait_for_function(f"Math.abs(scrollY - {place}) < 5")
    menu(page, "topic").click()
    expect(page.get_by_role("checkbox", name="Crime")).to_be_checked()


def test_names_narrow_without_accents_and_a_typed_name_is_a_choice(page: Page):
    page.goto(PAIR)
    menu(page, "level").click()
    name = page.get_by_label("Leader’s name")
    name.fill("juan ramon")
    expect(page.locator("#options-leader li:visible")).to_have_count(1)
    expect(page).to_have_url(PAIR)
    page.get_by_role("checkbox", name="Juan Ramón de la Fuente").check()
    expect(page.locator(COUNT)).to_have_text("1 of 4 events, newest first")
    page.goto(PAIR)
    menu(page, "level").click()
    page.get_by_label("Leader’s name").fill("rubio")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{PAIR}?leader=rubio")
    expect(page.locator(COUNT)).to_have_text("1 of 4 events, newest first")


@pytest.mark.parametrize("how", ["offline", "500"])
def test_what_failed_is_told_in_place_and_can_be_tried_again(page: Page, how):
    page.goto(PAIR)
    before = page.locator("#timeline .event__title").all_inner_texts()

    def fail(route: Route) -> None:
        if how == "offline":
            route.abort("internetdisconnected")
        else:
            route.fulfill(status=500, body="<p>broken</p>", content_type="text/html")

    page.route("**/*q=tariffs*", fail)
    page.get_by_role("textbox", name="Words").fill("tariffs")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="What you chose is kept")).to_be_visible()
    assert page.locator("#timeline .event__title").all_inner_texts() == before
    expect(page).to_have_url(PAIR)
    expect(page.get_by_role("textbox", name="Words")).to_have_value("tariffs")
    page.unroute("**/*q=tariffs*")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(COUNT)).to_have_text("1 of 4 events, newest first")
    expect(page).to_have_url(f"{PAIR}?q=tariffs")
    expect(page.get_by_text("What you chose is kept")).to_have_count(0)


def test_an_error_stands_beside_its_field_and_keeps_what_was_typed(page: Page):
    page.goto(PAIR)
    page.get_by_role("textbox", name="When").fill("2026-02-30")
    page.keyboard.press("Enter")
    expect(page.locator("#error-when")).to_be_visible()
    expect(page.locator(COUNT)).to_contain_text("The filter cannot be read")
    expect(page.locator("#filter-when")).to_be_focused()
    expect(page.get_by_role("textbox", name="When")).to_have_value("2026-02-30")
    page.get_by_role("textbox", name="When").fill("January 2026")
    page.keyboard.press("Enter")
    expect(page.locator(COUNT)).to_have_text("2 of 4 events, newest first")
    expect(page.locator("#error-when")).to_have_count(0)


def test_on_a_phone_the_filters_open_in_the_page_and_close(page: Page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(PAIR)
    expect(menu(page, "kind")).to_be_hidden()
    page.locator("#filters-box > summary").click()
    menu(page, "kind").click()
    page.get_by_role("checkbox", name="Threat").check()
    expect(page.locator(COUNT)).to_have_text("1 of 4 events, newest first")
    expect(page.locator("#filters-box")).to_have_attribute("open", "")
    box = page.get_by_role("checkbox", name="Threat").locator("xpath=ancestor::label").bounding_box()
    assert box["height"] >= 44
    # Both its name, which closes it, and the number of results are in sight wherever one is in it.
    page.get_by_role("combobox", name="Order").scroll_into_view_if_needed()
    page.get_by_role("checkbox", name="Threat").scroll_into_view_if_needed()
    for shown in (page.locator("#filters-box > summary"), page.locator(COUNT)):
        expect(shown).to_be_in_viewport(ratio=1)
    page.locator("#filters-box > summary").click()
    expect(menu(page, "kind")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_word_without_end_does_not_widen_the_page(page: Page):
    page.set_viewport_size({"width": 320, "height": 700})
    for address in (f"{PAIR}?q={'W' * 250}", f"/search/?q={'W' * 250}", f"/?q={'W' * 250}", f"/countries/{'W' * 250}/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_without_script_every_filter_is_applied_by_a_button(chromium: Browser, live_server: LiveServer):
    context = _open(chromium, live_server, java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(PAIR)
    page.locator("#filters-box > summary").click()
    menu(page, "level").click()
    page.get_by_label("Leader’s name").fill("sheinbaum")
    page.locator("#menu-level").get_by_role("button", name="Apply").click()
    expect(page.locator(COUNT)).to_have_text("2 of 4 events, newest first")
    page.locator("#filters-box > summary").click()
    menu(page, "topic").click()
    page.get_by_role("checkbox", name="Crime").check()
    page.locator("#menu-topic").get_by_role("button", name="Apply").click()
    expect(page.locator(COUNT)).to_have_text("1 of 4 events, newest first")
    page.get_by_role("link", name="Remove Claudia Sheinbaum").click()
    expect(page.locator(COUNT)).to_have_text("2 of 4 events, newest first")
    page.get_by_role("link", name="Remove Crime").click()
    expect(page.locator(COUNT)).to_have_text("4 events, newest first")
    context.close()


def test_htmx_comes_with_the_first_touch_and_misses_nothing(page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/htmx.min.js", hold)
    page.goto(PAIR)
    page.wait_for_load_state("networkidle")
    assert not [address for address in asked if "htmx" in address]
    with page.expect_request("**/htmx.min.js"):
        menu(page, "kind").click()
    page.get_by_role("checkbox", name="Phone call").check()
    page.get_by_role("checkbox", name="Threat").check()
    expect(page.locator(COUNT)).to_have_text("4 events, newest first")
    held[0].continue_()
    expect(page.locator(COUNT)).to_have_text("3 of 4 events, newest first")
    expect(page).to_have_url(f"{PAIR}?kind=phone_call&kind=threat")
    assert len([address for address in asked if "htmx.min" in address]) == 1


def test_what_is_chosen_while_htmx_still_binds_is_not_missed(page: Page):
    page.goto(PAIR)
    menu(page, "kind").click()
    # As soon as the module is there, before any other task of the page.
    page.evaluate(
        """async () => {
          await import("/static/js/htmx.js")
          for (let turn = 0; turn < 20; turn += 1) await null
          document.getElementById("filter-kind-threat").click()
        }"""
    )
    expect(page.locator(COUNT)).to_have_text("1 of 4 events, newest first")


def test_where_htmx_cannot_come_the_browser_sends_the_form(page: Page):
    page.route("**/htmx.min.js", lambda route: route.abort())
    page.goto(PAIR)
    page.get_by_role("textbox", name="Words").fill("tariffs")
    page.keyboard.press("Enter")
    expect(page.locator(COUNT)).to_have_text("1 of 4 events, newest first")
    expect(page.get_by_role("textbox", name="Words")).to_have_value("tariffs")


def test_a_step_back_after_the_page_was_loaded_anew_shows_the_list_before(page: Page):
    page.goto(PAIR)
    menu(page, "kind").click()
    page.get_by_role("checkbox", name="Threat").check()
    expect(page.locator(COUNT)).to_have_text("1 of 4 events, newest first")
    page.reload()
    expect(page.locator(COUNT)).to_have_text("1 of 4 events, newest first")
    page.go_back()
    expect(page).to_have_url(PAIR)
    expect(page.locator(COUNT)).to_have_text("4 events, newest first")
