"""Follow a list by mail: ask, confirm, change, stop; nothing is sent to an address that has not confirmed it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Lower

from timeline.actions.errors import AlreadyConfirmed, InvalidField
from timeline.models import Delivery, Follow, Follower, FollowRequest, Frequency
from timeline.sql.locks import wait_for_text

log = structlog.get_logger(__name__)
MOST_REQUESTS = 3
# Weekly before daily: on Mondays its mail tells of both.
MAILED = (Frequency.SOON, Frequency.WEEKLY, Frequency.DAILY)
REQUESTS_KEPT = timedelta(days=3)
DELIVERIES_KEPT = timedelta(days=90)


def ask_to_follow(
    *, address: str, path: str, query: str, frequency: str, note: str, language: str, at: datetime
) -> bool:
    """Write down a wish to follow, whose one mail asks for its confirmation; return whether there will be one.

    An address is asked at most three times in 24 hours, whoever asks. Whether it follows already makes no difference.
    """
    _check_frequency(frequency)
    with transaction.atomic():
        wait_for_text(address.lower())
        since = at - timedelta(days=1)
        if _of(address).filter(asked_at__gt=since).count() >= MOST_REQUESTS:
            log.info("follow_not_asked_again", path=path)
            return False
        FollowRequest.objects.create(
            address=address, path=path, query=query, frequency=frequency, note=note, language=language, asked_at=at,
            next_attempt_at=at, message_id=message_id(),
        )  # fmt: skip
    log.info("follow_asked", path=path, frequency=frequency)
    return True


def confirm_follow(*, request_id: int, at: datetime) -> Follow:
    """Follow what was asked for, from now on; raise ``AlreadyConfirmed`` for what was or is too old.

    Who follows the list already gets the new frequency and note.
    """
    with transaction.atomic():
        request = FollowRequest.objects.select_for_update().get(pk=request_id)
        if not request.is_open(at):
            raise AlreadyConfirmed("This was confirmed already, or its time is over.")
        wait_for_text(request.address.lower())
        follower = follower_of(request.address)
        if follower is None:
            follower = Follower.objects.create(address=request.address, language=request.language, created_at=at)
        follow = follower.follows.filter(path=request.path, query=request.query).first()
        if follow is None:
            follow = Follow(follower=follower, path=request.path, query=request.query, created_at=at, told_until=at)
        elif follow.frequency == Frequency.OFF:
            follow.created_at = follow.told_until = at
        follow.frequency, follow.note = request.frequency, request.note
        follow.save()
        request.confirmed_at = at
        request.save(update_fields=["confirmed_at"])
    log.info("follow_confirmed", path=follow.path, frequency=follow.frequency)
    return follow


def change_follow(*, follower: Follower, follow_id: int, frequency: str, at: datetime) -> None:
    """Change how often a follow is told of; what comes while it is paused is not told afterwards."""
    _check_frequency(frequency, Frequency.values)
    with transaction.atomic():
        follow = follower.follows.select_for_update().filter(pk=follow_id).first()
        if follow is None:
            return
        if follow.frequency == Frequency.OFF:
            follow.created_at = follow.told_until = at
        follow.frequency = frequency
        follow.save()
    log.info("follow_changed", path=follow.path, frequency=frequency)


def stop_follow(*, follower: Follower, follow_id: int) -> None:
    """End a follow; with the last one the address is forgotten."""
    with transaction.atomic():
        Follower.objects.select_for_update().filter(pk=follower.pk).first()
        follower.follows.filter(pk=follow_id).delete()
        if not follower.follows.exists():
            _forget(follower)
    log.info("follow_stopped")


def stop_all(*, follower: Follower) -> None:
    """End all that an address follows, and forget the address."""
    with transaction.atomic():
        _forget(follower)
    log.info("follows_stopped")


def forget_old(*, at: datetime) -> None:
    """Forget wishes that nobody confirmed, and what was sent long ago."""
    FollowRequest.objects.filter(asked_at__lt=at - REQUESTS_KEPT).delete()
    Delivery.objects.filter(settled_at__lt=at - DELIVERIES_KEPT).delete()


def follower_of(address: str) -> Follower | None:
    """Return who follows under an address, however its letters are written (1 query)."""
    return Follower.objects.annotate(lower=Lower("address")).filter(lower=address.lower()).first()


def _forget(follower: Follower) -> None:
    # What was asked for and is not confirmed stays: it counts for how often an address may be asked.
    _of(follower.address).filter(confirmed_at__isnull=False).delete()
    Follower.objects.filter(pk=follower.pk).delete()


def _of(address: str) -> QuerySet[FollowRequest]:
    return FollowRequest.objects.annotate(lower=Lower("address")).filter(lower=address.lower())


def _check_frequency(frequency: str, allowed: Sequence[str] = MAILED) -> None:
    if frequency not in allowed:
        raise InvalidField(f"“{frequency}” is no frequency: choose {', '.join(allowed)}.")


def message_id() -> str:
    """Return a new Message-ID."""
    return f"<{uuid4().hex}@{settings.TAG_AUTHORITY}>"
