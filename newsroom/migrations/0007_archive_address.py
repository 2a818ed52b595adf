"""An article says where an archive keeps a copy of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0006_access_of_articles")]

    operations = [
        migrations.AddField(
            "article",
            "archive_address",
            models.URLField(blank=True, help_text="A copy that an archive keeps of it.", max_length=2000),
        ),
    ]
