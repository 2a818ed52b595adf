"""The chain over all revisions: it grows with every commit, and whatever is done to a link is found and named."""

import re
import threading

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from structlog.testing import capture_logs

from tests.factories import AT, BY, event_input, make_event, make_statement, statement_input
from timeline import actions, tasks
from timeline.models import Revision, Seal

pytestmark = pytest.mark.django_db
GUARDS = ("timeline_revision", "timeline_seal")
EMPTYING = {"revision_is_not_emptied": "timeline_revision", "seal_is_not_emptied": "timeline_seal"}


def commit():
    """Do what the end of a transaction does to constraints."""
    connection.check_constraints()


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def by_hand(statement, *values):
    """Change rows as somebody would who owns the tables."""
    commit()
    for table in GUARDS:
        sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    sql(statement, *values)
    commit()
    for table in GUARDS:
        sql(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def head():
    return Seal.objects.order_by("-number").values_list("hash", flat=True).first()


def verified(capsys, **options):
    """Return what the command says, and whether it found the chain sound."""
    try:
        call_command("verify_revisions", **options)
        is_sound = True
    except CommandError:
        is_sound = False
    return capsys.readouterr().out, is_sound


@pytest.fixture(autouse=True)
def guarded():
    """Guard the tables as they are outside of the tests, which empty them."""
    for name, table in EMPTYING.items():
        sql(f"ALTER TABLE {table} ENABLE TRIGGER {name}")
    yield
    connection.check_constraints()
    for name, table in EMPTYING.items():
        sql(f"ALTER TABLE {table} DISABLE TRIGGER {name}")


@pytest.fixture
def five():
    """Publish five changes: two events, a correction, a statement, a withdrawal."""
    event, other = make_event(), make_event(title="Another call")
    actions.correct_event(
        event_id=event.pk, event=event_input(title="They talk"), expected_version=1, kind="typo", by=BY, at=AT
    )
    make_statement()
    actions.withdraw_event(event_id=other.pk, expected_version=1, reason="It was another call.", by=BY, at=AT)
    commit()
    return list(Revision.objects.order_by("id"))


def test_every_revision_is_sealed_in_order(five, capsys):
    seals = list(Seal.objects.values_list("number", "revision_id"))
    assert seals == [(number, revision.pk) for number, revision in enumerate(five, 1)]
    said, is_sound = verified(capsys)
    assert is_sound
    assert "5 changes" in said
    assert head() in said


def test_an_empty_record_is_sound(capsys):
    assert verified(capsys) == ("0 changes, none of them altered.\n", True)


def test_merging_and_parting_keeps_the_chain(capsys):
    event, into = make_event(statements=(statement_input(),)), make_event(title="The same call")
    actions.merge_events(event_id=event.pk, into_id=into.pk, expected_versions=(1, 1), reason="One call.", by=BY, at=AT)
    actions.unmerge_events(event_id=event.pk, by=BY, at=AT)
    commit()
    assert Seal.objects.count() == Revision.objects.count()
    assert verified(capsys)[1]


ALTERED = [
    "UPDATE timeline_revision SET version = 9 WHERE id = %s",
    "UPDATE timeline_revision SET kind = 'update' WHERE id = %s",
    "UPDATE timeline_revision SET reason = 'x' WHERE id = %s",
    "UPDATE timeline_revision SET editor_name = 'x' WHERE id = %s",
    "UPDATE timeline_revision SET content = content || '{\"a\": 1}' WHERE id = %s",
    "UPDATE timeline_revision SET published_at = published_at + interval '1 microsecond' WHERE id = %s",
]


@pytest.mark.parametrize("statement", ALTERED)
def test_an_altered_revision_is_named(five, capsys, statement):
    by_hand(statement, five[1].pk)
    said, is_sound = verified(capsys)
    assert not is_sound
    assert f"change 2 (revision {five[1].pk}, event {five[1].event_id}" in said
    assert "change 3" not in said


def test_a_deleted_revision_is_named_with_and_without_its_seal(five, capsys):
    by_hand("DELETE FROM timeline_seal WHERE number = 3")
    said, _ = verified(capsys)
    assert "change 3 is missing" in said
    assert f"revision {five[2].pk} (event {five[2].event_id}, version 2) is not in the chain" in said
    by_hand("DELETE FROM timeline_revision WHERE id = %s", five[2].pk)
    said, is_sound = verified(capsys)
    assert "change 3 is missing" in said
    assert not is_sound


def test_the_last_ones_cannot_be_taken_away(five, capsys):
    kept = head()
    by_hand("DELETE FROM timeline_seal WHERE number = 5")
    by_hand("DELETE FROM timeline_revision WHERE id = %s", five[4].pk)
    said, is_sound = verified(capsys)
    assert not is_sound
    assert f"event {five[4].event_id} is public in version 2" in said
    said, is_sound = verified(capsys, head=kept)
    assert not is_sound
    assert f"The head {kept} is not in the chain" in said


def test_reordered_ones_are_named(five, capsys):
    by_hand("UPDATE timeline_seal SET number = number + 10 WHERE number IN (2, 3)")
    by_hand("UPDATE timeline_seal SET number = 15 - number WHERE number > 10")
    said, is_sound = verified(capsys)
    assert not is_sound
    assert "change 2 (" in said
    assert "change 3 (" in said


def test_an_inserted_one_is_named(five, capsys):
    by_hand(
        "INSERT INTO timeline_revision (event_id, version, kind, reason, content, editor_name, published_at)"
        " SELECT event_id, 7, kind, reason, content, editor_name, published_at FROM timeline_revision WHERE id = %s",
        five[0].pk,
    )
    said, is_sound = verified(capsys)
    assert not is_sound
    assert f"(event {five[0].event_id}, version 7) is not in the chain" in said


def test_a_chain_written_anew_is_found_by_a_head_that_was_noted(five, capsys):
    noted = head()
    assert verified(capsys, head=noted)[1]
    by_hand("UPDATE timeline_revision SET reason = 'Quite another.' WHERE id = %s", five[0].pk)
    by_hand("DELETE FROM timeline_seal")
    by_hand("SELECT seal_revision(revision) FROM (SELECT * FROM timeline_revision ORDER BY id) revision")
    assert verified(capsys)[1]
    said, is_sound = verified(capsys, head=noted)
    assert not is_sound
    assert f"The head {noted} is not in the chain" in said


def test_an_older_head_is_still_found(five, capsys):
    noted = head()
    make_event(title="A later call")
    commit()
    said, is_sound = verified(capsys, head=noted.upper())
    assert is_sound
    assert "The head noted is that of change 5; 1 change came after it." in said


@pytest.mark.parametrize("noted", ["", "abc", "g" * 64, "a" * 65])
def test_what_is_no_head_is_refused(noted):
    with pytest.raises(CommandError, match="64 digits from 0 to 9 and a to f"):
        call_command("verify_revisions", head=noted)


def test_what_is_long_is_read_in_blocks(five, capsys, monkeypatch):
    monkeypatch.setattr("timeline.queries.chain.BLOCK", 2)
    assert verified(capsys)[1]
    by_hand("UPDATE timeline_revision SET reason = 'x' WHERE id = %s", five[2].pk)
    assert "change 3 (" in verified(capsys)[0]


def test_a_great_many_faults_are_counted_and_not_all_printed(five, capsys, monkeypatch):
    monkeypatch.setattr("timeline.queries.chain.MOST_NAMED", 2)
    by_hand("UPDATE timeline_revision SET reason = 'x'")
    with pytest.raises(CommandError, match="5 faults"):
        call_command("verify_revisions")
    assert len(re.findall("^change", capsys.readouterr().out, re.MULTILINE)) == 2


@pytest.mark.parametrize("table", GUARDS)
@pytest.mark.parametrize("statement", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_nobody_changes_or_empties_the_chain(five, table, statement):
    column = {"timeline_revision": "version", "timeline_seal": "hash"}[table]
    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        sql(statement.format(table, column, column))


def test_a_guard_that_is_turned_off_is_named(five, capsys):
    sql("ALTER TABLE timeline_seal DISABLE TRIGGER seal_stays")
    said, is_sound = verified(capsys)
    assert not is_sound
    assert "the trigger seal_stays of timeline_seal" in said


def test_the_page_about_the_record_shows_the_head(five, client):
    page = re.sub(r"\s+", " ", client.get("/about/").text)
    assert '5 changes so far, the last published on <time datetime="2026-01-13">13 January 2026</time> at 09:00' in page
    assert f"<code>{head()[:12]}…</code>" in page
    assert f'data-copy-text tabindex="0">{head()}</p>' in page


def test_the_page_about_an_empty_record_shows_no_head(client):
    assert "Nothing has been published yet." in client.get("/about/").text


def test_the_page_follows_whoever_commits_last(five, client, settings):
    """Of two revisions the later may be committed first: what was kept meanwhile must not stay."""
    settings.PAGE_MEMORY_BYTES = 2_000_000
    make_event(title="Written first, committed last")
    client.get("/about/")
    commit()
    assert f"<code>{head()[:12]}…</code>" in client.get("/about/").text


def test_every_night_a_job_looks_and_says_what_is_wrong(five):
    with capture_logs() as logs:
        tasks.verify_revisions(0)
        assert not logs
        by_hand("UPDATE timeline_revision SET reason = 'x' WHERE id = %s", five[2].pk)
        tasks.verify_revisions(0)
    (entry,) = logs
    assert (entry["log_level"], entry["event"], entry["count"]) == ("error", "revisions are not as they were sealed", 1)
    assert "change 3 (" in entry["faults"][0]


@pytest.mark.django_db(transaction=True)
def test_who_publishes_at_once_stands_one_after_the_other(capsys):
    make_event()

    def publish(number):
        for turn in range(5):
            make_event(title=f"Talk {number} {turn}")
        connection.close()

    writers = [threading.Thread(target=publish, args=(number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert list(Seal.objects.values_list("number", flat=True)) == list(range(1, 22))
    assert verified(capsys)[1]


@pytest.mark.django_db(transaction=True)
def test_what_is_taken_back_leaves_no_gap(capsys):
    make_event()
    with transaction.atomic():
        make_event(title="Another")
        transaction.set_rollback(True)
    make_event(title="A third")
    assert list(Seal.objects.values_list("number", flat=True)) == [1, 2]
    assert verified(capsys)[1]
