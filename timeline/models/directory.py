"""The version of what pages say of countries, leaders, offices, tenures and coverage, whoever changes them."""

from django.db import models


class DirectoryVersion(models.Model):
    """One row, which the database raises itself: kept pages show a changed name or tenure at once."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    version = models.PositiveBigIntegerField(help_text="Rises with every statement that writes one of these tables.")
    changed_at = models.DateTimeField(help_text="When it last rose.")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="directory_version_is_one")]

    def __str__(self):
        return str(self.version)
