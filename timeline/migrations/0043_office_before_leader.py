"""Let the index that keeps tenures apart begin with the office: who holds one reads 4 of its pages instead of 37."""

import django.contrib.postgres.constraints
import django.db.models.functions.comparison
from django.db import migrations, models

import timeline.models.country


class Migration(migrations.Migration):
    dependencies = [
        ("timeline", "0042_sources_of_an_outlet"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="tenure",
            name="tenure_no_overlap",
        ),
        migrations.AddConstraint(
            model_name="tenure",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("office", "="),
                    ("leader", "="),
                    (
                        timeline.models.country.DateRange(
                            "started_latest",
                            models.Case(
                                models.When(
                                    ended_earliest__isnull=True,
                                    then=models.Value(None, output_field=models.DateField()),
                                ),
                                default=django.db.models.functions.comparison.Greatest(
                                    "started_latest", "ended_earliest"
                                ),
                                output_field=models.DateField(),
                            ),
                        ),
                        "&&",
                    ),
                ],
                name="tenure_no_overlap",
            ),
        ),
    ]
