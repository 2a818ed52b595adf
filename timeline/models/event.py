"""Events, who took part in them, and how they hang together."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, ExtractDay, ExtractMonth

from timeline.kinds import KINDS
from timeline.models.country import Country
from timeline.models.leader import Leader, Office, Tenure
from timeline.models.vectors import KeyVector, words_vector
from timeline.models.when import IS_LONG, IS_SPAN, DatedModel, when_constraints
from timeline.topics import TOPICS


class Modality(models.TextChoices):
    """Whether the act took place. A threat, an offer, a refusal is a kind of act and happened."""

    HAPPENED = "happened", "happened"
    PLANNED = "planned", "planned"
    CANCELLED = "cancelled", "cancelled"
    NEGATED = "negated", "did not happen"
    ALLEGED = "alleged", "alleged"
    HYPOTHETICAL = "hypothetical", "conditional"


class EventManager(models.Manager["Event"]):
    """Leave the words for the search in the database: only the search needs them."""

    def get_queryset(self):
        """Return all events without their word lists."""
        return super().get_queryset().defer("search")


class Event(DatedModel):
    """Something that countries did, planned, refused or said they would do, in our own words."""

    title = models.CharField(max_length=160)
    slug = models.SlugField(max_length=160, help_text="Made from the title; the address is kept by the id alone.")
    summary = models.TextField(max_length=1200, blank=True)
    kind = models.CharField(max_length=32, choices=[(key, kind.label) for key, kind in KINDS.items()])
    modality = models.CharField(max_length=12, choices=Modality)
    level = models.CharField(max_length=10, choices=Office.Level, help_text="Of the highest person who took part.")
    place = models.CharField(max_length=120, blank=True)
    time_zone = models.CharField(max_length=64, blank=True, help_text="IANA zone of the place.")
    day_order = models.SmallIntegerField(default=0, help_text="Order within a day, where the sources give one.")
    version = models.PositiveIntegerField(default=1, help_text="The number of the published revision.")
    published_at = models.DateTimeField(help_text="When the first version was published.")
    updated_at = models.DateTimeField(help_text="When this version was published.")
    corrected_at = models.DateTimeField(null=True, blank=True, help_text="When a correction was last published.")
    withdrawn_at = models.DateTimeField(null=True, blank=True, help_text="Set: only a tombstone is shown.")
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged_from")
    pairs = ArrayField(
        models.BigIntegerField(), default=list, editable=False, help_text="Read model: the pairs that list it."
    )
    search_keys = ArrayField(
        models.CharField(max_length=120),
        default=list,
        editable=False,
        help_text="Read model: who took part and when: /countries/, /leaders/, /months/.",
    )
    sort_date = models.GeneratedField(
        expression=Coalesce("earliest", "latest"), output_field=models.DateField(), db_persist=True
    )
    search = models.GeneratedField(
        expression=words_vector("title", "A") + words_vector("summary", "B") + KeyVector("search_keys"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = EventManager()

    class Meta:
        ordering = ("earliest", "id")
        indexes = [
            models.Index(fields=["sort_date", "id"], name="event_sort"),
            # Those that may lie in dates before which they are ordered; a search looks for long ones by themselves.
            models.Index(fields=["latest"], condition=IS_SPAN, name="event_span"),
            models.Index(fields=["latest"], condition=IS_LONG, name="event_long"),
            # What happened on this day of any year.
            models.Index(
                ExtractMonth("sort_date"),
                ExtractDay("sort_date"),
                F("sort_date").desc(),
                condition=Q(precision="day"),
                name="event_day_of_year",
            ),
            # Read far more often than written: no pending list that a search would have to go through. Words alone are
            # looked for in the same index, at the same cost.
            GinIndex(fields=["pairs", "search"], name="event_pairs_search", fastupdate=False),
        ]
        constraints = [
            *when_constraints("event"),
            models.CheckConstraint(condition=~Q(title=""), name="event_has_title"),
            models.CheckConstraint(condition=Q(kind__in=list(KINDS)), name="event_kind_known"),
            models.CheckConstraint(condition=Q(modality__in=Modality.values), name="event_modality_known"),
            models.CheckConstraint(condition=Q(version__gte=1), name="event_version_from_one"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | Q(withdrawn_at__isnull=False), name="event_merged_is_withdrawn"
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")), name="event_not_merged_into_itself"
            ),
        ]

    def __str__(self):
        return self.title


class Participation(models.Model):
    """A country's part in an event, with the person who acted for it. Only parties file an event under a pair."""

    class Role(models.TextChoices):
        PARTY = "party", "party"
        MEDIATOR = "mediator", "mediator"
        HOST = "host", "host"
        TOPIC = "topic", "topic"
        MENTIONED = "mentioned", "mentioned"

    class Side(models.TextChoices):
        ACTOR = "actor", "actor"
        RECIPIENT = "recipient", "recipient"

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="participations")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="+")
    leader = models.ForeignKey(Leader, null=True, blank=True, on_delete=models.PROTECT, related_name="participations")
    tenure = models.ForeignKey(Tenure, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_office_unknown = models.BooleanField(default=False, help_text="The office on the day is not known.")
    role = models.CharField(max_length=10, choices=Role)
    side = models.CharField(
        max_length=10, choices=Side, help_text="PLOVER: actor or recipient; in a joint act, all act."
    )
    is_pairwise = models.BooleanField(
        default=False, help_text="In a multilateral event: the countries so marked acted as pairs."
    )
    position = models.PositiveSmallIntegerField(default=0, help_text="Order on the event's page.")

    class Meta:
        ordering = ("event_id", "position", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "country", "leader", "role"], nulls_distinct=False, name="participation_unique"
            ),
            models.CheckConstraint(
                condition=Q(leader__isnull=True) | Q(tenure__isnull=False) | Q(is_office_unknown=True),
                name="participation_office_known_or_said_unknown",
            ),
            models.CheckConstraint(
                condition=Q(leader__isnull=False) | Q(tenure__isnull=True), name="participation_tenure_of_a_leader"
            ),
        ]

    def __str__(self):
        return f"{self.leader or self.country}: {self.event}"


class EventTopic(models.Model):
    """One topic of an event: what the act was about, as a context of PLOVER 2.0."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="topics")
    topic = models.CharField(max_length=24, choices=[(key, topic.label) for key, topic in TOPICS.items()])

    class Meta:
        ordering = ("event_id", "topic", "id")
        constraints = [
            models.UniqueConstraint(fields=["event", "topic"], name="event_topic_unique"),
            models.CheckConstraint(condition=Q(topic__in=list(TOPICS)), name="event_topic_known"),
        ]

    def __str__(self):
        return f"{self.event_id} {self.topic}"


class EventLink(models.Model):
    """A typed link from a later event to an earlier one."""

    class Kind(models.TextChoices):
        FOLLOWS = "follows", "follows"
        ANSWERS = "answers", "answers"
        RESCHEDULES = "reschedules", "reschedules"
        PART_OF = "part_of", "is part of"

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="links_out")
    to_event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="links_in")
    kind = models.CharField(max_length=12, choices=Kind)

    class Meta:
        ordering = ("event_id", "kind", "id")
        constraints = [
            models.UniqueConstraint(fields=["event", "to_event", "kind"], name="event_link_unique"),
            models.CheckConstraint(condition=~Q(event=F("to_event")), name="event_link_to_another"),
        ]

    def __str__(self):
        return f"{self.event_id} {self.kind} {self.to_event_id}"


class Thread(models.Model):
    """A story that an editor puts in order, such as the calls between two presidents."""

    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=160)
    summary = models.TextField(max_length=1200, blank=True)
    updated_at = models.DateTimeField()

    class Meta:
        ordering = ("title", "id")

    def __str__(self):
        return self.title


class ThreadEvent(models.Model):
    """An event's place in a thread."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="entries")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="thread_entries")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("thread_id", "position", "id")
        constraints = [
            models.UniqueConstraint(fields=["thread", "event"], name="thread_event_unique"),
            models.UniqueConstraint(
                fields=["thread", "position"], name="thread_position_unique", deferrable=models.Deferrable.DEFERRED
            ),
        ]

    def __str__(self):
        return f"{self.thread_id}.{self.position}"
