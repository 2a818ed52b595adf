"""Readers who follow a list by mail, and what they were sent."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from timeline.models.event import Event


class Follow(models.Model):
    """A wish to be told of what a list shows. Nothing is sent before the address is confirmed."""

    class Frequency(models.TextChoices):
        SOON = "soon", "soon"
        DAILY = "daily", "daily"
        WEEKLY = "weekly", "weekly"
        OFF = "off", "paused"

    address = models.EmailField(max_length=254)
    path = models.CharField(max_length=200, help_text="The list's address: /pairs/mexico/united-states/ ...")
    query = models.CharField(max_length=500, blank=True, help_text="The list's filters, as in its address.")
    frequency = models.CharField(max_length=8, choices=Frequency)
    note = models.CharField(max_length=200, blank=True, help_text="The reader's own reminder, repeated in each mail.")
    language = models.CharField(max_length=8, default="en")
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [models.UniqueConstraint(Lower("address"), "path", "query", name="follow_unique")]

    def __str__(self):
        return f"{self.path}?{self.query}"


class Delivery(models.Model):
    """One digest to one address for one period; unique, so that none is sent twice."""

    address = models.EmailField(max_length=254)
    frequency = models.CharField(max_length=8, choices=Follow.Frequency)
    period = models.CharField(max_length=16, help_text="The day or ISO week that it covers.")
    message_id = models.CharField(max_length=120, unique=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    events = models.ManyToManyField(Event, related_name="+", help_text="Told of; a correction goes to these readers.")

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(Lower("address"), "frequency", "period", name="delivery_unique"),
            models.CheckConstraint(condition=~Q(frequency="off"), name="delivery_of_a_frequency"),
        ]

    def __str__(self):
        return f"{self.frequency} {self.period}"
