"""What the search needs beside the record: the words that it knows, and what was looked for in vain."""

from django.contrib.postgres.indexes import GistIndex, OpClass
from django.db import models
from django.db.models import F, Q


class SearchWord(models.Model):
    """A word of an event's title or summary, without accents and case: from these the nearest spellings are taken."""

    word = models.CharField(max_length=40, unique=True)

    class Meta:
        indexes = [GistIndex(OpClass(F("word"), name="gist_trgm_ops"), name="search_word_near")]

    def __str__(self):
        return self.word


class FailedSearch(models.Model):
    """What was looked for in one week and not found. Nothing is kept of who looked, or when on which day."""

    week = models.DateField(help_text="The Monday of the week.")
    text = models.CharField(max_length=80, help_text="The words without accents and case.")
    count = models.PositiveIntegerField(default=1, help_text="How often in that week.")

    class Meta:
        ordering = ("-week", "-count", "text", "id")
        constraints = [
            models.UniqueConstraint(fields=["week", "text"], name="failed_search_unique"),
            models.CheckConstraint(condition=~Q(text=""), name="failed_search_says_something"),
        ]

    def __str__(self):
        return f"{self.week}: {self.text}"
