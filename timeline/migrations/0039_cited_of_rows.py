"""Keep with an event's row its sources as they are listed, so that a page of events need not read them by themselves.

Rows that are there were drawn by an older release, and so are drawn anew.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("timeline", "0038_follower")]

    operations = [
        migrations.AddField(
            "eventrow",
            "outlets",
            ArrayField(models.TextField(), default=list, help_text="Who published each of these sources.", size=None),
        ),
        migrations.AddField(
            "eventrow",
            "cited",
            ArrayField(
                models.TextField(),
                default=list,
                help_text="Each of these sources as an entry of a list, rendered too.",
                size=None,
            ),
        ),
    ]
