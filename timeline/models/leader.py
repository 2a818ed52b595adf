"""Leaders, offices, and who held which office when."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GinIndex, GistIndex, OpClass
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Greatest
from django.utils.translation import get_language

from timeline.gazetteer.titles import feminine
from timeline.models.country import Country, DateRange
from timeline.models.vectors import NameKey


class Leader(models.Model):
    """A person who acts or speaks for a country or an organisation."""

    slug = models.SlugField(max_length=100, unique=True)
    name = models.CharField(max_length=120, help_text="The usual full name, with its accents.")
    family_name = models.CharField(max_length=80, blank=True, help_text="The part used alone; not always the last.")
    sort_key = models.CharField(max_length=120, help_text="Family name first, without accents and case.")
    pronoun = models.CharField(max_length=8, blank=True, help_text="she, he, or empty where not known.")
    wikidata = models.CharField(max_length=16, blank=True)
    source = models.CharField(max_length=200)
    name_key = models.GeneratedField(
        expression=NameKey("name"), output_field=models.CharField(max_length=240), db_persist=True
    )
    family_key = models.GeneratedField(
        expression=NameKey("family_name"), output_field=models.CharField(max_length=160), db_persist=True
    )

    class Meta:
        ordering = ("sort_key", "id")
        indexes = [
            # With the slug: else the planner would ask the index of trigrams who is called so, which is slow at it.
            models.Index(fields=["name_key"], include=["slug"], name="leader_called"),
            models.Index(fields=["family_key"], name="leader_family_key"),
            models.Index(fields=["sort_key", "id"], name="leader_in_order"),
            GinIndex(OpClass(F("sort_key"), name="gin_trgm_ops"), name="leader_words"),
        ]

    def __str__(self):
        return self.name


class LeaderName(models.Model):
    """Another form of a leader's name: without accents, transliterated, short, or a known misspelling."""

    class Kind(models.TextChoices):
        ALIAS = "alias", "also called"
        TRANSLITERATION = "transliteration", "transliteration"
        ABBREVIATION = "abbreviation", "abbreviation"
        MISSPELLING = "misspelling", "misspelling"

    leader = models.ForeignKey(Leader, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(max_length=160)
    search_key = models.CharField(max_length=160, db_index=True)
    kind = models.CharField(max_length=16, choices=Kind)

    class Meta:
        ordering = ("leader_id", "text", "id")
        indexes = [GistIndex(OpClass(F("search_key"), name="gist_trgm_ops"), name="leader_name_near")]
        constraints = [models.UniqueConstraint(fields=["leader", "text"], name="leader_name_unique")]

    def __str__(self):
        return self.text


class Office(models.Model):
    """An office of a country: its head of state, of government, its foreign minister, a spokesperson ..."""

    class Kind(models.TextChoices):
        HEAD_OF_STATE = "head_of_state", "head of state"
        HEAD_OF_GOVERNMENT = "head_of_government", "head of government"
        HEAD_OF_STATE_AND_GOVERNMENT = "head_of_state_and_government", "head of state and government"
        FOREIGN_MINISTER = "foreign_minister", "foreign minister"
        OTHER_MINISTER = "other_minister", "other minister"
        SPOKESPERSON = "spokesperson", "spokesperson"
        AMBASSADOR = "ambassador", "ambassador"
        OTHER = "other", "other office"

    class Level(models.TextChoices):
        LEADER = "leader", "leader"
        MINISTER = "minister", "minister"
        OFFICIAL = "official", "official"

    slug = models.SlugField(max_length=120, unique=True)
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="offices")
    title = models.CharField(max_length=120, help_text="In English: President, Secretary of State ...")
    title_es = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=32, choices=Kind)
    level = models.CharField(max_length=10, choices=Level)
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ("country_id", "slug", "id")

    def __str__(self):
        return f"{self.title} ({self.country})"

    @property
    def label(self) -> str:
        """Return the title in the language of the page, the English one where it has none there."""
        return (get_language() == "es" and self.title_es) or self.title

    def held_by(self, leader: Leader | None) -> str:
        """Return the title as it is said of a person; of one whose pronoun is not known, both forms."""
        return title_of(self.title, self.title_es, leader.pronoun) if leader else self.label


def title_of(title: str, title_es: str, pronoun: str) -> str:
    """Return an office's title as it is said of a person; of one whose pronoun is not known, both forms."""
    if get_language() != "es" or not title_es:
        return title
    of_woman = feminine(title_es)
    if pronoun == "he" or of_woman == title_es:
        return title_es
    return of_woman if pronoun == "she" else f"{title_es} / {of_woman}"


# The first day on which the office may have been left; a start and an end within one month may be given in any order.
CERTAIN_END = Case(
    When(ended_earliest__isnull=True, then=Value(None, output_field=models.DateField())),
    default=Greatest("started_latest", "ended_earliest"),
    output_field=models.DateField(),
)


class Tenure(models.Model):
    """A spell in an office. The title shown at an event is the one held on that day."""

    leader = models.ForeignKey(Leader, on_delete=models.PROTECT, related_name="tenures")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="tenures")
    started = models.CharField(max_length=40, help_text="EDTF.")
    started_earliest = models.DateField(null=True, help_text="Empty: some day before started_latest.")
    started_latest = models.DateField()
    ended = models.CharField(max_length=40, blank=True, help_text="EDTF; empty while it lasts or where not known.")
    ended_earliest = models.DateField(null=True, blank=True)
    ended_latest = models.DateField(null=True, blank=True)
    is_acting = models.BooleanField(default=False)
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ("started_latest", "id")
        constraints = [
            models.UniqueConstraint(fields=["leader", "office", "started"], name="tenure_unique"),
            models.CheckConstraint(
                condition=Q(started_earliest__isnull=True) | Q(started_earliest__lte=F("started_latest")),
                name="tenure_start_bounds_in_order",
            ),
            models.CheckConstraint(
                condition=Q(ended_earliest__isnull=True)
                | Q(ended_latest__isnull=True)
                | Q(ended_earliest__lte=F("ended_latest")),
                name="tenure_end_bounds_in_order",
            ),
            models.CheckConstraint(
                condition=Q(started_earliest__isnull=True)
                | Q(ended_latest__isnull=True)
                | Q(started_earliest__lte=F("ended_latest")),
                name="tenure_starts_before_it_ends",
            ),
            models.CheckConstraint(
                condition=~Q(ended="") | Q(ended_earliest__isnull=True, ended_latest__isnull=True),
                name="tenure_end_and_bounds_agree",
            ),
            # Its index is asked who holds an office too: the planner prefers it to a smaller one of offices alone.
            ExclusionConstraint(
                name="tenure_no_overlap",
                expressions=[
                    ("office", RangeOperators.EQUAL),
                    ("leader", RangeOperators.EQUAL),
                    (DateRange("started_latest", CERTAIN_END), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self):
        return f"{self.leader}: {self.office}, {self.started}–{self.ended}"

    def covers(self, earliest: date | None, latest: date | None) -> bool:
        """Say whether the office can have been held during the whole span; an open bound counts as near the other."""
        first, last = earliest or latest, latest or earliest
        begun = last is None or self.started_earliest is None or self.started_earliest <= last
        return begun and (first is None or self.ended_latest is None or first <= self.ended_latest)
