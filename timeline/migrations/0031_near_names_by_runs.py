"""What is near a leader's name is found by the index of words in it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("timeline", "0030_whole_names_of_leaders")]

    operations = [migrations.RemoveIndex("leader", "leader_near")]
