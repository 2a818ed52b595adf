"""The columns in which a row keeps a date as its source gives it."""

from django.db import models
from django.db.models import F, Q

from timeline.values import When

# More days between the bounds than those of nearly all uncertain dates: by such rows the others are found faster.
LONG_SPAN = 366
IS_SPAN = Q(latest__gt=F("earliest"))
IS_LONG = Q(latest__gt=F("earliest") + LONG_SPAN)


class DatedModel(models.Model):
    """A row with a date: EDTF is the truth; the bounds serve sorting and filters; the words are the source's."""

    edtf = models.CharField(max_length=80, help_text="ISO 8601-2 (EDTF), the subset of docs/data-model.md.")
    earliest = models.DateField(null=True, blank=True, help_text="The first day it can be; empty: open.")
    latest = models.DateField(null=True, blank=True, help_text="The last day it can be; empty: open.")
    precision = models.CharField(max_length=8, help_text="day, week, third, month, season, year or range.")
    source_words = models.CharField(max_length=160, blank=True, help_text="The words of the source for the date.")
    resolved_from = models.CharField(max_length=200, blank=True, help_text="The rule and base by which it was read.")

    class Meta:
        abstract = True

    @property
    def when(self):
        """Return the date as a value."""
        return When.parse(self.edtf)

    def set_when(self, when: When, source_words: str = "", resolved_from: str = "") -> None:
        """Fill all columns of the date from a value."""
        self.edtf, self.precision = when.edtf, when.precision
        self.earliest, self.latest = when.earliest, when.latest
        self.source_words, self.resolved_from = source_words, resolved_from


def when_constraints(name, prefix=""):
    """Return the constraints on one pair of bounds: in order, and one of them known."""
    earliest, latest = f"{prefix}earliest", f"{prefix}latest"
    open_first, open_last = Q(**{f"{earliest}__isnull": True}), Q(**{f"{latest}__isnull": True})
    return [
        models.CheckConstraint(
            condition=open_first | open_last | Q(**{f"{earliest}__lte": F(latest)}),
            name=f"{name}_{prefix}bounds_in_order",
        ),
        models.CheckConstraint(condition=~(open_first & open_last), name=f"{name}_{prefix}has_a_bound"),
    ]
