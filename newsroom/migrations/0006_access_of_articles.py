"""An article says who can read it where it was published, and when it was last changed there."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0005_decision_one_origin")]

    operations = [
        migrations.AddField(
            "article",
            "access",
            models.CharField(
                blank=True,
                choices=[
                    ("open", "open to all"),
                    ("registration", "after registration"),
                    ("paid", "for subscribers only"),
                ],
                help_text="Who can read it there; empty: not stated.",
                max_length=12,
            ),
        ),
        migrations.AddField(
            "article",
            "updated",
            models.CharField(blank=True, help_text="EDTF: when the outlet last changed it.", max_length=40),
        ),
    ]
