"""Readers who follow lists by mail, what they asked for, and what they were sent."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


class Frequency(models.TextChoices):
    """How often a mail tells of what is new."""

    SOON = "soon", "soon"
    DAILY = "daily", "daily"
    WEEKLY = "weekly", "weekly"
    OFF = "off", "paused"


class Follower(models.Model):
    """An address of mail whose owner has confirmed it; it goes with the last list that it follows."""

    address = models.EmailField(max_length=254)
    language = models.CharField(max_length=8, default="en")
    created_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [models.UniqueConstraint(Lower("address"), name="follower_unique")]

    def __str__(self):
        return f"follower {self.pk}"


class Followed(models.Model):
    """What is followed, how often, and why."""

    path = models.CharField(max_length=200, help_text="The list's address: /pairs/mexico/united-states/ ...")
    query = models.CharField(max_length=1000, blank=True, help_text="The list's filters, as in its address.")
    frequency = models.CharField(max_length=8, choices=Frequency)
    note = models.CharField(max_length=200, blank=True, help_text="The reader's own reminder, repeated in each mail.")

    class Meta:
        abstract = True


# So long a wish to follow can be confirmed.
VALID_FOR = timedelta(hours=48)


class FollowRequest(Followed):
    """A wish to follow a list that its address has to confirm; but for that one mail nothing is sent."""

    address = models.EmailField(max_length=254)
    language = models.CharField(max_length=8, default="en")
    asked_at = models.DateTimeField()
    message_id = models.CharField(max_length=120, unique=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        indexes = [
            models.Index(Lower("address"), "asked_at", name="follow_request_of"),
            models.Index("next_attempt_at", condition=Q(mailed_at__isnull=True), name="follow_request_waiting"),
        ]

    def __str__(self):
        return f"{self.path}?{self.query}"

    def is_open(self, at: datetime) -> bool:
        """Return whether it may still be confirmed."""
        return self.confirmed_at is None and at - self.asked_at < VALID_FOR


class Follow(Followed):
    """A confirmed wish to be told of what a list shows."""

    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="follows")
    created_at = models.DateTimeField()
    told_until = models.DateTimeField(help_text="What was published before has been told, or was there already.")

    class Meta:
        ordering = ("id",)
        constraints = [models.UniqueConstraint("follower", "path", "query", name="follow_unique")]
        indexes = [models.Index("frequency", "told_until", name="follow_waiting")]

    def __str__(self):
        return f"{self.path}?{self.query}"


class Delivery(models.Model):
    """One mail to one follower for one period; written before it is sent, unique, so that none is sent twice."""

    class Outcome(models.TextChoices):
        WAITING = "waiting", "waiting"
        SENT = "sent", "sent"
        REFUSED = "refused", "refused"

    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="deliveries")
    frequency = models.CharField(max_length=8, choices=Frequency)
    period = models.CharField(max_length=16, help_text="The day, the ISO week, or the moment up to which it tells.")
    until = models.DateTimeField()
    due_at = models.DateTimeField()
    message_id = models.CharField(max_length=120, unique=True)
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint("follower", "frequency", "period", name="delivery_unique"),
            models.CheckConstraint(condition=~Q(frequency="off"), name="delivery_of_a_frequency"),
            models.CheckConstraint(
                condition=Q(outcome="waiting", settled_at__isnull=True)
                | (~Q(outcome="waiting") & Q(settled_at__isnull=False)),
                name="delivery_settled_once",
            ),
        ]
        indexes = [models.Index("next_attempt_at", condition=Q(outcome="waiting"), name="delivery_waiting")]

    def __str__(self):
        return f"{self.frequency} {self.period}"
