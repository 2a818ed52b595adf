"""Two at one desk: nobody loses words, and an old or made-up version changes nothing."""

import html

import pytest
from django.urls import reverse

from newsroom import actions
from newsroom.models import Decision, Draft
from tests.newsroom.forms import forms_of
from tests.newsroom.story import (
    NOON,
    accept_all,
    drafts_of,
    submit,
)
from timeline.models import Event, Statement


def test_two_who_change_the_same_draft_both_keep_their_words(desk, ana):
    article = submit(ana)
    draft = next(one for one in drafts_of(article) if one.kind == "event")
    edit = reverse("newsroom:draft_edit", args=[draft.pk])
    values = forms_of(desk.get(edit), edit)[0]
    actions.edit_draft(
        draft=draft, content=draft.content | {"title": "Ana’s title"}, expected_version=1, by=ana, at=NOON
    )
    answer = desk.post(edit, values | {"title": "Ben’s title"})
    page = html.unescape(answer.content.decode())
    assert answer.status_code == 409
    assert "Ana’s title" in page
    assert 'value="Ben’s title"' in page
    assert Draft.objects.get(pk=draft.pk).content["title"] == "Ana’s title"
    again = forms_of(answer, edit)[0]
    assert desk.post(edit, again).status_code == 302
    assert Draft.objects.get(pk=draft.pk).content["title"] == "Ben’s title"


def test_a_decision_on_an_older_version_shows_how_it_stands(desk, ana):
    draft = drafts_of(submit(ana))[0]
    actions.accept_draft(draft=draft, expected_version=1, by=ana, at=NOON)
    answer = desk.post(reverse("newsroom:rejection", args=[draft.pk]), {"version": 1})
    assert answer.status_code == 409
    assert b"This was changed since you opened it" in answer.content
    assert Draft.objects.get(pk=draft.pk).state == "accepted"


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 400, "1.5", "\x00"])
def test_a_version_that_is_none_changes_nothing(desk, ana, version):
    draft = drafts_of(submit(ana))[0]
    answer = desk.post(reverse("newsroom:acceptance", args=[draft.pk]), {"version": version})
    assert answer.status_code == 409
    assert not Decision.objects.exists()


@pytest.mark.parametrize("expected", ["", "1", "1:2:3", "a:b", ":" * 50, "1:1," * 9000, "-1:-1"])
def test_a_publication_form_that_was_tampered_with_publishes_nothing(desk, ana, expected):
    article = submit(ana)
    accept_all(article, ana)
    answer = desk.post(reverse("newsroom:publication", args=[article.pk]), {"expected": expected})
    assert answer.status_code == 409
    assert not Event.objects.exists()
    assert not Statement.objects.exists()
