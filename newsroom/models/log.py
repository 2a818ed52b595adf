"""Hold the newsroom's log: every change, who made it and when."""

from django.conf import settings
from django.db import models


class LogEntry(models.Model):
    """One change. Rows are only ever added (database trigger)."""

    verb = models.CharField(max_length=40, help_text="The action's name.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who did it; empty: a command.",
    )
    at = models.DateTimeField(help_text="When.")
    object_kind = models.CharField(max_length=20, help_text="What kind of thing was changed.")
    object_id = models.BigIntegerField(help_text="Which one.")
    before = models.JSONField(default=dict, help_text="How it stood before.")
    after = models.JSONField(default=dict, help_text="How it stood after.")

    class Meta:
        ordering = ("-id",)
        verbose_name_plural = "log entries"
        indexes = [models.Index(fields=["object_kind", "object_id"], name="log_entry_object")]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.verb} {self.object_kind} {self.object_id}"
