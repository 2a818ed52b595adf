"""The chain over all that was ever published."""

from django.db import models

from timeline.models.revision import Revision


class Seal(models.Model):
    """A revision's place in the chain: its number and a hash over itself and the hash before it.

    The database adds it at the commit (trigger), whoever writes. Rows are only ever added.
    """

    number = models.BigIntegerField(primary_key=True, help_text="From 1, in the order of the commits, without a gap.")
    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, related_name="seal")
    hash = models.CharField(
        max_length=64, help_text="SHA-256, in hexadecimal digits. That of the last one is the head of the chain."
    )

    class Meta:
        ordering = ("number",)

    def __str__(self):
        return f"{self.number}: {self.hash}"
