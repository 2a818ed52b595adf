"""The record's jobs."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any, TypeAlias

import structlog
from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import translation
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from timeline import actions, mail
from timeline.models import Delivery, FollowRequest
from timeline.outputs.following import digest_of, followed_list
from timeline.queries.chain import verify_chain
from timeline.queries.mails import deliveries_waiting, requests_waiting
from timeline.readmodels import redraw_rows
from timeline.sql.locks import SENDING_MAILS, held_alone
from timeline.values.periods import is_late, periods_due

log = structlog.get_logger()
Send: TypeAlias = Callable[[Any, datetime], mail.Answer | None]
MOST_AT_ONCE, LONGEST_RUN = 100, 240
# A mail that was put off for so long is given up, and what it would tell is told by the next.
PATIENCE = timedelta(days=5)


@app.periodic(cron="*/5 * * * *")
@app.task(name="timeline.redraw_rows", lock="timeline.redraw_rows", queueing_lock="timeline.redraw_rows")
def redraw_kept_rows(timestamp: int) -> None:
    """Keep anew the rows that an older release drew: so an upgrade is followed without anybody asking for it."""
    if events := redraw_rows():
        log.info("kept rows drawn anew", timestamp=timestamp, events=events)


@app.periodic(cron="23 2 * * *")
@app.task(name="timeline.verify_revisions", lock="timeline.verify_revisions", queueing_lock="timeline.verify_revisions")
def verify_revisions(timestamp: int) -> None:
    """Look every night whether what was published still stands as it was sealed."""
    found = verify_chain()
    if found.count:
        log.error("revisions are not as they were sealed", timestamp=timestamp, count=found.count, faults=found.faults)


@app.periodic(cron="* * * * *")
@app.task(name="timeline.send_mails", queueing_lock="timeline.send_mails")
def send_mails(timestamp: int) -> None:
    """Send what waits to be mailed. What a worker that ended left behind is found again by what is written down."""
    if settings.SENDS_MAIL:
        send_what_waits(datetime.fromtimestamp(timestamp, UTC))


def send_mails_now(at: datetime) -> None:
    """Let the worker look for what waits at once and not only at the next minute."""
    with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
        send_mails.configure(queueing_lock=send_mails.queueing_lock).defer(timestamp=int(at.timestamp()))


def send_what_waits(at: datetime) -> None:
    """Send confirmations, then the mails of every period that has ended; nothing where another process does so.

    Where the server itself fails the rest waits for the next time, without having been tried.
    """
    with held_alone(SENDING_MAILS) as is_held:
        if not is_held:
            return
        for frequency in actions.MAILED:
            for period in periods_due(frequency, at, settings.MAIL_ZONE):
                actions.prepare_deliveries(frequency=frequency, period=period, at=at)
        began = monotonic()
        for send, what in _waiting(at):
            if monotonic() - began > LONGEST_RUN or _tried(send, what, at) is mail.Answer.DOWN:
                break
        actions.forget_old(at=at)


def _waiting(at: datetime) -> Iterator[tuple[Send, Delivery | FollowRequest]]:
    for request in requests_waiting(at, MOST_AT_ONCE):
        yield _confirm, request
    # Of each follower one at a time: the next is due when the one before it is settled.
    while waiting := deliveries_waiting(at, MOST_AT_ONCE):
        for delivery in waiting:
            yield _deliver, delivery


def _tried(send: Send, what: Delivery | FollowRequest, at: datetime) -> mail.Answer | None:
    """Send one mail; what is wrong with it is logged, and holds up no other: it is tried again later."""
    # Who has stopped everything meanwhile gets nothing more.
    if not actions.note_attempt(what=what, at=at):
        return None
    try:
        return send(what, at)
    except DatabaseError:
        raise
    except Exception:
        log.exception("mail_failed", what=str(what))
        return None


def _confirm(request: FollowRequest, at: datetime) -> mail.Answer:
    with translation.override(request.language):
        answer = mail.send(mail.confirmation_mail(request, followed_list(request, at, settings.SITE_ADDRESS)))
    if answer in {mail.Answer.TAKEN, mail.Answer.REFUSED} or not request.is_open(at):
        actions.settle_request(request=request, at=at)
    return answer


def _deliver(delivery: Delivery, at: datetime) -> mail.Answer | None:
    with translation.override(delivery.follower.language):
        digest = digest_of(delivery, settings.SITE_ADDRESS)
        told, is_old = [follow.number for follow in digest.follows], is_late(delivery.due_at, at)
        # That nothing is new is said of the week that has just ended, and not of those that are made up.
        if not digest.has_news and (is_old or not digest.quiet):
            actions.settle_empty(delivery=delivery, told=told)
            return None
        answer = mail.send(mail.digest_mail(delivery, digest, is_late=is_old))
    is_given_up = answer is mail.Answer.LATER and at - delivery.due_at > PATIENCE
    if answer is mail.Answer.TAKEN:
        actions.settle_sent(delivery=delivery, told=told, at=at)
    elif answer is mail.Answer.REFUSED or is_given_up:
        actions.settle_refused(delivery=delivery, at=at)
    return answer
