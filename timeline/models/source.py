"""Sources, and the passages that support each fact."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length

from timeline.models.event import Event, Participation
from timeline.models.statement import Claim, Statement
from timeline.models.vectors import KeyVector, words_vector


class SourceManager(models.Manager["Source"]):
    """Leave the words for the search in the database: only the search needs them."""

    def get_queryset(self):
        """Return all sources without their word lists."""
        return super().get_queryset().defer("search")


class Source(models.Model):
    """A published text that facts are taken from. Its full text is no part of the record."""

    class Kind(models.TextChoices):
        PRESS = "press", "press report"
        READOUT = "readout", "official readout"
        TRANSCRIPT = "transcript", "transcript"
        POST = "post", "post"
        TREATY = "treaty", "treaty"

    class Access(models.TextChoices):
        OPEN = "open", "open to all"
        REGISTRATION = "registration", "after registration"
        PAID = "paid", "for subscribers only"

    title = models.CharField(max_length=300)
    outlet = models.CharField(max_length=120, help_text="Who published it where it was found.")
    origin = models.CharField(
        max_length=120, help_text="Whose report it is: an agency, a ministry, or the outlet itself."
    )
    byline = models.CharField(max_length=300, blank=True)
    editors = models.CharField(max_length=300, blank=True)
    dateline_place = models.CharField(max_length=120, blank=True)
    dateline_on = models.DateField(null=True, blank=True)
    address = models.URLField(max_length=2000, blank=True)
    archive_address = models.URLField(max_length=2000, blank=True)
    published = models.CharField(max_length=40, blank=True, help_text="EDTF, local at the outlet; empty: not stated.")
    published_on = models.DateField(null=True, blank=True, help_text="The first day of it, for ordering.")
    updated = models.CharField(max_length=40, blank=True)
    retrieved_at = models.DateTimeField(null=True, blank=True)
    language = models.CharField(max_length=8, default="en")
    kind = models.CharField(max_length=12, choices=Kind)
    access = models.CharField(
        max_length=12,
        choices=Access,
        blank=True,
        default="",
        db_default="",
        help_text="Who can read it at its address; empty: not stated.",
    )
    text_hash = models.CharField(max_length=64, help_text="SHA-256 of the text version that was read.")
    recorded_at = models.DateTimeField()
    search_keys = ArrayField(
        models.CharField(max_length=120),
        default=list,
        editable=False,
        help_text="The month, as /months/<year>-<month>.",
    )
    search = models.GeneratedField(
        expression=words_vector("title", "A")
        + words_vector("outlet", "B")
        + words_vector("origin", "B")
        + words_vector("byline", "C")
        + KeyVector("search_keys"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = SourceManager()

    class Meta:
        ordering = ("published_on", "id")
        indexes = [
            models.Index(fields=["published_on", "id"], name="source_sort"),
            models.Index(fields=["origin"], name="source_origin"),
            models.Index(fields=["outlet", "published_on", "id"], name="source_outlet"),
            GinIndex(fields=["search"], name="source_search", fastupdate=False),
        ]
        constraints = [
            models.UniqueConstraint(fields=["address", "text_hash"], name="source_unique"),
            models.CheckConstraint(condition=Q(text_hash__regex=r"^[0-9a-f]{64}$"), name="source_hash_is_sha256"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(outlet="") & ~Q(origin=""), name="source_is_named"),
        ]

    def __str__(self):
        return f"{self.origin}: {self.title}"


class Citation(models.Model):
    """The words of a source that support one fact (W3C TextQuoteSelector and TextPositionSelector)."""

    class Field(models.TextChoices):
        WHEN = "when", "when"
        KIND = "kind", "what it was"
        MODALITY = "modality", "whether it took place"
        SUMMARY = "summary", "what is told of it"
        PLACE = "place", "where"
        PARTICIPATION = "participation", "who took part"
        WORDS = "words", "the words"
        SPEAKER = "speaker", "who spoke"
        CLAIM = "claim", "the figure"

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="citations")
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.CASCADE, related_name="citations")
    participation = models.ForeignKey(
        Participation, null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )
    statement = models.ForeignKey(Statement, null=True, blank=True, on_delete=models.CASCADE, related_name="citations")
    claim = models.ForeignKey(Claim, null=True, blank=True, on_delete=models.CASCADE, related_name="citations")
    field = models.CharField(max_length=16, choices=Field)
    exact = models.TextField(max_length=1000, help_text="Verbatim in the text version.")
    prefix = models.CharField(max_length=120, blank=True, help_text="Verbatim text just before.")
    suffix = models.CharField(max_length=120, blank=True, help_text="Verbatim text just after.")
    start = models.PositiveIntegerField(help_text="Offset in Unicode code points, from 0.")
    end = models.PositiveIntegerField(help_text="Offset after the last code point.")
    version_hash = models.CharField(max_length=64, help_text="SHA-256 of the UTF-8 of the text version.")

    class Meta:
        ordering = ("source_id", "start", "id")
        constraints = [
            models.CheckConstraint(
                name="citation_supports_exactly_one_thing",
                condition=(
                    Q(event__isnull=False, participation__isnull=True, statement__isnull=True, claim__isnull=True)
                    | Q(event__isnull=True, participation__isnull=False, statement__isnull=True, claim__isnull=True)
                    | Q(event__isnull=True, participation__isnull=True, statement__isnull=False, claim__isnull=True)
                    | Q(event__isnull=True, participation__isnull=True, statement__isnull=True, claim__isnull=False)
                ),
            ),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="citation_offsets_in_order"),
            models.CheckConstraint(condition=Q(end=F("start") + Length("exact")), name="citation_offsets_fit_words"),
            models.CheckConstraint(condition=Q(version_hash__regex=r"^[0-9a-f]{64}$"), name="citation_hash_is_sha256"),
        ]

    def __str__(self):
        return f"{self.field}: {self.exact[:60]}"
