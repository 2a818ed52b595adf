"""Axe finds nothing on any page for readers: every template, in light, in the dark, on a phone of 320 px, on paper.

Each page is opened once; the window, the scheme and the medium are changed in place.
"""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as site
from django.test.signals import template_rendered
from django.utils import timezone
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.factories import AT, BY, claim_input, follow_addresses, make_event, part, statement_input
from timeline import actions

pytestmark = pytest.mark.django_db(transaction=True)
PAIR = "/pairs/mexico/united-states/"
EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
# What changes with the state: width, scheme, medium, and the rules that can then find something new.
STATES = (
    ("light", 1280, "light", "screen", {"type": "tag", "values": EVERYTHING}),
    ("dark", 1280, "dark", "screen", {"type": "rule", "values": COLOURS}),
    ("320 px", 320, "light", "screen", {"type": "tag", "values": EVERYTHING}),
    ("paper", 1280, "light", "print", {"type": "rule", "values": COLOURS}),
)
EMPTY = ("/", "/countries/", "/leaders/", "/contacts/", "/threads/", "/dates/", "/corrections/", "/about/", "/search/",
         "/sources/")  # fmt: skip
FULL = (
    "/", "/?q=mex", "/?q=nothing+at+all", "/countries/", "/countries/mexico/", "/countries/mexico/?when=2026-13",
    "/countries/nowhere/", PAIR, f"{PAIR}?when=2026-02-30", f"{PAIR}?kind=visit", f"{PAIR}?date=early+2026",
    f"{PAIR}?date=2026-02-30", f"{PAIR}?since=2026-01-01", f"{PAIR}?since=yesterday",
    f"{PAIR}2026/01/", f"{PAIR}1999/", f"{PAIR}contacts/",
    "/pairs/cuba/venezuela/", "/pairs/mexico/mexico/", "/pairs/nowhere/mexico/", "/leaders/trump/", "/compare/",
    "/compare/?pair=mexico,united-states", "/compare/?pair=nowhere", "/contacts/", "/leaders/",
    "/leaders/claudia-sheinbaum/", "/leaders/claudia-sheinbaum/events/", "/leaders/claudia-sheinbaum/events/?when=x",
    "/leaders/claudia-sheinbaum/contacts/", "/leaders/claudia-sheinbaum/statements/",
    "/leaders/claudia-sheinbaum/on/united-states/", "/search/?q=talk", "/search/?q=unicorn", "/search/?q=-x",
    "/search/help/", "/threads/", "/threads/calls-of-the-presidents/", "/dates/", "/dates/2026/", "/dates/2026/01/",
    "/dates/2026/01/12/", "/dates/1999/", "/on-this-day/", "/on-this-day/01-12/", "/corrections/", "/about/",
    "/sources/", "/sources/?outlet=The+Example", "/sources/?outlet=Nobody",
    "/method/", "/glossary/", "/accessibility/", "/nowhere/", "/countries/%00/", "/es/",
    f"/es{PAIR}", f"/embed{PAIR}", f"{PAIR}export/", f"{PAIR}export/?kind=visitt",
    "/leaders/claudia-sheinbaum/on/united-states/export/",
)  # fmt: skip


def publish() -> list[str]:
    """Publish what fills every template, and return the addresses that its numbers give."""
    call = make_event(statements=(statement_input(claims=(claim_input(),)),), summary="The two talk about trade.")
    threat = make_event(
        title="Trump warns of tariffs", kind="threat", edtf="[2026-01-05..2026-01-11]", source_words="the week before",
        participations=(part("united-states", "donald-trump"), part("mexico", side="recipient")),
    )  # fmt: skip
    make_event(title="They are to meet", kind="meeting", modality="planned", edtf="2026-06")
    gone = make_event(title="They met in December", kind="meeting", edtf="2025-12-03")
    actions.record_thread(
        title="Calls of the presidents", summary="From first to last.", event_ids=[threat.pk, call.pk], by=BY, at=AT
    )
    actions.withdraw_event(event_id=gone.pk, expected_version=gone.version, reason="Told twice.", by=BY, at=AT)
    event, statement = f"/events/{call.pk}/", f"/statements/{call.statements.get().pk}/"
    source = f"/sources/{call.citations.first().source_id}/"
    more = [f"{event}{call.slug}/", f"{event}history/", f"{event}v1/", f"/events/{gone.pk}/{gone.slug}/"]
    more += follow_addresses(timezone.now())
    more += [f"{event}cite/", f"{source}cite/", f"/es{event}{call.slug}/"]
    return [*more, statement, f"{statement}history/", f"{statement}v1/", source]


def faults(page: Page, axe: Axe, address: str) -> list[str]:
    """Return what axe finds on one page in each state, and what reaches over the edge of a small window."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light", media="screen")
    page.goto(address)
    page.evaluate(axe.axe_script)
    page.evaluate("for (const box of document.querySelectorAll('details')) box.open = !box.matches('.filter-menu')")
    found = []
    for state, width, scheme, medium, rules in STATES:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, media=medium)
        results = page.evaluate("rules => axe.run({ runOnly: rules, resultTypes: ['violations'] })", rules)
        found += [
            f"{address}, {state}: {fault['id']}: {[node['html'][:160] for node in fault['nodes'][:3]]}"
            for fault in results["violations"]
        ]
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if medium == "screen" and over > 0:
            found.append(f"{address}, {state}: {over} px over the edge")
    return found


@pytest.fixture
def open_page(chromium: Browser, live_server: LiveServer):
    """Open one page for all addresses; axe tries styles of its own, which the policy would refuse."""
    context = chromium.new_context(base_url=live_server.url, bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_before_anything_is_recorded(open_page: Page):
    axe = Axe()
    assert [fault for address in EMPTY for fault in faults(open_page, axe, address)] == []


def test_axe_finds_nothing_on_any_template_in_any_state(open_page: Page, nothing_drawn: None, settings):
    seen: set[str] = set()
    listen = lambda sender, template, **more: seen.add(template.name)  # noqa: E731
    template_rendered.connect(listen, weak=False)
    axe = Axe()
    found = [fault for address in (*FULL, *publish()) for fault in faults(open_page, axe, address)]
    settings.DEBUG = True
    found += faults(open_page, axe, "/-/components/")
    template_rendered.disconnect(listen)
    assert found == []
    folder = Path(site.BASE_DIR) / "templates"
    wanted = {f"timeline/{path.name}" for path in (folder / "timeline").glob("*.html") if path.name[0] != "_"}
    assert wanted - seen == set()
