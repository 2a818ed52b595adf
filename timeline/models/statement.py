"""What was said, by whom, how we know, and the figures in it."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from timeline.models.country import Country
from timeline.models.event import Event
from timeline.models.leader import Leader, Tenure
from timeline.models.vectors import KeyVector, words_vector
from timeline.models.when import IS_LONG, IS_SPAN, DatedModel, when_constraints


class StatementManager(models.Manager["Statement"]):
    """Leave the words for the search in the database: only the search needs them."""

    def get_queryset(self):
        """Return all statements without their word lists."""
        return super().get_queryset().defer("search")


class Statement(DatedModel):
    """Something said. Quotation marks are shown only for words that are verbatim in a stored version (Pareti 2013)."""

    class Speech(models.TextChoices):
        DIRECT = "direct", "in their own words"
        MIXED = "mixed", "reported, with quoted words"
        INDIRECT = "indirect", "reported"
        OFFICIAL_TEXT = "official_text", "official text"

    leader = models.ForeignKey(Leader, null=True, blank=True, on_delete=models.PROTECT, related_name="statements")
    speaker_name = models.CharField(max_length=160, blank=True, help_text="An office or institution, where no person.")
    country = models.ForeignKey(
        Country,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Whom the speaker speaks for.",
    )
    tenure = models.ForeignKey(Tenure, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_office_unknown = models.BooleanField(default=False)
    speech = models.CharField(max_length=16, choices=Speech)
    words = models.TextField(
        max_length=2000, help_text="Direct: the words; else our sentence, marks round quoted words."
    )
    language = models.CharField(max_length=8, default="en", help_text="BCP 47, of the words as stored.")
    is_translation = models.BooleanField(default=False, help_text="The source gives the words in translation.")
    cue = models.CharField(max_length=80, blank=True, help_text="The source's word of saying.")
    channel = models.CharField(max_length=120, blank=True, help_text="Press conference, post on X, interview ...")
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.PROTECT, related_name="statements")
    about = models.ManyToManyField(Country, related_name="+", blank=True, help_text="Countries that it speaks about.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Order among the event's statements.")
    version = models.PositiveIntegerField(default=1)
    published_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    search_keys = ArrayField(
        models.CharField(max_length=120),
        default=list,
        editable=False,
        help_text="Speaker, countries and when: /leaders/, /countries/, /months/.",
    )
    sort_date = models.GeneratedField(
        expression=Coalesce("earliest", "latest"), output_field=models.DateField(), db_persist=True
    )
    search = models.GeneratedField(
        expression=words_vector("words", "A") + words_vector("speaker_name", "B") + KeyVector("search_keys"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = StatementManager()

    class Meta:
        ordering = ("earliest", "id")
        indexes = [
            models.Index(fields=["sort_date", "id"], name="statement_sort"),
            models.Index(
                fields=["leader", "sort_date", "id"], condition=Q(withdrawn_at__isnull=True), name="statement_of_leader"
            ),
            models.Index(fields=["latest"], condition=IS_SPAN, name="statement_span"),
            models.Index(fields=["latest"], condition=IS_LONG, name="statement_long"),
            GinIndex(fields=["search"], name="statement_search", fastupdate=False),
        ]
        constraints = [
            *when_constraints("statement"),
            models.CheckConstraint(condition=~Q(words=""), name="statement_has_words"),
            models.CheckConstraint(
                condition=Q(leader__isnull=False) | ~Q(speaker_name=""), name="statement_has_speaker"
            ),
            models.CheckConstraint(
                condition=Q(leader__isnull=True) | Q(tenure__isnull=False) | Q(is_office_unknown=True),
                name="statement_office_known_or_said_unknown",
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="statement_version_from_one"),
            # That marks elsewhere stand round words of a passage, a trigger says (0041_words_in_passages).
            models.CheckConstraint(
                condition=~Q(speech="indirect", words__regex=r"“\s*[^”\s\u00a0]|«\s*[^»\s\u00a0]"),
                name="statement_reported_has_no_marks",
            ),
        ]

    def __str__(self):
        return f"{self.leader or self.speaker_name}: {self.words[:60]}"

    @property
    def speaker(self):
        """Return the name of who said it; of a person without a query where the leader is loaded."""
        return self.leader.name if self.leader else self.speaker_name


class Attribution(models.Model):
    """One link of the chain by which a saying reached us, outermost first: who reported that who said."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="attributions")
    position = models.PositiveSmallIntegerField()
    leader = models.ForeignKey(Leader, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=160, help_text="As shown: an agency, an outlet, an office or a person.")

    class Meta:
        ordering = ("statement_id", "position", "id")
        constraints = [models.UniqueConstraint(fields=["statement", "position"], name="attribution_unique")]

    def __str__(self):
        return self.name


class Claim(DatedModel):
    """A figure in a statement: what its speaker claims, not checked here. The date is the period that it covers."""

    class Direction(models.TextChoices):
        UP = "up", "up"
        DOWN = "down", "down"
        LEVEL = "level", "a level"

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="claims")
    subject = models.CharField(max_length=200, help_text="What is counted, in our words.")
    value = models.DecimalField(max_digits=20, decimal_places=4)
    unit = models.CharField(max_length=40, help_text="%, persons, US dollars ...")
    direction = models.CharField(max_length=8, choices=Direction)
    is_approximate = models.BooleanField(default=False)
    fact_check = models.URLField(
        max_length=2000, blank=True, help_text="Where others have checked the figure; empty: nowhere that is known."
    )

    class Meta:
        ordering = ("statement_id", "id")
        constraints = [*when_constraints("claim")]

    def __str__(self):
        return f"{self.value} {self.unit} {self.subject}"
