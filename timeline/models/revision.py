"""What was published when, and what the record covers."""

from django.db import models
from django.db.models import Q

from timeline.models.country import Country
from timeline.models.event import Event
from timeline.models.statement import Statement


class Revision(models.Model):
    """One published version of an event or a statement. Rows are only ever added (database trigger)."""

    class Kind(models.TextChoices):
        FIRST = "first", "first published"
        TYPO = "typo", "typing error"
        UPDATE = "update", "update"
        CORRECTION = "correction", "correction"
        RETRACTION = "retraction", "retraction"
        MERGE = "merge", "merge"
        UNMERGE = "unmerge", "merge undone"

    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.PROTECT, related_name="revisions")
    statement = models.ForeignKey(Statement, null=True, blank=True, on_delete=models.PROTECT, related_name="revisions")
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Kind)
    reason = models.CharField(max_length=500, blank=True, help_text="Required for a correction or a retraction.")
    content = models.JSONField(help_text="All that was published, as it stood.")
    editor_name = models.CharField(
        max_length=120, blank=True, help_text="Who published it; shown where the instance says so."
    )
    published_at = models.DateTimeField()

    class Meta:
        ordering = ("published_at", "id")
        indexes = [
            # The log of corrections, among a great many versions of which most are the first.
            models.Index(
                fields=["-id"],
                condition=Q(kind__in=["correction", "retraction", "merge", "unmerge"]),
                name="revision_logged",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(event__isnull=False, statement__isnull=True)
                | Q(event__isnull=True, statement__isnull=False),
                name="revision_of_exactly_one_thing",
            ),
            models.UniqueConstraint(
                fields=["event", "version"], condition=Q(event__isnull=False), name="revision_of_event_unique"
            ),
            models.UniqueConstraint(
                fields=["statement", "version"],
                condition=Q(statement__isnull=False),
                name="revision_of_statement_unique",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["correction", "retraction"]) | ~Q(reason=""), name="revision_gives_its_reason"
            ),
        ]

    def __str__(self):
        return f"{self.event or self.statement}, version {self.version}"


class Coverage(models.Model):
    """What the record, or one pair in it, covers: said plainly on the pages."""

    first = models.ForeignKey(Country, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Country, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    covers_from = models.DateField(null=True, blank=True)
    covers_until = models.DateField(null=True, blank=True, help_text="Empty: today.")
    checked_at = models.DateTimeField(help_text="When sources were last looked through.")
    known_gaps = models.TextField(max_length=2000, blank=True)
    is_sample = models.BooleanField(
        default=False, help_text="A sample shows how the record works, and is not complete."
    )

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], nulls_distinct=False, name="coverage_unique"),
            models.CheckConstraint(
                condition=Q(first__isnull=True, second__isnull=True) | Q(first__isnull=False, second__isnull=False),
                name="coverage_of_all_or_of_a_pair",
            ),
        ]

    def __str__(self):
        return f"{self.first} and {self.second}" if self.first_id else "the whole record"
