"""What a leader said last about a country is not shown; only its day orders the countries."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("timeline", "0025_counts_of_leaders")]

    operations = [migrations.RemoveField("leadersaid", "last")]
