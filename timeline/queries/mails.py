"""Which mails wait to be sent."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from timeline.models import Delivery, FollowRequest

WAITING = Delivery.Outcome.WAITING


def requests_waiting(at: datetime, limit: int) -> list[FollowRequest]:
    """Return wishes to follow whose mail has not gone, the oldest first (1 query)."""
    waiting = FollowRequest.objects.filter(mailed_at__isnull=True, next_attempt_at__lte=at)
    return list(waiting.order_by("asked_at", "id")[:limit])


def deliveries_waiting(at: datetime, limit: int) -> list[Delivery]:
    """Return mails that may be tried, the oldest period first (1 query).

    While an older one of the same follower waits, a younger one does: it would tell what the older has perhaps told.
    """
    before = Q(until__lt=OuterRef("until")) | Q(until=OuterRef("until"), pk__lt=OuterRef("pk"))
    older = Delivery.objects.filter(before, follower=OuterRef("follower"), outcome=WAITING)
    waiting = Delivery.objects.filter(~Exists(older), outcome=WAITING, next_attempt_at__lte=at)
    return list(waiting.select_related("follower").order_by("until", "id")[:limit])
