"""Hold what people decided about an article, so that each step can be taken back."""

from django.conf import settings
from django.db import models

from newsroom.models.article import Article
from newsroom.models.draft import Draft

# Steps that are public: they are answered by a public step of their own, never silently taken back.
PUBLIC_ACTS = ("publish", "withdraw")


class Decision(models.Model):
    """One step on the desk: who took it, when, and how things stood before and after."""

    class Act(models.TextChoices):
        ACCEPT = "accept", "accepted"
        REJECT = "reject", "rejected"
        EDIT = "edit", "edited"
        ADD = "add", "added"
        CITE = "cite", "passage added"
        RESTORE = "restore", "taken back in"
        WAVE_OFF = "wave_off", "waved off"
        PUBLISH = "publish", "published"
        WITHDRAW = "withdraw", "withdrawn"
        ONE_ORIGIN = "one_origin", "counted as one origin"
        APART = "apart", "kept apart"

    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, related_name="decisions", help_text="The article worked on."
    )
    draft = models.ForeignKey(
        Draft, null=True, blank=True, on_delete=models.SET_NULL, related_name="decisions", help_text="What was decided."
    )
    act = models.CharField(max_length=10, choices=Act, help_text="What was done.")
    before = models.JSONField(default=dict, help_text="How it stood before.")
    after = models.JSONField(default=dict, help_text="How it stood after.")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", help_text="Who decided."
    )
    decided_at = models.DateTimeField(help_text="When.")
    undone_at = models.DateTimeField(null=True, blank=True, help_text="When it was taken back; empty: it stands.")

    class Meta:
        ordering = ("-id",)

    def __str__(self):
        return f"{self.decided_by} {self.act} {self.draft or self.article}"
