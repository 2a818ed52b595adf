"""Publishing: all or nothing, each fact with words that are verbatim in the stored, hashed text."""

import hashlib
import os
import signal
import subprocess
import sys
from io import StringIO
from pathlib import Path
from unittest.mock import patch
from urllib.parse import quote

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from newsroom import actions
from newsroom.models import Decision, Draft, LogEntry, Passage
from newsroom.queries import desk_of, lacks_of, verify_citations
from newsroom.tasks import verify_all_citations
from tests.cast import make_cast
from tests.factories import make_event
from tests.newsroom.story import ADDRESS, NOON, QUOTE, accept_all, drafts_of, people, publish_all, submit
from timeline.models import Citation, Event, Revision, Source, Statement

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def article(ana):
    return submit(ana)


def accepted_of(article):
    return {one.pk: one.version for one in drafts_of(article) if one.state == Draft.State.ACCEPTED}


def publish(article, by, expected=None):
    return actions.publish_article(article=article, expected=expected or accepted_of(article), by=by, at=NOON)


def nothing_is_public():
    models = (Event, Statement, Citation, Source, Revision)
    return not any(model.objects.exists() for model in models)


def test_what_was_accepted_is_published_with_its_words(article, ana, ben):
    published = publish_all(article, ana)
    assert {one.state for one in published} == {"published"}
    call = Event.objects.get(kind="phone_call")
    assert (call.edtf, call.modality) == ("2026-01-12", "happened")
    assert {one.country.slug for one in call.participations.all()} == {"mexico", "united-states"}
    assert {str(one.tenure.office.title) for one in call.participations.all()} == {"President"}
    said = Statement.objects.get(words=QUOTE)
    assert (said.leader.slug, said.speech) == ("claudia-sheinbaum", "direct")
    source = Source.objects.get()
    text = article.texts.get()
    assert (source.address, source.text_hash, source.origin) == (ADDRESS, text.sha256, "Meridian")
    for citation in Citation.objects.all():
        assert text.text[citation.start : citation.end] == citation.exact
        assert citation.version_hash == hashlib.sha256(text.text.encode()).hexdigest()
    assert Decision.objects.filter(act="publish").count() == len(published)


def test_each_published_fact_has_a_passage(article, ana):
    publish_all(article, ana)
    for event in Event.objects.all():
        assert {"when", "kind", "modality"} <= set(event.citations.values_list("field", flat=True))
        assert all(part.citations.exists() for part in event.participations.all())
    for said in Statement.objects.all():
        assert {"words", "speaker"} <= set(said.citations.values_list("field", flat=True))


def test_only_what_was_accepted_is_published(article, ana):
    first, *others = drafts_of(article)
    actions.accept_draft(draft=first, expected_version=1, by=ana, at=NOON)
    publish(article, ana)
    assert Event.objects.count() + Statement.objects.count() == 1
    assert {Draft.objects.get(pk=one.pk).state for one in others} == {"proposed"}


@pytest.mark.parametrize(
    "change",
    [{"exact": "X"}, {"shift": 1}, {"shift": 100_000}],
    ids=["other words", "moved by one", "beyond the end"],
)
def test_a_passage_that_is_not_where_it_says_stops_everything(article, ana, change):
    accept_all(article, ana)
    passage = Passage.objects.filter(draft__reading__text_version__article=article).latest("pk")
    if "shift" in change:
        passage.start, passage.end = passage.start + change["shift"], passage.end + change["shift"]
    else:
        passage.exact = change["exact"] + passage.exact[1:]
    passage.save()
    with pytest.raises(actions.NotPublishable, match="not in the stored text"):
        publish(article, ana)
    assert nothing_is_public()
    assert {one.state for one in drafts_of(article)} == {"accepted"}


def test_a_text_that_lost_its_hash_stops_everything(article, ana):
    accept_all(article, ana)
    with patch("newsroom.queries.hashlib.sha256") as digest:
        digest.return_value.hexdigest.return_value = "0" * 64
        with pytest.raises(actions.NotPublishable):
            publish(article, ana)
    assert nothing_is_public()


def test_a_failure_in_the_middle_leaves_nothing_half_stored(article, ana):
    accept_all(article, ana)
    real, calls = actions.publishing.record.record_statement, []

    def fail_the_second_time(**given):
        calls.append(given)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(**given)

    with (
        patch("newsroom.actions.publishing.record.record_statement", fail_the_second_time),
        pytest.raises(KeyboardInterrupt),
    ):
        publish(article, ana)
    assert nothing_is_public()
    assert {one.state for one in drafts_of(article)} == {"accepted"}
    assert not Decision.objects.filter(act="publish").exists()


def test_a_draft_that_was_changed_since_it_was_shown_is_not_published(article, ana, ben):
    accept_all(article, ana)
    shown = accepted_of(article)
    first = drafts_of(article)[0]
    actions.reject_draft(draft=first, expected_version=first.version, by=ben, at=NOON)
    with pytest.raises(actions.Conflict):
        publish(article, ana, shown)
    assert nothing_is_public()


def test_publishing_twice_publishes_once(article, ana):
    accept_all(article, ana)
    shown = accepted_of(article)
    publish(article, ana, shown)
    count = Event.objects.count(), Statement.objects.count()
    with pytest.raises(actions.Conflict):
        publish(article, ana, shown)
    assert (Event.objects.count(), Statement.objects.count()) == count


def event_of(article):
    return next(one for one in drafts_of(article) if one.kind == "event")


def lacking(article, draft):
    desk = desk_of(article)
    row = next(one for one in desk.drafts if one.draft.pk == draft.pk)
    return {(lack.axis, lack.code) for lack in lacks_of(desk, row)}


CHANGES = {
    "no date": ({"edtf": ""}, ("date", "no_date")),
    "no kind": ({"kind": ""}, ("source", "no_kind")),
    "no party": ({"participants": []}, ("principals", "no_party")),
    "an office that was not held": ({"edtf": "1950-01-12"}, ("office", "no_office")),
}


@pytest.mark.parametrize("name", CHANGES)
def test_the_checklist_names_what_is_lacking_and_publishing_waits(article, ana, name):
    change, lack = CHANGES[name]
    draft = event_of(article)
    content = draft.content | change
    actions.edit_draft(draft=draft, content=content, expected_version=1, by=ana, at=NOON, is_accepted=True)
    assert lack in lacking(article, draft)
    with pytest.raises(actions.NotPublishable):
        publish(article, ana)
    assert nothing_is_public()


def test_one_country_alone_needs_the_word_that_nobody_else_took_part(article, ana):
    draft = event_of(article)
    alone = draft.content | {"participants": draft.content["participants"][:1]}
    draft = actions.edit_draft(draft=draft, content=alone, expected_version=1, by=ana, at=NOON)
    assert lacking(article, draft) == {("counterpart", "no_counterpart")}
    said = alone | {"is_counterpart_unstated": True}
    actions.edit_draft(draft=draft, content=said, expected_version=2, by=ana, at=NOON)
    assert lacking(article, draft) == set()


@pytest.mark.parametrize("field", ["when", "kind", "modality", "participation"])
def test_a_fact_without_words_is_not_published(article, ana, field):
    draft = event_of(article)
    draft.passages.filter(field=field).delete()
    actions.accept_draft(draft=draft, expected_version=1, by=ana, at=NOON)
    assert "no_passage" in {code for _axis, code in lacking(article, draft)}
    with pytest.raises(actions.NotPublishable):
        publish(article, ana)
    assert nothing_is_public()


def test_quotation_marks_stand_only_round_verbatim_words(article, ana):
    draft = event_of(article)
    content = draft.content | {"title": "Sheinbaum calls it “a great success”"}
    actions.edit_draft(draft=draft, content=content, expected_version=1, by=ana, at=NOON, is_accepted=True)
    with pytest.raises(actions.NotPublishable, match="word for word"):
        publish(article, ana)
    assert nothing_is_public()


def test_statements_told_with_an_event_hang_on_it(article, ana):
    publish_all(article, ana)
    told = [one for one in drafts_of(article) if one.kind == "statement" and one.content["event"]]
    for one in told:
        event = next(other for other in drafts_of(article) if other.number == one.content["event"])
        assert one.statement.event_id == event.event_id


def test_what_is_published_cannot_be_decided_again(article, ana):
    publish_all(article, ana)
    draft = drafts_of(article)[0]
    with pytest.raises(actions.Refused):
        actions.reject_draft(draft=draft, expected_version=draft.version, by=ana, at=NOON)
    assert actions.undo_decision(article=article, by=ana, at=NOON) is None


def test_verification_counts_verified_not_held_and_failed(article, ana):
    publish_all(article, ana)
    count = Citation.objects.count()
    make_event()
    elsewhere = Citation.objects.count() - count
    out = StringIO()
    call_command("verify_citations", stdout=out)
    assert out.getvalue().strip() == f"{count} verified, {elsewhere} of texts not held here, 0 failed"
    verify_all_citations(timestamp=0)
    citation = Citation.objects.filter(version_hash=article.texts.get().sha256).first()
    Citation.objects.filter(pk=citation.pk).update(start=citation.start + 1, end=citation.end + 1)
    with pytest.raises(CommandError):
        call_command("verify_citations", stdout=out)
    assert [one.pk for one in verify_citations().failed] == [citation.pk]
    with pytest.raises(ValueError, match=str(citation.pk)):
        verify_all_citations(timestamp=0)


def test_what_is_public_can_be_taken_back_with_a_reason_and_published_again(article, ana):
    draft = next(one for one in publish_all(article, ana) if one.kind == "event")
    event = draft.event
    with pytest.raises(actions.Refused):
        actions.withdraw_draft(draft=draft, expected_version=draft.version, reason="  ", by=ana, at=NOON)
    actions.withdraw_draft(draft=draft, expected_version=draft.version, reason="Told twice.", by=ana, at=NOON)
    event.refresh_from_db()
    draft.refresh_from_db()
    assert event.withdrawn_at == NOON
    assert Revision.objects.filter(event=event, kind="retraction", reason="Told twice.").count() == 1
    assert (draft.state, draft.event_id) == ("proposed", None)
    assert actions.undo_decision(article=article, by=ana, at=NOON) is None
    again = next(one for one in publish_all(article, ana) if one.pk == draft.pk)
    assert again.event_id not in (None, event.pk)


def test_what_changed_since_it_was_shown_is_not_taken_back(article, ana):
    draft = publish_all(article, ana)[0]
    with pytest.raises(actions.Conflict):
        actions.withdraw_draft(draft=draft, expected_version=draft.version - 1, reason="Why", by=ana, at=NOON)


KILLED = """
import os, signal, sys
import django
django.setup()
from newsroom.actions import publishing
from newsroom.models import Article, Draft, User
from tests.newsroom.story import NOON
calls, real = [], publishing.record.record_statement
def die(**given):
    if calls:
        os.kill(os.getpid(), signal.SIGKILL)
    calls.append(real(**given))
publishing.record.record_statement = die
drafts = Draft.objects.filter(state="accepted")
publishing.publish_article(
    article=Article.objects.get(), expected={one.pk: one.version for one in drafts}, by=User.objects.first(), at=NOON
)
"""


@pytest.mark.django_db(transaction=True)
def test_a_process_that_is_killed_while_it_publishes_leaves_nothing_behind():
    make_cast()
    ana = people()[0]
    article = submit(ana)
    accept_all(article, ana)
    database = connection.settings_dict
    address = f"postgresql://{database['USER']}@/{database['NAME']}?host={quote(database['HOST'])}"
    if database["PORT"]:
        address += f"&port={database['PORT']}"
    environment = {**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    done = subprocess.run([sys.executable, "-c", KILLED], env=environment, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert nothing_is_public()
    assert {one.state for one in drafts_of(article)} == {"accepted"}
    assert not LogEntry.objects.filter(verb="publish").exists()
    assert len(publish(article, ana)) == len(drafts_of(article))
