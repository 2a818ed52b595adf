"""Write down what is to be mailed before it is sent, and what became of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import Exists, OuterRef

from timeline.actions.follows import message_id
from timeline.models import Delivery, Follow, Follower, FollowRequest, Frequency
from timeline.values.periods import Period

log = structlog.get_logger(__name__)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=5), timedelta(hours=2)
# So many mails in a row that were refused pause all that an address follows.
MOST_REFUSED = 3


def prepare_deliveries(*, frequency: str, period: Period, at: datetime) -> int:
    """Write down the mails of a period, one for each follower who has not been told up to its end; return how many.

    A second time it writes nothing. What has nothing to tell is taken away when that is found out. Who gets the mail
    of a week gets none of the day that ends with it: the week's tells of both.
    """
    waiting = Follow.objects.filter(follower=OuterRef("pk"), frequency=frequency, told_until__lt=period.until)
    there = Delivery.objects.filter(follower=OuterRef("pk"), frequency=frequency, period=period.name)
    week = Delivery.objects.filter(follower=OuterRef("pk"), frequency=Frequency.WEEKLY, until=period.until)
    followers = Follower.objects.filter(Exists(waiting), ~Exists(there)).order_by("pk")
    if frequency == Frequency.DAILY:
        followers = followers.filter(~Exists(week))
    made = Delivery.objects.bulk_create(
        [
            Delivery(
                follower_id=follower, frequency=frequency, period=period.name, until=period.until,
                due_at=period.due_at, message_id=message_id(), next_attempt_at=at,
            )
            for follower in followers.values_list("pk", flat=True)
        ],
        batch_size=1000,
        ignore_conflicts=True,
    )  # fmt: skip
    return len(made)


def note_attempt(*, what: Delivery | FollowRequest, at: datetime) -> bool:
    """Write down that a mail is about to be sent, and when it may be tried again should nobody hear of it.

    Return whether it is still wanted: who follows may have stopped it.
    """
    pause = min(FIRST_PAUSE * 2 ** min(what.attempts, 10), LONGEST_PAUSE)
    what.attempts, what.next_attempt_at = what.attempts + 1, at + pause
    same = type(what)._default_manager.filter(pk=what.pk)
    return bool(same.update(attempts=what.attempts, next_attempt_at=what.next_attempt_at))


def settle_sent(*, delivery: Delivery, told: Sequence[int], at: datetime) -> None:
    """Write down that a mail was sent: what it told of some follows is not told again."""
    with transaction.atomic():
        _tell(delivery, told)
        _settle(delivery, Delivery.Outcome.SENT, at)
    log.info("mail_sent", period=delivery.period, frequency=delivery.frequency, attempts=delivery.attempts)


def settle_empty(*, delivery: Delivery, told: Sequence[int]) -> None:
    """Take away a mail that has nothing to tell of some follows."""
    with transaction.atomic():
        _tell(delivery, told)
        Delivery.objects.filter(pk=delivery.pk).delete()


def settle_refused(*, delivery: Delivery, at: datetime) -> None:
    """Write down that a mail was refused for good; the next one tells of it. Three in a row pause all follows."""
    with transaction.atomic():
        _settle(delivery, Delivery.Outcome.REFUSED, at)
        last = Delivery.objects.filter(follower=delivery.follower_id, settled_at__isnull=False)
        outcomes = list(last.order_by("-settled_at", "-pk").values_list("outcome", flat=True)[:MOST_REFUSED])
        is_paused = outcomes == [Delivery.Outcome.REFUSED] * MOST_REFUSED
        if is_paused:
            Follow.objects.filter(follower=delivery.follower_id).update(frequency=Frequency.OFF)
            Delivery.objects.filter(follower=delivery.follower_id, outcome=Delivery.Outcome.WAITING).delete()
    log.warning("mail_refused", period=delivery.period, frequency=delivery.frequency, is_paused=is_paused)


def settle_request(*, request: FollowRequest, at: datetime) -> None:
    """Write down that the mail was sent that asks for a confirmation, or that it cannot be."""
    FollowRequest.objects.filter(pk=request.pk).update(mailed_at=at)


def _settle(delivery: Delivery, outcome: str, at: datetime) -> None:
    Delivery.objects.filter(pk=delivery.pk).update(outcome=outcome, settled_at=at)


def _tell(delivery: Delivery, told: Sequence[int]) -> None:
    # Only what the mail was made from: a follow may have come while it was sent.
    follows = Follow.objects.filter(follower=delivery.follower_id, pk__in=told)
    follows.filter(told_until__lt=delivery.until).update(told_until=delivery.until)
