"""A short part of what `python -m benchmarks.faults` does five hundred times; and that it sees what is half-done."""

import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from benchmarks.faults.looking import half_done, read_models_differ
from tests.factories import make_event, statement_input
from timeline.models import EventEntry, EventRow, LeaderTotal

pytestmark = pytest.mark.django_db(transaction=True)


def test_processes_that_are_killed_leave_nothing_half_done_and_lose_no_mail():
    """Run a few points as a command does: with a server of its own, for a killed process shares nothing with tests."""
    run = [sys.executable, "-m", "benchmarks.faults", "--points", "3", "--seed", "1"]
    ended = subprocess.run(run, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    publishing, mailing = ended.stdout.splitlines()
    assert all(words in publishing for words in ("3 kills", "1 comparisons of all read models", "; 0 faults"))
    assert all(words in mailing for words in ("3 kills", "; 0 faults"))
    assert int(re.search(r"(\d+) mails[,;]", mailing)[1]) >= 9


@pytest.mark.parametrize(
    ("statement", "seen"),
    [
        ("DELETE FROM timeline_eventrow", "events without their kept rows"),
        ("DELETE FROM timeline_evententry", "public events that no list of all events has"),
        ("DELETE FROM timeline_citation WHERE field = 'when'", "events without a passage for when, kind or modality"),
        ("DELETE FROM timeline_citation WHERE participation_id IS NOT NULL", "people and countries without a passage"),
        ("DELETE FROM timeline_citation WHERE statement_id IS NOT NULL", "statements without words of a source"),
        ("UPDATE timeline_event SET version = 2", "events whose versions have a gap"),
        ("UPDATE timeline_event SET version = 2", "is public in version 2, of which there is no revision"),
        ("UPDATE timeline_event SET withdrawn_at = now()", "withdrawn events in lists"),
    ],
)
def test_what_is_half_done_is_seen(statement, seen):
    # The database keeps the passages of quoted words; of what is only reported it lets them go.
    event = make_event(statements=(statement_input(speech="indirect", words="They go on, she says."),))
    assert list(half_done({event.pk: 1})) == []
    with connection.cursor() as cursor:
        cursor.execute(statement)
    assert any(seen in fault for fault in half_done({event.pk: 1}))


def test_what_was_told_and_is_not_there_is_seen():
    event = make_event()
    assert list(half_done({event.pk: 2, event.pk + 1: 1})) == [
        f"version 2 of event {event.pk} was told to be committed and is not there",
        f"version 1 of event {event.pk + 1} was told to be committed and is not there",
    ]


@pytest.mark.parametrize("model", [EventRow, EventEntry, LeaderTotal])
def test_read_models_that_differ_are_seen(model):
    make_event()
    assert list(read_models_differ()) == []
    model.objects.all().delete()
    assert len(list(read_models_differ())) == 1
