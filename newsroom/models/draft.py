"""Hold what may become a part of the record, with the words that support each field of it."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length

from newsroom.models.article import Reading
from timeline.models import Event, Statement


class Draft(models.Model):
    """One proposed event or statement, by the program or by a person; not public before it is published."""

    class Kind(models.TextChoices):
        EVENT = "event", "event"
        STATEMENT = "statement", "statement"

    class State(models.TextChoices):
        PROPOSED = "proposed", "to decide"
        ACCEPTED = "accepted", "accepted"
        REJECTED = "rejected", "rejected"
        PUBLISHED = "published", "published"
        REPLACED = "replaced", "replaced by a later reading"

    reading = models.ForeignKey(
        Reading, on_delete=models.PROTECT, related_name="drafts", help_text="The reading that it belongs to."
    )
    number = models.PositiveIntegerField(help_text="Its number on the desk, kept for good.")
    kind = models.CharField(max_length=10, choices=Kind, help_text="What it would become.")
    content = models.JSONField(help_text="The fields of newsroom.models.content, checked when written.")
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED, help_text="What was decided.")
    is_by_hand = models.BooleanField(default=False, help_text="Whether a person added it.")
    rule = models.CharField(max_length=80, blank=True, help_text="The rule that proposed it; empty: a person.")
    confidence = models.FloatField(null=True, blank=True, help_text="How sure the rule is, 0 to 1; empty: a person.")
    fingerprint = models.CharField(max_length=64, help_text="The same for the same proposal in a later reading.")
    version = models.PositiveIntegerField(default=1, help_text="Rises with each change, so that none is lost.")
    event = models.ForeignKey(
        Event, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="What it became."
    )
    statement = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="What it became."
    )
    changed_at = models.DateTimeField(help_text="When it was last changed.")

    class Meta:
        ordering = ("number", "id")
        constraints = [
            models.CheckConstraint(condition=Q(version__gte=1), name="draft_version_from_one"),
            models.CheckConstraint(
                condition=Q(confidence__isnull=True) | Q(confidence__gte=0, confidence__lte=1),
                name="draft_confidence_is_a_share",
            ),
            models.CheckConstraint(
                condition=Q(event__isnull=True) | Q(statement__isnull=True), name="draft_became_at_most_one_thing"
            ),
            models.CheckConstraint(
                condition=(Q(event__isnull=True) & Q(statement__isnull=True)) | Q(state="published"),
                name="draft_became_something_when_published",
            ),
        ]

    def __str__(self):
        return f"{self.number}. {self.content.get('title') or self.content.get('words', '')[:60]}"

    @property
    def is_guess(self) -> bool:
        """Tell whether no rule knows the act, and only words of its sentence hint at it."""
        return self.rule.startswith("guess.")


class Passage(models.Model):
    """Words of the stored text that support one field of a draft; checked again when the draft is published."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="passages", help_text="What it supports.")
    field = models.CharField(max_length=16, help_text="Which field: when, kind, modality, summary, participation ...")
    subject = models.CharField(max_length=200, blank=True, help_text="For a participation: whose.")
    start = models.PositiveIntegerField(help_text="Offset in code points into the stored text.")
    end = models.PositiveIntegerField(help_text="Offset after the last code point.")
    exact = models.TextField(max_length=1000, help_text="Verbatim in the stored text.")

    class Meta:
        ordering = ("draft_id", "id")
        constraints = [
            models.UniqueConstraint(fields=["draft", "field", "subject", "start", "end"], name="passage_unique"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="passage_offsets_in_order"),
            models.CheckConstraint(condition=Q(end=F("start") + Length("exact")), name="passage_offsets_fit_words"),
        ]

    def __str__(self):
        return f"{self.field}: {self.exact[:60]}"
