"""The guide for editors is read at the desk, from the document that is its home; each page leads to its part."""

import re
from html import unescape

import pytest
from django.conf import settings
from django.urls import reverse

from newsroom.pages.guide import GUIDE, runs_of
from tests.newsroom.story import drafts_of, submit
from tests.site.source_tree import ROOT

GUIDE_AT = "/newsroom/guide/"


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html))).strip()


@pytest.fixture
def page(client, ben):
    client.force_login(ben)
    return client.get(GUIDE_AT).content.decode()


def test_every_sentence_of_the_document_stands_on_the_page(page):
    lines = re.split(r"\n{2,}|\n(?=\d+\. |\* )", re.sub(r"^\|.*\n?", "", GUIDE.read_text("utf-8"), flags=re.MULTILINE))
    shown = text_of(page)
    for line in filter(None, lines):
        plain = re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", re.sub(r"^(#+|\d+\.|\*) ", "", line.strip()))
        assert re.sub(r"\s+", " ", re.sub(r"[*`]", "", plain)) in shown


def test_the_keys_are_a_table_and_no_mark_of_the_document_is_left(page):
    guide = page[page.index("<article") : page.index('id="story"')]
    assert re.search(r"<td><code>j</code> <code>k</code>\s*</td><td>next, last proposal\s*</td>", guide)
    assert not re.search(r"[*`|]|\]\(", text_of(guide))


def test_words_are_parted_by_their_look():
    looks = [(run.look, run.words) for run in runs_of("a **b** *c* `<d>` [e](f.txt).")]
    assert looks == [
        ("text", "a "), ("strong", "b"), ("text", " "), ("em", "c"), ("text", " "), ("code", "<d>"), ("text", " "),
        ("link", "e"), ("text", "."),
    ]  # fmt: skip


def test_the_story_to_try_it_on_is_read_as_the_guide_says(page, client, ben):
    story = unescape(re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", page, re.DOTALL)[1])
    assert story == (ROOT / "tests/articles/wire-with-promotion.txt").read_text("utf-8")
    answer = client.post(reverse("newsroom:paste"), {"text": story}, follow=True)
    assert answer.status_code == 200
    desk = answer.content.decode()
    assert "desk" in answer.resolver_match.func.__module__
    for named in ("Keys", "Check and publish", "Why"):
        assert named in desk


def test_each_page_leads_to_its_part_of_the_guide(page, client, ben):
    article = submit(ben)
    places = [
        reverse("newsroom:queue"), reverse("newsroom:paste"), reverse("newsroom:offices"), reverse("newsroom:searches"),
        reverse("newsroom:article", args=[article.pk]), reverse("newsroom:publication", args=[article.pk]),
        reverse("newsroom:draft", args=[drafts_of(article)[0].pk]), reverse("newsroom:events"), GUIDE_AT,
    ]  # fmt: skip
    anchors = set(re.findall(r' id="([^"]+)"', page))
    for place in places:
        links = re.findall(r'<a rel="help" href="([^"]+)"', client.get(place).content.decode())
        assert len(links) == 1 and links[0].startswith(GUIDE_AT), place
        assert not links[0].partition("#")[2] or links[0].partition("#")[2] in anchors, place


def test_who_is_not_logged_in_is_not_sent_round_in_a_circle(client, db):
    assert '<a rel="help" href="/method/">' in client.get("/accounts/login/").content.decode()


def test_the_document_is_beside_the_program():
    assert GUIDE == settings.BASE_DIR / "docs" / "editing.md"
