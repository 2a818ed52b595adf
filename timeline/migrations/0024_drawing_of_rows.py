"""Keep with an event's row the version of what drew it, so that an upgrade does not show rows of an older look.

Rows that are there have none, and so are drawn anew.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("timeline", "0023_kinds_of_seizure_and_inquiry")]

    operations = [
        migrations.AddField(
            "eventrow",
            "drawing",
            models.CharField(
                default="",
                help_text="The version of what drew it; one of an older release is drawn anew.",
                max_length=12,
            ),
        ),
        migrations.AddIndex("eventrow", models.Index(fields=["drawing", "event"], name="event_row_drawing")),
    ]
