"""What servers, clocks and killed workers do to mails: none is lost, and what goes twice has the same Message-ID."""

import os
import signal
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import connection

from tests.cast import make_cast
from tests.factories import AT, BY, event_input, make_follow
from tests.site.source_tree import ROOT
from tests.timeline.mail_server import OWN, mail_server
from timeline import actions, tasks
from timeline.models import Delivery, Follow, FollowRequest
from timeline.sql.locks import SENDING_MAILS
from timeline.tasks import send_what_waits
from timeline.values.periods import periods_due

ZONES = (
    "UTC", "America/Mexico_City", "Europe/Madrid", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe",
    "Asia/Kathmandu", "America/Havana", "Africa/Cairo", "Pacific/Chatham", "Asia/Tehran", "America/St_Johns",
)  # fmt: skip
MORNING = datetime(2026, 1, 14, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)
ANA, BEN = "ana@example.org", "ben@example.org"


@pytest.fixture
def server(settings):
    """Send the mails of the test to a server of its own."""
    with mail_server() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", server.port, False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.EMAIL_TIMEOUT = 0.3
        yield server


def published(day: int, title: str) -> None:
    """Publish an event so many days after the first."""
    make_cast()
    actions.record_event(event=event_input(title=title), by=BY, at=AT + timedelta(days=day))


def told(server, title: str) -> list[str]:
    """Return the Message-ID of each mail that tells of an event."""
    return [
        one["Message-ID"] for one in server.taken if title in one.get_payload()[0].get_payload(decode=True).decode()
    ]


LATER = [
    ("CONNECT", "drop"), ("CONNECT", "421 busy"), ("CONNECT", "hang"), ("MAIL", "451 later"), ("MAIL", "550 not you"),
    ("RCPT", "450 full"), ("RCPT", "drop"), ("DATA", "451 later"), ("DATA", "drop"), ("END", "452 later"),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("word", "fault"), LATER)
def test_what_may_be_tried_again_is_and_goes_once(server, word, fault):
    published(0, "They talk")
    make_follow(at=AT - HOUR)
    server.fail(word, fault)
    send_what_waits(MORNING)
    assert server.taken == []
    assert Delivery.objects.get().outcome == "waiting"
    send_what_waits(MORNING + timedelta(minutes=1))
    assert server.taken == []
    send_what_waits(MORNING + timedelta(minutes=5))
    assert told(server, "They talk") == [Delivery.objects.get().message_id]
    send_what_waits(MORNING + timedelta(days=1))
    assert len(server.taken) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("fault", ["drop", "hang"])
def test_a_mail_of_which_the_server_says_nothing_goes_once_more_with_its_own_id(server, fault):
    published(0, "They talk")
    make_follow(at=AT - HOUR)
    server.fail("END", fault)
    for minutes in (0, 5, 30, 60):
        send_what_waits(MORNING + timedelta(minutes=minutes))
    assert told(server, "They talk") == [Delivery.objects.get().message_id] * 2


@pytest.mark.django_db
def test_while_a_mail_waits_the_younger_ones_to_the_same_reader_do_and_others_do_not(server):
    make_cast()
    make_follow(at=AT - HOUR)
    published(0, "The first")
    published(1, "The second")
    server.fail("RCPT", "450 full")
    send_what_waits(MORNING + timedelta(days=1))
    assert server.taken == []
    assert Delivery.objects.filter(attempts=0).count() == 1
    send_what_waits(MORNING + timedelta(days=1, minutes=5))
    assert (len(told(server, "The first")), len(told(server, "The second")), len(server.taken)) == (1, 1, 2)
    assert "The first" in server.taken[0].get_payload()[0].get_payload()


@pytest.mark.django_db
@pytest.mark.parametrize("word", ["RCPT", "END"])
def test_an_address_that_refuses_three_mails_is_paused_and_before_that_nothing_is_lost(server, word):
    make_cast()
    follow = make_follow(at=AT - HOUR)
    make_follow(address=BEN, at=AT - HOUR)
    server.fail(word, "550 no such user")
    published(0, "The first")
    send_what_waits(MORNING)
    assert [one["To"] for one in server.taken] == [BEN]
    published(1, "The second")
    send_what_waits(MORNING + timedelta(days=1))
    assert len(told(server, "The first")) == len(told(server, "The second")) == 2
    for day in (2, 3, 4):
        published(day, f"Day {day}")
        server.fail(word, "550 no such user")
        send_what_waits(MORNING + timedelta(days=day))
    follow.refresh_from_db()
    assert follow.frequency == "off"
    published(5, "Day 5")
    send_what_waits(MORNING + timedelta(days=5))
    assert [one["To"] for one in server.taken[-1:]] == [BEN]
    assert Follow.objects.get(follower__address=BEN).frequency == "daily"


@pytest.mark.django_db
def test_where_the_server_is_down_one_mail_is_tried_and_no_follow_is_paused(server):
    published(0, "They talk")
    for address in (ANA, BEN):
        make_follow(address=address, at=AT - HOUR)
    server.fail("CONNECT", *["drop"] * 12)
    for day in range(12):
        send_what_waits(MORNING + timedelta(days=day))
        assert Delivery.objects.filter(attempts__gt=0).count() <= day + 1
    assert server.faults["CONNECT"] == []
    assert set(Follow.objects.values_list("frequency", flat=True)) == {"daily"}
    for hours in (1, 3):
        send_what_waits(MORNING + timedelta(days=12, hours=hours))
    assert len(told(server, "They talk")) == len({one["To"] for one in server.taken}) == 2


@pytest.mark.django_db
def test_who_stops_while_mails_are_sent_gets_none(monkeypatch):
    published(0, "They talk")
    make_follow(at=AT - HOUR)
    late = make_follow(address=BEN, at=AT - HOUR)
    whole = tasks.digest_of

    def stopped_meanwhile(delivery, site):
        actions.stop_all(follower=late.follower)
        return whole(delivery, site)

    monkeypatch.setattr(tasks, "digest_of", stopped_meanwhile)
    send_what_waits(MORNING)
    assert [one.to for one in mail.outbox] == [[ANA]]


@pytest.mark.django_db
def test_a_confirmation_that_is_refused_is_not_tried_again_and_one_that_fails_is(server):
    make_cast()
    given = {"path": "/pairs/mexico/united-states/", "query": "", "frequency": "daily", "note": "", "language": "en"}
    server.fail("RCPT", "550 no such user", "450 full")
    actions.ask_to_follow(address=ANA, at=AT, **given)
    actions.ask_to_follow(address=BEN, at=AT + timedelta(seconds=1), **given)
    for minutes in (1, 2, 30, 60):
        send_what_waits(AT + timedelta(minutes=minutes))
    assert [one["To"] for one in server.taken] == [BEN]
    assert server.taken[0]["Message-ID"] == FollowRequest.objects.get(address=BEN).message_id


@pytest.mark.django_db
def test_a_mail_that_cannot_be_written_holds_up_no_other(monkeypatch):
    published(0, "They talk")
    make_follow(at=AT - HOUR, query="kind=phone_call")
    make_follow(address=BEN, at=AT - HOUR)
    whole = tasks.digest_of
    monkeypatch.setattr(
        tasks, "digest_of", lambda delivery, site: 1 / 0 if delivery.follower.address == ANA else whole(delivery, site)
    )
    send_what_waits(MORNING)
    assert [one.to for one in mail.outbox] == [[BEN]]
    monkeypatch.setattr(tasks, "digest_of", whole)
    send_what_waits(MORNING + timedelta(minutes=5))
    assert [one.to for one in mail.outbox] == [[BEN], [ANA]]


@pytest.mark.django_db
def test_a_worker_that_was_down_makes_up_each_day_once_and_says_that_it_is_late():
    make_cast()
    make_follow(at=AT - HOUR)
    make_follow(address=BEN, at=AT - HOUR, frequency="weekly")
    for day in range(4):
        published(day, f"Day {day}")
    send_what_waits(MORNING + timedelta(days=3))
    of_ana = [one for one in mail.outbox if one.to == [ANA]]
    assert [[f"Day {day}" in one.body for day in range(4)].index(True) for one in of_ana] == [0, 1, 2, 3]
    late = ["This mail is late: it should have come on Jan. 14, 2026." in one.body for one in of_ana]
    assert late == [True, False, False, False]
    assert ["This mail is late" in one.body for one in of_ana] == [True, True, True, False]
    assert len({one.extra_headers["Message-ID"] for one in of_ana}) == 4
    for day in (3, 5):
        send_what_waits(datetime(2026, 1, 19, 6, tzinfo=UTC) + timedelta(minutes=day))
    assert [one.to for one in mail.outbox[4:]] == [[BEN]]
    assert all(f"Day {day}" in mail.outbox[4].body for day in range(4))


@pytest.mark.django_db
def test_what_lies_further_back_than_is_made_up_is_told_with_the_oldest():
    make_cast()
    make_follow(at=AT - HOUR)
    published(0, "Long ago")
    send_what_waits(MORNING + timedelta(days=40))
    assert ["Long ago" in one.body for one in mail.outbox] == [True]


@pytest.mark.django_db
def test_soon_gathers_and_tells_once():
    make_cast()
    make_follow(at=AT - HOUR, frequency="soon")
    published(0, "The first")
    actions.record_event(event=event_input(title="The second"), by=BY, at=AT + timedelta(minutes=14))
    for minutes in range(0, 60, 3):
        send_what_waits(AT + timedelta(minutes=minutes))
    [message] = mail.outbox
    assert "The first" in message.body
    assert "The second" in message.body


@pytest.mark.django_db
def test_where_a_lock_is_held_elsewhere_nothing_is_sent():
    published(0, "They talk")
    make_follow(at=AT - HOUR)
    with connection.copy().cursor() as other:
        other.execute("SELECT pg_advisory_lock(%s)", [SENDING_MAILS])
        send_what_waits(MORNING)
        assert mail.outbox == []
        other.execute("SELECT pg_advisory_unlock(%s)", [SENDING_MAILS])
        other.connection.close()
    send_what_waits(MORNING)
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("frequency", ["daily", "weekly"])
@pytest.mark.parametrize("first", [date(2026, 1, 1), date(2011, 12, 1), date(2018, 9, 1), date(2024, 2, 1)])
def test_days_and_weeks_follow_one_another_without_gap_by_every_clock(zone, frequency, first):
    clock = ZoneInfo(zone)
    at, seen = datetime(first.year, first.month, first.day, tzinfo=UTC), {}
    for _ in range(8 * 80):
        at += 3 * HOUR
        for period in periods_due(frequency, at, clock):
            assert seen.setdefault(period.name, period) == period
            assert period.until <= period.due_at <= at
    names = sorted(seen)
    ends = [seen[name].until for name in names]
    assert ends == sorted(ends)
    shortest, longest = (22, 26) if frequency == "daily" else (142, 170)
    gaps = {(later - earlier) / HOUR for earlier, later in pairwise(ends)}
    # Samoa left out a day: its clock went from the 29th of December to the 31st.
    assert all(shortest <= gap <= longest or gap in (0, 1) for gap in gaps), gaps
    if frequency == "daily":
        days = [date.fromisoformat(name) for name in names]
        assert days == [days[0] + timedelta(days=number) for number in range(len(days))]


KILLED = """
import sys
from datetime import datetime
import django
django.setup()
from django.conf import settings
settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", int(sys.argv[1]), False
settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
from timeline.tasks import send_what_waits
send_what_waits(datetime.fromisoformat(sys.argv[2]))
"""


def worker(server, at: datetime) -> subprocess.Popen:
    """Let a process of its own send what waits."""
    database = connection.settings_dict
    address = f"postgresql://{database['USER']}@/{database['NAME']}?host={quote(database['HOST'])}"
    if database["PORT"]:
        address += f"&port={database['PORT']}"
    environment = {**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    command = [sys.executable, "-c", KILLED, str(server.port), at.isoformat()]
    return subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.PIPE)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("word", "number"), [
    ("CONNECT", 1), ("CONNECT", 2), ("MAIL", 1), ("RCPT", 1), ("DATA", 1), ("END", 1), ("END", 2),
])  # fmt: skip
def test_a_worker_that_is_killed_loses_no_mail_and_sends_at_most_one_more(server, word, number):
    published(0, "They talk")
    for address in (ANA, BEN):
        make_follow(address=address, at=AT - HOUR)
    started: list[subprocess.Popen] = []

    def kill() -> None:
        started[0].kill()
        started[0].wait()

    # Nothing happens to the mails before.
    server.fail(word, *[OWN[word]] * (number - 1), kill)
    with worker(server, MORNING) as process:
        started.append(process)
        _, said = process.communicate()
    assert process.returncode == -signal.SIGKILL, said.decode()
    # The database sees a moment later that the process has ended.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s), pg_advisory_unlock(%s)", [SENDING_MAILS] * 2)
    for minutes in (0, 5, 10):
        send_what_waits(MORNING + timedelta(minutes=minutes))
    for address in (ANA, BEN):
        ids = [one["Message-ID"] for one in server.taken if one["To"] == address]
        assert set(ids) == {Delivery.objects.get(follower__address=address).message_id}
    assert len(server.taken) == 2 + (word == "END")
    assert {one.outcome for one in Delivery.objects.all()} == {"sent"}
