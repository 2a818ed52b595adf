"""Kill a process at moments drawn from a seed, and look each time at what it left behind."""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from django.conf import settings
from django.db import connection, connections, transaction

from benchmarks.faults.looking import half_done, read_models_differ
from benchmarks.faults.publishing import publish_for_ever
from tests.cast import make_cast
from tests.factories import AT, BY, event_input, make_follow
from tests.timeline.mail_server import MailServer, mail_server
from timeline import actions
from timeline.models import Delivery
from timeline.sql.locks import SENDING_MAILS
from timeline.tasks import send_what_waits

# A process lives so long at most, in seconds: some of them have not begun to write, most are in the midst of it.
LONGEST_LIFE = 0.6
# So many kills lie between two comparisons of all read models with ones that are made anew, which take long.
COMPARED_EVERY = 50
ADDRESSES = ("ana@example.org", "ben@example.org", "cai@example.org")
FAULTS = (None, None, ("END", "drop"), ("END", "452 later"), ("RCPT", "450 full"), ("CONNECT", "drop"))
LONGEST_WAIT = 30


@dataclass
class Tally:
    """What was done, and what was found to be wrong."""

    done: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def killed(work: Callable[[int], None], life: float) -> str:
    """Let a process of its own work, kill it after so many seconds, and return what it told of as done."""
    # A connection that two processes share would be ended by either.
    connections.close_all()
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(ear)
            work(mouth)
        except BaseException:
            # It must not go on as the process that it was split from.
            traceback.print_exc()
        os._exit(0)
    os.close(mouth)
    time.sleep(life)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(ear, encoding="ascii") as heard:
        told = heard.read()
    _wait_for_the_server()
    return told


def _wait_for_the_server() -> None:
    """Wait until the database has seen that the killed process is gone: a commit under way may still be finished."""
    others = (
        "SELECT count(*), pg_sleep(0.002) FROM pg_stat_activity WHERE datname = current_database()"
        " AND backend_type = 'client backend' AND pid <> pg_backend_pid() AND application_name = %s"
    )
    until = time.monotonic() + LONGEST_WAIT
    with connection.cursor() as cursor:
        cursor.execute("SELECT application_name FROM pg_stat_activity WHERE pid = pg_backend_pid()")
        (mine,) = cursor.fetchone()
        while time.monotonic() < until:
            cursor.execute(others, [mine])
            if cursor.fetchone()[0] == 0:
                return
    raise TimeoutError("The database still serves a process that was killed.")


def kill_publishers(points: int, seed: int) -> Tally:
    """Kill a process that publishes, corrects, merges and withdraws; look each time whether all stands or nothing."""
    random, tally, known = Random(seed), Tally(), {}  # noqa: S311 - not for secrets
    make_cast()
    # What is read once, templates above all, its copies have then.
    actions.record_event(event=event_input(), by=BY, at=AT)
    for point in range(points):
        work_seed, life = random.randrange(2**32), random.uniform(0, LONGEST_LIFE)
        told = killed(lambda mouth, chosen=work_seed: publish_for_ever(chosen, mouth), life)
        # The last line may be cut; what it told of is then not held against the record.
        for line in told.splitlines() if told.endswith("\n") else told.splitlines()[:-1]:
            verb, event, version = line.split()
            known[int(event)] = max(int(version), known.get(int(event), 0))
            tally.done[verb] += 1
        tally.done["kills"] += 1
        tally.wrong += [f"point {point}: {fault}" for fault in half_done(known)]
        if point % COMPARED_EVERY == COMPARED_EVERY - 1 or point == points - 1:
            with transaction.atomic():
                tally.wrong += [f"point {point}: {fault}" for fault in read_models_differ()]
            tally.done["comparisons of all read models"] += 1
    return tally


def kill_mailers(points: int, seed: int) -> Tally:
    """Kill a process that sends the mails of a day, on as many days; look whether each reader has each day's mail."""
    random, tally = Random(seed), Tally()  # noqa: S311 - not for secrets
    make_cast()
    for address in ADDRESSES:
        make_follow(address=address, at=AT - timedelta(hours=1))
    with mail_server() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", server.port, False
        settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD, settings.EMAIL_TIMEOUT = "", "", 1
        for point in range(points):
            fault, life = random.choice(FAULTS), random.uniform(0, LONGEST_LIFE / 2)
            tally.wrong += [f"point {point}: {one}" for one in _mail_a_day(server, point, fault, life, tally)]
    return tally


def _mail_a_day(server: MailServer, day: int, fault: tuple[str, str] | None, life: float, tally: Tally) -> list[str]:
    at = AT + timedelta(days=day)
    due = at.replace(hour=6) + timedelta(days=1)
    actions.record_event(event=event_input(title=f"Told on day {day}"), by=BY, at=at)
    server.taken.clear()
    server.faults.clear()
    if fault:
        server.fail(*fault)
        tally.done[" ".join(fault)] += 1
    killed(lambda mouth: send_what_waits(due), life)
    tally.done["kills"] += 1
    tally.done["mails taken before the kill"] += len(server.taken)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s), pg_advisory_unlock(%s)", [SENDING_MAILS] * 2)
    for minutes in (1, 6, 20, 45, 90):
        send_what_waits(due + timedelta(minutes=minutes))
    own = dict(Delivery.objects.filter(due_at=due).values_list("follower__address", "message_id"))
    wrong = []
    for address in ADDRESSES:
        ids = [one["Message-ID"] for one in server.taken if one["To"] == address]
        if not ids:
            wrong.append(f"{address} has no mail")
        if set(ids) - {own.get(address)}:
            wrong.append(f"{address} has mails of other names than the one that was written down")
        tally.done["mails"] += len(ids)
        tally.done["mails that came again, with the same name"] += max(0, len(ids) - 1)
    # The kill and the fault can each hide from us that one mail was taken.
    if len(server.taken) > len(ADDRESSES) + 1 + (fault == ("END", "drop")):
        wrong.append(f"{len(server.taken)} mails for {len(ADDRESSES)} readers")
    return wrong


def main(points: str, seed: str, only: str = "") -> int:
    """Kill, print what was done and found, and return 1 where anything was half-done."""
    is_wrong = False
    for name, kill in {"publishing": kill_publishers, "mailing": kill_mailers}.items():
        if only in ("", name):
            began = time.monotonic()
            tally = kill(int(points), int(seed))
            done = ", ".join(f"{number:,} {what}" for what, number in tally.done.items())
            sys.stdout.write(f"{name}: {done}; {time.monotonic() - began:.0f} s; {len(tally.wrong)} faults\n")
            sys.stdout.writelines(f"  {fault}\n" for fault in tally.wrong[:50])
            is_wrong = is_wrong or bool(tally.wrong)
    return int(is_wrong)
