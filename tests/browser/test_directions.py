"""A page that is read from right to left is the mirror of the one that is read from left to right."""

import pytest
from playwright.sync_api import Page

from tests.factories import make_event, part

pytestmark = pytest.mark.django_db(transaction=True)
PAIR = "/pairs/mexico/united-states/"
MIDDLES = """places => places.map(place => {
  const { left, right } = document.querySelector(place).getBoundingClientRect();
  return (left + right) / 2; })"""


@pytest.fixture(autouse=True)
def _acts():
    """Publish what each side did, and what both did, years apart."""
    make_event(edtf="2020-03-04")
    for first, second in (("mexico", "united-states"), ("united-states", "mexico")):
        parties = (part(first), part(second, side="recipient"))
        make_event(title=f"A warning by {first}", kind="threat", edtf="2026-01-09", participations=parties)


def middles(page: Page, address: str, *places: str) -> list[float]:
    """Return the middles of the first elements at places, from the left edge, on a page read from right to left."""
    page.goto(address)
    page.evaluate("document.documentElement.dir = 'rtl'")
    return page.evaluate(MIDDLES, list(places))


def test_the_first_side_acts_on_the_right_half(page: Page):
    first, both, second = middles(page, PAIR, ".event--first", ".event--joint", ".event--second")
    assert second < both < first
    first, second = middles(page, PAIR, ".side--first", ".side--second")
    assert second < first


def test_time_runs_to_the_left_in_strip_and_bands(page: Page):
    oldest, newest = middles(page, PAIR, ".strip__item:first-child", ".strip__item:last-child")
    assert newest < oldest
    [joint] = middles(page, PAIR, ".strip__joint")
    assert newest < joint <= oldest
    earlier, later = middles(page, "/countries/mexico/", ".band__year:nth-of-type(1)", ".band__year:nth-of-type(2)")
    assert later < earlier


@pytest.mark.parametrize(
    "address", [PAIR, "/countries/mexico/", "/compare/?pair=mexico,united-states", "/search/?q=warning"]
)
def test_nothing_goes_over_the_edge_of_a_narrow_screen(page: Page, address):
    page.set_viewport_size({"width": 320, "height": 800})
    middles(page, address)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
