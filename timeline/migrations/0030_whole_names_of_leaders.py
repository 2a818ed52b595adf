"""Answer who is called so from an index alone, which the index of trigrams, that is slow at it, does not undercut."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("timeline", "0029_access_of_sources")]

    operations = [
        migrations.AddIndex("leader", models.Index(fields=["name_key"], include=["slug"], name="leader_called")),
        migrations.RemoveIndex("leader", "leader_name_key"),
    ]
