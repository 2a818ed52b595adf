"""What explains the record: each word from its one home, each kind with its codes."""

import re

import pytest
from django.conf import settings
from django.utils.html import escape

from tests.pages import text_of
from timeline.gazetteer.entries import unaccented
from timeline.kinds import GROUPS, KINDS
from timeline.pages.glossary import glossary_page, glossary_rows

pytestmark = pytest.mark.django_db


def test_the_glossary_has_every_word_of_the_readers_part(client):
    text = (settings.BASE_DIR / "docs" / "glossary.md").read_text(encoding="utf-8")
    record = text.split("## The record\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| \*\*(.+?)\*\* \| (.+) \|$", record, re.MULTILINE)
    page = text_of(client.get("/glossary/"))
    assert len(rows) >= 30
    for words, meaning in rows:
        assert f">{escape(words)}</dt><dd>{escape(meaning)}</dd>" in page
    assert "waved off" not in page
    anchors = [term.anchor for term in glossary_page().terms]
    assert len(set(anchors)) == len(anchors)


def test_the_glossary_is_in_the_language_of_the_page_and_in_its_alphabet(client):
    page = text_of(client.get("/es/glossary/"))
    assert [meaning for _, meaning in glossary_rows() if meaning in page] == []
    words = re.findall(r'<dt id="term-[^"]+">([^<]+)<', page)
    assert len(words) == len(glossary_rows())
    assert words == sorted(words, key=lambda word: unaccented(word).casefold())
    assert words[0] == "acto, evento"


def test_the_glossary_has_every_kind_with_its_codes(client):
    page = text_of(client.get("/glossary/"))
    for kind in KINDS.values():
        entry = page.split(f'id="kind-{kind.key}"')[1].split("</dd>")[0]
        assert escape(kind.definition) in entry
        assert escape(kind.example) in entry
        assert f"PLOVER {kind.plover} · CAMEO {kind.cameo}" in entry
    assert page.count('id="group-') == len(GROUPS)


def test_method_and_accessibility_say_since_when(client):
    assert "in force since" in text_of(client.get("/method/"))
    assert "takes no side in a dispute" in text_of(client.get("/method/"))
    statement = text_of(client.get("/accessibility/"))
    assert "Known gaps" in statement
    assert re.search(r"This statement is of \w+ 20\d\d", statement)


@pytest.mark.parametrize("address", ["/method/", "/glossary/", "/accessibility/", "/about/"])
def test_the_foot_of_each_page_leads_to_the_same_help(client, address):
    page = text_of(client.get(address)).split('class="colophon"')[1]
    links = re.findall(r'href="([^"]+)"', page)
    assert {"/method/", "/glossary/", "/corrections/", "/accessibility/"} <= set(links)
    for link in links:
        assert client.get(link).status_code == 200, link
