"""List the sources of one outlet by their day, and all outlets by name, without reading the others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("timeline", "0041_words_in_passages")]

    operations = [
        migrations.AddIndex(
            "source", models.Index(fields=["outlet", "published_on", "id"], name="source_outlet")
        )
    ]
