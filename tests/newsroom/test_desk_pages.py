"""The desk through its pages, as a browser without JavaScript uses it."""

import html
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom import actions
from newsroom.models import Article, Draft
from newsroom.queries import desk_of
from tests.newsroom.forms import forms_of
from tests.newsroom.story import (
    ADDRESS,
    DRY_SEASON,
    NOON,
    PASSWORD,
    QUOTE,
    STORY,
    accept_all,
    drafts_of,
    publish_all,
    submit,
)
from timeline.models import Event

FIELD = re.compile(r"<(?:input|select|textarea|button)\b[^>]*>")


def test_the_whole_line_without_javascript(client, ben):
    assert client.post("/accounts/login/", {"login": ben.email, "password": PASSWORD}).status_code == 302
    paste = client.post(reverse("newsroom:paste"), {"text": STORY, "address": ADDRESS, "outlet": "The Daily Example"})
    where = paste["Location"]
    article = Article.objects.get()
    page = client.get(where)
    # Accept, reject, edit: each by its own form, as it stands on the page.
    first, *others = drafts_of(article)
    for draft in others:
        acceptance = reverse("newsroom:acceptance", args=[draft.pk])
        answer = client.post(acceptance, forms_of(page, acceptance)[0])
        assert answer["Location"] == f"{where}#draft-{draft.pk}"
    edit = reverse("newsroom:draft_edit", args=[first.pk])
    values = forms_of(client.get(edit), edit)[0]
    assert (
        client.post(edit, values | {"title": "Sheinbaum and Trump speak about rivers", "accept": "yes"}).status_code
        == 302
    )
    rejection = reverse("newsroom:rejection", args=[others[-1].pk])
    client.post(rejection, forms_of(client.get(where), rejection)[0])
    # The paragraph that holds nothing is waved off; words that were missed become a draft.
    waved = reverse("newsroom:paragraphs", args=[article.pk])
    for values in forms_of(client.get(where), waved):
        client.post(waved, values)
    additions = reverse("newsroom:additions", args=[article.pk])
    words = {"kind": "statement", "paragraph": "4", "words": "water deliveries to the United States had risen"}
    added = client.post(additions, words)
    assert added.status_code == 302
    client.post(
        reverse("newsroom:undo", args=[article.pk]),
        forms_of(client.get(where), reverse("newsroom:undo", args=[article.pk]))[0],
    )
    # Check, publish, finish.
    publication = reverse("newsroom:publication", args=[article.pk])
    check = client.get(publication)
    assert b"checklist__axis--open" not in check.content
    assert client.post(publication, forms_of(check, publication)[0])["Location"] == publication
    assert Event.objects.filter(title="Sheinbaum and Trump speak about rivers").count() == 1
    published = client.get(publication).content.decode()
    event = Event.objects.get(title="Sheinbaum and Trump speak about rivers")
    assert reverse("timeline:event_by_id", args=[event.pk]) in published
    completion = reverse("newsroom:completion", args=[article.pk])
    for values in forms_of(client.get(where), waved):
        client.post(waved, values)
    assert client.post(completion)["Location"] == reverse("newsroom:queue")
    assert b"Nothing waits." in client.get(reverse("newsroom:queue")).content
    # And readers see it, without an account.
    client.post("/accounts/logout/")
    assert client.get(where).status_code == 302
    public = client.get(reverse("timeline:event_by_id", args=[event.pk]), follow=True)
    assert b"Sheinbaum and Trump speak about rivers" in public.content
    assert b"spoke by telephone" in public.content


def test_what_was_left_out_is_shown_with_its_reason_and_can_be_taken_back(desk, ana):
    article = submit(ana)
    where = reverse("newsroom:article", args=[article.pk])
    page = desk.get(where).content.decode()
    for reason in ("photo caption", "promotion", "related headline", "credit line"):
        assert f'<span class="dropped__reason">{reason}</span>' in page
    assert "0 of 5 paragraphs settled" in page
    restorations = reverse("newsroom:restorations", args=[article.pk])
    desk.post(restorations, forms_of(desk.get(where), restorations)[0])
    assert "0 of 6 paragraphs settled" in desk.get(where).content.decode()


BAD_FORMS = [
    ({"text": ""}, "There is no text"),
    ({"text": STORY, "published": "2026-02-30"}, "2026-02"),
    ({"text": STORY, "published": "01/02/2026"}, "Write the month as a word"),
    ({"text": STORY, "published": "January 2026"}, "Give the day"),
    ({"text": STORY, "address": "javascript:alert(1)"}, "http"),
    ({"text": STORY, "outlet": "x" * 121}, "120"),
    ({"text": STORY, "outlet": "a\x00b"}, "Null characters"),
    ({"text": "Sign up for our morning briefing!"}, "No article was found"),
    (
        {"text": STORY + "\n\n" + STORY.replace("Ines Faro", "Ana Cole").replace("MEXICO CITY", "HAVANA")},
        "two articles",
    ),
]


@pytest.mark.parametrize(("given", "words"), BAD_FORMS, ids=[str(number) for number in range(len(BAD_FORMS))])
def test_what_is_wrong_with_a_paste_stands_at_its_field_and_the_text_stays(desk, given, words):
    response = desk.post(reverse("newsroom:paste"), given)
    page = html.unescape(response.content.decode())
    assert response.status_code == 422
    assert words in page
    assert "<title>Error:" in page
    assert given["text"][:40].splitlines()[0:1] == [] or given["text"][:20] in page
    assert not Article.objects.exists()


def test_ten_megabytes_are_refused_before_they_are_read(desk):
    response = desk.post(reverse("newsroom:paste"), {"text": "word " * 2_000_000})
    assert response.status_code in (400, 413)
    assert not Article.objects.exists()


def test_a_long_text_of_many_bytes_is_told_its_limit(desk):
    response = desk.post(reverse("newsroom:paste"), {"text": "word " * 410_000})
    assert response.status_code == 422
    assert b"at most 2 MB" in response.content


HOSTILE = [
    "<script>document.title='canary'</script>",
    "<img src=x onerror=\"document.title='canary'\">",
    '<a href="javascript:alert(1)">Sheinbaum</a>',
    '<p hx-get="/canary/" hx-trigger="load">x</p>',
    '<p data-hx-post="/canary/" data-hx-trigger="load">x</p>',
    "<svg onload=alert(1)>",
    "<iframe src=//evil.example></iframe>",
    "</textarea><script>alert(1)</script>",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_a_pasted_text_is_only_text(desk, ana, words):
    article = submit(ana, STORY.replace("The dry season", f"The dry {words} season"), address="")
    page = desk.get(reverse("newsroom:article", args=[article.pk])).content.decode()
    inside = page.split('<div id="paragraphs">')[1].split("<section")[0]
    allowed = re.compile(r"</?(?:div|p|span|a|form|input|label|select|option|button|s|section)\b")
    tags = re.findall(r"<[^>]*>", inside)
    assert all(allowed.match(tag) for tag in tags)
    assert not any(re.search(r"\son\w+=|javascript:|/canary/|evil\.example", tag) for tag in tags)


EDITS = {
    "2026-02-30": "2026-02",
    "2026-13-01": "month",
    "0000-01-01": "0000",
    "10000-01-01": "0001 to 9999",
    "yesterday": "not a date",
    "01/02/2026": "Write the month",
    "2026-01-12/2026-01-01": "reversed",
    "31 to 5 January 2026": "",
    "31 to 32 January 2026": "",
}


@pytest.mark.parametrize("text", EDITS)
def test_a_date_that_is_none_is_an_error_at_its_field(desk, ana, text):
    draft = next(one for one in drafts_of(submit(ana)) if one.kind == "event")
    edit = reverse("newsroom:draft_edit", args=[draft.pk])
    answer = desk.post(edit, forms_of(desk.get(edit), edit)[0] | {"edtf": text})
    assert answer.status_code == 422
    assert EDITS[text] in html.unescape(answer.content.decode())
    assert Draft.objects.get(pk=draft.pk).version == 1


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("12 January 2026", "2026-01-12"),
        ("Jan 12, 2026", "2026-01-12"),
        ("January 2026", "2026-01"),
        ("early January 2026", "[2026-01-01..2026-01-10]"),
        ("5 to 11 January 2026", "[2026-01-05..2026-01-11]"),
        ("5–11 January 2026", "[2026-01-05..2026-01-11]"),
        ("2026-01~", "2026-01~"),
    ],
)
def test_dates_in_plain_words_are_understood(desk, ana, text, edtf):
    draft = next(one for one in drafts_of(submit(ana)) if one.kind == "event")
    edit = reverse("newsroom:draft_edit", args=[draft.pk])
    assert desk.post(edit, forms_of(desk.get(edit), edit)[0] | {"edtf": text}).status_code == 302
    assert Draft.objects.get(pk=draft.pk).content["edtf"] == edtf


def test_saving_a_form_as_it_is_changes_no_field(desk, ana):
    for draft in drafts_of(submit(ana)):
        edit = reverse("newsroom:draft_edit", args=[draft.pk])
        assert desk.post(edit, forms_of(desk.get(edit), edit)[0]).status_code == 302
        assert Draft.objects.get(pk=draft.pk).content == draft.content
        assert Draft.objects.get(pk=draft.pk).passages.count() == draft.passages.count()


def test_a_country_that_the_record_does_not_know_is_an_error_at_its_field(desk, ana):
    draft = next(one for one in drafts_of(submit(ana)) if one.kind == "event")
    edit = reverse("newsroom:draft_edit", args=[draft.pk])
    answer = desk.post(edit, forms_of(desk.get(edit), edit)[0] | {"participants-0-country": "Ruritania"})
    assert answer.status_code == 422
    assert "The record has no country “Ruritania”." in html.unescape(answer.content.decode())


def test_words_for_a_field_are_checked_against_the_text(desk, ana):
    draft = drafts_of(submit(ana))[0]
    passages = reverse("newsroom:passages", args=[draft.pk])
    edit = reverse("newsroom:draft_edit", args=[draft.pk])
    first = forms_of(desk.get(edit), passages)[0] | {"passage-paragraph": "5"}
    wrong = desk.post(passages, first | {"passage-words": "The wet season"})
    assert wrong.status_code == 422
    assert b"do not stand so in the paragraph" in wrong.content
    assert desk.post(passages, first | {"passage-words": "The dry season"}).status_code == 302
    assert draft.passages.filter(exact="The dry season").count() == 1


@pytest.mark.parametrize("paragraph", ["0", "-1", "99", "x", ""])
def test_words_of_a_paragraph_that_is_none_are_refused(desk, ana, paragraph):
    article = submit(ana)
    count = Draft.objects.count()
    given = {"kind": "event", "paragraph": paragraph, "words": "The dry season"}
    assert desk.post(reverse("newsroom:additions", args=[article.pk]), given).status_code == 422
    assert Draft.objects.count() == count


def test_an_article_without_a_date_asks_for_it(desk, ana):
    undated = STORY.replace("• Monday, 12 Jan 2026\n", "").replace(", Jan 12 (Meridian)", " (Meridian)")
    article = submit(ana, undated)
    details = reverse("newsroom:details", args=[article.pk])
    assert f"{details}#id_published" in desk.get(reverse("newsroom:article", args=[article.pk])).content.decode()
    form = forms_of(desk.get(details), details)[0]
    assert desk.post(details, form | {"published": "12 January 2026"}).status_code == 302
    article.refresh_from_db()
    assert (article.published, article.published_origin) == ("2026-01-12", "given")


def test_htmx_gets_the_card_and_the_bar_and_nothing_else(desk, ana):
    draft = drafts_of(submit(ana))[0]
    where = reverse("newsroom:acceptance", args=[draft.pk])
    answer = desk.post(where, {"version": 1}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.lstrip().startswith(f'<article class="proposal proposal--accepted" id="draft-{draft.pk}"')
    assert 'id="bar" hx-swap-oob' in page
    assert "<html" not in page
    assert "HX-Request" in answer["Vary"]


def test_every_htmx_address_stands_on_a_form_or_link_with_the_same_address(desk, ana):
    article = submit(ana)
    page = desk.get(reverse("newsroom:article", args=[article.pk])).content.decode()
    tags = [tag for tag in re.findall(r"<[^>]*>", page) if re.search(r'\shx-(?:get|post)="', tag)]
    assert tags
    for tag in tags:
        asked = re.search(r'\shx-(?:get|post)="([^"]*)"', tag)[1]
        assert f'action="{asked}"' in tag or f'href="{asked}"' in tag
        assert "hx-nonce=" in tag


def more_articles(count, by):
    start = Article.objects.count()
    for number in range(start, start + count):
        submit(by, STORY.replace("border rivers", f"border rivers of region {number}"), address=f"{ADDRESS}-{number}")


@pytest.mark.parametrize("name", ["queue"])
def test_the_queue_costs_no_more_queries_when_it_grows(desk, ana, name):
    more_articles(5, ana)
    with CaptureQueriesContext(
        connection,
    ) as few:
        desk.get(reverse(f"newsroom:{name}"))
    more_articles(5, ana)
    with CaptureQueriesContext(connection) as more:
        page = desk.get(reverse(f"newsroom:{name}")).content.decode()
    assert len(more) == len(few)
    assert page.count('class="queue__item"') == 10


def test_the_desk_costs_no_more_queries_for_a_longer_article(desk, ana):
    article = submit(ana)
    where = [reverse("newsroom:article", args=[article.pk]), reverse("newsroom:publication", args=[article.pk])]
    counts = {}
    accept_all(article, ana)
    for size in ("short", "long"):
        for address in where:
            with CaptureQueriesContext(connection) as queries:
                assert desk.get(address).status_code == 200
            counts.setdefault(address, []).append(len(queries))
        if size == "short":
            reading = desk_of(article).reading
            text = reading.text_version.text
            for words in (
                "The dry season",
                "begins in February",
                "north of the country",
                "water deliveries",
                "border rivers",
            ):
                for kind in ("event", "statement"):
                    draft = actions.add_draft(
                        reading=reading, kind=kind, words=words, start=0, end=len(text), by=ana, at=NOON
                    )
                    actions.accept_draft(draft=draft, expected_version=1, by=ana, at=NOON)
    assert all(before == after for before, after in counts.values())


def test_the_queue_shows_the_oldest_first_and_how_long_it_waits(desk, ana):
    submit(ana, STORY.replace("border rivers", "old rivers"), address=f"{ADDRESS}-old")
    Article.objects.update(added_at=NOON - timedelta(days=3))
    submit(ana)
    page = desk.get(reverse("newsroom:queue")).content.decode()
    assert page.index(f"/articles/{Article.objects.earliest('added_at').pk}/") < page.index(
        f"/articles/{Article.objects.latest('added_at').pk}/"
    )
    assert "2 articles wait, the oldest since" in page


@pytest.mark.parametrize("page", ["0", "-1", "x", "10" * 30, "2", ""])
def test_pages_of_the_queue_that_are_none_show_the_nearest(desk, ana, page):
    submit(ana)
    assert desk.get(reverse("newsroom:queue"), {"page": page}).status_code == 200


def test_the_article_shown_is_the_text_as_stored(desk, ana):
    article = submit(ana)
    page = html.unescape(
        re.sub(
            r"<a class=\"mark__number\".*?</a>|<[^>]+>",
            "",
            desk.get(reverse("newsroom:article", args=[article.pk])).content.decode(),
        )
    )
    assert DRY_SEASON in page
    assert QUOTE in page


def test_links_to_what_became_public(desk, ana):
    article = submit(ana)
    publish_all(article, ana)
    page = desk.get(reverse("newsroom:article", args=[article.pk])).content.decode()
    for draft in drafts_of(article):
        name, number = ("event_by_id", draft.event_id) if draft.event_id else ("statement", draft.statement_id)
        assert reverse(f"timeline:{name}", args=[number]) in page


def test_sign_up_is_closed(client, db):
    assert b"Accounts are made by an administrator" in client.get("/accounts/signup/").content
    client.post("/accounts/signup/", {"email": "x@example.org", "password1": PASSWORD})
    assert client.get("/newsroom/").status_code == 302


def test_help_stands_at_the_same_place_on_the_desk_and_the_log_in_page(client, ben):
    def links(address):
        page = client.get(address).content.decode()
        head = re.search(r'<nav class="newsroom-masthead__links"[^>]*>(.*?)</nav>', page, re.DOTALL)[1]
        return re.findall(r"<a ([^>]+)>([^<]+)</a>", head)

    assert links("/accounts/login/")[-1] == ('rel="help" href="/method/"', "Help")
    client.force_login(ben)
    article = submit(ben)
    for address in (reverse("newsroom:queue"), reverse("newsroom:article", args=[article.pk]), reverse("mfa_index")):
        tag, words = links(address)[-1]
        assert (tag.split("#")[0].rstrip('"'), words) == (f'rel="help" href="{reverse("newsroom:guide")}', "Help"), (
            address
        )
    assert client.get("/method/").status_code == client.get(reverse("newsroom:guide")).status_code == 200
