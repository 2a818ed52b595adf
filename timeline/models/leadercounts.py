"""Read models of leaders: in how much they took part, whom they met, what they spoke of. Equal to a rebuild."""

from django.db import models
from django.db.models import Q

from timeline.models.country import Country
from timeline.models.event import Event
from timeline.models.leader import Leader
from timeline.models.statement import Statement


class LeaderTotal(models.Model):
    """In how many events a leader took part that happened."""

    leader = models.OneToOneField(Leader, on_delete=models.CASCADE, primary_key=True, related_name="total")
    events = models.PositiveIntegerField()

    def __str__(self):
        return f"{self.leader_id}: {self.events}"


class LeaderMet(models.Model):
    """How often a leader was in contact with another, who acted for one country, and when last."""

    leader = models.ForeignKey(Leader, on_delete=models.CASCADE, related_name="met", db_index=False)
    other = models.ForeignKey(Leader, on_delete=models.CASCADE, related_name="+", db_index=False)
    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="+", db_index=False)
    count = models.PositiveIntegerField(help_text="In how many contacts.")
    calls = models.PositiveIntegerField(help_text="In how many of them by a call or a conversation.")
    last_date = models.DateField(help_text="The first day of the last of them.")
    last = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["leader", "other", "country"], name="leader_met_unique")]
        indexes = [models.Index(fields=["leader", "-count", "-last_date", "other", "country"], name="leader_met_most")]

    def __str__(self):
        return f"{self.leader_id} and {self.other_id}: {self.count}"


class LeaderSaid(models.Model):
    """How many statements of one form a leader made about a country, or at all, and when the last."""

    leader = models.ForeignKey(Leader, on_delete=models.CASCADE, related_name="said", db_index=False)
    country = models.ForeignKey(
        Country, null=True, on_delete=models.CASCADE, related_name="+", db_index=False, help_text="Empty: all of them."
    )
    speech = models.CharField(max_length=16, choices=Statement.Speech)
    count = models.PositiveIntegerField()
    last_date = models.DateField(help_text="The first day of the last of them.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["leader", "country", "speech"], nulls_distinct=False, name="leader_said_unique"
            ),
            models.CheckConstraint(condition=Q(count__gt=0), name="leader_said_counts_something"),
        ]

    def __str__(self):
        return f"{self.leader_id} on {self.country_id}: {self.count} {self.speech}"
