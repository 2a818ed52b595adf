"""Corrections, withdrawals and merges: each a version, none lost, all of it undone where that is promised."""

import threading
from datetime import timedelta

import pytest
from django.db import connection

from tests.cast import CUBA, MEXICO, UNITED_STATES
from tests.factories import AT, BY, cite, claim_input, event_input, make_event, make_statement, part, statement_input
from timeline import actions
from timeline.models import Citation, Coverage, EventCountry, EventEntry, EventLink, EventPair, EventRow, Pair, Revision
from timeline.values import CountryPair

LATER = AT + timedelta(hours=1)


def correct(event, kind="correction", reason="It was a video call.", expected=None, **fields):
    return actions.correct_event(
        event_id=event.pk, event=event_input(**fields), expected_version=expected or event.version, kind=kind,
        reason=reason, by="Ben", at=LATER,
    )  # fmt: skip


@pytest.mark.django_db
def test_a_correction_is_a_new_version_and_the_old_one_stays():
    event = make_event()
    corrected = correct(event, kind="correction", title="Sheinbaum and Trump confer", edtf="2026-01-11")
    assert (corrected.version, corrected.corrected_at, corrected.published_at) == (2, LATER, AT)
    assert corrected.slug == "sheinbaum-and-trump-confer"
    first, second = Revision.objects.filter(event=event).order_by("version")
    assert (first.content["edtf"], second.content["edtf"]) == ("2026-01-12", "2026-01-11")
    assert (second.kind, second.reason, second.editor_name) == ("correction", "It was a video call.", "Ben")
    assert Citation.objects.count() == 5
    assert EventPair.objects.get(event=event).sort_date.isoformat() == "2026-01-11"
    assert EventRow.objects.get(event=event, language="en").version == 2
    assert "confer" in EventRow.objects.get(event=event, language="en").html


@pytest.mark.django_db
def test_a_typing_error_is_no_correction():
    assert correct(make_event(), kind="typo", reason="").corrected_at is None


@pytest.mark.django_db
def test_somebody_elses_version_is_not_written_over():
    event = make_event()
    correct(event)
    with pytest.raises(actions.StaleVersion, match="Version 2 was published meanwhile") as stale:
        correct(event, expected=1)
    assert (stale.value.current, stale.value.expected) == (2, 1)
    assert Revision.objects.filter(event=event).count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "error", "match"),
    [
        ({"reason": " "}, actions.MissingReason, "Say why"),
        ({"reason": "x" * 501}, actions.InvalidField, "shorten it to 500"),
        ({"kind": "first"}, actions.InvalidField, "no kind of change"),
        ({"statements": (statement_input(),)}, actions.InvalidField, "one by one"),
        ({"title": "A “grand bargain”"}, actions.QuotationNotVerbatim, "grand bargain"),
    ],
)
def test_what_a_correction_needs(change, error, match):
    event = make_event()
    kind = change.pop("kind", "correction")
    reason = change.pop("reason", "It was wrong.")
    with pytest.raises(error, match=match):
        correct(event, kind=kind, reason=reason, **change)
    event.refresh_from_db()
    assert event.version == 1


@pytest.mark.django_db
def test_a_title_may_quote_what_its_statement_cites():
    event = make_event(statements=(statement_input(),))
    assert correct(event, title="They “keep working side by side”").version == 2


@pytest.mark.django_db
def test_a_withdrawn_event_leaves_every_list_and_keeps_its_history():
    event = make_event()
    version = Pair.objects.get().version
    actions.withdraw_event(event_id=event.pk, expected_version=1, reason="It did not take place.", by=BY, at=LATER)
    event.refresh_from_db()
    assert (event.withdrawn_at, event.version) == (LATER, 2)
    for model in (EventPair, EventCountry, EventEntry, EventRow):
        assert not model.objects.exists()
    assert not Pair.objects.get().facets.exists()
    assert Pair.objects.get().version == version + 1
    assert Revision.objects.get(event=event, version=2).kind == "retraction"
    with pytest.raises(actions.AlreadyWithdrawn):
        correct(event)


@pytest.mark.django_db
def test_a_retraction_needs_a_reason():
    with pytest.raises(actions.MissingReason):
        actions.withdraw_event(event_id=make_event().pk, expected_version=1, reason="", by=BY, at=LATER)
    assert EventPair.objects.count() == 1


@pytest.mark.django_db
def test_a_statement_is_corrected_and_withdrawn_by_itself():
    event = make_event(statements=(statement_input(),))
    statement = event.statements.get()
    words = "keep working side by side"
    new = statement_input(words=words, citations=(cite("words", words), cite("speaker", "she told reporters")))
    done = actions.correct_statement(
        statement_id=statement.pk, statement=new, expected_version=1, kind="update", by=BY, at=LATER
    )
    assert (done.version, done.words) == (2, words)
    with pytest.raises(actions.StaleVersion):
        actions.correct_statement(
            statement_id=statement.pk, statement=new, expected_version=1, kind="update", by=BY, at=LATER
        )
    actions.withdraw_statement(statement_id=statement.pk, expected_version=2, reason="Not hers.", by=BY, at=LATER)
    kinds = list(Revision.objects.filter(statement=statement).order_by("version").values_list("kind", flat=True))
    assert kinds == ["first", "update", "retraction"]
    assert Revision.objects.get(statement=statement, version=2).content["words"] == words


@pytest.mark.django_db
def test_what_is_not_there_cannot_be_changed():
    event = make_event()
    with pytest.raises(actions.NothingThere):
        actions.withdraw_event(event_id=event.pk + 1, expected_version=1, reason="x", by=BY, at=LATER)
    with pytest.raises(actions.NothingThere):
        actions.withdraw_statement(statement_id=1, expected_version=1, reason="x", by=BY, at=LATER)


def merged():
    """Return two records of one call, the second with a statement, and merge them: (merged, kept)."""
    kept = make_event()
    other = make_event(title="A call", statements=(statement_input(),))
    actions.merge_events(
        event_id=other.pk, into_id=kept.pk, expected_versions=(1, 1), reason="One call.", by=BY, at=LATER
    )
    other.refresh_from_db()
    kept.refresh_from_db()
    return other, kept


@pytest.mark.django_db
def test_a_merge_moves_statements_and_copies_passages():
    other, kept = merged()
    assert (other.merged_into, other.withdrawn_at) == (kept, LATER)
    assert kept.statements.count() == 1
    assert Citation.objects.filter(event=kept).count() == 6
    assert Citation.objects.filter(participation__event=kept).count() == 4
    assert [row.event_id for row in EventPair.objects.all()] == [kept.pk]
    assert Revision.objects.filter(kind="merge").count() == 2


@pytest.mark.django_db
def test_a_merge_can_be_undone_and_leaves_no_trace_but_its_history():
    other, kept = merged()
    actions.unmerge_events(event_id=other.pk, by=BY, at=LATER + timedelta(days=29))
    other.refresh_from_db()
    assert (other.merged_into, other.withdrawn_at, other.version) == (None, None, 3)
    assert (other.statements.count(), kept.statements.count()) == (1, 0)
    assert Citation.objects.filter(event=kept).count() == 3
    assert EventPair.objects.count() == 2


@pytest.mark.django_db
def test_a_merge_is_not_undone_while_one_event_quotes_what_the_other_takes_with_it():
    other, kept = merged()
    title = "They “keep working side by side”"
    corrected = correct(kept, title=title)
    with pytest.raises(actions.QuotationNotVerbatim, match=f"In the title of event {kept.pk}, “keep working"):
        actions.unmerge_events(event_id=other.pk, by=BY, at=LATER)
    other.refresh_from_db()
    assert (other.merged_into, kept.statements.count()) == (kept, 1)
    correct(corrected)
    actions.unmerge_events(event_id=other.pk, by=BY, at=LATER)
    assert other.statements.count() == 1


@pytest.mark.django_db
def test_an_event_may_quote_the_passage_of_a_figure_in_a_statement_and_still_be_corrected():
    quoting = {"title": "Crossings “fell by about 50%”"}
    event = make_event(statements=(statement_input(claims=(claim_input(),)),), **quoting)
    assert correct(event, place="Mexico City", **quoting).place == "Mexico City"


@pytest.mark.django_db
def test_a_merge_stands_after_thirty_days():
    other, _ = merged()
    with pytest.raises(actions.NotMergeable, match="30 days"):
        actions.unmerge_events(event_id=other.pk, by=BY, at=LATER + timedelta(days=31))
    assert EventPair.objects.count() == 1


@pytest.mark.django_db
def test_what_cannot_be_merged():
    event = make_event()
    with pytest.raises(actions.NotMergeable, match="into itself"):
        actions.merge_events(event_id=event.pk, into_id=event.pk, expected_versions=(1, 1), reason="x", by=BY, at=LATER)
    with pytest.raises(actions.NotMergeable, match="not merged"):
        actions.unmerge_events(event_id=event.pk, by=BY, at=LATER)


@pytest.mark.django_db
def test_links_threads_and_coverage():
    first, second = make_event(), make_event(title="Another call", edtf="2026-01-20")
    link = actions.link_events(event_id=second.pk, to_event_id=first.pk, kind="follows", by=BY, at=LATER)
    assert actions.link_events(event_id=second.pk, to_event_id=first.pk, kind="follows", by=BY, at=LATER) == link
    with pytest.raises(actions.InvalidField):
        actions.link_events(event_id=second.pk, to_event_id=first.pk, kind="likes", by=BY, at=LATER)
    with pytest.raises(actions.InvalidField):
        actions.link_events(event_id=first.pk, to_event_id=first.pk, kind="follows", by=BY, at=LATER)
    actions.unlink_events(event_id=second.pk, to_event_id=first.pk, kind="follows", by=BY, at=LATER)
    assert not EventLink.objects.exists()
    thread = actions.record_thread(title="Calls", event_ids=[first.pk, second.pk], by=BY, at=LATER)
    actions.record_thread(title="Calls", event_ids=[second.pk, first.pk], by=BY, at=LATER)
    assert [entry.event_id for entry in thread.entries.all()] == [second.pk, first.pk]
    pair = CountryPair(UNITED_STATES, MEXICO)
    for gaps in ("Before 2026", "Before 2025"):
        actions.record_coverage(pair=pair, checked_at=AT, known_gaps=gaps, by=BY, at=LATER)
    assert Coverage.objects.get().known_gaps == "Before 2025"
    with pytest.raises(actions.UnknownCountry):
        actions.record_coverage(pair=CountryPair("atlantis", MEXICO), checked_at=AT, by=BY, at=LATER)


@pytest.mark.django_db
def test_a_statement_added_later_shows_in_the_row_and_raises_the_pairs_version():
    event = make_event()
    version = Pair.objects.get().version
    make_statement(event)
    assert Pair.objects.get().version == version + 1


def at_once(*works):
    """Run each work in a thread with its own connection, all starting together; return what each raised."""
    barrier, raised = threading.Barrier(len(works)), [None] * len(works)

    def run(place, work):
        try:
            barrier.wait(10)
            work()
        except Exception as error:
            raised[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place, work)) for place, work in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not any(thread.is_alive() for thread in threads)
    return raised


@pytest.mark.django_db(transaction=True)
def test_of_two_editors_at_once_one_is_told():
    event = make_event()
    raised = at_once(lambda: correct(event, title="One"), lambda: correct(event, title="Other"))
    assert sorted(type(error).__name__ for error in raised) == ["NoneType", "StaleVersion"]
    assert Revision.objects.filter(event=event).count() == 2


@pytest.mark.django_db(transaction=True)
def test_writers_that_cross_do_not_wait_for_each_other_for_ever():
    three = (part(MEXICO), part(UNITED_STATES), part(CUBA))
    events = [make_event(title=f"Talks {number}", participations=three) for number in range(2)]
    first, second = events

    def merge(one, other):
        return lambda: actions.merge_events(
            event_id=one.pk, into_id=other.pk, expected_versions=(1, 1), reason="Same.", by=BY, at=LATER
        )

    def record(title, order):
        parts = tuple(three[place] for place in order)
        return lambda: actions.record_event(event=event_input(title=title, participations=parts), by=BY, at=LATER)

    raised = at_once(merge(first, second), merge(second, first), record("A", (0, 1, 2)), record("B", (2, 1, 0)))
    merges, records = raised[:2], raised[2:]
    assert records == [None, None]
    refusals = [error for error in merges if error]
    assert len(refusals) == 1
    assert isinstance(refusals[0], actions.AlreadyWithdrawn | actions.StaleVersion)
    assert EventPair.objects.values("event").distinct().count() == 3
