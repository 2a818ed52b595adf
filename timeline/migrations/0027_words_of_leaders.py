"""An index of the beginnings of words in leaders' names: the search asks for them with every text."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import migrations
from django.db.models import F


class Migration(migrations.Migration):
    dependencies = [("timeline", "0026_last_of_leaders_said")]

    operations = [
        migrations.AddIndex("leader", GinIndex(OpClass(F("sort_key"), name="gin_trgm_ops"), name="leader_words")),
    ]
