"""A source says who can read it: everybody, those who register, or subscribers."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("timeline", "0028_long_spans_of_lists")]

    operations = [
        migrations.AddField(
            "source",
            "access",
            models.CharField(
                blank=True,
                choices=[
                    ("open", "open to all"),
                    ("registration", "after registration"),
                    ("paid", "for subscribers only"),
                ],
                db_default="",
                default="",
                help_text="Who can read it at its address; empty: not stated.",
                max_length=12,
            ),
        ),
    ]
