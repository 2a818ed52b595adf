"""Read models: written in the transaction that writes an event, equal to a rebuild, and nothing's only home."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from timeline.models.country import Country
from timeline.models.event import Event, Modality

PLACE = ("sort_date", "span_days", "day_order", "event")
# In days: of an event that may lie in more than a month a list asks apart.
LONG_SPAN_OF_LISTS = 31
IS_LONG_SPAN, REACH = Q(span_days__gt=LONG_SPAN_OF_LISTS), ("last_date", "sort_date")


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
    leaders = ArrayField(models.BigIntegerField(), default=list, help_text="Who took part, in whatever role, by id.")
    topics = ArrayField(models.CharField(max_length=24), default=list)
    speech = ArrayField(
        models.CharField(max_length=16), default=list, help_text="How its statements are given: each form once."
    )

    class Meta:
        abstract = True


class EventPair(EventOrder):
    """An event under a pair. Lists, counts, density and feeds read this."""

    class Side(models.TextChoices):
        FIRST = "first", "the first country acts"
        JOINT = "joint", "both act"
        SECOND = "second", "the second country acts"

    pair = models.ForeignKey(Pair, on_delete=models.CASCADE, related_name="rows", db_index=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="pair_rows")
    side = models.CharField(max_length=6, choices=Side)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pair", "event"], name="event_pair_unique")]
        indexes = [
            models.Index(fields=["pair", "is_party", *PLACE], name="event_pair_order"),
            models.Index(fields=["pair", "published_at", "event"], name="event_pair_published"),
            models.Index(fields=["pair", "kind", "is_party", *PLACE], name="event_pair_kind_order"),
            # For what began long before the dates that are asked for, and may reach into them.
            models.Index(fields=["pair", *REACH], condition=IS_LONG_SPAN, name="event_pair_long_span"),
        ]

    def __str__(self):
        return f"{self.pair_id}: {self.event_id}"


class EventCountry(EventOrder):
    """An event under one country."""

    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="rows", db_index=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="country_rows")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["country", "event"], name="event_country_unique")]
        indexes = [
            models.Index(fields=["country", "is_party", *PLACE], name="event_country_order"),
            models.Index(fields=["country", "kind", "is_party", *PLACE], name="event_country_kind_order"),
            models.Index(fields=["country", *REACH], condition=IS_LONG_SPAN, name="event_country_long_span"),
            GinIndex(fields=["leaders"], name="event_country_leaders"),
        ]

    def __str__(self):
        return f"{self.country_id}: {self.event_id}"


class EventEntry(EventOrder):
    """An event in the record as a whole, once: archives by date, a leader's events, threads, what a search found."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, primary_key=True, related_name="entry")
    took_part = ArrayField(
        models.BigIntegerField(), default=list, help_text="Who was there as party, mediator or host, by id."
    )
    countries = ArrayField(models.BigIntegerField(), default=list, help_text="The parties, by id.")

    class Meta:
        indexes = [
            # With the modality, so that what happened is counted by the index alone.
            models.Index(fields=[*PLACE], include=["modality"], name="event_entry_order"),
            GinIndex(fields=["took_part"], name="event_entry_took_part"),
        ]

    def __str__(self):
        return f"{self.event_id}"


class EventPairKey(models.Model):
    """An event under a pair by one leader or topic, in the order of lists: so that few among many are found at once."""

    pk = models.CompositePrimaryKey("pair_id", "key", "is_party", "sort_date", "span_days", "day_order", "event_id")
    pair = models.ForeignKey(Pair, on_delete=models.CASCADE, db_index=False, related_name="+")
    key = models.CharField(max_length=32, help_text="leader:7 or topic:cyber.")
    is_party = models.BooleanField()
    sort_date = models.DateField()
    span_days = models.IntegerField()
    day_order = models.SmallIntegerField()
    event = models.ForeignKey(Event, on_delete=models.CASCADE, db_index=False, related_name="+")
    row = models.ForeignKey(EventPair, on_delete=models.CASCADE, related_name="keys", help_text="All else of it.")

    def __str__(self):
        return f"{self.pair_id} {self.key}: {self.event_id}"


class Facet(models.Model):
    """How many events of one modality, as parties or mentioned, have one value of one dimension."""

    class Dimension(models.TextChoices):
        TOTAL = "total", "all"
        KIND = "kind", "kind"
        LEVEL = "level", "level"
        LEADER = "leader", "leader"
        TOPIC = "topic", "topic"
        SPEECH = "speech", "form of speech"
        YEAR = "year", "year and side, of what happened between parties"
        MONTH = "month", "month and side, of the same"
        CONTACT = "contact", "level and years of contacts, of the same"

    dimension = models.CharField(max_length=10, choices=Dimension)
    key = models.CharField(
        max_length=40,
        help_text="year: 2026:joint; month: 2026-01:joint; contact: leader:2025:2026; leader: the id; total: empty.",
    )
    modality = models.CharField(max_length=12)
    is_party = models.BooleanField()
    count = models.PositiveIntegerField()

    class Meta:
        abstract = True


class FacetQuerySet(models.QuerySet[Any]):
    """The counts of pairs or countries."""

    def of_default_lists(self) -> FacetQuerySet:
        """Return those that count what happened between parties."""
        return self.filter(modality=Modality.HAPPENED, is_party=True)

    def totals(self) -> FacetQuerySet:
        """Return of each pair or country the number of events in its default list."""
        return self.of_default_lists().filter(dimension=Facet.Dimension.TOTAL)


class PairFacet(Facet):
    """The counts of a pair. Those of its default list are the parties' that happened."""

    pair = models.ForeignKey(Pair, on_delete=models.CASCADE, related_name="facets", db_index=False)

    objects = FacetQuerySet.as_manager()

    class Meta:
        indexes = [
            # The busiest pairs of the record, and how many pairs it has.
            models.Index(
                fields=["-count", "pair"],
                condition=Q(dimension="total", is_party=True, modality="happened"),
                name="pair_facet_totals",
            ),
            # How many events a pair's list would have of each modality, and with mentions.
            models.Index(
                fields=["pair"],
                include=["is_party", "modality", "count"],
                condition=Q(dimension="total"),
                name="pair_facet_shown",
            ),
            # The leaders of a list that are named first.
            models.Index(
                fields=["pair", "is_party", "modality", "-count", "key"],
                condition=Q(dimension="leader"),
                name="pair_facet_leaders",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["pair", "is_party", "modality", "dimension", "key"], include=["count"], name="pair_facet_unique"
            ),
            models.CheckConstraint(condition=Q(count__gt=0), name="pair_facet_counts_something"),
        ]

    def __str__(self):
        return f"{self.pair_id} {self.dimension} {self.key}: {self.count}"


class CountryFacet(Facet):
    """The counts of a country, without years and months."""

    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="facets", db_index=False)

    objects = FacetQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["country"],
                condition=Q(dimension="total", is_party=True, modality="happened"),
                include=["count"],
                name="country_facet_totals",
            ),
            models.Index(
                fields=["country", "is_party", "modality", "-count", "key"],
                condition=Q(dimension="leader"),
                name="country_facet_leaders",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "is_party", "modality", "dimension", "key"],
                include=["count"],
                name="country_facet_unique",
            ),
            models.CheckConstraint(condition=Q(count__gt=0), name="country_facet_counts_something"),
        ]

    def __str__(self):
        return f"{self.country_id} {self.dimension} {self.key}: {self.count}"


class EventRow(models.Model):
    """An event's row in a list, rendered once for each version and language. Side and place are the wrapper's."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="rows", db_index=False)
    language = models.CharField(max_length=8)
    version = models.PositiveIntegerField()
    html = models.TextField()
    sources = ArrayField(
        models.BigIntegerField(), default=list, help_text="What the event and who took part rest on, by id."
    )
    outlets = ArrayField(models.TextField(), default=list, help_text="Who published each of these sources.")
    cited = ArrayField(
        models.TextField(), default=list, help_text="Each of these sources as an entry of a list, rendered too."
    )
    drawing = models.CharField(
        max_length=12, default="", help_text="The version of what drew it; one of an older release is drawn anew."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "language"], name="event_row_unique")]
        indexes = [models.Index(fields=["drawing", "event"], name="event_row_drawing")]

    def __str__(self):
        return f"{self.event_id} {self.language}"


class RecordCount(models.Model):
    """How many rows of one sort came or went. The sum is how many there are; triggers write it, and keep it short."""

    what = models.CharField(max_length=10, help_text="events, statements, sources or pairs.")
    change = models.BigIntegerField(help_text="How many came, or went where it is negative.")

    def __str__(self):
        return f"{self.what} {self.change:+}"
