"""Deciding: each step is a version, a decision and a log row, can be taken back, and is never lost to another's."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from newsroom import actions
from newsroom.models import Article, Decision, Draft, LogEntry, ParagraphMark, Passage, TextVersion
from newsroom.models.content import BadContent
from newsroom.pages import desk_page
from newsroom.queries import desk_of
from tests.cast import make_cast
from tests.newsroom.story import DRY_SEASON, NOON, drafts_of, people, submit


@pytest.fixture
def article(ana):
    return submit(ana)


def state_of(draft):
    """Return all of a draft that a step can change."""
    row = Draft.objects.get(pk=draft.pk)
    return (
        row.state,
        row.content,
        list(row.passages.order_by("field", "start").values("field", "subject", "start", "exact")),
    )


def accept(draft, by, version=1):
    return actions.accept_draft(draft=draft, expected_version=version, by=by, at=NOON)


def span_of(article, words):
    text = desk_of(article).text.text
    return {"start": text.index(words), "end": text.index(words) + len(words)}


def test_accepting_leaves_a_decision_and_a_log_row_and_publishes_nothing(article, ana):
    draft = drafts_of(article)[0]
    accept(draft, ana)
    assert state_of(draft)[0] == "accepted"
    decision = Decision.objects.get()
    assert (decision.act, decision.decided_by, decision.before["state"], decision.after["state"]) == (
        "accept", ana, "proposed", "accepted",
    )  # fmt: skip
    assert LogEntry.objects.filter(verb="accept", object_kind="draft", object_id=draft.pk).count() == 1
    assert Draft.objects.get(pk=draft.pk).event_id is None


STEPS = {
    "accept": accept,
    "reject": lambda draft, by: actions.reject_draft(draft=draft, expected_version=1, by=by, at=NOON),
    "edit": lambda draft, by: actions.edit_draft(
        draft=draft, content=draft.content | {"place": "Monterrey", "participants": draft.content["participants"][:1]},
        expected_version=1, by=by, at=NOON,
    ),
    "cite": lambda draft, by: actions.add_passage(
        draft=draft, field="place", words="north of the country", expected_version=1, by=by, at=NOON,
        **span_of(draft.reading.text_version.article, DRY_SEASON),
    ),
}  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
def test_each_step_on_a_draft_can_be_taken_back(article, ana, step):
    draft = next(one for one in drafts_of(article) if one.kind == "event")
    before = state_of(draft)
    STEPS[step](draft, ana)
    assert state_of(draft) != before
    undone = actions.undo_decision(article=article, by=ana, at=NOON)
    assert undone.act == step
    assert state_of(draft) == before
    assert Draft.objects.get(pk=draft.pk).version == 3
    assert LogEntry.objects.filter(verb="undo_decision").count() == 1


def test_steps_are_taken_back_one_by_one_the_last_first(article, ana):
    first, second = drafts_of(article)[:2]
    accept(first, ana)
    accept(second, ana)
    assert actions.undo_decision(article=article, by=ana, at=NOON).draft == second
    assert actions.undo_decision(article=article, by=ana, at=NOON).draft == first
    assert actions.undo_decision(article=article, by=ana, at=NOON) is None


def test_undo_takes_back_only_the_step_that_was_shown(article, ana, ben):
    first, second = drafts_of(article)[:2]
    accept(first, ana)
    shown = Decision.objects.get().pk
    accept(second, ben)
    with pytest.raises(actions.Conflict):
        actions.undo_decision(article=article, by=ana, at=NOON, expected=shown)
    assert {state_of(first)[0], state_of(second)[0]} == {"accepted"}


def test_a_draft_that_somebody_changed_is_not_overwritten(article, ana, ben):
    draft = drafts_of(article)[0]
    accept(draft, ben)
    with pytest.raises(actions.Conflict) as conflict:
        actions.reject_draft(draft=draft, expected_version=1, by=ana, at=NOON)
    assert (conflict.value.current.state, conflict.value.current.version) == ("accepted", 2)
    assert Decision.objects.count() == 1


def test_fields_that_a_draft_does_not_have_are_refused(article, ana):
    draft = drafts_of(article)[0]
    with pytest.raises(BadContent):
        actions.edit_draft(
            draft=draft, content=draft.content | {"state": "published"}, expected_version=1, by=ana, at=NOON
        )
    assert state_of(draft)[0] == "proposed"


def test_words_that_the_program_missed_become_a_draft(article, ana):
    reading = desk_of(article).reading
    draft = actions.add_draft(
        reading=reading, kind="event", words="begins in February", by=ana, at=NOON, **span_of(article, DRY_SEASON)
    )
    assert draft.is_by_hand
    assert {one.exact for one in draft.passages.all()} == {"begins in February"}
    assert {one.field for one in draft.passages.all()} == {"summary", "kind", "modality"}
    actions.undo_decision(article=article, by=ana, at=NOON)
    assert draft.pk not in [one.pk for one in drafts_of(article)]


@pytest.mark.parametrize("words", ["begins in march", "begins  in February", "", "in", "Chile to hold runoff"])
def test_words_that_do_not_stand_there_once_are_refused(article, ana, words):
    count = Draft.objects.count()
    with pytest.raises(actions.NotVerbatim):
        actions.add_draft(
            reading=desk_of(article).reading, kind="event", words=words, by=ana, at=NOON, **span_of(article, DRY_SEASON)
        )
    assert Draft.objects.count() == count


def test_a_passage_stays_with_a_country_whose_person_changes(article, ana):
    draft = next(one for one in drafts_of(article) if one.kind == "event")
    part = draft.content["participants"][0]
    changed = [part | {"leader": "", "person": "Somebody Else"}, *draft.content["participants"][1:]]
    actions.edit_draft(
        draft=draft, content=draft.content | {"participants": changed}, expected_version=1, by=ana, at=NOON
    )
    subjects = set(Passage.objects.filter(draft=draft, field="participation").values_list("subject", flat=True))
    assert f"{part['country']}:Somebody Else" in subjects
    assert f"{part['country']}:{part['leader']}" not in subjects


def test_a_paragraph_is_settled_when_used_or_waved_off(article, ana):
    bar = desk_page(article, ana).bar
    assert (bar.settled, bar.total) == (0, 5)
    for draft in drafts_of(article):
        accept(draft, ana)
    open_ones = [one for one in desk_page(article, ana).kept if one.is_open]
    assert DRY_SEASON in {one.text for one in open_ones}
    for one in open_ones:
        actions.wave_off_paragraph(reading=desk_of(article).reading, start=one.start, reason="nothing", by=ana, at=NOON)
    assert desk_page(article, ana).bar.settled == 5
    actions.undo_decision(article=article, by=ana, at=NOON)
    assert desk_page(article, ana).bar.settled == 4


def test_a_rejected_draft_alone_does_not_settle_its_paragraph(article, ana):
    for draft in drafts_of(article):
        actions.reject_draft(draft=draft, expected_version=1, by=ana, at=NOON)
    bar = desk_page(article, ana).bar
    assert (bar.settled, bar.undecided) == (0, 0)
    assert all(one.is_open for one in desk_page(article, ana).kept)


@pytest.mark.parametrize(("start", "reason"), [(3, "nothing"), (-1, "nothing"), (None, "because"), (None, "")])
def test_only_paragraphs_are_waved_off_and_only_with_a_reason(article, ana, start, reason):
    reading = desk_of(article).reading
    with pytest.raises(actions.Refused):
        actions.wave_off_paragraph(
            reading=reading,
            start=reading.paragraphs[0]["start"] if start is None else start,
            reason=reason,
            by=ana,
            at=NOON,
        )
    assert not ParagraphMark.objects.exists()


def test_what_was_left_out_is_taken_back_in_and_out_again(article, ana):
    reading = desk_of(article).reading
    caption = next(part for part in reading.dropped if part["reason"] == "photo caption")
    actions.restore_dropped(reading=reading, start=caption["start"], by=ana, at=NOON)
    actions.restore_dropped(reading=reading, start=caption["start"], by=ana, at=NOON)
    page = desk_page(article, ana)
    assert (page.bar.total, ParagraphMark.objects.count()) == (6, 1)
    assert page.kept[0].text.startswith("FILE PHOTO")
    actions.undo_decision(article=article, by=ana, at=NOON)
    assert desk_page(article, ana).bar.total == 5


def test_an_article_is_done_only_when_nothing_is_open(article, ana):
    with pytest.raises(actions.Refused):
        actions.finish_article(article=article, unsettled=0, by=ana, at=NOON)
    for draft in drafts_of(article):
        actions.reject_draft(draft=draft, expected_version=1, by=ana, at=NOON)
    with pytest.raises(actions.Refused):
        actions.finish_article(article=article, unsettled=5, by=ana, at=NOON)
    assert actions.finish_article(article=article, unsettled=0, by=ana, at=NOON).state == "done"


def test_details_that_somebody_changed_are_not_overwritten(article, ana, ben):
    given = {"headline": "One", "outlet": "A", "origin": "B", "published": "2026-01-12"}
    actions.describe_article(article=article, details=given, expected_version=1, by=ana, at=NOON)
    with pytest.raises(actions.Conflict):
        actions.describe_article(
            article=article, details=given | {"headline": "Two"}, expected_version=1, by=ben, at=NOON
        )
    article.refresh_from_db()
    assert article.headline == "One"


@pytest.mark.django_db(transaction=True)
def test_of_many_who_decide_at_once_one_wins_and_the_others_are_told():
    make_cast()
    ana = people()[0]
    draft = drafts_of(submit(ana))[0]

    def decide(number: int) -> str:
        try:
            verb = actions.accept_draft if number % 2 else actions.reject_draft
            return verb(draft=draft, expected_version=1, by=ana, at=NOON).state
        except actions.Conflict:
            return "conflict"
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(decide, range(16)))
    assert results.count("conflict") == 15
    assert Draft.objects.get(pk=draft.pk).state in results
    assert Draft.objects.get(pk=draft.pk).version == 2
    assert Decision.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_text_sent_many_times_at_once_is_one_article():
    make_cast()
    ana, ben, _chao = people()

    def send(number: int) -> int:
        try:
            return submit(ben if number % 2 else ana).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(send, range(8)))) == 1
    assert Article.objects.count() == 1
    assert TextVersion.objects.count() == 1
