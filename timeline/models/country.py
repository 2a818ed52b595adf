"""Countries and organisations, their dated names, and who followed whom."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GistIndex, OpClass
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import get_language

from timeline.models.when import when_constraints


class DateRange(Func):
    """Build a daterange from two nullable dates; a null end is open."""

    function = "daterange"


class Country(models.Model):
    """A party of the record: a state, a former state, a territory or an organisation (ISO 3166-1, 3166-3, COW)."""

    class Kind(models.TextChoices):
        STATE = "state", "state"
        FORMER_STATE = "former_state", "former state"
        PARTLY_RECOGNISED = "partly_recognised", "partly recognised state"
        TERRITORY = "territory", "territory"
        ORGANISATION = "organisation", "organisation"

    slug = models.SlugField(max_length=80, unique=True, help_text="The key in addresses.")
    name = models.CharField(max_length=120, help_text="The short English name shown today.")
    name_es = models.CharField(max_length=120, blank=True, help_text="The short Spanish name shown today.")
    sort_key = models.CharField(max_length=120, help_text="The name without accents and case, for ordering.")
    kind = models.CharField(max_length=20, choices=Kind)
    iso2 = models.CharField(max_length=2, blank=True, help_text="ISO 3166-1 alpha-2; XK for Kosovo.")
    iso3 = models.CharField(max_length=3, blank=True, help_text="ISO 3166-1 alpha-3.")
    iso_numeric = models.CharField(max_length=3, blank=True, help_text="ISO 3166-1 numeric, which is UN M49.")
    iso3166_3 = models.CharField(max_length=4, blank=True, help_text="ISO 3166-3 four-letter code of a former state.")
    cow = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Correlates of War state number.")
    wikidata = models.CharField(max_length=16, blank=True, help_text="Wikidata item.")
    existed_from = models.CharField(max_length=40, blank=True, help_text="EDTF; empty where not recorded.")
    existed_until = models.CharField(max_length=40, blank=True, help_text="EDTF; empty where it still exists.")
    definite_article = models.BooleanField(default=False, help_text="Whether running text says “the” before the name.")
    source = models.CharField(max_length=200, help_text="Where these facts are from.")

    class Meta:
        ordering = ("sort_key", "id")
        verbose_name_plural = "countries"
        constraints = [
            models.UniqueConstraint(fields=["iso2"], condition=~Q(iso2=""), name="country_iso2_unique"),
            models.UniqueConstraint(fields=["iso3"], condition=~Q(iso3=""), name="country_iso3_unique"),
            models.UniqueConstraint(fields=["iso3166_3"], condition=~Q(iso3166_3=""), name="country_iso3166_3_unique"),
            models.CheckConstraint(
                condition=~Q(kind="former_state") | ~Q(existed_until=""), name="country_former_state_has_end"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def label(self) -> str:
        """Return the name in the language of the page, the English one where it has none there."""
        return label_of(self.name, self.name_es)

    @property
    def in_text(self):
        """Return the name as running text has it; English puts an article before some."""
        return f"the {self.name}" if self.definite_article and self.label == self.name else self.label


def label_of(name: str, name_es: str) -> str:
    """Return a country's name in the language of the page, the English one where it has none there."""
    return (get_language() == "es" and name_es) or name


class CountryName(models.Model):
    """A name by which a country is or was called, dated where it changed."""

    class Kind(models.TextChoices):
        SHORT = "short", "short name"
        OFFICIAL = "official", "official name"
        DEMONYM = "demonym", "demonym"
        CAPITAL_AS_GOVERNMENT = "capital_as_government", "place that stands for the government"
        FORMER = "former", "former name"
        ABBREVIATION = "abbreviation", "abbreviation"

    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(max_length=160)
    search_key = models.CharField(max_length=160, db_index=True, help_text="The text without accents and case.")
    language = models.CharField(max_length=8, help_text="BCP 47.")
    kind = models.CharField(max_length=24, choices=Kind)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True, help_text="The first day on which it no longer held.")
    is_ambiguous = models.BooleanField(default=False, help_text="Whether it also names something else.")
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ("country_id", "language", "kind", "id")
        indexes = [GistIndex(OpClass(F("search_key"), name="gist_trgm_ops"), name="country_name_near")]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "text", "language", "kind", "valid_from"],
                nulls_distinct=False,
                name="country_name_unique",
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True) | Q(valid_until__isnull=True) | Q(valid_from__lt=F("valid_until")),
                name="country_name_dates_in_order",
            ),
            ExclusionConstraint(
                name="country_name_one_short_name_at_a_time",
                expressions=[
                    ("country", RangeOperators.EQUAL),
                    ("language", RangeOperators.EQUAL),
                    (DateRange("valid_from", "valid_until"), RangeOperators.OVERLAPS),
                ],
                condition=Q(kind="short"),
            ),
        ]

    def __str__(self):
        return self.text


class Succession(models.Model):
    """One country following another."""

    class Kind(models.TextChoices):
        CONTINUATION = "continuation", "continuation"
        DISSOLUTION = "dissolution", "dissolution"
        SECESSION = "secession", "secession"
        MERGER = "merger", "merger"
        RENAME = "rename", "change of name"

    predecessor = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="successions_out")
    successor = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="successions_in")
    kind = models.CharField(max_length=16, choices=Kind)
    edtf = models.CharField(max_length=40, help_text="When, as EDTF.")
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ("earliest", "id")
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_unique"),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="succession_of_another"),
            *when_constraints("succession"),
        ]

    def __str__(self):
        return f"{self.predecessor} → {self.successor}"
