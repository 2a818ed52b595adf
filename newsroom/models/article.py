"""Hold articles, their immutable texts, what was read in them, and which paragraphs are settled."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from timeline.models import Source


class Article(models.Model):
    """One report that was brought in: what is known of it, who works on it, and how far that is."""

    class State(models.TextChoices):
        OPEN = "open", "to review"
        DONE = "done", "done"

    address = models.URLField(max_length=2000, blank=True, help_text="The canonical address; empty: not given.")
    archive_address = models.URLField(max_length=2000, blank=True, help_text="A copy that an archive keeps of it.")
    outlet = models.CharField(max_length=120, blank=True, help_text="Who published it where it was found.")
    origin = models.CharField(max_length=120, blank=True, help_text="Whose report it is: an agency, or the outlet.")
    republisher = models.CharField(max_length=120, blank=True, help_text="Who carries another's report.")
    headline = models.CharField(max_length=300, blank=True, help_text="The headline, as the outlet has it.")
    byline = models.CharField(max_length=300, blank=True, help_text="Who wrote it, as the text names them.")
    editors = models.CharField(max_length=300, blank=True, help_text="Who edited it, as the text names them.")
    dateline_place = models.CharField(max_length=120, blank=True, help_text="The place of the dateline.")
    dateline_on = models.DateField(null=True, blank=True, help_text="The day of the dateline.")
    published = models.CharField(max_length=40, blank=True, help_text="EDTF, local at the outlet; empty: asked for.")
    published_origin = models.CharField(max_length=80, blank=True, help_text="Where the chosen date was found.")
    published_reason = models.CharField(max_length=300, blank=True, help_text="Why this date was chosen.")
    date_candidates = models.JSONField(default=list, blank=True, help_text="Every date found: day, words, origin.")
    language = models.CharField(max_length=8, default="en", help_text="BCP 47.")
    updated = models.CharField(max_length=40, blank=True, help_text="EDTF: when the outlet last changed it.")
    kind = models.CharField(max_length=12, choices=Source.Kind, default=Source.Kind.PRESS, help_text="What it is.")
    access = models.CharField(
        max_length=12, choices=Source.Access, blank=True, help_text="Who can read it there; empty: not stated."
    )
    state = models.CharField(max_length=8, choices=State, default=State.OPEN, help_text="Whether it still waits.")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", help_text="Who brought it in."
    )
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Who works on it; nobody else is kept out.",
    )
    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="Its row in the record."
    )
    version = models.PositiveIntegerField(default=1, help_text="Rises with each change, so that none is lost.")
    added_at = models.DateTimeField(help_text="When it was brought in.")
    changed_at = models.DateTimeField(help_text="When it was last changed.")

    class Meta:
        ordering = ("added_at", "id")
        constraints = [
            models.UniqueConstraint(fields=["address"], condition=~Q(address=""), name="article_address_unique"),
            models.CheckConstraint(condition=Q(version__gte=1), name="article_version_from_one"),
        ]

    def __str__(self):
        return self.headline or f"Article {self.pk}"


class TextVersion(models.Model):
    """One text of an article as it was brought in. Rows are never changed and never deleted (database trigger)."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="texts", help_text="Whose text it is.")
    number = models.PositiveIntegerField(help_text="1 for the first text of the article.")
    text = models.TextField(help_text="Valid text, NFC, lines ended by line feeds; all offsets count its code points.")
    sha256 = models.CharField(max_length=64, help_text="SHA-256 of the UTF-8 of the text.")
    original = models.BinaryField(help_text="The bytes as they came.")
    declared_encoding = models.CharField(max_length=40, blank=True, help_text="What the bytes say of themselves.")
    used_encoding = models.CharField(max_length=40, help_text="How they were read.")
    created_at = models.DateTimeField(help_text="When it was stored.")

    class Meta:
        ordering = ("article_id", "number", "id")
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="text_version_unique"),
            models.UniqueConstraint(fields=["article", "sha256"], name="text_version_hash_unique"),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="text_version_hash_is_sha256"),
            models.CheckConstraint(condition=~Q(text=""), name="text_version_has_text"),
        ]
        indexes = [models.Index(fields=["sha256"], name="text_version_sha256")]

    def __str__(self):
        return f"{self.article}, text {self.number}"


class Reading(models.Model):
    """What one version of the reading engine saw in one text: the kept paragraphs, the rest with reasons, problems."""

    text_version = models.ForeignKey(
        TextVersion, on_delete=models.PROTECT, related_name="readings", help_text="The text that was read."
    )
    engine = models.CharField(max_length=40, help_text="The version of the reading engine.")
    paragraphs = models.JSONField(help_text="The kept paragraphs: start, end, role; offsets into the stored text.")
    dropped = models.JSONField(help_text="What was left out: start, end, reason; offsets into the stored text.")
    problems = models.JSONField(default=list, help_text="What an editor must know: code and message.")
    read_at = models.DateTimeField(help_text="When it was read.")

    class Meta:
        ordering = ("text_version_id", "read_at", "id")

    def __str__(self):
        return f"{self.text_version}, read by {self.engine}"


class ParagraphMark(models.Model):
    """What a person decided about a stretch of a text: taken back in, or waved off with a reason."""

    class Kind(models.TextChoices):
        RESTORED = "restored", "taken back in"
        WAVED_OFF = "waved_off", "waved off"

    class Reason(models.TextChoices):
        NOTHING = "nothing", "Nothing for the record"
        ELSEWHERE = "elsewhere", "Told elsewhere in it"
        BACKGROUND = "background", "Background"
        REPORTER = "reporter", "The reporter’s own words"
        RECORDED = "recorded", "Already in the record"

    text_version = models.ForeignKey(
        TextVersion, on_delete=models.PROTECT, related_name="marks", help_text="The text that it is a part of."
    )
    kind = models.CharField(max_length=10, choices=Kind, help_text="What was decided.")
    start = models.PositiveIntegerField(help_text="Offset in code points into the stored text.")
    end = models.PositiveIntegerField(help_text="Offset after the last code point.")
    reason = models.CharField(max_length=12, choices=Reason, blank=True, help_text="Why it is waved off.")
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", help_text="Who decided."
    )
    marked_at = models.DateTimeField(help_text="When that was decided.")

    class Meta:
        ordering = ("text_version_id", "start", "id")
        constraints = [
            models.UniqueConstraint(fields=["text_version", "kind", "start"], name="paragraph_mark_unique"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="paragraph_mark_offsets_in_order"),
            models.CheckConstraint(
                condition=Q(kind="restored") | ~Q(reason=""), name="paragraph_mark_gives_its_reason"
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.start}–{self.end}"
