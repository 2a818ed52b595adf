"""Read models: written in the transaction that writes an event, equal to a rebuild, and nothing's only home."""

from django.db import models
from django.db.models import F, Q

from timeline.models.country import Country
from timeline.models.event import Event


class Pair(models.Model):
    """Two countries with events between them; the version is the ETag and cache key of all their lists."""

    first = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="+", help_text="By slug, the first.")
    second = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveBigIntegerField(default=1)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="pair_unique"),
            models.CheckConstraint(condition=~Q(first=F("second")), name="pair_of_two"),
        ]

    def __str__(self):
        return f"{self.first} and {self.second}"


class EventOrder(models.Model):
    """The columns that order events: (sort_date, span_days, day_order, event), total and the same on every page."""

    sort_date = models.DateField(help_text="The earliest day, or the latest where that is open.")
    span_days = models.IntegerField(help_text="Days between the bounds: the more exact comes first.")
    day_order = models.SmallIntegerField()
    last_date = models.DateField(help_text="The latest day, or the earliest where that is open.")
    kind = models.CharField(max_length=32)
    modality = models.CharField(max_length=12)
    level = models.CharField(max_length=10)
    published_at = models.DateTimeField()
    is_party = models.BooleanField(help_text="False: only mentioned, or there as host, mediator or topic.")

    class Meta:
        abstract = True


class EventPair(EventOrder):
    """An event under a pair. Lists, counts, density and feeds read this."""

    class Side(models.TextChoices):
        FIRST = "first", "the first country acts"
        JOINT = "joint", "both act"
        SECOND = "second", "the second country acts"

    pair = models.ForeignKey(Pair, on_delete=models.CASCADE, related_name="rows")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="pair_rows")
    side = models.CharField(max_length=6, choices=Side)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pair", "event"], name="event_pair_unique")]
        indexes = [
            models.Index(
                fields=["pair", "is_party", "sort_date", "span_days", "day_order", "event"], name="event_pair_order"
            ),
            models.Index(fields=["pair", "published_at", "event"], name="event_pair_published"),
            models.Index(fields=["pair", "kind", "sort_date"], name="event_pair_kind"),
        ]

    def __str__(self):
        return f"{self.pair_id}: {self.event_id}"


class EventCountry(EventOrder):
    """An event under one country."""

    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="rows")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="country_rows")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["country", "event"], name="event_country_unique")]
        indexes = [
            models.Index(
                fields=["country", "is_party", "sort_date", "span_days", "day_order", "event"],
                name="event_country_order",
            ),
        ]

    def __str__(self):
        return f"{self.country_id}: {self.event_id}"


class PairFacet(models.Model):
    """How many events of a pair's default list (parties, happened) have one value of one dimension."""

    class Dimension(models.TextChoices):
        TOTAL = "total", "all"
        KIND = "kind", "kind"
        YEAR = "year", "year"
        MONTH = "month", "month and side"
        LEADER = "leader", "leader"
        LEVEL = "level", "level"
        MODALITY = "modality", "modality, of all modalities"

    pair = models.ForeignKey(Pair, on_delete=models.CASCADE, related_name="facets")
    dimension = models.CharField(max_length=10, choices=Dimension)
    key = models.CharField(max_length=40, help_text="month: 2026-01:joint; leader: the id; total: empty.")
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pair", "dimension", "key"], include=["count"], name="pair_facet_unique"),
            models.CheckConstraint(condition=Q(count__gt=0), name="pair_facet_counts_something"),
        ]

    def __str__(self):
        return f"{self.pair_id} {self.dimension} {self.key}: {self.count}"


class EventRow(models.Model):
    """An event's row in a list, rendered once for each version and language. Side and place are the wrapper's."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="rows")
    language = models.CharField(max_length=8)
    version = models.PositiveIntegerField()
    html = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "language"], name="event_row_unique")]

    def __str__(self):
        return f"{self.event_id} {self.language}"
