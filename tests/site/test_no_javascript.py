"""Every reading page works without JavaScript: a walk over all links, and what holds of each page's markup."""

import re
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.db import transaction
from django.test import Client

from tests.factories import claim_input, make_event, statement_input

pytestmark = pytest.mark.django_db
VOID = {"base", "meta", "link", "img", "input", "br", "hr", "path", "rect", "line"}


class Markup(HTMLParser):
    """Note what a page holds: links, forms, ids, headings, and elements that htmx acts on."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        named = {name: value or "" for name, value in attrs}
        self.elements.append((tag, named))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "a":
            self.links.append(named.get("href", ""))
        if "id" in named:
            self.ids.append(named["id"])
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> does not close what is open"


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker):
    """Walk once for all tests of this module from the first page over every link, and return the markup by address."""
    with django_db_blocker.unblock(), transaction.atomic():
        found = walk(Client())
        transaction.set_rollback(True)
    return found


def walk(client):
    make_event(statements=(statement_input(claims=(claim_input(),)),), summary="They talk.")
    make_event(title="They are to meet", modality="planned", edtf="2026-06")
    make_event(title="They met in December", kind="meeting", edtf="2025-12-03")
    found = {}
    waiting = [
        "/",
        "/?q=mex",
        "/pairs/mexico/united-states/?kind=visit",
        "/nowhere/",
        "/pairs/mexico/mexico/",
        "/leaders/trump/",
    ]
    waiting += ["/search/?q=mexico+us", "/search/?q=unicorn+talk", "/search/?q=talk&pair=mexico,cuba"]
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        # Beside each list stands the address that leads to its form.
        response = client.get(address, follow=urlsplit(address).path.endswith("/follow/"))
        assert response.status_code == (
            404 if address.removeprefix("/es") in {"/nowhere/", "/pairs/mexico/mexico/", "/leaders/trump/"} else 200
        ), address
        assert not response.cookies, address
        if not response["Content-Type"].startswith("text/html"):  # a file to keep: contacts.csv, events.json
            continue
        text = response.content.decode()
        found[address] = Markup(text)
        for link in found[address].links:
            target = urldefrag(urljoin(address, link)).url
            if not urlsplit(target).netloc and target:
                waiting.append(target)
    assert len(found) >= 20
    return found


def test_every_page_is_reached_and_sound(pages):
    kinds = {address.removeprefix("/es").split("/")[1] for address in pages}
    assert {"", "countries", "pairs", "events", "statements", "leaders", "sources", "about", "search"} <= kinds
    for address, markup in pages.items():
        assert markup.open == [], address
        repeated = {name for name in markup.ids if markup.ids.count(name) > 1}
        assert not repeated, (address, repeated)
        assert markup.headings.count(1) == 1, (address, markup.headings)
        jumps = [pair for pair in zip(markup.headings, markup.headings[1:], strict=False) if pair[1] > pair[0] + 1]
        assert not jumps, (address, markup.headings)
        assert markup.headings[0] == 1, address


def test_every_link_leads_to_a_place_that_is_there(pages):
    for address, markup in pages.items():
        for link in markup.links:
            assert link, f"{address}: a link without an address"
            target, fragment = urldefrag(urljoin(address, link))
            if fragment and not urlsplit(target).netloc and target in pages:
                assert fragment in pages[target].ids, (address, link)


def test_what_htmx_does_a_link_or_form_does_too(pages):
    for address, markup in pages.items():
        for tag, attributes in markup.elements:
            asked = attributes.get("hx-get") or attributes.get("hx-post")
            if asked is None:
                continue
            same = attributes.get("href") if tag == "a" else attributes.get("action")
            assert tag in {"a", "form"}, (address, tag)
            assert urldefrag(same).url == asked, (address, attributes)


def test_nothing_is_inline_and_outside_links_open_no_door(pages):
    for address, markup in pages.items():
        for tag, attributes in markup.elements:
            assert "style" not in attributes, (address, tag)
            assert not [name for name in attributes if name.startswith(("on", "hx-on"))], (address, tag)
            assert tag != "style", address
            if tag == "script":
                assert attributes.get("src", "").startswith("/static/"), address
            if tag == "img":
                assert "alt" in attributes, address
            if tag == "a" and urlsplit(attributes.get("href", "")).netloc:
                assert "noopener" in attributes.get("rel", ""), (address, attributes)
                assert "target" not in attributes, address
