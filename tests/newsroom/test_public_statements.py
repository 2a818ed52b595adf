"""What publishers do to statements that are public: correct them, take them back."""

import json

import pytest
from django.urls import reverse

from newsroom.models import Draft, LogEntry
from tests.factories import (
    AT,
    BY,
    cite,
    claim_input,
    event_input,
    make_event,
    make_statement,
    statement_input,
)
from tests.newsroom.story import drafts_of, publish_all, submit
from timeline import actions as record
from timeline.models import Citation, Statement

pytestmark = pytest.mark.usefixtures("newsroom")


def at(name, statement):
    return reverse(f"newsroom:{name}", args=[statement.pk])


def fields_of(statement, **changed):
    """Return what the form of a statement sends, with some of it changed."""
    as_it_stands = {
        "version": statement.version,
        "words": statement.words,
        "speech": statement.speech,
        "speaker": statement.speaker,
        "country": statement.country.name,
        "edtf": statement.edtf,
        "source_words": statement.source_words,
        "channel": statement.channel,
        "about": ", ".join(country.name for country in statement.about.all()),
        "change": "correction",
        "reason": "It was said elsewhere.",
    }
    return {**as_it_stands, **changed}


def test_a_figure_leads_to_where_others_checked_it(desk, client):
    event = make_event(statements=(statement_input(claims=(claim_input(),)),))
    statement = event.statements.get()
    page = f"/events/{event.pk}/{event.slug}/"
    assert "Fact check" not in client.get(page).content.decode()
    sent = fields_of(
        statement, change="update", reason="", claim_fact_check="https://Check.example/crossings?utm_source=x"
    )
    assert desk.post(at("statement", statement), sent).status_code == 302
    text = client.get(page).content.decode()
    assert 'href="https://check.example/crossings"' in text
    assert "A claim, not checked here:" in text
    assert (
        "fact check: https://check.example/crossings"
        in client.get(f"/statements/{statement.pk}/history/").content.decode()
    )
    file = b"".join(client.get("/leaders/claudia-sheinbaum/statements/statements.json").streaming_content)
    assert json.loads(file)["statements"][0]["claims"][0]["fact_check"] == "https://check.example/crossings"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "nowhere", "ftp://check.example/"])
def test_what_is_no_address_is_no_fact_check(desk, address):
    statement = make_event(statements=(statement_input(claims=(claim_input(),)),)).statements.get()
    answer = desk.post(at("statement", statement), fields_of(statement, claim_fact_check=address))
    assert answer.status_code == 422
    assert statement.claims.get().fact_check == ""


def test_a_statement_without_a_figure_has_nothing_to_check(desk):
    assert "claim_fact_check" not in desk.get(at("statement", make_statement())).text


def test_the_form_names_no_list_that_its_page_does_not_hold(desk):
    assert " list=" not in desk.get(at("statement", make_statement())).text


def test_a_corrected_statement_says_so_for_good_and_keeps_its_figures_and_passages(desk):
    event = make_event(statements=(statement_input(claims=(claim_input(),)),))
    statement = event.statements.get()
    passages = Citation.objects.count()
    response = desk.post(at("statement", statement), fields_of(statement, channel="press conference"))
    assert response["Location"] == f"/statements/{statement.pk}/history/"
    page = desk.get(f"/statements/{statement.pk}/").text
    assert "Corrected on" in page and "It was said elsewhere." in page and "press conference" in page
    assert desk.get("/corrections/").text.count("press conference") == 1
    statement.refresh_from_db()
    assert (statement.version, statement.event, statement.claims.count()) == (2, event, 1)
    assert Citation.objects.count() == passages
    assert LogEntry.objects.get(verb="correct_statement").by.email == "ben@example.org"
    assert at("statement", statement) in desk.get(reverse("newsroom:event", args=[event.pk])).text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"words": "We will never keep working side by side"}, "We will never keep"),
        ({"edtf": ""}, "This field is required."),
        ({"edtf": "12 January 2006"}, "No office of Claudia Sheinbaum"),
        ({"edtf": "12 January 2090"}, "Its date lies ahead."),
        ({"country": "Nowhere"}, "The record has no country"),
        ({"channel": "press conference", "reason": ""}, "Say why, in a sentence that readers will see."),
        ({}, "Nothing was changed."),
    ],
)
def test_what_cannot_be_published_changes_nothing_and_says_why(desk, changed, said):
    statement = make_statement()
    response = desk.post(at("statement", statement), fields_of(statement, **changed))
    assert response.status_code == 422
    assert said in response.text
    assert Statement.objects.get(pk=statement.pk).version == 1


def test_who_comes_second_sees_what_stands_and_keeps_the_own_words(desk):
    statement = make_statement()
    desk.post(at("statement", statement), fields_of(statement, channel="interview"))
    response = desk.post(at("statement", statement), fields_of(statement, channel="post on X"))
    assert response.status_code == 409
    assert 'value="post on X"' in response.text
    assert Statement.objects.get(pk=statement.pk).channel == "interview"


def test_a_statement_of_no_article_is_taken_back(desk):
    statement = make_statement()
    assert desk.post(at("statement_withdrawal", statement), {"version": 1, "reason": ""}).status_code == 422
    assert (
        desk.post(at("statement_withdrawal", statement), {"version": 3, "reason": "Another spoke."}).status_code == 409
    )
    desk.post(at("statement_withdrawal", statement), {"version": 1, "reason": "Another spoke."})
    gone = desk.get(f"/statements/{statement.pk}/")
    assert gone.status_code == 410 and "Another spoke." in gone.text
    assert desk.get(at("statement", statement)).status_code == 404


@pytest.mark.parametrize("name", ["title", "summary"])
def test_words_that_its_event_quotes_are_not_taken_back_before_they_are_changed_there(desk, name):
    quoting = {name: "They will “keep working side by side”"}
    event = make_event(statements=(statement_input(),), **quoting)
    statement = event.statements.get()
    refused = desk.post(at("statement_withdrawal", statement), {"version": 1, "reason": "Another spoke."})
    assert refused.status_code == 422
    assert f"In the {name} of its event, “keep working side by side” would be in no passage" in refused.text
    assert f"Change the {name} first" in refused.text
    assert "Another spoke." in refused.text
    assert desk.get(f"/statements/{statement.pk}/").status_code == 200
    assert not LogEntry.objects.filter(verb="withdraw").exists()
    record.correct_event(
        event_id=event.pk, event=event_input(**{name: "They go on"}), expected_version=1, kind="update", by=BY, at=AT
    )
    gone = desk.post(at("statement_withdrawal", statement), {"version": 1, "reason": "Another spoke."})
    assert gone.status_code == 302
    assert desk.get(f"/statements/{statement.pk}/").status_code == 410


def test_words_that_its_event_has_elsewhere_or_that_quotes_nothing_any_more_let_it_go(desk):
    quoted = "We will keep working side by side"
    in_event = (*event_input().citations, cite("summary", quoted))
    told_elsewhere = make_event(title=f"They say “{quoted}”", statements=(statement_input(),), citations=in_event)
    withdrawn = make_event(title=f"They say “{quoted}”", statements=(statement_input(),))
    record.withdraw_event(event_id=withdrawn.pk, expected_version=1, reason="Told twice.", by=BY, at=AT)
    for event in (told_elsewhere, withdrawn):
        statement = event.statements.get()
        sent = {"version": statement.version, "reason": "Another spoke."}
        assert desk.post(at("statement_withdrawal", statement), sent).status_code == 302


def test_a_statement_of_a_draft_is_taken_back_through_it(desk, ana):
    article = submit(ana)
    publish_all(article, ana)
    draft = next(one for one in drafts_of(article) if one.statement_id)
    page = desk.get(reverse("newsroom:publication", args=[article.pk])).text
    assert at("statement", draft.statement) in page
    desk.post(at("statement_withdrawal", draft.statement), {"version": 1, "reason": "Another spoke."})
    draft = Draft.objects.get(pk=draft.pk)
    assert (draft.state, draft.statement) == ("proposed", None)
