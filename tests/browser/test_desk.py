"""The whole line in a browser: log in, paste, review by mouse and by keyboard, publish, log out, read, go on."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from newsroom.models import Article, Draft
from newsroom.pages import desk_page
from tests.cast import make_cast
from tests.factories import make_event, statement_input
from tests.newsroom.story import ADDRESS, DRY_SEASON, PASSWORD, QUOTE, STORY, people
from timeline.models import Citation, Event

pytestmark = pytest.mark.django_db(transaction=True)

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "reading" / "articles" / "seed.txt"
MOST_KEYS = 60


@pytest.fixture
def newsroom(transactional_db: None) -> None:
    """Put the cast into the record and people into the newsroom."""
    make_cast()
    people()


def log_in(page: Page) -> None:
    """Log in as Ben, who publishes."""
    page.goto("/newsroom/")
    page.get_by_label("Email").fill("ben@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.get_by_role("heading", name="Queue")).to_be_visible()


def paste(page: Page, text: str, address: str) -> None:
    """Paste a story and come to its desk."""
    page.get_by_role("link", name="New article").first.click()
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_label("Address").fill(address)
    page.get_by_label("Outlet").fill("The Daily Example")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#bar")).to_be_visible()


def wait_for_keys(page: Page) -> None:
    """Wait until the script has put the first open card on."""
    expect(page.locator(".proposal--on")).to_have_count(1)


def open_cards(page: Page) -> int:
    """Return how many cards wait."""
    return page.locator('.proposal[data-state="proposed"]').count()


def publish(page: Page) -> None:
    """Publish from the checklist."""
    expect(page.get_by_role("heading", name="Check and publish")).to_be_visible()
    expect(page.locator(".checklist__axis--open")).to_have_count(0)
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("heading", name="Public")).to_be_visible()


def log_out(page: Page) -> None:
    """Log out, and see that the desk is shut and that the browser keeps nothing of it."""
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url(lambda url: "/newsroom/" not in url and "logout" not in url)
    kept = page.evaluate("[...Object.values(localStorage), ...Object.values(sessionStorage)].join(' ')")
    assert "<" not in kept
    page.goto("/newsroom/")
    expect(page).to_have_url(re.compile("/accounts/login/"))
    page.go_back()
    expect(page.locator("#bar")).to_have_count(0)


def read_and_follow(page: Page, event: Event, address: str) -> None:
    """Go from the pair to the event, to a passage's number, to the words, and see the link to the source."""
    page.goto("/pairs/mexico/united-states/")
    page.get_by_role("link", name=event.title).first.click()
    expect(page.get_by_role("heading", level=1, name=event.title)).to_be_visible()
    words = Citation.objects.filter(event=event, field="kind").get().exact
    expect(page.get_by_text(words[:60]).first).to_be_visible()
    sources = page.locator(f'a[href^="{address}"]')
    assert any("#:~:text=" in str(link.get_attribute("href")) for link in sources.all())


def test_by_mouse_from_the_paste_to_the_reader(page: Page, page_without_javascript: Page, newsroom: None) -> None:
    log_in(page)
    paste(page, STORY, ADDRESS)
    article = Article.objects.get()
    # Looking accepts nothing; a number in the article puts its card on.
    first = Draft.objects.earliest("number")
    page.locator(f'.mark__number[href="#draft-{first.pk}"]').click()
    expect(page.locator(f"#draft-{first.pk}")).to_have_class(re.compile("proposal--on"))
    assert not Draft.objects.exclude(state="proposed").exists()
    # Edit in place, then accept the rest.
    page.locator(f"#draft-{first.pk}").get_by_role("link", name="Edit").click()
    page.get_by_label("Title, in our own words").fill("Sheinbaum and Trump speak about rivers")
    page.get_by_role("button", name="Save and accept").click()
    expect(page.locator(f"#draft-{first.pk}")).to_have_attribute("data-state", "accepted")
    while count := open_cards(page):
        page.locator('.proposal[data-state="proposed"]').first.get_by_role("button", name="Accept").click()
        expect(page.locator('.proposal[data-state="proposed"]')).to_have_count(count - 1)
    # What was left out comes back in and goes again by undo; a paragraph without facts is waved off.
    page.get_by_role("button", name="take back in").first.click()
    expect(page.locator("#bar")).to_contain_text("of 6 paragraphs settled")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#bar")).to_contain_text("of 5 paragraphs settled")
    while page.get_by_role("button", name="Wave off").count():
        left = page.get_by_role("button", name="Wave off").count()
        page.get_by_role("button", name="Wave off").first.click()
        expect(page.get_by_role("button", name="Wave off")).to_have_count(left - 1)
    expect(page.locator("#bar")).to_contain_text("5 of 5 paragraphs settled")
    page.locator("#bar").get_by_role("link", name="Check and publish").click()
    publish(page)
    event = Event.objects.get(title="Sheinbaum and Trump speak about rivers")
    log_out(page)
    for reader in (page, page_without_javascript):
        read_and_follow(reader, event, article.address)


def test_selected_words_become_a_draft(page: Page, newsroom: None) -> None:
    log_in(page)
    paste(page, STORY, ADDRESS)
    wait_for_keys(page)
    page.evaluate(
        """words => {
            const all = [...document.querySelectorAll('.paragraph p')];
            const text = all.find(one => one.textContent.includes(words)).firstChild;
            const at = text.data.indexOf(words);
            document.getSelection().setBaseAndExtent(text, at, text, at + words.length);
        }""",
        DRY_SEASON[:30],
    )
    page.keyboard.press("s")
    expect(page.get_by_label("Words, exactly as they stand")).to_have_value(DRY_SEASON[:30].strip())
    expect(page.get_by_label("Paragraph")).to_have_value("5")
    page.get_by_role("button", name="Make a draft of it").click()
    expect(page.get_by_label("Title, in our own words")).to_be_visible()
    assert Draft.objects.get(is_by_hand=True).passages.first().exact == DRY_SEASON[:30].strip()


def test_keys_rest_while_one_types_and_can_be_turned_off(page: Page, newsroom: None) -> None:
    log_in(page)
    paste(page, STORY, ADDRESS)
    wait_for_keys(page)
    count = open_cards(page)
    page.keyboard.press("e")
    title = page.locator(".proposal--edited textarea, .proposal--edited input[type=text]").first
    expect(title).to_be_focused()
    title.press_sequentially("axrujk")
    expect(title).to_have_value(re.compile("axrujk"))
    page.get_by_role("link", name="Leave as it was").click()
    expect(page.locator(".proposal--edited")).to_have_count(0)
    page.keyboard.press("?")
    page.get_by_role("button", name="Turn keys off").click()
    page.locator("#bar").click(position={"x": 5, "y": 5})
    page.keyboard.press("a")
    page.reload()
    expect(page.locator(".proposal--on")).to_have_count(1)
    page.keyboard.press("x")
    assert open_cards(page) == count
    assert not Draft.objects.exclude(state="proposed").exists()


def review_by_keys(page: Page, waved: str) -> int:
    """Accept all by keys, wave off what is left, and return how many keys it took up to the published page."""
    pressed = 0

    def press(key: str) -> None:
        nonlocal pressed
        pressed += 1
        page.keyboard.press(key)

    while count := open_cards(page):
        press("a")
        expect(page.locator('.proposal[data-state="proposed"]')).to_have_count(count - 1)
        focused = "document.querySelector('.proposal--on, #bar :focus, .paragraph__wave :focus') !== null"
        page.wait_for_function(focused)
    while left := page.get_by_role("button", name="Wave off").count():
        press("n")
        press("Enter")
        expect(page.get_by_role("button", name="Wave off")).to_have_count(left - 1)
    expect(page.locator("#bar")).to_contain_text(waved)
    press("u")
    expect(page.locator("#bar")).not_to_contain_text(waved)
    if open_cards(page):
        expect(page.locator('.proposal--on[data-state="proposed"]')).to_have_count(1)
        press("a")
    else:
        press("n")
        press("Enter")
    expect(page.locator("#bar")).to_contain_text(waved)
    press("p")
    expect(page.get_by_role("heading", name="Check and publish")).to_be_visible()
    page.get_by_role("button", name="Publish").focus()
    press("Enter")
    expect(page.get_by_role("heading", name="Public")).to_be_visible()
    return pressed


def test_by_keyboard_alone(page: Page, newsroom: None) -> None:
    log_in(page)
    paste(page, STORY, ADDRESS)
    wait_for_keys(page)
    assert review_by_keys(page, "5 of 5 paragraphs settled") <= MOST_KEYS
    assert Event.objects.filter(kind="phone_call").count() == 1
    quote = QUOTE
    assert any(draft.content.get("words") == quote for draft in Draft.objects.filter(state="published"))


def test_the_first_article_by_keyboard(page: Page, page_without_javascript: Page, transactional_db: None) -> None:
    if not SEED.exists():
        pytest.skip("the first article is not beside this repository")
    call_command("load_gazetteer", verbosity=0)
    people()
    log_in(page)
    paste(page, SEED.read_text(encoding="utf-8"), "https://news.example.org/first-article")
    wait_for_keys(page)
    article = Article.objects.get()
    assert len(desk_page(article, article.added_by).kept) == 11
    assert review_by_keys(page, "11 of 11 paragraphs settled") <= MOST_KEYS
    log_out(page)
    talk = Event.objects.filter(
        edtf="2026-01-12", modality="happened", citations__exact__contains="good conversation"
    ).distinct()
    for reader in (page, page_without_javascript):
        read_and_follow(reader, talk.order_by("pk").first(), article.address)


@pytest.mark.parametrize("width", [390, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_the_window(
    chromium: Browser, live_server: LiveServer, newsroom: None, width: int, scheme: str
) -> None:
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": width, "height": 800}, color_scheme=scheme
    )
    page = context.new_page()
    log_in(page)
    paste(page, STORY, ADDRESS)
    article = Article.objects.get()
    for address in ("", "details/", "drafts/", "publication/"):
        page.goto(f"/newsroom/articles/{article.pk}/{address}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    event = make_event(statements=(statement_input(),))
    public = (
        f"events/{event.pk}/",
        f"events/{event.pk}/passages/",
        f"statements/{event.statements.get().pk}/",
        f"statements/{event.statements.get().pk}/passages/",
        "events/?event=nowhere",
        "offices/",
        "guide/",
    )
    for address in (f"drafts/{Draft.objects.earliest('pk').pk}/edit/", *public):
        page.goto(f"/newsroom/{address}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
