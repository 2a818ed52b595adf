"""The reader's pages in a browser: filters swap the list and the address follows; all of it without script too."""

import re
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.factories import TEXT, cite, claim_input, make_event, part, source_input, statement_input
from timeline.models import Tenure

pytestmark = pytest.mark.django_db(transaction=True)
PAIR = "/pairs/mexico/united-states/"
TITLES = "#timeline .event__title"
WIDTHS = (320, 390, 768, 1280)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def addresses():
    """Publish a call, a threat and a plan, and return the address of each page."""
    call = make_event(statements=(statement_input(claims=(claim_input(),)),), summary="The two talk about trade.")
    make_event(
        title="Trump warns of tariffs", kind="threat", edtf="[2026-01-05..2026-01-11]", source_words="the week before",
        participations=(part("united-states", "donald-trump"), part("mexico", side="recipient")),
    )  # fmt: skip
    make_event(title="They met in December", kind="meeting", edtf="2025-12-03")
    make_event(title="They are to meet", kind="meeting", modality="planned", edtf="2026-06")
    source = call.citations.first().source_id
    return {
        "home": "/",
        "pair": PAIR,
        "refused": PAIR + "?when=2026-02-30",
        "empty": PAIR + "?kind=visit",
        "event": f"/events/{call.pk}/{call.slug}/",
        "statement": f"/statements/{call.statements.get().pk}/",
        "leader": "/leaders/claudia-sheinbaum/",
        "source": f"/sources/{source}/",
        "country": "/countries/mexico/",
        "about": "/about/",
        "missing": "/nowhere/",
    }


def listed(page: Page) -> list[str]:
    return page.locator(TITLES).all_inner_texts()


def test_a_filter_swaps_the_list_says_how_many_and_follows_back(page: Page, addresses):
    page.goto(PAIR)
    assert len(listed(page)) == 3
    page.locator("#menu-kind > summary").click()
    page.get_by_role("checkbox", name="Threat").check()
    expect(page.locator("#timeline-count")).to_have_text("1 of 3 events, newest first")
    assert listed(page) == ["Trump warns of tariffs"]
    expect(page).to_have_url(f"{PAIR}?kind=threat")
    page.get_by_role("textbox", name="When").fill("12 Jan 2026")
    page.get_by_role("textbox", name="When").press("Enter")
    expect(page.locator("#timeline")).to_contain_text("No event fits all of these filters")
    assert page.evaluate("document.activeElement.id") == "filter-when"
    page.go_back()
    expect(page).to_have_url(f"{PAIR}?kind=threat")
    expect(page.locator("#timeline .event__title")).to_have_text(["Trump warns of tariffs"])
    expect(page.locator("#filter-kind-threat")).to_be_checked()
    expect(page.locator(".masthead")).to_have_count(1)


def test_long_notes_tear_no_gap_into_the_story_beside_them(page: Page, addresses):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(addresses["event"])
    page.locator(".notes").evaluate("notes => notes.style.minBlockSize = '5000px'")
    said = page.locator(".event-page__story").first.locator(":scope > *").last.bounding_box()
    sources = page.get_by_role("heading", name="Sources").bounding_box()
    after = page.get_by_role("heading", name="Take it with you").bounding_box()
    assert said
    assert sources
    assert after
    assert 0 < sources["y"] - said["y"] - said["height"] < 100
    assert 0 < after["y"] - sources["y"] < 300


@pytest.mark.parametrize("name", ["event", "statement"])
def test_on_a_phone_the_words_behind_a_fact_stand_under_it(page: Page, addresses, name):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(addresses[name])
    places = [page.locator(at).first.bounding_box()["y"] for at in (".facts", "#notes", "#sources", "#history")]
    assert places == sorted(places)


def test_a_filter_that_cannot_be_read_is_told_in_place(page: Page, addresses):
    page.goto(PAIR)
    page.get_by_role("textbox", name="When").fill("2026-02-30")
    page.get_by_role("textbox", name="When").press("Enter")
    expect(page.locator("#timeline").get_by_role("alert")).to_contain_text("that month has 28 days")
    assert listed(page) == []
    expect(page.get_by_role("textbox", name="When")).to_have_value("2026-02-30")


def test_all_of_it_works_without_script(page_without_javascript: Page, addresses):
    page = page_without_javascript
    page.goto(PAIR)
    page.locator("#menu-kind > summary").click()
    page.get_by_role("checkbox", name="Threat").check()
    page.locator("#menu-kind").get_by_role("button", name="Apply").click()
    expect(page.locator(TITLES)).to_have_text(["Trump warns of tariffs"])
    page.get_by_role("link", name="Remove Threat").click()
    expect(page.locator(TITLES)).to_have_count(3)
    page.locator("#timeline").get_by_role("link", name="Sheinbaum and Trump talk about trade", exact=True).click()
    page.locator(".note-mark").first.click()
    expect(page).to_have_url(re.compile("#note-1$"))
    expect(page.locator("#note-1 mark")).to_be_visible()
    page.goto("/")
    page.get_by_label("Find a timeline").last.fill("mex")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Mexico and the United States").first.click()
    expect(page).to_have_title("Mexico and the United States: timeline · Bilateral")


def test_without_script_nothing_is_offered_that_needs_one(page_without_javascript: Page, addresses):
    page = page_without_javascript
    for name in ("pair", "event", "statement", "about"):
        page.goto(addresses[name])
        waiting = page.locator("[hidden]")
        assert waiting.count(), name
        assert [one.inner_text() for one in waiting.all() if one.is_visible() or one.bounding_box()] == [], name


def test_three_letters_find_a_pair(page: Page, addresses):
    page.goto("/")
    page.locator("#finder-text").press_sequentially("mex")
    found = page.locator("#found").get_by_role("link", name="Mexico and the United States")
    expect(found).to_be_visible()
    found.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mexico")


def test_the_first_view_takes_few_requests(page: Page, addresses):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(PAIR, wait_until="networkidle")
    others = {url for url in asked if "/static/css/" not in url and not url.startswith("data:")}
    assert len(asked) == len(set(asked)), "something is fetched twice"
    # The page, our script, the serif; htmx comes with a touch, and style sheets are one file where they are collected.
    assert len(others) == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(chromium: Browser, live_server: LiveServer, addresses, scheme):
    # Axe tries styles of its own, which the policy would refuse.
    context = chromium.new_context(
        base_url=live_server.url, bypass_csp=True, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    for name, address in addresses.items():
        page.goto(address)
        results = Axe().run(page, options=RULES)
        assert results.violations_count == 0, f"{name}, {scheme}: {results.generate_report()}"
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_reaches_over_the_edge(page: Page, addresses, width):
    page.set_viewport_size({"width": width, "height": 800})
    for name, address in addresses.items():
        page.goto(address)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, f"{name} at {width}: {over} px"


def test_each_side_has_its_half_and_on_a_phone_its_word(page: Page, addresses):
    page.goto(PAIR)
    middle = page.viewport_size["width"] / 2
    joint, second = page.locator(".event--joint").first.bounding_box(), page.locator(".event--second").bounding_box()
    assert joint["x"] < middle < joint["x"] + joint["width"]
    assert second["x"] > middle
    page.set_viewport_size({"width": 390, "height": 844})
    narrow = page.locator(".event--second").bounding_box()
    assert narrow["x"] < 40
    assert page.locator(".event--second .event__side").is_visible()


def test_what_belongs_together_stays_on_one_line(page: Page, addresses):
    page.goto(addresses["event"])
    for width in range(320, 430, 10):
        page.set_viewport_size({"width": width, "height": 844})
        boxes = "kind => [...kind.getClientRects()].filter(box => box.width)"
        assert len(page.locator(".event-page__kind").evaluate(boxes)) == 1, width
    page.set_viewport_size({"width": 1280, "height": 800})
    make_event(title="They talk in autumn", edtf="2025-09-15")
    page.goto("/compare/?pair=mexico,united-states")
    assert page.get_by_text("15 September 2025").bounding_box()["height"] < 30
    page.goto(f"/es{PAIR}")
    name, value = (page.locator(f".state__lines {part}").first.bounding_box()["width"] for part in ("dt", "dd"))
    assert name < value


def test_keys_reach_the_content_first(page: Page, addresses):
    page.goto(PAIR)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_paper_has_the_passages_and_no_navigation(page: Page, addresses):
    page.emulate_media(media="print")
    page.goto(addresses["event"])
    assert not page.locator(".masthead").is_visible()
    assert page.locator(".passage").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    page.goto(PAIR)
    assert not page.locator(".filters").is_visible()
    assert page.locator(".event__title").first.is_visible()


def test_paper_has_who_held_office_before_and_parts_no_heading_from_its_text(page: Page, addresses):
    held = Tenure.objects.filter(office__slug="president-of-the-united-states").first()
    for year in (2001, 2005):
        held.pk, held.started, held.ended = None, f"{year}-01-20", f"{year + 2}-01-20"
        held.started_earliest = held.started_latest = date(year, 1, 20)
        held.ended_earliest = held.ended_latest = date(year + 2, 1, 20)
        held.save()
    page.goto("/countries/united-states/")
    earlier = page.locator(".more-of p").first
    assert not earlier.is_visible()
    page.emulate_media(media="print")
    assert earlier.is_visible()
    page.goto("/about/")
    assert page.locator("h2 + p").first.evaluate("text => getComputedStyle(text).breakAfter") == "avoid"
    page.goto("/compare/?pair=mexico,united-states")
    assert (
        page.locator("tr:has(> .compare__month)").first.evaluate("month => getComputedStyle(month).breakAfter")
        == "avoid"
    )


def test_words_are_copied_with_their_attribution(page: Page, addresses):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(addresses["statement"])
    page.get_by_role("button", name="Copy").click()
    expect(page.locator(".copy__done")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“We will keep working side by side” — Claudia Sheinbaum, President, 12 January 2026.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_component_in_every_state_is_sound(chromium: Browser, live_server: LiveServer, settings, scheme):
    settings.DEBUG = True
    context = chromium.new_context(base_url=live_server.url, bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    page.goto("/-/components/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Components")
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()
    context.close()


def test_wider_spacing_of_text_cuts_nothing_off(page: Page, addresses):
    page.set_viewport_size({"width": 390, "height": 844})
    for name in ("pair", "event", "home"):
        page.goto(addresses[name])
        page.evaluate(
            """() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(
            '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }');
            document.adoptedStyleSheets.push(sheet); }"""
        )
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, f"{name}: {over} px"


def test_words_without_end_stay_within_a_narrow_page(page: Page):
    endless = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    source = source_input(text=endless, title=endless, outlet=endless, address=f"https://example.org/{'a' * 200}")
    call = make_event(
        title=endless,
        summary=endless * 3,
        citations=tuple(cite(of, source=source) for of in ("when", "kind", "modality")),
    )
    page.set_viewport_size({"width": 320, "height": 800})
    for address in ("/", PAIR, f"/events/{call.pk}/{call.slug}/", f"/sources/{call.citations.first().source_id}/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") == 320, address


# What is pressed, and how large it is: a box to tick is as large as its label. What cannot be seen is left out.
SMALL = """() => [...document.querySelectorAll("a, button, summary, select, input:not([type=hidden])")]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".skip-link"))
  .map((e) => [e, (e.closest("label") ?? e).getBoundingClientRect()])
  .filter(([, box]) => box.width < 23.9 || box.height < 23.9)
  .map(([e, box]) => `${e.outerHTML.slice(0, 90)} ${Math.round(box.width)} x ${Math.round(box.height)}`)"""


def test_a_finger_hits_whatever_can_be_pressed(chromium: Browser, live_server: LiveServer, addresses):
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    small = {}
    for name, address in {**addresses, "export": f"{PAIR}export/", "contacts": f"{PAIR}contacts/"}.items():
        page.goto(address)
        page.evaluate("for (const box of document.querySelectorAll('details')) box.open = true")
        small[name] = page.evaluate(SMALL)
    context.close()
    assert {name: found for name, found in small.items() if found} == {}


@pytest.mark.parametrize("is_touched", [True, False])
def test_keys_are_told_of_where_there_are_some(chromium: Browser, live_server: LiveServer, addresses, is_touched):
    context = chromium.new_context(base_url=live_server.url, has_touch=is_touched, is_mobile=is_touched)
    page = context.new_page()
    page.goto(PAIR)
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    expect(page.locator("[data-action=keys]")).to_be_visible(visible=not is_touched)
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_link_of_the_foot_stands_alone_on_its_line(page: Page, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/about/")
    places = [link.bounding_box() for link in page.locator(".colophon__links a").all()]
    rows = [round(place["y"]) for place in places]
    assert len(rows) == 8
    assert all(rows.count(row) == 2 for row in rows), places


def test_an_event_with_much_behind_it_leaves_no_sheet_half_empty(page: Page):
    words = tuple(cite("summary", exact) for exact in TEXT.replace(". ", ".|").split("|"))
    said = tuple(statement_input() for _ in range(12))
    event = make_event(summary="They talk.", statements=said,
                       citations=(cite("when"), cite("kind"), cite("modality"), *words))  # fmt: skip
    page.goto(f"/events/{event.pk}/{event.slug}/")
    page.emulate_media(media="print")
    sides = [side.bounding_box() for side in page.locator(".account").all()]
    notes = [note.bounding_box() for note in page.locator(".passage").all()]
    assert len({side["x"] for side in sides}) == 1
    assert len({note["x"] for note in notes}) == 2


def test_a_link_that_leads_to_another_site_is_marked_and_its_name_is_not(page: Page, addresses):
    page.goto(addresses["statement"])
    after = "link => getComputedStyle(link, '::after').content"
    outside = page.get_by_role("link", name="the plain page", exact=True)
    inside = page.locator(".statement-page__by a")
    assert "↗" in outside.evaluate(after)
    assert inside.evaluate(after) == "none"
